using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.CampaignTasks;

/// <summary>A task of a campaign is assigned to a section, accepted, handed in, sent back to be put right, done.</summary>
public sealed class CampaignTaskTests
{
    internal const string Number = "RW-0000000001";
    internal const string Lead = "QUALITY";

    internal static readonly AssignCampaignTask Assign = new(
        "SD2026",
        "对辖区重点产品获证生产企业进行一次全面检查",
        "通知二〔二〕",
        Lead,
        Some.Today.AddDays(30),
        ["INSPECTION"],
        ["PUBLIC_SECURITY"],
        "覆盖率100%");

    [Fact]
    public void Every_command_in_every_state_has_the_outcome_that_was_reviewed() =>
        Approved.Law("CampaignTask", LawTable.Of(CampaignTask.Concept, Head(), [.. new CampaignTaskStates().States]));

    [Fact]
    public void It_names_a_campaign_that_goes_on_a_section_and_a_day_within_the_campaign()
    {
        Assert.Equal("campaign", Problem(null, Assign with { Campaign = " " }).Field);
        Assert.Equal("campaign", Problem(null, Assign, Office().With(CampaignFound.None)).Field);
        Assert.Equal("text", Problem(null, Assign with { Text = "" }).Field);
        Assert.Equal("basis", Problem(null, Assign with { Basis = "" }).Field);
        Assert.Equal("leadSection", Problem(null, Assign with { LeadSection = " " }).Field);
        Assert.Equal("leadSection", Problem(null, Assign, Office().WithLists(isOpen: false)).Field);
        Assert.Equal("partnerSections", Problem(null, Assign with { PartnerSections = ["INSPECTION", Lead] }).Field);
        Assert.Equal("partnerAgencies", Problem(null, Assign, Office().With(Some.Lists(null))).Field);
        Assert.Equal("dueOn", Problem(null, Assign with { DueOn = Some.Today.AddDays(-1) }).Field);
        Assert.Equal("dueOn", Problem(null, Assign with { DueOn = Some.Today.AddDays(201) }).Field);
        var toCome = Office().With(new CampaignFound(IsOpen: true, From: Assign.DueOn.AddDays(1)));
        Assert.Equal("dueOn", Problem(null, Assign, toCome).Field);
        var assigned = Assigned(Assign with { DueOn = Some.Today.AddDays(200), PartnerSections = ["INSPECTION", "INSPECTION "] });
        Assert.Equal("INSPECTION", Assert.Single(assigned.PartnerSections));
        Assert.Equal((8, CampaignTaskStatus.Assigned), (assigned.Serial, assigned.Status));
    }

    [Fact]
    public void It_has_a_number_of_tasks_and_a_day_that_can_be_meant()
    {
        Assert.Equal(Number, Assigned(Assign).Number);
        Assert.NotNull(Refusal(null, Assign, Office() with { Key = "AJ-0000000001" }));
        var endless = Office().With(new CampaignFound(IsOpen: true));
        Assert.Equal("dueOn", Problem(null, Assign with { DueOn = new DateOnly(2200, 1, 1) }, endless).Field);
        Assert.Equal(Some.Today, Assigned(Assign with { DueOn = Some.Today }).DueOn);
    }

    [Fact]
    public void Of_several_partners_that_are_in_no_list_the_first_section_is_told_before_any_agency()
    {
        var none = Office().With(new ListedFound((list, given) =>
            given == Lead ? new Section { Code = Lead, Name = Lead } : null));
        var wrong = Problem(null, Assign with { PartnerSections = ["FIRST", "SECOND"] }, none);
        Assert.Equal("partnerSections", wrong.Field);
        Assert.Contains("FIRST", wrong.Problem, StringComparison.Ordinal);
        Assert.Equal("partnerAgencies", Problem(null, Assign with { PartnerSections = [] }, none).Field);
    }

