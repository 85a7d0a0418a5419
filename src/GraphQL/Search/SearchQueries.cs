using GraphQL;
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
        if (text.Trim().Length is < 2 or > 200)
        {
            throw new BadUserInput("请输入2至200个字", "Give 2 to 200 characters");
        }

        var size = first ?? 10;
        if (size is < 1 or > 50)
        {
            throw new BadUserInput("条数须在1到50之间", "Ask for 1 to 50 hits");
        }

        var sought = SoughtText.Of(database.Kind, text);
        return await database.QueryAsync(
            (data, token) => HitsAsync(data, sought, size, Caller.Of(field.User), token), field.CancellationToken).ConfigureAwait(false);
    }

    // One turn for all of it: each of the searches is done only where those before it found too little.
    private static async Task<IReadOnlyList<SearchHit>> HitsAsync(DataConnection data, SoughtText sought, int size, Caller? caller, CancellationToken cancellationToken)
    {
        var hits = new List<SearchHit>();
        if (sought.Text.Length == 0)
        {
            return hits;
        }

        foreach (var step in SubjectDoor.All.Values.OrderBy(door => door.SearchPlace).SelectMany(door => door.Searches(caller)).OrderBy(step => step.Rank))
        {
            if (hits.Count < size)
            {
                // What an earlier, better match has brought already is not brought twice.
                var found = await step.FindAsync(data, sought, size, cancellationToken).ConfigureAwait(false);
                hits.AddRange(found.Where(hit => hits.TrueForAll(earlier => earlier.Node.Subject != hit.Node.Subject)).Take(size - hits.Count));
            }
        }

        return hits;
    }
}
