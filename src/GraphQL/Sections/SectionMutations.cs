using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Sections;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>登记科室. Enters a section into the list, or opens one again that was closed.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RegisterSectionPayload> RegisterSection(RegisterSectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (section, errors) = await SectionCommands.GiveAsync(field, input.Code, new RegisterSection(input.Name, input.EnglishName) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RegisterSectionPayload(section, errors);
    }

    /// <summary>更改科室名称. Its code stays, and with it everything that carries it.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RenameSectionPayload> RenameSection(RenameSectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (section, errors) = await SectionCommands.GiveAsync(field, input.Code, new RenameSection(input.Name, input.EnglishName) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RenameSectionPayload(section, errors);
    }

    /// <summary>撤销科室. It exists no more; what it holds stays in its name until it is handed over.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<CloseSectionPayload> CloseSection(CloseSectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (section, errors) = await SectionCommands.GiveAsync(field, input.Code, new CloseSection(input.Reason) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new CloseSectionPayload(section, errors);
    }
}

/// <summary>How mutations of sections give their commands.</summary>
internal static class SectionCommands
{
    public static async Task<(SectionType? Section, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string given, SectionCommand command, Guid? commandId)
    {
        var code = given.Trim();
        if (ListedName.ProblemWithCode(code) is { } problem)
        {
            // A code that cannot be names no subject either.
            return (null, [problem]);
        }

        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<ISectionGrain>(code);
        var (section, errors) = await Commands.GiveAsync(field, Section.ConceptName, code, grain, command, commandId, makes: command is RegisterSection || Section.Find(code) is not null).ConfigureAwait(false);
        return (section is null ? null : new SectionType(section), errors);
    }
}
