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
            new() { Code = "SUPERVISION", Name = "监督与法制科", EnglishName = "Supervision and legal section" },
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
