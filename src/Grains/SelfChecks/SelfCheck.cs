using System.Text.Json;
using System.Text.Json.Serialization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.SelfChecks;

/// <summary>自检. Looks at every rule, each by itself: one that fails does not keep the others from being looked at, and is reported as failed.</summary>
/// <param name="rules">The rules.</param>
/// <param name="database">Where results are kept.</param>
/// <param name="time">The grains' clock.</param>
/// <param name="logger">Where a rule that fails is logged.</param>
public sealed partial class SelfCheck(IEnumerable<ISelfCheckRule> rules, Database database, TimeProvider time, ILogger<SelfCheck> logger)
{
    private const int FindingsKept = 200;
    private const int ResultsKept = 90;

    /// <summary>Looks at every rule.</summary>
    /// <param name="progress">Is told the rule that is looked at next; null when nobody asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SelfCheckResult> RunAsync(IProgress<ISelfCheckRule>? progress = null, CancellationToken cancellationToken = default)
    {
        var at = time.GetUtcNow();
        var results = new List<RuleResult>();
        foreach (var rule in rules.OrderBy(rule => rule.Name, StringComparer.Ordinal))
        {
            progress?.Report(rule);
            results.Add(await LookAtAsync(rule, cancellationToken).ConfigureAwait(false));
        }

        return new SelfCheckResult(at, results);
    }

    /// <summary>Looks at every rule and keeps the result, so that <see cref="LastAsync"/> can show it.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SelfCheckResult> RunAndKeepAsync(CancellationToken cancellationToken = default)
    {
        var result = await RunAsync(null, cancellationToken).ConfigureAwait(false);
        var row = new SelfCheckRow
        {
            At = result.At.ToUnixTimeMilliseconds(),
            Findings = result.Rules.Sum(rule => rule.Count),
            Body = JsonSerializer.Serialize(result, SelfCheckJson.Default.SelfCheckResult),
        };
        await database.WriteAsync(async data =>
        {
            await data.PutAsync(row, cancellationToken).ConfigureAwait(false);
            var old = await data.GetTable<SelfCheckRow>().OrderByDescending(other => other.At).Skip(ResultsKept).Select(other => (long?)other.At).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return old is { } oldest && await data.GetTable<SelfCheckRow>().Where(other => other.At <= oldest).DeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
        }, cancellationToken).ConfigureAwait(false);
        LogDone(result.Rules.Count, row.Findings);
        return result;
    }

    /// <summary>The result of the last self-check that was kept; null before the first.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<SelfCheckResult?> LastAsync(Database database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var row = await data.GetTable<SelfCheckRow>().OrderByDescending(row => row.At).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return row is null ? null : JsonSerializer.Deserialize(row.Body, SelfCheckJson.Default.SelfCheckResult);
    }

    private async Task<RuleResult> LookAtAsync(ISelfCheckRule rule, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var (count, broken) = (0L, 0L);
        string? failure = null;
        try
        {
            await foreach (var finding in rule.CheckAsync(cancellationToken).ConfigureAwait(false))
            {
                count++;
                broken += finding.IsBroken ? 1 : 0;
                if (findings.Count < FindingsKept)
                {
                    findings.Add(finding);
                }
            }
        }
#pragma warning disable CA1031 // Whatever a rule fails with, the other rules are looked at; the failure is part of the result.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(rule.Name, fault);
            failure = $"{fault.GetType().Name}: {fault.Message}";
        }

        return new RuleResult(rule.Name, rule.Title, count, findings, failure, rule.IsOfWork, broken, rule.Found);
    }

    [LoggerMessage(LogLevel.Error, "The self-check rule {Rule} could not be looked at to the end")]
    private partial void LogFailed(string rule, Exception exception);

    [LoggerMessage(LogLevel.Information, "Self-check: {Rules} rules, {Findings} findings")]
    private partial void LogDone(int rules, long findings);
}

/// <summary>自检结果表行. A self-check's result as the table <c>self_check</c> keeps it; the last ninety are kept.</summary>
[Table("self_check")]
public sealed record SelfCheckRow
{
    /// <summary>When it began, UTC milliseconds.</summary>
    [Column("at"), PrimaryKey] public required long At { get; init; }

    /// <summary>How many findings there were.</summary>
    [Column("findings")] public required long Findings { get; init; }

    /// <summary>The result as JSON.</summary>
    [Column("body"), NotNull] public required string Body { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SelfCheckResult))]
internal sealed partial class SelfCheckJson : JsonSerializerContext;

/// <summary>自检注册. Puts the rules and who looks at them into a container.</summary>
public static class SelfCheckRegistration
{
    /// <summary>Registers every rule of the program. The container must know the database, the concepts, the due index and the grains' clock.</summary>
    /// <param name="services">The container.</param>
    public static IServiceCollection AddSelfChecks(this IServiceCollection services)
    {
        foreach (var rule in typeof(ISelfCheckRule).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ISelfCheckRule))))
        {
            services.AddSingleton(typeof(ISelfCheckRule), rule);
        }

        return services.AddSingleton<SelfCheck>();
    }
}
