using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Search;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>主体的入口. How the subjects of a concept are found.</summary>
internal interface ISubjectDoor
{
    /// <summary>The concept.</summary>
    Concept Concept { get; }

    /// <summary>Subjects from the tables, without waking a grain.</summary>
    /// <param name="turn">The turn in which they are read.</param>
    /// <param name="subjects">The subjects' names.</param>
    Task<IEnumerable<INode>> NodesAsync(ReadTurn turn, IReadOnlyCollection<string> subjects);

    /// <summary>How the concept's subjects are searched; null where they are not, or not by this caller.</summary>
    /// <param name="caller">Who searches, or null.</param>
    ISubjectSearch? SearchFor(Caller? caller);

    /// <summary>Where the concept's subjects stand among matches that are equally good; the least comes first.</summary>
    int SearchPlace { get; }

    /// <summary>The names of those subjects that the caller sees; null for all.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="caller">Who asks.</param>
    IQueryable<string>? SeenBy(DataConnection data, Caller caller) => null;
}

/// <summary>可见的行. Whose rows not everybody sees who may read their fields.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
internal interface IVisibleRows<TRow> where TRow : Row
{
    /// <summary>Which rows a partner agency's people see in lists and when they search; null for all, where the fields are for them at all.</summary>
    /// <param name="agency">The agency's code.</param>
    Expression<Func<TRow, bool>>? VisibleTo(string agency);
}

/// <summary>主体的入口. How the subjects with a state of this type are found.</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
internal interface ISubjectDoor<TState> : ISubjectDoor where TState : class
{
    /// <summary>The last journal entries of a subject, from its grain's memory.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="key">The subject's key.</param>
    /// <param name="first">How many.</param>
    Task<Connection<JournalEntryType>> RecentAsync(IResolveFieldContext field, string key, int first);
}

/// <summary>The doors of all concepts.</summary>
internal static class SubjectDoor
{
    /// <summary>The doors by the concept's name.</summary>
    public static IReadOnlyDictionary<string, ISubjectDoor> All { get; } = MutationType.Doors.OfType<ISubjectDoor>().ToDictionary(door => door.Concept.Name);

    /// <summary>The door of the concept with this state.</summary>
    /// <typeparam name="TState">The concept's state.</typeparam>
    public static ISubjectDoor<TState> Of<TState>() where TState : class => Cached<TState>.Door;

    /// <summary>The concept whose subjects are shown as this.</summary>
    /// <typeparam name="TNode">The class behind the GraphQL type.</typeparam>
    public static Concept ConceptOf<TNode>() where TNode : class, INode => Shown<TNode>.Concept;

    /// <summary>Which rows a caller sees in lists; null for all.</summary>
    /// <typeparam name="TRow">The concept's main row.</typeparam>
    /// <param name="caller">Who asks, or null.</param>
    public static Expression<Func<TRow, bool>>? VisibleTo<TRow>(Caller? caller) where TRow : Row =>
        caller?.Agency is { } agency ? All.Values.OfType<IVisibleRows<TRow>>().Single().VisibleTo(agency) : null;

    private static class Shown<TNode> where TNode : class, INode
    {
        public static readonly Concept Concept = MutationType.Doors.Where(door => door.Node == typeof(TNode)).OfType<ISubjectDoor>().Single().Concept;
    }

    private static class Cached<TState> where TState : class
    {
        public static readonly ISubjectDoor<TState> Door = All.Values.OfType<ISubjectDoor<TState>>().Single();
    }
}

