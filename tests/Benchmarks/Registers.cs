using System.Globalization;
using LinqToDB.Data;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Benchmarks;

/// <summary>Enterprises and licences for a benchmark, made by the same commands as everybody's.</summary>
internal static class Registers
{
    public static readonly Grounds Grounds = new("检查发现生产条件达不到要求", "工业产品生产许可证管理条例 第四十五条", "(2026)质监字第1号");

    private const int Sections = 8;

    private const string Assess = """
        mutation($code: String!, $level: RiskLevel!, $id: UUID!) {
          assessEnterpriseRisk(input: { creditCode: $code, riskLevel: $level, reason: "检查情况变化", commandId: $id }) {
          enterprise { riskLevel version } errors { __typename } } }
        """;

    private static readonly BulkCopyOptions Many = new() { BulkCopyType = BulkCopyType.MultipleRows };

    private static readonly string[] Stages = ["LEAD", "INVESTIGATION", "LEGAL_REVIEW", "HEARING", "DECIDED", "EXECUTION", "CLOSED", "CLOSED"];

    private static readonly string[] Violations =
    [
        "ADULTERATION_OR_SUBSTANDARD", "CERTIFICATION_MARK_MISUSE", "FORGED_NAME_OR_ADDRESS", "FORGED_QUALITY_MARK", "GEOGRAPHICAL_INDICATION_INFRINGEMENT", "UNLICENSED_PRODUCTION",
    ];

    public static Actor Someone() => new("benchmark", Roles.Administrator | Roles.SectionHead | Roles.Officer, "稽查队", null, Guid.NewGuid());

    /// <summary>An officer's account, signed in.</summary>
    /// <returns>The token that the officer's requests bear.</returns>
    public static async Task<string> OfficerAsync(IGrainFactory grains, string name)
    {
        Demand(await grains.GetGrain<IAccountGrain>(name).Execute(
            new CreateAccount(
                name, "测量人员", Roles.Officer, "稽查队", null, new Password(BenchmarkServer.Password), MustChangePassword: false),
            Actor.System(Guid.NewGuid())));
        return await BenchmarkServer.SignInAsync(name);
    }

    /// <summary>A command that changes something each time it is given for an enterprise with the next turn.</summary>
    public static byte[] AssessRisk(string token, int enterprise, int turn) => HttpCaller.Request(
        token, Assess, new { code = CreditCode(enterprise), level = turn % 2 == 0 ? "HIGH" : "LOW", id = Guid.NewGuid() });

    public static string LicenceNumber(int series, int index) => $"XK{series:D2}-{index / 100_000:D3}-{index % 100_000:D5}";

    public static string CreditCode(int index)
    {
        var organisation = $"{index:D8}";
        var body = $"91310118{organisation}{Grains.Enterprises.CreditCode.OrganisationCheck(organisation)}";
        return body + Grains.Enterprises.CreditCode.Check(body);
    }

    public static async Task FillAsync(IGrainFactory grains, int enterprises, int licences, DateOnly today, int series = 16)
    {
        await Parallel.ForAsync(0, enterprises, new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (index, _) =>
        {
            var code = CreditCode(index);
            Demand(await grains.GetGrain<IEnterpriseGrain>(code).Execute(
                new RegisterEnterprise(code, new EnterpriseDetails(NameOf(index), "青浦", $"青浦区测量路{index}号"), ["CLOTHING"]), Someone()));
        });
        await Parallel.ForAsync(0, licences, new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (index, _) =>
        {
            var number = LicenceNumber(series, index);
            var validTo = today.AddDays(1 + (index % 1400));
            Demand(await grains.GetGrain<ILicenceGrain>(number).Execute(new RegisterLicence(number, CreditCode(index % enterprises), validTo.AddYears(-5).AddDays(1), validTo, ["CLOTHING"], "上海市市场监督管理局"), Someone()));
        });
    }

