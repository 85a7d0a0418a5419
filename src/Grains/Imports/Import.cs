using System.Text.Json.Serialization;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Imports;

/// <summary>导入. One file of a public register on its way into the system: who brought it, how far it has come, what became of its rows. The rows themselves are commands to the enterprises and licences they name.</summary>
[GenerateSerializer, Immutable, Alias("import-state")]
public sealed record ImportState
{
    /// <summary>登记簿. Which register the file is of.</summary>
    [Id(0)] public required RegisterKind Register { get; init; }

    /// <summary>上传文件. What was brought.</summary>
    [Id(1)] public required Upload Upload { get; init; }

    /// <summary>导入人. In whose name the rows are recorded.</summary>
    [Id(2)] public required Importer Importer { get; init; }

    /// <summary>状态. How far it has come.</summary>
    [Id(3)] public required ImportStatus Status { get; init; }

    /// <summary>计数. What had become of the rows at the last mark; when it is completed, of all of them.</summary>
    [Id(4)] public ImportCounts Counts { get; init; } = ImportCounts.None;

    /// <summary>失败原因. Why the whole file was refused; there is one exactly when it failed.</summary>
    [Id(5)] public ImportFailure? Failure { get; init; }

    /// <summary>开始次数. How often it began at row 1: once, and once more for every time the program ended in between.</summary>
    [Id(6)] public int Attempts { get; init; }

