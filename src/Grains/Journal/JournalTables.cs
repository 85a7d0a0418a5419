using System.Security.Cryptography;
using System.Text;
using LinqToDB.Mapping;

namespace ShuangDa.Grains.Journal;

/// <summary>日志表行. A journal entry as the table <c>journal</c> has it.</summary>
[Table("journal")]
public sealed record JournalRow
{
    /// <summary>Where it stands in the table; on SQLite also the order of commits.</summary>
    [Column("position"), PrimaryKey, Identity] public long Position { get; init; }

    /// <summary>The subject's name.</summary>
    [Column("subject"), NotNull] public required string Subject { get; init; }

    /// <summary>Its number in the subject's chain.</summary>
    [Column("number")] public required int Number { get; init; }

    /// <summary>UTC milliseconds.</summary>
    [Column("at")] public required long At { get; init; }

    /// <summary>The journal kind.</summary>
    [Column("kind"), NotNull] public required string Kind { get; init; }

    /// <summary>Who did it.</summary>
    [Column("user_name"), NotNull] public required string User { get; init; }

    /// <summary>The section of who did it.</summary>
    [Column("section")] public string? Section { get; init; }

    /// <summary>The agency of who did it.</summary>
    [Column("agency")] public string? Agency { get; init; }

    /// <summary>The command's id, in lower case with hyphens.</summary>
    [Column("command_id"), NotNull] public required string CommandId { get; init; }

    /// <summary>The legal basis.</summary>
    [Column("basis")] public string? Basis { get; init; }

    /// <summary>The document's number.</summary>
    [Column("document_number")] public string? DocumentNumber { get; init; }

    /// <summary>The day it takes effect, ISO.</summary>
    [Column("effective_on")] public string? EffectiveOn { get; init; }

    /// <summary>The event as JSON.</summary>
    [Column("body"), NotNull] public required string Body { get; init; }

    /// <summary>SHA-256, 32 bytes.</summary>
    [Column("hash"), NotNull] public required byte[] Hash { get; init; }

    /// <summary>The order of commits on server databases; null on SQLite, where the position is it.</summary>
    [Column("commit_order", SkipOnInsert = true)] public long? CommitOrder { get; init; }

    /// <summary>The row of an entry.</summary>
    /// <param name="entry">A chained entry.</param>
    public static JournalRow Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new JournalRow
        {
            Subject = entry.Subject,
            Number = entry.Number,
            At = entry.At.ToUnixTimeMilliseconds(),
            Kind = entry.Kind,
            User = entry.User,
            Section = entry.Section,
            Agency = entry.Agency,
            CommandId = entry.CommandId.ToString("D"),
            Basis = entry.Basis,
            DocumentNumber = entry.DocumentNumber,
            EffectiveOn = entry.EffectiveOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            Body = entry.Body,
            Hash = entry.Hash,
        };
    }

    /// <summary>The entry in this row.</summary>
    /// <exception cref="FormatException">A column holds what no entry ever held.</exception>
    public JournalEntry ToEntry() => new()
    {
        Subject = Subject,
        Number = Number,
        At = DateTimeOffset.FromUnixTimeMilliseconds(At),
        Kind = Kind,
        User = User,
        Section = Section,
        Agency = Agency,
        CommandId = Guid.ParseExact(CommandId, "D"),
        Basis = Basis,
        DocumentNumber = DocumentNumber,
        EffectiveOn = EffectiveOn is null ? null : DateOnly.ParseExact(EffectiveOn, "O", System.Globalization.CultureInfo.InvariantCulture),
        Body = Body,
        Hash = Hash,
    };
}

/// <summary>已办命令表行. A command that is done.</summary>
[Table("command")]
public sealed record CommandRow
{
    /// <summary>The subject's name.</summary>
    [Column("subject"), PrimaryKey(0), NotNull] public required string Subject { get; init; }

    /// <summary>The command's id, in lower case with hyphens.</summary>
    [Column("command_id"), PrimaryKey(1), NotNull] public required string CommandId { get; init; }

    /// <summary>SHA-256 of the input.</summary>
    [Column("input_hash"), NotNull] public required byte[] InputHash { get; init; }

    /// <summary>The version it led to.</summary>
    [Column("version")] public required int Version { get; init; }

    /// <summary>UTC milliseconds.</summary>
    [Column("at")] public required long At { get; init; }
}

/// <summary>
/// 唯一名称表行. A name that a subject of a concept has and no other may get. Its key is what refuses a second one that is committed at the
/// same moment, by whichever silo; whoever
/// is decided later is refused by the law, which reads what stands. So what stood before there was this table needs no row of it.
/// </summary>
[Table("unique_name")]
public sealed record UniqueNameRow
{
    /// <summary>The concept's name.</summary>
    [Column("concept"), PrimaryKey(0), NotNull] public required string Concept { get; init; }

    /// <summary>SHA-256 of the name, in hexadecimal: names are longer than a key may be.</summary>
    [Column("name_hash", Length = 64), PrimaryKey(1), NotNull] public required string NameHash { get; init; }

    /// <summary>The subject whose name it is.</summary>
    [Column("subject"), NotNull] public required string Subject { get; init; }

    /// <summary>The row of a name.</summary>
    /// <param name="concept">The concept's name.</param>
    /// <param name="subject">The subject's name.</param>
    /// <param name="name">The name that is unique, in the form in which names are compared.</param>
    public static UniqueNameRow Of(string concept, string subject, string name) => new()
    {
        Concept = concept,
        NameHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))),
        Subject = subject,
    };
}

/// <summary>期限表行. A deadline in the due index.</summary>
[Table("deadline")]
public sealed record DeadlineRow
{
    /// <summary>The subject's name.</summary>
    [Column("subject"), PrimaryKey(0), NotNull] public required string Subject { get; init; }

    /// <summary>What is owed.</summary>
    [Column("kind"), PrimaryKey(1), NotNull] public required string Kind { get; init; }

    /// <summary>UTC milliseconds.</summary>
    [Column("due_at"), PrimaryKey(2)] public required long DueAt { get; init; }

    /// <summary>The bucket of the subject.</summary>
    [Column("bucket")] public required int Bucket { get; init; }

    /// <summary>The rule and its article.</summary>
    [Column("rule_text"), NotNull] public required string Rule { get; init; }

    /// <summary>The section that answers for it.</summary>
    [Column("section")] public string? Section { get; init; }

    /// <summary>How many times its owner failed.</summary>
    [Column("failures")] public int Failures { get; init; }

    /// <summary>When it is tried again after failures, UTC milliseconds.</summary>
    [Column("retry_at")] public long? RetryAt { get; init; }
}
