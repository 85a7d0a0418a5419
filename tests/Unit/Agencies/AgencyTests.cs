using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Agencies;

public sealed class AgencyTests
{
    private static readonly RegisterAgency Register = new(AgencyKind.Prosecutors, " 市人民检察院 ", "City people's procuratorate");

    [Fact]
    public void The_law_table_reads_as_reviewed()
    {
        var closed = After(Registered(), new CloseAgency("机构改革"));
        var stored = LawTable.Of(
            Agency.Concept, On("CITY_PROCURATORATE"), [("(not in the list)", (Agency?)null), ("Open", Registered()), ("Closed", closed)]);
        Approved.Law("Agency", $"{stored}\n\n{LawTable.Of(Agency.Concept, On("HEALTH"), [("(comes with the program)", (Agency?)null)])}");
    }

    [Fact]
    public void The_agencies_that_the_notice_names_come_with_the_program()
    {
        Assert.All(Agency.List.Delivered, agency => Assert.Empty(Agency.Concept.Check(agency)));
        Assert.Equal(["区公安局", "区人民检察院", "区文化市场执法局", "区工商局", "区知识产权局", "区卫生局", "区食药局", "区农业局", "区商务局", "区新闻出版局", "人民银行市中心支行"],
            Agency.List.Delivered.Select(agency => agency.Name));
        Assert.Equal("PUBLIC_SECURITY", Assert.Single(Agency.List.Delivered, agency => agency.Kind is AgencyKind.Police).Code);
        Assert.Equal("PROCURATORATE", Assert.Single(Agency.List.Delivered, agency => agency.Kind is AgencyKind.Prosecutors).Code);
    }

    [Fact]
    public void What_was_registered_is_in_the_list_with_its_kind()
    {
        var agency = Registered();
        Assert.Equal(
            ("CITY_PROCURATORATE", "市人民检察院", AgencyKind.Prosecutors, false), (agency.Code, agency.Name, agency.Kind, agency.IsClosed));
        var row = Agency.List.RowOf(agency, 3);
        Assert.Equal(
            ("CITY_PROCURATORATE", "PROSECUTORS", "City people's procuratorate", 3), (row.Code, row.Kind, row.EnglishName, row.Version));
    }

    [Fact]
    public void An_agency_stays_what_it_is_to_the_bureau_when_it_is_renamed_or_closed()
    {
        Assert.Equal(AgencyKind.Police, After(null, new RenameAgency("市公安局城区分局"), "PUBLIC_SECURITY").Kind);
        var closed = After(null, new CloseAgency("机构改革"), "HEALTH");
        Assert.Equal(("区卫生局", AgencyKind.Enforcement, true), (closed.Name, closed.Kind, closed.IsClosed));
        Assert.IsType<AgencyIsClosed>(Decide(closed, new RenameAgency("区卫健委"), "HEALTH").Refusal);
        Assert.Equal((AgencyKind.Other, false), (After(closed, new RegisterAgency(AgencyKind.Other, "区卫健委"), "HEALTH").Kind, After(closed, new RegisterAgency(AgencyKind.Other, "区卫健委"), "HEALTH").IsClosed));
    }

    [Theory]
    [InlineData("", "区法院", "code")]
    [InlineData("区 法院", "区法院", "code")]
    [InlineData("COURT", "", "name")]
    public void A_slip_is_named_by_its_field(string code, string name, string field) =>
        Assert.Equal(field, Assert.IsType<InvalidInput>(Decide(null, new RegisterAgency(AgencyKind.Other, name), code).Refusal).Field);

    private static Agency Registered() => After(null, Register);

    private static Circumstances On(string code) => new(new Actor("admin", Roles.Administrator, null, null, Guid.Empty), Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = code };

    private static Decision<AgencyEvent> Decide(Agency? agency, AgencyCommand command, string code = "CITY_PROCURATORATE") =>
        Agency.Concept.Decided(agency, command, On(code));

    private static Agency After(Agency? agency, AgencyCommand command, string code = "CITY_PROCURATORATE")
    {
        var decision = Decide(agency, command, code);
        Assert.Null(decision.Refusal);
        var after = Agency.Concept.Apply(agency, Assert.Single(decision.Events));
        Assert.Empty(Agency.Concept.Check(after));
        return after;
    }
}
