using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>A walk of a subject through whatever commands come. After every step what must hold of any concept holds: a refusal goes with no events, an event reads as it was written, and the state passes its check.</summary>
/// <param name="concept">The concept.</param>
internal sealed class Walk<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept)
    where TState : class
    where TCommand : Command
    where TEvent : Event
{
    /// <summary>The subject by now, or null.</summary>
    public TState? State { get; private set; }

    /// <summary>What has happened, as the journal reads it.</summary>
    public List<TEvent> Journal { get; } = [];

    /// <summary>Asks something.</summary>
    /// <returns>What came of it.</returns>
    public ImmutableArray<TEvent> Do(TCommand command, Circumstances now)
    {
        var decision = concept.Decided(State, command, now);
        Assert.True(decision.Refusal is null || decision.Events.IsEmpty);
        foreach (var happened in decision.Events)
        {
            var stored = concept.WriteEvent(happened);
            var read = (TEvent)concept.ReadEvent(concept.KindOf(happened), stored);
            Assert.Equal(stored, concept.WriteEvent(read));
            Journal.Add(read);
            State = concept.Apply(State, happened);
        }

        Assert.Empty(State is null ? [] : concept.Check(State));
        return decision.Events;
    }

    /// <summary>The journal makes the state.</summary>
    public void ExpectFolded() => Assert.Equal(Text(State), Text(Journal.Aggregate((TState?)null, (state, happened) => concept.Apply(state, happened))));

    private string Text(TState? state) => state is null ? "" : concept.WriteState(state);
}
