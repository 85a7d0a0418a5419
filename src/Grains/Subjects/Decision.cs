using System.Collections.Immutable;

namespace ShuangDa.Grains.Subjects;

/// <summary>决定. The law's answer to a command: events, a refusal, or neither when it is already so.</summary>
/// <typeparam name="TEvent">The concept's event type.</typeparam>
public readonly record struct Decision<TEvent> where TEvent : Event
{
    private readonly ImmutableArray<TEvent> _events;

    private Decision(ImmutableArray<TEvent> events, Refusal? refusal)
    {
        _events = events;
        Refusal = refusal;
    }

    /// <summary>事件. What happens, in order; empty when refused or already so.</summary>
    public ImmutableArray<TEvent> Events => _events.IsDefault ? [] : _events;

    /// <summary>拒绝. Why not, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>已是如此. Nothing needs to happen.</summary>
    public static Decision<TEvent> AlreadySo => default;

    /// <summary>不属本阶段. No answer: the law of another stage of the concept knows the command.</summary>
    public static Decision<TEvent>? NotOfThisStage => null;

    /// <summary>One event.</summary>
    /// <param name="happened">What happens.</param>
    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    /// <summary>Several events, in order.</summary>
    /// <param name="happened">What happens.</param>
    public static implicit operator Decision<TEvent>(TEvent[] happened) => new([.. happened], null);

    /// <summary>Several events, in order.</summary>
    /// <param name="happened">What happens.</param>
    public static implicit operator Decision<TEvent>(List<TEvent> happened) => new([.. happened], null);

    /// <summary>A refusal.</summary>
    /// <param name="refusal">Why not.</param>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
