using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;
using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Conventions.Columns;

/// <summary>所问的内容. Conditions or an order as they were given, by the fields that they speak of.</summary>
internal interface IAskedOfFields
{
    /// <summary>The fields with what was asked of each; <c>and</c> and <c>or</c> have lists of more of them.</summary>
    IEnumerable<KeyValuePair<string, object?>> Asked { get; }

    /// <summary>The GraphQL type whose fields they are; null where it is not known apart from the list.</summary>
    string? Type => null;
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

    /// <inheritdoc/>
    string? IAskedOfFields.Type => RowNames.Of(typeof(TRow)).Name;

    /// <summary>The filter as a condition on rows.</summary>
    /// <param name="data">Where other tables are found.</param>
    internal Expression<Func<TRow, bool>> Condition(DataConnection data) => Ask(data).ToExpression();

    /// <summary>The filter as a condition of a question.</summary>
    /// <param name="data">Where other tables are found.</param>
    internal Condition<TRow> Ask(DataConnection data)
    {
        var conditions = new Conditions<TRow>();
        foreach (var (name, given) in asked)
        {
            if (given is not null && Known.TryGetValue(name, out var field))
            {
                field.Add(conditions, given, data);
            }
        }

        return conditions.Groups(Group(FilterGroups.And, data), Group(FilterGroups.Or, data)).ToCondition();
    }

    /// <summary>What was asked of one column, where nothing else was asked; else null.</summary>
    /// <param name="name">The column's name.</param>
    internal object? OnlyOf(string name) => asked.Count == 1 && asked.TryGetValue(name, out var only) ? only : null;

    private IEnumerable<Condition<TRow>>? Group(string name, DataConnection data) =>
        (asked.TryGetValue(name, out var group) ? group as IEnumerable<object?> : null)?.OfType<RowFilter<TRow>>().Select(one =>
            one.Ask(data));
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

    private static IEnumerable<FilterField<TRow>> OfColumns() => RowColumn<TRow>.All.SelectMany(column => OfColumn(column));

    private static IEnumerable<FilterField<TRow>> OfColumn(RowColumn<TRow> column)
    {
        if (column.Filter is { } name)
        {
            yield return new(name, column.Description, column.Kind.Filter, (conditions, asked, _) => column.Kind.Add(conditions, asked));
        }

        if (column.Presence is { } presence)
        {
            yield return new(presence.Name!, presence.Description, typeof(BooleanFilter), (conditions, asked, _) => column.Kind.AddPresence(conditions, (BooleanFilter)asked));
        }

        foreach (var said in column.Property.GetCustomAttributes().Where(one => one.GetType().IsGenericType))
        {
            var (form, of) = (said.GetType().GetGenericTypeDefinition(), said.GetType().GetGenericArguments()[0]);
            if (form == typeof(ObjectFilterAttribute<>))
            {
                yield return (FilterField<TRow>)Generic(nameof(OfObject), of).Invoke(null, [column, said])!;
            }
            else if (form == typeof(ReferenceFilterAttribute<>))
            {
                yield return (FilterField<TRow>)Generic(nameof(OfReference), of).Invoke(null, [column, said])!;
            }
        }
    }

    // The column is one property of an object.
    private static FilterField<TRow> OfObject<TElement>(RowColumn<TRow> column, ObjectFilterAttribute<TElement> said)
    {
        var named = new Dictionary<string, ColumnKind<TRow>> { [WireName.OfMember(said.Property)] = column.Kind };
        return new(WireName.OfMember(column.Property.Name), said.Description, typeof(ElementFilterInput<TElement>), (conditions, asked, _) => conditions.And(((ElementFilter)asked).Condition(named)));
    }

