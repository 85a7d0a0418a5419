using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions.Mutations;

/// <summary>
/// 命令入口. How the commands of a concept are reached from outside: what names their subject, and what a mutation answers with. From this and from the
/// command records the mutations of the concept are made; a concept brings one door in its own folder.
/// </summary>
/// <param name="key">What the field is called that names the subject.</param>
/// <param name="keyDescription">What that field is for.</param>
/// <param name="subject">What the payload's field is called that shows the subject.</param>
/// <param name="term">The concept's Chinese name.</param>
public abstract class CommandDoor(string key, string keyDescription, string subject, string term)
{
    /// <summary>The concept's name.</summary>
    public abstract string Concept { get; }

    /// <summary>The base of the concept's commands.</summary>
    public abstract Type Commands { get; }

    /// <summary>The class behind the GraphQL type of the subject.</summary>
    public abstract Type Node { get; }

    /// <summary>What the field is called that names the subject.</summary>
    public string Key { get; } = key;

    /// <summary>What that field is for.</summary>
    public string KeyDescription { get; } = keyDescription;

    /// <summary>What the payload's field is called that shows the subject, and the concept's Chinese name.</summary>
    public (string Field, string Term) Subject { get; } = (subject, term);

    /// <summary>The words for the concept, for what names its kind.</summary>
    internal BilingualText Words => new(Subject.Term, Concept.Replace('-', ' '));

    /// <summary>Whether the number of a new subject is drawn, so that nobody gives one.</summary>
    public virtual bool DrawsKey => false;

    /// <summary>Gives a command to its subject.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="given">What names the subject; null where its number is to be drawn.</param>
    /// <param name="make">Makes the command, from the subject's key in its one form; null where it was drawn.</param>
    /// <param name="commandId">The command's id as the client sent it, or null.</param>
    /// <param name="isPreview">Whether it is only asked what would come of it; nothing is done then.</param>
    internal abstract Task<CommandAnswer> GiveAsync(
        IResolveFieldContext field, string? given, Func<string?, Command> make, Guid? commandId, bool isPreview);
}

/// <summary>命令的结果. What a mutation answers with.</summary>
/// <param name="Node">The subject as the command left it; null when there is none.</param>
/// <param name="Errors">Why not; null when it was done.</param>
public sealed record CommandAnswer(object? Node, IReadOnlyList<Refusal>? Errors);

/// <summary>命令入口. The door of a concept with its types.</summary>
/// <typeparam name="TGrain">Its grain.</typeparam>
/// <typeparam name="TState">Its state.</typeparam>
/// <typeparam name="TCommand">The base of its commands.</typeparam>
/// <typeparam name="TNode">The class behind its GraphQL type.</typeparam>
/// <param name="concept">The concept's name.</param>
/// <param name="key">What the field is called that names the subject.</param>
/// <param name="keyDescription">What that field is for.</param>
/// <param name="subject">What the payload's field is called that shows the subject.</param>
/// <param name="term">The concept's Chinese name.</param>
/// <param name="show">The subject as the API shows it.</param>
public abstract class CommandDoor<TGrain, TState, TCommand, TNode>(string concept, string key, string keyDescription, string subject, string term, Func<Snapshot<TState>, TNode> show)
    : CommandDoor(key, keyDescription, subject, term)
    where TGrain : ISubjectGrain<TState, TCommand>, IGrainWithStringKey
    where TState : class
    where TCommand : Command
    where TNode : class
{
    /// <inheritdoc/>
    public sealed override Type Commands => typeof(TCommand);

    /// <inheritdoc/>
    public sealed override Type Node => typeof(TNode);

    /// <inheritdoc/>
    public sealed override string Concept { get; } = concept;

    /// <summary>The subject's key from what was given.</summary>
    /// <param name="given">What was given.</param>
    /// <param name="key">The key in its one form; of no meaning when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    protected abstract Refusal? Parse(string given, out string key);

    /// <summary>The key that is drawn for a new subject. It follows from who asks and under which command id, so that a repeat finds the same one.</summary>
    /// <param name="actor">Who asks.</param>
    protected virtual string Draw(Actor actor) => throw new NotSupportedException($"The key of a new {Concept} is given, not drawn.");

    /// <summary>Whether a subject is there though no command has made it.</summary>
    /// <param name="key">Its key.</param>
    protected virtual bool IsBuiltIn(string key) => false;

    /// <summary>Whether this caller may be shown the subject.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="actor">Who asks.</param>
    protected virtual bool IsShownTo(Snapshot<TState> subject, Actor actor) => true;

    /// <inheritdoc/>
    internal sealed override async Task<CommandAnswer> GiveAsync(
        IResolveFieldContext field, string? given, Func<string?, Command> make, Guid? commandId, bool isPreview)
    {
        // The command's id is drawn here where none was sent, so that the number of a new subject follows from it.
        var actor = Conventions.Commands.ActorOf(field, commandId);
        string key;
        if (given is null)
        {
            key = Draw(actor);
        }
        else if (Parse(given, out key) is { } problem)
        {
            return new CommandAnswer(null, [problem]);
        }

        var command = make(given is null ? null : key);

        // Unless the command is to make it, the table is asked first whether it is there: a number that nobody has registered wakes no grain.
        var services = field.RequestServices!;
        var takenBy = command is IConcernsTwo two ? two.TakenBy : key;
        var makes = given is null || (!DrawsKey && command.GetType().IsDefined(typeof(CreatesAttribute), inherit: false));
        if (!makes && !IsBuiltIn(key) && !await ExistsAsync(takenBy).ConfigureAwait(false))
        {
            return new CommandAnswer(null, [new NotFound(Concept, takenBy)]);
        }

        // What is answered is the subject that was named, whichever took the command.
        var grains = services.GetRequiredService<IGrainFactory>();
        var taker = grains.GetGrain<TGrain>(takenBy);
        var outcome = await (isPreview ? taker.Consider((TCommand)command, actor) : taker.Execute((TCommand)command, actor)).ConfigureAwait(false);
        var named = takenBy == key ? outcome.Subject : await ExistsAsync(key).ConfigureAwait(false) ? await grains.GetGrain<TGrain>(key).Read().ConfigureAwait(false) : null;
        return new CommandAnswer(
            named is { } done && IsShownTo(done, actor) ? show(done) : null,
            Conventions.Commands.ErrorsOf(command.GetType(), outcome.Refusal));

        ValueTask<bool> ExistsAsync(string subject) => services.GetRequiredService<SubjectDirectory>().ExistsAsync(Concept, subject);
    }
}
