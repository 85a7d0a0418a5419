using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Spaces around a text that somebody types are nobody's intention: wherever a command is granted it records the same without them, and a blank text is refused by its name or is none.</summary>
public sealed class TextsTests : IAskedOfEveryConcept
{
    /// <summary>Texts that nobody types, and one that says nothing where it is blank.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["LinkInspection."] = "the number of the inspection that tells the case",
        ["NoteCrimeTransfer."] = "the number of the transfer that tells the case",
        ["NoteTransferTakenBack."] = "the number of the transfer that tells the case",
        ["NoteSuspendingDecision."] = "what the law of the case has decided",
        ["NoteJoinedCase."] = "what the law of the other case has decided",
        ["CreateAccount.UserName:"] = "names the subject, which is known by its key",
        ["RecordSignIn."] = "the session's name, which the program draws",
        ["SignOut."] = "the session's name, which the program draws",
        ["QueueEnterpriseImport."] = "what the program has found of the file",
        ["QueueLicenceImport."] = "what the program has found of the file",
        ["FailImport."] = "what the program says of the file",
        ["ImportEnterprise.CreditCode:"] = "names the subject, which is known by its key",
        ["ImportEnterprise.Details.Name:"] = "a row without a name leaves the name as it is",
    };

    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void Spaces_around_a_text_are_not_recorded(string concept) => SampleStates.Of(concept).Ask(this);

    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
    {
        var (concept, faults) = (samples.Law, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (state, now) in samples.States.SelectMany(state => samples.Circumstances.Select(one => (state.State, one.Now))))
        {
            foreach (var command in Samples.Commands(concept))
            {
                var granted = concept.Decided(state, command, now);
                if (granted.Refusal is not null || granted.Events.IsEmpty)
                {
                    continue;
                }

                foreach (var (field, padded) in Changed(command, text => $" {text} "))
                {
                    var spaced = concept.Decided(state, (TCommand)padded!, now);
                    if (Recorded(concept, spaced) != Recorded(concept, granted))
                    {
                        faults.Add($"{command.GetType().Name}.{field}: spaces around it are kept");
                    }
                }

                foreach (var ((field, blank), (_, without)) in Changed(command, _ => " ").Zip(Changed(command, _ => null)))
                {
                    var answered = concept.Decided(state, (TCommand)blank!, now);
                    if (answered.Refusal is null && (without is null || Recorded(concept, answered) != Recorded(concept, concept.Decided(state, (TCommand)without, now))))
                    {
                        faults.Add($"{command.GetType().Name}.{field}: blank it is recorded");
                    }
                    else if (answered.Refusal is InvalidInput refused
                        && !refused.Field.StartsWith(field.Split('.')[^1], StringComparison.OrdinalIgnoreCase)
                        && !refused.Field.Equals(field, StringComparison.OrdinalIgnoreCase))
                    {
                        faults.Add($"{command.GetType().Name}.{field}: blank it is refused as {refused.Field}");
                    }
                }
            }
        }

        Assert.DoesNotContain(faults, fault => !Others.Keys.Any(other => fault.StartsWith(other, StringComparison.Ordinal)));
    }

    private static string Recorded<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, Decision<TEvent> decision)
        where TState : class
        where TCommand : Command
        where TEvent : Event =>
        decision.Refusal is { } refusal ? $"{refusal}" : string.Join('\n', decision.Events.Select(happened => $"{concept.KindOf(happened)} {concept.WriteEvent(happened)}"));

    /// <summary>The same command with one of its texts changed, also within a part of it and the first of a list; null where the text must be given and is not.</summary>
    private static IEnumerable<(string Field, object? Record)> Changed(object record, Func<string, string?> change)
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
        {
            IEnumerable<(string Field, object? Value, bool IsMissing)> values = property.GetValue(record) switch
            {
                string text => [("", change(text), change(text) is null && new NullabilityInfoContext().Create(property).WriteState is NullabilityState.NotNull)],
                ImmutableArray<string> { IsDefaultOrEmpty: false } texts => [("", change(texts[0]) is { } first ? texts.SetItem(0, first) : texts.RemoveAt(0), false)],
                { } part when part.GetType() is { IsClass: true } type && type.Assembly == typeof(Command).Assembly => Changed(part, change).Select(one => (one.Field, one.Record, one.Record is null)),
                _ => [],
            };
            foreach (var (inner, value, isMissing) in values)
            {
                var changed = record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;
                property.SetValue(changed, value);
                yield return (inner.Length == 0 ? property.Name : $"{property.Name}.{inner}", isMissing ? null : changed);
            }
        }
    }
}
