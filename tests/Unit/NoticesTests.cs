using System.Text.Json;
using System.Xml.Linq;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Whoever gets the program is told whose work is in it and under which licence.</summary>
public sealed class NoticesTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Every_package_that_the_program_references_is_named_with_its_version()
    {
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(one => one.Attribute("Include")!.Value, one => one.Attribute("Version")!.Value);
        var referenced = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
            // What only looks at the sources or builds them is not in the program.
            .Where(reference => reference.Attribute("PrivateAssets")?.Value != "all")
            .Select(reference => reference.Attribute("Include")!.Value)
            .Distinct()
            .ToList();
        Assert.NotEmpty(referenced);
        Assert.DoesNotContain(referenced, name => !Named(name, versions[name].StartsWith("$(", StringComparison.Ordinal) ? "" : versions[name]));
    }

    [Theory]
    [InlineData("src/Dashboard")]
    [InlineData("src/GraphQL/Transport/GraphiQL")]
    public void Every_package_that_comes_with_a_page_is_named_with_its_version(string pages)
    {
        // What only builds the page, or is for another system, does not come with it.
        var coming = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, pages, "package-lock.json"))).RootElement.GetProperty("packages").EnumerateObject()
            .Where(one => one.Name.Length > 0 && !one.Value.TryGetProperty("dev", out _) && !one.Value.TryGetProperty("optional", out _))
            .Select(one => (Name: one.Name.Split("node_modules/")[^1], Version: one.Value.GetProperty("version").GetString()!))
            .ToList();
        Assert.NotEmpty(coming);
        Assert.DoesNotContain(coming, one => !Named(one.Name, one.Version));
    }

    /// <summary>Each folder of npm packages under <c>src</c> is one of the two that the test before goes over.</summary>
    [Fact]
    public void No_other_page_brings_packages() => Assert.Equal(
        ["src/Dashboard", "src/GraphQL/Transport/GraphiQL"],
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "package-lock.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    private static bool Named(string package, string version) => Notices.Split('\n').Any(line =>
        (line.StartsWith($"| [{package}](", StringComparison.Ordinal) || line.StartsWith($"| {package} |", StringComparison.Ordinal)) && line.Contains($"| {version}", StringComparison.Ordinal));
}
