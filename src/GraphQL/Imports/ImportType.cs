using GraphQL;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Imports;

/// <summary>导入. One file of a public register on its way into the system.</summary>
[Name("Import"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class ImportType : SubjectNode<ImportRow, ImportState>
{
    /// <summary>导入编号. The id that <c>POST /imports/…</c> answered; <c>import(id:)</c> understands both.</summary>
    [Id]
    public string ImportId => SubjectKeys.Split(Row.Subject).Key;

    /// <summary>已读行数. Rows with anything in them, without the header.</summary>
    public int RowsRead => Whole(Row.RowsRead);

    /// <summary>新建. Rows that made an enterprise or licence.</summary>
    public int Created => Whole(Row.Created);

    /// <summary>更新. Rows that changed one.</summary>
    public int Updated => Whole(Row.Updated);

    /// <summary>未变. Rows that said nothing new.</summary>
    public int Unchanged => Whole(Row.Unchanged);

    /// <summary>拒绝. Rows that were not taken over.</summary>
    public int Rejected => Whole(Row.Rejected);

    /// <summary>被拒行文件. Where the rejected rows can be fetched as CSV with their reasons, once the import has ended; null where there are none.</summary>
    public string? RejectedRowsUrl => Row is { EndedAt: not null, Rejected: > 0 } ? $"/imports/{ImportId}/rejected.csv" : null;

    /// <summary>失败或暂停的原因. Why the file was refused, or why the import rests, in the caller's language; null where neither is so.</summary>
    /// <param name="field">Given by the engine.</param>
    public string? Failure(IResolveFieldContext field) => GraphQLRequestContext.Of(field).English ? Row.FailureInEnglish : Row.Failure;

    /// <summary>
    /// 读取说明. What was not read of the file, or not as it stood there, in the caller's language; nothing until it has ended.
    /// </summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    public static IReadOnlyList<string> Remarks(ImportState state, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(state);
        var english = GraphQLRequestContext.Of(field).English;
        return [.. state.Remarks.Select(remark => english ? remark.English : remark.Chinese)];
    }

    /// <summary>
    /// 列的对应. As what a person has columns of the file read that would be read otherwise, or not at all; null where nobody says.
    /// </summary>
    /// <param name="state">Given by the engine.</param>
    public static IReadOnlyList<ImportColumn>? Columns(ImportState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Columns is { } columns && (columns.Titles.Length > 0 || !columns.Mapped.IsEmpty)
            ? [.. columns.Mapped.Select(one => new ImportColumn(one.Title, one.Column))]
            : null;
    }

    // GraphQL's Int has 32 bits; a file of two thousand million rows is beyond what may be brought.
    private static int Whole(long count) => checked((int)count);
}

/// <summary>导入的列. As what a person has a column of a file read.</summary>
/// <param name="Title">列名. Its title in the file.</param>
/// <param name="Column">读作. The register's column; null where it is not read.</param>
[ReadableBy(Readers.Bureau)]
public sealed record ImportColumn(string Title, string? Column);
