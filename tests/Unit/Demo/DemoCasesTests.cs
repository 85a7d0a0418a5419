using System.Globalization;
using System.Reflection;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
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

    private static IEnumerable<(string? Section, RecordLead Lead)> Leads =>
        Steps.Where(step => step.Command is RecordLead).Select(step => (DemoPeople.Of(step.User).Section, (RecordLead)step.Command));

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
    public void A_dozen_dens_and_a_dozen_persons_are_among_the_parties_each_once_and_in_the_district()
    {
        var leads = Cases.SelectMany(one => one).OfType<RecordLead>().ToLookup(lead => lead.PartyKind);
        foreach (var kind in new PartyKind?[] { PartyKind.Den, PartyKind.Person })
        {
            Assert.InRange(leads[kind].Count(), 11, 15);
            Assert.Distinct(leads[kind].Select(lead => lead.PartyName));
            Assert.All(leads[kind], lead => Assert.Contains(
                GeneratedDistrict.Areas, area => lead.PartyAddress!.StartsWith(area.District + area.Name, StringComparison.Ordinal)));
        }

        Assert.Distinct(Cases.SelectMany(one => one).OfType<RecordPartyParticulars>().Select(recorded => recorded.IdentityNumber));
        Assert.All(DemoParty.Persons, person => Assert.Equal(CheckOf(person.Identity!), person.Identity![^1]));
    }

    [Fact]
    public void A_den_that_is_recorded_lies_in_an_area_of_the_district_that_its_address_names()
    {
        var dens = new DemoCampaign(District, Start.AddDays(DemoCampaign.Days)).Steps().Select(step => step.Command).OfType<RecordDen>()
            .ToList();
        Assert.Equal(DemoDen.Recorded, dens.Count);
        Assert.All(dens, den =>
        {
            var area = GeneratedDistrict.Areas.Single(one => one.Code == den.Area);
            Assert.Null(area.ClosedFor);
            Assert.StartsWith(area.District + area.Name, den.Address, StringComparison.Ordinal);
        });
        Assert.Distinct(dens.Select(den => den.Area));
    }

    public static TheoryData<DateOnly> Anchors =>
        [.. new[] { "2026-03-09", "2026-05-20", "2026-10-20", "2026-11-28", "2027-02-01" }.Select(IsoDate.Parse)];

    [Theory]
    [MemberData(nameof(Anchors))]
    public void Whatever_officers_do_they_do_on_working_days(DateOnly today)
    {
        var steps = new DemoCampaign(District, today).Steps();
        Assert.InRange(steps.Count, 2000, 8000);
        // What a command says was done on a day was done on that one, but for days that are yet to come.
        Assert.All(steps, step => Assert.All(
            DaysOf(step.Command).Where(day => day <= step.Day).Append(step.Day),
            day => Assert.True(WorkingCalendar.BuiltIn.IsWorkingDay(day), $"{day}: {step.Command}")));
    }

    [Theory]
    [MemberData(nameof(Anchors))]
    public void No_step_is_given_twice_on_a_day(DateOnly today) =>
        Assert.Distinct(new DemoCampaign(District, today).Steps().Select(step => step.Cause));

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
            var (goods, sales, unsold) = (Said(figures.GoodsValue), Said(figures.SalesAmount), Said(figures.UnsoldValue));
            var met = figures.SalesAmount.Fen > 0 ? $"销售金额{sales}元" : $"未销售货值{unsold}元";
            Assert.StartsWith(met, open.Grounds.Reason, StringComparison.Ordinal);
            Assert.All(one.OfType<NameTransferTaskGroup>(), named => Assert.Contains(
                $"货值金额{goods}元，其中销售金额{sales}元、未销售货值{unsold}元", named.Report, StringComparison.Ordinal));
        });

        // As pages show amounts.
        static string Said(Yuan amount) => (amount.Fen / 100).ToString("#,##0", CultureInfo.InvariantCulture);
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
        Assert.Equal(8, Leads.Select(one => one.Section).Distinct().Count());
    }

    [Fact]
    public void The_section_that_leads_a_case_is_that_of_its_act_or_the_one_that_collects_what_is_reported() =>
        Assert.All(Leads, one => Assert.True(
            one.Section switch
            {
                "SUPERVISION" => true,
                "INSPECTION" => one.Lead.Violation is ViolationKind.ForgedNameOrAddress or ViolationKind.UnlicensedProduction,
                "PRODUCT_QUALITY" => one.Lead.Violation is ViolationKind.AdulterationOrSubstandard,
                "FOOD_PRODUCTION" => one.Lead.ProductClasses.Contains("FOOD"),
                "SPECIAL_EQUIPMENT" => one.Lead.ProductClasses.Contains("PRESSURE_VESSELS"),
                "METROLOGY" => one.Lead.Title.Contains("计量", StringComparison.Ordinal),
                "STANDARDS" => one.Lead.Title.Contains("标准", StringComparison.Ordinal),
                "CERTIFICATION" => one.Lead.Violation is ViolationKind.CertificationMarkMisuse,
                _ => false,
            },
            $"{one.Section}: {one.Lead.Title}"));

    [Fact]
    public void Who_presides_over_a_hearing_is_of_the_legal_section_and_has_done_nothing_else_in_the_case()
    {
        var heard = Steps.Where(step => step.Command is CaseCommand).GroupBy(step => step.Subject)
            .Where(one => one.Any(step => step.Command is NameHearingChair)).ToList();
        Assert.InRange(heard.Count, 5, 15);
        Assert.All(heard, one =>
        {
            var chair = DemoPeople.Of(one.Select(step => step.Command).OfType<NameHearingChair>().Single().Chair);
            Assert.Equal(Roles.Legal, chair.Role);
            Assert.All(
                one.Where(step => step.User == chair.User),
                step => Assert.True(step.Command is AnnounceHearing or RecordHearing, $"{step.Command}"));
            Assert.All(one.Where(step => step.Command is AnnounceHearing or RecordHearing), step => Assert.Equal(chair.User, step.User));
        });
    }

    [Fact]
    public void An_investigation_is_terminated_because_the_party_is_no_more()
    {
        var ended = Steps.Where(step => step.Command is TerminateCase).ToList();
        Assert.Equal(
            [TerminationGround.Death, TerminationGround.OrganisationEnded],
            ended.Select(step => ((TerminateCase)step.Command).Because).Distinct().Order());
        Assert.All(ended, step =>
        {
            var lead = Cases[step.Subject].OfType<RecordLead>().Single();
            if (((TerminateCase)step.Command).Because is TerminationGround.Death)
            {
                Assert.Equal(PartyKind.Person, lead.PartyKind);
                return;
            }

            var closed = Steps.Single(one => one.Subject == SubjectKeys.Of(Enterprise.Concept.Name, lead.EnterpriseCreditCode!));
            Assert.IsType<CloseEnterprise>(closed.Command);
            Assert.True(closed.Day <= step.Day);
        });
        // No other enterprise ends in the campaign.
        Assert.Equal(ended.Count(step => ((TerminateCase)step.Command).Because is TerminationGround.OrganisationEnded),
            Steps.Count(step => step.Command is CloseEnterprise));
    }

    private static readonly string[] Merged = ["INDUSTRY_AND_COMMERCE", "FOOD_AND_DRUG"];

    /// <summary>认证认可条例 第二十九条: certificates are of certification bodies, and no authority's; a bureau has one district.</summary>
    [Fact]
    public void Certificates_are_of_a_certification_body_and_everybody_is_in_one_district()
    {
        Assert.All(District.Licences, licence => Assert.Equal(
            licence.Kind is LicenceKind.CompulsoryCertificate, licence.IssuedBy == GeneratedDistrict.CertificationBody));
        Assert.Equal(["望湖区"], District.Enterprises.Select(one => one.Details.District).Distinct());
        Assert.Equal(["望湖区"], GeneratedDistrict.Areas.Select(area => area.District).Distinct());
        Assert.Equal(GeneratedDistrict.Areas.Length, GeneratedDistrict.Areas.Select(area => area.Code).Distinct().Count());
    }

    /// <summary>What came of an inspection or an order has that inspection or order: the law opens such cases itself.</summary>
    [Fact]
    public void No_lead_is_said_to_come_of_an_inspection_or_an_order_that_there_is_not() => Assert.All(
        Cases.SelectMany(one => one.OfType<RecordLead>()),
        lead => Assert.True(lead.Source is not (LeadSource.Inspection or LeadSource.Rectification) || lead.SourceReference is not null));

    [Fact]
    public void A_case_is_passed_on_to_the_authority_whose_it_is()
    {
        var passed = Cases.Where(one => one.OfType<PassOnCase>().Any()).ToList();
        Assert.Equal(4, passed.Select(one => one.OfType<PassOnCase>().Single().Agency).Distinct().Count());
        Assert.All(passed, one =>
        {
            var lead = one.OfType<RecordLead>().Single();
            var agency = one.OfType<PassOnCase>().Single().Agency;
            Assert.NotNull(Agency.List.FindDelivered(agency));

            // What were bureaus of their own once is this very bureau since 2018.
            Assert.DoesNotContain(agency, Merged);
            Assert.Equal(lead.ProductClasses.Any(one => one is "FERTILISER" or "FOOD"), agency == "AGRICULTURE");
        });
        // As do the inspections: what is of farming goes to the authority of farming, and nothing else.
        Assert.Equal("区农业局", DemoAct.CompetentFor("FERTILISER"));
        Assert.DoesNotContain(
            District.Enterprises.Select(one => DemoAct.CompetentFor(one.ProductClass)),
            name => Merged.Any(code => Agency.List.FindDelivered(code)!.Name == name));
    }

    [Fact]
    public void What_an_inspection_adds_to_a_case_is_against_the_party_of_that_case()
    {
        var steps = new DemoCampaign(District, Start.AddDays(DemoCampaign.Days)).Steps();
        var visited = steps.Where(step => step.Command is PlanInspection or BeginInspection).ToDictionary(
            step => step.Subject,
            step => step.Command is BeginInspection begun ? begun.Den ?? begun.Enterprise : ((PlanInspection)step.Command).Enterprise);
        var against = steps.Where(step => step.Command is RecordLead).ToDictionary(
            step => step.Subject,
            step => ((RecordLead)step.Command).Den ?? ((RecordLead)step.Command).EnterpriseCreditCode);
        var adding = steps.Select(step => (step.Subject, Record: step.Command as RecordInspection))
            .Where(step => step.Record?.CaseNumber is not null).ToList();
        Assert.NotEmpty(adding);
        Assert.All(adding, one => Assert.Equal(
            visited[one.Subject], against[SubjectKeys.Of(Case.Concept.Name, one.Record!.CaseNumber!)]));
        Assert.Distinct(against.Values.OfType<string>());
    }

    [Fact]
    public void Whoever_produces_without_a_licence_has_none()
    {
        var licensed = District.Licences.Select(licence => licence.Enterprise).ToHashSet();
        Assert.All(LeadsOf(ViolationKind.UnlicensedProduction), lead => Assert.DoesNotContain(lead.EnterpriseCreditCode ?? "", licensed));
    }

    // A court enforces only half a year after the decision: that end alone is not among them.
    [Fact]
    public void Every_end_of_a_case_is_among_them_within_the_days_of_the_campaign()
    {
        var all = new DemoCampaign(District, Start.AddDays(DemoCampaign.Days)).Steps().Select(step => step.Command).ToList();
        Assert.Equal(
            [CaseOutcome.Executed, CaseOutcome.ExecutionEnded, CaseOutcome.Annulled],
            all.OfType<CloseCase>().Select(close => close.Outcome).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<NoPenaltyGround>(), all.OfType<DecideNoPenalty>().Select(decided => decided.Ground).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<ChallengeOutcome>(), all.OfType<RecordChallengeOutcome>().Select(ended => ended.Outcome).Distinct().Order());
        Assert.Equal(Enum.GetValues<ChallengeKind>(), all.OfType<RecordChallenge>().Select(began => began.Kind).Distinct().Order());
        Type[] others =
        [
            typeof(DecideNotToFile), typeof(WithdrawCase), typeof(TerminateCase), typeof(PassOnCase), typeof(PenaliseOnTheSpot),
            typeof(OrderCorrection), typeof(RecordHearing), typeof(RecordPoliceDecision), typeof(RecordJudgment),
        ];
        Assert.All(others, end => Assert.Contains(all, command => command.GetType() == end));
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
            var penalty = one.OfType<DecidePenalty>().First();
            var value = one.OfType<RecordCaseFigures>().Single().GoodsValue.Fen;
            Assert.StartsWith(basis, penalty.Grounds.Basis, StringComparison.Ordinal);
            Assert.InRange(penalty.Fine.Fen, value / 3, value * most);
        });
    }

    // GB 11643.
    private static char CheckOf(string identity)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return "10X98765432"[identity[..^1].Select((sign, at) => (sign - '0') * weights[at]).Sum() % 11];
    }

    private static IEnumerable<DateOnly> DaysOf(Command command) => command.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name.EndsWith("On", StringComparison.Ordinal))
        .Select(property => property.GetValue(command))
        .OfType<DateOnly>();

    private static CaseFigures FiguresOf(RecordCaseFigures given) => new(
        given.GoodsValue.Fen, given.SalesAmount.Fen, given.UnsoldValue.Fen, given.IllegalGains.Fen, given.BusinessAmount.Fen,
        given.Loss.Fen, given.LabelPieces, given.Marks ?? 0, []);

    private static List<RecordLead> LeadsOf(ViolationKind violation) =>
        [.. Cases.SelectMany(one => one).OfType<RecordLead>().Where(lead => lead.Violation == violation)];
}
