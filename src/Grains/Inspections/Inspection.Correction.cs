using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

// What was recorded wrongly is put right: by the head of the section, with the reason; what it counted is taken back and counted anew.
public static partial class Inspection
{
    private static InspectionState? ApplyInCorrection(InspectionState inspection, InspectionEvent happened) => happened switch
    {
        InspectionRecordCorrected e => inspection with
        {
            Record = e.Record,
            Corrections = inspection.Corrections.Add(e.Correction),
            OwedToCase = e.Owed ?? inspection.OwedToCase,
        },
        _ => null,
    };

    private static Decision<InspectionEvent> DecideCorrectInspectionRecord(
        InspectionState inspection, CorrectInspectionRecord command, Circumstances now)
    {
        if (inspection.Record is not { } before)
        {
            return new InspectionNotRecorded(inspection.Status);
        }

        // An end that was entered since, of a day before the visit, does not stand in the way of other corrections.
        var movedTo = command.InspectedOn == before.InspectedOn ? null : command.InspectedOn;
        if ((command.Grounds.Problem() ?? EndProblem(now.Required<InspectionFacts>().Ended?.On, movedTo)
            ?? AfterWhatFollowed(now.Required<InspectionFacts>().FollowedOn, movedTo)) is { } problem)
        {
            return problem;
        }

        // The case that was told of it has it: what is given instead would change nothing, and must not pass as done.
        if (before.CaseNumber is { } linked && FreeText.Given(command.CaseNumber) is { } another
            && DrawnNumber.Parse(Case.Prefix, another, out var number) is null && number != linked)
        {
            return new InvalidInput(
                "caseNumber",
                $"该检查已并入案件{linked}，不能改入其他案件；并错的，请在正确的案件中另行登记检查情况",
                $"The inspection is part of case {linked} and is not moved to another; record its findings in the right case");
        }

        // What followed is not undone: whoever deals with it learns of the correction.
        var (record, owed, refused) = Recorded(inspection, AsRecorded(before, command), now, before.CaseNumber);
        if (refused is not null)
        {
            return refused;
        }

        var right = WithKeptFiles(record!, before, command);
        var followed = now.Required<InspectionFacts>().Followed;
        return right.SaysTheSameAs(before)
            ? Decision<InspectionEvent>.AlreadySo
            : new InspectionRecordCorrected(
                new InspectionCorrection(now.Today, now.Actor.User, before, followed, command.Grounds.Trimmed()), right, owed);
    }

    /// <summary>An order or a case that came of a visit does not come before it.</summary>
    private static InvalidInput? AfterWhatFollowed(DateOnly? followedOn, DateOnly? visitedOn) => visitedOn > followedOn
        ? new InvalidInput(
            "inspectedOn",
            $"检查日{IsoDate.Of(visitedOn.Value)}晚于由此产生的责令或者案件的日期{IsoDate.Of(followedOn.Value)}",
            $"{IsoDate.Of(visitedOn.Value)} is after {IsoDate.Of(followedOn.Value)}, the day of an order or a case that came of the visit")
        : null;

    /// <summary>The record as it would have been given: what the correction leaves out stays as it was.</summary>
    private static RecordInspection AsRecorded(InspectionRecord before, CorrectInspectionRecord command) => new(
        command.Officers ?? before.Officers,
        command.Findings ?? [.. before.Findings.Select(
            finding => new FindingReport(finding.Item, finding.Result, finding.Severity, finding.Note))],
        command.Result ?? before.Result,
        command.Summary ?? before.Summary,
        command.InspectedOn ?? before.InspectedOn,
        command.LeadTo ?? before.LeadTo,
        command.CaseNumber,
        command.IsGuidedToLicence ?? before.IsGuidedToLicence,
        null,
        command.Violation,
        command.Findings is null ? before.ChecklistVersion ?? Checklist.FirstVersion : command.ChecklistVersion);

    // Photos and files stay where they were, unless others are named for the item; what the party signed, it has signed.
    private static InspectionRecord WithKeptFiles(
        InspectionRecord record, InspectionRecord before, CorrectInspectionRecord command) => record with
        {
            Attachments = before.Attachments,
            Signature = before.Signature,
            Findings =
        [
            .. record.Findings.Select((finding, place) =>
                command.Findings is { } given && given[place].Attachments is not null ? finding
                : finding with { Attachments = before.Findings.FirstOrDefault(one => one.Item == finding.Item)?.Attachments ?? [] }),
        ],
            ChecklistVersion = command.Findings is null ? before.ChecklistVersion : record.ChecklistVersion,
        };
}

