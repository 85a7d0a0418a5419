using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

public sealed class WorkingYearTests
{
    private static readonly LoadWorkingYear Load2027 = new(
        2027,
        [Day("2027-02-08"), Day("2027-02-05"), Day("2027-02-06"), Day("2027-02-07"), Day("2027-01-01")],
        [Day("2027-02-20"), Day("2027-01-31")],
        "国务院办公厅关于2027年部分节假日安排的通知",
        "国办发明电〔2026〕0号");

    [Fact]
    public void TheLawTableReadsAsReviewed()
    {
        var sample = Assert.IsType<LoadWorkingYear>(Assert.Single(Samples.Commands(WorkingYear.Concept)));
        var loaded = WorkingYear.Apply(null, Decide(null, sample).Events.Single());
        (string, WorkingYear?)[] states = [("(not loaded)", null), ("Loaded otherwise", Loaded()), ("Loaded", loaded)];
        Approved.Law("WorkingYear", LawTable.Of(WorkingYear.Concept, On2027, states));
    }

    [Fact]
    public void LoadingAYearKeepsItsDaysInOrder()
    {
        var loaded = Assert.IsType<WorkingYearLoaded>(Assert.Single(Decide(null, Load2027).Events));
        Assert.Equal([Day("2027-01-01"), Day("2027-02-05"), Day("2027-02-06"), Day("2027-02-07"), Day("2027-02-08")], loaded.RestDays);
        Assert.Equal([Day("2027-01-31"), Day("2027-02-20")], loaded.WorkedDays);
        Assert.Equal("国务院办公厅关于2027年部分节假日安排的通知", loaded.LegalBasis);
        Assert.Equal("国办发明电〔2026〕0号", loaded.Document);
    }

    [Fact]
    public void LoadingTheSameYearAgainChangesNothing()
    {
        var year = Loaded();
        Assert.Empty(Decide(year, Load2027).Events);
        Assert.Empty(Decide(year, Load2027 with { RestDays = [.. Load2027.RestDays.Reverse(), Load2027.RestDays[0]] }).Events);
        Assert.Null(Decide(year, Load2027).Refusal);
    }

    [Fact]
    public void AYearCanBeCorrected()
    {
        var corrected = Decide(Loaded(), Load2027 with { WorkedDays = [Day("2027-02-20")] });
        Assert.Equal([Day("2027-02-20")], WorkingYear.Apply(Loaded(), Assert.Single(corrected.Events)).WorkedDays);
    }

    public static TheoryData<string, LoadWorkingYear> Slips => new()
    {
        { "year", Load2027 with { Year = 1999 } },
        { "year", Load2027 with { Year = 2028, RestDays = [Day("2028-01-03")], WorkedDays = [] } },   // not this subject's year
        { "restDays", Load2027 with { RestDays = [] } },
        { "restDays", Load2027 with { RestDays = default } },
        { "restDays", Load2027 with { RestDays = [Day("2027-02-06")] } },                             // only a Saturday
        { "restDays", Load2027 with { RestDays = [Day("2027-01-01"), Day("2026-11-30")] } },
        { "restDays", Load2027 with { RestDays = [Day("2027-01-01"), Day("2025-12-31")] } },
        { "workedDays", Load2027 with { WorkedDays = [Day("2028-01-02")] } },
        { "workedDays", Load2027 with { WorkedDays = [Day("2027-02-09")] } },                         // a Tuesday
        { "workedDays", Load2027 with { WorkedDays = [Day("2027-02-06")] } },                         // free as well
        { "source", Load2027 with { Source = " " } },
        { "source", Load2027 with { Source = new string('通', 201) } },
        { "documentNumber", Load2027 with { DocumentNumber = new string('号', 201) } },
    };

