using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.FormEntries;

/// <summary>What sections fill into forms by hand stands in the forms of the periods that cover it whole, and its cell opens it.</summary>
public sealed class FormEntryTests
{
    [Fact]
    public async Task A_form_counts_the_entries_whose_period_lies_within_its_own()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = await EnterAsync("2026-02-09", "2026-02-15", "FOOD", 2);
        await EnterAsync("2026-02-16", "2026-02-22", "FOOD", 3);
        await EnterAsync("2026-02-16", "2026-02-22", null, 5);

        await AgreesAsync("2026-02-09", "2026-02-23", "", 10);
        await AgreesAsync("2026-02-09", "2026-02-16", "", 2);
        await AgreesAsync("2026-02-10", "2026-02-23", ",section:\"INSPECTION\"", 8);
        await AgreesAsync("2026-02-10", "2026-02-22", "", null);
        await AgreesAsync("2026-02-09", "2026-02-23", ",section:\"QUALITY\"", null);

        var correction = new { number = first.Number, amount = 4, reason = "漏记两次", basis = "报表填报制度", documentNumber = "更1号" };
        Assert.Equal("", (await head.Do("correctFormFigure", correction)).Refusal());
        await AgreesAsync("2026-02-09", "2026-02-23", "", 12);

        Task<Dossier> EnterAsync(string from, string until, string? productClass, int amount) => bureau.OpenAsync(
            Roles.Officer,
            "formEntry",
            "enterFormFigure",
            new { figure = "TRAININGS", from, until, productClass, amount });

        // Each cell is added up anew from the entries that it opens.
        async Task AgreesAsync(string from, string to, string more, int? expected)
        {
            var form = (await head.Ask($"{{reportForm(form:ENFORCEMENT_STATISTICS,from:\"{from}\",to:\"{to}\"{more}){{section "
                + "rows{isTotal productClass{code} cells{column value manualCount entryCount}}}}")).Data().At("reportForm");
            var section = form.Text("section") is { } code ? $",section:{{eq:\"{code}\"}}" : "";
            var entries = (await head.Ask($"{{formEntries(first:100,where:{{figure:{{eq:TRAININGS}},from:{{gte:\"{from}\"}},"
                + $"until:{{lt:\"{to}\"}}{section}}}){{nodes{{amount productClass{{code}}}}}}}}")).Data().At("formEntries.nodes")
                .EnumerateArray().ToList();
            foreach (var row in form.At("rows").EnumerateArray())
            {
                var own = entries.Where(entry => row.GetProperty("isTotal").GetBoolean() || ClassOf(entry) == ClassOf(row)).ToList();
                var cell = row.At("cells").EnumerateArray().Single(one => one.Text("column") == "trainings");
                Assert.Equal(own.Count, cell.GetProperty("manualCount").GetInt32());
                Assert.Equal(0, cell.GetProperty("entryCount").GetInt32());
                Assert.Equal(own.Count == 0 ? null : own.Sum(entry => entry.GetProperty("amount").GetInt32()), ValueOf(cell));
            }

            Assert.Equal(expected, ValueOf(form.At("rows").EnumerateArray().Last().At("cells").EnumerateArray()
                .Single(one => one.Text("column") == "trainings")));
        }
    }

    [Fact]
    public async Task What_is_wrong_is_refused_at_its_field()
    {
        await using var api = await ApiServer.StartAsync();
        var officer = await api.As(Roles.Officer);
        Assert.Equal("", await RefusedAsync());
        Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync());
        Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync(figure: "TRAINEES", amount: -1));
        Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync(figure: "TRAINEES", until: "2026-03-03"));
        Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync(figure: "TRAINEES", section: "QUALITY"));

        async Task<string> RefusedAsync(
            string figure = "TRAININGS", int amount = 1, string until = "2026-03-01", string? section = null) =>
            (await officer.Do(
                "enterFormFigure",
                new { figure, from = "2026-02-23", until, amount, section })).Refusal();
    }

    private static int? ValueOf(JsonElement cell) =>
        cell.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? (int)value.GetDecimal() : null;

    private static string? ClassOf(JsonElement of) =>
        of.GetProperty("productClass") is { ValueKind: JsonValueKind.Object } known ? known.Text("code") : null;
}
