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

/// <summary>区域命令. What may be asked of an area.</summary>
[GenerateSerializer, Immutable, Alias("area.command")]
public abstract record AreaCommand : Command;

/// <summary>登记区域. Enters an area into the list, or opens one again that was closed.</summary>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name, by which registers give it too; no other open area has it.</param>
/// <param name="EnglishName">英文名称.</param>
[GenerateSerializer, Immutable, Alias("area.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterArea(
    AreaKind Kind,
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AreaCommand, IRegistersEntry;

/// <summary>更改区域名称. Gives an area other names; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on; no other open area has it.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("area.rename"), AllowedTo(Roles.Administrator)]
[Refuses<AreaIsClosed>]
public sealed record RenameArea(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AreaCommand, IRenamesEntry;

/// <summary>撤销区域. The area exists no more: no address is assigned to it and no form offers it. What lies in it keeps it.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("area.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseArea([Longest(1000)] string Reason) : AreaCommand, IClosesEntry;

/// <summary>区域事件. What can have happened to an area. Names and fields are storage format.</summary>
public abstract record AreaEvent : ListedEvent<Area>;

/// <summary>区域已登记. An area was entered into the list, or opened again.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称. The English name, or null.</param>
[Alias("area.registered")]
public sealed record AreaRegistered(string Code, AreaKind Kind, string Name, string? EnglishName) : AreaEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记区域：{Name}（{Code}）", $"Area registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Area Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>区域名称已更改. An area has other names.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name from then on.</param>
/// <param name="EnglishName">英文名称. The English name from then on, or null.</param>
[Alias("area.renamed")]
public sealed record AreaRenamed(string Code, AreaKind Kind, string Name, string? EnglishName) : AreaEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"区域{Code}更名为{Name}", $"Area {Code} renamed to {EnglishName ?? Name}");

    /// <inheritdoc/>
    public override Area Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>区域已撤销. An area exists no more.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name it had.</param>
/// <param name="EnglishName">英文名称. The English name it had, or null.</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="ClosedOn">撤销日期. The day (Asia/Shanghai).</param>
[Alias("area.closed")]
public sealed record AreaClosed(string Code, AreaKind Kind, string Name, string? EnglishName, string Reason, DateOnly ClosedOn) : AreaEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销区域：{Name}（{Code}）", $"Area closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Area Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName, IsClosed = true, ClosedOn = ClosedOn };
}

/// <summary>区域已撤销. The area exists no more.</summary>
/// <param name="Area">区域. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.area-is-closed")]
public sealed record AreaIsClosed(string Area) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"区域{Area}已撤销，重新登记后才能更改", $"Area {Area} is closed; register it again to change it");
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
