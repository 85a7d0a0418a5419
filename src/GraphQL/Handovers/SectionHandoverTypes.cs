using System.Globalization;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using LinqToDB.Data;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>科室移交. A piece of work that passed from one section to another; both find it here.</summary>
[Name("SectionHandover"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class SectionHandoverType : IPartNode<SectionHandoverType>
{
    private const string PartKind = "handover";

    private readonly string _subject;
    private readonly int _place;

    /// <summary>A hand-over as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public SectionHandoverType(SectionHandoverRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (_subject, _place) = (row.Subject, row.Place);
        (HandedOn, From, To, HandedBy) = (IsoDate.Parse(row.HandedOn), row.FromSection, row.ToSection, row.HandedBy);
    }

    private SectionHandoverType(string subject, int place, SectionHandover handover)
    {
        (_subject, _place) = (subject, place);
        (HandedOn, From, To, HandedBy) = (handover.HandedOn, handover.From, handover.To, handover.HandedBy);
    }

    /// <inheritdoc/>
    static string IPartNode<SectionHandoverType>.Kind => PartKind;

    /// <inheritdoc/>
    PartName IPartNode.Name => new(_subject, PartKind, _place.ToString(CultureInfo.InvariantCulture));

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(((INode)this).Subject);

    /// <summary>移交日. The day (Asia/Shanghai).</summary>
    public DateOnly HandedOn { get; }

    /// <summary>移出科室. The section that passed it on; null where none answered for it.</summary>
    public string? From { get; }

    /// <summary>接收科室. The section that answers for it since.</summary>
    public string To { get; }

    /// <summary>移交人. The user name of who decided it; why and by which document is in the work's history.</summary>
    public string HandedBy { get; }

    /// <summary>种类. What was handed over.</summary>
    [OutputType(typeof(NonNullGraphType<WorkKindType>))]
    public string Kind => WorkKinds.Of(_subject);

    /// <summary>编号. Its number.</summary>
    public string Number => SubjectKeys.Split(_subject).Key;

    /// <summary>主体. The work itself.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.LoadOrName(field, _subject);
    }

    /// <summary>The hand-overs of a piece of work, in order.</summary>
    internal static IReadOnlyList<SectionHandoverType> Of(string subject, IEnumerable<SectionHandover> handovers) =>
        [.. handovers.Select((one, index) => new SectionHandoverType(subject, index + 1, one))];

    /// <inheritdoc/>
    static async Task<IEnumerable<SectionHandoverType>> IPartNode<SectionHandoverType>.FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken) =>
        (await PartNodes.RowsAsync<SectionHandoverRow>(data, wanted, cancellationToken).ConfigureAwait(false))
        .Select(row => new SectionHandoverType(row));
}
