using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

// What was found, and what follows from it.
public static partial class Inspection
{
    private static Decision<InspectionEvent>? DecideInRecord(InspectionState inspection, InspectionCommand command, Circumstances now) => command switch
    {
        RecordInspection c => DecideRecordInspection(inspection, c, now),
        _ => Decision<InspectionEvent>.NotOfThisStage,
    };

    private static InspectionState? ApplyInRecord(InspectionState inspection, InspectionEvent happened) => happened switch
    {
        InspectionRecorded e => inspection with
        {
            Status = InspectionStatus.Recorded,
            Record = e.Record,
            OwedToCase = e.Owed,
            EnterpriseEndedOn = null,
        },
        InspectionCaseTold => inspection with { OwedToCase = null },
        _ => null,
    };

    private static Decision<InspectionEvent> DecideRecordInspection(InspectionState inspection, RecordInspection command, Circumstances now)
    {
        var officers = OfficerNames.Of(command.Officers);
        if (NotThere([.. officers, .. inspection.Holders], inspection.Plan.Section, now) is { } absent)
        {
            return absent;
        }

        var (record, owed, refused) = Recorded(inspection, command, now);
        if ((refused ?? PlaceTaken(inspection, now)) is { } no)
        {
            return no;
        }

        // Made by the planned day and recorded after it: it was not late.
        var recorded = new InspectionRecorded(record!, owed);
        return inspection.IsLate && record!.InspectedOn <= inspection.Plan.LastDay
            ? (InspectionEvent[])[recorded, new InspectionLapseWithdrawn(inspection.Plan.LastDay, record.InspectedOn)]
            : recorded;
    }

    /// <summary>
    /// An inspection is recorded by one of those who made it or are to, or for them by a person of the section that answers for it; null
    /// where it is.
    /// </summary>
    private static RecorderNotThere? NotThere(ImmutableArray<string> there, string? section, Circumstances now) =>
        there.Contains(now.Actor.User) || (section is not null && section == now.Actor.Section) ? null : new RecorderNotThere(section);

    /// <summary>
    /// What is recorded when officers say this, with what a case is owed of it; or why it cannot be. A record that a case has followed from
    /// keeps it, whatever it says since.
    /// </summary>
    private static (InspectionRecord? Record, CaseOwed? Owed, Refusal? Refused) Recorded(
        InspectionState inspection, RecordInspection command, Circumstances now, string? linkedCase = null)
    {
        var facts = now.Required<InspectionFacts>();
        var officers = OfficerNames.Of(command.Officers);
        if (OfficerNames.Problem(officers, "officers", now) is { } wrongOfficers)
        {
            return (null, null, wrongOfficers);
        }

        var findings = command.Findings.IsDefault ? [] : command.Findings;
        if ((ProblemOf(inspection, command, findings, now) ?? ProblemOf(command.Result, findings)) is { } problem)
        {
            return (null, null, problem);
        }

        var caseNumber = linkedCase;
        if (linkedCase is null && command.Result is InspectionResult.Case
            && CaseOf(inspection, command, facts, now, out caseNumber) is { } noCase)
        {
            return (null, null, noCase);
        }

        if (AttachmentReferences.Problem(AttachmentsOf(command), facts.Files) is { } wrongAttachment)
        {
            return (null, null, wrongAttachment);
        }

        var (signature, wrongSignature) = SignatureOf(command.Signature, facts);
        if (wrongSignature is not null)
        {
            return (null, null, wrongSignature);
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
            AttachmentReferences.Recorded(command.Attachments, facts.Files),
            command.ChecklistVersion ?? Checklist.CurrentVersion,
            signature);
        var opens = FreeText.Given(command.CaseNumber) is null ? command.Violation : null;
        return (record, caseNumber == linkedCase ? null : new CaseOwed(now.Now, opens, DecidingPerson.Of(now.Actor)), null);
    }

