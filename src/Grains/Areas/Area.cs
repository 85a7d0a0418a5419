using System.Text.Json.Serialization;
using LinqToDB.Mapping;
using Orleans.Runtime;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Areas;

/// <summary>区域. A subdistrict, town or township in which addresses lie: problems are put right area by area (R2.1.3).</summary>
[GenerateSerializer, Immutable, Alias("area.state")]
public sealed record Area : ListedEntry, IListed
{
    /// <summary>区域名录. None comes with the program: which areas a district has, its bureau says.</summary>
    public static ListedConcept<Area, AreaCommand, AreaEvent, AreaRow> List { get; } = new()
    {
        Name = "area",
        Title = new("区域", "Area"),
        Plural = "areas",
        Json = AreaJson.Default,
        Delivered = [],
        IsFoundByName = true,
        Grain = static (grains, code) => grains.GetGrain<IAreaGrain>(code),
        Enter = static (command, code, name, english) => new() { Code = code, Name = name, EnglishName = english, Kind = ((RegisterArea)command).Kind },
        Registered = static one => new AreaRegistered(one.Code, one.Kind, one.Name, one.EnglishName),
        Renamed = static one => new AreaRenamed(one.Code, one.Kind, one.Name, one.EnglishName),
        Closed = static (one, reason, today) => new AreaClosed(one.Code, one.Kind, one.Name, one.EnglishName, reason, today),
        IsClosed = static code => new AreaIsClosed(code),
        Row = static (subject, one, version) => new()
        {
            Subject = subject,
            Code = one.Code,
            Name = one.Name,
            EnglishName = one.EnglishName,
            Kind = WireName.Of(one.Kind),
            Closed = one.IsClosed,
            ClosedOn = IsoDate.Of(one.ClosedOn),
            Version = version,
        },
    };

    /// <summary>概念. An area as the shared rooms know it.</summary>
    public static Concept<Area, AreaCommand, AreaEvent> Concept => List.Concept;

    static ListedConcept IListed.List => List;

    /// <summary>性质. What it is.</summary>
    [Id(0)] public required AreaKind Kind { get; init; }
}

/// <summary>区域性质. What an area is.</summary>
[JsonConverter(typeof(WireNameConverter<AreaKind>))]
public enum AreaKind
{
    /// <summary>A subdistrict.</summary>
    [Term("街道", "subdistrict")]
    Subdistrict,

    /// <summary>A town.</summary>
    [Term("镇", "town")]
    Town,

    /// <summary>A township.</summary>
    [Term("乡", "township")]
    Township,

    /// <summary>A district as a whole, or a zone that is looked after like one.</summary>
    [Term("区", "district")]
    District,
}

/// <summary>区域行. An area that an administrator has registered.</summary>
[Table("area")]
public sealed record AreaRow : DatedListedRow
{
    /// <summary>性质. The kind's wire name.</summary>
    [Column("kind"), NotNull] public required string Kind { get; init; }
}

/// <summary>区域. What lists can ask of the area in which something lies.</summary>
/// <param name="Code">代码.</param>
public sealed record AreaElement([property: Filter] string Code);

/// <summary>区域. The actor of an area; its key is the code, such as <c>310118001</c>.</summary>
[Alias("area")]
public interface IAreaGrain : ISubjectGrain<Area, AreaCommand>;

/// <inheritdoc cref="IAreaGrain"/>
[GrainType("area")]
public sealed class AreaGrain([PersistentState("area")] IPersistentState<Subject<Area>> stored, SubjectShell shell)
    : ListedGrain<Area, AreaCommand, AreaEvent, AreaRow>(stored, Area.List, shell), IAreaGrain;

/// <summary>JSON metadata of everything of an area that is stored or hashed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<Area>))]
[JsonSerializable(typeof(Area))]
[JsonSerializable(typeof(RegisterArea))]
[JsonSerializable(typeof(RenameArea))]
[JsonSerializable(typeof(CloseArea))]
[JsonSerializable(typeof(AreaRegistered))]
[JsonSerializable(typeof(AreaRenamed))]
[JsonSerializable(typeof(AreaClosed))]
public sealed partial class AreaJson : JsonSerializerContext;
