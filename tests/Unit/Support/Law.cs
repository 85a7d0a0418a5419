using ShuangDa.Grains.Subjects;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>Asks a concept's law the way the shell does.</summary>
internal static class Law
{
    /// <summary>What a command leads to.</summary>
    public static Decision<TEvent> Decided<TState, TCommand, TEvent>(this Concept<TState, TCommand, TEvent> concept, TState? state, TCommand command, Circumstances now)
        where TState : class
        where TCommand : Command
        where TEvent : Event => concept.Decide(state, command, now);
}
