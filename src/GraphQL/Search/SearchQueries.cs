using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.CrimeTransfers;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.Rectifications;
using ShuangDa.GraphQL.Search;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>查找. Enterprises and licences by name or number; for those who may see them also cases by title or number, and inspections, orders and transfers by number: what begins with the text first, then what contains it.</summary>
    /// <param name="text">文字. 2 to 200 characters; full-width forms are understood.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many, at most 50; 10 by default.</param>
    [Price(PriceAttribute.Sum)]
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
        return await database.QueryAsync((data, token) => HitsAsync(data, number, name, size, Caller.Of(field.User), token), field.CancellationToken).ConfigureAwait(false);
    }

    // One turn for all of it: each of the searches is done only where those before it found too little.
    private static async Task<IReadOnlyList<SearchHit>> HitsAsync(DataConnection data, string number, string name, int size, Caller? caller, CancellationToken cancellationToken)
    {
        var (enterprises, licences, cases) = (data.GetTable<EnterpriseRow>(), data.GetTable<LicenceRow>(), data.GetTable<CaseRow>());
        var hits = new List<SearchHit>();
        await Add(enterprises.Where(row => row.CreditCode.StartsWith(number)).OrderBy(row => row.CreditCode), EnterpriseHit).ConfigureAwait(false);
        await Add(licences.Where(row => row.Number.StartsWith(number)).OrderBy(row => row.Number), LicenceHit).ConfigureAwait(false);
        await Add(cases.Where(row => row.Number.StartsWith(number)).OrderBy(row => row.Number), CaseHit, "Case").ConfigureAwait(false);
        await Add(data.GetTable<InspectionRow>().Where(row => row.Number.StartsWith(number)).OrderBy(row => row.Number), row => new SearchHit(new InspectionType(row), row.Number, null, row.Enterprise), "Inspection").ConfigureAwait(false);
        await Add(data.GetTable<RectificationRow>().Where(row => row.Number.StartsWith(number)).OrderBy(row => row.Number), row => new SearchHit(new RectificationType(row), row.Number, null, row.Enterprise), "Rectification").ConfigureAwait(false);
        await Add(TransfersOf(caller?.Agency).Where(row => row.Number.StartsWith(number)).OrderBy(row => row.Number), row => new SearchHit(new CrimeTransferType(row), row.Number, row.CaseTitle), "CrimeTransfer").ConfigureAwait(false);
        await Add(enterprises.Where(row => Sql.Lower(row.Name)!.StartsWith(name)).OrderBy(row => row.Name), EnterpriseHit).ConfigureAwait(false);
        await Add(enterprises.Where(row => Sql.Lower(row.Name)!.Contains(name)).OrderBy(row => row.Name), EnterpriseHit).ConfigureAwait(false);
        await Add(licences.Where(row => row.Number.Contains(number)).OrderBy(row => row.Number), LicenceHit).ConfigureAwait(false);
        await Add(cases.Where(row => Sql.Lower(row.Title)!.Contains(name)).OrderBy(row => row.Number), CaseHit, "Case").ConfigureAwait(false);
        return hits;

        // A partner agency sees the transfers that went to it.
        IQueryable<CrimeTransferRow> TransfersOf(string? agency) => data.GetTable<CrimeTransferRow>().Where(row => agency == null || (row.Visible && row.Agency == agency));

        async Task Add<TRow>(IQueryable<TRow> query, Func<TRow, SearchHit> hit, string? type = null) where TRow : Row
        {
            if (hits.Count < size && (type is null || AccessRules.MayRead(type, caller?.Roles ?? Grains.Subjects.Roles.None)))
            {
                // What an earlier, better match has brought already is not brought twice.
                var rows = await query.Take(size).ToListAsync(cancellationToken).ConfigureAwait(false);
                hits.AddRange(rows.Where(row => hits.TrueForAll(earlier => earlier.Node.Subject != row.Subject)).Take(size - hits.Count).Select(hit));
            }
        }

        static SearchHit EnterpriseHit(EnterpriseRow row) => new(new EnterpriseType(row), row.Name, row.CreditCode);

        static SearchHit LicenceHit(LicenceRow row) => new(new LicenceType(row), row.Number, null, row.Enterprise);

        static SearchHit CaseHit(CaseRow row) => new(new CaseType(row), row.Title, row.Number);
    }
}
