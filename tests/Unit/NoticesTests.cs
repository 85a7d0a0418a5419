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

    [Fact]
    public void Every_package_that_the_dashboard_depends_on_is_named_with_its_version()
    {
        var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Dashboard/package-lock.json"))).RootElement.GetProperty("packages");
        var depended = locked.GetProperty("").GetProperty("dependencies").EnumerateObject().Select(one => one.Name).ToList();
        Assert.NotEmpty(depended);
        Assert.DoesNotContain(depended, name => !Named(name, locked.GetProperty($"node_modules/{name}").GetProperty("version").GetString()!));
    }

    private static bool Named(string package, string version) => Notices.Split('\n').Any(line =>
        (line.StartsWith($"| [{package}](", StringComparison.Ordinal) || line.StartsWith($"| {package} |", StringComparison.Ordinal)) && line.Contains($"| {version}", StringComparison.Ordinal));
}
