using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Whatever day, number or amount a command names, the law answers it, and what it leads to can be folded, shown and owed.</summary>
public sealed class ExtremesTests : IAskedOfEveryConcept
{
    private static readonly DateOnly[] Days =
    [
        DateOnly.MinValue, new(1900, 1, 1), new(1949, 9, 30), new(1949, 10, 1), Some.Today, Some.Today.AddDays(1),
        new(2199, 12, 31), DateOnly.MaxValue,
    ];

    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void A_concept_answers_every_extreme(string concept) => SampleStates.Of(concept).Ask(this);

    /// <summary>The day that a form sends by mistake is refused by name before the law is asked, wherever in a command it stands.</summary>
    [Fact]
    public void A_day_that_cannot_be_meant_is_found_wherever_a_command_holds_it()
    {
        Assert.Equal("endedOn", PlausibleDays.Problem(new EndCasePause(1, DateOnly.MinValue))!.Field);
        Assert.Equal("registeredOn", PlausibleDays.Problem(new RegisterEnterprise(Some.CreditCode, Some.Details with { RegisteredOn = new DateOnly(221, 1, 3) }, []))!.Field);
        Assert.Equal("workedDays", PlausibleDays.Problem(new LoadWorkingYear(2027, default, [Some.Today, new DateOnly(9999, 1, 1)], "通知"))!.Field);
        Assert.Null(PlausibleDays.Problem(new EndCasePause(1, null)));
        Assert.Null(PlausibleDays.Problem(new RenewLicence(Some.Today, PlausibleDays.Last, Some.Grounds)));
        Assert.Null(PlausibleDays.Problem(new RenewLicence(Some.Today, DateOnly.MaxValue, Some.Grounds))); // 长期
        Assert.Equal("validTo", PlausibleDays.Problem(new RenewLicence(Some.Today, DateOnly.MaxValue.AddDays(-1), Some.Grounds))!.Field);
        Assert.Equal("validFrom", PlausibleDays.Problem(new RenewLicence(DateOnly.MaxValue, DateOnly.MaxValue, Some.Grounds))!.Field);
    }

    [Fact]
    public void Of_a_valid_command_every_day_can_be_meant() => Assert.All(Samples.Every, command => Assert.Null(PlausibleDays.Problem(command)));

    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
    {
        var asked = Samples.Commands(samples.Law).Where(command => command is not IDeadlineCommand).SelectMany(command => Variants(command).Cast<TCommand>().Prepend(command)).ToList();
        var faults = new List<string>();
        foreach (var (state, now) in samples.States.SelectMany(state => samples.Circumstances.Select(one => (state.State, one.Now))))
        {
            foreach (var command in asked)
            {
                try
                {
                    Settle(samples.Law, state, command, now);
                }
                catch (Exception fault) when (fault is not ActorNotAllowedException)
                {
                    faults.Add($"{command}: {fault.GetType().Name} {fault.Message} {fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("ShuangDa", StringComparison.Ordinal))}");
                }
            }
        }

        Assert.Empty(faults.Distinct());
    }

    private static void Settle<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, TState? state, TCommand command, Circumstances now)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        foreach (var happened in concept.Decided(state, command, now).Events)
        {
            var before = state;
            state = concept.Apply(before, happened);
            Assert.NotEmpty(happened.Summary.Chinese);
            _ = (happened.EffectiveOn, concept.WriteEvent(happened), concept.Tally(before, happened, state).Count());
            if (concept.Check(state).Count == 0)
            {
                Assert.NotEmpty(concept.Rows($"{concept.Name}/{now.Key}", state, 1));
                _ = concept.Deadlines(state);
            }
        }
    }

    /// <summary>The same command with one day, number or amount in it set to an extreme.</summary>
    private static IEnumerable<object> Variants(object record)
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0 && property.Name != nameof(Command.ExpectedVersion)))
        {
            var value = property.GetValue(record);
            var others = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
            {
                var type when type == typeof(DateOnly) => Days.Cast<object>(),
                var type when type == typeof(int) => [int.MinValue, -1, 0, int.MaxValue],
                var type when type == typeof(long) => [long.MinValue, -1L, 0L, 1_000_000_000_000_00L, long.MaxValue],
                var type when type == typeof(ImmutableArray<DateOnly>) => Days.Select(day => (object)ImmutableArray.Create(day)),
                { IsClass: true } type when value is not null && type.Assembly == typeof(Command).Assembly => Variants(value),
                _ => [],
            };
            foreach (var other in others)
            {
                var changed = record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;
                property.SetValue(changed, other);
                yield return changed;
            }
        }
    }
}
