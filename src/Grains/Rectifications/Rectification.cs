using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改的规则. The law of an order to put something right, and what the shared rooms need to know of it (行政处罚法 第二十八条; R2.2.4, R2.2.5). Each stage has its commands and events in a file of its own.</summary>
public static partial class Rectification
{
    /// <summary>取号前缀. What the numbers of orders begin with: 整改.</summary>
    public const string NumberPrefix = "ZG";

    /// <summary>责令限期整改. The concept.</summary>
    public static Concept<RectificationState, RectificationCommand, RectificationEvent> Concept { get; } = new()
    {
        Name = "rectification",
        Title = new BilingualText("整改", "Rectification"),
        Json = RectificationJson.Default,
        RowTypes =
        [
            typeof(RectificationRow), typeof(OpenWorkRow), typeof(SectionHandoverRow), typeof(ApprovalRow), typeof(RectificationTextRow),
        ],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = RectificationRows.Of,
        Deadlines = RectificationDeadlines.Of,

        // A re-inspection that nobody has made is late, and shown so; what lapsed before the last one moves nothing any more.
        IsStuck = static one =>
            one is { IsOpen: true, IsBanned: false, MissedReinspection: null, EnterpriseEndedOn: null } && !IsAwaited(one),
        Owes = Owes,
        Charge = static (rectification, _) => new Charge(
            rectification.Order.Section,
            [.. Reinspectors(rectification).Except(rectification.PassedOnBy).Prepend(rectification.Responsible).Distinct()]),
        WaitsFor = ["licence"],
        Follows = static rectification => LastStep(rectification),
        UniqueNames = static rectification => OfficialNumber.NamesOf(rectification.Serial),
        WhenDue = static (kind, dueAt) => new RectificationDeadlineReached(kind, dueAt),
        Tally = Tally,
        Party = static of => of.Order.Party,
        Notices = RectificationNotices.Of,
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
            (null, OrderRectification c) => DecideOrderRectification(c, now),
            (null, RectificationDeadlineReached) => Decision<RectificationEvent>.AlreadySo,
            (null, _) => new NotFound("rectification", now.Key),
            ({ } known, RectificationDeadlineReached c) => LookingAgain(known, DecideRectificationDeadlineReached(known, c, now), now),
            ({ } known, _) => LookingAgain(known, InTime(known, DecideByStage(known, command, now)), now),
        };
    }

    private static Decision<RectificationEvent> DecideByStage(RectificationState rectification, RectificationCommand command, Circumstances now) =>
        DecideInOrdering(rectification, command, now)
        ?? DecideInCorrection(rectification, command, now)
        ?? DecideInReport(rectification, command, now)
        ?? DecideInReinspection(rectification, command, now)
        ?? DecideInMeasures(rectification, command, now)
        ?? DecideInEnd(rectification, command, now)
        ?? DecideInAnswers(rectification, command, now)
        ?? DecideInOfficers(rectification, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a rectification does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="rectification">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static RectificationState Apply(RectificationState? rectification, RectificationEvent happened) => happened is RectificationOrdered ordered ? Begun(ordered)
        : rectification is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before anything was ordered.")
        : ApplyInOrdering(rectification, happened)
        ?? ApplyInCorrection(rectification, happened)
        ?? ApplyInReport(rectification, happened)
        ?? ApplyInReinspection(rectification, happened)
        ?? ApplyInMeasures(rectification, happened)
        ?? ApplyInEnd(rectification, happened)
        ?? ApplyInAnswers(rectification, happened)
        ?? ApplyInOfficers(rectification, happened)
        ?? ApplyInClocks(rectification, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a rectification does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="rectification">A state.</param>
    public static IReadOnlyList<string> Check(RectificationState rectification)
    {
        ArgumentNullException.ThrowIfNull(rectification);
        return
        [
            .. When(rectification.Order.Requirements.IsDefaultOrEmpty, "it requires nothing"),
            .. When(
                (rectification.Order.Enterprise is null) == (rectification.Order.Den is null),
                "it is to an enterprise or to a den, one of the two"),
            .. When(rectification.Order is { Den: not null, Licence: not null }, "it is to a den that holds a licence"),
            .. When(rectification.DueOn < rectification.Order.OrderedOn, "its day lies before the order"),
            .. When(rectification.Extension is { } extension && (extension.To <= extension.From || extension.To != rectification.DueOn), "its extension does not lead to its day"),
            .. When(rectification.WarnOn is not null && rectification.Status is not RectificationStatus.Ordered, "a warning is open though nothing is awaited"),
            .. When(rectification.ReinspectBy is not null
                && rectification.Status is not (
                RectificationStatus.Reported or RectificationStatus.Overdue or RectificationStatus.Failed),
                "a re-inspection is owed though none is to come"),
            .. When(rectification.Status is RectificationStatus.Reported && rectification.Report is null, "reported goes with a report"),
            .. When(rectification.Proposal is not null && !rectification.IsOpen, "a measure is proposed though the order is closed"),
            .. When(
                rectification.Proposal is { } proposal
                    && rectification.Taken(proposal.Measure) is { IsDeclined: false, IsUnanswered: false },
                "a measure is proposed that was taken"),
            .. When(
                rectification.Measures.Where(decided => decided is { Accepted: true, IsDeclined: false, IsUnanswered: false })
                    .GroupBy(decided => decided.Measure).Any(taken => taken.Count() > 1),
                "a measure was taken twice"),
            .. When(rectification.Measures.Any(decided => decided.Accepted && (decided.Recipient is null || decided.Grounds.DocumentNumber is null)), "a measure was taken without a document or recipient"),
            .. When(rectification.Measures.Any(decided => !decided.Accepted && decided.Answer is not null), "a measure that was declined was answered"),
            .. When(!rectification.OwedToLicence.IsEmpty && rectification.Order.Licence is null, "a licence is owed a step and there is none"),
            .. When(rectification.OwedToLicence.Distinct().Count() != rectification.OwedToLicence.Length,
                "a licence is owed one step twice"),
        ];
    }

    /// <summary>The day of the last step, the order's where none followed (Asia/Shanghai).</summary>
    internal static DateOnly LastStep(RectificationState rectification) => Steps(rectification).Append(rectification.Order.OrderedOn).Max();

    /// <summary>The days of what people have done since the order was given.</summary>
    private static IEnumerable<DateOnly> Steps(RectificationState rectification) =>
    [
        .. rectification.Extension is { } extension ? [extension.ExtendedOn] : (DateOnly[])[],
        .. rectification.Report is { } report ? [report.ReportedOn] : (DateOnly[])[],
        .. rectification.Reinspections.Select(one => one.ReinspectedOn),
        .. rectification.Measures.Select(one => one.DecidedOn),
        .. rectification.Measures.Where(one => one.Answer is not null).Select(one => one.Answer!.AnsweredOn),
        .. rectification.Handovers.Select(one => one.HandedOn),
    ];

    /// <summary>
    /// An order counts once, under the product class it is for; what a correction changes in it is taken back and counted anew.
    /// </summary>
    private static IEnumerable<TallyFact> Tally(RectificationState? before, RectificationEvent happened, RectificationState after)
    {
        if (happened is RectificationOrderCorrected order)
        {
            return order.CountedOf is { } party
                ? Reversal.Of(Of(before!, party), Of(after, after.Order.Party))
                : Reversal.Of(Counted(before!), Counted(after));
        }

        static IEnumerable<TallyFact> Of(RectificationState one, string party) => Counted(one).Select(fact => fact with { Party = party });

        (DateOnly Day, Measure Measure)? counted = happened switch
        {
            RectificationOrdered e => (e.Order.OrderedOn, Measure.RectificationsOrdered),
            RectificationReinspected { Reinspection: { Result: ReinspectionResult.Complied } e } => (e.ReinspectedOn, Measure.RectificationsPassed),
            RectificationMeasureAnswered { Measure: RectificationMeasure.Banning, Answer: { Granted: true } e } => (e.AnsweredOn, Measure.ProducersBanned),
            _ => null,
        };
        if ((happened switch
        {
            RectificationAnswerCorrected e => e.Facts,
            RectificationVoided e => e.Facts,
            RectificationReinspected e => e.Facts,
            RectificationReinspectionCorrected e => e.Facts,
            _ => null,
        }) is { } takenBack)
        {
            return takenBack.Select(fact => fact.Fact with { IsLicensed = fact.IsLicensed ?? IsOfLicensed(after.Order) });
        }

        return counted is var (day, measure) ?
        [
            new TallyFact(
                day, measure, 1, after.Order.Section, ProductClass: after.Order.ProductClass, IsLicensed: IsOfLicensed(after.Order)),
        ]
        : [];
    }
}

/// <summary>整改状态不符. The step needs an order that stands elsewhere.</summary>
/// <param name="Status">状态. Where the order stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-not-open")]
public sealed record RectificationNotOpen(RectificationStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"整改现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The rectification is {Terms.Of(Status).English}; this step is not open to it");
}
