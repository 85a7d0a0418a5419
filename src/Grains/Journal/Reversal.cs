namespace ShuangDa.Grains.Journal;

/// <summary>
/// 冲销. What a correction counts. What was counted is taken back under the day, section, agency, class and violation that it was counted
/// under, whatever the subject says today, and what should have been counted is counted; forms of days that are over change with it, and
/// the journal shows both.
/// </summary>
public static class Reversal
{
    /// <summary>The facts of a correction; none where it changes nothing that is counted.</summary>
    /// <param name="counted">What was counted, as it was counted then.</param>
    /// <param name="anew">What should have been counted.</param>
    public static IReadOnlyList<TallyFact> Of(IEnumerable<TallyFact> counted, IEnumerable<TallyFact> anew) =>
    [
        .. counted.Select(fact => fact with { Amount = -fact.Amount })
            .Concat(anew)
            .GroupBy(fact => fact with { Amount = 0 })
            .Select(alike => alike.Key with { Amount = alike.Sum(fact => fact.Amount) })
            .Where(fact => fact.Amount != 0),
    ];
}
