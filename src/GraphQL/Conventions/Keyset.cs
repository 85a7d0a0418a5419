using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>排序方向. Which way a list runs.</summary>
[Name("SortEnumType")]
public enum SortDirection
{
    /// <summary>Smallest or earliest first.</summary>
    [Term("升序", "ascending")]
    Asc,

    /// <summary>Largest or latest first.</summary>
    [Term("降序", "descending")]
    Desc,
}

/// <summary>排序列. One column a list is ordered by. Text columns have a binary collation, so that the database's order is the cursor's.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Name">The field's name in the API; it is part of cursors.</param>
/// <param name="Column">The column: text, or a whole number. Never null.</param>
/// <param name="Direction">Which way.</param>
public sealed record SortColumn<TRow>(string Name, LambdaExpression Column, SortDirection Direction)
{
    /// <summary>The row's property.</summary>
    internal string Property => Column.Body switch
    {
        MemberExpression property => property.Member.Name,
        UnaryExpression { Operand: MemberExpression property } => property.Member.Name,
        _ => throw new NotSupportedException($"A list of {typeof(TRow).Name} is ordered by what is no column: {Column.Body}"),
    };

    /// <summary>A text column.</summary>
    /// <param name="name">The field's name in the API.</param>
    /// <param name="column">The column.</param>
    /// <param name="direction">Which way.</param>
    public static SortColumn<TRow> Text(string name, Expression<Func<TRow, string>> column, SortDirection direction) => new(name, column, direction);

    /// <summary>A column of whole numbers.</summary>
    /// <param name="name">The field's name in the API.</param>
    /// <param name="column">The column.</param>
    /// <param name="direction">Which way.</param>
    public static SortColumn<TRow> Number(string name, Expression<Func<TRow, long>> column, SortDirection direction) => new(name, column, direction);
}

/// <summary>
/// 键集分页. Reads a page of a table by the values of its order columns and not by counting rows, so that a page costs the same anywhere in
/// the list and rows inserted meanwhile neither repeat nor hide others.
/// </summary>
public static class Keyset
{
    /// <summary>Reads a page.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The table with its filter.</param>
    /// <param name="order">The order; the last column must be unique.</param>
    /// <param name="request">Which page.</param>
    /// <param name="countAsync">Counts all that the filter finds, when asked for.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="BadUserInput">The cursor is not one of this list.</exception>
    public static async Task<Page<TRow>> ReadAsync<TRow>(IQueryable<TRow> query, IReadOnlyList<SortColumn<TRow>> order, PageRequest request, Func<Task<int>> countAsync, CancellationToken cancellationToken)
    {
        var rows = await Query(query, order, request).ToListAsync(cancellationToken).ConfigureAwait(false);
        return PageOf(rows, order, request, countAsync);
    }

