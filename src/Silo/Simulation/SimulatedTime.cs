using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;

namespace ShuangDa.Silo.Simulation;

/// <summary>
/// 模拟时间. A clock that runs faster than the real one, or from another day: for trying out and showing, taken only in Development or with
/// <c>--demo</c>. Its start is kept in the database, so that it goes on after a restart instead of beginning again.
/// </summary>
/// <param name="real">The real clock.</param>
/// <param name="realStart">When the simulation began, on the real clock.</param>
/// <param name="simulatedStart">What the simulated clock showed then.</param>
/// <param name="speed">How many simulated seconds pass in a real one.</param>
public sealed class SimulatedTime(TimeProvider real, DateTimeOffset realStart, DateTimeOffset simulatedStart, double speed) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => simulatedStart + ((real.GetUtcNow() - realStart) * speed);

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(real.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    /// <summary>The simulation that the configuration asks for and the database remembers; the real clock when there is none.</summary>
    /// <param name="configuration">Keys <c>Simulation:Start</c> (ISO instant) and <c>Simulation:Speed</c>.</param>
    /// <param name="allowed">Whether simulation may be used at all.</param>
    /// <param name="database">Where its start is kept.</param>
    /// <exception cref="SettingException">A key cannot be read, or simulation is not allowed here.</exception>
    public static async Task<TimeProvider> FromAsync(IConfiguration configuration, bool allowed, Grains.Journal.Database database)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(database);
        var (start, speed) = (configuration["Simulation:Start"], configuration["Simulation:Speed"]);
        if (start is null && speed is null)
        {
            return System;
        }

        if (!allowed)
        {
            throw new SettingException("Simulation:Start", "模拟时间只能在开发环境或 --demo 下使用", "Simulated time is only for Development or --demo");
        }

        var now = System.GetUtcNow();
        var simulated = now;
        if (start is not null && !DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out simulated))
        {
            throw new SettingException("Simulation:Start", "应为时刻，如 2025-11-09T00:00:00Z", "It must be an instant such as 2025-11-09T00:00:00Z");
        }

        var factor = 1.0;
        if (speed is not null && (!double.TryParse(speed, NumberStyles.Float, CultureInfo.InvariantCulture, out factor) || factor is not (> 0 and <= 10_000_000)))
        {
            throw new SettingException("Simulation:Speed", "应为 0 到 10000000 之间的数", "It must be a number above 0 and at most 10000000");
        }

        var anchor = await AnchorAsync(database, new Anchor(now, simulated, factor)).ConfigureAwait(false);
        return new SimulatedTime(System, anchor.RealStart, anchor.SimulatedStart, anchor.Speed);
    }

    private static Task<Anchor> AnchorAsync(Grains.Journal.Database database, Anchor first) => database.WriteAsync(async data =>
    {
        const string Name = "simulation";
        var known = await data.GetTable<SettingRow>().FirstOrDefaultAsync(row => row.Name == Name).ConfigureAwait(false);
        if (known is not null && Anchor.Parse(known.Value) is { } anchor)
        {
            if (anchor.Speed.Equals(first.Speed))
            {
                return anchor;
            }

            // Another speed from now on; the simulated day stays where it is.
            var reached = new SimulatedTime(System, anchor.RealStart, anchor.SimulatedStart, anchor.Speed).GetUtcNow();
            first = first with { SimulatedStart = reached };
            await data.GetTable<SettingRow>().Where(row => row.Name == Name).Set(row => row.Value, first.ToString()).UpdateAsync().ConfigureAwait(false);
            return first;
        }

        await data.InsertAsync(new SettingRow { Name = Name, Value = first.ToString() }).ConfigureAwait(false);
        return first;
    });

    private TimeSpan Scale(TimeSpan time) => time == Timeout.InfiniteTimeSpan || time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(time.TotalMilliseconds / speed)));

    private sealed record Anchor(DateTimeOffset RealStart, DateTimeOffset SimulatedStart, double Speed)
    {
        public static Anchor? Parse(string text) => text.Split('|') is [var real, var simulated, var speed]
            ? new Anchor(DateTimeOffset.Parse(real, CultureInfo.InvariantCulture), DateTimeOffset.Parse(simulated, CultureInfo.InvariantCulture), double.Parse(speed, CultureInfo.InvariantCulture))
            : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RealStart:O}|{SimulatedStart:O}|{Speed:R}");
    }

    private sealed class ScaledTimer(ITimer inner, SimulatedTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(time.Scale(dueTime), time.Scale(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

/// <summary>设置表行. A value that the database remembers for the program.</summary>
[Table("setting")]
public sealed record SettingRow
{
    /// <summary>Its name.</summary>
    [Column("name"), PrimaryKey, NotNull] public required string Name { get; init; }

    /// <summary>Its value.</summary>
    [Column("value"), NotNull] public required string Value { get; init; }
}
