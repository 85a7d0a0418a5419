using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>指明科室的命令. A command that gives something to a section of the bureau. The shell looks the section up; the law asks for <see cref="NamedSection"/> and cannot forget it.</summary>
internal interface INamesSection
{
    /// <summary>科室. The section's code as given; null or blank where none is.</summary>
    string? Section { get; }
}

/// <summary>指明的科室. What the list of sections knows of the section that a command names.</summary>
/// <param name="Code">代码. As given, without the spaces around it.</param>
/// <param name="IsOpen">在册. Whether the list has it and it is not closed.</param>
internal sealed record NamedSection(string Code, bool IsOpen)
{
    /// <summary>What is wrong with naming it, or null.</summary>
    /// <param name="field">The field's name in the input.</param>
    public InvalidInput? Problem(string field) => IsOpen
        ? null
        : new InvalidInput(field, $"责任科室名录中没有{Code}，或者已撤销", $"{Code} is not in the list of sections, or is closed");
}

/// <summary>Looks up the section that a command names.</summary>
/// <param name="grains">Where sections are found.</param>
internal sealed class NamedSectionSource(IGrainFactory grains) : IFactSource
{
    public async ValueTask<object?> FetchAsync(Command command) => command is INamesSection named && ListedName.Given(named.Section) is { } code
        ? new NamedSection(code, await grains.IsOpenSectionAsync(code))
        : null;
}
