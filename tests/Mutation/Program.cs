using System.Text.Json;
using ShuangDa.Tests.Mutation;

// docs/mutation-testing.md says what this is for and how it is run.
var options = Options.Of(args);
if (options.Worker)
{
    return await new Worker(Path.Combine(options.Work, "run"), Path.Combine(options.Work, $"results.{options.Part}.txt"))
        .WorkAsync(JsonSerializer.Deserialize<List<Mutant>>(File.ReadAllText(Path.Combine(options.Work, $"left.{options.Part}.json")))!, options.Without, TimeSpan.FromSeconds(options.Slow), TimeSpan.FromSeconds(options.Longest)) ? 0 : Worker.NotClean;
}

var rooms = Rooms.Read(Path.Combine(options.Root, "tests", "Mutation", "rooms.txt"), Path.Combine(options.Root, "src", "Grains"));
var list = Path.Combine(options.Work, "mutants.json");
if (!options.ReportOnly)
{
    var run = Path.Combine(options.Work, "run");
    Directory.CreateDirectory(run);
    if (!options.KeepMutants || !File.Exists(list))
    {
        File.WriteAllText(list, JsonSerializer.Serialize(new MutatedBuild(options.Root, options.Work).Build([.. rooms.SelectMany(room => room.Files)])));
    }

    Folders.Copy(Path.Combine(options.Root, "tests", "Unit", "bin", "Debug", "net10.0"), run);
    Folders.Copy(AppContext.BaseDirectory, run);
    File.Copy(Path.Combine(options.Work, "ShuangDa.Grains.dll"), Path.Combine(run, "ShuangDa.Grains.dll"), overwrite: true);
}

var mutants = JsonSerializer.Deserialize<List<Mutant>>(File.ReadAllText(list))!;
var equivalent = Equivalents.Read(Path.Combine(options.Root, "tests", "Mutation", "equivalent.txt"));
if (!options.ReportOnly)
{
    var chosen = mutants.Where(mutant => !equivalent.ContainsKey(mutant.Key) && (options.Files.Length == 0 || options.Files.Any(part => mutant.File.Contains(part, StringComparison.Ordinal)))).ToList();
    if (options.Sample > 0)
    {
        chosen = [.. Sampled(chosen, options)];
    }

    await new Supervisor(options).RunAsync(chosen);
}

return Report.Print(options, rooms, mutants, equivalent);

static IEnumerable<Mutant> Sampled(List<Mutant> all, Options options)
{
    var shuffled = all.ToArray();
    new Random(options.Seed).Shuffle(shuffled);
    return shuffled.Take(options.Sample);
}
