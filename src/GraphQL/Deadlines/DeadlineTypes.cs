using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Deadlines;

/// <summary>期限. Something that is owed at an instant.</summary>
[Name("Deadline"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class DeadlineType : IPartNode<DeadlineType>, IResumableEvent
{
    private const string PartKind = "deadline";

    private readonly string _subject;
    private readonly string _kind;
    private readonly string _rule;
    private readonly string? _section;
    private readonly LapsedDeadlineRow? _lapsed;

    /// <summary>A deadline in the due index.</summary>
    /// <param name="row">Its row.</param>
    public DeadlineType(DeadlineRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (_subject, _kind, DueAt, _rule, _section) = (row.Subject, row.Kind, DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt), row.Rule, row.Section);
    }

    /// <summary>A deadline that has lapsed and whose step is still not done.</summary>
    /// <param name="row">Its row.</param>
    public DeadlineType(LapsedDeadlineRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        _lapsed = row;
        (_subject, _kind, _rule, _section) = (row.Subject, row.Kind, row.Rule, row.Section);
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt);
    }

    private DeadlineType(string subject, OpenDeadline deadline) =>
        (_subject, _kind, DueAt, _rule, _section) = (subject, deadline.Kind, deadline.DueAt, deadline.Rule, deadline.Section);

    /// <inheritdoc/>
    [Ignore]
    public string? EventId { get; private init; }

    /// <inheritdoc/>
    static string IPartNode<DeadlineType>.Kind => PartKind;

    /// <inheritdoc/>
    PartName IPartNode.Name =>
        new(_subject, PartKind, string.Create(CultureInfo.InvariantCulture, $"{_kind}:{DueAt.ToUnixTimeMilliseconds()}"));

    /// <summary>全局编号. Opaque and stable; one that has been met or put off is no node any more.</summary>
    [Id, Needs(nameof(DeadlineRow.Kind), nameof(DeadlineRow.DueAt))]
    public string Id => NodeIds.Of(((INode)this).Subject);

    /// <summary>种类. What is owed.</summary>
    [OutputType(typeof(NonNullGraphType<DeadlineKindType>)), Needs(nameof(DeadlineRow.Kind))]
    public string Kind => _kind;

    /// <summary>到期时刻. When; the end of a last day is the first instant of the next.</summary>
    [Needs(nameof(DeadlineRow.DueAt))]
    public DateTimeOffset DueAt { get; }

    /// <summary>规则. The rule and its article, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Rule(IResolveFieldContext field) => RuleTexts.Of(_rule).In(GraphQLRequestContext.Of(field).English);

    /// <summary>责任科室. The section that answers for it.</summary>
    [Needs(nameof(DeadlineRow.Section))]
    public string? Section => _section;

    /// <summary>已逾期. Whether it is past and still open.</summary>
    /// <param name="time">Given by the engine.</param>
    public bool Lapsed([FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DueAt <= time.GetUtcNow();
    }

    /// <summary>未办步骤. What was owed, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Step(IResolveFieldContext field) => DeadlineKinds.TermOf(_kind).In(GraphQLRequestContext.Of(field).English);

    /// <summary>责任人. The user name of who answered for it when it lapsed; of an office its role, of the police the code of their agency.
    /// Null while it has not.</summary>
    public string? Officer => _lapsed?.Officer;

    /// <summary>按工作日计. Whether the days since are working days, as the term's are.</summary>
    public bool InWorkingDays => _lapsed?.InWorkingDays == true;

    /// <summary>逾期日数. How many days it is late, today included: working days where the term is counted in such; null while it has not
    /// lapsed.</summary>
    /// <param name="time">Given by the engine.</param>
    /// <param name="calendars">Given by the engine.</param>
    public int? DaysLate([FromServices] TimeProvider time, [FromServices] ICalendarSource calendars)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(calendars);
        return _lapsed is { } lapsed
            ? Grains.Deadlines.DaysLate.Of(DueAt, lapsed.InWorkingDays, ShanghaiTime.DayOf(time.GetUtcNow()), calendars.Current)
            : null;
    }

    /// <summary>主体. Whose deadline it is.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.Load(field, _subject)!;
    }

    /// <inheritdoc/>
    static async Task<IEnumerable<DeadlineType>> IPartNode<DeadlineType>.FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken)
    {
        var rows = await Of(data, [.. wanted.Select(name => name.Subject)]).ToListAsync(cancellationToken).ConfigureAwait(false);
        var lapsed = await PartNodes.RowsAsync<LapsedDeadlineRow>(data, wanted, cancellationToken).ConfigureAwait(false);
        return rows.Select(row => new DeadlineType(row)).Concat(lapsed.Select(row => new DeadlineType(row)));
    }

    /// <summary>What is overdue of a node, the oldest first: from its state, or for a level of a list with one query.</summary>
    /// <typeparam name="TRow">The concept's main row.</typeparam>
    /// <typeparam name="TState">The concept's state.</typeparam>
    /// <param name="field">The resolver's context.</param>
    /// <param name="node">The node.</param>
    internal static IDataLoaderResult<IReadOnlyList<DeadlineType>> LateOf<TRow, TState>(
        IResolveFieldContext field, SubjectNode<TRow, TState> node)
        where TRow : Row
        where TState : class
    {
        if (node.State is { } state)
        {
            var rows = SubjectDoor.Of<TState>().Concept.RowsOf(node.Subject, state, node.Version).OfType<LapsedDeadlineRow>();
            return Ready.With<IReadOnlyList<DeadlineType>>([.. rows.OrderBy(row => row.DueAt).Select(row => new DeadlineType(row))]);
        }

        var database = field.RequestServices!.GetRequiredService<Database>();
        return BatchLoader<string, IReadOnlyList<DeadlineType>>.Of(
            field,
            async (subjects, ending) =>
            {
                var rows = await database.RowsAsync(LateOf(subjects), ending).ConfigureAwait(false);
                var found = rows.ToLookup(row => row.Subject, row => new DeadlineType(row));
                return subjects.ToDictionary(subject => subject, subject => (IReadOnlyList<DeadlineType>)[.. found[subject]]);
            }).LoadKnown(node.Subject);
    }

    private static Question<LapsedDeadlineRow> LateOf(IReadOnlyCollection<string> subjects) =>
        new("of subjects", [subjects], static (data, values) =>
        {
            var wanted = (IReadOnlyCollection<string>)values[0];
            return data.GetTable<LapsedDeadlineRow>().Where(row => wanted.Contains(row.Subject)).OrderBy(row => row.DueAt);
        });

    /// <summary>A deadline that has lapsed, as a subscriber is told of it.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="cursor">Where a subscriber resumes after it; null where one cannot.</param>
    internal static DeadlineType Lapsed(string subject, OpenDeadline deadline, FeedCursor? cursor) => new(subject, deadline) { EventId = cursor?.ToString() };

    /// <summary>The deadlines of a state, the next one first.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="open">What the state says.</param>
    internal static IReadOnlyList<DeadlineType> Of(string subject, IReadOnlyList<OpenDeadline> open) =>
        [.. open.OrderBy(deadline => deadline.DueAt).Select(deadline => new DeadlineType(subject, deadline))];

    /// <summary>Deadlines by subject, a level of a list with one query.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where the due index is.</param>
    internal static BatchLoader<string, IReadOnlyList<DeadlineType>> LoaderOf(IResolveFieldContext field, Database database) =>
        BatchLoader<string, IReadOnlyList<DeadlineType>>.Of(field, async (subjects, ending) =>
        {
            var rows = await database.RowsAsync(DeadlinesBelow.Ask(subjects), ending).ConfigureAwait(false);
            var found = rows.ToLookup(row => row.Subject, row => new DeadlineType(row));
            return subjects.ToDictionary(subject => subject, subject => (IReadOnlyList<DeadlineType>)[.. found[subject]]);
        });

    internal static IQueryable<DeadlineRow> Of(DataConnection data, IReadOnlyCollection<string> subjects) =>
        data.GetTable<DeadlineRow>().Where(row => subjects.Contains(row.Subject)).OrderBy(row => row.DueAt);
}

