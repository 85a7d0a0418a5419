using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Imports;

/// <summary>导入的规则. The law of an import, and what the shared rooms need to know of it. Each stage has its commands and events in a file of its own.</summary>
public static partial class Import
{
    /// <summary>导入. The concept.</summary>
    public static Concept<ImportState, ImportCommand, ImportEvent> Concept { get; } = new()
    {
        Name = "import",
        Title = new BilingualText("导入", "Import"),
        Json = ImportJson.Default,
        RowTypes = [typeof(ImportRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = ImportRow.Of,
        Deadlines = static _ => [],
        WhenDue = static (kind, _) => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An import has no deadlines."),
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="import">The state, or null while no file was brought.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<ImportEvent> Decide(ImportState? import, ImportCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (import, command) switch
        {
            (null, QueueImport c) => DecideQueueImport(c, now),
            (null, _) => new NotFound("import", now.Key),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<ImportEvent> DecideByStage(ImportState import, ImportCommand command, Circumstances now) =>
        command is QueueImport ? new AlreadyExists("import", now.Key)
        : import.IsEnded ? new ImportEnded(import.Status)
        : DecideInRunning(import, command, now)
        ?? DecideInCancelling(import, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of an import does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="import">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static ImportState Apply(ImportState? import, ImportEvent happened) => happened is ImportQueued queued ? Begun(queued)
        : import is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before a file was brought.")
        : ApplyInRunning(import, happened)
        ?? ApplyInCancelling(import, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of an import does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="import">A state.</param>
    public static IReadOnlyList<string> Check(ImportState import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return
        [
            .. When((import.Status is ImportStatus.Failed) != (import.Failure is not null), "failed goes with a reason"),
            .. When(import.IsEnded != import.EndedAt.HasValue, "ended goes with the instant it ended"),
            .. When(import.Attempts == 0 && !(import.Status is ImportStatus.Queued or ImportStatus.Cancelled), "it has not begun, and is neither queued nor cancelled"),
            .. When(import.Status is ImportStatus.Cancelled && import.CancelledBy is null, "it is cancelled by nobody"),
            .. When(import.Status is ImportStatus.Parked && import.Deaths < MostDeaths, "it rests though the program did not die during it"),
            .. When(import.Counts.Settled > import.Counts.RowsRead, "more rows are settled than were read"),
            .. When(import.Status is ImportStatus.Completed && import.Counts.Settled != import.Counts.RowsRead, "it is completed though not every row is settled"),
        ];
    }
}

/// <summary>导入已结束. Nothing more comes of it; bring the file again.</summary>
/// <param name="Status">状态. How it ended.</param>
[GenerateSerializer, Immutable, Alias("refusal.import-ended")]
public sealed record ImportEnded(ImportStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"导入已经结束，现为“{Terms.Of(Status).Chinese}”", $"The import has ended: it is {Terms.Of(Status).English}");
}
