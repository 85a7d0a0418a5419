using System.Runtime.CompilerServices;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Journal;

namespace ShuangDa.GraphQL;

public sealed partial class Subscription
{
    /// <summary>期限届至. A deadline whose time has come while it stood open. A client that comes back with <c>Last-Event-ID</c> misses none.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="feed">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="concepts">Given by the engine.</param>
    /// <param name="section">责任科室. Only deadlines that this section answers for.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<IAsyncEnumerable<DeadlineType>> DeadlineLapsed(IResolveFieldContext field, [FromServices] JournalFeed feed, [FromServices] Database database, [FromServices] ConceptsByName concepts, string? section = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(concepts);
        var after = await FeedPlaces.StartOfAsync(field, feed).ConfigureAwait(false);
        return LapsedDeadlines.ReadAsync(feed, after, database, concepts.All, section, field.CancellationToken);
    }
}

/// <summary>
/// What has lapsed is read from the journal alone: the clock meets every deadline at its time with an entry of the system's, and a deadline
/// that stood before that entry and does not stand after it is the one. So it does not matter on which silo that happened, and nothing is
/// lost between two connections.
/// </summary>
internal static class LapsedDeadlines
{
    public static async IAsyncEnumerable<DeadlineType> ReadAsync(JournalFeed feed, FeedCursor after, Database database, IReadOnlyDictionary<string, Concept> concepts, string? section, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (cursor, row) in feed.ReadAsync(after, cancellationToken).ConfigureAwait(false))
        {
            if (row.User != Actor.SystemUser || row.Number == 1 || !concepts.TryGetValue(SubjectKeys.Split(row.Subject).Concept, out var concept))
            {
                continue;
            }

            var met = await MetByAsync(row, concept, database, cancellationToken).ConfigureAwait(false);
            var wanted = met.Where(deadline => section is null || deadline.Section == section).OrderBy(deadline => deadline.DueAt).ToList();
            for (var index = 0; index < wanted.Count; index++)
            {
                // Only after the last of an entry can one resume: before it, the others would be missed.
                yield return DeadlineType.Lapsed(row.Subject, wanted[index], index == wanted.Count - 1 ? cursor : null);
            }
        }
    }

    private static async Task<IEnumerable<Grains.Deadlines.OpenDeadline>> MetByAsync(JournalRow entry, Concept concept, Database database, CancellationToken cancellationToken)
    {
        var (subject, number) = (entry.Subject, entry.Number);
        var earlier = await database.QueryAsync(
            (data, token) => data.GetTable<JournalRow>().Where(row => row.Subject == subject && row.Number < number).OrderBy(row => row.Number).ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var before = concept.Fold(earlier.Select(row => concept.ReadEvent(row.Kind, row.Body)))!;
        var after = concept.ApplyTo(before, concept.ReadEvent(entry.Kind, entry.Body));
        return concept.DeadlinesOf(before).Except(concept.DeadlinesOf(after)).Where(deadline => deadline.DueAt.ToUnixTimeMilliseconds() <= entry.At);
    }
}
