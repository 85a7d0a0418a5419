using GraphQL;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;

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
    /// <param name="refusal">The refusal, or null.</param>
    public static IReadOnlyList<Refusal>? ErrorsOf(Refusal? refusal) => refusal is null ? null : [refusal];
}
