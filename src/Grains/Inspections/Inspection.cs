using System.Collections.Immutable;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查的规则. The law of an inspection, and what the shared rooms need to know of it. Each stage has its commands and events in a file of its own.</summary>
public static partial class Inspection
{
    /// <summary>取号前缀. What the numbers of inspections begin with: 检查.</summary>
    public const string NumberPrefix = "JC";

    /// <summary>The power to inspect producers.</summary>
    public const string PowerToInspect = "产品质量法 第八条、第十八条；工业产品生产许可证管理条例 第三十六条";

    /// <summary>检查. The concept.</summary>
    public static Concept<InspectionState, InspectionCommand, InspectionEvent> Concept { get; } = new()
    {
        Name = "inspection",
        Title = new BilingualText("检查", "Inspection"),
        Json = InspectionJson.Default,
        RowTypes =
        [
            typeof(InspectionRow), typeof(InspectionOfficerRow), typeof(OpenWorkRow), typeof(SectionHandoverRow), typeof(InspectionTextRow),
        ],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = InspectionRows.Of,
        Deadlines = Deadlines,
        Owes = Owes,

        // What is late is still somebody's, or its section's; of what is neither, no notice of the clock reaches anybody.
        IsStuck = static inspection => inspection is { Status: InspectionStatus.Planned, Plan.Section: null }
            && Deadlines(inspection).Count == 0 && inspection.Holders.All(inspection.PassedOnBy.Contains),
        Charge = static (inspection, _) => new Charge(
            inspection.Plan.Section,
            inspection.Record?.Officers ?? inspection.Plan.Officers,
            inspection.PassedOnBy.Contains(Opener(inspection)) ? null : Opener(inspection)),
        WaitsFor = ["case"], // and not for its enterprise or den, which tells it that it has ended
        Follows = static inspection => inspection.Record?.InspectedOn ?? inspection.Plan.MadeOn,
        UniqueNames = static inspection => PlaceInSweep(inspection).Concat(PlaceOfBegun(inspection))
            .Concat(OfficialNumber.NamesOf(inspection.Serial)),
        WhenDue = static (kind, dueAt) => new InspectionDeadlineReached(kind, dueAt),
        Tally = Tally,
        Party = static of => of.Plan.Party,
        Notices = static (_, happened, _) =>
            happened is InspectionDeadlineLapsed lapse ? Notice.OfLapse(lapse.Officer, lapse.Section, Due) : [],
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="inspection">The state, or null while nothing is planned.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<InspectionEvent> Decide(InspectionState? inspection, InspectionCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (inspection, command) switch
        {
            (null, PlanInspection c) => DecidePlanInspection(c, now),
            (null, BeginInspection c) => DecideBeginInspection(c, now),
            (null, InspectionDeadlineReached) => Decision<InspectionEvent>.AlreadySo,
            (null, _) => new NotFound("inspection", now.Key),
            ({ } known, InspectionDeadlineReached c) => DecideInspectionDeadlineReached(known, c, now),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<InspectionEvent> DecideByStage(InspectionState inspection, InspectionCommand command, Circumstances now) =>
        command is PlanInspection or BeginInspection ? new AlreadyExists("inspection", inspection.Number)
        : command is CorrectInspectionRecord correction ? DecideCorrectInspectionRecord(inspection, correction, now)
        : DecideInEnd(inspection, command, now)
        ?? (IsClosedTo(inspection, command) ? new InspectionNotPlanned(inspection.Status) : Decision<InspectionEvent>.NotOfThisStage)
        ?? DecideInPlanning(inspection, command, now)
        ?? DecideInRecord(inspection, command, now)
        ?? DecideInOfficers(inspection, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of an inspection does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="inspection">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static InspectionState Apply(InspectionState? inspection, InspectionEvent happened) => happened is InspectionPlanned planned ? Begun(planned)
        : inspection is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before anything was planned.")
        : ApplyInPlanning(inspection, happened)
        ?? ApplyInRecord(inspection, happened)
        ?? ApplyInCorrection(inspection, happened)
        ?? ApplyInOfficers(inspection, happened)
        ?? ApplyInEnd(inspection, happened)
        ?? ApplyInClocks(inspection, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of an inspection does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="inspection">A state.</param>
    public static IReadOnlyList<string> Check(InspectionState inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return
        [
            .. When((inspection.Status is InspectionStatus.Recorded) != (inspection.Record is not null), "recorded goes with a record"),
            .. When(
                (inspection.Status is InspectionStatus.Cancelled)
                    != (inspection.Cancellation is not null || inspection.EnterpriseEndedOn is not null),
                "cancelled goes with its grounds, or with the end of its enterprise"),
            .. When(
                inspection is { Cancellation: not null, EnterpriseEndedOn: not null }, "it was cancelled and ended with its enterprise"),
            .. When((inspection.Plan.Basis is InspectionBasis.RandomDraw) != (inspection.Plan.Draw is not null), "drawn goes with how it was drawn"),
            .. When((inspection.Plan.Basis is InspectionBasis.Lead) != (inspection.Plan.Lead is not null), "by lead goes with the lead"),
            .. When(
                (inspection.Plan.Enterprise is null) == (inspection.Plan.Den is null),
                "it is of an enterprise or of a den, one of the two"),
            .. When(inspection.Plan.Den is not null && !inspection.Plan.Licences.IsEmpty, "it is of a den that holds licences"),
            .. When(inspection.Plan.Officers.Length == 1, "one officer alone is planned"),
            .. When(inspection.Record is { } record && record.Officers.Distinct().Count() < TooFewOfficers.ByLaw, "it was made by one officer alone"),
            .. When(inspection.Record?.Findings.Any(finding => (finding.Result is FindingResult.Nonconforming) != (finding.Severity is not null)) == true, "an item that does not conform goes with its severity"),
            .. When(inspection.Record?.Signature is { IsWhole: false }, "a signature says something else than its outcome"),
            .. When(!inspection.Corrections.IsEmpty && inspection.Record is null, "it was corrected and there is no record"),
            .. When(inspection.OwedToCase is not null && inspection.Record?.CaseNumber is null, "a case is to be told and there is none"),
            .. When(inspection.Record is { } done && (done.Result is InspectionResult.Lead) != (done.LeadTo is not null), "a lead goes with whom it is for"),
        ];
    }

    /// <summary>
    /// An enterprise's or a den's place in a sweep, which no second inspection can take. What was planned before that was so is known by
    /// the lists alone, for then a sweep could have an enterprise twice.
    /// </summary>
    private static IEnumerable<string> PlaceInSweep(InspectionState inspection) =>
        inspection is { Status: not InspectionStatus.Cancelled, Plan: { Basis: InspectionBasis.Sweep, Campaign: { } campaign } plan }
        && plan.MadeOn is not null
            ? [$"{plan.Party}\n{campaign}"]
            : [];

    /// <summary>
    /// What somebody has begun at an enterprise on a day and not yet recorded, which no second press of the button makes again. What was
    /// begun before that was kept takes no place: there can be two.
    /// </summary>
    private static IEnumerable<string> PlaceOfBegun(InspectionState inspection) =>
        inspection is { Status: InspectionStatus.Planned, Plan: { BegunBy: { } begunBy } plan }
            ? [$"{plan.Party}\n{IsoDate.Of(plan.PlannedOn)}\n{begunBy}"]
            : [];

    /// <summary>
    /// An inspection counts once it is recorded; what a correction changes in it is taken back and counted anew. Once it is recorded its
    /// section and its class stay what they were, so that what was counted follows from the record before.
    /// </summary>
    private static IEnumerable<TallyFact> Tally(InspectionState? before, InspectionEvent happened, InspectionState after) => happened switch
    {
        InspectionRecorded e => Counted(after.Plan, e.Record),
        InspectionRecordCorrected e => Reversal.Of(Counted(before!.Plan, e.Correction.Before), Counted(after.Plan, e.Record)),
        _ => [],
    };

    /// <summary>What a record counts, under the product class it is for: officers by head, the enterprise by visit (家次).</summary>
    private static IEnumerable<TallyFact> Counted(InspectionPlan plan, InspectionRecord record)
    {
        var isLicensed = !plan.Licences.IsEmpty;
        return
        [
            Fact(Measure.OfficersSent, record.Officers.Length),
            Fact(Measure.EnterprisesInspected, 1),
            Fact(isLicensed ? Measure.LicensedInspected : Measure.UnlicensedInspected, 1),
            .. record.Result is InspectionResult.Rectification or InspectionResult.Case or InspectionResult.Lead
                ? [Fact(Measure.ViolatorsFound, 1)]
                : (TallyFact[])[],
            .. isLicensed && record.Nonconforming.Any() ? [Fact(Measure.LicensedNonconforming, 1)] : (TallyFact[])[],
            .. record.IsGuidedToLicence ? [Fact(Measure.ProducersGuided, 1)] : (TallyFact[])[],
        ];

        TallyFact Fact(Measure measure, long amount) => new(
            record.InspectedOn, measure, amount, Section: plan.Section, ProductClass: plan.ProductClass, IsLicensed: isLicensed);
    }
}

/// <summary>外部事实. What the shell found out for a command.</summary>
public sealed record InspectionFacts
{
    /// <summary>企业已登记. Whether the enterprise is registered.</summary>
    public bool EnterpriseIsRegistered { get; init; }

    /// <summary>企业已终止. The enterprise's end; null while it has not ended.</summary>
    public EndedEnterprise? Ended { get; init; }

    /// <summary>企业主要产品类别. The code of the enterprise's main product class, or null.</summary>
    public string? EnterpriseProductClass { get; init; }

    /// <summary>有效许可证. The numbers of the enterprise's licences in force.</summary>
    public ImmutableArray<string> Licences { get; init; } = [];

    /// <summary>本次全面检查已有检查. The number of the inspection of this enterprise that the sweep has already; null when there is none.</summary>
    public string? InSweep { get; init; }

    /// <summary>当日已开始的检查. The inspections of this enterprise that were begun on the spot on that day and are not recorded.</summary>
    public ImmutableArray<BegunInspection> Begun { get; init; } = [];

    /// <summary>本年检查次数. How many inspections the enterprise has in the year for which it is planned that count towards the cap.</summary>
    public int InspectionsOfYear { get; init; }

    /// <summary>年度上限. How often it is inspected in a year at most.</summary>
    public YearlyInspectionCap YearlyCap { get; init; } = YearlyInspectionCap.Usual;

    /// <summary>已有后续. The subjects that have followed from the record: orders and the case.</summary>
    public ImmutableArray<string> Followed { get; init; } = [];

    /// <summary>后续日期. The day of the first order or case that has followed from the record (Asia/Shanghai); null where none has.</summary>
    public DateOnly? FollowedOn { get; init; }

    /// <summary>案件阶段. Where the case stands that is named; null where there is none.</summary>
    public CaseStage? Case { get; init; }

    /// <summary>案件当事人. The credit codes and numbers of dens of the parties of the case that is named.</summary>
    public ImmutableArray<string> CaseParties { get; init; } = [];

    /// <summary>已存附件. The media type and length of each named file that is kept, by its hash.</summary>
    public IReadOnlyDictionary<string, KeptContent> Files { get; init; } = new Dictionary<string, KeptContent>();
}

/// <summary>检查状态不符. The step needs a planned inspection.</summary>
/// <param name="Status">状态. Where the inspection stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.inspection-not-planned")]
public sealed record InspectionNotPlanned(InspectionStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该检查现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The inspection is {Terms.Of(Status).English}; this step is not open to it");
}
