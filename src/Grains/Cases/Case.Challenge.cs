using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What a party does against a decision, and what follows from how that ends (行政复议法 第二十条; 行政诉讼法 第四十五条、第四十六条).
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInChallenge(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordChallenge { AgainstFormer: true } when state.FormerServedOn is null => new InvalidInput(
            "againstFormer",
            "本案没有因公安机关立案而失效的已送达决定",
            "No decision of this case that was served gave way to the police"),
        RecordChallenge c when !IsServed(state) && !IsAgainstFormer(state, c) => new CaseNotInStage(state.Stage),
        RecordChallenge c => DecideRecordChallenge(state, c, now),
        RecordChallengeOutcome when state.Challenges.All(one => one.EndedOn is not null) => new NoChallengeRuns(),
        RecordChallengeOutcome c => DecideRecordChallengeOutcome(state, c, now),
        CorrectChallenge c => DecideCorrectChallenge(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInChallenge(CaseState state, CaseEvent happened) => happened switch
    {
        ChallengeRecorded e => state with
        {
            Challenges = state.Challenges.Add(e.Challenge),
            Clocks = e.Challenge.IsOfFormer is true ? state.Clocks : state.Clocks.Stop(CaseDeadlines.CourtEnforcement),
        },
        ChallengeOutcomeRecorded e => Answered(state, e),
        ChallengeCorrected e => Corrected(state, e),
        _ => null,
    };

    private static bool IsServed(CaseState state) => state is
    {
        Stage: CaseStage.Execution or CaseStage.Closed or CaseStage.NoPenalty, Execution: { ServedOn: not null, AnnulledOn: null },
    };

    // Only who has the papers knows which decision is meant. Unless it is said, it is the later one from the day of its service on; where
    // that was annulled, nothing is guessed of the former.
    private static bool IsAgainstFormer(CaseState state, RecordChallenge c) => state.FormerServedOn is not null && (c.AgainstFormer
        ?? (IsServed(state)
            ? c.ReceivedOn < state.Execution.ServedOn
            : state.Execution.AnnulledOn is null && state.Challenges.All(one => one.Decision is null)));

    // What stands is challenged once it is served; what gave way to the police may still be, also while they have the case and after it
    // came back: whether it is heard the body decides.
    private static Decision<CaseEvent> DecideRecordChallenge(CaseState state, RecordChallenge c, Circumstances now)
    {
        var isOfFormer = IsAgainstFormer(state, c);
        var served = isOfFormer ? state.FormerServedOn!.Value : state.Execution.ServedOn!.Value;
        if ((ActDay.Problem("receivedOn", c.ReceivedOn, served, now.Today)
            ?? FreeText.Missing("body", c.Body)
            ?? FreeText.Missing("documentNumber", c.DocumentNumber)) is { } problem)
        {
            return problem;
        }

        if (state.Challenges.LastOrDefault(one => one.EndedOn is null && state.IsOvertaken(one) == isOfFormer) is { } known)
        {
            return RunsOf(known);
        }

        // A late one is recorded as late: whether it is heard the body decides.
        var until = c.Kind is ChallengeKind.Reconsideration
            ? StatutoryRules.On(StatutoryRules.PenaltyReconsideration, served).Period.DayFrom(served, now.Calendar).Day
            : isOfFormer ? SuitUntil(served, now.Calendar)
            : state.Execution.SuitUntil ?? SuitUntil(served, now.Calendar);
        return new ChallengeRecorded(new CaseChallenge(
            state.Challenges.Length + 1, c.Kind, c.ReceivedOn, c.Body.Trim(), c.DocumentNumber.Trim(), until, c.ReceivedOn > until)
        {
            IsOfFormer = isOfFormer ? true : null,
        });
    }

    private static ChallengeRuns RunsOf(CaseChallenge runs) => new(runs.Kind, runs.ReceivedOn, runs.Body);

    private static Decision<CaseEvent> DecideRecordChallengeOutcome(CaseState state, RecordChallengeOutcome c, Circumstances now)
    {
        var running = state.Challenges.Where(one => one.EndedOn is null && (c.Challenge is null || one.Number == c.Challenge)).ToList();
        if (running is not [var challenge])
        {
            return running.Count == 0 ? new NoSuchItem("challenge", c.Challenge!.Value) : new InvalidInput(
                "challenge",
                $"有{running.Count}件复议、诉讼正在进行，请写明是哪一件（序号{string.Join('、', running.Select(one => one.Number))}）",
                $"{running.Count} challenges run: say which ({string.Join(", ", running.Select(one => one.Number))})");
        }

        if ((ActDay.Problem("receivedOn", c.ReceivedOn, challenge.ReceivedOn, now.Today)
            ?? FreeText.Missing("documentNumber", c.DocumentNumber)) is { } problem)
        {
            return problem;
        }

        // Whoever challenges is not penalised by that; what is not to stand is decided anew (行政复议法 第六十三条, 行政诉讼法 第七十七条).
        var isOvertaken = state.IsOvertaken(challenge);
        if (c.Outcome is ChallengeOutcome.Changed && (state.Decision is null || isOvertaken))
        {
            return new InvalidInput(
                "outcome",
                "不予处罚决定不能变更为处罚；被撤销并责令重新作出的，按“撤销并责令重新作出”登记",
                "A decision not to penalise is not changed into a penalty; it is upheld, or annulled and made anew");
        }

        // The police filed the case: that the decision does not stand, or does, is kept. Nothing follows from it: whatever is to be
        // decided waits for their answer, or has gone on since.
        if (isOvertaken)
        {
            return new ChallengeOutcomeRecorded(
                challenge.Number, c.Outcome, c.ReceivedOn, null, 0, state.Execution.ToRefund, null, c.DocumentNumber.Trim())
            {
                IsWithPolice = true,
            };
        }

        var becomes = Penalty.Of(c);
        var isChanged = c.Outcome is ChallengeOutcome.Changed;
        var saysNothing = becomes is { Money: 0, ConfiscatedGoods: 0, Others.IsEmpty: true, SuspensionDays: null };
        if (isChanged ? Implausible(becomes) is not null : !saysNothing)
        {
            return isChanged ? Implausible(becomes)!
                : new InvalidInput("fineCny", "只有变更的处罚决定才填写变更后的处罚", "Only of a changed decision is it said what it becomes");
        }

        // 行政复议法 第六十三条, 行政诉讼法 第七十七条: who challenges a decision is not put worse by that.
        if (isChanged && becomes with { Others = becomes.Others.Remove(PenaltyKind.Warning) } is var harsher
            && harsher.HeavierThan(state.Decision!.Penalty) is { } part)
        {
            return new ChallengeAggravates(state.Decision.Penalty.Money / 100m, becomes.Money / 100m, part);
        }

        var standing = state with
        {
            Decision = isChanged ? state.Decision! with { Penalty = becomes } : state.Decision,
            Challenges = state.Challenges.SetItem(challenge.Number - 1, challenge with { EndedOn = c.ReceivedOn }),
        };
        var isAnnulled = c.Outcome is ChallengeOutcome.Annulled or ChallengeOutcome.AnnulledAnew;
        var surcharge = isAnnulled ? 0 : Surcharge.On(standing, LastPaidOn(state) ?? c.ReceivedOn, now.Calendar);
        var owed = isAnnulled ? 0 : standing.Stands + Math.Max(0, surcharge - state.Execution.Waived);
        return new ChallengeOutcomeRecorded(
            challenge.Number,
            c.Outcome,
            c.ReceivedOn,
            isChanged ? becomes : null,
            surcharge,
            isChanged || isAnnulled ? Math.Max(0, state.Execution.Paid - state.Execution.Refunded - owed) : state.Execution.ToRefund,
            isAnnulled ? null : SuitUntilAfter(state, challenge, c, now.Calendar),
            c.DocumentNumber.Trim(),
            c.Outcome is ChallengeOutcome.AnnulledAnew ? NoticeOf(state) : null,
            isChanged || isAnnulled ? News(now) : null)
        {
            KeepsMeasures = c.Outcome is ChallengeOutcome.AnnulledAnew ? true : null,
            Reviewed = c.Outcome is ChallengeOutcome.AnnulledAnew ? ReviewersOf(state) : null,
        };
    }

    private static Decision<CaseEvent> DecideCorrectChallenge(CaseState state, CorrectChallenge c, Circumstances now)
    {
        if (state.Challenges.FirstOrDefault(one => one.Number == c.Challenge) is not { } challenge)
        {
            return new NoSuchItem("challenge", c.Challenge);
        }

        var right = challenge with
        {
            ReceivedOn = c.ReceivedOn ?? challenge.ReceivedOn,
            IsLate = (c.ReceivedOn ?? challenge.ReceivedOn) > challenge.Until,
            EndedOn = c.EndedOn ?? challenge.EndedOn,
            Body = FreeText.Given(c.Body) ?? challenge.Body,
            Document = FreeText.Given(c.ChallengeNumber) ?? challenge.Document,
            OutcomeDocument = challenge.EndedOn is null ? null : FreeText.Given(c.OutcomeDocumentNumber) ?? challenge.OutcomeDocument,
        };
        if ((c.Grounds.Problem()
            ?? (c.EndedOn is not null && challenge.EndedOn is null
                ? new InvalidInput("endedOn", "该复议、诉讼尚未登记结果", "Its outcome is not recorded")
                : null)
            ?? ActDay.Problem("receivedOn", right.ReceivedOn, ServedBefore(state, challenge), right.EndedOn ?? now.Today)
            ?? (right.EndedOn is { } ended
                ? ActDay.Problem("endedOn", ended, right.ReceivedOn, EndedBefore(state, challenge) ?? now.Today)
                : null)) is { } problem)
        {
            return problem;
        }

        if (right == challenge)
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var corrected = state with { Challenges = state.Challenges.SetItem(challenge.Number - 1, right) };
        var (surcharge, toRefund) = ReckonedAnew(state, corrected, now.Calendar);
        var happened = new ChallengeCorrected(
            now.Now, challenge, right, SuitUntilBy(state, challenge, right, now.Calendar), surcharge, toRefund, c.Grounds.Trimmed())
        {
            IsReopened = IsReopenedBy(corrected, surcharge, toRefund),
            Challenges = right.EndedOn == challenge.EndedOn ? null : OtherTerms(corrected, now.Calendar),
        };
        return (CaseEvent[])[happened, .. FollowedByRightDay(state, Apply(state, happened), challenge, right, now)];
    }

    // What followed from an outcome and is done was in time, or late, by the right day of the outcome.
    private static IEnumerable<CaseEvent> FollowedByRightDay(
        CaseState before, CaseState after, CaseChallenge was, CaseChallenge right, Circumstances now)
    {
        // While the police had the case nothing followed but the term to decide anew.
        if (was.EndedOn is not { } wrongly || right.EndedOn is not { } rightly || wrongly == rightly || was.IsOfFormer is true
            || was is { Decision: null, Outcome: not ChallengeOutcome.AnnulledAnew })
        {
            return [];
        }

        var since = ShanghaiTime.StartOf(wrongly);
        var withdrawnOn = before.Execution.Publication?.WithdrawnOn;
        var refundedOn = before.Execution.Refunds.Where(one => one.OwedSince == since).Select(one => (DateOnly?)one.RefundedOn).Max();
        var returnedOn = before.Seizures.Where(one => one.ReturnOwedOn == wrongly).Select(one => one.Return?.On).Max();
        return
        [
            .. ByOutcome(CaseDeadlines.PublicationWithdrawal, StatutoryRules.PenaltyPublicationWithdrawal, withdrawnOn),
            .. ByOutcome(CaseDeadlines.Refund, StatutoryRules.PenaltyRefund, refundedOn),
            .. ByOutcome(CaseDeadlines.GoodsReturn, StatutoryRules.PenaltyGoodsReturn, returnedOn),
            .. was.Outcome is ChallengeOutcome.AnnulledAnew
                ? ByOutcome(CaseDeadlines.Decision, StatutoryRules.PenaltyDecision, DecidedOn(before))
                : [],
        ];

        IEnumerable<CaseEvent> ByOutcome(string kind, string rule, DateOnly? doneOn) => doneOn < wrongly ? [] : ByRightDays(
            new TermDone(before, kind, rule, since, doneOn),
            new TermDone(after, kind, rule, ShanghaiTime.StartOf(rightly), doneOn),
            now);
    }

    private static DateOnly? DecidedOn(CaseState state) => state.Decision?.DecidedOn ?? state.NoPenalty?.DecidedOn;

    private static bool? IsReopenedBy(CaseState corrected, long surcharge, long toRefund) =>
        ClosedUnpaid(corrected with { Execution = corrected.Execution with { Surcharge = surcharge, ToRefund = toRefund } }) ? true : null;

    /// <summary>
    /// The challenges that could be brought until another day than is recorded: whether one came in time follows from the day of the
    /// service and from how what was brought before it has ended (行政复议法 第二十条; 行政诉讼法 第四十五条、第四十六条). Null where there are none.
    /// </summary>
    private static ImmutableArray<CaseChallenge>? OtherTerms(CaseState corrected, WorkingCalendar calendar)
    {
        ImmutableArray<CaseChallenge> others =
        [
            .. from one in corrected.Challenges
               where !corrected.IsOvertaken(one)
               let until = Until(corrected, one.Kind, one.Number, calendar)
               where until != one.Until
               select one with { Until = until, IsLate = one.ReceivedOn > until },
        ];
        return others.IsEmpty ? null : others;
    }

    private static CaseState WithTerms(CaseState state, ImmutableArray<CaseChallenge>? others) => others is { } changed
        ? state with
        {
            Challenges = [.. state.Challenges.Select(one => changed.FirstOrDefault(other => other.Number == one.Number) ?? one)],
        }
        : state;

    // The last day on which what stands could be challenged, by what was brought before.
    private static DateOnly Until(CaseState state, ChallengeKind kind, int number, WorkingCalendar calendar)
    {
        var served = state.Execution.ServedOn!.Value;
        return kind is ChallengeKind.Reconsideration
            ? StatutoryRules.On(StatutoryRules.PenaltyReconsideration, served).Period.DayFrom(served, calendar).Day
            : SuitTerm(state, number, calendar);
    }

    // The last day to sue, by the service and by the challenges before one of a number, or by all.
    private static DateOnly SuitTerm(CaseState state, int? before, WorkingCalendar calendar)
    {
        return state.Challenges.Where(one => (before is null || one.Number < before) && !state.IsOvertaken(one))
            .Aggregate(SuitUntil(state.Execution.ServedOn!.Value, calendar), (term, one) => After(one, term));

        DateOnly After(CaseChallenge one, DateOnly term) => (one.Outcome, one.EndedOn) switch
        {
            (ChallengeOutcome.Withdrawn, { } day) => term > day ? term : day,
            (ChallengeOutcome.Upheld or ChallengeOutcome.Changed, { } day) => one.Kind is ChallengeKind.Suit
                ? day
                : StatutoryRules.On(StatutoryRules.PenaltySuitAfterReconsideration, day).Period.DayFrom(day, calendar).Day,
            _ => term,
        };
    }

    // What is challenged was served; of what does not stand any more, it is known when it was decided.
    private static DateOnly? ServedBefore(CaseState state, CaseChallenge challenge) =>
        challenge.IsOfFormer is true ? state.FormerServedOn
        : !state.IsOvertaken(challenge) ? state.Execution.ServedOn
        : challenge.Decision?.DecidedOn;

    // What followed from the outcome was done on its day or after it, and so was the next challenge: what was given back and withdrawn,
    // what was done to have the decision carried out, and the decision that was made anew.
    private static DateOnly? EndedBefore(CaseState state, CaseChallenge challenge) =>
        state.Challenges.Where(one => one.Number > challenge.Number).Select(one => (DateOnly?)one.ReceivedOn)
            .Concat(new[]
            {
                state.Execution.UrgedOn, state.Execution.EnforcementRequestedOn, state.Execution.Publication?.WithdrawnOn,
                state.End is { Outcome: CaseOutcome.Annulled } end ? end.On : null,
            }
                .Concat(state.Execution.Refunds.Select(one => (DateOnly?)one.RefundedOn))
                .Concat(state.Seizures.Select(one => one.Return?.On))
                .Concat(challenge is { Outcome: ChallengeOutcome.AnnulledAnew, IsOfFormer: not true } ? MadeAnew(state) : [])
                .Where(on => on >= challenge.EndedOn))
            .Min();

    private static DateOnly?[] MadeAnew(CaseState state) =>
    [
        state.Proposal?.ProposedOn, state.Rights?.ServedOn, state.Rights?.HeldOn, state.Decision?.DecidedOn, state.NoPenalty?.DecidedOn,
        state.Execution.ServedOn, state.End?.On,
    ];

    // What the last challenge made of the term, and each before it where the last was withdrawn or still runs, follows its right day.
    private static DateOnly? SuitUntilBy(CaseState state, CaseChallenge before, CaseChallenge right, WorkingCalendar calendar) =>
        state.IsOvertaken(before) || right.EndedOn is null || right.EndedOn == before.EndedOn
            || state.Execution is { ServedOn: null } or { SuitUntil: null }
            || right.Outcome is not (ChallengeOutcome.Upheld or ChallengeOutcome.Changed or ChallengeOutcome.Withdrawn)
            ? state.Execution.SuitUntil
            : SuitTerm(state with { Challenges = state.Challenges.SetItem(right.Number - 1, right) }, null, calendar);

    // What runs from the outcome runs from its right day.
    private static CaseState Corrected(CaseState state, ChallengeCorrected e)
    {
        var (was, ended) = (e.From.EndedOn, e.To.EndedOn);
        var corrected = Reopened(WithTerms(state, e.Challenges?.Add(e.To) ?? [e.To]), e.IsReopened);
        corrected = corrected with
        {
            Execution = state.Execution with
            {
                Refunds = [.. state.Execution.Refunds.Select(one => was is { } since && ended is { } to
                    && one.OwedSince == ShanghaiTime.StartOf(since) ? one with { OwedSince = ShanghaiTime.StartOf(to) } : one)],
                SuitUntil = e.SuitUntil,
                Surcharge = e.Surcharge,
                ToRefund = e.ToRefund,
                AnnulledOn = was is not null && state.Execution.AnnulledOn == was ? ended : state.Execution.AnnulledOn,
            },
            Seizures =
            [
                .. state.Seizures.Select(one => was is not null && one.ReturnOwedOn == was ? one with { ReturnOwedOn = ended } : one),
            ],
            Clocks = was is { } from && ended is { } to && from != to
                ? [.. state.Clocks.Select(clock => IsOfOutcome(clock, e.From) && ShanghaiTime.DayOf(clock.Clock.StartedAt) == from
                    ? clock with { Clock = clock.Clock with { StartedAt = ShanghaiTime.StartOf(to) } }
                    : clock)]
                : state.Clocks,
        };
        corrected = corrected with { Clocks = RefundTerm(corrected, e.At) };
        corrected = e.IsReopened is true ? Settled(corrected) : corrected;
        return e.SuitUntil is { } until && until != state.Execution.SuitUntil
            && corrected.Clocks.Find(CaseDeadlines.CourtEnforcement) is not null
                ? WithCourtTerm(corrected, until)
                : corrected;
    }

    private static bool IsOfOutcome(RunningClock clock, CaseChallenge challenge) =>
        clock.Kind is CaseDeadlines.PublicationWithdrawal or CaseDeadlines.Refund or CaseDeadlines.GoodsReturn
        || (clock.Kind is CaseDeadlines.Decision && challenge.Outcome is ChallengeOutcome.AnnulledAnew);

    private static DateOnly? LastPaidOn(CaseState state) => state.Execution.Payments.Select(one => (DateOnly?)one.PaidOn).Max();

    // After a reconsideration fifteen days are left to sue (行政诉讼法 第四十五条); after a judgment, or a withdrawal when the term is over, none.
    private static DateOnly SuitUntilAfter(CaseState state, CaseChallenge challenge, RecordChallengeOutcome c, WorkingCalendar calendar)
    {
        var term = state.Execution.SuitUntil ?? SuitUntil(state.Execution.ServedOn!.Value, calendar);
        return c.Outcome is ChallengeOutcome.Withdrawn ? (term > c.ReceivedOn ? term : c.ReceivedOn)
            : challenge.Kind is ChallengeKind.Suit ? c.ReceivedOn
            : StatutoryRules.On(StatutoryRules.PenaltySuitAfterReconsideration, c.ReceivedOn).Period.DayFrom(c.ReceivedOn, calendar).Day;
    }

    private static CaseState Answered(CaseState state, ChallengeOutcomeRecorded e)
    {
        var at = ShanghaiTime.StartOf(e.On);
        var known = state with
        {
            Challenges =
            [
                .. state.Challenges.Select(one => one.Number == e.Challenge
                    ? one with
                    {
                        Outcome = e.Outcome,
                        EndedOn = e.On,
                        OutcomeDocument = e.DocumentNumber,
                        Decision = e.IsWithPolice is true ? null : state.Decision,
                    }
                    : one),
            ],
        };
        return e.IsWithPolice is true ? WithPolice(known, e.Outcome, at) : Followed(known, e, at);
    }

    // The new decision has its whole term, which stands still as long as the police have the case. Where it came back before, none begins:
    // what is decided since is decided because the police gave it back (刑诉法 第一百七十七条), not because of the outcome, and that term
    // runs on from the filing without the days with the police (程序规定 第六十四条, which excludes no days of a challenge). A new one
    // would only make ours longer.
    private static CaseState WithPolice(CaseState state, ChallengeOutcome outcome, DateTimeOffset at) =>
        outcome is ChallengeOutcome.AnnulledAnew && state is { Stage: CaseStage.Transferred, JudgedOn: null, FiledOn: not null }
            ? state with
            {
                DecisionExtensions = [],
                Clocks = state.Clocks.Start(CaseDeadlines.Decision, StatutoryRules.PenaltyDecision, at),
            }
            : state;

    private static CaseState Followed(CaseState state, ChallengeOutcomeRecorded e, DateTimeOffset at)
    {
        var known = state with
        {
            Execution = state.Execution with { Surcharge = e.Surcharge, ToRefund = e.ToRefund },
            OwedToLicences =
            [
                .. state.OwedToLicences,
                .. e.Licences?.Select(one => new SuspensionNews(one, e.Becomes?.SuspensionDays, at, e.DocumentNumber)
                {
                    Revokes = e.Becomes?.Others.Contains(PenaltyKind.LicenceRevocation) is true ? true : null,
                }) ?? [],
            ],
        };
        var (isPublished, isStanding) = (state.Execution.PublishedOn is not null,
            e.Outcome is ChallengeOutcome.Upheld or ChallengeOutcome.Withdrawn);
        var withdrawn = isPublished && !isStanding
            ? Restarted(known, known.Clocks, CaseDeadlines.PublicationWithdrawal, StatutoryRules.PenaltyPublicationWithdrawal, at)
            : known.Clocks;
        known = known with { Clocks = withdrawn };
        known = known with { Clocks = RefundTerm(known, at) };
        return e.Outcome switch
        {
            ChallengeOutcome.Annulled => Annulled(known, e.On),
            ChallengeOutcome.AnnulledAnew => Anew(known, at, e),
            _ => Standing(known, e),
        };
    }

    private static CaseState Standing(CaseState state, ChallengeOutcomeRecorded e)
    {
        var standing = Settled(state with
        {
            Decision = e.Becomes is { } penalty && state.Decision is { } decision ? decision with { Penalty = penalty } : state.Decision,
            Execution = state.Execution with { SuitUntil = e.SuitUntil },
        });
        return standing is { Stage: CaseStage.Execution, Execution: { EnforcementRequestedOn: null, EndedOn: null } }
            && e.SuitUntil is { } until
            ? WithCourtTerm(standing, until)
            : standing;
    }

    // It stays where it is until what follows is done, and is closed as annulled; one that is closed is so at once.
    private static CaseState Annulled(CaseState state, DateOnly on) => state with
    {
        End = state.End is { } end ? end with { Outcome = CaseOutcome.Annulled } : null,
        Execution = state.Execution with { AnnulledOn = on, IsCourtAwaited = false },
        Clocks = state.Clocks.Stop(CaseDeadlines.Payment).Stop(CaseDeadlines.CourtEnforcement).Stop(CaseDeadlines.Publication),
    };

    private static bool IsApartFromDecision(RunningClock clock) => clock.Kind is CaseDeadlines.Seizure or CaseDeadlines.Preservation
        or CaseDeadlines.MeasureApproval or CaseDeadlines.Correction or CaseDeadlines.SpotCash or CaseDeadlines.TransferOpening;

    // What was collected and published of the old decision is still to be given back and withdrawn; what is held is held in its term,
    // and what was ordered is to be followed. All else begins anew.
    private static CaseState Anew(CaseState state, DateTimeOffset at, ChallengeOutcomeRecorded e) => ToInvestigation(state, e.Notice) with
    {
        // Where the notice was not kept with the outcome, an earlier version folded it so.
        Deliberation = e.Notice is null ? state.Deliberation : null,
        DecisionExtensions = [],
        Decision = null,
        NoPenalty = null,
        End = null,
        Execution = CaseExecution.None with
        {
            Paid = state.Execution.Paid,
            Payments = state.Execution.Payments,
            Refunded = state.Execution.Refunded,
            Refunds = state.Execution.Refunds,
            ToRefund = state.Execution.ToRefund,
            PublishedOn = state.Execution.PublishedOn,
            Publication = state.Execution.Publication,
        },
        Clocks =
        [
            .. state.Clocks
                .Where(clock => clock.Kind is CaseDeadlines.Refund or CaseDeadlines.GoodsReturn or CaseDeadlines.PublicationWithdrawal
                    or CaseDeadlines.PublicationEnd || (e.KeepsMeasures is true && IsApartFromDecision(clock)))
                .ToImmutableArray()
                .Start(CaseDeadlines.Decision, StatutoryRules.PenaltyDecision, at),
        ],
    };
}

/// <summary>救济途径. What a party does against a decision.</summary>
[JsonConverter(typeof(WireNameConverter<ChallengeKind>))]
public enum ChallengeKind
{
    /// <summary>Reconsideration, within sixty days (行政复议法 第二十条).</summary>
    [Term("行政复议", "administrative reconsideration")]
    Reconsideration,

    /// <summary>A suit, within six months (行政诉讼法 第四十六条).</summary>
    [Term("行政诉讼", "administrative suit")]
    Suit,
}

/// <summary>救济结果. How a reconsideration or a suit has ended.</summary>
[JsonConverter(typeof(WireNameConverter<ChallengeOutcome>))]
public enum ChallengeOutcome
{
    /// <summary>The decision stands.</summary>
    [Term("维持或者驳回", "upheld")]
    Upheld,

    /// <summary>The decision stands with another content.</summary>
    [Term("变更", "changed")]
    Changed,

    /// <summary>The decision is annulled and not made anew.</summary>
    [Term("撤销", "annulled")]
    Annulled,

    /// <summary>The decision is annulled and is to be made anew.</summary>
    [Term("撤销并责令重新作出", "annulled, to be decided anew")]
    AnnulledAnew,

    /// <summary>The party has withdrawn it.</summary>
    [Term("当事人撤回", "withdrawn by the party")]
    Withdrawn,
}

/// <summary>行政复议、行政诉讼. A reconsideration or a suit against the decision.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Kind">救济途径. Which.</param>
/// <param name="ReceivedOn">收到日期. The day on which the body received it (Asia/Shanghai).</param>
/// <param name="Body">受理机关. The body.</param>
/// <param name="Document">案号. Its number there.</param>
/// <param name="Until">法定期限. The last day on which it could be brought.</param>
/// <param name="IsLate">逾期. Whether it came after that; whether it is heard the body decides.</param>
[GenerateSerializer, Immutable, Alias("case-challenge")]
public sealed record CaseChallenge(int Number, ChallengeKind Kind, DateOnly ReceivedOn, string Body, string Document, DateOnly Until,
    bool IsLate)
{
    /// <summary>结果. How it ended; null while it runs.</summary>
    [Id(10)] public ChallengeOutcome? Outcome { get; init; }

    /// <summary>收到结果日期. The day its outcome was received (Asia/Shanghai); null while it runs.</summary>
    [Id(11)] public DateOnly? EndedOn { get; init; }

    /// <summary>复议决定、裁判文书编号. Null while it runs.</summary>
    [Id(12)] public string? OutcomeDocument { get; init; }

    /// <summary>被诉处罚决定. The decision as it was challenged; null while it runs.</summary>
    [Id(13)] public PenaltyDecision? Decision { get; init; }

    /// <summary>针对已失效决定. Whether it was recorded against a decision that had given way to the police by then; null where it was
    /// not.</summary>
    [Id(14)] public bool? IsOfFormer { get; init; }
}

/// <summary>
/// 登记复议、诉讼. Records that the party has asked for reconsideration or sued. While it runs there is no surcharge and the court is not
/// asked to enforce (行政处罚法 第七十三条第三款; 行政强制法 第五十三条).
/// </summary>
/// <param name="Kind">救济途径. Which.</param>
/// <param name="ReceivedOn">收到日期. The day on which the body received it; not after today.</param>
/// <param name="Body">受理机关. The body.</param>
/// <param name="DocumentNumber">案号. Its number there.</param>
/// <param name="AgainstFormer">针对已失效决定. Whether it is against the decision that gave way when the police filed the case, and not
/// against what was decided since. Null goes by the days: received before the later one was served, it is against the former.</param>
[GenerateSerializer, Immutable, Alias("case.record-challenge"), AllowedTo(Roles.Legal | Roles.SectionHead | Roles.Leader)]
[Refuses<CaseNotInStage, ChallengeRuns>]
public sealed record RecordChallenge(
    ChallengeKind Kind,
    [IsDayOfAct] DateOnly ReceivedOn,
    [Longest(200)] string Body,
    [Longest(200)] string DocumentNumber,
    bool? AgainstFormer = null) : CaseCommand;

/// <summary>
/// 登记复议、诉讼结果. Records how the reconsideration or the suit has ended. What follows is owed by its clock: the publication withdrawn,
/// what was paid beyond what stands given back, the decision made anew.
/// </summary>
/// <param name="Outcome">结果. How.</param>
/// <param name="ReceivedOn">收到日期. The day the outcome was received; not after today.</param>
/// <param name="DocumentNumber">复议决定、裁判文书编号.</param>
/// <param name="Fine">变更后的罚款. Of a changed decision.</param>
/// <param name="ConfiscatedGains">变更后没收的违法所得. Of a changed decision.</param>
/// <param name="ConfiscatedGoods">变更后没收的非法财物货值. Of a changed decision.</param>
/// <param name="Others">变更后的其他处罚. Of a changed decision.</param>
/// <param name="SuspensionDays">变更后的暂扣天数. Of a changed decision that suspends a licence.</param>
/// <param name="Challenge">复议、诉讼序号. Which one, where several run: one against what gave way to the police, one against what was decided
/// since.</param>
[GenerateSerializer, Immutable, Alias("case.record-challenge-outcome"), AllowedTo(Roles.Legal | Roles.SectionHead | Roles.Leader)]
[Refuses<NoChallengeRuns, ChallengeAggravates, NoSuchItem>]
public sealed record RecordChallengeOutcome(
    ChallengeOutcome Outcome,
    [IsDayOfAct] DateOnly ReceivedOn,
    [Longest(200)] string DocumentNumber,
    [Optional] Yuan Fine,
    [Optional] Yuan ConfiscatedGains,
    [Optional] Yuan ConfiscatedGoods,
    [Optional, Most(50)] ImmutableArray<PenaltyKind> Others,
    int? SuspensionDays = null,
    int? Challenge = null) : CaseCommand, IGivesPenalty;

/// <summary>更正复议、诉讼. Puts right the days, the body or the numbers of a reconsideration or a suit that were mistyped; what runs from them is
/// reckoned anew. What is left out stays as it is; how it ended is not corrected by this.</summary>
/// <param name="Challenge">复议、诉讼序号. Its number in the case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="ReceivedOn">收到日期. The day on which the body received it.</param>
/// <param name="EndedOn">收到结果日期. The day the outcome was received; not after today.</param>
/// <param name="Body">受理机关. The body.</param>
/// <param name="ChallengeNumber">案号. Its number there.</param>
/// <param name="OutcomeDocumentNumber">复议决定、裁判文书编号.</param>
[GenerateSerializer, Immutable, Alias("case.correct-challenge"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<NoSuchItem>]
public sealed record CorrectChallenge(
    int Challenge,
    Grounds Grounds,
    DateOnly? ReceivedOn = null,
    DateOnly? EndedOn = null,
    [Longest(200)] string? Body = null,
    [Longest(200)] string? ChallengeNumber = null,
    [Longest(200)] string? OutcomeDocumentNumber = null) : CaseCommand;

/// <summary>更正的后果. What a correction after the decision changes beside what was mistyped, in words.</summary>
internal static class LaterChanges
{
    /// <summary>The challenges that were in time, or late, by another day.</summary>
    /// <param name="changes">The changes before.</param>
    /// <param name="challenges">The challenges as they are since, or null.</param>
    public static Changes WithTerms(this Changes changes, ImmutableArray<CaseChallenge>? challenges) =>
        (challenges ?? []).Aggregate(changes, static (all, one) => all.With(
            true,
            $"第{one.Number}件{Terms.Of(one.Kind).Chinese}的法定期限改为至{IsoDate.Of(one.Until)}，{(one.IsLate ? "已逾期" : "并未逾期")}",
            $"challenge {one.Number} could be brought until {IsoDate.Of(one.Until)} and was {(one.IsLate ? "late" : "in time")}"));

    /// <summary>That the case goes back to execution.</summary>
    /// <param name="changes">The changes before.</param>
    /// <param name="isReopened">Whether it does.</param>
    public static Changes WithReopening(this Changes changes, bool? isReopened) =>
        changes.With(isReopened is true, "罚没款尚未缴清，恢复执行", "it goes back to execution");
}

/// <summary>复议、诉讼已更正. The days, the body or the numbers of a challenge were put right.</summary>
/// <param name="At">更正时刻. When (UTC).</param>
/// <param name="From">原登记. As it was recorded.</param>
/// <param name="To">现登记. As it stands.</param>
/// <param name="SuitUntil">起诉期限. The last day on which the party may still sue; null where none is.</param>
/// <param name="Surcharge">加处罚款. What had accrued when something was paid last, by the right days, in 分.</param>
/// <param name="ToRefund">应退金额. What has to be given back then, in 分.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.challenge-corrected")]
public sealed record ChallengeCorrected(
    DateTimeOffset At, CaseChallenge From, CaseChallenge To, DateOnly? SuitUntil, long Surcharge, long ToRefund, Grounds Grounds)
    : CaseStep(Grounds)
{
    /// <summary>恢复执行. Whether the case had been closed as carried out and goes back to execution, because something is owed still; null
    /// where it does not, and from before it did.</summary>
    public bool? IsReopened { get; init; }

    /// <summary>法定期限随之变更的复议、诉讼. The later challenges that could be brought until another day by its right end, as they are from then
    /// on; null where there are none, and from before they followed.</summary>
    public ImmutableArray<CaseChallenge>? Challenges { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new Changes()
        .With(new("收到日期", "the day it was received"), From.ReceivedOn, To.ReceivedOn)
        .With(new("收到结果日期", "the day of its outcome"), From.EndedOn ?? default, To.EndedOn ?? default)
        .With(From.Body != To.Body, $"受理机关改为{To.Body}", $"the body to {To.Body}")
        .With(From.Document != To.Document, $"案号改为{To.Document}", $"its number to {To.Document}")
        .With(
            From.OutcomeDocument != To.OutcomeDocument,
            $"文书编号改为{To.OutcomeDocument}",
            $"the number of the outcome to {To.OutcomeDocument}")
        .WithTerms(Challenges)
        .WithReopening(IsReopened)
        .Summary(
            new($"更正第{To.Number}件{Terms.Of(To.Kind).Chinese}的登记", $"Record of challenge {To.Number} corrected"), Grounds, null);
}

/// <summary>复议、诉讼已登记. The party has asked for reconsideration or sued.</summary>
/// <param name="Challenge">行政复议、行政诉讼. What it did.</param>
[Alias("case.challenge-recorded")]
public sealed record ChallengeRecorded(CaseChallenge Challenge) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"当事人提起{Terms.Of(Challenge.Kind).Chinese}（{Challenge.Body}）{(Challenge.IsLate ? $"，已逾法定期限{Challenge.Until:yyyy-MM-dd}" : "")}",
        $"Challenged by {Terms.Of(Challenge.Kind).English} ({Challenge.Body})"
            + (Challenge.IsLate ? $", after {Challenge.Until:yyyy-MM-dd}" : ""));

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Challenge.ReceivedOn;

    /// <inheritdoc/>
    public override string? Document => Challenge.Document;
}

/// <summary>复议、诉讼结果已登记. How the reconsideration or the suit has ended.</summary>
/// <param name="Challenge">序号. Its number in the case.</param>
/// <param name="Outcome">结果. How.</param>
/// <param name="On">收到日期. The day (Asia/Shanghai).</param>
/// <param name="Becomes">变更后的处罚. What a changed decision becomes; null of others.</param>
/// <param name="Surcharge">加处罚款. What had accrued by what stands when something was paid last, in 分.</param>
/// <param name="ToRefund">应退金额. What has to be given back, in 分.</param>
/// <param name="SuitUntil">起诉期限. The last day on which the party may still sue; null of an annulled decision.</param>
/// <param name="DocumentNumber">文书编号. The number of the decision or judgment.</param>
/// <param name="Notice">以前的权利告知. What the party had been told of its rights, where the decision is to be made anew; null otherwise, and
/// from before that was kept.</param>
/// <param name="Licences">被暂扣的许可证. The licences that the decision had suspended, which are told what became of it; null where there were
/// none.</param>
[Alias("case.challenge-outcome-recorded")]
public sealed record ChallengeOutcomeRecorded(
    int Challenge, ChallengeOutcome Outcome, DateOnly On, Penalty? Becomes, long Surcharge, long ToRefund, DateOnly? SuitUntil,
        string DocumentNumber, EarlierNotice? Notice = null, ImmutableArray<string>? Licences = null)
    : CaseEvent, IBeginsAnew
{
    /// <inheritdoc/>
    public ImmutableArray<string>? Reviewed { get; init; }

    /// <summary>公安机关立案后. Whether the police had filed the case since the challenge, so that the challenged decision had given way to
    /// what they answer, and nothing follows from the outcome; null where they had not.</summary>
    public bool? IsWithPolice { get; init; }

    /// <summary>措施期限继续计算. Of a decision to be made anew: whether the clocks of what is apart from it, such as a seizure's, run on; null of
    /// others, and from before they did.</summary>
    public bool? KeepsMeasures { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"复议、诉讼结果：{Terms.Of(Outcome).Chinese}{(ToRefund > 0 ? $"，应退还{CaseTexts.Yuan(ToRefund)}元" : "")}",
        $"Outcome of the challenge: {Terms.Of(Outcome).English}"
            + (ToRefund > 0 ? $"; {CaseTexts.Yuan(ToRefund)} yuan to be given back" : ""));

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>复议、诉讼期间. While the decision is challenged it is not enforced (行政强制法 第五十三条), nor challenged a second time.</summary>
/// <param name="Kind">救济途径. Which runs.</param>
/// <param name="Since">收到日期. Since when.</param>
/// <param name="ChallengedBefore">受理机关. The body.</param>
[GenerateSerializer, Immutable, Alias("refusal.challenge-runs")]
public sealed record ChallengeRuns(ChallengeKind Kind, DateOnly Since, string ChallengedBefore) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"当事人已于{Since:yyyy-MM-dd}提起{Terms.Of(Kind).Chinese}（{ChallengedBefore}），尚未登记结果",
        $"The decision is under {Terms.Of(Kind).English} since {Since:yyyy-MM-dd} ({ChallengedBefore}); its outcome is not recorded");
}

