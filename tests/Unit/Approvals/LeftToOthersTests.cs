using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.DailySummaries;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Approvals;

/// <summary>What is offered is what the law lets: a step that it refuses for who somebody is, whatever it is given with, is left to
/// others.</summary>
public sealed class LeftToOthersTests : IAskedOfEveryConcept
{
    private static readonly DeciderFound NoDeputy = new(IsHead: false, []);

    private static readonly Actor[] Others =
    [
        new("other-head", Roles.SectionHead, "ELSEWHERE", null, Guid.Empty),
        new("other-officer", Roles.Officer, "ELSEWHERE", null, Guid.Empty),
    ];

    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void What_the_law_refuses_for_who_somebody_is_is_left_to_others_and_nothing_that_it_grants(string concept) =>
        SampleStates.Of(concept).Ask(this);

    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
    {
        // Whose account it is says the session: nobody else comes to one's own password and sessions.
        var commands = Samples.Commands(samples.Law)
            .Where(one => one is not (IDeadlineCommand or ChangeOwnPassword or SignOut)).ToList();
        Assert.Empty(
            from state in samples.States
            where state.State is not null
            from actor in Others
            let left = LeftToOthers.Of(
                samples.Law, state.State, [.. commands.Select(one => one.GetType())], actor, ActingRules.Usual, NoDeputy)
            from command in commands
            where actor.IsAnyOf(AllowedToAttribute.Of(command.GetType()))
            from one in samples.Circumstances
            where !one.Now.Knows<UnderApproval>()
            let decided = samples.Law.Decided(state.State, command, (one.Now with { Actor = actor }).With(NoDeputy).With(ActingRules.Usual))
            let isLeft = left.Contains(command.GetType())
            let isGranted = decided.Refusal is null && !decided.Events.IsEmpty
            where isLeft ? isGranted : decided.Refusal is NotInCharge or NotHeadOfSection
                || (decided.Refusal is NotAuthorisedToDecide && command.GetType().IsDefined(typeof(DecidesAttribute), inherit: false))
            select $"{state.Name} {command.GetType().Name} {actor.User} {(isLeft ? "is left to others and granted" : decided.Refusal)}");
    }

    [Fact]
    public void A_head_who_is_no_deputy_is_not_offered_the_approval_of_a_daily_summary()
    {
        var head = new Actor("head", Roles.SectionHead, "INSPECTION", null, Guid.Empty);
        Assert.Equal([typeof(ApproveDailySummary), typeof(ReturnDailySummary)], Left(head, NoDeputy));
        Assert.Empty(Left(head, new DeciderFound(IsHead: false, [ApprovalStep.DailySummary])));
        Assert.Equal(
            [typeof(ApproveDailySummary), typeof(ReturnDailySummary)],
            Left(head, new DeciderFound(IsHead: false, [ApprovalStep.Filing])));
        Assert.Empty(Left(head with { User = "leader", Roles = Roles.Leader }, new DeciderFound(IsHead: true, [])));
    }

    private static ImmutableArray<Type> Left(Actor actor, DeciderFound decider) => LeftToOthers.Of(
        DailySummary.Concept,
        new DailySummaryStates().States.First(one => one.State is not null).State!,
        [typeof(CollectDailyReportsAgain), typeof(ApproveDailySummary), typeof(ReturnDailySummary)],
        actor,
        ActingRules.Usual,
        decider);
}
