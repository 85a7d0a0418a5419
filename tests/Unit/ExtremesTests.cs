using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.Accounts;
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
using ShuangDa.Tests.Unit.Inspections;
using ShuangDa.Tests.Unit.Rectifications;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Whatever day, number or amount a command names, the law answers it, and what it leads to can be folded, shown and owed.</summary>
public sealed class ExtremesTests
{
    private static readonly DateOnly[] Days = [DateOnly.MinValue, new(1900, 1, 1), new(2199, 12, 31), DateOnly.MaxValue];

    [Fact]
    public void A_case_answers_every_extreme() => Expect(Case.Concept, CaseLawTests.States.Select(state => state.State), new Circumstances(CaseTale.Legal, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number }
        .WithCaseFacts());

    [Fact]
    public void A_transfer_answers_every_extreme() => Expect(CrimeTransfer.Concept, CrimeTransferTests.States.Select(state => state.State), new Circumstances(CrimeTransferTale.Head, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }
        .With(new TransferCaseFact(CaseTale.Filed().Case)).WithLists());

    [Fact]
    public void An_inspection_answers_every_extreme() => Expect(Inspection.Concept, InspectionTests.States.Select(state => state.State), SomeInspection.On(Some.Today));

    [Fact]
    public void An_order_answers_every_extreme() => Expect(Rectification.Concept, RectificationLawTests.States.Select(state => state.State), SomeRectification.Now);

    [Fact]
    public void A_licence_answers_every_extreme() => Expect(Licence.Concept, [null, Some.ActiveLicence(), Some.SuspendedLicence(), Some.RequestedLicence(), Some.ExpiredLicence()], Some.On(Some.Today));

    [Fact]
    public void An_enterprise_answers_every_extreme() => Expect(Enterprise.Concept, [null, Some.Enterprise()], Some.On(Some.Today));

    [Fact]
    public void An_account_answers_every_extreme() => Expect(
        Account.Concept,
        [null, Account.Apply(null, new AccountCreated("officer", "张三", Roles.Officer, null, null, "c1", false, Some.TenOClock(Some.Today)))],
        Some.On(Some.Today).With(new AccountFacts("c2", CurrentPasswordIsRight: true)));

    [Fact]
    public void A_working_year_answers_every_extreme()
    {
        var command = new LoadWorkingYear(2027, [new DateOnly(2027, 1, 1)], [new DateOnly(2027, 1, 2)], "国务院办公厅通知");
        Expect(WorkingYear.Concept, [null], Some.On(Some.Today) with { Key = "2027" }, [command]);
    }

    /// <summary>The day that a form sends by mistake is refused by name before the law is asked, wherever in a command it stands.</summary>
    [Fact]
    public void A_day_that_cannot_be_meant_is_found_wherever_a_command_holds_it()
    {
        Assert.Equal("endedOn", PlausibleDays.Problem(new EndCasePause(1, DateOnly.MinValue))!.Field);
        Assert.Equal("registeredOn", PlausibleDays.Problem(new RegisterEnterprise(Some.CreditCode, Some.Details with { RegisteredOn = new DateOnly(221, 1, 3) }, []))!.Field);
        Assert.Equal("workedDays", PlausibleDays.Problem(new LoadWorkingYear(2027, default, [Some.Today, new DateOnly(9999, 1, 1)], "通知"))!.Field);
        Assert.Null(PlausibleDays.Problem(new EndCasePause(1, null)));
        Assert.Null(PlausibleDays.Problem(new RenewLicence(Some.Today, PlausibleDays.Last, Some.Grounds)));
        Assert.Equal("validTo", PlausibleDays.Problem(new RenewLicence(Some.Today, DateOnly.MaxValue, Some.Grounds))!.Field);
    }

    [Fact]
    public void Of_a_valid_command_every_day_can_be_meant() => Assert.All(Samples.Every, command => Assert.Null(PlausibleDays.Problem(command)));

    private static void Expect<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, IEnumerable<TState?> states, Circumstances now, IEnumerable<TCommand>? commands = null)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var asked = (commands ?? Samples.Commands(concept).Where(command => command is not IDeadlineCommand)).SelectMany(command => Variants(command).Cast<TCommand>().Prepend(command)).ToList();
        var faults = new List<string>();
        foreach (var state in states)
        {
            foreach (var command in asked)
            {
                try
                {
                    Settle(concept, state, command, now);
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
