using System.Data.Common;
using System.Diagnostics;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 读取门. The one door for reads that people wait for: lists, counts, loaders, searches, feeds. So many run at a time, the others wait in a queue
/// that is bounded in length and time and in which callers take turns. SQLite has no asynchronous calls, and its provider keeps the thread that
/// asks: there the reads run on threads of their own, so that a heavy list takes none from the pool on which actors, timers and commands live.
/// </summary>
internal sealed class TableReaders : IDisposable
{
    // A thread that has had nothing to do for so long ends; the next read makes another.
    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilBrokenOff = TimeSpan.FromSeconds(10);
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly Database _database;
    private readonly ReadOptions _options;
    private readonly int _atATime;
    private readonly object _lock = new();
    private readonly ReadQueue<Read> _queue;
    private readonly CancellationTokenSource _closed = new();
    private readonly HashSet<Thread> _threads = [];
    private int _idle;
    private int _running;

    public TableReaders(Database database, ReadOptions options)
    {
        _database = database;
        _options = options;
        _atATime = options.AtATimeOn(database.Kind);
        _queue = new ReadQueue<Read>(options.QueueLength);
    }

    private bool HasThreads => _database.Kind == DatabaseKind.Sqlite;

    /// <summary>Reads when it is the caller's turn.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="query">The queries. They wait for nothing but the connection they are given.</param>
    /// <param name="cancellationToken">The caller has left: what waits is dropped, what runs is broken off.</param>
    /// <exception cref="ReadsBusyException">The queue is full, or the turn did not come in time.</exception>
    /// <exception cref="ReadTooLongException">It ran too long.</exception>
    public Task<T> RunAsync<T>(Func<ReaderConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        if (Inside.Value)
        {
            // A read within a read belongs to the same turn: waiting for another one while holding this could wait for ever.
            return WithConnectionAsync(null, query, cancellationToken);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        return ReadCaller.Current.Places is { } places ? InPlaceAsync(places, query, cancellationToken) : InTurnAsync(query, cancellationToken);
    }

    private async Task<T> InPlaceAsync<T>(SemaphoreSlim places, Func<ReaderConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await InTurnAsync(query, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    private Task<T> InTurnAsync<T>(Func<ReaderConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        var read = new Read<T>(this, query, cancellationToken);
        Read? givenUp;
        lock (_lock)
        {
            if (_closed.IsCancellationRequested)
            {
                return Task.FromException<T>(new ReadsBusyException("The server is stopping."));
            }

            read.Place = _queue.Add(ReadCaller.Current, read, out givenUp);
            if (read.Place is not null)
            {
                ReadMeters.Queued();
                read.WatchOver();
                CallReader();
            }
        }

        givenUp?.Refuse("full");
        return read.Answer;
    }

    public void Dispose()
    {
        List<Read> left = [];
        Thread[] threads;
        lock (_lock)
        {
            if (_closed.IsCancellationRequested)
            {
                return;
            }

            _closed.Cancel();
            while (_queue.Take() is { } read)
            {
                left.Add(read);
            }

            threads = [.. _threads];
            Monitor.PulseAll(_lock);
        }

        foreach (var read in left)
        {
            read.Refuse("late");
        }

        // What runs is broken off within milliseconds; the database is closed after it.
        foreach (var thread in threads)
        {
            thread.Join(UntilBrokenOff);
        }
    }

    private void CallReader()
    {
        if (!HasThreads)
        {
            if (_running < _atATime && _queue.Take() is { } read)
            {
                _running++;
                ThreadPool.UnsafeQueueUserWorkItem(first => _ = ReadOnAsync(first), read, preferLocal: false);
            }

            return;
        }

        if (_idle >= _queue.Count)
        {
            Monitor.Pulse(_lock);
            return;
        }

        if (_threads.Count < _atATime)
        {
            var thread = new Thread(ReadOn) { IsBackground = true, Name = "Table reader" };
            _threads.Add(thread);
            thread.UnsafeStart();
        }
    }

    private void ReadOn()
    {
        // The thread's own connection: its statements stay prepared from read to read.
        using var own = new Own();
        while (NextForThread() is { } read)
        {
            var reading = read.Start(own);
            if (!reading.IsCompleted)
            {
                // It waits for something else than SQLite and went on from there on the pool, which is a fault. Its turn is kept until it is done.
                ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
            }
        }
    }

    private Read? NextForThread()
    {
        lock (_lock)
        {
            while (true)
            {
                if (_queue.Take() is { } read)
                {
                    return read;
                }

                _idle++;
                var called = !_closed.IsCancellationRequested && Monitor.Wait(_lock, IdleFor);
                _idle--;
                if (!called && _queue.Count == 0)
                {
                    _threads.Remove(Thread.CurrentThread);
                    return null;
                }
            }
        }
    }

    private async Task ReadOnAsync(Read first)
    {
        // While others wait the connection goes from one read to the next, with what it was told about its plans.
        var own = new Own();
        await using (own.ConfigureAwait(false))
        {
            for (var read = first; read is not null; read = NextForTask())
            {
                await read.Start(own).ConfigureAwait(false);
            }
        }
    }

    private Read? NextForTask()
    {
        lock (_lock)
        {
            var next = _queue.Take();
            _running -= next is null ? 1 : 0;
            return next;
        }
    }

    private bool Leave(Read read)
    {
        lock (_lock)
        {
            return read.Place is { } place && _queue.Remove(place);
        }
    }

    private async Task<T> WithConnectionAsync<T>(Own? own, Func<ReaderConnection, CancellationToken, Task<T>> query, CancellationToken ending)
    {
        if (own is null)
        {
            var reader = new ReaderConnection(_database, await _database.OpenAsync(ending).ConfigureAwait(false));
            await using (reader.ConfigureAwait(false))
            {
                return await ReadAsync(reader, query, ending).ConfigureAwait(false);
            }
        }

        own.Connection ??= new ReaderConnection(_database, await _database.OpenAsync(ending).ConfigureAwait(false));
        try
        {
            return await ReadAsync(own.Connection, query, ending).ConfigureAwait(false);
        }
        catch
        {
            // Nobody knows what it left half done.
            await own.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<T> ReadAsync<T>(ReaderConnection reader, Func<ReaderConnection, CancellationToken, Task<T>> query, CancellationToken ending)
    {
        using var interruption = Interruption.Of(reader.Connection, ending);
        return await query(reader, ending).ConfigureAwait(false);
    }

    /// <summary>The connection that a reader keeps from read to read, once it has one.</summary>
    private sealed class Own : IAsyncDisposable, IDisposable
    {
        public ReaderConnection? Connection { get; set; }

        public void Dispose()
        {
            Connection?.Dispose();
            Connection = null;
        }

        public async ValueTask DisposeAsync()
        {
            if (Connection is { } connection)
            {
                Connection = null;
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Breaks off what SQLite is doing when its token is cancelled. The provider's own <c>Cancel</c> does nothing, and its tokens are looked at before a statement only.</summary>
    private sealed class Interruption : IDisposable
    {
        // A fraction of a millisecond of SQLite's work.
        private const int Steps = 10_000;

        private readonly sqlite3 _handle;

        private Interruption(sqlite3 handle, CancellationToken ending)
        {
            _handle = handle;
            raw.sqlite3_progress_handler(handle, Steps, _ => ending.IsCancellationRequested ? 1 : 0, null);
        }

        public static Interruption? Of(DbConnection connection, CancellationToken ending) =>
            connection is SqliteConnection { Handle: { } handle } ? new Interruption(handle, ending) : null;

        // The pool gives the same handle to somebody else.
        public void Dispose() => raw.sqlite3_progress_handler(_handle, 0, null, null);
    }

    /// <summary>One read, from when it is asked for until it is answered.</summary>
    private abstract class Read
    {
        /// <summary>Where it waits; null when the queue was full.</summary>
        public LinkedListNode<Read>? Place { get; set; }

        /// <summary>Ends it without having begun.</summary>
        public abstract void Refuse(string reason);

        /// <summary>Reads in its caller's context, and answers.</summary>
        public abstract Task Start(Own own);
    }

    private sealed class Read<T> : Read
    {
        private readonly TableReaders _readers;
        private readonly Func<ReaderConnection, CancellationToken, Task<T>> _query;
        private readonly CancellationToken _caller;
        private readonly CancellationTokenSource _waiting;
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private readonly long _asked = Stopwatch.GetTimestamp();

        public Read(TableReaders readers, Func<ReaderConnection, CancellationToken, Task<T>> query, CancellationToken caller)
        {
            (_readers, _query, _caller) = (readers, query, caller);
            _waiting = UntilAskedToEnd();
        }

        public Task<T> Answer => _answer.Task;

        /// <summary>Takes it out of the queue when its caller leaves or its time is over. Whoever calls holds the lock.</summary>
        public void WatchOver()
        {
            _waiting.CancelAfter(_readers._options.QueueWait);
            _waiting.Token.UnsafeRegister(static read => ((Read<T>)read!).StopWaiting(), this);
        }

        public override void Refuse(string reason)
        {
            if (Place is not null)
            {
                ReadMeters.LeftQueue();
            }

            Fail(reason, new ReadsBusyException());
            _waiting.Dispose();
        }

        public override Task Start(Own own)
        {
            if (_context is null)
            {
                return RunAsync(own);
            }

            Task reading = Task.CompletedTask;
            ExecutionContext.Run(_context, _ => reading = RunAsync(own), null);
            return reading;
        }

        private async Task RunAsync(Own own)
        {
            // The run has an end of its own: the time of waiting may run out in the very moment in which the read begins, and the read was
            // not too long for that.
            using var ending = UntilAskedToEnd();
            var started = Stopwatch.GetTimestamp();
            ReadMeters.Started(Stopwatch.GetElapsedTime(_asked, started));
            try
            {
                if (_waiting.IsCancellationRequested)
                {
                    Fail("late", new ReadsBusyException());
                    return;
                }

                ending.CancelAfter(_readers._options.TimeLimit);
                Inside.Value = true;
                var thread = Environment.CurrentManagedThreadId;
                var answer = await _readers.WithConnectionAsync(own, _query, ending.Token).ConfigureAwait(false);
                if (_readers.HasThreads && Environment.CurrentManagedThreadId != thread)
                {
                    throw new InvalidOperationException("A read waited for something else than its connection; on SQLite it then went on without a thread of its own.");
                }

                _answer.TrySetResult(answer);
            }
#pragma warning disable CA1031 // Whatever it failed with is for whoever waits for the answer.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (ending.IsCancellationRequested)
                {
                    Fail("long", new ReadTooLongException("A read took too long and was broken off.", failure));
                }
                else
                {
                    _answer.TrySetException(failure);
                }
            }
            finally
            {
                ReadMeters.Ended(Stopwatch.GetElapsedTime(started));
                _waiting.Dispose();
            }
        }

        private CancellationTokenSource UntilAskedToEnd() =>
            CancellationTokenSource.CreateLinkedTokenSource(_caller, _readers._closed.Token);

        private void StopWaiting()
        {
            if (_readers.Leave(this))
            {
                Refuse("late");
            }
        }

        private void Fail(string reason, Exception refusal)
        {
            if (_caller.IsCancellationRequested)
            {
                ReadMeters.Refused("left");
                _answer.TrySetCanceled(_caller);
            }
            else
            {
                ReadMeters.Refused(reason);
                _answer.TrySetException(_readers._closed.IsCancellationRequested ? new ReadsBusyException("The server is stopping.") : refusal);
            }
        }
    }
}
