using ShuangDa.Grains.Subjects;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>Prints what every command leads to in every state, for people to review.</summary>
internal static class LawTable
{
    public static string Of<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, Circumstances now, IEnumerable<(string Name, TState? State)> states)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var lines = states.SelectMany(state => Samples.Commands(concept).Where(command => command is not IDeadlineCommand).Select(command =>
            Line(state.Name, command.GetType().Name, concept.Decided(state.State, command, now))));
        return string.Join('\n', lines);
    }

    public static string Line<TEvent>(string state, string command, Decision<TEvent> decision) where TEvent : Event
    {
        var answer = decision.Refusal is { } refusal ? $"✘ {refusal.Code}"
            : decision.Events.IsEmpty ? "= already so"
            : $"→ {string.Join(", ", Counted(decision.Events.Select(happened => happened.GetType().Name)))}";
        return $"{state,-34}{command,-34}{answer}";
    }

    private static IEnumerable<string> Counted(IEnumerable<string> names) => names
        .CountBy(name => name)
        .Select(one => one.Value == 1 ? one.Key : $"{one.Key} ×{one.Value}");
}
