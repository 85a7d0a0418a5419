using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using GraphQL.Types;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Licences;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>登记许可证. Records a licence of a registered enterprise.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RegisterLicencePayload> RegisterLicence(RegisterLicenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new RegisterLicence(input.Number, input.EnterpriseCreditCode, input.ValidFrom, input.ValidTo, input.ProductClasses is null ? null : [.. input.ProductClasses], input.IssuedBy, input.ProductionAddress, input.Kind) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RegisterLicencePayload(licence, errors);
    }

    /// <summary>暂扣许可证. Suspends an active licence until the end of a day.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<SuspendLicencePayload> SuspendLicence(SuspendLicenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new SuspendLicence(input.Until, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new SuspendLicencePayload(licence, errors);
    }

    /// <summary>恢复许可证. Ends a suspension before its period is over.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ReinstateLicencePayload> ReinstateLicence(ReinstateLicenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new ReinstateLicence(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new ReinstateLicencePayload(licence, errors);
    }

    /// <summary>延续许可证. Records a new term that the issuing authority granted.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RenewLicencePayload> RenewLicence(RenewLicenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new RenewLicence(input.ValidFrom, input.ValidTo, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RenewLicencePayload(licence, errors);
    }

    /// <summary>提请撤销许可证. Asks the issuing authority to withdraw it.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RequestLicenceWithdrawalPayload> RequestLicenceWithdrawal(RequestLicenceWithdrawalInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new RequestLicenceWithdrawal(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RequestLicenceWithdrawalPayload(licence, errors);
    }

    /// <summary>撤销许可证. Records that the issuing authority withdrew it.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<WithdrawLicencePayload> WithdrawLicence(WithdrawLicenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new WithdrawLicence(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new WithdrawLicencePayload(licence, errors);
    }

    /// <summary>吊销许可证. Records that it was revoked as a penalty.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RevokeLicencePayload> RevokeLicence(RevokeLicenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new RevokeLicence(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RevokeLicencePayload(licence, errors);
    }

    /// <summary>注销许可证. Closes its record.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<DeregisterLicencePayload> DeregisterLicence(DeregisterLicenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (licence, errors) = await LicenceCommands.GiveAsync(field, input.Number, new DeregisterLicence(new Grounds(input.Reason, input.Basis, input.DocumentNumber), input.Ground) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new DeregisterLicencePayload(licence, errors);
    }
}

/// <summary>How licence mutations give their commands.</summary>
internal static class LicenceCommands
{
    public static async Task<(LicenceType? Licence, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string number, LicenceCommand command, Guid? commandId)
    {
        if (LicenceNumber.Parse(number, out var parsed) is { } problem)
        {
            return (null, [problem]);
        }

        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<ILicenceGrain>(parsed.Text);
        var (subject, errors) = await Commands.GiveAsync(field, Licence.Concept.Name, parsed.Text, grain, command, commandId, makes: command is RegisterLicence).ConfigureAwait(false);
        return (subject is null ? null : new LicenceType(subject), errors);
    }
}
