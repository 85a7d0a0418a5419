namespace ShuangDa.Grains.Journal;

/// <summary>读取者. For whom the tables are read in this asynchronous flow: callers take turns, so that one who asks much makes nobody else wait for all of it.</summary>
/// <param name="Name">The account's user name; empty for whoever has none.</param>
/// <param name="GivesCommand">Whether what is read belongs to a command. Its reads go before those of lists.</param>
public sealed record ReadCaller(string Name, bool GivesCommand = false)
{
    /// <summary>How many reads of one request may run or wait at a time: what it asks beyond that waits with it, and takes no place in the queue from others.</summary>
    public const int AtATime = 64;

    private static readonly AsyncLocal<ReadCaller?> Flow = new();
    private static readonly ReadCaller Nobody = new(string.Empty);

    /// <summary>The places of this flow's reads, one flow for each request.</summary>
    internal SemaphoreSlim? Places { get; init; }

    /// <summary>The caller of a new request.</summary>
    /// <param name="name">The account's user name; empty for whoever has none.</param>
    /// <param name="givesCommand">Whether what is read belongs to a command.</param>
    public static ReadCaller OfRequest(string name, bool givesCommand = false) => new(name, givesCommand) { Places = new SemaphoreSlim(AtATime) };

    /// <summary>The caller of this flow.</summary>
    public static ReadCaller Current
    {
        get => Flow.Value ?? Nobody;
        set => Flow.Value = value;
    }
}
