using System.Collections.Frozen;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>Who is assigned acts, and the head of the section; others read.</summary>
public sealed class InChargeTests
{
    private static readonly CaseCommand Figures = CaseTale.Figures(sales: 10_000_00);

    [Theory]
    [InlineData(OfficersActing.Assigned, "officer", Roles.Officer, "INSPECTION", true)]
    [InlineData(OfficersActing.Assigned, "second", Roles.Officer, "QUALITY", true)] // assigned from another section
    [InlineData(OfficersActing.Assigned, "third", Roles.Officer, "INSPECTION", false)]
    [InlineData(OfficersActing.Assigned, "third", Roles.Officer, "QUALITY", false)]
    [InlineData(OfficersActing.Assigned, "third", Roles.Officer, null, false)]
    [InlineData(OfficersActing.Assigned, "head", Roles.SectionHead, "INSPECTION", true)]
    [InlineData(OfficersActing.Assigned, "head", Roles.SectionHead, "QUALITY", false)]
    [InlineData(OfficersActing.Assigned, "head", Roles.SectionHead | Roles.Officer, "QUALITY", false)]
    [InlineData(OfficersActing.Assigned, "leader", Roles.Leader, null, true)]
    [InlineData(OfficersActing.Assigned, "leader", Roles.Leader | Roles.Officer, "QUALITY", true)]
    [InlineData(OfficersActing.Section, "third", Roles.Officer, "INSPECTION", true)]
    [InlineData(OfficersActing.Section, "third", Roles.Officer, "QUALITY", false)]
    [InlineData(OfficersActing.Section, "second", Roles.Officer, "QUALITY", true)]
    [InlineData(OfficersActing.Bureau, "third", Roles.Officer, "QUALITY", true)]
    [InlineData(OfficersActing.Bureau, "head", Roles.SectionHead, "QUALITY", false)]
    public void Who_acts_in_a_case_that_is_filed(OfficersActing acting, string user, Roles roles, string? section, bool acts) =>
        Assert.Equal(acts, Problem(CaseTale.Filed(), new Actor(user, roles, section, null, Guid.Empty), Figures, acting) is null);

    [Theory]
    [InlineData("third", "INSPECTION", true)]
    [InlineData("third", "QUALITY", false)]
    public void While_nobody_is_assigned_the_officers_of_the_section_act(string user, string section, bool acts) =>
        Assert.Equal(acts, Problem(CaseTale.Of(), new Actor(user, Roles.Officer, section, null, Guid.Empty), Figures) is null);

