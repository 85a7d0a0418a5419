using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Lists;

/// <summary>Whatever a command names of a list is looked up, and the law hears of it.</summary>
public sealed class ListedParametersTests : IAskedOfEveryConcept
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

    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void What_is_not_listed_is_refused(string concept) => SampleStates.Of(concept).Ask(this);

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
    public void What_a_command_names_of_lists_is_known_before_it_is_decided()
    {
        Assert.Equal(
            [(ProductClass.List, "服装"), (ProductClass.List, "FOOD"), (Area.List, "夏阳街道")],
            Named(new RegisterEnterprise(Some.CreditCode, Some.Details, [" 服装", "FOOD", " "], Area: "夏阳街道 ")));
        Assert.Equal(
            [(Area.List, "夏阳街道")],
            Named(new RegisterEnterprise(Some.CreditCode, Some.Details, default(ImmutableArray<string>), Area: "夏阳街道")));
        Assert.Empty(Named(new RegisterEnterprise(Some.CreditCode, Some.Details, null, Area: " ")));
        Assert.Empty(Named(new CloseEnterprise(Some.Grounds)));

        static IEnumerable<(ListedConcept, string)> Named(Command command) => ListedParameters.In(command);
    }

    [Fact]
    public void Whose_work_goes_to_the_own_section_names_it_too()
    {
        Assert.Equal(
            [(Section.List, "QUALITY")],
            ListedOfActorAttribute.In(SomeInspection.Plan, Some.Officer with { Section = " QUALITY" }));
        Assert.Empty(ListedOfActorAttribute.In(SomeInspection.Plan, Some.Officer with { Section = " " }));
        Assert.Empty(ListedOfActorAttribute.In(new CloseEnterprise(Some.Grounds), Some.Officer));
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
    void IAskedOfEveryConcept.Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
    {
        foreach (var sample in Samples.Commands(samples.Law))
        {
            foreach (var parameter in CommandParts.ParametersOf(sample.GetType()).Where(one => one.GetCustomAttributes<ListedAttribute>().Any()))
            {
                var list = parameter.GetCustomAttributes<ListedAttribute>().Single().List;
                var asked =
                    from command in samples.Otherwise(sample).Prepend(sample).Select(one => Naming(one, parameter))
                    from state in samples.States
                    from one in samples.Circumstances
                        // A crime goes to the police, what is another authority's to it.
                    from lists in new[] { Some.Lists(), Some.Lists(AgencyKind.Enforcement) }
                    where IsGranted(samples.Law, state.State, command, one.Now.With(lists))
                    select samples.Law.Decided(
                        state.State,
                        command,
                        one.Now.With(new ListedFound((of, given) => of == list && given == Unlisted ? null : lists.Find(of, given))));
                var answers = asked.ToList();
                Assert.True(answers.Count > 0, $"{sample} is granted in no state.");
                if (parameter.GetCustomAttributes<ListedAttribute>().Single().KeepsUnknown)
                {
                    // Which words are kept, the concept's own tests say.
                    Assert.All(
                        answers,
                        answer => Assert.True(answer.Refusal is not InvalidInput, $"{sample.GetType().Name}: {answer.Refusal}"));
                    continue;
                }

                Assert.All(
                    answers,
                    answer => Assert.Equal(
                        (sample.GetType().Name, OfferedAsAttribute.NameOf(parameter)),
                        (sample.GetType().Name, Assert.IsType<InvalidInput>(answer.Refusal).Field)));
            }
        }
    }

    private static bool IsGranted<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> law, TState? state, TCommand command, Circumstances now)
        where TState : class
        where TCommand : Command
        where TEvent : Event => !law.Decided(state, command, now).Events.IsEmpty;

    // Another parameter may name an entry of the same list, which is there.
    private const string Unlisted = "CLOTHING";

    private static TCommand Naming<TCommand>(TCommand command, ParameterInfo parameter) where TCommand : Command
    {
        var naming = command with { ExpectedVersion = null };
        naming.GetType().GetProperty(parameter.Name!)!.SetValue(naming, parameter.ParameterType == typeof(string) ? Unlisted : ImmutableArray.Create(Unlisted));
        return naming;
    }

    private static ListedConcept? ListOf(string parameter) =>
        AllConcepts.Lists.SingleOrDefault(list => Regex.IsMatch(
            parameter, $"{EndOf(list.Name.Replace("-", "", StringComparison.Ordinal))}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    // One of them, or several.
    private static string EndOf(string name) => name.EndsWith('y') ? $"{name[..^1]}(y|ies)" : $"{name}(s|es)?";

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
