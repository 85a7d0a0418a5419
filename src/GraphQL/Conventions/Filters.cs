using System.ComponentModel;
using System.Linq.Expressions;
using GraphQL;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>文本条件. Conditions on a text; those given must all hold.</summary>
/// <param name="And">并且. All of these hold.</param>
/// <param name="Or">或者. One of these holds.</param>
/// <param name="Eq">等于. Equals.</param>
/// <param name="Neq">不等于. Does not equal.</param>
/// <param name="In">属于. Is one of these.</param>
/// <param name="Nin">不属于. Is none of these.</param>
/// <param name="Contains">包含. Contains this text.</param>
/// <param name="Ncontains">不包含. Does not contain this text.</param>
/// <param name="StartsWith">开头为. Starts with this text.</param>
/// <param name="NstartsWith">开头不为. Does not start with this text.</param>
/// <param name="EndsWith">结尾为. Ends with this text.</param>
/// <param name="NendsWith">结尾不为. Does not end with this text.</param>
/// <param name="Any">有值. Whether there is a text at all.</param>
[Name("StringOperationFilterInput")]
public sealed record StringFilter(
    string? Eq = null,
    string? Neq = null,
    IReadOnlyList<string>? In = null,
    IReadOnlyList<string>? Nin = null,
    string? Contains = null,
    string? Ncontains = null,
    string? StartsWith = null,
    string? NstartsWith = null,
    string? EndsWith = null,
    string? NendsWith = null,
    IReadOnlyList<StringFilter>? And = null,
    IReadOnlyList<StringFilter>? Or = null,
    bool? Any = null);

/// <summary>取值条件. Conditions on a value that is one of these or is not; those given must all hold.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract record ValueFilter<T> where T : struct
{
    /// <summary>等于. Equals.</summary>
    [Description("等于. Equals.")]
    public T? Eq { get; init; }

    /// <summary>不等于. Does not equal.</summary>
    [Description("不等于. Does not equal.")]
    public T? Neq { get; init; }

    /// <summary>属于. Is one of these.</summary>
    [Description("属于. Is one of these.")]
    public IReadOnlyList<T>? In { get; init; }

    /// <summary>不属于. Is none of these.</summary>
    [Description("不属于. Is none of these.")]
    public IReadOnlyList<T>? Nin { get; init; }
}

/// <summary>大小条件. Conditions on a value that has an order; those given must all hold.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract record OrderedFilter<T> : ValueFilter<T> where T : struct
{
    /// <summary>大于、晚于. Is more or later.</summary>
    [Description("大于、晚于. Is more or later.")]
    public T? Gt { get; init; }

    /// <summary>不大于、不晚于. Is not more or later.</summary>
    [Description("不大于、不晚于. Is not more or later.")]
    public T? Ngt { get; init; }

    /// <summary>不小于、不早于. Is at least this.</summary>
    [Description("不小于、不早于. Is at least this.")]
    public T? Gte { get; init; }

    /// <summary>小于、早于. Is not at least this.</summary>
    [Description("小于、早于. Is not at least this.")]
    public T? Ngte { get; init; }

    /// <summary>小于、早于. Is less or earlier.</summary>
    [Description("小于、早于. Is less or earlier.")]
    public T? Lt { get; init; }

    /// <summary>不小于、不早于. Is not less or earlier.</summary>
    [Description("不小于、不早于. Is not less or earlier.")]
    public T? Nlt { get; init; }

    /// <summary>不大于、不晚于. Is at most this.</summary>
    [Description("不大于、不晚于. Is at most this.")]
    public T? Lte { get; init; }

    /// <summary>大于、晚于. Is not at most this.</summary>
    [Description("大于、晚于. Is not at most this.")]
    public T? Nlte { get; init; }
}

/// <summary>日期条件. Conditions on a day (Asia/Shanghai); those given must all hold.</summary>
[Name("LocalDateOperationFilterInput")]
public sealed record DateFilter : OrderedFilter<DateOnly>;

/// <summary>时刻条件. Conditions on an instant; those given must all hold.</summary>
[Name("DateTimeOperationFilterInput")]
public sealed record InstantFilter : OrderedFilter<DateTimeOffset>;

/// <summary>金额条件. Conditions on an amount in yuan; those given must all hold.</summary>
[Name("DecimalOperationFilterInput")]
public sealed record MoneyFilter : OrderedFilter<decimal>;

