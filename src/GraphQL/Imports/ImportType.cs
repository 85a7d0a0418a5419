using GraphQL;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Imports;

/// <summary>导入. One file of a public register on its way into the system.</summary>
[Name("Import"), Implements(typeof(INode))]
public sealed class ImportType : INode
{
    private readonly ImportRow _row;

    /// <summary>An import as of its last durable mark.</summary>
    /// <param name="row">Its row.</param>
    public ImportType(ImportRow row) => _row = row;

    /// <summary>An import as its grain knows it, with the counts of the moment.</summary>
    /// <param name="snapshot">Its state.</param>
    public ImportType(Snapshot<ImportState> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _row = (ImportRow)Import.Concept.RowsOf(SubjectKeys.Of(Import.Concept.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>导入编号. The id that <c>POST /imports/…</c> answered; <c>import(id:)</c> understands both.</summary>
    [Id]
    public string ImportId => SubjectKeys.Split(_row.Subject).Key;

    /// <summary>版本. Rises with every mark of its progress.</summary>
    public int Version => _row.Version;

    /// <summary>登记簿. Which register the file is of.</summary>
    public RegisterKind Register => WireName.Find<RegisterKind>(_row.Register)!.Value;

    /// <summary>状态. How far it has come.</summary>
    public ImportStatus Status => WireName.Find<ImportStatus>(_row.Status)!.Value;

    /// <summary>文件名. As the sender named it, or null.</summary>
    public string? FileName => _row.FileName;

    /// <summary>导入人. The user name of who brought the file.</summary>
    public string UserName => _row.User;

    /// <summary>已读行数. Rows with anything in them, without the header.</summary>
    public int RowsRead => Whole(_row.RowsRead);

    /// <summary>新建. Rows that made an enterprise or licence.</summary>
    public int Created => Whole(_row.Created);

    /// <summary>更新. Rows that changed one.</summary>
    public int Updated => Whole(_row.Updated);

    /// <summary>未变. Rows that said nothing new.</summary>
    public int Unchanged => Whole(_row.Unchanged);

    /// <summary>拒绝. Rows that were not taken over.</summary>
    public int Rejected => Whole(_row.Rejected);

    /// <summary>被拒行文件. Where the rejected rows can be fetched as CSV with their reasons, once the import has ended; null where there are none.</summary>
    public string? RejectedRowsUrl => _row is { EndedAt: not null, Rejected: > 0 } ? $"/imports/{ImportId}/rejected.csv" : null;

    /// <summary>失败或暂停的原因. Why the file was refused, or why the import rests, in the caller's language; null where neither is so.</summary>
    /// <param name="field">Given by the engine.</param>
    public string? Failure(IResolveFieldContext field) => GraphQLRequestContext.Of(field).English ? _row.FailureInEnglish : _row.Failure;

    /// <summary>提交时刻. When the file was brought.</summary>
    public DateTimeOffset QueuedAt => DateTimeOffset.FromUnixTimeMilliseconds(_row.QueuedAt);

    /// <summary>结束时刻. When it was completed, failed or cancelled, or null.</summary>
    public DateTimeOffset? EndedAt => _row.EndedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    // GraphQL's Int has 32 bits; a file of two thousand million rows is beyond what may be brought.
    private static int Whole(long count) => checked((int)count);
}