    private static Refusal? ProblemOf(InspectionResult result, ImmutableArray<FindingReport> findings)
    {
        if (result is not InspectionResult.ProductionStopped
            && Checklist.Missing(findings.Select(finding => finding.Item)) is [var missing, ..])
        {
            return new ChecklistIncomplete(missing); // R2.2.2
        }

        var nonconforming = findings.Where(finding => finding.Result is FindingResult.Nonconforming).ToList();
        if (result is InspectionResult.None
            && nonconforming.Count(finding => finding.Severity is not FindingSeverity.Minor) is > 0 and var left)
        {
            return new FindingsWithoutConsequence(left); // R2.2.4
        }

        return result is InspectionResult.Rectification or InspectionResult.Case && nonconforming.Count == 0
            ? new ConsequenceWithoutFindings(result)
            : null;
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
            : stage.HasEnded() ? new InspectedCaseEnded(number, stage)

            // 行政处罚法 第五十四条: what was found at somebody's is no evidence in the case of somebody else until he is a party of it.
            : !facts.CaseParties.Contains(inspection.Plan.Party) ? new InspectedIsNoParty(number, inspection.Plan.Party)
            : null;
    }

    /// <summary>Every file that a record names: of its findings, of the whole and the picture of the signature.</summary>
    /// <param name="command">The record.</param>
    internal static IEnumerable<AttachmentReference> AttachmentsOf(RecordInspection command) =>
        (command.Findings.IsDefault ? [] : command.Findings)
            .SelectMany(finding => finding.Attachments ?? [])
            .Concat(command.Attachments ?? [])
            .Concat(command.Signature is { Outcome: SignatureOutcome.Signed, Attachment: { } picture } ? [picture] : []);

    private static InvalidInput? ProblemOf(
        InspectionState inspection, RecordInspection command, ImmutableArray<FindingReport> findings, Circumstances now)
    {
        return FreeText.Missing("summary", command.Summary)
            ?? (command.Result is not InspectionResult.Case && (FreeText.Given(command.CaseNumber) is not null || command.Violation is not null) ? new InvalidInput("caseNumber", "处理结果为立案查处时，才填写案件编号和违法行为", "Only where the result is a case does it have a number and a kind of violation") : null)
            ?? (command.Result is InspectionResult.Lead ? FreeText.Missing("leadTo", command.LeadTo) : null)
            ?? ActDay.Problem("inspectedOn", command.InspectedOn ?? now.Today, inspection.Plan.MadeOn, now.Today)
            ?? EndProblem(inspection.EnterpriseEndedOn, command.InspectedOn ?? now.Today)
            ?? Checklist.VersionProblem(command.ChecklistVersion)
            ?? (findings.Select(finding => finding.Item).Distinct().Count() != findings.Length ? new InvalidInput("findings", "同一检查项目只能填写一次", "Each item of the checklist is filled in once") : null)
            ?? ListParts.Problem("findings", findings, finding =>
                (finding is { Result: FindingResult.Nonconforming, Severity: null } ? new InvalidInput("severity", "不符合项应写明严重程度", "Say how bad each item is that does not conform") : null)
                ?? AttachmentReferences.NameProblem(finding.Attachments))
            ?? AttachmentReferences.NameProblem(command.Attachments)
            ?? SignatureProblem(command.Signature, command.InspectedOn ?? now.Today, now);
    }

    /// <summary>The case that the findings are the lead of is owed its opening, one that there is the link to the inspection.</summary>
    private static Owed? Owes(InspectionState inspection)
    {
        if (inspection is not { OwedToCase: { } owed, Record: { CaseNumber: { } number } record })
        {
            return null;
        }

        CaseCommand command = owed.Opens is { } violation
            ? new RecordLead(
                $"检查发现{Terms.Of(violation).Chinese}案", violation, LeadSource.Inspection, record.InspectedOn, record.Summary, null,
                inspection.Number, inspection.Plan.Enterprise, null, null, null,
                inspection.Plan.ProductClass is { } productClass ? [productClass] : [], null, HarmsSafety: false,
                Inspectors: record.Officers, Den: inspection.Plan.Den)
            : new LinkInspection(inspection.Number, record.Officers);
        return new Owed(CaseNotice, SubjectKeys.Of(Case.Concept.Name, number), command, owed.By.As, "case", owed.Since);
    }
}

