using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>已存状态. Other subjects as they are stored, where their actors must not be waited for.</summary>
public static class StoredStates
{
    private const int AtATime = 500;

    /// <summary>A subject as it is stored; null when there is none of that key.</summary>
    /// <typeparam name="TState">The concept's state.</typeparam>
    /// <param name="database">The database.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="key">The natural key.</param>
    public static async Task<TState?> ReadStoredAsync<TState>(this Database database, Concept concept, string key)
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(concept);
        var subject = SubjectKeys.Of(concept.Name, key);
        await using var data = await database.ReadAsync().ConfigureAwait(false);
        var row = await data.GetTable<StateRow>().FirstOrDefaultAsync(row => row.Subject == subject).ConfigureAwait(false);
        return row?.Payload is { } payload ? concept.ReadStored(payload).State as TState : null;
    }

    /// <summary>Several subjects as they are stored, by their names; those that there are none of are left out.</summary>
    /// <typeparam name="TState">The concept's state.</typeparam>
    /// <param name="data">A connection.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="subjects">The subjects' names.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    internal static async Task<Dictionary<string, TState>> ReadStoredAsync<TState>(
        this DataConnection data, Concept concept, IEnumerable<string> subjects, CancellationToken cancellationToken = default)
        where TState : class
    {
        var found = new Dictionary<string, TState>(StringComparer.Ordinal);
        foreach (var part in subjects.Chunk(AtATime))
        {
            var rows = data.GetTable<StateRow>().Where(row => part.Contains(row.Subject));
            foreach (var row in await rows.ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                if (row.Payload is { } payload && concept.ReadStored(payload).State is TState state)
                {
                    found[row.Subject] = state;
                }
            }
        }

        return found;
    }
}
