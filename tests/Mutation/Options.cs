using System.Globalization;
using System.IO.Enumeration;

namespace ShuangDa.Tests.Mutation;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public required string Root { get; init; }

    public required string Work { get; init; }

    /// <summary>Parts of file names; none for all.</summary>
    public string[] Files { get; init; } = [];

    /// <summary>So many mutants, drawn at random; 0 for all.</summary>
    public int Sample { get; init; }

    public int Seed { get; init; } = 20260302;

    /// <summary>Processes side by side.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Seconds: tests that take longer are left out.</summary>
    public double Slow { get; init; } = 5;

    /// <summary>Seconds: a mutant with which a test, none of which takes more than that, runs longer counts as noticed.</summary>
    public double Longest { get; init; } = 20;

    /// <summary>Parts of the names of tests that are not run, because each takes seconds.</summary>
    public string[] Without { get; init; } = ["WalkTests", "Whatever_is_asked", "Every_rule_can_be_counted", "HostileFile", "A_huge_cell", "Late_or_on_time"];

    /// <summary>Only mutants that nothing noticed the last time.</summary>
    public bool Survivors { get; init; }

    /// <summary>What earlier runs found out is forgotten.</summary>
    public bool Anew { get; init; }

    /// <summary>The law has not changed: the mutants are not compiled again.</summary>
    public bool KeepMutants { get; init; }

    public bool ReportOnly { get; init; }

    public bool Worker { get; init; }

    public int Part { get; init; }

    public static Options Of(string[] args)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "ShuangDa.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Not inside the repository.");
        }

        var options = new Options { Root = root, Work = Path.Combine(root, "tests", "Mutation", "obj", "work") };
        for (var at = 0; at < args.Length; at++)
        {
            options = args[at] switch
            {
                "worker" => options with { Worker = true },
                "report" => options with { ReportOnly = true },
                "--survivors" => options with { Survivors = true },
                "--anew" => options with { Anew = true },
                "--keep-mutants" => options with { KeepMutants = true },
                "--files" => options with { Files = args[++at].Split(',') },
                "--without" => options with { Without = args[++at].Split(',') },
                "--sample" => options with { Sample = int.Parse(args[++at], CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = int.Parse(args[++at], CultureInfo.InvariantCulture) },
                "--jobs" => options with { Jobs = int.Parse(args[++at], CultureInfo.InvariantCulture) },
                "--part" => options with { Part = int.Parse(args[++at], CultureInfo.InvariantCulture) },
                "--slow" => options with { Slow = double.Parse(args[++at], CultureInfo.InvariantCulture) },
                "--longest" => options with { Longest = double.Parse(args[++at], CultureInfo.InvariantCulture) },
                var unknown => throw new ArgumentException($"Not an option: {unknown}"),
            };
        }

        return options;
    }
}

/// <summary>A room of the law.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Files">Its files under src/Grains.</param>
internal sealed record Rooms(string Name, IReadOnlyList<string> Files)
{
    /// <summary>Reads the list of rooms.</summary>
    public static IReadOnlyList<Rooms> Read(string list, string grains) => [.. File.ReadLines(list).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':')).Select(parts => new Rooms(
        parts[0],
        [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(pattern => Directory.GetFiles(Path.Combine(grains, Path.GetDirectoryName(pattern)!))
            .Where(file => FileSystemName.MatchesSimpleExpression(Path.GetFileName(pattern), Path.GetFileName(file)))
            .Select(file => Path.GetRelativePath(grains, file).Replace('\\', '/'))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))];
}

/// <summary>The reviewed list of mutants that change nothing anybody can see, each with its reason.</summary>
internal static class Equivalents
{
    /// <summary>The reasons by the mutants' keys.</summary>
    public static IReadOnlyDictionary<string, string> Read(string list) => File.ReadLines(list).Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => (Line: line, At: line.LastIndexOf(" || ", StringComparison.Ordinal))) // the last, because a condition may have its own
        .ToDictionary(one => one.Line[..one.At].Trim(), one => one.Line[(one.At + 4)..].Trim(), StringComparer.Ordinal);
}

internal static class Folders
{
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            if (!File.Exists(target) || File.GetLastWriteTimeUtc(target) != File.GetLastWriteTimeUtc(file))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }
        }
    }
}
