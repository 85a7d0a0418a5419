using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The duty to transfer a case to the police, and what comes of it.
public static partial class Case
{
    /// <summary>
    /// 涉嫌犯罪. The thresholds of crime that figures of a case meet. The law of the day on which the act ended applies (刑法 第十二条); where that
    /// is not known, that of the day they were found.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="figures">What was found.</param>
    /// <param name="foundOn">The day it was found (Asia/Shanghai).</param>
    public static ImmutableArray<CrimeThreshold> CrimesSuspected(CaseState state, CaseFigures figures, DateOnly foundOn)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var day = LawDay(state, foundOn);
        return CrimeThresholds.MetBy([.. state.ViolationKinds], state.ProductClasses, figures.By(day), day);
    }

    private static Decision<CaseEvent>? DecideInTransfer(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        NoteCrimeTransfer c => DecideNoteCrimeTransfer(state, c, now),
        RecordTransferInquiry when state is not { Stage: CaseStage.Transferred, JudgedOn: null } => new CaseNotInStage(state.Stage),
        RecordTransferInquiry c => (ActDay.Problem("askedOn", c.AskedOn, Follows(state), now.Today)
            ?? FreeText.Missing("answer", c.Answer)) is { } problem ? problem
            : new TransferInquiryRecorded(c.AskedOn, c.Answer.Trim(), FreeText.Given(c.DocumentNumber)),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInTransfer(CaseState state, CaseEvent happened) => happened switch
    {
        TransferDutyOpened e => Duty(state, e),
        TransferDutyLifted e => Rested(state, e.On, TransferDutyEnd.Lifted, e.Reason),
        CrimeTransferNoted e => Noted(state, e),
        JudgmentAwaited e => Asked(state, e.At),
        TransferInquiryRecorded e => Asked(state, ShanghaiTime.StartOf(e.On)),
        JudgmentReceived e => state with
        {
            JudgedOn = e.On,
            Clocks = Restarted(
                state,
                state.Clocks.Stop(CaseDeadlines.JudgmentInquiry),
                CaseDeadlines.Closing,
                StatutoryRules.PenaltyClosing,
                ShanghaiTime.StartOf(e.On)),
        },
        _ => null,
    };

    private static Decision<CaseEvent> DecideNoteCrimeTransfer(CaseState state, NoteCrimeTransfer c, Circumstances now)
    {
        var noted = new CrimeTransferNoted(
            now.Now, c.Transfer, c.Step, Figures: c.Step is TransferStep.Opened or TransferStep.Prosecuted ? null : state.Figures);
        return c.Step switch
        {
            // One that the head had refused is reported anew: the duty stands, and its clock is met.
            TransferStep.Opened when state.Duty is { AnsweredOn: null, Transfer: { } known }
                && known == c.Transfer && state.Clocks.Find(CaseDeadlines.TransferOpening) is null =>
                Decision<CaseEvent>.AlreadySo,
            TransferStep.Opened when !state.IsTransferable => new CaseNotInStage(state.Stage),
            // Closed, it goes on until that is answered, and is closed anew then.
            TransferStep.Opened => state.IsClosedWithPenalty ? noted with { IsReopened = true } : noted,
            TransferStep.Filed when !state.MustTransfer && state.Duty?.End is not TransferDutyEnd.Lifted => Decision<CaseEvent>.AlreadySo,
            _ when state.Duty?.Transfer != c.Transfer => Decision<CaseEvent>.AlreadySo,

            // What the police hold is theirs to decide, also when a correction has lifted the duty and the case has ended since without a
            // penalty; one that was penalised only learns of it. It is not heard here any more: after a return it is told anew, and its
            // clock runs.
            TransferStep.Filed when state.Decision is null =>
                (CaseEvent[])
                [
                    noted with { FormerServedOn = state.NoPenalty is null ? null : state.Execution.ServedOn, IsKept = true },
                    .. HearingPause(state) is { } open ? [new CasePauseEnded(open, now.Now)] : Array.Empty<CaseEvent>(),
                    .. NoticeEnds(state, now.Now),
                    new JudgmentAwaited(now.Now),
                ],
            TransferStep.Filed => noted,
            TransferStep.Judged or TransferStep.Prosecuted when state.Stage is not CaseStage.Transferred => noted,
            _ when !state.MustTransfer && state.Stage is not CaseStage.Transferred && state.Duty?.End is not TransferDutyEnd.Lifted =>
                Decision<CaseEvent>.AlreadySo,
            TransferStep.Returned or TransferStep.NotProsecuted or TransferStep.Exempted =>
                (CaseEvent[])
                [
                    state.Stage is CaseStage.Transferred ? noted with
                    {
                        Notice = NoticeOf(state),
                        Reviewed = ReviewersOf(state),
                    }
                    : noted,
                    .. NewDuty(state with { Duty = state.Duty! with { AnsweredFor = state.Figures } }, state.Figures, now),
                ],

            // 程序规定 第七十七条: the judgment ends what was stayed for it; a penalty that was decided before is carried out by itself.
            // The goods and the money that the police did not take over are dealt with first (行政强制法 第二十八条).
            TransferStep.Judged when state.JudgedOn is not null => Decision<CaseEvent>.AlreadySo,
            TransferStep.Judged when state.HeldTasks is { IsEmpty: false } tasks =>
                (CaseEvent[])[noted, new JudgmentReceived(now.Today, tasks)],
            TransferStep.Judged => (CaseEvent[])[noted, new CaseClosed(now.Today, CaseOutcome.Judged, OfJudgment(c.Transfer))],
            _ => noted,
        };
    }

    /// <summary>
    /// What follows while the police or the courts have a case: what they decide is awaited, and once a year asked for, also where the
    /// police filed it before that was kept; and when nothing of others is held any more after the judgment, it is closed by that.
    /// </summary>
    private static CaseEvent? FollowingWithPolice(CaseState state, Circumstances now) => state switch
    {
        { Stage: not CaseStage.Transferred } => null,
        { JudgedOn: { } judged } => state.HeldTasks.IsEmpty && !state.MustTransfer
            ? new CaseClosed(now.Day > judged ? now.Day : judged, CaseOutcome.Judged, OfJudgment(state.Duty!.Transfer!))
            : null,
        _ => state.Clocks.Find(CaseDeadlines.JudgmentInquiry) is null ? new JudgmentAwaited(now.Now) : null,
    };

    private static CaseState Asked(CaseState state, DateTimeOffset at) => state with
    {
        Clocks = Restarted(state, state.Clocks, CaseDeadlines.JudgmentInquiry, StatutoryRules.TransferJudgmentInquiry, at),
    };

    private static Grounds OfJudgment(string transfer) => new($"移送{transfer}：司法机关已作出生效判决", "市场监督管理行政处罚程序规定 第七十七条");

    // 移送规定 第三条. What the police have answered is not asked again; another offence is, and the same where more is found than they
    // answered on. What the head refused, or a correction or a
    // withdrawal has lifted, is asked again by whatever is found anew. A duty that figures opened falls with them where they, the kind of
    // act or its day are corrected below every threshold; one that rests on a reasonable suspicion alone was never theirs to lift.
    private static IEnumerable<CaseEvent> NewDuty(CaseState state, CaseFigures figures, Circumstances now, string? correctedBecause = null)
    {
        if (!state.IsOpen || state.NoPenalty is not null)
        {
            return []; // what has ended, or ends when it is served, stays so; the police may still take it up
        }

        if (correctedBecause is not null && state is { MustTransfer: true, Duty.Offences.IsEmpty: false }
            && CrimesSuspected(state, figures, now.Day).IsEmpty)
        {
            return [new TransferDutyLifted(now.Day, state.Duty.Offences, correctedBecause)];
        }

        var isAskedAnew = state.Duty is { End: TransferDutyEnd.Refused or TransferDutyEnd.Lifted or TransferDutyEnd.Withdrawn }
            || (state.Duty is { AnsweredOn: not null } answered && figures.SayMoreThan(answered.AnsweredFor ?? state.Figures));
        var known = isAskedAnew ? [] : state.Duty?.Offences ?? [];
        var offences = CrimesSuspected(state, figures, now.Day).Select(row => row.Offence).Except(known).ToImmutableArray();
        return offences.IsEmpty ? [] : [new TransferDutyOpened(now.Day, offences)];
    }

    private static CrimeTransferRequired Required(CaseState state) => new([.. state.Duty!.Offences], state.Duty.Transfer);

    private static CaseState Duty(CaseState state, TransferDutyOpened e)
    {
        var known = state.Duty?.Offences ?? [];

        // A transfer that the head refused is taken up again under its number; one that went on though its duty was lifted has gone on
        // for this.
        var under =
            state.Duty is { AnsweredOn: null } or { End: TransferDutyEnd.Refused or TransferDutyEnd.Lifted } ? state.Duty.Transfer : null;
        var isUnderWay = state.MustTransfer || (under is not null && state.Duty!.End is TransferDutyEnd.Lifted);
        return state with
        {
            Duty = new TransferDuty(state.MustTransfer ? state.Duty!.OpenedOn : e.On, [.. known.Union(e.Offences)], under, null),
            Clocks = isUnderWay ? state.Clocks
                : state.Clocks.Start(CaseDeadlines.TransferOpening, StatutoryRules.TransferTaskGroup, ShanghaiTime.StartOf(e.On)),
        };
    }

    // Where the police have answered, there is no other end to be kept.
    private static CaseState Rested(
        CaseState state, DateOnly on, TransferDutyEnd? end, string? because = null, string? transfer = null, CaseFigures? figures = null)
    {
        var duty = state.Duty ?? new TransferDuty(on, [], transfer, null);
        return state with
        {
            Duty = duty with { AnsweredOn = on, End = end, Because = because, AnsweredFor = figures },
            Clocks = state.Clocks.Stop(CaseDeadlines.TransferOpening),
        };
    }

    private static CaseState Noted(CaseState state, CrimeTransferNoted e)
    {
        var day = ShanghaiTime.DayOf(e.At);
        switch (e.Step)
        {
            case TransferStep.Opened:
                var duty = state.Duty ?? new TransferDuty(day, [], e.Transfer, null);
                return state with
                {
                    Stage = e.IsReopened is true ? CaseStage.Execution : state.Stage,
                    End = e.IsReopened is true ? null : state.End,
                    Duty = duty with { Transfer = e.Transfer, AnsweredOn = null, End = null, Because = null, AnsweredFor = null },
                    Clocks = state.Clocks.Stop(CaseDeadlines.TransferOpening),
                };
            case TransferStep.Filed when state.Decision is null:
                // The administrative procedure is stayed while the criminal one runs; where it had ended, its days since then do not count.
                return WithPolice(
                    state, e.At, e.Transfer, state.End is { } end ? ShanghaiTime.StartOf(end.On) : e.At, e.Figures) with
                {
                    FormerServedOn = e.FormerServedOn ?? state.FormerServedOn,
                    BeforePolice = e.IsKept is true ? CaseBeforePolice.Of(state) : null,
                };
            case TransferStep.Filed:
                return Rested(state, day, null, transfer: e.Transfer, figures: e.Figures);
            case TransferStep.Refused:
                return Rested(state, day, TransferDutyEnd.Refused, transfer: e.Transfer, figures: e.Figures);
            case TransferStep.Withdrawn:
                return Rested(state, day, TransferDutyEnd.Withdrawn, transfer: e.Transfer, figures: e.Figures);
            case TransferStep.Judged or TransferStep.Prosecuted:
                return state;
            case var _ when state.Stage is CaseStage.Transferred:
                var back = Rested(state, day, null, transfer: e.Transfer, figures: e.Figures);
                back = back with
                {
                    BeforePolice = null,
                    JudgedOn = null,
                    Clocks = state.JudgedOn is null ? back.Clocks.Stop(CaseDeadlines.JudgmentInquiry)
                        : back.Clocks.Stop(CaseDeadlines.Closing),
                };
                back = ToInvestigation(back, e.Notice) with
                {
                    // One that had ended before the police filed it has no clock left.
                    Clocks = state.FiledOn is not { } filedOn
                        ? back.Clocks.Start(CaseDeadlines.Filing, StatutoryRules.PenaltyFiling, e.At)
                        : back.Clocks.Find(CaseDeadlines.Decision) is null
                        ? DecidedAnewFrom(back, filedOn)
                        : back.Clocks,
                };
                // The stay that the filing began is the last of the pauses: none begins while the police have the case.
                return PauseOver(back, state.Pauses.LastOrDefault()?.Number, e.At);
            default:
                return Rested(state, day, null, transfer: e.Transfer, figures: e.Figures);
        }
    }
}