    [Fact]
    public void The_head_of_the_section_that_leads_accepts_it_and_hands_it_in()
    {
        var assigned = Assigned(Assign);
        var other = Head(section: "FOOD");
        Assert.Equal(Lead, Assert.IsType<NotInCharge>(Refusal(assigned, new AcceptCampaignTask(), other)).Section);
        Assert.IsType<CampaignTaskNotOpen>(Refusal(assigned, new HandInCampaignTask("已完成"), Head()));
        var accepted = Told(assigned, Head(), new AcceptCampaignTask());
        Assert.Equal((Some.Today, "head"), (accepted.AcceptedOn, accepted.AcceptedBy));
        Assert.Empty(CampaignTask.Concept.Decided(accepted, new AcceptCampaignTask(), Head()).Events);
        Assert.IsType<NotInCharge>(Refusal(accepted, new HandInCampaignTask("已完成"), other));
        Assert.Equal("text", Problem(accepted, new HandInCampaignTask(" "), Head()).Field);
        Assert.IsType<AttachmentNotKept>(Refusal(
            accepted, new HandInCampaignTask("已完成", [new AttachmentReference(new string('a', 64), "检查记录.pdf")]), Head()));
        var handedIn = Told(accepted, Head(), new HandInCampaignTask("已检查42家"));
        var report = Assert.Single(handedIn.Reports);
        Assert.Equal(("已检查42家", false, Some.Today.AddDays(7)), (report.Text, report.IsLate, handedIn.ReviewBy));
    }

    [Fact]
    public void What_does_not_do_is_put_right_by_a_new_day_and_what_does_is_done()
    {
        var handedIn = HandedIn();
        Assert.Equal("reason", Problem(handedIn, new ReturnCampaignTask("", Some.Today.AddDays(5))).Field);
        Assert.Equal("dueOn", Problem(handedIn, new ReturnCampaignTask("缺少检查记录", Some.Today.AddDays(-1))).Field);
        Assert.Equal("dueOn", Problem(handedIn, new ReturnCampaignTask("缺少检查记录", Some.Today.AddDays(201))).Field);
        var returned = Told(handedIn, Office(), new ReturnCampaignTask("缺少检查记录", Some.Today.AddDays(5)));
        Assert.Equal(
            (CampaignTaskStatus.Returned, Some.Today.AddDays(5), Some.Today.AddDays(30), null),
            (returned.Status, returned.DueOn, returned.Returns[0].DueBefore, returned.ReviewBy));
        var again = Told(returned, Head(), new HandInCampaignTask("已补充检查记录"));
        Assert.Equal(2, again.Reports.Length);
        var done = Told(again, Office(), new ConfirmCampaignTask("同意"));
        Assert.Equal((CampaignTaskStatus.Done, "同意", Some.Today, false), (done.Status, done.Remark, done.EndedOn, done.IsOpen));
        Assert.IsType<CampaignTaskNotOpen>(Refusal(done, new WithdrawCampaignTask("不再需要"), Office()));
    }

    [Fact]
    public void What_is_withdrawn_stays_in_the_table_and_owes_nothing()
    {
        var assigned = Assigned(Assign);
        Assert.Equal("reason", Problem(assigned, new WithdrawCampaignTask(" ")).Field);
        var withdrawn = Told(assigned, Office(), new WithdrawCampaignTask("并入另一任务"));
        Assert.Empty(CampaignTaskDeadlines.Of(withdrawn));
        Assert.Null(withdrawn.Awaits);
        Assert.Empty(CampaignTask.Concept.Decided(withdrawn, new WithdrawCampaignTask("并入另一任务"), Office()).Events);
        Assert.IsType<CampaignTaskNotOpen>(Refusal(withdrawn, new AcceptCampaignTask(), Head()));
    }

    [Fact]
    public void The_section_is_warned_and_late_after_its_day()
    {
        var assigned = Assigned(Assign);
        Assert.Equal(
            [(CampaignTaskDeadlines.Due, Lead), (CampaignTaskDeadlines.Warning, Lead)],
            CampaignTaskDeadlines.Of(assigned).Select(open => (open.Kind, open.Section!)));
        Assert.Equal(Some.Today.AddDays(20), assigned.WarnOn);
        var warned = Due(assigned, CampaignTaskDeadlines.Warning);
        Assert.Null(warned.WarnOn);
        Assert.Equal(CampaignTaskDeadlines.Due, Assert.Single(CampaignTaskDeadlines.Of(warned)).Kind);
        var late = Due(warned, CampaignTaskDeadlines.Due);
        Assert.Equal((true, CampaignTaskAwaits.LeadSection), (late.IsLate, late.Awaits));
        Assert.Empty(CampaignTaskDeadlines.Of(late));

        // Late, it is accepted and handed in all the same.
        var after = Some.Today.AddDays(31);
        var handedIn = Told(late, Head(after), new AcceptCampaignTask(), new HandInCampaignTask("已完成"));
        Assert.True(handedIn.Reports[0].IsLate);
        Assert.True(handedIn.IsLate);
        Assert.False(Told(handedIn, Office(after), new ReturnCampaignTask("缺少记录", after.AddDays(3))).IsLate);
    }

