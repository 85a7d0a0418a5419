namespace ShuangDa.Grains.Journal;

/// <summary>读取者. For whom the tables are read in this asynchronous flow: callers take turns, so that one who asks much makes nobody else wait for all of it.</summary>
/// <param name="Name">The account's user name; empty for whoever has none.</param>
/// <param name="GivesCommand">Whether what is read belongs to a command. Its reads go before those of lists.</param>
public sealed record ReadCaller(string Name, bool GivesCommand = false)
{
    private static readonly AsyncLocal<ReadCaller?> Flow = new();
    private static readonly ReadCaller Nobody = new(string.Empty);

    /// <summary>The caller of this flow.</summary>
    public static ReadCaller Current
    {
        get => Flow.Value ?? Nobody;
        set => Flow.Value = value;
    }
}
