using System.Globalization;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>
/// A task that a role comes back to every day, as docs/dashboard.md has it: how many presses it may take, and how many it takes on a phone
/// and at a desk. The tests hold the table; a page that comes to need more presses fails them, and so does one that needs fewer than is
/// written.
/// </summary>
internal sealed record MainTask(string Name, int AtMost, int OnAPhone, int AtADesk)
{
    private static readonly Lazy<IReadOnlyDictionary<string, MainTask>> Written = new(Read);

    /// <summary>Holds what a task has taken against what is written of it.</summary>
    /// <param name="name">The task's name in the table.</param>
    /// <param name="width">The window's width.</param>
    /// <param name="presses">How often the pointer was pressed.</param>
    public static void Took(string name, int width, int presses)
    {
        var task = Written.Value[name];
        Assert.True(presses <= task.AtMost, $"{name} takes {presses} presses at {width} pixels, and may take {task.AtMost}.");
        Assert.Equal((name, width, width == Visitor.Phone ? task.OnAPhone : task.AtADesk), (name, width, presses));
    }

    private static Dictionary<string, MainTask> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs/dashboard.md"));
        var rows = lines.SkipWhile(line => !line.StartsWith("| task |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));
        return rows.Select(row => new MainTask(row[0], Number(row[^3]), Number(row[^2]), Number(row[^1]))).ToDictionary(task => task.Name);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
