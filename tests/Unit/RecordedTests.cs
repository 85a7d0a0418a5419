using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>
/// What each command records, changes, makes due and is refused with, word for word and figure for figure, for people to review. The law tables say whether a
/// command is granted in each state; here stands, for each different outcome of it, the first state that leads there.
/// </summary>
public sealed class RecordedTests : IAskedOfEveryConcept
{
    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void What_a_concept_records_reads_as_reviewed(string concept) => SampleStates.Of(concept).Ask(this);

    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples) => Assert.All(samples.Circumstances, one => Expect(samples, one.Name, one.Now));

    private static void Expect<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples, string name, Circumstances now)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var (concept, states) = (samples.Law, samples.States);
        var text = new StringBuilder();
        foreach (var command in Samples.Commands(concept).Where(command => command is not IDeadlineCommand))
        {
            var told = new HashSet<string>();
            foreach (var (state, before) in states)
            {
                var decision = concept.Decided(before, command, now);
                var outcome = decision.Refusal is { } refusal ? $"✘ {refusal.Code}{(refusal is InvalidInput { Field: var field } ? $" {field}" : "")} {AsRead(refusal.Message.Chinese)} | {AsRead(refusal.Message.English)}" : string.Concat(decision.Events.Select(happened => $"→ {concept.KindOf(happened)} {concept.WriteEvent(happened)}\n"));
                if (decision.Refusal is NotFound || (decision.Refusal is null && decision.Events.IsEmpty) || !told.Add(decision.Refusal?.Code ?? string.Join(' ', decision.Events.Select(concept.KindOf))))
                {
                    continue;
                }

                text.AppendLine($"{command.GetType().Name} | {state}").AppendLine(outcome.TrimEnd());
                Append(text, concept, before, decision);
            }
        }

        // Each deadline alone, at its own instant; what was due before it is met with it.
        var met = new HashSet<string>();
        foreach (var (state, before) in states.Where(state => state.State is not null))
        {
            foreach (var open in concept.Deadlines(before!))
            {
                var decision = concept.Decided(before, concept.WhenDue(open.Kind, open.DueAt), now with { Actor = Actor.System(Guid.Empty), Now = open.DueAt });
                if (!decision.Events.IsEmpty && met.Add($"{open.Kind} {string.Join(' ', decision.Events.Select(concept.KindOf))}"))
                {
                    text.AppendLine($"{open.Kind} | {state}").AppendLine(string.Join('\n', decision.Events.Select(happened => $"→ {concept.KindOf(happened)} {concept.WriteEvent(happened)}")));
                    Append(text, concept, before, decision);
                }
            }
        }

        var file = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(concept.Name).Replace("-", "", StringComparison.Ordinal);
        Approved.Text($"../../docs/law/{file}{(name.Length == 0 ? "" : $".{name}")}.recorded.txt", text.ToString());
    }

    // Whoever shows a sentence says the names that people know; here there are none.
    private static string AsRead(string sentence) => Named.Replace(sentence, static (_, _) => null);

    private static void Append<TState, TCommand, TEvent>(StringBuilder text, Concept<TState, TCommand, TEvent> concept, TState? before, Decision<TEvent> decision)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var after = before;
        foreach (var happened in decision.Events)
        {
            var state = after;
            after = concept.Apply(state, happened);
            foreach (var fact in concept.Tally(state, happened, after))
            {
                text.AppendLine($"  counts: {fact.Measure} {fact.Amount} on {fact.Day:yyyy-MM-dd}, {fact.Section ?? "—"}, {fact.ProductClass ?? "—"}, {fact.Violation ?? "—"}");
            }
        }

        if (!decision.Events.IsEmpty)
        {
            Differences(text, Members(concept, before), Members(concept, after));
            Differences(text, Due(concept, before), Due(concept, after));
        }

        text.AppendLine();
    }

    private static Dictionary<string, string> Members<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, TState? state)
        where TState : class
        where TCommand : Command
        where TEvent : Event =>
        state is null ? [] : JsonNode.Parse(concept.WriteState(state))!.AsObject().ToDictionary(member => member.Key, member => member.Value?.ToJsonString(Plain) ?? "null");

    private static Dictionary<string, string> Due<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, TState? state)
        where TState : class
        where TCommand : Command
        where TEvent : Event =>
        state is null ? [] : concept.Deadlines(state).GroupBy(open => $"due {open.Kind}").ToDictionary(same => same.Key, same => string.Join(", ", same.Select(open => $"{open.DueAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}").Order(StringComparer.Ordinal)));

    private static void Differences(StringBuilder text, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        foreach (var key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (before.GetValueOrDefault(key, "—"), after.GetValueOrDefault(key, "—"));
            if (was != becomes && becomes != "null")
            {
                text.AppendLine($"  {key}: {becomes}");
            }
            else if (was != becomes && was != "—")
            {
                text.AppendLine($"  {key}: (nothing)");
            }
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
