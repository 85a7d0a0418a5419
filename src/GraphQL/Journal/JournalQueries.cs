using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Search;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>日志. Journal entries, newest first: of one subject, or of all that the caller may see.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="concepts">Given by the engine.</param>
    /// <param name="subject">主体. The id of a node.</param>
    /// <param name="from">自. From this instant on.</param>
    /// <param name="to">至. Before this instant.</param>
    /// <param name="text">文字. Of what has this in a name, a number or the number of a document, as the search finds it: 2 to 200
    /// characters. A text that more than 50 enterprises, cases and others have is refused.</param>
    /// <param name="first">How many, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    [ReadableBy(Readers.Everyone)]
    public static async Task<Connection<JournalEntryType>> Journal(
        IResolveFieldContext field,
        [FromServices] Database database,
        [FromServices] IEnumerable<Concept> concepts,
        [Id] string? subject = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        string? text = null,
        int? first = null,
        string? after = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var only = subject is null ? null : NodeIds.SubjectOf(subject) ?? throw new BadUserInput("主体编号无效", "The subject's id is not valid");
        var caller = Caller.Required(field.User);
        var hidden = JournalVisibility.HiddenPrefixes(concepts, caller);
        var named = string.IsNullOrWhiteSpace(text) ? null
            : await SubjectsByText.FindAsync(database, text, caller, field.CancellationToken).ConfigureAwait(false);
        var conditions = new Conditions<JournalRow>()
            .And(only is null ? null : row => row.Subject == only)
            .Text(row => row.Subject, named is null ? null : new StringFilter(In: named))
            .And(caller.Agency is { } agency ? row => row.Agency == agency : null)
            .Instant(row => row.At, new InstantFilter { Gte = from, Lt = to });
        foreach (var prefix in hidden)
        {
            conditions.And(row => !row.Subject.StartsWith(prefix));
        }

        var filter = conditions.ToExpression();
        // A stretch of time is entered by its instants, and so must be read in their order; entries stand in the table nearly in it.
        SortColumn<JournalRow>[] byTime =
            from is null && to is null ? [] : [SortColumn<JournalRow>.Number("at", row => row.At, SortDirection.Desc)];
        var rows = await Lists.ReadAsync(
            database,
            _ => filter,
            byTime,
            SortColumn<JournalRow>.Number("position", row => row.Position, SortDirection.Desc),
            PageRequest.Of(field, PageRequest.Of(first, after, null, null)),
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<JournalEntryType>(rows.Select(row => new JournalEntryType(row.ToEntry())));
    }
}

/// <summary>日志可见范围. Which entries a caller may see: those of concepts that the caller's roles may read, and for a partner agency those of its own people.</summary>
internal static class JournalVisibility
{
    public static string[] HiddenPrefixes(IEnumerable<Concept> concepts, Caller caller) =>
        [.. concepts.Where(concept => !IsVisible(concept, caller)).Select(concept => $"{concept.Name}/")];

    public static bool IsVisible(Concept concept, Caller caller) => (concept.Readers & caller.Roles) != 0 || caller.IsOutsider;

    public static bool IsVisible(IReadOnlyDictionary<string, Concept> concepts, Caller caller, JournalRow row) =>
        IsVisible(concepts.GetValueOrDefault(SubjectKeys.Split(row.Subject).Concept), caller, row.Agency);

    public static bool IsVisible(Concept? concept, Caller caller, string? entryAgency) =>
        caller.Agency is { } agency ? entryAgency == agency : concept is not null && IsVisible(concept, caller);
}