/// <summary>移送义务. The duty to transfer the case to the police (行政执法机关移送涉嫌犯罪案件的规定 第三条).</summary>
/// <param name="OpenedOn">产生日期. The day it was recognised (Asia/Shanghai).</param>
/// <param name="Offences">涉嫌罪名. The offences, also those of a duty answered before.</param>
/// <param name="Transfer">移送编号. The number of the crime transfer, or null while none is opened.</param>
/// <param name="AnsweredOn">答复日期. The day the police filed it or finally did not, or it came to rest otherwise; null while it
/// stands.</param>
/// <param name="End">了结方式. How it came to rest without an answer of the police; null otherwise.</param>
/// <param name="Because">原因. Why a correction lifted it; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("transfer-duty")]
public sealed record TransferDuty(
    DateOnly OpenedOn,
    ImmutableArray<Offence> Offences,
    string? Transfer,
    DateOnly? AnsweredOn,
    TransferDutyEnd? End = null,
    string? Because = null)
{
    /// <summary>答复所依据的数额. What had been found when it came to rest: more than that is news. Null while it stands, and from before it
    /// was kept.</summary>
    [Id(110)] public CaseFigures? AnsweredFor { get; init; }
}

/// <summary>移送义务的了结. How the duty to transfer came to rest without an answer of the police.</summary>
[JsonConverter(typeof(WireNameConverter<TransferDutyEnd>))]
public enum TransferDutyEnd
{
    /// <summary>The head refused the transfer; the leading group is told, and what is found anew opens it again.</summary>
    [Term("负责人不批准移送", "refused by the head")]
    Refused,

