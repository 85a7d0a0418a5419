using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Orleans.Storage;

namespace ShuangDa.Grains.Journal;

/// <summary>提交之后. Is told of every commit once it is durable, on the committer's own thread: it must be quick and must not throw.</summary>
public interface ICommitWitness
{
    /// <summary>A commit is durable.</summary>
    /// <param name="commit">What was committed.</param>
    void Committed(PendingCommit commit);
}

/// <summary>
/// 提交者. Gathers the writes of grains and commits many in one transaction: state, journal, rows, deadlines, tally and command id of each.
/// A commit has three ends. Committed. Refused or rolled back: a version conflict fails that member alone, and an error that poisons the
/// transaction has each member tried alone. Unknown (the connection was lost during COMMIT): the members' command ids are looked up on a
/// new connection; found is success, absent is tried again, database away is <see cref="OutcomeUnknownException"/>.
/// </summary>
public sealed partial class Committer : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly Database _database;
    private readonly StatementTexts _texts;
    private readonly CommitOptions _options;
    private readonly TimeProvider _systemTime;
    private readonly ICommitWitness[] _witnesses;
    private readonly ILogger<Committer> _logger;
    private readonly Channel<CommitMember> _channel;
    private readonly CancellationTokenSource _abandon = new();
    private Task _running = Task.CompletedTask;
    private long _settled;

    /// <summary>A committer over a database.</summary>
    /// <param name="database">Where it commits.</param>
    /// <param name="options">How it gathers.</param>
    /// <param name="witnesses">Who is told afterwards.</param>
    /// <param name="logger">Where it says what went wrong.</param>
    public Committer(Database database, IOptions<CommitOptions> options, IEnumerable<ICommitWitness> witnesses, ILogger<Committer> logger)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        _database = database;
        _options = options.Value;
        _texts = new StatementTexts(database.Kind);
        _witnesses = [.. witnesses];
        _logger = logger;
        // Waiting for a place in the queue is real waiting, also where the grains' clock is simulated.
        _systemTime = TimeProvider.System;
        _channel = Channel.CreateBounded<CommitMember>(new BoundedChannelOptions(_options.QueueLength) { SingleReader = false });
    }

    /// <summary>How many commits wait at this moment.</summary>
    public int Waiting => _channel.Reader.Count;

    /// <summary>How many batches have come to an end, whichever it was.</summary>
    public long Settled => Interlocked.Read(ref _settled);

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        // The stage of the storage itself: stages stop in reverse order, so the committer outlives every activation.
        observer.Subscribe(nameof(Committer), ServiceLifecycleStage.ApplicationServices, StartAsync, StopAsync);
    }

    /// <summary>Queues a member and answers when it is durable.</summary>
    internal async Task CommitAsync(CommitMember member)
    {
        if (!_channel.Writer.TryWrite(member))
        {
            using var patience = new CancellationTokenSource(_options.QueueWait, _systemTime);
            try
            {
                await _channel.Writer.WriteAsync(member, patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                throw new CommitQueueFullException($"{_options.QueueLength} commits wait already.");
            }
            catch (ChannelClosedException closed)
            {
                throw new DatabaseUnavailableException("The silo is stopping; nothing was committed.", closed);
            }
        }

        await member.Done.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _abandon.Dispose();

    private Task StartAsync(CancellationToken cancellationToken)
    {
        var committers = _database.Kind == DatabaseKind.Sqlite ? 1 : _options.Committers;
        _running = Task.WhenAll(Enumerable.Range(0, committers).Select(_ => Task.Run(RunAsync, CancellationToken.None)));
        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        _channel.Writer.TryComplete();
        try
        {
            await _running.WaitAsync(_options.DrainTime, _systemTime, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            await _abandon.CancelAsync().ConfigureAwait(false);
            var failed = 0;
            while (_channel.Reader.TryRead(out var member))
            {
                member.Done.TrySetException(new DatabaseUnavailableException("The silo stopped before this was committed."));
                failed++;
            }

            LogNotDrained(failed);
        }
    }

    private async Task RunAsync()
    {
        CommitConnection? connection = null;
        var batch = new List<CommitMember>(_options.BatchSize);
        while (!_abandon.IsCancellationRequested && await _channel.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < _options.BatchSize && _channel.Reader.TryRead(out var member))
            {
                batch.Add(member);
            }

            if (batch.Count == 0)
            {
                continue;
            }

            connection = await CommitBatchAsync(connection, batch).ConfigureAwait(false);
            Interlocked.Increment(ref _settled);
        }

        if (connection is not null)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Commits a batch to one of its three ends; answers with the connection to go on with, or null when it is no longer to be trusted.</summary>
    private async Task<CommitConnection?> CommitBatchAsync(CommitConnection? connection, List<CommitMember> batch)
    {
        // Key order: two committers that ever meet the same rows meet them in the same order.
        batch.Sort(static (one, other) => string.CompareOrdinal(one.Commit.Subject, other.Commit.Subject));
        using var turn = await _database.TakeTurnAsync(CancellationToken.None).ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        try
        {
            connection ??= new CommitConnection(await _database.Source.OpenConnectionAsync().ConfigureAwait(false), _database.Kind);
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException or InvalidOperationException)
        {
            LogDatabaseAway(away);
            FailAll(batch, new DatabaseUnavailableException("The database cannot be reached; nothing was committed.", away));
            return null;
        }

        var (end, cause) = await TryAsync(connection, batch).ConfigureAwait(false);
        switch (end)
        {
            case End.Committed:
                CommitMeters.Batch(batch.Count, Stopwatch.GetElapsedTime(started));
                return connection;
            case End.RolledBack when batch.Count == 1:
                await SettleRefusedAsync(batch[0], cause!).ConfigureAwait(false);
                return await KeepIfUsableAsync(connection).ConfigureAwait(false);
            case End.RolledBack:
                LogPoisoned(batch.Count, cause!);
                return await OneByOneAsync(await KeepIfUsableAsync(connection).ConfigureAwait(false), [.. batch.Where(member => !member.Done.Task.IsCompleted)]).ConfigureAwait(false);
            default:
                LogUnknown(batch.Count, cause!);
                await connection.DisposeAsync().ConfigureAwait(false);
                return await SettleUnknownAsync([.. batch.Where(member => !member.Done.Task.IsCompleted)], cause!).ConfigureAwait(false);
        }
    }

    private enum End
    {
        Committed,
        RolledBack,
        Unknown,
    }

    private async Task<(End End, Exception? Cause)> TryAsync(CommitConnection connection, List<CommitMember> batch)
    {
        var taken = new List<CommitMember>(batch.Count);
        var conflicts = new List<(CommitMember Member, InconsistentStateException Conflict)>();
        try
        {
            await connection.BeginAsync().ConfigureAwait(false);
            await WriteStatesAsync(connection, batch, taken, conflicts).ConfigureAwait(false);
            var statements = new List<Statement>(taken.Count * 5);
            foreach (var member in taken)
            {
                AddStatements(statements, member.Commit);
            }

            await connection.RunAsync(statements).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            return await UndoAsync(connection, cause).ConfigureAwait(false);
        }

        try
        {
            await connection.CommitAsync().ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            return (End.Unknown, cause);
        }

        foreach (var (member, conflict) in conflicts)
        {
            member.Done.TrySetException(conflict);
        }

        foreach (var member in taken)
        {
            Succeed(member, member.Attempt!.ETag);
        }

        return (End.Committed, null);
    }

    /// <summary>Lets Orleans' storage write each state within the transaction. The writes are started together and gathered; then they run, in one round trip where that is possible.</summary>
    private static async Task WriteStatesAsync(CommitConnection connection, List<CommitMember> batch, List<CommitMember> taken, List<(CommitMember, InconsistentStateException)> conflicts)
    {
        var scope = new CommitScope(connection.Connection);
        var writes = new Task[batch.Count];
        CommitScope.Current = scope;
        try
        {
            for (var index = 0; index < batch.Count; index++)
            {
                writes[index] = batch[index].StartWrite();
            }
        }
        finally
        {
            CommitScope.Current = null;
        }

        if (scope.Gathered.Count != batch.Count)
        {
            // A write that failed before it reached the database (its task says why) leaves the others waiting; they are tried alone.
            await Task.WhenAny(writes).ConfigureAwait(false);
            throw writes.FirstOrDefault(write => write.IsFaulted)?.Exception?.GetBaseException()
                ?? new InvalidOperationException("The storage did not write as it was expected to: its statements were not gathered.");
        }

        await connection.RunGatheredAsync(scope.Gathered).ConfigureAwait(false);
        for (var index = 0; index < batch.Count; index++)
        {
            try
            {
                await writes[index].ConfigureAwait(false);
                taken.Add(batch[index]);
            }
            catch (InconsistentStateException conflict)
            {
                conflicts.Add((batch[index], conflict));
            }
        }
    }

    private void AddStatements(List<Statement> statements, PendingCommit commit)
    {
        foreach (var entry in commit.Entries)
        {
            statements.Add(_texts.Insert(JournalRow.Of(entry)));
        }

        var command = commit.Command;
        statements.Add(_texts.Insert(new CommandRow
        {
            Subject = commit.Subject,
            CommandId = command.CommandId.ToString("D"),
            InputHash = command.InputHash,
            Version = command.Version,
            At = command.At.ToUnixTimeMilliseconds(),
        }));
        foreach (var row in commit.Deletes)
        {
            statements.Add(_texts.Delete(row));
        }

        foreach (var row in commit.Upserts)
        {
            statements.Add(_texts.Upsert(row));
        }

        foreach (var deadline in commit.ClosedRows)
        {
            statements.Add(_texts.Delete(deadline));
        }

        foreach (var deadline in commit.OpenedRows)
        {
            statements.Add(_texts.Upsert(deadline));
        }

        foreach (var (number, fact) in commit.Tally)
        {
            statements.Add(_texts.Insert(TallyRow.Of(commit.Subject, number, fact)));
        }
    }

    private static async Task<(End, Exception?)> UndoAsync(CommitConnection connection, Exception cause)
    {
        try
        {
            await connection.RollbackAsync().ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is DbException or InvalidOperationException or IOException)
        {
            // COMMIT was never sent, so nothing of it can stand, whatever became of the connection.
            return (End.RolledBack, new AggregateException(cause, broken));
        }

        return (End.RolledBack, cause);
    }

    private static async Task<CommitConnection?> KeepIfUsableAsync(CommitConnection connection)
    {
        try
        {
            await connection.BeginAsync().ConfigureAwait(false);
            await connection.RollbackAsync().ConfigureAwait(false);
            return connection;
        }
        catch (Exception broken) when (broken is DbException or InvalidOperationException or IOException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            return null;
        }
    }

    private async Task<CommitConnection?> OneByOneAsync(CommitConnection? connection, List<CommitMember> members)
    {
        foreach (var member in members)
        {
            try
            {
                connection ??= new CommitConnection(await _database.Source.OpenConnectionAsync().ConfigureAwait(false), _database.Kind);
            }
            catch (Exception away) when (away is DbException or TimeoutException or IOException or InvalidOperationException)
            {
                LogDatabaseAway(away);
                member.Done.TrySetException(new DatabaseUnavailableException("The database cannot be reached; nothing was committed.", away));
                continue;
            }

            var (end, cause) = await TryAsync(connection, [member]).ConfigureAwait(false);
            if (end == End.RolledBack)
            {
                await SettleRefusedAsync(member, cause!).ConfigureAwait(false);
                connection = await KeepIfUsableAsync(connection).ConfigureAwait(false);
            }
            else if (end == End.Unknown)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                connection = await SettleUnknownAsync([member], cause!).ConfigureAwait(false);
            }
        }

        return connection;
    }

    /// <summary>A member that the database refused when it was alone: done before, or not to be had.</summary>
    private async Task SettleRefusedAsync(CommitMember member, Exception cause)
    {
        try
        {
            var done = await FindCommandAsync(member).ConfigureAwait(false);
            if (done is not null)
            {
                member.Done.TrySetException(new CommandAlreadyDoneException(done.Version, done.InputHash));
                return;
            }
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException or InvalidOperationException)
        {
            member.Done.TrySetException(new DatabaseUnavailableException("The database cannot be reached; nothing was committed.", cause));
            return;
        }

        LogRefused(member.Commit.Subject, cause);
        member.Done.TrySetException(IsConstraint(cause)
            ? new CommitRejectedException($"The database refused the commit of {member.Commit.Subject}.", cause)
            : new DatabaseUnavailableException("The database could not commit; nothing was committed.", cause));
    }

    /// <summary>The end of a COMMIT is unknown: the command ids tell.</summary>
    private async Task<CommitConnection?> SettleUnknownAsync(List<CommitMember> members, Exception cause)
    {
        CommitConnection? connection = null;
        foreach (var member in members)
        {
            try
            {
                if (await FindCommandAsync(member).ConfigureAwait(false) is not null)
                {
                    Succeed(member, member.NextETag);
                    continue;
                }

                connection ??= new CommitConnection(await _database.Source.OpenConnectionAsync().ConfigureAwait(false), _database.Kind);
                var (end, again) = await TryAsync(connection, [member]).ConfigureAwait(false);
                if (end == End.Committed && member.Done.Task is { IsFaulted: true } conflict && await FindCommandAsync(member).ConfigureAwait(false) is not null)
                {
                    // The lost COMMIT was still at work when the table was asked, and won against its own repeat. The caller has been told of a
                    // conflict, loads the state again and finds its command done.
                    LogWonLate(member.Commit.Subject, conflict.Exception!);
                }
                else if (end == End.RolledBack)
                {
                    await SettleRefusedAsync(member, again!).ConfigureAwait(false);
                    connection = await KeepIfUsableAsync(connection).ConfigureAwait(false);
                }
                else if (end == End.Unknown)
                {
                    await connection.DisposeAsync().ConfigureAwait(false);
                    connection = null;
                    member.Done.TrySetException(new OutcomeUnknownException("The connection was lost during COMMIT, twice.", again!));
                }
            }
            catch (Exception away) when (away is DbException or TimeoutException or IOException or InvalidOperationException)
            {
                member.Done.TrySetException(new OutcomeUnknownException("The connection was lost during COMMIT and the database cannot be asked.", cause));
            }
        }

        return connection;
    }

    private async Task<CommandRow?> FindCommandAsync(CommitMember member)
    {
        await using var data = await _database.ReadAsync().ConfigureAwait(false);
        var (subject, id) = (member.Commit.Subject, member.Commit.Command.CommandId.ToString("D"));
        return await data.GetTable<CommandRow>().FirstOrDefaultAsync(row => row.Subject == subject && row.CommandId == id).ConfigureAwait(false);
    }

    private void Succeed(CommitMember member, string? etag)
    {
        member.Committed(etag);
        foreach (var witness in _witnesses)
        {
            witness.Committed(member.Commit);
        }

        member.Done.TrySetResult();
    }

    private static void FailAll(List<CommitMember> batch, Exception failure)
    {
        foreach (var member in batch)
        {
            member.Done.TrySetException(failure);
        }
    }

    /// <summary>Class 22 and 23 of SQLSTATE (bad data, constraint), SQLite's SQLITE_CONSTRAINT, TOOBIG and MISMATCH: trying again would not help.</summary>
    private static bool IsConstraint(Exception cause) => cause is DbException { SqlState: { } state } && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal))
        || cause is DbException { ErrorCode: 18 or 19 or 20 }
        || cause is AggregateException several && several.InnerExceptions.Any(IsConstraint);

    [LoggerMessage(LogLevel.Error, "The database cannot be reached; commits fail until it can")]
    private partial void LogDatabaseAway(Exception exception);

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} commits was rolled back; each is tried alone")]
    private partial void LogPoisoned(int count, Exception exception);

    [LoggerMessage(LogLevel.Error, "The end of a batch of {Count} commits is unknown; the command ids are looked up")]
    private partial void LogUnknown(int count, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The lost commit of {Subject} stood after all")]
    private partial void LogWonLate(string subject, Exception exception);

    [LoggerMessage(LogLevel.Error, "The commit of {Subject} was refused by the database")]
    private partial void LogRefused(string subject, Exception exception);

    [LoggerMessage(LogLevel.Error, "The silo stopped before {Count} waiting commits were done; their callers were told that nothing was committed")]
    private partial void LogNotDrained(int count);
}