/// <summary>未了期限. The deadlines of the subjects that a list shows.</summary>
internal sealed class DeadlinesBelow : Below
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs { get; } = [nameof(Row.Subject)];

    /// <inheritdoc/>
    public override BelowReading Ask(ReadTurn turn, IReadOnlyList<object> nodes, IReadOnlySet<string>? columns)
    {
        string[] subjects = [.. nodes.Select(node => ((INode)node).Subject)];
        var rows = turn.AskRows(
            _ => Ask(subjects),
            columns is null ? null : new ReadColumns<DeadlineRow>([.. columns, nameof(DeadlineRow.Subject), nameof(DeadlineRow.DueAt)]));
        return new BelowReading(subjects.Length == 0 ? null : rows, () =>
        {
            var found = (rows.Answer ?? []).ToLookup(row => row.Subject, row => new DeadlineType(row));
            return node => (IReadOnlyList<DeadlineType>)[.. found[((INode)node).Subject]];
        });
    }

    /// <summary>The question of some subjects' deadlines, the next one first.</summary>
    /// <param name="subjects">The subjects' names.</param>
    internal static Question<DeadlineRow> Ask(IReadOnlyCollection<string> subjects) =>
        new("of subjects", [subjects], static (data, values) => DeadlineType.Of(data, (IReadOnlyCollection<string>)values[0]));
}

