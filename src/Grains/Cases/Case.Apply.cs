using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

public static partial class Case
{
    /// <summary>The state after an event.</summary>
    /// <param name="state">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static CaseState Apply(CaseState? state, CaseEvent happened) => happened switch
    {
        LeadRecorded e => new CaseState
        {
            Number = e.Number,
            Stage = CaseStage.Lead,
            Lead = e.Lead,
            Section = e.Section,
            RecordedBy = e.RecordedBy,
            Clocks = ImmutableArray<RunningClock>.Empty.Start(CaseDeadlines.Filing, StatutoryRules.PenaltyFiling, ShanghaiTime.StartOf(e.Lead.ReceivedOn)),
        },
        _ when state is null => throw new InvalidOperationException($"{happened.GetType().Name} came before the lead was recorded."),
        CaseNotFiled e => Ended(state, CaseStage.NotFiled, new CaseEnd(e.On, CaseOutcome.NotFiled, e.Grounds)),
        CaseFiled e => state with
        {
            Stage = CaseStage.Investigation,
            FiledOn = ShanghaiTime.DayOf(e.At),
            Officers = e.Officers,
            Investigators = [.. state.Investigators.Union(e.Officers)],
            Clocks = state.Clocks.Stop(CaseDeadlines.Filing).Start(CaseDeadlines.Decision, StatutoryRules.PenaltyDecision, e.At),
        },
        CaseOfficersAssigned e => state with { Officers = e.Officers, Investigators = [.. state.Investigators.Union(e.Officers)] },
        CaseTakenOver e => state with { TakenOverBy = e.To },
        CaseHandedOver e => state with { Section = e.Handover.To, Handovers = state.Handovers.Add(e.Handover) },
        CasePartyAdded e => state with { Parties = state.Parties.Add(e.Party) },
        CaseFiguresRecorded e => state with { Figures = e.Figures },
        TransferDutyOpened e => Duty(state, e),
        CaseTitleCorrected e => state with { Lead = state.Lead with { Title = e.To } },
        CaseMarkedMajor e => state with { MajorBecause = e.Because },
        CaseJoined e => state with { Joined = state.Joined.Add(e.Other), OwedToJoined = e.Owed is { } owed ? state.OwedToJoined.Add(owed) : state.OwedToJoined },
        JoinedCaseTold => state with { OwedToJoined = state.OwedToJoined.IsEmpty ? [] : state.OwedToJoined.RemoveAt(0) },
        InspectionLinked e => state with { LinkedInspections = state.LinkedInspections.Add(e.Inspection) },
        EvidenceAdded e => state with { Evidence = state.Evidence.Add(e.Evidence) },
        EvidenceMoved e => state with { Evidence = [.. state.Evidence.Select(one => one.Number == e.Evidence ? one with { Custody = one.Custody.Add(e.Custody) } : one)] },
        GoodsSeized e => state with
        {
            Seizures = state.Seizures.Add(e.Seizure),
            Clocks = e.Seizure.Kind is SeizureKind.RegisteredPreservation
                ? state.Clocks.Start(CaseDeadlines.Preservation, StatutoryRules.PenaltyPreservation, e.At, e.Seizure.Number)
                : state.Clocks.Start(CaseDeadlines.Seizure, StatutoryRules.PenaltySeizure, e.At, e.Seizure.Number),
        },
        SeizureEnded e => Released(state, e.Seizure, e.On, e.Outcome),
        PreservationLapsed e => Released(state, e.Seizure, e.On, SeizureOutcome.LapsedByItself),
        TestOrdered e => state with { Tests = state.Tests.Add(e.Test), Pauses = state.Pauses.Add(e.Pause) },
        TestResultRecorded e => PauseOver(
            state with { Tests = [.. state.Tests.Select(test => test.Number == e.Test ? test with { ResultOn = ShanghaiTime.DayOf(e.At), Passed = e.Passed, Report = e.Report } : test)] },
            state.Tests.FirstOrDefault(test => test.Number == e.Test)?.Pause,
            e.At),
        CasePaused e => state with { Pauses = state.Pauses.Add(e.Pause) },
        CasePauseEnded e => PauseOver(state, e.Pause, e.At),
        CaseClockExtended e => state with { Clocks = state.Clocks.Extend(e.Kind, e.Item, e.Extension) },
        PenaltyProposed e => state with
        {
            Stage = CaseStage.LegalReview,
            Proposal = e.Proposal,
            Clocks = state.Clocks.Start(CaseDeadlines.LegalReview, StatutoryRules.PenaltyLegalReview, e.At),
        },
        CaseReturnedForInvestigation => state with { Stage = CaseStage.Investigation, Proposal = null, Clocks = state.Clocks.Stop(CaseDeadlines.LegalReview) },
        LegalReviewPassed e => state with
        {
            Stage = e.OffersHearing ? CaseStage.Hearing : CaseStage.LegalReview,
            ReviewedBy = e.Reviewer,
            Clocks = state.Clocks.Stop(CaseDeadlines.LegalReview),
        },
        RightsNotified e => state with
        {
            Rights = new NoticeOfRights(e.ServedOn, null, null, null, null, e.StatementUntil),
            Clocks = state.Clocks.Start(CaseDeadlines.Statement, StatutoryRules.PenaltyStatement, ShanghaiTime.StartOf(e.ServedOn)),
        },
        PartyAnswered e => state with
        {
            Rights = state.Rights is { } rights ? rights with { Answer = e.Answer } : null,
            Pauses = e.Pause is { } pause ? state.Pauses.Add(pause) : state.Pauses,
            Clocks = e.Answer is PartyAnswer.Statement ? state.Clocks : state.Clocks.Stop(CaseDeadlines.Statement),
        },
        PartyKeptSilent => state with { Clocks = state.Clocks.Stop(CaseDeadlines.Statement) },
        HearingAnnounced e => state with { Rights = state.Rights is { } rights ? rights with { HearingOn = e.HearingOn } : null },
        HearingRecorded e => PauseOver(
            state with { Rights = state.Rights is { } rights ? rights with { HeldOn = e.HeldOn, Chair = e.Chair } : null },
            e.Pause,
            ShanghaiTime.StartOf(e.HeldOn)),
        PenaltyDecided e => state with
        {
            Stage = CaseStage.Decided,
            Decision = e.Decision,
            Clocks = state.Clocks.Stop(CaseDeadlines.Decision).Stop(CaseDeadlines.Statement)
                .Start(CaseDeadlines.Service, StatutoryRules.PenaltyService, e.At)
                .Start(CaseDeadlines.Publication, StatutoryRules.PenaltyPublication, e.At),
        },
        DecisionServed e => state with
        {
            Stage = CaseStage.Execution,
            Execution = state.Execution with { ServedOn = e.ServedOn },
            Clocks = state.Decision?.Penalty.Money > 0
                ? state.Clocks.Stop(CaseDeadlines.Service).Start(CaseDeadlines.Payment, StatutoryRules.PenaltyPayment, ShanghaiTime.StartOf(e.ServedOn))
                : state.Clocks.Stop(CaseDeadlines.Service),
        },
        DecisionPublished e => state with { Execution = state.Execution with { PublishedOn = e.PublishedOn }, Clocks = state.Clocks.Stop(CaseDeadlines.Publication) },
        InstalmentsAllowed e => state with
        {
            Execution = state.Execution with { InstalmentsUntil = e.Until },
            Clocks = state.Clocks.Extend(CaseDeadlines.Payment, 0, e.Extension),
        },
        CourtEnforcementRequested e => state with { Execution = state.Execution with { EnforcementRequestedOn = e.On }, Clocks = state.Clocks.Stop(CaseDeadlines.Payment) },
        PenaltyExecuted e => state with
        {
            Execution = state.Execution with { Paid = state.Execution.Paid + e.Amount },
            Clocks = state.Execution.Paid + e.Amount >= (state.Decision?.Penalty.Money ?? 0) ? state.Clocks.Stop(CaseDeadlines.Payment) : state.Clocks,
        },
        CaseClosed e => Ended(state, CaseStage.Closed, new CaseEnd(e.On, e.Outcome, e.Grounds)),
        CaseWithdrawn e => Ended(state, CaseStage.Withdrawn, new CaseEnd(e.On, CaseOutcome.Withdrawn, e.Grounds)),
        CaseFollowUpRecorded e => state with { FollowUps = state.FollowUps.Add(e.FollowUp) },
        CrimeTransferNoted e => Noted(state, e),
        CaseClocksRecalculated e => state with { Clocks = state.Clocks.Moved(e.Clocks) },
        CaseDeadlineNear e => state with { Clocks = state.Clocks.Warned(e.Kind, e.Item) },
        CaseDeadlineLapsed e => state with { Clocks = state.Clocks.Lapsed(e.Lapse.Kind, e.Item), Lapses = state.Lapses.Add(e.Lapse) },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a case does not know this event."),
    };