    // What another subject's row says. Its key is this row's own column, so that asking by the key alone looks into no other table.
    private static FilterField<TRow> OfReference<TOther>(RowColumn<TRow> column, ReferenceFilterAttribute<TOther> said) where TOther : Row => new(said.Name, said.Description, typeof(FilterInput<TOther>), (conditions, asked, data) =>
    {
        var filter = (RowFilter<TOther>)asked;
        if (filter.OnlyOf(WireName.OfMember(said.Key)) is { } key)
        {
            column.Kind.Add(conditions, key);
            return;
        }

        var (row, other) = (Expression.Parameter(typeof(TRow), "row"), Expression.Parameter(typeof(TOther), "other"));
        var same = Expression.Lambda<Func<TOther, bool>>(Expression.Equal(Expression.Property(other, said.Key), Expression.Property(row, column.Property)), other);
        var some = Box.Of(data.GetTable<TOther>().Where(filter.Condition(data)));
        conditions.And(Expression.Lambda<Func<TRow, bool>>(Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(TOther)], some, Expression.Quote(same)), row));
    });

    private static IEnumerable<FilterField<TRow>> OfParts() =>
    [
        .. from part in typeof(TRow).Assembly.GetTypes()
           let said = part.GetCustomAttribute<PartOfAttribute<TRow>>()
           where said is not null
           select Made(part, said.Name, said.Description, said.Element),
        .. from shared in typeof(TRow).GetCustomAttributes()
           where shared is IHasParts
           let said = (IHasParts)shared
           select Made(said.Part, said.Name, said.Description, null),
    ];

    private static FilterField<TRow> Made(Type part, string name, string description, Type? element) =>
        (FilterField<TRow>)Generic(nameof(OfPart), part).Invoke(null, [name, description, element])!;

    // Rows of which a subject has several: some, all or none of them meet a condition.
    private static FilterField<TRow> OfPart<TPart>(string name, string description, Type? of) where TPart : Row
    {
        var columns = RowColumn<TPart>.All.Where(column => column.Filter is not null).ToDictionary(column => column.Filter!, column => column.Kind);
        var inner = of is { } element ? typeof(ElementFilterInput<>).MakeGenericType(element) : columns.Values.Single().Filter;
        return new(name, description, typeof(ListFilterInput<>).MakeGenericType(inner), (conditions, asked, data) =>
        {
            var filter = (ListFilter)asked;
            Add(filter.Some, not: false, exists: true);
            Add(filter.None, not: false, exists: false);
            Add(filter.All, not: true, exists: false);
            if (filter.Any is { } any)
            {
                Exists(data.GetTable<TPart>(), any);
            }

            void Add(object? given, bool not, bool exists)
            {
                if (given is not null)
                {
                    var met = given is ElementFilter parts ? parts.Condition(columns).ToExpression() : Single(given);
                    Exists(data.GetTable<TPart>().Where(not ? Expression.Lambda<Func<TPart, bool>>(Expression.Not(met.Body), met.Parameters) : met), exists);
                }
            }

            // Said as a list of subjects, SQLite begins with the few parts that meet the condition; said as existence it would go through
            // all rows and look for each.
            void Exists(IQueryable<TPart> some, bool exists) => conditions.And(
                exists ? row => some.Select(part => part.Subject).Contains(row.Subject) : row =>
                    !some.Any(part => part.Subject == row.Subject));
        });

        Expression<Func<TPart, bool>> Single(object given)
        {
            var one = new Conditions<TPart>();
            columns.Values.Single().Add(one, given);
            return one.ToExpression();
        }
    }

    private static MethodInfo Generic(string name, Type argument) => typeof(FilterField<TRow>).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(argument);

    private static IEnumerable<FilterField<TRow>> OfConcept() => typeof(FilterField<TRow>).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ConceptCondition<TRow>)))
        .Select(type => (ConceptCondition<TRow>)Activator.CreateInstance(type)!)
        .Select(own => new FilterField<TRow>(own.Name, own.Description, own.Input, (conditions, asked, data) =>
            conditions.And(own.Condition(asked, data))));
}

/// <summary>概念自有的条件. What rows of a concept can be filtered by that is more than a column.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="name">The condition's name.</param>
/// <param name="description">What it asks.</param>
/// <param name="input">Its input, a graph type or a CLR type.</param>
internal abstract class ConceptCondition<TRow>(string name, string description, Type input) where TRow : Row
{
    /// <summary>The condition's name.</summary>
    public string Name => name;

    /// <summary>What it asks.</summary>
    public string Description => description;

    /// <summary>Its input, a graph type or a CLR type.</summary>
    public Type Input => input;

    /// <summary>The condition on rows.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="data">Where other tables are found.</param>
    public abstract Expression<Func<TRow, bool>>? Condition(object asked, DataConnection data);
}

/// <summary>条件输入. The conditions that a row's columns give.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class FilterInput<TRow> : InputObjectGraphType<RowFilter<TRow>> where TRow : Row
{
    /// <summary>The input.</summary>
    public FilterInput()
    {
        var (name, term) = RowNames.Of(typeof(TRow));
        Name = $"{name}FilterInput";
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
        Name = $"{typeof(T).Name}OperationFilterInput";
        Description = $"{CommandInput.Parts(DocComments.Of(typeof(T))).Term}条件. Conditions on a value of {typeof(T).Name}; those given must all hold.";
    }
}

