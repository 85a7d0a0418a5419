using Xunit;

namespace ShuangDa.Tests.Support;

/// <summary>Waits for what must come about: it looks again and again, goes on at once when it is so, and fails when it does not come in a time that no machine needs.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until something is so.</summary>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="isSo">Whether it is so now.</param>
    public static Task Until(string what, Func<bool> isSo) => Until(what, () => Task.FromResult(isSo()));

    /// <inheritdoc cref="Until(string, Func{bool})"/>
    public static async Task Until(string what, Func<Task<bool>> isSo)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo().ConfigureAwait(false))
        {
            var waited = TimeProvider.System.GetElapsedTime(began);
            Assert.True(waited < Patience, $"It never came about that {what}.");
            // Looking costs processor time that what is waited for needs: the longer it takes, the more seldom it is looked at.
            var pause = waited / 10;
            await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, TestContext.Current.CancellationToken).ConfigureAwait(false);
        }
    }
}
