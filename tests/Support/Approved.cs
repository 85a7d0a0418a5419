using System.Runtime.CompilerServices;
using Xunit;

namespace ShuangDa.Tests.Support;

/// <summary>Texts that people have reviewed, kept beside the test that prints them.</summary>
public static class Approved
{
    /// <summary>Compares a text with its reviewed file. Where they differ the new text is written beside it as <c>….received.txt</c>, to be looked at and, if it is right, renamed; with SHUANGDA_APPROVE=1 in the environment it takes its place at once, to be reviewed as a change of the repository.</summary>
    /// <param name="file">The reviewed file's name, such as <c>Permissions.approved.txt</c>, in the folder of the calling test.</param>
    /// <param name="actual">What the program prints now.</param>
    /// <param name="caller">The calling test's source file; the compiler fills it in.</param>
    public static void Text(string file, string actual, [CallerFilePath] string caller = "")
    {
        ArgumentNullException.ThrowIfNull(actual);
        var folder = Path.GetDirectoryName(caller)!;
        var approved = Path.Combine(folder, file);
        var received = Path.Combine(folder, Path.ChangeExtension(file, ".received.txt"));
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (Normal(expected) == Normal(actual))
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("SHUANGDA_APPROVE") == "1")
        {
            File.WriteAllText(approved, Normal(actual) + "\n");
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, Normal(actual) + "\n");
        Assert.Fail($"{file} is not what the program prints. Compare {received}; if it is right, put it in its place.\n{Difference(Normal(expected), Normal(actual))}");
    }

    /// <summary>The same for the law table of a concept: all of them lie in one place, where those who review the law find them.</summary>
    /// <param name="concept">The concept's name, such as <c>Licence</c>.</param>
    /// <param name="actual">What the law answers now.</param>
    /// <param name="caller">The calling test's source file, three folders below the root; the compiler fills it in.</param>
    public static void Law(string concept, string actual, [CallerFilePath] string caller = "") => Text($"../../../docs/law/{concept}.law.txt", actual, caller);

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    private static string Difference(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        return string.Join('\n', [.. before.Except(after).Select(line => $"- {line}"), .. after.Except(before).Select(line => $"+ {line}")]);
    }
}
