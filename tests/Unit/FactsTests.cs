using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Rectifications;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>A fact that nobody fetched never reads as an answer: without what the shell finds out, the law decides as it does with it, or it stops.</summary>
public sealed class FactsTests : IAskedOfEveryConcept
{
    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void Without_facts_nothing_is_decided(string concept) => SampleStates.Of(concept).Ask(this);

    [Fact]
    public void A_measure_on_a_licence_that_is_not_found_is_not_taken()
    {
        var failed = RectificationLawTests.States.First(state => state.State is { Proposal.Measure: RectificationMeasure.Suspension }).State;
        var gone = SomeRectification.On(Some.Today, SomeRectification.Facts with { Licence = null });
        Assert.Equal(new NotFound("licence", Some.ProductionLicenceNumber), Rectification.Concept.Decided(failed, SomeRectification.Accept(RectificationMeasure.Suspension), gone).Refusal);
    }

    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
    {
        var stopped = 0;
        foreach (var (_, now) in samples.Circumstances)
        {
            // That a step is approved is not looked up: without it the step is another one, a proposal.
            var bare = new Circumstances(now.Actor, now.Now, now.Calendar) { Key = now.Key, Warning = now.Warning }
                .With(now.Knows<UnderApproval>() ? now.Required<UnderApproval>() : null);
            foreach (var (state, command) in samples.States.SelectMany(one => Samples.Commands(samples.Law).Select(command => (one.State, command))))
            {
                string? without;
                try
                {
                    without = Seen(samples.Law.Decide(state, command, bare));
                }
                catch (InvalidOperationException nobody) when (nobody.Message.StartsWith("Nobody fetched", StringComparison.Ordinal))
                {
                    stopped++;
                    continue;
                }
                catch (ActorNotAllowedException)
                {
                    continue;
                }

                Assert.Equal((command.GetType().Name, Seen(samples.Law.Decide(state, command, now))), (command.GetType().Name, without));
            }
        }

        Assert.Equal(samples.AsksForFacts, stopped > 0);

        string Seen(Decision<TEvent> decision) => decision.Refusal?.ToString() ?? string.Join('\n', decision.Events.Select(samples.Law.WriteEvent));
    }
}