    /// <summary>
    /// Enterprises and licences as lists see them, their rows written directly; the first enterprises are registered already. A table of a
    /// million
    /// takes seconds so, and the lists that are measured read nothing else.
    /// </summary>
    public static async Task FillRowsAsync(
        Database database, DueIndex dueIndex, int registered, int enterprises, int licences, DateOnly today)
    {
        await CopyAsync(database, Enumerable.Range(registered, enterprises - registered), index => new EnterpriseRow
        {
            Subject = SubjectKeys.Of(Enterprise.Concept.Name, CreditCode(index)),
            Version = 1,
            CreditCode = CreditCode(index),
            Name = NameOf(index),
            NameOrder = ChineseOrder.KeyOf(NameOf(index)),
            Status = WireName.Of(EnterpriseStatus.Active),
            District = "青浦",
            Address = $"青浦区测量路{index}号",
            RiskLevel = WireName.Of(RiskLevel.Ordinary),
            Standing = WireName.Of(CreditStanding.A),
            IsProtectedBrand = false,
        });
        await CopyAsync(database, Enumerable.Range(0, licences), index => new LicenceRow
        {
            Subject = LicenceSubject(index),
            Version = 1,
            Number = LicenceNumber(16, index),
            Kind = WireName.Of(LicenceKind.ProductionLicence),
            Status = WireName.Of(LicenceStatus.Active),
            Enterprise = CreditCode(index % enterprises),
            ValidFrom = IsoDate.Of(EndOf(index).AddYears(-5).AddDays(1)),
            ValidTo = IsoDate.Of(EndOf(index)),
            MustApplyBy = IsoDate.Of(EndOf(index).AddDays(-30)),
            IssuedBy = "上海市市场监督管理局",
            WithdrawalRequested = false,
            DeregistrationProposed = false,
        });
        await CopyAsync(
            database,
            Enumerable.Range(0, licences),
            index => new LicenceProductClassRow { Subject = LicenceSubject(index), Code = "CLOTHING", Place = 0 });
        await CopyAsync(database, Enumerable.Range(0, licences), index => dueIndex.RowOf(
            LicenceSubject(index), new OpenDeadline(LicenceDeadlines.Expiry, ShanghaiTime.EndOf(EndOf(index)), "有效期届满：行政许可法 第五十条")));

        string LicenceSubject(int index) => SubjectKeys.Of(Licence.Concept.Name, LicenceNumber(16, index));
        DateOnly EndOf(int index) => today.AddDays(1 + (index % 1800));
    }

