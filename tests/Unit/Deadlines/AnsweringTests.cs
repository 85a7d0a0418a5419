using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.CampaignTasks;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using Tasks = ShuangDa.Grains.CampaignTasks.CampaignTaskDeadlines;

namespace ShuangDa.Tests.Unit.Deadlines;

/// <summary>
/// 谁逾期谁负责. Every term of every concept with whom its lapse is noted against: it is the one whose step it was, and no other. Whoever adds a
/// term says it here.
/// </summary>
public sealed class AnsweringTests
{
    private const string Officer = "INSPECTION officer";
    private const string Head = "INSPECTION LEADER";
    private const string Legal = "SUPERVISION LEGAL";
    private const string Chair = "SUPERVISION chair";
    private const string SectionHead = "INSPECTION SECTION_HEAD";
    private const string Police = "police police";

    // The clock's own step, the party's or another authority's: nothing lapses against anybody of the bureau.
    private const string Nobody = "";

    /// <summary>Of a case, where nothing of it waits for approval and somebody was named to preside.</summary>
    public static TheoryData<string, string> OfCases { get; } = new()
    {
        { CaseDeadlines.Filing, Officer },
        { CaseDeadlines.Decision, Officer },
        { CaseDeadlines.Seizure, Officer },
        { CaseDeadlines.Preservation, Officer },
        { CaseDeadlines.MeasureApproval, Officer },
        { CaseDeadlines.LegalReview, Legal },
        { CaseDeadlines.Statement, Nobody }, // the party's right
        { CaseDeadlines.HearingChair, Legal },
        { CaseDeadlines.HearingFile, Officer },
        { CaseDeadlines.HearingDate, Chair },
        { CaseDeadlines.HearingPublication, Chair },
        { CaseDeadlines.HearingReport, Chair },
        { CaseDeadlines.Correction, Nobody }, // the party's duty
        { CaseDeadlines.SpotReport, Officer },
        { CaseDeadlines.SpotCash, Officer },
        { CaseDeadlines.Service, Officer },
        { CaseDeadlines.Payment, Officer }, // the party pays; the officer urges it, and the case counts as late by it nowhere
        { CaseDeadlines.Publication, Legal },
        { CaseDeadlines.CourtEnforcement, Officer },
        { CaseDeadlines.PublicationWithdrawal, Legal },
        { CaseDeadlines.PublicationEnd, Nobody }, // the clock ends it
        { CaseDeadlines.Refund, Officer },
        { CaseDeadlines.GoodsReturn, Officer },
        { CaseDeadlines.Closing, Officer },
        { CaseDeadlines.TransferOpening, Officer },
        { CaseDeadlines.Competence, Officer },
        { CaseDeadlines.Designation, Nobody }, // the superior's time
        { CaseDeadlines.JudgmentInquiry, Officer },
    };

    /// <summary>Of a transfer.</summary>
    public static TheoryData<string, string> OfTransfers { get; } = new()
    {
        { CrimeTransferDeadlines.TaskGroup, Officer },
        { CrimeTransferDeadlines.Decision, Head }, // 移送规定 第五条
        { CrimeTransferDeadlines.Sending, Officer },
        { CrimeTransferDeadlines.PoliceForwarding, Police },
        { CrimeTransferDeadlines.PoliceDecision, Police },
        { CrimeTransferDeadlines.ReconsiderationRequest, Officer },
        { CrimeTransferDeadlines.ReconsiderationDecision, Police },
        { CrimeTransferDeadlines.SupervisionRequest, Officer },
        { CrimeTransferDeadlines.Supervision, Officer }, // the bureau's own term to ask what became of it
        { CrimeTransferDeadlines.HandingOver, Officer },
        { CrimeTransferDeadlines.ProsecutorsCopy, Officer },
        { CrimeTransferDeadlines.PenaltyCopies, Officer },
        { CrimeTransferDeadlines.EarlyIntervention, Police },
    };

    // Each is asked below; a report that is missing is the section's that says nothing (DailyReportTests).
    private static readonly string[] OfOthers =
    [
        RectificationDeadlines.Due, RectificationDeadlines.Reinspection, RectificationDeadlines.MeasureDecision,
        RectificationDeadlines.Answer, Inspection.Due, Tasks.Due, Tasks.Review, "daily-report.due", "den.first-act", // DenFirstActTests
    ];

    // What the program does by itself at its time, or tells another subject: nobody can be late with it.
    private static readonly string[] OfTheProgram =
    [
        "case.join-notice", "case.licence-notice", "case.service-notice", "crime-transfer.case-notice", "daily-report.collection",
        "daily-report.freeze", "daily-report.next-notice", "den.inspection-news", "den.order-news", "enterprise.inspection-news",
        "enterprise.licence-news", "enterprise.order-news", "inspection.case-notice", "licence.deregistration-proposal", "licence.expiry",
        "licence.notice", "licence.start", "licence.suspension-end", "rectification.another-look", "rectification.licence-change",
    ];

