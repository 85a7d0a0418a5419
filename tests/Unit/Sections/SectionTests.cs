using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Sections;

public sealed class SectionTests
{
    private static readonly RegisterSection Register = new(" 质量监督科 ", " ");

    [Fact]
    public void The_law_table_reads_as_reviewed()
    {
        var closed = After(Registered(), new CloseSection("机构改革"));
        var stored = LawTable.Of(Section.Concept, On("QUALITY"), [("(not in the list)", (Section?)null), ("Open", Registered()), ("Closed", closed)]);
        Approved.Law("Section", $"{stored}\n\n{LawTable.Of(Section.Concept, On("INSPECTION"), [("(comes with the program)", (Section?)null)])}");
    }

    [Fact]
    public void The_sections_that_the_notice_names_come_with_the_program()
    {
        Assert.Equal(["INSPECTION 稽查队", "SUPERVISION 监督与法制科"], Section.List.Delivered.Select(section => $"{section.Code} {section.Name}"));
        Assert.All(Section.List.Delivered, section => Assert.Empty(Section.Concept.Check(section)));
        Assert.Null(Section.List.FindDelivered("inspection"));
    }

    [Fact]
    public void What_was_registered_is_in_the_list_under_its_code()
    {
        var section = Registered();
        Assert.Equal(("QUALITY", "质量监督科", null, false), (section.Code, section.Name, section.EnglishName, section.IsClosed));
        var row = Section.List.RowOf(section, 3);
        Assert.Equal(("QUALITY", "质量监督科", null, false, 3), (row.Code, row.Name, row.EnglishName, row.Closed, row.Version));
    }

    [Fact]
    public void A_section_that_comes_with_the_program_is_renamed_and_closed_like_any_other()
    {
        var renamed = After(null, new RenameSection("执法稽查队"), "INSPECTION");
        Assert.Equal(("INSPECTION", "执法稽查队", null), (renamed.Code, renamed.Name, renamed.EnglishName));
        var closed = After(null, new CloseSection("机构改革"), "INSPECTION");
        Assert.Equal(("稽查队", "Inspection brigade", true), (closed.Name, closed.EnglishName, closed.IsClosed));
    }

    [Fact]
    public void A_closed_section_keeps_its_name_and_can_be_opened_again_under_another()
    {
        var closed = After(Registered(), new CloseSection("机构改革"));
        Assert.True(closed.IsClosed);
        Assert.Equal("质量监督科", closed.Name);
        Assert.IsType<SectionIsClosed>(Decide(closed, new RenameSection("质量科")).Refusal);
        Assert.False(After(closed, new RegisterSection("质量科")).IsClosed);
    }

    [Theory]
    [InlineData("", "质量科", null, "code")]
    [InlineData("A/B", "质量科", null, "code")]
    [InlineData("A B", "质量科", null, "code")]
    [InlineData("QUALITY", " ", null, "name")]
    [InlineData("QUALITY", "质\0", null, "name")]
    [InlineData("QUALITY", "质量科", "Q\0", "englishName")]
    public void A_slip_is_named_by_its_field(string code, string name, string? english, string field) =>
        Assert.Equal(field, Assert.IsType<InvalidInput>(Decide(null, new RegisterSection(name, english), code).Refusal).Field);

    [Fact]
    public void What_is_too_long_is_refused()
    {
        Assert.Equal("code", Assert.IsType<InvalidInput>(Decide(null, Register, new string('A', 51)).Refusal).Field);
        Assert.Equal("name", Assert.IsType<InvalidInput>(Decide(Registered(), new RenameSection(new string('科', 101))).Refusal).Field);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Decide(Registered(), new CloseSection(new string('改', 1001))).Refusal).Field);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Decide(Registered(), new CloseSection(" ")).Refusal).Field);
    }

    [Fact]
    public void Codes_that_were_typed_before_there_was_a_list_can_be_given_a_name() =>
        Assert.Equal("法制科", After(null, new RegisterSection("监督与法制科"), "法制科").Code);

    private static Section Registered() => After(null, Register);

    private static Circumstances On(string code) => new(new Actor("admin", Roles.Administrator, null, null, Guid.Empty), Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = code };

    private static Decision<SectionEvent> Decide(Section? section, SectionCommand command, string code = "QUALITY") => Section.Concept.Decided(section, command, On(code));

    private static Section After(Section? section, SectionCommand command, string code = "QUALITY")
    {
        var decision = Decide(section, command, code);
        Assert.Null(decision.Refusal);
        var after = Section.Concept.Apply(section, Assert.Single(decision.Events));
        Assert.Empty(Section.Concept.Check(after));
        return after;
    }
}
