using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Subscription
{
    /// <summary>变更通知. One notice for every committed journal entry that the caller may see, in the order of commits. A client that comes back with <c>Last-Event-ID</c> misses none.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="feed">Given by the engine.</param>
    /// <param name="concepts">Given by the engine.</param>
    /// <param name="kinds">主体种类. Only subjects of these kinds.</param>
    /// <param name="subject">主体. Only this node.</param>
    [ReadableBy(Readers.Everyone)]
    public static async Task<IAsyncEnumerable<ChangeNotice>> Changed(IResolveFieldContext field, [FromServices] JournalFeed feed, [FromServices] ConceptsByName concepts, [InputType(typeof(ListGraphType<NonNullGraphType<NodeKindType>>))] IReadOnlyList<string>? kinds = null, [Id] string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(concepts);
        var caller = Caller.Required(field.User);
        var only = subject is null ? null : NodeIds.SubjectOf(subject) ?? throw new BadUserInput("主体编号无效", "The subject's id is not valid");
        var names = kinds?.ToHashSet();
        var after = await FeedPlaces.StartOfAsync(field, feed).ConfigureAwait(false);
        return Notices(feed, after, row =>
            (only is null || row.Subject == only)
            && (names is null || names.Contains(SubjectKeys.Split(row.Subject).Concept))
            && JournalVisibility.IsVisible(concepts.All, caller, row), field.CancellationToken);
    }

    private static async IAsyncEnumerable<ChangeNotice> Notices(JournalFeed feed, FeedCursor after, Func<JournalRow, bool> wanted, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (cursor, row) in feed.ReadAsync(after, cancellationToken).ConfigureAwait(false))
        {
            if (wanted(row))
            {
                yield return new ChangeNotice(cursor, row.ToEntry());
            }
        }
    }
}

/// <summary>Where a subscriber's stream begins.</summary>
internal static class FeedPlaces
{
    /// <summary>After the event that the client names, or at the journal's end as it is now: the stream is opened to the client only afterwards, so that nothing it does next is missed.</summary>
    public static async Task<FeedCursor> StartOfAsync(IResolveFieldContext field, JournalFeed feed)
    {
        if (GraphQLRequestContext.Of(field).LastEventId is not { Length: > 0 } last)
        {
            return await feed.NowAsync(field.CancellationToken).ConfigureAwait(false);
        }

        // To begin somewhere else instead would lose events without anybody noticing.
        return FeedCursor.TryParse(last, out var cursor) ? cursor : throw new BadUserInput("Last-Event-ID无效", "Last-Event-ID is not one of ours");
    }
}