/// <summary>检查处理结果. What is to come of an inspection.</summary>
[JsonConverter(typeof(WireNameConverter<InspectionResult>))]
public enum InspectionResult
{
    /// <summary>Nothing, or so little that it was put right on the spot.</summary>
    [Term("未发现问题", "nothing found")]
    None,

    /// <summary>An order to put it right.</summary>
    [Term("责令限期整改", "rectification to be ordered")]
    Rectification,

    /// <summary>A case.</summary>
    [Term("立案查处", "a case")]
    Case,

    /// <summary>A lead for another agency.</summary>
    [Term("线索移送其他部门", "a lead for another agency")]
    Lead,

    /// <summary>The product is no longer made: the licence is to be deregistered (R2.2.3).</summary>
    [Term("已停止生产", "production stopped")]
    ProductionStopped,
}

/// <summary>检查项目结论. Whether an item of the checklist conforms.</summary>
[JsonConverter(typeof(WireNameConverter<FindingResult>))]
public enum FindingResult
{
    /// <summary>It conforms.</summary>
    [Term("符合", "conforming")]
    Conforming,

    /// <summary>It does not.</summary>
    [Term("不符合", "nonconforming")]
    Nonconforming,

    /// <summary>It does not apply here.</summary>
    [Term("不适用", "not applicable")]
    NotApplicable,
}

