using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Search;

/// <summary>文字所指. The subjects that a text is about, for lists of what belongs to subjects.</summary>
internal static class SubjectsByText
{
    /// <summary>The most subjects that a text may be about; a list narrowed down to some of them would look whole and not be.</summary>
    public const int Most = 50;

    /// <summary>All subjects that have the text in a name, a number or the number of a document, as far as the caller may find them. A text
    /// that is about more than <see cref="Most"/> is refused.</summary>
    /// <param name="database">Where the texts are.</param>
    /// <param name="text">What somebody typed.</param>
    /// <param name="caller">Who.</param>
    /// <param name="ending">Ends the read.</param>
    public static async Task<string[]> FindAsync(Database database, string text, Caller caller, CancellationToken ending)
    {
        var sought = SoughtText.Of(database.Kind, SearchTerms.Checked(text));
        var searches = SubjectDoor.All.Values.Select(door => door.SearchFor(caller)).OfType<ISubjectSearch>().ToList();
        if (sought.Text.Length == 0 || searches.Count == 0)
        {
            return [];
        }

        var matches = await database.QueryAsync(
            (data, token) => SearchTerms.Anywhere
                .SelectMany(rank => searches.Select(one => one.Matches(data, sought, rank)))
                .Aggregate((one, other) => one.Concat(other))
                .ToListAsync(token),
            ending).ConfigureAwait(false);
        var subjects = matches.Select(match => match.Subject).Distinct().ToArray();
        // A concept names no more candidates than this; where it does, there may be subjects that it has not named.
        return subjects.Length <= Most && matches.Count < SearchTerms.Candidates
            ? subjects
            : throw new BadUserInput(
                $"所找文字对应的企业、许可证、案件等超过{Most}个，请写得更具体，如全称或者编号",
                $"More than {Most} enterprises, cases and others have this text; give more of it, such as the whole name or number");
    }
}

/// <summary>所找文字的约束. What holds for every search by text.</summary>
internal static class SearchTerms
{
    /// <summary>How many texts of a concept are candidates, at most.</summary>
    public const int Candidates = 200;

    /// <summary>Where a text may stand for it to be found at all; what begins with it has it within, too.</summary>
    public static IReadOnlyList<SearchRank> Anywhere { get; } = [SearchRank.Contains, SearchRank.Recalls];

    /// <summary>A text that can be searched for; another is refused.</summary>
    /// <param name="text">What somebody typed.</param>
    public static string Checked(string text) => text.Trim().Length is >= 2 and <= 200
        ? text
        : throw new BadUserInput("请输入2至200个字", "Give 2 to 200 characters");
}
