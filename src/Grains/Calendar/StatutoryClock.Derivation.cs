using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public sealed partial record StatutoryClock
{
    private const string Weekdays = "日一二三四五六";

    private ImmutableArray<BilingualText> Derive(StatutoryRule rule, CountedPeriod count) =>
    [
        new($"事项：{rule.Title.Chinese}（规则 {rule.Id}）", $"Owed: {rule.Title.English} (rule {rule.Id})"),
        BasisLine(rule),
        StartLine(rule),
        LengthLine(rule.Period),
        .. Extensions.IsDefault ? [] : Extensions.Select((extension, index) => ExtensionLine(rule, extension, index)),
        .. Pauses.IsDefault ? [] : Pauses.OrderBy(pause => pause.StartedAt).Select(pause => PauseLine(rule, pause)),
        .. StoppedLine(rule.Period.Unit, count),
        .. RollLine(count),
        ResultLine(rule.Period, count),
        .. AssumedLine(count),
    ];

    private BilingualText BasisLine(StatutoryRule rule)
    {
        var (chinese, english) = rule.Confidence switch
        {
            Confidence.Confirmed => ("", ""),
            Confidence.OneSource => ("；仅有单一来源", "; from one source only"),
            _ => ("；暂定，待核实", "; provisional, to be confirmed"),
        };
        if (!rule.IsInForceOn(ShanghaiTime.DayOf(StartedAt)))
        {
            chinese += $"；起算日不在本规则有效期内（{Chinese(rule.ValidFrom)}起），参照适用";
            english += $"; the start lies outside the row's validity (from {English(rule.ValidFrom)}), applied as the nearest";
        }

        return new($"依据：{rule.Basis.Chinese}{chinese}", $"Basis: {rule.Basis.English}{english}");
    }

    private BilingualText StartLine(StatutoryRule rule)
    {
        var (chinese, english) = (rule.Period.Sense, rule.Period.Unit) switch
        {
            (PeriodSense.Within, PeriodUnit.Hours) => ($"{ChineseInstant(StartedAt)}，连续计算", $"{EnglishInstant(StartedAt)}, runs through"),
            (PeriodSense.Within, _) => ($"{ChineseInstant(StartedAt)}，自次日起算", $"{EnglishInstant(StartedAt)}, counted from the day after"),
            _ => ($"{Chinese(ShanghaiTime.DayOf(StartedAt))}，向前推算", $"{English(ShanghaiTime.DayOf(StartedAt))}, counted back"),
        };
        return new($"起算：{rule.Event.Chinese}，{chinese}", $"Start: {rule.Event.English}, {english}");
    }

    private static BilingualText LengthLine(StatutoryPeriod period)
    {
        var (chinese, english) = period.Sense switch
        {
            PeriodSense.Within => ("之内", "within"),
            PeriodSense.LatestBefore => ("之前（最迟）", "at the latest before, by"),
            _ => ("之前（最早）", "at the earliest before, by"),
        };
        return new($"期间：{Amount(period.Length, period.Unit).Chinese}{chinese}", $"Length: {english} {Amount(period.Length, period.Unit).English}");
    }

    private static BilingualText ExtensionLine(StatutoryRule rule, ClockExtension extension, int index)
    {
        var amount = Amount(extension.Length, rule.Period.Unit);
        var permitted = index < rule.Extensions.Length ? rule.Extensions[index] : null;
        var beyond = permitted is null || extension.Length > permitted.Length;
        return new(
            $"延长：{amount.Chinese}，{extension.GrantedBy}批准，文书{extension.Document}{(beyond ? "（超出规则所定的延长）" : "")}",
            $"Extension: {amount.English}, granted by {extension.GrantedBy}, document {extension.Document}{(beyond ? " (beyond what the rule provides for)" : "")}");
    }

    private static BilingualText PauseLine(StatutoryRule rule, ClockPause pause)
    {
        var stops = rule.StoppedBy.Contains(pause.Reason);
        return new(
            $"中止：{Terms.Of(pause.Reason).Chinese}，{ChineseInstant(pause.StartedAt)}至{(pause.EndedAt is { } end ? ChineseInstant(end) : "今（尚未结束）")}，文书{pause.Document}{(stops ? "" : "（不中止本期限）")}",
            $"Pause: {Terms.Of(pause.Reason).English}, {EnglishInstant(pause.StartedAt)} to {(pause.EndedAt is { } until ? EnglishInstant(until) : "now (not over)")}, document {pause.Document}{(stops ? "" : " (does not stop this clock)")}");
    }

    private static IEnumerable<BilingualText> StoppedLine(PeriodUnit unit, CountedPeriod count)
    {
        if (count.Stopped > TimeSpan.Zero)
        {
            var stopped = Time(count.Stopped, unit);
            yield return new($"扣除：中止时间共{stopped.Chinese}不计入，重叠部分只计一次", $"Not counted: {stopped.English} of pauses, overlaps once");
        }
    }

    private static IEnumerable<BilingualText> RollLine(CountedPeriod count)
    {
        if (count is { RolledFrom: { } from, LastDay: { } to })
        {
            yield return new(
                $"顺延：{Chinese(from)}为休息日，顺延至{Chinese(to)}（《民法典》第二百零三条）",
                $"Rolled: {English(from)} is a day of rest; the next working day is {English(to)} (Civil Code, art. 203)");
        }
    }

    private static BilingualText ResultLine(StatutoryPeriod period, CountedPeriod count) => count switch
    {
        { Remaining: { } left } => new($"结果：期限中止中，恢复后尚余{Time(left, period.Unit).Chinese}", $"Result: the clock stands still; {Time(left, period.Unit).English} are left when it goes on"),
        { LastDay: { } day } when period.Sense is PeriodSense.EarliestBefore => new($"结果：自{Chinese(day)}零时起", $"Result: from the beginning of {English(day)}"),
        { LastDay: { } day } => new($"结果：最后一日为{Chinese(day)}，至当日24时止", $"Result: the last day is {English(day)}, until its end (24:00 Asia/Shanghai)"),
        _ => new($"结果：至{ChineseInstant(count.DueAt!.Value)}止", $"Result: due at {EnglishInstant(count.DueAt!.Value)}"),
    };

    private static IEnumerable<BilingualText> AssumedLine(CountedPeriod count)
    {
        if (!count.AssumedYears.IsEmpty)
        {
            yield return new(
                $"说明：{string.Join('、', count.AssumedYears.Select(year => $"{year}年"))}工作日安排尚未载入，暂按周六、周日休息推算",
                $"Note: the working days of {string.Join(", ", count.AssumedYears)} are not loaded; Saturdays and Sundays were taken as free");
        }
    }

    private static BilingualText Amount(int length, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Hours => new($"{length}小时", $"{length} h"),
        PeriodUnit.CalendarDays => new($"{length}日", $"{length} days"),
        PeriodUnit.WorkingDays => new($"{length}个工作日", $"{length} working days"),
        _ => new($"{length}个月", $"{length} months"),
    };

    private static BilingualText Time(TimeSpan time, PeriodUnit unit) => unit is PeriodUnit.Hours
        ? new($"{(int)time.TotalHours}小时{time.Minutes}分", $"{(int)time.TotalHours} h {time.Minutes} min")
        : Amount(time.Days, unit is PeriodUnit.Months ? PeriodUnit.CalendarDays : unit);

    private static string Chinese(DateOnly day) => $"{IsoDate.Of(day)}（周{Weekdays[(int)day.DayOfWeek]}）";

    private static string English(DateOnly day) => day.ToString("yyyy-MM-dd (ddd)", CultureInfo.InvariantCulture);

    private static string ChineseInstant(DateTimeOffset instant) => Chinese(ShanghaiTime.DayOf(instant)) + Clock(instant);

    private static string EnglishInstant(DateTimeOffset instant) => $"{English(ShanghaiTime.DayOf(instant))} {Clock(instant)}";

    private static string Clock(DateTimeOffset instant) => ShanghaiTime.ClockOf(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
