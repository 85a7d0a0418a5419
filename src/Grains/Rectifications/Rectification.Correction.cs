using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// What an order says wrongly is put right: by the head of the section, with the reason; what it counted is taken back and counted anew.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInCorrection(
        RectificationState rectification, RectificationCommand command, Circumstances now) =>
        command is CorrectRectificationOrder c
            ? DecideCorrectRectificationOrder(rectification, c, now)
            : Decision<RectificationEvent>.NotOfThisStage;

    private static RectificationState? ApplyInCorrection(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationOrderCorrected e => rectification with
        {
            Order = e.Order,

            // What the order was told of is not known of another enterprise.
            EnterpriseEndedOn = e.Order.Party == rectification.Order.Party ? rectification.EnterpriseEndedOn : null,
            DueOn = e.DueOn,
            WarnOn = e.WarnOn,
            Status = e.Status,
            Extension = rectification.Extension is { } extension ? extension with { To = e.DueOn } : null,
            Report = rectification.Report is { } report ? report with { IsLate = report.ReportedOn > e.DueOn } : null,

            // What the clock made of a day that was never the order's does not stand.
            ReinspectBy = e.Status is RectificationStatus.Ordered ? null : e.ReinspectBy ?? rectification.ReinspectBy,
            Proposal = e.Status != rectification.Status && rectification.Proposal is { Cause: ProposalCause.Overdue }
                ? null
                : rectification.Proposal,
            Corrections = rectification.Corrections.Add(e.Correction),
        },
        _ => null,
    };

    private static Decision<RectificationEvent> DecideCorrectRectificationOrder(
        RectificationState rectification, CorrectRectificationOrder command, Circumstances now)
    {
        var before = rectification.Order;
        var named = MergedParty(rectification, command);
        if (PartyProblem(named, before.Den, orderedOn: null, now, out var party) is { } wrongParty)
        {
            return wrongParty;
        }

        if ((command.Grounds.Problem()
            ?? (command.Requirements is { } requirements ? ProblemOf(requirements) : null)
            ?? now.NotOpen<ProductClass>("productClass", command.ProductClass)
            ?? ActDay.Problem("orderedOn", command.OrderedOn, now.Today)
            ?? AfterItsSteps(rectification, command.OrderedOn)
            ?? BeforeItsInspection("orderedOn", party, command.OrderedOn, now.Required<RectificationFacts>())) is { } problem)
        {
            return problem;
        }

        var order = before with
        {
            Enterprise = party.Enterprise,
            Den = party.Den,
            Licence = party.Licence,
            Inspection = party.Inspection,
            ProductClass = now.Open<ProductClass>(command.ProductClass)?.Code ?? before.ProductClass,
            Requirements = command.Requirements is { } given ? [.. given.Select(one => one.Trim())] : before.Requirements,
            Grounds = before.Grounds with { DocumentNumber = FreeText.Given(command.NoticeNumber) ?? before.Grounds.DocumentNumber },
            OrderedOn = command.OrderedOn ?? before.OrderedOn,
        };
        var dueOn = command.DueOn ?? rectification.DueOn;
        if (DueProblem(dueOn, rectification.Extension is { } extension ? extension.From.PlusDays(1) : order.OrderedOn) is { } tooEarly)
        {
            return tooEarly;
        }

        if (dueOn == rectification.DueOn && SaysTheSame(order, before))
        {
            return Decision<RectificationEvent>.AlreadySo;
        }

        if (FixedBy(rectification, order, dueOn) is { } standing)
        {
            return standing;
        }

        var status = dueOn == rectification.DueOn ? rectification.Status : StatusBy(rectification, dueOn, now.Today);
        var warnOn = status is not RectificationStatus.Ordered ? null
            : dueOn == rectification.DueOn ? rectification.WarnOn
            : now.Warning.DayOf(now.Today, dueOn);
        var taken = rectification.Measures.Where(decided => decided.Accepted).Select(decided => decided.Measure);
        var corrected = new RectificationOrderCorrected(
            new RectificationCorrection(now.Today, now.Actor.User, before, rectification.DueOn, [.. taken], command.Grounds.Trimmed()),
            order,
            dueOn,
            warnOn,
            status)
        {
            CountedOf = now.Required<CountedSoFar>().Facts.FirstOrDefault()?.Party is { } counted && counted != order.Party
                ? counted
                : null,
        };
        return rectification.Status is RectificationStatus.Overdue && dueOn > rectification.DueOn
            ? (RectificationEvent[])[.. FromTheLaterDay(rectification, corrected, now)]
            : corrected;
    }

    /// <summary>
    /// The correction of an order that was overdue to a later last day, and what follows for the bureau's own terms. Where it is overdue no
    /// more, none of them ran, and nobody answers for a lapse; where it still is, they run from the later day.
    /// </summary>
    private static IEnumerable<RectificationEvent> FromTheLaterDay(
        RectificationState rectification, RectificationOrderCorrected corrected, Circumstances now)
    {
        var dueOn = corrected.DueOn;
        var lapses = LapsesOfTheDay(rectification, now.Calendar).ToList();
        if (corrected.Status is not RectificationStatus.Overdue)
        {
            return [corrected, .. lapses.Select(NotLapsed)];
        }

        // What was reported or decided within the term from the later day was in time, whenever the term from the wrong one had ended.
        var (reinspectBy, decideBy) = (
            DayFrom(StatutoryRules.Reinspection, dueOn, now.Calendar),
            DayFrom(StatutoryRules.RectificationMeasure, dueOn.PlusDays(1), now.Calendar));
        var standing = rectification.Proposal is { Cause: ProposalCause.Overdue } proposal ? proposal : null;
        var isReportedAfter = rectification.Report is { ReportedOn: var reportedOn } && reportedOn > reinspectBy;

        // What the clock proposed when the day had passed is what was decided first since.
        var isDecidedBy = standing is not null
            || rectification.Measures.FirstOrDefault(decided => decided.DecidedOn > rectification.DueOn)?.DecidedOn <= decideBy;
        var untrue = lapses.Where(lapse => lapse.Kind == RectificationDeadlines.Reinspection
            ? lapse.LastDay < reinspectBy && !isReportedAfter
            : lapse.LastDay < decideBy && isDecidedBy).ToList();
        var isLookedAtAnew = rectification.Report is null
            && (rectification.ReinspectBy < reinspectBy || untrue.Any(lapse => lapse.Kind == RectificationDeadlines.Reinspection));
        return
        [
            isLookedAtAnew ? corrected with { ReinspectBy = reinspectBy } : corrected,
            .. untrue.Select(NotLapsed),
            .. standing is null ? (RectificationEvent[])[] : [Proposed(standing.Measure, standing.Cause, dueOn.PlusDays(1), now)],
        ];

        RectificationEvent NotLapsed(RectificationLapse lapse) => new RectificationLapseWithdrawn(lapse, now.Today, dueOn);
    }

    /// <summary>
    /// The lapses of the terms that ran because the day of the order had passed. In what was recorded before that was kept, those that end
    /// as such a term does.
    /// </summary>
    private static IEnumerable<RectificationLapse> LapsesOfTheDay(RectificationState rectification, WorkingCalendar calendar)
    {
        var reinspectBy = DayFrom(StatutoryRules.Reinspection, rectification.DueOn, calendar);
        var decideBy = DayFrom(StatutoryRules.RectificationMeasure, rectification.DueOn.PlusDays(1), calendar);
        return rectification.Lapses.Where(lapse => lapse.LastDay > rectification.DueOn && (lapse.IsOfDay
            ?? lapse.LastDay == (lapse.Kind == RectificationDeadlines.Reinspection ? reinspectBy : decideBy)));
    }

    /// <summary>Enterprise or den, licence and inspection as the correction leaves them: who names the one takes the other out.</summary>
    /// <param name="rectification">The order.</param>
    /// <param name="command">The correction.</param>
    internal static OrderedParty MergedParty(RectificationState rectification, CorrectRectificationOrder command)
    {
        var order = rectification.Order;
        var isNamed = FreeText.Given(command.Enterprise) is not null || FreeText.Given(command.Den) is not null;
        return new(
            isNamed ? command.Enterprise : order.Enterprise,
            isNamed ? command.Den : order.Den,
            command.Licence ?? (FreeText.Given(command.Den) is null ? order.Licence : null),
            command.Inspection ?? order.Inspection);
    }

    private static bool SaysTheSame(RectificationOrder order, RectificationOrder before) =>
        order with { Requirements = before.Requirements } == before && order.Requirements.SequenceEqual(before.Requirements);

    /// <summary>An order cannot have been given after what followed it.</summary>
    private static InvalidInput? AfterItsSteps(RectificationState rectification, DateOnly? orderedOn) =>
        orderedOn is { } day && Steps(rectification).Any(step => step < day)
            ? new InvalidInput(
                "orderedOn",
                $"责令日{IsoDate.Of(day)}晚于此后步骤的日期",
                $"{IsoDate.Of(day)} is after the day of a step that followed the order")
            : null;

    /// <summary>
    /// What was done on the ground of the order holds to the enterprise, licence and day it was done by; 取缔 to the class it was counted
    /// under.
    /// </summary>
    private static MeasureAlreadyTaken? FixedBy(RectificationState rectification, RectificationOrder order, DateOnly dueOn)
    {
        var before = rectification.Order;
        var isMoved = order.Party != before.Party || order.Licence != before.Licence || dueOn != rectification.DueOn;
        var standing = isMoved ? rectification.Measures.FirstOrDefault(decided => decided.Accepted)
            : order.ProductClass == before.ProductClass ? null
            : rectification.Taken(RectificationMeasure.Banning) is { Answer.Granted: true } banned ? banned
            : null;
        return standing is null ? null : new MeasureAlreadyTaken(standing.Measure, standing.DecidedOn);
    }

    /// <summary>Where the order stands by another last day: what the clock made of the wrong one does not stand.</summary>
    private static RectificationStatus StatusBy(RectificationState rectification, DateOnly dueOn, DateOnly today) => rectification switch
    {
        { Status: RectificationStatus.Overdue, Report: { } report } when report.ReportedOn <= dueOn => RectificationStatus.Reported,
        { Status: RectificationStatus.Overdue, Report: null } when today <= dueOn => RectificationStatus.Ordered,
        _ => rectification.Status,
    };

    // 获证企业: an order names the licence whose conditions are not met; who has none is ordered as a producer without one.
    private static bool IsOfLicensed(RectificationOrder order) => order.Licence is not null;

    /// <summary>
    /// What the order has counted, under what it was counted under: its section may have changed since, by hand-overs that the state keeps;
    /// once it has passed it is handed over no more.
    /// </summary>
    private static IEnumerable<TallyFact> Counted(RectificationState rectification)
    {
        if (rectification.IsUncounted)
        {
            yield break;
        }

        var order = rectification.Order;
        yield return new TallyFact(
            order.OrderedOn,
            Measure.RectificationsOrdered,
            1,
            Section: rectification.Handovers is [var first, ..] ? first.From : order.Section,
            ProductClass: order.ProductClass,
            IsLicensed: IsOfLicensed(order));
        if (rectification is { Status: RectificationStatus.Passed, Reinspections: [.., var passed] })
        {
            yield return new TallyFact(
                passed.ReinspectedOn,
                Measure.RectificationsPassed,
                1,
                Section: order.Section,
                ProductClass: order.ProductClass,
                IsLicensed: IsOfLicensed(order));
        }
    }
}