/// <summary>严重程度. How bad something is that does not conform.</summary>
[JsonConverter(typeof(WireNameConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Minor: put right on the spot.</summary>
    [Term("轻微", "minor")]
    Minor,

    /// <summary>Ordinary: to be put right within a term.</summary>
    [Term("一般", "ordinary")]
    Ordinary,

    /// <summary>Serious.</summary>
    [Term("严重", "serious")]
    Serious,
}

/// <summary>检查记录. What an inspection found.</summary>
/// <param name="InspectedOn">检查日. The day (Asia/Shanghai).</param>
/// <param name="Officers">执法人员. Their user names, two at least.</param>
/// <param name="Findings">检查项目. The checklist as it was filled in.</param>
/// <param name="Result">处理结果. What is to come of it.</param>
/// <param name="Summary">检查情况. In the officers' words, at most 2,000 characters.</param>
/// <param name="LeadTo">移送单位. The agency that a lead is for; there is one exactly when the result is a lead.</param>
/// <param name="CaseNumber">
/// 案件编号. The number of the case that was opened or that it belongs to; there is one when the result is a case, or was before a correction.
/// </param>
/// <param name="IsGuidedToLicence">引导办证. Whether a producer without a licence was guided to apply for one.</param>
/// <param name="Attachments">附件. Photos and files of the whole inspection.</param>
/// <param name="ChecklistVersion">
/// 检查表版本. In which wording the officers had the items before them; null for the first, of before wordings were told apart.
/// </param>
/// <param name="Signature">当事人签名. Whether the party signed it; null where nothing is said of it.</param>
[GenerateSerializer, Immutable, Alias("inspection-record")]
public sealed record InspectionRecord(
    DateOnly InspectedOn,
    ImmutableArray<string> Officers,
    ImmutableArray<InspectionFinding> Findings,
    InspectionResult Result,
    string Summary,
    string? LeadTo,
    string? CaseNumber,
    bool IsGuidedToLicence,
    ImmutableArray<Attachment> Attachments,
    int? ChecklistVersion = null,
    PartySignature? Signature = null)
{
    /// <summary>不符合项. What does not conform.</summary>
    [JsonIgnore] public IEnumerable<InspectionFinding> Nonconforming => Findings.Where(finding => finding.Result is FindingResult.Nonconforming);

    /// <summary>最重程度. The worst severity found, or null.</summary>
    [JsonIgnore] public FindingSeverity? Worst => Nonconforming.Max(finding => finding.Severity);

    /// <summary>Whether two records say the same; a record's own equality looks at lists as such.</summary>
    /// <param name="other">The other.</param>
    internal bool SaysTheSameAs(InspectionRecord other) =>
        this with { Officers = other.Officers, Findings = other.Findings, Attachments = other.Attachments } == other
        && Officers.SequenceEqual(other.Officers)
        && Attachments.SequenceEqual(other.Attachments)
        && SaysTheSameItems(other);

    /// <summary>What this record says otherwise than another, in words and with the figures that are counted.</summary>
    /// <param name="before">The other.</param>
    internal Changes ChangesFrom(InspectionRecord before)
    {
        var (wrong, wrongBefore) = (Nonconforming.Count(), before.Nonconforming.Count());
        return new Changes()
            .With(new("检查日", "its day"), before.InspectedOn, InspectedOn)
            .With(new("执法人员", "officers"), "人", before.Officers.Length, Officers.Length)
            .With(Officers.Length == before.Officers.Length && !Officers.SequenceEqual(before.Officers), "执法人员", "who went")
            .With(new("不符合", "items that do not conform"), "项", wrongBefore, wrong)
            .With(wrong == wrongBefore && !SaysTheSameItems(before), "检查项目", "items of the checklist")
            .With(
                Result != before.Result,
                $"处理结果由“{Terms.Of(before.Result).Chinese}”改为“{Terms.Of(Result).Chinese}”",
                $"result from '{Terms.Of(before.Result).English}' to '{Terms.Of(Result).English}'")
            .With(Summary != before.Summary, "检查情况", "what was seen")
            .With(LeadTo != before.LeadTo, "移送单位", "whom the lead is for")
            .With(IsGuidedToLicence != before.IsGuidedToLicence, "引导办证", "guidance to a licence");
    }

    private bool SaysTheSameItems(InspectionRecord other) => ChecklistVersion == other.ChecklistVersion
        && Findings.Length == other.Findings.Length
        && Findings.Zip(other.Findings).All(pair => pair.First.SaysTheSameAs(pair.Second));
}

/// <summary>检查项目结果. One item of the checklist as it was filled in.</summary>
/// <param name="Item">项目. The item.</param>
/// <param name="Result">结果. Whether it conforms.</param>
/// <param name="Severity">严重程度. How bad it is; there is one exactly when it does not conform.</param>
/// <param name="Note">说明. What was seen, at most 1,000 characters, or null.</param>
/// <param name="Attachments">附件. Photos and files of this item.</param>
[GenerateSerializer, Immutable, Alias("inspection-finding")]
public sealed record InspectionFinding(
    ChecklistItem Item, FindingResult Result, FindingSeverity? Severity, string? Note, ImmutableArray<Attachment> Attachments)
{
    /// <summary>Whether two items say the same.</summary>
    /// <param name="other">The other.</param>
    internal bool SaysTheSameAs(InspectionFinding other) =>
        this with { Attachments = other.Attachments } == other && Attachments.SequenceEqual(other.Attachments);
}

/// <summary>待告知案件. What a case has yet to be told of an inspection; due at once.</summary>
/// <param name="Since">起时. When it was recorded (UTC).</param>
/// <param name="Opens">违法行为. The kind of violation that the case is opened for; null where there is a case already.</param>
/// <param name="By">记录人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("case-owed")]
public sealed record CaseOwed(DateTimeOffset Since, ViolationKind? Opens, DecidingPerson By);

/// <summary>
/// 记录检查. Records what was found; two officers at least (行政处罚法 第四十二条). One of them does it, or a person of the section for them; on a
/// day not before it was planned.
/// </summary>
/// <param name="Officers">执法人员. Who went, by their user names; two at least.</param>
/// <param name="Findings">检查项目. The checklist as it was filled in.</param>
/// <param name="Result">处理结果. What is to come of it.</param>
/// <param name="Summary">检查情况. In the officers' words.</param>
/// <param name="InspectedOn">检查日. Left out, today (Asia/Shanghai).</param>
/// <param name="LeadTo">移送单位. The agency that a lead is for.</param>
/// <param name="CaseNumber">案件编号. The number of a case that goes on and that the findings belong to; left out where a new one is opened.</param>
/// <param name="IsGuidedToLicence">引导办证. Whether a producer without a licence was guided to apply for one.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
/// <param name="Violation">违法行为. Its kind; must be given where a new case is opened.</param>
/// <param name="ChecklistVersion">检查表版本. In which wording the items were filled in; left out, the present one.</param>
/// <param name="Signature">当事人签名. Whether the party signed, or why not and who saw it (最高人民法院关于行政诉讼证据若干问题的规定 第十五条).</param>
[GenerateSerializer, Immutable, Alias("inspection.record"), AllowedTo(Inspecting), ForEveryOfficer(ByThoseThere)]
[Refuses<InspectionNotPlanned, TooFewOfficers, OfficerCannotAct, ChecklistIncomplete, FindingsWithoutConsequence>]
[Refuses<ConsequenceWithoutFindings, InspectedCaseEnded, AttachmentNotKept, RecorderNotThere, AlreadyInSweep>]
[Refuses<InspectedIsNoParty>]
public sealed record RecordInspection(
    [Most(OfficerNames.Most)] ImmutableArray<string> Officers,
    [Most(50)] ImmutableArray<FindingReport> Findings,
    InspectionResult Result,
    [Longest(2000)] string Summary,
    [IsDayOfAct] DateOnly? InspectedOn = null,
    [Longest(200)] string? LeadTo = null,
    string? CaseNumber = null,
    bool IsGuidedToLicence = false,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null,
    ViolationKind? Violation = null,
    int? ChecklistVersion = null,
    SignatureReport? Signature = null) : InspectionCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>检查项目填报. One item of the checklist as the officers fill it in.</summary>
/// <param name="Item">项目. The item.</param>
/// <param name="Result">结果. Whether it conforms.</param>
/// <param name="Severity">严重程度. Must be given when it does not.</param>
/// <param name="Note">说明. What was seen.</param>
/// <param name="Attachments">附件. Files that were brought before.</param>
[GenerateSerializer, Immutable, Alias("finding-report")]
public sealed record FindingReport(
    ChecklistItem Item,
    FindingResult Result,
    FindingSeverity? Severity = null,
    [Longest(1000)] string? Note = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null);

/// <summary>已记录检查. What was found was recorded.</summary>
/// <param name="Record">检查记录. What was found.</param>
/// <param name="Owed">待告知案件. What a case is to be told of it, or null.</param>
[Alias("inspection.recorded")]
public sealed record InspectionRecorded(InspectionRecord Record, CaseOwed? Owed = null) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"检查：不符合{Record.Nonconforming.Count()}项，{Terms.Of(Record.Result).Chinese}{Signature?.Chinese}",
        $"Inspected: {DoNotConform.Of(Record.Nonconforming.Count())}; {Terms.Of(Record.Result).English}{Signature?.English}");

    // A record of before signatures were taken says nothing of one.
    private BilingualText? Signature => Record.Signature is { } signature
        ? new($"；当事人{Terms.Of(signature.Outcome).Chinese}", $"; the party {Terms.Of(signature.Outcome).English}")
        : null;

    /// <summary>The day of the inspection.</summary>
    public override DateOnly? EffectiveOn => Record.InspectedOn;

    /// <inheritdoc/>
    public override string? LegalBasis => Inspection.PowerToInspect;
}

