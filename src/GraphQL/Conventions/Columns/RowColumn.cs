using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using LinqToDB;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions.Columns;

/// <summary>对外的列. A column of a row as the API knows it: the field, the condition and the order that it gives, each where the row says so.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Property">The row's property.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record RowColumn<TRow>(PropertyInfo Property, ColumnKind<TRow> Kind) where TRow : Row
{
    // What lists are filtered by without being shown.
    private static readonly Type[] Asking = [typeof(ObjectFilterAttribute<>), typeof(ReferenceFilterAttribute<>)];

    /// <summary>What it means, as the row says.</summary>
    public string Description { get; } = DocComments.Of(Property);

    /// <summary>Whether it may be without a value.</summary>
    public bool IsNullable { get; } = new NullabilityInfoContext().Create(Property).ReadState == NullabilityState.Nullable;

    /// <summary>The field's name; null where it is none.</summary>
    public string? Field { get; } = NameBy<FieldAttribute>(Property, Kind);

    /// <summary>Whether the field is shown of a past day as well.</summary>
    public bool IsOfPast { get; } = Property.IsDefined(typeof(AsOfAttribute));

    /// <summary>The condition's name; null where there is none.</summary>
    public string? Filter { get; } = NameBy<FilterAttribute>(Property, Kind);

    /// <summary>The condition on whether it has a value; null where there is none.</summary>
    public FilterPresenceAttribute? Presence { get; } = Property.GetCustomAttribute<FilterPresenceAttribute>();

    /// <summary>The order's name; null where there is none.</summary>
    public string? Sort { get; } = NameBy<SortAttribute>(Property, Kind);

    /// <summary>The columns of a row.</summary>
    public static IReadOnlyList<RowColumn<TRow>> All { get; } =
    [
        .. typeof(TRow).GetProperties()
            .Where(property => property.IsDefined(typeof(OfferedColumnAttribute)) || property.GetCustomAttributes().Any(one => one.GetType() is { IsGenericType: true } named && Asking.Contains(named.GetGenericTypeDefinition())))
            .Select(property => new RowColumn<TRow>(property, ColumnKind<TRow>.Of(property))),
    ];

    private static string? NameBy<T>(PropertyInfo property, ColumnKind<TRow> kind) where T : OfferedColumnAttribute =>
        property.GetCustomAttribute<T>() is { } offered
            ? offered.Name ?? property.GetCustomAttribute<FieldAttribute>()?.Name ?? kind.NameOf(WireName.OfMember(property.Name))
            : null;
}

/// <summary>列的种类. What a column holds, and how that is shown and asked for.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="shown">The CLR type of what is shown.</param>
/// <param name="filter">The input of its conditions, a graph type or a CLR type; null where it has none.</param>
internal abstract class ColumnKind<TRow>(Type shown, Type? filter) where TRow : Row
{
    /// <summary>The CLR type of what is shown.</summary>
    public Type Shown { get; } = shown;

    /// <summary>The input of its conditions, a graph type or a CLR type.</summary>
    /// <exception cref="NotSupportedException">Nothing can be asked of it.</exception>
    public Type Filter => filter ?? throw new NotSupportedException($"A column of {typeof(TRow).Name} that holds {Shown.Name} has no conditions.");

    /// <summary>The name in the API of a column of this name.</summary>
    /// <param name="name">The column's name.</param>
    public virtual string NameOf(string name) => name;

    /// <summary>The column's value of a row as the API shows it.</summary>
    /// <param name="row">The row.</param>
    public abstract object? Show(TRow row);

    /// <summary>Writes the column's value of a row as the API shows it, without making an object of it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="row">The row.</param>
    /// <returns>What became of it; <see cref="WrittenCell.Unwritten"/> where <see cref="Show"/> and the field's type have to say
    /// it.</returns>
    public virtual WrittenCell Write(Utf8JsonWriter json, TRow row) => WrittenCell.Unwritten;

    /// <summary>Adds what was asked of the column.</summary>
    /// <param name="conditions">The conditions so far.</param>
    /// <param name="asked">The filter as it was given.</param>
    public abstract void Add(Conditions<TRow> conditions, object asked);

    /// <summary>Adds whether the column is to have a value.</summary>
    /// <param name="conditions">The conditions so far.</param>
    /// <param name="asked">Whether it is.</param>
    public virtual void AddPresence(Conditions<TRow> conditions, BooleanFilter asked) => throw new NotSupportedException($"Whether a column that holds {Shown.Name} has a value cannot be asked.");

