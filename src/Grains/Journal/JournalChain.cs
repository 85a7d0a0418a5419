namespace ShuangDa.Grains.Journal;

/// <summary>日志链. The chain of one subject's entries by itself; <see cref="Verification"/> holds the whole journal against everything else besides.</summary>
public static class JournalChain
{
    /// <summary>The number of the first entry that does not follow from its content and the one before it; null when all do.</summary>
    /// <param name="rows">The subject's entries, in their order.</param>
    public static int? Check(IReadOnlyList<JournalRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        byte[] head = [];
        foreach (var (place, row) in rows.Index())
        {
            if (row.Number != place + 1 || !Follows(row, head))
            {
                return row.Number;
            }

            head = row.Hash;
        }

        return null;
    }

    private static bool Follows(JournalRow row, byte[] head)
    {
        try
        {
            return row.ToEntry().HashAfter(head).AsSpan().SequenceEqual(row.Hash);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentOutOfRangeException)
        {
            // Columns that cannot be read were changed.
            return false;
        }
    }
}
