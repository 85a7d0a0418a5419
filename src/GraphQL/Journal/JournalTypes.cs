using System.Collections.Concurrent;
using System.Globalization;
using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Journal;

/// <summary>日志条目. One thing that happened to one subject: what, when, by whom, on what legal basis. The entries of a subject form a hash chain.</summary>
[Name("JournalEntry"), ListedAs("Journal"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class JournalEntryType : IPartNode<JournalEntryType>
{
    private readonly JournalEntry _entry;

    /// <summary>An entry.</summary>
    /// <param name="entry">As the journal has it.</param>
    public JournalEntryType(JournalEntry entry) => _entry = entry;

    /// <inheritdoc/>
    // An id is what a position was before entries had ids.
    static string IPartNode<JournalEntryType>.Kind => "";

    /// <inheritdoc/>
    PartName IPartNode.Name => new(_entry.Subject, "", _entry.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(((INode)this).Subject);

    /// <summary>位置. The same as the id.</summary>
    [Id, Obsolete("Ask for id, which is the same.")]
    public string Position => Id;

    /// <summary>序号. Its number in the subject's chain, from 1.</summary>
    public int Number => _entry.Number;

    /// <summary>时刻. When it was recorded.</summary>
    public DateTimeOffset At => _entry.At;

    /// <summary>生效日期. The day it takes effect (Asia/Shanghai), where that is not the day it was recorded.</summary>
    public DateOnly? EffectiveOn => _entry.EffectiveOn;

    /// <summary>补录. Whether somebody entered it later than the bureau's setting allows, three working days after the act where nothing is
    /// set.</summary>
    /// <param name="late">Given by the engine.</param>
    public bool IsEnteredLate([FromServices] LateEntries late)
    {
        ArgumentNullException.ThrowIfNull(late);
        return late.Have(_entry);
    }

    /// <summary>种类. <c>concept.event</c>, such as <c>licence.suspended</c>.</summary>
    public string Kind => _entry.Kind;

    /// <summary>行为人. The user name of who did it; <c>system</c> for clocks.</summary>
    public string ActorName => _entry.User;

    /// <summary>行为用户. The user who did it; null for the system itself.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> Actor(IResolveFieldContext field, [FromServices] Database database) => UserType.Load(field, database, _entry.User);

    /// <summary>科室. The section of who did it.</summary>
    public string? Section => _entry.Section;

    /// <summary>协作部门. The partner agency of who did it; null for the bureau.</summary>
    public string? Agency => _entry.Agency;

    /// <summary>法律依据. The legal basis; that of a deadline, which is the system's own text, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string? Basis(IResolveFieldContext field) =>
        _entry.Basis is { } basis ? RuleTexts.Of(basis).In(GraphQLRequestContext.Of(field).English) : null;

    /// <summary>文书编号. The number of the document that records it.</summary>
    public string? DocumentNumber => _entry.DocumentNumber;

    /// <summary>理由. Why it was done, in the words of who did it; null where nobody was asked why. A partner agency is told its own people's
    /// reasons.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="reasons">Given by the engine.</param>
    public string? Reason(IResolveFieldContext field, [FromServices] Reasons reasons)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(reasons);
        return Caller.Required(field.User).Agency is { } agency && agency != _entry.Agency ? null : reasons.Of(_entry);
    }

    /// <summary>主体. What it happened to, as it stands now.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.LoadOrName(field, _entry.Subject);
    }

    /// <summary>主体编号. The id of what it happened to.</summary>
    [Id]
    public string SubjectId => NodeIds.Of(_entry.Subject);

    /// <summary>摘要. What happened, in a line, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="summaries">Given by the engine.</param>
    public IDataLoaderResult<string> Summary(IResolveFieldContext field, [FromServices] Summaries summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return Sentences.Read(field, summaries.Of(_entry));
    }

    /// <summary>哈希. SHA-256 over the entry and the hash before it, in hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(_entry.Hash);

    /// <inheritdoc/>
    bool IPartNode.IsShownTo(Caller caller, Concept? concept, bool isSubjectShown) =>
        JournalVisibility.IsVisible(concept, caller, _entry.Agency);

    /// <inheritdoc/>
    static async Task<IEnumerable<JournalEntryType>> IPartNode<JournalEntryType>.FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken)
    {
        var places = wanted
            .Where(name => int.TryParse(name.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => new { name.Subject, Number = int.Parse(name.Key, CultureInfo.InvariantCulture) })
            .ToList();
        if (places.Count == 0)
        {
            return [];
        }

        var rows = await data.GetTable<JournalRow>()
            .Join(places.AsQueryable(data), row => new { row.Subject, row.Number }, place => place, (row, _) => row)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.Select(row => new JournalEntryType(row.ToEntry()));
    }
}

/// <summary>摘要. Tells an entry in a line, by reading its event.</summary>
/// <param name="concepts">All concepts.</param>
public sealed class Summaries(ConceptsByName concepts)
{
    /// <summary>The line.</summary>
    /// <param name="entry">The entry.</param>
    public BilingualText Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return concepts.Of(entry).ReadEvent(entry.Kind, entry.Body).Summary;
    }
}

