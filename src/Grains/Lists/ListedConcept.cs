using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Lists;

/// <summary>名录. A list of codes that an administrator keeps, as those see it who only need to know what is listed.</summary>
public abstract class ListedConcept
{
    /// <summary>名称. The name of the entries' concept: grain type, state name, first part of a subject's name.</summary>
    public required string Name { get; init; }

    /// <summary>名称. What an entry is called.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>英文复数. What several entries are called in English, such as <c>sections</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>What is wrong with naming an entry that the list does not have or that is closed.</summary>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="given">What was given.</param>
    public InvalidInput NotOpen(string field, string given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var shown = given.Length > 40 ? given[..40] : given;
        return new InvalidInput(field, $"{Title.Chinese}名录中没有{shown}，或者已撤销", $"{shown} is not in the list of {Plural}, or is closed");
    }

    /// <summary>The entry that is meant, open or closed; null where the list has none.</summary>
    /// <param name="grains">Where entries are found.</param>
    /// <param name="database">Where the list's table is.</param>
    /// <param name="given">What was given, without the spaces around it.</param>
    internal abstract Task<ListedEntry?> FindAsync(IGrainFactory grains, Database database, string given);
}

/// <summary>
/// 名录. A list of codes that an administrator keeps, with its one law: entries are registered, renamed, closed with a reason, and registered again. A closed entry
/// stays readable. An entry that comes with the program stands as it was delivered until it is changed. A concrete list says what its entries, commands and events are.
/// </summary>
/// <typeparam name="TEntry">An entry.</typeparam>
/// <typeparam name="TCommand">The base of its commands.</typeparam>
/// <typeparam name="TEvent">The base of its events.</typeparam>
/// <typeparam name="TRow">The row of its table.</typeparam>
public sealed class ListedConcept<TEntry, TCommand, TEvent, TRow> : ListedConcept
    where TEntry : ListedEntry
    where TCommand : Command
    where TEvent : ListedEvent<TEntry>
    where TRow : ListedRow
{
    /// <summary>The list's source-generated JSON metadata: stored form, events, commands.</summary>
    public required JsonSerializerContext Json { get; init; }

    /// <summary>内置条目. What comes with the program, in the order in which it is shown.</summary>
    public required ImmutableArray<TEntry> Delivered { get; init; }

    /// <summary>Where an entry is asked by its code.</summary>
    public required Func<IGrainFactory, string, ISubjectGrain<TEntry, TCommand>> Grain { get; init; }

    /// <summary>The entry that a registration makes: the command and the code, Chinese and English name in their one form.</summary>
    public required Func<TCommand, string, string, string?, TEntry> Enter { get; init; }

    /// <summary>按名称识别. Whether an entry is also found by its Chinese name wherever one is given. Then no two open entries may be called the same.</summary>
    public bool IsFoundByName { get; init; }

    /// <summary>别名. What else an entry is found by, where entries are found by name; by default nothing.</summary>
    public Func<TEntry, ImmutableArray<string>> Aliases { get; init; } = static _ => [];

    /// <summary>别名. The same, as the entry's row has it.</summary>
    public Func<TRow, ImmutableArray<string>> AliasesIn { get; init; } = static _ => [];

    /// <summary>What else than the names a renaming changes; by default nothing.</summary>
    public Func<TEntry, TCommand, TEntry> Change { get; init; } = static (entry, _) => entry;

    /// <summary>The event of a registration, from the entry as it stands afterwards.</summary>
    public required Func<TEntry, TEvent> Registered { get; init; }

    /// <summary>The event of a renaming, from the entry as it stands afterwards.</summary>
    public required Func<TEntry, TEvent> Renamed { get; init; }

    /// <summary>The event of a closing: from the entry as it stands, why, and the day.</summary>
    public required Func<TEntry, string, DateOnly, TEvent> Closed { get; init; }

    /// <summary>The refusal to change a closed entry, from its code.</summary>
    public required Func<string, Refusal> IsClosed { get; init; }

    /// <summary>The row that shows an entry: the subject's name, the entry and its version.</summary>
    public required Func<string, TEntry, int, TRow> Row { get; init; }

    /// <summary>The concept of the entries, for the shared rooms.</summary>
    public Concept<TEntry, TCommand, TEvent> Concept => field ??= new()
    {
        Name = Name,
        Title = Title,
        Json = Json,
        RowTypes = [typeof(TRow)],
        Decide = Decide,
        Apply = static (_, happened) => happened.Entry(),
        Check = Check,
        Rows = (subject, entry, version) => [Row(subject, entry, version)],
        Deadlines = static _ => [],
        UniqueNames = entry => IsFoundByName ? TakenNames.Of(entry.Code, entry.Name, entry.IsClosed, Aliases(entry)) : [],
        WhenDue = (kind, _) => throw new InvalidOperationException($"{Name} has no deadline of the kind '{kind}'."),
    };

    /// <summary>The entry of this code as it comes with the program, or null.</summary>
    /// <param name="code">The code.</param>
    public TEntry? FindDelivered(string code) => Delivered.FirstOrDefault(entry => entry.Code == code);

    /// <summary>Every entry: those that come with the program, as they were changed, and those that were registered, by code. There are as many as an administrator keeps, so they are read whole.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<TRow>> ReadAsync(Database database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.QueryAsync(ReadAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every entry, read over a connection that is at hand.</summary>
    /// <param name="data">The connection.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<TRow>> ReadAsync(DataConnection data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var rows = await data.GetTable<TRow>().OrderBy(row => row.Code).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. Delivered.Select(entry => rows.Find(row => row.Code == entry.Code) ?? RowOf(entry, 0)), .. rows.Where(row => FindDelivered(row.Code) is null)];
    }

    /// <summary>The row of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="version">Its version.</param>
    public TRow RowOf(TEntry entry, int version)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Row(SubjectKeys.Of(Name, entry.Code), entry, version);
    }

    /// <summary>Among the list's rows the one that is meant: the one of just this code, then an open one before a closed one; null where there is none.</summary>
    /// <param name="rows">The list's rows.</param>
    /// <param name="given">A code, or a name where entries are found by it.</param>
    public TRow? Meant(IEnumerable<TRow> rows, string? given) => FreeText.Given(given) is not { } named ? null
        : rows.Where(row => IsCalled(row.Code, row.Name, named) || AliasesIn(row).Any(alias => TakenNames.AreSame(alias, named)))
            .OrderBy(row => row.Code != named)
            .ThenBy(row => row.Closed)
            .FirstOrDefault();

    /// <summary>What is wrong with naming this entry where no one command is decided that could say it, or null; where none is given, nothing is.</summary>
    /// <param name="database">Where the list's table is.</param>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="given">What was given, or null.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<InvalidInput?> NotOpenAsync(Database database, string field, string? given, CancellationToken cancellationToken) =>
        FreeText.Given(given) is { } named && Meant(await ReadAsync(database, cancellationToken).ConfigureAwait(false), named) is not { Closed: false } ? NotOpen(field, named) : null;

    /// <summary>What the entries are called, for the law of a list whose entries are found by name.</summary>
    /// <param name="database">Where the list's table is.</param>
    internal async Task<TakenNames> TakenNamesAsync(Database database)
    {
        var rows = await RowsAsync(database);
        return new([.. rows.Select(row => (row.Code, row.Name, row.Closed))])
        {
            Aliases = rows.Where(row => !AliasesIn(row).IsEmpty).ToImmutableDictionary(row => row.Code, AliasesIn),
        };
    }

    // An entry waits for no other subject, so waiting for it closes no circle.
    internal override async Task<ListedEntry?> FindAsync(IGrainFactory grains, Database database, string given)
    {
        if (!IsFoundByName)
        {
            return ListedName.ProblemWithCode(given) is null ? await EntryAsync(grains, given) : null;
        }

        // Most of what is given comes with the program, and its grain is awake; the table is read for the rest.
        if (Delivered.FirstOrDefault(entry => entry.Code == given || entry.Name == given) is { } delivered
            && await EntryAsync(grains, delivered.Code) is { IsClosed: false } open && IsCalled(open.Code, open.Name, given))
        {
            return open;
        }

        return given.Length <= ListedName.NameLength && Meant(await RowsAsync(database), given) is { } meant ? await EntryAsync(grains, meant.Code) : null;
    }

    private async Task<TEntry?> EntryAsync(IGrainFactory grains, string code) => (await Grain(grains, code).Read())?.State ?? FindDelivered(code);

    private async Task<IReadOnlyList<TRow>> RowsAsync(Database database)
    {
        await using var data = await database.ReadAsync();
        return await ReadAsync(data, CancellationToken.None);
    }

    private bool IsCalled(string code, string name, string given) =>
        IsFoundByName ? code.Equals(given, StringComparison.OrdinalIgnoreCase) || name.Equals(given, StringComparison.OrdinalIgnoreCase) : code == given;

    private Decision<TEvent> Decide(TEntry? stored, TCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var code = now.Key;
        return (stored ?? FindDelivered(code), command) switch
        {
            ({ IsClosed: false }, IRegistersEntry) => new AlreadyExists(Name, code),
            (_, IRegistersEntry) when (ListedName.ProblemWithCode(code) ?? ListedName.Lookalike("code", code)) is { } problem => problem,
            (_, IRegistersEntry c) =>
                (ProblemWithNames(code, c.Name, c.EnglishName, now) ?? ProblemWithAliases(code, command, now)) is { } problem ? problem
                : Registered(Enter(command, code, c.Name.Trim(), FreeText.Given(c.EnglishName))),
            (null, _) => new NotFound(Name, code),
            ({ IsClosed: true }, IRenamesEntry) => IsClosed(code),
            ({ } known, IRenamesEntry c) => DecideRename(known, c, command, now),
            ({ IsClosed: true }, IClosesEntry) => Decision<TEvent>.AlreadySo,
            (_, IClosesEntry c) when FreeText.Missing("reason", c.Reason) is { } problem => problem,
            ({ } known, IClosesEntry c) => Closed(known, c.Reason.Trim(), now.Today),
            _ => throw new InvalidOperationException($"{command?.GetType().Name} has no arm in the law of a list."),
        };
    }

    private Decision<TEvent> DecideRename(TEntry known, IRenamesEntry names, TCommand command, Circumstances now)
    {
        if ((ProblemWithNames(known.Code, names.Name, names.EnglishName, now)
            ?? ProblemWithAliases(known.Code, command, now)) is { } problem)
        {
            return problem;
        }

        var renamed = Change(known with { Name = names.Name.Trim(), EnglishName = FreeText.Given(names.EnglishName) }, command);
        return renamed == known ? Decision<TEvent>.AlreadySo : Renamed(renamed);
    }

    private InvalidInput? ProblemWithNames(string code, string? name, string? englishName, Circumstances now) =>
        ListedName.ProblemWithNames(name, englishName)
        ?? ListedName.Lookalike("name", name)
        ?? ListedName.Lookalike("englishName", englishName)
        ?? (IsFoundByName ? now.Required<TakenNames>().Problem(code, name!.Trim(), Title) : null);

    private InvalidInput? ProblemWithAliases(string code, TCommand command, Circumstances now) =>
        ((command as INamesAliases)?.Aliases ?? [])
            .Select(FreeText.Given)
            .OfType<string>()
            .Select(alias => FreeText.Problem("aliases", alias, ListedName.NameLength)
                ?? ListedName.Lookalike("aliases", alias)
                ?? now.Required<TakenNames>().ProblemWithAlias(code, alias, Title))
            .FirstOrDefault(problem => problem is not null);

    private static IReadOnlyList<string> Check(TEntry entry) =>
        (ListedName.ProblemWithCode(entry.Code) ?? ListedName.ProblemWithNames(entry.Name, entry.EnglishName)) is { } problem ? [problem.ProblemInEnglish + "."]
        : entry is { ClosedOn: not null, IsClosed: false } ? ["It has a day of closing and is open."]
        : [];
}
