using System.Text.Json;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>
/// Whoever is told that a command is done finds it done wherever anybody looks next, in lists, totals, statistics and by number, whatever
/// others do meanwhile.
/// </summary>
public sealed class ReadAfterWriteTests
{
    private const int Rounds = 12;

    // One for each caller, so that each knows exactly what stands in its own part of the lists.
    private static readonly string[] Violations =
    [
        "UNLICENSED_PRODUCTION", "FORGED_QUALITY_MARK", "FORGED_NAME_OR_ADDRESS", "CERTIFICATION_MARK_MISUSE",
        "ADULTERATION_OR_SUBSTANDARD", "GEOGRAPHICAL_INDICATION_INFRINGEMENT",
    ];

    private int _begun;
    private int _done;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_write_shows_in_the_next_read_always(DatabaseKind kind)
    {
        await using var api = await ApiServer.StartAsync(await TestDatabase.CreateAsync(kind));
        await Task.WhenAll(Violations.Select(violation => WriteAndLookAsync(api, violation)));
        Assert.Equal(Violations.Length * Rounds, _done);
    }

    private async Task WriteAndLookAsync(ApiServer api, string violation)
    {
        var officer = await api.As(Roles.Officer);
        var head = await api.As(Roles.SectionHead);
        var leader = await api.As(Roles.Leader);
        // Who looks is not who wrote.
        var reader = await api.As($"reader-{violation.ToLowerInvariant().Replace('_', '-')}", Roles.Auditor);
        var cases = new Dictionary<string, (string Stage, string Title)>();
        for (var round = 0; round < Rounds; round++)
        {
            Interlocked.Increment(ref _begun);
            var made = await officer.Do(
                "recordLead",
                new { title = $"第{round}案", violation, source = "REPORT", receivedOn = ApiServer.Today, facts = "举报不合格", partyName = "某厂" },
                "case{number}");
            Interlocked.Increment(ref _done);
            var number = made.Text("case.number")!;
            cases[number] = ("LEAD", $"第{round}案");
            await LookAsync(reader, violation, number, cases);

            // What is proposed waits for the head, and files the case when it is approved.
            await head.Do("fileCase", new { number, officers = new[] { "officer", "second" }, reason = "线索属实", basis = "程序规定第十九条" });
            await LookAsync(reader, violation, number, cases);
            await leader.Do("approveCaseStep", new { number, approval = 1 });
            cases[number] = ("INVESTIGATION", $"第{round}案");
            await LookAsync(reader, violation, number, cases);

            await head.Do("correctCaseTitle", new { number, title = $"第{round}案（更正）", reason = "笔误", basis = "程序规定第十九条" });
            cases[number] = ("INVESTIGATION", $"第{round}案（更正）");
            await LookAsync(reader, violation, number, cases);
        }
    }

    // All at once: each is the first to look.
    private Task LookAsync(ApiClient reader, string violation, string number, Dictionary<string, (string Stage, string Title)> cases)
    {
        return Task.WhenAll(ListAsync(), TotalAsync(), TotalOfAllAsync(), CountsAsync(), ByNumberAsync());

        async Task ListAsync()
        {
            var list = (await AskAsync(
                "query($v:ViolationKind!){cases(first:200,where:{violation:{eq:$v}}){totalCount nodes{number stage title}}}",
                new { v = violation })).At("cases");
            Assert.Equal(cases.Count, list.At("totalCount").GetInt32());
            Assert.Equal(
                cases.Select(one => (one.Key, one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal),
                list.At("nodes").EnumerateArray().Select(one => (one.Text("number")!, (one.Text("stage")!, one.Text("title")!))));
        }

        async Task TotalAsync()
        {
            var stage = cases[number].Stage;
            var list = await AskAsync(
                "query($v:ViolationKind!,$s:CaseStage!){cases(first:1,where:{violation:{eq:$v},stage:{eq:$s}}){totalCount}}",
                new { v = violation, s = stage });
            Assert.Equal(cases.Values.Count(one => one.Stage == stage), list.At("cases.totalCount").GetInt32());
        }

        // The others add to this one meanwhile: it lies between what was done before and what had begun after.
        async Task TotalOfAllAsync()
        {
            var done = Volatile.Read(ref _done);
            var list = await AskAsync("{cases(first:1,where:{section:{eq:\"INSPECTION\"}}){totalCount}}", new { });
            Assert.InRange(list.At("cases.totalCount").GetInt32(), done, Volatile.Read(ref _begun));
        }

        async Task CountsAsync()
        {
            var counts = await AskAsync("{caseCounts(from:\"2026-03-01\",to:\"2026-04-01\"){violation stage count}}", new { });
            Assert.Equal(
                cases.Values.GroupBy(one => one.Stage).Select(one => (one.Key, one.Count())).Order(),
                counts.At("caseCounts").EnumerateArray().Where(one => one.Text("violation") == violation)
                    .Select(one => (one.Text("stage")!, one.At("count").GetInt32())).Order());
        }

        async Task ByNumberAsync()
        {
            var one = (await AskAsync("query($n:String!){case(number:$n){stage title}}", new { n = number })).At("case");
            Assert.Equal(cases[number], (one.Text("stage")!, one.Text("title")!));
        }

        async Task<JsonElement> AskAsync(string query, object variables) => (await reader.Ask(query, variables)).Data();
    }
}