/// <summary>期限种类. What can be owed: every kind that a concept has marked as one.</summary>
public sealed class DeadlineKindType : EnumerationGraphType
{
    /// <summary>The type.</summary>
    public DeadlineKindType()
    {
        Name = "DeadlineKind";
        Description = "期限种类. What can be owed.";
        foreach (var (stored, term, meaning) in DeadlineKinds.All)
        {
            this.AddValue(stored, term, meaning);
        }
    }
}

/// <summary>The kinds of deadlines, which the API knows by their stored names.</summary>
internal static class DeadlineKinds
{
    /// <summary>Every kind, with its words, which begin with those of its concept, and with what it means.</summary>
    public static IReadOnlyList<(string Stored, BilingualText Term, string Meaning)> All { get; } =
    [
        .. from field in Marked()
           let stored = (string)field.GetRawConstantValue()!
           let door = MutationType.Doors.Single(door => door.Concept == stored[..stored.IndexOf('.', StringComparison.Ordinal)])
           let term = Terms.Of(field)
           let words = new BilingualText($"{door.Words.Chinese}：{term.Chinese}", $"{door.Words.English}: {term.English}")
           select (stored, words, DocComments.Of(field)),
    ];

    /// <summary>The kinds that only warn of another deadline.</summary>
    public static FrozenSet<string> Warnings { get; } = Marked().Where(field => field.GetCustomAttribute<DeadlineAttribute>()!.IsWarning).Select(field => (string)field.GetRawConstantValue()!).ToFrozenSet();

    private static readonly FrozenDictionary<string, BilingualText> Steps =
        Marked().ToFrozenDictionary(field => (string)field.GetRawConstantValue()!, field => Terms.Of(field));

    /// <summary>The words for a kind, without its concept's; the kind itself where it is none that is marked.</summary>
    /// <param name="stored">The stored name.</param>
    public static BilingualText TermOf(string stored) => Steps.TryGetValue(stored, out var term) ? term : new BilingualText(stored, stored);

    private static IEnumerable<FieldInfo> Marked() => typeof(DeadlineAttribute).Assembly.GetTypes().SelectMany(type => type.GetFields()).Where(field => field.IsDefined(typeof(DeadlineAttribute)));
}

/// <summary>期限种类条件. Conditions on a kind of deadline; those given must all hold.</summary>
/// <param name="Eq">等于. Equals.</param>
/// <param name="Neq">不等于. Does not equal.</param>
/// <param name="In">属于. Is one of these.</param>
/// <param name="Nin">不属于. Is none of these.</param>
[Name("DeadlineKindOperationFilterInput")]
public sealed record DeadlineKindFilter(
    [property: InputType(typeof(DeadlineKindType))] string? Eq = null,
    [property: InputType(typeof(DeadlineKindType))] string? Neq = null,
    [property: InputType(typeof(ListGraphType<NonNullGraphType<DeadlineKindType>>))] IReadOnlyList<string>? In = null,
    [property: InputType(typeof(ListGraphType<NonNullGraphType<DeadlineKindType>>))] IReadOnlyList<string>? Nin = null)
{
    /// <summary>The conditions on the stored name.</summary>
    internal StringFilter Stored => new(Eq, Neq, In, Nin);
}

/// <summary>期限条件. Which deadlines are wanted; all that is given must hold.</summary>
/// <param name="Kind">种类.</param>
/// <param name="DueAt">到期时刻.</param>
/// <param name="Lapsed">已逾期. Whether it is past.</param>
/// <param name="Section">责任科室.</param>
/// <param name="Subject">主体. The id of a node.</param>
/// <param name="Officer">责任人. The user name, role or agency of who answered for what has lapsed; nothing else is asked by it.</param>
[Name("DeadlineFilterInput")]
public sealed record DeadlineFilter(
    DeadlineKindFilter? Kind = null,
    InstantFilter? DueAt = null,
    BooleanFilter? Lapsed = null,
    StringFilter? Section = null,
    [property: Id] string? Subject = null,
    StringFilter? Officer = null);
