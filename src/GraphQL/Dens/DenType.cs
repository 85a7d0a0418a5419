using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Approvals;
using ShuangDa.GraphQL.Areas;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Rectifications;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Dens;

/// <summary>窝点. An illegal workshop that is registered nowhere, with what was inspected, ordered and opened about it.</summary>
[Name("Den"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class DenType : SteppedNode<DenRow, DenState>
{
    /// <summary>产品类别. What it makes, the main class first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<ProductClassType>> ProductClasses(
        IResolveFieldContext field, [FromServices] Database database) =>
        State is { } state
            ? Ready.With(ProductClassType.Of(state.Details.ProductClasses))
            : ProductClassType.LoaderOf<DenProductClassRow>(field, database).LoadKnown(Subject);

    /// <summary>所在区域. The area in which it lies, or null.</summary>
    public AreaType? Area => Row.Area is { } code ? new AreaType(code) : null;

    /// <summary>来源编号. The number of the inspection, complaint … that led to it, or null.</summary>
    public static string? SourceReference(DenState state) => state.Details.SourceReference;

    /// <summary>发现人用户名. The user name of who recorded it.</summary>
    public static string FoundByName(DenState state) => state.FoundBy;

    /// <summary>发现人. Who recorded it.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public static IDataLoaderResult<UserType?> FoundBy(DenState state, IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(state);
        return UserType.Load(field, database, state.FoundBy);
    }

    /// <summary>经营者. Who runs it, masked for whoever neither found it nor heads its section nor reviews; null where nobody is
    /// recorded.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="personal">Given by the engine.</param>
    public static DenOperatorType? Operator(DenState state, IResolveFieldContext field, [FromServices] PersonalData personal)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(field);
        var isNeeded = Caller.Of(field.User) is { } caller && NeedsOperator(state, caller);
        return PartyParticulars.Shown(state.Operator, isNeeded, personal) is { } particulars ? new DenOperatorType(particulars) : null;
    }

    /// <summary>提请取缔. The bans that were proposed, the last first, and what came of them.</summary>
    public static IReadOnlyList<ApprovalType> Approvals(DenState state) =>
        ApprovalType.Of(state.Approvals, Den.ProposedOn, [], static _ => [], Den.Concept);

    /// <summary>取缔. How it was banned, in order.</summary>
    public static IReadOnlyList<DenBanType> Bans(DenState state) => [.. state.Bans.Select(ban => new DenBanType(ban))];

    /// <summary>去向. How it ended; null while it has not.</summary>
    public static DenEnding? Ending(DenState state) => state.End?.Ending;

    /// <summary>终结理由. Why it was recorded as ended; null while it has not.</summary>
    public static string? EndReason(DenState state) => state.End?.Grounds.Reason;

    /// <summary>登记后的企业. The enterprise that it has become, or null.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    public static IDataLoaderResult<EnterpriseType?> Enterprise(DenState state, IResolveFieldContext field) =>
        NodeReader.Load<EnterpriseType>(field, state?.End?.CreditCode);

    /// <summary>检查. Its inspections, by filter and order.</summary>
    /// <param name="inspections">Given by the engine.</param>
    public Task<Connection<InspectionType>> Inspections(Listing<InspectionRow, InspectionType> inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var number = Row.Number;
        return inspections.ReadAsync(row => row.Den == number);
    }

    /// <summary>整改. The orders it was given, by filter and order.</summary>
    /// <param name="rectifications">Given by the engine.</param>
    public Task<Connection<RectificationType>> Rectifications(Listing<RectificationRow, RectificationType> rectifications)
    {
        ArgumentNullException.ThrowIfNull(rectifications);
        var number = Row.Number;
        return rectifications.ReadAsync(row => row.Den == number);
    }

    /// <summary>案件. The cases in which it is a party, the first or a further one, by filter and order.</summary>
    /// <param name="cases">Given by the engine.</param>
    public Task<Connection<CaseType>> Cases(Listing<CaseRow, CaseType> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var itself = new ListFilter(All: null, None: null, Some: new StringFilter(Eq: Row.Number), Any: null);
        return cases.ReadAsync(new RowFilter<CaseRow>(new Dictionary<string, object?> { ["partyDens"] = itself }));
    }

    // Who found it, the head of its section, and the legal section (个人信息保护法 第六条: no more than the purpose needs).
    private static bool NeedsOperator(DenState state, Caller caller) => state.FoundBy == caller.UserName
        || (caller.Roles & Roles.Legal) != Roles.None
        || ((caller.Roles & Roles.SectionHead) != Roles.None && caller.Account.Section == state.Section);
}

/// <summary>窝点经营者. Who runs a den.</summary>
/// <param name="particulars">As the caller may see it.</param>
[Name("DenOperator"), ReadableBy(Readers.Bureau)]
public sealed class DenOperatorType(PartyParticulars particulars)
{
    /// <summary>经营者姓名. Masked for whoever need not know.</summary>
    public string? Representative => particulars.Representative;

    /// <summary>联系电话. Masked likewise.</summary>
    public string? Telephone => particulars.Telephone;

    /// <summary>身份证件号码. Masked likewise.</summary>
    public string? IdentityNumber => particulars.IdentityNumber;
}

/// <summary>取缔. How a den was banned.</summary>
/// <param name="ban">As it was decided.</param>
[Name("DenBan"), ReadableBy(Readers.Bureau)]
public sealed class DenBanType(DenBan ban)
{
    /// <summary>取缔日. The day (Asia/Shanghai).</summary>
    public DateOnly BannedOn => ban.BannedOn;

    /// <summary>理由. Why.</summary>
    public string Reason => ban.Grounds.Reason;

    /// <summary>法律依据. The statute and article.</summary>
    public string Basis => ban.Grounds.Basis;

    /// <summary>文书编号. The number of the document, or null.</summary>
    public string? DocumentNumber => ban.Grounds.DocumentNumber;

    /// <summary>案件. The case that it rests on, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<CaseType?> Case(IResolveFieldContext field) => NodeReader.Load<CaseType>(field, ban.Case);

    /// <summary>整改. The order after which the district government granted it, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<RectificationType?> Order(IResolveFieldContext field) => NodeReader.Load<RectificationType>(field, ban.Order);
}
