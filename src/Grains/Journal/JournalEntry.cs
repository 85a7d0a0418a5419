using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ShuangDa.Grains.Journal;

/// <summary>日志条目. One thing that happened to one subject: what, when, by whom, on what legal basis. Entries of a subject form a hash chain.</summary>
[GenerateSerializer, Immutable, Alias("journal-entry")]
public sealed record JournalEntry
{
    /// <summary>主体. The subject's name.</summary>
    [Id(0)] public required string Subject { get; init; }

    /// <summary>序号. Its number in the subject's chain, from 1. With the subject it is the entry's position.</summary>
    [Id(1)] public required int Number { get; init; }

    /// <summary>时刻. When it was recorded (UTC, whole milliseconds).</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>种类. Its kind, <c>concept.event</c>.</summary>
    [Id(3)] public required string Kind { get; init; }

    /// <summary>行为人. The user name of who did it; <c>system</c> for clocks.</summary>
    [Id(4)] public required string User { get; init; }

    /// <summary>科室. The section of who did it, or null.</summary>
    [Id(5)] public string? Section { get; init; }

    /// <summary>部门. The partner agency of who did it; null for the bureau.</summary>
    [Id(6)] public string? Agency { get; init; }

    /// <summary>命令编号. The id of the command it came from.</summary>
    [Id(7)] public required Guid CommandId { get; init; }

    /// <summary>法律依据. The legal basis, or null.</summary>
    [Id(8)] public string? Basis { get; init; }

    /// <summary>文书编号. The number of the document, or null.</summary>
    [Id(9)] public string? DocumentNumber { get; init; }

    /// <summary>生效日期. The day it takes effect (Asia/Shanghai), where that is not the day it was recorded.</summary>
    [Id(10)] public DateOnly? EffectiveOn { get; init; }

    /// <summary>内容. The event as JSON.</summary>
    [Id(11)] public required string Body { get; init; }

    /// <summary>哈希. SHA-256 over everything above and the hash of the entry before; 32 bytes.</summary>
    [Id(12)] public byte[] Hash { get; init; } = [];

    /// <summary>The entry with its hash, chained to the one before it.</summary>
    /// <param name="previous">The hash of the entry before; empty for the first.</param>
    public JournalEntry ChainedTo(byte[] previous) => this with { Hash = HashAfter(previous) };

    /// <summary>The hash that this entry must have when it follows an entry with the given hash. Fields are written in a fixed order, each with its length, so that no two contents give the same bytes.</summary>
    /// <param name="previous">The hash of the entry before; empty for the first.</param>
    public byte[] HashAfter(ReadOnlySpan<byte> previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> word = stackalloc byte[8];
        hash.AppendData(previous);
        Text(hash, Subject);
        Whole(hash, Number, word);
        Whole(hash, At.ToUnixTimeMilliseconds(), word);
        Text(hash, Kind);
        Text(hash, User);
        Text(hash, Section);
        Text(hash, Agency);
        Span<byte> id = stackalloc byte[16];
        CommandId.TryWriteBytes(id);
        hash.AppendData(id);
        Text(hash, Basis);
        Text(hash, DocumentNumber);
        Whole(hash, EffectiveOn?.DayNumber ?? -1, word);
        Text(hash, Body);
        return hash.GetHashAndReset();

        static void Whole(IncrementalHash hash, long value, Span<byte> word)
        {
            BinaryPrimitives.WriteInt64LittleEndian(word, value);
            hash.AppendData(word);
        }

        static void Text(IncrementalHash hash, string? value)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, value is null ? -1 : Encoding.UTF8.GetByteCount(value));
            hash.AppendData(length);
            if (value is not null)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(value));
            }
        }
    }
}
