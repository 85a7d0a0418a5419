using System.Globalization;

namespace ShuangDa.Tests.Mutation;

/// <summary>Prints the score of every room and whatever nothing noticed.</summary>
internal static class Report
{
    public static int Print(Options options, IReadOnlyList<Rooms> rooms, List<Mutant> mutants, IReadOnlyDictionary<string, string> equivalent)
    {
        var results = Supervisor.Results(options.Work);
        var rows = rooms.Select(room => (room.Name, Run: mutants.Where(mutant => room.Files.Contains(mutant.File) && results.ContainsKey(mutant.Key) && !equivalent.ContainsKey(mutant.Key)).ToList(), Equal: mutants.Count(mutant => room.Files.Contains(mutant.File) && equivalent.ContainsKey(mutant.Key)), All: mutants.Count(mutant => room.Files.Contains(mutant.File)))).ToList();
        var survivors = rows.SelectMany(row => row.Run).Where(mutant => !IsKilled(mutant)).ToList();
        Console.WriteLine("| Room | Mutants | Equivalent | Run | Noticed | Score |\n|---|---:|---:|---:|---:|---:|");
        foreach (var (name, run, equal, all) in rows.Append(("All", [.. rows.SelectMany(row => row.Run)], rows.Sum(row => row.Equal), rows.Sum(row => row.All))))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {all} | {equal} | {run.Count} | {run.Count(IsKilled)} | {(run.Count == 0 ? 0 : 100.0 * run.Count(IsKilled) / run.Count):0.0} % |"));
        }

        var file = Path.Combine(options.Work, "survivors.txt");
        File.WriteAllLines(file, survivors.Select(mutant => string.Create(CultureInfo.InvariantCulture, $"{mutant.File}:{mutant.Line} [{results[mutant.Key].Outcome}] {mutant.Key}")));
        foreach (var unknown in equivalent.Keys.Except(mutants.Select(mutant => mutant.Key)))
        {
            Console.WriteLine($"Not a mutant any more: {unknown}");
        }

        Console.WriteLine($"{survivors.Count} survivors: {file}");
        return 0;

        bool IsKilled(Mutant mutant) => results[mutant.Key].Outcome.StartsWith("killed", StringComparison.Ordinal);
    }
}
