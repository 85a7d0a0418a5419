using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// How a penalty is paid, corrected where it was mistyped, and given back where it was paid beyond what stands.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInExecution(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AllowInstalments or WaiveSurcharge when state.Stage is not CaseStage.Execution => new CaseNotInStage(state.Stage),
        AllowInstalments c => DecideAllowInstalments(state, c, now),
        WaiveSurcharge c => DecideWaiveSurcharge(state, c, now),
        // Whoever did not pay before the case was closed may pay still.
        // What a judgment closed was not penalised here: nothing is paid on it.
        ExecutePenalty when state.Stage is not (CaseStage.Execution or CaseStage.Closed) || state.Decision is null =>
            new CaseNotInStage(state.Stage),
        ExecutePenalty c => DecideExecutePenalty(state, c, now),
        CorrectPayment c => DecideCorrectPayment(state, c, now),
        RecordRefund c => DecideRecordRefund(state, c, now),
        CorrectRefund c => DecideCorrectRefund(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInExecution(CaseState state, CaseEvent happened) => happened switch
    {
        InstalmentsAllowed { From: null } e => state with
        {
            Execution = state.Execution with { InstalmentsUntil = e.Until },
            Clocks = state.Clocks.Extend(CaseDeadlines.Payment, 0, e.Extension),
        },
        InstalmentsAllowed e => (state with
        {
            Execution = state.Execution with
            {
                InstalmentsUntil = e.Until,
                InstalmentsAllowedOn = state.Execution.InstalmentsAllowedOn ?? e.AllowedOn,
                CourtCountsFrom = e.CountsForCourt is true ? e.Until : state.Execution.CourtCountsFrom,
            },
            Clocks = state.Clocks
                .Start(CaseDeadlines.Payment, StatutoryRules.PenaltyPaymentExtended, ShanghaiTime.StartOf(e.From.Value))
                .Extend(CaseDeadlines.Payment, 0, e.Extension),
        }) is var allowed && e.CountsForCourt is true && allowed.Execution.SuitUntil is { } suit && Challenged(state) is null
            ? WithCourtTerm(allowed, suit)
            : allowed,
        PenaltyExecuted { Number: null } e => state with
        {
            Execution = state.Execution with { Paid = state.Execution.Paid + e.Amount },
            Clocks = state.Execution.Paid + e.Amount >= (state.Decision?.Penalty.Money ?? 0) ? state.Clocks.Stop(CaseDeadlines.Payment) : state.Clocks,
        },
        PenaltyExecuted e => Settled(state with
        {
            Spot = e.IsOnTheSpot is true && state.Spot is { } spot ? spot with { Payment = e.Number } : state.Spot,
            Execution = state.Execution with
            {
                Paid = state.Execution.Paid + e.Amount,
                Surcharge = e.Surcharge,
                Payments = state.Execution.Payments.Add(new CasePayment(
                    e.Number.Value,
                    e.Amount,
                    e.PaidOn,
                    e.DocumentNumber,
                    state.Section,
                    state.ProductClasses.FirstOrDefault(),
                    WireName.Of(state.Lead.Violation))),
            },
        }),
        SurchargeWaived e => Settled(state with
        {
            Execution = state.Execution with { Waived = state.Execution.Waived + e.Amount, Surcharge = e.Surcharge },
        }),
        PaymentCorrected e => Corrected(state, e),
        PenaltyRefunded e => state with
        {
            Execution = state.Execution with
            {
                Refunded = state.Execution.Refunded + e.Amount,
                ToRefund = state.Execution.ToRefund - e.Amount,
                Refunds = e.Number is { } number
                    ? state.Execution.Refunds.Add(
                        new CaseRefund(number, e.Amount, e.RefundedOn, e.DocumentNumber, [.. Refunded(state, e).Select(CountedFact.Of)])
                        {
                            OwedSince = e.OwedSince,
                        })
                    : state.Execution.Refunds,
            },
            Clocks = state.Execution.ToRefund <= e.Amount ? state.Clocks.Stop(CaseDeadlines.Refund) : state.Clocks,
        },
        RefundCorrected e => Corrected(state, e),
        _ => null,
    };

    private static CaseState Corrected(CaseState state, PaymentCorrected e)
    {
        var corrected = CollectedOnTheSpot(Reopened(state, e.IsReopened), e) with
        {
            Execution = state.Execution with
            {
                Paid = state.Execution.Paid + e.Amount - e.AmountWas,
                Surcharge = e.Surcharge,
                ToRefund = e.ToRefund,
                Payments =
                [
                    .. state.Execution.Payments.Select(one => one.Number == e.Payment
                        ? one with { Amount = e.Amount, PaidOn = e.PaidOn, WasCorrected = true }
                        : one),
                ],
            },
        };
        return Settled(corrected with { Clocks = RefundTerm(corrected, e.At) });
    }

    // What was not collected on the spot after all is not handed in, and what was is (行政处罚法 第七十一条).
    private static CaseState CollectedOnTheSpot(CaseState state, PaymentCorrected e) =>
        state is not { Spot: { } spot, Decision: { } decision } || spot.Payment != e.Payment ? state : state with
        {
            Spot = spot with { CashReceived = e.Amount },
            Clocks = e.Amount == 0 ? state.Clocks.Stop(CaseDeadlines.SpotCash)
                : spot.CashHandedInOn is not null || state.Clocks.Find(CaseDeadlines.SpotCash) is not null ? state.Clocks
                : Restarted(
                    state, state.Clocks, CaseDeadlines.SpotCash, StatutoryRules.PenaltySpotCash,
                    ShanghaiTime.StartOf(decision.DecidedOn)),
        };

    // What was closed as carried out and is not goes on being carried out.
    private static CaseState Reopened(CaseState state, bool? isReopened) =>
        isReopened is true ? state with { Stage = CaseStage.Execution, End = null } : state;

    private static CaseState Corrected(CaseState state, RefundCorrected e)
    {
        var corrected = state with
        {
            Execution = state.Execution with
            {
                Refunded = state.Execution.Refunded + e.Amount - e.AmountWas,
                ToRefund = state.Execution.ToRefund + e.AmountWas - e.Amount,
                Refunds =
                [
                    .. state.Execution.Refunds.Select(one => one.Number == e.Refund
                        ? one with { Amount = e.Amount, RefundedOn = e.RefundedOn, Facts = [.. Recounted(state, e).Select(CountedFact.Of)] }
                        : one),
                ],
            },
        };
        return corrected with { Clocks = RefundTerm(corrected, e.OwedSince ?? e.At) };
    }

    // What is counted of the right amount, as if the wrong one had never been given back.
    private static List<TallyFact> Recounted(CaseState state, RefundCorrected e) => Refunded(
        state with { Execution = state.Execution with { Refunded = state.Execution.Refunded - e.AmountWas } },
        new PenaltyRefunded(e.Amount, e.RefundedOn, ""));

    // What is paid in full is owed no more; what is not any more, because a payment was mistyped, is owed again by its old term.
    private static CaseState Settled(CaseState state)
    {
        if (state.Outstanding == 0)
        {
            return state with { Clocks = state.Clocks.Stop(CaseDeadlines.Payment).Stop(CaseDeadlines.CourtEnforcement) };
        }

        if (state.Stage is not CaseStage.Execution
            || state.Execution is not { ServedOn: { } served, EnforcementRequestedOn: null, EndedOn: null } execution
            || state.Clocks.Find(CaseDeadlines.Payment) is not null)
        {
            return state;
        }

        var owed = execution.InstalmentsUntil is { } until
            ? Restarted(state, state.Clocks, CaseDeadlines.Payment, StatutoryRules.PenaltyPaymentExtended, ShanghaiTime.StartOf(served))
                .Extend(CaseDeadlines.Payment, 0, ExtensionTo(until, served, ""))
            : Restarted(state, state.Clocks, CaseDeadlines.Payment, StatutoryRules.PenaltyPayment, ShanghaiTime.StartOf(served));
        var back = state with { Clocks = owed };
        return execution.SuitUntil is { } suit ? WithCourtTerm(back, suit) : back;
    }

    private static ImmutableArray<RunningClock> RefundTerm(CaseState state, DateTimeOffset at) => state.Execution.ToRefund <= 0
        ? state.Clocks.Stop(CaseDeadlines.Refund)
        : state.Clocks.Find(CaseDeadlines.Refund) is not null ? state.Clocks
        : Restarted(state, state.Clocks, CaseDeadlines.Refund, StatutoryRules.PenaltyRefund, at);

    // A clock that runs anew and ends when it did before does not lapse a second time.
    private static ImmutableArray<RunningClock> Restarted(
        CaseState state, ImmutableArray<RunningClock> clocks, string kind, string rule, DateTimeOffset at) =>
    [
        .. clocks.Start(kind, rule, at).Select(clock => clock.Kind == kind
            ? clock with { LapsedDueAt = state.Lapses.LastOrDefault(lapse => lapse.Kind == kind)?.DueAt }
            : clock),
    ];

    private static ClockExtension ExtensionTo(DateOnly until, DateOnly servedOn, string document)
    {
        var term = StatutoryRules.On(StatutoryRules.PenaltyPaymentExtended, servedOn).Period.Length;
        return new(until.DayNumber - servedOn.DayNumber - term, "行政机关负责人", document);
    }

    private static Decision<CaseEvent> DecideAllowInstalments(CaseState state, AllowInstalments c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (state.Clocks.Find(CaseDeadlines.Payment) is not { DueAt: { } due } || state.Execution.ServedOn is not { } served)
        {
            return new NoSuchItem("until", 0);
        }

        var days = c.Until.DayNumber - ShanghaiTime.LastDayBefore(due).DayNumber;
        return days is < 1 or > 3650 || c.Until < now.Day
            ? new InvalidInput("until", "最后缴纳日期应晚于现在的缴纳期限", "The last day must be later than the present one")
            : new InstalmentsAllowed(c.Until, ExtensionTo(c.Until, served, c.Grounds.Trimmed().DocumentNumber ?? ""), c.Grounds.Trimmed())
            {
                From = served,
                AllowedOn = now.Day,
                CountsForCourt = true,
            };
    }

    private static Decision<CaseEvent> DecideWaiveSurcharge(CaseState state, WaiveSurcharge c, Circumstances now)
    {
        var accrued = Surcharge.On(state, now.Day, now.Calendar);
        var left = Math.Max(0, accrued - state.Execution.Waived);
        return c.Grounds.Problem() is { } problem ? problem
            : c.Amount.Fen <= 0 ? NotAboveZero()
            : c.Amount.Fen > left ? new SurchargeNotSoMuch(Fen(left))
            : new SurchargeWaived(now.Day, c.Amount.Fen, accrued, c.Grounds.Trimmed());
    }

    private static Decision<CaseEvent> DecideExecutePenalty(CaseState state, ExecutePenalty c, Circumstances now)
    {
        if (ActDay.Problem("paidOn", c.PaidOn, state.Decision!.DecidedOn, now.Today) is { } problem)
        {
            return problem;
        }

        // What has accrued by the last payment of all, in the order of their days: an earlier one that is entered later takes nothing back.
        var payments = state.Execution.Payments;
        var number = NextPayment(state);
        var paid = state with
        {
            Execution = state.Execution with
            {
                Paid = state.Execution.Paid + c.Amount.Fen,
                Payments = payments.Add(new CasePayment(number, c.Amount.Fen, c.PaidOn, null, null, null, "")),
            },
        };
        var accrued = Surcharge.On(paid, paid.Execution.Payments.Max(one => one.PaidOn), now.Calendar);
        return c.Amount.Fen <= 0 ? NotAboveZero()
            : BeyondOwed(state, accrued, c.Amount.Fen, c.PaidOn) is { } beyond ? beyond
            : new PenaltyExecuted(c.Amount.Fen, c.PaidOn, FreeText.Given(c.DocumentNumber))
            {
                Number = number,
                Surcharge = accrued,
            };
    }

    private static int NextPayment(CaseState state) => state.Execution.Payments.Select(one => one.Number).DefaultIfEmpty().Max() + 1;

    private static PaymentBeyondOwed? BeyondOwed(CaseState state, long accrued, long amount, DateOnly on)
    {
        var surcharge = Math.Max(0, accrued - state.Execution.Waived);
        var owed = Math.Max(0, state.Stands + surcharge - state.Execution.Kept);
        return amount <= owed ? null : new PaymentBeyondOwed(Fen(owed), Fen(state.Stands), Fen(surcharge), Fen(state.Execution.Kept), on);
    }

    private static Decision<CaseEvent> DecideCorrectPayment(CaseState state, CorrectPayment c, Circumstances now)
    {
        if (state.Execution.Payments.FirstOrDefault(one => one.Number == c.Payment) is not { } payment)
        {
            return new NoSuchItem("payment", c.Payment);
        }

        if ((c.Grounds.Problem() ?? ActDay.Problem("paidOn", c.PaidOn, FirstDecidedOn(state), now.Today)) is { } problem)
        {
            return problem;
        }

        if (c.Amount.Fen < 0)
        {
            return new InvalidInput("amountCny", "金额不能为负；没有缴纳的更正为零", "An amount is not negative; what was never paid becomes zero");
        }

        if ((payment.Amount, payment.PaidOn) == (c.Amount.Fen, c.PaidOn))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        // As if it had been entered rightly: what is owed is reckoned without it, and with it.
        var execution = state.Execution;
        var others = execution.Payments.Where(one => one.Number != c.Payment).ToImmutableArray();
        var without = state with { Execution = execution with { Paid = execution.Paid - payment.Amount, Payments = others } };
        var right = state with
        {
            Execution = execution with
            {
                Paid = without.Execution.Paid + c.Amount.Fen,
                Payments = others.Add(payment with { Amount = c.Amount.Fen, PaidOn = c.PaidOn }),
            },
        };
        if (right.Execution.Paid < execution.Refunded)
        {
            return new InvalidInput(
                "amountCny",
                $"已向当事人退还{Fen(execution.Refunded):0.##}元，更正后的缴款合计不能少于已退还的金额",
                $"{Fen(execution.Refunded):0.##} yuan were given back; what was paid cannot be less than that");
        }

        var lastOn = others.Select(one => one.PaidOn).Append(c.PaidOn).Max();
        var accrued = Surcharge.On(right, lastOn, now.Calendar);
        // What a challenge has made of the decision since is given back, not refused.
        var toRefund = state.IsChallenged
            ? Math.Max(0, right.Execution.Paid - execution.Refunded - state.Stands - Math.Max(0, accrued - execution.Waived))
            : 0;
        var (then, accruedThen) = state.IsChallenged ? AsChallenged(without, right, lastOn, now.Calendar) : (without, accrued);
        if (BeyondOwed(then, accruedThen, c.Amount.Fen, c.PaidOn) is { } beyond)
        {
            return beyond;
        }

        var happened = new PaymentCorrected(
            now.Now, c.Payment, payment.Amount, payment.PaidOn, c.Amount.Fen, c.PaidOn, accrued, toRefund, c.Grounds.Trimmed())
        {
            IsReopened = ClosedUnpaid(right with
            {
                Execution = right.Execution with { Surcharge = accrued, ToRefund = toRefund },
            }) ? true : null,
        };
        return (CaseEvent[])
        [
            happened,
            .. PaidByRightDays(state, Apply(state, happened), now),
            // Nobody answers for not having handed in what was never collected.
            .. c.Amount.Fen == 0 && state.Spot?.Payment == c.Payment && state.Clocks.Find(CaseDeadlines.SpotCash)?.RecordedLapse is { } due
                ? state.Lapses.Where(lapse => lapse.Kind == CaseDeadlines.SpotCash && lapse.DueAt == due).TakeLast(1)
                    .Select(lapse => new CaseLapseWithdrawn(lapse, payment.PaidOn) { WasNotOwed = true })
                : [],
        ];
    }

    // No more can have been paid than was asked when it was paid: of all decisions that stood the gravest, and what had accrued on it.
    // What a challenge has made of it since is given back; while one runs nothing has changed.
    private static (CaseState State, long Accrued) AsChallenged(CaseState state, CaseState right, DateOnly until, WorkingCalendar calendar)
    {
        var asked = state.Challenges.Select(one => one.Decision).Append(state.Decision).OfType<PenaltyDecision>()
            .MaxBy(one => one.Penalty.Money);
        return (Standing(state), Surcharge.On(Standing(right), until, calendar));

        CaseState Standing(CaseState one) => one with
        {
            Decision = asked,
            Execution = one.Execution with { AnnulledOn = null, Refunded = 0, ToRefund = 0 },
        };
    }

    // Whether the party paid in its term follows from the right day of the service, and of the payment.
    private static IEnumerable<CaseEvent> PaidByRightDays(CaseState before, CaseState after, Circumstances now)
    {
        return before.Execution is { ServedOn: { } wrongly, InstalmentsUntil: null } && after.Execution.ServedOn is { } rightly
            ? ByRightDays(Term(before, wrongly), Term(after, rightly), now)
            : [];

        static TermDone Term(CaseState state, DateOnly served) => new(
            state,
            CaseDeadlines.Payment,
            StatutoryRules.PenaltyPayment,
            ShanghaiTime.StartOf(served),
            state is { Decision: not null, Outstanding: 0 } ? LastPaidOn(state) : null);
    }

    // Closed as carried out, and it shows that it was not: what is owed is somebody's work again (行政处罚法 第七十二条).
    private static bool ClosedUnpaid(CaseState state) =>
        state is { Stage: CaseStage.Closed, End.Outcome: CaseOutcome.Executed } && state.OpenTasks.Contains(CaseTask.PenaltyUnpaid);

    private static DateOnly? FirstDecidedOn(CaseState state) =>
        state.Challenges.Select(one => one.Decision?.DecidedOn).Append(state.Decision?.DecidedOn).Min();

    private static Decision<CaseEvent> DecideRecordRefund(CaseState state, RecordRefund c, Circumstances now) =>
        (ActDay.Problem("refundedOn", c.RefundedOn, RefundableFrom(state), now.Today)
            ?? FreeText.Missing("documentNumber", c.DocumentNumber)) is { } problem ? problem
        : c.Amount.Fen <= 0 ? NotAboveZero()
        : c.Amount.Fen > state.Execution.ToRefund ? new RefundBeyondOwed(Fen(state.Execution.ToRefund))
        : new PenaltyRefunded(c.Amount.Fen, c.RefundedOn, c.DocumentNumber.Trim())
        {
            Number = state.Execution.Refunds.Length + 1,
            OwedSince = state.Clocks.Find(CaseDeadlines.Refund)?.Clock.StartedAt,
        };

    private static Decision<CaseEvent> DecideCorrectRefund(CaseState state, CorrectRefund c, Circumstances now)
    {
        if (state.Execution.Refunds.FirstOrDefault(one => one.Number == c.Refund) is not { } refund)
        {
            return new NoSuchItem("refund", c.Refund);
        }

        var owed = state.Execution.ToRefund + refund.Amount;
        var since = refund.OwedSince ?? RefundOwedSince(state);
        return (c.Grounds.Problem()
                ?? ActDay.Problem("refundedOn", c.RefundedOn, RefundableFrom(state), now.Today)) is { } problem ? problem
            : c.Amount.Fen < 0 ? new InvalidInput(
                "amountCny", "金额不能为负；没有退还的更正为零", "An amount is not negative; what was never given back becomes zero")
            : c.Amount.Fen > owed ? new RefundBeyondOwed(Fen(owed))
            : (refund.Amount, refund.RefundedOn) == (c.Amount.Fen, c.RefundedOn) ? Decision<CaseEvent>.AlreadySo
            : (CaseEvent[])
            [
                new RefundCorrected(
                    now.Now, c.Refund, refund.Amount, refund.RefundedOn, c.Amount.Fen, c.RefundedOn, c.Grounds.Trimmed())
                {
                    OwedSince = since,
                },
                .. c.Amount.Fen == owed ? KeptAfterAll(state, CaseDeadlines.Refund, c.RefundedOn) : [],
                .. c.Amount.Fen == owed && since is { } at
                    ? MissedAfterAll(state, CaseDeadlines.Refund, StatutoryRules.PenaltyRefund, at, c.RefundedOn, now)
                    : [],
            ];
    }

    // Of what was given back before its term was kept with it: the outcome that is given back for.
    private static DateTimeOffset? RefundOwedSince(CaseState state) =>
        state.Challenges.LastOrDefault(one => one is
        {
            EndedOn: not null,
            Outcome: ChallengeOutcome.Changed or ChallengeOutcome.Annulled or ChallengeOutcome.AnnulledAnew,
        }) is { EndedOn: { } ended } ? ShanghaiTime.StartOf(ended) : null;

    /// <summary>What has accrued for late payment by the last payment, and what is to be given back then, by how things stand.</summary>
    private static (long Surcharge, long ToRefund) Reckoned(CaseState state, WorkingCalendar calendar)
    {
        if (state.Decision is null || state.Execution.AnnulledOn is not null || LastPaidOn(state) is not { } paidOn)
        {
            return (state.Execution.Surcharge, state.Execution.ToRefund);
        }

        var accrued = Surcharge.On(state, paidOn, calendar);
        var kept = state.Execution.Paid - state.Execution.Refunded;
        return (accrued, Math.Max(0, kept - state.Stands - Math.Max(0, accrued - state.Execution.Waived)));
    }

    // What is owed of an earlier decision, and what was waived, stays: a right day adds or takes what it alone changes.
    private static (long Surcharge, long ToRefund) ReckonedAnew(CaseState state, CaseState corrected, WorkingCalendar calendar)
    {
        var (before, after) = (Reckoned(state, calendar), Reckoned(corrected, calendar));
        return (
            Math.Max(0, state.Execution.Surcharge + after.Surcharge - before.Surcharge),
            Math.Max(0, state.Execution.ToRefund + after.ToRefund - before.ToRefund));
    }

    // A correction shows that the last term of a kind was kept: nobody answers for a lapse.
    private static IEnumerable<CaseLapseWithdrawn> KeptAfterAll(CaseState state, string kind, DateOnly day) =>
        state.Lapses.LastOrDefault(lapse => lapse.Kind == kind) is { } lapse && ShanghaiTime.StartOf(day) < lapse.DueAt
            ? [new CaseLapseWithdrawn(lapse, day)]
            : [];

    // A correction shows that a term was not kept: whose step it was answers for it, as for any lapse.
    private static IEnumerable<CaseDeadlineLapsed> MissedAfterAll(
        CaseState state, string kind, string ruleId, DateTimeOffset since, DateOnly day, Circumstances now)
    {
        var clock = new RunningClock { Kind = kind, Item = 0, Clock = new StatutoryClock { RuleId = ruleId, StartedAt = since } };
        var due = (clock.Clock with { Pauses = state.PausesOf(clock) }).Evaluate(now.Calendar).DueAt;
        return due is { } ended && ShanghaiTime.StartOf(day) >= ended
            && !state.Lapses.Any(lapse => lapse.Kind == kind && lapse.DueAt == ended)
                ? [new CaseDeadlineLapsed(0, LapseOf(state, kind, ended, clock.Rule))]
                : [];
    }

    // What is given back was paid before, and is asked for by the outcome of a challenge: not before that was received (行政处罚法 第七十六条).
    private static DateOnly? RefundableFrom(CaseState state) => new[]
    {
        state.Execution.Payments.Select(one => (DateOnly?)one.PaidOn).Min(),
        state.Challenges.Where(one => one.Outcome is ChallengeOutcome.Changed or ChallengeOutcome.Annulled or ChallengeOutcome.AnnulledAnew)
            .Select(one => one.EndedOn).Min(),
    }.Max();

    private static InvalidInput NotAboveZero() => new("amountCny", "金额应大于零", "The amount must be above zero");

    private static decimal Fen(long fen) => fen / 100m;

    /// <summary>What the forms no longer count: under the dimensions under which it was counted.</summary>
    private static List<TallyFact>? TallyOfReversal(CaseState? before, CaseEvent happened) => happened switch
    {
        PaymentCorrected e when before!.Execution.Payments.FirstOrDefault(one => one.Number == e.Payment) is { } payment =>
        [
            .. Reversal.Of([payment.Counted(e.AmountWas, e.PaidOnWas)], [payment.Counted(e.Amount, e.PaidOn)]),
            .. e.IsReopened is true && before is { End: { } end } ? [NotClosed(before, end)] : Array.Empty<TallyFact>(),
        ],
        PenaltyRefunded e => Refunded(before!, e),
        RefundCorrected e => [.. Reversal.Of(
            before!.Execution.Refunds.Where(one => one.Number == e.Refund).SelectMany(one => one.Facts).Select(fact => fact.Fact),
            Recounted(before, e))],
        ChallengeOutcomeRecorded { Outcome: ChallengeOutcome.AnnulledAnew, IsWithPolice: not true }
            when before is { Stage: CaseStage.Closed, End: { } end } =>
            [NotClosed(before, end)],
        ChallengeOutcomeRecorded => [],
        CrimeTransferNoted { IsReopened: true } or ServiceCorrected { IsReopened: true } or ChallengeCorrected { IsReopened: true }
            when before is { End: { } end } => [NotClosed(before, end)],
        _ => null,
    };

    private static TallyFact NotClosed(CaseState before, CaseEnd end) => new(
        end.On, Measure.CasesClosed, -1, before.Section, null, before.ProductClasses.FirstOrDefault(), WireName.Of(before.Lead.Violation));

    // The last that was paid is the first that is given back.
    private static List<TallyFact> Refunded(CaseState before, PenaltyRefunded e)
    {
        var (given, left) = (before.Execution.Refunded, e.Amount);
        var facts = new List<TallyFact>();
        foreach (var payment in before.Execution.Payments.Reverse())
        {
            var part = Math.Min(left, Math.Max(0, payment.Amount - given));
            given = Math.Max(0, given - payment.Amount);
            left -= part;
            if (part > 0)
            {
                facts.Add(payment.Counted(-part, e.RefundedOn));
            }
        }

        if (left > 0)
        {
            // Payments from before each was kept with what it was counted under.
            facts.Add(new TallyFact(
                e.RefundedOn, Measure.Penalties, -left, before.Section, null, before.ProductClasses.FirstOrDefault(),
                    WireName.Of(before.Lead.Violation)));
        }

        return facts;
    }
}

