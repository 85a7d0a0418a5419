using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Orleans.Storage;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>提交之后. Is told of every commit once it is durable, on the committer's own thread: it must be quick and must not throw.</summary>
public interface ICommitObserver
{
    /// <summary>A commit is durable.</summary>
    /// <param name="commit">What was committed.</param>
    void Committed(PendingCommit commit);
}

/// <summary>
/// 提交者. Gathers the writes of grains and commits many in one transaction: state, journal, rows, deadlines, tally and command id of each.
/// A commit has three ends. Committed. Refused or rolled back: a version conflict fails that member alone, and an error that poisons the
/// transaction has each member tried alone; who takes a name that another subject took first is told of a conflict then. Unknown (the
/// connection was lost during COMMIT): the members' command ids are looked up on a
/// new connection; found is success, absent is tried again, database away is <see cref="OutcomeUnknownException"/>.
/// </summary>
public sealed partial class Committer : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    /// <summary>How many rows a cell of the counts has at most: the more, the less commits wait for one another, and the more there is to add up. As many as a silo has committers at most.</summary>
    private const int CountWriters = 16;

    private readonly Database _database;
    private readonly StatementTexts _texts;
    private readonly CommitOptions _options;
    private readonly TimeProvider _systemTime;
    private readonly ICommitObserver[] _observers;
    private readonly ILogger<Committer> _logger;
    private readonly Channel<CommitMember> _channel;
    private readonly CancellationTokenSource _abandon = new();
    private Task _running = Task.CompletedTask;
    private long _settled;

    /// <summary>A committer over a database.</summary>
    /// <param name="database">Where it commits.</param>
    /// <param name="options">How it gathers.</param>
    /// <param name="observers">Who is told afterwards.</param>
    /// <param name="logger">Where it says what went wrong.</param>
    public Committer(Database database, IOptions<CommitOptions> options, IEnumerable<ICommitObserver> observers, ILogger<Committer> logger)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        _database = database;
        _options = options.Value;
        _texts = new StatementTexts(database.Kind);
        _observers = [.. observers];
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
        // Committers of one silo never share a cell of the counts; those of several silos seldom.
        var first = _database.Kind == DatabaseKind.Sqlite ? 0 : SubjectKeys.BucketOf($"{Environment.MachineName}/{Environment.ProcessId}", CountWriters);
        _running = Task.WhenAll(Enumerable.Range(0, committers).Select(index => Task.Run(() => RunAsync((first + index) % CountWriters), CancellationToken.None)));
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

    private async Task RunAsync(int writer)
    {
        await using var own = new OwnConnection(_database, writer);
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

            try
            {
                await CommitBatchAsync(own, batch).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // A fault of ours must not end the only one who commits: nobody would be answered ever again.
                LogFault(batch.Count, fault);
                await own.DropAsync().ConfigureAwait(false);
                FailAll(batch, new OutcomeUnknownException("The commit failed in a way that was not foreseen.", fault));
            }

            Interlocked.Increment(ref _settled);
        }
    }

    /// <summary>Commits a batch to one of its three ends.</summary>
    private async Task CommitBatchAsync(OwnConnection own, List<CommitMember> batch)
    {
        // Key order: two committers that ever meet the same rows meet them in the same order.
        batch.Sort(static (one, other) => string.CompareOrdinal(one.Commit.Subject, other.Commit.Subject));
        using var turn = await _database.TakeTurnAsync(CancellationToken.None).ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        var (end, cause) = await TryAsync(own, batch).ConfigureAwait(false);
        switch (end)
        {
            case End.Committed:
                CommitMeters.Batch(batch.Count, Stopwatch.GetElapsedTime(started));
                return;
            case End.Away:
                FailAll(batch, NothingCommitted(cause!));
                return;
            // Who only stood in the way of others is tried again, as the members of a larger batch are.
            case End.RolledBack when batch.Count == 1 && own.IsOpen && !CommitErrors.IsVictim(cause!):
                await SettleRefusedAsync(batch[0], cause!).ConfigureAwait(false);
                return;
            case End.RolledBack:
                // Also a single one whose connection had died while it was idle: a new connection may well do.
                LogPoisoned(batch.Count, cause!);
                await OneByOneAsync(own, batch).ConfigureAwait(false);
                return;
            default:
                LogUnknown(batch.Count, cause!);
                await SettleUnknownAsync(own, batch, cause!).ConfigureAwait(false);
                return;
        }
    }

    private enum End
    {
        Committed,

        /// <summary>Nothing of it stands.</summary>
        RolledBack,

        /// <summary>The database could not be reached to begin with.</summary>
        Away,
        Unknown,
    }

    private async Task<(End End, Exception? Cause)> TryAsync(OwnConnection own, List<CommitMember> batch)
    {
        CommitConnection connection;
        try
        {
            connection = await own.OpenAsync().ConfigureAwait(false);
        }
        catch (Exception away) when (CommitErrors.IsOfTheDatabase(away))
        {
            LogDatabaseAway(away);
            return (End.Away, away);
        }

        var taken = new List<CommitMember>(batch.Count);
        var conflicts = new List<(CommitMember Member, InconsistentStateException Conflict)>();
        try
        {
            await connection.BeginAsync().ConfigureAwait(false);
            await WriteStatesAsync(connection, batch, taken, conflicts).ConfigureAwait(false);
            var statements = new List<Statement>(taken.Count * 5);
            var counts = new CountChanges();
            foreach (var member in taken)
            {
                AddStatements(statements, member.Commit);
                counts.Add(member.Commit);
            }

            // Last, and in order: others that commit meanwhile wait for a cell at most until this COMMIT, and never in a circle.
            statements.AddRange(counts.Statements(_texts, own.Writer));
            await connection.RunAsync(statements).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            // COMMIT was never sent, so nothing of it can stand, whatever has become of the connection.
            await own.UndoAsync().ConfigureAwait(false);
            return (End.RolledBack, cause);
        }

        try
        {
            await connection.CommitAsync().ConfigureAwait(false);
        }
        catch (Exception cause) when (CommitErrors.UndidTheCommit(cause))
        {
            await own.UndoAsync().ConfigureAwait(false);
            return (End.RolledBack, cause);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            await own.DropAsync().ConfigureAwait(false);
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

    /// <summary>
    /// Lets Orleans' storage write each state within the transaction. The writes are started together and gathered; then they run, in
    /// one round trip where that is possible.
    /// </summary>
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
        foreach (var row in commit.Deletes.Concat<object>(commit.FreedNames))
        {
            statements.Add(_texts.Delete(row));
        }

        foreach (var name in commit.TakenNames)
        {
            statements.Add(_texts.Insert(name));
        }

        foreach (var (row, before) in commit.Upserts)
        {
            statements.Add(_texts.Upsert(row, before));
        }

        foreach (var deadline in commit.ClosedRows)
        {
            statements.Add(_texts.Delete(deadline));
        }

        foreach (var deadline in commit.OpenedRows)
        {
            statements.Add(_texts.Upsert(deadline));
        }

        foreach (var fact in commit.TallyRows)
        {
            statements.Add(_texts.Insert(fact));
        }

        foreach (var text in commit.Recalled)
        {
            statements.Add(_texts.InsertWhereMissing(text));
        }

        foreach (var row in commit.Notifications.Concat<object>(commit.Deliveries))
        {
            statements.Add(_texts.Insert(row));
        }
    }

    private async Task OneByOneAsync(OwnConnection own, List<CommitMember> members)
    {
        for (var index = 0; index < members.Count; index++)
        {
            var member = members[index];
            var (end, cause) = await TryAsync(own, [member]).ConfigureAwait(false);
            switch (end)
            {
                case End.Away:
                    // Each of the others would wait as long as this one to learn the same.
                    FailAll(members.Skip(index), NothingCommitted(cause!));
                    return;
                case End.RolledBack:
                    await SettleRefusedAsync(member, cause!).ConfigureAwait(false);
                    break;
                case End.Unknown:
                    LogUnknown(1, cause!);
                    await SettleUnknownAsync(own, [member], cause!).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>
    /// A member that the database refused when it was alone: done before, overtaken by another subject that took its name, or not to be
    /// had.
    /// </summary>
    private async Task SettleRefusedAsync(CommitMember member, Exception cause)
    {
        try
        {
            if (await FindCommandAsync(member).ConfigureAwait(false) is { } done)
            {
                member.Done.TrySetException(new CommandAlreadyDoneException(done.Version, done.InputHash));
                return;
            }

            if (CommitErrors.IsRefusal(cause) && await FindOtherOwnerAsync(member.Commit).ConfigureAwait(false) is { } owner)
            {
                var overtaken = $"{owner} took a name that {member.Commit.Subject} was about to take.";
                member.Done.TrySetException(new InconsistentStateException(overtaken, cause));
                return;
            }
        }
        catch (Exception away) when (CommitErrors.IsOfTheDatabase(away))
        {
            LogDatabaseAway(away);
            member.Done.TrySetException(NothingCommitted(cause));
            return;
        }

        if (CommitErrors.IsRefusal(cause))
        {
            LogRefused(member.Commit.Subject, cause);
            member.Done.TrySetException(new CommitRejectedException($"The database refused the commit of {member.Commit.Subject}.", cause));
        }
        else
        {
            LogCouldNotCommit(cause.Message, cause);
            member.Done.TrySetException(new DatabaseUnavailableException("The database could not commit; nothing was committed.", cause));
        }
    }

    /// <summary>The end of a COMMIT is unknown: the command ids tell.</summary>
    private async Task SettleUnknownAsync(OwnConnection own, List<CommitMember> members, Exception cause)
    {
        for (var index = 0; index < members.Count; index++)
        {
            var member = members[index];
            try
            {
                if (await FindCommandAsync(member).ConfigureAwait(false) is not null)
                {
                    Succeed(member, member.NextETag);
                    continue;
                }
            }
            catch (Exception away) when (CommitErrors.IsOfTheDatabase(away))
            {
                LogDatabaseAway(away);
                FailAll(members.Skip(index), new OutcomeUnknownException("The connection was lost during COMMIT and the database cannot be asked.", cause));
                return;
            }

            var (end, again) = await TryAsync(own, [member]).ConfigureAwait(false);
            switch (end)
            {
                case End.Committed when member.Done.Task is { IsFaulted: true } conflict:
                    // The lost COMMIT may have been at work still when the table was asked, and have won against its own repeat. The
                    // caller has
                    // been told of a conflict, loads the state again and finds its command done, or decides it again.
                    LogMetAnother(member.Commit.Subject, conflict.Exception!);
                    break;
                case End.RolledBack:
                    await SettleRefusedAsync(member, again!).ConfigureAwait(false);
                    break;
                case End.Away or End.Unknown:
                    member.Done.TrySetException(new OutcomeUnknownException("The connection was lost during COMMIT, and again when it was repeated.", again!));
                    break;
            }
        }
    }

    private async Task<CommandRow?> FindCommandAsync(CommitMember member)
    {
        await using var data = await _database.ReadAsync().ConfigureAwait(false);
        var (subject, id) = (member.Commit.Subject, member.Commit.Command.CommandId.ToString("D"));
        return await data.GetTable<CommandRow>().FirstOrDefaultAsync(row => row.Subject == subject && row.CommandId == id).ConfigureAwait(false);
    }

    /// <summary>Another subject that has one of the names that a commit takes, or null.</summary>
    private async Task<string?> FindOtherOwnerAsync(PendingCommit commit)
    {
        if (commit.TakenNames.Count == 0)
        {
            return null;
        }

        await using var data = await _database.ReadAsync().ConfigureAwait(false);
        var (concept, subject) = (commit.TakenNames[0].Concept, commit.Subject);
        var names = commit.TakenNames.Select(name => name.NameHash).ToArray();
        return await data.GetTable<UniqueNameRow>()
            .Where(row => row.Concept == concept && names.Contains(row.NameHash) && row.Subject != subject)
            .Select(row => row.Subject)
            .FirstOrDefaultAsync()
            .ConfigureAwait(false);
    }

    private void Succeed(CommitMember member, string? etag)
    {
        member.Committed(etag);
        foreach (var observer in _observers)
        {
            try
            {
                observer.Committed(member.Commit);
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                // It is committed, whatever an observer makes of it.
                LogObserver(observer.GetType().Name, broken);
            }
        }

        member.Done.TrySetResult();
    }

    private static DatabaseUnavailableException NothingCommitted(Exception cause) => new("The database cannot be reached; nothing was committed.", cause);

    private static void FailAll(IEnumerable<CommitMember> members, Exception failure)
    {
        foreach (var member in members)
        {
            member.Done.TrySetException(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "The database cannot be reached; commits fail until it can")]
    private partial void LogDatabaseAway(Exception exception);

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} commits was rolled back; each is tried alone")]
    private partial void LogPoisoned(int count, Exception exception);

    [LoggerMessage(LogLevel.Error, "The end of a batch of {Count} commits is unknown; the command ids are looked up")]
    private partial void LogUnknown(int count, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The repeat of a lost commit of {Subject} met another write; its command is looked up or decided again")]
    private partial void LogMetAnother(string subject, Exception exception);

    [LoggerMessage(LogLevel.Critical, "A batch of {Count} commits failed in a way that was not foreseen; their callers were told that the outcome is unknown")]
    private partial void LogFault(int count, Exception exception);

    [LoggerMessage(LogLevel.Error, "{Observer} failed over a commit that is durable")]
    private partial void LogObserver(string observer, Exception exception);

    [LoggerMessage(LogLevel.Error, "The commit of {Subject} was refused by the database")]
    private partial void LogRefused(string subject, Exception exception);

    [LoggerMessage(LogLevel.Error, "The database cannot commit: {Reason}. Callers are told to try again later")]
    private partial void LogCouldNotCommit(string reason, Exception exception);

    [LoggerMessage(LogLevel.Error, "The silo stopped before {Count} waiting commits were done; their callers were told that nothing was committed")]
    private partial void LogNotDrained(int count);
}

/// <summary>
/// 自有连接. The one connection that a committer holds open between commits; a new one takes its place when it is no longer to be trusted.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="writer">Which of the writers of the counts it is.</param>
internal sealed class OwnConnection(Database database, int writer) : IAsyncDisposable
{
    private CommitConnection? _open;

    /// <summary>Which of the writers of the counts it is.</summary>
    public int Writer => writer;

    /// <summary>Whether there is one.</summary>
    public bool IsOpen => _open is not null;

    /// <summary>The connection, opened where there is none.</summary>
    public async ValueTask<CommitConnection> OpenAsync() =>
        _open ??= CommitConnection.Over(await database.Source.OpenConnectionAsync().ConfigureAwait(false), database.Kind);

    /// <summary>Undoes the transaction under way; a connection that cannot, or cannot begin another, is dropped.</summary>
    public async Task UndoAsync()
    {
        try
        {
            await _open!.RollbackAsync().ConfigureAwait(false);
            await _open.BeginAsync().ConfigureAwait(false);
            await _open.RollbackAsync().ConfigureAwait(false);
        }
        catch (Exception broken) when (CommitErrors.IsOfTheDatabase(broken))
        {
            await DropAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Closes it, whatever state it is in: a transaction that is left open on it would keep all others from writing.</summary>
    public async Task DropAsync()
    {
        if (_open is { } dropped)
        {
            _open = null;
            try
            {
                await dropped.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception broken) when (CommitErrors.IsOfTheDatabase(broken))
            {
                // It was broken, which is why it is dropped.
            }
        }
    }

    public async ValueTask DisposeAsync() => await DropAsync().ConfigureAwait(false);
}

/// <summary>提交成员. One grain's write on its way into a batch.</summary>
internal abstract class CommitMember(PendingCommit commit)
{
    public PendingCommit Commit { get; } = commit;

    /// <summary>
    /// The storage's view of the write under way; a state of our own, so that the grain's is untouched until COMMIT has returned.
    /// </summary>
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
