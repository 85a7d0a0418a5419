using Spectre.Console;

namespace ShuangDa.Silo.Commands;

/// <summary>进度条. Shows how far a verb has come, on the error output, so that what a verb says can be piped.</summary>
internal static class ProgressBars
{
    /// <summary>Runs work under a progress bar.</summary>
    /// <param name="title">What is done, in words.</param>
    /// <param name="work">The work; it is given what tells how much is done of how much.</param>
    public static async Task<T> ShowAsync<T>(string title, Func<Action<double, double>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                var answer = await work((done, total) => bar.Value = total > 0 ? Math.Min(1, done / total) : 1).ConfigureAwait(false);
                bar.Value = 1;
                return answer;
            }).ConfigureAwait(false);
    }
}

/// <summary>Calls an action at once, on the thread that reports; the framework's own would post it elsewhere.</summary>
/// <param name="report">What is called.</param>
internal sealed class Telling<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
