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

    /// <summary>Whether what the list does not have is kept in words and not refused: a register calls things as it likes.</summary>
    public bool KeepsUnknown { get; init; }

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

/// <summary>命令人的条目. A command makes something that is given to an entry that whoever gives the command belongs to. The shell looks that entry up too.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ListedOfActorAttribute : Attribute, ILooksUp
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<ListedOfActorAttribute>> Known = [];

    /// <summary>The list that the entry is of.</summary>
    public abstract ListedConcept List { get; }

    /// <inheritdoc/>
    public string Concept => List.Name;

    /// <summary>The code of the entry that somebody belongs to, or null.</summary>
    /// <param name="actor">Who gives the command.</param>
    public abstract string? Of(Actor actor);

    /// <summary>What a command's giver belongs to, as far as the command asks for it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who gives it.</param>
    internal static IEnumerable<(ListedConcept List, string Given)> In(Command command, Actor actor) =>
        from one in Known.GetOrAdd(command.GetType(), static type => [.. type.GetCustomAttributes<ListedOfActorAttribute>(inherit: false)])
        let code = FreeText.Given(one.Of(actor))
        where code is not null
        select (one.List, code);
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
