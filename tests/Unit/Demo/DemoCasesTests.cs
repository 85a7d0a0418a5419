using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
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
        Assert.Distinct(Cases.SelectMany(one => one).OfType<RecordLead>().Select(lead => lead.EnterpriseCreditCode).OfType<string>());

    [Fact]
    public void Dens_and_persons_are_among_the_parties_with_identity_numbers_that_can_be()
    {
        var leads = Cases.SelectMany(one => one).OfType<RecordLead>().ToLookup(lead => lead.PartyKind);
        Assert.InRange(leads[PartyKind.Den].Count(), 5, 20);
        Assert.InRange(leads[PartyKind.Person].Count(), 5, 20);
        Assert.NotEmpty(Cases.SelectMany(one => one).OfType<RecordPartyParticulars>());
    }

    [Fact]
    public void Leads_come_in_on_working_days() =>
        Assert.All(
            Cases.SelectMany(one => one).OfType<RecordLead>(),
            lead => Assert.True(WorkingCalendar.BuiltIn.IsWorkingDay(lead.ReceivedOn), $"{lead.ReceivedOn}"));

    [Fact]
    public void Goods_are_worth_what_the_figures_say()
    {
        var valued = Cases.Where(one => one.OfType<AddGoodsLines>().Any()).ToList();
        Assert.InRange(valued.Count, 80, 150);
        Assert.All(valued, one => Assert.Equal(
            one.OfType<RecordCaseFigures>().Single().GoodsValue.Fen,
            one.OfType<AddGoodsLines>().Single().Lines.Sum(line => (long)(line.Quantity * line.UnitPrice.Fen))));
    }

    [Fact]
    public void Eight_sections_have_a_head_and_two_officers_and_cases_of_their_own()
    {
        var sections = DemoPeople.All.Where(person => person.Section is not null).GroupBy(person => person.Section).ToList();
        Assert.Equal(8, sections.Count);
        Assert.All(sections, section =>
        {
            Assert.Contains(section, person => person.Role is Roles.SectionHead);
            Assert.True(section.Count(person => person.Role is Roles.Officer) >= 2);
        });
        var recorders = new DemoCases(District, Start).Steps().Where(step => step.Command is RecordLead)
            .Select(step => DemoPeople.Of(step.User).Section);
        Assert.Equal(8, recorders.Distinct().Count());
    }

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
