using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Benchmarks;

/// <summary>Enterprises and licences for a benchmark, made by the same commands as everybody's.</summary>
internal static class Registers
{
    public static readonly Grounds Grounds = new("检查发现生产条件达不到要求", "工业产品生产许可证管理条例 第四十五条", "(2026)质监字第1号");

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

    private static void Demand<TState>(Outcome<TState> outcome) where TState : class
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.English);
        }
    }
}
