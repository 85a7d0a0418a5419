using System.Reflection;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Who may know whom, read off the sources.</summary>
public sealed partial class RoomsTests
{
    [Fact]
    public void GrainsKnowNeitherTheApiNorTheHost() => AssertNoReference(typeof(Concept), "ShuangDa.GraphQL", "ShuangDa.Silo", "GraphQL");

    [Fact]
    public void TheApiDoesNotKnowTheHost() => AssertNoReference(typeof(Query), "ShuangDa.Silo");

    [Theory]
    [InlineData("Subjects")]
    [InlineData("Journal")]
    [InlineData("Deadlines")]
    [InlineData("Approvals")]
    [InlineData("Search")]
    [InlineData("Notifications")]
    [InlineData("Lists")]
    [InlineData("Numbers")]
    [InlineData("Preferences")]
    public void ASharedRoomKnowsNoConcept(string room)
    {
        var concepts = Concepts();
        var offenders = Sources("Grains", room)
            .Where(source => Names(source, concepts))
            .Select(Path.GetFileName);
        Assert.Empty(offenders);
    }

    /// <summary>The conventions of the API know who asks, and sections and agencies, whose codes sentences name; no other concept.</summary>
    [Fact]
    public void TheConventionsOfTheApiKnowNoConceptButWhoAsksAndWhoIsNamed()
    {
        var concepts = Concepts().Except(["Accounts", "Sections", "Agencies"]).ToList();
        Assert.Empty(Sources("GraphQL", "Conventions")
            .Where(source => Names(source, concepts))
            .Select(Path.GetFileName));
    }

