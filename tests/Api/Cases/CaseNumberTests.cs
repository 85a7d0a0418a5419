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
            Enumerable.Range(1, 11).Select(number => $"〔2026〕{number}号").Order(StringComparer.Ordinal),
            numbers.Order(StringComparer.Ordinal));
        Assert.Null((await bureau.SeeAsync(leads[0], "officialNumber")).Text("officialNumber"));

        var third = leads[1 + numbers.IndexOf("〔2026〕3号")].Number;
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
}
