using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改命令. What may be asked of an order.</summary>
[GenerateSerializer, Immutable, Alias("rectification.command")]
public abstract record RectificationCommand : Command
{
    /// <summary>办理. Who orders, receives reports and re-inspects.</summary>
    protected const Roles Handling = Roles.Officer | Deciding;

    /// <summary>决定. Who decides measures: not the officer alone (行政处罚法 第五十七条: the head decides).</summary>
    protected const Roles Deciding = Roles.SectionHead | Roles.Leader | Roles.Legal | Roles.Administrator;
}

/// <summary>责令限期整改. Orders an enterprise to put something right by a day (R2.2.4).</summary>
/// <param name="Enterprise">企业. The unified social credit code of who has to put it right.</param>
/// <param name="Requirements">整改要求. What is to be put right: 1 to 50.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the notice.</param>
/// <param name="DueOn">整改期限. The last day (Asia/Shanghai); left out, the bureau's usual thirty days.</param>
/// <param name="Licence">许可证. The number of the licence whose conditions are not met.</param>
/// <param name="Inspection">检查. The number of the inspection that found it.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the main one of the licence or the enterprise.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
[GenerateSerializer, Immutable, Alias("rectification.order"), AllowedTo(Handling), Creates]
[Refuses<AlreadyExists, OfAnotherEnterprise, RectificationDueTooEarly>]
public sealed record OrderRectification(
    [OfferedAs("enterpriseCreditCode")] string Enterprise,
    [Longest(1000)] ImmutableArray<string> Requirements,
    Grounds Grounds,
    DateOnly? DueOn = null,
    string? Licence = null,
    string? Inspection = null,
    [Listed<ProductClass>] string? ProductClass = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null) : RectificationCommand;

/// <summary>报告整改情况. Records that the enterprise reports it done; also after its day, for a lapsed term never blocks the step that is late.</summary>
/// <param name="Report">内容. What the enterprise says.</param>
[GenerateSerializer, Immutable, Alias("rectification.report"), AllowedTo(Handling)]
[Refuses<RectificationNotOpen>]
public sealed record ReportRectification([Longest(2000)] string Report) : RectificationCommand;

/// <summary>延长整改期限. Gives more time, once, with a reason.</summary>
/// <param name="DueOn">新期限. The new last day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.extend"), AllowedTo(Handling)]
[Refuses<RectificationNotOpen, RectificationAlreadyExtended, RectificationDueTooEarly>]
public sealed record ExtendRectification(DateOnly DueOn, Grounds Grounds) : RectificationCommand;

/// <summary>记录复查. Records what a re-inspection found; two officers at least.</summary>
/// <param name="Result">结果. What it found.</param>
/// <param name="Officers">执法人员. Who went, by their user names; two at least.</param>
/// <param name="Findings">复查情况. What they saw.</param>
/// <param name="Grounds">理由与依据. The basis, and the number of the record.</param>
/// <param name="ExtendedTo">延至. The new last day, where more time is given.</param>
/// <param name="ReferredTo">移送单位. To whom it is referred, where it is.</param>
[GenerateSerializer, Immutable, Alias("rectification.reinspect"), AllowedTo(Handling)]
[Refuses<RectificationNotReported, RectificationNotOpen, TooFewOfficers, OfficerCannotAct, RectificationAlreadyExtended>]
[Refuses<RectificationDueTooEarly>]
public sealed record RecordReinspection(
    ReinspectionResult Result, ImmutableArray<string> Officers, [Longest(2000)] string Findings, Grounds Grounds, DateOnly? ExtendedTo = null, [Longest(200)] string? ReferredTo = null) : RectificationCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>建议措施. Proposes a measure that the ladder has not reached by itself.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.propose-measure"), AllowedTo(Handling)]
[Refuses<RectificationNotOpen, MeasureUndecided, MeasureAlreadyTaken, NoLicenceConcerned>]
public sealed record ProposeRectificationMeasure(RectificationMeasure Measure, [Longest(1000)] string Reason) : RectificationCommand;

