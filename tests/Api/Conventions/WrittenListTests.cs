using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQL.Types;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>
/// Lists are written without the engine where all that is asked for can be read with a few statements. Nobody may see that by the answer:
/// whatever a list
/// is asked, the engine says the same. A document with a directive is always the engine's.
/// </summary>
public sealed class WrittenListTests(WrittenListTests.SomeOfEach data) : IClassFixture<WrittenListTests.SomeOfEach>
{
    private static readonly string[] Lists = ["licences", "enterprises", "cases", "inspections", "rectifications", "crimeTransfers",
        "users"];

    private readonly ApiServer _api = data.Api;
    private readonly ApiClient _bureau = data.Bureau;

    [Fact]
    public async Task Every_field_of_every_list_is_what_the_engine_says()
    {
        var asked = 0;
        foreach (var list in Lists)
        {
            foreach (var field in NodeOf(list).Fields)
            {
                if (field.Arguments is { Count: > 0 })
                {
                    continue;
                }

                await SameAsync(_bureau, $"{list}{{nodes{{{SelectionOf(field, 2)}}}}}");
                asked++;
            }
        }

        Assert.True(asked > 100, $"Only {asked} fields were asked for.");
    }

    [Fact]
    public async Task All_plain_fields_together_are_what_the_engine_says()
    {
        foreach (var list in Lists)
        {
            var plain = string.Join(' ',
                NodeOf(list).Fields.Where(field =>
                    field.Arguments is null or { Count: 0 } && Named(field.ResolvedType!) is ScalarGraphType).Select(field => field.Name));

            await SameAsync(_bureau,
                $"{list}(first:2){{totalCount nodes{{__typename {plain}}}pageInfo{{hasNextPage hasPreviousPage startCursor endCursor}}}}");
            await SameAsync(_bureau, $"{list}(last:2){{edges{{cursor node{{{plain}}}}}pageInfo{{hasNextPage hasPreviousPage}}}}");
        }
    }

    [Theory]
    [InlineData("licences(first:0){nodes{number}}")]
    [InlineData("licences{totalCount}")]
    [InlineData("licences{__typename edges{__typename cursor node{__typename number}}}")]
    [InlineData("licences{all:nodes{a:number b:number holder:enterprise{code:creditCode name}}n:totalCount}")]
    [InlineData("licences(order:[{validTo:DESC},{number:ASC}]){nodes{id number version enterprise{id version}}pageInfo{endCursor}}")]
    [InlineData("licences(where:{or:[{status:{eq:ACTIVE}},{validTo:{lt:\"2027-01-01\"}}],number:{neq:\"x\"}}){totalCount nodes{number}}")]
    [InlineData("licences(where:{number:{contains:\"XK\"}}){totalCount nodes{number}}")]
    [InlineData("licences(where:{enterprise:{name:{contains:\"厂\"}}}){totalCount nodes{number}}")]
    [InlineData("cases(order:[{receivedOn:ASC}]){nodes{number awaitedBy goodsValueCny enterprise{name}deadlines{id kind dueAt rule}}}")]
    [InlineData("cases{nodes{number crimeTransfer{number case{number crimeTransfer{number}}}}}")]
    [InlineData("cases{nodes{number deadlines{kind lapsed}}}")]
    [InlineData("cases{nodes{...F}}")]
    [InlineData("inspections{nodes{number case{number}enterprise{name}}}")]
    [InlineData("rectifications{nodes{number licence{number}inspection{number}enterprise{name}}}")]
    [InlineData("licences(after:\"none of this list\"){nodes{number}}")]
    [InlineData("licences(after:\"none of this list\"){totalCount}")]
    [InlineData("licences(first:201){nodes{number}}")]
    public async Task Whatever_a_list_is_asked_the_engine_says_the_same(string question)
    {
        await SameAsync(_bureau, question, question.Contains("...F", StringComparison.Ordinal)
            ? "fragment F on Case{number stage deadlines{kind}}" : "");
    }

