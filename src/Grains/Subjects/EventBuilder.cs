namespace ShuangDa.Grains.Subjects;

/// <summary>经过. What happens to a subject within one decision, folded as it is told, so that each event is decided upon what the one before has made.</summary>
/// <typeparam name="TSelf">The concept's builder.</typeparam>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <typeparam name="TEvent">The base of its events.</typeparam>
/// <param name="state">The subject before; null for one that is only now made.</param>
/// <param name="apply">The concept's fold.</param>
public abstract class EventBuilder<TSelf, TState, TEvent>(TState? state, Func<TState?, TEvent, TState> apply)
    where TSelf : EventBuilder<TSelf, TState, TEvent>
    where TState : class
    where TEvent : Event
{
    private TState? _state = state;

    /// <summary>What has happened, in order.</summary>
    public List<TEvent> Events { get; } = [];

    /// <summary>The subject as it stands by now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has happened yet.</exception>
    protected TState Current => _state ?? throw new InvalidOperationException("Nothing has happened yet.");

    /// <summary>Further events.</summary>
    /// <param name="happened">The events in order; each is folded before the next is taken.</param>
    public TSelf With(params IEnumerable<TEvent> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        foreach (var one in happened)
        {
            Events.Add(one);
            _state = apply(_state, one);
        }

        return (TSelf)this;
    }

    /// <summary>Everything that was due by an instant, oldest first.</summary>
    /// <param name="now">The instant.</param>
    public TSelf Settle(DateTimeOffset now)
    {
        while (FirstDue(now) is { Length: > 0 } due)
        {
            With(due);
        }

        return (TSelf)this;
    }

    /// <summary>What comes of that which was due first by an instant; empty when nothing is due.</summary>
    /// <param name="now">The instant.</param>
    protected abstract TEvent[] FirstDue(DateTimeOffset now);
}