/// <summary>执行. What has become of a decision. Money in 分.</summary>
/// <param name="ServedOn">送达日期. The day it was served, or null.</param>
/// <param name="Paid">已缴金额. What was collected.</param>
/// <param name="InstalmentsUntil">分期至. The last day of instalments that were allowed, or null.</param>
/// <param name="EnforcementRequestedOn">申请强制执行日期. The day the court was asked to enforce it, or null.</param>
/// <param name="PublishedOn">公示日期. The day it was published, or null.</param>
[GenerateSerializer, Immutable, Alias("case-execution")]
public sealed record CaseExecution(DateOnly? ServedOn, long Paid, DateOnly? InstalmentsUntil, DateOnly? EnforcementRequestedOn, DateOnly? PublishedOn)
{
    /// <summary>Nothing yet.</summary>
    public static CaseExecution None { get; } = new(null, 0, null, null, null);

    /// <summary>送达方式. How it was served; null where that was not yet recorded.</summary>
    [Id(10)] public ServiceWay? Way { get; init; }

    /// <summary>电子送达确认书编号. By which the party agreed to electronic service, or null.</summary>
    [Id(11)] public string? Consent { get; init; }

    /// <summary>送达公告. The public notice by which it is served, or null.</summary>
    [Id(12)] public ServiceNotice? Notice { get; init; }

