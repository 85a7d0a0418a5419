using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Calendar;

public sealed class WorkingCalendarTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "workingYear{id year version restDays workedDays source documentNumber}";

    [Fact]
    public async Task The_calendar_says_which_days_are_worked_and_what_it_had_to_assume()
    {
        var data = (await (await Api.As(Roles.Officer)).Ask("""
            {workingCalendar{
              years{year version source restDays workedDays}
              holiday:day(on:"2026-10-01"){date isWorkingDay isAssumed}
              weekday:day(on:"2026-03-02"){isWorkingDay isAssumed}
              sunday:day(on:"2026-03-01"){isWorkingDay isAssumed}
              unknown:day(on:"2031-10-01"){isWorkingDay isAssumed}
              certain:addWorkingDays(from:"2026-03-02",workingDays:5){lastDay assumedYears}
              assumed:addWorkingDays(from:"2030-12-20",workingDays:10){lastDay assumedYears}}}
            """)).Data().GetProperty("workingCalendar");
        Assert.Contains("2025", data.Texts("years", "year"));
        Assert.Contains("2026", data.Texts("years", "year"));
        Assert.Equal("""{"date":"2026-10-01","isWorkingDay":false,"isAssumed":false}""", data.At("holiday").GetRawText());
        Assert.Equal("""{"isWorkingDay":true,"isAssumed":false}""", data.At("weekday").GetRawText());
        Assert.Equal("""{"isWorkingDay":false,"isAssumed":false}""", data.At("sunday").GetRawText());
        Assert.Equal("""{"isWorkingDay":true,"isAssumed":true}""", data.At("unknown").GetRawText());
        Assert.Equal("""{"lastDay":"2026-03-09","assumedYears":[]}""", data.At("certain").GetRawText());
        Assert.Equal("""{"lastDay":"2031-01-03","assumedYears":[2030,2031]}""", data.At("assumed").GetRawText());
    }

    [Fact]
    public async Task A_notice_is_read_and_nothing_is_loaded()
    {
        const string Text = "国务院办公厅关于2041年部分节假日安排的通知\n国办发明电〔2040〕9号\n一、元旦：2040年12月31日至2041年1月2日放假，共2天。1月5日（周六）上班。";
        var read = (await (await Api.As(Roles.Officer)).Ask(
            "query($text:String!){workingCalendar{years{year} readNotice(text:$text){year documentNumber restDays workedDays problems}}}",
            new { text = Text })).Data().At("workingCalendar");
        Assert.Equal(("2041", "国办发明电〔2040〕9号"), (read.Text("readNotice.year"), read.Text("readNotice.documentNumber")));
        Assert.Equal("""["2040-12-31","2041-01-01","2041-01-02"]""", read.At("readNotice.restDays").GetRawText());
        Assert.Equal("""["2041-01-05"]""", read.At("readNotice.workedDays").GetRawText());
        Assert.Equal("元旦：通知写明共2天，读到3天", read.Text("readNotice.problems.0"));
        Assert.DoesNotContain("2041", read.Texts("years", "year"));
        var tooLong = await (await Api.As(Roles.Officer)).Ask(
            "query($text:String!){workingCalendar{readNotice(text:$text){year}}}", new { text = new string('一', 20_001) });
        Assert.Contains("20000", tooLong.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_loads_a_year_and_loads_it_anew()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        const string day = "{workingCalendar{day(on:\"2028-10-02\"){isWorkingDay isAssumed} years{year version}}}";
        Assert.Equal("""{"isWorkingDay":true,"isAssumed":true}""", (await administrator.Ask(day)).Data().At("workingCalendar.day").GetRawText());

        var input = new { year = 2028, restDays = new[] { "2028-10-03", "2028-10-02", "2028-10-02" }, workedDays = new[] { "2028-10-08" }, source = "国务院办公厅关于2028年部分节假日安排的通知", documentNumber = "国办发明电〔2027〕1号", commandId = Guid.NewGuid() };
        var loaded = await administrator.Do("loadWorkingYear", input, Fields);
        Assert.Equal("", loaded.Refusal());
        Assert.Equal(("2028", "1", input.source, input.documentNumber), (loaded.Text("workingYear.year"), loaded.Text("workingYear.version"), loaded.Text("workingYear.source"), loaded.Text("workingYear.documentNumber")));
        Assert.Equal("""["2028-10-02","2028-10-03"]""", loaded.At("workingYear.restDays").GetRawText());
        Assert.Equal(loaded.GetRawText(), (await administrator.Do("loadWorkingYear", input, Fields)).GetRawText());
        var calendar = (await administrator.Ask(day)).Data();
        Assert.Equal("""{"isWorkingDay":false,"isAssumed":false}""", calendar.At("workingCalendar.day").GetRawText());
        Assert.Contains("2028 1", calendar.At("workingCalendar.years").EnumerateArray().Select(year => $"{year.Text("year")} {year.Text("version")}"));

        var changed = await administrator.Do("loadWorkingYear", new { year = 2028, restDays = new[] { "2028-10-03" }, source = "更正", expectedVersion = 1 }, Fields);
        Assert.Equal(("", "2"), (changed.Refusal(), changed.Text("workingYear.version")));
        Assert.Equal("VersionConflictError VERSION_CONFLICT", (await administrator.Do("loadWorkingYear", new { year = 2028, restDays = new[] { "2028-10-04" }, source = "更正", expectedVersion = 1 }, Fields)).Refusal());
        Assert.Equal("true", (await administrator.Ask(day)).Data().Text("workingCalendar.day.isWorkingDay"));

        var entries = (await administrator.Ask("query($id:ID){journal(subject:$id){nodes{kind subject{id ...on WorkingYear{year}}}}}", new { id = changed.Text("workingYear.id") })).Data();
        Assert.Equal(["working-year.loaded", "working-year.loaded"], entries.Texts("journal.nodes", "kind"));
        Assert.Equal("2028", entries.Text("journal.nodes.0.subject.year"));
    }

    [Theory]
    [InlineData(1999, "2028-10-02", "", "year")]
    [InlineData(2100, "2028-10-02", "", "year")]
    [InlineData(2028, "2027-10-01", "", "restDays")]
    [InlineData(2028, "2028-10-07", "", "restDays")]
    [InlineData(2028, "2028-10-02", "2028-10-03", "workedDays")]
    public async Task An_arrangement_that_cannot_be_is_refused(int year, string rest, string worked, string field)
    {
        var answer = await (await Api.As(Roles.Administrator)).Ask(
            "mutation($input:LoadWorkingYearInput!){loadWorkingYear(input:$input){workingYear{id} errors{...on InvalidInputError{field}}}}",
            new { input = new { year, restDays = new[] { rest }, workedDays = worked.Length == 0 ? [] : new[] { worked }, source = "通知" } });
        Assert.Equal(field, answer.Data().Text("loadWorkingYear.errors.0.field"));
    }

    [Fact]
    public async Task Nobody_else_loads_a_year()
    {
        foreach (var role in new[] { Roles.Officer, Roles.SectionHead, Roles.Leader, Roles.Legal, Roles.Hotline, Roles.Auditor, Roles.Liaison })
        {
            Assert.Equal("FORBIDDEN", (await (await Api.As(role)).Ask("mutation{loadWorkingYear(input:{year:2029,restDays:[\"2029-10-01\"],source:\"x\"}){workingYear{id}}}")).Code);
        }
    }

    [Theory]
    [InlineData("from:\"2026-03-02\",workingDays:-1")]
    [InlineData("from:\"2026-03-02\",workingDays:1001")]
    [InlineData("from:\"9999-12-31\",workingDays:5")]
    public async Task A_period_that_cannot_be_counted_is_refused(string period) =>
        Assert.Equal("BAD_USER_INPUT", (await (await Api.As(Roles.Officer)).Ask($"{{workingCalendar{{addWorkingDays({period}){{lastDay}}}}}}")).Code);
}