/// <summary>决定措施. Takes a proposed measure, by a document with number, date and recipient, or declines it with the reason (R2.2.5).</summary>
/// <param name="Measure">措施. The one that is proposed.</param>
/// <param name="Accept">采纳. Whether it is taken.</param>
/// <param name="Grounds">理由与依据. Why; the document's number must be given when it is taken.</param>
/// <param name="Until">暂扣至. The last day of a suspension (Asia/Shanghai).</param>
/// <param name="Recipient">送达对象. To whom the document goes; null for the usual one.</param>
[GenerateSerializer, Immutable, Alias("rectification.decide-measure"), AllowedTo(Deciding)]
[Refuses<MeasureNotProposed, LicenceDoesNotAdmitMeasure>]
public sealed record DecideRectificationMeasure(
    RectificationMeasure Measure,
    bool Accept,
    Grounds Grounds,
    DateOnly? Until = null,
    [Longest(200)] string? Recipient = null) : RectificationCommand;

/// <summary>记录答复. Records what the recipient of a measure's document answered.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Granted">同意. Whether what was asked for was done.</param>
/// <param name="Answer">内容. What the answer says.</param>
/// <param name="DocumentNumber">文书编号. The number of the answer, or null.</param>
[GenerateSerializer, Immutable, Alias("rectification.record-answer"), AllowedTo(Deciding)]
[Refuses<NoAnswerAwaited>]
public sealed record RecordMeasureAnswer(
    RectificationMeasure Measure,
    bool Granted,
    [Longest(1000)] string Answer,
    [Longest(200)] string? DocumentNumber = null) : RectificationCommand;

/// <summary>撤销责令. Says that the order no longer stands.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.void"), AllowedTo(Deciding)]
[Refuses<RectificationNotOpen>]
public sealed record VoidRectification(Grounds Grounds) : RectificationCommand;

/// <summary>移转整改. An order passes from the officer who answers for it to another.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered]
[Refuses<RectificationNotOpen, WorkNotHeld, OfficerCannotAct>]
public sealed record MoveRectificationWork(string From, string To, Grounds Grounds) : RectificationCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>移交整改. Another section answers for the order from now on (R3.4.1).</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("rectification.hand-over"), AllowedTo(SectionHandover.Deciders)]
[Refuses<RectificationNotOpen>]
public sealed record HandOverRectification(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : RectificationCommand;

/// <summary>整改期限到期. A deadline of the order has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="RectificationDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("rectification.deadline-reached"), AllowedTo(Roles.System)]
public sealed record RectificationDeadlineReached(string Kind, DateTimeOffset DueAt) : RectificationCommand, IDeadlineCommand;

/// <summary>外部事实. What the shell found out for a command.</summary>
public sealed record RectificationFacts
{
    /// <summary>企业已登记. Whether the enterprise is registered.</summary>
    public bool EnterpriseIsRegistered { get; init; }

    /// <summary>企业主要产品类别. The code of the enterprise's main product class, or null.</summary>
    public string? EnterpriseProductClass { get; init; }

    /// <summary>许可证. The licence concerned, as it stands; null when there is none of that number.</summary>
    public LicenceState? Licence { get; init; }

    /// <summary>被检查企业. The credit code of the enterprise that the named inspection was of; null when there is no such inspection.</summary>
    public string? InspectedEnterprise { get; init; }
}

/// <summary>整改状态不符. The step needs an order that stands elsewhere.</summary>
/// <param name="Status">状态. Where the order stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-not-open")]
public sealed record RectificationNotOpen(RectificationStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"整改现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The rectification is {Terms.Of(Status).English}; this step is not open to it");
}

/// <summary>尚未报告整改. An order is re-inspected after its report of completion or its day.</summary>
/// <param name="DueOn">整改期限. The order's last day.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-not-reported")]
public sealed record RectificationNotReported(DateOnly DueOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"企业尚未报告整改，整改期限为{DueOn:yyyy-MM-dd}，报告后或期满后方可复查", $"The enterprise has not reported; the order runs until {DueOn:yyyy-MM-dd}. It is re-inspected after the report or that day");
}