    /// <summary>起诉期限. The last day on which the party may sue; null where it was not yet counted.</summary>
    [Id(13)] public DateOnly? SuitUntil { get; init; }

    /// <summary>缴款. Every payment, also where it was corrected; none from before they were kept each.</summary>
    [Id(14)] public ImmutableArray<CasePayment> Payments { get => field.IsDefault ? [] : field; init; }

    /// <summary>加处罚款. What had accrued when something was paid last.</summary>
    [Id(15)] public long Surcharge { get; init; }

    /// <summary>减免的加处罚款. What of it was waived.</summary>
    [Id(16)] public long Waived { get; init; }

    /// <summary>应退金额. What has still to be given back.</summary>
    [Id(17)] public long ToRefund { get; init; }

    /// <summary>已退金额. What was given back.</summary>
    [Id(18)] public long Refunded { get; init; }

    /// <summary>催告日期. The day the urging was served, or null.</summary>
    [Id(19)] public DateOnly? UrgedOn { get; init; }

    /// <summary>催告期满日. The last day of the ten working days after it, or null.</summary>
    [Id(20)] public DateOnly? UrgedUntil { get; init; }

    /// <summary>待法院结果. Whether the court was asked and its result is not recorded.</summary>
    [Id(21)] public bool IsCourtAwaited { get; init; }