/// <summary>主体的入口. The door of a concept: how its subjects are named, found and shown, and how commands reach them.</summary>
/// <typeparam name="TGrain">Its grain.</typeparam>
/// <typeparam name="TState">Its state.</typeparam>
/// <typeparam name="TCommand">The base of its commands.</typeparam>
/// <typeparam name="TRow">Its main row.</typeparam>
/// <typeparam name="TNode">The class behind its GraphQL type.</typeparam>
/// <param name="concept">The concept.</param>
/// <param name="key">What the field is called that names the subject.</param>
/// <param name="keyDescription">What that field is for.</param>
/// <param name="subject">What the payload's field is called that shows the subject.</param>
/// <param name="term">The concept's Chinese name.</param>
public abstract class SubjectDoor<TGrain, TState, TCommand, TRow, TNode>(Concept concept, string key, string keyDescription, string subject, string term)
    : CommandDoor<TGrain, TState, TCommand, TNode>(concept.Name, key, keyDescription, subject, term, shown => NodeOf(concept, shown)), ISubjectDoor<TState>, IVisibleRows<TRow>
    where TGrain : ISubjectGrain<TState, TCommand>, IGrainWithStringKey
    where TState : class
    where TCommand : Command
    where TRow : Row
    where TNode : SubjectNode<TRow, TState>, new()
{
    /// <inheritdoc/>
    Concept ISubjectDoor.Concept => concept;

    /// <summary>A subject as its grain knows it; null when what was given names none, or none that the caller may see.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="given">What names the subject, as people write it.</param>
    public async Task<TNode?> ReadAsync(IResolveFieldContext field, string given)
    {
        ArgumentNullException.ThrowIfNull(field);
        var services = field.RequestServices!;
        return Parse(given, out var key) is null
            && (IsBuiltIn(key) || await services.GetRequiredService<SubjectDirectory>().ExistsAsync(concept.Name, key).ConfigureAwait(false))
            && await services.GetRequiredService<IGrainFactory>().GetGrain<TGrain>(key).Read().ConfigureAwait(false) is { } found
            && IsShownTo(found, Caller.Required(field.User).As(null))
                ? Show(found)
                : null;
    }

    /// <summary>A subject as the API shows it.</summary>
    /// <param name="found">The subject.</param>
    public TNode Show(Snapshot<TState> found) => NodeOf(concept, found);

    /// <inheritdoc/>
    async Task<IEnumerable<INode>> ISubjectDoor.NodesAsync(ReadTurn turn, IReadOnlyCollection<string> subjects) =>
        (await turn.RowsAsync(_ => Subjects.Of<TRow>(subjects)).ConfigureAwait(false)).Select(row => new TNode { Row = row });

    /// <inheritdoc/>
    IQueryable<string>? ISubjectDoor.SeenBy(DataConnection data, Caller caller) =>
        caller.Agency is { } agency && VisibleTo(agency) is { } visible
            ? data.GetTable<TRow>().Where(visible).Select(row => row.Subject)
            : null;

    /// <inheritdoc/>
    ISubjectSearch? ISubjectDoor.SearchFor(Caller? caller) =>
        SearchTable.Of(concept) is { } texts && AccessRules.MayRead(RowNames.Of(typeof(TRow)).Name, caller?.Roles ?? Roles.None)
            ? new RowSearch<TRow>(
                concept,
                texts,
                row => HitOf(new TNode { Row = row }),
                caller?.Agency is { } agency ? VisibleTo(agency) : null)
            : null;

    /// <inheritdoc/>
    int ISubjectDoor.SearchPlace => SearchPlace;

    /// <summary>Where the concept's subjects stand among matches that are equally good; the least comes first.</summary>
    protected virtual int SearchPlace => int.MaxValue;

    /// <inheritdoc/>
    Expression<Func<TRow, bool>>? IVisibleRows<TRow>.VisibleTo(string agency) => VisibleTo(agency);

    /// <summary>Which subjects a partner agency's people see in lists and when they search; null for all, where the fields are for them at all.</summary>
    /// <param name="agency">The agency's code.</param>
    internal virtual Expression<Func<TRow, bool>>? VisibleTo(string agency) => null;

    /// <summary>A subject as people who search are shown it.</summary>
    /// <param name="found">The subject.</param>
    internal virtual SearchHit HitOf(TNode found) => throw new NotSupportedException($"A {concept.Name} is not searched for.");

    /// <inheritdoc/>
    Task<Connection<JournalEntryType>> ISubjectDoor<TState>.RecentAsync(IResolveFieldContext field, string key, int first) =>
        Histories.FromGrainAsync(field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<TGrain>(key), first);

    private static TNode NodeOf(Concept concept, Snapshot<TState> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new TNode { State = found.State, Row = (TRow)concept.RowsOf(SubjectKeys.Of(concept.Name, found.Key), found.State, found.Version)[0] };
    }
}
