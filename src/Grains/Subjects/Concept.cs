using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 概念. What the shared rooms need to know of a concept without knowing the concept: its name, its law, its rows, its deadlines and how
/// its records are written as JSON.
/// </summary>
public abstract class Concept
{
    /// <summary>
    /// 名称. The concept's name: grain type, state name, first part of a subject's name and of its journal kinds. Stored; never changes.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>名称. The concept's name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>The concept's source-generated JSON metadata: stored form, events, commands.</summary>
    public required JsonSerializerContext Json { get; init; }

    /// <summary>The row types of the tables that the concept owns; the first is the main row.</summary>
    public required IReadOnlyList<Type> RowTypes { get; init; }

    /// <summary>可见角色. Who may read the journal entries of this concept in the bureau; a partner agency sees what concerns it.</summary>
    public Roles Readers { get; init; } = Roles.Bureau;

    /// <summary>
    /// 等待对象. The concepts whose actors an actor of this one may wait for: that its shell asks for facts or tells what is owed. Nobody
    /// else may be waited for, and no circle may close
    /// over all concepts, or two actors could wait for each other until both give up. What commands name of lists and officers is looked
    /// up besides.
    /// </summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>The event types by journal kind.</summary>
    public abstract FrozenDictionary<string, Type> EventTypes { get; }

    /// <summary>The command types.</summary>
    public abstract IReadOnlyCollection<Type> CommandTypes { get; }

    /// <summary>The type the storage keeps: <c>Subject&lt;TState&gt;</c>.</summary>
    public abstract Type StoredType { get; }

    /// <summary>The journal kind of an event.</summary>
    /// <param name="happened">One of the concept's events.</param>
    public abstract string KindOf(Event happened);

    /// <summary>An event in its stored form: one line of JSON.</summary>
    /// <param name="happened">One of the concept's events.</param>
    public string WriteEvent(Event happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return JsonSerializer.Serialize(happened, InfoOf(happened.GetType()));
    }

    /// <summary>An event from its stored form.</summary>
    /// <param name="kind">Its journal kind.</param>
    /// <param name="body">Its JSON.</param>
    /// <exception cref="JsonException">The kind is not known or the body is not of its shape.</exception>
    public Event ReadEvent(string kind, string body) => EventTypes.TryGetValue(kind, out var type)
        ? (Event)(JsonSerializer.Deserialize(body, InfoOf(type)) ?? throw new JsonException($"The body of a {kind} is null."))
        : throw new JsonException($"No event is stored under the kind '{kind}'.");

    /// <summary>A command in its stored form: its alias, and one line of JSON.</summary>
    /// <param name="command">One of the concept's commands.</param>
    public (string Name, string Body) WriteCommand(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return (AliasOf(command.GetType()), JsonSerializer.Serialize(command, InfoOf(command.GetType())));
    }

    /// <summary>A command from its stored form.</summary>
    /// <param name="name">Its alias.</param>
    /// <param name="body">Its JSON.</param>
    /// <exception cref="JsonException">The alias is not known or the body is not of its shape.</exception>
    public Command ReadCommand(string name, string body)
    {
        var type = CommandTypes.FirstOrDefault(one => AliasOf(one) == name)
            ?? throw new JsonException($"No command is stored under the name '{name}'.");
        return (Command)(JsonSerializer.Deserialize(body, InfoOf(type)) ?? throw new JsonException($"The body of a {name} is null."));
    }

    /// <summary>The name under which an event or a command is stored: its alias.</summary>
    /// <param name="type">The type of an event or a command.</param>
    protected static string AliasOf(Type type) =>
        ((AliasAttribute?)Attribute.GetCustomAttribute(type, typeof(AliasAttribute), inherit: false))?.Alias
        ?? throw new InvalidOperationException($"{type} has no [Alias(\"concept.name\")], under which it is stored.");