    /// <summary>Figures were corrected below every threshold.</summary>
    [Term("数额更正后未达追诉标准", "lifted by a correction")]
    Lifted,

    /// <summary>The transfer was withdrawn before the police signed for it.</summary>
    [Term("移送已撤回", "withdrawn")]
    Withdrawn,
}

/// <summary>移送进展. What a crime transfer tells its case.</summary>
[JsonConverter(typeof(WireNameConverter<TransferStep>))]
public enum TransferStep
{
    /// <summary>It was opened.</summary>
    [Term("已启动移送", "opened")]
    Opened,

    /// <summary>The police have filed it.</summary>
    [Term("公安机关已立案", "filed by the police")]
    Filed,

    /// <summary>The police do not file it, finally, or gave it back: it goes on administratively.</summary>
    [Term("退回行政处理", "returned")]
    Returned,

    /// <summary>The head refused it: the duty rests, and the case goes on administratively.</summary>
    [Term("负责人不批准移送", "refused by the head")]
    Refused,

    /// <summary>It was withdrawn before the police signed for it.</summary>
    [Term("移送已撤回", "withdrawn")]
    Withdrawn,

    /// <summary>The prosecutors have brought it to court.</summary>
    [Term("已提起公诉", "prosecuted")]
    Prosecuted,

