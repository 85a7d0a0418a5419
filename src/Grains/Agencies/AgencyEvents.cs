using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <summary>部门事件. What can have happened to an agency. Names and fields are storage format.</summary>
public abstract record AgencyEvent : ListedEvent<Agency>;

/// <summary>部门已登记. An agency was entered into the list, or opened again.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it is to the bureau.</param>
/// <param name="Name">The Chinese name.</param>
/// <param name="EnglishName">The English name, or null.</param>
[Alias("agency.registered")]
public sealed record AgencyRegistered(string Code, AgencyKind Kind, string Name, string? EnglishName = null) : AgencyEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记部门：{Name}（{Code}）", $"Agency registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Agency Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>部门名称已更改. An agency has other names.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it is to the bureau.</param>
/// <param name="Name">The Chinese name from then on.</param>
/// <param name="EnglishName">The English name from then on, or null.</param>
[Alias("agency.renamed")]
public sealed record AgencyRenamed(string Code, AgencyKind Kind, string Name, string? EnglishName = null) : AgencyEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"部门{Code}更名为{Name}", $"Agency {Code} renamed to {EnglishName ?? Name}");

    /// <inheritdoc/>
    public override Agency Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>部门已撤销. An agency is no partner any more.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it is to the bureau.</param>
/// <param name="Name">The Chinese name it had.</param>
/// <param name="EnglishName">The English name it had, or null.</param>
/// <param name="Reason">Why.</param>
[Alias("agency.closed")]
public sealed record AgencyClosed(string Code, AgencyKind Kind, string Name, string? EnglishName, string Reason) : AgencyEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销部门：{Name}（{Code}）", $"Agency closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Agency Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName, IsClosed = true };
}
