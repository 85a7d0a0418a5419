using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ShuangDa.GraphQL.Transport;

/// <summary>调用者限额. How many queries and event streams a caller may have at work at a time, and how many streams there may be in all. A few more queries wait for their turn.</summary>
internal sealed class CallerLimits : IDisposable
{
    private static readonly TimeSpan UntilOneIsDone = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilAStreamEnds = TimeSpan.FromSeconds(30);

    private readonly GraphQLLimits _limits;
    private readonly PartitionedRateLimiter<string> _queries;
    private readonly PartitionedRateLimiter<string> _streams;
    private readonly ConcurrencyLimiter _allStreams;

    public CallerLimits(IOptions<GraphQLLimits> limits)
    {
        _limits = limits.Value;
        _queries = Each(_limits.QueriesAtATime, _limits.QueriesWaiting);
        _streams = Each(_limits.StreamsPerCaller, waiting: 0);
        _allStreams = new ConcurrencyLimiter(Of(_limits.Streams, waiting: 0));
    }

    /// <summary>Takes a caller's turn for a query, or waits for it.</summary>
    /// <param name="caller">The account.</param>
    /// <param name="gone">The caller has left.</param>
    /// <exception cref="LimitExceeded">Too many of the caller's queries wait, or the turn did not come in time.</exception>
    public async ValueTask<IDisposable> QueryAsync(string caller, CancellationToken gone)
    {
        var turn = _queries.AttemptAcquire(caller);
        if (turn.IsAcquired)
        {
            return turn;
        }

        turn.Dispose();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(_limits.QueryWait);
        try
        {
            turn = await _queries.AcquireAsync(caller, 1, patience.Token).ConfigureAwait(false);
            if (turn.IsAcquired)
            {
                return turn;
            }

            turn.Dispose();
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            throw LimitExceeded.QueriesAtATime(_limits.QueriesAtATime, UntilOneIsDone);
        }

        throw LimitExceeded.QueriesAtATime(_limits.QueriesAtATime, UntilOneIsDone);
    }

    /// <summary>Takes a place for an event stream.</summary>
    /// <param name="caller">The account.</param>
    /// <exception cref="LimitExceeded">The caller has as many as one may have, or there are as many as there may be.</exception>
    public IDisposable Stream(string caller)
    {
        var own = _streams.AttemptAcquire(caller);
        if (!own.IsAcquired)
        {
            own.Dispose();
            throw LimitExceeded.StreamsPerCaller(_limits.StreamsPerCaller, UntilAStreamEnds);
        }

        var one = _allStreams.AttemptAcquire();
        if (one.IsAcquired)
        {
            return new Both(own, one);
        }

        one.Dispose();
        own.Dispose();
        throw LimitExceeded.Streams(_limits.Streams, UntilAStreamEnds);
    }

    public void Dispose()
    {
        _queries.Dispose();
        _streams.Dispose();
        _allStreams.Dispose();
    }

    private static PartitionedRateLimiter<string> Each(int atATime, int waiting) =>
        PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => Of(atATime, waiting)), StringComparer.Ordinal);

    private static ConcurrencyLimiterOptions Of(int atATime, int waiting) =>
        new() { PermitLimit = atATime, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    private sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            other.Dispose();
            one.Dispose();
        }
    }
}
