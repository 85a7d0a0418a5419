using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What a transfer had told the case by mistake and takes back: the case is again where it was.
public static partial class Case
{
    // The clocks that stand still for the police and run on where they never filed it.
    private static readonly ImmutableHashSet<string> StoppedByPolice =
    [
        CaseDeadlines.Filing, CaseDeadlines.Decision, CaseDeadlines.LegalReview, CaseDeadlines.Statement, CaseDeadlines.Service,
        CaseDeadlines.ServiceNotice, CaseDeadlines.HearingChair, CaseDeadlines.HearingFile, CaseDeadlines.HearingDate,
        CaseDeadlines.HearingPublication, CaseDeadlines.HearingReport, CaseDeadlines.TransferOpening,
    ];

    private static Decision<CaseEvent>? DecideInTransferTakenBack(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        // Of another transfer since, this one says nothing any more.
        NoteTransferTakenBack c when state.Duty is null || (state.Duty.Transfer is { } other && other != c.Transfer) =>
            Decision<CaseEvent>.AlreadySo,
        NoteTransferTakenBack c => DecideNoteTransferTakenBack(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInTransferTakenBack(CaseState state, CaseEvent happened) => happened switch
    {
        CrimeTransferTakenBack e => TakenBack(state, e),
        _ => null,
    };

    private static Decision<CaseEvent> DecideNoteTransferTakenBack(CaseState state, NoteTransferTakenBack c, Circumstances now)
    {
        var beginsAnew = state is { Stage: CaseStage.Transferred, BeforePolice: null } && c.Step is TransferStep.Filed;
        var taken = new CrimeTransferTakenBack(now.Now, c.Transfer, c.Step, c.IsWithPolice)
        {
            Notice = beginsAnew ? NoticeOf(state) : null,
            Reviewed = beginsAnew ? ReviewersOf(state) : null,
        };
        return c.Step switch
        {
            // 程序规定 第七十七条: without the judgment it was not closed, and does not count as such.
            TransferStep.Judged when state.IsJudged => taken with { Facts = now.Required<CountedSoFar>().Reversing(Measure.CasesClosed) },

            // It never came back: the police have had it all the time.
            TransferStep.Returned or TransferStep.NotProsecuted or TransferStep.Exempted
                when c.IsWithPolice && state is { Decision: null, Stage: not CaseStage.Transferred } => (CaseEvent[])
                [
                    taken,
                    .. HearingPause(state) is { } open ? [new CasePauseEnded(open, now.Now)] : Array.Empty<CaseEvent>(),
                    .. NoticeEnds(state, now.Now),
                ],

            // What was closed once the police had answered goes on until they answer.
            TransferStep.Filed or TransferStep.Returned when !c.IsWithPolice && state.IsClosedWithPenalty =>
                taken with { IsReopened = true, Facts = now.Required<CountedSoFar>().Reversing(Measure.CasesClosed) },
            _ => taken,
        };
    }

    private static CaseState TakenBack(CaseState state, CrimeTransferTakenBack e)
    {
        switch (e.Step)
        {
            case TransferStep.Judged when state.IsJudged:
                return state with
                {
                    Stage = CaseStage.Transferred,
                    End = null,
                    JudgedOn = null,
                    Clocks = state.Clocks.Stop(CaseDeadlines.Closing),
                };
            case TransferStep.Returned or TransferStep.NotProsecuted or TransferStep.Exempted when e.IsWithPolice:
                // The days since it came back by mistake do not count either.
                return state is { Decision: null, Stage: not CaseStage.Transferred }
                    ? WithPolice(state, e.At, e.Transfer, StayOf(state, e.Transfer)?.Pause.EndedAt ?? e.At) with
                    {
                        BeforePolice = CaseBeforePolice.Of(state),
                    }
                    : state;
            case TransferStep.Filed when state.Stage is CaseStage.Transferred:
                return NeverWithPolice(state, e);
            case TransferStep.Filed or TransferStep.Returned when state.Duty is not null && (state.IsOpen || e.IsReopened is true):
                var standing = Unanswered(state, e.Transfer);
                return e.IsReopened is true ? standing with { Stage = CaseStage.Execution, End = null } : standing;
            default:
                return state;
        }
    }

    /// <summary>The criminal procedure runs and the administrative one is stayed (移送规定 第十条; 程序规定 第四十六条).</summary>
    /// <param name="state">The case.</param>
    /// <param name="at">When that became known (UTC).</param>
    /// <param name="transfer">The number of the transfer.</param>
    /// <param name="stayedSince">Since when its days do not count (UTC).</param>
    /// <param name="figures">What had been found when the police filed it, or null where that is not kept.</param>
    private static CaseState WithPolice(
        CaseState state, DateTimeOffset at, string transfer, DateTimeOffset stayedSince, CaseFigures? figures = null)
    {
        var filed = Rested(state, ShanghaiTime.DayOf(at), null, transfer: transfer, figures: figures);
        return filed with
        {
            Stage = CaseStage.Transferred,
            Duty = filed.Duty! with { Transfer = transfer },
            End = null,
            NoPenalty = null,
            TerminatedBecause = null,
            PassedOnTo = null,

            // What was served said that there is no penalty, which does not stand any more.
            Execution = state.NoPenalty is null ? state.Execution : CaseExecution.None,
            Pauses = state.Pauses.Add(new CasePause(
                state.Pauses.Length + 1, new ClockPause(PauseReason.Stay, transfer, stayedSince), null)),
            Clocks = WithoutHearing(filed.Clocks)
                .Stop(CaseDeadlines.Filing)
                .Stop(CaseDeadlines.LegalReview)
                .Stop(CaseDeadlines.Statement)
                .Stop(CaseDeadlines.Service)
                .Stop(CaseDeadlines.ServiceNotice),
        };
    }

    // Where the police never filed it, nothing was stayed: it stands as it did, and what was measured, tested or found since stays.
    private static CaseState NeverWithPolice(CaseState state, CrimeTransferTakenBack e)
    {
        var stay = StayOf(state, e.Transfer);
        var clocks = state.Clocks.Stop(CaseDeadlines.JudgmentInquiry).Stop(CaseDeadlines.Closing);
        if (state.BeforePolice is not { } before)
        {
            // From before it was kept where it stood: it is looked into anew, as one that comes back.
            var back = ToInvestigation(Unanswered(state with { JudgedOn = null, Clocks = clocks }, e.Transfer), e.Notice);
            return PauseOver(back, stay?.Number, e.At) with
            {
                Clocks = back.FiledOn is not { } filedOn
                    ? back.Clocks.Start(CaseDeadlines.Filing, StatutoryRules.PenaltyFiling, e.At)
                    : back.Clocks.Find(CaseDeadlines.Decision) is null ? DecidedAnewFrom(back, filedOn) : back.Clocks,
            };
        }

        return state with
        {
            BeforePolice = null,
            JudgedOn = null,
            Stage = before.Stage,
            End = before.End,
            NoPenalty = before.NoPenalty,
            TerminatedBecause = before.TerminatedBecause,
            PassedOnTo = before.PassedOnTo,
            FormerServedOn = before.FormerServedOn,
            Execution = before.NoPenalty is null ? state.Execution : before.Execution,
            Duty = before.Duty is { } duty ? duty with { Transfer = e.Transfer } : state.Duty,
            Pauses =
            [
                .. state.Pauses.Where(pause => pause.Number != stay?.Number)
                    .Select(pause => before.Stilled.FirstOrDefault(one => one.Number == pause.Number) ?? pause),
            ],
            Clocks =
            [
                .. clocks,
                .. before.Clocks.Where(clock => StoppedByPolice.Contains(clock.Kind) && clocks.Find(clock.Kind) is null),
            ],
        };
    }

    // The police have not answered: the duty stands under this transfer.
    private static CaseState Unanswered(CaseState state, string transfer) => state with
    {
        Duty = state.Duty! with { Transfer = transfer, AnsweredOn = null, End = null, Because = null, AnsweredFor = null },
        Clocks = state.Clocks.Stop(CaseDeadlines.TransferOpening),
    };

    private static CasePause? StayOf(CaseState state, string transfer) =>
        state.Pauses.LastOrDefault(pause => pause.Pause.Reason is PauseReason.Stay && pause.Pause.Document == transfer);
}

/// <summary>公安机关立案前的情况. How a case stood when the police were noted to have filed it, so that it stands so again where they have
/// not.</summary>
/// <param name="Stage">阶段. Where it stood.</param>
/// <param name="End">终结. How it had ended, or null.</param>
/// <param name="NoPenalty">不予处罚决定. Or null.</param>
/// <param name="TerminatedBecause">终止调查情形. Or null.</param>
/// <param name="PassedOnTo">移送的其他机关. Or null.</param>
/// <param name="FormerServedOn">已失效决定的送达日期. Or null.</param>
/// <param name="Execution">执行. What had become of the decision not to penalise.</param>
/// <param name="Duty">移送义务. As it stood.</param>
/// <param name="Clocks">在走期限. Those that ran.</param>
/// <param name="Stilled">期限中止. The pauses that went on then, or were to end later.</param>
[GenerateSerializer, Immutable, Alias("case-before-police")]
public sealed record CaseBeforePolice(
    CaseStage Stage,
    CaseEnd? End,
    NoPenaltyDecision? NoPenalty,
    TerminationGround? TerminatedBecause,
    string? PassedOnTo,
    DateOnly? FormerServedOn,
    CaseExecution Execution,
    TransferDuty? Duty,
    ImmutableArray<RunningClock> Clocks,
    ImmutableArray<CasePause> Stilled)
{
    /// <summary>How a case stands.</summary>
    /// <param name="state">The case.</param>
    internal static CaseBeforePolice Of(CaseState state) => new(
        state.Stage,
        state.End,
        state.NoPenalty,
        state.TerminatedBecause,
        state.PassedOnTo,
        state.FormerServedOn,
        state.Execution,
        state.Duty,
        state.Clocks,
        [.. state.Pauses.Where(pause => pause.Pause.Reason is PauseReason.Hearing or PauseReason.PublicNotice)]);
}

/// <summary>登记移送更正. A step that a crime transfer had told its case was entered by mistake and is taken back; the system delivers
/// it.</summary>
/// <param name="Transfer">移送编号. The number of the transfer.</param>
/// <param name="Step">进展. What had been told.</param>
/// <param name="IsWithPolice">公安机关办理中. Whether the police have filed it as it stands since.</param>
[GenerateSerializer, Immutable, Alias("case.note-transfer-taken-back"), AllowedTo(Roles.System)]
public sealed record NoteTransferTakenBack(string Transfer, TransferStep Step, bool IsWithPolice) : CaseCommand;

/// <summary>移送进展已更正. What the crime transfer had told by mistake does not hold.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Transfer">移送编号. Which transfer.</param>
/// <param name="Step">进展. What had been told.</param>
/// <param name="IsWithPolice">公安机关办理中. Whether the police have filed it as it stands since.</param>
[Alias("case.transfer-taken-back")]
public sealed record CrimeTransferTakenBack(DateTimeOffset At, string Transfer, TransferStep Step, bool IsWithPolice)
    : CaseEvent, IBeginsAnew, IUncounts
{
    /// <inheritdoc/>
    public ImmutableArray<CountedFact>? Facts { get; init; }

    /// <summary>以前的权利告知. What the party had been told of its rights; null where it had not been told.</summary>
    public EarlierNotice? Notice { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<string>? Reviewed { get; init; }

    /// <summary>重新办理. Whether the case had been closed and goes on until the transfer is answered; null where it had not.</summary>
    public bool? IsReopened { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"移送{Transfer}的登记有误，撤回：{Terms.Of(Step).Chinese}",
        $"Recorded by mistake of transfer {Transfer} and taken back: {Terms.Of(Step).English}");
}