/// <summary>提交成员. One grain's write on its way into a batch.</summary>
internal abstract class CommitMember(PendingCommit commit)
{
    public PendingCommit Commit { get; } = commit;

    /// <summary>The storage's view of the write under way; a state of our own, so that the grain's is untouched until COMMIT has returned.</summary>
    public IETagged? Attempt { get; protected set; }

    // Continuations run elsewhere: a caller's next command must not hold up the committer.
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The ETag that the write gives when it is done: the storage counts writes.</summary>
    public abstract string NextETag { get; }

    public abstract Task StartWrite();

    public abstract void Committed(string? etag);

    internal interface IETagged
    {
        string? ETag { get; }
    }
}

/// <inheritdoc/>
internal sealed class CommitMember<T>(PendingCommit commit, IGrainStorage storage, string stateName, GrainId grain, IGrainState<T> state) : CommitMember(commit)
{
    private readonly string? _etag = state.ETag;

    public override string NextETag => ((int.TryParse(_etag, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override Task StartWrite()
    {
        var own = new OwnState(state.State!, _etag, state.RecordExists);
        Attempt = own;
        return storage.WriteStateAsync(stateName, grain, own);
    }

    public override void Committed(string? etag)
    {
        state.ETag = etag;
        state.RecordExists = true;
    }

    private sealed class OwnState(T value, string? etag, bool exists) : IGrainState<T>, IETagged
    {
        [System.Diagnostics.CodeAnalysis.AllowNull]
        public T State { get; set; } = value;

        public string? ETag { get; set; } = etag;

        public bool RecordExists { get; set; } = exists;
    }
}