    /// <summary>The column in an order.</summary>
    /// <param name="name">The order's name.</param>
    /// <param name="direction">Which way.</param>
    public abstract SortColumn<TRow> SortBy(string name, SortDirection direction);

    /// <summary>What a column holds, as its attributes say.</summary>
    /// <param name="property">The row's property.</param>
    public static ColumnKind<TRow> Of(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (property.GetCustomAttributes().FirstOrDefault(one => one.GetType() is { IsGenericType: true } named && named.GetGenericTypeDefinition() == typeof(WireAttribute<>)) is { } wire)
        {
            return (ColumnKind<TRow>)Activator.CreateInstance(typeof(WireColumn<,>).MakeGenericType(typeof(TRow), wire.GetType().GetGenericArguments()[0]), property)!;
        }

        return type == typeof(string)
                ? property.IsDefined(typeof(DayAttribute)) ? new DayColumn<TRow>(property)
                : property.IsDefined(typeof(OfficialNumberTextAttribute)) ? new OfficialNumberColumn<TRow>(property)
                : property.IsDefined(typeof(SectionOfNumberAttribute)) ? new SectionOfNumberColumn<TRow>(property)
                : new TextColumn<TRow>(property)
            : type == typeof(bool) ? new FlagColumn<TRow>(property)
            : type == typeof(int) ? new CountColumn<TRow>(property)
            : property.IsDefined(typeof(FenAttribute)) ? new FenColumn<TRow>(property)
            : property.IsDefined(typeof(InstantAttribute)) ? new InstantColumn<TRow>(property)
            : new NumberColumn<TRow>(property);
    }
}

/// <summary>列的种类. A kind whose column is stored as one type.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="T">What is stored.</typeparam>
/// <param name="property">The row's property.</param>
/// <param name="shown">The CLR type of what is shown.</param>
/// <param name="filter">The input of its conditions, or null.</param>
internal abstract class StoredColumn<TRow, T>(PropertyInfo property, Type shown, Type? filter) : ColumnKind<TRow>(shown, filter) where TRow : Row
{
    /// <summary>The column, for queries.</summary>
    protected Expression<Func<TRow, T>> Column { get; } = ColumnOf(property);

    /// <summary>The stored value of a row.</summary>
    protected Func<TRow, T> Value { get; } = ColumnOf(property).Compile();

    /// <inheritdoc/>
    public override SortColumn<TRow> SortBy(string name, SortDirection direction) => new(name, Column, direction);

    private static Expression<Func<TRow, T>> ColumnOf(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var value = Expression.Property(row, property);
        return Expression.Lambda<Func<TRow, T>>(value.Type == typeof(T) ? value : Expression.Convert(value, typeof(T)), row);
    }
}

/// <summary>文本列. Text as it is.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal class TextColumn<TRow>(PropertyInfo property, Type? shown = null, Type? filter = null) : StoredColumn<TRow, string?>(property, shown ?? typeof(string), filter ?? typeof(StringFilter)) where TRow : Row
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row);

    /// <inheritdoc/>
    public override WrittenCell Write(Utf8JsonWriter json, TRow row)
    {
        if (Value(row) is not { } text)
        {
            return WrittenCell.Nothing;
        }

        if (!IsShownAsStored(text))
        {
            return WrittenCell.Unwritten;
        }

        json.WriteStringValue(text);
        return WrittenCell.Written;
    }

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => conditions.Text(Column, (StringFilter)asked);

    /// <inheritdoc/>
    public override void AddPresence(Conditions<TRow> conditions, BooleanFilter asked) => conditions.Present(Column, asked);

    /// <summary>Whether the API shows a value as it is stored.</summary>
    /// <param name="text">The value.</param>
    protected virtual bool IsShownAsStored(string text) => true;
}

/// <summary>枚举列. The wire name of an enum's member.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="property">The row's property.</param>
internal sealed class WireColumn<TRow, T>(PropertyInfo property) : TextColumn<TRow>(property, typeof(T), typeof(EnumFilterInput<T>)) where TRow : Row where T : struct, Enum
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => WireName.Find<T>(Value(row));

    /// <inheritdoc/>
    protected override bool IsShownAsStored(string text) => WireName.Find<T>(text) is not null;

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => conditions.Enum(Column, (EnumFilter<T>)asked);
}

