using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What a lead is, and whether it becomes a case.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInFiling(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordLead => new AlreadyExists("case", state.Number),
        DecideNotToFile when state.MustTransfer => Required(state),
        DecideNotToFile when state.Stage is not CaseStage.Lead => new CaseNotInStage(state.Stage),
        // What was taken while it was a lead is given back first (行政强制法 第二十八条); a test that has no result holds nothing.
        DecideNotToFile when state.HeldTasks is { IsEmpty: false } tasks => new CaseHasOpenTasks([.. tasks]),
        DecideNotToFile c => c.Grounds.Problem() is { } problem ? problem
            : new CaseNotFiled(now.Day, c.Grounds.Trimmed()) { Facts = NotSoAfterAll(now) },
        FileCase when state.Stage is not CaseStage.Lead => new CaseNotInStage(state.Stage),
        FileCase c => DecideFileCase(state, c, now),
        CorrectCaseTitle c => (FreeText.Missing("title", c.Title) ?? c.Grounds.Problem()) is { } problem ? problem
            : c.Title.Trim() == state.Lead.Title ? Decision<CaseEvent>.AlreadySo
            : new CaseTitleCorrected(state.Lead.Title, c.Title.Trim(), c.Grounds.Trimmed()),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInFiling(CaseState state, CaseEvent happened) => happened switch
    {
        CaseNotFiled e => Ended(state, CaseStage.NotFiled, new CaseEnd(e.On, CaseOutcome.NotFiled, e.Grounds)) with
        {
            IsUncounted = e.Facts is not null,
        },
        CaseFiled e => state with
        {
            Stage = CaseStage.Investigation,
            FiledOn = ShanghaiTime.DayOf(e.At),
            Officers = e.Officers,
            Investigators = [.. state.Investigators.Union(e.Officers)],
            Clocks = state.Clocks.Stop(CaseDeadlines.Filing).Start(CaseDeadlines.Decision, StatutoryRules.PenaltyDecision, e.At),
        },
        CaseNumbered e => state with { Serial = e.Serial },
        CaseTitleCorrected e => state with { Lead = state.Lead with { Title = e.To } },
        _ => null,
    };

    private static CaseState Begun(LeadRecorded e) => new()
    {
        Number = e.Number,
        Stage = CaseStage.Lead,
        Lead = e.Lead,
        Section = e.Section,
        RecordedBy = e.RecordedBy,
        Inspectors = e.Inspectors ?? [],
        IsOnlyTakenIn = e.IsOnlyTakenIn is true,
        Clocks = ImmutableArray<RunningClock>.Empty.Start(CaseDeadlines.Filing, StatutoryRules.PenaltyFiling, ShanghaiTime.StartOf(e.Lead.ReceivedOn)),
    };

    private static Decision<CaseEvent> DecideRecordLead(RecordLead c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        if ((FreeText.Missing("title", c.Title) ?? FreeText.Missing("facts", c.Facts) ?? NotAfter("receivedOn", c.ReceivedOn, now.Today) ?? NotAfter("actEndedOn", c.ActEndedOn, now.Today)) is { } problem)
        {
            return problem;
        }

        if (Kinds(c.Violation, c.SubKind, c.OtherViolations, out var others) is { } wrongKind)
        {
            return wrongKind;
        }

        if (ProductClass.Codes(now, c.ProductClasses, [], out var classes) is { } wrongClass)
        {
            return wrongClass;
        }

        var (party, refused) = Party(
            (c.PartyKind ?? PartyKind.Enterprise, c.PartyName, c.EnterpriseCreditCode, c.PartyAddress, c.Den), now);
        return refused is not null ? refused : new CaseEventBuilder(null).With([new LeadRecorded(
            number,
            new CaseLead(
                c.Title.Trim(), c.Violation, c.SubKind, c.Source, FreeText.Given(c.SourceReference), c.Facts.Trim(), c.ReceivedOn,
                c.ActEndedOn, c.HarmsSafety, party!, classes)
            {
                OtherViolations = others,
            },
            OwnSection.Of(now),
            now.Actor.User)
        {
            Inspectors = c.Inspectors,
            IsOnlyTakenIn = now.Actor.IsAnyOf(CaseCommand.Proposers) ? null : true,
        }]).Recalculate(now).Events;
    }

    // The main kind first; the others once each.
    private static InvalidInput? Kinds(
        ViolationKind main, ViolationSubKind? sub, ImmutableArray<ViolationKind>? given, out ImmutableArray<ViolationKind> others)
    {
        others = given is { IsDefaultOrEmpty: false } kinds ? [.. kinds.Distinct().Where(kind => kind != main)] : [];
        return sub is { } exactly && !Violations.SubKinds(main).Contains(exactly)
            ? new InvalidInput("subKind", "违法情形与违法行为种类不符", "The sub-kind does not belong to this kind of violation")
            : null;
    }

    private static Decision<CaseEvent> DecideFileCase(CaseState state, FileCase c, Circumstances now) =>
        Officers(c.Officers, now, out var officers) is { } few ? few
        : c.Grounds.Problem() is { } problem ? problem
        : LimitationProblem(state, now.Calendar) is { } passed ? passed
        : (CaseEvent[])[new CaseFiled(now.At, officers, c.Grounds.Trimmed()), .. Numbered(state, now)];

    // Counted in the year in which it is filed, by the section that files it; what was numbered once and is filed anew keeps its number,
    // or that would be missing (decision 20).
    private static ImmutableArray<CaseNumbered> Numbered(CaseState state, Circumstances now) =>
        state.Serial is null ? [new(LastNumber.Next(now, NumberWord.Case, state.Section))] : [];
}

