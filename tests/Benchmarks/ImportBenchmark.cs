using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;

namespace ShuangDa.Benchmarks;

/// <summary>
/// Rows a second of an import: the registers in the folder that SHUANGDA_TRIAL_DATA names, else generated ones of the same size, or of as
/// many enterprises as <c>--enterprises</c> says; then the same files again, which change nothing, once or as often as <c>--rounds</c> says.
/// </summary>
internal static class ImportBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = await BenchmarkServer.StartAsync(args);
        var (enterprises, licences) = await RegistersAsync(args);
        Console.WriteLine("| file | rows | seconds | rows/s | created | unchanged | rejected | µs processor |");
        var again = Options.Number(args, "--rounds", 1);
        foreach (var round in Enumerable.Repeat("again", again).Prepend("first"))
        {
            await ImportAsync(server, $"enterprises, {round}", RegisterKind.Enterprises, enterprises);
            await ImportAsync(server, $"licences, {round}", RegisterKind.Licences, licences);
        }

        await server.Application.StopAsync();
        return 0;
    }

    private static async Task<(byte[] Enterprises, byte[] Licences)> RegistersAsync(string[] args)
    {
        // A large register shows what a row costs once the program is warm.
        var large = Options.Number(args, "--enterprises", 0);
        if (large == 0 && Environment.GetEnvironmentVariable("SHUANGDA_TRIAL_DATA") is { Length: > 0 } trial)
        {
            return (await File.ReadAllBytesAsync(Path.Combine(trial, "enterprises.csv")), await File.ReadAllBytesAsync(Path.Combine(trial, "licences.csv")));
        }

        var district = GeneratedDistrict.Make(21, DateOnly.FromDateTime(DateTime.UtcNow), enterprises: large == 0 ? 3_660 : large, licences: large == 0 ? 590 : large / 3);
        return (RegisterSheet.Enterprises(district).ToCsv(), RegisterSheet.Licences(district).ToCsv());
    }

    private static async Task ImportAsync(Silo.Composition.Server server, string what, RegisterKind register, byte[] file)
    {
        var desk = server.Application.Services.GetRequiredService<ImportDesk>();
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var (id, refusal) = await desk.AcceptAsync(register, new MemoryStream(file), "register.csv", new Actor("benchmark", Roles.Administrator | Roles.SectionHead, null, null, Guid.NewGuid()), CancellationToken.None);
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Message.English);
        }

        await desk.EndOf(id);
        clock.Stop();
        process.Refresh();
        processor = process.TotalProcessorTime - processor;
        var counts = (await grains.GetGrain<IImportGrain>(id.ToString("D")).Read())!.State.Counts;
        var rows = counts.Settled;
        Console.WriteLine($"| {what} | {rows:N0} | {clock.Elapsed.TotalSeconds:F1} | {rows / clock.Elapsed.TotalSeconds:N0} | {counts.Created:N0} | {counts.Unchanged:N0} | {counts.Rejected:N0} | {processor.TotalMicroseconds / rows:F0} |");
    }
}
