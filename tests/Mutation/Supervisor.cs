using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ShuangDa.Tests.Mutation;

/// <summary>Starts the workers, starts them again where a mutant has ended or stopped one, and keeps what they found out.</summary>
/// <param name="options">What was asked for.</param>
internal sealed class Supervisor(Options options)
{
    /// <summary>What became of each mutant, by its key: the outcome and which test noticed it.</summary>
    public static Dictionary<string, (string Outcome, string Killer)> Results(string work)
    {
        var results = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var kept = Path.Combine(work, "results.txt");
        foreach (var line in File.Exists(kept) ? File.ReadLines(kept) : [])
        {
            var parts = line.Split('\t');
            results[parts[1]] = (parts[2], parts[3]);
        }

        return results;
    }

    /// <summary>Runs mutants and keeps what becomes of them.</summary>
    /// <param name="chosen">The mutants; those whose outcome is known already are passed by.</param>
    public async Task RunAsync(IReadOnlyList<Mutant> chosen)
    {
        var kept = Path.Combine(options.Work, "results.txt");
        if (options.Anew)
        {
            File.Delete(kept);
        }

        var known = Results(options.Work);
        var left = chosen.Where(mutant => !known.TryGetValue(mutant.Key, out var one) || (options.Survivors && !one.Outcome.StartsWith("killed", StringComparison.Ordinal))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chosen.Count} mutants chosen, {left.Count} to run"));
        var parts = Enumerable.Range(0, options.Jobs).Select(part => left.Where((_, at) => at % options.Jobs == part).ToList()).ToList();
        await Task.WhenAll(parts.Select((mutants, part) => Task.Run(() => RunPart(part, mutants, kept))));
    }

    private readonly Lock _keeping = new();

    private void RunPart(int part, List<Mutant> mutants, string kept)
    {
        var file = Path.Combine(options.Work, $"results.{part}.txt");
        File.Delete(Recorded.FileOf(file)); // another run had other tests
        while (mutants.Count > 0)
        {
            File.WriteAllText(file, "");
            File.WriteAllText(Path.Combine(options.Work, $"left.{part}.json"), JsonSerializer.Serialize(mutants));
            var start = new ProcessStartInfo("dotnet", [Path.Combine(options.Work, "run", "ShuangDa.Tests.Mutation.dll"), "worker", "--part", part.ToString(CultureInfo.InvariantCulture), "--without", string.Join(',', options.Without), "--slow", options.Slow.ToString(CultureInfo.InvariantCulture), "--longest", options.Longest.ToString(CultureInfo.InvariantCulture)]);
            start.Environment.Remove("SHUANGDA_APPROVE");
            using var worker = Process.Start(start)!;
            var length = 0L;
            var since = Stopwatch.GetTimestamp();
            // The worker ends a mutant itself that loops through the law; one that loops elsewhere is ended here. Before the first and
            // after the last the tests run without any, and take as long as they take.
            while (!worker.WaitForExit(TimeSpan.FromSeconds(1)))
            {
                var now = new FileInfo(file).Length;
                (length, since) = now == length ? (length, since) : (now, Stopwatch.GetTimestamp());
                if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(3 * options.Longest)
                    && File.ReadLines(file).LastOrDefault() is ['>', ..])
                {
                    worker.Kill(entireProcessTree: true);
                }
            }

            if (worker.ExitCode == Worker.NotClean)
            {
                throw new InvalidOperationException("Tests fail without a mutant. Did a file that they read change while they ran?");
            }

            var lines = File.ReadAllLines(file);
            var done = lines.Where(line => line[0] == '=').ToList();
            if (worker.ExitCode != 0)
            {
                if (lines.LastOrDefault() is not { } last || last[0] != '>')
                {
                    throw new InvalidOperationException($"The worker ended with {worker.ExitCode} before its first mutant.");
                }

                done.Add($"=\t{last.Split('\t')[1]}\tkilled, ended the process\t\t");
            }

            lock (_keeping)
            {
                File.AppendAllLines(kept, done);
            }

            var keys = done.Select(line => line.Split('\t')[1]).ToHashSet(StringComparer.Ordinal);
            mutants.RemoveAll(mutant => keys.Contains(mutant.Key));
        }
    }
}
