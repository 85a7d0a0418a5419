using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using Xunit;

namespace ShuangDa.Tests.Unit.Demo;

public sealed class DemoCasesTests
{
    private static readonly DateOnly Start = new(2026, 6, 1);
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(1, Start);

    private static readonly List<DemoStep> Steps = [.. new DemoCases(District, Start).Steps()];

    private static readonly ILookup<string, CaseCommand> Cases =
        Steps.Where(step => step.Command is CaseCommand).ToLookup(step => step.Subject, step => (CaseCommand)step.Command);

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
    public void The_figures_of_every_case_are_the_sums_of_its_goods_lines()
    {
        Assert.InRange(Cases.Count(one => one.OfType<AddGoodsLines>().Any()), 80, 150);
        Assert.All(Cases, one =>
        {
            var lines = one.OfType<AddGoodsLines>().SelectMany(added => added.Lines).ToLookup(
                line => line.Basis is ValuationBasis.SalePrice, line => (long)(line.Quantity * line.UnitPrice.Fen));
            var (sold, stored) = (lines[true].Sum(), lines[false].Sum());
            var figures = one.OfType<RecordCaseFigures>().SingleOrDefault();
            Assert.Equal((sold + stored, sold), (figures?.GoodsValue.Fen ?? 0, figures?.SalesAmount.Fen ?? 0));
            Assert.Equal((stored, sold), (figures?.UnsoldValue.Fen ?? 0, figures?.IllegalGains.Fen ?? 0));
            // What is said to be sold is said so on the line as well.
            Assert.All(
                one.OfType<AddGoodsLines>().SelectMany(added => added.Lines),
                line => Assert.Equal(line.Basis is ValuationBasis.SalePrice, line.Batch!.Contains("已售", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void What_is_taken_from_a_party_is_what_it_sold_and_has_in_store()
    {
        var decided = Cases.Where(one => one.OfType<DecidePenalty>().Any()).ToList();
        Assert.NotEmpty(decided);
        Assert.All(decided, one =>
        {
            var (figures, penalty) = (one.OfType<RecordCaseFigures>().Single(), one.OfType<DecidePenalty>().First());
            Assert.Equal((figures.SalesAmount, figures.UnsoldValue), (penalty.ConfiscatedGains, penalty.ConfiscatedGoods));
        });
    }

    [Fact]
    public void A_case_goes_to_the_police_where_its_figures_make_a_crime_and_only_there()
    {
        var transferred = Steps.Select(step => step.Command).OfType<OpenCrimeTransfer>().Select(open => open.CaseNumber).ToHashSet();
        Assert.Equal(12, transferred.Count);
        Assert.All(Cases.Where(one => one.OfType<RecordCaseFigures>().Any()), one =>
        {
            var (lead, figures) = (one.OfType<RecordLead>().Single(), FiguresOf(one.OfType<RecordCaseFigures>().Single()));
            var met = CrimeThresholds.MetBy([lead.Violation], lead.ProductClasses, figures, Start);
            Assert.Equal(transferred.Contains(SubjectKeys.Split(one.Key).Key), met.Any(row => row.Offence is Offence.InferiorProducts));
        });
    }

    [Fact]
    public void A_transfer_says_the_figures_of_its_case()
    {
        var transfers = Steps.Where(step => step.Command is CrimeTransferCommand).ToLookup(step => step.Subject, step => step.Command);
        Assert.Equal(12, transfers.Count);
        Assert.All(transfers, one =>
        {
            var open = one.OfType<OpenCrimeTransfer>().Single();
            var figures = Cases[SubjectKeys.Of(Case.Concept.Name, open.CaseNumber)].OfType<RecordCaseFigures>().Single();
            var met = figures.SalesAmount.Fen > 0 ? $"销售金额{figures.SalesAmount.Fen / 100}元" : $"未销售货值{figures.UnsoldValue.Fen / 100}元";
            Assert.StartsWith(met, open.Grounds.Reason, StringComparison.Ordinal);
            Assert.All(one.OfType<NameTransferTaskGroup>(), named => Assert.Contains(
                $"货值金额{figures.GoodsValue.Fen / 100}元，其中销售金额{figures.SalesAmount.Fen / 100}元、未销售货值{figures.UnsoldValue.Fen / 100}元",
                named.Report,
                StringComparison.Ordinal));
        });
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
        var recorders = Steps.Where(step => step.Command is RecordLead).Select(step => DemoPeople.Of(step.User).Section);
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

    private static CaseFigures FiguresOf(RecordCaseFigures given) => new(
        given.GoodsValue.Fen, given.SalesAmount.Fen, given.UnsoldValue.Fen, given.IllegalGains.Fen, given.BusinessAmount.Fen,
        given.Loss.Fen, given.LabelPieces, given.Marks ?? 0, []);

    private static List<RecordLead> LeadsOf(ViolationKind violation) =>
        [.. Cases.SelectMany(one => one).OfType<RecordLead>().Where(lead => lead.Violation == violation)];
}
