namespace ShuangDa.Grains.Deadlines;

/// <summary>应办期限. A term that somebody owes or looks after, and when it ends: what a row of work is dated by.</summary>
/// <param name="Kind">期限种类. What is owed, such as <c>case.seizure</c>; null where a day that no clock keeps is what counts.</param>
/// <param name="DueAt">到期时刻. When it ends, or ended and is still not done (UTC).</param>
public sealed record OwedTerm(string? Kind, DateTimeOffset DueAt)
{
    /// <summary>无期限. Stands in a column of milliseconds where nothing is owed by a day, so that it comes last.</summary>
    public const long NoTerm = long.MaxValue;

    /// <summary>The term that ends first; null where there is none.</summary>
    /// <param name="terms">The terms.</param>
    public static OwedTerm? First(IEnumerable<OwedTerm> terms) => terms.MinBy(term => term.DueAt);

    /// <summary>When a term ends, as a column has it (UTC milliseconds).</summary>
    /// <param name="term">The term, or null.</param>
    public static long ColumnOf(OwedTerm? term) => term?.DueAt.ToUnixTimeMilliseconds() ?? NoTerm;

    /// <summary>The instant that a column says; null where it says that there is none.</summary>
    /// <param name="column">UTC milliseconds.</param>
    public static DateTimeOffset? InstantOf(long column) =>
        column is NoTerm ? null : DateTimeOffset.FromUnixTimeMilliseconds(column);
}
