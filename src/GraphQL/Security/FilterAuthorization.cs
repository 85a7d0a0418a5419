using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Security;

/// <summary>条件权限. Filters and orders obey the permissions of the fields they speak of: a condition on a field tells as much as the field itself.</summary>
internal static class FilterAuthorization
{
    private static readonly string[] Endings = ["FilterInput", "SortInput"];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Puts the check in front of a list's resolver, where the list takes conditions or an order.</summary>
    /// <param name="field">A field of the schema.</param>
    public static void Guard(FieldType field)
    {
        var concerned = (field.Arguments ?? []).Select(argument => (argument.Name, Type: ConcernedBy(argument))).Where(argument => argument.Type is not null).ToArray();
        if (concerned.Length == 0 || field.Resolver is not { } inner)
        {
            return;
        }

        field.Resolver = new FuncFieldResolver<object?>(context =>
        {
            foreach (var (name, type) in concerned)
            {
                if (context.Arguments?.TryGetValue(name, out var given) == true && given.Value is { } value
                    && HiddenIn(value, type!, Caller.Of(context.User)?.Roles ?? Roles.None) is { } hidden)
                {
                    throw new NotPermitted(new($"您没有权限使用 {hidden}", $"You may not use {hidden}"));
                }
            }

            return inner.ResolveAsync(context);
        });
    }

    /// <summary>The first field that conditions speak of and these roles may not see; null when there is none.</summary>
    /// <param name="given">A filter, an order, or a list of them.</param>
    /// <param name="type">The object type that they speak of.</param>
    /// <param name="held">The roles that the caller holds.</param>
    public static string? HiddenIn(object given, string type, Roles held)
    {
        if (given is IEnumerable several and not string)
        {
            return several.Cast<object>().Select(one => HiddenIn(one, type, held)).FirstOrDefault(hidden => hidden is not null);
        }

        foreach (var (field, condition) in AskedOf(given))
        {
            if (condition is null)
            {
                continue;
            }

            // What is asked of another subject obeys the permissions of its fields.
            var hidden = field is FilterGroups.And or FilterGroups.Or ? HiddenIn(condition, type, held)
                : AccessRules.For(type, field)?.Admits(held) != true ? $"{type}.{field}"
                : condition is IAskedOfFields { Type: { } other } ? HiddenIn(condition, other, held)
                : null;
            if (hidden is not null)
            {
                return hidden;
            }
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, object?>> AskedOf(object given) => given is IAskedOfFields asked
        ? asked.Asked
        : Properties.GetOrAdd(given.GetType(), static filter => filter.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(property => KeyValuePair.Create(WireName.OfMember(property.Name), property.GetValue(given)));

    private static string? ConcernedBy(QueryArgument argument)
    {
        var input = argument.ResolvedType?.GetNamedType() as IInputObjectGraphType;
        return Endings.Where(ending => input?.Name.EndsWith(ending, StringComparison.Ordinal) == true).Select(ending => input!.Name[..^ending.Length]).FirstOrDefault();
    }
}