    [Fact]
    public void What_is_handed_in_on_its_last_day_is_in_time()
    {
        var last = Some.Today.AddDays(30);
        var handedIn = Told(Assigned(Assign), Head(last), new AcceptCampaignTask(), new HandInCampaignTask("已完成"));
        Assert.False(handedIn.Reports[0].IsLate);
        Assert.False(handedIn.IsLate);
    }

    [Fact]
    public void What_is_handed_in_the_day_after_is_late_though_no_clock_has_said_so()
    {
        var after = Some.Today.AddDays(31);
        var handedIn = Told(Assigned(Assign), Head(after), new AcceptCampaignTask(), new HandInCampaignTask("已完成"));
        Assert.True(handedIn.Reports[0].IsLate);
        Assert.True(handedIn.IsLate);
    }

    /// <summary>What falls late has done so on the first day after its last.</summary>
    [Fact]
    public void A_term_that_is_over_is_missed_on_the_day_after()
    {
        var (assigned, handedIn) = (Assigned(Assign), HandedIn());
        Assert.Equal(Some.Today.AddDays(31), MissedOn(assigned, CampaignTaskDeadlines.Due));
        Assert.Equal(Some.Today.AddDays(8), MissedOn(handedIn, CampaignTaskDeadlines.Review));

        static DateOnly? MissedOn(CampaignTaskState state, string kind) =>
            Assert.Single(CampaignTask.Concept.Decided(state, Reached(state, kind), Ages).Events).EffectiveOn;
    }

    [Fact]
    public void The_office_has_five_working_days_to_look_at_it_and_still_can_when_they_are_over()
    {
        var handedIn = HandedIn();
        var review = Assert.Single(CampaignTaskDeadlines.Of(handedIn));
        Assert.Equal((CampaignTaskDeadlines.Review, null), (review.Kind, review.Section));
        var lapsed = Due(handedIn, CampaignTaskDeadlines.Review);
        Assert.Null(lapsed.ReviewBy);
        Assert.Equal(CampaignTaskAwaits.Office, lapsed.Awaits);
        Assert.Equal(CampaignTaskStatus.Done, Told(lapsed, Office(), new ConfirmCampaignTask()).Status);
    }

    [Fact]
    public void A_clock_that_comes_early_or_for_nothing_changes_nothing()
    {
        var assigned = Assigned(Assign);
        var due = CampaignTaskDeadlines.Of(assigned)[0];
        Assert.Empty(CampaignTask.Concept.Decided(
            assigned, new CampaignTaskDeadlineReached(due.Kind, due.DueAt), Office(Some.Today)).Events);
        Assert.Empty(CampaignTask.Concept.Decided(
            assigned, new CampaignTaskDeadlineReached(due.Kind, due.DueAt.AddDays(-1)), Office(Some.Today.AddDays(60))).Events);
    }

    [Fact]
    public void Those_whom_it_waits_for_are_told()
    {
        var assigned = Assigned(Assign);
        var head = Addressee.Holding(Roles.SectionHead, Lead);
        var handedIn = HandedIn();
        Assert.Equal([(NotificationKind.Assigned, head)], Notices(null, Assign, Office()));
        Assert.Equal([(NotificationKind.Waiting, Addressee.Holding(Roles.Legal))], Notices(Told(assigned, Head(), new AcceptCampaignTask()),
            new HandInCampaignTask("已完成"), Head()));
        Assert.Equal([(NotificationKind.Returned, head)], Notices(handedIn, new ReturnCampaignTask("缺少记录", Some.Today), Office()));
        Assert.Equal([(NotificationKind.Answered, head)], Notices(handedIn, new ConfirmCampaignTask(), Office()));
        Assert.Equal([(NotificationKind.Due, head)], Notices(assigned, Reached(assigned, CampaignTaskDeadlines.Warning), Ages));
        Assert.Equal([(NotificationKind.Late, head)], Notices(assigned, Reached(assigned, CampaignTaskDeadlines.Due), Ages));
        Assert.Equal(
            [(NotificationKind.Late, Addressee.Holding(CampaignTask.Office))],
            Notices(handedIn, Reached(handedIn, CampaignTaskDeadlines.Review), Ages));
    }

    internal static Circumstances Head(DateOnly? day = null, string section = Lead) =>
        As(new Actor("head", Roles.SectionHead, section, null, Guid.Empty), day);

