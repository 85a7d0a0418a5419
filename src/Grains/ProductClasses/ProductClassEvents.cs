using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ProductClasses;

/// <summary>产品类别事件. What can have happened to a product class. Names and fields are storage format.</summary>
public abstract record ProductClassEvent : ListedEvent<ProductClass>;

/// <summary>产品类别已登记. A product class was entered into the list, or opened again.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称. The English name, or null.</param>
/// <param name="IsKey">重点产品. Whether it is one of the campaign's key classes.</param>
[Alias("product-class.registered")]
public sealed record ProductClassRegistered(string Code, string Name, string? EnglishName, bool IsKey) : ProductClassEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记产品类别：{Name}（{Code}）", $"Product class registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override ProductClass Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName, IsKey = IsKey };
}

/// <summary>产品类别已更改. A product class has other names, or is a key class or not any more.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Name">名称. The Chinese name from then on.</param>
/// <param name="EnglishName">英文名称. The English name from then on, or null.</param>
/// <param name="IsKey">重点产品. Whether it is from then on one of the campaign's key classes.</param>
[Alias("product-class.renamed")]
public sealed record ProductClassRenamed(string Code, string Name, string? EnglishName, bool IsKey) : ProductClassEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"产品类别{Code}更改为{Name}{(IsKey ? "（重点产品）" : "")}", $"Product class {Code} changed to {EnglishName ?? Name}{(IsKey ? " (key class)" : "")}");

    /// <inheritdoc/>
    public override ProductClass Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName, IsKey = IsKey };
}

/// <summary>产品类别已撤销. A product class is given to nothing new.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Name">名称. The Chinese name it had.</param>
/// <param name="EnglishName">英文名称. The English name it had, or null.</param>
/// <param name="IsKey">重点产品. Whether it was one of the campaign's key classes.</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="ClosedOn">撤销日期. The day (Asia/Shanghai).</param>
[Alias("product-class.closed")]
public sealed record ProductClassClosed(string Code, string Name, string? EnglishName, bool IsKey, string Reason, DateOnly ClosedOn) : ProductClassEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销产品类别：{Name}（{Code}）", $"Product class closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override ProductClass Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName, IsKey = IsKey, IsClosed = true, ClosedOn = ClosedOn };
}
