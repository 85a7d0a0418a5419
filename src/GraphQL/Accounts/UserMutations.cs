using GraphQL;
using Microsoft.AspNetCore.Http;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>建立用户. Makes an account.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [Price(PriceAttribute.Password)]
    public static async Task<CreateUserPayload> CreateUser(CreateUserInput input, IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new CreateAccount(AccountName.Normalise(input.UserName), input.DisplayName, RoleSet.Of(input.Roles), input.Section, input.Agency, input.Password is null ? null : new Password(input.Password), input.MustChangePassword ?? true) { ExpectedVersion = input.ExpectedVersion };
        var (user, errors) = await UserCommands.GiveAsync(grains, input.UserName, command, Commands.ActorOf(field, input.CommandId)).ConfigureAwait(false);
        return new CreateUserPayload(user, errors);
    }

    /// <summary>变更用户角色. Says what a person is from now on. The last administrator keeps that role.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    public static async Task<ChangeUserRolesPayload> ChangeUserRoles(ChangeUserRolesInput input, IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ChangeAccountRoles(input.DisplayName, RoleSet.Of(input.Roles), input.Section, input.Agency) { ExpectedVersion = input.ExpectedVersion };
        var (user, errors) = await UserCommands.GiveAsync(grains, input.UserName, command, Commands.ActorOf(field, input.CommandId)).ConfigureAwait(false);
        return new ChangeUserRolesPayload(user, errors);
    }

    /// <summary>重置用户口令. Sets a password for somebody.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [Price(PriceAttribute.Password)]
    public static async Task<SetUserPasswordPayload> SetUserPassword(SetUserPasswordInput input, IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new SetPassword(new Password(input.Password), input.MustChange ?? true) { ExpectedVersion = input.ExpectedVersion };
        var (user, errors) = await UserCommands.GiveAsync(grains, input.UserName, command, Commands.ActorOf(field, input.CommandId)).ConfigureAwait(false);
        return new SetUserPasswordPayload(user, errors);
    }

    /// <summary>停用用户. Shuts somebody out. The last administrator stays.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    public static async Task<DisableUserPayload> DisableUser(DisableUserInput input, IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new DisableAccount(input.Reason) { ExpectedVersion = input.ExpectedVersion };
        var (user, errors) = await UserCommands.GiveAsync(grains, input.UserName, command, Commands.ActorOf(field, input.CommandId)).ConfigureAwait(false);
        return new DisableUserPayload(user, errors);
    }

    /// <summary>启用用户. Lets somebody in again.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    public static async Task<EnableUserPayload> EnableUser(EnableUserInput input, IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new EnableAccount() { ExpectedVersion = input.ExpectedVersion };
        var (user, errors) = await UserCommands.GiveAsync(grains, input.UserName, command, Commands.ActorOf(field, input.CommandId)).ConfigureAwait(false);
        return new EnableUserPayload(user, errors);
    }

    /// <summary>解除用户锁定. Ends a lock before its time.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    public static async Task<UnlockUserPayload> UnlockUser(UnlockUserInput input, IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new UnlockAccount() { ExpectedVersion = input.ExpectedVersion };
        var (user, errors) = await UserCommands.GiveAsync(grains, input.UserName, command, Commands.ActorOf(field, input.CommandId)).ConfigureAwait(false);
        return new UnlockUserPayload(user, errors);
    }

    /// <summary>修改本人口令. Changes the password of whoever is signed in.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="failures">Given by the engine.</param>
    [Price(PriceAttribute.Password)]
    public static async Task<ChangeMyPasswordPayload> ChangeMyPassword(
        ChangeMyPasswordInput input, IResolveFieldContext field, [FromServices] IGrainFactory grains, [FromServices] SignInFailures failures)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(failures);
        var caller = Caller.Required(field.User);
        // A stolen session must not be a place to guess the password at: wrong ones count like failed sign-ins.
        var address = GraphQLRequestContext.Of(field).Http.Connection.RemoteIpAddress;
        if (failures.WaitOf(address) is { } wait)
        {
            throw new TransportError(Problem.TooManyAttemptsCode, StatusCodes.Status429TooManyRequests, Problem.TooManyAttempts) { RetryAfter = wait };
        }

        var command = new ChangeOwnPassword(new Password(input.CurrentPassword), new Password(input.NewPassword)) { ExpectedVersion = input.ExpectedVersion };
        var (user, errors) = await UserCommands.GiveAsync(grains, caller.UserName, command, caller.AsHimself(input.CommandId)).ConfigureAwait(false);
        if (errors is [CurrentPasswordWrong])
        {
            failures.Count(address);
        }

        return new ChangeMyPasswordPayload(user, errors);
    }
}

/// <summary>How mutations of users give their commands.</summary>
internal static class UserCommands
{
    public static async Task<(UserType? User, IReadOnlyList<Refusal>? Errors)> GiveAsync(IGrainFactory grains, string userName, AccountCommand command, Actor actor)
    {
        var name = AccountName.Normalise(userName);
        if (AccountName.ProblemWith(name) is { } problem)
        {
            return (null, [problem]);
        }

        var outcome = await grains.GetGrain<IAccountGrain>(name).Execute(command, actor).ConfigureAwait(false);
        return (outcome.Subject is { } snapshot ? new UserType(snapshot) : null, Commands.ErrorsOf(outcome.Refusal));
    }
}
