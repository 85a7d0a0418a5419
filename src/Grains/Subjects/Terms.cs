using System.Collections.Frozen;
using System.Reflection;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 用语. The words for one member of an enum, or for one kind of deadline: the only place where they are written. Refusals, journal,
/// API, dashboard and glossary read them here.
/// </summary>
/// <param name="chinese">The statute's or the notice's word, as an official would write it.</param>
/// <param name="english">The English word as it stands within a sentence, without an article and without a capital letter.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TermAttribute(string chinese, string english) : Attribute
{
    /// <summary>中文. The Chinese word.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>英文. The English word.</summary>
    public string English { get; } = english;
}

/// <summary>同名用语. Says that an enum's members are those of another enum by the same names, and have its words.</summary>
/// <param name="other">The other enum.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class TermsOfAttribute(Type other) : Attribute
{
    /// <summary>词源. The enum whose words they are.</summary>
    public Type Other { get; } = other;
}

/// <summary>词汇. Reads the words of enum members from their <see cref="TermAttribute"/>.</summary>
public static class Terms
{
    /// <summary>The words for a value.</summary>
    /// <typeparam name="T">An enum.</typeparam>
    /// <param name="value">One of its members.</param>
    /// <exception cref="InvalidOperationException">The value is no member, or the member has no term.</exception>
    public static BilingualText Of<T>(T value) where T : struct, Enum =>
        Known<T>.ByValue.TryGetValue(value, out var text) ? text : throw Missing(typeof(T), value);

    /// <summary>The words for several values: 甲、乙 and "a, b".</summary>
    /// <typeparam name="T">An enum.</typeparam>
    /// <param name="values">Some of its members, in the order in which they are named.</param>
    /// <exception cref="InvalidOperationException">One of them has no term.</exception>
    public static BilingualText OfAll<T>(IEnumerable<T> values) where T : struct, Enum
    {
        BilingualText[] texts = [.. values.Select(Of)];
        return new(string.Join('、', texts.Select(text => text.Chinese)), string.Join(", ", texts.Select(text => text.English)));
    }

    /// <summary>The words for a member whose enum is known at run time only; for what is made once, such as the schema.</summary>
    /// <param name="value">A member of an enum.</param>
    /// <exception cref="InvalidOperationException">It has no term.</exception>
    public static BilingualText OfMember(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.GetType().GetField(value.ToString()) is { } member ? Of(member) : throw Missing(value.GetType(), value);
    }

    /// <summary>The words that stand on a member of an enum, or on a kind of deadline.</summary>
    /// <param name="member">The field.</param>
    /// <exception cref="InvalidOperationException">It has no term.</exception>
    public static BilingualText Of(FieldInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Find(member) ?? throw Missing(member.DeclaringType!, member.Name);
    }

    private static BilingualText? Find(FieldInfo member)
    {
        var worded = member.DeclaringType!.GetCustomAttribute<TermsOfAttribute>() is { } same ? same.Other.GetField(member.Name) : member;
        return worded?.GetCustomAttribute<TermAttribute>() is { } term ? new(term.Chinese, term.English) : null;
    }

    private static InvalidOperationException Missing(Type type, object value) => new($"{type.Name}.{value} has no term.");

    private static class Known<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, BilingualText> ByValue = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => (Value: (T)member.GetValue(null)!, Term: Find(member)))
            .Where(member => member.Term is not null)
            .ToFrozenDictionary(member => member.Value, member => member.Term!.Value);
    }
}