/// <summary>对象条件. What was asked of an object that something has.</summary>
/// <param name="asked">The conditions as the engine read them, by name.</param>
internal sealed class ElementFilter(IDictionary<string, object?> asked)
{
    /// <summary>The conditions on the row that has the object's properties as columns.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="columns">The columns by the properties' names.</param>
    public Condition<TRow> Condition<TRow>(Dictionary<string, ColumnKind<TRow>> columns) where TRow : Row
    {
        var conditions = new Conditions<TRow>();
        foreach (var (name, given) in asked)
        {
            if (given is not null && columns.TryGetValue(name, out var column))
            {
                column.Add(conditions, given);
            }
        }

        return conditions.Groups(Group(FilterGroups.And), Group(FilterGroups.Or)).ToCondition();

        IEnumerable<Condition<TRow>>? Group(string name) =>
            (asked.TryGetValue(name, out var group) ? group as IEnumerable<object?> : null)?.OfType<ElementFilter>().Select(one =>
                one.Condition(columns));
    }
}

/// <summary>对象条件输入. The conditions on an object that something has.</summary>
/// <typeparam name="TElement">The object's record, named after it with <c>Element</c> behind.</typeparam>
internal sealed class ElementFilterInput<TElement> : InputObjectGraphType<ElementFilter>
{
    /// <summary>The input.</summary>
    public ElementFilterInput()
    {
        Name = InputName;
        Description = $"{CommandInput.Parts(DocComments.Of(typeof(TElement))).Term}条件. Conditions on one of them; all that is given must hold.";
        AddField(new FieldType { Name = FilterGroups.And, Description = "并且. All of these hold.", Type = typeof(ListGraphType<NonNullGraphType<ElementFilterInput<TElement>>>) });
        AddField(new FieldType { Name = FilterGroups.Or, Description = "或者. One of these holds.", Type = typeof(ListGraphType<NonNullGraphType<ElementFilterInput<TElement>>>) });
        foreach (var property in typeof(TElement).GetProperties().Where(property => property.IsDefined(typeof(FilterAttribute))))
        {
            AddField(new FieldType { Name = WireName.OfMember(property.Name), Description = DocComments.Of(typeof(TElement), property.Name), Type = InputTypes.Of(typeof(StringFilter)) });
        }
    }

    /// <summary>What the input is called.</summary>
    public static string InputName { get; } = $"{typeof(TElement).Name.Replace("Element", "", StringComparison.Ordinal)}FilterInput";

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) => new ElementFilter(value);
}

/// <summary>列表条件. What was asked of several things that something has.</summary>
/// <param name="All">All of them meet this.</param>
/// <param name="None">None of them meets this.</param>
/// <param name="Some">Some of them meet this.</param>
/// <param name="Any">Whether there are any.</param>
internal sealed record ListFilter(object? All, object? None, object? Some, bool? Any);

/// <summary>列表条件输入. The conditions on several things that something has.</summary>
/// <typeparam name="TInner">The input of the conditions on one of them, a graph type or a CLR type.</typeparam>
internal sealed class ListFilterInput<TInner> : InputObjectGraphType<ListFilter>
{
    private const string Any = "any";

    /// <summary>The input.</summary>
    public ListFilterInput()
    {
        Name = typeof(TInner) == typeof(StringFilter) ? "ListStringOperationFilterInput"
            : typeof(TInner).GetGenericTypeDefinition() == typeof(EnumFilterInput<>) ? $"List{typeof(TInner).GetGenericArguments()[0].Name}OperationFilterInput"
            : $"ListFilterInputTypeOf{typeof(TInner).GetProperty(nameof(ElementFilterInput<>.InputName))!.GetValue(null)}";
        Description = "列表条件. Conditions on several of them; all that is given must hold.";
        foreach (var (name, description) in new[] { ("all", "全部. All of them meet this."), ("none", "没有. None of them meets this."), ("some", "有的. Some of them meet this.") })
        {
            AddField(new FieldType { Name = name, Description = description, Type = InputTypes.Of(typeof(TInner)) });
        }

        AddField(new FieldType { Name = Any, Description = "有无. Whether there are any.", Type = typeof(BooleanGraphType) });
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) => new ListFilter(Given(value, "all"), Given(value, "none"), Given(value, "some"), (bool?)Given(value, Any));

    private static object? Given(IDictionary<string, object?> asked, string name) => asked.TryGetValue(name, out var given) ? given : null;
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
        Name = $"{name}SortInput";
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
