using Xunit;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>People who are signed in one beside the other. Each has one window, in which the dashboard stays open.</summary>
public sealed class People(Demonstration demonstration) : IAsyncLifetime
{
    private readonly Dictionary<string, Visitor> _people = [];

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Somebody's window, made as wide as this.</summary>
    public async Task<Visitor> AsAsync(string user, int width)
    {
        if (!_people.TryGetValue(user, out var visitor))
        {
            _people[user] = visitor = await demonstration.SignInAsync(user, width, at: null);
        }

        if (visitor.Page.ViewportSize?.Width != width)
        {
            await visitor.ResizeAsync(width);
        }

        return visitor;
    }

    /// <summary>Fails when something has gone wrong unseen in a window.</summary>
    public void NothingWentWrong()
    {
        foreach (var visitor in _people.Values)
        {
            visitor.NothingWentWrong();
        }
    }

    /// <summary>Closes their windows.</summary>
    public async Task CloseAsync()
    {
        Visitor[] all = [.. _people.Values];
        _people.Clear();
        foreach (var visitor in all)
        {
            await visitor.CloseAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync();
}