/// <summary>已告知案件. The case was told what was found.</summary>
/// <param name="Case">案件编号. Which case.</param>
/// <param name="Refused">拒绝代码. Why it would not have it, or null.</param>
[Alias("inspection.case-told")]
public sealed record InspectionCaseTold(string Case, string? Refused) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Refused is null
        ? new($"已告知案件{Case}", $"Case {Case} was told")
        : new($"案件{Case}未能接受", $"Case {Case} could not take it");
}

/// <summary>检查表不完整. The checklist says nothing about one of the three areas.</summary>
/// <param name="Area">检查领域. The first that is missing.</param>
[GenerateSerializer, Immutable, Alias("refusal.checklist-incomplete")]
public sealed record ChecklistIncomplete(InspectionArea Area) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"检查表缺少这一方面：{Terms.Of(Area).Chinese}", $"The checklist says nothing about this area: {Terms.Of(Area).English}");
}

/// <summary>问题没有处理. Something does not conform, and nothing is to come of it.</summary>
/// <param name="Nonconforming">不符合项数. How many items that are not minor.</param>
[GenerateSerializer, Immutable, Alias("refusal.findings-without-consequence")]
public sealed record FindingsWithoutConsequence(int Nonconforming) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"有{Nonconforming}项不符合且不属轻微，应责令整改、立案或者移送",
        $"{DoNotConform.Of(Nonconforming)}, not in a minor way: an order, a case or a lead must come of it");
}

