using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ShuangDa.Grains.Journal;

/// <summary>一轮读取. What one turn at a reader is used for: several questions over one connection, one after the other.</summary>
public sealed class ReadTurn
{
    private readonly Database _database;
    private readonly ReaderConnection _reader;
    private readonly CancellationToken _ending;

    internal ReadTurn(Database database, ReaderConnection reader, CancellationToken ending) => (_database, _reader, _ending) = (database, reader, ending);

    /// <summary>Reads the rows that a question finds.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="ask">Makes the question. It reads nothing itself.</param>
    /// <param name="columns">The columns that are read, or null for all.</param>
    public async Task<List<TRow>> RowsAsync<TRow>(Func<DataConnection, Question<TRow>> ask, ReadColumns<TRow>? columns = null) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (_database.Kept(ask, columns) is { } kept)
        {
            return await _reader.ReadAsync(kept, _ending).ConfigureAwait(false);
        }

        return await QueryAsync((data, ending) => ask(data).Query(data).ToListAsync(ending)).ConfigureAwait(false);
    }

    /// <summary>Reads what no kept statement can.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="query">The queries. They wait for nothing but their connection.</param>
    public async Task<T> QueryAsync<T>(Func<DataConnection, CancellationToken, Task<T>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var data = _reader.Typed();
        await using (data.ConfigureAwait(false))
        {
            return await query(data, _ending).ConfigureAwait(false);
        }
    }

    /// <summary>Counts the rows that a question finds.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="ask">Makes the question. It reads nothing itself.</param>
    public async Task<int> CountAsync<TRow>(Func<DataConnection, Question<TRow>> ask) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (_database.KeptCount(ask) is { } kept)
        {
            return await _reader.CountAsync(kept, _ending).ConfigureAwait(false);
        }

        return await QueryAsync((data, ending) => ask(data).Query(data).CountAsync(ending)).ConfigureAwait(false);
    }
}
