using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>Each figure of a period is the total of the list that it opens, however cases are told apart.</summary>
public sealed class CaseFigureTests
{
    private const string Fields = "key secondKey received filed decided penaltyCny ended endedInTime medianDays";

    // Of those that have none the list is asked for as the dashboard asks for it (filters.ts).
    private static readonly (string By, Func<string?, string> Filter)[] Respects =
    [
        ("SECTION", key => $"section:{Text(key)}"),
        ("RESPONSIBLE", key => $"responsible:{Text(key)}"),
        ("AREA", key => key is null
            ? "or:[{enterpriseCreditCode:{any:false}},{enterprise:{area:{code:{any:false}}}}]"
            : $"enterprise:{{area:{{code:{Text(key)}}}}}"),
        ("PRODUCT_CLASS", key => $"mainProductClass:{Text(key)}"),
        ("VIOLATION", key => $"violation:{{eq:{key}}}"),
    ];

    private static readonly (string Figure, string Day, string More)[] Figures =
    [
        ("received", "receivedOn", ""),
        ("filed", "filedOn", ""),
        ("decided", "decidedOn", ""),
        ("ended", "endedOn", ""),
        ("endedInTime", "endedOn", ",wasLate:{eq:false}"),
    ];

    [Fact]
    public async Task A_figure_is_the_total_of_the_list_that_it_opens()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var early = bureau.Today;

        // One goes on, one is not filed in time, one is withdrawn long after it was filed and late, one is of another day and class.
        await bureau.FiledAsync(new { productClasses = new[] { "CLOTHING" } });
        var unfiled = await bureau.LeadAsync(new { productClasses = new[] { "FOOD", "CLOTHING" } });
        await bureau.TakeAsync(Roles.SectionHead, "decideNotToFile", unfiled, document: "不立1号");
        var late = await bureau.LeadAsync(new { violation = "FORGED_QUALITY_MARK" });
        await bureau.BeLateAsync(late);
        await bureau.FileAsync(late, "立案2号");
        await bureau.TakeAsync(Roles.SectionHead, "withdrawCase", late, document: "撤1号");
        await bureau.LeadAsync(new { violation = "FORGED_QUALITY_MARK", productClasses = new[] { "FOOD" } });

        var after = bureau.Today.AddDays(1);
        var stretches = new[] { (early, after), (early, early.AddDays(1)), (early.AddDays(1), bureau.Today), (early.AddYears(-2), early) };
        foreach (var (from, to) in stretches)
        {
            foreach (var (by, filter) in Respects)
            {
                foreach (var row in await FiguresAsync($"from:\"{from:O}\",to:\"{to:O}\",by:{by}"))
                {
                    await IsOfItsListAsync(row, filter(row.Text("key")), from, to);
                }
            }

            foreach (var row in await FiguresAsync($"from:\"{from:O}\",to:\"{to:O}\""))
            {
                await IsOfItsListAsync(row, "", from, to);
            }
        }

        var all = Assert.Single(await FiguresAsync($"from:\"{early:O}\",to:\"{after:O}\""));
        Assert.Equal([4, 2, 0, 2, 1], new[] { "received", "filed", "decided", "ended", "endedInTime" }.Select(name => Number(all, name)));

        // Days count from the filing, which was on the last day; what was never filed takes none.
        Assert.Equal(0, Number(all, "medianDays"));
        Assert.Equal(
            ["CLOTHING 1", "FOOD 2", " 1"],
            (await FiguresAsync($"from:\"{early:O}\",to:\"{after:O}\",by:PRODUCT_CLASS"))
                .OrderBy(row => row.Text("key") ?? "~", StringComparer.Ordinal)
                .Select(row => $"{row.Text("key")} {Number(row, "received")}"));

        // Told apart twice, what has the same keys adds up to what it was.
        var twice = await FiguresAsync($"from:\"{early:O}\",to:\"{after:O}\",by:AREA,secondBy:PRODUCT_CLASS");
        Assert.Equal(4, twice.Sum(row => Number(row, "received")));
        Assert.Equal(3, twice.Count);
        var (ofArea, ofClass) = (FilterOf("AREA"), FilterOf("PRODUCT_CLASS"));
        foreach (var cell in twice)
        {
            await IsOfItsListAsync(cell, $"{ofArea(cell.Text("key"))},{ofClass(cell.Text("secondKey"))}", early, after);
        }

        Assert.Empty(await FiguresAsync($"from:\"{early:O}\",to:\"{after:O}\",by:VIOLATION,section:\"NOBODY\""));

        async Task<List<JsonElement>> FiguresAsync(string arguments) =>
            [.. (await head.Ask($"{{caseFigures({arguments}){{{Fields}}}}}")).Data().At("caseFigures").EnumerateArray()];

        async Task IsOfItsListAsync(JsonElement row, string filter, DateOnly from, DateOnly to)
        {
            foreach (var (figure, day, more) in Figures)
            {
                var inPeriod = $"{day}:{{gte:\"{from:O}\",lt:\"{to:O}\"}}{more}";
                var where = filter.Length == 0 ? inPeriod : $"{filter},{inPeriod}";
                var listed = await head.Ask($"{{cases(first:1,where:{{{where}}}){{totalCount}}}}");
                Assert.Equal((where, figure, listed.Data().At("cases.totalCount").GetInt32()), (where, figure, Number(row, figure)));
            }
        }
    }

    private static string Text(string? key) => key is null ? "{any:false}" : $"{{eq:\"{key}\"}}";

    private static Func<string?, string> FilterOf(string by) => Respects.Single(one => one.By == by).Filter;

    [Fact]
    public async Task A_period_has_its_bounds()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);

        Assert.Null((await AskAsync("2016-01-01", "2026-01-01")).Code);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync("2016-01-01", "2026-01-02")).Code);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync("9999-01-01", "9999-12-31")).Code);

        Task<Answer> AskAsync(string from, string to) => head.Ask($"{{caseFigures(from:\"{from}\",to:\"{to}\"){{{Fields}}}}}");
    }

    [Fact]
    public async Task A_partner_agency_sees_no_figures()
    {
        await using var api = await ApiServer.StartAsync();
        var liaison = await api.As(Roles.Liaison);

        Assert.Equal("FORBIDDEN", (await liaison.Ask($"{{caseFigures(from:\"2026-01-01\",to:\"2027-01-01\"){{{Fields}}}}}")).Code);
    }

    private static int Number(JsonElement row, string name) => row.GetProperty(name).GetInt32();
}
