using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Lists;

/// <summary>出自名录. A parameter of a command, or of a part of one, names an entry of a list, or several. The shell looks them up; the law asks with <see cref="ListedFacts"/> and cannot forget it, because what nobody has looked up is no answer.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class ListedAttribute : Attribute, ILooksUp
{
    /// <summary>The list that the entries are of.</summary>
    public abstract ListedConcept List { get; }

    /// <inheritdoc/>
    public string Concept => List.Name;
}

/// <summary>出自名录. Of which list.</summary>
/// <typeparam name="TEntry">The list's entries.</typeparam>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ListedAttribute<TEntry> : ListedAttribute where TEntry : ListedEntry, IListed
{
    /// <inheritdoc/>
    public override ListedConcept List => TEntry.List;
}

/// <summary>名录参数. What a command names of lists, with the parts it has. Worked out once for each type.</summary>
internal static class ListedParameters
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(PropertyInfo Property, ListedConcept? List)>> Known = [];

    /// <summary>What a command names, each as it was given, without the spaces around it; what is left blank is not among it.</summary>
    /// <param name="record">The command, or a part of one.</param>
    public static IEnumerable<(ListedConcept List, string Given)> In(object record) => Known.GetOrAdd(record.GetType(), static type => [.. Of(type)])
        .SelectMany(one => Values(one.Property.GetValue(record)).SelectMany(value => one.List is null ? In(value) : Named(one.List, (string)value)));

    private static IEnumerable<(ListedConcept, string)> Named(ListedConcept list, string value) => FreeText.Given(value) is { } given ? [(list, given)] : [];

    private static IEnumerable<object> Values(object? value) => value switch
    {
        null or ImmutableArray<string> { IsDefault: true } => [],
        string one => [one],
        System.Collections.IEnumerable many => many.Cast<object?>().OfType<object>(),
        _ => [value],
    };

    private static IEnumerable<(PropertyInfo, ListedConcept?)> Of(Type type)
    {
        foreach (var parameter in CommandParts.ParametersOf(type))
        {
            var list = parameter.GetCustomAttributes<ListedAttribute>(inherit: false).SingleOrDefault()?.List;
            if ((list is not null || IsPart(parameter.ParameterType)) && type.GetProperty(parameter.Name!) is { } property)
            {
                yield return (property, list);
            }
        }
    }

    private static bool IsPart(Type type)
    {
        var member = CommandParts.MemberOf(type) ?? type;
        return member.IsClass && member.Assembly == typeof(Command).Assembly && Of(member).Any();
    }
}
