using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <summary>协作部门. An agency outside the bureau that it works with (R2.6.2, R2.6.3). Accounts of liaison officers and crime transfers carry its code; who its liaison officers are follows from the accounts (R3.1.2). A subject of its own, whose key is the code; those that come with the program are one from the first change on.</summary>
[GenerateSerializer, Immutable, Alias("agency.state")]
public sealed record Agency
{
    /// <summary>The concept's name.</summary>
    public const string ConceptName = "agency";

    /// <summary>概念. The law, rows and stored forms of an agency tied together.</summary>
    public static Concept<Agency, AgencyCommand, AgencyEvent> Concept { get; } = new()
    {
        Name = ConceptName,
        Title = new("协作部门", "Agency"),
        Json = AgencyJson.Default,
        RowTypes = [typeof(AgencyRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = AgencyRows.Of,
        Deadlines = static _ => [],
        WhenDue = static (kind, _) => throw new InvalidOperationException($"An agency has no deadline of the kind '{kind}'."),
    };

    /// <summary>内置部门. The agencies that the notice names: the police (二〔四〕), those that lead the joint campaigns (二〔六〕), those that the bureau works with under the district government (三〔四〕), and the people's bank (三〔三〕). An administrator adds others.</summary>
    public static ImmutableArray<Agency> BuiltIn { get; } =
    [
        new() { Code = "PUBLIC_SECURITY", Name = "区公安局", EnglishName = "District public security bureau", Kind = AgencyKind.Police },
        new() { Code = "CULTURAL_MARKET", Name = "区文化市场执法局", EnglishName = "District cultural market enforcement bureau", Kind = AgencyKind.Enforcement },
        new() { Code = "INDUSTRY_AND_COMMERCE", Name = "区工商局", EnglishName = "District industry and commerce bureau", Kind = AgencyKind.Enforcement },
        new() { Code = "INTELLECTUAL_PROPERTY", Name = "区知识产权局", EnglishName = "District intellectual property office", Kind = AgencyKind.Enforcement },
        new() { Code = "HEALTH", Name = "区卫生局", EnglishName = "District health bureau", Kind = AgencyKind.Enforcement },
        new() { Code = "FOOD_AND_DRUG", Name = "区食药局", EnglishName = "District food and drug bureau", Kind = AgencyKind.Enforcement },
        new() { Code = "AGRICULTURE", Name = "区农业局", EnglishName = "District agriculture bureau", Kind = AgencyKind.Enforcement },
        new() { Code = "COMMERCE", Name = "区商务局", EnglishName = "District commerce bureau", Kind = AgencyKind.Enforcement },
        new() { Code = "PRESS_AND_PUBLICATION", Name = "区新闻出版局", EnglishName = "District press and publication bureau", Kind = AgencyKind.Enforcement },
        new() { Code = "PEOPLES_BANK", Name = "人民银行市中心支行", EnglishName = "People's Bank of China, city sub-branch", Kind = AgencyKind.Other },
    ];

    private const int LongestReason = 1000;

    /// <summary>代码. What records carry; never changes.</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>名称. The Chinese name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>英文名称. Null where nobody has given one.</summary>
    [Id(2)] public string? EnglishName { get; init; }

    /// <summary>已撤销. Whether it is no partner any more; what concerned it keeps its name.</summary>
    [Id(3)] public bool IsClosed { get; init; }

    /// <summary>性质. What it is to the bureau; crime goes to the police alone.</summary>
    [Id(4)] public required AgencyKind Kind { get; init; }

    /// <summary>The agency of this code that comes with the program, or null.</summary>
    /// <param name="code">The code.</param>
    public static Agency? Find(string code) => BuiltIn.FirstOrDefault(known => known.Code == code);

    /// <summary>The law of an agency. One that comes with the program stands as it was delivered until it is changed.</summary>
    /// <param name="agency">The agency as it was stored, or null.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who and when; its key is the code.</param>
    public static Decision<AgencyEvent> Decide(Agency? agency, AgencyCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var code = now.Key;
        return (agency ?? Find(code), command) switch
        {
            (not null and { IsClosed: false }, RegisterAgency) => new AlreadyExists(ConceptName, code),
            (_, RegisterAgency c) => (ListedName.ProblemWithCode(code) ?? ListedName.ProblemWithNames(c.Name, c.EnglishName)) is { } problem ? problem : new AgencyRegistered(code, c.Kind, c.Name.Trim(), ListedName.Given(c.EnglishName)),
            (null, _) => new NotFound(ConceptName, code),
            ({ IsClosed: true }, RenameAgency) => new AgencyIsClosed(code),
            ({ } known, RenameAgency c) => Rename(known, c),
            ({ IsClosed: true }, CloseAgency) => Decision<AgencyEvent>.AlreadySo,
            (_, CloseAgency c) when FreeText.ProblemOfRequired("reason", c.Reason, LongestReason) is { } problem => problem,
            ({ } known, CloseAgency c) => new AgencyClosed(code, known.Kind, known.Name, known.EnglishName, c.Reason.Trim()),
            _ => throw new InvalidOperationException($"{command?.GetType().Name} has no arm in the law of an agency."),
        };
    }

    /// <summary>An event folded into the agency. Each says all there is of it, so that an agency that comes with the program can be delivered under another name without the journal telling otherwise.</summary>
    /// <param name="agency">The agency before, or null.</param>
    /// <param name="happened">The event.</param>
    public static Agency Apply(Agency? agency, AgencyEvent happened) => happened switch
    {
        AgencyRegistered e => new Agency { Code = e.Code, Kind = e.Kind, Name = e.Name, EnglishName = e.EnglishName },
        AgencyRenamed e => new Agency { Code = e.Code, Kind = e.Kind, Name = e.Name, EnglishName = e.EnglishName },
        AgencyClosed e => new Agency { Code = e.Code, Kind = e.Kind, Name = e.Name, EnglishName = e.EnglishName, IsClosed = true },
        _ => throw new InvalidOperationException($"{happened?.GetType().Name} is not folded into an agency."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="agency">The agency.</param>
    public static IReadOnlyList<string> Check(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return (ListedName.ProblemWithCode(agency.Code) ?? ListedName.ProblemWithNames(agency.Name, agency.EnglishName)) is { } problem ? [problem.ProblemInEnglish + "."] : [];
    }

    private static Decision<AgencyEvent> Rename(Agency known, RenameAgency command)
    {
        if (ListedName.ProblemWithNames(command.Name, command.EnglishName) is { } problem)
        {
            return problem;
        }

        var renamed = new AgencyRenamed(known.Code, known.Kind, command.Name.Trim(), ListedName.Given(command.EnglishName));
        return (renamed.Name, renamed.EnglishName) == (known.Name, known.EnglishName) ? Decision<AgencyEvent>.AlreadySo : renamed;
    }
}

/// <summary>部门性质. What a partner agency is to the bureau.</summary>
[JsonConverter(typeof(WireNameConverter<AgencyKind>))]
public enum AgencyKind
{
    /// <summary>公安机关. The police, to whom suspected crime is transferred.</summary>
    Police,

    /// <summary>检察机关. The prosecutors, who supervise whether the police file a case.</summary>
    Prosecutors,

    /// <summary>行政执法部门. Another authority that enforces the law.</summary>
    Enforcement,

    /// <summary>其他. Any other.</summary>
    Other,
}

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
