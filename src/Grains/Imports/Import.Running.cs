using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

// The rows of a file are taken over.
public static partial class Import
{
    /// <summary>暂停条件. So often the program may die during an import before it rests: once may be anybody's doing.</summary>
    internal const int MostDeaths = 2;

    private static Decision<ImportEvent>? DecideInRunning(ImportState import, ImportCommand command, Circumstances now) => command switch
    {
        StartImport when import.Status is ImportStatus.Parked => new ImportIsParked(),
        StartImport c when import.Deaths + (c.AfterDeath ? 1 : 0) is var deaths => deaths < MostDeaths
            ? new ImportStarted(import.Register, import.Attempts + 1, deaths)
            : new ImportParked(deaths, now.Now),
        EndCancelledImport or RecordImportProgress or CompleteImport or FailImport when import.Status is not ImportStatus.Running => new ImportNotStarted(),
        EndCancelledImport c => import.CancelledBy is { } by ? new ImportCancelled(by, c.Counts, now.Now) : new ImportNotCancelled(),
        RecordImportProgress c => new ImportProgressed(c.Counts),
        CompleteImport c => new ImportCompleted(c.Counts, now.Now, Said(c.Remarks)),
        FailImport c => new ImportFailed(c.Failure, c.Counts, now.Now, Said(c.Remarks)),
        _ => Decision<ImportEvent>.NotOfThisStage,
    };

    private static ImportState? ApplyInRunning(ImportState import, ImportEvent happened) => happened switch
    {
        // It begins at row 1 each time: the rows' commands recognise what was done before, so the counts begin anew too.
        ImportStarted e => import with { Status = ImportStatus.Running, Attempts = e.Attempt, Deaths = e.Deaths, Counts = ImportCounts.None },
        ImportProgressed e => import with { Counts = e.Counts },
        ImportParked e => import with { Status = ImportStatus.Parked, Deaths = e.Deaths },
        ImportCompleted e =>
            import with { Status = ImportStatus.Completed, Counts = e.Counts, EndedAt = e.EndedAt, Remarks = e.Remarks ?? [] },
        ImportFailed e => import with
        {
            Status = ImportStatus.Failed,
            Counts = e.Counts,
            Failure = e.Failure,
            EndedAt = e.EndedAt,
            Remarks = e.Remarks ?? [],
        },
        _ => null,
    };

