namespace ShuangDa.Grains.Calendar;

/// <summary>有效期. A row of the law as data: it holds between two days, and is closed and followed by another rather than changed.</summary>
public interface IInForce
{
    /// <summary>施行日期. The first day on which it holds.</summary>
    DateOnly ValidFrom { get; }

    /// <summary>失效日期. The last day on which it holds; null while it is in force.</summary>
    DateOnly? ValidTo { get; }
}

/// <summary>有效期的适用. Which rows hold on a day.</summary>
public static class InForce
{
    /// <summary>Whether a row holds on a day.</summary>
    /// <param name="row">The row.</param>
    /// <param name="day">The day (Asia/Shanghai).</param>
    public static bool IsInForceOn(this IInForce row, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.ValidFrom <= day && (row.ValidTo is not { } last || day <= last);
    }

    /// <summary>The row that holds on a day; for a day from before the first row, that.</summary>
    /// <typeparam name="TRow">What they are.</typeparam>
    /// <param name="rows">The rows of one thing, one at a time in force.</param>
    /// <param name="day">The day (Asia/Shanghai).</param>
    public static TRow On<TRow>(this IEnumerable<TRow> rows, DateOnly day) where TRow : IInForce
    {
        var known = rows.OrderBy(row => row.ValidFrom).ToList();
        return known.FindLast(row => row.IsInForceOn(day)) ?? known[0];
    }
}
