using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改的规则. The law of an order to put something right, and what the shared rooms need to know of it (行政处罚法 第二十八条; R2.2.4, R2.2.5).</summary>
public static partial class Rectification
{
    /// <summary>取号前缀. What the numbers of orders begin with: 整改.</summary>
    public const string NumberPrefix = "ZG";

    private const int MostRequirements = 50;

    /// <summary>责令限期整改. The concept.</summary>
    public static Concept<RectificationState, RectificationCommand, RectificationEvent> Concept { get; } = new()
    {
        Name = "rectification",
        Title = new BilingualText("整改", "Rectification"),
        Json = RectificationJson.Default,
        RowTypes = [typeof(RectificationRow), typeof(OpenWorkRow), typeof(SectionHandoverRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = RectificationRows.Of,
        Deadlines = RectificationDeadlines.Of,
        Owes = Owes,
        WaitsFor = ["enterprise", "licence", "inspection"],
        WhenDue = static (kind, dueAt) => new RectificationDeadlineReached(kind, dueAt),
        Tally = Tally,
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="rectification">The state, or null while nothing is ordered.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<RectificationEvent> Decide(RectificationState? rectification, RectificationCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (rectification, command) switch
        {
            (null, OrderRectification c) => Order(c, now),
            (null, RectificationDeadlineReached) => Decision<RectificationEvent>.AlreadySo,
            (null, _) => new NotFound("rectification", now.Key),
            ({ } stands, _) => Step(stands, command, now),
        };
    }

    private static Decision<RectificationEvent> Step(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        OrderRectification => new AlreadyExists("rectification", rectification.Number),
        RectificationDeadlineReached c => Meet(rectification, c, now),

        ReportRectification when !rectification.AwaitsReport => new RectificationNotOpen(rectification.Status),
        ReportRectification c when FreeText.Missing("report", c.Report) is { } problem => problem,
        ReportRectification c => new RectificationReported(
            new RectificationReport(now.Today, c.Report.Trim(), IsLate: rectification.Status is RectificationStatus.Overdue), DayFrom(StatutoryRules.Reinspection, now.Today, now.Calendar)),

        ExtendRectification when rectification.Status is not RectificationStatus.Ordered => new RectificationNotOpen(rectification.Status),
        ExtendRectification c when c.Grounds.Problem() is { } problem => problem,
        ExtendRectification c => Extend(rectification, c.DueOn, c.Grounds.Trimmed(), now),

        RecordReinspection when rectification.Status is RectificationStatus.Ordered => new RectificationNotReported(rectification.DueOn),
        RecordReinspection when rectification.Status is not (RectificationStatus.Reported or RectificationStatus.Overdue) => new RectificationNotOpen(rectification.Status),
        RecordReinspection c => Reinspect(rectification, c, now),

        ProposeRectificationMeasure c => Propose(rectification, c, now),
        DecideRectificationMeasure c when rectification.Proposal?.Measure != c.Measure => new MeasureNotProposed(c.Measure),
        DecideRectificationMeasure c => DecideMeasure(rectification, c, now),
        RecordMeasureAnswer c => RecordAnswer(rectification, c, now),

        VoidRectification when !rectification.IsOpen => new RectificationNotOpen(rectification.Status),
        VoidRectification c when c.Grounds.Problem() is { } problem => problem,
        VoidRectification c => new RectificationVoided(now.Today, c.Grounds.Trimmed()),

        MoveRectificationWork or HandOverRectification when !rectification.IsOpen => new RectificationNotOpen(rectification.Status),
        MoveRectificationWork c => Move(rectification, AccountName.Normalise(c.From), AccountName.Normalise(c.To), c.Grounds, now),
        HandOverRectification c => SectionHandover.Of(rectification.Order.Section, c.ToSection, c.Grounds, now) switch
        {
            (_, { } refused) => refused,
            ({ } handover, _) => new RectificationHandedOver(handover, c.Grounds.Trimmed()),
            _ => Decision<RectificationEvent>.AlreadySo,
        },

        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a rectification does not know this command."),
    };

    /// <summary>The state after an event.</summary>
    /// <param name="rectification">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static RectificationState Apply(RectificationState? rectification, RectificationEvent happened) => happened switch
    {
        RectificationOrdered e => new RectificationState { Number = e.Number, Status = RectificationStatus.Ordered, Order = e.Order, DueOn = e.DueOn, WarnOn = e.WarnOn },
        _ when rectification is null => throw new InvalidOperationException($"{happened.GetType().Name} came before anything was ordered."),
        RectificationWarned => rectification with { WarnOn = null },
        RectificationReported e => rectification with
        {
            Status = rectification.Status is RectificationStatus.Overdue ? RectificationStatus.Overdue : RectificationStatus.Reported,
            Report = e.Report,
            ReinspectBy = e.ReinspectBy,
            WarnOn = null,
        },
        RectificationExtended e => rectification with
        {
            Status = RectificationStatus.Ordered,
            Extension = e.Extension,
            DueOn = e.Extension.To,
            WarnOn = e.WarnOn,
            Report = null,
        },
        RectificationFellOverdue e => rectification with { Status = RectificationStatus.Overdue, ReinspectBy = e.ReinspectBy, WarnOn = null },
        RectificationReinspected e => Reinspected(rectification, e.Reinspection),
        RectificationMeasureProposed e => rectification with { Proposal = e.Proposal },
        RectificationMeasureDecided e => rectification with { Proposal = null, Measures = rectification.Measures.Add(e.Decided), OwedToLicence = Owed(rectification, e.Change) },
        RectificationMeasureAnswered e => rectification with
        {
            Measures = [.. rectification.Measures.Select(decided => decided.Accepted && decided.Measure == e.Measure ? decided with { Answer = e.Answer } : decided)],
            OwedToLicence = Owed(rectification, e.Change),
        },
        RectificationLicenceChanged e => rectification with { OwedToLicence = rectification.OwedToLicence.RemoveAll(owed => owed.Kind == e.Kind) },
        RectificationLicenceNotChanged e => rectification with { OwedToLicence = rectification.OwedToLicence.RemoveAll(owed => owed.Kind == e.Kind) },
        RectificationDeadlineLapsed { Lapse: var lapse } => rectification with
        {
            Lapses = rectification.Lapses.Add(lapse),
            ReinspectBy = lapse.Kind == RectificationDeadlines.Reinspection ? null : rectification.ReinspectBy,
            Proposal = lapse.Kind == RectificationDeadlines.MeasureDecision && rectification.Proposal is { } proposal ? proposal with { DecideBy = null } : rectification.Proposal,
        },
        RectificationTakenOver e => rectification with { TakenOverBy = e.To },
        RectificationHandedOver e => rectification with { Order = rectification.Order with { Section = e.Handover.To }, Handovers = rectification.Handovers.Add(e.Handover) },
        RectificationVoided => Closed(rectification, RectificationStatus.Void),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a rectification does not know this event."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="rectification">A state.</param>
    public static IReadOnlyList<string> Check(RectificationState rectification)
    {
        ArgumentNullException.ThrowIfNull(rectification);
        return
        [
            .. When(rectification.Order.Requirements.IsDefaultOrEmpty, "it requires nothing"),
            .. When(rectification.DueOn < rectification.Order.OrderedOn, "its day lies before the order"),
            .. When(rectification.Extension is { } extension && (extension.To <= extension.From || extension.To != rectification.DueOn), "its extension does not lead to its day"),
            .. When(rectification.WarnOn is not null && rectification.Status is not RectificationStatus.Ordered, "a warning is open though nothing is awaited"),
            .. When(rectification.ReinspectBy is not null && rectification.Status is not (RectificationStatus.Reported or RectificationStatus.Overdue), "a re-inspection is owed though none is to come"),
            .. When(rectification.Status is RectificationStatus.Reported && rectification.Report is null, "reported goes with a report"),
            .. When(rectification.Proposal is not null && !rectification.IsOpen, "a measure is proposed though the order is closed"),
            .. When(rectification.Proposal is { } proposal && rectification.Taken(proposal.Measure) is not null, "a measure is proposed that was taken"),
            .. When(rectification.Measures.Where(decided => decided.Accepted).GroupBy(decided => decided.Measure).Any(taken => taken.Count() > 1), "a measure was taken twice"),
            .. When(rectification.Measures.Any(decided => decided.Accepted && (decided.Recipient is null || decided.Grounds.DocumentNumber is null)), "a measure was taken without a document or recipient"),
            .. When(rectification.Measures.Any(decided => !decided.Accepted && decided.Answer is not null), "a measure that was declined was answered"),
            .. When(!rectification.OwedToLicence.IsEmpty && rectification.Order.Licence is null, "a licence is owed a step and there is none"),
            .. When(rectification.OwedToLicence.Select(owed => owed.Kind).Distinct().Count() != rectification.OwedToLicence.Length, "a licence is owed one step twice"),
        ];
    }

    private static Decision<RectificationEvent> Order(OrderRectification command, Circumstances now)
    {
        var facts = now.Required<RectificationFacts>();
        if (CreditCode.Parse(command.Enterprise, out var code) is { } wrongCode)
        {
            return wrongCode with { Field = "enterpriseCreditCode" };
        }

        var enterprise = code.ToString();
        if (!facts.EnterpriseIsRegistered)
        {
            return new NotFound("enterprise", enterprise);
        }

        string? licence = null;
        if (command.Licence is { } given)
        {
            if (LicenceNumber.Parse(given, out var number) is { } wrongNumber)
            {
                return wrongNumber with { Field = "licence" };
            }

            licence = number.Text;
            if (facts.Licence is not { } held)
            {
                return new NotFound("licence", licence);
            }

            if (held.Enterprise != enterprise)
            {
                return new OfAnotherEnterprise(licence, held.Enterprise);
            }
        }

        if (command.Inspection is { } inspection)
        {
            if (facts.InspectedEnterprise is not { } inspected)
            {
                return new NotFound("inspection", inspection);
            }

            if (inspected != enterprise)
            {
                return new OfAnotherEnterprise(inspection, inspected);
            }
        }

        if (ProblemOf(command, now) is { } problem)
        {
            return problem;
        }

        var dueOn = command.DueOn ?? DayFrom(StatutoryRules.RectificationTerm, now.Today, now.Calendar);
        if (DueProblem(dueOn, now.Today) is { } tooEarly)
        {
            return tooEarly;
        }

        var productClass = now.Open<ProductClass>(command.ProductClass)?.Code ?? facts.Licence?.ProductClasses.FirstOrDefault() ?? facts.EnterpriseProductClass;
        var order = new RectificationOrder(
            enterprise, licence, command.Inspection, productClass, FreeText.Given(command.Section) ?? now.Actor.Section, now.Actor.User, [.. command.Requirements.Select(one => one.Trim())], command.Grounds.Trimmed(), now.Today);
        return new RectificationOrdered(now.Key, order, dueOn, WarnOn(now.Today, dueOn, now.Warning), order.Grounds);
    }

    private static InvalidInput? ProblemOf(OrderRectification command, Circumstances now) => command.Requirements switch
    {
        { IsDefaultOrEmpty: true } => new InvalidInput("requirements", "整改要求不能为空", "Say what is to be put right"),
        { Length: > MostRequirements } => new InvalidInput("requirements", $"整改要求最多{MostRequirements}项", $"There may be {MostRequirements} requirements"),
        var requirements => ListParts.Problem("requirements", requirements, one => FreeText.Missing("", one))
            ?? command.Grounds.Problem()
            ?? now.NotOpen<Section>("section", command.Section)
            ?? now.NotOpen<ProductClass>("productClass", command.ProductClass),
    };

    private static Decision<RectificationEvent> Extend(RectificationState rectification, DateOnly to, Grounds grounds, Circumstances now)
    {
        if (rectification.Extension is { } before)
        {
            return new RectificationAlreadyExtended(before.ExtendedOn);
        }

        var first = rectification.DueOn.PlusDays(1);
        return DueProblem(to, first > now.Today ? first : now.Today) is { } problem
            ? problem
            : new RectificationExtended(new RectificationExtension(now.Today, rectification.DueOn, to, grounds), WarnOn(now.Today, to, now.Warning), grounds);
    }

    private static Decision<RectificationEvent> Move(RectificationState rectification, string from, string to, Grounds grounds, Circumstances now) =>
        WorkMove.Problem(rectification.Holders, from, to, grounds, now) is { } problem ? problem : new RectificationTakenOver(from, to, grounds.Trimmed());

    private static Decision<RectificationEvent> Reinspect(RectificationState rectification, RecordReinspection command, Circumstances now)
    {
        var officers = OfficerNames.Of(command.Officers);
        if (OfficerNames.Problem(officers, "officers", now) is { } wrongOfficers)
        {
            return wrongOfficers;
        }

        var referredTo = command.Result is ReinspectionResult.Referred ? FreeText.Given(command.ReferredTo) : null;
        if ((FreeText.Missing("findings", command.Findings) ?? command.Grounds.Problem()
            ?? (command.Result is ReinspectionResult.Referred ? FreeText.Missing("referredTo", referredTo) : null)) is { } problem)
        {
            return problem;
        }

        var grounds = command.Grounds.Trimmed();
        var recorded = new RectificationReinspected(new Reinspection(now.Today, command.Result, officers, command.Findings.Trim(), referredTo), grounds);
        switch (command.Result)
        {
            case ReinspectionResult.StillInViolation or ReinspectionResult.PenaltyProposed:
                // The proposal that stands since the day passed is not made twice.
                return rectification.Proposal is null && NextRung(rectification) is { } rung ? (RectificationEvent[])[recorded, Proposed(rung, ProposalCause.Failed, now.Today, now)] : recorded;
            case ReinspectionResult.Extended when rectification.Status is RectificationStatus.Overdue:
                return new RectificationNotOpen(rectification.Status);
            case ReinspectionResult.Extended when command.ExtendedTo is not { }:
                return new InvalidInput("extendedTo", "准予延期的，应写明新的整改期限", "Where more time is given, say until when");
            case ReinspectionResult.Extended:
                var extended = Extend(rectification, command.ExtendedTo!.Value, grounds, now);
                return extended.Refusal is null ? (RectificationEvent[])[recorded, .. extended.Events] : extended;
            default:
                return recorded;
        }
    }

    private static RectificationState Reinspected(RectificationState rectification, Reinspection reinspection)
    {
        var recorded = rectification with { Reinspections = rectification.Reinspections.Add(reinspection), ReinspectBy = null };
        return reinspection.Result switch
        {
            ReinspectionResult.Complied => Closed(recorded, RectificationStatus.Passed),
            ReinspectionResult.Referred => Closed(recorded, RectificationStatus.Referred),
            ReinspectionResult.OrderVoid => Closed(recorded, RectificationStatus.Void),
            ReinspectionResult.Extended => recorded, // what follows at once says until when
            _ => recorded with { Status = RectificationStatus.Failed, WarnOn = null },
        };
    }

    private static RectificationState Closed(RectificationState rectification, RectificationStatus status) =>
        rectification with { Status = status, WarnOn = null, ReinspectBy = null, Proposal = null };

    private static Decision<RectificationEvent> Meet(RectificationState rectification, RectificationDeadlineReached due, Circumstances now)
    {
        if (due.DueAt > now.Now || !RectificationDeadlines.Of(rectification).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt))
        {
            return Decision<RectificationEvent>.AlreadySo;
        }

        // What was due at the end of a day is reckoned from that day, also when the clock comes late.
        var lastDay = ShanghaiTime.DayOf(due.DueAt).PlusDays(-1);
        switch (due.Kind)
        {
            case RectificationDeadlines.Warning:
                return new RectificationWarned(rectification.WarnOn!.Value, rectification.DueOn);
            case RectificationDeadlines.Due:
                var overdue = new RectificationFellOverdue(lastDay, DayFrom(StatutoryRules.Reinspection, lastDay, now.Calendar));
                return rectification.Proposal is null && NextRung(rectification) is { } rung ? (RectificationEvent[])[overdue, Proposed(rung, ProposalCause.Overdue, lastDay.PlusDays(1), now)] : overdue;
            case RectificationDeadlines.LicenceChange:
                return ToldLicence(rectification, now.AnswerTo(Owes(rectification)));
            default:
                return new RectificationDeadlineLapsed(new RectificationLapse(due.Kind, lastDay, RectificationDeadlines.Of(rectification).First(open => open.Kind == due.Kind).Rule, rectification.Order.Section, rectification.Responsible));
        }
    }

    private static RectificationMeasureProposed Proposed(RectificationMeasure measure, ProposalCause cause, DateOnly on, Circumstances now, string? reason = null) =>
        new RectificationMeasureProposed(new MeasureProposal(measure, cause, on, reason, DayFrom(StatutoryRules.RectificationMeasure, on, now.Calendar)));

    private static DateOnly DayFrom(string rule, DateOnly day, WorkingCalendar calendar) => StatutoryRules.On(rule, day).Period.DayFrom(day, calendar).Day;

    /// <summary>The day on which the share is left that is warned of; null where that is less than a day.</summary>
    private static DateOnly? WarnOn(DateOnly from, DateOnly dueOn, WarningShare warning) => (int)((dueOn.DayNumber - from.DayNumber) * warning.Left) switch
    {
        >= 1 and var days => dueOn.PlusDays(-days),
        _ => null,
    };

    private static Refusal? DueProblem(DateOnly given, DateOnly first) =>
        PlausibleDays.Problem("dueOn", given) is { } implausible ? implausible
        : given < first ? new RectificationDueTooEarly(given, first)
        : null;

    /// <summary>An order counts once, under the product class it is for.</summary>
    private static IEnumerable<TallyFact> Tally(RectificationState? before, RectificationEvent happened, RectificationState after)
    {
        (DateOnly Day, Measure Measure)? counted = happened switch
        {
            RectificationOrdered e => (e.Order.OrderedOn, Measure.RectificationsOrdered),
            RectificationReinspected { Reinspection: { Result: ReinspectionResult.Complied } e } => (e.ReinspectedOn, Measure.RectificationsPassed),
            RectificationMeasureAnswered { Measure: RectificationMeasure.Banning, Answer: { Granted: true } e } => (e.AnsweredOn, Measure.ProducersBanned),
            _ => null,
        };
        return counted is var (day, measure) ? [new TallyFact(day, measure, 1, Section: after.Order.Section, ProductClass: after.Order.ProductClass)] : [];
    }
}