    /// <summary>提交时刻. When the file was brought (UTC).</summary>
    [Id(7)] public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>结束时刻. When it was completed, failed or cancelled (UTC); null until then.</summary>
    [Id(8)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>取消人. The user name of who asked that it be cancelled, or null.</summary>
    [Id(9)] public string? CancelledBy { get; init; }

    /// <summary>意外终止次数. How often the program died while its rows were being taken over, since it was brought or taken up again.</summary>
    [Id(10), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Deaths { get; init; }

    /// <summary>已结束. Whether nothing more comes of it.</summary>
    [JsonIgnore] public bool IsEnded => Status is ImportStatus.Completed or ImportStatus.Failed or ImportStatus.Cancelled;

    /// <summary>说明. Why it failed or rests; null where it does neither.</summary>
    [JsonIgnore]
    public BilingualText? Remark => Status is ImportStatus.Parked
        ? new(
            $"导入期间程序已意外终止{Import.MostDeaths}次，为不影响其他导入而暂停；请检查文件后重新开始，或取消",
            $"The program died {Import.MostDeaths} times during this import, which now rests so that others go on; look at the file, then take it up again or cancel it")
        : Failure?.Text;
}

/// <summary>上传文件. A file that somebody brought.</summary>
/// <param name="FileName">文件名. As the sender named it, or null.</param>
/// <param name="Bytes">字节数. Its length.</param>
/// <param name="ContentHash">内容哈希. SHA-256 of its content, 64 hexadecimal digits in lower case.</param>
[GenerateSerializer, Immutable, Alias("import-upload")]
public sealed record Upload([Longest(AttachmentName.MaxLength)] string? FileName, long Bytes, string ContentHash);

/// <summary>导入人. Who brought a file and as what: an import that goes on after a restart still acts in that person's name.</summary>
/// <param name="User">用户名. The account's user name.</param>
/// <param name="Roles">角色. The roles it held then.</param>
/// <param name="Section">科室. Its section, or null.</param>
/// <param name="Agency">协作部门. Its agency, or null.</param>
[GenerateSerializer, Immutable, Alias("import-importer")]
public sealed record Importer(string User, Roles Roles, string? Section, string? Agency)
{
    /// <summary>The person who acts, under a command id.</summary>
    /// <param name="commandId">The id, derived from the import and what it does.</param>
    public Actor As(Guid commandId) => new(User, Roles, Section, Agency, commandId);
}

/// <summary>计数. What became of a file's rows. Each row that was read is in exactly one of the other four once it is settled.</summary>
/// <param name="RowsRead">已读行数. Rows with anything in them, without the header.</param>
/// <param name="Created">新建. Rows that made an enterprise or licence.</param>
/// <param name="Updated">更新. Rows that changed one.</param>
/// <param name="Unchanged">未变. Rows that said nothing new.</param>
/// <param name="Rejected">拒绝. Rows that were not taken over; each comes back with its reason.</param>
[GenerateSerializer, Immutable, Alias("import-counts")]
public sealed record ImportCounts(long RowsRead, long Created, long Updated, long Unchanged, long Rejected)
{
    /// <summary>No rows.</summary>
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>已处理行数. Rows of which it is settled what became of them.</summary>
    [JsonIgnore] public long Settled => Created + Updated + Unchanged + Rejected;
}

/// <summary>失败原因. Why a whole file was refused.</summary>
/// <param name="Chinese">In Chinese.</param>
/// <param name="English">In English.</param>
[GenerateSerializer, Immutable, Alias("import-failure")]
public sealed record ImportFailure(string Chinese, string English)
{
    /// <summary>原因. In both languages.</summary>
    [JsonIgnore] public BilingualText Text => new(Chinese, English);
}

/// <summary>登记簿. The public registers that can be imported.</summary>
[JsonConverter(typeof(WireNameConverter<RegisterKind>))]
public enum RegisterKind
{
    /// <summary>The register of enterprises.</summary>
    [Term("企业登记", "register of enterprises")]
    Enterprises,

    /// <summary>The register of licences and certificates.</summary>
    [Term("证书登记", "register of licences")]
    Licences,
}

/// <summary>导入状态. How far an import has come.</summary>
[JsonConverter(typeof(WireNameConverter<ImportStatus>))]
public enum ImportStatus
{
    /// <summary>The file is kept and waits for its turn.</summary>
    [Term("排队", "queued")]
    Queued,

    /// <summary>Its rows are being taken over.</summary>
    [Term("进行中", "running")]
    Running,

    /// <summary>Every row is settled.</summary>
    [Term("完成", "completed")]
    Completed,

    /// <summary>The file as a whole could not be read.</summary>
    [Term("失败", "failed")]
    Failed,

    /// <summary>The program died repeatedly during it; a person takes it up again or cancels it.</summary>
    [Term("暂停", "parked")]
    Parked,

    /// <summary>A person did not want it any more; rows that were taken over stay.</summary>
    [Term("已取消", "cancelled")]
    Cancelled,
}

/// <summary>导入的规则. The law of an import, and what the shared rooms need to know of it.</summary>
public static class Import
{
    /// <summary>暂停条件. So often the program may die during an import before it rests: once may be anybody's doing.</summary>
    internal const int MostDeaths = 2;

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
        return command switch
        {
            QueueImport c when import is null => Queue(c, now),
            QueueImport => new AlreadyExists("import", now.Key),
            _ when import is null => new NotFound("import", now.Key),
            _ when import.IsEnded => new ImportEnded(import.Status),
            CancelImport or ResumeImport when !MayEnd(import, now.Actor) => new ImportOfOthers(import.Importer.User),
            CancelImport when import.Status is not ImportStatus.Running => new ImportCancelled(now.Actor.User, import.Counts, now.Now),
            // Rows are under way: whoever takes them over ends it, and says how far it came.
            CancelImport when import.CancelledBy is null => new ImportCancelAsked(now.Actor.User),
            CancelImport => Decision<ImportEvent>.AlreadySo,
            ResumeImport when import.Status is ImportStatus.Parked => new ImportResumed(now.Actor.User),
            ResumeImport => new ImportNotParked(import.Status),
            StartImport when import.Status is ImportStatus.Parked => new ImportIsParked(),
            StartImport c when import.Deaths + (c.AfterDeath ? 1 : 0) is var deaths => deaths < MostDeaths
                ? new ImportStarted(import.Register, import.Attempts + 1, deaths)
                : new ImportParked(deaths, now.Now),
            _ when import.Status is not ImportStatus.Running => new ImportNotStarted(),
            EndCancelledImport c => import.CancelledBy is { } by ? new ImportCancelled(by, c.Counts, now.Now) : new ImportNotCancelled(),
            RecordImportProgress c => new ImportProgressed(c.Counts),
            CompleteImport c => new ImportCompleted(c.Counts, now.Now),
            FailImport c => new ImportFailed(c.Failure, c.Counts, now.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of an import does not know this command."),
        };
    }

    /// <summary>The state after an event.</summary>
    /// <param name="import">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static ImportState Apply(ImportState? import, ImportEvent happened) => happened switch
    {
        ImportQueued e => new ImportState { Register = e.Register, Upload = e.Upload, Importer = e.Importer, Status = ImportStatus.Queued, QueuedAt = e.QueuedAt },
        _ when import is null => throw new InvalidOperationException($"{happened.GetType().Name} came before a file was brought."),
        // It begins at row 1 each time: the rows' commands recognise what was done before, so the counts begin anew too.
        ImportStarted e => import with { Status = ImportStatus.Running, Attempts = e.Attempt, Deaths = e.Deaths, Counts = ImportCounts.None },
        ImportProgressed e => import with { Counts = e.Counts },
        ImportParked e => import with { Status = ImportStatus.Parked, Deaths = e.Deaths },
        ImportResumed => import with { Status = ImportStatus.Queued, Deaths = 0 },
        ImportCancelAsked e => import with { CancelledBy = e.By },
        ImportCancelled e => import with { Status = ImportStatus.Cancelled, CancelledBy = e.By, Counts = e.Counts, EndedAt = e.EndedAt },
        ImportCompleted e => import with { Status = ImportStatus.Completed, Counts = e.Counts, EndedAt = e.EndedAt },
        ImportFailed e => import with { Status = ImportStatus.Failed, Counts = e.Counts, Failure = e.Failure, EndedAt = e.EndedAt },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of an import does not know this event."),
    };

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

    private static bool MayEnd(ImportState import, Actor actor) => actor.User == import.Importer.User || actor.IsAnyOf(Roles.Administrator | Roles.SectionHead);

    private static Decision<ImportEvent> Queue(QueueImport command, Circumstances now)
    {
        var upload = command.Upload;
        return upload.Bytes == 0 ? new InvalidInput("file", "文件是空的", "The file is empty")
            : new ImportQueued(command.Register, upload, new Importer(now.Actor.User, now.Actor.Roles, now.Actor.Section, now.Actor.Agency), now.Now);
    }
}
