using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

// What is planned to be inspected, and what is not inspected after all.
public static partial class Inspection
{
    private static Decision<InspectionEvent>? DecideInPlanning(InspectionState inspection, InspectionCommand command, Circumstances now) => command switch
    {
        CancelInspection c when c.Grounds.Problem() is { } problem => problem,
        CancelInspection c => new InspectionCancelled(now.Today, c.Grounds.Trimmed()),
        _ => Decision<InspectionEvent>.NotOfThisStage,
    };

    private static InspectionState? ApplyInPlanning(InspectionState inspection, InspectionEvent happened) => happened switch
    {
        InspectionCancelled e => inspection with { Status = InspectionStatus.Cancelled, Cancellation = e.Grounds },
        _ => null,
    };

    private static InspectionState Begun(InspectionPlanned e) => new() { Number = e.Number, Status = InspectionStatus.Planned, Plan = e.Plan };

    private static Decision<InspectionEvent> DecidePlanInspection(PlanInspection command, Circumstances now)
    {
        var facts = now.Required<InspectionFacts>();
        if (CreditCode.Parse(command.Enterprise, out var code) is { } wrongCode)
        {
            return wrongCode with { Field = "enterpriseCreditCode" };
        }

        if (!facts.EnterpriseIsRegistered)
        {
            return new NotFound("enterprise", code.ToString());
        }

        var officers = OfficerNames.Of(command.Officers);
        if (!officers.IsEmpty && OfficerNames.Problem(officers, "officers", now) is { } wrongOfficers)
        {
            return wrongOfficers;
        }

        var lead = command.Basis is InspectionBasis.Lead ? FreeText.Given(command.Lead) : null;
        if ((OwnSection.Problem(now, "section", command.Section)
            ?? (command.Basis is InspectionBasis.Lead ? FreeText.Missing("lead", lead) : null)
            ?? (command.Basis is InspectionBasis.RandomDraw && command.Draw is null ? new InvalidInput("basis", "双随机检查只能由抽取产生", "A drawn inspection comes from a draw only") : null)
            ?? now.NotOpen<ProductClass>("productClass", command.ProductClass)
            ?? PlausibleDays.Problem("plannedOn", command.PlannedOn)
            ?? (command.PlannedOn < now.Today ? new InvalidInput("plannedOn", "计划日不能早于今天", "The planned day must not lie before today") : null)) is { } problem)
        {
            return problem;
        }

        return new InspectionPlanned(now.Key, new InspectionPlan(
            code.ToString(),
            command.Basis,
            command.PlannedOn,
            FreeText.Given(command.Campaign),
            FreeText.Given(command.Section) ?? OwnSection.Of(now),
            now.Actor.User,
            officers,
            facts.Licences,
            now.Open<ProductClass>(command.ProductClass)?.Code ?? facts.EnterpriseProductClass,
            lead,
            command.Basis is InspectionBasis.RandomDraw ? command.Draw : null));
    }
}

/// <summary>检查方式. How an enterprise comes to be inspected.</summary>
[JsonConverter(typeof(WireNameConverter<InspectionBasis>))]
public enum InspectionBasis
{
    /// <summary>The sweep of every licensed producer of a key class (R2.2.1).</summary>
    [Term("全面检查", "sweep")]
    Sweep,

    /// <summary>Enterprise and officers were drawn.</summary>
    [Term("双随机抽查", "random draw")]
    RandomDraw,

    /// <summary>A lead gave rise to it.</summary>
    [Term("线索检查", "inspection by lead")]
    Lead,
}

/// <summary>检查计划. Whom to inspect, when, why and by whom.</summary>
/// <param name="Enterprise">企业. The credit code.</param>
/// <param name="Basis">检查方式. How it came to be inspected.</param>
/// <param name="PlannedOn">计划日. The day until which it is to be done (Asia/Shanghai).</param>
/// <param name="Campaign">专项行动. The code of the campaign it belongs to, or null.</param>
/// <param name="Section">责任科室. The section that answers for it, or null.</param>
/// <param name="PlannedBy">计划人. The user name of who planned it.</param>
/// <param name="Officers">执法人员. Their user names, the drawn ones where they were drawn; none while nobody is named.</param>
/// <param name="Licences">许可证. The numbers of the licences in force that it is about; none where the enterprise has none.</param>
/// <param name="ProductClass">产品类别. The code it is counted under, or null.</param>
/// <param name="Lead">线索. What gave rise to it; there is one exactly when it is by lead.</param>
/// <param name="Draw">抽取. How it was drawn; there is one exactly when it was.</param>
[GenerateSerializer, Immutable, Alias("inspection-plan")]
public sealed record InspectionPlan(
    string Enterprise,
    InspectionBasis Basis,
    DateOnly PlannedOn,
    string? Campaign,
    string? Section,
    string PlannedBy,
    ImmutableArray<string> Officers,
    ImmutableArray<string> Licences,
    string? ProductClass,
    string? Lead = null,
    DrawRecord? Draw = null);

