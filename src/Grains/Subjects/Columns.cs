namespace ShuangDa.Grains.Subjects;

/// <summary>对外的列. That a column of a row is known outside, and under which name. A column is named here and nowhere else: the fields, filters and orders of the API are made from it.</summary>
/// <param name="name">The name, as the API writes it; null for the column's own, and for money that with the currency behind it.</param>
public abstract class OfferedColumnAttribute(string? name) : Attribute
{
    /// <summary>名称. The name, as the API writes it, or null for the column's own.</summary>
    public string? Name => name;
}

/// <summary>字段. The column is a field of its subject. Columns without this are shown to nobody.</summary>
/// <param name="name">The field's name, or null for the column's own.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string? name = null) : OfferedColumnAttribute(name);

/// <summary>条件. Lists can be filtered by the column.</summary>
/// <param name="name">The condition's name, or null for the field's.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterAttribute(string? name = null) : OfferedColumnAttribute(name);

/// <summary>有无条件. Lists can be filtered by whether the column has a value.</summary>
/// <param name="name">The condition's name.</param>
/// <param name="description">What it asks.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterPresenceAttribute(string name, string description) : OfferedColumnAttribute(name)
{
    /// <summary>说明. What it asks.</summary>
    public string Description => description;
}

/// <summary>排序. Lists can be ordered by the column, which is never null.</summary>
/// <param name="name">The order's name, or null for the field's.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortAttribute(string? name = null) : OfferedColumnAttribute(name);

/// <summary>往日可见. The field is shown of a past day as well, where the subject is looked at as it was known then.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AsOfAttribute : Attribute;

/// <summary>附属行. A row of which a subject has several: lists of the main row can be filtered by whether some, all or none of them meet a condition.</summary>
/// <typeparam name="TRow">The subject's main row.</typeparam>
/// <param name="name">The condition's name.</param>
/// <param name="description">What it asks.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartOfAttribute<TRow>(string name, string description) : Attribute where TRow : Row
{
    /// <summary>名称. The condition's name.</summary>
    public string Name => name;

    /// <summary>说明. What it asks.</summary>
    public string Description => description;

    /// <summary>元素. What each of them is to people: a record whose <see cref="FilterAttribute"/> properties are columns of the part under the same name; null where the one filtered column is the value itself.</summary>
    public Type? Element { get; init; }
}

/// <summary>共用附属行. That a main row's lists can be filtered by rows in a table that concepts share.</summary>
public interface IHasParts
{
    /// <summary>共用的行. The shared row.</summary>
    Type Part { get; }

    /// <summary>名称. The condition's name.</summary>
    string Name { get; }

    /// <summary>说明. What it asks.</summary>
    string Description { get; }
}

/// <summary>共用附属行. Rows of which a subject has several, in a table that concepts share: the subject's main row says that its lists can be
/// filtered by them, by the one column of theirs that is a condition.</summary>
/// <typeparam name="TPart">The shared row.</typeparam>
/// <param name="name">The condition's name.</param>
/// <param name="description">What it asks.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class HasPartsAttribute<TPart>(string name, string description) : Attribute, IHasParts where TPart : Row
{
    /// <inheritdoc/>
    public Type Part => typeof(TPart);

    /// <summary>名称. The condition's name.</summary>
    public string Name => name;

    /// <summary>说明. What it asks.</summary>
    public string Description => description;
}

/// <summary>所含对象. The column is what one property of an object says: lists are filtered by the object.</summary>
/// <typeparam name="T">The object's record, whose <see cref="FilterAttribute"/> property of the given name the column holds.</typeparam>
/// <param name="property">The property.</param>
/// <param name="description">What the condition asks.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ObjectFilterAttribute<T>(string property, string description) : Attribute
{
    /// <summary>属性. The property that the column holds.</summary>
    public string Property => property;

    /// <summary>说明. What the condition asks.</summary>
    public string Description => description;
}

/// <summary>所指主体. The column names another subject: lists are filtered by what its row says.</summary>
/// <typeparam name="TRow">The other's main row.</typeparam>
/// <param name="key">The other's property that the column holds.</param>
/// <param name="name">The condition's name.</param>
/// <param name="description">What it asks.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceFilterAttribute<TRow>(string key, string name, string description) : Attribute where TRow : Row
{
    /// <summary>键. The other's property that the column holds.</summary>
    public string Key => key;

    /// <summary>名称. The condition's name.</summary>
    public string Name => name;

    /// <summary>说明. What it asks.</summary>
    public string Description => description;
}

/// <summary>枚举列. A text column that holds the wire name of an enum's member.</summary>
/// <typeparam name="T">The enum.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WireAttribute<T> : Attribute where T : struct, Enum;

/// <summary>日期列. A text column that holds a day of Asia/Shanghai in ISO form.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DayAttribute : Attribute;

/// <summary>金额列. A column of money in 分; the API shows it in yuan.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FenAttribute : Attribute;

/// <summary>时刻列. A column of instants in milliseconds since 1970 (UTC).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InstantAttribute : Attribute;