    /// <summary>The query of a page: its rows, and one more where the list goes on.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The table with its filter.</param>
    /// <param name="order">The order; the last column must be unique.</param>
    /// <param name="request">Which page.</param>
    /// <exception cref="BadUserInput">The cursor is not one of this list.</exception>
    public static IQueryable<TRow> Query<TRow>(IQueryable<TRow> query, IReadOnlyList<SortColumn<TRow>> order, PageRequest request)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(request);
        return PageOf(query, order, request, request.Cursor is null ? null : Decode(order, request.Cursor));
    }

    /// <summary>The question of a page: its rows, and one more where the list goes on.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="condition">The list's filter.</param>
    /// <param name="order">The order; the last column must be unique.</param>
    /// <param name="request">Which page.</param>
    /// <exception cref="BadUserInput">The cursor is not one of this list.</exception>
    internal static Question<TRow> Ask<TRow>(Condition<TRow> condition, IReadOnlyList<SortColumn<TRow>> order,
        PageRequest request) where TRow : class
    {
        var place = request.Cursor is null ? null : Decode(order, request.Cursor);
        var shape = condition.Shape is null ? null : ShapeOf(condition.Shape, order, request);
        return new Question<TRow>(shape, place is null ? condition.Values : [.. condition.Values, .. place], (data, values) =>
        {
            var given = new AskedValues(values);
            var filtered = data.GetTable<TRow>().Where(condition.Make(given));
            return PageOf(filtered, order, request, place is null ? null : Array.ConvertAll(place, _ => given.Next()));
        });
    }

    /// <summary>The question of all that a list's filter finds.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="condition">The list's filter.</param>
    internal static Question<TRow> AskAll<TRow>(Condition<TRow> condition) where TRow : class =>
        new(condition.Shape, condition.Values, (data, values) => data.GetTable<TRow>().Where(condition.Make(new AskedValues(values))));

    private static string ShapeOf<TRow>(string condition, IReadOnlyList<SortColumn<TRow>> order, PageRequest request)
    {
        var shape = new StringBuilder(condition, condition.Length + 80).Append(" by");
        foreach (var column in order)
        {
            shape.Append(' ').Append(column.Name).Append(column.Direction == SortDirection.Asc ? '+' : '-');
        }

        return shape
            .Append(request.Backwards ? " back " : " ")
            .Append(request.Cursor is null ? "from an end " : "from a place ")
            .Append(request.Size)
            .ToString();
    }

    private static IQueryable<TRow> PageOf<TRow>(IQueryable<TRow> query, IReadOnlyList<SortColumn<TRow>> order, PageRequest request,
        object[]? place) =>
        Ordered(place is null ? query : query.Where(Beyond(order, place, request.Backwards)), order, request.Backwards)
            .Take(request.Size + 1);

    /// <summary>Refuses a cursor that is not one of this list, where nothing but the total is asked for.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="order">The list's order.</param>
    /// <param name="request">Which page.</param>
    /// <exception cref="BadUserInput">It is not.</exception>
    public static void Check<TRow>(IReadOnlyList<SortColumn<TRow>> order, PageRequest request)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(request);
        // Where a page is asked for, its question says so of itself.
        if (request is { IsCountOnly: true, Cursor: not null })
        {
            _ = Decode(order, request.Cursor);
        }
    }

    /// <summary>The page that the rows of its query make.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="rows">The rows; what is beyond the page is taken out.</param>
    /// <param name="order">The order.</param>
    /// <param name="request">Which page.</param>
    /// <param name="countAsync">Counts all that the filter finds, when asked for.</param>
    public static Page<TRow> PageOf<TRow>(List<TRow> rows, IReadOnlyList<SortColumn<TRow>> order, PageRequest request, Func<Task<int>> countAsync)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(request);
        var more = rows.Count > request.Size;
        if (more)
        {
            rows.RemoveAt(request.Size);
        }

        if (request.Backwards)
        {
            rows.Reverse();
        }

        return new Page<TRow>(
            rows,
            at => Encode(Fingerprint(order), [.. order.Select(column => CompiledColumns.Of(column.Column)(rows[at]!))]),
            HasNextPage: request.Backwards ? request.Cursor is not null : more,
            HasPreviousPage: request.Backwards ? more : request.Cursor is not null,
            countAsync);
    }

    /// <summary>The cursor of a place in a list that is ordered by one column of whole numbers.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="order">The list's order.</param>
    /// <param name="value">The number at the place.</param>
    public static string CursorAt<TRow>(IReadOnlyList<SortColumn<TRow>> order, long value) => Encode(Fingerprint(order), [value]);

    private static IQueryable<TRow> Ordered<TRow>(IQueryable<TRow> query, IReadOnlyList<SortColumn<TRow>> order, bool backwards)
    {
        var expression = query.Expression;
        for (var index = 0; index < order.Count; index++)
        {
            var descending = order[index].Direction == SortDirection.Desc != backwards;
            var method = (index == 0, descending) switch
            {
                (true, false) => nameof(Queryable.OrderBy),
                (true, true) => nameof(Queryable.OrderByDescending),
                (false, false) => nameof(Queryable.ThenBy),
                (false, true) => nameof(Queryable.ThenByDescending),
            };
            expression = Expression.Call(KnownMethods.Order(method, typeof(TRow), order[index].Column.ReturnType), expression, Expression.Quote(order[index].Column));
        }

        return query.Provider.CreateQuery<TRow>(expression);
    }

    /// <summary>Rows beyond a place: (a &gt; x) or (a = x and b &gt; y) or …</summary>
    private static Expression<Func<TRow, bool>> Beyond<TRow>(IReadOnlyList<SortColumn<TRow>> order, object[] place, bool backwards)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Expression? beyond = null;
        for (var index = order.Count - 1; index >= 0; index--)
        {
            var column = ParameterReplacer.Apply(order[index].Column, row);
            var value = Parameter(place[index], column.Type);
            var greater = order[index].Direction == SortDirection.Asc != backwards;
            var strictly = Compare(column, value, greater);
            beyond = beyond is null ? strictly : Expression.OrElse(strictly, Expression.AndAlso(Expression.Equal(column, value), beyond));
        }

        // Says nothing new, but is what a database enters its index by: with the alternatives alone it would walk to the place from the front.
        var entry = NotBefore(ParameterReplacer.Apply(order[0].Column, row), place[0], order[0].Direction == SortDirection.Asc != backwards);
        return Expression.Lambda<Func<TRow, bool>>(order.Count == 1 ? beyond! : Expression.AndAlso(entry, beyond!), row);
    }

    private static BinaryExpression NotBefore(Expression column, object place, bool greater)
    {
        var value = Parameter(place, column.Type);
        var (left, right) = column.Type == typeof(string)
            ? ((Expression)Expression.Call(KnownMethods.CompareTexts, column, value), (Expression)Expression.Constant(0))
            : (column, value);
        return greater ? Expression.GreaterThanOrEqual(left, right) : Expression.LessThanOrEqual(left, right);
    }

    private static BinaryExpression Compare(Expression column, Expression value, bool greater)
    {
        if (column.Type != typeof(string))
        {
            return greater ? Expression.GreaterThan(column, value) : Expression.LessThan(column, value);
        }

        var compared = Expression.Call(KnownMethods.CompareTexts, column, value);
        return greater ? Expression.GreaterThan(compared, Expression.Constant(0)) : Expression.LessThan(compared, Expression.Constant(0));
    }

    private static MemberExpression Parameter(object value, Type type) =>
        type == typeof(string) ? Box.Of((string)value) : type == typeof(int) ? Box.Of((int)value) : Box.Of((long)value);

    private static string Encode(int fingerprint, object?[] values)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        json.WriteNumberValue(fingerprint);
        foreach (var value in values)
        {
            switch (value)
            {
                case string text:
                    json.WriteStringValue(text);
                    break;
                case long number:
                    json.WriteNumberValue(number);
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                default:
                    throw new InvalidOperationException("An order column is null.");
            }
        }

        json.WriteEndArray();
        json.Flush();
        return System.Buffers.Text.Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    private static object[] Decode<TRow>(IReadOnlyList<SortColumn<TRow>> order, string cursor)
    {
        try
        {
            using var json = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(cursor));
            var values = json.RootElement.EnumerateArray().ToArray();
            if (values.Length == order.Count + 1 && values[0].GetInt32() == Fingerprint(order))
            {
                return [.. order.Select((column, index) => ValueOf(values[index + 1], column.Column.ReturnType))];
            }
        }
        catch (Exception damaged) when (damaged is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new BadUserInput("游标无效", "The cursor is not valid", damaged);
        }

        throw new BadUserInput("游标不属于此列表", "The cursor belongs to another list");
    }

    private static object ValueOf(JsonElement value, Type type) =>
        type == typeof(string) ? TextOf(value) : type == typeof(int) ? (object)value.GetInt32() : value.GetInt64();

    private static string TextOf(JsonElement value) => value.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new FormatException("A text of it is missing or cannot be one of ours.");

    // Lists of other things may be ordered by columns of the same names.
    private static int Fingerprint<TRow>(IReadOnlyList<SortColumn<TRow>> order) =>
        SubjectKeys.BucketOf(typeof(TRow).Name + ':' + string.Join(',', order.Select(column => $"{column.Name}:{column.Direction}")), 1 << 20);

}

