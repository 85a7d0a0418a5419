using System.Globalization;
using LinqToDB.Data;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Benchmarks;

/// <summary>Enterprises and licences for a benchmark, made by the same commands as everybody's.</summary>
internal static class Registers
{
    public static readonly Grounds Grounds = new("检查发现生产条件达不到要求", "工业产品生产许可证管理条例 第四十五条", "(2026)质监字第1号");

    private const int Sections = 8;

    private static readonly string[] Stages = ["LEAD", "INVESTIGATION", "LEGAL_REVIEW", "HEARING", "DECIDED", "EXECUTION", "CLOSED", "CLOSED"];

    private static readonly string[] Violations =
    [
        "ADULTERATION_OR_SUBSTANDARD", "CERTIFICATION_MARK_MISUSE", "FORGED_NAME_OR_ADDRESS", "FORGED_QUALITY_MARK", "GEOGRAPHICAL_INDICATION_INFRINGEMENT", "UNLICENSED_PRODUCTION",
    ];

    public static Actor Someone() => new("benchmark", Roles.Administrator | Roles.SectionHead | Roles.Officer, "稽查队", null, Guid.NewGuid());

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
            Demand(await grains.GetGrain<IEnterpriseGrain>(code).Execute(new RegisterEnterprise(code, new EnterpriseDetails($"测量用企业{index}有限公司", "青浦", $"青浦区测量路{index}号"), ["CLOTHING"]), Someone()));
        });
        await Parallel.ForAsync(0, licences, new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (index, _) =>
        {
            var number = LicenceNumber(series, index);
            var validTo = today.AddDays(1 + (index % 1800));
            Demand(await grains.GetGrain<ILicenceGrain>(number).Execute(new RegisterLicence(number, CreditCode(index % enterprises), validTo.AddYears(-5).AddDays(1), validTo, ["CLOTHING"], "上海市市场监督管理局"), Someone()));
        });
    }

    public static string Section(int index) => $"第{(index % Sections) + 1}科";

    private static string ClassOf(int index) => $"C{index / 5 % 20}";

    // The rows as lists see them, written directly: what is measured reads nothing else, and 30,000 cases made late by their clocks would take longer than all the rest.
    public static async Task FillCasesAsync(Database database, int cases, int enterprises, DateOnly today)
    {
        await database.WriteAsync(async data =>
        {
            var rows = Enumerable.Range(0, cases).Select(index => new CaseRow
            {
                Subject = $"case/AJ-{index:D6}",
                Version = 3,
                AwaitedBy = CaseRow.NoTerm,
                Number = $"AJ-{index:D6}",
                Title = $"测量用企业{index % enterprises}有限公司涉嫌生产不合格产品案",
                Stage = Stages[index % Stages.Length],
                Violation = Violations[index / Stages.Length % Violations.Length],
                Source = "INSPECTION",
                Enterprise = CreditCode(index % enterprises),
                PartyName = $"测量用企业{index % enterprises}有限公司",
                Section = Section(index / 7),
                Responsible = "officer",
                ReceivedOn = today.AddDays(-(index % 700)).ToString("O", CultureInfo.InvariantCulture),
                GoodsValue = index * 100L,
                SalesAmount = 0,
                IllegalGains = 0,
                Penalty = 0,
                Paid = 0,
                IsMajor = index % 50 == 0,
                IsOverdue = index % 10 == 1,
                WasPaused = false,
                MustTransfer = false,
                OpenTasks = 0,
                MainProductClass = ClassOf(index),
            });
            var options = new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows };
            await data.BulkCopyAsync(options, rows);
            await data.BulkCopyAsync(options, Enumerable.Range(0, cases).Select(index => new CaseProductClassRow { Subject = $"case/AJ-{index:D6}", Code = ClassOf(index), Place = 0 }));
            var deadlines = Enumerable.Range(0, cases).Where(index => index % Stages.Length < 6).Select(index => new DeadlineRow
            {
                Subject = $"case/AJ-{index:D6}",
                Kind = "case.decision",
                DueAt = DateTimeOffset.UtcNow.AddDays(30 + (index % 60)).ToUnixTimeMilliseconds(),
                Bucket = SubjectKeys.BucketOf($"case/AJ-{index:D6}", 32),
                Rule = "市场监督管理行政处罚程序规定 第六十四条",
                Section = Section(index / 7),
            });
            await data.BulkCopyAsync(options, deadlines);
            return await data.ExecuteAsync("ANALYZE");
        });
        await ReadModelRebuild.CountAnewAsync(database);
    }

    private static void Demand<TState>(Outcome<TState> outcome) where TState : class
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.English);
        }
    }
}