    /// <summary>The prosecutors do not prosecute: it comes back for an administrative decision (刑事诉讼法 第一百七十七条).</summary>
    [Term("不起诉", "not prosecuted")]
    NotProsecuted,

    /// <summary>The court imposed no punishment: it comes back for an administrative decision.</summary>
    [Term("免予刑事处罚或者宣告无罪", "no punishment imposed")]
    Exempted,

    /// <summary>The judgment stands: the case is closed (程序规定 第七十七条).</summary>
    [Term("已判决", "judged")]
    Judged,
}

/// <summary>登记移送进展. What a crime transfer tells its case; the system delivers it.</summary>
/// <param name="Transfer">移送编号. The number of the transfer.</param>
/// <param name="Step">进展. What happened.</param>
/// <param name="HappenedOn">日期. The day on which it happened (Asia/Shanghai), where that is told.</param>
[GenerateSerializer, Immutable, Alias("case.note-transfer"), AllowedTo(Roles.System)]
[Refuses<CaseNotInStage>]
public sealed record NoteCrimeTransfer(string Transfer, TransferStep Step, [IsDayOfAct] DateOnly? HappenedOn = null) : CaseCommand;

/// <summary>
/// 登记了解移送案件进展. Records that the police, the prosecutors or the court were asked how a transferred case stands, and what they answered; in a
/// year they are asked again.
/// </summary>
/// <param name="AskedOn">了解日期. The day; not after today.</param>
/// <param name="Answer">答复内容. What they answered.</param>
/// <param name="DocumentNumber">文书编号. The number of the document, where there is one.</param>
[GenerateSerializer, Immutable, Alias("case.record-transfer-inquiry"), AllowedTo(Proposers)]
[Refuses<CaseNotInStage>]
public sealed record RecordTransferInquiry(
    [IsDayOfAct] DateOnly AskedOn, [Longest(1000)] string Answer, [Longest(200)] string? DocumentNumber = null) : CaseCommand;

