using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Grains.Subjects;

/// <summary>主体. What every concept's grain offers: one way in for commands, one for reading, one for deadlines.</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <typeparam name="TCommand">The concept's command type.</typeparam>
[Alias("subject`2")]
public interface ISubjectGrain<TState, TCommand> : IToldSubject
    where TState : class
    where TCommand : Command
{
    /// <summary>执行命令. Decides a command and commits what it leads to, before it answers.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks, and under which command id.</param>
    /// <exception cref="ActorNotAllowedException">The actor holds no role that may give this command.</exception>
    [Alias("Execute")]
    Task<Outcome<TState>> Execute(TCommand command, Actor actor);

    /// <summary>试办. What a command would lead to if it were given now: the same law is asked, and nothing is done.</summary>
    /// <param name="command">What might be asked.</param>
    /// <param name="actor">Who would ask.</param>
    /// <returns>The subject as it is, why not, and whether the command would change it.</returns>
    /// <exception cref="ActorNotAllowedException">The actor holds no role that may give this command.</exception>
    [Alias("Consider")]
    Task<Outcome<TState>> Consider(TCommand command, Actor actor);

    /// <summary>读取. The committed state, or null when there is no such subject.</summary>
    [Alias("Read")]
    Task<Snapshot<TState>?> Read();

    /// <summary>近期日志. The committed state with its last journal entries, newest first; null when there is no such subject.</summary>
    /// <param name="entries">How many entries, at most 50.</param>
    [Alias("ReadRecent")]
    Task<RecentHistory<TState>?> ReadRecent(int entries);
}

/// <summary>快照. A subject's state as of a version.</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <param name="Key">The subject's natural key, such as a licence number.</param>
/// <param name="State">The state.</param>
/// <param name="Version">The number of the last journal entry in it.</param>
[GenerateSerializer, Immutable, Alias("snapshot`1")]
public sealed record Snapshot<TState>(string Key, TState State, int Version) where TState : class;

/// <summary>结果. What became of a command.</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <param name="Subject">The subject as the command left it; null when it does not exist.</param>
/// <param name="Refusal">Why not, or null.</param>
/// <param name="Change">Whether it was made, changed, already so, or refused.</param>
[GenerateSerializer, Immutable, Alias("outcome`1")]
public sealed record Outcome<TState>(Snapshot<TState>? Subject, Refusal? Refusal, Change Change) where TState : class;

/// <summary>变化. What a command did to its subject.</summary>
public enum Change
{
    /// <summary>Refused: nothing changed.</summary>
    [Term("拒绝", "refused")]
    Refused,

    /// <summary>Already so: nothing changed.</summary>
    [Term("未变", "unchanged")]
    Unchanged,

    /// <summary>The subject came into being.</summary>
    [Term("新建", "created")]
    Created,

    /// <summary>The subject changed.</summary>
    [Term("更新", "updated")]
    Updated,

    /// <summary>The command had been done before; this is its first answer again.</summary>
    [Term("重复", "repeated")]
    Repeated,
}

/// <summary>近期日志. A subject with its last journal entries.</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <param name="Subject">The committed state.</param>
/// <param name="Entries">The last entries, newest first.</param>
[GenerateSerializer, Immutable, Alias("recent-history`1")]
public sealed record RecentHistory<TState>(Snapshot<TState> Subject, IReadOnlyList<Journal.JournalEntry> Entries) where TState : class;
