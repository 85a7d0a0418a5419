using System.Text.Json;
using Npgsql;

namespace ShuangDa.Tests.Databases.ListPlans;

/// <summary>
/// Plans as PostgreSQL tells them of what it ran. EXPLAIN would plan anew with the values in it, and what is run is planned without
/// them where its statement keeps its plan.
/// </summary>
internal static class ToldPlans
{
    private const string Telling =
        "LOAD 'auto_explain'; SET client_min_messages = log; SET auto_explain.log_format = json; SET auto_explain.log_analyze = on; "
        + "SET auto_explain.log_timing = off; SET auto_explain.log_min_duration = 0";

    private const string Silent = "SET auto_explain.log_min_duration = -1; SET client_min_messages = notice";
    private const string SequentialScan = "Seq Scan ";

    /// <summary>The plans of what is run.</summary>
    /// <param name="connection">What it is run over, by an account that may load modules.</param>
    /// <param name="statements">The statements that read, in their order.</param>
    /// <param name="run">Runs them to their end.</param>
    public static IReadOnlyList<RecordedPlan> Of(NpgsqlConnection connection, IReadOnlyList<string> statements, Action run)
    {
        var told = new List<string>();
        Say(connection, Telling);
        connection.Notice += Hear;
        try
        {
            run();
        }
        finally
        {
            connection.Notice -= Hear;
            Say(connection, Silent);
        }

        return told.Count == statements.Count
            ? [.. statements.Zip(told, PlanOf)]
            : throw new InvalidOperationException($"{statements.Count} statements were run and {told.Count} plans told.");

        void Hear(object sender, NpgsqlNoticeEventArgs heard)
        {
            if (heard.Notice.MessageText is var text && text.Contains("plan:", StringComparison.Ordinal))
            {
                told.Add(text[text.IndexOf('{', StringComparison.Ordinal)..]);
            }
        }
    }

    private static void Say(NpgsqlConnection connection, string settings)
    {
        using var command = new NpgsqlCommand(settings, connection);
        command.ExecuteNonQuery();
    }

    private static RecordedPlan PlanOf(string statement, string told)
    {
        using var plan = JsonDocument.Parse(told);
        var (steps, read) = (new List<string>(), 0L);
        Walk(plan.RootElement.GetProperty("Plan"), steps, ref read);
        var scanned = steps
            .Where(step => step.StartsWith(SequentialScan, StringComparison.Ordinal))
            .Select(step => step[SequentialScan.Length..])
            .FirstOrDefault(RecordedPlans.Grows);
        return new RecordedPlan(statement, steps, read, scanned, scanned);
    }

    private static void Walk(JsonElement node, List<string> steps, ref long read)
    {
        var (form, loops) = (node.GetProperty("Node Type").GetString()!, NumberOf(node, "Actual Loops"));
        var (table, index) = (TextOf(node, "Relation Name"), TextOf(node, "Index Name"));
        steps.Add(string.Join(' ', new[] { form, table, index }.Where(word => word is not null)));
        if (table is not null || index is not null)
        {
            string[] kept = ["Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck"];
            read += loops * kept.Sum(name => NumberOf(node, name));
        }

        if (node.TryGetProperty("Plans", out var below))
        {
            foreach (var one in below.EnumerateArray())
            {
                Walk(one, steps, ref read);
            }
        }
    }

    private static string? TextOf(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long NumberOf(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? (long)value.GetDouble() : 0;
}
