using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Agencies;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>登记部门. Enters an agency into the list, or opens one again that was closed.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RegisterAgencyPayload> RegisterAgency(RegisterAgencyInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (agency, errors) = await AgencyCommands.GiveAsync(field, input.Code, new RegisterAgency(input.Kind, input.Name, input.EnglishName) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RegisterAgencyPayload(agency, errors);
    }

    /// <summary>更改部门名称. Its code stays, and with it everything that carries it.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RenameAgencyPayload> RenameAgency(RenameAgencyInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (agency, errors) = await AgencyCommands.GiveAsync(field, input.Code, new RenameAgency(input.Name, input.EnglishName) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RenameAgencyPayload(agency, errors);
    }

    /// <summary>撤销部门. It is no partner any more; what concerned it stays in its name.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<CloseAgencyPayload> CloseAgency(CloseAgencyInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (agency, errors) = await AgencyCommands.GiveAsync(field, input.Code, new CloseAgency(input.Reason) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new CloseAgencyPayload(agency, errors);
    }
}

/// <summary>How mutations of agencies give their commands.</summary>
internal static class AgencyCommands
{
    public static async Task<(AgencyType? Agency, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string given, AgencyCommand command, Guid? commandId)
    {
        var code = given.Trim();
        if (ListedName.ProblemWithCode(code) is { } problem)
        {
            // A code that cannot be names no subject either.
            return (null, [problem]);
        }

        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<IAgencyGrain>(code);
        var (agency, errors) = await Commands.GiveAsync(field, Agency.ConceptName, code, grain, command, commandId, makes: command is RegisterAgency || Agency.Find(code) is not null).ConfigureAwait(false);
        return (agency is null ? null : new AgencyType(agency), errors);
    }
}