    private static ImmutableArray<BilingualText>? Said(ImmutableArray<BilingualText>? remarks) =>
        remarks is { IsDefaultOrEmpty: false } ? remarks : null;
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

/// <summary>开始导入. Begins at row 1, for the first time or again after the program ended in between. An import during which the program died twice is parked instead.</summary>
/// <param name="AfterDeath">意外终止后. Whether the program died while its rows were being taken over; an orderly end is none.</param>
[GenerateSerializer, Immutable, Alias("import.start"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportIsParked>]
public sealed record StartImport(bool AfterDeath = false) : ImportCommand;

/// <summary>记录导入进度. Marks how far it has come.</summary>
/// <param name="Counts">计数. What has become of the rows so far.</param>
[GenerateSerializer, Immutable, Alias("import.record-progress"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted>]
public sealed record RecordImportProgress(ImportCounts Counts) : ImportCommand;

/// <summary>完成导入. Every row is settled.</summary>
/// <param name="Counts">计数. What became of them.</param>
/// <param name="Remarks">读取说明. What was not read of the file, or not as it stood there; null for nothing.</param>
[GenerateSerializer, Immutable, Alias("import.complete"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted>]
public sealed record CompleteImport(ImportCounts Counts, ImmutableArray<BilingualText>? Remarks = null) : ImportCommand;

/// <summary>导入失败. The file as a whole cannot be read, or not further.</summary>
/// <param name="Failure">失败原因. Why.</param>
/// <param name="Counts">计数. What became of the rows before that; those that were taken over stay.</param>
/// <param name="Remarks">读取说明. What was not read of the file, or not as it stood there; null for nothing.</param>
[GenerateSerializer, Immutable, Alias("import.fail"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted>]
public sealed record FailImport(ImportFailure Failure, ImportCounts Counts, ImmutableArray<BilingualText>? Remarks = null) : ImportCommand;

/// <summary>结束已取消的导入. What had begun of an import that is to be cancelled has ended.</summary>
/// <param name="Counts">计数. What became of the rows until then.</param>
[GenerateSerializer, Immutable, Alias("import.end-cancelled"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted, ImportNotCancelled>]
public sealed record EndCancelledImport(ImportCounts Counts) : ImportCommand;

/// <summary>导入已开始. Its rows are being taken over, from row 1.</summary>
/// <param name="Register">登记簿. Which register it is of.</param>
/// <param name="Attempt">第几次. 1, or more where the program ended in between.</param>
/// <param name="Deaths">意外终止次数. How often the program had died during it.</param>
[Alias("import.started")]
public sealed record ImportStarted(RegisterKind Register, int Attempt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Deaths = 0) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Attempt == 1
        ? new("开始导入", "The import began")
        : new($"中断后重新开始导入（第{Attempt}次）", $"The import began again after an interruption ({Attempt})");
}

/// <summary>导入有进展. How far it had come at this mark.</summary>
/// <param name="Counts">计数. What had become of the rows.</param>
[Alias("import.progressed")]
public sealed record ImportProgressed(ImportCounts Counts) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => ImportSummary.Of("导入进行中", "Importing", Counts);
}

/// <summary>导入已暂停. The program died repeatedly during it; it rests until a person decides.</summary>
/// <param name="Deaths">意外终止次数. How often the program died.</param>
/// <param name="ParkedAt">暂停时刻. When (UTC).</param>
[Alias("import.parked")]
public sealed record ImportParked(int Deaths, DateTimeOffset ParkedAt) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"导入期间程序意外终止{Deaths}次，导入暂停", $"The program died {Deaths} times during the import, which rests now");
}

/// <summary>导入已完成. Every row is settled.</summary>
/// <param name="Counts">计数. What became of them.</param>
/// <param name="EndedAt">结束时刻. When (UTC).</param>
/// <param name="Remarks">读取说明. What was not read of the file, or not as it stood there; null for nothing.</param>
[Alias("import.completed")]
public sealed record ImportCompleted(ImportCounts Counts, DateTimeOffset EndedAt, ImmutableArray<BilingualText>? Remarks = null)
    : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => ImportSummary.Of("导入完成", "Imported", Counts);
}

/// <summary>导入已失败. The file as a whole could not be read, or not further.</summary>
/// <param name="Failure">失败原因. Why.</param>
/// <param name="Counts">计数. What became of the rows before that.</param>
/// <param name="EndedAt">结束时刻. When (UTC).</param>
/// <param name="Remarks">读取说明. What was not read of the file, or not as it stood there; null for nothing.</param>
[Alias("import.failed")]
public sealed record ImportFailed(
    ImportFailure Failure,
    ImportCounts Counts,
    DateTimeOffset EndedAt,
    ImmutableArray<BilingualText>? Remarks = null)
    : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"导入失败：{Failure.Chinese}", $"The import failed: {Failure.English}");
}

internal static class ImportSummary
{
    public static BilingualText Of(string chinese, string english, ImportCounts counts) => new(
        $"{chinese}：读入{counts.RowsRead}行，新建{counts.Created}，更新{counts.Updated}，未变{counts.Unchanged}，拒绝{counts.Rejected}",
        $"{english}: {counts.RowsRead} rows read, {counts.Created} created, {counts.Updated} updated, {counts.Unchanged} unchanged, {counts.Rejected} rejected");
}

/// <summary>导入已暂停. The program died repeatedly during it; a person has to take it up again.</summary>
[GenerateSerializer, Immutable, Alias("refusal.import-is-parked")]
public sealed record ImportIsParked : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("导入已暂停，须由人重新开始或取消", "The import rests; somebody has to take it up again or cancel it");
}

/// <summary>导入尚未开始. It must begin before it comes anywhere.</summary>
[GenerateSerializer, Immutable, Alias("refusal.import-not-started")]
public sealed record ImportNotStarted : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("导入尚未开始", "The import has not begun");
}

/// <summary>导入没有被取消. Nobody asked that it be cancelled.</summary>
[GenerateSerializer, Immutable, Alias("refusal.import-not-cancelled")]
public sealed record ImportNotCancelled : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有人要求取消该导入", "Nobody asked that this import be cancelled");
}
