namespace ShuangDa.Silo.Demo;

/// <summary>演示时钟. The grains' clock of the demonstration. While its data is made it shows the day on which each thing happens; afterwards it shows the time it was put around.</summary>
/// <param name="time">The real clock, or the simulated one that is configured.</param>
internal sealed class DemoClock(TimeProvider time) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _shown;

    /// <summary>The clock it was put around.</summary>
    public TimeProvider Around => time;

    /// <inheritdoc/>
    public override long TimestampFrequency => time.TimestampFrequency;

    /// <summary>Shows an instant until it is told otherwise.</summary>
    /// <param name="instant">The instant; null to show the time it was put around.</param>
    public void Show(DateTimeOffset? instant)
    {
        lock (_lock)
        {
            _shown = instant;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _shown ?? time.GetUtcNow();
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => time.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
}
