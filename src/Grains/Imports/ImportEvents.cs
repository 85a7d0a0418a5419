using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>导入事件. What can have happened to an import. Names and fields are storage format.</summary>
public abstract record ImportEvent : Event;

/// <summary>导入文件已提交. A file was brought and is kept.</summary>
/// <param name="Register">登记簿. Which register it is of.</param>
/// <param name="Upload">上传文件. The file.</param>
/// <param name="Importer">导入人. Who brought it.</param>
/// <param name="QueuedAt">提交时刻. When (UTC).</param>
[Alias("import.queued")]
public sealed record ImportQueued(RegisterKind Register, Upload Upload, Importer Importer, DateTimeOffset QueuedAt) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Register is RegisterKind.Enterprises
        ? new($"提交企业登记文件，{Upload.Bytes}字节", $"A file of the register of enterprises was brought, {Upload.Bytes} bytes")
        : new($"提交证书登记文件，{Upload.Bytes}字节", $"A file of the register of licences was brought, {Upload.Bytes} bytes");
}

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

/// <summary>导入已完成. Every row is settled.</summary>
/// <param name="Counts">计数. What became of them.</param>
/// <param name="EndedAt">结束时刻. When (UTC).</param>
[Alias("import.completed")]
public sealed record ImportCompleted(ImportCounts Counts, DateTimeOffset EndedAt) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => ImportSummary.Of("导入完成", "Imported", Counts);
}

/// <summary>导入已失败. The file as a whole could not be read, or not further.</summary>
/// <param name="Failure">失败原因. Why.</param>
/// <param name="Counts">计数. What became of the rows before that.</param>
/// <param name="EndedAt">结束时刻. When (UTC).</param>
[Alias("import.failed")]
public sealed record ImportFailed(ImportFailure Failure, ImportCounts Counts, DateTimeOffset EndedAt) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"导入失败：{Failure.Chinese}", $"The import failed: {Failure.English}");
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

/// <summary>导入已重新开始. A person took it up again; it waits for its turn.</summary>
/// <param name="By">经办人. The user name of who did.</param>
[Alias("import.resumed")]
public sealed record ImportResumed(string By) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"{By}重新开始导入", $"{By} took the import up again");
}

/// <summary>已要求取消导入. A person does not want it any more; what has begun still ends.</summary>
/// <param name="By">取消人. The user name of who asked.</param>
[Alias("import.cancel-asked")]
public sealed record ImportCancelAsked(string By) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"{By}要求取消导入", $"{By} asked that the import be cancelled");
}

/// <summary>导入已取消. Nothing more comes of it; rows that were taken over stay.</summary>
/// <param name="By">取消人. The user name of who asked.</param>
/// <param name="Counts">计数. What became of the rows before that.</param>
/// <param name="EndedAt">结束时刻. When (UTC).</param>
[Alias("import.cancelled")]
public sealed record ImportCancelled(string By, ImportCounts Counts, DateTimeOffset EndedAt) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => ImportSummary.Of($"{By}取消了导入", $"{By} cancelled the import", Counts);
}

internal static class ImportSummary
{
    public static BilingualText Of(string chinese, string english, ImportCounts counts) => new(
        $"{chinese}：读入{counts.RowsRead}行，新建{counts.Created}，更新{counts.Updated}，未变{counts.Unchanged}，拒绝{counts.Rejected}",
        $"{english}: {counts.RowsRead} rows read, {counts.Created} created, {counts.Updated} updated, {counts.Unchanged} unchanged, {counts.Rejected} rejected");
}

/// <summary>The JSON forms of everything an import stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<ImportState>))]
[JsonSerializable(typeof(ImportState))]
[JsonSerializable(typeof(ImportQueued))]
[JsonSerializable(typeof(ImportStarted))]
[JsonSerializable(typeof(ImportProgressed))]
[JsonSerializable(typeof(ImportCompleted))]
[JsonSerializable(typeof(ImportFailed))]
[JsonSerializable(typeof(ImportParked))]
[JsonSerializable(typeof(ImportResumed))]
[JsonSerializable(typeof(ImportCancelAsked))]
[JsonSerializable(typeof(ImportCancelled))]
[JsonSerializable(typeof(QueueEnterpriseImport))]
[JsonSerializable(typeof(QueueLicenceImport))]
[JsonSerializable(typeof(StartImport))]
[JsonSerializable(typeof(RecordImportProgress))]
[JsonSerializable(typeof(CompleteImport))]
[JsonSerializable(typeof(FailImport))]
[JsonSerializable(typeof(CancelImport))]
[JsonSerializable(typeof(ResumeImport))]
[JsonSerializable(typeof(EndCancelledImport))]
internal sealed partial class ImportJson : JsonSerializerContext;
