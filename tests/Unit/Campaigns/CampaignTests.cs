using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Campaigns;

/// <summary>A campaign is prepared, started, summed up and closed; its plan has phases, goals and seats.</summary>
public sealed class CampaignTests
{
    internal const string Code = "SD2026";

    internal static readonly PrepareCampaign Prepare = new(
        "打击侵犯知识产权和制售假冒伪劣商品专项行动",
        "产品质量监督",
        "澄市监发〔2026〕11号",
        Some.Today,
        Some.Today.AddDays(120));

    [Fact]
    public void Every_command_in_every_state_has_the_outcome_that_was_reviewed() =>
        Approved.Law("Campaign", LawTable.Of(Campaign.Concept, Now(), [.. new CampaignStates().States]));

    [Fact]
    public void It_has_a_name_a_notice_and_days()
    {
        Assert.Equal("name", Problem(null, Prepare with { Name = " " }).Field);
        Assert.Equal("areaOfLaw", Problem(null, Prepare with { AreaOfLaw = "" }).Field);
        Assert.Equal("noticeNumber", Problem(null, Prepare with { NoticeNumber = "" }).Field);
        Assert.Equal("until", Problem(null, Prepare with { Until = Some.Today.AddDays(-1) }).Field);
        Assert.Equal("code", Assert.IsType<InvalidInput>(
            Campaign.Concept.Decided(null, Prepare, Now() with { Key = "双打 2026" }).Refusal).Field);
    }

    [Fact]
    public void Its_days_can_be_meant_and_its_code_is_what_it_looks_like()
    {
        Assert.Equal("from", Problem(null, Prepare with { From = new DateOnly(1899, 12, 31) }).Field);
        Assert.Equal("until", Problem(null, Prepare with { Until = new DateOnly(2200, 1, 1) }).Field);
        Assert.Equal(Some.Today, Told(null, Prepare with { Until = Prepare.From }).Until);
        Assert.Equal("code", Problem(null, Prepare, Now() with { Key = "ＳＤ２０２６" }).Field);
    }

    [Fact]
    public void What_is_no_part_of_another_is_not_bound_to_its_days()
    {
        var shorter = Now().With(new CampaignFound(IsOpen: true, "SD2024", Prepare.From.AddDays(1), Prepare.Until.AddDays(-1)));
        Assert.Null(Campaign.Concept.Decided(null, Prepare, shorter).Refusal);
    }

    [Fact]
    public void A_part_of_a_campaign_has_a_campaign_that_goes_on_above_it_and_none_below()
    {
        var part = Prepare with { Parent = "SD2025" };
        Assert.Equal("SD2025", Told(null, part).Parent);
        Assert.Equal("parent", Problem(null, part, Now().With(CampaignFound.None)).Field);
        Assert.Equal("parent", Problem(null, part, Now().With(new CampaignFound(IsOpen: true, Parent: "SD2024"))).Field);

        // A part lies within the days of the whole, and may be as long.
        Assert.Equal("from", Problem(null, part, Now().With(Above(part.From.AddDays(1), part.Until))).Field);
        Assert.Equal("until", Problem(null, part, Now().With(Above(part.From, part.Until.AddDays(-1)))).Field);
        Assert.Null(Campaign.Concept.Decided(null, part, Now().With(Above(part.From, part.Until))).Refusal);

        static CampaignFound Above(DateOnly from, DateOnly until) => new(IsOpen: true, From: from, Until: until);
    }

    [Fact]
    public void Phases_lie_within_the_campaign_and_follow_one_another()
    {
        var planned = Told(
            Told(null, Prepare),
            new AddCampaignPhase("组织实施", Some.Today.AddDays(15), Some.Today.AddDays(100)),
            new AddCampaignPhase("发动部署", Some.Today, Some.Today.AddDays(14)));
        Assert.Equal(["发动部署", "组织实施"], planned.Phases.Select(phase => phase.Name));
        Assert.Equal("from", Problem(planned, new AddCampaignPhase("早", Some.Today.AddDays(-1), Some.Today)).Field);
        Assert.Equal("until", Problem(planned, new AddCampaignPhase("晚", Some.Today.AddDays(101), Some.Today.AddDays(121))).Field);
        Assert.Equal("from", Problem(planned, new AddCampaignPhase("叠", Some.Today.AddDays(100), Some.Today.AddDays(110))).Field);
        Assert.Equal("from", Problem(planned, new AddCampaignPhase("叠", Some.Today.AddDays(14), Some.Today.AddDays(14))).Field);
        Assert.Equal(3, Told(planned, new AddCampaignPhase("总结验收", Some.Today.AddDays(101), Some.Today.AddDays(120))).Phases.Length);
    }

