using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Dens;
using ShuangDa.GraphQL.Enterprises;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>承担角色. What somebody is in a piece of work.</summary>
public enum WorkRole
{
    /// <summary>Answers for it.</summary>
    [Term("承办人", "responsible")]
    Responsible,

    /// <summary>Goes along, investigates, or is of the task group.</summary>
    [Term("办案人员", "officer")]
    Officer,
}

/// <summary>在办事项. A piece of open work, and whose it is.</summary>
/// <param name="row">Its row.</param>
[Name("WorkItem"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class WorkItemType(OpenWorkRow row) : IPartNode<WorkItemType>
{
    private const string PartKind = "work";

    /// <inheritdoc/>
    static string IPartNode<WorkItemType>.Kind => PartKind;

    /// <inheritdoc/>
    PartName IPartNode.Name => new(row.Subject, PartKind, row.UserName);

    /// <summary>全局编号. Opaque and stable; what is done, or held by somebody else now, is no node any more.</summary>
    [Id]
    public string Id => NodeIds.Of(((INode)this).Subject);

    /// <summary>种类.</summary>
    [OutputType(typeof(NonNullGraphType<WorkKindType>))]
    public string Kind => WorkKinds.Of(row.Subject);

    /// <summary>编号.</summary>
    public string Number => row.Number;

    /// <summary>状态. The stage or status it stands at.</summary>
    public string Status => row.Status;

    /// <summary>责任科室. The section that answers for it.</summary>
    public string? Section => row.Section;

    /// <summary>人员. The user name of who holds it: the officer that was asked for, or who answers for it; empty where its section has yet
    /// to name somebody.</summary>
    public string UserName => row.UserName;

    /// <summary>角色. What that person is in it.</summary>
    public WorkRole Role => row.Place == 0 ? WorkRole.Responsible : WorkRole.Officer;

    /// <summary>名称. What a case or transfer is called, or the enterprise or den that is inspected or has to put something right.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string> Name(IResolveFieldContext field, [FromServices] Database database) => row switch
    {
        { Title: { } title } => Ready.With(title),
        { Den: { } den } => Ready.From<DenType?, string>(NodeReader.Load<DenType>(field, den), one => one?.Row.Name ?? row.Number),
        { Enterprise: { } enterprise } => Ready.From(EnterpriseType.LoaderOf(field, database).LoadKnown(enterprise), one => one.Row.Name),
        _ => Ready.With(row.Number),
    };

    /// <summary>全部人员. The user names of all who hold it, who answers for it first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> OfficerNames(IResolveFieldContext field, [FromServices] Database database) =>
        BatchLoader<string, IReadOnlyList<string>>.Of(field, async (subjects, ending) =>
        {
            var rows = await database.RowsAsync(
                data => data.GetTable<OpenWorkRow>()
                    .Where(other => subjects.Contains(other.Subject) && other.UserName != OpenWorkRow.Nobody)
                    .OrderBy(other => other.Place),
                ending).ConfigureAwait(false);
            var found = rows.ToLookup(other => other.Subject, other => other.UserName);
            return subjects.ToDictionary(subject => subject, subject => (IReadOnlyList<string>)[.. found[subject]]);
        }).LoadKnown(row.Subject);

    /// <summary>最早期限. When the first of what is owed in it is due, or was due and is still not done; null when nothing is owed by a
    /// day.</summary>
    public DateTimeOffset? DueAt => OwedTerm.InstantOf(row.DueAt);

    /// <summary>最早期限种类. What that is.</summary>
    [OutputType(typeof(DeadlineKindType))]
    public string? DueTerm => row.DueKind;

    /// <summary>下一期限. The deadline that comes next, warnings apart; null when nothing is to come.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<DeadlineType?> NextDeadline(IResolveFieldContext field, [FromServices] Database database) =>
        Ready.From(DeadlineType.LoaderOf(field, database).LoadKnown(row.Subject), open => open.FirstOrDefault(deadline => !DeadlineKinds.Warnings.Contains(deadline.Kind)));

    /// <summary>主体. The inspection, order, case or transfer itself.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.LoadOrName(field, row.Subject);
    }

    /// <inheritdoc/>
    static async Task<IEnumerable<WorkItemType>> IPartNode<WorkItemType>.FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken) =>
        (await PartNodes.RowsAsync<OpenWorkRow>(data, wanted, cancellationToken).ConfigureAwait(false))
        .Select(one => new WorkItemType(one));
}
