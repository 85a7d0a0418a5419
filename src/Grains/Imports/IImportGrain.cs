using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>导入. The actor of one import; its key is a UUID derived from who brought the file and under which command id.</summary>
[Alias("import")]
public interface IImportGrain : ISubjectGrain<ImportState, ImportCommand>
{
    /// <summary>报告进度. Tells how far it has come, in memory only; what is durable are the marks.</summary>
    /// <param name="counts">What has become of the rows so far.</param>
    /// <returns>Whether it is still wanted; false once somebody asked that it be cancelled.</returns>
    [Alias("Report")]
    Task<bool> Report(ImportCounts counts);

    /// <summary>进度. The import with the latest counts that were reported; null when there is no such import.</summary>
    [Alias("Progress")]
    Task<Snapshot<ImportState>?> Progress();
}
