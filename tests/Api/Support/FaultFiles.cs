using System.Text.RegularExpressions;
using Xunit;

namespace ShuangDa.Tests.Api.Support;

/// <summary>Small inputs that failed once, each an example of a kind. They are not part of the project; without them a test is
/// skipped.</summary>
internal static partial class FaultFiles
{
    /// <summary>A file as it is.</summary>
    /// <param name="file">Its name.</param>
    public static async Task<byte[]> ReadAsync(string file)
    {
        var trial = Environment.GetEnvironmentVariable("SHUANGDA_TRIAL_DATA") ?? "";
        var path = Path.Combine(trial, "faults", file);
        if (trial.Length == 0 || !File.Exists(path))
        {
            Assert.Skip($"The environment variable SHUANGDA_TRIAL_DATA does not name a folder with faults/{file}.");
        }

        return await File.ReadAllBytesAsync(path);
    }

    /// <summary>The operations of a document, in order, without its comments.</summary>
    /// <param name="file">Its name.</param>
    public static async Task<string[]> OperationsAsync(string file)
    {
        var text = System.Text.Encoding.UTF8.GetString(await ReadAsync(file));
        return [.. Begins().Split(Comment().Replace(text, "")).Where(part => part.Trim().Length > 0)];
    }

    [GeneratedRegex("#[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex("^(?=query|mutation)", RegexOptions.Multiline)]
    private static partial Regex Begins();
}
