using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Inspections;
using ShuangDa.Tests.Unit.Rectifications;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Lists;

/// <summary>Whatever a command names of a list is looked up, and the law hears of it.</summary>
public sealed class ListedParametersTests
{
    private static readonly IEnumerable<Type> Commands = [.. typeof(Command).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Command)))];

    /// <summary>A parameter that is called like an entry of a list is one, in a command and in all its parts.</summary>
    [Fact]
    public void Whatever_is_called_like_an_entry_of_a_list_is_looked_up()
    {
        var parameters = Commands.SelectMany(command => ParametersOf(command).Select(parameter => (Command: command, Parameter: parameter))).ToList();
        Assert.All(parameters, one => Assert.Equal((one.Command.Name, one.Parameter.Name, ListOf(one.Parameter.Name!)), (one.Command.Name, one.Parameter.Name, one.Parameter.GetCustomAttributes<ListedAttribute>().SingleOrDefault()?.List)));
        Assert.Superset(new HashSet<string> { "ToSection", "Section", "Agency", "ProductClass", "ProductClasses" }, parameters.Where(one => ListOf(one.Parameter.Name!) is not null).Select(one => one.Parameter.Name!).ToHashSet());
    }

    [Fact]
    public void A_case_refuses_what_is_not_listed() => Expect(Case.Concept, CaseLawTests.States.Select(state => state.State), new Circumstances(CaseTale.Legal, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number }
        .WithCaseFacts());

    [Fact]
    public void A_transfer_refuses_what_is_not_listed() => Expect(CrimeTransfer.Concept, CrimeTransferTests.States.Select(state => state.State), new Circumstances(CrimeTransferTale.Head, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }
        .With(new TransferCaseFact(CaseTale.Filed().Case)).WithLists(), by: command => command is ForwardCrimeTransfer ? CrimeTransferTale.Police : CrimeTransferTale.Head);

    [Fact]
    public void An_inspection_refuses_what_is_not_listed() => Expect(Inspection.Concept, InspectionTests.States.Select(state => state.State), SomeInspection.On(Some.Today));

    [Fact]
    public void An_order_refuses_what_is_not_listed() => Expect(Rectification.Concept, RectificationLawTests.States.Select(state => state.State), SomeRectification.Now);

    [Fact]
    public void A_licence_refuses_what_is_not_listed() => Expect(Licence.Concept, [null, Some.ActiveLicence()], Some.On(Some.Today));

    [Fact]
    public void An_enterprise_refuses_what_is_not_listed() => Expect(Enterprise.Concept, [null, Some.Enterprise() with { ProductClasses = [] }], Some.On(Some.Today));

    [Fact]
    public void An_account_refuses_what_is_not_listed() => Expect(
        Account.Concept,
        [null, Account.Apply(null, new AccountCreated("zhang.san", "张三", Roles.Officer, null, null, "c1", false, Some.TenOClock(Some.Today)))],
        Some.On(Some.Today).With(new AccountFacts("c2", OtherAdministratorsRemain: true)),
        command => command is ChangeAccountRoles or CreateAccount ? AsLiaison(command) : command);

    /// <summary>Every command that names something of a list is among those whose law is asked above.</summary>
    [Fact]
    public void No_concept_is_left_out()
    {
        var asked = new HashSet<Type> { typeof(CaseCommand), typeof(CrimeTransferCommand), typeof(InspectionCommand), typeof(RectificationCommand), typeof(LicenceCommand), typeof(EnterpriseCommand), typeof(AccountCommand) };
        Assert.All(Commands.Where(command => ParametersOf(command).Any(parameter => parameter.GetCustomAttributes<ListedAttribute>().Any())), command => Assert.Contains(command.BaseType!, asked));
    }

    [Fact]
    public void What_nobody_looked_up_is_no_answer()
    {
        var now = Some.WithoutHolder(Some.Today);
        Assert.Throws<InvalidOperationException>(() => now.Open<Section>("QUALITY"));
        Assert.Throws<InvalidOperationException>(() => now.NotOpen<Agency>("agency", "police"));
        Assert.Null(now.Open<Section>(" "));
        Assert.Null(now.NotOpen<Section>("section", null));
    }

    [Fact]
    public void What_is_closed_or_not_listed_is_refused_by_the_fields_name()
    {
        var now = Some.On(Some.Today);
        Assert.Null(now.NotOpen<Section>("toSection", "QUALITY"));
        Assert.Equal("toSection", now.With(Some.Lists(isOpen: false)).NotOpen<Section>("toSection", "QUALITY")!.Field);
        Assert.Equal("agency", now.With(new ListedFound((_, _) => null)).NotOpen<Agency>("agency", "police")!.Field);
        Assert.Equal(40, now.With(new ListedFound((_, _) => null)).NotOpen<Agency>("agency", new string('x', 5000))!.Problem.Count(letter => letter == 'x'));
    }

    // In every state in which a command is granted, it is refused by the field's name once what it names is not listed.
    private static void Expect<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, IEnumerable<TState?> states, Circumstances now, Func<TCommand, TCommand>? made = null, Func<TCommand, Actor>? by = null)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        foreach (var sample in Samples.Commands(concept))
        {
            foreach (var parameter in CommandParts.ParametersOf(sample.GetType()).Where(one => one.GetCustomAttributes<ListedAttribute>().Any()))
            {
                var command = (made is null ? sample : made(sample)) with { ExpectedVersion = null };
                var value = parameter.ParameterType == typeof(string) ? (object)"CLOTHING" : ImmutableArray.Create("CLOTHING");
                command.GetType().GetProperty(parameter.Name!)!.SetValue(command, value);
                var list = parameter.GetCustomAttributes<ListedAttribute>().Single().List;
                var asked = by is null ? now : now with { Actor = by(command) };
                var unlisted = asked.With(new ListedFound((of, given) => of == list ? null : Some.Lists().Find(of, given)));
                var granted = states.Where(state => !concept.Decided(state, command, asked.With(Some.Lists())).Events.IsEmpty).ToList();
                Assert.True(granted.Count > 0, $"{command} is granted in no state.");
                Assert.All(granted, state => Assert.Equal(
                    (sample.GetType().Name, JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)),
                    (sample.GetType().Name, Assert.IsType<InvalidInput>(concept.Decided(state, command, unlisted).Refusal).Field)));
            }
        }
    }

    private static AccountCommand AsLiaison(AccountCommand command) => command switch
    {
        CreateAccount c => c with { Roles = Roles.Liaison, Section = null, Agency = "police" },
        ChangeAccountRoles c => c with { Roles = Roles.Liaison, Section = null, Agency = "police" },
        _ => command,
    };

    private static ListedConcept? ListOf(string parameter) =>
        AllConcepts.Lists.SingleOrDefault(list => Regex.IsMatch(parameter, $"{list.Name.Replace("-", "", StringComparison.Ordinal)}(s|es)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private static IEnumerable<ParameterInfo> ParametersOf(Type type)
    {
        foreach (var parameter in CommandParts.ParametersOf(type))
        {
            yield return parameter;
            var part = CommandParts.MemberOf(parameter.ParameterType) ?? parameter.ParameterType;
            if (part.IsClass && part.Assembly == typeof(Command).Assembly)
            {
                foreach (var nested in ParametersOf(part))
                {
                    yield return nested;
                }
            }
        }
    }
}