    [Theory]
    [InlineData("gt", "2000-01-01")]
    [InlineData("gte", "2000-01-01")]
    [InlineData("lt", "2100-01-01")]
    [InlineData("lte", "2100-01-01")]
    [InlineData("ngt", "2100-01-01")]
    [InlineData("ngte", "2100-01-01")]
    public async Task A_day_that_has_not_come_is_neither_before_nor_after_another(string comparison, string day)
    {
        // The one inspection is planned only.
        var answer = await SameAsync(_bureau,
            $"inspections(where:{{inspectedOn:{{{comparison}:\"{day}\"}}}}){{totalCount nodes{{number inspectedOn}}}}");

        Assert.Equal("0", answer.Data().Text("inspections.totalCount"));
    }

    [Theory]
    [InlineData("neq:\"zz\"", 1)]
    [InlineData("nin:[\"zz\"]", 1)]
    [InlineData("ncontains:\"zz\"", 1)]
    [InlineData("nstartsWith:\"zz\"", 1)]
    [InlineData("nendsWith:\"zz\"", 1)]
    [InlineData("any:false", 1)]
    [InlineData("any:true", 0)]
    [InlineData("contains:\"z\"", 0)]
    [InlineData("startsWith:\"z\"", 0)]
    public async Task Where_there_is_no_text_nothing_is_in_it(string condition, int found)
    {
        // The one inspection belongs to no campaign.
        var answer = await SameAsync(_bureau, $"inspections(where:{{campaign:{{{condition}}}}}){{totalCount nodes{{number}}}}");

        Assert.Equal(found.ToString(CultureInfo.InvariantCulture), answer.Data().Text("inspections.totalCount"));
    }

    [Fact]
    public async Task Lists_below_one_subject_are_what_the_engine_says()
    {
        await SameAsync(_bureau,
            $"enterprise(creditCode:\"{data.Enterprise}\"){{name licences(first:2){{totalCount nodes{{number enterprise{{name}}}}}}"
            + "inspections{nodes{number plannedOn}}rectifications{nodes{number}}}");
    }

    [Fact]
    public async Task Page_after_page_both_ways_is_what_the_engine_says()
    {
        const string page = "licences(order:[{validTo:ASC}],PLACE){nodes{number}pageInfo{hasNextPage hasPreviousPage endCursor}}";
        var place = "first:1";
        for (var turn = 0; turn < 3; turn++)
        {
            var answer = await SameAsync(_bureau, page.Replace("PLACE", place, StringComparison.Ordinal));
            place = $"first:1,after:\"{answer.Data().Text("licences.pageInfo.endCursor")}\"";
        }

        await SameAsync(_bureau,
            page.Replace("PLACE",
                place.Replace("first", "last", StringComparison.Ordinal).Replace("after", "before", StringComparison.Ordinal),
                    StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Roles.Liaison)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Officer)]
    [InlineData(Roles.Administrator)]
    public async Task Everybody_sees_of_a_list_what_the_engine_shows_them(Roles role)
    {
        var person = await _api.As(role);
        foreach (var list in Lists)
        {
            await SameAsync(person, $"{list}{{totalCount nodes{{id version}}}}");
        }

        await SameAsync(person, "licences{nodes{number enterprise{id version}}}");
        await SameAsync(person, "cases{nodes{number enterprise{id name}crimeTransfer{id number}}}");
        await SameAsync(person, "crimeTransfers{nodes{number case{id number}}}");
    }

    [Fact]
    public async Task Only_the_columns_that_are_asked_for_are_read()
    {
        var sent = await Statements.Of(_bureau,
            "{licences(first:5,order:[{validTo:ASC}]){totalCount nodes{number status enterprise{name}}}}");

        var page = Assert.Single(sent, text =>
            text.Contains("licence", StringComparison.Ordinal) && text.Contains("ORDER BY", StringComparison.Ordinal));
        var holders = Assert.Single(sent, text =>
            text.Contains("enterprise", StringComparison.Ordinal) && text.Contains("json_each", StringComparison.Ordinal));
        Assert.Equal(["enterprise", "number", "status", "subject", "valid_to"], ColumnsOf(page));
        Assert.Equal(["name", "subject"], ColumnsOf(holders));
        Assert.Equal(3, sent.Count);
    }

