using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>
/// What the program itself asks often costs what it answers, not what there is: SQLite's plan of the question enters an index at its place.
/// What people ask of lists is in <see cref="ListPlans.ListQuestions"/>.
/// </summary>
public sealed class IndexUseTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private OpenedDatabase _opened = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        _opened = await _database.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _opened.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("the clock's due page", "SELECT * FROM deadline WHERE bucket = 1 AND due_at <= 5 AND (retry_at IS NULL OR retry_at <= 5) ORDER BY due_at LIMIT 500", "ix_deadline_bucket_due_at (bucket=? AND due_at<?)")]
    [InlineData("the clock's next look", "SELECT min(retry_at) FROM deadline WHERE bucket = 1 AND retry_at IS NOT NULL", "ix_deadline_bucket_retry_at (bucket=?")]
    [InlineData("an agency's journal", "SELECT * FROM journal WHERE agency = 'a' ORDER BY position DESC LIMIT 21", "ix_journal_agency_position (agency=?)")]
    [InlineData("a user's journal", "SELECT * FROM journal WHERE user_name = 'a' ORDER BY position DESC LIMIT 21", "ix_journal_user_name_position (user_name=?)")]
    [InlineData("a subject's last entries", "SELECT * FROM journal WHERE subject = 'a' ORDER BY number DESC LIMIT 10", "ix_journal_subject_number (subject=?)")]
    [InlineData("the active that end soon", "SELECT * FROM licence WHERE status = 'ACTIVE' AND valid_to >= 'a' AND valid_to < 'b' ORDER BY valid_to, subject LIMIT 51", "ix_licence_status_valid_to_subject (status=? AND valid_to>? AND valid_to<?)")]
    [InlineData("cases that wait for a step", "SELECT * FROM inspection_case WHERE awaits = 'a' ORDER BY awaited_by, subject LIMIT 6", "ix_inspection_case_awaits_awaited_by_subject (awaits=?)")]
    [InlineData("the last imports", "SELECT * FROM import ORDER BY queued_at DESC LIMIT 50", "ix_import_queued_at_subject")]
    [InlineData("commands to forget", "DELETE FROM command WHERE at < 5", "ix_command_at (at<?)")]
    [InlineData("figures of a day", "SELECT sum(amount) FROM tally WHERE day = 'a' AND measure = 'b'", "ix_tally_measure_day_id (measure=? AND day=?)")]
    [InlineData("a stored state", "SELECT payload FROM grain_state WHERE grain_type = 'a' AND grain_key = 'b' AND n0 = 0 AND n1 = 0 AND service_id = 'c'", "(grain_type=? AND grain_key=? AND n0=? AND n1=? AND service_id=?)")]
    [InlineData("a walk over stored states", "SELECT grain_key FROM grain_state WHERE grain_type = 'a' AND grain_key > 'b' ORDER BY grain_key LIMIT 500", "(grain_type=? AND grain_key>?)")]
    public async Task AFrequentQuestionEntersItsIndex(string question, string query, string entered)
    {
        Assert.NotEmpty(question);
        var plan = await PlanOf(query);

        Assert.Contains(entered, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALaterPageOfAListIsEnteredAtItsPlace()
    {
        SortColumn<LicenceRow>[] order = [SortColumn<LicenceRow>.Text("validTo", row => row.ValidTo, SortDirection.Asc), SortColumn<LicenceRow>.Text("subject", row => row.Subject, SortDirection.Asc)];
        await InsertLicences(3);
        await using var data = await _opened.Database.ReadAsync();
        var first = await Keyset.ReadAsync(data.GetTable<LicenceRow>(), order, new PageRequest(1, null, Backwards: false), () => Task.FromResult(0), CancellationToken.None);

        var second = await Keyset.ReadAsync(data.GetTable<LicenceRow>(), order, new PageRequest(1, first.Info.EndCursor, Backwards: false), () => Task.FromResult(0), CancellationToken.None);

        Assert.Equal("licence/1", Assert.Single(second.Items).Subject);
        var plan = await PlanOf(data.LastQuery!.Replace("@", ":", StringComparison.Ordinal));
        Assert.Contains("ix_licence_valid_to_subject (valid_to>?", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);

        var back = await Keyset.ReadAsync(data.GetTable<LicenceRow>(), order, new PageRequest(1, second.Info.StartCursor, Backwards: true), () => Task.FromResult(0), CancellationToken.None);
        Assert.Equal("licence/0", Assert.Single(back.Items).Subject);
    }

    private async Task InsertLicences(int count)
    {
        for (var n = 0; n < count; n++)
        {
            await _database.ExecuteAsync(
                $"INSERT INTO licence (subject, version, number, kind, status, enterprise, valid_from, valid_to, must_apply_by, withdrawal_requested, deregistration_proposed) VALUES ('licence/{n}', 1, '{n}', '', '', '', '', '2027-01-0{n + 1}', '', 0, 0)");
        }
    }

    private async Task<string> PlanOf(string query)
    {
        await using var connection = await _database.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {query}";
        foreach (System.Text.RegularExpressions.Match name in System.Text.RegularExpressions.Regex.Matches(query, ":[A-Za-z_0-9]+"))
        {
            if (!command.Parameters.Contains(name.Value))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name.Value;
                parameter.Value = "x";
                command.Parameters.Add(parameter);
            }
        }

        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }
}