/// <summary>抽取记录. How enterprise and officers were drawn: with the same seed and the same pools anybody draws the same again.</summary>
/// <param name="Seed">种子. The seed.</param>
/// <param name="Position">次序. Which of the drawn this is, from 1.</param>
/// <param name="Enterprises">企业库. How many enterprises were in the pool.</param>
/// <param name="Officers">人员库. How many officers were in the pool.</param>
/// <param name="PoolHash">库哈希. SHA-256 over both pools in order, 64 hexadecimal digits.</param>
/// <param name="First">首抽检查. The number of the inspection that was drawn first, which keeps the pools; null in what was stored before they were kept.</param>
/// <param name="Pools">抽取库. What was drawn from; kept with the first that was drawn.</param>
[GenerateSerializer, Immutable, Alias("draw-record")]
public sealed record DrawRecord(long Seed, int Position, int Enterprises, int Officers, string PoolHash, string? First = null, DrawPools? Pools = null);

/// <summary>抽取库. Both pools of a draw, in the order in which they are drawn from.</summary>
/// <param name="Enterprises">企业库. Credit codes.</param>
/// <param name="Officers">人员库. User names.</param>
[GenerateSerializer, Immutable, Alias("draw-pools")]
public sealed record DrawPools(ImmutableArray<string> Enterprises, ImmutableArray<string> Officers);

/// <summary>计划检查. Plans the inspection of one enterprise (R2.2.1).</summary>
/// <param name="Enterprise">企业. The unified social credit code.</param>
/// <param name="Basis">检查方式. SWEEP or LEAD; what is drawn comes from drawInspections.</param>
/// <param name="PlannedOn">计划日. Until when it is to be done (Asia/Shanghai).</param>
/// <param name="Campaign">专项行动. The campaign's code, or null.</param>
/// <param name="Officers">执法人员. User names: two at least, or none yet.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the enterprise's main one.</param>
/// <param name="Lead">线索. What gave rise to it; must be given when it is by lead.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="Draw">抽取记录. How it was drawn; must be given when it was.</param>
[GenerateSerializer, Immutable, Alias("inspection.plan"), AllowedTo(Planning), Creates, ForOwnSection]
[Refuses<AlreadyExists, TooFewOfficers, OfficerCannotAct>]
public sealed record PlanInspection(
    [OfferedAs("enterpriseCreditCode")] string Enterprise,
    InspectionBasis Basis,
    DateOnly PlannedOn,
    [Longest(PlanInspection.LongestCampaign)] string? Campaign = null,
    [Most(OfficerNames.Most)] ImmutableArray<string>? Officers = null,
    [Listed<ProductClass>] string? ProductClass = null,
    [Longest(1000)] string? Lead = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null,
    [NotOffered] DrawRecord? Draw = null) : InspectionCommand, INamesOfficers
{
    /// <summary>专项行动代码最长. The most characters of a campaign's code.</summary>
    public const int LongestCampaign = 60;

    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>取消检查. Cancels a planned inspection.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection.cancel"), AllowedTo(Planning)]
[Refuses<InspectionNotPlanned>]
public sealed record CancelInspection(Grounds Grounds) : InspectionCommand;

/// <summary>已计划检查. The inspection was planned.</summary>
/// <param name="Number">编号. Its number.</param>
/// <param name="Plan">计划. What was planned.</param>
[Alias("inspection.planned")]
public sealed record InspectionPlanned(string Number, InspectionPlan Plan) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"计划检查（{Terms.Of(Plan.Basis).Chinese}），{Plan.PlannedOn:yyyy-MM-dd}前完成", $"Planned ({Terms.Of(Plan.Basis).English}), to be done by {Plan.PlannedOn:yyyy-MM-dd}");
}

/// <summary>已取消检查. The inspection was cancelled.</summary>
/// <param name="CancelledOn">取消日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("inspection.cancelled")]
public sealed record InspectionCancelled(DateOnly CancelledOn, Grounds Grounds) : InspectionStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"取消检查：{Grounds.Reason}", $"Cancelled: {Grounds.Reason}");
}
