using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using Xunit;

namespace ShuangDa.Tests.Support;

/// <summary>What must hold of a database at any time, whatever was done to the program: chains that verify, and states, journal, rows and deadlines that agree.</summary>
public static class WholeDatabase
{
    /// <summary>Expects all of it to hold.</summary>
    /// <param name="options">The database; nobody has to be using it, and anybody may.</param>
    /// <param name="time">The grains' clock, or null for the real one.</param>
    /// <param name="exceptRule">A rule of the self-check that need not hold at this moment, or null.</param>
    public static async Task ExpectAsync(DatabaseOptions options, TimeProvider? time = null, string? exceptRule = null)
    {
        await using var opened = await OpenedDatabase.OpenToReadAsync(options, TestContext.Current.CancellationToken);
        await ExpectAsync(opened.Database, time, exceptRule);
    }

    /// <inheritdoc cref="ExpectAsync(DatabaseOptions, TimeProvider?, string?)"/>
    public static async Task ExpectAsync(Database database, TimeProvider? time = null, string? exceptRule = null)
    {
        var report = await Verification.RunAsync(database, ConceptsComposition.All, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(report.IsWhole, string.Join('\n', report.Faults));
        await ExpectNothingFoundAsync(database, time, exceptRule);
    }

    /// <summary>Expects that the self-check finds nothing: no dead end, no clock that stands, nothing left out.</summary>
    /// <param name="database">The database; nobody has to be using it, and anybody may.</param>
    /// <param name="time">The grains' clock, or null for the real one.</param>
    /// <param name="exceptRule">A rule of the self-check that need not hold at this moment, or null.</param>
    public static async Task ExpectNothingFoundAsync(Database database, TimeProvider? time, string? exceptRule = null)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(database)
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(await DueIndexComposition.ReadAsync(database))
            .AddConcepts()
            .AddSelfChecks()
            .BuildServiceProvider();
        var result = await services.GetRequiredService<SelfCheck>().RunAsync(null, TestContext.Current.CancellationToken);
        var broken = result.Rules.Where(rule => rule.Rule != exceptRule && (rule.Count > 0 || rule.Failure is not null)).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken.Select(rule => $"{rule.Rule}: {rule.Failure} {string.Join("; ", rule.Findings)}")));
    }
}
