using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

public sealed class InspectionTests
{
    internal static readonly (string Name, InspectionState? State)[] States =
    [
        ("(not planned)", null),
        ("Planned", Planned()),
        ("Planned, its day passed", Late()),
        ("Begun on the spot", Begun()),
        ("Recorded", Recorded()),
        ("Recorded, corrected", Tell(Recorded(), On(Some.Today), Correction with { Officers = ["liang", "shao", "third"] })),
        ("Recorded, its case not told", WithCase()),
        ("Cancelled", Cancelled()),
        ("Cancelled, its enterprise ended", Ended()),
    ];

    [Fact]
    public void The_law_table_reads_as_reviewed() => Approved.Law("Inspection", LawTable.Of(Inspection.Concept, On(Some.Today), States));

    [Fact]
    public void Every_status_has_its_rows_in_the_table() =>
        Assert.Equal(Enum.GetValues<InspectionStatus>(), States.Where(state => state.State is not null).Select(state => state.State!.Status).Distinct().Order());

    [Fact]
    public void An_officer_does_not_inspect_alone()
    {
        Assert.Equal(new TooFewOfficers(2, 1), Refused(Planned(), FilledIn with { Officers = ["liang"] }));
        Assert.Equal(new TooFewOfficers(2, 1), Refused(Planned(), FilledIn with { Officers = ["liang", " liang "] }));
        Assert.Equal(new TooFewOfficers(2, 0), Refused(Planned(), FilledIn with { Officers = [] }));
        Assert.Equal(new TooFewOfficers(2, 1), Refused(null, Plan with { Officers = ["liang"] }));
    }

    [Fact]
    public void A_plan_need_not_say_who_goes() => Assert.Empty(Tell(null, On(Some.Today), Plan with { Officers = null }).Plan.Officers);

    [Fact]
    public void Who_goes_must_be_able_to_act_as_an_officer() =>
        Assert.Equal(new OfficerCannotAct("nobody", OfficerBar.NoAccount), Refused(Planned(), FilledIn, On(Some.Today, Facts).With(new OfficersFound(new OfficerCannotAct("nobody", OfficerBar.NoAccount)))));

    [Fact]
    public void Each_of_the_three_areas_is_looked_at()
    {
        Assert.Equal(new ChecklistIncomplete(InspectionArea.CuttingCorners), Refused(Planned(), FilledIn with { Findings = AllConforming[..2] }));
        Assert.Equal(new ChecklistIncomplete(InspectionArea.QualityControl), Refused(Planned(), FilledIn with { Findings = [] }));
    }

    [Fact]
    public void A_day_is_refused_for_what_is_wrong_with_it()
    {
        Assert.Equal("日期9999-12-31不合理，应在1900-01-01至2199-12-31之间", Refused(null, Plan with { PlannedOn = DateOnly.MaxValue })!.Message.Chinese);
        Assert.Equal("计划日不能早于作出计划的日期", Refused(null, Plan with { PlannedOn = Some.Today.AddDays(-1) })!.Message.Chinese);
        Assert.Equal(
            "日期1949-09-30不合理，不能早于1949-10-01", Refused(Planned(), FilledIn with { InspectedOn = new(1949, 9, 30) })!.Message.Chinese);
        Assert.Equal(
            $"日期{Some.Today.AddDays(1):yyyy-MM-dd}晚于今天{Some.Today:yyyy-MM-dd}",
            Refused(Planned(), FilledIn with { InspectedOn = Some.Today.AddDays(1) })!.Message.Chinese);
    }

    [Fact]
    public void What_is_wrong_with_one_item_is_said_with_its_place()
    {
        Assert.Equal("findings[1].note", FieldOf(OneSerious[1] with { Note = new string('长', 1001) }));
        Assert.Equal("findings[1].severity", FieldOf(OneSerious[1] with { Severity = null }));
        Assert.Equal("findings[1].attachments[1].fileName", FieldOf(OneSerious[1] with { Attachments = [new(new string('a', 64), "一.jpg"), new(new string('a', 64), "../二.jpg")] }));
        Assert.Equal("attachments[0].fileName", Wrong(FilledIn with { Attachments = [new(new string('a', 64), "../二.jpg")] }));

        static string FieldOf(FindingReport finding) => Wrong(FilledIn with { Findings = OneSerious.SetItem(1, finding) });
        static string Wrong(RecordInspection command) => Assert.IsType<InvalidInput>(Refused(Planned(), command)).Field;
    }