    /// <summary>The frame of the dashboard shows the search of everything; beside it, frame and pieces find what concepts bring.</summary>
    [Theory]
    [InlineData("parts")]
    [InlineData("app", "Search")]
    public void ASharedRoomOfTheDashboardImportsNoConcept(string room, params string[] shown)
    {
        var folder = Path.Combine(Repository.Root, "src", "Dashboard", "src", room);
        var sources = Directory.EnumerateFiles(folder, "*.ts*", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(File.ReadLines)
            .Select(line => ImportedConcept().Match(line))
            .Where(found => found.Success && !shown.Contains(found.Groups[1].Value))
            .Select(found => found.Value));
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void TheLawTouchesNoClockNoDiskAndNoLog(Type law)
    {
        var sources = SourcesOf(law, "", ".*", "Command", "Event", "State");
        Assert.NotEmpty(sources);
        Assert.Empty(sources.Where(IsImpure).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("Inspections/RandomDraw.cs")]
    [InlineData("Handovers/SectionHandover.cs")]
    [InlineData("Handovers/WorkMove.cs")]
    [InlineData("Lists/ListedEntry.cs")]
    public void WhatSeveralLawsShareTouchesNoClockNoDiskAndNoLog(string source) =>
        Assert.False(IsImpure(Path.Combine(Repository.Root, "src", "Grains", source)));

    /// <summary>What may be asked and what happens stands beside what is decided, in one file of its stage, and not in files of one kind of types.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void NoFileOfALawIsNamedForAKindOfTypes(Type law) =>
        Assert.Empty(SourcesOf(law, "Commands", "Events", "Refusals", "Records", ".Apply", ".Decide", ".Procedure").Select(Path.GetFileName));

    /// <summary>A law that is not among the rooms of the mutation tests is not asked whether its tests see it.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void EveryLawIsARoomOfTheMutationTests(Type law)
    {
        var grains = Path.Combine(Repository.Root, "src", "Grains");
        var rooms = File.ReadLines(Path.Combine(Repository.Root, "tests", "Mutation", "rooms.txt"))
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(pattern => Directory.GetFiles(Path.Combine(grains, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)));
        Assert.Empty(SourcesOf(law, "", ".*", "State").Except(rooms).Select(Path.GetFileName));
    }

    /// <summary>Decide, by stage, by command: whoever knows the law of one concept finds everything in that of another.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void AMethodThatDecidesIsNamedForTheStageOrTheCommandThatItDecides(Type law)
    {
        var types = ConceptOf(law).GetType().GetGenericArguments();
        var (command, decision) = (types[1], typeof(Decision<>).MakeGenericType(types[2]));
        var commands = command.Assembly.GetTypes().Where(type => type.IsSubclassOf(command)).Select(type => $"Decide{type.Name}").ToHashSet();
        var stages = SourcesOf(law, ".*").Select(source => Path.GetFileNameWithoutExtension(source)[(law.Name.Length + 1)..]).ToList();
        var methods = law.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(method => !method.Name.Contains('<', StringComparison.Ordinal)).ToList();
        var deciding = methods.Where(method => method.ReturnType == decision && (method.Name.StartsWith("Decide", StringComparison.Ordinal) || Asked(method) is not null)).ToList();
        Assert.Equal(deciding.Count, deciding.DistinctBy(method => method.Name).Count());
        Assert.Empty(deciding.Where(method => Asked(method) == command && method.Name is not ("Decide" or "DecideSettled" or "DecideByStage")).Select(method => method.Name));
        Assert.Empty(deciding.Where(method => Asked(method) is { } asked && asked != command && method.Name != $"Decide{asked.Name}").Select(method => method.Name));
        Assert.Empty(deciding.Where(method => Asked(method) is null && !commands.Contains(method.Name)).Select(method => method.Name));
        Assert.Empty(methods.Where(method => method.ReturnType == typeof(Nullable<>).MakeGenericType(decision)).Select(method => method.Name).Except(stages.Select(stage => $"DecideIn{stage}")));
        Assert.Empty(methods.Select(method => method.Name).Where(name => name.StartsWith("ApplyIn", StringComparison.Ordinal)).Except(stages.Select(stage => $"ApplyIn{stage}")));

        Type? Asked(MethodInfo method) => method.GetParameters().Select(parameter => parameter.ParameterType).FirstOrDefault(type => type.IsAssignableTo(command));
    }

    [Fact]
    public void TheApiBuildsNoListByWakingGrains()
    {
        var offenders = Sources("GraphQL", string.Empty)
            .Where(source => Path.GetFileName(source) is "Lists.cs" or "Keyset.cs" or "Filters.cs")
            .Where(source => File.ReadAllText(source).Contains("IGrainFactory", StringComparison.Ordinal))
            .Select(Path.GetFileName);
        Assert.Empty(offenders);
    }

    [Fact]
    public void NoTypeIsNamedForWhatItIsNot()
    {
        var offenders = new[] { typeof(Concept), typeof(Query) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("ShuangDa", StringComparison.Ordinal) == true && VagueName().IsMatch(type.Name))
            .Select(type => type.FullName);
        Assert.Empty(offenders);
    }

    [Fact]
    public void ACommandThatNobodyMayGiveDoesNotExist()
    {
        var offenders = typeof(Command).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Command)) && AllowedToAttribute.Of(type) == Roles.None)
            .Select(type => type.FullName);
        Assert.Empty(offenders);
    }

    /// <summary>The types that say what the law of a concept is.</summary>
    public static TheoryData<Type> Laws => [.. typeof(Concept).Assembly.GetTypes().Where(type => !type.IsInterface && !type.ContainsGenericParameters && ConceptIn(type) is not null)];

    private static List<string> Concepts()
    {
        string[] rooms =
            ["Subjects", "Journal", "Deadlines", "Calendar", "Approvals", "Search", "Notifications", "Lists", "Numbers", "Preferences"];
        return
        [
            .. Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Grains"))
                .Select(folder => Path.GetFileName(folder)!)
                .Where(name => !rooms.Contains(name) && name is not ("bin" or "obj" or "SelfChecks")),
        ];
    }

    private static bool Names(string source, IEnumerable<string> concepts)
    {
        var text = File.ReadAllText(source);
        return concepts.Any(concept => text.Contains($"ShuangDa.Grains.{concept}", StringComparison.Ordinal));
    }

    private static bool IsImpure(string source) => File.ReadLines(source).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && ImpureWords().IsMatch(line));

    private static Concept ConceptOf(Type law) => ConceptIn(law)!;

    private static Concept? ConceptIn(Type type) => type.GetProperty("Concept", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) as Concept;

    private static List<string> SourcesOf(Type law, params string[] endings) =>
        [.. endings.SelectMany(ending => Directory.GetFiles(Path.Combine(Repository.Root, "src", "Grains", law.Namespace!.Split('.')[^1]), $"{law.Name}{ending}.cs")).Distinct()];

    private static void AssertNoReference(Type insider, params string[] forbidden) =>
        Assert.DoesNotContain(insider.Assembly.GetReferencedAssemblies(), reference => forbidden.Contains(reference.Name));

    private static IEnumerable<string> Sources(string project, string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", project, folder), "*.cs", SearchOption.AllDirectories)
        .Where(source => !source.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(Task|ILogger|TimeProvider|HttpClient|DataConnection|IGrainFactory)\b|\bFile\.")]
    private static partial Regex ImpureWords();

    [GeneratedRegex(@"from '(?:\.\./)+([A-Z]\w*)/")]
    private static partial Regex ImportedConcept();

    [GeneratedRegex("(Manager|Helper|Util|Utils|Service)(`\\d)?$")]
    private static partial Regex VagueName();
}
