using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>What the files of <c>deploy</c> claim, as far as it can be checked without a container engine.</summary>
public sealed partial class DeployFilesTests
{
    private static readonly string Root = RootOf();
    private static readonly string[] Image = [.. File.ReadAllLines(Path.Combine(Root, "deploy/compose/Dockerfile")).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public void The_dashboard_is_built_with_a_Node_that_its_tools_accept()
    {
        var major = int.Parse(Assert.Single(Image, line => line.StartsWith("FROM node:", StringComparison.Ordinal)) is var from ? NodeImage().Match(from).Groups[1].Value : "");
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src/Dashboard/package-lock.json")));
        var tools = locked.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Value.TryGetProperty("engines", out var engines) && engines.ValueKind == JsonValueKind.Object && engines.TryGetProperty("node", out _))
            .Select(package => (package.Name, Wants: package.Value.GetProperty("engines").GetProperty("node").GetString()!))
            .ToList();
        Assert.Contains(tools, tool => tool.Name == "node_modules/vite");
        Assert.All(tools, tool => Assert.True(Accepts(tool.Wants, major), $"{tool.Name} wants Node {tool.Wants}; the image has {major}."));
        // What Debian and Ubuntu bring with them is older.
        Assert.False(Accepts("^20.19.0 || >=22.12.0", 18));
        Assert.DoesNotContain(Image, line => line.Contains("nodejs", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_image_copies_and_builds_is_there()
    {
        var stages = Image.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Split(' ')).Where(words => words.Length == 4).Select(words => words[3]).ToList();
        foreach (var copy in Image.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal)).Select(line => line.Split(' ')))
        {
            if (copy[1].StartsWith("--from=", StringComparison.Ordinal))
            {
                Assert.Contains(copy[1]["--from=".Length..], stages);
            }
            else
            {
                Assert.True(Path.Exists(Path.Combine(Root, copy[1])), copy[1]);
            }
        }

        var publish = Assert.Single(Image, line => line.Contains("dotnet publish", StringComparison.Ordinal));
        Assert.Contains("dotnet publish src/Silo ", publish, StringComparison.Ordinal);
        // Where the build puts the dashboard: Dashboard.targets.
        Assert.Contains("test -s src/Silo/obj/dashboard/index.html", publish, StringComparison.Ordinal);
        Assert.Contains("/$(BaseIntermediateOutputPath)dashboard/", File.ReadAllText(Path.Combine(Root, "src/Dashboard/Dashboard.targets")), StringComparison.Ordinal);
        Assert.Contains("<AssemblyName>ShuangDa.Silo</AssemblyName>", File.ReadAllText(Path.Combine(Root, "src/Silo/ShuangDa.Silo.csproj")), StringComparison.Ordinal);
        Assert.Contains(Image, line => line.StartsWith("ENTRYPOINT [\"/app/ShuangDa.Silo\"", StringComparison.Ordinal));
        var ignored = File.ReadAllLines(Path.Combine(Root, ".dockerignore"));
        Assert.All(new[] { "**/bin", "**/obj", "**/node_modules", "data" }, path => Assert.Contains(path, ignored));
    }

    [Fact]
    public void The_account_that_runs_owns_the_folder_it_writes()
    {
        var last = Image[Array.FindLastIndex(Image, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];
        var user = Assert.Single(last, line => line.StartsWith("USER ", StringComparison.Ordinal))["USER ".Length..];
        var volume = Assert.Single(last, line => line.StartsWith("VOLUME ", StringComparison.Ordinal))["VOLUME ".Length..];
        Assert.NotEqual("root", user);
        // As root, and before the volume is declared: what a later step changes in it is lost.
        var made = Array.IndexOf(last, $"RUN install -d -m 700 -o {user} -g {user} {volume}");
        Assert.InRange(made, 0, Math.Min(Array.IndexOf(last, $"VOLUME {volume}"), Array.IndexOf(last, $"USER {user}")) - 1);
        Assert.Contains($"WORKDIR {volume}", last);

        var compose = File.ReadAllText(Path.Combine(Root, "deploy/compose/compose.yaml"));
        Assert.Contains($"volumes: [data:{volume}]", compose, StringComparison.Ordinal);
        var build = ComposeBuild().Match(compose);
        var context = Path.GetFullPath(Path.Combine(Root, "deploy/compose", build.Groups[1].Value));
        Assert.True(File.Exists(Path.Combine(context, build.Groups[2].Value)), build.Value);
    }

    [Fact]
    public void The_service_writes_nothing_that_other_accounts_may_read()
    {
        var unit = File.ReadAllLines(Path.Combine(Root, "deploy/systemd/shuangda.service"));
        Assert.Contains("UMask=0077", unit);
        Assert.Contains(unit, line => line.Contains("install -d -m 700", StringComparison.Ordinal));
    }

    /// <summary>Whether the newest version of a major Node is in a range such as <c>^20.19.0 || >=22.12.0</c>.</summary>
    private static bool Accepts(string range, int major) => range.Split("||", StringSplitOptions.TrimEntries).Any(part =>
    {
        var first = Digits().Match(part);
        return !first.Success
            || (part.Contains('<', StringComparison.Ordinal) && !part.StartsWith('<') ? int.Parse(first.Value) <= major && major < int.Parse(Digits().Matches(part[part.IndexOf('<', StringComparison.Ordinal)..])[0].Value)
            : part.StartsWith('>') ? int.Parse(first.Value) <= major
            : int.Parse(first.Value) == major);
    });

    private static string RootOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    [GeneratedRegex(@"^FROM node:(\d+)")]
    private static partial Regex NodeImage();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"build: \{ context: (\S+), dockerfile: (\S+) \}")]
    private static partial Regex ComposeBuild();
}
