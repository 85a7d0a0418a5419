using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>往日状态. What was known of subjects at an instant: their journals folded up to it. What was entered later does not count, whatever day it speaks of.</summary>
public static class PastStates
{
    /// <summary>The states of some subjects of one concept as they were known before an instant.</summary>
    /// <param name="database">The database.</param>
    /// <param name="concept">Their concept.</param>
    /// <param name="subjects">Their names, at most a few hundred.</param>
    /// <param name="before">The instant (UTC); entries recorded at it or later are left out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>State and version by subject, in the subjects' order; a subject of which nothing was known is missing.</returns>
    public static async Task<IReadOnlyList<PastState>> ReadAsync(Database database, Concept concept, IReadOnlyCollection<string> subjects, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(subjects);
        if (subjects.Count == 0)
        {
            return [];
        }

        var limit = before.ToUnixTimeMilliseconds();
        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<JournalRow>()
                .Where(row => subjects.Contains(row.Subject) && row.At < limit)
                .OrderBy(row => row.Subject).ThenBy(row => row.Number)
                .Select(row => new { row.Subject, row.Number, row.Kind, row.Body })
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        return [.. rows
            .GroupBy(row => row.Subject)
            .Select(entries => new PastState(entries.Key, concept.Fold(entries.Select(row => concept.ReadEvent(row.Kind, row.Body)))!, entries.Max(row => row.Number)))];
    }
}

/// <summary>往日状态. One subject as it was known.</summary>
/// <param name="Subject">Its name.</param>
/// <param name="State">The concept's state.</param>
/// <param name="Version">The version that state had.</param>
public sealed record PastState(string Subject, object State, int Version);