    internal static Circumstances Office(DateOnly? day = null) => As(new Actor("legal", Roles.Legal, null, null, Guid.Empty), day);

    internal static CampaignTaskState Assigned(AssignCampaignTask command) => Told(null, Office(), command);

    internal static CampaignTaskState HandedIn() =>
        Told(Assigned(Assign), Head(), new AcceptCampaignTask(), new HandInCampaignTask("已检查42家"));

    internal static CampaignTaskState Due(CampaignTaskState state, string kind) => Told(state, Ages, Reached(state, kind));

    internal static CampaignTaskState Told(CampaignTaskState? state, Circumstances now, params ReadOnlySpan<CampaignTaskCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = CampaignTask.Concept.Decided(state, command, now);
            Assert.Null(decision.Refusal);
            state = decision.Events.Aggregate(state, (folded, happened) => CampaignTask.Apply(folded, happened));
            Assert.Empty(CampaignTask.Check(state!));
        }

        return state!;
    }

    private static Circumstances Ages => Office(Some.Today.AddDays(60));

    private static CampaignTaskDeadlineReached Reached(CampaignTaskState state, string kind) =>
        new(kind, CampaignTaskDeadlines.Of(state).Single(open => open.Kind == kind).DueAt);

    private static Circumstances As(Actor actor, DateOnly? day) =>
        new Circumstances(actor, Some.TenOClock(day ?? Some.Today), WorkingCalendar.BuiltIn) { Key = Number }
            .WithLists()
            .With(new CampaignFound(IsOpen: true, Until: Some.Today.AddDays(200)))
            .With(new LastSerialFound(7))
            .With(new TaskEvidenceFound(new Dictionary<string, KeptContent>()));

    private static IEnumerable<(NotificationKind, Addressee)> Notices(
        CampaignTaskState? state, CampaignTaskCommand command, Circumstances now)
    {
        var happened = Assert.Single(CampaignTask.Concept.Decided(state, command, now).Events);
        return CampaignTask.Concept.Notices(state, happened, CampaignTask.Apply(state, happened))
            .Select(notice => (notice.Kind, notice.To));
    }

    private static Refusal? Refusal(CampaignTaskState? state, CampaignTaskCommand command, Circumstances now) =>
        CampaignTask.Concept.Decided(state, command, now).Refusal;

    private static InvalidInput Problem(CampaignTaskState? state, CampaignTaskCommand command, Circumstances? now = null) =>
        Assert.IsType<InvalidInput>(Refusal(state, command, now ?? Office()));
}

internal sealed class CampaignTaskSamples : ICommandSamples
{
    public IEnumerable<Command> All =>
    [
        CampaignTaskTests.Assign,
        new AcceptCampaignTask(),
        new HandInCampaignTask("已检查42家"),
        new ReturnCampaignTask("缺少检查记录", Some.Today.AddDays(5)),
        new ConfirmCampaignTask("同意"),
        new WithdrawCampaignTask("并入另一任务"),
        new CampaignTaskDeadlineReached(CampaignTaskDeadlines.Due, Some.TenOClock(Some.Today)),
    ];
}

internal sealed class CampaignTaskStates() : SampleStates<CampaignTaskState, CampaignTaskCommand, CampaignTaskEvent>(CampaignTask.Concept)
{
    public override IReadOnlyList<(string Name, CampaignTaskState? State)> States
    {
        get
        {
            var assigned = CampaignTaskTests.Assigned(CampaignTaskTests.Assign);
            var handedIn = CampaignTaskTests.HandedIn();
            var returned = CampaignTaskTests.Told(
                handedIn, CampaignTaskTests.Office(), new ReturnCampaignTask("缺少检查记录", Some.Today.AddDays(5)));
            return
            [
                ("(no such task)", null),
                ("Assigned", assigned),
                ("Accepted", CampaignTaskTests.Told(assigned, CampaignTaskTests.Head(), new AcceptCampaignTask())),
                ("Late", CampaignTaskTests.Due(assigned, CampaignTaskDeadlines.Due)),
                ("Handed in", handedIn),
                ("Returned", returned),
                ("Done", CampaignTaskTests.Told(handedIn, CampaignTaskTests.Office(), new ConfirmCampaignTask("同意"))),
                ("Withdrawn", CampaignTaskTests.Told(assigned, CampaignTaskTests.Office(), new WithdrawCampaignTask("并入另一任务"))),
            ];
        }
    }

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", CampaignTaskTests.Head())];
}
