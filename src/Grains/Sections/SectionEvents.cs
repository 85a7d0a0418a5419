using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>科室事件. What can have happened to a section. Names and fields are storage format.</summary>
public abstract record SectionEvent : ListedEvent<Section>;

/// <summary>科室已登记. A section was entered into the list, or opened again.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The Chinese name.</param>
/// <param name="EnglishName">The English name, or null.</param>
[Alias("section.registered")]
public sealed record SectionRegistered(string Code, string Name, string? EnglishName = null) : SectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记科室：{Name}（{Code}）", $"Section registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Section Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName };
}

/// <summary>科室名称已更改. A section has other names.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The Chinese name from then on.</param>
/// <param name="EnglishName">The English name from then on, or null.</param>
[Alias("section.renamed")]
public sealed record SectionRenamed(string Code, string Name, string? EnglishName = null) : SectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"科室{Code}更名为{Name}", $"Section {Code} renamed to {EnglishName ?? Name}");

    /// <inheritdoc/>
    public override Section Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName };
}

/// <summary>科室已撤销. A section exists no more.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The Chinese name it had.</param>
/// <param name="EnglishName">The English name it had, or null.</param>
/// <param name="Reason">Why.</param>
[Alias("section.closed")]
public sealed record SectionClosed(string Code, string Name, string? EnglishName, string Reason) : SectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销科室：{Name}（{Code}）", $"Section closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Section Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName, IsClosed = true };
}
