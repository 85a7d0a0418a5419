using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Enterprises;
using ShuangDa.Tests.Unit.Inspections;
using ShuangDa.Tests.Unit.Licences;
using ShuangDa.Tests.Unit.Rectifications;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Spaces around a text that somebody types are nobody's intention: wherever a command is granted it records the same without them, and a blank text is refused by its name or is none.</summary>
public sealed class TextsTests
{
    /// <summary>Texts that nobody types, and one that says nothing where it is blank.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["LinkInspection."] = "the number of the inspection that tells the case",
        ["NoteCrimeTransfer."] = "the number of the transfer that tells the case",
        ["NoteJoinedCase."] = "what the law of the other case has decided",
        ["ImportEnterprise.CreditCode:"] = "names the subject, which is known by its key",
        ["ImportEnterprise.Details.Name:"] = "a row without a name leaves the name as it is",
    };

    [Fact]
    public void Texts_of_a_case() => Expect(Case.Concept, CaseLawTests.States.Select(state => state.State), new Circumstances(CaseTale.Legal, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number }
        .WithCaseFacts());

    [Fact]
    public void Texts_of_a_transfer()
    {
        foreach (var actor in new[] { CrimeTransferTale.Head, CrimeTransferTale.Police })
        {
            Expect(CrimeTransfer.Concept, CrimeTransferTests.States.Select(state => state.State), new Circumstances(actor, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }.With(new TransferCaseFact(CaseTale.Filed().Case)).WithLists());
        }
    }

    [Fact]
    public void Texts_of_an_inspection() => Expect(Inspection.Concept, InspectionTests.States.Select(state => state.State), SomeInspection.On(Some.Today));

    [Fact]
    public void Texts_of_an_order() => Expect(Rectification.Concept, RectificationLawTests.States.Select(state => state.State), SomeRectification.Now);

    [Fact]
    public void Texts_of_a_licence() => Expect(Licence.Concept, LicenceLawTests.States.Select(state => state.State), Some.On(Some.Today));

    [Fact]
    public void Texts_of_an_enterprise() => Expect(Enterprise.Concept, EnterpriseTests.States.Select(state => state.State), Some.On(Some.Today));

    private static void Expect<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, IEnumerable<TState?> states, Circumstances now)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var state in states)
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
                    else if (answered.Refusal is InvalidInput refused && !refused.Field.StartsWith(field.Split('.')[^1], StringComparison.OrdinalIgnoreCase))
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
