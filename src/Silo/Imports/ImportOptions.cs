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

    /// <summary>The most rows of one file, without the header. Of a file with more the first so many are imported.</summary>
    [Range(1, int.MaxValue)]
    public int MaxRows { get; set; } = 1_000_000;

    /// <summary>The most columns of a header.</summary>
    [Range(1, 16_384)]
    public int MaxColumns { get; set; } = 500;

    /// <summary>The longest cell, in characters; Excel's own limit unless set. A row with a longer one is rejected.</summary>
    [Range(1, 1_000_000)]
    public int MaxCellLength { get; set; } = 32_767;

    /// <summary>How much is unpacked of one workbook, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUnpackedBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>How long one import may take, without the time in which it waits for the database: the files behind it wait for it.</summary>
    public TimeSpan MaxTime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a preview may take; what was not read until then is not counted in it.</summary>
    public TimeSpan PreviewTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a file that was looked at waits to be imported.</summary>
    public TimeSpan PreviewKept { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many rows are under way at a time.</summary>
    [Range(1, 4096)]
    public int RowsInFlight { get; set; } = 128;

    /// <summary>How often a running import leaves a durable mark of how far it has come.</summary>
    public TimeSpan MarkEvery { get; set; } = TimeSpan.FromSeconds(5);
}
