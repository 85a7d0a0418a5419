using System.Collections.Concurrent;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 次序. Lets those who draw from one place on a silo (the numbers of a series, the first of a day) do so one after the other, so that none
/// decides twice because another was quicker. That nothing is given twice does not hang on it: the commit sees to that, between silos too.
/// </summary>
public sealed class Turns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn at a place; whoever has it disposes it once the commit is done.</summary>
    /// <param name="place">The place.</param>
    public async Task<IDisposable> TakeAsync(string place)
    {
        var turn = _turns.GetOrAdd(place, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync();
        return new Taken(turn);
    }

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
