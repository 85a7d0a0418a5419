using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Data;

namespace ShuangDa.Grains.Journal;

/// <summary>已知查询. A question whose statement is known: the statement, and the values of this time.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class KeptQuery<TRow> where TRow : class
{
    private readonly Known _known;

    private KeptQuery(Known known, IReadOnlyList<object> values) => (_known, Values) = (known, values);

    /// <summary>The statement.</summary>
    public RowStatement Statement => _known.Statement!;

    /// <summary>The values, in the order of the shape.</summary>
    public IReadOnlyList<object> Values { get; }

    /// <summary>How a row is made of the answer; found out with the first one.</summary>
    /// <param name="answer">An answer of the statement.</param>
    public Func<DbDataReader, TRow> RowOf(DbDataReader answer) =>
        _known.Read ??= RowReader<TRow>.Of(answer, _known.IsPart) ?? throw NotARow();

    /// <summary>How a row is made of what a statement of SQLite answers.</summary>
    /// <param name="statement">The statement.</param>
    public Func<SqliteCells, TRow> RowOf(SqliteStatement statement) =>
        _known.ReadCells ??= RowReader<TRow>.Of(statement, _known.IsPart) ?? throw NotARow();

    /// <summary>The question as a kept one; null where its shape cannot be kept.</summary>
    /// <param name="known">The shapes that are known.</param>
    /// <param name="query">The question.</param>
    /// <param name="kind">The database.</param>
    public static KeptQuery<TRow>? Of(KeptQueries known, IQueryable<TRow> query, DatabaseKind kind) => Of(known, "", query, shape => RowStatement.Of(query, shape, kind));

    /// <summary>The statement that counts what the question finds, and its values; null where its shape cannot be kept.</summary>
    /// <param name="known">The shapes that are known.</param>
    /// <param name="query">The question.</param>
    /// <param name="data">What queries are put together over.</param>
    /// <param name="kind">The database.</param>
    public static KeptQuery<TRow>? OfCount(KeptQueries known, IQueryable<TRow> query, IDataContext data, DatabaseKind kind) =>
        Of(known, "count ", query, shape => CountedQueries.StatementOf(query, shape, data, kind) ?? RowStatement.OfCount(query, shape, data, kind));

    /// <summary>The statement that adds up the cells of a table of counts that the question finds, and its values; null where its shape cannot be kept.</summary>
    /// <param name="known">The shapes that are known.</param>
    /// <param name="query">The question.</param>
    /// <param name="by">The columns that stay apart.</param>
    /// <param name="sums">The columns that are added up.</param>
    /// <param name="kind">The database.</param>
    public static KeptQuery<TRow>? OfSum(KeptQueries known, IQueryable<TRow> query, IReadOnlyList<string> by, IReadOnlyList<string> sums, DatabaseKind kind) =>
        Of(known, $"sum {string.Join(' ', by)} ", query, shape => RowStatement.OfSum(query, shape, kind, by, sums), isPart: true);

    /// <summary>The statement of a question, and its values; null where its shape cannot be kept. The query is not put together where the
    /// shape is known.</summary>
    /// <param name="known">The shapes that are known.</param>
    /// <param name="question">The question.</param>
    /// <param name="columns">The properties that are read, or null for all.</param>
    /// <param name="data">What queries are put together over.</param>
    /// <param name="kind">The database.</param>
    public static KeptQuery<TRow>? Of(
        KeptQueries known, Question<TRow> question, ReadColumns<TRow>? columns, DataConnection data, DatabaseKind kind) => Of(
        known, columns is null ? "rows " : $"rows of {columns.Key} ", question, data,
        (query, shape) => RowStatement.Of(columns?.Narrow(query) ?? query, shape, kind), isPart: columns is not null);

    /// <summary>The statement that counts what a question finds, and its values; null where its shape cannot be kept.</summary>
    /// <param name="known">The shapes that are known.</param>
    /// <param name="question">The question.</param>
    /// <param name="data">What queries are put together over.</param>
    /// <param name="kind">The database.</param>
    public static KeptQuery<TRow>? OfCount(KeptQueries known, Question<TRow> question, DataConnection data, DatabaseKind kind) => Of(
        known, "count of ", question, data,
        (query, shape) => CountedQueries.StatementOf(query, shape, data, kind) ?? RowStatement.OfCount(query, shape, data, kind));

    private static KeptQuery<TRow>? Of(
        KeptQueries known,
        string what,
        Question<TRow> question,
        DataConnection data,
        Func<IQueryable<TRow>, QueryShape, RowStatement?> render,
        bool isPart = false)
    {
        if (question.Shape is null)
        {
            return null;
        }

        var key = what + question.Shape;
        if (known.Find<Known>(typeof(TRow), key) is not { } found)
        {
            // The connection that queries are put together over renders one at a time.
            lock (known)
            {
                found = known.Find<Known>(typeof(TRow), key) ?? known.Keep(typeof(TRow), key, Probed(question, data, render, isPart));
            }
        }

        return found.Statement is null ? null : new KeptQuery<TRow>(found, Array.ConvertAll(found.Order, place => question.Values[place]));
    }

    // Of values that are all different it shows which of them the statement takes where; two of this time may be alike.
    private static Known Probed(Question<TRow> question, DataConnection data, Func<IQueryable<TRow>, QueryShape, RowStatement?> render,
        bool isPart)
    {
        var probes = question.Values.Select(Probe).ToArray();
        var query = question.With(data, probes);
        var shape = QueryShape.Of(query.Expression);
        return new Known
        {
            Statement = shape.Key is null ? null : render(query, shape),
            Order = [.. shape.Values.Select(value => Array.IndexOf(probes, value))],
            IsPart = isPart,
        };
    }

    private static object Probe(object value, int place) => value switch
    {
        string => $"probe-{place.ToString(CultureInfo.InvariantCulture)}.",
        long => 6_000_000_000_000_000_000 + place,
        int => 1_800_000_000 + place,
        IEnumerable<string> => new[] { $"probe-{place.ToString(CultureInfo.InvariantCulture)}." },
        IEnumerable<long> => new[] { 6_000_000_000_000_000_000 + place },
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static KeptQuery<TRow>? Of(KeptQueries known, string what, IQueryable<TRow> query, Func<QueryShape, RowStatement?> render, bool isPart = false)
    {
        var shape = QueryShape.Of(query.Expression);
        if (shape.Key is null)
        {
            return null;
        }

        var key = what + shape.Key;
        if (known.Find<Known>(typeof(TRow), key) is not { } found)
        {
            // The connection that queries are put together over renders one at a time.
            lock (known)
            {
                found = known.Find<Known>(typeof(TRow), key) ?? known.Keep(typeof(TRow), key, new Known { Statement = render(shape), IsPart = isPart });
            }
        }

        return found.Statement is null ? null : new KeptQuery<TRow>(found, shape.Values);
    }

    private NotSupportedException NotARow() => new($"The columns of {typeof(TRow).Name} are not those of its table: {Statement.Sql}");

    private sealed class Known
    {
        public required RowStatement? Statement { get; init; }

        public required bool IsPart { get; init; }

        /// <summary>Of a question's values, those that the statement takes, in its order.</summary>
        public int[] Order { get; init; } = [];

        public Func<DbDataReader, TRow>? Read { get; set; }

        public Func<SqliteCells, TRow>? ReadCells { get; set; }
    }
}

/// <summary>已知查询集. The shapes of queries that were asked. There are as many as pages and clients put together; what somebody varies on purpose pushes all out, and the usual ones are back with their next use.</summary>
internal sealed class KeptQueries
{
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<(Type Row, string Shape), object> _known = new();

    /// <summary>What is known of a shape, or null.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="row">The row's type.</param>
    /// <param name="shape">The shape.</param>
    public T? Find<T>(Type row, string shape) where T : class => _known.TryGetValue((row, shape), out var found) ? (T)found : null;

    /// <summary>Keeps what was found out of a shape.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="row">The row's type.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="found">What was found out.</param>
    public T Keep<T>(Type row, string shape, T found) where T : class
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return (T)_known.GetOrAdd((row, shape), found);
    }
}

/// <summary>所读的列. Which columns of a table a question reads; of the others its rows know nothing.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class ReadColumns<TRow> where TRow : class
{
    private readonly PropertyInfo[] _columns;

    /// <summary>Some columns.</summary>
    /// <param name="properties">Their properties.</param>
    public ReadColumns(IEnumerable<string> properties)
    {
        _columns = [.. properties.Distinct().Order(StringComparer.Ordinal).Select(name =>
            typeof(TRow).GetProperty(name) ?? throw new ArgumentException($"{typeof(TRow).Name} has no {name}.", nameof(properties)))];
        Key = string.Join(',', _columns.Select(column => column.Name));
    }

    /// <summary>名称. Their names, as a key.</summary>
    internal string Key { get; }

    /// <summary>A query that reads them and no others.</summary>
    /// <param name="query">The query of whole rows.</param>
    internal IQueryable<TRow> Narrow(IQueryable<TRow> query)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return query.Select(Expression.Lambda<Func<TRow, TRow>>(
            Expression.MemberInit(Expression.New(typeof(TRow)),
                _columns.Select(column => Expression.Bind(column, Expression.Property(row, column)))), row));
    }
}
