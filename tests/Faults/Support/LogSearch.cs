using Xunit;

namespace ShuangDa.Tests.Faults.Support;

/// <summary>Looks through what a server has written down for what must not stand there.</summary>
internal static class LogSearch
{
    /// <summary>Expects that no log file of a folder holds any of these texts, and that there is something to search.</summary>
    public static void ExpectNone(string folder, params string[] texts)
    {
        var lines = LinesOf(folder);
        Assert.NotEmpty(lines);
        Assert.All(texts, text => Assert.DoesNotContain(lines, line => line.Contains(text, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Every line that the log files of a folder hold now.</summary>
    public static string[] LinesOf(string folder) => [.. Directory.GetFiles(folder, "*.log").SelectMany(ReadLines)];

    private static IEnumerable<string> ReadLines(string file)
    {
        // A server that runs has it open for writing.
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
