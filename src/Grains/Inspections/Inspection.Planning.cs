using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
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
        CancelInspection c => new InspectionCancelled(now.Day, c.Grounds.Trimmed()),
        _ => Decision<InspectionEvent>.NotOfThisStage,
    };

    private static InspectionState? ApplyInPlanning(InspectionState inspection, InspectionEvent happened) => happened switch
    {
        InspectionCancelled e => inspection with { Status = InspectionStatus.Cancelled, Cancellation = e.Grounds },
        _ => null,
    };

    private static InspectionState Begun(InspectionPlanned e) => new() { Number = e.Number, Status = InspectionStatus.Planned, Plan = e.Plan, Serial = e.Serial };

    private static Decision<InspectionEvent> DecidePlanInspection(PlanInspection command, Circumstances now)
    {
        var lead = command.Basis is InspectionBasis.Lead ? FreeText.Given(command.Lead) : null;
        var campaign = FreeText.Given(command.Campaign);
        var officers = OfficerNames.Of(command.Officers);
        if (Unplannable(command, command.PlannedOn, officers, command.ProductClass, now) is { } unplannable)
        {
            return unplannable;
        }

        if (((command.Basis is InspectionBasis.Lead ? FreeText.Missing("lead", lead) : null)
            ?? (command.Basis is InspectionBasis.RandomDraw && command.Draw is null
                ? new InvalidInput("basis", "双随机检查只能由抽取产生", "A drawn inspection comes from a draw only")
                : null)
            ?? PlausibleDays.Problem("plannedOn", command.PlannedOn)
            ?? (command.PlannedOn < now.Day
                ? new InvalidInput("plannedOn", "计划日不能早于作出计划的日期", "The planned day must not lie before the day it is planned on")
                : null)) is { } problem)
        {
            return problem;
        }

        // A sweep looks at each enterprise once: whoever plans the second is told of the first (国办发〔2024〕54号: 不得重复检查).
        if (command.Basis is InspectionBasis.Sweep && campaign is not null && now.Required<InspectionFacts>().InSweep is { } first)
        {
            return new AlreadyInSweep(campaign, first);
        }

        var plan = PlanOf(command, command.Basis, command.PlannedOn, command.Officers, command.ProductClass, now);
        return Planned(now, plan with
        {
            Campaign = campaign,
            Lead = lead,
            Draw = command.Basis is InspectionBasis.RandomDraw ? command.Draw : null,
        });
    }

    /// <summary>日常检查: whoever is there plans and begins it at once.</summary>
    private static Decision<InspectionEvent> DecideBeginInspection(BeginInspection command, Circumstances now)
    {
        var officers = OfficerNames.Of(command.Officers);
        if ((OfficerNames.Problem(officers, "officers", now)
            ?? Unplannable(command, now.Day, officers, command.ProductClass, now)) is { } problem)
        {
            return problem;
        }

        var plan = PlanOf(command, InspectionBasis.Routine, now.Day, command.Officers, command.ProductClass, now);
        return NotThere(officers, plan.Section, now) is { } absent ? absent
            : now.Required<InspectionFacts>().Begun.FirstOrDefault(one => one.By == now.Actor.User) is { Number: var begun }
                ? new AlreadyBegun(begun, now.Day)
            : Planned(now, plan with { RecordBy = now.Today, BegunBy = now.Actor.User });
    }

    private static InspectionPlanned Planned(Circumstances now, InspectionPlan plan) =>
        new(now.Key, plan, LastNumber.Next(now, NumberWord.Inspection, plan.Section));

    /// <summary>Why no inspection of this enterprise or den by these people can be planned, or null.</summary>
    private static Refusal? Unplannable(
        IPlans visit, DateOnly day, ImmutableArray<string> officers, string? productClass, Circumstances now) =>
        PartyProblem(visit, day, now) is { } wrongParty ? wrongParty
        : !officers.IsEmpty && OfficerNames.Problem(officers, "officers", now) is { } wrongOfficers ? wrongOfficers
        : OwnSection.Problem(now, "section", visit.Section) ?? now.NotOpen<ProductClass>("productClass", productClass);

    private static Refusal? PartyProblem(IPlans visit, DateOnly day, Circumstances now)
    {
        if (EnterpriseOrDen.Problem(visit.Enterprise, visit.Den) is { } neither)
        {
            return neither;
        }

        if (FreeText.Given(visit.Den) is { } den)
        {
            return now.DenProblem(den, day, out _);
        }

        var facts = now.Required<InspectionFacts>();
        return CreditCode.ParseNamed(visit.Enterprise, facts.EnterpriseIsRegistered, out var code) is { } wrongCode
                ? wrongCode with { Field = "enterpriseCreditCode" }
            : !facts.EnterpriseIsRegistered ? new NotFound("enterprise", code.ToString())
            : facts.Ended?.Problem(code.ToString(), day);
    }

    private static InspectionPlan PlanOf(
        IPlans visit,
        InspectionBasis basis,
        DateOnly plannedOn,
        ImmutableArray<string>? officers,
        string? productClass,
        Circumstances now)
    {
        _ = CreditCode.ParseCarried(visit.Enterprise, out var code);
        var facts = now.Required<InspectionFacts>();
        var den = FreeText.Given(visit.Den) is null ? null : now.Required<DenFound>().State;
        return new InspectionPlan(
            den is null ? code.ToString() : null,
            basis,
            plannedOn,
            null,
            OwnSection.Or(now, visit.Section),
            now.Actor.User,
            OfficerNames.Of(officers),
            facts.Licences,
            now.Open<ProductClass>(productClass)?.Code ?? den?.Details.ProductClasses.FirstOrDefault() ?? facts.EnterpriseProductClass,
            MadeOn: now.Day,

            // The cap protects who may do business; of who may not, nobody counts the visits (国办发〔2024〕54号).
            BeyondCap: basis is InspectionBasis.Lead || den is not null ? null
                : facts.YearlyCap.Exceeded(plannedOn.Year, facts.InspectionsOfYear + 1))
        {
            Den = den?.Number,
        };
    }
}

