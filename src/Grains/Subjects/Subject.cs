using System.Text.Json.Serialization;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Grains.Subjects;

/// <summary>主体的存储形式. What the storage keeps of a subject: its state, how many journal entries made it, the hash of the last one, and the ids of its last commands.</summary>
/// <typeparam name="TState">The concept's state, an immutable record.</typeparam>
public sealed class Subject<TState> : IPendingCommitCarrier where TState : class
{
    private int _writing;

    /// <summary>状态. The state, or null while the subject does not exist.</summary>
    public TState? State { get; set; }

    /// <summary>版本. The number of the last journal entry; 0 while the subject does not exist.</summary>
    public int Version { get; set; }

    /// <summary>链头. SHA-256 of the last journal entry; empty while there is none.</summary>
    public byte[] Head { get; set; } = [];

    /// <summary>最近命令. The last sixteen command ids with the hash of their input and the version they led to.</summary>
    public RecentCommands Recent { get; set; } = RecentCommands.Empty;

    /// <summary>待提交. What the next write commits beside the state; never stored in it.</summary>
    [JsonIgnore]
    public PendingCommit? Pending { get; set; }

    [JsonIgnore]
    BinaryData? IPendingCommitCarrier.Payload { get; set; }

    bool IPendingCommitCarrier.BeginWrite() => Interlocked.Exchange(ref _writing, 1) == 0;

    void IPendingCommitCarrier.EndWrite() => Volatile.Write(ref _writing, 0);
}
