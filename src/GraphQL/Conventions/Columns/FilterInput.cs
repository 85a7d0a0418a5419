using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;
using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Conventions.Columns;

/// <summary>所问的内容. Conditions or an order as they were given, by the fields that they speak of.</summary>
internal interface IAskedOfFields
{
    /// <summary>The fields with what was asked of each; <c>and</c> and <c>or</c> have lists of more of them.</summary>
    IEnumerable<KeyValuePair<string, object?>> Asked { get; }
}

/// <summary>The names of the groups that conditions are put together in.</summary>
internal static class FilterGroups
{
    /// <summary>All of them hold.</summary>
    public const string And = "and";

    /// <summary>One of them holds.</summary>
    public const string Or = "or";
}

/// <summary>条件. Which rows are wanted; all that is given must hold.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="asked">The conditions as the engine read them, by name.</param>
public sealed class RowFilter<TRow>(IDictionary<string, object?> asked) : IAskedOfFields where TRow : Row
{
    private static readonly Dictionary<string, FilterField<TRow>> Known = FilterField<TRow>.All.ToDictionary(field => field.Name);

    /// <inheritdoc/>
    IEnumerable<KeyValuePair<string, object?>> IAskedOfFields.Asked => asked;

    /// <summary>The filter as a condition on rows.</summary>
    /// <param name="data">Where other tables are found.</param>
    internal Expression<Func<TRow, bool>> Condition(DataConnection data)
    {
        var conditions = new Conditions<TRow>();
        foreach (var (name, given) in asked)
        {
            if (given is not null && Known.TryGetValue(name, out var field))
            {
                field.Add(conditions, given, data);
            }
        }

        return conditions.Groups(Group(FilterGroups.And, data), Group(FilterGroups.Or, data)).ToExpression();
    }

    private IEnumerable<Expression<Func<TRow, bool>>>? Group(string name, DataConnection data) =>
        (asked.TryGetValue(name, out var group) ? group as IEnumerable<object?> : null)?.OfType<RowFilter<TRow>>().Select(one => one.Condition(data));
}

/// <summary>条件字段. One thing that rows can be filtered by.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Name">The condition's name.</param>
/// <param name="Description">What it asks.</param>
/// <param name="Input">Its input, a graph type or a CLR type.</param>
/// <param name="Add">Adds what was asked.</param>
internal sealed record FilterField<TRow>(string Name, string Description, Type Input, Action<Conditions<TRow>, object, DataConnection> Add) where TRow : Row
{
    /// <summary>All of a row's: its own columns', those of the rows it has several of, and the concept's own.</summary>
    public static IReadOnlyList<FilterField<TRow>> All { get; } = [.. OfColumns().Concat(OfParts()).Concat(OfConcept())];

    private static IEnumerable<FilterField<TRow>> OfColumns()
    {
        foreach (var column in RowColumn<TRow>.All)
        {
            if (column.Filter is { } name)
            {
                yield return new(name, column.Description, column.Kind.Filter, (conditions, asked, _) => column.Kind.Add(conditions, asked));
            }

            if (column.Presence is { } presence)
            {
                yield return new(presence.Name!, presence.Description, typeof(BooleanFilter), (conditions, asked, _) => column.Kind.AddPresence(conditions, (BooleanFilter)asked));
            }
        }
    }

    private static IEnumerable<FilterField<TRow>> OfParts() => typeof(TRow).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(PartOfAttribute<TRow>)))
        .SelectMany(part => (IEnumerable<FilterField<TRow>>)typeof(FilterField<TRow>).GetMethod(nameof(OfPart), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(part).Invoke(null, null)!);

    // The rows that have a part which meets the condition.
    private static IEnumerable<FilterField<TRow>> OfPart<TPart>() where TPart : Row => RowColumn<TPart>.All
        .Where(column => column.Filter is not null)
        .Select(column => new FilterField<TRow>(column.Filter!, column.Description, column.Kind.Filter, (conditions, asked, data) =>
        {
            var met = new Conditions<TPart>();
            column.Kind.Add(met, asked);
            var some = data.GetTable<TPart>().Where(met.ToExpression());
            conditions.And(row => some.Any(part => part.Subject == row.Subject));
        }));

    private static IEnumerable<FilterField<TRow>> OfConcept() => typeof(FilterField<TRow>).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ConceptCondition<TRow>)))
        .Select(type => (ConceptCondition<TRow>)Activator.CreateInstance(type)!)
        .Select(own => new FilterField<TRow>(own.Name, own.Description, own.Input, (conditions, asked, _) => conditions.And(own.Condition(asked))));
}

