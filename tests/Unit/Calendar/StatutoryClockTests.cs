using System.Collections.Immutable;
using CsCheck;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

public sealed class StatutoryClockTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    [Theory]
    // Hours run through, over night and holidays.
    [InlineData(StatutoryRules.TransferSending, "2026-02-14 16:30", "2026-02-15 16:30")]
    // Three days (310号令): the start day does not count, the last one rolls when it is a day of rest.
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-03-02 09:00", "2026-03-06 00:00")]
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-02-13 09:00", "2026-02-25 00:00")]   // Monday of Spring Festival → 24 February
    [InlineData(StatutoryRules.TransferPoliceDecision, "2025-09-30 09:00", "2025-10-10 00:00")]   // National Day 2025
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-02-11 23:59", "2026-02-15 00:00")] // ends on a make-up Saturday
    [InlineData(StatutoryRules.TransferPoliceDecision, "2025-12-30 09:00", "2026-01-05 00:00")] // Sunday 4 January is worked
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-03-02 00:00", "2026-03-06 00:00")] // a first instant is of its day
    // The head's three days do not roll: no rule of the regulation says so, and not to roll is stricter for the bureau itself.
    [InlineData(StatutoryRules.TransferDecision, "2026-02-11 23:59", "2026-02-15 00:00")]
    [InlineData(StatutoryRules.TransferDecision, "2026-02-13 09:00", "2026-02-17 00:00")]
    [InlineData(StatutoryRules.TransferDecision, "2025-09-30 09:00", "2025-10-04 00:00")]
    // Working days.
    [InlineData(StatutoryRules.PenaltyPreservation, "2026-02-10 15:00", "2026-02-27 00:00")]
    [InlineData(StatutoryRules.PenaltyStatement, "2025-09-26 15:00", "2025-10-11 00:00")]
    [InlineData(StatutoryRules.PenaltyFiling, "2025-12-25 08:00", "2026-01-17 00:00")]
    [InlineData(StatutoryRules.ComplaintMediation, "2026-01-05 08:00", "2026-03-14 00:00")]
    // Days that are long.
    [InlineData(StatutoryRules.PenaltyDecision, "2026-01-05 08:00", "2026-04-08 00:00")]    // 5 April 2026 is 清明; the 7th is worked
    [InlineData(StatutoryRules.PenaltySeizure, "2026-01-20 08:00", "2026-02-20 00:00")]
    // Months, to the very day and on to the month's end.
    [InlineData(StatutoryRules.PenaltyLimitation, "2024-02-29 08:00", "2026-03-01 00:00")]
    // Counted back.
    [InlineData(StatutoryRules.PenaltyHearingNotice, "2026-02-26 09:00", "2026-02-11 00:00")]
    [InlineData(StatutoryRules.ProductionLicenceApplication, "2026-08-31 12:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.ProductionLicenceWindow, "2026-08-31 12:00", "2025-08-31 00:00")]
    [InlineData(StatutoryRules.FoodLicenceApplication, "2026-03-15 12:00", "2026-01-28 00:00")]
    [InlineData(StatutoryRules.CertificateApplication, "2026-03-15 12:00", "2026-03-16 00:00")]
    [InlineData(StatutoryRules.CertificateWindow, "2026-03-15 12:00", "2025-12-15 00:00")]
    [InlineData(StatutoryRules.LicenceDeregistration, "2026-03-15 12:00", "2026-04-15 00:00")]
    public void AClockIsDueAsItsStatuteSays(string rule, string startedAt, string dueAt)
    {
        var clock = new StatutoryClock { RuleId = rule, StartedAt = At(startedAt) }.Evaluate(Calendar);
        Assert.Equal(At(dueAt), clock.DueAt);
        Assert.Empty(clock.AssumedYears);
    }

    [Fact]
    public void AnExtensionIsCountedOnFromWhereTheLengthEnds()
    {
        var clock = Decision("2026-01-05 08:00") with { Extensions = [new ClockExtension(30, "局长", "延〔2026〕3号")] };
        Assert.Equal(At("2026-05-07 00:00"), clock.Evaluate(Calendar).DueAt);   // 90 + 30 days end on 5 May, Labour Day; the 6th is worked
    }

    [Fact]
    public void APauseMovesTheDueDateByTheDaysItCovers()
    {
        var plain = Decision("2026-03-02 08:00").Evaluate(Calendar);
        Assert.Equal(Day("2026-06-01"), plain.LastDay);   // 31 May is a Sunday

        // Ten midnights, wherever in the day it begins and ends.
        var paused = Decision("2026-03-02 08:00") with { Pauses = [Pause("2026-03-10 10:00", "2026-03-20 09:00")] };
        Assert.Equal(Day("2026-06-10"), paused.Evaluate(Calendar).LastDay);
        Assert.Equal(TimeSpan.FromDays(10), paused.Evaluate(Calendar).Count.Stopped);
    }

    [Fact]
    public void APauseOfWholeDaysTakesExactlyThoseDays()
    {
        // Tuesday 3 March is paused from midnight to midnight: the five working days are 4, 5, 6, 9 and 10 March.
        var clock = Clock(PeriodUnit.WorkingDays, 5, "2026-03-02 08:00", Pause("2026-03-03 00:00", "2026-03-04 00:00"));
        Assert.Equal(Day("2026-03-10"), clock.LastDay);
    }

    [Fact]
    public void APauseOverAWeekendCostsNoWorkingDays()
    {
        var clock = Clock(PeriodUnit.WorkingDays, 5, "2026-03-05 08:00", Pause("2026-03-07 00:00", "2026-03-09 00:00"));
        Assert.Equal(Day("2026-03-12"), clock.LastDay);
    }

    [Fact]
    public void APauseWithinOneDayMovesNoDayButMovesHours()
    {
        Assert.Equal(Day("2026-03-09"), Clock(PeriodUnit.WorkingDays, 5, "2026-03-02 08:00", Pause("2026-03-03 09:00", "2026-03-03 15:30")).LastDay);
        Assert.Equal(At("2026-03-03 14:30"), Clock(PeriodUnit.Hours, 24, "2026-03-02 08:00", Pause("2026-03-02 09:00", "2026-03-02 15:30")).DueAt);
    }

    [Fact]
    public void APauseThatBeginsOnTheLastDaySavesIt()
    {
        var clock = Clock(PeriodUnit.WorkingDays, 5, "2026-03-02 08:00", Pause("2026-03-09 17:00", "2026-03-12 10:00"));
        Assert.Equal(Day("2026-03-12"), clock.LastDay);
    }

    [Fact]
    public void APauseThatBeginsAfterTheClockWasDueChangesNothing()
    {
        var plain = Clock(PeriodUnit.CalendarDays, 5, "2026-03-02 08:00");
        var late = Clock(PeriodUnit.CalendarDays, 5, "2026-03-02 08:00", Pause("2026-03-10 00:00", null));
        Assert.Equal(plain.DueAt, late.DueAt);
    }

    [Fact]
    public void AClockInAPauseThatIsNotOverHasNoDueDateAndSaysWhatIsLeft()
    {
        var clock = Clock(PeriodUnit.WorkingDays, 5, "2026-03-02 08:00", Pause("2026-03-05 10:00", null));
        Assert.Null(clock.DueAt);
        Assert.Equal(TimeSpan.FromDays(3), clock.Count.Remaining);
        Assert.Contains("结果：期限中止中，恢复后尚余3个工作日", clock.Print(english: false), StringComparison.Ordinal);
    }

    [Fact]
    public void HoursThatArePausedAreAddedUp()
    {
        var paused = Clock(PeriodUnit.Hours, 24, "2026-03-02 08:00", Pause("2026-03-02 09:00", "2026-03-02 15:30"), Pause("2026-03-02 16:00", "2026-03-02 16:30"));
        Assert.Equal((At("2026-03-03 15:00"), TimeSpan.FromHours(7)), (paused.DueAt!.Value, paused.Count.Stopped));
        // Of a pause that began before the clock, what lies after its start.
        Assert.Equal(At("2026-03-03 10:00"), Clock(PeriodUnit.Hours, 24, "2026-03-02 08:00", Pause("2026-03-01 08:00", "2026-03-02 10:00")).DueAt);
        // A pause that begins when the clock is due, or later, comes too late.
        Assert.Equal(At("2026-03-03 08:00"), Clock(PeriodUnit.Hours, 24, "2026-03-02 08:00", Pause("2026-03-03 08:00", "2026-03-03 10:00")).DueAt);
        Assert.Equal(At("2026-03-03 08:00"), Clock(PeriodUnit.Hours, 24, "2026-03-02 08:00", Pause("2026-03-03 09:00", null)).DueAt);

        var open = Clock(PeriodUnit.Hours, 24, "2026-03-02 08:00", Pause("2026-03-02 09:00", "2026-03-02 15:30"), Pause("2026-03-02 16:00", null));
        Assert.Equal((null, TimeSpan.FromHours(6.5), TimeSpan.FromHours(22.5)), (open.DueAt, open.Count.Stopped, open.Count.Remaining!.Value));
    }

    [Fact]
    public void APauseForAReasonThatTheRuleDoesNotKnowPassesItBy()
    {
        var sealing = new StatutoryClock { RuleId = StatutoryRules.PenaltySeizure, StartedAt = At("2026-03-02 08:00") };
        var heard = sealing with { Pauses = [Pause("2026-03-05 10:00", "2026-03-15 10:00") with { Reason = PauseReason.Hearing }] };
        Assert.Equal(sealing.Evaluate(Calendar).DueAt, heard.Evaluate(Calendar).DueAt);
        Assert.Contains("does not stop this clock", heard.Evaluate(Calendar).Print(english: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatutoryRules.PenaltyService, "2026-12-28 08:00", "2027-01-07 00:00")]     // working days that reach into 2027
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-12-31 08:00", "2027-01-05 00:00")]   // Sunday 3 January 2027 rolls
    public void AnUnloadedYearIsNamedInTheAnswer(string rule, string startedAt, string dueAt)
    {
        var clock = new StatutoryClock { RuleId = rule, StartedAt = At(startedAt) }.Evaluate(Calendar);
        Assert.Equal(At(dueAt), clock.DueAt);
        Assert.Equal([2027], clock.AssumedYears);
        Assert.Contains("2027年工作日安排尚未载入", clock.Print(english: false), StringComparison.Ordinal);
    }

    [Fact]
    public void CalendarDaysThatDoNotRollAskNoCalendar() =>
        Assert.Empty(new StatutoryClock { RuleId = StatutoryRules.LicenceDeregistration, StartedAt = At("2027-03-15 12:00") }.Evaluate(Calendar).AssumedYears);

    [Fact]
    public void TheDerivationIsPrintedLineByLine()
    {
        var evaluated = Example();

        Assert.Equal(
            """
            事项：作出处罚决定（规则 penalty.decision）
            依据：《行政处罚法》第六十条、《市场监督管理行政处罚程序规定》第六十四条
            起算：立案，2025-11-03（周一）10:00，自次日起算
            期间：90日之内
            延长：30日，局长批准，文书延〔2026〕3号
            中止：检测，2025-12-01（周一）09:00至2025-12-19（周五）16:00，文书检〔2026〕1号
            中止：鉴定，2025-12-15（周一）09:00至2025-12-22（周一）11:00，文书鉴〔2025〕4号
            扣除：中止时间共21日不计入，重叠部分只计一次
            结果：最后一日为2026-03-24（周二），至当日24时止
            """,
            evaluated.Print(english: false));
        Assert.Equal(
            """
            Owed: decision on the penalty (rule penalty.decision)
            Basis: Administrative Penalty Law (2021), art. 60; Provisions on Procedures for Penalties by Market Regulators (SAMR 2, rev. 42 and 61), art. 64
            Start: filing, 2025-11-03 (Mon) 10:00, counted from the day after
            Length: within 90 days
            Extension: 30 days, granted by 局长, document 延〔2026〕3号
            Pause: test, 2025-12-01 (Mon) 09:00 to 2025-12-19 (Fri) 16:00, document 检〔2026〕1号
            Pause: expert opinion, 2025-12-15 (Mon) 09:00 to 2025-12-22 (Mon) 11:00, document 鉴〔2025〕4号
            Not counted: 21 days of pauses, overlaps once
            Result: the last day is 2026-03-24 (Tue), until its end (24:00 Asia/Shanghai)
            """,
            evaluated.Print(english: true));
    }

    /// <summary>docs/clocks.md shows derivations: they are those that the program prints.</summary>
    [Fact]
    public void TheDerivationsOfTheDocumentAreThoseThatArePrinted()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "clocks.md")).ReplaceLineEndings("\n");
        Assert.Contains(Example().Print(english: false), page, StringComparison.Ordinal);
        Assert.Contains(Example().Print(english: true), page, StringComparison.Ordinal);
        var nationalDay = Evaluated(StatutoryRules.TransferPoliceDecision, "2025-09-30 09:00").Print(english: false).Split('\n');
        Assert.Contains(string.Join('\n', nationalDay[2..]), page, StringComparison.Ordinal);
        Assert.Contains(
            Evaluated(StatutoryRules.PenaltyService, "2026-12-28 08:00").Print(english: false).Split('\n')[^1],
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ADerivationSaysWhereALastDayRolled()
    {
        var clock = new StatutoryClock { RuleId = StatutoryRules.TransferPoliceDecision, StartedAt = At("2025-09-30 09:00") };
        var text = clock.Evaluate(Calendar).Print(english: false);
        Assert.Contains("顺延：2025-10-03（周五）为休息日，顺延至2025-10-09（周四）（《民法典》第二百零三条）", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExtensionBeyondTheRuleIsMarked()
    {
        var clock = new StatutoryClock { RuleId = StatutoryRules.PenaltyFiling, StartedAt = At("2026-03-02 08:00"), Extensions = [new ClockExtension(20, "局长", "延1")] };
        Assert.Contains("超出规则所定的延长", clock.Evaluate(Calendar).Print(english: false), StringComparison.Ordinal);
        var within = clock with { Extensions = [new ClockExtension(15, "局长", "延1")] };
        Assert.DoesNotContain("超出", within.Evaluate(Calendar).Print(english: false), StringComparison.Ordinal);

        // One more than the rule knows is beyond it, however short it is.
        var further = clock with { Extensions = [new ClockExtension(15, "局长", "延1"), new ClockExtension(1, "局长", "延2")] };
        Assert.Contains("文书延2（超出规则所定的延长）", further.Evaluate(Calendar).Print(english: false), StringComparison.Ordinal);
    }

    [Fact]
    public void AStartBeforeTheRuleWasInForceIsSaid()
    {
        var before = new StatutoryClock { RuleId = StatutoryRules.FoodLicenceApplication, StartedAt = At("2019-12-31 12:00") }.Evaluate(Calendar);
        Assert.Contains("outside the row's validity", before.Print(english: true), StringComparison.Ordinal);
        Assert.Contains("起算日不在本规则有效期内", before.Print(english: false), StringComparison.Ordinal);
    }

    [Fact]
    public void PausesAndExtensionsThatWereNotSentAreNone()
    {
        var plain = Decision("2026-01-05 08:00");
        var unsent = plain with { Pauses = default, Extensions = default };
        Assert.Equal(plain.Evaluate(Calendar).DueAt, unsent.Evaluate(Calendar).DueAt);
        Assert.Equal(plain.Evaluate(Calendar).Print(english: false), unsent.Evaluate(Calendar).Print(english: false));
    }

    [Fact]
    public void ADerivationSaysWhatWasStoppedInTheUnitOfThePeriodAndOnlyThere()
    {
        Assert.DoesNotContain("扣除", Clock(PeriodUnit.WorkingDays, 5, "2026-03-02 08:00").Print(english: false), StringComparison.Ordinal);
        Assert.Contains("扣除：中止时间共2个工作日", Clock(PeriodUnit.WorkingDays, 5, "2026-03-02 08:00", Pause("2026-03-03 10:00", "2026-03-05 10:00")).Print(english: false), StringComparison.Ordinal);
        Assert.Contains("扣除：中止时间共2日", Clock(PeriodUnit.Months, 1, "2026-03-02 08:00", Pause("2026-03-03 10:00", "2026-03-05 10:00")).Print(english: false), StringComparison.Ordinal);
        Assert.Contains("扣除：中止时间共6小时30分", Clock(PeriodUnit.Hours, 24, "2026-03-02 08:00", Pause("2026-03-02 09:00", "2026-03-02 15:30")).Print(english: false), StringComparison.Ordinal);
    }

    [Fact]
    public void AWindowIsSaidByTheDayItOpensAndATermByItsLast()
    {
        Assert.Contains("结果：自2025-08-31（周日）零时起", Evaluated(StatutoryRules.ProductionLicenceWindow, "2026-08-31 12:00").Print(english: false), StringComparison.Ordinal);
        Assert.Contains("结果：最后一日为2026-02-28（周六），至当日24时止", Evaluated(StatutoryRules.ProductionLicenceApplication, "2026-08-31 12:00").Print(english: false), StringComparison.Ordinal);
    }

    [Fact]
    public void APeriodInHoursRunsFromNoDay() =>
        Assert.Contains("runs from an instant", Assert.Throws<InvalidOperationException>(() => StatutoryPeriod.OfHours(24).DayFrom(Day("2026-03-02"), Calendar)).Message, StringComparison.Ordinal);

    [Fact]
    public void MonthsAreExtendedByMonths()
    {
        var period = StatutoryPeriod.OfMonths(1);
        Assert.Equal(Day("2026-06-02"), period.Count(At("2026-03-02 08:00"), [], 2, Calendar).LastDay);
    }

    [Fact]
    public void WhatStoodStillBeforeAnOpenPauseIsSaidToo()
    {
        var clock = Clock(PeriodUnit.WorkingDays, 5, "2026-03-02 08:00", Pause("2026-03-03 10:00", "2026-03-04 10:00"), Pause("2026-03-06 10:00", null));
        Assert.Equal((null, TimeSpan.FromDays(1), TimeSpan.FromDays(3)), (clock.DueAt, clock.Count.Stopped, clock.Count.Remaining));
    }

    [Fact]
    public void APauseThatBeginsOnTheDayOfRestOnWhichAPeriodEndsStillSavesIt()
    {
        // Five days end on Saturday, 7 March 2026; one of them more was paused before.
        var period = StatutoryPeriod.OfDays(4);
        var before = Pause("2026-03-04 10:00", "2026-03-05 10:00");
        var open = period.Count(At("2026-03-02 08:00"), [before, Pause("2026-03-08 10:00", null)], 0, Calendar);
        Assert.Equal((null, TimeSpan.FromDays(1), TimeSpan.Zero), (open.DueAt, open.Stopped, open.Remaining));
        var over = period.Count(At("2026-03-02 08:00"), [before, Pause("2026-03-08 10:00", "2026-03-10 10:00")], 0, Calendar);
        Assert.Equal((Day("2026-03-10"), Day("2026-03-07")), (over.LastDay, over.RolledFrom));
    }

    [Theory]
    // Only years in which a day was counted are named: the day of the event is not counted.
    [InlineData("2026-12-31 08:00", 0, null)]
    [InlineData("2025-01-01 08:00", 0, null)]
    [InlineData("2024-12-31 08:00", 1, null)]
    [InlineData("2024-12-31 08:00", 5, null)]
    [InlineData("2024-12-30 08:00", 5, 2024)]
    [InlineData("2026-12-31 08:00", 1, 2027)]
    public void AYearIsAssumedWhereADayOfItWasCounted(string startedAt, int days, int? year) =>
        Assert.Equal(year is { } assumed ? [assumed] : Array.Empty<int>(), StatutoryPeriod.OfWorkingDays(days).Count(At(startedAt), [], 0, Calendar).AssumedYears);

    [Fact]
    public void PausesThatOverlapOrTouchAreOneAndOneThatEndsBeforeItBeginsIsNone()
    {
        var start = "2026-03-02 08:00";
        // From nine to four, whichever way it is told.
        Assert.Equal(TimeSpan.FromHours(7), Clock(PeriodUnit.Hours, 24, start, Pause("2026-03-02 09:00", "2026-03-02 15:00"), Pause("2026-03-02 10:00", "2026-03-02 16:00")).Count.Stopped);
        Assert.Equal(TimeSpan.FromHours(7), Clock(PeriodUnit.Hours, 24, start, Pause("2026-03-02 09:00", "2026-03-02 16:00"), Pause("2026-03-02 10:00", "2026-03-02 15:00")).Count.Stopped);
        Assert.Equal(TimeSpan.Zero, Clock(PeriodUnit.Hours, 24, start, Pause("2026-03-02 16:00", "2026-03-02 09:00")).Count.Stopped);
        // The first goes over into the second, which is not over: it stands still since the third of March.
        var touching = Clock(PeriodUnit.CalendarDays, 5, start, Pause("2026-03-03 10:00", "2026-03-05 00:00"), Pause("2026-03-05 00:00", null));
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromDays(5)), (touching.Count.Stopped, touching.Count.Remaining));
    }

    [Fact]
    public void ALaterStartIsNeverDueEarlier() =>
        Gen.Select(AnyPeriod, AnyInstant, Gen.Int[0, 40 * 24 * 60], AnyPauses).Sample((period, start, minutes, pauses) =>
            Due(period, start, pauses) <= Due(period, start.AddMinutes(minutes), pauses));

    [Fact]
    public void AddingAPauseNeverMovesTheDueDateEarlier() =>
        Gen.Select(AnyPeriod, AnyInstant, AnyPauses, AnyPause).Sample((period, start, pauses, more) =>
            Due(period, start, pauses) <= Due(period, start, pauses.Add(more)));

    [Fact]
    public void PausesThatOverlapAreTheirUnion() =>
        Gen.Select(AnyPeriod, AnyInstant, AnyInstant, Gen.Int[1, 20000], Gen.Double[0, 1], Gen.Int[1, 20000]).Sample((period, start, pausedAt, minutes, where, more) =>
        {
            var end = pausedAt.AddMinutes(minutes);
            var secondAt = pausedAt.AddMinutes((int)(minutes * where));
            var secondEnd = secondAt.AddMinutes(more);
            var union = end > secondEnd ? end : secondEnd;
            return Due(period, start, [Test(pausedAt, end), Test(secondAt, secondEnd)]) == Due(period, start, [Test(pausedAt, union)])
                && Due(period, start, [Test(secondAt, secondEnd), Test(pausedAt, end)]) == Due(period, start, [Test(pausedAt, union)]);
        });

    [Fact]
    public void APauseInsideAPeriodOfDaysMovesItByTheMidnightsItCovers() =>
        Gen.Select(AnyInstant, Gen.Int[1, 60 * 24 * 60]).Sample((pausedAt, minutes) =>
        {
            var period = new StatutoryPeriod(200, PeriodUnit.CalendarDays);
            var end = pausedAt.AddMinutes(minutes);
            var start = pausedAt.AddDays(-30);
            var midnights = ShanghaiTime.DayOf(end).DayNumber - ShanghaiTime.DayOf(pausedAt).DayNumber;
            return Due(period, start, [Test(pausedAt, end)]) == Due(period, start, []).AddDays(midnights);
        });

    [Fact]
    public void HoursArePausedToTheMinute() =>
        Gen.Select(AnyInstant, Gen.Int[1, 20000], Gen.Int[0, 23]).Sample((start, minutes, after) =>
        {
            var pausedAt = start.AddHours(after);
            return Due(StatutoryPeriod.OfHours(24), start, [Test(pausedAt, pausedAt.AddMinutes(minutes))]) == start.AddHours(24).AddMinutes(minutes);
        });

    [Fact]
    public void AnExtensionNeverMovesTheDueDateEarlier() =>
        Gen.Select(AnyPeriod, AnyInstant, AnyPauses, Gen.Int[0, 30]).Sample((period, start, pauses, extension) =>
            Due(period, start, pauses) <= (period.Count(start, pauses, extension, Calendar).DueAt ?? DateTimeOffset.MaxValue));

    // From November 2025 to March 2027: holidays, make-up days, a year's end, and a year that is not loaded.
    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Int[0, 500 * 24 * 60].Select(minutes => At("2025-11-01 00:00").AddMinutes(minutes));

    private static readonly Gen<StatutoryPeriod> AnyPeriod = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 2].Select(unit => (PeriodUnit)unit), Gen.Bool)
        .Select((length, unit, rolls) => new StatutoryPeriod(length, unit, RollsOnRestDay: rolls && unit is PeriodUnit.CalendarDays));

    private static readonly Gen<ClockPause> AnyPause = Gen.Select(AnyInstant, Gen.Int[0, 20000], Gen.Int[0, 9])
        .Select((start, minutes, open) => Test(start, open == 0 ? null : start.AddMinutes(minutes)));

    private static readonly Gen<ImmutableArray<ClockPause>> AnyPauses = AnyPause.Array[0, 4].Select(pauses => pauses.ToImmutableArray());

    // A clock that stands still is due later than any that runs.
    private static DateTimeOffset Due(StatutoryPeriod period, DateTimeOffset start, ImmutableArray<ClockPause> pauses) =>
        period.Count(start, pauses, 0, Calendar).DueAt ?? DateTimeOffset.MaxValue;

    /// <summary>A case filed on 3 November 2025; a test and an expert opinion overlap; the head grants thirty days.</summary>
    private static EvaluatedClock Example() => new StatutoryClock
    {
        RuleId = StatutoryRules.PenaltyDecision,
        StartedAt = At("2025-11-03 10:00"),
        Pauses =
        [
            Pause("2025-12-01 09:00", "2025-12-19 16:00"),
            Pause("2025-12-15 09:00", "2025-12-22 11:00") with { Reason = PauseReason.ExpertOpinion, Document = "鉴〔2025〕4号" },
        ],
        Extensions = [new ClockExtension(30, "局长", "延〔2026〕3号")],
    }.Evaluate(Calendar);

    private static EvaluatedClock Evaluated(string rule, string startedAt) => new StatutoryClock { RuleId = rule, StartedAt = At(startedAt) }.Evaluate(Calendar);

    private static StatutoryClock Decision(string startedAt) => new() { RuleId = StatutoryRules.PenaltyDecision, StartedAt = At(startedAt) };

    private static EvaluatedClock Clock(PeriodUnit unit, int length, string startedAt, params ClockPause[] pauses)
    {
        var rule = StatutoryRules.On(StatutoryRules.PenaltyDecision, Day("2026-01-01")) with { Period = new StatutoryPeriod(length, unit) };
        return new StatutoryClock { RuleId = rule.Id, StartedAt = At(startedAt), Pauses = [.. pauses] }.Evaluate(rule, Calendar);
    }

    private static ClockPause Pause(string from, string? to) => Test(At(from), to is null ? null : At(to));

    private static ClockPause Test(DateTimeOffset from, DateTimeOffset? to) => new(PauseReason.Testing, "检〔2026〕1号", from, to);

    private static DateTimeOffset At(string shanghai) =>
        new DateTimeOffset(DateTime.ParseExact(shanghai, "yyyy-MM-dd HH:mm", null), ShanghaiTime.Offset).ToUniversalTime();

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