/// <summary>检查方式. How an enterprise or a den comes to be inspected.</summary>
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

    /// <summary>The daily inspection that officers begin on the spot, without a sweep.</summary>
    [Term("日常检查", "routine inspection")]
    Routine,
}

/// <summary>检查计划. Whom to inspect, when, why and by whom.</summary>
/// <param name="Enterprise">企业. The credit code; null where a den is inspected.</param>
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
/// <param name="MadeOn">
/// 作出计划日. The day on which it was planned (Asia/Shanghai); null in what was stored before that was kept.
/// </param>
/// <param name="RecordBy">
/// 记录截止日. The last day to record it, where that is not the planned one: the day on which one that was begun on the spot was entered.
/// </param>
/// <param name="BeyondCap">
/// 超过年度上限. By how much the enterprise is inspected more often in the year than the bureau allows; null where it is not.
/// </param>
[GenerateSerializer, Immutable, Alias("inspection-plan")]
public sealed record InspectionPlan(
    string? Enterprise,
    InspectionBasis Basis,
    DateOnly PlannedOn,
    string? Campaign,
    string? Section,
    string PlannedBy,
    ImmutableArray<string> Officers,
    ImmutableArray<string> Licences,
    string? ProductClass,
    string? Lead = null,
    DrawRecord? Draw = null,
    DateOnly? MadeOn = null,
    DateOnly? RecordBy = null,
    YearlyCapExceeded? BeyondCap = null)
{
    /// <summary>现场开始人. Who began it on the spot; null where it was planned before, and in what was stored before that was kept.</summary>
    [Id(152)] public string? BegunBy { get; init; }

    /// <summary>窝点. The number of the den that is inspected; null where an enterprise is.</summary>
    [Id(153)] public string? Den { get; init; }

    /// <summary>检查对象. Who is inspected: the enterprise's credit code or the den's number, which no other has.</summary>
    [JsonIgnore] public string Party => Enterprise ?? Den!;

    /// <summary>应办结日. The last day to make and record it (Asia/Shanghai).</summary>
    [JsonIgnore] public DateOnly LastDay => RecordBy ?? PlannedOn;
}

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

/// <summary>计划检查. Plans the inspection of one enterprise, or of one den (R2.2.1).</summary>
/// <param name="Enterprise">企业. The unified social credit code; left out where a den is inspected.</param>
/// <param name="Basis">检查方式. SWEEP, LEAD or ROUTINE; what is drawn comes from drawInspections.</param>
/// <param name="PlannedOn">计划日. Until when it is to be done (Asia/Shanghai).</param>
/// <param name="Campaign">专项行动. The campaign's code, or null.</param>
/// <param name="Officers">执法人员. User names: two at least, or none yet.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the enterprise's main one.</param>
/// <param name="Lead">线索. What gave rise to it; must be given when it is by lead.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="Draw">抽取记录. How it was drawn; must be given when it was.</param>
/// <param name="Den">窝点编号. The den that is inspected; left out where an enterprise is.</param>
[GenerateSerializer, Immutable, Alias("inspection.plan"), AllowedTo(Planning), Creates, ForOwnSection, Dated]
[Refuses<AlreadyExists, TooFewOfficers, OfficerCannotAct, AlreadyInSweep, EnterpriseHasEnded>]
[Refuses<DenHasEnded>]
public sealed record PlanInspection(
    [OfferedAs("enterpriseCreditCode")] string? Enterprise,
    InspectionBasis Basis,
    DateOnly PlannedOn,
    [Longest(PlanInspection.LongestCampaign)] string? Campaign = null,
    [Most(OfficerNames.Most)] ImmutableArray<string>? Officers = null,
    [Listed<ProductClass>] string? ProductClass = null,
    [Longest(1000)] string? Lead = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null,
    [NotOffered] DrawRecord? Draw = null,
    string? Den = null) : InspectionCommand, INamesOfficers, IPlans
{
    DateOnly? IPlans.PlannedOn => PlannedOn;

    /// <summary>专项行动代码最长. The most characters of a campaign's code.</summary>
    public const int LongestCampaign = 60;

    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>
/// 开始日常检查. Plans an inspection and begins it at once, on the spot and without a sweep; recorded by who is there, or for them by a
/// person of the section (产品质量法 第八条).
/// </summary>
/// <param name="Enterprise">企业. The unified social credit code; left out where a den is inspected.</param>
/// <param name="Officers">执法人员. Who is there, by their user names; two at least.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the enterprise's main one.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="Den">窝点编号. The den that is inspected; left out where an enterprise is.</param>
[GenerateSerializer, Immutable, Alias("inspection.begin"), AllowedTo(Inspecting), Creates, ForOwnSection, Dated]
[Refuses<AlreadyExists, TooFewOfficers, OfficerCannotAct, RecorderNotThere, EnterpriseHasEnded>]
[Refuses<AlreadyBegun, DenHasEnded>]
public sealed record BeginInspection(
    [OfferedAs("enterpriseCreditCode")] string? Enterprise,
    [Most(OfficerNames.Most)] ImmutableArray<string> Officers,
    [Listed<ProductClass>] string? ProductClass = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null,
    string? Den = null) : InspectionCommand, INamesOfficers, IPlans
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;

    string? IPlans.Campaign => null;

    DateOnly? IPlans.PlannedOn => On;
}

