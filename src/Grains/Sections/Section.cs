using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>责任科室. A section of the bureau that answers for work (R3.1.1). Accounts, inspections, orders, cases and transfers carry its code; who heads it follows from the accounts. A subject of its own, whose key is the code; those that come with the program are one from the first change on.</summary>
[GenerateSerializer, Immutable, Alias("section.state")]
public sealed record Section
{
    /// <summary>The concept's name.</summary>
    public const string ConceptName = "section";

    /// <summary>概念. The law, rows and stored forms of a section tied together.</summary>
    public static Concept<Section, SectionCommand, SectionEvent> Concept { get; } = new()
    {
        Name = ConceptName,
        Title = new("责任科室", "Section"),
        Json = SectionJson.Default,
        RowTypes = [typeof(SectionRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = SectionRows.Of,
        Deadlines = static _ => [],
        WhenDue = static (kind, _) => throw new InvalidOperationException($"A section has no deadline of the kind '{kind}'."),
    };

    /// <summary>内置科室. The sections that the notice names: the brigade, where the campaign has its office (三〔一〕), and the section that collects the reports (三〔五〕). An administrator adds the bureau's others.</summary>
    public static ImmutableArray<Section> BuiltIn { get; } =
    [
        new() { Code = "INSPECTION", Name = "稽查队", EnglishName = "Inspection brigade" },
        new() { Code = "SUPERVISION", Name = "监督与法制科", EnglishName = "Supervision and legal section" },
    ];

    private const int LongestReason = 1000;

    /// <summary>代码. What records carry; never changes.</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>名称. The Chinese name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>英文名称. Null where nobody has given one.</summary>
    [Id(2)] public string? EnglishName { get; init; }

    /// <summary>已撤销. Whether it exists no more; what it did keeps its name.</summary>
    [Id(3)] public bool IsClosed { get; init; }

    /// <summary>The section of this code that comes with the program, or null.</summary>
    /// <param name="code">The code.</param>
    public static Section? Find(string code) => BuiltIn.FirstOrDefault(known => known.Code == code);

    /// <summary>The law of a section. One that comes with the program stands as it was delivered until it is changed.</summary>
    /// <param name="section">The section as it was stored, or null.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who and when; its key is the code.</param>
    public static Decision<SectionEvent> Decide(Section? section, SectionCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var code = now.Key;
        return (section ?? Find(code), command) switch
        {
            (not null and { IsClosed: false }, RegisterSection) => new AlreadyExists(ConceptName, code),
            (_, RegisterSection c) => (ListedName.ProblemWithCode(code) ?? ListedName.ProblemWithNames(c.Name, c.EnglishName)) is { } problem ? problem : new SectionRegistered(code, c.Name.Trim(), ListedName.Given(c.EnglishName)),
            (null, _) => new NotFound(ConceptName, code),
            ({ IsClosed: true }, RenameSection) => new SectionIsClosed(code),
            ({ } known, RenameSection c) => Rename(known, c),
            ({ IsClosed: true }, CloseSection) => Decision<SectionEvent>.AlreadySo,
            (_, CloseSection c) when FreeText.ProblemOfRequired("reason", c.Reason, LongestReason) is { } problem => problem,
            ({ } known, CloseSection c) => new SectionClosed(code, known.Name, known.EnglishName, c.Reason.Trim()),
            _ => throw new InvalidOperationException($"{command?.GetType().Name} has no arm in the law of a section."),
        };
    }

    /// <summary>An event folded into the section. Each says all there is of it, so that a section that comes with the program can be delivered under another name without the journal telling otherwise.</summary>
    /// <param name="section">The section before, or null.</param>
    /// <param name="happened">The event.</param>
    public static Section Apply(Section? section, SectionEvent happened) => happened switch
    {
        SectionRegistered e => new Section { Code = e.Code, Name = e.Name, EnglishName = e.EnglishName },
        SectionRenamed e => new Section { Code = e.Code, Name = e.Name, EnglishName = e.EnglishName },
        SectionClosed e => new Section { Code = e.Code, Name = e.Name, EnglishName = e.EnglishName, IsClosed = true },
        _ => throw new InvalidOperationException($"{happened?.GetType().Name} is not folded into a section."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="section">The section.</param>
    public static IReadOnlyList<string> Check(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return (ListedName.ProblemWithCode(section.Code) ?? ListedName.ProblemWithNames(section.Name, section.EnglishName)) is { } problem ? [problem.ProblemInEnglish + "."] : [];
    }

    private static Decision<SectionEvent> Rename(Section known, RenameSection command)
    {
        if (ListedName.ProblemWithNames(command.Name, command.EnglishName) is { } problem)
        {
            return problem;
        }

        var renamed = new SectionRenamed(known.Code, command.Name.Trim(), ListedName.Given(command.EnglishName));
        return (renamed.Name, renamed.EnglishName) == (known.Name, known.EnglishName) ? Decision<SectionEvent>.AlreadySo : renamed;
    }
}

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
