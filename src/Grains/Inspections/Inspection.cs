using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查的规则. The law of an inspection, and what the shared rooms need to know of it.</summary>
public static class Inspection
{
    /// <summary>取号前缀. What the numbers of inspections begin with: 检查.</summary>
    public const string NumberPrefix = "JC";

    /// <summary>The planned day's end: due when it is over.</summary>
    [Deadline, Term("计划日届满", "planned day")]
    public const string Due = "inspection.due";

    /// <summary>What a case has yet to be told; due at once.</summary>
    [Deadline, Term("告知案件", "notice to the case")]
    public const string CaseNotice = "inspection.case-notice";

    /// <summary>The power to inspect producers.</summary>
    public const string PowerToInspect = "产品质量法 第八条、第十八条；工业产品生产许可证管理条例 第三十六条";

    /// <summary>The planned day.</summary>
    public const string PlannedDayRule = "按计划完成检查（内部期限）：工业产品生产许可证管理条例 第三十六条";

    private const string CaseNoticeRule = "检查发现的违法线索即时登记（内部期限）：市场监督管理行政处罚程序规定 第十八条";

    /// <summary>检查. The concept.</summary>
    public static Concept<InspectionState, InspectionCommand, InspectionEvent> Concept { get; } = new()
    {
        Name = "inspection",
        Title = new BilingualText("检查", "Inspection"),
        Json = InspectionJson.Default,
        RowTypes = [typeof(InspectionRow), typeof(InspectionOfficerRow), typeof(OpenWorkRow), typeof(SectionHandoverRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = InspectionRows.Of,
        Deadlines = Deadlines,
        Owes = Owes,
        WaitsFor = ["enterprise", "case"],
        WhenDue = static (kind, dueAt) => new InspectionDeadlineReached(kind, dueAt),
        Tally = Tally,
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="inspection">The state, or null while nothing is planned.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<InspectionEvent> Decide(InspectionState? inspection, InspectionCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return command switch
        {
            PlanInspection c when inspection is null => Plan(c, now),
            PlanInspection => new AlreadyExists("inspection", inspection.Number),
            InspectionDeadlineReached c => inspection is null || c.DueAt > now.Now || !Deadlines(inspection).Any(open => open.Kind == c.Kind && open.DueAt == c.DueAt)
                ? Decision<InspectionEvent>.AlreadySo
                : c.Kind is CaseNotice ? Told(inspection, now.AnswerTo(Owes(inspection)))
                : new InspectionDeadlineLapsed(inspection.Plan.PlannedOn, inspection.Plan.Section, inspection.Holders[0]),
            _ when inspection is null => new NotFound("inspection", now.Key),
            _ when inspection.Status is not InspectionStatus.Planned => new InspectionNotPlanned(inspection.Status),
            CancelInspection c when c.Grounds.Problem() is { } problem => problem,
            CancelInspection c => new InspectionCancelled(now.Today, c.Grounds.Trimmed()),
            RecordInspection c => Record(inspection, c, now),
            AssignInspectionOfficers c => Assign(inspection, OfficerNames.Of(c.Officers), c.Grounds, now),
            MoveInspectionWork c => Move(inspection, AccountName.Normalise(c.From), AccountName.Normalise(c.To), c.Grounds, now),
            HandOverInspection c => SectionHandover.Of(inspection.Plan.Section, c.ToSection, c.Grounds, now) switch
            {
                (_, { } refused) => refused,
                ({ } handover, _) => new InspectionHandedOver(handover, c.Grounds.Trimmed()),
                _ => Decision<InspectionEvent>.AlreadySo,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of an inspection does not know this command."),
        };
    }

    /// <summary>The state after an event.</summary>
    /// <param name="inspection">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static InspectionState Apply(InspectionState? inspection, InspectionEvent happened) => happened switch
    {
        InspectionPlanned e => new InspectionState { Number = e.Number, Status = InspectionStatus.Planned, Plan = e.Plan },
        _ when inspection is null => throw new InvalidOperationException($"{happened.GetType().Name} came before anything was planned."),
        InspectionRecorded e => inspection with { Status = InspectionStatus.Recorded, Record = e.Record, OwedToCase = e.Owed },
        InspectionCaseTold => inspection with { OwedToCase = null },
        InspectionCancelled e => inspection with { Status = InspectionStatus.Cancelled, Cancellation = e.Grounds },
        InspectionOfficersAssigned e => inspection with { Plan = inspection.Plan with { Officers = e.Officers } },
        InspectionTakenOver e => inspection with { TakenOverBy = e.To },
        InspectionHandedOver e => inspection with { Plan = inspection.Plan with { Section = e.Handover.To }, Handovers = inspection.Handovers.Add(e.Handover) },
        InspectionDeadlineLapsed => inspection with { IsLate = true },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of an inspection does not know this event."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="inspection">A state.</param>
    public static IReadOnlyList<string> Check(InspectionState inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return
        [
            .. When((inspection.Status is InspectionStatus.Recorded) != (inspection.Record is not null), "recorded goes with a record"),
            .. When((inspection.Status is InspectionStatus.Cancelled) != (inspection.Cancellation is not null), "cancelled goes with its grounds"),
            .. When((inspection.Plan.Basis is InspectionBasis.RandomDraw) != (inspection.Plan.Draw is not null), "drawn goes with how it was drawn"),
            .. When((inspection.Plan.Basis is InspectionBasis.Lead) != (inspection.Plan.Lead is not null), "by lead goes with the lead"),
            .. When(inspection.Plan.Officers.Length == 1, "one officer alone is planned"),
            .. When(inspection.Record is { } record && record.Officers.Distinct().Count() < TooFewOfficers.ByLaw, "it was made by one officer alone"),
            .. When(inspection.Record?.Findings.Any(finding => (finding.Result is FindingResult.Nonconforming) != (finding.Severity is not null)) == true, "an item that does not conform goes with its severity"),
            .. When(inspection.OwedToCase is not null && inspection.Record?.CaseNumber is null, "a case is to be told and there is none"),
            .. When(inspection.Record is { } done && (done.Result is InspectionResult.Lead) != (done.LeadTo is not null), "a lead goes with whom it is for"),
        ];
    }

    private static IReadOnlyList<OpenDeadline> Deadlines(InspectionState inspection) => inspection switch
    {
        { Status: InspectionStatus.Planned, IsLate: false } => [new OpenDeadline(Due, ShanghaiTime.EndOf(inspection.Plan.PlannedOn), PlannedDayRule, inspection.Plan.Section)],
        { OwedToCase: { } owed } => [new OpenDeadline(CaseNotice, owed.Since, CaseNoticeRule, inspection.Plan.Section)],
        _ => [],
    };

    private static Decision<InspectionEvent> Told(InspectionState inspection, Answered? told) =>
        told is null ? Decision<InspectionEvent>.AlreadySo : new InspectionCaseTold(inspection.Record!.CaseNumber!, told.Refusal?.Code);

    /// <summary>The case that the findings are the lead of is owed its opening, one that there is the link to the inspection.</summary>
    private static Owed? Owes(InspectionState inspection)
    {
        if (inspection is not { OwedToCase: { } owed, Record: { CaseNumber: { } number } record })
        {
            return null;
        }

        CaseCommand command = owed.Opens is { } violation
            ? new RecordLead(
                $"检查发现{Terms.Of(violation).Chinese}案", violation, LeadSource.Inspection, record.InspectedOn, record.Summary, null, inspection.Number, inspection.Plan.Enterprise, null, null, null,
                inspection.Plan.ProductClass is { } productClass ? [productClass] : [], null, HarmsSafety: false)
            : new LinkInspection(inspection.Number);
        return new Owed(CaseNotice, SubjectKeys.Of(Case.Concept.Name, number), command, owed.By.As, "case", owed.Since);
    }

    private static Decision<InspectionEvent> Plan(PlanInspection command, Circumstances now)
    {
        var facts = now.Required<InspectionFacts>();
        if (CreditCode.Parse(command.Enterprise, out var code) is { } wrongCode)
        {
            return wrongCode with { Field = "enterpriseCreditCode" };
        }

        if (!facts.EnterpriseIsRegistered)
        {
            return new NotFound("enterprise", code.ToString());
        }

        var officers = OfficerNames.Of(command.Officers);
        if (!officers.IsEmpty && OfficerNames.Problem(officers, "officers", now) is { } wrongOfficers)
        {
            return wrongOfficers;
        }

        var lead = command.Basis is InspectionBasis.Lead ? FreeText.Given(command.Lead) : null;
        if ((now.NotOpen<Section>("section", command.Section)
            ?? (command.Basis is InspectionBasis.Lead ? FreeText.Missing("lead", lead) : null)
            ?? (command.Basis is InspectionBasis.RandomDraw && command.Draw is null ? new InvalidInput("basis", "双随机检查只能由抽取产生", "A drawn inspection comes from a draw only") : null)
            ?? now.NotOpen<ProductClass>("productClass", command.ProductClass)
            ?? PlausibleDays.Problem("plannedOn", command.PlannedOn)
            ?? (command.PlannedOn < now.Today ? new InvalidInput("plannedOn", "计划日不能早于今天", "The planned day must not lie before today") : null)) is { } problem)
        {
            return problem;
        }

        return new InspectionPlanned(now.Key, new InspectionPlan(
            code.ToString(),
            command.Basis,
            command.PlannedOn,
            FreeText.Given(command.Campaign),
            FreeText.Given(command.Section) ?? now.Actor.Section,
            now.Actor.User,
            officers,
            facts.Licences,
            now.Open<ProductClass>(command.ProductClass)?.Code ?? facts.EnterpriseProductClass,
            lead,
            command.Basis is InspectionBasis.RandomDraw ? command.Draw : null));
    }

    private static Decision<InspectionEvent> Assign(InspectionState inspection, ImmutableArray<string> officers, Grounds grounds, Circumstances now) =>
        (OfficerNames.Problem(officers, "officers", now) ?? grounds.Problem()) is { } problem ? problem
        : officers.SequenceEqual(inspection.Plan.Officers) ? Decision<InspectionEvent>.AlreadySo
        : new InspectionOfficersAssigned(officers, grounds.Trimmed());

    private static Decision<InspectionEvent> Move(InspectionState inspection, string from, string to, Grounds grounds, Circumstances now) =>
        WorkMove.Problem(inspection.Holders, from, to, grounds, now) is { } problem ? problem
        : inspection.Plan.Officers.IsEmpty ? new InspectionTakenOver(from, to, grounds.Trimmed())
        : Assign(inspection, WorkMove.Replaced(inspection.Plan.Officers, from, to), grounds, now);

    private static Decision<InspectionEvent> Record(InspectionState inspection, RecordInspection command, Circumstances now)
    {
        var facts = now.Required<InspectionFacts>();
        var officers = OfficerNames.Of(command.Officers);
        if (OfficerNames.Problem(officers, "officers", now) is { } wrongOfficers)
        {
            return wrongOfficers;
        }

        var findings = command.Findings.IsDefault ? [] : command.Findings;
        if (ProblemOf(command, findings, now) is { } problem)
        {
            return problem;
        }

        if (command.Result is not InspectionResult.ProductionStopped && Checklist.Missing(findings.Select(finding => finding.Item)) is [var missing, ..])
        {
            return new ChecklistIncomplete(missing); // R2.2.2
        }

        var nonconforming = findings.Where(finding => finding.Result is FindingResult.Nonconforming).ToList();
        if (command.Result is InspectionResult.None && nonconforming.Count(finding => finding.Severity is not FindingSeverity.Minor) is > 0 and var left)
        {
            return new FindingsWithoutConsequence(left); // R2.2.4
        }

        if (command.Result is InspectionResult.Rectification or InspectionResult.Case && nonconforming.Count == 0)
        {
            return new ConsequenceWithoutFindings(command.Result);
        }

        string? caseNumber = null;
        if (command.Result is InspectionResult.Case && CaseOf(inspection, command, facts, now, out caseNumber) is { } noCase)
        {
            return noCase;
        }

        if (AttachmentReferences.Problem(AttachmentsOf(command), facts.Files) is { } wrongAttachment)
        {
            return wrongAttachment;
        }

        var record = new InspectionRecord(
            command.InspectedOn ?? now.Today,
            officers,
            [.. findings.Select(finding => new InspectionFinding(finding.Item, finding.Result, finding.Result is FindingResult.Nonconforming ? finding.Severity : null, FreeText.Given(finding.Note), AttachmentReferences.Recorded(finding.Attachments, facts.Files)))],
            command.Result,
            command.Summary.Trim(),
            command.Result is InspectionResult.Lead ? FreeText.Given(command.LeadTo) : null,
            caseNumber,
            command.IsGuidedToLicence && inspection.Plan.Licences.IsEmpty,
            AttachmentReferences.Recorded(command.Attachments, facts.Files));
        return new InspectionRecorded(record, caseNumber is null ? null : new CaseOwed(now.Now, FreeText.Given(command.CaseNumber) is null ? command.Violation : null, DecidingPerson.Of(now.Actor)));
    }

    // A case of its own, whose number follows from the inspection's; or one that goes on already.
    private static Refusal? CaseOf(InspectionState inspection, RecordInspection command, InspectionFacts facts, Circumstances now, out string? number)
    {
        number = DrawnNumber.For(Case.Prefix, now.Actor with { CommandId = SubjectKeys.CommandIdFor($"{inspection.Number}\n{Case.Prefix}") });
        if (FreeText.Given(command.CaseNumber) is not { } given)
        {
            return command.Violation is null ? new InvalidInput("violation", "立案查处的，应写明违法行为，或者写明已有案件的编号", "Say which kind of violation it is, or the number of the case that there is") : null;
        }

        return DrawnNumber.Parse(Case.Prefix, given, out number) is { } wrong ? wrong with { Field = "caseNumber" }
            : facts.Case is not { } stage ? new NotFound("case", number)
            : stage is CaseStage.NotFiled or CaseStage.Closed or CaseStage.Withdrawn ? new InspectedCaseEnded(number, stage)
            : null;
    }

    /// <summary>Every file that a record names, of its findings and of the whole.</summary>
    /// <param name="command">The record.</param>
    internal static IEnumerable<AttachmentReference> AttachmentsOf(RecordInspection command) =>
        (command.Findings.IsDefault ? [] : command.Findings).SelectMany(finding => finding.Attachments ?? []).Concat(command.Attachments ?? []);

    private static InvalidInput? ProblemOf(RecordInspection command, ImmutableArray<FindingReport> findings, Circumstances now)
    {
        var inspectedOn = command.InspectedOn ?? now.Today;
        return FreeText.Missing("summary", command.Summary)
            ?? (command.Result is not InspectionResult.Case && (FreeText.Given(command.CaseNumber) is not null || command.Violation is not null) ? new InvalidInput("caseNumber", "处理结果为立案查处时，才填写案件编号和违法行为", "Only where the result is a case does it have a number and a kind of violation") : null)
            ?? (command.Result is InspectionResult.Lead ? FreeText.Missing("leadTo", command.LeadTo) : null)
            ?? (inspectedOn > now.Today ? new InvalidInput("inspectedOn", $"检查日{inspectedOn:yyyy-MM-dd}不能晚于今天", $"The day of the inspection, {inspectedOn:yyyy-MM-dd}, lies in the future") : null)
            ?? (inspectedOn.Year < 2000 ? new InvalidInput("inspectedOn", $"检查日{inspectedOn:yyyy-MM-dd}过早，应在2000年以后", $"The day of the inspection, {inspectedOn:yyyy-MM-dd}, lies too far back; it must lie in 2000 or later") : null)
            ?? (findings.Select(finding => finding.Item).Distinct().Count() != findings.Length ? new InvalidInput("findings", "同一检查项目只能填写一次", "Each item of the checklist is filled in once") : null)
            ?? ListParts.Problem("findings", findings, finding =>
                (finding is { Result: FindingResult.Nonconforming, Severity: null } ? new InvalidInput("severity", "不符合项应写明严重程度", "Say how bad each item is that does not conform") : null)
                ?? AttachmentReferences.NameProblem(finding.Attachments))
            ?? AttachmentReferences.NameProblem(command.Attachments);
    }

    /// <summary>An inspection counts once it is recorded, under the product class it is for: officers by head, the enterprise by visit (家次).</summary>
    private static IEnumerable<TallyFact> Tally(InspectionState? before, InspectionEvent happened, InspectionState after)
    {
        if (happened is not InspectionRecorded { Record: var record })
        {
            return [];
        }

        var isLicensed = !after.Plan.Licences.IsEmpty;
        return
        [
            Counted(Measure.OfficersSent, record.Officers.Length),
            Counted(Measure.EnterprisesInspected, 1),
            Counted(isLicensed ? Measure.LicensedInspected : Measure.UnlicensedInspected, 1),
            .. record.Result is InspectionResult.Rectification or InspectionResult.Case or InspectionResult.Lead ? [Counted(Measure.ViolatorsFound, 1)] : (TallyFact[])[],
            .. isLicensed && record.Nonconforming.Any() ? [Counted(Measure.LicensedNonconforming, 1)] : (TallyFact[])[],
            .. record.IsGuidedToLicence ? [Counted(Measure.ProducersGuided, 1)] : (TallyFact[])[],
        ];

        TallyFact Counted(Measure measure, long amount) => new(record.InspectedOn, measure, amount, Section: after.Plan.Section, ProductClass: after.Plan.ProductClass);
    }
}