    /// <summary>强制执行结果. What the court has done; null before.</summary>
    [Id(22)] public CourtResult? Result { get; init; }

    /// <summary>终结执行日期. The day execution was ended without success, or null.</summary>
    [Id(23)] public DateOnly? EndedOn { get; init; }

    /// <summary>公示. Its publication, with tier and end; null before, and where these were not yet recorded.</summary>
    [Id(24)] public CasePublication? Publication { get; init; }

    /// <summary>撤销日期. The day the decision was annulled and is not made anew, or null.</summary>
    [Id(25)] public DateOnly? AnnulledOn { get; init; }

    /// <summary>首次准予延期、分期日期. The day on which a longer term was allowed first: what had accrued by then stays; null where none was.</summary>
    [Id(26)] public DateOnly? InstalmentsAllowedOn { get; init; }

    /// <summary>退还. What was given back, each time, also where it was corrected; none from before it was kept each time.</summary>
    [Id(152)] public ImmutableArray<CaseRefund> Refunds { get => field.IsDefault ? [] : field; init; }

    /// <summary>申请强制执行期限起算日. The end of a longer term to pay, from which the term to ask the court runs where it is later than that of the
    /// suit; null where none was allowed, and from before that was so.</summary>
    [Id(158)] public DateOnly? CourtCountsFrom { get; init; }