/// <summary>概念自有的条件. What rows of a concept can be filtered by that is more than a column.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="name">The condition's name.</param>
/// <param name="description">What it asks.</param>
/// <param name="input">The CLR type of its input.</param>
internal abstract class ConceptCondition<TRow>(string name, string description, Type input) where TRow : Row
{
    /// <summary>The condition's name.</summary>
    public string Name => name;

    /// <summary>What it asks.</summary>
    public string Description => description;

    /// <summary>The CLR type of its input.</summary>
    public Type Input => input;

    /// <summary>The condition on rows.</summary>
    /// <param name="asked">What was asked.</param>
    public abstract Expression<Func<TRow, bool>>? Condition(object asked);
}

/// <summary>条件输入. The conditions that a row's columns give.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class FilterInput<TRow> : InputObjectGraphType<RowFilter<TRow>> where TRow : Row
{
    /// <summary>The input.</summary>
    public FilterInput()
    {
        var (name, term) = RowNames.Of(typeof(TRow));
        Name = $"{name}Filter";
        Description = $"{term}条件. Which are wanted; all that is given must hold.";
        AddField(new FieldType { Name = FilterGroups.And, Description = "并且. All of these hold.", Type = typeof(ListGraphType<NonNullGraphType<FilterInput<TRow>>>) });
        AddField(new FieldType { Name = FilterGroups.Or, Description = "或者. One of these holds.", Type = typeof(ListGraphType<NonNullGraphType<FilterInput<TRow>>>) });
        foreach (var field in FilterField<TRow>.All)
        {
            AddField(new FieldType { Name = field.Name, Description = field.Description, Type = InputTypes.Of(field.Input) });
        }
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) => new RowFilter<TRow>(value);
}

/// <summary>枚举条件输入. The conditions on an enum's value.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class EnumFilterInput<T> : AutoRegisteringInputObjectGraphType<EnumFilter<T>> where T : struct, Enum
{
    /// <summary>The input.</summary>
    public EnumFilterInput()
    {
        Name = $"{typeof(T).Name}Filter";
        Description = $"{CommandInput.Parts(DocComments.Of(typeof(T))).Term}条件. Conditions on a value of {typeof(T).Name}; those given must all hold.";
    }
}

/// <summary>排序. One column to order by.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="asked">The directions by name.</param>
public sealed class RowSort<TRow>(IDictionary<string, object?> asked) : IAskedOfFields where TRow : Row
{
    private static readonly Dictionary<string, RowColumn<TRow>> Known = RowColumn<TRow>.All.Where(column => column.Sort is not null).ToDictionary(column => column.Sort!);

    /// <inheritdoc/>
    IEnumerable<KeyValuePair<string, object?>> IAskedOfFields.Asked => asked;

    /// <summary>The columns of the order.</summary>
    internal IEnumerable<SortColumn<TRow>> Columns => asked.Where(one => one.Value is not null).Select(one => Known[one.Key].Kind.SortBy(one.Key, (SortDirection)one.Value!));
}

/// <summary>排序输入. The orders that a row's columns give.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class SortInput<TRow> : InputObjectGraphType<RowSort<TRow>> where TRow : Row
{
    /// <summary>The input.</summary>
    public SortInput()
    {
        var (name, term) = RowNames.Of(typeof(TRow));
        Name = $"{name}Sort";
        Description = $"{term}排序. One column to order by.";
        foreach (var column in RowColumn<TRow>.All.Where(column => column.Sort is not null))
        {
            AddField(new FieldType { Name = column.Sort!, Description = column.Description, Type = InputTypes.Of(typeof(SortDirection)) });
        }
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) => new RowSort<TRow>(value);
}

/// <summary>输入类型. The graph types of inputs.</summary>
internal static class InputTypes
{
    /// <summary>The graph type of an input: itself, or the one that stands for a CLR type.</summary>
    /// <param name="input">A graph type or a CLR type.</param>
    public static Type Of(Type input) => input.IsAssignableTo(typeof(IGraphType)) ? input : typeof(GraphQLClrInputTypeReference<>).MakeGenericType(input);
}
