using Orleans.Runtime;

namespace ShuangDa.Grains.Journal;

/// <summary>提交失败. A commit did not happen, or nobody knows whether it did. Derives from <see cref="OrleansException"/>, because other exceptions lose their type on the way through Orleans' storage.</summary>
[GenerateSerializer, Alias("commit-failure")]
public abstract class CommitFailureException : OrleansException
{
    /// <summary>A failure of the commit.</summary>
    protected CommitFailureException() { }

    /// <summary>A failure of the commit.</summary>
    /// <param name="message">What failed.</param>
    protected CommitFailureException(string message) : base(message) { }

    /// <summary>A failure of the commit.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">Why.</param>
    protected CommitFailureException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>提交队列已满. More commits wait than the queue holds, for longer than a caller should wait. Nothing was committed; try again later.</summary>
[GenerateSerializer, Alias("commit-failure.queue-full")]
public sealed class CommitQueueFullException : CommitFailureException
{
    /// <summary>The queue is full.</summary>
    public CommitQueueFullException() : base("The queue of commits is full.") { }

    /// <summary>The queue is full.</summary>
    /// <param name="message">What failed.</param>
    public CommitQueueFullException(string message) : base(message) { }

    /// <summary>The queue is full.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">Why.</param>
    public CommitQueueFullException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>数据库不可用. The database could not be reached or refused to work. Nothing was committed; try again later.</summary>
[GenerateSerializer, Alias("commit-failure.database-unavailable")]
public sealed class DatabaseUnavailableException : CommitFailureException
{
    /// <summary>The database is away.</summary>
    public DatabaseUnavailableException() : base("The database is not available.") { }

    /// <summary>The database is away.</summary>
    /// <param name="message">What failed.</param>
    public DatabaseUnavailableException(string message) : base(message) { }

    /// <summary>The database is away.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">Why.</param>
    public DatabaseUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>结果未知. The connection was lost during COMMIT and the database cannot be asked what became of it. Repeat with the same command id: it is done once.</summary>
[GenerateSerializer, Alias("commit-failure.outcome-unknown")]
public sealed class OutcomeUnknownException : CommitFailureException
{
    /// <summary>Nobody knows.</summary>
    public OutcomeUnknownException() : base("The outcome of the commit is unknown.") { }

    /// <summary>Nobody knows.</summary>
    /// <param name="message">What failed.</param>
    public OutcomeUnknownException(string message) : base(message) { }

    /// <summary>Nobody knows.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">Why.</param>
    public OutcomeUnknownException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>提交被拒. The database refused what this commit writes (a constraint, a text too long). Nothing was committed, and trying again would not help.</summary>
[GenerateSerializer, Alias("commit-failure.rejected")]
public sealed class CommitRejectedException : CommitFailureException
{
    /// <summary>The database refused it.</summary>
    public CommitRejectedException() : base("The database refused the commit.") { }

    /// <summary>The database refused it.</summary>
    /// <param name="message">What failed.</param>
    public CommitRejectedException(string message) : base(message) { }

    /// <summary>The database refused it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">Why.</param>
    public CommitRejectedException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>命令已办. The command's id is in the table <c>command</c> already: it was done before the last sixteen commands, or by a commit whose answer was lost. The shell answers with the first answer.</summary>
[GenerateSerializer, Alias("commit-failure.command-already-done")]
public sealed class CommandAlreadyDoneException : CommitFailureException
{
    /// <summary>Done before.</summary>
    public CommandAlreadyDoneException() : base("The command was done before.") { }

    /// <summary>Done before.</summary>
    /// <param name="message">What was done.</param>
    public CommandAlreadyDoneException(string message) : base(message) { }

    /// <summary>Done before.</summary>
    /// <param name="message">What was done.</param>
    /// <param name="innerException">What showed it.</param>
    public CommandAlreadyDoneException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Done before.</summary>
    /// <param name="version">The version it led to.</param>
    /// <param name="inputHash">SHA-256 of its input.</param>
    public CommandAlreadyDoneException(int version, byte[] inputHash) : base($"The command was done before and led to version {version}.")
    {
        Version = version;
        InputHash = inputHash;
    }

    /// <summary>The version it led to.</summary>
    [Id(0)] public int Version { get; }

    /// <summary>SHA-256 of its input.</summary>
    [Id(1)] public byte[] InputHash { get; } = [];
}
