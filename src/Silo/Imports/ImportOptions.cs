using System.ComponentModel.DataAnnotations;

namespace ShuangDa.Silo.Imports;

/// <summary>导入设置. How registers are imported. Configuration section <c>Imports</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>Where uploads and rejected rows are kept; a relative path starts from the content root. Null for <c>imports</c> beside the SQLite file, or <c>data/imports</c>.</summary>
    public string? Folder { get; set; }

    /// <summary>The largest file, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; set; } = 200L * 1024 * 1024;

    /// <summary>How many rows are under way at a time.</summary>
    [Range(1, 4096)]
    public int RowsInFlight { get; set; } = 128;

    /// <summary>How often a running import leaves a durable mark of how far it has come.</summary>
    public TimeSpan MarkEvery { get; set; } = TimeSpan.FromSeconds(5);
}
