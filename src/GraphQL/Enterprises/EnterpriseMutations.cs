using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Enterprises;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>登记企业. Takes an enterprise under supervision.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RegisterEnterprisePayload> RegisterEnterprise(RegisterEnterpriseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var details = new EnterpriseDetails(input.Name, input.District, input.Address, input.BusinessScope, input.EnterpriseKind, input.RegisteredOn, input.Capital, input.Province);
        var command = new RegisterEnterprise(input.CreditCode, details, input.ProductClasses is null ? null : [.. input.ProductClasses], input.RiskLevel ?? RiskLevel.Ordinary) { ExpectedVersion = input.ExpectedVersion };
        var (enterprise, errors) = await EnterpriseCommands.GiveAsync(field, input.CreditCode, command, input.CommandId).ConfigureAwait(false);
        return new RegisterEnterprisePayload(enterprise, errors);
    }

    /// <summary>变更企业登记事项. Changes what is recorded; what is left out stays.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ChangeEnterprisePayload> ChangeEnterprise(ChangeEnterpriseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ChangeEnterprise(input.Name, input.District, input.Address, input.BusinessScope, input.EnterpriseKind, input.RegisteredOn, input.Capital, input.Province, input.ProductClasses is null ? null : [.. input.ProductClasses])
        {
            ExpectedVersion = input.ExpectedVersion,
        };
        var (enterprise, errors) = await EnterpriseCommands.GiveAsync(field, input.CreditCode, command, input.CommandId).ConfigureAwait(false);
        return new ChangeEnterprisePayload(enterprise, errors);
    }

    /// <summary>评定风险等级. Sets how closely an enterprise is watched.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AssessEnterpriseRiskPayload> AssessEnterpriseRisk(AssessEnterpriseRiskInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AssessEnterpriseRisk(input.RiskLevel, input.Reason) { ExpectedVersion = input.ExpectedVersion };
        var (enterprise, errors) = await EnterpriseCommands.GiveAsync(field, input.CreditCode, command, input.CommandId).ConfigureAwait(false);
        return new AssessEnterpriseRiskPayload(enterprise, errors);
    }

    /// <summary>终止企业. Records that an enterprise has ended.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<CloseEnterprisePayload> CloseEnterprise(CloseEnterpriseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new CloseEnterprise(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (enterprise, errors) = await EnterpriseCommands.GiveAsync(field, input.CreditCode, command, input.CommandId).ConfigureAwait(false);
        return new CloseEnterprisePayload(enterprise, errors);
    }
}

/// <summary>How enterprise mutations give their commands.</summary>
internal static class EnterpriseCommands
{
    public static async Task<(EnterpriseType? Enterprise, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string creditCode, EnterpriseCommand command, Guid? commandId)
    {
        if (CreditCode.Parse(creditCode, out var parsed) is { } problem)
        {
            return (null, [problem]);
        }

        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<IEnterpriseGrain>(parsed.ToString());
        var (subject, errors) = await Commands.GiveAsync(field, Enterprise.Concept.Name, parsed.ToString(), grain, command, commandId, makes: command is RegisterEnterprise).ConfigureAwait(false);
        return (subject is null ? null : new EnterpriseType(subject), errors);
    }
}