/// <summary>检查更正. One correction of an inspection's record.</summary>
/// <param name="CorrectedOn">更正日. The day (Asia/Shanghai).</param>
/// <param name="By">更正人. The user name of the head who corrected it.</param>
/// <param name="Before">更正前. What the record said.</param>
/// <param name="Followed">已有后续. The subjects that had followed from it by then: orders, a case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection-correction")]
public sealed record InspectionCorrection(
    DateOnly CorrectedOn, string By, InspectionRecord Before, ImmutableArray<string> Followed, Grounds Grounds);

/// <summary>
/// 更正检查记录. Puts a record right that says something wrong, with the reason; by the head of the section. What is left out stays as it is.
/// Orders and cases that followed stand, and the correction says which there are.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="InspectedOn">检查日. The day it was made (Asia/Shanghai).</param>
/// <param name="Officers">执法人员. Who went, by their user names; two at least.</param>
/// <param name="Findings">检查项目. The whole checklist as it should have been filled in; an item keeps its files where none are named.</param>
/// <param name="Result">处理结果. What is to come of it.</param>
/// <param name="Summary">检查情况. In the officers' words.</param>
/// <param name="LeadTo">移送单位. The agency that a lead is for.</param>
/// <param name="CaseNumber">案件编号. The number of a case that goes on, where the result becomes a case.</param>
/// <param name="IsGuidedToLicence">引导办证. Whether a producer without a licence was guided to apply for one.</param>
/// <param name="Violation">违法行为. Its kind, where the result becomes a case and a new one is opened.</param>
/// <param name="ChecklistVersion">检查表版本. In which wording the items are filled in; left out, the present one.</param>
[GenerateSerializer, Immutable, Alias("inspection.correct-record"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<InspectionNotRecorded, TooFewOfficers, OfficerCannotAct, ChecklistIncomplete>]
[Refuses<FindingsWithoutConsequence, ConsequenceWithoutFindings, InspectedCaseEnded, InspectedIsNoParty, AttachmentNotKept>]
public sealed record CorrectInspectionRecord(
    Grounds Grounds,
    DateOnly? InspectedOn = null,
    [Most(OfficerNames.Most)] ImmutableArray<string>? Officers = null,
    [Most(50)] ImmutableArray<FindingReport>? Findings = null,
    InspectionResult? Result = null,
    [Longest(2000)] string? Summary = null,
    [Longest(200)] string? LeadTo = null,
    string? CaseNumber = null,
    bool? IsGuidedToLicence = null,
    ViolationKind? Violation = null,
    int? ChecklistVersion = null) : InspectionCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>检查记录已更正. A record was put right.</summary>
/// <param name="Correction">更正. What it said before, why and by whom.</param>
/// <param name="Record">检查记录. What it says since.</param>
/// <param name="Owed">待告知案件. What a case is to be told since, or null.</param>
[Alias("inspection.record-corrected")]
public sealed record InspectionRecordCorrected(InspectionCorrection Correction, InspectionRecord Record, CaseOwed? Owed = null)
    : InspectionEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Correction.Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Correction.Grounds.DocumentNumber;

    /// <inheritdoc/>
    public override BilingualText Summary => Record.ChangesFrom(Correction.Before)
        .Summary(new("更正检查记录", "Record corrected"), Correction.Grounds, Followed);

    private (BilingualText What, BilingualText Names)? Followed
    {
        get
        {
            var keys = Correction.Followed.Select(subject => SubjectKeys.Split(subject).Key).ToList();
            return keys.Count == 0 ? null : (new("已有后续", "what has followed"), new(string.Join('、', keys), string.Join(", ", keys)));
        }
    }
}

/// <summary>尚无检查记录. There is no record that could be corrected.</summary>
/// <param name="Status">状态. Where the inspection stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.inspection-not-recorded")]
public sealed record InspectionNotRecorded(InspectionStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该检查现为“{Terms.Of(Status).Chinese}”，没有可以更正的记录",
        $"The inspection is {Terms.Of(Status).English}; it has no record to correct");
}
