namespace ShuangDa.Silo.Imports;

/// <summary>
/// 表头查找. Where a register's header is: offices put a title, a date or a hint above it, and group columns in a row of their own. The row
/// that has most
/// of the expected columns is the header; together with the row beside it where both say more.
/// </summary>
internal static class HeaderSearch
{
    /// <summary>How many rows are looked at.</summary>
    public const int MostRows = 20;

    /// <summary>The header among the first rows of a file.</summary>
    /// <param name="rows">The first rows, without empty ones.</param>
    /// <param name="form">The columns that are looked for.</param>
    /// <returns>The titles, and the rows that they come from: none where there is no row.</returns>
    public static (IReadOnlyList<string> Titles, IReadOnlyList<FileRow> Used) In(IReadOnlyList<FileRow> rows, RegisterForm form)
    {
        if (rows.Count == 0)
        {
            return ([], []);
        }

        // Where none of this register's columns is found, another's: the file can then be told to be of that one. Where none of any is, the
        // row that says most is the likeliest, so that a person can say what its titles mean.
        var at = Enumerable.Range(0, rows.Count).MaxBy(row => form.CountKnownHereOrThere(rows[row].Cells));
        if (form.CountKnownHereOrThere(rows[at].Cells) == (0, 0))
        {
            at = Enumerable.Range(0, rows.Count).MaxBy(row => rows[row].Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)));
        }

        var best = (Titles: (IReadOnlyList<string>)rows[at].Cells, Used: (IReadOnlyList<FileRow>)[rows[at]]);
        var known = form.CountKnown(best.Titles);
        foreach (var (upper, lower) in new[] { (at - 1, at), (at, at + 1) })
        {
            if (upper < 0 || lower >= rows.Count || rows[lower].Number != rows[upper].Number + 1)
            {
                continue;
            }

            var both = Joined(rows[upper].Cells, rows[lower].Cells, form);
            if (form.CountKnown(both) is var count && count > known)
            {
                (best, known) = ((both, [rows[upper], rows[lower]]), count);
            }
        }

        return best;
    }

    private static string[] Joined(string[] upper, string[] lower, RegisterForm form)
    {
        var titles = new string[Math.Max(upper.Length, lower.Length)];
        var group = "";
        for (var at = 0; at < titles.Length; at++)
        {
            var (above, below) = (At(upper, at), At(lower, at));

            // The title of a group stands above its first column only.
            group = above.Length > 0 ? above : below.Length > 0 ? group : "";
            titles[at] = below.Length == 0 ? above
                : group.Length > 0 && form.Knows(group + below) ? group + below
                : form.Knows(below) || !form.Knows(above) ? below
                : above;
        }

        return titles;
    }

    private static string At(string[] cells, int at) => at < cells.Length ? cells[at].Trim() : "";
}
