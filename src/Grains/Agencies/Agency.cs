using System.Text.Json.Serialization;
using LinqToDB.Mapping;
using Orleans.Runtime;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <summary>协作部门. An agency outside the bureau that it works with (R2.6.2, R2.6.3). Accounts of liaison officers and crime transfers carry its code; who its liaison officers are follows from the accounts (R3.1.2).</summary>
[GenerateSerializer, Immutable, Alias("agency.state")]
public sealed record Agency : ListedEntry, IListed
{
    /// <summary>
    /// 部门名录. The agencies that the notice names come with the program: the police (二〔四〕) and the prosecutors who supervise them (移送规定
    /// 第九条), those that lead the joint campaigns (二〔六〕), those that the bureau works with under the district government (三〔四〕), and the
    /// people's bank (三〔三〕). An administrator adds others.
    /// </summary>
    public static ListedConcept<Agency, AgencyCommand, AgencyEvent, AgencyRow> List { get; } = new()
    {
        Name = "agency",
        Title = new("协作部门", "Agency"),
        Plural = "agencies",
        Json = AgencyJson.Default,
        Delivered =
        [
            new() { Code = "PUBLIC_SECURITY", Name = "区公安局", EnglishName = "District public security bureau", Kind = AgencyKind.Police },
            new()
            {
                Code = "PROCURATORATE", Name = "区人民检察院", EnglishName = "District people's procuratorate", Kind = AgencyKind.Prosecutors,
            },
            new() { Code = "CULTURAL_MARKET", Name = "区文化市场执法局", EnglishName = "District cultural market enforcement bureau", Kind = AgencyKind.Enforcement },
            new() { Code = "INDUSTRY_AND_COMMERCE", Name = "区工商局", EnglishName = "District industry and commerce bureau", Kind = AgencyKind.Enforcement },
            new() { Code = "INTELLECTUAL_PROPERTY", Name = "区知识产权局", EnglishName = "District intellectual property office", Kind = AgencyKind.Enforcement },
            new() { Code = "HEALTH", Name = "区卫生局", EnglishName = "District health bureau", Kind = AgencyKind.Enforcement },
            new() { Code = "FOOD_AND_DRUG", Name = "区食药局", EnglishName = "District food and drug bureau", Kind = AgencyKind.Enforcement },
            new() { Code = "AGRICULTURE", Name = "区农业局", EnglishName = "District agriculture bureau", Kind = AgencyKind.Enforcement },
            new() { Code = "COMMERCE", Name = "区商务局", EnglishName = "District commerce bureau", Kind = AgencyKind.Enforcement },
            new() { Code = "PRESS_AND_PUBLICATION", Name = "区新闻出版局", EnglishName = "District press and publication bureau", Kind = AgencyKind.Enforcement },
            new() { Code = "PEOPLES_BANK", Name = "人民银行市中心支行", EnglishName = "People's Bank of China, city sub-branch", Kind = AgencyKind.Other },
        ],
        Grain = static (grains, code) => grains.GetGrain<IAgencyGrain>(code),
        Enter = static (command, code, name, english) => new() { Code = code, Name = name, EnglishName = english, Kind = ((RegisterAgency)command).Kind },
        Registered = static one => new AgencyRegistered(one.Code, one.Kind, one.Name, one.EnglishName),
        Renamed = static one => new AgencyRenamed(one.Code, one.Kind, one.Name, one.EnglishName),
        Closed = static (one, reason, _) => new AgencyClosed(one.Code, one.Kind, one.Name, one.EnglishName, reason),
        IsClosed = static code => new AgencyIsClosed(code),
        Row = static (subject, one, version) => new() { Subject = subject, Code = one.Code, Name = one.Name, EnglishName = one.EnglishName, Kind = WireName.Of(one.Kind), Closed = one.IsClosed, Version = version },
    };

    /// <summary>概念. An agency as the shared rooms know it.</summary>
    public static Concept<Agency, AgencyCommand, AgencyEvent> Concept => List.Concept;

    static ListedConcept IListed.List => List;

    /// <summary>性质. What it is to the bureau; crime goes to the police, and to the prosecutors what they investigate.</summary>
    [Id(4)] public required AgencyKind Kind { get; init; }
}

/// <summary>部门性质. What a partner agency is to the bureau.</summary>
[JsonConverter(typeof(WireNameConverter<AgencyKind>))]
public enum AgencyKind
{
    /// <summary>The police, to whom suspected crime is transferred.</summary>
    [Term("公安机关", "police")]
    Police,

    /// <summary>
    /// The prosecutors, who supervise whether the police file a case, and to whom is transferred what they investigate themselves.
    /// </summary>
    [Term("检察机关", "prosecutors")]
    Prosecutors,

