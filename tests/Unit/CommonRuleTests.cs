using System.Collections.Immutable;
using System.Text.Json;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Rules that several concepts share, at, below and above where each begins to hold.</summary>
public sealed class CommonRuleTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("12.34", 1234L)]
    [InlineData("-0.01", -1L)]
    [InlineData("12.345", null)]
    [InlineData("10000000000000", 1_000_000_000_000_000L)]
    [InlineData("10000000000000.01", null)]
    [InlineData("-10000000000000.01", null)]
    public void An_amount_has_two_decimals_and_is_not_beyond_all_measure(string yuan, long? fen) =>
        Assert.Equal(fen is { } whole ? new Yuan(whole) : null, Yuan.From(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1899-12-31", false)]
    [InlineData("1900-01-01", true)]
    [InlineData("2199-12-31", true)]
    [InlineData("2200-01-01", false)]
    public void A_day_that_can_be_meant_lies_between_1900_and_2199(string day, bool isPlausible) =>
        Assert.Equal(isPlausible, PlausibleDays.Problem("on", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is null);

    [Fact]
    public void Of_several_days_the_first_that_cannot_be_meant_is_named() =>
        Assert.Contains("0001-01-01", PlausibleDays.Problem(new LoadWorkingYear(2027, [Some.Today, DateOnly.MinValue, DateOnly.MaxValue], [], "通知"))!.Problem, StringComparison.Ordinal);

    [Fact]
    public void A_name_that_cannot_be_stored_is_no_officer_s() =>
        Assert.Equal("officers", Assert.IsType<InvalidInput>(OfficerNames.Problem(["officer", new string('长', AccountName.MaxLength + 1)], "officers")).Field);

    /// <summary>Whose accounts are asked before a command is decided; * where somebody may have left since.</summary>
    [Fact]
    public void Each_command_that_names_officers_says_whom() => Assert.Equal(
        [
            "AddEvidence: officer, second *", "AskRecusal: second", "AssignCaseOfficers: second, third",
            "AssignInspectionOfficers: liang, third",
            "AssignRectificationOfficer: third",
            "BeginInspection: officer, shao *",
            "CorrectInspectionRecord:  *", "FileCase: officer, second",
            "MoveCaseWork: third", "MoveCrimeTransferWork: third", "MoveInspectionWork: third",
            "MoveRectificationWork: third", "NameTransferTaskGroup: officer, second",
            "PenaliseOnTheSpot: officer, second", "PlanInspection: liang, shao", "RecordInspection: liang, shao *",
            "RecordReinspection: liang, shao *", "SeizeGoods: officer, second *",
        ],
        typeof(Command).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(INamesOfficers)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (INamesOfficers)Samples.Of(type)).Select(command => $"{command.GetType().Name}: {string.Join(", ", command.Officers ?? [])}{(command.MayHaveLeft ? " *" : "")}"));

    [Theory]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    [InlineData(2099, true)]
    [InlineData(2100, false)]
    public void A_working_year_lies_in_this_century(int year, bool isTaken)
    {
        var holiday = new DateOnly(year, 1, 4);
        while (holiday.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            holiday = holiday.AddDays(1);
        }

        var broken = WorkingYear.Check(new WorkingYear { Year = year, RestDays = [holiday], WorkedDays = [], Source = "通知" });
        Assert.Equal(isTaken, !broken.Any(what => what.Contains("The year must lie", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_built_in_years_are_in_order() => Assert.Equal(WorkingCalendar.BuiltIn.Years.Select(year => year.Year).Order(), WorkingCalendar.BuiltIn.Years.Select(year => year.Year));

    [Fact]
    public void A_deadline_of_a_licence_is_met_when_its_kind_and_its_instant_stand_and_not_before()
    {
        var licence = Some.ActiveLicence();
        var due = LicenceDeadlines.Of(licence).Single(open => open.Kind == LicenceDeadlines.Expiry).DueAt;
        Assert.True(HasExpired(LicenceDeadlines.Expiry, due, at: due));
        Assert.False(HasExpired(LicenceDeadlines.Expiry, due, at: due.AddMilliseconds(-1)));
        Assert.False(HasExpired(LicenceDeadlines.Expiry, due.AddDays(-1), at: due));
        Assert.False(HasExpired(LicenceDeadlines.SuspensionEnd, due, at: due));

        bool HasExpired(string kind, DateTimeOffset dueAt, DateTimeOffset at) => Licence.Concept.Decided(licence, new LicenceDeadlineReached(kind, dueAt), Some.At(at)).Events.Any(happened => happened is LicenceExpired);
    }

    [Theory]
    // 行政许可法 第七十条.
    [InlineData(DeregistrationGround.Lapsed, "Expired")]
    [InlineData(DeregistrationGround.WithdrawnOrRevoked, "Withdrawn, Revoked")]
    [InlineData(DeregistrationGround.ProductionStopped, "Active, Expired, Withdrawn, Revoked")]
    public void A_licence_is_deregistered_on_a_ground_that_its_status_meets(DeregistrationGround ground, string statuses) => Assert.Equal(statuses, string.Join(", ",
        new[] { Some.ActiveLicence(), Some.ExpiredLicence(), Some.WithdrawnLicence(), Some.RevokedLicence() }.Where(licence => LicenceLaw.Refusal(licence, new DeregisterLicence(Some.Grounds, ground), Some.On(Some.Today)) is null).Select(licence => licence.Status)));

    /// <summary>Who is no more is neither inspected nor ordered to put anything right; what it did before is a case.</summary>
    [Fact]
    public void An_enterprise_that_has_ended_is_neither_inspected_nor_ordered_about()
    {
        var yesterday = Some.Today.AddDays(-1);
        var ended = new EnterpriseHasEnded(Some.CreditCode, "某厂", yesterday);
        var gone = new EndedEnterprise("某厂", yesterday);
        var inspecting = SomeInspection.On(Some.Today, SomeInspection.Facts with { Ended = gone });
        var begun = new BeginInspection(Some.CreditCode, ["officer", "shao"]);
        Assert.Equal(ended, SomeInspection.Refused(null, SomeInspection.Plan, inspecting));
        Assert.Equal(ended, SomeInspection.Refused(null, begun, inspecting));
        var ordering = SomeRectification.On(Some.Today, SomeRectification.Facts with { Ended = gone });
        Assert.Equal(ended, SomeRectification.Refused(null, SomeRectification.Order, ordering));

        // What was done while it was there is entered with its day.
        foreach (var (day, refused) in new[] { (yesterday, ended), (yesterday.AddDays(-1), null) })
        {
            Assert.Equal(refused, SomeInspection.Refused(null, begun with { On = day }, inspecting));
            Assert.Equal(refused, SomeInspection.Refused(null, SomeInspection.Plan with { On = day, PlannedOn = day }, inspecting));
            Assert.Equal(refused, SomeRectification.Refused(null, SomeRectification.Order with { On = day }, ordering));
        }

        // A visit that was to be made when it was gone by then is not planned, whenever that was entered.
        var late = SomeInspection.Plan with { On = yesterday.AddDays(-1), PlannedOn = yesterday };
        Assert.Equal(ended, SomeInspection.Refused(null, late, inspecting));
        Assert.Null(CaseTale.Filed().Refused(CaseTale.Figures(goods: 1)));
    }

    [Fact]
    public void What_is_so_already_of_an_inspection_or_an_enterprise_is_not_recorded_again()
    {
        Assert.Empty(Inspection.Concept.Decided(SomeInspection.Planned(), new AssignInspectionOfficers(SomeInspection.TwoOfficers, Some.Grounds), SomeInspection.On(Some.Today)).Events);
        Assert.Empty(Enterprise.Concept.Decided(Some.Enterprise(), new AssessEnterpriseRisk(Some.Enterprise().RiskLevel, "复核"), Some.On(Some.Today)).Events);
    }

    [Fact]
    public void An_enterprise_that_is_not_registered_is_not_inspected() =>
        Assert.IsType<NotFound>(SomeInspection.Refused(null, SomeInspection.Plan, SomeInspection.On(Some.Today, SomeInspection.Facts with { EnterpriseIsRegistered = false })));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void An_enterprise_was_founded_today_at_the_latest(int daysAhead, bool isTaken) =>
        Assert.Equal(isTaken, Enterprise.Concept.Decided(null, new RegisterEnterprise(Some.CreditCode, Some.Details with { RegisteredOn = Some.Today.AddDays(daysAhead) }, []), Some.On(Some.Today)).Refusal is null);

    [Fact]
    public void A_name_of_one_letter_is_still_somebody_who_was_named() => Assert.Equal(["a", "officer"], OfficerNames.Of(["A", " ", "officer"]));

    [Fact]
    public void Money_is_stored_as_the_number_of_fen()
    {
        Assert.Equal("12345", JsonSerializer.Serialize(new Yuan(12345)));
        Assert.Equal(new Yuan(12345), JsonSerializer.Deserialize<Yuan>("12345"));
    }

    /// <summary>A command asked again after an upgrade must find the subject that it made before.</summary>
    [Fact]
    public void Whose_number_was_drawn_once_is_drawn_in_every_version() => Assert.Equal("AJ-ZZ1XQ9CS9Q", DrawnNumber.For("AJ", Some.Officer));

    [Fact]
    public void A_drawn_number_has_ten_letters_or_digits_that_nobody_mistakes()
    {
        Assert.Null(DrawnNumber.Parse("AJ", " aj-zz1xq9cs9q ", out var number));
        Assert.Equal("AJ-ZZ1XQ9CS9Q", number);
        Assert.All(Enumerable.Range(3, 10), at => Assert.NotNull(DrawnNumber.Parse("AJ", string.Concat(number.AsSpan(0, at), "I", number.AsSpan(at + 1)), out _)));
        Assert.All(new[] { "AJ-ZZ1XQ9CS9", "AJ-ZZ1XQ9CS9QQ", "YS-ZZ1XQ9CS9Q", "AJZZZ1XQ9CS9Q", "", null }, text => Assert.NotNull(DrawnNumber.Parse("AJ", text, out _)));
    }
}
