using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;

namespace ShuangDa.Tests.Mutation;

/// <summary>Runs tests/Unit in this process against one mutant after the other.</summary>
/// <param name="run">The folder with the tests and the mutated assembly.</param>
/// <param name="results">The file that outcomes are appended to.</param>
internal sealed class Worker(string run, string results)
{
    /// <summary>The exit code of a worker whose tests do not pass without a mutant.</summary>
    public const int NotClean = 3;

    private readonly Dictionary<string, List<UnitTest>> _lastKillers = [];

    private bool _isClean = true;
    private Caches _caches = null!;
    private FieldInfo _active = null!;
    private FieldInfo _seen = null!;
    private FieldInfo _deadline = null!;

    /// <summary>Runs mutants until none is left.</summary>
    /// <param name="mutants">The mutants.</param>
    /// <param name="without">Parts of the names of tests that are not run.</param>
    /// <param name="slow">Tests that take longer are left out.</param>
    /// <param name="most">The longest that a test may run with a mutant.</param>
    /// <returns>Whether every test passes without a mutant, before and after: else what was found out says nothing.</returns>
    public async Task<bool> WorkAsync(IReadOnlyList<Mutant> mutants, string[] without, TimeSpan slow, TimeSpan most)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) => File.Exists(Path.Combine(run, $"{name.Name}.dll")) ? context.LoadFromAssemblyPath(Path.Combine(run, $"{name.Name}.dll")) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => Directory.EnumerateFiles(run, $"*{name}.so", SearchOption.AllDirectories).FirstOrDefault(file => file.Contains("linux-x64", StringComparison.Ordinal)) is { } file
            ? System.Runtime.InteropServices.NativeLibrary.Load(file)
            : 0;
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(run, "ShuangDa.Tests.Unit.dll"));
        var grains = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("ShuangDa.Grains"));
        var mutantsType = grains.GetType("ShuangDa.Grains.Mutants", throwOnError: true)!;
        _active = mutantsType.GetField("Active")!;
        _seen = mutantsType.GetField("Seen")!;
        _deadline = mutantsType.GetField("Deadline")!;
        _caches = new Caches(grains);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        const int highest = 1 << 16; // more than there are mutants of all files
        var statics = StaticValues.In([assembly, AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("ShuangDa.Tests.Support"))]).ToList();
        foreach (var values in statics)
        {
            values.Reaches = await ReachedAsync(highest, () => { RuntimeHelpers.RunClassConstructor(values.Type.TypeHandle); return Task.CompletedTask; });
            values.Reaches.UnionWith(await ReachedAsync(highest, () => { values.Make(); return Task.CompletedTask; }));
        }

        var tests = UnitTest.In(assembly).Where(test => !without.Any(part => test.Name.Contains(part, StringComparison.Ordinal))).ToList();
        Log($"{tests.Count} tests");
        var inStatics = (HashSet<int>)mutantsType.GetField("InStatics")!.GetValue(null)!;
        if (File.Exists(Recorded.FileOf(results)))
        {
            Recorded.Read(results).GiveTo(tests, inStatics);
        }
        else
        {
            foreach (var test in tests)
            {
                test.Reaches = await ReachedAsync(highest, () => PassesAsync(test));
                if (test.Takes > TimeSpan.FromMilliseconds(50) && test.Takes < TimeSpan.FromSeconds(10))
                {
                    await PassesAsync(test); // the first time the code was compiled, too
                }
            }

            if (!_isClean)
            {
                return false;
            }

            Recorded.Of(tests, inStatics).Write(results);
        }

        Log($"slow: {string.Join(", ", tests.Where(test => test.Takes > slow).Select(test => string.Create(CultureInfo.InvariantCulture, $"{test.Name} {test.Takes.TotalSeconds:0.0} s")))}");
        foreach (var mutant in mutants)
        {
            var made = statics.Where(values => values.Reaches.Contains(mutant.Number)).ToList();
            var helpers = made.Any(values => tests.TrueForAll(test => test.Class != values.Type));
            var covering = tests.Where(test => test.Takes <= slow && (test.Reaches.Contains(mutant.Number) || helpers || made.Exists(values => values.Type == test.Class))).OrderBy(test => test.Takes).ToList();
            var first = _lastKillers.TryGetValue($"{mutant.File} {mutant.Member}", out var killers) ? killers : _lastKillers[$"{mutant.File} {mutant.Member}"] = [];
            await File.AppendAllTextAsync(results, $">\t{mutant.Key}\n");
            var (outcome, killer) = await OutcomeAsync(mutant.Number, [.. first.Where(covering.Contains), .. covering.Except(first)], made, most);
            if (killer is not null)
            {
                first.Remove(killer);
                first.Insert(0, killer);
            }

            await File.AppendAllTextAsync(results, $"=\t{mutant.Key}\t{outcome}\t{killer?.Name}\t{covering.Count}\n");
        }

        // What a mutant left behind would be taken for another's work.
        foreach (var test in tests.Where(test => test.Takes <= slow))
        {
            await PassesAsync(test);
        }

        return _isClean;
    }

    private async Task<(string Outcome, UnitTest? Killer)> OutcomeAsync(int mutant, List<UnitTest> tests, List<StaticValues> made, TimeSpan most)
    {
        if (tests.Count == 0)
        {
            return ("not reached", null);
        }

        UnitTest? running = null;
        _active.SetValue(null, mutant);
        _caches.Empty();
        try
        {
            Allow(most);
            Make(made);
            foreach (var test in tests)
            {
                running = test;
                Allow(most);
                await test.RunAsync();
            }

            return ("survived", null);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return (thrown is TimeoutException || thrown.ToString().Contains("The mutant ran too long", StringComparison.Ordinal) ? "killed, ran too long" : "killed", running);
        }
        finally
        {
            _active.SetValue(null, 0);
            _deadline.SetValue(null, long.MaxValue);
            _caches.Empty();
            Make(made);
        }
    }

    private void Allow(TimeSpan most) => _deadline.SetValue(null, Stopwatch.GetTimestamp() + (long)(most.TotalSeconds * Stopwatch.Frequency));

    private async Task PassesAsync(UnitTest test)
    {
        try
        {
            await test.RunAsync();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            _isClean = false;
            Log($"fails without a mutant: {test.Name}: {failed.Message.Split('\n')[0]}");
        }
    }

    // Twice, because one may be made of another's.
    private static void Make(List<StaticValues> made)
    {
        made.ForEach(values => values.Make());
        made.ForEach(values => values.Make());
    }

    private async Task<HashSet<int>> ReachedAsync(int highest, Func<Task> run)
    {
        var seen = new bool[highest];
        _seen.SetValue(null, seen);
        _caches.Empty();
        await run();
        return [.. seen.Index().Where(one => one.Item).Select(one => one.Index)];
    }

    private static void Log(string line) => Console.WriteLine(line);
}

