using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>What two concepts say in the same words for long has a shared room to stand in.</summary>
public sealed class SharedLinesTests
{
    private const int Run = 8;

    [Fact]
    public void No_two_concepts_share_eight_lines_in_a_row()
    {
        var first = new Dictionary<string, (string Concept, string Place)>(StringComparer.Ordinal);
        var shared = new List<string>();
        var files = 0;
        foreach (var (concept, file) in Sources())
        {
            files++;
            var lines = File.ReadLines(file).Select((text, index) => (Text: text.Trim(), Number: index + 1)).Where(line => Says(line.Text)).ToList();
            for (var at = 0; at + Run <= lines.Count; at++)
            {
                var place = $"{Path.GetRelativePath(Repository.Root, file)}:{lines[at].Number}";
                var run = string.Join('\n', lines.Skip(at).Take(Run).Select(line => line.Text));
                if (!first.TryAdd(run, (concept, place)) && first[run].Concept != concept)
                {
                    shared.Add($"{first[run].Place} and {place}");
                }
            }
        }

        Assert.True(files > 900, $"Only {files} files were read.");
        Assert.Empty(shared);
    }

    // What stands at a file's head says nothing that a piece could say for both.
    private static bool Says(string line) => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("import ", StringComparison.Ordinal);

    private static IEnumerable<(string Concept, string File)> Sources() =>
        from room in new[] { "Grains", "GraphQL", "Silo", Path.Combine("Dashboard", "src") }
        from folder in Directory.GetDirectories(Path.Combine(Repository.Root, "src", room))
        where Path.GetFileName(folder) is not ("bin" or "obj")
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".ts" or ".tsx"
        where !file.Split(Path.DirectorySeparatorChar).Contains("node_modules")
        orderby file
        select (Path.GetFileName(folder), file);
}
