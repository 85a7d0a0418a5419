using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>已存状态. Other subjects as they are stored, where their actors must not be waited for.</summary>
public static class StoredStates
{
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
}