/// <summary>
/// Which test reaches which mutant, as the first worker of a run has recorded it. A worker that takes the place of one that a mutant has
/// ended reads it, which takes a second where to record it again takes minutes.
/// </summary>
/// <param name="InStatics">The mutants that have a part in static values.</param>
/// <param name="Tests">The tests, in their order.</param>
internal sealed record Recorded(int[] InStatics, RecordedTest[] Tests)
{
    /// <summary>The file beside that of the outcomes.</summary>
    public static string FileOf(string results) => $"{results}.reached.json";

    /// <summary>What was recorded of tests.</summary>
    public static Recorded Of(IEnumerable<UnitTest> tests, IEnumerable<int> inStatics) =>
        new([.. inStatics], [.. tests.Select(test => new RecordedTest(test.Name, [.. test.Reaches], test.Takes))]);

    /// <summary>Reads it.</summary>
    public static Recorded Read(string results) => JsonSerializer.Deserialize<Recorded>(File.ReadAllText(FileOf(results)))!;

    /// <summary>Keeps it.</summary>
    public void Write(string results) => File.WriteAllText(FileOf(results), JsonSerializer.Serialize(this));

    /// <summary>Tells tests what they reach.</summary>
    public void GiveTo(IReadOnlyList<UnitTest> tests, HashSet<int> inStatics)
    {
        inStatics.UnionWith(InStatics);
        foreach (var (test, recorded) in tests.Zip(Tests))
        {
            if (test.Name != recorded.Name)
            {
                throw new InvalidOperationException($"The tests have changed: {test.Name} was {recorded.Name}.");
            }

            test.Reaches = [.. recorded.Reaches];
            test.Takes = recorded.Takes;
        }
    }
}

/// <summary>What was recorded of one test.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Reaches">The mutants that it reaches.</param>
/// <param name="Takes">How long it takes at the least.</param>
internal sealed record RecordedTest(string Name, int[] Reaches, TimeSpan Takes);
