using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>Asks a concept's law the way the shell does.</summary>
internal static class Law
{
    /// <summary>What a command leads to. A refusal that the command does not say it can meet is a fault of the command.</summary>
    public static Decision<TEvent> Decided<TState, TCommand, TEvent>(this Concept<TState, TCommand, TEvent> concept, TState? state, TCommand command, Circumstances now)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var decision = concept.Decide(state, command, now);
        Assert.True(Refusals.Foresees(command.GetType(), decision.Refusal), $"{command.GetType().Name} met {decision.Refusal?.GetType().Name} and does not declare it: [Refuses<…>]");
        return decision;
    }
}
