using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Whose case it is, where an authority that it was passed on to declines it, or it was passed on to this bureau: nobody passes it on a
// second time; it is agreed within seven working days, or the superior of both designates who has it (程序规定 第十三条至第十六条).
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInCompetence(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordPassOnDeclined when state.Stage is not CaseStage.PassedOn => new CaseNotInStage(state.Stage),
        RecordPassOnDeclined c => (ActDay.Problem("receivedOn", c.ReceivedOn, state.End!.On, now.Today)
            ?? FreeText.Missing("documentNumber", c.DocumentNumber)
            ?? FreeText.Missing("explanation", c.Explanation)) is { } problem ? problem
            : new PassOnDeclined(
                c.ReceivedOn, state.PassedOnTo ?? "", state.End!.On, c.DocumentNumber.Trim(), c.Explanation.Trim(), NoticeOf(state))
            {
                Reviewed = ReviewersOf(state),
            },
        // That it is the bureau's can be recorded as long as the case is open: an earlier version decided before that was settled.
        RecordCompetence { Agency: null } when !state.IsOpen => new CaseNotInStage(state.Stage),
        ReferCompetence or RecordCompetence { Agency: not null } when state.Stage is not CaseStage.Lead && !state.IsUnderWay =>
            new CaseNotInStage(state.Stage),
        ReferCompetence or RecordCompetence when !IsNotPassedOnAgain(state) => new CompetenceNotDisputed(),
        ReferCompetence c => (FreeText.Missing("superior", c.Superior)
            ?? FreeText.Missing("documentNumber", c.DocumentNumber)) is { } problem ? problem
            : state.Competence is { ReferredOn: { } referred, ReferredTo: var superior }
                ? c.Superior.Trim() == superior
                    ? AlreadyRecorded.Unless<CaseEvent>(referred, null, now.ActedOn, null)
                    : new AlreadyRecorded(referred, null, superior)
            : new CompetenceReferred(now.Day, c.Superior.Trim(), c.DocumentNumber.Trim()),
        RecordCompetence c => DecideRecordCompetence(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInCompetence(CaseState state, CaseEvent happened) => happened switch
    {
        PassOnDeclined e => CameBack(state, e),
        CompetenceReferred e => state with
        {
            Competence = (state.Competence ?? CaseCompetence.Undisputed) with { ReferredTo = e.Superior, ReferredOn = e.On },
            Clocks = state.Clocks.Stop(CaseDeadlines.Competence)
                .Start(CaseDeadlines.Designation, StatutoryRules.PenaltyDesignation, ShanghaiTime.StartOf(e.On)),
        },
        CompetenceSettled e => state with
        {
            Competence = (state.Competence ?? CaseCompetence.Undisputed) with
            {
                SettledOn = e.On,
                SettledBy = e.By,
                ReferredTo = null,
                ReferredOn = null,
            },
            Clocks = state.Clocks.Stop(CaseDeadlines.Competence).Stop(CaseDeadlines.Designation),
        },
        DesignationFellDue => state with { Clocks = state.Clocks.Stop(CaseDeadlines.Designation) },
        _ => null,
    };

    // 程序规定 第十五条: what came from another authority, or came back from it, is not passed on by ourselves.
    private static bool IsNotPassedOnAgain(CaseState state) =>
        state.Lead.Source is LeadSource.OtherAgency || state.Competence?.DeclinedOn is not null;

    // Its days with the other authority do not count; what was reviewed and told there is had anew.
    private static CaseState CameBack(CaseState state, PassOnDeclined e)
    {
        var (from, at) = (ShanghaiTime.StartOf(e.PassedOn), ShanghaiTime.StartOf(e.On));
        // A hearing that was asked for and not held is asked for anew, if at all.
        var rested = PauseOver(state, HearingPause(state), from);
        var back = ToInvestigation(rested, e.Notice) with
        {
            End = null,
            PassedOnTo = null,
            Competence = new CaseCompetence(e.Agency, e.On),
            Pauses = rested.Pauses.Add(
                new CasePause(state.Pauses.Length + 1, new ClockPause(PauseReason.Stay, e.DocumentNumber, from, at), null)),
            Clocks = state.Clocks.Start(CaseDeadlines.Competence, StatutoryRules.PenaltyCompetence, at),
        };
        return back with
        {
            Clocks = back.FiledOn is { } filed
                ? DecidedAnewFrom(back, filed)
                : Restarted(back, back.Clocks, CaseDeadlines.Filing, StatutoryRules.PenaltyFiling, at),
        };
    }

    private static Decision<CaseEvent> DecideRecordCompetence(CaseState state, RecordCompetence c, Circumstances now)
    {
        var grounds = c.Grounds.Trimmed();
        if ((c.Grounds.Problem() ?? FreeText.Missing("documentNumber", c.Grounds.DocumentNumber)) is { } problem)
        {
            return problem;
        }

        if (FreeText.Given(c.Agency) is not { } agency)
        {
            return new CompetenceSettled(now.Day, c.By, null, grounds);
        }

        return ((Refusal?)now.NotOpen<Agency>("agency", agency) ?? OfCrime(state, now.Open<Agency>(agency)!, now.Day)) is { } wrong ? wrong
            : NotSettledSo(state, c.By, now.Open<Agency>(agency)!.Code) is { } unsettled ? unsettled
            : state.MustTransfer ? Required(state)
            : state.OpenTasks is { IsEmpty: false } tasks ? new CaseHasOpenTasks([.. tasks])
            : (CaseEvent[])
            [
                new CompetenceSettled(now.Day, c.By, now.Open<Agency>(agency)!.Code, grounds),
                new CasePassedOn(now.Day, now.Open<Agency>(agency)!.Code, grounds),
            ];
    }

    // 程序规定 第十四条至第十六条: two authorities agree on one of them, and only the superior that was asked designates.
    private static Refusal? NotSettledSo(CaseState state, CompetenceBy by, string agency) => by switch
    {
        CompetenceBy.Designation when state.Competence?.ReferredOn is null => new CompetenceNotReferred(),
        CompetenceBy.Agreement when state.Competence?.DeclinedBy is { Length: > 0 } other && other != agency => new InvalidInput(
            "agency",
            $"协商确定管辖的只能是本局或者退回案件的{Named.Agency(other)}，不得移送第三方",
            $"By agreement it is this bureau's or that of {Named.Agency(other)}, which declined it, and no third authority's"),
        _ => null,
    };

    // 程序规定 第十四条: whose case it is comes before what becomes of it.
    private static CompetenceUnsettled? Disputed(CaseState state) =>
        state.Competence is { ReferredTo: { } superior } ? new CompetenceUnsettled(superior)
        : state.Competence is { DeclinedOn: not null, SettledOn: null } ? new CompetenceUnsettled(null)
        : null;
}

/// <summary>管辖. Whose case it is, where that was disputed.</summary>
/// <param name="DeclinedBy">退回机关. The code of the authority that declined it; null where it was passed on to this bureau.</param>
/// <param name="DeclinedOn">退回日期. The day (Asia/Shanghai), or null.</param>
/// <param name="ReferredTo">指定机关. The superior of both that was asked to designate; null while none is.</param>
/// <param name="ReferredOn">报请日期. The day (Asia/Shanghai), or null.</param>
/// <param name="SettledOn">确定日期. The day on which it was settled last (Asia/Shanghai), or null.</param>
/// <param name="SettledBy">确定方式. How, or null.</param>
[GenerateSerializer, Immutable, Alias("case-competence")]
public sealed record CaseCompetence(
    string? DeclinedBy,
    DateOnly? DeclinedOn,
    string? ReferredTo = null,
    DateOnly? ReferredOn = null,
    DateOnly? SettledOn = null,
    CompetenceBy? SettledBy = null)
{
    internal static CaseCompetence Undisputed { get; } = new(null, null);
}

/// <summary>管辖确定方式. How it was settled whose case it is.</summary>
[JsonConverter(typeof(WireNameConverter<CompetenceBy>))]
public enum CompetenceBy
{
    /// <summary>The two authorities agreed.</summary>
    [Term("协商确定", "by agreement")]
    Agreement,

    /// <summary>The superior of both designated who has it.</summary>
    [Term("指定管辖", "by designation")]
    Designation,
}

/// <summary>
/// 登记移送被退回. Records that the authority to which the case was passed on declines it: the case goes on here until it is settled whose it is,
/// and is not passed on again by ourselves (程序规定 第十四条、第十五条).
/// </summary>
/// <param name="ReceivedOn">收到日期. The day its answer was received; not after today.</param>
/// <param name="DocumentNumber">文书编号. The number of its answer.</param>
/// <param name="Explanation">理由. Why it declines.</param>
[GenerateSerializer, Immutable, Alias("case.record-pass-on-declined"), AllowedTo(Proposers)]
[Refuses<CaseNotInStage>]
public sealed record RecordPassOnDeclined(
    [IsDayOfAct] DateOnly ReceivedOn, [Longest(200)] string DocumentNumber, [Longest(1000)] string Explanation) : CaseCommand;

/// <summary>报请指定管辖. Asks the superior of both authorities to designate which of them has the case (程序规定 第十四条至第十六条).</summary>
/// <param name="Superior">上级机关. Who is asked.</param>
/// <param name="DocumentNumber">文书编号. The number of the request.</param>
[GenerateSerializer, Immutable, Alias("case.refer-competence"), AllowedTo(Decisions), Dated]
[Refuses<CaseNotInStage, CompetenceNotDisputed, AlreadyRecorded>]
public sealed record ReferCompetence([Longest(200)] string Superior, [Longest(200)] string DocumentNumber) : CaseCommand;

/// <summary>登记管辖确定. Records whose case it is by agreement or designation: it goes on here, or the other authority has it.</summary>
/// <param name="By">确定方式. How it was settled.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
/// <param name="Agency">管辖机关. The code or name of the authority that has it; left out where it is this bureau.</param>
[GenerateSerializer, Immutable, Alias("case.record-competence"), AllowedTo(Decisions), Dated]
[Refuses<CaseNotInStage, CompetenceNotDisputed, CompetenceNotReferred, CrimeTransferRequired>]
[Refuses<CaseHasOpenTasks, CrimeFiguresNotStated>]
public sealed record RecordCompetence(
    CompetenceBy By,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string? Agency = null) : CaseCommand, INeedsApproval
{
    // That the case goes away by agreement is decided as its being passed on is; what the superior designates is carried out.
    ApprovalStep? INeedsApproval.Approval => By is CompetenceBy.Agreement && Agency is not null ? ApprovalStep.Penalty : null;
}

/// <summary>移送被退回. The authority to which the case was passed on declines it.</summary>
/// <param name="On">收到日期. The day (Asia/Shanghai).</param>
/// <param name="Agency">退回机关. The agency's code.</param>
/// <param name="PassedOn">移送日期. The day on which it had been passed on: what came between does not count as ours.</param>
/// <param name="DocumentNumber">文书编号. The number of its answer.</param>
/// <param name="Explanation">理由. Why it declines.</param>
/// <param name="Notice">以前的权利告知. What the party had been told of its rights; null where it had not been told.</param>
[Alias("case.pass-on-declined")]
public sealed record PassOnDeclined(
    DateOnly On, string Agency, DateOnly PassedOn, string DocumentNumber, string Explanation, EarlierNotice? Notice)
    : CaseEvent, IBeginsAnew
{
    /// <inheritdoc/>
    public ImmutableArray<string>? Reviewed { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"{Named.Agency(Agency)}退回移送的案件：{Explanation}", $"Declined by {Named.Agency(Agency)}: {Explanation}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>已报请指定管辖. The superior was asked to designate.</summary>
/// <param name="On">报请日期. The day (Asia/Shanghai).</param>
/// <param name="Superior">上级机关. Who was asked.</param>
/// <param name="DocumentNumber">文书编号. The number of the request.</param>
[Alias("case.competence-referred")]
public sealed record CompetenceReferred(DateOnly On, string Superior, string DocumentNumber) : CaseEvent, ICaseMilestone
{
    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary => new($"报请{Superior}指定管辖", $"{Superior} was asked to designate who has the case");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>管辖已确定. It is settled whose case it is.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="By">确定方式. How.</param>
/// <param name="Agency">管辖机关. The code of the authority that has it; null where it is this bureau.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.competence-settled")]
public sealed record CompetenceSettled(DateOnly On, CompetenceBy By, string? Agency, Grounds Grounds) : CaseStep(Grounds), ICaseMilestone
{
    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary => Agency is null
        ? new($"{Terms.Of(By).Chinese}由本局管辖", $"It is this bureau's case, {Terms.Of(By).English}")
        : new($"{Terms.Of(By).Chinese}由{Named.Agency(Agency)}管辖", $"It is the case of {Named.Agency(Agency)}, {Terms.Of(By).English}");
}

/// <summary>指定管辖期限已满. The superior's days to designate are over; that is no fault of the bureau's.</summary>
/// <param name="On">期满日. The last day (Asia/Shanghai).</param>
[Alias("case.designation-fell-due")]
public sealed record DesignationFellDue(DateOnly On) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("上级机关指定管辖的期限已满，尚未收到决定", "The superior has not designated in its time");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>没有管辖争议. The case neither came from another authority nor came back from one (程序规定 第十五条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.competence-not-disputed")]
public sealed record CompetenceNotDisputed : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "本案不是其他部门移送或者退回的案件，没有管辖争议；不属于本局管辖的，可以移送有管辖权的机关",
        "The case neither came from another authority nor came back from one: nothing is disputed; it can be passed on");
}

/// <summary>未报请指定管辖. No superior was asked to designate: nobody is designated (程序规定 第十六条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.competence-not-referred")]
public sealed record CompetenceNotReferred : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "尚未报请上级部门指定管辖，不能登记由其他部门管辖的指定结果",
        "No superior was asked to designate; that it designated another authority cannot be recorded");
}

/// <summary>管辖尚未确定. Whose case it is is disputed and not settled: nothing is decided in it before (程序规定 第十四条至第十六条).</summary>
/// <param name="Superior">指定机关. The superior that was asked to designate, or null.</param>
[GenerateSerializer, Immutable, Alias("refusal.competence-unsettled")]
public sealed record CompetenceUnsettled(string? Superior) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => Superior is null
        ? new(
            "接收机关已退回本案，管辖尚未确定；先协商确定或者报请指定管辖并登记，再作决定",
            "The other authority declined the case, and it is not settled whose it is; settle and record that first")
        : new(
            $"已报请{Superior}指定管辖，尚未登记结果；登记后再作决定",
            $"{Superior} was asked to designate whose case it is; record the answer first");
}
