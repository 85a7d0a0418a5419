using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace ShuangDa.Grains.Journal;

/// <summary>读取语句. The statement of a query's shape, rendered by linq2db once; with other values it needs no rendering and, on a reader that has prepared it, no parsing.</summary>
/// <remarks>Statements that write are <see cref="StatementTexts"/>, which says why the two are not one.</remarks>
/// <param name="Sql">The text.</param>
/// <param name="Slots">Its parameters in the order of the text.</param>
internal sealed partial record RowStatement(string Sql, ImmutableArray<RowStatement.Slot> Slots)
{
    private const string TextMark = "value-of-the-shape-";
    private const long NumberMark = 7_000_000_000_000_000_000;
    private const int SmallMark = 1_900_000_000;
    private const int ListsFrom = 100_000;

    /// <summary>
    /// Whether the best way to its rows is the same for all values: it compares columns with them for being equal, and beside that bounds
    /// at most the column by which its page is ordered, whose index is entered at the bound and left when the page is full. How much any
    /// other span, a place in an order or the beginning of a text leaves is seen from the value only.
    /// </summary>
    public bool KeepsPlan { get; } = HasOneWay(Sql);

    /// <summary>A parameter: the name it has in the text, and which of the shape's values it takes; -1 where it has one of its own.</summary>
    public sealed record Slot(string Name, int Value, object? Own, bool IsList);

    /// <summary>The statement of a query; null where it cannot be kept for other values of the same shape.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="kind">The database.</param>
    public static RowStatement? Of<TRow>(IQueryable<TRow> query, QueryShape shape, DatabaseKind kind) where TRow : class =>
        Of(query.Provider.CreateQuery<TRow>(Marked(query.Expression, shape)).ToSqlQuery(), shape.Values, kind);

