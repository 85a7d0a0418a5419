using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送用语. How deadlines are written in the sentences of a transfer.</summary>
public static class CrimeTransferTexts
{
    /// <summary>The words for a deadline.</summary>
    /// <param name="kind">One of <see cref="CrimeTransferDeadlines"/>.</param>
    public static BilingualText Deadline(string kind) => CrimeTransferDeadlines.Clocks.Contains(kind) ? StatutoryRules.On(kind, DateOnly.MaxValue).Title : new BilingualText(kind, kind);
}