/// <summary>没有进行中的复议、诉讼. The decision is not challenged.</summary>
[GenerateSerializer, Immutable, Alias("refusal.no-challenge-runs")]
public sealed record NoChallengeRuns : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有进行中的行政复议、行政诉讼", "No reconsideration or suit is running");
}

/// <summary>不得加重. A decision that its party challenged does not become heavier by that (行政复议法 第六十三条, 行政诉讼法 第七十七条).</summary>
/// <param name="StandsCny">原决定. What stands in money, in yuan.</param>
/// <param name="BecomesCny">变更后. What it would become, in yuan.</param>
/// <param name="HeavierIn">加重的内容. In which part it would be heavier, though it may be less money.</param>
[GenerateSerializer, Immutable, Alias("refusal.challenge-aggravates")]
public sealed record ChallengeAggravates(decimal StandsCny, decimal BecomesCny, PenaltyPart HeavierIn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"变更后的处罚（{CaseTexts.Yuan(BecomesCny)}元）在{Terms.Of(HeavierIn).Chinese}上重于原决定（{CaseTexts.Yuan(StandsCny)}元）："
            + "对当事人提起的复议、诉讼，不得作出对其更为不利的变更",
        $"The changed penalty ({CaseTexts.Yuan(BecomesCny)} yuan) is heavier in {Terms.Of(HeavierIn).English} than the decision "
            + $"({CaseTexts.Yuan(StandsCny)}); whoever challenges a decision is not put worse by that");
}
