using GraphQL;
using Microsoft.AspNetCore.Http;
using ShuangDa.Grains.Accounts;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
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
        ArgumentNullException.ThrowIfNull(grains);
        ArgumentNullException.ThrowIfNull(failures);
        var caller = Caller.Required(field.User);
        // A stolen session must not be a place to guess the password at: wrong ones count like failed sign-ins.
        var address = GraphQLRequestContext.Of(field).Http.Connection.RemoteIpAddress;
        var (begun, wait) = await failures.BeginAsync(address, caller.UserName, field.CancellationToken).ConfigureAwait(false);
        using var attempt = begun
            ?? throw new TransportError(Problem.TooManyAttemptsCode, StatusCodes.Status429TooManyRequests, Problem.TooManyAttempts) { RetryAfter = wait };
        var command = new ChangeOwnPassword(new Password(input.CurrentPassword), new Password(input.NewPassword)) { ExpectedVersion = input.ExpectedVersion };
        var outcome = await grains.GetGrain<IAccountGrain>(caller.UserName).Execute(command, caller.AsHimself(input.CommandId)).ConfigureAwait(false);
        if (outcome.Refusal is null)
        {
            attempt.Succeeded();
        }
        else if (outcome.Refusal is not CurrentPasswordWrong)
        {
            attempt.WasNone();
        }

        return new ChangeMyPasswordPayload(outcome.Subject is { } user ? new UserDoor().Show(user) : null, Commands.ErrorsOf(typeof(ChangeOwnPassword), outcome.Refusal));
    }
}