/// <summary>等待司法机关处理. The police have filed the case: what becomes of it is asked once a year.</summary>
/// <param name="At">时刻. Since when (UTC).</param>
[Alias("case.judgment-awaited")]
public sealed record JudgmentAwaited(DateTimeOffset At) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("等待司法机关的处理结果", "The outcome of the criminal case is awaited");
}

/// <summary>已了解移送案件进展. It was asked how the transferred case stands.</summary>
/// <param name="On">了解日期. The day (Asia/Shanghai).</param>
/// <param name="Answer">答复内容. What was answered.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("case.transfer-inquiry-recorded")]
public sealed record TransferInquiryRecorded(DateOnly On, string Answer, string? DocumentNumber) : CaseEvent, ICaseMilestone
{
    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary => new($"了解移送案件进展：{Answer}", $"Asked how the transferred case stands: {Answer}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>已收到判决. A court has judged what was transferred; something is left to do here before the case is closed, such as with goods that
/// the police did not take over (程序规定 第七十七条, 行政强制法 第二十八条).</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Tasks">未了事项. What was left to do on that day.</param>
[Alias("case.judgment-received")]
public sealed record JudgmentReceived(DateOnly On, ImmutableArray<CaseTask> Tasks) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"司法机关已判决，办结下列事项后结案：{Terms.OfAll(Tasks).Chinese}",
        $"Judged by a court; closed when this is done: {Terms.OfAll(Tasks).English}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;

    /// <inheritdoc/>
    public override string? LegalBasis => "市场监督管理行政处罚程序规定 第七十七条";
}

/// <summary>移送义务已产生. A threshold of crime is met: the case must be transferred (行政执法机关移送涉嫌犯罪案件的规定 第三条).</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Offences">涉嫌罪名. The offences that are new.</param>
[Alias("case.transfer-duty-opened")]
public sealed record TransferDutyOpened(DateOnly On, ImmutableArray<Offence> Offences) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"涉嫌犯罪，应当移送公安机关：{Terms.OfAll(Offences).Chinese}", $"To be transferred to the police: {Terms.OfAll(Offences).English}");

    /// <inheritdoc/>
    public override string? LegalBasis => "行政执法机关移送涉嫌犯罪案件的规定 第三条";
}

