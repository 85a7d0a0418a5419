using System.Linq.Expressions;

namespace ShuangDa.Grains.Journal;

/// <summary>条件. A condition on rows as a question has it: its shape, its values, and how it is put together with any values.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Shape">What conditions of this form have in common; null where it has a form whose statement cannot be kept.</param>
/// <param name="Values">The values of this time.</param>
/// <param name="Count">How many single conditions it is made of.</param>
/// <param name="Make">Puts it together; it takes its values in their order.</param>
public sealed record Condition<TRow>(
    string? Shape, IReadOnlyList<object> Values, int Count, Func<AskedValues, Expression<Func<TRow, bool>>> Make)
    where TRow : class
{
    /// <summary>条件. A condition that is written out: its values are what it has captured.</summary>
    /// <param name="written">The condition.</param>
    public static Condition<TRow> Of(Expression<Func<TRow, bool>> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var shape = QueryShape.Of(written);
        if (shape.Key is null)
        {
            return new(null, [], CountIn(written.Body), _ => written);
        }

        return new(shape.Key, shape.Values, CountIn(written.Body),
            values => (Expression<Func<TRow, bool>>)shape.With(written, [.. shape.Values.Select(_ => values.Next())]));
    }

    /// <summary>表达式. The condition with the values of this time.</summary>
    public Expression<Func<TRow, bool>> ToExpression() => Make(new AskedValues(Values));

    private static int CountIn(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both
        ? CountIn(both.Left) + CountIn(both.Right)
        : 1;
}

/// <summary>依次取值. The values of a question, taken one after the other while it is put together.</summary>
/// <param name="values">The values.</param>
public sealed class AskedValues(IReadOnlyList<object> values)
{
    private int _next;

    /// <summary>下一个值. The next value.</summary>
    public object Next() => values[_next++];
}
