using GraphQL;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Search;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>查找. Enterprises by name, credit code or a name they had, licences by number; for those who may see them also cases by
    /// title, number or party, inspections, orders and transfers by number, and any of them by the number of one of its documents: what
    /// begins with the text first, then what has it anywhere.</summary>
    /// <param name="text">文字. 2 to 200 characters. Width and case of letters, spaces, dashes, dots, brackets and other signs do not
    /// count.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many, at most 50; 10 by default.</param>
    [ReadableBy(Readers.Everyone)]
    [Price(PriceAttribute.Sum)]
    public static async Task<IReadOnlyList<SearchHit>> Search(string text, IResolveFieldContext field, [FromServices] Database database, int? first = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var size = first ?? 10;
        if (size is < 1 or > 50)
        {
            throw new BadUserInput("条数须在1到50之间", "Ask for 1 to 50 hits");
        }

        var sought = SoughtText.Of(database.Kind, SearchTerms.Checked(text));
        return await database.QueryAsync(
            (data, token) => HitsAsync(data, sought, size, Caller.Of(field.User), token), field.CancellationToken).ConfigureAwait(false);
    }

    // One turn for all of it. What begins with a text, and what is remembered by it, is found fast in all concepts at once; what has it
    // within is looked for concept by concept, until there is enough.
    private static async Task<IReadOnlyList<SearchHit>> HitsAsync(
        DataConnection data, SoughtText sought, int size, Caller? caller, CancellationToken cancellationToken)
    {
        var searches = SubjectDoor.All.Values.OrderBy(door => door.SearchPlace)
            .Select(door => (door.Concept.Name, Search: door.SearchFor(caller)))
            .Where(one => one.Search is not null)
            .ToList();
        if (sought.Text.Length == 0 || searches.Count == 0)
        {
            return [];
        }

        var all = searches.Select(one => one.Search!).ToList();
        var matches = await FindAsync(SearchRank.Begins, all).ConfigureAwait(false);
        var best = Best();
        foreach (var search in all)
        {
            if (best.Count < size)
            {
                matches.AddRange(await FindAsync(SearchRank.Contains, [search]).ConfigureAwait(false));
                best = Best();
            }
        }

        if (best.Count < size)
        {
            matches.AddRange(await FindAsync(SearchRank.Recalls, all).ConfigureAwait(false));
            best = Best();
        }

        var hits = new Dictionary<string, SearchHit>();
        foreach (var ofConcept in best.GroupBy(ConceptOf))
        {
            var search = searches.Find(one => one.Name == ofConcept.Key).Search!;
            foreach (var hit in await search.HitsAsync(data, [.. ofConcept], cancellationToken).ConfigureAwait(false))
            {
                hits.Add(hit.Node.Subject, hit);
            }
        }

        return [.. best.Where(hits.ContainsKey).Select(subject => hits[subject])];

        async Task<List<SearchMatch>> FindAsync(SearchRank rank, List<ISubjectSearch> among) =>
            await among.Select(one => one.Matches(data, sought, rank))
                .Aggregate((one, other) => one.Concat(other))
                .ToListAsync(cancellationToken).ConfigureAwait(false);

        List<string> Best() =>
        [
            .. matches.OrderBy(match => match.Rank)
                .ThenBy(match => searches.FindIndex(one => one.Name == ConceptOf(match.Subject)))
                .ThenBy(match => match.Text, StringComparer.Ordinal)
                .Select(match => match.Subject).Distinct().Take(size),
        ];

        static string ConceptOf(string subject) => SubjectKeys.Split(subject).Concept;
    }
}
