using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Search;

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

/// <summary>匹配. A text that matches.</summary>
internal sealed record SearchMatch
{
    /// <summary>How well.</summary>
    public SearchRank Rank { get; init; }

    /// <summary>Of which subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The text, folded.</summary>
    public string Text { get; init; } = "";
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

/// <summary>概念的查找. How the subjects of a concept are searched.</summary>
internal interface ISubjectSearch
{
    /// <summary>The texts that match so well; the best of many.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="sought">What is looked for.</param>
    /// <param name="rank">How well.</param>
    IQueryable<SearchMatch> Matches(DataConnection data, SoughtText sought, SearchRank rank);

    /// <summary>Subjects as those who search are shown them.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="subjects">The subjects' names.</param>
    /// <param name="ending">Ends the read.</param>
    Task<IReadOnlyList<SearchHit>> HitsAsync(DataConnection data, IReadOnlyCollection<string> subjects, CancellationToken ending);
}

/// <summary>按行查找. How the subjects of a concept are found by their texts.</summary>
/// <typeparam name="TRow">Its main row.</typeparam>
/// <param name="concept">The concept.</param>
/// <param name="texts">The table of its texts.</param>
/// <param name="hit">A row as those who search are shown it.</param>
/// <param name="visible">Which rows the caller sees; null for all.</param>
internal sealed class RowSearch<TRow>(Concept concept, SearchTable texts, Func<TRow, SearchHit> hit, Expression<Func<TRow, bool>>? visible)
    : ISubjectSearch where TRow : Row
{
    /// <inheritdoc/>
    public IQueryable<SearchMatch> Matches(DataConnection data, SoughtText sought, SearchRank rank)
    {
        var found = rank switch
        {
            SearchRank.Begins => texts.Beginning(data, sought.Text),
            SearchRank.Contains => texts.Containing(data, sought.Kind, sought.Text),
            _ => OfConcept(SearchTable.Recalled.Containing(data, sought.Kind, sought.Text)),
        };
        if (visible is not null)
        {
            var seen = data.GetTable<TRow>().Where(visible);
            found = found.Where(text => seen.Any(row => row.Subject == text.Subject));
        }

        // A subject has several texts, and one that people type is often in several of them.
        return found.Take(SearchTerms.Candidates).Select(text => new SearchMatch { Rank = rank, Subject = text.Subject, Text = text.Text });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> HitsAsync(
        DataConnection data, IReadOnlyCollection<string> subjects, CancellationToken ending)
    {
        var rows = await data.GetTable<TRow>().Where(row => subjects.Contains(row.Subject)).ToListAsync(ending).ConfigureAwait(false);
        return rows.ConvertAll(row => hit(row));
    }

    private IQueryable<FoundText> OfConcept(IQueryable<FoundText> found)
    {
        var prefix = SubjectKeys.Of(concept.Name, "");
        return found.Where(text => text.Subject.StartsWith(prefix));
    }
}
