using System.Collections.Frozen;
using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Deadlines;

/// <summary>规则英文. Says the text of a deadline's rule in English too, where it is written down as a text and not as a row of the
/// rules.</summary>
/// <param name="english">The English text, as a line of its own.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RuleTextAttribute(string english) : Attribute
{
    /// <summary>英文. The English text.</summary>
    public string English { get; } = english;
}

/// <summary>规则文本. The texts of the rules of deadlines. They are kept in Chinese with what runs by them; whoever reads English is given
/// the same line of the table of rules in English.</summary>
public static class RuleTexts
{
    private static readonly FrozenDictionary<string, BilingualText> ByChinese = StatutoryRules.All
        .Select(rule => new BilingualText(rule.Line, LineOf(rule)))
        .Concat(
            from type in typeof(RuleTextAttribute).Assembly.GetTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            let text = field.GetCustomAttribute<RuleTextAttribute>()
            where text is not null
            select new BilingualText((string)field.GetRawConstantValue()!, text.English))
        .DistinctBy(text => text.Chinese)
        .ToFrozenDictionary(text => text.Chinese);

    /// <summary>The text of a rule in both languages; one that no rule has any more stays as it was written.</summary>
    /// <param name="chinese">The text that is kept.</param>
    public static BilingualText Of(string chinese) =>
        ByChinese.TryGetValue(chinese, out var text) ? text : new BilingualText(chinese, chinese);

    // A title stands within a sentence elsewhere; here it begins the line.
    private static string LineOf(StatutoryRule rule) =>
        $"{char.ToUpperInvariant(rule.Title.English[0])}{rule.Title.English[1..]}: {rule.Basis.English}";
}
