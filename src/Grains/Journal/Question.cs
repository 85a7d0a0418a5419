using LinqToDB.Data;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 问题. What is asked of one table, in two halves: its shape, a text that only questions of this form have, and the values of this time.
/// The statement is known by the shape; the query itself is put together only where no statement of it is known yet.
/// </summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="shape">The shape; null where it has a form whose statement cannot be kept.</param>
/// <param name="values">The values: text, whole numbers, and lists of them; never null, which is part of the shape.</param>
/// <param name="query">Makes the query of this shape with any values.</param>
public sealed class Question<TRow>(
    string? shape, IReadOnlyList<object> values, Func<DataConnection, IReadOnlyList<object>, IQueryable<TRow>> query)
    where TRow : class
{
    /// <summary>形状. What questions of this form have in common; null where nothing is kept of them.</summary>
    public string? Shape => shape;

    /// <summary>值. The values of this time.</summary>
    public IReadOnlyList<object> Values => values;

    /// <summary>The question as a query.</summary>
    /// <param name="data">Where the tables are.</param>
    public IQueryable<TRow> Query(DataConnection data) => query(data, values);

    /// <summary>The same question with other values.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="others">A value for each of the question's.</param>
    internal IQueryable<TRow> With(DataConnection data, IReadOnlyList<object> others) => query(data, others);
}

/// <summary>备好的问题. A question whose statement, where it can be kept, is at hand before the turn in which it is read.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class Asked<TRow> where TRow : class
{
    internal Asked(Func<DataConnection, Question<TRow>> ask, KeptQuery<TRow>? kept) => (Ask, Kept) = (ask, kept);

    /// <summary>Makes the question.</summary>
    internal Func<DataConnection, Question<TRow>> Ask { get; }

    /// <summary>Its statement and values; null where its shape cannot be kept.</summary>
    internal KeptQuery<TRow>? Kept { get; }
}
