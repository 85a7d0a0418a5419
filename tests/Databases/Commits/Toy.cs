using System.Text.Json.Serialization;
using LinqToDB.Mapping;
using Orleans;
using Orleans.Runtime;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Tests.Databases.Commits;

/// <summary>A concept for tests only. Its table refuses a toy without a colour, which its law does not: so there is a commit that the database refuses.</summary>
public static class Toy
{
    public static Concept<ToyState, ToyCommand, ToyEvent> Concept { get; } = new()
    {
        Name = "toy",
        Title = new BilingualText("玩具", "Toy"),
        Json = ToyJson.Default,
        RowTypes = [typeof(ToyRow)],
        Decide = Decide,
        Apply = Apply,
        Check = static _ => [],
        Rows = static (subject, toy, version) => [new ToyRow { Subject = subject, Version = version, Colour = toy.Colour }],
        Deadlines = static _ => [],
        WhenDue = static (_, _) => throw new NotSupportedException("Toys owe nothing."),
    };

    public const string Table = "CREATE TABLE toy (subject varchar(300) NOT NULL PRIMARY KEY, version integer NOT NULL, colour varchar(50) NOT NULL)";

    private static Decision<ToyEvent> Decide(ToyState? toy, ToyCommand command, Circumstances now) => (toy, command) switch
    {
        (null, PlaceToy) => new ToyPlaced(),
        (null, _) => new NotFound("toy", now.Key),
        (_, PlaceToy) => new AlreadyExists("toy", now.Key),
        (_, PaintToy paint) when paint.Colour == toy.Colour => Decision<ToyEvent>.AlreadySo,
        (_, PaintToy paint) => new ToyPainted(paint.Colour),
        (_, BreakToy) when toy.IsBroken => new ToyBrokenAlready(),
        (_, BreakToy) => new ToyBroken(),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    private static ToyState Apply(ToyState? toy, ToyEvent happened) => happened switch
    {
        ToyPlaced => new ToyState("plain", IsBroken: false),
        ToyPainted painted => toy! with { Colour = painted.Colour },
        ToyBroken => toy! with { IsBroken = true },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };
}

[Alias("toy")]
public interface IToyGrain : ISubjectGrain<ToyState, ToyCommand>
{
    /// <summary>Which of all activations in this process it is.</summary>
    [Alias("Birth")]
    Task<int> Birth();
}

[GrainType("toy")]
internal sealed class ToyGrain([PersistentState("toy")] IPersistentState<Subject<ToyState>> stored, SubjectShell shell)
    : SubjectGrain<ToyState, ToyCommand, ToyEvent>(stored, Toy.Concept, shell), IToyGrain
{
    private static int _births;
    private readonly int _birth = Interlocked.Increment(ref _births);

    public Task<int> Birth() => Task.FromResult(_birth);
}

[GenerateSerializer, Immutable, Alias("toy.state")]
public sealed record ToyState(string? Colour, bool IsBroken);

[GenerateSerializer, Immutable, Alias("toy.command")]
public abstract record ToyCommand : Command;

[GenerateSerializer, Immutable, Alias("toy.place"), AllowedTo(Roles.Officer), Refuses<AlreadyExists>]
public sealed record PlaceToy : ToyCommand;

[GenerateSerializer, Immutable, Alias("toy.paint"), AllowedTo(Roles.Officer)]
public sealed record PaintToy(string? Colour) : ToyCommand;

[GenerateSerializer, Immutable, Alias("toy.break"), AllowedTo(Roles.Officer), Refuses<ToyBrokenAlready>]
public sealed record BreakToy : ToyCommand;

[GenerateSerializer, Immutable, Alias("refusal.toy-broken-already")]
public sealed record ToyBrokenAlready : Refusal
{
    public override BilingualText Message => new("玩具已经坏了", "The toy is broken already");
}

public abstract record ToyEvent : Event
{
    public override BilingualText Summary => new("玩具", "A toy");
}

[Alias("toy.placed")]
public sealed record ToyPlaced : ToyEvent;

[Alias("toy.painted")]
public sealed record ToyPainted(string? Colour) : ToyEvent;

[Alias("toy.broken")]
public sealed record ToyBroken : ToyEvent;

[Table("toy")]
public sealed record ToyRow : Row
{
    [Column("version"), NotNull] public required int Version { get; init; }

    [Column("colour"), Nullable] public required string? Colour { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<ToyState>))]
[JsonSerializable(typeof(ToyState))]
[JsonSerializable(typeof(PlaceToy))]
[JsonSerializable(typeof(PaintToy))]
[JsonSerializable(typeof(BreakToy))]
[JsonSerializable(typeof(ToyPlaced))]
[JsonSerializable(typeof(ToyPainted))]
[JsonSerializable(typeof(ToyBroken))]
internal sealed partial class ToyJson : JsonSerializerContext;