/// <summary>线索来源. Where a lead came from.</summary>
[JsonConverter(typeof(WireNameConverter<LeadSource>))]
public enum LeadSource
{
    /// <summary>An inspection.</summary>
    [Term("监督检查", "inspection")]
    Inspection,

    /// <summary>A rectification that failed.</summary>
    [Term("整改", "rectification")]
    Rectification,

    /// <summary>A complaint.</summary>
    [Term("投诉", "complaint")]
    Complaint,

    /// <summary>A report.</summary>
    [Term("举报", "report")]
    Report,

    /// <summary>Another authority handed it over.</summary>
    [Term("其他部门移送", "transfer from another authority")]
    OtherAgency,

    /// <summary>The superior authority assigned it.</summary>
    [Term("上级交办", "assignment by the superior authority")]
    Superior,

    /// <summary>A spot check of products.</summary>
    [Term("监督抽查", "spot check of products")]
    SpotCheck,

    /// <summary>A rights holder or protected brand (R2.3.2).</summary>
    [Term("权利人、名优企业反映", "rights holder or protected brand")]
    RightsHolder,

    /// <summary>A trade association (R2.3.4).</summary>
    [Term("行业协会", "trade association")]
    TradeAssociation,

    /// <summary>The media.</summary>
    [Term("媒体", "media")]
    Media,

    /// <summary>Elsewhere.</summary>
    [Term("其他", "other")]
    Other,
}

/// <summary>当事人类型. What a party is.</summary>
[JsonConverter(typeof(WireNameConverter<PartyKind>))]
public enum PartyKind
{
    /// <summary>An enterprise or another organisation.</summary>
    [Term("企业", "enterprise")]
    Enterprise,

    /// <summary>A person.</summary>
    [Term("个人", "person")]
    Person,

    /// <summary>An illegal workshop that is registered nowhere.</summary>
    [Term("窝点", "den")]
    Den,
}

