using System.Net;
using System.Text.Json.Nodes;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>Every argument and every field of every input takes the extremes of its type, and each is answered: with data or with a typed error, never with a fault of the server.</summary>
public sealed class ExtremesTests : IAsyncLifetime
{
    // The days of the program's own clock are there besides: today, 2026-03-02, and tomorrow.
    private static readonly string[] Days =
    [
        "\"0001-01-01\"", "\"1899-12-31\"", "\"1949-09-30\"", "\"2026-03-02\"", "\"2026-03-03\"", "\"2200-01-01\"", "\"9999-12-31\"",
    ];
    private static readonly string[] Instants = ["\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"9999-12-31T23:59:59-14:00\""];
    private static readonly string[] Integers = ["-2147483648", "-1", "0", "2147483647", "2147483648", "9223372036854775808"];
    private static readonly string[] Amounts = ["-79228162514264337593543950335", "-0.01", "0.001", "79228162514264337593543950335", "1e28", "1e300", "10000000000000000000000000000000000000000"];

    private static readonly string[] OfPolice = ["answerEarlyIntervention", "recordPoliceReceipt", "recordPoliceDecision", "forwardCrimeTransfer", "recordPoliceReturn"];

    private readonly Dictionary<string, string> _paths = [];
    private readonly Dictionary<string, JsonNode?> _usual = [];
    private ApiServer _api = null!;
    private ApiClient _bureau = null!;
    private ApiClient _police = null!;
    private ISchema _schema = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await ApiServer.StartAsync();
        _schema = _api.Services.GetRequiredService<ISchema>();
        _schema.Initialize();
        _bureau = await _api.As("everybody", Roles.Bureau);
        _police = await _api.As(Roles.Liaison);
        var bureau = new Bureau(_api);
        var enterprise = await _api.EnterpriseAsync();
        var paused = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "pauseCase", paused, new { reason = "PUBLIC_NOTICE", documentNumber = "公1" });
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var numbers = new Dictionary<string, string>
        {
            ["licence"] = await _api.LicenceAsync(enterprise),
            ["case"] = paused.Number,
            ["crimeTransfer"] = (await bureau.SentAsync(suspected)).Number,
            ["inspection"] = (await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = await _api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" })).Number,
            ["rectification"] = (await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = await _api.EnterpriseAsync(), requirements = new[] { "检验设备检定" } }, "责1")).Number,
        };
        var authorised = new { deputy = "section-head", steps = new[] { "FILING" }, from = "2026-03-02", until = "2026-12-31" };
        numbers["authorisation"] = (await bureau.OpenAsync(Roles.Leader, "authorisation", "grantAuthorisation", authorised, "授1")).Number;
        var entered = new { figure = "TRAININGS", from = "2026-02-23", until = "2026-03-01", amount = 1 };
        numbers["formEntry"] = (await bureau.OpenAsync(Roles.Officer, "formEntry", "enterFormFigure", entered)).Number;
        var legal = await _api.As(Roles.Legal);
        var prepared = new
        {
            code = "SD2026",
            name = "双打专项行动",
            areaOfLaw = "产品质量",
            noticeNumber = "澄市监发〔2026〕11号",
            from = "2026-03-02",
            until = "2199-12-31",
        };
        Assert.Equal("", (await legal.Do("prepareCampaign", prepared, "campaign{code}")).Refusal());
        numbers["dailyReport"] = (await bureau.OpenAsync(
            Roles.Legal, "dailyReport", "startDailyReports", new { section = "SUPERVISION", from = "2026-03-02" })).Number;
        numbers["den"] = (await bureau.OpenAsync(
            Roles.Officer, "den", "recordDen", new { name = "某作坊", address = "某弄", products = "涂料", source = "REPORT" })).Number;
        numbers["campaignTask"] = (await bureau.OpenAsync(
            Roles.Legal,
            "campaignTask",
            "assignCampaignTask",
            new { campaign = "SD2026", text = "全面检查", basis = "二〔二〕", leadSection = "SUPERVISION", dueOn = "2199-12-31" })).Number;
        foreach (var (kind, number) in numbers)
        {
            _paths[$"{char.ToUpperInvariant(kind[0])}{kind[1..]}"] = $"{kind}(number:\"{number}\")";
            _usual[kind] = number;
        }

        var decided = (await DecidedAsync(bureau)).Number;
        _paths["CaseExecution"] = $"case(number:\"{decided}\"){{execution";
        _paths["Approval"] = $"case(number:\"{decided}\"){{approvals";
        _paths["Enterprise"] = $"enterprise(creditCode:\"{enterprise}\")";
        _paths["Campaign"] = "campaign(code:\"SD2026\")";
        _paths["User"] = "user(userName:\"officer\")";
        _paths["WorkingCalendar"] = "workingCalendar";
        _paths["Import"] = $"import(id:\"{await ImportAsync(enterprise)}\")";
        _paths["SweepCoverage"] = "sweepCoverage(campaign:\"双打2026\")";
        _usual["creditCode"] = _usual["enterpriseCreditCode"] = enterprise;
        _usual["agency"] = "PUBLIC_SECURITY";
        _usual["toSection"] = _usual["section"] = "SUPERVISION";
        _usual["userName"] = _usual["to"] = "second";
        _usual["from"] = "officer";
        _usual["officers"] = _usual["takenBy"] = _usual["members"] = new JsonArray("officer", "second");
        _usual["caseNumber"] = suspected.Number;

        // What is reported of a day is collected when its 14:00 is over.
        await bureau.UntilAsync("2026-03-02 14:30");
        var collected = await bureau.OpenAsync(Roles.Legal, "dailySummary", "collectDailyReports", new { day = "2026-03-02" });
        _paths["DailySummary"] = $"dailySummary(number:\"{collected.Number}\")";
        _usual["dailySummary"] = collected.Number;
    }

    private static async Task<Dossier> DecidedAsync(Bureau bureau)
    {
        var decided = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", decided, new { fineCny = 1000 }, "建1");
        await bureau.TakeAsync(Roles.Legal, "passLegalReview", decided, document: "审1");
        await bureau.TakeAsync(Roles.Officer, "notifyRights", decided, new { servedOn = "2026-03-02" }, "告1");
        await bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", decided, new { answer = "WAIVED" });
        await bureau.TakeAsync(Roles.SectionHead, "decidePenalty", decided, new { fineCny = 1000, discretion = "从轻" }, "罚1");
        return decided;
    }

    public async ValueTask DisposeAsync() => await _api.DisposeAsync();

    // The bureau's own people bring a register of one row.
    private async Task<string> ImportAsync(string enterprise)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports/enterprises") { Content = new StringContent($"统一社会信用代码,企业名称\n{enterprise},某厂\n", System.Text.Encoding.UTF8, "text/csv") };
        return (await _bureau.Send(request)).Json.GetProperty("id").GetString()!;
    }

    // A path may lead through an object that belongs to another.
    private static string Within(string path, string asked) => $"{path}{{{asked}}}{new string('}', path.Count(letter => letter is '{'))}";

    [Fact]
    public async Task Every_argument_of_every_query_answers_the_extremes_of_its_type()
    {
        var faults = new List<string>();
        var sent = 0;
        foreach (var (type, field) in _schema.AllTypes.OfType<IObjectGraphType>().Where(type => type != _schema.Mutation && type != _schema.Subscription).SelectMany(type => type.Fields.Select(field => (type, field))))
        {
            foreach (var argument in field.Arguments ?? [])
            {
                foreach (var extreme in ExtremesIn(argument.ResolvedType!, 0))
                {
                    var given = field.Arguments!.Where(other => other == argument || other.ResolvedType is NonNullGraphType)
                        .Select(other => $"{other.Name}:{Literal(other == argument ? extreme : UsualOf(other.Name, other.ResolvedType!, field.Name))}");
                    var asked = $"{field.Name}({string.Join(',', given)}){Selection(field.ResolvedType!, 2)}";
                    await NoteAsync(faults, _bureau, $"{{{(type == _schema.Query ? asked : Within(_paths[type.Name], asked))}}}");
                    sent++;
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.True(sent > 300, $"Only {sent} were sent.");
    }

    [Fact]
    public async Task Every_field_of_every_mutation_answers_the_extremes_of_its_type()
    {
        var faults = new List<string>();
        var sent = 0;
        foreach (var mutation in _schema.Mutation!.Fields)
        {
            var input = (IInputObjectGraphType)Named(mutation.Arguments!.Single().ResolvedType!);
            var payload = (IObjectGraphType)Named(mutation.ResolvedType!);
            var usual = input.Fields.Where(field => field.ResolvedType is NonNullGraphType).ToDictionary(field => field.Name, field => UsualOf(field.Name, field.ResolvedType!, payload.Fields.First().Name));
            foreach (var field in input.Fields)
            {
                foreach (var extreme in ExtremesIn(field.ResolvedType!, 0))
                {
                    var given = new JsonObject(usual.Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()))) { [field.Name] = extreme };
                    // The police take their own steps and read less.
                    var (client, selection) = OfPolice.Contains(mutation.Name) ? (_police, "{errors{...on Error{code}}}") : (_bureau, Selection(payload, 2));
                    await NoteAsync(faults, client, $"mutation($input:{input.Name}!){{{mutation.Name}(input:$input){selection}}}", new JsonObject { ["input"] = given });
                    sent++;
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.True(sent > 500, $"Only {sent} were sent.");
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2026-03-03")] // tomorrow
    public async Task What_was_known_on_a_day_that_is_to_come_is_not_asked(string day)
    {
        var answer = await _bureau.Ask($"{{{_paths["Enterprise"]}{{asOf(on:\"{day}\"){{name}}}}}}");
        Assert.Equal("BAD_USER_INPUT", answer.Code);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_pause_ends_on_a_day_that_can_be(string day)
    {
        var refused = await _bureau.Do("endCasePause", new { number = (string)_usual["case"]!, pause = 1, endedOn = day });
        Assert.Equal("InvalidInputError INVALID_INPUT", refused.Refusal());
    }

    private static async Task NoteAsync(List<string> faults, ApiClient client, string query, object? variables = null)
    {
        var answer = await client.Ask(query, variables);
        if (answer.Status >= HttpStatusCode.InternalServerError || answer.Body.Contains("\"INTERNAL\"", StringComparison.Ordinal) || answer.Code == "FORBIDDEN")
        {
            faults.Add($"{query} {variables}: {answer.Status} {answer.Body}");
        }
    }

    /// <summary>The values of a type in which one day, instant, number or amount is an extreme.</summary>
    private IEnumerable<JsonNode?> ExtremesIn(IGraphType type, int depth) => type switch
    {
        NonNullGraphType nonNull => ExtremesIn(nonNull.ResolvedType!, depth),
        ListGraphType list => ExtremesIn(list.ResolvedType!, depth).Select(one => (JsonNode?)new JsonArray(one)),
        IInputObjectGraphType input when depth < 2 => input.Fields.Where(field => field.Name is not ("and" or "or")).SelectMany(field => ExtremesIn(field.ResolvedType!, depth + 1).Select(one =>
        {
            var others = input.Fields.Where(other => other.ResolvedType is NonNullGraphType && other.Name != field.Name).Select(other => KeyValuePair.Create(other.Name, UsualOf(other.Name, other.ResolvedType!, "")));
            return (JsonNode?)new JsonObject(others) { [field.Name] = one };
        })),
        _ => (type.Name switch { "LocalDate" => Days, "DateTime" => Instants, "Int" => Integers, "Decimal" => Amounts, _ => [] }).Select(text => JsonNode.Parse(text)),
    };

    private JsonNode? UsualOf(string name, IGraphType type, string kind) => name == "number" && _usual.TryGetValue(kind, out var number) ? number?.DeepClone()
        : _usual.TryGetValue(name, out var known) && (type is NonNullGraphType { ResolvedType: ListGraphType } or ListGraphType) == known is JsonArray && Named(type) is not (EnumerationGraphType or IInputObjectGraphType) && Named(type).Name is "String" or "ID" && known is not null ? known.DeepClone()
        : type switch
        {
            NonNullGraphType nonNull => UsualOf(name, nonNull.ResolvedType!, kind),
            ListGraphType list => new JsonArray(UsualOf(name, list.ResolvedType!, kind)),
            EnumerationGraphType values => values.Values.First().Name,
            IInputObjectGraphType input => new JsonObject(input.Fields.Where(field => field.ResolvedType is NonNullGraphType).Select(field => KeyValuePair.Create(field.Name, UsualOf(field.Name, field.ResolvedType!, "")))),
            _ => type.Name switch
            {
                "LocalDate" => "2026-03-02",
                "DateTime" => "2026-03-02T02:00:00Z",
                "Int" or "Decimal" => 1,
                "Boolean" => true,
                _ => "某某",
            },
        };

    /// <summary>A value as the document writes it: names of fields and of enum values without quotation marks.</summary>
    private string Literal(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject map => $"{{{string.Join(',', map.Select(one => $"{one.Key}:{Literal(one.Value)}"))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Literal))}]",
        JsonValue text when text.TryGetValue<string>(out var said) && _schema.AllTypes.OfType<EnumerationGraphType>().Any(values => values.Values.FindByName(said) is not null) => said,
        _ => value.ToJsonString(),
    };

    private static string Selection(IGraphType type, int depth) => Named(type) switch
    {
        IObjectGraphType found when depth > 0 => $"{{__typename {string.Join(' ', found.Fields
            .Where(field => field.Arguments is not { Count: > 0 } && (depth > 1 || Named(field.ResolvedType!) is not (IComplexGraphType or UnionGraphType)))
            .Select(field => $"{field.Name}{Selection(field.ResolvedType!, depth - 1)}"))}}}",
        IComplexGraphType or UnionGraphType => "{__typename}",
        _ => "",
    };

    private static IGraphType Named(IGraphType type) => type switch
    {
        NonNullGraphType nonNull => Named(nonNull.ResolvedType!),
        ListGraphType list => Named(list.ResolvedType!),
        _ => type,
    };
}