    /// <summary>The statement that counts what a query finds; null where it cannot be kept.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="data">What queries are put together over.</param>
    /// <param name="kind">The database.</param>
    public static RowStatement? OfCount<TRow>(IQueryable<TRow> query, QueryShape shape, IDataContext data, DatabaseKind kind)
    {
        var count = Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(TRow)], Marked(query.Expression, shape));
        return Of(data.SelectQuery(Expression.Lambda<Func<int>>(count)).ToSqlQuery(), shape.Values, kind);
    }

    /// <summary>The statement that adds up the cells of a table of counts that a query finds; null where it cannot be kept.</summary>
    /// <typeparam name="TCounts">The table's record.</typeparam>
    /// <param name="query">The query of the cells.</param>
    /// <param name="shape">Its shape, or that of a query that says the same of other rows.</param>
    /// <param name="kind">The database.</param>
    /// <param name="by">The columns that stay apart.</param>
    /// <param name="sums">The columns that are added up.</param>
    /// <param name="isOneFigure">Whether only one figure is asked for, which is 0 where no cell is found.</param>
    public static RowStatement? OfSum<TCounts>(IQueryable<TCounts> query, QueryShape shape, DatabaseKind kind, IReadOnlyList<string> by, IReadOnlyList<string> sums, bool isOneFigure = false) where TCounts : class
    {
        if (Of(query, shape, kind) is not { } cells)
        {
            return null;
        }

        var columns = string.Join(", ", by.Concat(sums.Select(sum => $"{CountTexts.Whole(isOneFigure ? $"COALESCE(SUM({sum}), 0)" : $"SUM({sum})")} AS {sum}")));
        var groups = by.Count > 0 ? $" GROUP BY {string.Join(", ", by)}" : "";
        var found = isOneFigure ? "" : $" HAVING SUM({CountTexts.RowCount}) <> 0";
        return cells with { Sql = $"SELECT {columns} FROM ({cells.Sql}) cells{groups}{found}" };
    }

    private static Expression Marked(Expression query, QueryShape shape) => shape.With(query, [.. shape.Values.Select(Mark)]);

    private static RowStatement? Of(QuerySql rendered, IReadOnlyList<object> values, DatabaseKind kind)
    {
        var (sql, slots) = (rendered.Sql, new List<Slot>());
        foreach (var parameter in rendered.Parameters)
        {
            var at = values.Count - 1;
            while (at >= 0 && !Equals(parameter.Value, Mark(values[at], at)))
            {
                at--;
            }

            if (at < 0 && IsMarked(parameter.Value))
            {
                // Something was made of the value on the way, as of a text that is looked for inside of others.
                return null;
            }

            if (at < 0 && parameter.Value is int or long)
            {
                // The length of a page belongs to the shape. PostgreSQL, which does not know a parameter beforehand, would plan for any
                // length, find that dear, and so plan the statement anew each time.
                sql = Regex.Replace(sql, $"[@:]{Regex.Escape(parameter.Name!.TrimStart('@', ':'))}\\b",
                    Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)!);
                continue;
            }

            slots.Add(new Slot(parameter.Name!, at, at < 0 ? parameter.Value : null, IsList: false));
        }

        for (var at = 0; at < values.Count; at++)
        {
            if (IsList(values[at]))
            {
                var name = $"list{at.ToString(CultureInfo.InvariantCulture)}";
                var among = Among(values[at], at);
                var found = among.Match(sql);
                if (among.Count(sql) != 1)
                {
                    return null;
                }

                sql = among.Replace(sql, found.Groups["not"].Success ? NotInList(kind, name, values[at]) : InList(kind, name, values[at]));
                slots.Add(new Slot(name, at, null, IsList: true));
            }
        }

        // A value that stands in the text itself would be everybody's.
        return sql.Contains(TextMark, StringComparison.Ordinal) || Enumerable.Range(0, values.Count).Any(at => values[at] is not string && !IsList(values[at]) && slots.All(slot => slot.Value != at)) ? null : new RowStatement(sql, [.. slots]);
    }

    /// <summary>Gives a command the values of a question.</summary>
    /// <param name="command">A command of this statement, with its parameters or still without.</param>
    /// <param name="values">The values of the question.</param>
    /// <param name="kind">The database.</param>
    public void Bind(DbCommand command, IReadOnlyList<object> values, DatabaseKind kind) =>
        Bind(command.Parameters, command.CreateParameter, values, kind);

    /// <summary>Gives parameters the values of a question.</summary>
    /// <param name="parameters">Those of a command of this statement, with its parameters or still without.</param>
    /// <param name="create">Makes one.</param>
    /// <param name="values">The values of the question.</param>
    /// <param name="kind">The database.</param>
    public void Bind(DbParameterCollection parameters, Func<DbParameter> create, IReadOnlyList<object> values, DatabaseKind kind)
    {
        for (var at = 0; at < Slots.Length; at++)
        {
            var slot = Slots[at];
            DbParameter parameter;
            if (parameters.Count > at)
            {
                parameter = parameters[at];
            }
            else
            {
                parameter = create();
                parameter.ParameterName = slot.Name;
                parameters.Add(parameter);
            }

            parameter.Value = ValueOf(slot, values, kind) ?? DBNull.Value;
        }
    }

    /// <summary>What a parameter is given.</summary>
    /// <param name="slot">The parameter.</param>
    /// <param name="values">The values of the question.</param>
    /// <param name="kind">The database.</param>
    public static object? ValueOf(Slot slot, IReadOnlyList<object> values, DatabaseKind kind) => slot.Value < 0 ? slot.Own
        : !slot.IsList ? values[slot.Value]
        : kind == DatabaseKind.PostgreSql ? Array(values[slot.Value])
        : JsonSerializer.Serialize(values[slot.Value], values[slot.Value].GetType());

    private static object Mark(object value, int at) => value switch
    {
        string => TextMark + at.ToString(CultureInfo.InvariantCulture) + ".",
        long => NumberMark + at,
        int => SmallMark + at,
        IEnumerable<string> => new[] { $"{TextMark}{at}.a", $"{TextMark}{at}.b" },
        IEnumerable<long> => new[] { NumberMark + ListsFrom + (2 * at), NumberMark + ListsFrom + (2 * at) + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static bool IsMarked(object? value) => value switch
    {
        string text => text.Contains(TextMark, StringComparison.Ordinal),
        long number => number >= NumberMark,
        int number => number >= SmallMark,
        null or bool => false,
        _ => true,
    };

    private static bool IsList(object value) => value is not string and System.Collections.IEnumerable;

    private static System.Array Array(object list) => list switch
    {
        IEnumerable<string> texts => texts.ToArray(),
        _ => ((IEnumerable<long>)list).ToArray(),
    };

    private static Regex Among(object list, int at)
    {
        var marks = ((System.Array)Mark(list, at)).Cast<object>().Select(mark => mark is string text ? $"N?'{Regex.Escape(text)}'" : Convert.ToString(mark, CultureInfo.InvariantCulture));
        return new Regex($"(?<not>NOT )?IN \\({string.Join(", ?", marks)}\\)", RegexOptions.CultureInvariant);
    }

    private static string InList(DatabaseKind kind, string name, object list) => kind switch
    {
        DatabaseKind.Sqlite => $"IN (SELECT value FROM json_each(@{name}))",
        DatabaseKind.PostgreSql => $"= ANY(@{name})",
        _ => $"IN (SELECT element FROM OPENJSON(@{name}) WITH (element {(list is IEnumerable<string> ? "nvarchar(4000)" : "bigint")} '$'))",
    };

    private static string NotInList(DatabaseKind kind, string name, object list) => kind == DatabaseKind.PostgreSql ? $"<> ALL(@{name})" : "NOT " + InList(kind, name, list);

    private static bool HasOneWay(string sql)
    {
        var bounded = WeighsValues().Matches(sql);
        return bounded.Count == 0
            || (PageOrder().Match(sql) is { Success: true } page
                && bounded.All(bound => bound.Groups["column"] is { Success: true } column && column.Value == page.Groups["column"].Value));
    }

    // A parameter on either side of <, >, <= or >=, or as a pattern.
    [GeneratedRegex(
        @"((?<column>[\w.""]+)?\s*((?<!<)>|<|[<>]=)|\bI?LIKE)\s*[@:]\w|[@:]\w+\s*([<>]=|<(?!>)|>)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WeighsValues();

    // The first column of the order in which one page is read: at the end of the text, so of the whole statement.
    [GeneratedRegex(
        @"ORDER BY\s+(?<column>[\w.""]+)(\s+(ASC|DESC))?(,\s*[\w."" ]+)*\s+LIMIT\s+\d+\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageOrder();
}
