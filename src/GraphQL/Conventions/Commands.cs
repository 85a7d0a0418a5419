using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>命令执行. How every mutation gives its command: who asks comes from the request, what became of it goes into the payload.</summary>
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

    /// <summary>Gives a command to a subject. Unless the command is to make it, the table is asked first whether it exists: a number that nobody has registered wakes no grain.</summary>
    /// <typeparam name="TState">The concept's state.</typeparam>
    /// <typeparam name="TCommand">The base of its commands.</typeparam>
    /// <param name="field">The resolver's context.</param>
    /// <param name="concept">The concept's name.</param>
    /// <param name="key">The subject's natural key.</param>
    /// <param name="grain">The subject.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="commandId">The command's id as the client sent it, or null.</param>
    /// <param name="makes">Whether the command makes the subject.</param>
    public static async Task<(Snapshot<TState>? Subject, IReadOnlyList<Refusal>? Errors)> GiveAsync<TState, TCommand>(
        IResolveFieldContext field, string concept, string key, ISubjectGrain<TState, TCommand> grain, TCommand command, Guid? commandId, bool makes)
        where TState : class
        where TCommand : Command
    {
        ArgumentNullException.ThrowIfNull(grain);
        var actor = ActorOf(field, commandId);
        if (!makes && !await field.RequestServices!.GetRequiredService<SubjectDirectory>().ExistsAsync(concept, key).ConfigureAwait(false))
        {
            return (null, [new NotFound(concept, key)]);
        }

        var outcome = await grain.Execute(command, actor).ConfigureAwait(false);
        return (outcome.Subject, ErrorsOf(outcome.Refusal));
    }

    /// <summary>A refusal as a payload's errors; null when there was none.</summary>
    /// <param name="refusal">The refusal, or null.</param>
    public static IReadOnlyList<Refusal>? ErrorsOf(Refusal? refusal) => refusal is null ? null : [refusal];
}