/// <summary>线索. What came in.</summary>
/// <param name="Title">案件名称. What the case is called.</param>
/// <param name="Violation">违法行为. Its kind.</param>
/// <param name="SubKind">违法情形. What exactly, or null.</param>
/// <param name="Source">线索来源. Where from.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … or null.</param>
/// <param name="Facts">主要事实. What is known.</param>
/// <param name="ReceivedOn">收到日期. The day it was received or found (Asia/Shanghai).</param>
/// <param name="ActEndedOn">违法行为终了日期. The day the act ended, or null when it goes on or is not known.</param>
/// <param name="HarmsSafety">危害生命健康安全. Whether life, health or financial safety was harmed: five years of limitation instead of two (行政处罚法 第三十六条).</param>
/// <param name="Party">当事人. The first party.</param>
/// <param name="ProductClasses">产品类别. Codes, the main one first.</param>
[GenerateSerializer, Immutable, Alias("case-lead")]
public sealed record CaseLead(
    string Title, ViolationKind Violation, ViolationSubKind? SubKind, LeadSource Source, string? SourceReference, string Facts,
    DateOnly ReceivedOn, DateOnly? ActEndedOn, bool HarmsSafety, CaseParty Party, ImmutableArray<string> ProductClasses)
{
    /// <summary>其他违法行为. Kinds of violation beside the main one, under which the case is counted.</summary>
    [Id(70)] public ImmutableArray<ViolationKind> OtherViolations { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether two say the same.</summary>
    /// <param name="other">The other.</param>
    public bool SaysTheSameAs(CaseLead other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Plain(this) == Plain(other)
            && ProductClasses.SequenceEqual(other.ProductClasses)
            && OtherViolations.SequenceEqual(other.OtherViolations);

        static CaseLead Plain(CaseLead lead) => lead with { ProductClasses = [], OtherViolations = [] };
    }
}

/// <summary>登记线索. Records a lead: from here on there is a case, and the clock of the filing decision runs.</summary>
/// <param name="Title">案件名称. What the case is called.</param>
/// <param name="Violation">违法行为. Its kind.</param>
/// <param name="Source">线索来源. Where it came from.</param>
/// <param name="ReceivedOn">收到日期. The day it was received or found (Asia/Shanghai); not after today.</param>
/// <param name="Facts">主要事实. What is known.</param>
/// <param name="SubKind">违法情形. What exactly; it must belong to the kind.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … it came from.</param>
/// <param name="EnterpriseCreditCode">当事企业. The credit code of a registered enterprise; left out for a person or an unregistered den.</param>
/// <param name="PartyKind">当事人类型. Left out, an enterprise.</param>
/// <param name="PartyName">当事人名称. May be left out for a registered enterprise.</param>
/// <param name="PartyAddress">当事人地址.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="ActEndedOn">违法行为终了日期. Left out while it goes on or is not known.</param>
/// <param name="HarmsSafety">危害生命健康安全. Whether life, health or financial safety was harmed.</param>
/// <param name="OtherViolations">其他违法行为. Further kinds of violation, beside the main one.</param>
/// <param name="Inspectors">检查人员. User names of who made the inspection that tells of it; null of other leads.</param>
/// <param name="Den">窝点编号. Of a party that is a recorded den: its name and address are those recorded.</param>
[GenerateSerializer, Immutable, Alias("case.record-lead"), AllowedTo(Recorders), Creates, ForOwnSection]
[Refuses<AlreadyExists, PartyNotRegistered>]
public sealed record RecordLead(
    [Longest(200)] string Title,
    ViolationKind Violation,
    LeadSource Source,
    [IsDayOfAct] DateOnly ReceivedOn,
    [Longest(2000)] string Facts,
    ViolationSubKind? SubKind,
    [Longest(100)] string? SourceReference,
    string? EnterpriseCreditCode,
    PartyKind? PartyKind,
    [Longest(200)] string? PartyName,
    [Longest(500)] string? PartyAddress,
    [Optional, Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string> ProductClasses,
    [Optional] DateOnly? ActEndedOn,
    [Optional] bool HarmsSafety,
    [Most(Violations.Most)] ImmutableArray<ViolationKind>? OtherViolations = null,
    [NotOffered] ImmutableArray<string>? Inspectors = null,
    string? Den = null) : CaseCommand, INamesDen;

/// <summary>决定不予立案. Decides that the lead makes no case (程序规定 第二十条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.decide-not-to-file"), AllowedTo(Proposers), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, CaseHasOpenTasks>]
public sealed record DecideNotToFile(Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Filing;
}

/// <summary>立案. Files the case and names its officers, two at least (行政处罚法 第四十二条、第五十四条).</summary>
/// <param name="Officers">办案人员. User names, the one who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.file"), AllowedTo(Proposers), Dated]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, LimitationPassed>]
public sealed record FileCase(
    [Most(OfficerNames.Most)] ImmutableArray<string> Officers,
    Grounds Grounds) : CaseCommand, INamesOfficers, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Filing;

    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>更正案件名称. Puts right what the case is called, where it was mistyped; the journal keeps both. The head of a section decides that.</summary>
/// <param name="Title">案件名称. What it is called from now on.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.correct-title"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
public sealed record CorrectCaseTitle([Longest(200)] string Title, Grounds Grounds) : CaseCommand;

/// <summary>线索已登记. A case came into being.</summary>
/// <param name="Number">案件编号. Its number.</param>
/// <param name="Lead">线索. What came in.</param>
/// <param name="Section">责任科室. The section that answers for it.</param>
/// <param name="RecordedBy">登记人. Who recorded it.</param>
[Alias("case.lead-recorded")]
public sealed record LeadRecorded(string Number, CaseLead Lead, string? Section, string RecordedBy) : CaseEvent
{
    /// <summary>检查人员. Who made the inspection that it came from; null of other leads, and from before that was kept.</summary>
    public ImmutableArray<string>? Inspectors { get; init; }

    /// <summary>仅收件登记. Whether whoever recorded it takes leads in and proposes nothing about them, as the hotline; null of all others, and
    /// from before that was kept.</summary>
    public bool? IsOnlyTakenIn { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记线索：{Terms.Of(Lead.Violation).Chinese}", $"Lead recorded: {Terms.Of(Lead.Violation).English}");

    /// <summary>The day it was received.</summary>
    public override DateOnly? EffectiveOn => Lead.ReceivedOn;
}

/// <summary>已决定不予立案. The lead makes no case.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.not-filed")]
public sealed record CaseNotFiled(DateOnly On, Grounds Grounds) : CaseStep(Grounds), IUncounts
{
    /// <inheritdoc/>
    public ImmutableArray<CountedFact>? Facts { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"不予立案：{Grounds.Reason}", $"Not filed: {Grounds.Reason}");
}

/// <summary>已立案. The case was filed.</summary>
/// <param name="At">立案时刻. When (UTC).</param>
/// <param name="Officers">办案人员. User names.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.filed")]
public sealed record CaseFiled(DateTimeOffset At, ImmutableArray<string> Officers, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"立案，办案人员{Officers.Length}人", $"Filed, with {Officers.Length} officers");
}

/// <summary>已编案号. The case has the number that people say.</summary>
/// <param name="Serial">案号. The number.</param>
[Alias("case.numbered")]
public sealed record CaseNumbered(OfficialNumber Serial) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"编立案号：{Serial.Text}", $"Numbered {Serial.Text}");
}

/// <summary>案件名称已更正. What the case is called was put right.</summary>
/// <param name="From">原名称. What it was called before.</param>
/// <param name="To">现名称. What it is called from then on.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.title-corrected")]
public sealed record CaseTitleCorrected(string From, string To, Grounds Grounds) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"案件名称由“{From}”更正为“{To}”：{Grounds.Reason}", $"Title corrected from “{From}” to “{To}”: {Grounds.Reason}");

    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}
