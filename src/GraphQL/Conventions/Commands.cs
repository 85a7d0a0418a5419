using GraphQL;
using Microsoft.AspNetCore.Http;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>命令执行. What every mutation does with a command, made from its record or put together by hand: who asks comes from the request, what became of it goes into the payload.</summary>
public static class Commands
{
    /// <summary>The actor of a mutation's command.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="commandId">What the client sent, or null.</param>
    public static Actor ActorOf(IResolveFieldContext field, Guid? commandId)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Caller.Required(field.User).As(commandId);
    }

    /// <summary>A refusal as a payload's errors; null when there was none.</summary>
    /// <param name="command">The type of the command that was refused.</param>
    /// <param name="refusal">The refusal, or null.</param>
    /// <exception cref="TransportError">The command does not declare the refusal, so the payload has no place for it: the client reads its code and reason as an error of the request. The grain has logged it.</exception>
    public static IReadOnlyList<Refusal>? ErrorsOf(Type command, Refusal? refusal) =>
        refusal is null ? null
        : Refusals.Foresees(command, refusal) ? [refusal is InvalidInput wrong ? CommandInput.Of(command).Naming(wrong) : refusal]
        : throw new TransportError(refusal.Code, StatusCodes.Status409Conflict, refusal.Message);
}
