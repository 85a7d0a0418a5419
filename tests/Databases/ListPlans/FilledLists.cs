using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using LinqToDB.Mapping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Silo.Composition;
using ShuangDa.Tests.Databases.ListPlans;
using ShuangDa.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(FilledLists))]

namespace ShuangDa.Tests.Databases.ListPlans;

/// <summary>A server of each database whose tables are full, made once: what its lists ask the database can be looked at.</summary>
public sealed class FilledLists : IAsyncDisposable
{
    private readonly Lock _filling = new();
    private readonly Dictionary<DatabaseKind, Task<AskedServer>> _filled = [];

    public Task<AskedServer> OfAsync(DatabaseKind kind)
    {
        lock (_filling)
        {
            if (!_filled.TryGetValue(kind, out var filled))
            {
                _filled.Add(kind, filled = AskedServer.CreateAsync(kind));
            }

            return filled;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var filled in _filled.Values.Where(one => one.IsCompletedSuccessfully))
        {
            await (await filled).DisposeAsync();
        }
    }
}

/// <summary>
/// The program's own GraphQL endpoint over full tables. It is not started: no grain is asked, and nothing but the question reads.
/// </summary>
public sealed class AskedServer : IAsyncDisposable
{
    /// <summary>How many rows each table has.</summary>
    public const int Rows = 20_000;

    // Accounts do not grow with the work.
    private const int People = 200;
    private const int Imports = 1;

    // A text that is looked for is about few subjects.
    private const int Named = 5;