/// <summary>处理没有根据. Something is to come of the inspection, and nothing was found.</summary>
/// <param name="Result">处理结果. What was to come of it.</param>
[GenerateSerializer, Immutable, Alias("refusal.consequence-without-findings")]
public sealed record ConsequenceWithoutFindings(InspectionResult Result) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"处理结果为“{Terms.Of(Result).Chinese}”，但没有不符合项", $"The result is '{Terms.Of(Result).English}', and no item is found not to conform");
}

/// <summary>案件已终结. The case that the findings were to belong to has ended.</summary>
/// <param name="Case">案件编号. Which.</param>
/// <param name="Stage">阶段. How it ended.</param>
[GenerateSerializer, Immutable, Alias("refusal.inspected-case-ended")]
public sealed record InspectedCaseEnded(string Case, CaseStage Stage) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"案件{Case}{Terms.Of(Stage).Chinese}，不能再关联检查", $"Case {Case} is {Terms.Of(Stage).English}; findings no longer belong to it");
}

/// <summary>被检查对象不是本案当事人. The case that is named is somebody else's; its findings belong to another case, or who was inspected is added
/// as a party first.</summary>
/// <param name="Case">案件编号. The case that was named.</param>
/// <param name="Party">被检查对象. The credit code of the enterprise or the number of the den that was inspected.</param>
[GenerateSerializer, Immutable, Alias("refusal.inspected-is-no-party")]
public sealed record InspectedIsNoParty(string Case, string Party) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"被检查的{Party}不是案件{Case}的当事人，检查情况不能并入该案；确属共同违法的，先在该案中追加当事人",
        $"{Party}, who was inspected, is no party of case {Case}, and the findings are no part of it; who acted together is added first");
}

/// <summary>不是检查人员. Whoever records an inspection is one of its officers, or a person of the section that answers for it.</summary>
/// <param name="Section">责任科室. Which section, or null.</param>
[GenerateSerializer, Immutable, Alias("refusal.recorder-not-there")]
public sealed record RecorderNotThere(string? Section) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"您不在执法人员之列，也不属于责任科室（{(Section is null ? "未定" : Named.Section(Section))}），不能记录该检查",
        $"You are neither one of the officers nor of the section that answers for it "
            + $"({(Section is null ? "none" : Named.Section(Section))}); you cannot record it");
}

/// <summary>不符合项英文. How many items do not conform, in English.</summary>
internal static class DoNotConform
{
    /// <summary>The words for a number of items.</summary>
    /// <param name="items">How many.</param>
    public static string Of(int items) => items is 1 ? "1 item does not conform" : FormattableString.Invariant($"{items} items do not conform");
}