    [Fact]
    public void Every_term_of_every_concept_says_whose_it_is() => Assert.Equal(
        from type in typeof(DeadlineAttribute).Assembly.GetTypes()
        from field in type.GetFields()
        where field.GetCustomAttribute<DeadlineAttribute>() is { IsWarning: false }
        let kind = (string)field.GetRawConstantValue()!
        orderby kind
        select kind,
        OfCases.Concat(OfTransfers).Select(row => row.Data.Item1).Concat(OfOthers).Concat(OfTheProgram).Order());

    [Theory]
    [MemberData(nameof(OfCases))]
    public void A_term_of_a_case_lapses_against_whose_step_it_was(string kind, string answering)
    {
        var tale = CaseTale.Notified().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        var item = kind is CaseDeadlines.Preservation or CaseDeadlines.MeasureApproval or CaseDeadlines.Seizure ? 1 : 0;
        var state = tale.Case with
        {
            Rights = tale.Case.Rights! with { Chair = "chair" },
            Clocks = [Due(kind, CaseDeadlines.Rules[kind], item, tale.Now)],
        };
        var happened = Case.Concept.Decided(state, new CaseDeadlineReached(kind, tale.Now), tale.Circumstances).Events;
        Assert.NotEmpty(happened);
        Assert.Equal(
            answering is Nobody ? [] : [answering],
            happened.OfType<CaseDeadlineLapsed>().Select(lapsed => $"{lapsed.Lapse.Section} {lapsed.Lapse.Officer}").Distinct());
    }

    [Theory]
    [MemberData(nameof(OfTransfers))]
    public void A_term_of_a_transfer_lapses_against_whose_step_it_was(string kind, string answering)
    {
        var tale = CrimeTransferTale.Received();
        var state = tale.Transfer with { Clocks = [Due(kind, kind, 0, tale.Now)] };
        var now = new Circumstances(Some.Officer, tale.Now, WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }.WithLists();
        var happened = CrimeTransfer.Concept.Decided(state, new CrimeTransferDeadlineReached(kind, tale.Now), now).Events;
        Assert.Equal(
            [answering],
            happened.OfType<TransferDeadlineLapsed>().Select(lapsed => $"{lapsed.Lapse.Section} {lapsed.Lapse.Officer}").Distinct());
    }

