using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Areas;

/// <summary>区域事件. What can have happened to an area. Names and fields are storage format.</summary>
public abstract record AreaEvent : ListedEvent<Area>;

/// <summary>区域已登记. An area was entered into the list, or opened again.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称. The English name, or null.</param>
[Alias("area.registered")]
public sealed record AreaRegistered(string Code, AreaKind Kind, string Name, string? EnglishName) : AreaEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记区域：{Name}（{Code}）", $"Area registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Area Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>区域名称已更改. An area has other names.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name from then on.</param>
/// <param name="EnglishName">英文名称. The English name from then on, or null.</param>
[Alias("area.renamed")]
public sealed record AreaRenamed(string Code, AreaKind Kind, string Name, string? EnglishName) : AreaEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"区域{Code}更名为{Name}", $"Area {Code} renamed to {EnglishName ?? Name}");

    /// <inheritdoc/>
    public override Area Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>区域已撤销. An area exists no more.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name it had.</param>
/// <param name="EnglishName">英文名称. The English name it had, or null.</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="ClosedOn">撤销日期. The day (Asia/Shanghai).</param>
[Alias("area.closed")]
public sealed record AreaClosed(string Code, AreaKind Kind, string Name, string? EnglishName, string Reason, DateOnly ClosedOn) : AreaEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销区域：{Name}（{Code}）", $"Area closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Area Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName, IsClosed = true, ClosedOn = ClosedOn };
}