    [Fact]
    public void Where_production_has_stopped_there_is_nothing_to_look_at() =>
        Assert.Equal(InspectionResult.ProductionStopped, Tell(Planned(), On(Some.Today), FilledIn with { Findings = [], Result = InspectionResult.ProductionStopped }).Record!.Result);

    [Fact]
    public void What_is_wrong_and_not_minor_has_consequences()
    {
        Assert.Equal(new FindingsWithoutConsequence(1), Refused(Planned(), FilledIn with { Findings = OneSerious }));
        var minor = OneSerious.SetItem(1, OneSerious[1] with { Severity = FindingSeverity.Minor });
        Assert.Equal(FindingSeverity.Minor, Tell(Planned(), On(Some.Today), FilledIn with { Findings = minor }).Record!.Worst);
    }

    [Theory]
    [InlineData(InspectionResult.Rectification)]
    [InlineData(InspectionResult.Case)]
    public void Nothing_comes_of_an_inspection_that_found_nothing(InspectionResult result) =>
        Assert.Equal(new ConsequenceWithoutFindings(result), Refused(Planned(), FilledIn with { Result = result }));

    [Fact]
    public void A_case_is_opened_by_what_was_found_or_the_one_that_there_is_is_told()
    {
        var found = FilledIn with { Findings = OneSerious, Result = InspectionResult.Case };
        Assert.Equal("violation", Assert.IsType<InvalidInput>(Refused(Planned(), found)).Field);
        var opened = WithCase();
        Assert.Matches("^AJ-[0-9A-Z]{10}$", opened.Record!.CaseNumber);
        Assert.Equal((ViolationKind.ForgedQualityMark, "officer"), (opened.OwedToCase!.Opens, opened.OwedToCase.By.User));
        var notice = Assert.Single(Inspection.Concept.Deadlines(opened));
        Assert.Equal((Inspection.CaseNotice, opened.OwedToCase.Since), (notice.Kind, notice.DueAt));

        // While it is not known whether the case was told, it stands; told, it is owed no more, also where the case would not have it.
        Assert.Empty(Inspection.Concept.Decided(opened, new InspectionDeadlineReached(notice.Kind, notice.DueAt), On(Some.Today)).Events);
        var told = Assert.IsType<InspectionCaseTold>(Assert.Single(Inspection.Concept.Decided(opened, new InspectionDeadlineReached(notice.Kind, notice.DueAt), On(Some.Today).With(new Answered("case", new CaseNotInStage(CaseStage.Closed)))).Events));
        Assert.Equal((opened.Record.CaseNumber, "CASE_NOT_IN_STAGE"), (told.Case, told.Refused));
        Assert.Empty(Inspection.Concept.Deadlines(Inspection.Apply(opened, told)));

        Assert.Equal(new NotFound("case", "AJ-0000000001"), Refused(Planned(), found with { CaseNumber = "AJ-0000000001" }));
        Assert.Equal(new InspectedCaseEnded("AJ-0000000001", CaseStage.Closed), Refused(Planned(), found with { CaseNumber = "AJ-0000000001" }, On(Some.Today, Facts with { Case = CaseStage.Closed })));
        var linked = Tell(Planned(), On(Some.Today, Facts with { Case = CaseStage.Investigation }), found with { CaseNumber = "aj-0000000001" });

        // What was found at somebody's is no part of the case of somebody else.
        Assert.Equal(
            new InspectedIsNoParty("AJ-0000000001", Some.CreditCode),
            Refused(
                Planned(),
                found with { CaseNumber = "AJ-0000000001" },
                On(Some.Today, Facts with { Case = CaseStage.Investigation, CaseParties = [Some.OtherCreditCode] })));
        Assert.Equal(("AJ-0000000001", null), (linked.Record!.CaseNumber, linked.OwedToCase!.Opens));
        Assert.Equal("caseNumber", Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { CaseNumber = "AJ-0000000001" })).Field);
    }

    [Fact]
    public void A_lead_says_for_whom()
    {
        Assert.Equal("leadTo", Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { Result = InspectionResult.Lead })).Field);
        Assert.Equal("区农业局", Tell(Planned(), On(Some.Today), FilledIn with { Result = InspectionResult.Lead, LeadTo = " 区农业局 " }).Record!.LeadTo);
    }

    [Fact]
    public void An_item_is_filled_in_once_and_says_how_bad_it_is()
    {
        Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { Findings = [.. AllConforming, AllConforming[0]] }));
        Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { Findings = AllConforming.SetItem(0, new(ChecklistItem.KeyMaterials, FindingResult.Nonconforming)), Result = InspectionResult.Rectification }));
    }

    [Fact]
    public void An_attachment_must_have_been_brought_and_is_recorded_with_what_its_bytes_are()
    {
        var hash = new string('a', 64);
        var record = FilledIn with { Attachments = [new AttachmentReference(hash, "现场.jpg")] };
        Assert.Equal(new AttachmentNotKept(hash), Refused(Planned(), record));
        var facts = Facts with { Files = new Dictionary<string, KeptContent> { [hash] = new("image/jpeg", 12) } };
        Assert.Equal(new Attachment(hash, "现场.jpg", "image/jpeg", 12), Assert.Single(Tell(Planned(), On(Some.Today, facts), record).Record!.Attachments));
        Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { Attachments = [new AttachmentReference(hash, "../现场.jpg")] }, On(Some.Today, facts)));
    }

    [Fact]
    public void An_inspection_lies_neither_in_the_future_nor_is_it_planned_for_the_past()
    {
        Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { InspectedOn = Some.Today.AddDays(1) }));
        Assert.IsType<InvalidInput>(Refused(null, Plan with { PlannedOn = Some.Today.AddDays(-1) }));
    }

    [Fact]
    public void A_drawn_inspection_comes_from_a_draw_and_one_by_lead_from_a_lead()
    {
        Assert.IsType<InvalidInput>(Refused(null, Plan with { Basis = InspectionBasis.RandomDraw }));
        Assert.IsType<InvalidInput>(Refused(null, Plan with { Basis = InspectionBasis.Lead }));
        Assert.Equal("群众举报", Tell(null, On(Some.Today), Plan with { Basis = InspectionBasis.Lead, Lead = "群众举报" }).Plan.Lead);
    }

    [Fact]
    public void A_planned_day_that_passes_is_recorded_once_and_does_not_block_the_inspection()
    {
        var late = Late();
        Assert.True(late.IsLate);
        Assert.Empty(Inspection.Concept.Deadlines(late));
        Assert.Empty(Inspection.Concept.Decided(late, new InspectionDeadlineReached(Inspection.Due, ShanghaiTime.EndOf(late.Plan.PlannedOn)), On(Some.Today.AddDays(12))).Events);
        var lapsed = Assert.IsType<InspectionDeadlineLapsed>(Assert.Single(Inspection.Concept.Decided(Planned(), new InspectionDeadlineReached(Inspection.Due, ShanghaiTime.EndOf(late.Plan.PlannedOn)), On(Some.Today.AddDays(30))).Events));
        Assert.Equal(("liang", "INSPECTION", Some.Today.AddDays(11)), (lapsed.Officer, lapsed.Section, lapsed.EffectiveOn));
        Assert.Equal(InspectionStatus.Recorded, Tell(late, On(Some.Today.AddDays(12)), FilledIn).Status);
        Assert.False(Tell(late, On(Some.Today.AddDays(12)), FilledIn with { InspectedOn = late.Plan.LastDay }).IsLate);
        Assert.True(Tell(late, On(Some.Today.AddDays(12)), FilledIn with { InspectedOn = late.Plan.LastDay.AddDays(1) }).IsLate);
    }

    [Fact]
    public void The_forms_count_officers_by_head_and_the_enterprise_by_visit()
    {
        var record = FilledIn with { Findings = OneSerious, Result = InspectionResult.Rectification };
        Assert.Equal(
            [(Measure.OfficersSent, 2), (Measure.EnterprisesInspected, 1), (Measure.LicensedInspected, 1), (Measure.ViolatorsFound, 1), (Measure.LicensedNonconforming, 1)],
            Counted(Planned(), record));
        var unlicensed = Tell(null, On(Some.Today, Facts with { Licences = [] }), Plan);
        Assert.Equal(
            [(Measure.OfficersSent, 2), (Measure.EnterprisesInspected, 1), (Measure.UnlicensedInspected, 1), (Measure.ProducersGuided, 1)],
            Counted(unlicensed, FilledIn with { IsGuidedToLicence = true }));

        static IEnumerable<(Measure, long)> Counted(InspectionState inspection, RecordInspection record)
        {
            var happened = Inspection.Concept.Decided(inspection, record, On(Some.Today)).Events.Single();
            return Inspection.Concept.Tally(inspection, happened, Inspection.Apply(inspection, happened)).Select(fact => (fact.Measure, fact.Amount));
        }
    }

    [Theory]
    [InlineData(InspectionArea.QualityControl, ChecklistItem.KeyMaterials, ChecklistItem.ProcessControl, ChecklistItem.QualitySystem, ChecklistItem.ManagementRules, ChecklistItem.IncomingInspection, ChecklistItem.OutgoingInspection)]
    [InlineData(InspectionArea.PremisesAndEquipment, ChecklistItem.Premises, ChecklistItem.ProductionEquipment, ChecklistItem.TestEquipment, ChecklistItem.LicenceScopeAndMarks)]
    [InlineData(InspectionArea.CuttingCorners, ChecklistItem.MaterialsAndSteps, ChecklistItem.Adulteration)]
    public void Each_item_of_the_checklist_belongs_to_one_of_the_three_areas(InspectionArea area, params ChecklistItem[] items) =>
        Assert.Equal(items.Order(), Enum.GetValues<ChecklistItem>().Where(item => Checklist.AreaOf(item) == area));

    [Fact]
    public void A_plan_records_what_was_said_and_leaves_out_what_does_not_belong_to_its_basis()
    {
        var draw = new DrawRecord(1, 1, 40, 5, new string('0', 64));
        var said = Tell(null, On(Some.Today), Plan with { Section = " QUALITY ", ProductClass = "TEXTILES", Lead = "群众举报", Draw = draw }).Plan;
        Assert.Equal(("QUALITY", "TEXTILES", null, null), (said.Section, said.ProductClass, said.Lead, said.Draw));
        var unsaid = Tell(null, On(Some.Today), Plan).Plan;
        Assert.Equal((Some.Officer.Section, "CLOTHING"), (unsaid.Section, unsaid.ProductClass));
        Assert.Equal(draw, Tell(null, On(Some.Today), Plan with { Basis = InspectionBasis.RandomDraw, Draw = draw }).Plan.Draw);
    }

    [Fact]
    public void An_inspection_may_be_planned_for_today() => Assert.Equal(Some.Today, Tell(null, On(Some.Today), Plan with { PlannedOn = Some.Today }).Plan.PlannedOn);

    [Fact]
    public void A_record_keeps_what_goes_with_its_result_only()
    {
        var said = Tell(Tell(null, On(Some.Today.AddDays(-2)), Plan), On(Some.Today), FilledIn with
        {
            InspectedOn = Some.Today.AddDays(-1),
            Findings = AllConforming.SetItem(0, AllConforming[0] with { Severity = FindingSeverity.Serious }),
            LeadTo = "区农业局",
            IsGuidedToLicence = true, // the enterprise has a licence
        }).Record!;
        Assert.Equal((Some.Today.AddDays(-1), null, null, false), (said.InspectedOn, said.Findings[0].Severity, said.LeadTo, said.IsGuidedToLicence));
        Assert.False(Tell(Tell(null, On(Some.Today, Facts with { Licences = [] }), Plan), On(Some.Today), FilledIn).Record!.IsGuidedToLicence);
        Assert.Equal(Some.Today, Recorded().Record!.InspectedOn);
    }

    [Fact]
    public void The_worst_finding_is_the_inspection_s() => Assert.Equal(
        FindingSeverity.Serious,
        Tell(Planned(), On(Some.Today), FilledIn with
        {
            Findings = OneSerious.SetItem(0, new(ChecklistItem.KeyMaterials, FindingResult.Nonconforming, FindingSeverity.Minor)),
            Result = InspectionResult.Rectification,
        }).Record!.Worst);

    [Fact]
    public void An_inspection_was_made_on_the_day_on_which_it_was_planned_or_later()
    {
        Assert.Equal(Some.Today, Tell(Planned(), On(Some.Today), FilledIn with { InspectedOn = Some.Today }).Record!.InspectedOn);
        Assert.Equal(
            "inspectedOn", Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { InspectedOn = Some.Today.AddDays(-1) })).Field);

        // What was planned before that day was kept has none that binds.
        var old = Planned() with { Plan = Planned().Plan with { MadeOn = null } };
        Assert.Equal(
            new DateOnly(1949, 10, 1), Tell(old, On(Some.Today), FilledIn with { InspectedOn = new(1949, 10, 1) }).Record!.InspectedOn);
    }

    [Fact]
    public void Findings_that_were_not_sent_are_none()
    {
        Assert.Empty(Tell(Planned(), On(Some.Today), FilledIn with { Findings = default, Result = InspectionResult.ProductionStopped }).Record!.Findings);
        Assert.Equal(new ChecklistIncomplete(InspectionArea.QualityControl), Refused(Planned(), FilledIn with { Findings = default }));
    }

    [Fact]
    public void A_file_of_one_item_must_have_been_brought_too()
    {
        var hash = new string('a', 64);
        var record = FilledIn with { Findings = AllConforming.SetItem(2, AllConforming[2] with { Attachments = [new(hash, "现场.jpg")] }) };
        Assert.Equal(new AttachmentNotKept(hash), Refused(Planned(), record));
        var kept = Facts with { Files = new Dictionary<string, KeptContent> { [hash] = new("image/jpeg", 12) } };
        Assert.Equal(new Attachment(hash, "现场.jpg", "image/jpeg", 12), Assert.Single(Tell(Planned(), On(Some.Today, kept), record).Record!.Findings[2].Attachments));
    }

    [Fact]
    public void A_case_is_told_what_the_inspection_found()
    {
        var opened = Tell(Tell(null, On(Some.Today), Plan with { ProductClass = "TEXTILES" }), On(Some.Today), FilledIn with { Findings = OneSerious, Result = InspectionResult.Case, Violation = ViolationKind.ForgedQualityMark });
        var owed = Inspection.Concept.Owes(opened)!;
        var lead = Assert.IsType<RecordLead>(owed.Command);
        Assert.Equal($"检查发现{Terms.Of(ViolationKind.ForgedQualityMark).Chinese}案", lead.Title);
        Assert.Equal((ViolationKind.ForgedQualityMark, LeadSource.Inspection, Some.Today, "未发现问题", opened.Number), (lead.Violation, lead.Source, lead.ReceivedOn, lead.Facts, lead.SourceReference));
        Assert.Equal(Some.CreditCode, lead.EnterpriseCreditCode);
        Assert.Equal(["TEXTILES"], lead.ProductClasses);
        Assert.False(lead.HarmsSafety);
        Assert.Equal(opened.Record!.Officers, lead.Inspectors);
        Assert.Equal(opened.OwedToCase!.Since, owed.Since);

        var unclassed = Tell(Tell(null, On(Some.Today, Facts with { EnterpriseProductClass = null }), Plan), On(Some.Today), FilledIn with { Findings = OneSerious, Result = InspectionResult.Case, Violation = ViolationKind.ForgedQualityMark });
        Assert.Empty(Assert.IsType<RecordLead>(Inspection.Concept.Owes(unclassed)!.Command).ProductClasses);

        // Where there is a case already, it is that one that is told, also where a kind of violation was said.
        var linked = Tell(Planned(), On(Some.Today, Facts with { Case = CaseStage.Investigation }), FilledIn with { Findings = OneSerious, Result = InspectionResult.Case, Violation = ViolationKind.ForgedQualityMark, CaseNumber = "AJ-0000000001" });
        Assert.Equal(new LinkInspection(linked.Number, linked.Record!.Officers), Inspection.Concept.Owes(linked)!.Command);
    }

    [Fact]
    public void A_deadline_is_met_at_its_instant_and_not_before()
    {
        var due = ShanghaiTime.EndOf(Planned().Plan.PlannedOn);
        Assert.Empty(Inspection.Concept.Decided(Planned(), new InspectionDeadlineReached(Inspection.Due, due), At(due.AddTicks(-1))).Events);
        Assert.IsType<InspectionDeadlineLapsed>(Assert.Single(Inspection.Concept.Decided(Planned(), new InspectionDeadlineReached(Inspection.Due, due), At(due)).Events));
    }

    [Fact]
    public void Who_takes_work_over_says_why_in_words_without_spaces_around_them()
    {
        var unassigned = Tell(null, On(Some.Today), Plan with { Officers = null });
        var taken = Inspection.Concept.Decided(unassigned, new MoveInspectionWork(Some.Officer.User, "third", Some.Grounds with { Reason = " 调岗 " }), On(Some.Today)).Events;
        Assert.Equal("调岗", Assert.IsType<InspectionTakenOver>(Assert.Single(taken)).Grounds.Reason);
    }

    [Theory]
    [InlineData(InspectionResult.None, 0)]
    [InlineData(InspectionResult.Rectification, 1)]
    [InlineData(InspectionResult.Case, 1)]
    [InlineData(InspectionResult.Lead, 1)]
    public void Whoever_has_to_put_right_or_is_pursued_is_counted_as_a_violator(InspectionResult result, int violators)
    {
        var record = FilledIn with
        {
            Findings = result is InspectionResult.None ? AllConforming : OneSerious,
            Result = result,
            LeadTo = result is InspectionResult.Lead ? "区农业局" : null,
            Violation = result is InspectionResult.Case ? ViolationKind.ForgedQualityMark : null,
        };
        var happened = Inspection.Concept.Decided(Planned(), record, On(Some.Today)).Events.Single();
        Assert.Equal(violators, Inspection.Concept.Tally(Planned(), happened, Inspection.Apply(Planned(), happened)).Count(fact => fact.Measure is Measure.ViolatorsFound));
    }

    [Theory]
    [InlineData(CaseStage.NotFiled, true)]
    [InlineData(CaseStage.Closed, true)]
    [InlineData(CaseStage.Withdrawn, true)]
    [InlineData(CaseStage.Lead, false)]
    [InlineData(CaseStage.Execution, false)]
    [InlineData(CaseStage.Transferred, false)]
    public void Findings_belong_to_a_case_that_goes_on(CaseStage stage, bool hasEnded) => Assert.Equal(
        hasEnded ? new InspectedCaseEnded("AJ-0000000001", stage) : null,
        Refused(Planned(), FilledIn with { Findings = OneSerious, Result = InspectionResult.Case, CaseNumber = "AJ-0000000001" }, On(Some.Today, Facts with { Case = stage })));

    [Fact]
    public void The_number_of_a_case_is_read_and_one_that_is_opened_follows_from_the_inspection()
    {
        var found = FilledIn with { Findings = OneSerious, Result = InspectionResult.Case, Violation = ViolationKind.ForgedQualityMark };
        Assert.Equal("caseNumber", Assert.IsType<InvalidInput>(Refused(Planned(), found with { CaseNumber = "AJ-1" })).Field);

        // Recorded again under another command, after the first was never answered, it is the same case.
        var again = On(Some.Today);
        Assert.Equal(WithCase().Record!.CaseNumber, Tell(Planned(), again with { Actor = again.Actor with { CommandId = new Guid("11111111-1111-1111-1111-111111111111") } }, found).Record!.CaseNumber);
    }
}

internal sealed class InspectionStates() : SampleStates<InspectionState, InspectionCommand, InspectionEvent>(Inspection.Concept)
{
    public override IReadOnlyList<(string Name, InspectionState? State)> States => InspectionTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", On(Some.Today))];
}
