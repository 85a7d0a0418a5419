using System.Globalization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件用语. How deadlines, amounts and days are written in the sentences of a case.</summary>
public static class CaseTexts
{
    /// <summary>The words for a deadline.</summary>
    /// <param name="kind">One of <see cref="CaseDeadlines"/>.</param>
    public static BilingualText Deadline(string kind) => CaseDeadlines.Rules.TryGetValue(kind, out var rule)
        ? StatutoryRules.On(rule, DateOnly.MaxValue).Title
        : new BilingualText(kind, kind);

    internal static string Yuan(long fen) => Yuan(fen / 100m);

    // With separators, as pages show amounts: 50,120.
    internal static string Yuan(decimal yuan) => yuan.ToString("#,##0.##", CultureInfo.InvariantCulture);

    internal static string Until(DateTimeOffset instant) => IsoDate.Of(ShanghaiTime.LastDayBefore(instant));
}