    public static readonly DateTimeOffset Now = new(2026, 6, 15, 1, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly Server _server;
    private readonly Database _recorded;
    private readonly RecordedPlans _plans;

    private AskedServer(TestDatabase database, Server server, Database recorded, RecordedPlans plans) =>
        (_database, _server, _recorded, _plans) = (database, server, recorded, plans);

    public static async Task<AskedServer> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        RecordedPlans? plans = null;
        Database? recorded = null;
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", "--Operations:DailyTasks=false", "--Logs:Folder=",
            .. InProcessServer.SettingsOf(database.Options),
        ];
        var server = await Server.BuildAsync(new ServerStart(
            settings,
            Customise: builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(services =>
                {
                    var opened = services.GetRequiredService<Silo.Database.OpenedDatabase>().Database;
                    plans = new RecordedPlans(opened.Source);
                    return recorded = new Database(kind, plans);
                });
            },
            Time: new FakeTimeProvider(Now)));
        await FillAsync(database, server.Database.Database);
        _ = server.Application.Services.GetRequiredService<Database>();
        return new AskedServer(database, server, recorded!, plans!);
    }

    /// <summary>The lists of the schema: every field that is paged through.</summary>
    public IReadOnlyList<string> Lists => [.. Paged().Select(list => list.Name)];

    /// <summary>Whether a list can be read from its end.</summary>
    /// <param name="list">The list.</param>
    public bool HasPagesFromTheEnd(string list) => Paged().Single(one => one.Name == list).Field.Arguments!.Find("last") is not null;

    /// <summary>Asks a document over HTTP's endpoint, and says what it was answered and what the database was asked.</summary>
    /// <param name="document">The document.</param>
    /// <param name="agency">The partner agency of who asks; null for the bureau.</param>
    public async Task<(JsonElement Data, IReadOnlyList<RecordedPlan> Plans)> AskAsync(string document, string? agency)
    {
        _plans.Take();
        using var scope = _server.Application.Services.CreateScope();
        using var answer = new MemoryStream();
        var roles = agency is null ? Roles.Administrator | Roles.Leader | Roles.SectionHead | Roles.Officer | Roles.Legal : Roles.Liaison;
        var standing = new AccountStanding(
            "officer1", "officer1", roles, "S1", agency, Disabled: false, MustChangePassword: false, 1, Now, []);
        var caller = new Caller(standing, new Session("officer1", 1, null, Now, Now.AddHours(1)));
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = new ClaimsPrincipal(new CallerIdentity(caller, "test")),
        };
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = MediaTypeNames.Application.Json;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = document })));
        http.Response.Body = answer;
        await _server.Application.Services.GetRequiredService<GraphQLEndpoint>().Answer(http);
        using var parsed = JsonDocument.Parse(answer.ToArray());
        Assert.False(parsed.RootElement.TryGetProperty("errors", out var errors), $"{document}\n{errors}");
        return (parsed.RootElement.GetProperty("data").Clone(), _plans.Take());
    }

    public async ValueTask DisposeAsync()
    {
        await _recorded.DisposeAsync();
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    private IEnumerable<(string Name, FieldType Field)> Paged()
    {
        var schema = _server.Application.Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema.AllTypes.OfType<IObjectGraphType>()
            .SelectMany(type => type.Fields, (type, field) => (Name: $"{type.Name}.{field.Name}", Field: field))
            .Where(one => one.Field.ResolvedType!.GetNamedType().Name.EndsWith("Connection", StringComparison.Ordinal));
    }

    private static async Task FillAsync(TestDatabase database, Database opened)
    {
        foreach (var (row, columns) in Columns(database.Kind))
        {
            var rows = row == typeof(AccountRow) ? People
                : row == typeof(ImportRow) ? Imports
                : row == typeof(RecalledTextRow) ? Named
                : Rows;
            await database.ExecuteAsync(Filling(row, columns, rows));
        }

        await ReadModelRebuild.CountAnewAsync(opened);
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            // A server gathers statistics and marks pages as visible by itself; here it may have had time to or not, and plans
            // differ by it.
            await database.ExecuteAsync("VACUUM (ANALYZE)");
        }
    }

    // Columns that a question is about have values as a bureau has them: few kinds, fewer exceptions. i is the row's number, u and v are
    // scattered numbers.
    private static (Type Row, Dictionary<string, string> Columns)[] Columns(DatabaseKind kind) =>
    [
        (typeof(EnterpriseRow), new()
        {
            ["subject"] = "'enterprise/E' || i", ["credit_code"] = "'E' || i", ["name"] = "'企业' || u",
            ["name_order"] = "'K' || u",
            ["status"] = Among("u", 20, "CLOSED", "ACTIVE"), ["district"] = "'D' || (v % 16)",
            ["risk_level"] = Among("v", 30, "HIGH", "ELEVATED", "LOW", "ORDINARY"), ["standing"] = "'A'",
            ["is_protected_brand"] = "u % 200 = 0", ["area"] = "'R' || (v % 40)",
            ["code_check"] = "CASE WHEN u % 500 = 0 THEN 'DIFFERS' END",
        }),
        (typeof(EnterpriseProductClassRow), new() { ["subject"] = "'enterprise/E' || i", ["code"] = Class }),
        (typeof(LicenceRow), new()
        {
            ["subject"] = "'licence/L' || i", ["number"] = "'L' || i",
            ["kind"] = Among("u", 8, "FOOD_PRODUCTION_LICENCE", "COMPULSORY_CERTIFICATE", "PRODUCTION_LICENCE"),
            ["status"] = Among("v", 40, "SUSPENDED", "WITHDRAWN", "DEREGISTERED", "REVOKED", "EXPIRED", "EXPIRED", "EXPIRED", "ACTIVE"),
            ["enterprise"] = Shared("E"), ["valid_from"] = Day("v"),
            ["valid_to"] = Day("u"), ["must_apply_by"] = Day("u"), ["withdrawal_requested"] = "u % 400 = 0",
            ["deregistration_proposed"] = "u % 400 = 1",
        }),
        (typeof(LicenceProductClassRow), new() { ["subject"] = "'licence/L' || i", ["code"] = Class }),
        (typeof(InspectionRow), new()
        {
            ["subject"] = "'inspection/I' || i", ["number"] = "'I' || i", ["official_number"] = "'2026-' || i",
            ["status"] = Among("u", 20, "PLANNED", "CANCELLED", "RECORDED"),
            ["basis"] = Among("v", 10, "SWEEP", "LEAD", "LEAD", "RANDOM_DRAW"), ["enterprise"] = Shared("E"),
            ["den"] = "CASE WHEN u % 40 = 7 THEN 'N' || (v % 400) END",
            ["campaign"] = "'K' || (v % 30)", ["section"] = Section, ["product_class"] = Class,
            ["planned_on"] = Day("v"), ["result"] = Among("u", 40, "CASE", "RECTIFICATION", "LEAD", "NONE"),
            ["case_number"] = "CASE WHEN u % 40 = 0 THEN 'A' || u END", ["is_late"] = "u % 40 = 20 OR u % 40 = 0",
        }),
        (typeof(InspectionOfficerRow), new() { ["subject"] = "'inspection/I' || i", ["user_name"] = "'officer' || (v % 90)" }),
        (typeof(RectificationRow), new()
        {
            ["subject"] = "'rectification/R' || i", ["number"] = "'R' || i", ["official_number"] = "'2026-' || i",
            ["status"] = Among("u", 40, "ORDERED", "REPORTED", "OVERDUE", "REFERRED", "FAILED", "VOID", "PASSED"),
            ["enterprise"] = Shared("E"), ["den"] = "CASE WHEN u % 40 = 7 THEN 'N' || (v % 400) END",
            ["inspection"] = "'I' || u", ["product_class"] = Class, ["section"] = Section, ["ordered_on"] = Day("v"),
            ["due_on"] = Day("v"),
            ["proposed_measure"] = Rarely("u", 400, "SUSPENSION", "WITHDRAWAL", "BANNING", "DEREGISTRATION"), ["is_late"] = "u % 40 = 2",
        }),
        (typeof(CaseRow), new()
        {
            ["subject"] = "'case/A' || i", ["number"] = "'A' || i", ["title"] = "'案件' || u",
            ["stage"] = Among(
                "u", 40, "LEAD", "NOT_FILED", "INVESTIGATION", "LEGAL_REVIEW", "HEARING", "DECIDED", "EXECUTION", "TRANSFERRED",
                "WITHDRAWN", "CLOSED"),
            ["violation"] = Among(
                "v", 30, "FORGED_QUALITY_MARK", "UNLICENSED_PRODUCTION", "CERTIFICATION_MARK_MISUSE", "ADULTERATION_OR_SUBSTANDARD"),
            ["source"] = "'INSPECTION'", ["enterprise"] = Shared("E"), ["party_name"] = "'企业' || v", ["section"] = Section,
            ["responsible"] = "'officer' || (v % 90)", ["official_number"] = "'2026-' || i",
            ["received_on"] = Day("v"), ["goods_value"] = "u * 100",
            ["is_major"] = "u % 50 = 0", ["is_overdue"] = "u % 40 IN (0, 4, 8)", ["must_transfer"] = "u % 100 = 2",
            ["must_publish"] = "u % 100 = 3",
            ["awaits"] = Rarely("u", 40, "FILING_DECISION", "INVESTIGATION", "LEGAL_REVIEW", "HEARING", "PENALTY_DECISION", "CLOSING"),
            ["awaited_by"] = "1780000000000 + v * 60000",
        }),
        (typeof(CaseProductClassRow), new() { ["subject"] = "'case/A' || i", ["code"] = Class }),
        (typeof(CasePartyRow), new() { ["subject"] = "'case/A' || i", ["credit_code"] = Shared("E") }),
        (typeof(CaseDenRow), new() { ["subject"] = "'case/A' || i", ["den"] = Shared("N") }),
        (typeof(CaseOfficerRow), new() { ["subject"] = "'case/A' || i", ["user_name"] = "'officer' || (v % 90)" }),
        (typeof(CrimeTransferRow), new()
        {
            ["subject"] = "'crime-transfer/T' || i", ["number"] = "'T' || i", ["official_number"] = "'2026-' || i",
            ["status"] = Among(
                "u", 40, "DUTY", "REPORTED", "APPROVED", "SENT", "RECEIVED", "FILED", "DECLINED", "RECONSIDERED", "UPHELD",
                "SUPERVISED", "HANDED_OVER"),
            ["case_number"] = "'A' || u", ["agency"] = "'P' || (v % 12)", ["section"] = Section, ["goods_value"] = "u * 100",
            ["opened_on"] = Day("v"), ["is_overdue"] = "u % 40 IN (0, 4, 8)", ["visible"] = "u % 40 > 2",
        }),
        (typeof(OpenWorkRow), new()
        {
            ["subject"] = "'case/A' || i", ["user_name"] = "'officer' || (v % 90)", ["number"] = "'A' || i", ["section"] = Section,
            ["place"] = "u % 2", ["status"] = "'LEAD'", ["due_at"] = "1770000000000 + v * 600000",
        }),
        (typeof(ApprovalRow), new()
        {
            ["subject"] = "'case/A' || (i * 2)", ["item"] = "1", ["number"] = "'A' || i", ["section"] = Section,
            ["step"] = Among("u", 40, "CRIME_TRANSFER", "LADDER_MEASURE", "PENALTY", "FILING"),
            ["asked_by"] = "'officer' || (v % 90)", ["asked_at"] = "1770000000000 + v * 60000",
        }),
        (typeof(AuthorisationRow), new()
        {
            ["subject"] = "'authorisation/Q' || i", ["number"] = "'Q' || i", ["deputy"] = "'officer' || (v % 90)", ["steps"] = "'FILING'",
            ["valid_from"] = Day("v"), ["valid_until"] = Day("u"), ["granted_by"] = "'leader'",
        }),
        (typeof(FormEntryRow), new()
        {
            ["subject"] = "'form-entry/T' || i", ["number"] = "'T' || i", ["figure"] = Among("u", 3, "TRAININGS", "TRAINEES"),
            ["section"] = Section, ["valid_from"] = Day("v"), ["valid_until"] = Day("v"),
            ["amount"] = "u % 9", ["entered_by"] = "'officer' || (v % 90)", ["entered_on"] = Day("v"),
        }),
        (typeof(DailyReportRow), new()
        {
            ["subject"] = "'daily-report/D' || i", ["number"] = "'D' || i", ["section"] = Section, ["day"] = Day("v"),
            ["status"] = Among("u", 40, "OPEN", "SUBMITTED", "FROZEN", "MISSING", "LATE"), ["is_open"] = "u % 40 < 2",
            ["owed_by"] = $"CASE WHEN u % 40 IN (0, 3) THEN {Section} END",
            ["is_nil"] = "u % 5 = 0", ["by_hand"] = "u % 3", ["differing"] = "u % 2",
            ["versions"] = "u % 2",
        }),
        (typeof(DailySummaryRow), new()
        {
            ["subject"] = "'daily-summary/H' || i", ["number"] = "'H' || i", ["day"] = Day("v"),
            ["status"] = Among("u", 40, "COLLECTED", "RETURNED", "APPROVED", "SENT", "RECEIPTED"), ["missing"] = "u % 3",
        }),
        (typeof(DenRow), new()
        {
            ["subject"] = "'den/N' || i", ["number"] = "'N' || i", ["official_number"] = "'2026-' || i", ["name"] = "'窝点' || v",
            ["name_order"] = "'w' || v", ["address"] = "'地址' || u", ["status"] = Among("u", 40, "FOUND", "BANNED", "ENDED"),
            ["area"] = Rarely("u", 40, "A1", "A2", "A3"), ["products"] = "'产品' || u", ["source"] = "'INSPECTION'", ["found_on"] = Day("v"),
            ["section"] = Section,
        }),
        (typeof(DenProductClassRow), new() { ["subject"] = "'den/N' || i", ["code"] = Class }),
        (typeof(CampaignRow), new()
        {
            ["subject"] = "'campaign/C' || i", ["code"] = "'C' || i", ["name"] = "'行动' || u", ["area_of_law"] = "'产品质量'",
            ["notice_number"] = "'文' || u", ["begins_on"] = Day("v"), ["ends_on"] = Day("u"),
            ["status"] = Among("u", 40, "RUNNING", "CLOSED"),
            ["is_open"] = "u % 40 = 0",
        }),
        (typeof(CampaignTaskRow), new()
        {
            ["subject"] = "'campaign-task/W' || i", ["number"] = "'W' || i", ["campaign"] = "'C' || (u % 400)", ["serial"] = "i / 400 + 1",
            ["text"] = "'任务' || u", ["lead_section"] = Section, ["due_on"] = Day("v"),
            ["status"] = Among("u", 40, "ASSIGNED", "ACCEPTED", "HANDED_IN", "RETURNED", "DONE"), ["is_late"] = "u % 200 = 0",
            ["is_open"] = "u % 40 < 4", ["awaits"] = Rarely("u", 40, "LEAD_SECTION", "LEAD_SECTION", "OFFICE", "LEAD_SECTION"),
        }),
        (typeof(SectionHandoverRow), new()
        {
            ["subject"] = "'case/A' || i", ["handed_on"] = Day("v"), ["from_section"] = "'S' || (u % 30)",
            ["to_section"] = "'S' || (v % 30)", ["handed_by"] = "'officer' || (u % 90)",
        }),
        (typeof(NotificationRow), new()
        {
            ["user_name"] = "'officer' || (v % 90)", ["at"] = "1770000000000 + i * 100000", ["kind"] = "'ASSIGNED'",
            ["subject"] = "'case/A' || i", ["number"] = "1", ["is_unread"] = "u % 20 = 3",
            ["batch"] = "CASE WHEN u % 40 < 4 THEN 'act' || (u % 3) END",
        }),
        (typeof(ImportRow), new()
        {
            ["subject"] = "'import/' || i", ["register"] = "'LICENCE'", ["status"] = "'ENDED'",
            ["queued_at"] = "1780000000000 + v * 60000",
        }),
        (typeof(AccountRow), new()
        {
            ["subject"] = "'account/officer' || i", ["user_name"] = "'officer' || i", ["display_name"] = "'人员' || u",
            ["roles"] = "4",
        }),
        (typeof(DeadlineRow), new()
        {
            ["subject"] = "'case/A' || i", ["kind"] = Among("u", 5, "case.filing", "rectification.due", "case.decision"),
            ["due_at"] = "1780000000000 + v * 1000000", ["bucket"] = "u % 32", ["section"] = Section,
        }),
        (typeof(LapsedDeadlineRow), new()
        {
            ["subject"] = "'case/A' || i", ["kind"] = Among("u", 5, "case.filing", "case.seizure", "case.decision"),
            ["due_at"] = "1770000000000 + v * 1000000", ["section"] = Section, ["officer"] = "'officer' || (v % 90)",
        }),
        (typeof(TallyRow), new()
        {
            ["subject"] = "'case/A' || i", ["number"] = "1", ["place"] = "0", ["day"] = Day("v"), ["amount"] = "1",
            ["measure"] = Among("u", 20, "CasesFiled", "CasesClosed", "GoodsValue", "OfficersSent", "EnterprisesInspected"),
            ["section"] = Section, ["product_class"] = Class, ["recorded_at"] = "1770000000000 + v * 60000",
        }),
        (typeof(RecalledTextRow), new()
        {
            ["subject"] = Among("i", 5, "case/A1", "licence/L0", "inspection/I0", "rectification/R0", "enterprise/E0"),
            ["text"] = "'文号7'", ["pieces"] = "'文号 号7'",
        }),
        (typeof(JournalRow), new()
        {
            // A hundred entries of each subject that is asked for, and ten of each of very many others.
            ["subject"] = "CASE WHEN i % 400 >= 20 THEN 'case/B' || (i / 10) ELSE " + Among(
                "i", 20, "enterprise/E0", "licence/L0", "inspection/I0", "rectification/R0", "case/A0", "crime-transfer/T0",
                "account/officer0", "authorisation/Q0", "form-entry/T0", "import/0", "campaign/C0", "campaign-task/W0",
                "daily-report/D0", "daily-summary/H0", "den/N0", "case/A1") + " END",
            ["number"] = "i + 1", ["at"] = "1770000000000 + i * 100000", ["kind"] = "'case.lead-recorded'",
            ["user_name"] = "'officer' || (v % 90)",
            ["agency"] = "CASE WHEN u % 200 = 0 THEN 'P1' END", ["command_id"] = "'00000000-0000-0000-0000-000000000000'",
            ["hash"] = kind == DatabaseKind.PostgreSql ? "decode('00', 'hex')" : "x'00'",
        }),
    ];

    private const string Class = "CASE v % 24 WHEN 3 THEN 'FOOD' ELSE 'C' || (v % 24) END";

    private const string Section = "'S' || (i % 30)";

    private static string Shared(string name) => $"'{name}' || (u % 400)";

    // Ten days of nine months of seven years.
    private static string Day(string number) =>
        $"'20' || (20 + {number} % 7) || '-0' || (1 + {number} / 7 % 9) || '-1' || ({number} / 63 % 10)";

    // The last of the values is the usual one; the others come once each in so many.
    private static string Among(string number, int many, params string[] values) =>
        $"COALESCE({Rarely(number, many, values[..^1])}, '{values[^1]}')";

    private static string Rarely(string number, int many, params string[] values) =>
        $"CASE {number} % {many} {string.Join(' ', values.Select((value, at) => $"WHEN {at} THEN '{value}'"))} END";

    private static string Filling(Type row, Dictionary<string, string> columns, int rows)
    {
        var table = MappingSchema.Default.GetEntityDescriptor(row);
        foreach (var column in table.Columns.Where(column => !column.CanBeNull && !column.IsIdentity))
        {
            var nothing = column.MemberType == typeof(string) ? "''" : column.MemberType == typeof(bool) ? "1 = 0" : "0";
            columns.TryAdd(column.ColumnName, nothing);
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO {table.Name.Name} ({string.Join(", ", columns.Keys)})
            WITH RECURSIVE counted(i) AS (SELECT CAST(0 AS bigint) UNION ALL SELECT i + 1 FROM counted WHERE i < {rows - 1}),
                scattered(i, u, v) AS (SELECT i, i * 7919 % 10007, i * 5501 % 9973 FROM counted)
            SELECT {string.Join(", ", columns.Values)} FROM scattered
            """);
    }
}