    /// <summary>催告书编号. The number of the urging; null before, and from before it was kept.</summary>
    [Id(153)] public string? UrgingDocument { get; init; }

    /// <summary>申请日期. The day on which the court was asked last, also where it refused (Asia/Shanghai); null from before it was
    /// kept.</summary>
    [Id(154)] public DateOnly? CourtAskedOn { get; init; }

    /// <summary>申请文号. The number of that request; null where it has none, and from before it was kept.</summary>
    [Id(155)] public string? CourtRequestDocument { get; init; }

    /// <summary>收到结果日期. The day on which the court's result was received (Asia/Shanghai); null before, and from before it was
    /// kept.</summary>
    [Id(156)] public DateOnly? ResultOn { get; init; }

    /// <summary>裁定书编号. The number of the court's result; null before, and from before it was kept.</summary>
    [Id(157)] public string? ResultDocument { get; init; }

    /// <summary>抵缴金额. What counts as paid: without what was, or has to be, given back.</summary>
    internal long Kept => Paid - Refunded - ToRefund;
}

/// <summary>缴款. One payment, and what it was counted under.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Amount">金额. In 分.</param>
/// <param name="PaidOn">缴纳日期. The day (Asia/Shanghai).</param>
/// <param name="Document">票据编号. Or null.</param>
/// <param name="Section">计入科室. The section it was counted for, or null.</param>
/// <param name="ProductClass">计入产品类别. The product class it was counted under, or null.</param>
/// <param name="Violation">计入违法行为. The kind of violation it was counted under.</param>
[GenerateSerializer, Immutable, Alias("case-payment")]
public sealed record CasePayment(
    int Number, long Amount, DateOnly PaidOn, string? Document, string? Section, string? ProductClass, string Violation)
{
    /// <summary>曾更正. Whether it was corrected.</summary>
    [Id(10)] public bool WasCorrected { get; init; }

    internal TallyFact Counted(long amount, DateOnly day) => new(day, Measure.Penalties, amount, Section, null, ProductClass, Violation);
}

