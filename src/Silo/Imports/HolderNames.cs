using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 持证人名称. Which registered enterprise a list of certificates means by a name: the one that is called exactly so, whatever the width of its
/// letters and brackets, its dashes and its spaces. They are read once, for the first row that needs them.
/// </summary>
/// <param name="database">Where enterprises are listed.</param>
/// <param name="cancellationToken">The import is no longer wanted.</param>
internal sealed class HolderNames(Grains.Journal.Database database, CancellationToken cancellationToken)
{
    private const int MostNamed = 5;

    private Task<Dictionary<string, List<string>>>? _codes;

    /// <summary>The credit code of the enterprise of a name, or why there is none.</summary>
    /// <param name="name">The name, as the file has it.</param>
    public async Task<(string? Code, string? Problem)> FindAsync(string name)
    {
        var shown = RegisterText.Shortened(name);
        return (await Codes()).GetValueOrDefault(Folded(name)) switch
        {
            null => (null, $"没有名称为“{shown}”的已登记企业；请先登记企业，或者填写统一社会信用代码"),
            [var code] => (code, null),
            var codes => (null, $"名称为“{shown}”的已登记企业有{codes.Count}家（{List(codes)}），请填写统一社会信用代码"),
        };

        static string List(List<string> codes) => string.Join('、', codes.Take(MostNamed)) + (codes.Count > MostNamed ? "等" : "");
    }

    // A reading that failed is tried again; two rows that do so at once read twice, and find the same.
    private Task<Dictionary<string, List<string>>> Codes() =>
        _codes is { IsFaulted: false, IsCanceled: false } read ? read : _codes = ReadAsync();

    private async Task<Dictionary<string, List<string>>> ReadAsync()
    {
        var codes = new Dictionary<string, List<string>>();
        await using var data = await database.ReadAsync(cancellationToken);
        var rows = data.GetTable<EnterpriseRow>().OrderBy(row => row.Subject).Select(row => new { row.CreditCode, row.Name });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var folded = Folded(row.Name);
            if (!codes.TryGetValue(folded, out var same))
            {
                codes[folded] = same = new List<string>(1);
            }

            same.Add(row.CreditCode);
        }

        return codes;
    }

    // The middle dots of names of peoples of the west are typed in many ways. Brackets and dashes count, other than in a search: who holds
    // a licence is not guessed.
    private static string Folded(string name) => string.Concat(HalfWidth.Of(name).Select(static letter =>
        letter is '\u2022' or '\u2027' or '\u30FB' or '\u22C5' or '\uFF65' ? '\u00B7' : char.ToUpperInvariant(letter)));
}
