using ShuangDa.Grains.Journal;
using Xunit;

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
            while (!await Takes())
            {
            }
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

    // Where the database gives up soon on who waits, this one too may be refused when the machine is full of other work; it asks again.
    private async Task<bool> Takes()
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = database.QueryAsync(
            (_, _) =>
            {
                taken.SetResult();
                return Task.FromResult(_release.Wait(Patience, CancellationToken.None));
            },
            CancellationToken.None);
        if (await Task.WhenAny(taken.Task, held).WaitAsync(Patience) == taken.Task)
        {
            _held.Add(held);
            return true;
        }

        await Assert.ThrowsAsync<ReadsBusyException>(() => held);
        return false;
    }
}
