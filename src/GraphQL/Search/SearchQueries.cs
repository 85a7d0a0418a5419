using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.Search;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>查找. Enterprises, licences and, for the bureau, cases by name or number: what begins with the text first, then what contains it.</summary>
    /// <param name="text">文字. 2 to 200 characters; full-width forms are understood.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many, at most 50; 10 by default.</param>
    public static async Task<IReadOnlyList<SearchHit>> Search(string text, IResolveFieldContext field, [FromServices] Database database, int? first = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var sought = HalfWidth.Of(text).Trim();
        if (sought.Length is < 2 or > 200)
        {
            throw new BadUserInput("请输入2至200个字", "Give 2 to 200 characters");
        }

        var size = first ?? 10;
        if (size is < 1 or > 50)
        {
            throw new BadUserInput("条数须在1到50之间", "Ask for 1 to 50 hits");
        }

        var number = sought.ToUpperInvariant();
        // Databases fold the case of ASCII letters alike, and of others not at all or each in its own way.
        var name = string.Concat(sought.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));
        await using var data = await database.ReadAsync(field.CancellationToken).ConfigureAwait(false);
        var enterprises = data.GetTable<EnterpriseRow>();
        var licences = data.GetTable<LicenceRow>();
        var cases = data.GetTable<CaseRow>();
        var mayReadCases = AccessRules.MayRead("Case", Caller.Of(field.User)?.Roles ?? Grains.Subjects.Roles.None);
        var hits = new List<SearchHit>();
        await Add(enterprises.Where(row => row.CreditCode.StartsWith(number)).OrderBy(row => row.CreditCode), row => new EnterpriseType(row)).ConfigureAwait(false);
        await Add(licences.Where(row => row.Number.StartsWith(number)).OrderBy(row => row.Number), row => new LicenceType(row)).ConfigureAwait(false);
        await Add(cases.Where(row => mayReadCases && row.Number.StartsWith(number)).OrderBy(row => row.Number), row => new CaseType(row)).ConfigureAwait(false);
        await Add(enterprises.Where(row => Sql.Lower(row.Name)!.StartsWith(name)).OrderBy(row => row.Name), row => new EnterpriseType(row)).ConfigureAwait(false);
        await Add(enterprises.Where(row => Sql.Lower(row.Name)!.Contains(name)).OrderBy(row => row.Name), row => new EnterpriseType(row)).ConfigureAwait(false);
        await Add(licences.Where(row => row.Number.Contains(number)).OrderBy(row => row.Number), row => new LicenceType(row)).ConfigureAwait(false);
        await Add(cases.Where(row => mayReadCases && Sql.Lower(row.Title)!.Contains(name)).OrderBy(row => row.Number), row => new CaseType(row)).ConfigureAwait(false);
        return hits;

        async Task Add<TRow>(IQueryable<TRow> query, Func<TRow, INode> node) where TRow : Row
        {
            if (hits.Count < size)
            {
                // What an earlier, better match has brought already is not brought twice.
                var rows = await query.Take(size).ToListAsync(field.CancellationToken).ConfigureAwait(false);
                hits.AddRange(rows.Where(row => hits.TrueForAll(hit => hit.Node.Subject != row.Subject)).Take(size - hits.Count).Select(row => new SearchHit(node(row))));
            }
        }
    }
}
