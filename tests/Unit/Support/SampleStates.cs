using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>What the law of a concept is asked with: states that it can be in, and circumstances. Each concept's tests bring one; a list of codes needs none of its own.</summary>
internal abstract class SampleStates
{
    private static readonly Lazy<IReadOnlyList<SampleStates>> All = new(() =>
    [
        .. typeof(SampleStates).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SampleStates)) && type is { IsAbstract: false, IsGenericType: false }).Select(type => (SampleStates)Activator.CreateInstance(type)!),
        .. AllConcepts.Lists.Select(list => (SampleStates)Activator.CreateInstance(typeof(ListedStates<,,,>).MakeGenericType(list.GetType().GetGenericArguments()), list)!),
    ]);

    /// <summary>The concept.</summary>
    public abstract Concept Concept { get; }

    /// <summary>The samples of a concept.</summary>
    public static SampleStates Of(string concept) => All.Value.SingleOrDefault(samples => samples.Concept.Name == concept)
        ?? throw new InvalidOperationException($"There are no states of {concept} to ask its law in: add a class of SampleStates beside its tests.");

    /// <summary>Asks a test about the concept.</summary>
    public abstract void Ask(IAskedOfEveryConcept test);
}

/// <summary>A test of what holds of every concept's law. Its theory goes over <see cref="AllConcepts.Names"/>.</summary>
internal interface IAskedOfEveryConcept
{
    /// <summary>Asks the law of one.</summary>
    void Ask<TState, TCommand, TEvent>(SampleStates<TState, TCommand, TEvent> samples)
        where TState : class
        where TCommand : Command
        where TEvent : Event;
}

/// <summary>What the law of a concept is asked with.</summary>
internal abstract class SampleStates<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> law) : SampleStates
    where TState : class
    where TCommand : Command
    where TEvent : Event
{
    /// <summary>The concept's law.</summary>
    public Concept<TState, TCommand, TEvent> Law => law;

    /// <inheritdoc/>
    public sealed override Concept Concept => law;

    /// <summary>States with what the law tables call them; null before there is a subject.</summary>
    public abstract IReadOnlyList<(string Name, TState? State)> States { get; }

    /// <summary>Who asks when, and all that the shell finds out; the name is empty where there is one of them.</summary>
    public abstract IReadOnlyList<(string Name, Circumstances Now)> Circumstances { get; }

    /// <summary>Whether any of its commands needs what the shell finds out.</summary>
    public virtual bool AsksForFacts => true;

    /// <summary>The sample of a command in other words, where one of its parameters goes with others only than the sample has.</summary>
    public virtual IEnumerable<TCommand> Otherwise(TCommand sample) => [];

    /// <inheritdoc/>
    public sealed override void Ask(IAskedOfEveryConcept test) => test.Ask(this);
}

/// <summary>What the law of a list of codes is asked with.</summary>
internal sealed class ListedStates<TEntry, TCommand, TEvent, TRow>(ListedConcept<TEntry, TCommand, TEvent, TRow> list) : SampleStates<TEntry, TCommand, TEvent>(list.Concept)
    where TEntry : ListedEntry
    where TCommand : Command
    where TEvent : ListedEvent<TEntry>
    where TRow : ListedRow
{
    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, TEntry? State)> States
    {
        get
        {
            var open = After<IRegistersEntry>(null);
            return [("(not in the list)", null), ("Open", open), ("Closed", After<IClosesEntry>(open))];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances =>
    [
        ("", new Circumstances(new Actor("admin", Roles.Administrator, null, null, Guid.Empty), Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = "NEW-1" }.With(new TakenNames([]))),
    ];

    /// <inheritdoc/>
    public override bool AsksForFacts => list.IsFoundByName;

    private TEntry After<TWhat>(TEntry? entry) =>
        Law.Decided(entry, Samples.Commands(Law).Single(command => command is TWhat), Circumstances[0].Now).Events.Aggregate(entry, Law.Apply) ?? throw new InvalidOperationException($"The sample of {list.Name} is refused.");
}
