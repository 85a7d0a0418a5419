using ShuangDa.Grains.Journal;

namespace ShuangDa.Tests.Support;

/// <summary>Reads that a test holds, so that others must wait for their turn.</summary>
public sealed class HeldReads(Database database) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ManualResetEventSlim _release = new();
    private readonly List<Task> _held = [];

    /// <summary>Takes turns, and has them when this returns.</summary>
    /// <param name="turns">How many.</param>
    public async Task Take(int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _held.Add(database.QueryAsync(
                (_, _) =>
                {
                    taken.SetResult();
                    return Task.FromResult(_release.Wait(Patience, CancellationToken.None));
                },
                CancellationToken.None));
            await taken.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Gives them back.</summary>
    public void LetGo() => _release.Set();

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await Task.WhenAll(_held).WaitAsync(Patience);
        _release.Dispose();
    }
}
