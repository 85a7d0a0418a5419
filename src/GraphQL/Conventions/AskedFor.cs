using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using GraphQL;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>所问之事. What a filter or an order asks about. Whoever may not read a field may not ask for it by its value either: the list itself would be the answer.</summary>
public static class AskedFor
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>Refuses filters and orders by fields that the caller may not read.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="type">The object type that is listed; its fields bear the names of the filter's.</param>
    /// <param name="inputs">The filter and the order, or null.</param>
    /// <exception cref="NotPermitted">One of them is closed to the caller.</exception>
    public static void MayBeRead(IResolveFieldContext field, string type, params object?[] inputs)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(inputs);
        // A filter that somebody made of thousands of others is walked before it is counted: once each is enough.
        var roles = Caller.Required(field.User).Roles;
        foreach (var name in inputs.SelectMany(FieldsIn).Distinct())
        {
            if (AccessRules.For(type, name)?.Admits(roles) != true)
            {
                throw new NotPermitted(new($"您没有权限按 {type}.{name} 查询", $"You may not ask by {type}.{name}"));
            }
        }
    }

    private static IEnumerable<string> FieldsIn(object? input) => input switch
    {
        null => [],
        IEnumerable several => several.Cast<object?>().SelectMany(FieldsIn),
        _ => Known.GetOrAdd(input.GetType(), static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(property => (property.Name, Value: property.GetValue(input)))
            .Where(given => given.Value is not null)
            // The groups and / or hold filters of the same kind.
            .SelectMany(given => given.Value is IEnumerable group and not string ? FieldsIn(group) : [JsonNamingPolicy.CamelCase.ConvertName(given.Name)]),
    };
}
