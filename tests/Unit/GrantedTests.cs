using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>What nobody has ever seen granted is not reviewed: every command that people give is granted in one of the states that the law tables go over.</summary>
public sealed class GrantedTests : IAskedOfEveryConcept
{
    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void Every_command_is_granted_in_some_state(string concept) => SampleStates.Of(concept).Ask(this);

    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples) => Assert.Empty(
        from sample in Samples.Commands(samples.Law)
        where sample is not IDeadlineCommand
        where !samples.Otherwise(sample).Prepend(sample).Any(command => samples.States.Any(state => samples.Circumstances.Any(one => IsGranted(samples.Law.Decided(state.State, command, one.Now)))))
        select sample.GetType().Name);

    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void Every_concept_has_a_law_table(string concept)
    {
        var name = string.Concat(concept.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "law", $"{name}.law.txt")), $"docs/law has no table of {concept}.");
    }

    private static bool IsGranted<TEvent>(Decision<TEvent> decision) where TEvent : Event => decision.Refusal is null && !decision.Events.IsEmpty;
}
