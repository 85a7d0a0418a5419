using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <summary>指明协作部门的命令. A command that gives something to a partner agency. The shell looks the agency up; the law asks for <see cref="NamedAgency"/> and cannot forget it.</summary>
internal interface INamesAgency
{
    /// <summary>部门. The agency's code as given; null or blank where none is.</summary>
    string? Agency { get; }
}

/// <summary>指明的部门. What the list of agencies knows of the agency that a command names.</summary>
/// <param name="Code">代码. As given, without the spaces around it.</param>
/// <param name="Kind">性质. What it is to the bureau; null where it is not listed or closed.</param>
internal sealed record NamedAgency(string Code, AgencyKind? Kind)
{
    /// <summary>What is wrong with naming it, or null.</summary>
    /// <param name="field">The field's name in the input.</param>
    public InvalidInput? Problem(string field) => Kind is not null
        ? null
        : new InvalidInput(field, $"协作部门名录中没有{Code}，或者已撤销", $"{Code} is not in the list of agencies, or is closed");
}

/// <summary>Looks up the agency that a command names.</summary>
/// <param name="grains">Where agencies are found.</param>
internal sealed class NamedAgencySource(IGrainFactory grains) : IFactSource
{
    public async ValueTask<object?> FetchAsync(Command command) => command is INamesAgency named && ListedName.Given(named.Agency) is { } code
        ? new NamedAgency(code, (await grains.OpenAgencyAsync(code))?.Kind)
        : null;
}
