using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using LinqToDB;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 查询形状. A query without its values: two questions of one shape have the same statement and differ in its parameters only. The values are what the query's
/// lambdas have captured. Null is part of the shape, because SQL asks for it in other words; so are yes and no, which are worth an index of their own.
/// </summary>
internal sealed class QueryShape : ExpressionVisitor
{
    private readonly StringBuilder _key = new(256);
    private readonly List<object> _values = [];
    private readonly List<object?> _captured = [];
    private readonly List<ParameterExpression> _parameters = [];
    private bool _isKnown = true;

    private QueryShape()
    {
    }

    /// <summary>The shape as a text that only queries of this shape have; null where the query has a form that is not understood here.</summary>
    public string? Key => _isKnown ? _key.ToString() : null;

    /// <summary>The captured values in the order in which the shape has them: text, whole numbers, and lists of them.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>The shape of a query.</summary>
    /// <param name="query">The query's expression.</param>
    public static QueryShape Of(Expression query)
    {
        var shape = new QueryShape();
        shape.Visit(query);
        return shape;
    }

    /// <summary>The same query with other values.</summary>
    /// <param name="query">The expression that this is the shape of.</param>
    /// <param name="values">A value for each of the shape's.</param>
    public Expression With(Expression query, IReadOnlyList<object> values) => new Replacing(_captured, values).Visit(query);

    /// <inheritdoc/>
    public override Expression? Visit(Expression? node)
    {
        _key.Append((char)(node is null ? 1 : 32 + (int)node.NodeType));
        return _isKnown ? base.Visit(node) : node;
    }

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (!IsCaptured(node))
        {
            _key.Append(node.Member.Name).Append(';');
            return base.VisitMember(node);
        }

        // Once, and kept for the rendering: what a lambda has captured may be a property that does something.
        var captured = Captured(node);
        _captured.Add(captured);
        switch (captured)
        {
            case null:
                _key.Append("null;");
                break;
            case IQueryable query:
                Query(query);
                break;
            case bool flag:
                _key.Append(flag ? "true;" : "false;");
                break;
            case string or long or int:
                Value(node.Type.Name, captured);
                break;
            case IEnumerable<string> texts when node.Type.IsAssignableFrom(typeof(string[])):
                Value("list", texts);
                break;
            case IEnumerable<long> numbers when node.Type.IsAssignableFrom(typeof(long[])):
                Value("list", numbers);
                break;
            default:
                _isKnown = false;
                break;
        }

        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (node.Value is IQueryable query)
        {
            Query(query);
        }
        else if (IsDatabase(node))
        {
            _key.Append("database;");
        }
        else if (node.Value is null or string or IFormattable or bool)
        {
            var text = Convert.ToString(node.Value, CultureInfo.InvariantCulture) ?? "null";
            _key.Append(text.Length).Append(':').Append(text).Append(';');
        }
        else
        {
            _isKnown = false;
        }

        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        var at = _parameters.IndexOf(node);
        if (at < 0)
        {
            at = _parameters.Count;
            _parameters.Add(node);
        }

        _key.Append(at).Append(node.Type.Name).Append(';');
        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        _key.Append(node.Method.DeclaringType!.Name).Append('.').Append(node.Method.Name);
        foreach (var argument in node.Method.IsGenericMethod ? node.Method.GetGenericArguments() : [])
        {
            _key.Append(',').Append(argument.Name);
        }

        _key.Append(node.Arguments.Count).Append(';');
        return base.VisitMethodCall(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitUnary(UnaryExpression node)
    {
        _key.Append(node.Type.Name).Append(';');
        return base.VisitUnary(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitNew(NewExpression node) => Unknown(node);

    /// <inheritdoc/>
    protected override Expression VisitMemberInit(MemberInitExpression node) => Unknown(node);

    /// <inheritdoc/>
    protected override Expression VisitListInit(ListInitExpression node) => Unknown(node);

    /// <inheritdoc/>
    protected override Expression VisitNewArray(NewArrayExpression node) => Unknown(node);

    /// <inheritdoc/>
    protected override Expression VisitInvocation(InvocationExpression node) => Unknown(node);

    /// <inheritdoc/>
    protected override Expression VisitTypeBinary(TypeBinaryExpression node) => Unknown(node);

    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => IsDatabase(node) ? node : Unknown(node);

    private Expression Unknown(Expression node)
    {
        _isKnown = false;
        return node;
    }

    private void Query(IQueryable query)
    {
        if (query.Expression is ConstantExpression)
        {
            _key.Append("table ").Append(query.ElementType.FullName).Append(';');
        }
        else
        {
            Visit(query.Expression);
        }
    }

    private void Value(string kind, object value)
    {
        _key.Append('?').Append(kind).Append(';');
        _values.Add(value);
    }

    // What a table is a table of; there is one.
    private static bool IsDatabase(Expression node) => node.Type.IsAssignableTo(typeof(IDataContext));

    // A chain of members that ends in an object at hand, or in a static member.
    private static bool IsCaptured(MemberExpression node) => node.Expression is null or ConstantExpression { Value: not IQueryable and not IDataContext } || (node.Expression is MemberExpression inner && IsCaptured(inner));

    private static object? Captured(MemberExpression node)
    {
        var of = node.Expression switch
        {
            null => null,
            ConstantExpression constant => constant.Value,
            var inner => Captured((MemberExpression)inner),
        };
        return node.Member is FieldInfo field ? field.GetValue(of) : ((PropertyInfo)node.Member).GetValue(of);
    }

    /// <summary>Puts other values where the shape has its own; it goes the same way through the query.</summary>
    private sealed class Replacing(IReadOnlyList<object?> captured, IReadOnlyList<object> values) : ExpressionVisitor
    {
        private int _nextCaptured;
        private int _next;

        protected override Expression VisitMember(MemberExpression node)
        {
            if (!IsCaptured(node))
            {
                return base.VisitMember(node);
            }

            switch (captured[_nextCaptured++])
            {
                case null:
                    return Expression.Constant(null, node.Type);
                case IQueryable query:
                    return query.Expression is ConstantExpression table ? table : Visit(query.Expression)!;
                case bool flag:
                    return Expression.Constant(flag, node.Type);
                default:
                    return Holding(values[_next++], node.Type);
            }
        }

        protected override Expression VisitConstant(ConstantExpression node) => node.Value is IQueryable { Expression: not ConstantExpression } query ? Visit(query.Expression)! : node;

        protected override Expression VisitExtension(Expression node) => IsDatabase(node) ? node : base.VisitExtension(node);

        // As captured by a lambda, so that a parameter is made of it; of the type that was captured, so that it can be replaced once more.
        private static MemberExpression Holding(object value, Type type)
        {
            var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type))!;
            var field = holder.GetType().GetField(nameof(Holder<object>.Value))!;
            field.SetValue(holder, value);
            return Expression.Field(Expression.Constant(holder), field);
        }
    }

    private sealed class Holder<T>
    {
        public T Value = default!;
    }
}
