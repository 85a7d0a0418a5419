using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Search;

/// <summary>查找步骤. One way of finding subjects; the better ones come first.</summary>
/// <param name="Rank">How good a match is.</param>
/// <param name="FindAsync">Finds at most so many.</param>
internal sealed record SearchStep(
    SearchRank Rank, Func<DataConnection, SoughtText, int, CancellationToken, Task<IEnumerable<SearchHit>>> FindAsync);

/// <summary>匹配程度. How good a match is, the best first.</summary>
internal enum SearchRank
{
    /// <summary>A name or number begins with the text.</summary>
    Begins,

    /// <summary>It is somewhere within.</summary>
    Contains,

    /// <summary>It is in a name that the subject had once, or in the number of one of its documents.</summary>
    Recalls,
}

/// <summary>所找的文字. What people search for, as it is compared.</summary>
/// <param name="Kind">In which database.</param>
/// <param name="Text">The text, folded.</param>
internal sealed record SoughtText(DatabaseKind Kind, string Text)
{
    /// <summary>What somebody typed.</summary>
    /// <param name="kind">In which database.</param>
    /// <param name="typed">The text as typed. Of a number that people say, zeros before it do not count.</param>
    public static SoughtText Of(DatabaseKind kind, string typed) =>
        new(kind, FoldedText.Of(OfficialNumber.PlainOf(typed) is { } plain ? WordOf(HalfWidth.Of(typed)) + plain : typed));

    private static string WordOf(string typed) => string.Concat(typed.TakeWhile(letter => !char.IsAsciiDigit(letter)));
}

/// <summary>按行查找. How the subjects of a concept are found by their texts.</summary>
/// <typeparam name="TRow">Its main row.</typeparam>
/// <param name="concept">The concept.</param>
/// <param name="hit">A row as those who search are shown it.</param>
/// <param name="visible">Which rows the caller sees; null for all.</param>
internal sealed class RowSearch<TRow>(Concept concept, Func<TRow, SearchHit> hit, Expression<Func<TRow, bool>>? visible) where TRow : Row
{
    // A subject has several texts, and one that people type is often in several of them. The best are put in order, whatever there is more.
    private const int Candidates = 200;

    /// <summary>The steps in which they are found; none where nobody searches for them.</summary>
    public IEnumerable<SearchStep> Steps() => SearchTable.Of(concept) is not { } texts ? [] :
    [
        Step(SearchRank.Begins, (data, sought) => texts.Beginning(data, sought.Text)),
        Step(SearchRank.Contains, (data, sought) => texts.Containing(data, sought.Kind, sought.Text)),
        Step(SearchRank.Recalls, (data, sought) => OfConcept(SearchTable.Recalled.Containing(data, sought.Kind, sought.Text))),
    ];

    private IQueryable<FoundText> OfConcept(IQueryable<FoundText> found)
    {
        var prefix = SubjectKeys.Of(concept.Name, "");
        return found.Where(text => text.Subject.StartsWith(prefix));
    }

    private SearchStep Step(SearchRank rank, Func<DataConnection, SoughtText, IQueryable<FoundText>> find) =>
        new(rank, async (data, sought, size, ending) =>
    {
        var found = find(data, sought);
        if (visible is not null)
        {
            var seen = data.GetTable<TRow>().Where(visible);
            found = found.Where(text => seen.Any(row => row.Subject == text.Subject));
        }

        var texts = await found.Take(Candidates).ToListAsync(ending).ConfigureAwait(false);
        var subjects = texts.OrderBy(text => text.Text, StringComparer.Ordinal).Select(text => text.Subject).Distinct().Take(size).ToList();
        if (subjects.Count == 0)
        {
            return [];
        }

        var rows = await data.GetTable<TRow>()
            .Where(row => subjects.Contains(row.Subject))
            .ToDictionaryAsync(row => row.Subject, ending).ConfigureAwait(false);
        return subjects.Where(rows.ContainsKey).Select(subject => hit(rows[subject]));
    });
}