    [Fact]
    public void TheHolidayOfNewYearsDayReachesIntoTheDecemberBefore()
    {
        var load = Load2027 with
        {
            RestDays = [Day("2026-12-31"), .. Load2027.RestDays],
            WorkedDays = [Day("2026-12-26"), .. Load2027.WorkedDays],
        };
        var calendar = WorkingCalendar.BuiltIn.With(WorkingYear.Apply(null, Assert.Single(Decide(null, load).Events)));
        Assert.Equal(
            [true, true, true, false],
            new[] { "2026-12-25", "2026-12-26", "2026-12-30", "2026-12-31" }.Select(day => calendar.IsWorkingDay(Day(day))));

        // What was counted over the turn of the year counts them too, with and without the year before.
        Assert.Equal(Day("2027-01-04"), calendar.AddWorkingDays(Day("2026-12-30"), 1).Day);
        Assert.False(WorkingCalendar.Empty().With(calendar.Years.Last()).IsWorkingDay(Day("2026-12-31")));
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void ASlipIsRefusedWithTheFieldItIsIn(string field, LoadWorkingYear command)
    {
        var refusal = Assert.IsType<InvalidInput>(Decide(null, command).Refusal);
        Assert.Equal(field, refusal.Field);
        Assert.NotEqual(refusal.Message.Chinese, refusal.Message.English);
    }

    [Fact]
    public void OnlyAnAdministratorMayLoadAYear()
    {
        foreach (var role in Enum.GetValues<Roles>().Where(role => int.IsPow2((int)role)))
        {
            var actor = new Actor("somebody", role, null, null, new Guid("11111111-1111-1111-1111-111111111111"));
            Assert.Equal(role is Roles.Administrator, Concept<WorkingYear, WorkingYearCommand, WorkingYearEvent>.Allows(Load2027, actor));
        }
    }

    [Fact]
    public void TheBuiltInYearsWouldPassTheSameRules() =>
        Assert.All(WorkingCalendar.BuiltIn.Years, year => Assert.Empty(WorkingYear.Check(year)));

    [Fact]
    public void TheRowsNameTheYearAndEveryDayOfItsNotice()
    {
        var rows = WorkingYearRows.Of("working-year/2027", Loaded(), 3);
        var main = Assert.IsType<WorkingYearRow>(rows[0]);
        Assert.Equal((2027, 3), (main.Year, main.Version));
        Assert.Equal(["2027-01-31", "2027-02-20"], rows.OfType<WorkingYearDayRow>().Where(row => row.IsWorking).Select(row => row.Day));
        Assert.Equal(5, rows.OfType<WorkingYearDayRow>().Count(row => !row.IsWorking));
    }

    /// <summary>The released shapes. They are storage format and never change; a new shape is a new line beside them.</summary>
    [Fact]
    public void ReleasedShapesStillLoad()
    {
        const string Body = """{"year":2027,"restDays":["2027-01-01","2027-02-08"],"workedDays":["2027-01-31"],"source":"通知","documentNumber":"国办发明电〔2026〕0号"}""";
        var happened = WorkingYear.Concept.ReadEvent("working-year.loaded", Body);
        var state = WorkingYear.Concept.Fold([happened])!;
        var stored = JsonSerializer.Deserialize<WorkingYear>(Body, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<WorkingYear>)WorkingYear.Concept.InfoOf(typeof(WorkingYear)))!;
        Assert.Equal(WorkingYear.Concept.WriteState(state), WorkingYear.Concept.WriteState(stored));
        Assert.Equal(Body, WorkingYear.Concept.WriteEvent(happened));
    }

    [Fact]
    public void CommandAndStateSurviveTheWayBetweenSilos()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var arrived = serializer.Deserialize<Command>(serializer.SerializeToArray<Command>(Load2027));
        Assert.Equal(WorkingYear.Concept.HashOf(Load2027), WorkingYear.Concept.HashOf(arrived!));
        Assert.Equal(WorkingYear.Concept.WriteState(Loaded()), WorkingYear.Concept.WriteState(serializer.Deserialize<WorkingYear>(serializer.SerializeToArray(Loaded()))!));
    }

    [Fact]
    public void AStatutoryClockSurvivesTheWayBetweenSilos()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var started = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var clock = new StatutoryClock
        {
            RuleId = StatutoryRules.PenaltyDecision,
            StartedAt = started,
            Pauses = [new ClockPause(PauseReason.Testing, "检1", started.AddDays(3), started.AddDays(9))],
            Extensions = [new ClockExtension(30, "局长", "延1")],
        };
        var arrived = serializer.Deserialize<StatutoryClock>(serializer.SerializeToArray(clock));
        Assert.Equal(clock.Evaluate(WorkingCalendar.BuiltIn).Print(english: false), arrived!.Evaluate(WorkingCalendar.BuiltIn).Print(english: false));
    }

    internal static WorkingYear Loaded() => WorkingYear.Apply(null, Decide(null, Load2027).Events.Single());

    internal static Circumstances On2027 => new(Administrator, new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero), WorkingCalendar.BuiltIn) { Key = "2027" };

    private static Actor Administrator => new("admin", Roles.Administrator, null, null, new Guid("11111111-1111-1111-1111-111111111111"));

    private static Decision<WorkingYearEvent> Decide(WorkingYear? year, LoadWorkingYear command) => WorkingYear.Concept.Decided(year, command, On2027);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}

internal sealed class WorkingYearStates() : SampleStates<WorkingYear, WorkingYearCommand, WorkingYearEvent>(WorkingYear.Concept)
{
    public override IReadOnlyList<(string Name, WorkingYear? State)> States => [("(not loaded)", null), ("Loaded", WorkingYearTests.Loaded())];

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", WorkingYearTests.On2027)];

    public override bool AsksForFacts => false;
}
