using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>What is asked often costs what it answers, not what there is: SQLite's plan of the question enters an index at its place.</summary>
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
    [InlineData("the campaigns of sweeps", "SELECT campaign, count(*), max(planned_on) FROM inspection WHERE basis = 'SWEEP' AND campaign IS NOT NULL AND status <> 'CANCELLED' GROUP BY campaign", "COVERING INDEX ix_inspection_basis_campaign_status_planned_on (basis=?")]
    [InlineData("commands to forget", "DELETE FROM command WHERE at < 5", "ix_command_at (at<?)")]
    [InlineData("figures of a day", "SELECT sum(amount) FROM tally WHERE day = 'a' AND measure = 'b'", "ix_tally_day_measure (day=? AND measure=?)")]
    [InlineData("a stored state", "SELECT payload FROM grain_state WHERE grain_type = 'a' AND grain_key = 'b' AND n0 = 0 AND n1 = 0 AND service_id = 'c'", "(grain_type=? AND grain_key=? AND n0=? AND n1=? AND service_id=?)")]
    [InlineData("a walk over stored states", "SELECT grain_key FROM grain_state WHERE grain_type = 'a' AND grain_key > 'b' ORDER BY grain_key LIMIT 500", "(grain_type=? AND grain_key>?)")]
    public async Task AFrequentQuestionEntersItsIndex(string question, string query, string entered)
    {
        Assert.NotEmpty(question);
        var plan = await PlanOf(query);

        Assert.Contains(entered, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    /// <summary>The lists that a section looks at every day, as the dashboard asks for them: what is read is what is shown, and a count reads an index and no row.</summary>
    public static TheoryData<string, RowFilter<CaseRow>, RowSort<CaseRow>[], string, string> DailyLists => new()
    {
        { "overdue, of a section, oldest first", Overdue("稽查队"), [By("receivedOn", SortDirection.Asc)], "ix_inspection_case_is_overdue", "_section_received_on_subject_stage (section=?)" },
        { "overdue, of a section, newest first", Overdue("稽查队"), [By("receivedOn", SortDirection.Desc)], "ix_inspection_case_is_overdue", "_section_received_on_subject_stage (section=?)" },
        { "overdue and open, of a section", OverdueAndOpen("稽查队"), [By("receivedOn", SortDirection.Asc)], "ix_inspection_case_is_overdue", "_section_received_on_subject_stage (section=?)" },
        { "overdue, of a section, as they come", Overdue("稽查队"), [], "ix_inspection_case_is_overdue", "_section_subject (section=?)" },
        { "overdue, of all", Overdue(null), [By("receivedOn", SortDirection.Desc)], "ix_inspection_case_is_overdue", "_received_on_subject" },
        { "overdue, of all, as they come", Overdue(null), [], "ix_inspection_case_is_overdue", "_subject" },
        {
            "to be transferred, of a section", Of<CaseRow>(("mustTransfer", new BooleanFilter(true)), ("section", new StringFilter("稽查队"))), [By("receivedOn", SortDirection.Desc)],
            "ix_inspection_case_must_transfer", "_section_received_on_subject (section=?)"
        },
        { "major", Of<CaseRow>(("isMajor", new BooleanFilter(true))), [By("goodsValueCny", SortDirection.Desc)], "ix_inspection_case_is_major", "_goods_value_subject_stage" },
    };

    [Theory]
    [MemberData(nameof(DailyLists))]
    public async Task ADailyListOfCasesReadsWhatItShows(string list, RowFilter<CaseRow> where, RowSort<CaseRow>[] order, string few, string entered)
    {
        Assert.NotEmpty(list);
        var (page, count) = await TextsOf<CaseRow>(
            where.Condition, [.. order.SelectMany(sort => sort.Columns), SortColumn<CaseRow>.Text("subject", row => row.Subject, SortDirection.Asc)]);

        await ReadsWhatItShows(page, count, few, entered);
    }

    [Fact]
    public async Task DailyListsOfOtherThingsReadWhatTheyShowToo()
    {
        var (orders, ordersCount) = await TextsOf<RectificationRow>(
            _ => row => row.Status == "OVERDUE" && row.Section == "a", [SortColumn<RectificationRow>.Text("dueOn", row => row.DueOn, SortDirection.Asc), SortColumn<RectificationRow>.Text("subject", row => row.Subject, SortDirection.Asc)]);
        await ReadsWhatItShows(orders, ordersCount, "ix_rectification_section_status", "_due_on_subject (section=? AND status=?)");

        var (inspections, inspectionsCount) = await TextsOf<InspectionRow>(
            _ => row => row.IsLate && row.Status == "PLANNED" && row.Section == "a",
            [SortColumn<InspectionRow>.Text("plannedOn", row => row.PlannedOn, SortDirection.Asc), SortColumn<InspectionRow>.Text("subject", row => row.Subject, SortDirection.Asc)]);
        await ReadsWhatItShows(inspections, inspectionsCount, "ix_inspection_is_late", "_section_status_planned_on_subject (section=? AND status=?)");

        var (transfers, transfersCount) = await TextsOf<CrimeTransferRow>(
            _ => row => row.IsOverdue && row.Section == "a", [SortColumn<CrimeTransferRow>.Text("openedOn", row => row.OpenedOn, SortDirection.Desc), SortColumn<CrimeTransferRow>.Text("subject", row => row.Subject, SortDirection.Asc)]);
        await ReadsWhatItShows(transfers, transfersCount, "ix_crime_transfer_is_overdue", "_section_opened_on_subject (section=?)");

        var (ending, endingCount) = await TextsOf<LicenceRow>(
            Of<LicenceRow>(
                ("status", new EnumFilter<LicenceStatus> { In = [LicenceStatus.Active, LicenceStatus.Suspended] }),
                ("validTo", new DateFilter { Gte = new DateOnly(2026, 12, 1), Lt = new DateOnly(2027, 1, 1) })).Condition,
            [SortColumn<LicenceRow>.Text("validTo", row => row.ValidTo, SortDirection.Asc), SortColumn<LicenceRow>.Text("subject", row => row.Subject, SortDirection.Asc)]);
        // Of two states it reads the month of each, and puts those together.
        const string month = "INDEX ix_licence_status_valid_to_subject (status=? AND valid_to>? AND valid_to<?)";
        Assert.Contains(month, await PlanOf(ending), StringComparison.Ordinal);
        Assert.Contains($"COVERING {month}", await PlanOf(endingCount), StringComparison.Ordinal);
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

    private static RowFilter<TRow> Of<TRow>(params (string Name, object? Asked)[] conditions) where TRow : Row => new(conditions.ToDictionary(one => one.Name, one => one.Asked));

    private static RowSort<CaseRow> By(string name, SortDirection direction) => new(new Dictionary<string, object?> { [name] = direction });

    private static RowFilter<CaseRow> Overdue(string? section) => Of<CaseRow>(("overdue", new BooleanFilter(true)), ("section", section is null ? null : new StringFilter(section)));

    private static RowFilter<CaseRow> OverdueAndOpen(string section) => Of<CaseRow>(
        ("overdue", new BooleanFilter(true)), ("section", new StringFilter(section)), ("stage", new EnumFilter<CaseStage> { Nin = [CaseStage.Closed, CaseStage.Withdrawn, CaseStage.NotFiled] }));

    // The statements of a list, of its page and of its count.
    private async Task<(string Page, string Count)> TextsOf<TRow>(Func<DataConnection, Expression<Func<TRow, bool>>> filter, SortColumn<TRow>[] order) where TRow : class
    {
        await using var data = await _opened.Database.ReadAsync();
        await Keyset.ReadAsync(data.GetTable<TRow>().Where(filter(data)), order, new PageRequest(20, null, Backwards: false), () => Task.FromResult(0), CancellationToken.None);
        var page = data.LastQuery!;
        await data.GetTable<TRow>().CountAsync(filter(data));
        return (page.Replace("@", ":", StringComparison.Ordinal), data.LastQuery!.Replace("@", ":", StringComparison.Ordinal));
    }

    // The page enters the index of the list's own order; a count any that has those few rows.
    private async Task ReadsWhatItShows(string page, string count, string few, string entered)
    {
        var plan = await PlanOf(page);
        // A list that runs backwards sorts those of one day by their numbers, and reads no more for it.
        Assert.True(plan.Contains(few + entered, StringComparison.Ordinal) && !plan.Contains("B-TREE FOR ORDER BY", StringComparison.Ordinal), $"{page}\n{plan}");
        var countPlan = await PlanOf(count);
        Assert.True(countPlan.Contains($"COVERING INDEX {few}", StringComparison.Ordinal), $"{count}\n{countPlan}");
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