    [Theory]
    [InlineData("DELETE FROM enterprise")]
    [InlineData("UPDATE licence SET status = 'NO_SUCH_STATUS'")]
    [InlineData("UPDATE licence SET valid_to = 'soon'")]
    public async Task Of_rows_that_are_not_as_they_should_be_the_engine_says_what_is_wrong(string damage)
    {
        await using var api = await ApiServer.StartAsync();
        await api.LicenceAsync();
        await api.Database.WriteAsync(rows => rows.ExecuteAsync(damage));

        var answer = await SameAsync(await api.As(Roles.Officer), "licences{totalCount nodes{number status validTo enterprise{name}}}");

        Assert.Equal(JsonValueKind.Array, answer.Json.GetProperty("errors").ValueKind);
    }

    private static IEnumerable<string> ColumnsOf(string statement) =>
        statement[..statement.IndexOf("FROM", StringComparison.Ordinal)]["SELECT".Length..]
        .Split(',').Select(column => column[(column.LastIndexOf('.') + 1)..].Trim().Trim('[', ']')).Order(StringComparer.Ordinal);

    private static async Task<Answer> SameAsync(ApiClient who, string question, string more = "")
    {
        var written = await who.Ask($"{{__typename {question}}} {more}");
        var engine = await who.Ask($"{{__typename @include(if:true) {question}}} {more}");
        Assert.Equal(engine.Status, written.Status);
        Assert.Equal(WithoutPlaces(engine), WithoutPlaces(written));
        return written;
    }

    // The directive moves what comes behind it, and errors say where in the document they are; a fault has a number of its own.
    private static string WithoutPlaces(Answer answer) =>
        Regex.Replace(answer.Json.GetRawText(), "\"column\":[0-9]+|[0-9A-Z]{13}:[0-9A-F]{8}|[0-9a-f]{32}", "");

    private IObjectGraphType NodeOf(string list) =>
        (IObjectGraphType)Named(
            ((IObjectGraphType)Named(data.Schema.Query.Fields.Find(list)!.ResolvedType!)).Fields.Find("nodes")!.ResolvedType!);

    private static string SelectionOf(FieldType field, int depth)
    {
        if (Named(field.ResolvedType!) is not IComplexGraphType below)
        {
            return field.Name;
        }

        var fields = below.Fields
            .Where(one => one.Arguments is null or { Count: 0 } && (depth > 1 || Named(one.ResolvedType!) is not IComplexGraphType))
            .Select(one => SelectionOf(one, depth - 1));
        return $"{field.Name}{{__typename {string.Join(' ', fields)}}}";
    }

    private static IGraphType Named(IGraphType type) => type is IProvideResolvedType wrapped ? Named(wrapped.ResolvedType!) : type;

    /// <summary>A server of its own, with some of everything that is listed.</summary>
    public sealed class SomeOfEach : IAsyncLifetime
    {
        public ApiServer Api { get; private set; } = null!;

        public ApiClient Bureau { get; private set; } = null!;

        public ISchema Schema { get; private set; } = null!;

        public string Enterprise { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Api = await ApiServer.StartAsync();
            Schema = Api.Services.GetRequiredService<ISchema>();
            Schema.Initialize();
            Bureau = await Api.As("everybody", Roles.Bureau);
            var bureau = new Bureau(Api);
            Enterprise = await Api.EnterpriseAsync();
            for (var more = 0; more < 3; more++)
            {
                await Api.LicenceAsync(Enterprise);
            }

            var paused = await bureau.FiledAsync();
            await bureau.TakeAsync(Roles.Officer, "pauseCase", paused, new { reason = "PUBLIC_NOTICE", documentNumber = "公1" });
            var suspected = await bureau.FiledAsync();
            await bureau.SuspectAsync(suspected);
            await bureau.SentAsync(suspected);
            await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection",
                new { enterpriseCreditCode = Enterprise, basis = "SWEEP", plannedOn = "2026-03-10" });
            await bureau.OpenAsync(
                Roles.Officer, "rectification", "orderRectification",
                    new { enterpriseCreditCode = Enterprise, requirements = new[] { "检验设备检定" } }, "责1");
        }

        public async ValueTask DisposeAsync() => await Api.DisposeAsync();
    }
}