    [Fact]
    public void The_law_of_a_case_asks_and_the_refusal_says_whose_it_is()
    {
        var other = new Actor("third", Roles.Officer, "QUALITY", null, Guid.Empty);
        var refused = Assert.IsType<NotInCharge>(CaseTale.Filed().ProposalRefused(Figures, other));
        Assert.Equal("INSPECTION", refused.Section);
        Assert.Equal(["officer", "second"], refused.Officers);
        Assert.Contains("请科室负责人增派", refused.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_knows_of_an_interest_asks_for_recusal()
    {
        var other = new Actor("third", Roles.Officer, "QUALITY", null, Guid.Empty);
        Assert.Null(Problem(CaseTale.Filed(), other, new AskRecusal("officer", Some.Grounds)));
    }

    /// <summary>听证办法 第十条. Who presides is of another section than who investigated, and gives the steps of the hearing.</summary>
    [Fact]
    public void Whoever_presides_over_a_hearing_gives_its_steps_and_nothing_else()
    {
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"))
            .Do(new NameHearingChair("chair"), CaseTale.Head);
        var (chair, other) = (HeadOf("chair"), HeadOf("other"));
        CaseCommand[] steps =
        [
            new AnnounceHearing(tale.Today.AddDays(20), null), new PublishHearing(tale.Today, null),
            new RecordHearing(tale.Today, null, null), new RecordHearingReport("听报1", tale.Today),
        ];
        Assert.All(steps, step => Assert.Null(Problem(tale, chair, step)));
        Assert.All(steps, step => Assert.NotNull(Problem(tale, other, step)));
        Assert.NotNull(Problem(tale, chair, new NameHearingChair("other")));
        Assert.NotNull(Problem(tale, chair, new HandFileToHearingChair()));
        Assert.Null(tale.ProposalRefused(steps[0], chair));
        var types = steps.Select(step => step.GetType()).Append(typeof(NameHearingChair)).ToList();
        Assert.Equal([typeof(NameHearingChair)], InCharge.Left(Case.Concept, tale.Case, types, chair, ActingRules.Usual)!.Value.Left);
        Assert.Equal(types, InCharge.Left(Case.Concept, tale.Case, types, other, ActingRules.Usual)!.Value.Left);

        static Actor HeadOf(string user) => new(user, Roles.SectionHead, "QUALITY", null, Guid.Empty);
    }

    [Fact]
    public void Each_command_that_belongs_to_those_in_charge_says_that_others_are_refused() =>
        Assert.All(
            AllConcepts.All.SelectMany(concept => concept.CommandTypes)
                .Where(type => type.IsDefined(typeof(InChargeAttribute), inherit: true)),
            type => Assert.Equal(
                InChargeAttribute.IsOn(type) || SaysSo.Contains(type),
                Refusals.Of(type).Contains(typeof(NotInCharge))));

    /// <summary>
    /// The one list of commands that whoever is not in charge may give: each says why. A command that nobody has thought about is not in it
    /// and belongs to those in charge.
    /// </summary>
    [Fact]
    public void Each_command_that_does_not_belong_to_those_in_charge_says_why() => Approved.Text(
        "../../../docs/law/InCharge.txt",
        string.Concat(AllConcepts.All.SelectMany(concept => concept.IsInSomebodysCharge
            ? concept.CommandTypes.Where(type => !InChargeAttribute.IsOn(type)).OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => $"{concept.Name} | {type.Name} | {InChargeAttribute.ExemptBecause(type)}\n")
            : [$"{concept.Name} | every command | nobody is in charge of one in particular\n"])));

    [Fact]
    public void A_concept_whose_commands_do_not_say_that_they_belong_to_those_in_charge_has_nobody_in_charge()
    {
        Assert.Throws<InvalidOperationException>(() => new Concept<EnterpriseState, EnterpriseCommand, EnterpriseEvent>
        {
            Name = "enterprise",
            Title = Enterprise.Concept.Title,
            Json = Enterprise.Concept.Json,
            RowTypes = [],
            Decide = Enterprise.Decide,
            Apply = Enterprise.Apply,
            Check = static _ => [],
            Rows = static (_, _, _) => [],
            Deadlines = static _ => [],
            WhenDue = Enterprise.Concept.WhenDue,
            Charge = static (_, _) => new Charge("QUALITY", []),
        });
        Assert.All(AllConcepts.All, concept => Assert.Equal(
            concept.IsInSomebodysCharge,
            concept.CommandTypes.Any(type => type.IsDefined(typeof(InChargeAttribute), inherit: true))));
    }

    // Where each step makes a new matter or is the head's, which HeadOfSectionTests holds, none is left to others.
    public static TheoryData<string> InSomebodysCharge =>
        [.. AllConcepts.All.Where(concept => concept.CommandTypes.Any(InChargeAttribute.IsOn)).Select(concept => concept.Name)];

    [Theory]
    [MemberData(nameof(InSomebodysCharge))]
    public void Others_leave_each_step_to_those_whose_matter_it_is(string concept) => SampleStates.Of(concept).Ask(new LeftToOthers());

    [Fact]
    public void An_order_is_acted_in_by_who_gave_it_who_took_it_over_and_who_looked_again()
    {
        var order = Started(Rectification.Concept, state => state.Status is RectificationStatus.Ordered);
        var looked = new Reinspection(Some.Today, ReinspectionResult.StillInViolation, ["second", "third"], "仍不符合");
        Assert.Equal(["officer"], Rectification.Concept.Charge(order, ActingRules.Usual)!.Officers);
        Assert.Equal(
            ["next", "second", "third"],
            Rectification.Concept
                .Charge(order with { TakenOverBy = "next", Reinspections = [looked, looked] }, ActingRules.Usual)!.Officers);
    }

    [Fact]
    public void An_inspection_is_acted_in_by_who_is_planned_and_who_planned_it()
    {
        var planned = Started(Inspection.Concept, state => state.Status is InspectionStatus.Planned);
        var plan = planned.Plan with { Section = "QUALITY", PlannedBy = "planner", Officers = ["second", "third"] };
        var acting = Inspection.Concept.Charge(planned with { Plan = plan }, ActingRules.Usual)!;
        Assert.Equal(new[] { true, true, true, false }, new[] { "second", "third", "planner", "fourth" }.Select(acting.Names));
    }

    [Fact]
    public void While_no_officers_are_planned_an_inspection_is_everybodys_of_its_section()
    {
        var planned = Started(Inspection.Concept, state => state.Status is InspectionStatus.Planned);
        var open = planned with { Plan = planned.Plan with { Section = "QUALITY", PlannedBy = "planner", Officers = [] } };
        Assert.Null(Asked("fourth", "QUALITY"));
        Assert.IsType<NotInCharge>(Asked("fourth", "INSPECTION"));

        Refusal? Asked(string user, string section) => InCharge.Problem(
            Inspection.Concept,
            open,
            new CancelInspection(Some.Grounds),
            Some.On(Some.Today) with { Actor = new Actor(user, Roles.Officer, section, null, Guid.Empty) });
    }

    [Fact]
    public void A_transfer_is_its_task_groups_and_its_openers()
    {
        var due = Started(CrimeTransfer.Concept, state => state.Status is TransferStatus.Duty);
        var opened = due with { OpenedBy = "opener", TaskGroup = [] };
        Assert.Equal(["opener"], CrimeTransfer.Concept.Charge(opened, ActingRules.Usual)!.Officers);
        var reported = CrimeTransfer.Concept.Charge(opened with { TaskGroup = ["second", "third"] }, ActingRules.Usual)!;
        Assert.Equal(new[] { true, true, true, false }, new[] { "second", "third", "opener", "fourth" }.Select(reported.Names));
    }

    /// <summary>Whoever handed a matter over acts in it no more, unless another part of it is theirs.</summary>
    [Fact]
    public void Whoever_passed_an_inspection_on_acts_in_it_no_more()
    {
        var planned = Started(Inspection.Concept, state => state.Status is InspectionStatus.Planned);
        planned = planned with { Plan = planned.Plan with { PlannedBy = "planner", Officers = ["planner", "third"] } };
        var moved = Told(Inspection.Concept, planned, new MoveInspectionWork("planner", "fourth", Some.Grounds));
        Assert.Equal([false, true, true], Acting(Inspection.Concept, moved, "planner", "third", "fourth"));
        var again = Told(Inspection.Concept, moved, new AssignInspectionOfficers(["planner", "third"], Some.Grounds));
        Assert.Equal([true, true, false], Acting(Inspection.Concept, again, "planner", "third", "fourth"));

        // One officer's part that passes on leaves whoever planned it.
        var other = Told(Inspection.Concept, planned, new MoveInspectionWork("third", "fourth", Some.Grounds));
        Assert.Equal([true, false, true], Acting(Inspection.Concept, other, "planner", "third", "fourth"));

        // Of another section now: who goes still goes, who planned it has nothing to do with it.
        var elsewhere = planned with { Plan = planned.Plan with { Officers = ["third", "fourth"] } };
        var handed = Told(Inspection.Concept, elsewhere, new HandOverInspection("QUALITY", Some.Grounds));
        Assert.Equal([false, true, true], Acting(Inspection.Concept, handed, "planner", "third", "fourth"));
    }

    [Fact]
    public void Whoever_passed_an_order_on_acts_in_it_no_more()
    {
        var looked = new Reinspection(Some.Today, ReinspectionResult.StillInViolation, ["officer", "second"], "仍不符合");
        var order = Started(Rectification.Concept, state => state.Status is RectificationStatus.Ordered) with { Reinspections = [looked] };
        var moved = Told(Rectification.Concept, order, new MoveRectificationWork("officer", "next", Some.Grounds));
        Assert.Equal([false, true, true], Acting(Rectification.Concept, moved, "officer", "second", "next"));
        var back = Told(Rectification.Concept, moved, new MoveRectificationWork("next", "officer", Some.Grounds));
        Assert.Equal([true, true, false], Acting(Rectification.Concept, back, "officer", "second", "next"));

        // Who looked again for the section before has no part in it; who answers for it has until that passes on too.
        var handed = Told(Rectification.Concept, order, new HandOverRectification("QUALITY", Some.Grounds));
        Assert.Equal([true, false], Acting(Rectification.Concept, handed, "officer", "second"));
        var lookedAnew = Rectification.Apply(
            handed, new RectificationReinspected(looked with { Officers = ["second", "third"] }, Some.Grounds));
        Assert.Equal([true, true], Acting(Rectification.Concept, lookedAnew, "second", "third"));
    }

    [Fact]
    public void Whoever_passed_a_transfer_on_acts_in_it_no_more()
    {
        var due = Started(CrimeTransfer.Concept, state => state.Status is TransferStatus.Duty);
        var group = due with { OpenedBy = "opener", TaskGroup = ["opener", "second"] };
        var moved = Told(CrimeTransfer.Concept, group, new MoveCrimeTransferWork("opener", "third", Some.Grounds));
        Assert.Equal([false, true, true], Acting(CrimeTransfer.Concept, moved, "opener", "second", "third"));
        var handed = Told(
            CrimeTransfer.Concept, group with { TaskGroup = ["second", "third"] }, new ChangeTransferSection("QUALITY", Some.Grounds));
        Assert.Equal([false, true, true], Acting(CrimeTransfer.Concept, handed, "opener", "second", "third"));

        // Without a task group it is its opener's; handed to another section it is that section's, whose officers find it there.
        var alone = Told(
            CrimeTransfer.Concept, due with { OpenedBy = "opener", TaskGroup = [] }, new ChangeTransferSection("QUALITY", Some.Grounds));
        Assert.Equal([false], Acting(CrimeTransfer.Concept, alone, "opener"));
        Assert.Equal([true, false, false], new[] { ("fourth", "QUALITY"), ("fourth", "INSPECTION"), ("opener", "INSPECTION") }
            .Select(one => InCharge.Problem(
                CrimeTransfer.Concept,
                alone,
                new SendCrimeTransfer([], Some.Grounds),
                Some.On(Some.Today) with { Actor = new Actor(one.Item1, Roles.Officer, one.Item2, null, Guid.Empty) }) is null));
    }

    [Fact]
    public void A_transfer_is_opened_by_those_whose_case_it_is()
    {
        var filed = CaseTale.Filed().Case;
        var opens = new OpenCrimeTransfer(filed.Number, "PUBLIC_SECURITY", Some.Grounds);
        Assert.Null(Asked(new Actor("second", Roles.Officer, "QUALITY", null, Guid.Empty)));
        Assert.Null(Asked(new Actor("law", Roles.Legal, "LAW", null, Guid.Empty)));
        Assert.IsType<NotInCharge>(Asked(new Actor("third", Roles.Officer, "QUALITY", null, Guid.Empty)));

        Refusal? Asked(Actor actor) => InCharge.ProblemIn(Case.Concept, filed, opens, Some.On(Some.Today) with { Actor = actor });
    }

    [Theory]
    [InlineData(null, "QUALITY", true)] // none is set: whoever keeps the register
    [InlineData("LICENSING", "LICENSING", true)]
    [InlineData("LICENSING", "QUALITY", false)]
    [InlineData("LICENSING", null, false)]
    public void A_renewal_is_recorded_by_the_section_that_takes_in_what_concerns_licences(string? set, string? section, bool acts)
    {
        var actor = new Actor("third", Roles.Officer, section, null, Guid.Empty);
        var now = Some.On(Some.Today).With(new ActingRules(ActingRules.Usual.ByConcept, set)) with { Actor = actor };
        var renewal = new RenewLicence(new DateOnly(2029, 1, 1), new DateOnly(2033, 12, 31), Some.Grounds);
        Assert.Equal(acts, LicenceLaw.Refusal(Some.ActiveLicence(), renewal, now) is not NotInCharge);
    }

    // These ask it of another matter: of the case that a step carries out, suspends by, or is opened in.
    private static readonly Type[] SaysSo =
    [
        typeof(ApproveCaseStep), typeof(OpenCrimeTransfer), typeof(SuspendLicence), typeof(ReinstateLicence), typeof(RevokeLicence),
        typeof(CorrectLicenceEnding),
        typeof(DecideRectificationMeasure),
    ];

    private static TState Told<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, TState state, TCommand command)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var now = Some.On(Some.Today) with { Actor = new Actor("leader", Roles.Leader, null, null, Guid.Empty) };
        var decision = concept.Decided(state, command, now);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, concept.Apply);
    }

    private static IEnumerable<bool> Acting<TState, TCommand, TEvent>(
        Concept<TState, TCommand, TEvent> concept, TState state, params string[] users)
        where TState : class
        where TCommand : Command
        where TEvent : Event =>
        users.Select(concept.Charge(state, ActingRules.Usual)!.Names);

    private static TState Started<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, Func<TState, bool> which)
        where TState : class
        where TCommand : Command
        where TEvent : Event =>
        ((SampleStates<TState, TCommand, TEvent>)SampleStates.Of(concept.Name)).States
            .Select(one => one.State).OfType<TState>().First(which);

    /// <summary>Whoever is a stranger to a matter is refused each of its steps; whoever's it is, none.</summary>
    private sealed class LeftToOthers : IAskedOfEveryConcept
    {
        private static readonly ActingRules Rules = new(ActingRules.Usual.ByConcept, "LICENSING");

        public void Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
            where TState : class
            where TCommand : Command
            where TEvent : Event
        {
            var steps = (
                from state in samples.States
                where state.State is not null
                from command in Samples.Commands(samples.Law)
                where InChargeAttribute.IsOn(command.GetType())
                from role in new[] { Roles.Officer, Roles.SectionHead, Roles.Legal, Roles.Leader }
                where (AllowedToAttribute.Of(command.GetType()) & role) != 0
                select (State: state.State!, Command: command, Role: role, Is: $"{role}, {command.GetType().Name}, {state.Name}")).ToList();
            Assert.NotEmpty(steps);
            Assert.All(steps, step =>
            {
                var charge = samples.Law.Charge(step.State, Rules)!;
                Assert.True(IsRefused("stranger", "ELSEWHERE", step.Role) == (step.Role is Roles.Officer or Roles.SectionHead), step.Is);
                Assert.False(IsRefused("stranger", charge.Section, Roles.SectionHead), step.Is);
                Assert.All(charge.Officers, officer => Assert.False(IsRefused(officer, "ELSEWHERE", Roles.Officer), step.Is));

                bool IsRefused(string user, string? section, Roles role)
                {
                    var now = samples.Circumstances[0].Now.With(Rules) with { Actor = new Actor(user, role, section, null, Guid.Empty) };
                    var isOthers = InCharge.Problem(samples.Law, step.State, step.Command, now) is not null;

                    // Of a step that was approved the law asked when it was proposed.
                    var refusal = now.Knows<UnderApproval>() ? null : samples.Law.Decided(step.State, step.Command, now).Refusal;
                    Assert.True(!isOthers || now.Knows<UnderApproval>() || refusal is NotInCharge, step.Is);
                    return isOthers;
                }
            });
        }
    }

    private static NotInCharge? Problem(CaseTale tale, Actor actor, CaseCommand command, OfficersActing acting = OfficersActing.Assigned) =>
        InCharge.Problem(
            Case.Concept,
            tale.Case,
            command,
            new Circumstances(actor, tale.Now, ShuangDa.Grains.Calendar.WorkingCalendar.BuiltIn)
                .With(new ActingRules(new Dictionary<string, OfficersActing> { [Case.Concept.Name] = acting }.ToFrozenDictionary())));
}
