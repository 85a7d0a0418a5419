using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>The numbers that people say: without gaps and without doubles, also when a section files many cases at once.</summary>
public sealed class CaseNumberTests
{
    [Fact]
    public async Task Cases_that_are_filed_at_once_are_numbered_without_gaps_and_found_by_what_people_say()
    {
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2026, 5, 11, 1, 0, 0, TimeSpan.Zero));
        var bureau = new Bureau(api);
        var leads = new List<Dossier>();
        for (var lead = 0; lead < 12; lead++)
        {
            leads.Add(await bureau.LeadAsync());
        }

        // One is not filed, and draws nothing.
        await bureau.TakeAsync(Roles.SectionHead, "decideNotToFile", leads[0], document: "不立1号");
        await Task.WhenAll(leads.Skip(1).Select(lead => bureau.FileAsync(lead, "立案1号")));
        var numbers = new List<string>();
        foreach (var lead in leads.Skip(1))
        {
            numbers.Add((await bureau.SeeAsync(lead, "officialNumber")).Text("officialNumber")!);
        }

        Assert.Equal(
            Enumerable.Range(1, 11).Select(number => $"案〔2026〕{number}号").Order(StringComparer.Ordinal),
            numbers.Order(StringComparer.Ordinal));
        Assert.Null((await bureau.SeeAsync(leads[0], "officialNumber")).Text("officialNumber"));

        var third = leads[1 + numbers.IndexOf("案〔2026〕3号")].Number;
        var who = await api.As(Roles.Officer);
        foreach (var typed in new[] { "2026-3", "〔2026〕3号", "案〔2026〕3号", "[2026]3" })
        {
            const string Question =
                "query($t:String!){cases(where:{officialNumber:{eq:$t}}){nodes{number}} search(text:$t){node{... on Case{number}}}}";
            var found = (await who.Ask(Question, new { t = typed })).Data();
            Assert.Equal([third], found.Texts("cases.nodes", "number"));
            Assert.Equal(third, found.Text("search.0.node.number"));
        }
    }

    /// <summary>What the head approved on the last day of the year is of that year, also when it is entered in the new one.</summary>
    [Fact]
    public async Task A_case_is_numbered_in_the_year_in_which_its_filing_was_approved()
    {
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2026, 12, 31, 1, 0, 0, TimeSpan.Zero));
        var bureau = new Bureau(api);
        var (late, inTime) = (await bureau.LeadAsync(), await bureau.LeadAsync());
        await bureau.FiledAsync();
        var head = await api.As(Roles.SectionHead);
        await Bureau.TakeAsync(head, "fileCase", late, new { officers = Bureau.Two }, "立案2号");
        await Bureau.TakeAsync(head, "fileCase", inTime, new { officers = Bureau.Two }, "立案3号");
        await bureau.UntilAsync("2027-01-01 00:05");
        Assert.Equal("INVESTIGATION", await bureau.DecideAsync(late));
        await Bureau.TakeAsync(
            await api.As(Roles.Leader), "approveCaseStep", inTime, new { approval = 1, opinion = "同意", on = "2026-12-31" });
        Assert.Equal("案〔2027〕1号", (await bureau.SeeAsync(late, "officialNumber")).Text("officialNumber"));
        Assert.Equal("案〔2026〕2号", (await bureau.SeeAsync(inTime, "officialNumber")).Text("officialNumber"));
    }

    [Fact]
    public async Task Inspections_orders_and_transfers_have_numbers_of_their_own_kind_and_section()
    {
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2026, 5, 11, 1, 0, 0, TimeSpan.Zero));
        var bureau = new Bureau(api);
        await bureau.AppointAsync();
        await bureau.ListAsync("registerSection", new { code = "QUALITY", name = "质量科" });
        var enterprise = await api.EnterpriseAsync();

        // One after the other, and many at once; of another section they begin anew.
        var orders = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OrderAsync(null)));
        var inspected = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.EnterpriseAsync()));
        var inspections = await Task.WhenAll(inspected.Select(one => bureau.OpenAsync(
            Roles.Officer, "inspection", "beginInspection", new { enterpriseCreditCode = one, officers = Bureau.Two })));
        Assert.Equal(OneTo(6, "责改", "INSPECTION"), await NumbersOf(orders));
        Assert.Equal(OneTo(6, "检", "INSPECTION"), await NumbersOf(inspections));
        Assert.Equal(OneTo(1, "责改", "QUALITY"), await NumbersOf(await OrderAsync("QUALITY")));
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var transfer = await bureau.OpenTransferAsync(suspected);
        Assert.Equal(OneTo(1, "移", "INSPECTION"), await NumbersOf(transfer));

        // Each is found by what people say, among all kinds by the search box.
        var who = await api.As(Roles.Officer);
        const string Question =
            "query($t:String!){rectifications(where:{officialNumber:{eq:$t}}){totalCount} "
            + "inspections(where:{officialNumber:{eq:$t}}){totalCount} "
            + "crimeTransfers(where:{officialNumber:{eq:$t}}){nodes{number}} search(text:$t){node{__typename}}}";
        var found = (await who.Ask(Question, new { t = "〔2026〕1号" })).Data();
        Assert.Equal(("2", "1"), (found.Text("rectifications.totalCount"), found.Text("inspections.totalCount")));
        Assert.Equal([transfer.Number], found.Texts("crimeTransfers.nodes", "number"));
        Assert.Equal(
            ["Case", "CrimeTransfer", "Inspection", "Rectification"],
            found.Texts("search", "node.__typename").Distinct().Order(StringComparer.Ordinal));

        Task<Dossier> OrderAsync(string? section) => bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification",
            new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" }, section }, "责改1号");

        // Two sections have the same number each, so a number comes with its section.
        static IEnumerable<string> OneTo(int last, string word, string section) =>
            Enumerable.Range(1, last).Select(number => $"{section} {word}〔2026〕{number}号");
        async Task<IEnumerable<string>> NumbersOf(params Dossier[] dossiers)
        {
            var numbers = new List<string>();
            foreach (var dossier in dossiers)
            {
                var seen = await bureau.SeeAsync(dossier, "officialNumber numberSection");
                numbers.Add($"{seen.Text("numberSection")} {seen.Text("officialNumber")}");
            }

            return numbers.Order(StringComparer.Ordinal);
        }
    }
}