/// <summary>退还. What was given back at one time, and what it was counted as.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Amount">金额. In 分.</param>
/// <param name="RefundedOn">退还日期. The day (Asia/Shanghai).</param>
/// <param name="Document">退款凭证编号.</param>
/// <param name="Facts">已计事实. What it took back from what was counted as paid.</param>
[GenerateSerializer, Immutable, Alias("case-refund")]
public sealed record CaseRefund(int Number, long Amount, DateOnly RefundedOn, string Document, ImmutableArray<CountedFact> Facts)
{
    /// <summary>应退之时. Since when it was owed (UTC); null where no term ran, and from before that was kept.</summary>
    [Id(10)] public DateTimeOffset? OwedSince { get; init; }
}

/// <summary>准予延期、分期缴纳. Lets the party pay later or in parts (行政处罚法 第六十六条).</summary>
/// <param name="Until">最后缴纳日期. The last day.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.allow-instalments"), AllowedTo(Proposers), Dated]
[Refuses<CaseNotInStage, NoSuchItem>]
public sealed record AllowInstalments(DateOnly Until, Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Extension;
}

/// <summary>减免加处罚款. Waives of the surcharge what an agreement on execution with the party says (行政强制法 第四十二条).</summary>
/// <param name="Amount">减免金额. How much of what has accrued.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.waive-surcharge"), AllowedTo(Proposers), Dated]
[Refuses<CaseNotInStage, SurchargeNotSoMuch>]
public sealed record WaiveSurcharge(Yuan Amount, Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Penalty;
}

