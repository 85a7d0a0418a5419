using System.Text.Json.Serialization;
using LinqToDB.Mapping;
using Orleans.Runtime;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>责任科室. A section of the bureau that answers for work (R3.1.1). Accounts, inspections, orders, cases and transfers carry its code; who heads it follows from the accounts.</summary>
[GenerateSerializer, Immutable, Alias("section.state")]
public sealed record Section : ListedEntry, IListed
{
    /// <summary>监督与法制科. The code of the section that reviews decisions and supervises (R3.5.2); the program comes with it.</summary>
    public const string Legal = "SUPERVISION";

    /// <summary>科室名录. The sections that the notice names come with the program: the brigade, where the campaign has its office (三〔一〕), and the section that collects the reports (三〔五〕). An administrator adds the bureau's others.</summary>
    public static ListedConcept<Section, SectionCommand, SectionEvent, SectionRow> List { get; } = new()
    {
        Name = "section",
        Title = new("责任科室", "Section"),
        Plural = "sections",
        Json = SectionJson.Default,
        Delivered =
        [
            new() { Code = "INSPECTION", Name = "稽查队", EnglishName = "Inspection brigade" },
            new() { Code = Legal, Name = "监督与法制科", EnglishName = "Supervision and legal section" },
        ],
        Grain = static (grains, code) => grains.GetGrain<ISectionGrain>(code),
        Enter = static (_, code, name, english) => new() { Code = code, Name = name, EnglishName = english },
        Registered = static one => new SectionRegistered(one.Code, one.Name, one.EnglishName),
        Renamed = static one => new SectionRenamed(one.Code, one.Name, one.EnglishName),
        Closed = static (one, reason, _) => new SectionClosed(one.Code, one.Name, one.EnglishName, reason),
        IsClosed = static code => new SectionIsClosed(code),
        Row = static (subject, one, version) => new() { Subject = subject, Code = one.Code, Name = one.Name, EnglishName = one.EnglishName, Closed = one.IsClosed, Version = version },
    };

    /// <summary>概念. A section as the shared rooms know it.</summary>
    public static Concept<Section, SectionCommand, SectionEvent> Concept => List.Concept;

    static ListedConcept IListed.List => List;
}

/// <summary>科室命令. What may be asked of a section.</summary>
[GenerateSerializer, Immutable, Alias("section.command")]
public abstract record SectionCommand : Command;

/// <summary>登记科室. Enters a section into the list, or opens one again that was closed.</summary>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称.</param>
[GenerateSerializer, Immutable, Alias("section.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterSection(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : SectionCommand, IRegistersEntry;

/// <summary>更改科室名称. Gives a section other names; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("section.rename"), AllowedTo(Roles.Administrator)]
[Refuses<SectionIsClosed>]
public sealed record RenameSection(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : SectionCommand, IRenamesEntry;

/// <summary>撤销科室. The section exists no more: nobody is put into it and no form offers it. What it holds stays in its name until it is handed over.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("section.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseSection([Longest(1000)] string Reason) : SectionCommand, IClosesEntry;

/// <summary>科室事件. What can have happened to a section. Names and fields are storage format.</summary>
public abstract record SectionEvent : ListedEvent<Section>;

/// <summary>科室已登记. A section was entered into the list, or opened again.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The Chinese name.</param>
/// <param name="EnglishName">The English name, or null.</param>
[Alias("section.registered")]
public sealed record SectionRegistered(string Code, string Name, string? EnglishName = null) : SectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记科室：{Name}（{Code}）", $"Section registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Section Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName };
}

/// <summary>科室名称已更改. A section has other names.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The Chinese name from then on.</param>
/// <param name="EnglishName">The English name from then on, or null.</param>
[Alias("section.renamed")]
public sealed record SectionRenamed(string Code, string Name, string? EnglishName = null) : SectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"科室{Code}更名为{Name}", $"Section {Code} renamed to {EnglishName ?? Name}");

    /// <inheritdoc/>
    public override Section Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName };
}

/// <summary>科室已撤销. A section exists no more.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The Chinese name it had.</param>
/// <param name="EnglishName">The English name it had, or null.</param>
/// <param name="Reason">Why.</param>
[Alias("section.closed")]
public sealed record SectionClosed(string Code, string Name, string? EnglishName, string Reason) : SectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销科室：{Name}（{Code}）", $"Section closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override Section Entry() => new() { Code = Code, Name = Name, EnglishName = EnglishName, IsClosed = true };
}

/// <summary>科室已撤销. The section exists no more.</summary>
/// <param name="Section">科室. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.section-is-closed")]
public sealed record SectionIsClosed(string Section) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"科室{Named.Section(Section)}已撤销，重新登记后才能更改",
        $"Section {Named.Section(Section)} is closed; register it again to change it");
}

/// <summary>科室行. A section that an administrator has registered or changed.</summary>
[Table("section")]
public sealed record SectionRow : ListedRow;

/// <summary>责任科室. The actor of a section; its key is the code, such as <c>INSPECTION</c>.</summary>
[Alias("section")]
public interface ISectionGrain : ISubjectGrain<Section, SectionCommand>;

/// <inheritdoc cref="ISectionGrain"/>
[GrainType("section")]
public sealed class SectionGrain([PersistentState("section")] IPersistentState<Subject<Section>> stored, SubjectShell shell)
    : ListedGrain<Section, SectionCommand, SectionEvent, SectionRow>(stored, Section.List, shell), ISectionGrain;

/// <summary>JSON metadata of everything of a section that is stored or hashed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<Section>))]
[JsonSerializable(typeof(Section))]
[JsonSerializable(typeof(RegisterSection))]
[JsonSerializable(typeof(RenameSection))]
[JsonSerializable(typeof(CloseSection))]
[JsonSerializable(typeof(SectionRegistered))]
[JsonSerializable(typeof(SectionRenamed))]
[JsonSerializable(typeof(SectionClosed))]
public sealed partial class SectionJson : JsonSerializerContext;
