using System.Collections.Concurrent;
using System.Reflection;
using ShuangDa.Grains.Calendar;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 可补录的命令. An act that may have been done on an earlier day than that on which it is entered: the command takes <see
/// cref="Command.On"/>, clocks run from that day, and the journal keeps both.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DatedAttribute : Attribute;

/// <summary>
/// 办理日期参数. The parameter of a command that says on which day the act was done, where the statute has a word of its own for that day, such
/// as that of service or of payment. A command with one takes no <see cref="Command.On"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsDayOfActAttribute : Attribute;

/// <summary>由期限产生的事件. An event that a deadline made, not whoever acted: the day of an act that is entered later is not its day.</summary>
public interface IMadeByClock;

/// <summary>办理日期. On which days an act can have been done.</summary>
public static class ActDay
{
    /// <summary>最早日期. Before the founding of the People's Republic nobody acted under its law.</summary>
    public static readonly DateOnly Earliest = new(1949, 10, 1);

    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Parameters = new();

    /// <summary>
    /// The day on which a command says that the act was done: <see cref="Command.On"/>, or the parameter that names it; null where it says
    /// none, and then it is done as it is entered.
    /// </summary>
    /// <param name="command">The command.</param>
    public static DateOnly? Of(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.On ?? (DateOnly?)Parameters.GetOrAdd(command.GetType(), ParameterOf)?.GetValue(command);
    }

    private static PropertyInfo? ParameterOf(Type command) =>
        CommandParts.ParametersOf(command).SingleOrDefault(one => one.IsDefined(typeof(IsDayOfActAttribute))) is { Name: { } name }
            ? command.GetProperty(name)
            : null;

    /// <summary>What is wrong with the day of an act, or null: it is not after today and not before 1949.</summary>
    /// <param name="field">The input's field.</param>
    /// <param name="day">The day that was given; null for none.</param>
    /// <param name="today">Today (Asia/Shanghai).</param>
    public static InvalidInput? Problem(string field, DateOnly? day, DateOnly today) => day switch
    {
        { } later when later > today =>
            new InvalidInput(
                field,
                $"日期{IsoDate.Of(later)}晚于今天{IsoDate.Of(today)}",
                $"{IsoDate.Of(later)} is after today, {IsoDate.Of(today)}"),
        { } earlier when earlier < Earliest =>
            new InvalidInput(
                field,
                $"日期{IsoDate.Of(earlier)}不合理，不能早于{IsoDate.Of(Earliest)}",
                $"{IsoDate.Of(earlier)} is not plausible; it must not be before {IsoDate.Of(Earliest)}"),
        _ => null,
    };

    /// <summary>What is wrong with the day of an act that follows another, or null.</summary>
    /// <param name="field">The input's field.</param>
    /// <param name="day">The day that was given; null for none.</param>
    /// <param name="follows">The day of what it follows; null where it follows nothing.</param>
    /// <param name="today">Today (Asia/Shanghai).</param>
    public static InvalidInput? Problem(string field, DateOnly? day, DateOnly? follows, DateOnly today) => Problem(field, day, today)
        ?? (day is { } given && follows is { } before && given < before
            ? new InvalidInput(
                field,
                $"日期{IsoDate.Of(given)}早于前一步骤的日期{IsoDate.Of(before)}",
                $"{IsoDate.Of(given)} is before {IsoDate.Of(before)}, the day of what it follows")
            : null);
}