/// <summary>移送义务已解除. Figures were corrected below every threshold of crime, so that the duty they had opened falls.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Offences">涉嫌罪名. The offences that were suspected.</param>
/// <param name="Reason">更正理由. Why the figures were corrected.</param>
[Alias("case.transfer-duty-lifted")]
public sealed record TransferDutyLifted(DateOnly On, ImmutableArray<Offence> Offences, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"数额更正后未达追诉标准，移送义务解除：{Reason}", $"Corrected below every threshold of crime, the duty to transfer falls: {Reason}");

    /// <inheritdoc/>
    public override string? LegalBasis => "行政执法机关移送涉嫌犯罪案件的规定 第三条";
}

/// <summary>移送进展已登记. What the crime transfer told.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Transfer">移送编号. Which transfer.</param>
/// <param name="Step">进展. What happened.</param>
/// <param name="Notice">以前的权利告知. What the party had been told of its rights before the police filed the case that comes back; null
/// where it had not been told, and from before that was kept.</param>
/// <param name="Figures">所依据的数额. What had been found when the duty came to rest; null of other steps, and from before that was
/// kept.</param>
[Alias("case.transfer-noted")]
public sealed record CrimeTransferNoted(
    DateTimeOffset At, string Transfer, TransferStep Step, EarlierNotice? Notice = null, CaseFigures? Figures = null)
    : CaseEvent, IBeginsAnew
{
    /// <inheritdoc/>
    public ImmutableArray<string>? Reviewed { get; init; }

    /// <summary>重新办理. Whether the case had been closed and goes on until the transfer is answered; null where it had not.</summary>
    public bool? IsReopened { get; init; }

    /// <summary>已失效决定的送达日期. The day on which the decision not to penalise was served that gives way because the police file the case
    /// (Asia/Shanghai); null where there is none, and from before that was kept.</summary>
    public DateOnly? FormerServedOn { get; init; }

    /// <summary>保留立案前情况. Whether it is kept where the case stood when the police filed it; null where they did not, and from before that
    /// was kept.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"移送{Transfer}：{Terms.Of(Step).Chinese}{(IsReopened is true ? "；已结案件恢复办理" : "")}",
        $"Transfer {Transfer}: {Terms.Of(Step).English}{(IsReopened is true ? "; the closed case goes on" : "")}");
}

/// <summary>应当移送公安机关. A crime is suspected and the duty to transfer stands unanswered: no penalty in place of transfer (行政执法机关移送涉嫌犯罪案件的规定 第三条、第十一条).</summary>
/// <param name="Offences">涉嫌罪名. Which offences.</param>
/// <param name="Transfer">移送编号. The transfer under way, or null when none was opened.</param>
[GenerateSerializer, Immutable, Alias("refusal.crime-transfer-required")]
public sealed record CrimeTransferRequired(IReadOnlyList<Offence> Offences, string? Transfer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => Offences.Count == 0
        ? new(
            "本案正在按涉嫌犯罪移送，在移送有结果之前不得作出处罚、结案或者撤销",
            "The case is being transferred on the suspicion of a crime: until that is answered, there is no penalty, closing or withdrawal")
        : new(
            $"涉嫌犯罪（{Terms.OfAll(Offences).Chinese}），应当移送公安机关，在移送有结果之前不得作出处罚、结案或者撤销",
            $"A crime is suspected ({Terms.OfAll(Offences).English}): until the transfer to the police is answered, "
            + "there is no penalty, closing or withdrawal");
}
