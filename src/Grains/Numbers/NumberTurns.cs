using System.Collections.Concurrent;

namespace ShuangDa.Grains.Numbers;

/// <summary>
/// 取号次序. Lets those who draw numbers of one series on a silo do so one after the other, so that none decides twice because another was
/// quicker. That no number is given twice does not hang on it: the commit sees to that, between silos too.
/// </summary>
public sealed class NumberTurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn of a series; whoever has it disposes it once the commit is done.</summary>
    /// <param name="series">The series.</param>
    public async Task<IDisposable> TakeAsync(string series)
    {
        var turn = _turns.GetOrAdd(series, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync();
        return new Taken(turn);
    }

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
