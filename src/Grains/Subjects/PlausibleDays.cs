using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.Calendar;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 合理日期. The days that a command may carry: from 1900-01-01 to 2199-12-31. Registers write 9999-12-31 for 长期; only what <see
/// cref="MayBeLongTermAttribute"/> stands on takes that day. Every command of every
/// concept is looked at before its law is asked, so that a slip of the pen is refused by name and no term has to be counted through millennia. What
/// a concept allows is narrower and said by its law.
/// </summary>
public static class PlausibleDays
{
    /// <summary>The first day.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The last day.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    private static readonly ConcurrentDictionary<Type, ImmutableArray<PropertyInfo>> Carriers = new();

    /// <summary>Whether a day can be meant.</summary>
    /// <param name="day">A day.</param>
    public static bool Contain(DateOnly day) => day >= First && day <= Last;

    /// <summary>What is wrong with a day, or null.</summary>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="day">The day that was given.</param>
    public static InvalidInput? Problem(string field, DateOnly day) => Contain(day)
        ? null
        : new InvalidInput(
            field,
            $"日期{IsoDate.Of(day)}不合理，应在{IsoDate.Of(First)}至{IsoDate.Of(Last)}之间",
            $"{IsoDate.Of(day)} is not a plausible date; it must lie between {IsoDate.Of(First)} and {IsoDate.Of(Last)}");

    /// <summary>What is wrong with the first day of a command that cannot be meant, or null.</summary>
    /// <param name="command">The command, with the records it holds.</param>
    public static InvalidInput? Problem(Command command) => ProblemIn(command);

    private static InvalidInput? ProblemIn(object record)
    {
        foreach (var property in Carriers.GetOrAdd(record.GetType(), static type => [.. CarriersOf(type)]))
        {
            var field = WireName.OfMember(property.Name);
            var problem = property.GetValue(record) switch
            {
                null or ImmutableArray<DateOnly> { IsDefault: true } => null,
                DateOnly day => day == DateOnly.MaxValue && property.IsDefined(typeof(MayBeLongTermAttribute)) ? null : Problem(field, day),
                IEnumerable<DateOnly> days => days.Select(day => Problem(field, day)).FirstOrDefault(wrong => wrong is not null),
                var nested => ProblemIn(nested),
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static IEnumerable<PropertyInfo> CarriersOf(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && Carries(property.PropertyType));

    private static bool Carries(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateOnly)
        || typeof(IEnumerable<DateOnly>).IsAssignableFrom(type)
        || (type.IsClass && type.Assembly == typeof(Command).Assembly && CarriersOf(type).Any());
}

/// <summary>可为长期. Of a day that ends a term: 9999-12-31, by which registers write 长期, is taken too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MayBeLongTermAttribute : Attribute;
