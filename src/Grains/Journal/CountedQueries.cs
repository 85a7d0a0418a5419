using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;

namespace ShuangDa.Grains.Journal;

/// <summary>计数查询. Finds the table of counts that knows how many rows a query finds, and asks it instead of them.</summary>
internal sealed class CountedQueries : ExpressionVisitor
{
    private static readonly MethodInfo Render = typeof(CountedQueries).GetMethod(nameof(RenderOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly HashSet<string> _asked = [];
    private readonly HashSet<ParameterExpression> _rows = [];
    private bool _isKnown = true;

    private CountedQueries()
    {
    }

    /// <summary>The statement that adds up the cells whose rows a query finds; null where the query asks for more than one table's rows by respects in which they are kept counted.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="data">What queries are put together over.</param>
    /// <param name="kind">The database.</param>
    public static RowStatement? StatementOf<TRow>(IQueryable<TRow> query, QueryShape shape, IDataContext data, DatabaseKind kind) where TRow : class
    {
        if (CountTable.Of(typeof(TRow)).Length == 0 || ConditionsOf(query.Expression, data.GetTable<TRow>().Expression) is not { } conditions)
        {
            return null;
        }

        var finding = new CountedQueries();
        foreach (var condition in conditions)
        {
            finding._rows.Add(condition.Parameters[0]);
            finding.Visit(condition.Body);
        }

        return finding._isKnown && CountTable.Covering(typeof(TRow), finding._asked) is { } table
            ? (RowStatement?)Render.MakeGenericMethod(table.Type).Invoke(null, [conditions, shape, data, kind])
            : null;
    }

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is ParameterExpression row && _rows.Contains(row))
        {
            _asked.Add(node.Member.Name);
            return node;
        }

        // What the condition has captured may be another query, which may be about anything.
        _isKnown &= !node.Type.IsAssignableTo(typeof(IQueryable));
        return base.VisitMember(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        // The row itself, or one of another table.
        _isKnown = false;
        return node;
    }

    private static List<LambdaExpression>? ConditionsOf(Expression query, Expression table)
    {
        var conditions = new List<LambdaExpression>();
        while (query is MethodCallExpression { Method.Name: nameof(Queryable.Where), Arguments: [var source, UnaryExpression { Operand: LambdaExpression { Parameters.Count: 1 } condition }] } call && call.Method.DeclaringType == typeof(Queryable))
        {
            conditions.Insert(0, condition);
            query = source;
        }

        return IsTable(query, table) ? conditions : null;
    }

    private static bool IsTable(Expression query, Expression table) => (query, table) switch
    {
        (ConstantExpression { Value: IQueryable one }, ConstantExpression) => one.Expression is ConstantExpression && one.ElementType == ((IQueryable)((ConstantExpression)table).Value!).ElementType,
        (MethodCallExpression one, MethodCallExpression other) => one.Method == other.Method,
        _ => false,
    };

    private static RowStatement? RenderOf<TCounts>(List<LambdaExpression> conditions, QueryShape shape, IDataContext data, DatabaseKind kind) where TCounts : class
    {
        IQueryable<TCounts> cells = data.GetTable<TCounts>();
        foreach (var condition in conditions)
        {
            var cell = Expression.Parameter(typeof(TCounts), condition.Parameters[0].Name);
            cells = cells.Where(Expression.Lambda<Func<TCounts, bool>>(new OfCells(condition.Parameters[0], cell).Visit(condition.Body), cell));
        }

        return RowStatement.OfSum(cells, shape, kind, [], [CountTexts.RowCount], isOneFigure: true);
    }

    /// <summary>Says of a cell what was said of a row.</summary>
    private sealed class OfCells(ParameterExpression row, ParameterExpression cell) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == row ? Expression.Property(cell, node.Member.Name) : base.VisitMember(node);
    }
}