/// <summary>已经延期. An order is extended once.</summary>
/// <param name="ExtendedOn">延期日. The day it was.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-already-extended")]
public sealed record RectificationAlreadyExtended(DateOnly ExtendedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"整改期限已于{ExtendedOn:yyyy-MM-dd}延长一次，不能再延长", $"The order was extended on {ExtendedOn:yyyy-MM-dd}; it is extended once only");
}

/// <summary>整改期限不当. An order's last day lies before today, or is no later than the present one.</summary>
/// <param name="Given">给定期限. The day that was given.</param>
/// <param name="NotBefore">最早期限. The first day that would do.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-due-too-early")]
public sealed record RectificationDueTooEarly(DateOnly Given, DateOnly NotBefore) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"整改期限{Given:yyyy-MM-dd}过早，不得早于{NotBefore:yyyy-MM-dd}", $"{Given:yyyy-MM-dd} is too early for the order's last day; it must not lie before {NotBefore:yyyy-MM-dd}");
}

/// <summary>没有此项建议. The measure is not proposed.</summary>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.measure-not-proposed")]
public sealed record MeasureNotProposed(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"目前没有“{Terms.Of(Measure).Chinese}”的处理建议", $"No {Terms.Of(Measure).English} is proposed");
}

/// <summary>另有建议待决定. A measure is proposed already and waits for its decision.</summary>
/// <param name="Measure">措施. The one that waits.</param>
[GenerateSerializer, Immutable, Alias("refusal.measure-undecided")]
public sealed record MeasureUndecided(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"“{Terms.Of(Measure).Chinese}”的建议尚未决定", $"A proposal waits for its decision: {Terms.Of(Measure).English}");
}

/// <summary>措施已采取. The measure was taken already.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="DecidedOn">决定日. When.</param>
[GenerateSerializer, Immutable, Alias("refusal.measure-already-taken")]
public sealed record MeasureAlreadyTaken(RectificationMeasure Measure, DateOnly DecidedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"已于{DecidedOn:yyyy-MM-dd}决定“{Terms.Of(Measure).Chinese}”", $"It was taken on {DecidedOn:yyyy-MM-dd}: {Terms.Of(Measure).English}");
}

/// <summary>无许可证可处理. The measure concerns a licence, and the order names none.</summary>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-licence-concerned")]
public sealed record NoLicenceConcerned(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该整改不涉及许可证，不能“{Terms.Of(Measure).Chinese}”", $"The order concerns no licence: no {Terms.Of(Measure).English}");
}

/// <summary>许可证状态不容许. The licence stands where the measure cannot be taken.</summary>
/// <param name="Licence">许可证. Its number.</param>
/// <param name="Status">状态. Where it stands.</param>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-does-not-admit-measure")]
public sealed record LicenceDoesNotAdmitMeasure(string Licence, LicenceStatus Status, RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"许可证{Licence}现为“{Terms.Of(Status).Chinese}”，不能“{Terms.Of(Measure).Chinese}”",
        $"Licence {Licence} is {Terms.Of(Status).English}: no {Terms.Of(Measure).English}");
}

/// <summary>没有待答复的文书. Nothing that was sent waits for this answer.</summary>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-answer-awaited")]
public sealed record NoAnswerAwaited(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"“{Terms.Of(Measure).Chinese}”没有等待答复的文书", $"No document waits for an answer: {Terms.Of(Measure).English}");
}

/// <summary>许可证或检查属于另一企业. The licence or inspection that is named is another enterprise's.</summary>
/// <param name="What">编号. The number of the licence or inspection.</param>
/// <param name="Enterprise">所属企业. The credit code of whose it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.of-another-enterprise")]
public sealed record OfAnotherEnterprise(string What, string Enterprise) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"{What}属于另一企业{Enterprise}", $"{What} is another enterprise's, {Enterprise}");
}
