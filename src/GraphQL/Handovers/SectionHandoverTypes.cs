using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>科室移交. A piece of work that passed from one section to another; both find it here.</summary>
[Name("SectionHandover"), ReadableBy(Readers.Bureau)]
public sealed class SectionHandoverType
{
    private readonly string _subject;

    /// <summary>A hand-over as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public SectionHandoverType(SectionHandoverRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (_subject, HandedOn, From, To, HandedBy) = (row.Subject, IsoDate.Parse(row.HandedOn), row.FromSection, row.ToSection, row.HandedBy);
    }

    private SectionHandoverType(string subject, SectionHandover handover) =>
        (_subject, HandedOn, From, To, HandedBy) = (subject, handover.HandedOn, handover.From, handover.To, handover.HandedBy);

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
    internal static IReadOnlyList<SectionHandoverType> Of(string subject, IEnumerable<SectionHandover> handovers) => [.. handovers.Select(one => new SectionHandoverType(subject, one))];
}
