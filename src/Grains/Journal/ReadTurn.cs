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

    internal ReadTurn(Database database, ReaderConnection reader, CancellationToken ending) =>
        (_database, _reader, _ending) = (database, reader, ending);

    /// <summary>Reads the rows that a question finds.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="ask">Makes the question. It reads nothing itself.</param>
    /// <param name="columns">The columns that are read, or null for all.</param>
    public Task<List<TRow>> RowsAsync<TRow>(Func<DataConnection, Question<TRow>> ask, ReadColumns<TRow>? columns = null)
        where TRow : class => RowsAsync(_database.Rows(ask, columns));

    /// <summary>Reads the rows that a question finds.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="asked">The question.</param>
    public async Task<List<TRow>> RowsAsync<TRow>(Asked<TRow> asked) where TRow : class
    {
        var rows = AskRows(asked);
        await rows.ReadAsync().ConfigureAwait(false);
        return rows.Answer;
    }

    /// <summary>Counts the rows that a question finds.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="ask">Makes the question. It reads nothing itself.</param>
    public Task<int> CountAsync<TRow>(Func<DataConnection, Question<TRow>> ask) where TRow : class => CountAsync(_database.Count(ask));

    /// <summary>Counts the rows that a question finds.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="asked">The question.</param>
    public async Task<int> CountAsync<TRow>(Asked<TRow> asked) where TRow : class
    {
        var count = AskCount(asked);
        await count.ReadAsync().ConfigureAwait(false);
        return count.Answer;
    }

    /// <summary>The rows that a question finds, to be read with others.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="ask">Makes the question. It reads nothing itself.</param>
    /// <param name="columns">The columns that are read, or null for all.</param>
    public Reading<List<TRow>> AskRows<TRow>(Func<DataConnection, Question<TRow>> ask, ReadColumns<TRow>? columns = null)
        where TRow : class => AskRows(_database.Rows(ask, columns));

    /// <summary>The rows that a question finds, to be read with others.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="asked">The question.</param>
    public Reading<List<TRow>> AskRows<TRow>(Asked<TRow> asked) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new RowsReading<TRow>(asked.Kept, () => asked.Kept is { } kept ? _reader.ReadAsync(kept, _ending)
            : QueryAsync((data, ending) => asked.Ask(data).Query(data).ToListAsync(ending)));
    }

    /// <summary>The number of rows that a question finds, to be read with others.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="asked">The question.</param>
    public Reading<int> AskCount<TRow>(Asked<TRow> asked) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new CountReading<TRow>(asked.Kept, () => asked.Kept is { } kept ? _reader.CountAsync(kept, _ending)
            : QueryAsync((data, ending) => asked.Ask(data).Query(data).CountAsync(ending)));
    }

    /// <summary>Reads several things: on servers in one go, so that they are on their way once.</summary>
    /// <param name="readings">What is read.</param>
    public Task ReadAsync(IReadOnlyList<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return readings.Count > 1 && _database.Kind == DatabaseKind.PostgreSql && readings.All(one => one.Statement is not null)
            ? _reader.ReadTogetherAsync(readings, _ending)
            : OneByOneAsync(readings);
    }

    /// <summary>Reads what no kept statement can.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="query">The queries. They wait for nothing but their connection.</param>
    public async Task<T> QueryAsync<T>(Func<DataConnection, CancellationToken, Task<T>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var data = await _reader.TypedAsync(_ending).ConfigureAwait(false);
        await using (data.ConfigureAwait(false))
        {
            return await query(data, _ending).ConfigureAwait(false);
        }
    }

    private static async Task OneByOneAsync(IReadOnlyList<Reading> readings)
    {
        foreach (var reading in readings)
        {
            await reading.ReadAsync().ConfigureAwait(false);
        }
    }
}