/// <summary>执行处罚. Records what was collected: of the penalty and the surcharge that had accrued on the day of the payment.</summary>
/// <param name="Amount">金额. What was paid.</param>
/// <param name="PaidOn">缴纳日期. The day; not after today.</param>
/// <param name="DocumentNumber">票据编号.</param>
[GenerateSerializer, Immutable, Alias("case.execute-penalty"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, PaymentBeyondOwed>]
public sealed record ExecutePenalty(Yuan Amount, [IsDayOfAct] DateOnly PaidOn, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>更正缴款. Corrects a payment whose amount or day was mistyped; what was never paid becomes zero.</summary>
/// <param name="Payment">缴款序号. Its number in the case.</param>
/// <param name="Amount">金额. What was paid.</param>
/// <param name="PaidOn">缴纳日期. The day; not after today.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.correct-payment"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<NoSuchItem, PaymentBeyondOwed>]
public sealed record CorrectPayment(int Payment, Yuan Amount, DateOnly PaidOn, Grounds Grounds) : CaseCommand;

/// <summary>退还罚没款. Records that what was paid beyond what stands was given back.</summary>
/// <param name="Amount">金额. What was given back.</param>
/// <param name="RefundedOn">退还日期. The day; not after today.</param>
/// <param name="DocumentNumber">退款凭证编号.</param>
[GenerateSerializer, Immutable, Alias("case.record-refund"), AllowedTo(Investigators)]
[Refuses<RefundBeyondOwed>]
public sealed record RecordRefund(Yuan Amount, [IsDayOfAct] DateOnly RefundedOn, [Longest(200)] string DocumentNumber) : CaseCommand;

/// <summary>更正退款. Corrects what was given back, where amount or day was mistyped; what was never given back becomes zero and is owed
/// again.</summary>
/// <param name="Refund">退款序号. Its number in the case.</param>
/// <param name="Amount">金额. What was given back.</param>
/// <param name="RefundedOn">退还日期. The day; not after today.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.correct-refund"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<NoSuchItem, RefundBeyondOwed>]
public sealed record CorrectRefund(int Refund, Yuan Amount, DateOnly RefundedOn, Grounds Grounds) : CaseCommand;

/// <summary>已准予延期、分期缴纳. The party may pay later or in parts.</summary>
/// <param name="Until">最后缴纳日期. The last day.</param>
/// <param name="Extension">延长. By how much the term of payment is longer.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.instalments-allowed")]
public sealed record InstalmentsAllowed(DateOnly Until, ClockExtension Extension, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>
    /// 起算日. The day of service, from which the whole term runs to the very day that was allowed; null where the extension was counted on
    /// from the term that ran, which a day of rest could shorten.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>准予日期. The day on which it was allowed (Asia/Shanghai); null in what was recorded before that was kept.</summary>
    public DateOnly? AllowedOn { get; init; }

    /// <summary>申请强制执行期限自其结束起算. Whether the term to ask the court runs from its end (行政处罚法 第七十二条第二款); null from before that was
    /// so.</summary>
    public bool? CountsForCourt { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"准予延期、分期缴纳至{Until:yyyy-MM-dd}", $"Payment allowed until {Until:yyyy-MM-dd}");
}

/// <summary>已减免加处罚款. Something of the surcharge was waived.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Amount">减免金额. In 分.</param>
/// <param name="Surcharge">加处罚款. What had accrued by then, in 分.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.surcharge-waived")]
public sealed record SurchargeWaived(DateOnly On, long Amount, long Surcharge, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"减免加处罚款{CaseTexts.Yuan(Amount)}元", $"{CaseTexts.Yuan(Amount)} yuan of the surcharge waived");
}

/// <summary>罚没款已缴. Something was collected.</summary>
/// <param name="Amount">金额. In 分.</param>
/// <param name="PaidOn">缴纳日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">票据编号. Or null.</param>
[Alias("case.penalty-executed")]
public sealed record PenaltyExecuted(long Amount, DateOnly PaidOn, string? DocumentNumber) : CaseEvent
{
    /// <summary>缴款序号. Its number in the case; null where payments were not yet kept each.</summary>
    public int? Number { get; init; }

    /// <summary>加处罚款. What had accrued on the day it was paid, in 分.</summary>
    public long Surcharge { get; init; }

    /// <summary>当场收缴. Whether it was collected in cash when the penalty was decided on the spot; null where it was not, and from before
    /// such payments had their number.</summary>
    public bool? IsOnTheSpot { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"缴纳罚没款{CaseTexts.Yuan(Amount)}元", $"Paid {CaseTexts.Yuan(Amount)} yuan");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Number is null ? null : PaidOn;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>缴款已更正. A payment was mistyped: what was counted of it is taken back, and counted as it should have been.</summary>
/// <param name="At">更正时刻. When (UTC).</param>
/// <param name="Payment">缴款序号. Its number in the case.</param>
/// <param name="AmountWas">原金额. In 分.</param>
/// <param name="PaidOnWas">原缴纳日期.</param>
/// <param name="Amount">更正后金额. In 分.</param>
/// <param name="PaidOn">更正后缴纳日期.</param>
/// <param name="Surcharge">加处罚款. What had accrued when something was paid last, by the corrected payments, in 分.</param>
/// <param name="ToRefund">应退金额. What has to be given back then, in 分.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.payment-corrected")]
public sealed record PaymentCorrected(
    DateTimeOffset At, int Payment, long AmountWas, DateOnly PaidOnWas, long Amount, DateOnly PaidOn, long Surcharge, long ToRefund,
        Grounds Grounds)
    : CaseStep(Grounds)
{
    /// <summary>恢复执行. Whether the case had been closed as carried out and goes back to execution, because something is owed still; null
    /// where it does not, and from before it did.</summary>
    public bool? IsReopened { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正第{Payment}笔缴款：{PaidOnWas:yyyy-MM-dd} {CaseTexts.Yuan(AmountWas)}元更正为{PaidOn:yyyy-MM-dd} {CaseTexts.Yuan(Amount)}元"
            + (IsReopened is true ? "；罚没款尚未缴清，恢复执行" : ""),
        $"Payment {Payment} corrected from {CaseTexts.Yuan(AmountWas)} yuan on {PaidOnWas:yyyy-MM-dd} "
            + $"to {CaseTexts.Yuan(Amount)} yuan on {PaidOn:yyyy-MM-dd}" + (IsReopened is true ? "; it goes back to execution" : ""));
}

/// <summary>罚没款已退还. Something was given back.</summary>
/// <param name="Amount">金额. In 分.</param>
/// <param name="RefundedOn">退还日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">退款凭证编号.</param>
[Alias("case.penalty-refunded")]
public sealed record PenaltyRefunded(long Amount, DateOnly RefundedOn, string DocumentNumber) : CaseEvent
{
    /// <summary>退款序号. Its number in the case; null from before refunds were kept each.</summary>
    public int? Number { get; init; }

    /// <summary>应退之时. Since when it was owed (UTC); null where no term ran, and from before that was kept.</summary>
    public DateTimeOffset? OwedSince { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"退还罚没款{CaseTexts.Yuan(Amount)}元", $"{CaseTexts.Yuan(Amount)} yuan given back");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => RefundedOn;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>退款已更正. A refund was mistyped: what was counted of it is taken back, and counted as it should have been.</summary>
/// <param name="At">更正时刻. When (UTC).</param>
/// <param name="Refund">退款序号. Its number in the case.</param>
/// <param name="AmountWas">原金额. In 分.</param>
/// <param name="RefundedOnWas">原退还日期.</param>
/// <param name="Amount">更正后金额. In 分.</param>
/// <param name="RefundedOn">更正后退还日期.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.refund-corrected")]
public sealed record RefundCorrected(
    DateTimeOffset At, int Refund, long AmountWas, DateOnly RefundedOnWas, long Amount, DateOnly RefundedOn, Grounds Grounds)
    : CaseStep(Grounds)
{
    /// <summary>应退之时. Since when it was owed (UTC), from which the term of what is still owed runs; null where that is not known, and then
    /// it runs from the correction.</summary>
    public DateTimeOffset? OwedSince { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new Changes()
        .With(
            AmountWas != Amount,
            $"金额由{CaseTexts.Yuan(AmountWas)}元改为{CaseTexts.Yuan(Amount)}元",
            $"from {CaseTexts.Yuan(AmountWas)} to {CaseTexts.Yuan(Amount)} yuan")
        .With(new("退还日期", "its day"), RefundedOnWas, RefundedOn)
        .Summary(new($"更正第{Refund}笔退款", $"Refund {Refund} corrected"), Grounds, null);
}

/// <summary>超出应缴金额. More than is owed on the day of the payment: penalty and surcharge, less what was paid (行政处罚法 第七十二条).</summary>
/// <param name="OwedCny">尚应缴纳. What is owed, in yuan.</param>
/// <param name="PenaltyCny">罚没款. The penalty, in yuan.</param>
/// <param name="SurchargeCny">加处罚款. What had accrued by the day and was not waived, in yuan.</param>
/// <param name="PaidCny">已缴. What was paid before, in yuan.</param>
/// <param name="On">缴纳日期. The day.</param>
[GenerateSerializer, Immutable, Alias("refusal.payment-beyond-owed")]
public sealed record PaymentBeyondOwed(decimal OwedCny, decimal PenaltyCny, decimal SurchargeCny, decimal PaidCny, DateOnly On) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"至{On:yyyy-MM-dd}尚应缴纳{CaseTexts.Yuan(OwedCny)}元（罚没款{CaseTexts.Yuan(PenaltyCny)}元，"
        + $"加处罚款{CaseTexts.Yuan(SurchargeCny)}元，已缴{CaseTexts.Yuan(PaidCny)}元）",
        $"On {On:yyyy-MM-dd} {CaseTexts.Yuan(OwedCny)} yuan are owed (penalty {CaseTexts.Yuan(PenaltyCny)}, "
        + $"surcharge {CaseTexts.Yuan(SurchargeCny)}, paid {CaseTexts.Yuan(PaidCny)})");
}

/// <summary>加处罚款没有这么多. No more is waived than has accrued.</summary>
/// <param name="AccruedCny">加处罚款. What has accrued and was not waived, in yuan.</param>
[GenerateSerializer, Immutable, Alias("refusal.surcharge-not-so-much")]
public sealed record SurchargeNotSoMuch(decimal AccruedCny) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"尚未减免的加处罚款为{CaseTexts.Yuan(AccruedCny)}元", $"The surcharge that was not waived is {CaseTexts.Yuan(AccruedCny)} yuan");
}

/// <summary>超出应退金额. No more is given back than was paid beyond what stands.</summary>
/// <param name="OwedCny">应退金额. What has to be given back, in yuan.</param>
[GenerateSerializer, Immutable, Alias("refusal.refund-beyond-owed")]
public sealed record RefundBeyondOwed(decimal OwedCny) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"应退还的金额为{CaseTexts.Yuan(OwedCny)}元", $"{CaseTexts.Yuan(OwedCny)} yuan have to be given back");
}
