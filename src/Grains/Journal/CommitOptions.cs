using System.ComponentModel.DataAnnotations;

namespace ShuangDa.Grains.Journal;

/// <summary>提交设置. How commits are gathered. Configuration section <c>Commits</c>.</summary>
public sealed class CommitOptions
{
    /// <summary>How many commits one transaction takes at most.</summary>
    [Range(1, 4096)]
    public int BatchSize { get; set; } = 256;

    /// <summary>How many commits may wait; callers beyond that wait for a place.</summary>
    [Range(1, 1_000_000)]
    public int QueueLength { get; set; } = 8192;

    /// <summary>How long a caller waits for a place before it is told that the queue is full.</summary>
    public TimeSpan QueueWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many committers work side by side on a server database; SQLite always has one.</summary>
    [Range(1, 16)]
    public int Committers { get; set; } = 2;

    /// <summary>How long a stop waits for the commits that still wait.</summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(20);
}