/// <summary>是否条件. A condition on a yes or no.</summary>
/// <param name="Eq">等于. Equals.</param>
/// <param name="Neq">不等于. Does not equal.</param>
[Name("BooleanOperationFilterInput")]
public sealed record BooleanFilter(bool? Eq = null, bool? Neq = null);

/// <summary>枚举条件. Conditions on a value of a list; those given must all hold.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed record EnumFilter<T> : ValueFilter<T> where T : struct, Enum
{
    /// <summary>Whether a value meets the conditions.</summary>
    /// <param name="value">The value.</param>
    public bool IsMetBy(T value) => (Eq is not { } only || Equals(only, value)) && (Neq is not { } other || !Equals(other, value)) && In?.Contains(value) != false && Nin?.Contains(value) != true;
}

/// <summary>条件组合. Makes one condition over rows out of a filter input.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class Conditions<TRow> where TRow : class
{
    // Every condition nests the statement one deeper, and databases (and the stack) bear some hundreds; SQL Server takes 2,100 parameters.
    private const int MostConditions = ConditionsOf.Most;
    private const int MostValues = 500;

    // SQLite refuses patterns of more than 50,000 bytes; nothing that is looked for is nearly as long.
    private const int LongestPattern = 1_000;

    private readonly List<Condition<TRow>> _all = [];

    /// <summary>Adds a condition of the concept's own.</summary>
    /// <param name="condition">The condition, or null for none.</param>
    public Conditions<TRow> And(Expression<Func<TRow, bool>>? condition) => And(condition is null ? null : Condition<TRow>.Of(condition));

    /// <summary>Adds a condition.</summary>
    /// <param name="condition">The condition, or null for none.</param>
    public Conditions<TRow> And(Condition<TRow>? condition)
    {
        if (condition is not null)
        {
            _all.Add(condition);
        }

        return this;
    }

    /// <summary>Adds conditions on a text column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="filter">The conditions, or null for none.</param>
    public Conditions<TRow> Text(Expression<Func<TRow, string?>> column, StringFilter? filter)
    {
        if (filter is null)
        {
            return this;
        }

        return Value(column, filter.Eq, ExpressionType.Equal)
            .Value(column, filter.Neq, ExpressionType.NotEqual)
            .Among(column, filter.In, among: true)
            .Among(column, filter.Nin, among: false)
            .Call(column, filter.Contains, nameof(string.Contains))
            .Call(column, filter.Ncontains, nameof(string.Contains), holds: false)
            .Call(column, filter.StartsWith, nameof(string.StartsWith))
            .Call(column, filter.NstartsWith, nameof(string.StartsWith), holds: false)
            .Call(column, filter.EndsWith, nameof(string.EndsWith))
            .Call(column, filter.NendsWith, nameof(string.EndsWith), holds: false)
            .Present(column, new BooleanFilter(filter.Any))
            .Groups(Each(filter.And), Each(filter.Or));

        IEnumerable<Condition<TRow>>? Each(IReadOnlyList<StringFilter>? group) =>
            group?.Select(one => new Conditions<TRow>().Text(column, one).ToCondition());
    }

    /// <summary>Adds a condition on whether a text column has a value.</summary>
    /// <param name="column">The column.</param>
    /// <param name="filter">The conditions, or null for none.</param>
    public Conditions<TRow> Present(Expression<Func<TRow, string?>> column, BooleanFilter? filter)
    {
        ArgumentNullException.ThrowIfNull(column);
        foreach (var wanted in Wanted(filter))
        {
            var how = wanted ? ExpressionType.NotEqual : ExpressionType.Equal;
            Add(column, wanted ? " is there" : " is absent", [], (body, _) =>
                Expression.MakeBinary(how, body, Expression.Constant(null, typeof(string))));
        }

        return this;
    }

    /// <summary>Adds conditions on an enum column, kept as text under its wire name.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="column">The column.</param>
    /// <param name="filter">The conditions, or null for none.</param>
    public Conditions<TRow> Enum<T>(Expression<Func<TRow, string?>> column, EnumFilter<T>? filter) where T : struct, Enum => filter is null
        ? this
        : Text(column, new StringFilter(Name(filter.Eq), Name(filter.Neq), Names(filter.In), Names(filter.Nin)));

    /// <summary>Adds conditions on a date column, kept as ISO text.</summary>
    /// <param name="column">The column.</param>
    /// <param name="filter">The conditions, or null for none.</param>
    public Conditions<TRow> Date(Expression<Func<TRow, string?>> column, DateFilter? filter) => Ordered(column, filter, day => IsoDate.Of(day));

    /// <summary>Adds conditions on an instant column, kept as UTC milliseconds.</summary>
    /// <param name="column">The column.</param>
    /// <param name="filter">The conditions, or null for none.</param>
    public Conditions<TRow> Instant(Expression<Func<TRow, long>> column, InstantFilter? filter) => Ordered(column, filter, at => at.ToUnixTimeMilliseconds());

    /// <summary>Adds conditions on a column of money, kept in 分.</summary>
    /// <param name="column">The column.</param>
    /// <param name="filter">The conditions in yuan, or null for none.</param>
    public Conditions<TRow> Amount(Expression<Func<TRow, long>> column, MoneyFilter? filter) => Ordered(column, filter, yuan => Money.Fen("where", yuan));

    /// <summary>Adds conditions on a yes-or-no column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="filter">The conditions, or null for none.</param>
    public Conditions<TRow> Boolean(Expression<Func<TRow, bool>> column, BooleanFilter? filter)
    {
        ArgumentNullException.ThrowIfNull(column);
        foreach (var wanted in Wanted(filter))
        {
            Add(column, wanted ? " is true" : " is false", [], (body, _) => wanted ? body : Expression.Not(body));
        }

        return this;
    }

    /// <summary>Adds the groups <c>and</c> (all hold) and <c>or</c> (one holds).</summary>
    /// <param name="and">Conditions that must all hold, or null.</param>
    /// <param name="or">Conditions of which one must hold, or null.</param>
    public Conditions<TRow> Groups(IEnumerable<Condition<TRow>>? and, IEnumerable<Condition<TRow>>? or)
    {
        _all.AddRange(Counted(and));
        if (Counted(or) is { Count: > 0 } some)
        {
            _all.Add(Together(some, Expression.OrElse, " or "));
        }

        return this;
    }

    /// <summary>The one condition they make; true when there are none.</summary>
    public Expression<Func<TRow, bool>> ToExpression() => ToCondition().ToExpression();

    /// <summary>The one condition they make, as a question has it; true when there are none.</summary>
    public Condition<TRow> ToCondition() => _all.Count switch
    {
        0 => new Condition<TRow>("", [], 1, static _ => static _ => true),
        1 => _all[0],
        // A copy: it is put together later, and more may have been added by then.
        _ => Together([.. _all], Expression.AndAlso, " and "),
    };

    private static Condition<TRow> Together(List<Condition<TRow>> some, Func<Expression, Expression, Expression> how, string word) => new(
        some.TrueForAll(one => one.Shape is not null) ? $"({string.Join(word, some.Select(one => one.Shape))})" : null,
        some.Count == 1 ? some[0].Values : [.. some.SelectMany(one => one.Values)],
        some.Sum(one => one.Count),
        values => some.ConvertAll(one => one.Make(values)).Aggregate((one, other) => Join(one, other, how)));

    private static List<Condition<TRow>> Counted(IEnumerable<Condition<TRow>>? group)
    {
        var taken = new List<Condition<TRow>>();
        var conditions = 0;
        foreach (var one in group ?? [])
        {
            conditions += one.Count;
            if (conditions > MostConditions)
            {
                throw new BadUserInput($"条件过多，最多{MostConditions}个", $"Too many conditions; there may be {MostConditions}");
            }

            taken.Add(one);
        }

        return taken;
    }

    private static Expression<Func<TRow, bool>> Join(Expression<Func<TRow, bool>> one, Expression<Func<TRow, bool>> other, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<TRow, bool>>(how(one.Body, ParameterReplacer.Apply(other, one.Parameters[0])), one.Parameters);

    private static IEnumerable<bool> Wanted(BooleanFilter? filter)
    {
        if (filter?.Eq is { } equal)
        {
            yield return equal;
        }

        if (filter?.Neq is { } other)
        {
            yield return !other;
        }
    }

    private Conditions<TRow> Value(LambdaExpression column, string? value, ExpressionType how) => value is null ? this : Compared(column, value, how);

    private Conditions<TRow> Ordered<T, TStored>(LambdaExpression column, OrderedFilter<T>? filter, Func<T, TStored> stored)
        where T : struct
        where TStored : notnull
    {
        if (filter is null)
        {
            return this;
        }

        Among(column, filter.In?.Select(stored).ToList(), among: true).Among(column, filter.Nin?.Select(stored).ToList(), among: false);
        Compare(filter.Eq, ExpressionType.Equal);
        Compare(filter.Neq, ExpressionType.NotEqual);
        Compare(filter.Gt, ExpressionType.GreaterThan);
        Compare(filter.Nlte, ExpressionType.GreaterThan);
        Compare(filter.Gte, ExpressionType.GreaterThanOrEqual);
        Compare(filter.Nlt, ExpressionType.GreaterThanOrEqual);
        Compare(filter.Lt, ExpressionType.LessThan);
        Compare(filter.Ngte, ExpressionType.LessThan);
        Compare(filter.Lte, ExpressionType.LessThanOrEqual);
        Compare(filter.Ngt, ExpressionType.LessThanOrEqual);
        return this;

        void Compare(T? value, ExpressionType how)
        {
            if (value is { } given)
            {
                Compared(column, stored(given), how);
            }
        }
    }

    // A text has no operators of order, and where there is none it is neither before nor behind another.
    private Conditions<TRow> Compared<T>(LambdaExpression column, T value, ExpressionType how) where T : notnull =>
        Add(column, Operators[how], [value], (body, values) =>
        {
            if (typeof(T) != typeof(string) || how is ExpressionType.Equal or ExpressionType.NotEqual)
            {
                return Expression.MakeBinary(how, body, Captured<T>(values));
            }

            var compared = Expression.MakeBinary(
                how, Expression.Call(KnownMethods.CompareTexts, body, Captured<T>(values)), Expression.Constant(0));
            return how is ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                ? Expression.AndAlso(Expression.NotEqual(body, Expression.Constant(null, typeof(string))), compared)
                : compared;
        });

    private Conditions<TRow> Among<T>(LambdaExpression column, IReadOnlyList<T>? values, bool among)
    {
        if (values is null)
        {
            return this;
        }

        if (values.Count > MostValues)
        {
            throw new BadUserInput($"列表过长，最多{MostValues}个值", $"A list of values is too long; there may be {MostValues}");
        }

        return Add(column, among ? " in " : " not in ", [values], (body, given) =>
            Negated(!among, Expression.Call(KnownMethods.Among<T>.Method, Captured<IEnumerable<T>>(given), body)));
    }

    private Conditions<TRow> Call(Expression<Func<TRow, string?>> column, string? value, string method, bool holds = true)
    {
        if (value is null)
        {
            return this;
        }

        if (value.Length > LongestPattern)
        {
            throw new BadUserInput($"所找文字过长，最多{LongestPattern}字", $"The text to look for is too long; it may have {LongestPattern} characters");
        }

        return Add(column, $"{(holds ? "" : " not")} {method} ", [value], (body, values) =>
        {
            var met = Expression.Call(body, KnownMethods.OfText(method), Captured<string>(values));
            // Where there is no text, nothing is in it, as nothing equals it.
            return holds ? met : Expression.OrElse(Expression.Equal(body, Expression.Constant(null, typeof(string))), Expression.Not(met));
        });
    }

    private Conditions<TRow> Add(LambdaExpression column, string operation, object[] values, Func<Expression, AskedValues, Expression> make)
    {
        _all.Add(new Condition<TRow>(NameOf(column) + operation, values, 1, given =>
            Expression.Lambda<Func<TRow, bool>>(make(column.Body, given), column.Parameters)));
        return this;
    }

    private static readonly Dictionary<ExpressionType, string> Operators = new()
    {
        [ExpressionType.Equal] = " = ",
        [ExpressionType.NotEqual] = " <> ",
        [ExpressionType.GreaterThan] = " > ",
        [ExpressionType.GreaterThanOrEqual] = " >= ",
        [ExpressionType.LessThan] = " < ",
        [ExpressionType.LessThanOrEqual] = " <= ",
    };

    // A column is a property; where it is none, the whole expression says which it is.
    private static string NameOf(LambdaExpression column) => column.Body switch
    {
        MemberExpression { Expression: ParameterExpression } property => property.Member.Name,
        UnaryExpression { Operand: MemberExpression { Expression: ParameterExpression } property } converted =>
            $"{property.Member.Name} as {converted.Type.Name}",
        var other => other.ToString(),
    };

    private static Expression Negated(bool isNegated, Expression condition) => isNegated ? Expression.Not(condition) : condition;

    private static MemberExpression Captured<T>(AskedValues values) => Box.Of((T)values.Next());

    private static string? Name<T>(T? value) where T : struct, Enum => value is { } some ? WireName.Of(some) : null;

    private static List<string>? Names<T>(IReadOnlyList<T>? values) where T : struct, Enum => values?.Select(value => WireName.Of(value)).ToList();
}