/// <summary>
/// A value in a query as a captured variable. linq2db makes a parameter of it and keeps the query. Not a constant and not a record: linq2db
/// compares captured objects, and with equality by value it would compile the query anew for every value.
/// </summary>
internal static class Box
{
    public static MemberExpression Of<T>(T value) => Expression.Field(Expression.Constant(new Variable<T> { Value = value }), Variable<T>.Field);

    private sealed class Variable<T>
    {
        public static readonly FieldInfo Field = typeof(Variable<T>).GetField(nameof(Value))!;

        public T Value = default!;
    }
}

/// <summary>Methods that queries are put together of, looked up once: to find one by its name and arguments takes longer than all the rest of putting together.</summary>
internal static class KnownMethods
{
    private static readonly ConcurrentDictionary<(string Name, Type Row, Type Key), MethodInfo> Orders = new();
    private static readonly ConcurrentDictionary<string, MethodInfo> OfTexts = new();

    /// <summary>Compares two texts.</summary>
    public static MethodInfo CompareTexts { get; } = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>Orders a query by a key.</summary>
    /// <param name="name">The method of <see cref="Queryable"/>.</param>
    /// <param name="row">What is ordered.</param>
    /// <param name="key">The key's type.</param>
    public static MethodInfo Order(string name, Type row, Type key) => Orders.GetOrAdd((name, row, key), static of => typeof(Queryable).GetMethods()
        .Single(method => method.Name == of.Name && method.GetParameters().Length == 2)
        .MakeGenericMethod(of.Row, of.Key));

    /// <summary>Looks for a text in another.</summary>
    /// <param name="name">The method of <see cref="string"/>.</param>
    public static MethodInfo OfText(string name) => OfTexts.GetOrAdd(name, static name => typeof(string).GetMethod(name, [typeof(string)])!);

    /// <summary>Looks for one among several.</summary>
    /// <typeparam name="T">What is looked for.</typeparam>
    public static class Among<T>
    {
        /// <summary>The method.</summary>
        public static MethodInfo Method { get; } = ((Func<IEnumerable<T>, T, bool>)Enumerable.Contains).Method;
    }
}

/// <summary>Puts another parameter into a lambda's body.</summary>
internal sealed class ParameterReplacer(ParameterExpression from, Expression to) : ExpressionVisitor
{
    public static Expression Apply(LambdaExpression lambda, Expression argument) => new ParameterReplacer(lambda.Parameters[0], argument).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
}

/// <summary>Column lambdas as delegates, compiled once.</summary>
internal static class CompiledColumns
{
    private static readonly ConcurrentDictionary<string, Func<object, object?>> Known = new();

    public static Func<object, object?> Of(LambdaExpression column) => Known.GetOrAdd($"{column.Parameters[0].Type.FullName}:{column.Body}", _ =>
    {
        var row = Expression.Parameter(typeof(object), "row");
        var body = ParameterReplacer.Apply(column, Expression.Convert(row, column.Parameters[0].Type));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(body, typeof(object)), row).Compile();
    });
}
