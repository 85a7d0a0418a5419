using System.Collections.Frozen;
using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>期限规则表. Every statutory and internal term that the system counts, by statute. A row is never changed once clocks have run by it: it is closed with a last day, and a further row follows.</summary>
public static partial class StatutoryRules
{
    private static readonly DateOnly InternalSince = new(2020, 1, 1);

    private static readonly BilingualText Head = new("行政机关负责人", "the head of the authority");

    /// <summary>全部规则. Every row, by id and then by validity.</summary>
    public static IEnumerable<StatutoryRule> All => Table.ById.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value);

    /// <summary>The row by which a clock runs that starts on a day. Where none was in force, the nearest row is applied and the derivation says so: an old record keeps a date instead of having none.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="day">The day of the start event, in Asia/Shanghai.</param>
    /// <exception cref="KeyNotFoundException">There is no rule of this id.</exception>
    public static StatutoryRule On(string id, DateOnly day)
    {
        if (!Table.ById.TryGetValue(id, out var rows))
        {
            throw new KeyNotFoundException($"There is no rule '{id}'.");
        }

        return On(rows, day);
    }

    /// <summary>Of the rows of one rule, by validity, the one by which a clock runs that starts on a day.</summary>
    internal static StatutoryRule On(ImmutableArray<StatutoryRule> rows, DateOnly day) => rows.LastOrDefault(row => row.ValidFrom <= day) ?? rows[0];

    /// <summary>The rows of each rule, by validity.</summary>
    internal static FrozenDictionary<string, ImmutableArray<StatutoryRule>> ByIdOf(IEnumerable<StatutoryRule> rules) => rules
        .GroupBy(rule => rule.Id)
        .ToFrozenDictionary(rows => rows.Key, rows => rows.OrderBy(row => row.ValidFrom).ToImmutableArray());

    private static StatutoryRule Row(string id, Citation citation, StatutoryPeriod period, BilingualText title, BilingualText start) => new()
    {
        Id = id,
        Title = title,
        Event = start,
        Period = period,
        Citations = [citation],
        ValidFrom = citation.Statute.InForceFrom,
    };

    private static StatutoryRule InternalRow(string id, StatutoryPeriod period, BilingualText title, BilingualText start) => new()
    {
        Id = id,
        Title = title,
        Event = start,
        Period = period,
        Citations = [],
        IsInternal = true,
        ValidFrom = InternalSince,
    };

    // A type of its own, because the rows use static fields of several files, whose order of initialisation is not fixed.
    private static class Table
    {
        public static readonly FrozenDictionary<string, ImmutableArray<StatutoryRule>> ById =
            ByIdOf([.. CrimeTransferRules(), .. PenaltyRules(), .. PublicityRules(), .. ComplaintRules(), .. LicenceRules(),
                .. CreditRules(), .. RectificationRules(), .. SpotCheckRules(), .. CampaignRules(), .. DenRules()]);
    }
}
