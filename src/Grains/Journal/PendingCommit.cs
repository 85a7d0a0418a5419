using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>待提交内容. Everything that becomes durable together with a subject's state, in one transaction.</summary>
public sealed record PendingCommit
{
    /// <summary>主体. The subject's name.</summary>
    public required string Subject { get; init; }

    /// <summary>日志. The new journal entries, chained.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    /// <summary>新增或替换的行. Rows to insert or replace by their key.</summary>
    public required IReadOnlyList<RowChange> Upserts { get; init; }

    /// <summary>删除的行. Rows to delete by their key.</summary>
    public required IReadOnlyList<Row> Deletes { get; init; }

    /// <summary>新占用的名称. Names that become the subject's. Where another subject has one of them by then, nothing is committed.</summary>
    public IReadOnlyList<UniqueNameRow> TakenNames { get; init; } = [];

    /// <summary>放弃的名称. Names that are the subject's no longer.</summary>
    public IReadOnlyList<UniqueNameRow> FreedNames { get; init; } = [];

    /// <summary>新的期限. Deadlines to add to the due index.</summary>
    public required IReadOnlyList<DeadlineRow> OpenedRows { get; init; }

    /// <summary>了结的期限. Deadlines to take out of the due index.</summary>
    public required IReadOnlyList<DeadlineRow> ClosedRows { get; init; }

    /// <summary>计量表行. Countable facts as rows of the tally, recorded when their entries were.</summary>
    public required IReadOnlyList<TallyRow> TallyRows { get; init; }

    /// <summary>曾用文字. Texts by which the subject is remembered from now on, each once.</summary>
    public IReadOnlyList<RecalledTextRow> Recalled { get; init; } = [];

    /// <summary>通知. Who is told of it.</summary>
    public IReadOnlyList<NotificationRow> Notifications { get; init; } = [];

    /// <summary>通知外送. What of that is brought to the gateway outside; nothing where there is none.</summary>
    public IReadOnlyList<NotificationDeliveryRow> Deliveries { get; init; } = [];

    /// <summary>命令. The command that is done by this commit.</summary>
    public required DoneCommand Command { get; init; }
}

/// <summary>行的变化. A row as it is to be.</summary>
/// <param name="Row">The row.</param>
/// <param name="Before">The row that stands in its place, or null where none does. Only columns that differ are written, so that only the indexes that know one of them are touched; where the row is missing against expectation, it is inserted whole.</param>
public sealed record RowChange(Row Row, Row? Before);

/// <summary>已办命令. A command as the table <c>command</c> keeps it, so that it is done once.</summary>
/// <param name="CommandId">The command's id.</param>
/// <param name="InputHash">SHA-256 of its input.</param>
/// <param name="Version">The answer: the version it led to, from which the first answer can be told again.</param>
/// <param name="At">When it was done (UTC, whole milliseconds).</param>
public sealed record DoneCommand(Guid CommandId, byte[] InputHash, int Version, DateTimeOffset At);

/// <summary>What the storage asks of a state it is to write: the commit that goes with it, and that one write is under way at a time.</summary>
public interface IPendingCommitCarrier
{
    /// <summary>待提交. What goes with the next write; a write without it is refused.</summary>
    PendingCommit? Pending { get; }

    /// <summary>The state as JSON, from the moment the write was asked for until it is done.</summary>
    BinaryData? Payload { get; set; }

    /// <summary>Marks a write as under way; false when one is already.</summary>
    bool BeginWrite();

    /// <summary>Marks the write as over.</summary>
    void EndWrite();
}