/// <summary>责令更正. One correction of an order.</summary>
/// <param name="CorrectedOn">更正日. The day (Asia/Shanghai).</param>
/// <param name="By">更正人. The user name of the head who corrected it.</param>
/// <param name="Before">更正前. What the order said.</param>
/// <param name="DueBefore">更正前期限. Its last day before (Asia/Shanghai).</param>
/// <param name="Followed">已有后续. The measures that had been taken on the ground of it by then.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification-correction")]
public sealed record RectificationCorrection(
    DateOnly CorrectedOn,
    string By,
    RectificationOrder Before,
    DateOnly DueBefore,
    ImmutableArray<RectificationMeasure> Followed,
    Grounds Grounds);

/// <summary>
/// 更正责令. Puts an order right that says something wrong, with the reason; by the head of the section. What is left out stays as it is.
/// Measures that were taken stand, and the correction says which there are.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Requirements">整改要求. All of what is to be put right, as it should have been said.</param>
/// <param name="DueOn">整改期限. The last day (Asia/Shanghai).</param>
/// <param name="Enterprise">企业. The unified social credit code of who has to put it right.</param>
/// <param name="Licence">许可证. The number of the licence whose conditions are not met.</param>
/// <param name="Inspection">检查. The number of the inspection that found it.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name.</param>
/// <param name="OrderedOn">责令日. The day it was ordered (Asia/Shanghai).</param>
/// <param name="NoticeNumber">通知书编号. The number of the notice.</param>
/// <param name="Den">窝点编号. The den that has to put it right, where it is no enterprise.</param>
[GenerateSerializer, Immutable, Alias("rectification.correct-order"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<OfAnotherEnterprise, RectificationDueTooEarly, MeasureAlreadyTaken>]
public sealed record CorrectRectificationOrder(
    Grounds Grounds,
    [Longest(1000), Most(50)] ImmutableArray<string>? Requirements = null,
    DateOnly? DueOn = null,
    [OfferedAs("enterpriseCreditCode")] string? Enterprise = null,
    string? Licence = null,
    string? Inspection = null,
    [Listed<ProductClass>] string? ProductClass = null,
    DateOnly? OrderedOn = null,
    [Longest(Grounds.LongestDocumentNumber)] string? NoticeNumber = null,
    string? Den = null) : RectificationCommand, INamesDen;

/// <summary>责令已更正. An order was put right.</summary>
/// <param name="Correction">更正. What it said before, why and by whom.</param>
/// <param name="Order">责令内容. What it says since.</param>
/// <param name="DueOn">整改期限. Its last day since (Asia/Shanghai).</param>
/// <param name="WarnOn">提醒日. The day on which the section is warned, or null.</param>
/// <param name="Status">状态. Where it stands since.</param>
/// <param name="ReinspectBy">复查截止日. The last day of the re-inspection's term where it is counted anew; null where it stays as it was.
/// </param>
[Alias("rectification.order-corrected")]
public sealed record RectificationOrderCorrected(
    RectificationCorrection Correction,
    RectificationOrder Order,
    DateOnly DueOn,
    DateOnly? WarnOn,
    RectificationStatus Status,
    DateOnly? ReinspectBy = null)
    : RectificationEvent
{
    /// <summary>原计入企业. Under whose credit code it was counted, where that is not the right one: its facts are taken back there and counted
    /// under the right one; null otherwise, and from before they were, when they stayed where they were.</summary>
    public string? CountedOf { get; init; }

    /// <inheritdoc/>
    public override string? LegalBasis => Correction.Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Correction.Grounds.DocumentNumber;

    /// <inheritdoc/>
    public override BilingualText Summary => Changes.Summary(
        new("更正责令整改", "Order corrected"),
        Correction.Grounds,
        Correction.Followed.IsEmpty ? null : (new("已采取措施", "measures taken"), Terms.OfAll(Correction.Followed)));

    private Changes Changes
    {
        get
        {
            var before = Correction.Before;
            return new Changes()
                .With(new("期限", "its last day"), Correction.DueBefore, DueOn)
                .With(new("责令日", "its day"), before.OrderedOn, Order.OrderedOn)
                .With(new("整改要求", "requirements"), "项", before.Requirements.Length, Order.Requirements.Length)
                .With(
                    Order.Requirements.Length == before.Requirements.Length && !Order.Requirements.SequenceEqual(before.Requirements),
                    "整改要求",
                    "what is required")
                .With(
                    Order.Party != before.Party,
                    $"{(Order.Den is null ? "企业" : "窝点")}由{before.Party}改为{Order.Party}",
                    $"{(Order.Den is null ? "enterprise" : "den")} from {before.Party} to {Order.Party}")
                .With(Order.Licence != before.Licence, $"许可证改为{Order.Licence}", $"licence to {Order.Licence}")
                .With(Order.Inspection != before.Inspection, $"检查改为{Order.Inspection}", $"inspection to {Order.Inspection}")
                .With(Order.ProductClass != before.ProductClass, "产品类别", "product class")
                .With(Order.Grounds != before.Grounds, "通知书编号", "number of the notice");
        }
    }
}
