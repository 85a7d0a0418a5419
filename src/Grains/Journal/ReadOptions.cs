namespace ShuangDa.Grains.Journal;

/// <summary>读取设置. How the reads of tables that people wait for are bounded. Configuration section <c>Reads</c>; a database is given them when it is opened.</summary>
public sealed record ReadOptions
{
    /// <summary>How many of them run at a time; null for as many as the machine has processors on SQLite, and on servers connections for
    /// twice as many, at least four and at most sixteen.</summary>
    public int? AtATime { get; init; }

    /// <summary>How many may wait. When one more comes, the caller with the most waiting gives one up.</summary>
    public int QueueLength { get; init; } = 1_024;

    /// <summary>How long one may wait before it is refused.</summary>
    public TimeSpan QueueWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one may run before it is broken off.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many event streams catch up with the journal at a time; the others that are behind wait their turn, page by page.</summary>
    public int ReplaysAtATime { get; init; } = 2;

    /// <summary>How many run at a time on a database.</summary>
    /// <param name="kind">Which database it is.</param>
    public int AtATimeOn(DatabaseKind kind) =>
        AtATime ?? (kind == DatabaseKind.Sqlite ? Environment.ProcessorCount : Math.Clamp(2 * Environment.ProcessorCount, 4, 16));
}