/// <summary>理由. Says why an entry was made, by reading its event: what it has as grounds, or as a reason in words.</summary>
/// <param name="concepts">All concepts.</param>
public sealed class Reasons(ConceptsByName concepts)
{
    private static readonly ConcurrentDictionary<Type, Func<Event, string?>> Known = new();

    /// <summary>The reason; null where the event has none.</summary>
    /// <param name="entry">The entry.</param>
    public string? Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var happened = concepts.Of(entry).ReadEvent(entry.Kind, entry.Body);
        return Known.GetOrAdd(happened.GetType(), ReaderOf)(happened);
    }

    private static Func<Event, string?> ReaderOf(Type type) =>
        type.GetProperties().FirstOrDefault(one => one.PropertyType == typeof(Grounds)) is { } grounds
            ? happened => ((Grounds?)grounds.GetValue(happened))?.Reason
            : type.GetProperty("Reason") is { } said && said.PropertyType == typeof(string)
                ? happened => (string?)said.GetValue(happened)
                : static _ => null;
}

/// <summary>补录. Which entries were made late, by the calendar in force.</summary>
/// <param name="concepts">All concepts.</param>
/// <param name="rule">The bureau's rule.</param>
/// <param name="calendars">Where the calendar is.</param>
public sealed class LateEntries(ConceptsByName concepts, LateEntry rule, ICalendarSource calendars)
{
    /// <summary>Whether an entry is among them.</summary>
    /// <param name="entry">The entry.</param>
    public bool Have(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return rule.Applies(entry, concepts.Of(entry), calendars.Current);
    }
}

/// <summary>历史. How a subject's journal entries are read: the last ones from its grain's memory, others from the table.</summary>
internal static class Histories
{
    /// <summary>How many entries a grain keeps at hand.</summary>
    public const int AtHand = 50;

    private static readonly SortColumn<JournalRow>[] NewestFirst = [SortColumn<JournalRow>.Number("number", row => row.Number, SortDirection.Desc)];

    public static async Task<Connection<JournalEntryType>> FromGrainAsync<TState, TCommand>(ISubjectGrain<TState, TCommand> grain, int first)
        where TState : class
        where TCommand : Command
    {
        var recent = await grain.ReadRecent(first).ConfigureAwait(false);
        var entries = recent?.Entries ?? [];
        var version = recent?.Subject.Version ?? 0;
        return new Connection<JournalEntryType>(new Page<JournalEntryType>(
            [.. entries.Select(entry => new JournalEntryType(entry))],
            at => Keyset.CursorAt(NewestFirst, entries[at].Number),
            HasNextPage: version > entries.Count,
            HasPreviousPage: false,
            () => Task.FromResult(version)));
    }

    public static async Task<Connection<JournalEntryType>> ReadAsync(Database database, string subject, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await Lists.ReadAsync(database, _ => row => row.Subject == subject, [], NewestFirst[0], page, cancellationToken).ConfigureAwait(false);
        return new Connection<JournalEntryType>(rows.Select(row => new JournalEntryType(row.ToEntry())));
    }
}