    [Fact]
    public void A_phase_has_days_of_the_campaign_and_may_have_one()
    {
        var prepared = Told(null, Prepare);
        Assert.Equal("from", Problem(prepared, new AddCampaignPhase("早", Prepare.From.AddDays(-1), Prepare.From)).Field);
        Assert.Equal("until", Problem(prepared, new AddCampaignPhase("晚", Prepare.Until, Prepare.Until.AddDays(1))).Field);
        Assert.Equal("until", Problem(prepared, new AddCampaignPhase("倒", Prepare.From.AddDays(1), Prepare.From)).Field);
        var single = Told(
            prepared,
            new AddCampaignPhase("首日", Prepare.From, Prepare.From),
            new AddCampaignPhase("末日", Prepare.Until, Prepare.Until));
        Assert.Equal(["首日", "末日"], single.Phases.Select(phase => phase.Name));

        // Of those that it overlaps with, the first is named; one day is enough.
        Assert.Contains("首日", Problem(single, new AddCampaignPhase("全程", Prepare.From, Prepare.Until)).Problem, StringComparison.Ordinal);
        Assert.Equal("from", Problem(single, new AddCampaignPhase("尾", Prepare.From.AddDays(1), Prepare.Until)).Field);
        Assert.Equal("from", Problem(single, new AddCampaignPhase("头", Prepare.From, Prepare.Until.AddDays(-1))).Field);
        Assert.Equal(3, Told(single, new AddCampaignPhase("其间", Prepare.From.AddDays(1), Prepare.Until.AddDays(-1))).Phases.Length);
    }

    [Fact]
    public void A_plan_has_a_hundred_items_of_a_kind_and_no_more()
    {
        var until = Some.Today.AddDays(100);
        var planned = Told(null, Prepare with { Until = until });
        foreach (var day in Enumerable.Range(0, 100).Select(Some.Today.AddDays))
        {
            planned = Told(
                planned,
                new AddCampaignPhase($"{day}", day, day),
                new AddCampaignGoal($"{day}"),
                new AddCampaignSeat(CampaignSeatKind.Member, $"{day}"));
        }

        var first = planned.Phases[0];
        foreach (var item in Enumerable.Range(0, 100))
        {
            planned = Told(planned, new AddCampaignDeliverable(first.Number, $"{item}", first.From));
        }

        Assert.Equal("name", Problem(planned, new AddCampaignPhase("末日", until, until)).Field);
        Assert.Equal("text", Problem(planned, new AddCampaignGoal("又一目标")).Field);
        Assert.Equal("office", Problem(planned, new AddCampaignSeat(CampaignSeatKind.Liaison, "科员")).Field);
        Assert.Equal("text", Problem(planned, new AddCampaignDeliverable(first.Number, "又一材料", first.From)).Field);
    }