    /// <summary>Cases with eleven journal entries, made by commands, each of a registered enterprise.</summary>
    /// <returns>Their numbers.</returns>
    public static async Task<string[]> FillAskedCasesAsync(IGrainFactory grains, int cases, DateOnly today)
    {
        var numbers = new string[cases];
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (index, _) =>
        {
            var maker = Someone();
            var one = grains.GetGrain<ICaseGrain>(numbers[index] = DrawnNumber.For(Case.Prefix, maker));
            Demand(await one.Execute(
                new RecordLead(
                    TitleOf(index),
                    ViolationKind.AdulterationOrSubstandard,
                    LeadSource.Inspection,
                    today,
                    "检查发现产品不合格",
                    SubKind: null,
                    SourceReference: null,
                    CreditCode(index),
                    PartyKind: null,
                    PartyName: null,
                    PartyAddress: null,
                    ["CLOTHING"]),
                maker));
            for (var correction = 1; correction <= 10; correction++)
            {
                Demand(await one.Execute(new CorrectCaseTitle($"{TitleOf(index)}（更正{correction}）", Grounds), Someone()));
            }
        });
        return numbers;
    }

    private static async Task CopyAsync<TRow>(Database database, IEnumerable<int> indices, Func<int, TRow> row) where TRow : class
    {
        foreach (var chunk in indices.Chunk(20_000))
        {
            await database.WriteAsync(data => data.BulkCopyAsync(Many, chunk.Select(row)));
        }
    }

    private static string NameOf(int index) => $"测量用企业{index}有限公司";

    private static string TitleOf(int index) => $"{NameOf(index)}涉嫌生产不合格产品案";

    public static string Section(int index) => $"第{(index % Sections) + 1}科";

    private static string ClassOf(int index) => $"C{index / 5 % 20}";

    // The rows as lists see them, written directly: what is measured reads nothing else, and 30,000 cases made late by their clocks would take longer than all the rest.
    public static async Task FillCasesAsync(Database database, int cases, int enterprises, DateOnly today)
    {
        await CopyAsync(database, Enumerable.Range(0, cases), index => new CaseRow
        {
            Subject = $"case/AJ-{index:D6}",
            Version = 3,
            AwaitedBy = CaseRow.NoTerm,
            Number = $"AJ-{index:D6}",
            Title = TitleOf(index % enterprises),
            Stage = Stages[index % Stages.Length],
            Violation = Violations[index / Stages.Length % Violations.Length],
            Source = "INSPECTION",
            Enterprise = CreditCode(index % enterprises),
            PartyName = NameOf(index % enterprises),
            Section = Section(index / 7),
            Responsible = "officer",
            ReceivedOn = today.AddDays(-(index % 700)).ToString("O", CultureInfo.InvariantCulture),
            GoodsValue = index * 100L,
            GoodsValued = true,
            SalesAmount = 0,
            IllegalGains = 0,
            Penalty = 0,
            Paid = 0,
            IsMajor = index % 50 == 0,
            IsOverdue = index % 10 == 1,
            WasLate = index % 10 == 1,
            WasPaused = false,
            MustTransfer = false,
            MustPublish = false,
            OpenTasks = 0,
            MainProductClass = ClassOf(index),
        });
        await CopyAsync(
            database,
            Enumerable.Range(0, cases),
            index => new CaseProductClassRow { Subject = $"case/AJ-{index:D6}", Code = ClassOf(index), Place = 0 });
        await CopyAsync(database, Enumerable.Range(0, cases).Where(index => index % Stages.Length < 6), index => new DeadlineRow
        {
            Subject = $"case/AJ-{index:D6}",
            Kind = "case.decision",
            DueAt = DateTimeOffset.UtcNow.AddDays(30 + (index % 60)).ToUnixTimeMilliseconds(),
            Bucket = SubjectKeys.BucketOf($"case/AJ-{index:D6}", 32),
            Rule = "市场监督管理行政处罚程序规定 第六十四条",
            Section = Section(index / 7),
        });
        await database.WriteAsync(data => data.ExecuteAsync("ANALYZE"));
        await ReadModelRebuild.CountAnewAsync(database);
    }

    /// <summary>The texts by which the rows that were written directly are found.</summary>
    public static async Task FillTextsAsync(Database database, int enterprises, int licences, int cases)
    {
        await TextsAsync(
            enterprises,
            index => SubjectKeys.Of(Enterprise.Concept.Name, CreditCode(index)),
            (subject, text) => new EnterpriseTextRow { Subject = subject, Folded = text },
            CreditCode,
            NameOf);
        await TextsAsync(
            licences,
            index => SubjectKeys.Of(Licence.Concept.Name, LicenceNumber(16, index)),
            (subject, text) => new LicenceTextRow { Subject = subject, Folded = text },
            index => LicenceNumber(16, index));
        await TextsAsync(
            cases,
            index => $"case/AJ-{index:D6}",
            (subject, text) => new CaseTextRow { Subject = subject, Folded = text },
            index => $"AJ-{index:D6}",
            index => $"案〔2026〕{index}号",
            index => $"2026-{index}",
            index => TitleOf(index % enterprises),
            index => NameOf(index % enterprises));
        await TextsAsync(
            cases,
            index => $"case/AJ-{index:D6}",
            (subject, text) => new RecalledTextRow { Subject = subject, Folded = text },
            index => $"沪市监罚〔2026〕{index}号");
        await database.WriteAsync(data => data.ExecuteAsync("ANALYZE"));

        Task TextsAsync<TRow>(int count, Func<int, string> subject, Func<string, string, TRow> row, params Func<int, string>[] texts)
            where TRow : SearchTextRow => CopyAsync(
            database,
            Enumerable.Range(0, count * texts.Length),
            at => row(subject(at / texts.Length), FoldedText.Of(texts[at % texts.Length](at / texts.Length))));
    }

    public static void Demand<TState>(Outcome<TState> outcome) where TState : class
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.English);
        }
    }
}