    /// <summary>SHA-256 over a command's type and input, by which a command id is tied to its input.</summary>
    /// <param name="command">One of the concept's commands.</param>
    public byte[] HashOf(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var type = command.GetType();
        var info = InfoOf(type);
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(type.Name), .. JsonSerializer.SerializeToUtf8Bytes(command, info)]);
    }

    /// <summary>The JSON metadata of one of the concept's types.</summary>
    /// <param name="type">The stored form, an event or a command.</param>
    /// <exception cref="InvalidOperationException">The concept's JSON context does not list the type.</exception>
    public JsonTypeInfo InfoOf(Type type) => StoredForm.TryGetTypeInfo(type, out var info)
        ? info
        : throw new InvalidOperationException($"{Json.GetType().Name} does not list {type}: add a [JsonSerializable].");

    // Chinese stays readable and takes three bytes a character instead of six; nothing here is pasted into a page.
    private JsonSerializerOptions StoredForm => field ??= new JsonSerializerOptions(Json.Options)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = Json.WithAddedModifier(LeaveOutWhatIsDerived),
    };

    // What every event says of itself in words is derived from its fields. [JsonIgnore] on the base is not inherited by the properties
    // that override it.
    private static void LeaveOutWhatIsDerived(JsonTypeInfo info)
    {
        if (info.Type.IsSubclassOf(typeof(Event)))
        {
            foreach (var derived in info.Properties.Where(property => DerivedNames.Contains(property.Name)).ToList())
            {
                info.Properties.Remove(derived);
            }
        }
    }

    private static readonly FrozenSet<string> DerivedNames = typeof(Event).GetProperties().Select(property => WireName.OfMember(property.Name)).ToFrozenSet();

    /// <summary>Folds events, from nothing, to the state they make.</summary>
    /// <param name="events">The subject's events in order.</param>
    public abstract object? Fold(IEnumerable<Event> events);

    /// <summary>One more event folded into a state.</summary>
    /// <param name="state">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public abstract object ApplyTo(object? state, Event happened);

    /// <summary>A stored state in comparable and readable form: JSON of the state alone.</summary>
    /// <param name="state">The concept's state.</param>
    public abstract string WriteState(object state);

    /// <summary>The stored form of a subject, from the bytes in the database.</summary>
    /// <param name="payload">UTF-8 JSON.</param>
    public abstract StoredSubject ReadStored(ReadOnlySpan<byte> payload);

    /// <summary>The rows that show a state.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="state">The concept's state.</param>
    /// <param name="version">The state's version.</param>
    public abstract IReadOnlyList<Row> RowsOf(string subject, object state, int version);

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="state">The concept's state.</param>
    public abstract IReadOnlyList<OpenDeadline> DeadlinesOf(object state);

    /// <summary>What does not hold in a state though it must, in words; empty when all holds.</summary>
    /// <param name="state">The concept's state.</param>
    public abstract IReadOnlyList<string> BrokenIn(object state);

    /// <summary>Whether a subject has come to a dead end: it has not ended, and waits for nothing and nobody.</summary>
    /// <param name="state">The concept's state.</param>
    public abstract bool IsStuckIn(object state);

    /// <summary>有人承办. Whether subjects of the concept are somebody's, so that others only read them.</summary>
    public abstract bool IsInSomebodysCharge { get; }

    /// <summary>Whose a subject is; null where it is nobody's in particular.</summary>
    /// <param name="state">The concept's state.</param>
    /// <param name="rules">What the bureau has set.</param>
    public abstract Charge? ChargeOf(object state, ActingRules rules);

    /// <summary>Whether a step in a subject is one person's own to take, whoever is in charge of it.</summary>
    /// <param name="state">The concept's state.</param>
    /// <param name="command">The step's command.</param>
    /// <param name="user">User name.</param>
    public abstract bool IsOwnOf(object state, Type command, string user);

    /// <summary>The names that a subject no longer has.</summary>
    /// <param name="before">The state before, or null.</param>
    /// <param name="after">The state after.</param>
    public abstract IEnumerable<string> FormerNamesOf(object? before, object after);

    /// <summary>The countable facts of an event.</summary>
    /// <param name="before">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The state after.</param>
    public abstract IReadOnlyList<TallyFact> TallyOf(object? before, Event happened, object after);
}

/// <summary>存储的主体. A subject as the database has it, for those who walk over all concepts (verification, rebuilding).</summary>
/// <param name="State">The concept's state, or null.</param>
/// <param name="Version">The number of the last journal entry.</param>
/// <param name="Head">The hash of the last journal entry.</param>
public sealed record StoredSubject(object? State, int Version, byte[] Head);

