using System.Collections.Concurrent;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Lists;

/// <summary>
/// Looks up what a command names of lists. What it has found stays at hand for a moment, so that a register of thousands of rows does not
/// stand in a queue before one
/// entry's actor. A list is forgotten with each commit of one of its entries, before who gave the command has the answer.
/// </summary>
/// <param name="grains">Where entries are found.</param>
/// <param name="database">Where the lists' tables are.</param>
internal sealed class ListedFactSource(IGrainFactory grains, Database database) : IFactSource, ICommitObserver
{
    private const int Most = 100;

    /// <summary>
    /// How many names of a list are at hand at most: each is written in many ways, and nobody else's typing may fill the memory.
    /// </summary>
    private const int MostAtHand = 1_000;

    /// <summary>
    /// For how long what was found is believed. Commits of this silo are heard of at once; those of others, and one whose end got lost
    /// with its connection, are not.
    /// </summary>
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, (ListedEntry Entry, long Read)>> _atHand = new(StringComparer.Ordinal);

    public async ValueTask<object?> FetchAsync(Command command, Actor actor)
    {
        // What is more than any command may name is refused for its number before anybody asks for the rest.
        var named = ListedParameters.In(command).Concat(ListedOfActorAttribute.In(command, actor)).Distinct().Take(Most).ToList();
        if (named.Count == 0)
        {
            return null;
        }

        var found = new Dictionary<(ListedConcept, string), ListedEntry?>();
        foreach (var (list, given) in named)
        {
            found[(list, given)] = await FindAsync(list, given);
        }

        return new ListedFound((list, given) => found.TryGetValue((list, given), out var entry)
            ? entry
            : throw new InvalidOperationException(
                $"Nobody looked {given} up in the list of {list.Plural}, without which this cannot be decided."));
    }

    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        _atHand.GetAlternateLookup<ReadOnlySpan<char>>().TryRemove(commit.Subject.AsSpan(0, commit.Subject.IndexOf('/', StringComparison.Ordinal)), out _);
    }

    private async Task<ListedEntry?> FindAsync(ListedConcept list, string given)
    {
        // An answer that was asked for before a commit of the list goes to what has been forgotten with it.
        var names = _atHand.GetOrAdd(list.Name, static _ => new(StringComparer.Ordinal));
        if (names.TryGetValue(given, out var known) && TimeProvider.System.GetElapsedTime(known.Read) < Believed)
        {
            return known.Entry;
        }

        var read = TimeProvider.System.GetTimestamp();
        var entry = await list.FindAsync(grains, database, given);
        if (entry is { IsClosed: false } && (names.ContainsKey(given) || names.Count < MostAtHand))
        {
            names[given] = (entry, read);
        }

        return entry;
    }
}
