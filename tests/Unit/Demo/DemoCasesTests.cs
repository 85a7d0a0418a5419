using ShuangDa.Grains.Cases;
using ShuangDa.Silo.Demo;
using Xunit;

namespace ShuangDa.Tests.Unit.Demo;

public sealed class DemoCasesTests
{
    private static readonly DateOnly Start = new(2026, 6, 1);
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(1, Start);

    private static readonly ILookup<string, CaseCommand> Cases =
        new DemoCases(District, Start).Steps().Where(step => step.Command is CaseCommand)
            .ToLookup(step => step.Subject, step => (CaseCommand)step.Command);

    [Fact]
    public void Geographical_indications_are_infringed_on_foods()
    {
        var leads = LeadsOf(ViolationKind.GeographicalIndicationInfringement);
        Assert.NotEmpty(leads);
        Assert.All(leads, lead => Assert.Equal(["FOOD"], lead.ProductClasses));
    }

    [Fact]
    public void Every_case_is_against_a_party_of_its_own() =>
        Assert.Distinct(Cases.SelectMany(one => one).OfType<RecordLead>().Select(lead => lead.EnterpriseCreditCode));

    [Theory]
    [InlineData(ViolationKind.ForgedNameOrAddress, "产品质量法 第五十三条", 1)]
    [InlineData(ViolationKind.ForgedQualityMark, "产品质量法 第五十三条", 1)]
    [InlineData(ViolationKind.GeographicalIndicationInfringement, "地理标志产品保护办法", 1)]
    [InlineData(ViolationKind.AdulterationOrSubstandard, "产品质量法 第五十条", 3)]
    [InlineData(ViolationKind.UnlicensedProduction, "工业产品生产许可证管理条例 第四十五条", 3)]
    [InlineData(ViolationKind.CertificationMarkMisuse, "认证认可条例 第七十条", 1)]
    public void Penalties_name_the_statute_of_the_act_and_lie_within_its_measure(ViolationKind violation, string basis, int most)
    {
        var decided = Cases
            .Where(one => one.OfType<RecordLead>().Single().Violation == violation && one.OfType<DecidePenalty>().Any())
            .ToList();
        Assert.NotEmpty(decided);
        Assert.All(decided, one =>
        {
            var penalty = one.OfType<DecidePenalty>().Single();
            var value = one.OfType<RecordCaseFigures>().Single().GoodsValue.Fen;
            Assert.StartsWith(basis, penalty.Grounds.Basis, StringComparison.Ordinal);
            Assert.InRange(penalty.Fine.Fen, value / 3, value * most);
        });
    }

    private static List<RecordLead> LeadsOf(ViolationKind violation) =>
        [.. Cases.SelectMany(one => one).OfType<RecordLead>().Where(lead => lead.Violation == violation)];
}