/// <summary>作出计划的命令. A command that plans an inspection of an enterprise or a den.</summary>
internal interface IPlans : INamesDen
{
    /// <summary>企业. The credit code as typed; null where a den is named.</summary>
    string? Enterprise { get; }

    /// <summary>专项行动. The campaign's code, or null.</summary>
    string? Campaign { get; }

    /// <summary>责任科室. The section as given, or null.</summary>
    string? Section { get; }

    /// <summary>计划日. For when; null for today.</summary>
    DateOnly? PlannedOn { get; }
}

/// <summary>取消检查. Cancels a planned inspection.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection.cancel"), AllowedTo(Planning), Dated]
[Refuses<InspectionNotPlanned>]
public sealed record CancelInspection(Grounds Grounds) : InspectionCommand;

/// <summary>已计划检查. The inspection was planned.</summary>
/// <param name="Number">编号. Its number.</param>
/// <param name="Plan">计划. What was planned.</param>
/// <param name="Serial">检查文号. The number that people say; null in what was stored before there were such numbers.</param>
[Alias("inspection.planned")]
public sealed record InspectionPlanned(string Number, InspectionPlan Plan, OfficialNumber? Serial = null) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Plan.BeyondCap is { } beyond
        ? new($"{What.Chinese}（{beyond.Text.Chinese}）", $"{What.English} ({beyond.Text.English})")
        : What;

    private BilingualText What => Plan is { Basis: InspectionBasis.Routine, RecordBy: not null }
        ? new($"现场开始日常检查，{Plan.PlannedOn:yyyy-MM-dd}", $"A routine inspection was begun on the spot on {Plan.PlannedOn:yyyy-MM-dd}")
        : new(
            $"计划检查（{Terms.Of(Plan.Basis).Chinese}），{Plan.PlannedOn:yyyy-MM-dd}前完成",
            $"Planned ({Terms.Of(Plan.Basis).English}), to be done by {Plan.PlannedOn:yyyy-MM-dd}");
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

/// <summary>已经开始的检查. An inspection that somebody began on the spot and has not recorded or cancelled. A second press of the button is
/// told of the first one and makes no other: it comes under a command id of its own, so that the first answer is not its answer, and
/// whoever does come twice on a day records the first visit before the second begins.</summary>
/// <param name="Number">编号. Its number.</param>
/// <param name="By">开始人. The user name of who began it.</param>
public sealed record BegunInspection(string Number, string By);

/// <summary>检查已经开始. The same person began an inspection of the enterprise or den on that day, and it is neither recorded nor
/// cancelled.</summary>
/// <param name="Inspection">检查. Its number.</param>
/// <param name="BegunOn">日期. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("refusal.already-begun")]
public sealed record AlreadyBegun(string Inspection, DateOnly BegunOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"您已于{IsoDate.Of(BegunOn)}对该企业或者窝点开始检查（{Inspection}），尚未记录；请在该检查中记录，误登的请先取消",
        $"You began this inspection on {IsoDate.Of(BegunOn)} ({Inspection}) and have not recorded it: record it, or "
        + "cancel it where it was made by mistake");
}

/// <summary>已列入本次全面检查. The sweep looks at each enterprise and den once, and this one is planned already.</summary>
/// <param name="Campaign">专项行动. Which sweep.</param>
/// <param name="Inspection">检查编号. The inspection that there is.</param>
[GenerateSerializer, Immutable, Alias("refusal.already-in-sweep")]
public sealed record AlreadyInSweep(string Campaign, string Inspection) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该对象已列入“{Campaign}”的全面检查（{Inspection}），同一企业或者窝点一次专项行动只检查一次",
        $"The sweep '{Campaign}' has this one already ({Inspection}); each enterprise and den is inspected once");
}
