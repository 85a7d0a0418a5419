using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions.Mutations;

/// <summary>
/// 命令内容. What a command says, as people read it: each parameter that was given, under the field by which it is asked for. It is what
/// whoever decides on a proposal has to see of it.
/// </summary>
internal static class CommandWords
{
    /// <summary>What a command says, in the order in which it is asked for; what was left out is not there.</summary>
    /// <param name="command">The command.</param>
    public static IEnumerable<(string Field, IReadOnlyList<BilingualText> Values)> Of(Command command) => command.On is { } on
        ? Said(command).Append((CommandInput.On, [Same(IsoDate.Of(on))]))
        : Said(command);

    private static IEnumerable<(string Field, IReadOnlyList<BilingualText> Values)> Said(object part)
    {
        foreach (var parameter in CommandParts.ParametersOf(part.GetType()))
        {
            var value = ValueOf(part, parameter);
            var isDefault = parameter.HasDefaultValue && Equals(value, parameter.DefaultValue);
            if (value is null || isDefault || parameter.IsDefined(typeof(NotOfferedAttribute)))
            {
                continue;
            }

            if (value.GetType().IsDefined(typeof(SpreadAttribute)))
            {
                foreach (var spread in Said(value))
                {
                    yield return spread;
                }
            }
            else if (Texts(value) is { Count: > 0 } texts)
            {
                yield return (CommandInput.NameOf(parameter), texts);
            }
        }
    }

    private static object? ValueOf(object part, ParameterInfo parameter) =>
        part.GetType().GetProperty(parameter.Name!)?.GetValue(part);

    private static List<BilingualText> Texts(object value) => value is not string && CommandParts.MemberOf(value.GetType()) is not null
        ? IsNone(value) ? [] : [.. ((IEnumerable)value).Cast<object>().Select(TextOf)]
        : [TextOf(value)];

    // A list that was never made cannot be gone through.
    private static bool IsNone(object list) =>
        (bool)list.GetType().GetProperty(nameof(ImmutableArray<int>.IsDefaultOrEmpty))!.GetValue(list)!;

    private static BilingualText TextOf(object value) => value switch
    {
        string text => Same(text),
        bool isSo => isSo ? new("是", "yes") : new("否", "no"),
        Enum member => Terms.OfMember(member),
        Yuan amount => new($"{Amount(amount)}元", $"{Amount(amount)} yuan"),
        DateOnly day => Same(IsoDate.Of(day)),
        DateTimeOffset at => Same(ShanghaiTime.ClockOf(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        IFormattable number => Same(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Joined(Said(value)),
    };

    // A part of a command, such as a line of goods, in one line.
    private static BilingualText Joined(IEnumerable<(string Field, IReadOnlyList<BilingualText> Values)> said)
    {
        var texts = said.SelectMany(one => one.Values).ToList();
        return new(string.Join('，', texts.Select(text => text.Chinese)), string.Join(", ", texts.Select(text => text.English)));
    }

    private static string Amount(Yuan amount) => (amount.Fen / 100m).ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static BilingualText Same(string text) => new(text, text);
}