/// <summary>日期列. A day in ISO form.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class DayColumn<TRow>(PropertyInfo property) : TextColumn<TRow>(property, typeof(DateOnly), typeof(DateFilter)) where TRow : Row
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row) is { } day ? IsoDate.Parse(day) : null;

    /// <inheritdoc/>
    protected override bool IsShownAsStored(string text) => text is [_, _, _, _, '-', _, _, '-', _, _];

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => conditions.Date(Column, (DateFilter)asked);
}

/// <summary>文号列. A number that people say, asked for in any form in which they write it.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class OfficialNumberColumn<TRow>(PropertyInfo property) : TextColumn<TRow>(property) where TRow : Row
{
    private readonly NumberWord _word = property.GetCustomAttribute<OfficialNumberTextAttribute>()!.Word;

    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row) is { } plain ? OfficialNumber.Shown(_word, plain) : null;

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => base.Add(conditions, Plain((StringFilter)asked));

    /// <inheritdoc/>
    protected override bool IsShownAsStored(string text) => false;

    private static StringFilter Plain(StringFilter asked) => asked with
    {
        Eq = Plain(asked.Eq),
        Neq = Plain(asked.Neq),
        In = asked.In?.Select(one => Plain(one)!).ToList(),
        Nin = asked.Nin?.Select(one => Plain(one)!).ToList(),
        Contains = Plain(asked.Contains),
        StartsWith = Plain(asked.StartsWith),
        And = asked.And?.Select(Plain).ToList(),
        Or = asked.Or?.Select(Plain).ToList(),
    };

    private static string? Plain(string? typed) => OfficialNumber.PlainOf(typed) ?? typed;
}

/// <summary>编号科室列. The section that draws from a series of numbers; it is shown only.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class SectionOfNumberColumn<TRow>(PropertyInfo property) : TextColumn<TRow>(property) where TRow : Row
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row) is { } series ? OfficialNumber.SectionOf(series) : null;

    /// <inheritdoc/>
    protected override bool IsShownAsStored(string text) => false;
}

/// <summary>是否列. A yes or no.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class FlagColumn<TRow>(PropertyInfo property) : StoredColumn<TRow, bool>(property, typeof(bool), typeof(BooleanFilter)) where TRow : Row
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row);

    /// <inheritdoc/>
    public override WrittenCell Write(Utf8JsonWriter json, TRow row)
    {
        json.WriteBooleanValue(Value(row));
        return WrittenCell.Written;
    }

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => conditions.Boolean(Column, (BooleanFilter)asked);
}

/// <summary>整数列. A count; it is shown only.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class CountColumn<TRow>(PropertyInfo property) : StoredColumn<TRow, int>(property, typeof(int), null) where TRow : Row
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row);

    /// <inheritdoc/>
    public override WrittenCell Write(Utf8JsonWriter json, TRow row)
    {
        json.WriteNumberValue(Value(row));
        return WrittenCell.Written;
    }

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => throw new NotSupportedException();
}

/// <summary>金额列. An amount in 分, shown in yuan under a name that says so.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class FenColumn<TRow>(PropertyInfo property) : StoredColumn<TRow, long>(property, typeof(decimal), typeof(MoneyFilter)) where TRow : Row
{
    /// <inheritdoc/>
    public override string NameOf(string name) => $"{name}Cny";

    /// <inheritdoc/>
    public override object? Show(TRow row) => Money.Yuan(Value(row));

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => conditions.Amount(Column, (MoneyFilter)asked);
}

/// <summary>时刻列. An instant in milliseconds since 1970 (UTC), or none; it is shown only.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class InstantColumn<TRow>(PropertyInfo property) : StoredColumn<TRow, long?>(property, typeof(DateTimeOffset), null) where TRow : Row
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => throw new NotSupportedException();
}

/// <summary>数列. A whole number; lists are ordered by it.</summary>
/// <inheritdoc cref="StoredColumn{TRow, T}"/>
internal sealed class NumberColumn<TRow>(PropertyInfo property) : StoredColumn<TRow, long>(property, typeof(long), null) where TRow : Row
{
    /// <inheritdoc/>
    public override object? Show(TRow row) => Value(row);

    /// <inheritdoc/>
    public override WrittenCell Write(Utf8JsonWriter json, TRow row)
    {
        json.WriteNumberValue(Value(row));
        return WrittenCell.Written;
    }

    /// <inheritdoc/>
    public override void Add(Conditions<TRow> conditions, object asked) => throw new NotSupportedException();
}
