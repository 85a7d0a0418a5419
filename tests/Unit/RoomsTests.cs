using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
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
    public void ASharedRoomKnowsNoConcept(string room)
    {
        var rooms = new[] { "Subjects", "Journal", "Deadlines", "Calendar" };
        var concepts = Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Grains"))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => !rooms.Contains(name) && name is not ("bin" or "obj" or "SelfChecks"))
            .ToList();
        var offenders = Sources("Grains", room)
            .Where(source => concepts.Any(concept => File.ReadAllText(source).Contains($"ShuangDa.Grains.{concept}", StringComparison.Ordinal)))
            .Select(Path.GetFileName);
        Assert.Empty(offenders);
    }

    /// <summary>Whatever file says what a concept's state, commands or events are, or decides on them, is law.</summary>
    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void TheLawTouchesNoClockNoDiskAndNoLog(string name)
    {
        var concept = AllConcepts.All.Single(one => one.Name == name);
        var kinds = concept.GetType().GetGenericArguments();
        var law = concept.GetType().Assembly.GetTypes()
            .Where(type => kinds.Any(kind => type == kind || type.IsSubclassOf(kind)))
            .Append(((Delegate)concept.GetType().GetProperty("Decide")!.GetValue(concept)!).Method.DeclaringType!)
            .Where(type => !type.IsGenericType)
            .Select(type => type.Name)
            .ToHashSet();
        var sources = Sources("Grains", string.Empty).Select(source => (Path: source, Lines: File.ReadLines(source).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).ToList()))
            .Where(source => source.Lines.Any(line => Declared().Match(line) is { Success: true } declared && law.Contains(declared.Groups["name"].Value)))
            .ToList();
        Assert.InRange(sources.Count, 3, 50);
        Assert.Empty(sources.Where(source => source.Lines.Any(line => ImpureWords().IsMatch(line))).Select(source => Path.GetFileName(source.Path)));
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

    private static void AssertNoReference(Type insider, params string[] forbidden) =>
        Assert.DoesNotContain(insider.Assembly.GetReferencedAssemblies(), reference => forbidden.Contains(reference.Name));

    private static IEnumerable<string> Sources(string project, string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", project, folder), "*.cs", SearchOption.AllDirectories)
        .Where(source => !source.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(Task|ILogger|TimeProvider|HttpClient|DataConnection|IGrainFactory)\b|\bFile\.")]
    private static partial Regex ImpureWords();

    [GeneratedRegex(@"\b(class|record) (?<name>\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex("(Manager|Helper|Util|Utils|Service)(`\\d)?$")]
    private static partial Regex VagueName();
}
