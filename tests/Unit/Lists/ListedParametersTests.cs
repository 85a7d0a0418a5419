using System.Reflection;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
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
        Assert.Superset(new HashSet<string> { "ToSection", "Section", "Agency" }, parameters.Where(one => ListOf(one.Parameter.Name!) is not null).Select(one => one.Parameter.Name!).ToHashSet());
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

    private static ListedConcept? ListOf(string parameter) => parameter switch
    {
        _ when parameter.EndsWith("Section", StringComparison.Ordinal) => Section.List,
        _ when parameter.EndsWith("Agency", StringComparison.Ordinal) => Agency.List,
        _ => null,
    };

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
