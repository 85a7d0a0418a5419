namespace ShuangDa.Silo.Operations;

/// <summary>启动完成. Background work that begins when the server has started, and not beside its start.</summary>
internal static class HostStart
{
    /// <summary>Waits until the server has started.</summary>
    /// <param name="lifetime">Says when.</param>
    /// <param name="cancellationToken">Ends the wait: the server stops.</param>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(started.SetResult).ConfigureAwait(false))
        {
            await started.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
