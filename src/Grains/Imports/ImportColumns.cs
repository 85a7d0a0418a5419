using System.Collections.Immutable;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>列的对应. As what a person had the columns of a file read; files with the same titles are read so from then on.</summary>
/// <param name="Titles">列名指纹. SHA-256 of the set of the file's titles, 64 hexadecimal digits in lower case; empty where nobody
/// has said it.</param>
/// <param name="Mapped">对应关系. The titles that are not read as they would be by themselves; none, where all are again.</param>
[GenerateSerializer, Immutable, Alias("import-columns")]
public sealed record ImportColumns([Longest(64)] string Titles, [Most(ImportColumns.Most)] ImmutableArray<MappedColumn> Mapped)
{
    /// <summary>The most columns that are mapped.</summary>
    public const int Most = 100;

    /// <summary>未指定. How a file was read of which nobody has said anything; no other file is read so because of that.</summary>
    /// <param name="mapped">What was not read as it would be by itself.</param>
    public static ImportColumns Unsaid(ImmutableArray<MappedColumn> mapped) => new("", mapped);

    /// <summary>What is wrong with it, or null.</summary>
    public InvalidInput? Problem =>
        Mapped.GroupBy(one => one.Title).FirstOrDefault(same => same.Count() > 1) is { } title
            ? new("columns", $"列“{title.Key}”指定了不止一次", $"The column {title.Key} is given more than once")
            : Mapped.Where(one => one.Column is not null).GroupBy(one => one.Column).FirstOrDefault(same => same.Count() > 1) is { } column
                ? new("columns", $"不止一列指定为“{column.Key}”", $"More than one column is to be read as {column.Key}")
                : null;
}

/// <summary>对应的列. As what a column is read.</summary>
/// <param name="Title">列名. Its title in the file.</param>
/// <param name="Column">读作. The register's column, or null where it is not read.</param>
[GenerateSerializer, Immutable, Alias("import-mapped-column"), KeepsLines]
public sealed record MappedColumn([Longest(AttachmentName.MaxLength)] string Title, [Longest(60)] string? Column);