    [Fact]
    public void What_is_owed_stands_in_its_phase_alone()
    {
        var planned = Told(
            Told(null, Prepare),
            new AddCampaignPhase("发动部署", Some.Today, Some.Today.AddDays(14)),
            new AddCampaignPhase("组织实施", Some.Today.AddDays(15), Some.Today.AddDays(100)),
            new AddCampaignDeliverable(2, "阶段小结", Some.Today.AddDays(15)));
        Assert.Equal([0, 1], planned.Phases.Select(phase => phase.Deliverables.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000_000)]
    public void A_goal_asks_for_one_at_least_and_a_thousand_millions_at_most(int target)
    {
        var goal = new AddCampaignGoal("立案", Measure: Measure.CasesFiled, Target: target);
        Assert.Equal(target, Told(Told(null, Prepare), goal).Goals[0].Target);
    }

    [Fact]
    public void What_is_owed_in_a_phase_is_due_in_it()
    {
        var planned = Told(Told(null, Prepare), new AddCampaignPhase("总结验收", Some.Today.AddDays(101), Some.Today.AddDays(120)));
        var owed = new AddCampaignDeliverable(1, "专项行动工作总结", Some.Today.AddDays(105));
        Assert.Equal("phase", Problem(planned, owed with { Phase = 2 }).Field);
        Assert.Equal("dueOn", Problem(planned, owed with { DueOn = Some.Today.AddDays(100) }).Field);
        Assert.Equal("dueOn", Problem(planned, owed with { DueOn = Some.Today.AddDays(121) }).Field);
        Assert.Equal("section", Problem(planned, owed with { Section = "OTHER" }, Now().WithLists(isOpen: false)).Field);
        var deliverable = Assert.Single(Told(planned, owed with { DueOn = Some.Today.AddDays(120) }).Phases[0].Deliverables);
        Assert.Equal((2, null, Some.Today.AddDays(120)), (deliverable.Number, deliverable.Section, deliverable.DueOn));
    }

    [Fact]
    public void A_goal_has_words_and_where_it_has_a_figure_what_that_is_to_be()
    {
        var prepared = Told(null, Prepare);
        var goal = new AddCampaignGoal("查处无证生产案件", "FOOD", ViolationKind.UnlicensedProduction, Measure.CasesFiled, 30);
        Assert.Equal("text", Problem(prepared, goal with { Text = "" }).Field);
        Assert.Equal("measure", Problem(prepared, goal with { Measure = null }).Field);
        Assert.Equal("target", Problem(prepared, goal with { Target = null }).Field);
        Assert.Equal("target", Problem(prepared, goal with { Target = 0 }).Field);
        Assert.Equal("target", Problem(prepared, goal with { Target = 1_000_000_001 }).Field);
        Assert.Equal("productClass", Problem(prepared, goal with { ProductClass = "TOYS" }).Field);
        Assert.Equal(
            new CampaignGoal(1, "查处无证生产案件", "FOOD", ViolationKind.UnlicensedProduction, Measure.CasesFiled, 30),
            Assert.Single(Told(prepared, goal with { ProductClass = "食品" }).Goals));
        Assert.Null(Told(prepared, new AddCampaignGoal("形成高压态势")).Goals[0].Target);
    }

    [Fact]
    public void What_was_taken_out_of_the_plan_leaves_its_number_to_nobody()
    {
        var planned = Told(
            Told(null, Prepare),
            new AddCampaignPhase("发动部署", Some.Today, Some.Today.AddDays(14)),
            new AddCampaignDeliverable(1, "实施方案", Some.Today.AddDays(10)),
            new AddCampaignGoal("形成高压态势"),
            new AddCampaignSeat(CampaignSeatKind.Head, "局长"));
        Assert.Equal("item", Problem(planned, new RemoveFromCampaignPlan(5, "误列")).Field);
        Assert.Equal("reason", Problem(planned, new RemoveFromCampaignPlan(4, " ")).Field);
        Assert.Empty(Told(planned, new RemoveFromCampaignPlan(2, "误列")).Phases[0].Deliverables);
        Assert.Empty(Told(planned, new RemoveFromCampaignPlan(1, "误列")).Phases);
        Assert.Empty(Told(planned, new RemoveFromCampaignPlan(3, "误列")).Goals);
        var without = Told(planned, new RemoveFromCampaignPlan(4, "误列"));
        Assert.Empty(without.Seats);
        Assert.Equal(5, Told(without, new AddCampaignSeat(CampaignSeatKind.Head, "局长")).Seats[0].Number);
        var held = Told(planned, new FillCampaignSeat(4, "leader", Some.Today));
        Assert.Equal("item", Problem(held, new RemoveFromCampaignPlan(4, "误列")).Field);
    }

    [Fact]
    public void One_leads_the_group_and_one_its_office()
    {
        var headed = Told(Told(null, Prepare), new AddCampaignSeat(CampaignSeatKind.Head, "局长"));
        Assert.Equal("kind", Problem(headed, new AddCampaignSeat(CampaignSeatKind.Head, "副局长")).Field);
        var deputies = Told(
            headed,
            new AddCampaignSeat(CampaignSeatKind.DeputyHead, "分管副局长"),
            new AddCampaignSeat(CampaignSeatKind.DeputyHead, "纪检组长"),
            new AddCampaignSeat(CampaignSeatKind.Member, "科长", "QUALITY"),
            new AddCampaignSeat(CampaignSeatKind.Member, "科长", "FOOD"));
        Assert.Equal("office", Problem(deputies, new AddCampaignSeat(CampaignSeatKind.Member, " 科长", "FOOD")).Field);
        Assert.Equal("office", Problem(deputies, new AddCampaignSeat(CampaignSeatKind.Member, "")).Field);
        Assert.Equal("section", Problem(
            deputies, new AddCampaignSeat(CampaignSeatKind.Member, "队长", "CLOSED"), Now().WithLists(isOpen: false)).Field);
    }

    [Fact]
    public void The_office_has_one_head_as_the_group_has()
    {
        var headed = Told(Told(null, Prepare), new AddCampaignSeat(CampaignSeatKind.OfficeHead, "法制科科长"));
        Assert.Equal("kind", Problem(headed, new AddCampaignSeat(CampaignSeatKind.OfficeHead, "办公室主任")).Field);
        Assert.Equal(2, Told(headed, new AddCampaignSeat(CampaignSeatKind.Head, "局长")).Seats.Length);
    }

    [Fact]
    public void A_term_is_of_its_seat_and_it_is_the_last_one_that_ends()
    {
        var seated = Told(
            Told(null, Prepare),
            new AddCampaignSeat(CampaignSeatKind.Head, "局长"),
            new AddCampaignSeat(CampaignSeatKind.DeputyHead, "副局长"),
            new FillCampaignSeat(1, "before", Some.Today.AddDays(-9), Some.Today.AddDays(-1)),
            new FillCampaignSeat(1, "leader", Some.Today));
        Assert.Equal([2, 0], seated.Seats.Select(seat => seat.Terms.Length));

        // Of those whose days it shares, the first is named.
        var held = Assert.IsType<CampaignSeatHeld>(Campaign.Concept.Decided(
            seated, new FillCampaignSeat(1, "deputy", Some.Today.AddDays(-1)), Now()).Refusal);
        Assert.Equal("before", held.Holder);

        // It may end on its first day, and on no day that cannot be meant.
        Assert.Equal("lastDay", Problem(seated, new EndCampaignSeatTerm(1, new DateOnly(2200, 1, 1), "工作调动")).Field);
        Assert.Equal(
            [Some.Today.AddDays(-1), Some.Today],
            Told(seated, new EndCampaignSeatTerm(1, Some.Today, "工作调动")).Seats[0].Terms.Select(term => term.Until));
    }

    [Fact]
    public void A_seat_is_held_by_one_person_at_a_time()
    {
        var headed = Told(
            Told(null, Prepare),
            new AddCampaignSeat(CampaignSeatKind.Head, "局长"),
            new FillCampaignSeat(1, " Leader ", Some.Today, Some.Today.AddDays(30)));
        Assert.Equal("leader", headed.Seats[0].Terms[0].Holder);
        Refused(new FillCampaignSeat(1, "deputy", Some.Today.AddDays(30)));
        Refused(new FillCampaignSeat(1, "deputy", Some.Today.AddDays(-30), Some.Today));
        Refused(new FillCampaignSeat(1, "deputy", Some.Today.AddDays(-30)));
        Assert.Equal(
            ["before", "leader", "deputy"],
            Told(
                headed,
                new FillCampaignSeat(1, "deputy", Some.Today.AddDays(31)),
                new FillCampaignSeat(1, "before", Some.Today.AddDays(-30), Some.Today.AddDays(-1)))
                .Seats[0].Terms.Select(term => term.Holder));
        Assert.Equal("seat", Problem(headed, new FillCampaignSeat(2, "deputy", Some.Today)).Field);
        Assert.Equal("until", Problem(headed, new FillCampaignSeat(1, "deputy", Some.Today, Some.Today.AddDays(-1))).Field);
        Assert.Equal("holder", Problem(headed, new FillCampaignSeat(1, "", Some.Today.AddDays(40))).Field);
        Assert.Equal("holder", Problem(
            headed, new FillCampaignSeat(1, "left", Some.Today.AddDays(40)), Now().With(new SeatHolderFound(IsInService: false))).Field);

        void Refused(FillCampaignSeat again)
        {
            var held = Assert.IsType<CampaignSeatHeld>(Campaign.Concept.Decided(headed, again, Now()).Refusal);
            Assert.Equal(("leader", Some.Today, Some.Today.AddDays(30)), (held.Holder, held.From, held.Until));
        }
    }

    [Fact]
    public void A_term_ends_on_a_day_of_it_and_the_next_begins_after()
    {
        var headed = Told(Told(null, Prepare), new AddCampaignSeat(CampaignSeatKind.Head, "局长"));
        var ended = new EndCampaignSeatTerm(1, Some.Today.AddDays(9), "工作调动");
        Assert.Equal("seat", Problem(headed, ended).Field);
        Assert.Equal("seat", Problem(headed, ended with { Seat = 2 }).Field);
        var held = Told(headed, new FillCampaignSeat(1, "leader", Some.Today));
        Assert.Equal("lastDay", Problem(held, ended with { LastDay = Some.Today.AddDays(-1) }).Field);
        Assert.Equal("reason", Problem(held, ended with { Reason = "" }).Field);
        var over = Told(held, ended);
        Assert.Equal(Some.Today.AddDays(9), over.Seats[0].Terms[0].Until);
        Assert.Empty(Campaign.Concept.Decided(over, ended, Now()).Events);
        Assert.Equal(2, Told(over, new FillCampaignSeat(1, "deputy", Some.Today.AddDays(10))).Seats[0].Terms.Length);
    }

    [Fact]
    public void It_is_summed_up_when_no_task_is_open_and_then_closed()
    {
        var running = Told(Told(null, Prepare), new StartCampaign(Some.Grounds));
        Assert.Equal(3, Assert.IsType<CampaignHasOpenTasks>(Campaign.Concept.Decided(
            running, new SumUpCampaign("已完成"), Now().With(new OpenTasksFound(3))).Refusal).Count);
        Assert.Equal("summary", Problem(running, new SumUpCampaign(" ")).Field);
        Assert.IsType<CampaignNotOpen>(Campaign.Concept.Decided(running, new CloseCampaign("通过验收"), Now()).Refusal);
        var summedUp = Told(running, new SumUpCampaign("已完成"));
        Assert.Equal("conclusion", Problem(summedUp, new CloseCampaign("")).Field);
        Assert.False(summedUp.IsOpen);

        // A task that was assigned at the moment it was summed up is done or withdrawn before it is closed.
        Assert.Equal(1, Assert.IsType<CampaignHasOpenTasks>(Campaign.Concept.Decided(
            summedUp, new CloseCampaign("通过验收"), Now().With(new OpenTasksFound(1))).Refusal).Count);
        var closed = Told(summedUp, new CloseCampaign("通过验收"));
        Assert.Equal((CampaignStatus.Closed, "通过验收", Some.Today), (closed.Status, closed.Conclusion, closed.ClosedOn));
    }

    [Fact]
    public void What_comes_after_is_not_before_what_it_follows()
    {
        var started = Told(Told(null, Prepare), new StartCampaign(Some.Grounds));
        Assert.Equal("on", Problem(started, new SumUpCampaign("已完成") { On = Some.Today.AddDays(-1) }).Field);
        var later = Now() with { Now = Some.TenOClock(Some.Today.AddDays(20)) };
        var summedUp = Decided(started, new SumUpCampaign("已完成") { On = Some.Today.AddDays(10) }, later);
        var close = new CloseCampaign("通过验收");
        Assert.Equal("on", Problem(summedUp, close with { On = Some.Today.AddDays(9) }, later).Field);
        Assert.Equal(Some.Today.AddDays(10), Decided(summedUp, close with { On = Some.Today.AddDays(10) }, later).ClosedOn);
        Assert.Equal("on", Problem(Decided(summedUp, close, later), close with { On = Some.Today.AddDays(19) }, later).Field);
    }

    [Fact]
    public void A_command_that_names_a_campaign_is_told_where_there_is_none_that_goes_on()
    {
        Assert.Null(Now().NotOpenCampaign("campaign", " "));
        Assert.Null(Now().NotOpenCampaign("campaign", Code));
        Assert.Equal("campaign", Now().With(CampaignFound.None).NotOpenCampaign("campaign", Code)!.Field);
    }

    internal static Circumstances Now() => new Circumstances(
        new Actor("leader", Roles.Leader, null, null, Guid.Empty), Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn)
    { Key = Code }
        .WithLists()
        .With(new CampaignFound(IsOpen: true, Until: Some.Today.AddDays(200)))
        .With(new OpenTasksFound(0))
        .With(new SeatHolderFound(IsInService: true));

    internal static CampaignState Told(CampaignState? state, params ReadOnlySpan<CampaignCommand> commands)
    {
        foreach (var command in commands)
        {
            state = Decided(state, command, Now());
        }

        return state!;
    }

    private static CampaignState Decided(CampaignState? state, CampaignCommand command, Circumstances now)
    {
        var decision = Campaign.Concept.Decided(state, command, now);
        Assert.Null(decision.Refusal);
        var after = decision.Events.Aggregate(state, (folded, happened) => Campaign.Apply(folded, happened))!;
        Assert.Empty(Campaign.Check(after));
        return after;
    }

    private static InvalidInput Problem(CampaignState? state, CampaignCommand command, Circumstances? now = null) =>
        Assert.IsType<InvalidInput>(Campaign.Concept.Decided(state, command, now ?? Now()).Refusal);
}

internal sealed class CampaignSamples : ICommandSamples
{
    public IEnumerable<Command> All =>
    [
        CampaignTests.Prepare with { Parent = "SD2025" },
        new AddCampaignPhase("总结验收", Some.Today.AddDays(101), Some.Today.AddDays(120)),
        new AddCampaignDeliverable(1, "专项行动工作总结", Some.Today.AddDays(3), "QUALITY"),
        new AddCampaignGoal("查处无证生产案件", "FOOD", ViolationKind.UnlicensedProduction, Measure.CasesFiled, 30),
        new RemoveFromCampaignPlan(2, "误列"),
        new AddCampaignSeat(CampaignSeatKind.Member, "科长", "QUALITY"),
        new FillCampaignSeat(3, "leader", Some.Today.AddDays(40), Some.Today.AddDays(60)),
        new EndCampaignSeatTerm(3, Some.Today.AddDays(9), "工作调动"),
        new StartCampaign(Some.Grounds),
        new SumUpCampaign("查处一批大案要案"),
        new CloseCampaign("通过验收"),
    ];
}

internal sealed class CampaignStates() : SampleStates<CampaignState, CampaignCommand, CampaignEvent>(Campaign.Concept)
{
    public override IReadOnlyList<(string Name, CampaignState? State)> States
    {
        get
        {
            var prepared = CampaignTests.Told(
                null,
                CampaignTests.Prepare,
                new AddCampaignPhase("发动部署", Some.Today, Some.Today.AddDays(14)),
                new AddCampaignGoal("形成高压态势"),
                new AddCampaignSeat(CampaignSeatKind.Head, "局长"),
                new FillCampaignSeat(3, "leader", Some.Today, Some.Today.AddDays(30)));
            var running = CampaignTests.Told(prepared, new StartCampaign(Some.Grounds));
            var summedUp = CampaignTests.Told(running, new SumUpCampaign("查处一批大案要案"));
            return
            [
                ("(no such campaign)", null),
                ("Prepared", prepared),
                ("Running", running),
                ("Summed up", summedUp),
                ("Closed", CampaignTests.Told(summedUp, new CloseCampaign("通过验收"))),
            ];
        }
    }

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", CampaignTests.Now())];
}
