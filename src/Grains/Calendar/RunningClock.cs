using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Grains.Calendar;

/// <summary>在走期限. A statutory clock that a subject keeps: what is owed, how it runs, when it is due by what is known now, and whether anybody was warned or it lapsed. When it is due is computed by the law and told to the fold in an event, so that folding needs no calendar.</summary>
[GenerateSerializer, Immutable, Alias("kept-clock")]
public sealed record RunningClock
{
    /// <summary>期限种类. What is owed, such as <c>case.decision</c>.</summary>
    [Id(0)] public required string Kind { get; init; }

    /// <summary>件号. Which of several things of the kind, such as the number of a seizure; 0 where there is one only.</summary>
    [Id(1)] public required int Item { get; init; }

    /// <summary>法定期限. How it runs.</summary>
    [Id(2)] public required StatutoryClock Clock { get; init; }

    /// <summary>到期时刻. When it is due (UTC); null while it stands still, and before it was reckoned for the first time.</summary>
    [Id(3)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>预警时刻. When those concerned are warned (UTC); null when it stands still or they were warned.</summary>
    [Id(4)] public DateTimeOffset? WarnAt { get; init; }

    /// <summary>已预警. Whether those concerned were warned.</summary>
    [Id(5)] public bool IsWarned { get; init; }

    /// <summary>已逾期. Whether it lapsed; the lapse is recorded once and blocks no step.</summary>
    [Id(6)] public bool IsLapsed { get; init; }

    /// <summary>已记逾期的到期时刻. The due instant whose lapse was recorded last (UTC): a clock that comes back to it does not lapse a second time.</summary>
    [Id(7)] public DateTimeOffset? LapsedDueAt { get; init; }

    /// <summary>已记逾期. The due instant of the lapse that is recorded of it (UTC), or null.</summary>
    [JsonIgnore] public DateTimeOffset? RecordedLapse => LapsedDueAt ?? (IsLapsed ? DueAt : null);

    /// <summary>依据. The rule and its article, as the due index shows it.</summary>
    [JsonIgnore] public string Rule => Row.Line;

    /// <summary>规则. The row of the rule it runs by.</summary>
    [JsonIgnore] public StatutoryRule Row => StatutoryRules.On(Clock.RuleId, ShanghaiTime.DayOf(Clock.StartedAt));
}

/// <summary>期限重算. When a kept clock is due after something moved it.</summary>
/// <param name="Kind">期限种类. The clock's kind.</param>
/// <param name="Item">件号. The clock's item.</param>
/// <param name="DueAt">到期时刻. When it is due now (UTC); null while it stands still.</param>
/// <param name="WarnAt">预警时刻. When to warn (UTC), or null.</param>
[GenerateSerializer, Immutable, Alias("reckoned-clock")]
public sealed record RecalculatedClock(string Kind, int Item, DateTimeOffset? DueAt, DateTimeOffset? WarnAt);

/// <summary>在走期限的计算. What a subject does with the clocks it keeps: starts and stops them, reckons them anew, and finds what is due.</summary>
public static class RunningClocks
{
    /// <summary>The clocks with one more that runs; one of the same kind and item gives way to it.</summary>
    /// <param name="clocks">The clocks before.</param>
    /// <param name="kind">What is owed.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="startedAt">The start event (UTC).</param>
    /// <param name="item">Which of several things of the kind.</param>
    public static ImmutableArray<RunningClock> Start(this ImmutableArray<RunningClock> clocks, string kind, string ruleId, DateTimeOffset startedAt, int item = 0) =>
        clocks.Stop(kind, item).Add(new RunningClock { Kind = kind, Item = item, Clock = new StatutoryClock { RuleId = ruleId, StartedAt = startedAt } });

    /// <summary>The clocks without those of a kind: what was owed is done or owed no more.</summary>
    /// <param name="clocks">The clocks before.</param>
    /// <param name="kind">What was owed.</param>
    /// <param name="item">Which of several things of the kind.</param>
    public static ImmutableArray<RunningClock> Stop(this ImmutableArray<RunningClock> clocks, string kind, int item = 0) => [.. clocks.Where(clock => clock.Kind != kind || clock.Item != item)];

    /// <summary>The clocks with one of them extended.</summary>
    /// <param name="clocks">The clocks before.</param>
    /// <param name="kind">What is owed.</param>
    /// <param name="item">Which of several things of the kind.</param>
    /// <param name="extension">The extension.</param>
    public static ImmutableArray<RunningClock> Extend(this ImmutableArray<RunningClock> clocks, string kind, int item, ClockExtension extension) =>
        [.. clocks.Select(clock => clock.Kind == kind && clock.Item == item ? clock with { Clock = clock.Clock with { Extensions = clock.Clock.Extensions.Add(extension) } } : clock)];

    /// <summary>The clock of a kind, or null.</summary>
    /// <param name="clocks">The clocks.</param>
    /// <param name="kind">What is owed.</param>
    /// <param name="item">Which of several things of the kind.</param>
    public static RunningClock? Find(this ImmutableArray<RunningClock> clocks, string kind, int item = 0) => clocks.FirstOrDefault(clock => clock.Kind == kind && clock.Item == item);

    /// <summary>The terms of the clocks that run or have run out; one that stands still has none.</summary>
    /// <param name="clocks">The clocks.</param>
    public static IEnumerable<OwedTerm> Terms(this IEnumerable<RunningClock> clocks) =>
        clocks.SelectMany(clock => clock.DueAt is { } due ? [new OwedTerm(clock.Kind, due)] : (OwedTerm[])[]);

