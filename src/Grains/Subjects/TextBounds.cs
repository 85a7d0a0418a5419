using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace ShuangDa.Grains.Subjects;

/// <summary>最长. The most characters (UTF-16 units) of a text that a command carries; of a list of texts, of each. The law's check, the schema and the forms read it here and nowhere else.</summary>
/// <param name="characters">How many.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LongestAttribute(int characters) : Attribute
{
    /// <summary>字数. How many characters.</summary>
    public int Characters => characters;
}

/// <summary>最多. The most entries of a list that a command carries, as it is given. The law's check and the schema read it here and nowhere else.</summary>
/// <param name="entries">How many.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MostAttribute(int entries) : Attribute
{
    /// <summary>项数. How many entries.</summary>
    public int Entries => entries;
}

/// <summary>保留换行. A record whose texts are taken over from registers as they stand there: a short one may have several lines.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsLinesAttribute : Attribute;

/// <summary>
/// 文字长度与项数. Looks at every text of a command that has a <see cref="LongestAttribute"/> and at every list that has a <see cref="MostAttribute"/>, in the command itself and in the parts
/// it holds, before its concept's law is asked: a text that is too long or cannot be stored and a list that is too long are refused by the name of their field.
/// </summary>
public static class TextBounds
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Func<object, InvalidInput?>>> Checks = new();

    /// <summary>What is wrong with the first text that has no room or cannot be stored, or the first list that is too long; or null.</summary>
    /// <param name="record">A command, or a part of one, with the parts it holds.</param>
    public static InvalidInput? Problem(object record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return ProblemIn(record);
    }

    private static InvalidInput? ProblemIn(object record)
    {
        foreach (var check in Checks.GetOrAdd(record.GetType(), static type => [.. ChecksOf(type)]))
        {
            if (check(record) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static IEnumerable<Func<object, InvalidInput?>> ChecksOf(Type record)
    {
        foreach (var parameter in CommandParts.ParametersOf(record))
        {
            if (CheckOf(parameter) is { } check)
            {
                var read = ReaderOf(record, parameter.Name!);
                yield return holder => read(holder) is { } value ? check(value) : null;
            }
        }
    }

    // A part that is spread has its texts under their own names, any other under the part's.
    private static Func<object, InvalidInput?>? CheckOf(ParameterInfo parameter)
    {
        var field = OfferedAsAttribute.NameOf(parameter);
        var member = CommandParts.MemberOf(parameter.ParameterType);
        Func<object, InvalidInput?>? check = parameter.GetCustomAttribute<LongestAttribute>() is { Characters: var longest }
            ? (member ?? parameter.ParameterType) == typeof(string)
                ? TextCheckOf(member is null ? field : "", longest, IsLine(parameter, longest))
                : throw new InvalidOperationException($"{parameter.Member.DeclaringType}({parameter.Name}) is no text and has no length.")
            : !HasBounds(member ?? parameter.ParameterType) ? null
            : member is not null || parameter.ParameterType.IsDefined(typeof(SpreadAttribute)) ? ProblemIn
            : part => ProblemIn(part) is { } wrong ? wrong with { Field = $"{field}.{wrong.Field}" } : null;
        return member is null ? check : CheckOfList(field, parameter.GetCustomAttribute<MostAttribute>()?.Entries, check);
    }

    private static bool IsLine(ParameterInfo text, int longest) =>
        longest <= FreeText.LongestLine && !text.Member.DeclaringType!.IsDefined(typeof(KeepsLinesAttribute));

    private static Func<object, InvalidInput?> TextCheckOf(string field, int longest, bool isLine) => isLine
        ? text => FreeText.Problem(field, (string)text, longest) ?? FreeText.Broken(field, (string)text)
        : text => FreeText.Problem(field, (string)text, longest);

    private static Func<object, InvalidInput?>? CheckOfList(string field, int? most, Func<object, InvalidInput?>? check) => most is null && check is null ? null : list =>
    {
        var given = Members(list).ToList();
        return given.Count > most ? new InvalidInput(field, $"项数过多：{given.Count}项，最多{most}项", $"The list is too long: {given.Count} entries, at most {most}")
            : check is null ? null
            : ListParts.Problem(field, given, part => part is null ? null : check(part));
    };

    private static bool HasBounds(Type type) =>
        type is { IsClass: true } && type.Assembly == typeof(Command).Assembly
        && CommandParts.ParametersOf(type).Any(parameter => parameter.IsDefined(typeof(LongestAttribute)) || parameter.IsDefined(typeof(MostAttribute)) || HasBounds(CommandParts.MemberOf(parameter.ParameterType) ?? parameter.ParameterType));

    private static IEnumerable<object?> Members(object list) => list.Equals(Activator.CreateInstance(list.GetType())) ? [] : ((System.Collections.IEnumerable)list).Cast<object?>();

    private static Func<object, object?> ReaderOf(Type record, string property)
    {
        var holder = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(Expression.Convert(holder, record), property), typeof(object)), holder).Compile();
    }
}