    /// <summary>程序规定 第十八条、第六十条: what lies before the head is the head's to decide, and no officer's fault.</summary>
    [Fact]
    public void What_waits_for_approval_lapses_against_the_head_and_those_who_may_decide_it_are_told()
    {
        var filing = CaseTale.Of().Propose(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
        Waits(filing, CaseDeadlines.Filing, "FILING");
        var decision = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Waits(decision.Propose(CaseTale.Decision(20_000_00), CaseTale.Head), CaseDeadlines.Decision, "PENALTY");
        var longer = CaseTale.Filed().Propose(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds), CaseTale.Head);
        Waits(longer, CaseDeadlines.Decision, "EXTENSION");
        var onTheSpot = CaseTale.Filed().Propose(
            new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true));
        Waits(onTheSpot, CaseDeadlines.MeasureApproval, "MEASURE");
        var release = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Propose(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds));
        Waits(release, CaseDeadlines.Seizure, "MEASURE");

        // Sent back, it is the officer's again.
        var returned = CaseTale.Of().Propose(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head)
            .Propose(new ReturnCaseStep(1, "请补充线索来源"), CaseTale.Leader);
        Assert.Equal(Officer, LapsedOf(returned, CaseDeadlines.Filing));

        static void Waits(CaseTale tale, string kind, string step)
        {
            var waiting = tale.Case;
            Assert.Equal(Head, LapsedOf(tale, kind));
            var lapsed = tale.Journal.OfType<CaseDeadlineLapsed>().Single(one => one.Lapse.Kind == kind);
            Assert.Equal(
                [new Notice(NotificationKind.Late, Addressee.Holding(Roles.Leader) with { Deputies = step }, kind)],
                Case.Concept.Notices(null, lapsed, waiting));
        }
    }

    [Fact]
    public void Before_somebody_is_named_to_preside_the_legal_section_answers_for_the_hearing()
    {
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(Legal, LapsedOf(tale, CaseDeadlines.HearingChair));
    }

    /// <summary>三〔三〕: the hotline takes leads in; what becomes of one proposes the section that has it.</summary>
    [Theory]
    [InlineData("INSPECTION", SectionHead)]
    [InlineData(null, " LEADER")]
    public void A_lead_that_the_hotline_took_in_lapses_against_the_head_of_the_section_and_not_against_the_hotline(
        string? section, string answering)
    {
        var hotline = new Actor("hotline", Roles.Hotline, section, null, Guid.Empty);
        var lead = new RecordLead(
            "某厂涉嫌售假", ViolationKind.AdulterationOrSubstandard, LeadSource.Report, Some.Today, "群众举报", null, null, Some.CreditCode,
            PartyKind.Enterprise, "某厂", null, ["COATINGS"], null, false);
        Assert.Equal(answering, LapsedOf(new CaseTale().Do(lead, hotline), CaseDeadlines.Filing));

        // Whoever takes it over has it, and an officer who recorded it.
        var taken = new CaseTale().Do(lead, hotline);
        taken.Do(new MoveCaseWork("hotline", "officer", Some.Grounds), CaseTale.Leader);
        Assert.Equal($"{section} officer", LapsedOf(taken, CaseDeadlines.Filing));
        Assert.Equal("INSPECTION officer", LapsedOf(new CaseTale().Do(lead), CaseDeadlines.Filing));
    }

    [Fact]
    public void Whether_a_measure_is_taken_lapses_against_the_head_of_the_section_and_a_reinspection_against_the_officer()
    {
        Assert.Equal(SectionHead, Of(SomeRectification.Failed(), RectificationDeadlines.MeasureDecision));
        Assert.Equal(Officer, Of(SomeRectification.Reported(), RectificationDeadlines.Reinspection));

        // The day of an order is the enterprise's, and an answer another authority's.
        Assert.Empty(SomeRectification.Lapse(SomeRectification.Ordered(), RectificationDeadlines.Due).Lapses);
        Assert.Empty(SomeRectification.Lapse(SomeRectification.WithdrawalRequested(), RectificationDeadlines.Answer).Lapses);

        static string Of(RectificationState order, string kind)
        {
            var lapse = Assert.Single(SomeRectification.Lapse(order, kind).Lapses);
            return $"{lapse.Section} {lapse.Officer}";
        }
    }

    [Fact]
    public void A_planned_day_lapses_against_who_was_to_go()
    {
        var planned = SomeInspection.Planned();
        var due = Inspection.Concept.Deadlines(planned).Single(open => open.Kind == Inspection.Due);
        var happened = Inspection.Concept.Decided(
            planned, new InspectionDeadlineReached(due.Kind, due.DueAt), SomeInspection.At(due.DueAt)).Events;
        var lapsed = Assert.IsType<InspectionDeadlineLapsed>(Assert.Single(happened));
        Assert.Equal(("INSPECTION", "liang"), (lapsed.Section, lapsed.Officer));
    }

    [Fact]
    public void A_task_is_its_lead_sections_and_to_look_at_it_the_offices()
    {
        var task = CampaignTaskTests.HandedIn();
        Assert.Equal([Addressee.Holding(Roles.SectionHead, task.LeadSection)], Told(new CampaignTaskFellLate(Some.Today)));
        Assert.Equal([Addressee.Holding(CampaignTask.Office)], Told(new CampaignTaskReviewLapsed(Some.Today)));

        IEnumerable<Addressee> Told(CampaignTaskEvent happened) =>
            CampaignTask.Concept.Notices(task, happened, task).Select(notice => notice.To);
    }

    [Fact]
    public void An_office_that_answers_is_told_as_an_office()
    {
        Assert.Equal([Addressee.Holding(Roles.SectionHead, "A")], To("SECTION_HEAD", "A"));
        Assert.Equal([Addressee.Holding(Roles.Leader)], To("LEADER", "A"));
        Assert.Equal([Addressee.Holding(Roles.Legal) with { WithHeads = true }], To("LEGAL", "SUPERVISION"));
        Assert.Equal([Addressee.Person("officer"), Addressee.Holding(Roles.SectionHead, "A")], To("officer", "A"));
        Assert.Equal([Addressee.Person("officer"), Addressee.Holding(Roles.Leader)], To("officer", null));

        static IEnumerable<Addressee> To(string officer, string? section) =>
            Notice.OfLapse(officer, section, CaseDeadlines.Decision).Select(notice => notice.To);
    }

    // When the clock has come to a term: against whom it is noted.
    private static string LapsedOf(CaseTale tale, string kind)
    {
        tale.At(tale.Clock(kind, tale.Case.Clocks.First(clock => clock.Kind == kind).Item).DueAt!.Value).ClockRuns();
        var lapse = Assert.Single(tale.Case.Lapses, one => one.Kind == kind);
        return $"{lapse.Section} {lapse.Officer}";
    }

    private static RunningClock Due(string kind, string rule, int item, DateTimeOffset at) => new()
    {
        Kind = kind,
        Item = item,
        Clock = new StatutoryClock { RuleId = rule, StartedAt = at.AddYears(-1) },
        DueAt = at,
        IsWarned = true,
    };
}
