using System.Globalization;

namespace ShuangDa.Benchmarks;

/// <summary>What was said on the command line beside the benchmark's name.</summary>
internal static class Options
{
    /// <summary>The number after an option, or what is usual.</summary>
    public static int Number(string[] args, string option, int usual) =>
        Word(args, option) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;

    /// <summary>The word after an option; null without the option, or when another option follows it.</summary>
    public static string? Word(string[] args, string option) =>
        Array.IndexOf(args, option) + 1 is > 0 and var at && at < args.Length && !args[at].StartsWith("--", StringComparison.Ordinal)
            ? args[at]
            : null;

    /// <summary>Whether a question is asked: with <c>--only</c> it is the one with that word in its name, for a profile.</summary>
    public static bool Asks(string[] args, string what) =>
        Word(args, "--only") is not { } only || what.Contains(only, StringComparison.Ordinal);
}
