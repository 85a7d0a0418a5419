using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

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

    /// <summary>读取说明. What was not read of the file, or not as it stood there; nothing until it has ended.</summary>
    [Id(11)] public ImmutableArray<BilingualText> Remarks { get => field.IsDefault ? [] : field; init; }

    /// <summary>列的对应. As what a person has its columns read; null where nobody says.</summary>
    [Id(12)] public ImportColumns? Columns { get; init; }

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