/// <summary>概念. A concept with its types: the law and the projections as plain functions.</summary>
/// <typeparam name="TState">The concept's state, an immutable record.</typeparam>
/// <typeparam name="TCommand">The base of its commands.</typeparam>
/// <typeparam name="TEvent">The base of its events.</typeparam>
public sealed class Concept<TState, TCommand, TEvent> : Concept
    where TState : class
    where TCommand : Command
    where TEvent : Event
{
    private static readonly FrozenDictionary<string, Type> TypesByKind = typeof(TEvent).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(TEvent)))
        .ToFrozenDictionary(AliasOf);

    private static readonly FrozenDictionary<Type, string> KindsByType = TypesByKind.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly Func<TState, ActingRules, Charge?> NobodysInParticular = static (_, _) => null;

    private static readonly FrozenDictionary<Type, Roles> RolesByCommand = typeof(TCommand).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(TCommand)))
        .ToFrozenDictionary(type => type, AllowedToAttribute.Of);

    /// <summary>
    /// The law: what a command leads to in a state. Before it is asked, the command's texts and lists must have room (<see
    /// cref="LongestAttribute"/>, <see cref="MostAttribute"/>), and the matter must be the actor's (<see cref="InCharge"/>): no law can
    /// forget that. A step that another carries out was asked for when that one was given.
    /// </summary>
    public required Func<TState?, TCommand, Circumstances, Decision<TEvent>> Decide
    {
        get;
        init => field = (state, command, now) =>
            TextBounds.Problem(command) is { } problem ? problem
            : ActDay.Problem("on", command.On, state is null || FollowsNothing(state, command) ? null : Follows(state), now.Today)
                is { } wrongDay ? wrongDay
            : state is not null && NotTheirs(state, command, now) is { } notTheirs ? notTheirs
            : value(state, command, now.For(command));
    }

    // What is carried out under an approval was theirs who proposed it.
    private Refusal? NotTheirs(TState state, TCommand command, Circumstances now) =>
        Bars(state, command, now)
        ?? (Refusal?)HeadOfSection.Problem(this, state, command, now)
        ?? (now.Knows<UnderApproval>() ? null : InCharge.Problem(this, state, command, now));

    /// <summary>
    /// 前一步骤日期. The day before which nothing more can have been done (Asia/Shanghai): that of the last step; null where no step
    /// binds the next.
    /// </summary>
    public Func<TState, DateOnly?> Follows { get; init; } = static _ => null;

    /// <summary>
    /// 不受前一步骤日期限制. Whether an act may have been done before the last step all the same, because the law of the concept itself says
    /// which day it follows. By default none may.
    /// </summary>
    public Func<TState, TCommand, bool> FollowsNothing { get; init; } = static (_, _) => false;

    /// <summary>The fold: a state and an event make the next state.</summary>
    public required Func<TState?, TEvent, TState> Apply { get; init; }

    /// <summary>What must hold; answers with what does not, in words.</summary>
    public required Func<TState, IReadOnlyList<string>> Check { get; init; }

    /// <summary>The rows that show a state: subject, state, version → rows.</summary>
    public required Func<string, TState, int, IReadOnlyList<Row>> Rows { get; init; }

    /// <summary>The deadlines that stand in a state.</summary>
    public required Func<TState, IReadOnlyList<OpenDeadline>> Deadlines { get; init; }

    /// <summary>
    /// 应告事项. The first step that other subjects owe because of what was decided here, or null. One of <see cref="Deadlines"/> stands
    /// for it.
    /// </summary>
    public Func<TState, Owed?> Owes { get; init; } = static _ => null;

    /// <summary>
    /// 没有下文. Whether a subject has come to a dead end: it has not ended, no clock of it runs, and it waits for no step, no approval and
    /// nobody. The self-check finds those there are. By default none has.
    /// </summary>
    public Func<TState, bool> IsStuck { get; init; } = static _ => false;

    /// <summary>
    /// 承办. Whose a subject is, by what the bureau has set: others read it. By default it is nobody's in particular.
    /// </summary>
    /// <exception cref="InvalidOperationException">The concept's commands do not say that they belong to those in charge.</exception>
    public Func<TState, ActingRules, Charge?> Charge
    {
        get;
        init => field = typeof(TCommand).IsDefined(typeof(InChargeAttribute), inherit: false)
            ? value
            : throw new InvalidOperationException($"Somebody is in charge of what {typeof(TCommand).Name} asks: mark it [InCharge].");
    } = NobodysInParticular;

    /// <inheritdoc/>
    public override bool IsInSomebodysCharge => Charge != NobodysInParticular;

    /// <summary>
    /// 不得参与. Why somebody takes no part in a subject, whoever is in charge of it: told before whose it is. By default nobody is barred.
    /// </summary>
    public Func<TState, TCommand, Circumstances, Refusal?> Bars { get; init; } = static (_, _, _) => null;

    /// <summary>
    /// 本人的步骤. Whether a step is one person's own to take, whoever is in charge of the subject, such as those of who presides over a
    /// hearing: the state, the command, the user name. By default none is.
    /// </summary>
    public Func<TState, Type, string, bool> IsOwn { get; init; } = static (_, _, _) => false;

    /// <summary>
    /// 所执行的命令. The command that another carries out, such as the one that a proposal holds where it is approved; null where it carries
    /// out none. The shell finds out for it what it would find out were it given itself.
    /// </summary>
    public Func<TState?, TCommand, TCommand?> Carries { get; init; } = static (_, _) => null;

    /// <summary>The command that a deadline of the concept stands for.</summary>
    public required Func<string, DateTimeOffset, TCommand> WhenDue { get; init; }

    /// <summary>
    /// 可见. Whom a subject exists for: to others it is not found, whatever they ask, before anything else of it is looked at. By default
    /// the bureau's own people and the system.
    /// </summary>
    public Func<TState, Actor, bool> IsVisibleTo { get; init; } = static (_, actor) => actor.Agency is null;

    /// <summary>
    /// 唯一名称. The names, in the form in which they are compared, that no other subject of the concept may have; by default none. The law
    /// refuses a name that is taken, and the commit what was decided at the same moment.
    /// </summary>
    public Func<TState, IEnumerable<string>> UniqueNames { get; init; } = static _ => [];

    /// <summary>
    /// 曾用名称. The names that a subject no longer has when one state follows another, the first following none; it is found by them still.
    /// By default none.
    /// </summary>
    public Func<TState?, TState, IEnumerable<string>> FormerNames { get; init; } = static (_, _) => [];

    /// <summary>The countable facts of an event: state before, event, state after → facts.</summary>
    public Func<TState?, TEvent, TState, IEnumerable<TallyFact>> Tally { get; init; } = static (_, _, _) => [];

    /// <summary>
    /// 计量对象. Whom the facts of a subject are about, where a fact does not say it itself: the unified social credit code of an enterprise,
    /// or the name of who has none. By default nobody.
    /// </summary>
    public Func<TState, string?> Party { get; init; } = static _ => null;

    /// <summary>
    /// 应告知的事. What of an event concerns whom: state before, event, state after → notices. Work that becomes somebody's and steps that
    /// wait for somebody's decision say so by their rows (<see cref="INotifies"/>). By default nobody is told.
    /// </summary>
    public Func<TState?, TEvent, TState, IEnumerable<Notice>> Notices { get; init; } = static (_, _, _) => [];

    /// <inheritdoc/>
    public override FrozenDictionary<string, Type> EventTypes => TypesByKind;

    /// <inheritdoc/>
    public override IReadOnlyCollection<Type> CommandTypes => RolesByCommand.Keys;

    /// <inheritdoc/>
    public override Type StoredType => typeof(Subject<TState>);

    /// <summary>The concept's command types and who may give them.</summary>
    public static FrozenDictionary<Type, Roles> Permissions => RolesByCommand;

    /// <summary>Whether the actor may give this command; the grain asks as well as the API.</summary>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who gives it.</param>
    public static bool Allows(TCommand command, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        return RolesByCommand.TryGetValue(command.GetType(), out var roles) && actor.IsAnyOf(roles);
    }

    /// <inheritdoc/>
    public override string KindOf(Event happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return KindsByType[happened.GetType()];
    }

    /// <inheritdoc/>
    public override object? Fold(IEnumerable<Event> events) => events.Aggregate((TState?)null, (state, happened) => Apply(state, (TEvent)happened));

    /// <inheritdoc/>
    public override object ApplyTo(object? state, Event happened) => Apply((TState?)state, (TEvent)happened);

    /// <inheritdoc/>
    public override string WriteState(object state) => JsonSerializer.Serialize(state, InfoOf(typeof(TState)));

    /// <inheritdoc/>
    public override StoredSubject ReadStored(ReadOnlySpan<byte> payload)
    {
        var stored = (Subject<TState>)(JsonSerializer.Deserialize(payload, InfoOf(typeof(Subject<TState>))) ?? throw new JsonException("The stored subject is null."));
        return new StoredSubject(stored.State, stored.Version, stored.Head);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Row> RowsOf(string subject, object state, int version) => Rows(subject, (TState)state, version);

    /// <inheritdoc/>
    public override IReadOnlyList<OpenDeadline> DeadlinesOf(object state) => Deadlines((TState)state);

    /// <inheritdoc/>
    public override IReadOnlyList<string> BrokenIn(object state) => Check((TState)state);

    /// <inheritdoc/>
    public override bool IsStuckIn(object state) => IsStuck((TState)state);

    /// <inheritdoc/>
    public override Charge? ChargeOf(object state, ActingRules rules) => Charge((TState)state, rules);

    /// <inheritdoc/>
    public override bool IsOwnOf(object state, Type command, string user) => IsOwn((TState)state, command, user);

    /// <inheritdoc/>
    public override IEnumerable<string> FormerNamesOf(object? before, object after) => FormerNames((TState?)before, (TState)after);

    /// <inheritdoc/>
    public override IReadOnlyList<TallyFact> TallyOf(object? before, Event happened, object after) =>
        [.. FactsOf((TState?)before, (TEvent)happened, (TState)after)];

    /// <summary>The countable facts of an event, each about somebody.</summary>
    /// <param name="before">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The state after.</param>
    internal IEnumerable<TallyFact> FactsOf(TState? before, TEvent happened, TState after) =>
        Tally(before, happened, after).Select(fact => fact.Party is null ? fact with { Party = Party(after) } : fact);
}
