using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ReportForms;

/// <summary>Reads what forms are filled with: the facts of a scope, and the cases that are among them.</summary>
/// <param name="database">Where facts are kept.</param>
public sealed class FormReader(Database database)
{
    private const int AtATime = 500;

    private const string Between = "、";

    private static readonly ViolationKind[] OfBrands =
        [ViolationKind.ForgedNameOrAddress, ViolationKind.ForgedQualityMark, ViolationKind.GeographicalIndicationInfringement];

    /// <summary>A form, filled as things stand now.</summary>
    /// <param name="kind">Which form.</param>
    /// <param name="scope">Of what it tells.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <returns>The form; null where it would list more than <see cref="ReportForm.MostCases"/>.</returns>
    public async Task<ReportForm?> ReadAsync(ReportFormKind kind, FormScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (kind.RowsOf() is ReportFormRows.ProductClasses)
        {
            var classes = await ProductClass.List.ReadAsync(database, cancellationToken).ConfigureAwait(false);
            var sums = await database.QueryAsync((data, token) => SumsAsync(data, kind, scope, token), cancellationToken)
                .ConfigureAwait(false);
            var entered = await EnteredAsync(kind, scope, cancellationToken).ConfigureAwait(false);
            var shown = classes.Where(row => IsShown(row, sums) || entered.Any(one => one.ProductClass == row.Code));
            return ReportForm.ByClass(kind, scope, sums, [.. shown.Select(row => (row.Code, row.Name))], entered);
        }

        return await database.QueryAsync((data, token) => ListedAsync(data, kind, scope, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The list of some cases, as they stand now, in the order of their filing.</summary>
    /// <param name="numbers">The cases' numbers.</param>
    /// <param name="scope">Of what the list tells.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    public Task<ReportForm> ReadCasesAsync(IReadOnlyCollection<string> numbers, FormScope scope, CancellationToken cancellationToken)
    {
        string[] asked = [.. numbers];
        return database.QueryAsync(
            async (data, token) =>
            {
                var rows = await data.GetTable<CaseRow>().Where(row => asked.Contains(row.Number))
                    .OrderBy(row => row.FiledOn).ThenBy(row => row.Number).ToListAsync(token).ConfigureAwait(false);
                return ReportForm.OfCases(ReportFormKind.CaseList, scope, await CasesAsync(data, rows, token).ConfigureAwait(false));
            },
            cancellationToken);
    }

    // A class that is closed has a row only where something counts for it.
    private static bool IsShown(ProductClassRow row, IEnumerable<FormSum> sums) =>
        !row.Closed || sums.Any(sum => sum.ProductClass == row.Code);

    private static IQueryable<TallyRow> FactsOf(
        DataConnection data, FormScope scope, IReadOnlyList<Measure> measures, bool orOfNone = false)
    {
        var facts = scope.FactsOf(measures).Conditions()
            .Aggregate(data.GetTable<TallyRow>().AsQueryable(), (all, one) => all.Where(one.ToExpression()));
        return scope.Section is not { } section ? facts
            : orOfNone ? facts.Where(row => row.Section == section || row.Section == null)
            : facts.Where(row => row.Section == section);
    }

    // Entries count whose period lies within the form's whole: nobody knows how much of a week belongs to its second half.
    private async Task<List<FormEntered>> EnteredAsync(ReportFormKind kind, FormScope scope, CancellationToken cancellationToken)
    {
        string[] figures = [.. FormColumn.Of(kind).Select(column => column.ByHand).OfType<ManualFigure>().Select(WireName.Of)];
        var (from, before, section) = (IsoDate.Of(scope.From), IsoDate.Of(scope.Before), scope.Section);
        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<FormEntryRow>()
                .Where(row => figures.Contains(row.Figure) && (section == null || row.Section == section))
                .Where(row => SubjectOrder.IsFrom(row.From, from) && SubjectOrder.IsAfter(before, row.Until))
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new FormEntered(WireName.Find<ManualFigure>(row.Figure)!.Value, row.ProductClass, row.Amount));
    }

    /// <summary>What the facts of a scope come to.</summary>
    /// <param name="data">Where facts are kept.</param>
    /// <param name="kind">Of which form's columns.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    internal static async Task<List<FormSum>> SumsAsync(
        DataConnection data, ReportFormKind kind, FormScope scope, CancellationToken cancellationToken)
    {
        Measure[] measures = [.. FormColumn.Of(kind).Select(column => column.Counts).OfType<Measure>().Distinct()];
        var rows = await FactsOf(data, scope, measures, orOfNone: true)
            .GroupBy(row => new { row.Measure, row.ProductClass, row.Violation, row.Party, row.IsLicensed, row.Section })
            .Select(same => new { same.Key, Amount = same.Sum(row => row.Amount), Facts = same.Count() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new FormSum(
            Enum.Parse<Measure>(row.Key.Measure), row.Key.ProductClass, row.Key.Violation, row.Key.Party, row.Amount, row.Facts)
        {
            IsLicensed = row.Key.IsLicensed,
            IsOfUnknownSection = scope.Section is not null && row.Key.Section is null,
        });
    }

    /// <summary>The numbers of the cases whose filing counts in a scope, in the order of their filing.</summary>
    /// <param name="data">Where facts are kept.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    internal static async Task<IEnumerable<string>> FiledNumbersAsync(
        DataConnection data, FormScope scope, CancellationToken cancellationToken) =>
        (await FiledAsync(data, ReportFormKind.CaseList, scope, cancellationToken).ConfigureAwait(false)).Select(row => row.Number);

    private static async Task<ReportForm?> ListedAsync(
        DataConnection data, ReportFormKind kind, FormScope scope, CancellationToken cancellationToken)
    {
        var rows = await FiledAsync(data, kind, scope, cancellationToken).ConfigureAwait(false);
        if (rows.Count > ReportForm.MostCases)
        {
            return null;
        }

        var cases = await CasesAsync(data, rows, cancellationToken).ConfigureAwait(false);
        return kind.RowsOf() is ReportFormRows.Cases
            ? ReportForm.OfCases(kind, scope, cases)
            : ReportForm.OfParties(kind, scope, await PartiesAsync(data, cases, cancellationToken).ConfigureAwait(false));
    }

    // A case is in a form that lists cases where its filing counts in the form's scope; what was taken back in the same scope does not.
    private static Task<List<CaseRow>> FiledAsync(
        DataConnection data, ReportFormKind kind, FormScope scope, CancellationToken cancellationToken)
    {
        var facts = FactsOf(data, scope, [Measure.CasesFiled]);
        if (Violations(kind) is { } violations)
        {
            facts = facts.Where(row => violations.Contains(row.Violation));
        }

        var filed = facts.GroupBy(row => row.Subject).Where(same => same.Sum(row => row.Amount) > 0).Select(same => same.Key);
        return data.GetTable<CaseRow>().Where(row => filed.Contains(row.Subject))
            .OrderBy(row => row.FiledOn).ThenBy(row => row.Number).Take(ReportForm.MostCases + 1)
            .ToListAsync(cancellationToken);
    }

    private static async Task<ImmutableArray<ListedCase>> CasesAsync(
        DataConnection data, List<CaseRow> rows, CancellationToken cancellationToken)
    {
        var states = await data.ReadStoredAsync<CaseState>(Case.Concept, rows.Select(row => row.Subject), cancellationToken)
            .ConfigureAwait(false);
        var sent = await ByAsync(
            rows.Select(row => row.Transfer),
            some => data.GetTable<CrimeTransferRow>().Where(row => some.Contains(row.Number))
                .Select(row => new Named(row.Number, row.SentOn)),
            cancellationToken).ConfigureAwait(false);
        var people = await ByAsync(
            states.Values.SelectMany(state => state.Officers),
            some => data.GetTable<AccountRow>().Where(row => some.Contains(row.UserName))
                .Select(row => new Named(row.UserName, row.DisplayName)),
            cancellationToken).ConfigureAwait(false);
        var sections = await ListAsync(Section.List.ReadAsync(data, cancellationToken)).ConfigureAwait(false);
        var classes = await ListAsync(ProductClass.List.ReadAsync(data, cancellationToken)).ConfigureAwait(false);
        return
        [
            .. rows.Select(row => new ListedCase(
                states[row.Subject],
                row.Section is { } section ? sections.GetValueOrDefault(section, section) : "",
                string.Join(Between, states[row.Subject].Officers.Select(user => people.GetValueOrDefault(user) ?? user)),
                [.. states[row.Subject].ProductClasses.Select(code => classes.GetValueOrDefault(code, code))],
                row.Transfer is { } transfer ? sent.GetValueOrDefault(transfer) : null)),
        ];
    }

    private static async Task<ImmutableArray<ListedParty>> PartiesAsync(
        DataConnection data, ImmutableArray<ListedCase> cases, CancellationToken cancellationToken)
    {
        var parties = cases.SelectMany(one => one.State.AllParties.Select(party => (Party: party, Case: one)))
            .GroupBy(of => of.Party.CountedAs).ToList();
        var keys = parties.Select(same => same.Key).ToList();
        var addresses = await ByAsync(
            keys,
            some => data.GetTable<EnterpriseRow>().Where(row => some.Contains(row.CreditCode))
                .Select(row => new Named(row.CreditCode, row.Address)),
            cancellationToken).ConfigureAwait(false);
        var banned = await ByAsync(
            keys,
            some => data.GetTable<TallyRow>().Where(row => row.Measure == nameof(Measure.ProducersBanned) && some.Contains(row.Party))
                .GroupBy(row => row.Party).Where(same => same.Sum(row => row.Amount) > 0).Select(same => new Named(same.Key!, null)),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. parties.Select(same => new ListedParty(
                same.Key,
                same.First().Party.Name,
                same.Select(of => of.Party.Address).FirstOrDefault(address => address is not null)
                    ?? addresses.GetValueOrDefault(same.Key) ?? "",
                banned.ContainsKey(same.Key),
                [.. same.Select(of => of.Case).DistinctBy(one => one.Number)])),
        ];
    }

    private static string[]? Violations(ReportFormKind kind) => kind switch
    {
        ReportFormKind.UnlicensedProducers => [WireName.Of(ViolationKind.UnlicensedProduction)],
        ReportFormKind.CounterfeitBrandProducers => [.. OfBrands.Select(WireName.Of)],
        _ => null,
    };

    private static async Task<Dictionary<string, string?>> ByAsync(
        IEnumerable<string?> keys, Func<string[], IQueryable<Named>> ask, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var part in keys.OfType<string>().Distinct().Chunk(AtATime))
        {
            foreach (var row in await ask(part).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                found[row.Key] = row.Value;
            }
        }

        return found;
    }

    private static async Task<Dictionary<string, string>> ListAsync<TRow>(Task<IReadOnlyList<TRow>> list) where TRow : Lists.ListedRow =>
        (await list.ConfigureAwait(false)).ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);

    private sealed record Named(string Key, string? Value);
}
