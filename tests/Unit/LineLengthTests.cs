using System.Globalization;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>
/// A line has 140 characters at most. What is longer from before there was the rule is counted by folder in <c>LongLines.txt</c>; no
/// folder gets more, and none that is new has any.
/// With SHUANGDA_APPROVE=1 in the environment what became fewer is written there. The numbers only go down.
/// </summary>
public sealed class LineLengthTests
{
    private const int Most = 140;

    [Fact]
    public void No_folder_has_more_long_lines_than_it_had()
    {
        var record = Path.Combine(Repository.Root, "tests", "Unit", "LongLines.txt");
        var allowed = File.ReadLines(record).Select(line => line.Split(' '))
            .ToDictionary(line => line[0], line => int.Parse(line[1], CultureInfo.InvariantCulture));
        var files = Sources().ToList();
        Assert.True(files.Count > 900, $"Only {files.Count} files were read.");
        var counted = files
            .Select(file => (Folder: FolderOf(file), Long: File.ReadLines(file).Count(line => line.Length > Most)))
            .GroupBy(file => file.Folder)
            .Select(folder => (Folder: folder.Key, Long: folder.Sum(file => file.Long)))
            .Where(folder => folder.Long > 0)
            .OrderBy(folder => folder.Folder, StringComparer.Ordinal)
            .ToList();
        if (Environment.GetEnvironmentVariable("SHUANGDA_APPROVE") == "1")
        {
            File.WriteAllLines(record, counted
                .Select(folder => (folder.Folder, Long: Math.Min(folder.Long, allowed.GetValueOrDefault(folder.Folder))))
                .Where(folder => folder.Long > 0)
                .Select(folder => string.Create(CultureInfo.InvariantCulture, $"{folder.Folder} {folder.Long}")));
        }

        Assert.Empty(counted
            .Where(folder => folder.Long > allowed.GetValueOrDefault(folder.Folder))
            .Select(folder => $"{folder.Folder} has {folder.Long} lines of more than {Most} characters and had {allowed.GetValueOrDefault(folder.Folder)}"));
    }

    private static IEnumerable<string> Sources() =>
        from room in new[] { "src", "tests" }
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".ts" or ".tsx" or ".mjs"
        where !FolderOf(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "generated")
        select file;

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/');
}
