using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Dens;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Sections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Inspections;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>责令限期整改. An order to put something right by a day, its re-inspections, and what was done when it was not put right.</summary>
[Name("Rectification"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class RectificationType : WorkNode<RectificationRow, RectificationState>
{
    /// <summary>产品类别. The class it is counted under.</summary>
    public ProductClassType? ProductClass => ProductClassType.Of(Row.ProductClass);

    /// <summary>企业. Who has to put it right; null where that is a den.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [Refers<EnterpriseType>(nameof(RectificationRow.Enterprise))]
    public IDataLoaderResult<EnterpriseType?> Enterprise(IResolveFieldContext field, [FromServices] Database database,
        [FromServices] IGrainFactory grains) => EnterpriseType.Load(field, database, State is null ? null : grains, Row.Enterprise);

    /// <summary>窝点. The den that has to put it right or to stop; null where that is an enterprise.</summary>
    /// <param name="field">Given by the engine.</param>
    [Refers<DenType>(nameof(RectificationRow.Den))]
    public IDataLoaderResult<DenType?> Den(IResolveFieldContext field) => NodeReader.Load<DenType>(field, Row.Den);

    /// <summary>许可证. The licence whose conditions are not met, as it stands now; null where there is none.</summary>
    /// <param name="field">Given by the engine.</param>
    [Refers<LicenceType>(nameof(RectificationRow.Licence))]
    public IDataLoaderResult<LicenceType?> Licence(IResolveFieldContext field) => NodeReader.Load<LicenceType>(field, Row.Licence);

    /// <summary>检查. The inspection that found it, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    [Refers<InspectionType>(nameof(RectificationRow.Inspection))]
    public IDataLoaderResult<InspectionType?> Inspection(IResolveFieldContext field) => NodeReader.Load<InspectionType>(field, Row.Inspection);

    /// <summary>整改要求. What is to be put right, one by one.</summary>
    public static IReadOnlyList<string> Requirements(RectificationState state) => state.Order.Requirements;

    /// <summary>理由. Why it was ordered.</summary>
    public static string Reason(RectificationState state) => state.Order.Grounds.Reason;

    /// <summary>法律依据. The statute and article.</summary>
    public static string Basis(RectificationState state) => state.Order.Grounds.Basis;

    /// <summary>文书编号. The number of the notice.</summary>
    public static string? DocumentNumber(RectificationState state) => state.Order.Grounds.DocumentNumber;

    /// <summary>经办人. Who ordered it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> OrderedBy(IResolveFieldContext field, [FromServices] Database database) => UserType.Load(field, database, Row.OrderedBy);

    /// <summary>整改报告. What the enterprise reported last, or null.</summary>
    public static string? Report(RectificationState state) => state.Report?.Text;

    /// <summary>报告日. The day its report arrived (Asia/Shanghai), or null.</summary>
    public static DateOnly? ReportedOn(RectificationState state) => state.Report?.ReportedOn;

    /// <summary>复查. The re-inspections, in order.</summary>
    public static IReadOnlyList<ReinspectionType> Reinspections(RectificationState state) => [.. state.Reinspections.Select(one => new ReinspectionType(one))];

    /// <summary>处理建议. The measure that waits for a person's decision, or null.</summary>
    public static MeasureProposalType? Proposal(RectificationState state) => state.Proposal is { } proposal
        ? new MeasureProposalType(proposal, Grains.Rectifications.Rectification.BasisOf(state, proposal.Measure, proposal.ProposedOn))
        : null;

    /// <summary>已决定的措施. The measures that were taken or declined, in order.</summary>
    public static IReadOnlyList<DecidedMeasureType> Measures(RectificationState state) => [.. state.Measures.Select(one => new DecidedMeasureType(one))];

    /// <summary>逾期记录. The bureau's own terms that lapsed.</summary>
    public static IReadOnlyList<RectificationLapseType> Lapses(RectificationState state) => [.. state.Lapses.Select(one => new RectificationLapseType(one))];

    /// <summary>更正. How the order was corrected, in order.</summary>
    public static IReadOnlyList<RectificationCorrectionType> Corrections(RectificationState state) =>
        [.. state.Corrections.Select(one => new RectificationCorrectionType(one))];

    /// <summary>在办人员用户名. The user names of who holds it; none once it is done.</summary>
    public static IReadOnlyList<string> Holders(RectificationState state) => state.Holders;

    /// <summary>承办人. The user name of who answers for it: who ordered it, or who took it over.</summary>
    public static string Responsible(RectificationState state) => state.Responsible;

    /// <summary>科室移交. How it passed from section to section, in order (R3.4.1).</summary>
    public IReadOnlyList<SectionHandoverType> Handovers(RectificationState state) => SectionHandoverType.Of(Subject, state.Handovers);
}