    /// <summary>Where clocks are due otherwise than was reckoned before.</summary>
    /// <param name="clocks">The clocks.</param>
    /// <param name="pausesOf">The pauses that concern a clock; the rule says which of them stop it.</param>
    /// <param name="calendar">The working-day calendar.</param>
    /// <param name="left">The share of the term that is left when those concerned are warned; 0 for no warning.</param>
    public static ImmutableArray<RecalculatedClock> Recalculate(this ImmutableArray<RunningClock> clocks, Func<RunningClock, ImmutableArray<ClockPause>> pausesOf, WorkingCalendar calendar, double left)
    {
        ArgumentNullException.ThrowIfNull(pausesOf);
        var moved = ImmutableArray.CreateBuilder<RecalculatedClock>();
        foreach (var clock in clocks)
        {
            var due = (clock.Clock with { Pauses = pausesOf(clock) }).Evaluate(calendar).DueAt;
            if (due != clock.DueAt)
            {
                moved.Add(new RecalculatedClock(clock.Kind, clock.Item, due, clock.IsWarned || due is null || left <= 0 ? null : WarnAt(clock.Clock.StartedAt, due.Value, left)));
            }
        }

        return moved.ToImmutable();
    }

    /// <summary>The clocks as they were reckoned; a lapse stays in the record, the clock can lapse again at its new time.</summary>
    /// <param name="clocks">The clocks before.</param>
    /// <param name="moved">Where they are due otherwise.</param>
    public static ImmutableArray<RunningClock> Moved(this ImmutableArray<RunningClock> clocks, ImmutableArray<RecalculatedClock> moved) =>
        [.. clocks.Select(clock => moved.FirstOrDefault(one => one.Kind == clock.Kind && one.Item == clock.Item) is { } to ? clock with { DueAt = to.DueAt, WarnAt = to.WarnAt, IsLapsed = to.DueAt is not null && to.DueAt == clock.LapsedDueAt } : clock)];

    /// <summary>The clocks with one marked as warned of.</summary>
    /// <param name="clocks">The clocks before.</param>
    /// <param name="kind">What is owed.</param>
    /// <param name="item">Which of several things of the kind.</param>
    public static ImmutableArray<RunningClock> Warned(this ImmutableArray<RunningClock> clocks, string kind, int item) =>
        [.. clocks.Select(clock => clock.Kind == kind && clock.Item == item ? clock with { IsWarned = true, WarnAt = null } : clock)];

    /// <summary>The clocks with one marked as lapsed.</summary>
    /// <param name="clocks">The clocks before.</param>
    /// <param name="kind">What is owed.</param>
    /// <param name="item">Which of several things of the kind.</param>
    public static ImmutableArray<RunningClock> Lapsed(this ImmutableArray<RunningClock> clocks, string kind, int item) =>
        [.. clocks.Select(clock => clock.Kind == kind && clock.Item == item ? clock with { IsLapsed = true, LapsedDueAt = clock.DueAt, IsWarned = true, WarnAt = null } : clock)];

    /// <summary>
    /// 并未逾期. The clocks whose recorded lapse an act shows not to have been: it was done before they were due, and entered after. They were
    /// met or begun anew by it, or run otherwise since.
    /// </summary>
    /// <param name="before">The clocks before the act.</param>
    /// <param name="after">The clocks after it, reckoned anew.</param>
    /// <param name="day">The day of the act (Asia/Shanghai).</param>
    public static IEnumerable<RunningClock> NotLapsed(
        this ImmutableArray<RunningClock> before, ImmutableArray<RunningClock> after, DateOnly day) =>
        from clock in before
        let lapsed = clock.RecordedLapse
        where lapsed > ShanghaiTime.StartOf(day)
        let still = after.Find(clock.Kind, clock.Item)
        where still is null || still.Clock.StartedAt != clock.Clock.StartedAt || (still.DueAt != clock.DueAt && still.DueAt != lapsed)
        select clock;

    /// <summary>What the clocks owe the due index; two of one kind that are due at one instant are one entry there.</summary>
    /// <param name="clocks">The clocks.</param>
    /// <param name="warning">The kind of a warning.</param>
    /// <param name="section">The section that answers for them.</param>
    public static IReadOnlyList<OpenDeadline> Owed(this ImmutableArray<RunningClock> clocks, string warning, string? section) =>
    [
        .. clocks.SelectMany(clock => new[]
        {
            clock is { DueAt: { } due, IsLapsed: false } ? new OpenDeadline(clock.Kind, due, clock.Rule, section) : null,
            clock is { WarnAt: { } warn, IsWarned: false } ? new OpenDeadline(warning, warn, clock.Rule, section) : null,
        }).OfType<OpenDeadline>().DistinctBy(open => (open.Kind, open.DueAt)),
    ];

    /// <summary>The clock whose warning or end comes first by an instant, and whether it is the warning; null when nothing is due.</summary>
    /// <param name="clocks">The clocks.</param>
    /// <param name="now">The instant.</param>
    public static (RunningClock Clock, bool IsWarning)? FirstDue(this ImmutableArray<RunningClock> clocks, DateTimeOffset now)
    {
        var due = clocks
            .SelectMany(clock => new (RunningClock Clock, bool IsWarning, DateTimeOffset? At)[] { (clock, true, clock.IsWarned ? null : clock.WarnAt), (clock, false, clock.IsLapsed ? null : clock.DueAt) })
            .Where(one => one.At <= now)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Clock.Kind, StringComparer.Ordinal)
            .ThenBy(one => one.Clock.Item)
            .FirstOrDefault();
        return due.Clock is null ? null : (due.Clock, due.IsWarning);
    }

    private static DateTimeOffset WarnAt(DateTimeOffset startedAt, DateTimeOffset dueAt, double left)
    {
        var before = TimeSpan.FromMilliseconds(Math.Floor(Math.Max(0, (dueAt - startedAt).TotalMilliseconds) * left));
        return dueAt - before;
    }
}