    /// <summary>Another authority that enforces the law.</summary>
    [Term("行政执法部门", "enforcement authority")]
    Enforcement,

    /// <summary>Any other.</summary>
    [Term("其他", "other")]
    Other,
}

/// <summary>部门命令. What may be asked of an agency.</summary>
[GenerateSerializer, Immutable, Alias("agency.command")]
public abstract record AgencyCommand : Command;

/// <summary>登记部门. Enters an agency into the list, or opens one again that was closed.</summary>
/// <param name="Kind">性质. What it is to the bureau.</param>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称.</param>
[GenerateSerializer, Immutable, Alias("agency.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterAgency(
    AgencyKind Kind,
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AgencyCommand, IRegistersEntry;

/// <summary>更改部门名称. Gives an agency other names; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("agency.rename"), AllowedTo(Roles.Administrator)]
[Refuses<AgencyIsClosed>]
public sealed record RenameAgency(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AgencyCommand, IRenamesEntry;

/// <summary>撤销部门. The agency is no partner any more: it gets no new liaison officer and no form offers it. What concerned it stays in its name.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("agency.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseAgency([Longest(1000)] string Reason) : AgencyCommand, IClosesEntry;

/// <summary>部门事件. What can have happened to an agency. Names and fields are storage format.</summary>
public abstract record AgencyEvent : ListedEvent<Agency>;

/// <summary>部门已登记. An agency was entered into the list, or opened again.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it is to the bureau.</param>
/// <param name="Name">The Chinese name.</param>
/// <param name="EnglishName">The English name, or null.</param>
[Alias("agency.registered")]
public sealed record AgencyRegistered(string Code, AgencyKind Kind, string Name, string? EnglishName = null) : AgencyEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记部门：{Name}（{Code}）", $"Agency registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Agency Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>部门名称已更改. An agency has other names.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it is to the bureau.</param>
/// <param name="Name">The Chinese name from then on.</param>
/// <param name="EnglishName">The English name from then on, or null.</param>
[Alias("agency.renamed")]
public sealed record AgencyRenamed(string Code, AgencyKind Kind, string Name, string? EnglishName = null) : AgencyEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"部门{Code}更名为{Name}", $"Agency {Code} renamed to {EnglishName ?? Name}");

    /// <inheritdoc/>
    public override Agency Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName };
}

/// <summary>部门已撤销. An agency is no partner any more.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it is to the bureau.</param>
/// <param name="Name">The Chinese name it had.</param>
/// <param name="EnglishName">The English name it had, or null.</param>
/// <param name="Reason">Why.</param>
[Alias("agency.closed")]
public sealed record AgencyClosed(string Code, AgencyKind Kind, string Name, string? EnglishName, string Reason) : AgencyEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销部门：{Name}（{Code}）", $"Agency closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Agency Entry() => new() { Code = Code, Kind = Kind, Name = Name, EnglishName = EnglishName, IsClosed = true };
}

/// <summary>部门已撤销. The agency is no partner any more.</summary>
/// <param name="Agency">部门. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.agency-is-closed")]
public sealed record AgencyIsClosed(string Agency) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"部门{Named.Agency(Agency)}已撤销，重新登记后才能更改",
        $"Agency {Named.Agency(Agency)} is closed; register it again to change it");
}

/// <summary>部门行. An agency that an administrator has registered or changed.</summary>
[Table("agency")]
public sealed record AgencyRow : ListedRow
{
    /// <summary>性质. The kind's wire name.</summary>
    [Column("kind"), NotNull] public required string Kind { get; init; }
}

/// <summary>协作部门. The actor of an agency; its key is the code, such as <c>PUBLIC_SECURITY</c>.</summary>
[Alias("agency")]
public interface IAgencyGrain : ISubjectGrain<Agency, AgencyCommand>;

/// <inheritdoc cref="IAgencyGrain"/>
[GrainType("agency")]
public sealed class AgencyGrain([PersistentState("agency")] IPersistentState<Subject<Agency>> stored, SubjectShell shell)
    : ListedGrain<Agency, AgencyCommand, AgencyEvent, AgencyRow>(stored, Agency.List, shell), IAgencyGrain;

/// <summary>JSON metadata of everything of an agency that is stored or hashed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<Agency>))]
[JsonSerializable(typeof(Agency))]
[JsonSerializable(typeof(RegisterAgency))]
[JsonSerializable(typeof(RenameAgency))]
[JsonSerializable(typeof(CloseAgency))]
[JsonSerializable(typeof(AgencyRegistered))]
[JsonSerializable(typeof(AgencyRenamed))]
[JsonSerializable(typeof(AgencyClosed))]
public sealed partial class AgencyJson : JsonSerializerContext;