    private static CaseState Duty(CaseState state, TransferDutyOpened e)
    {
        var known = state.Duty?.Offences ?? [];
        var under = state.Duty is { AnsweredOn: null, Transfer: { } transfer } ? transfer : null;
        return state with
        {
            Duty = new TransferDuty(state.MustTransfer ? state.Duty!.OpenedOn : e.On, [.. known.Union(e.Offences)], under, null),
            Clocks = state.MustTransfer ? state.Clocks : state.Clocks.Start(CaseDeadlines.TransferOpening, StatutoryRules.TransferTaskGroup, ShanghaiTime.StartOf(e.On)),
        };
    }

    private static CaseState Noted(CaseState state, CrimeTransferNoted e)
    {
        var day = ShanghaiTime.DayOf(e.At);
        var clocks = state.Clocks.Stop(CaseDeadlines.TransferOpening);
        var duty = state.Duty ?? new TransferDuty(day, [], e.Transfer, null);
        switch (e.Step)
        {
            case TransferStep.Opened:
                return state with { Duty = duty with { Transfer = e.Transfer, AnsweredOn = null }, Clocks = clocks };
            case TransferStep.Filed when state.Decision is null:
                // The administrative procedure is stayed while the criminal one runs.
                return state with
                {
                    Stage = CaseStage.Transferred,
                    Duty = duty with { AnsweredOn = day },
                    Pauses = state.Pauses.Add(new CasePause(state.Pauses.Length + 1, new ClockPause(PauseReason.Stay, e.Transfer, e.At), null)),
                    Clocks = clocks.Stop(CaseDeadlines.Filing).Stop(CaseDeadlines.LegalReview).Stop(CaseDeadlines.Statement),
                };
            case TransferStep.Returned when state.Stage is CaseStage.Transferred:
                var back = state with
                {
                    Stage = state.FiledOn is null ? CaseStage.Lead : CaseStage.Investigation,
                    Duty = duty with { AnsweredOn = day },
                    Proposal = null,
                    ReviewedBy = null,
                    Rights = null,
                    Clocks = state.FiledOn is null ? clocks.Start(CaseDeadlines.Filing, StatutoryRules.PenaltyFiling, e.At) : clocks,
                };
                // The stay that the filing began is the last of the pauses: none begins while the police have the case.
                return PauseOver(back, state.Pauses.LastOrDefault()?.Number, e.At);
            default:
                return state with { Duty = duty with { AnsweredOn = day }, Clocks = clocks };
        }
    }

    private static CaseState Released(CaseState state, int number, DateOnly on, SeizureOutcome outcome) => state with
    {
        Seizures = [.. state.Seizures.Select(seizure => seizure.Number == number ? seizure with { EndedOn = on, Outcome = outcome } : seizure)],
        Clocks = state.Clocks.Stop(CaseDeadlines.Seizure, number).Stop(CaseDeadlines.Preservation, number),
    };

    private static CaseState PauseOver(CaseState state, int? number, DateTimeOffset at) => state with
    {
        Pauses = [.. state.Pauses.Select(pause => pause.Number == number ? pause with { Pause = pause.Pause with { EndedAt = at } } : pause)],
    };

    // What was decided is published also after the case is closed.
    private static CaseState Ended(CaseState state, CaseStage stage, CaseEnd end) => state with
    {
        Stage = stage,
        End = end,
        Clocks = [.. state.Clocks.Where(clock => stage is CaseStage.Closed && clock.Kind is CaseDeadlines.Publication)],
    };
}
