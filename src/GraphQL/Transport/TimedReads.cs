using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Journal;

namespace ShuangDa.GraphQL.Transport;

/// <summary>
/// 限时读取. What is read for somebody elsewhere than in a GraphQL operation, within the same bounds: as one of the caller's queries at a
/// time, and no longer than those.
/// </summary>
public sealed class TimedReads
{
    private readonly CallerLimits _callers;
    private readonly GraphQLLimits _limits;

    internal TimedReads(CallerLimits callers, IOptions<GraphQLLimits> limits) => (_callers, _limits) = (callers, limits.Value);

    /// <summary>Reads for whoever asks.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="http">The request.</param>
    /// <param name="read">Reads it; given up where the caller leaves or it takes too long.</param>
    /// <exception cref="LimitExceeded">The caller has as many queries at work as one may have.</exception>
    /// <exception cref="Unavailable">It took too long; it can be asked for again.</exception>
    public async Task<T> RunAsync<T>(HttpContext http, Func<CancellationToken, Task<T>> read)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(read);
        var (caller, gone) = (http.User.Identity?.Name ?? "", http.RequestAborted);
        ReadCaller.Current = ReadCaller.OfRequest(caller);
        var turn = await _callers.QueryAsync(caller, gone).ConfigureAwait(false);
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(gone);
        deadline.CancelAfter(_limits.Timeout);
        var reading = Task.Run(() => read(deadline.Token), CancellationToken.None);

        // What goes on after its time is still at work, and keeps its caller's turn.
        _ = reading.ContinueWith(
            _ =>
            {
                turn.Dispose();
                deadline.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            return await reading.WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (!gone.IsCancellationRequested)
        {
            throw new Unavailable(cause: late);
        }
    }
}
