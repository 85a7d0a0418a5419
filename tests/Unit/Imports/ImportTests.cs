using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

public sealed class ImportTests
{
    internal static readonly Upload File = new("企业.csv", 1000, new string('a', 64));
    internal static readonly ImportColumns Columns =
        new(new string('b', 64), [new("单位编码", "统一社会信用代码"), new("统一社会信用代码", null)]);

    internal static readonly ImportCounts Half = new(10, 5, 2, 1, 1);
    internal static readonly ImportCounts All = new(10, 5, 2, 2, 1);

    [Fact]
    public void The_law_table_reads_as_reviewed() => Approved.Law("Import", LawTable.Of(Import.Concept, OfHead, States));

    [Fact]
    public void An_import_is_queued_runs_and_is_completed()
    {
        var import = After(null, new QueueEnterpriseImport(File));
        Assert.Equal((ImportStatus.Queued, "section-head"), (import.Status, import.Importer.User));
        import = After(import, new StartImport());
        import = After(import, new RecordImportProgress(Half));
        Assert.Equal((ImportStatus.Running, Half), (import.Status, import.Counts));
        import = After(import, new CompleteImport(All));
        Assert.Equal((ImportStatus.Completed, All), (import.Status, import.Counts));
    }

    [Fact]
    public void What_a_person_says_of_its_columns_stays_with_an_import_and_says_of_each_once()
    {
        Assert.Equal(Columns, After(null, new QueueLicenceImport(File, Columns)).Columns);
        foreach (var again in new MappedColumn[] { new("单位编码", null), new("登记编码", "统一社会信用代码") })
        {
            var twice = Columns with { Mapped = [.. Columns.Mapped, again] };
            Assert.Equal("columns", Assert.IsType<InvalidInput>(Decide(null, new QueueLicenceImport(File, twice)).Refusal).Field);
        }
    }

    [Fact]
    public void An_import_that_was_interrupted_begins_again_and_counts_anew()
    {
        var import = After(After(After(null, new QueueLicenceImport(File)), new StartImport()), new RecordImportProgress(Half));
        import = After(import, new StartImport());
        Assert.Equal((2, ImportCounts.None), (import.Attempts, import.Counts));
    }

    [Fact]
    public void A_file_that_cannot_be_read_ends_the_import_with_the_reason()
    {
        var import = After(After(null, new QueueLicenceImport(File)), new StartImport());
        import = After(import, new FailImport(new ImportFailure("缺少必需的列", "Columns are missing"), ImportCounts.None));
        Assert.Equal((ImportStatus.Failed, "缺少必需的列"), (import.Status, import.Failure?.Chinese));
        Assert.IsType<ImportEnded>(Decide(import, new StartImport()).Refusal);
        Assert.IsType<ImportEnded>(Decide(import, new CompleteImport(All)).Refusal);
    }

    [Fact]
    public void Nothing_comes_of_an_import_out_of_turn()
    {
        Assert.IsType<NotFound>(Decide(null, new StartImport()).Refusal);
        var queued = After(null, new QueueEnterpriseImport(File));
        Assert.IsType<AlreadyExists>(Decide(queued, new QueueEnterpriseImport(File)).Refusal);
        Assert.IsType<ImportNotStarted>(Decide(queued, new CompleteImport(All)).Refusal);
        Assert.IsType<InvalidInput>(Decide(null, new QueueEnterpriseImport(File with { Bytes = 0 })).Refusal);
    }

    [Fact]
    public void An_import_that_waits_is_cancelled_at_once_and_one_that_runs_when_its_rows_are_done()
    {
        var queued = After(null, new QueueEnterpriseImport(File));
        var cancelled = After(queued, new CancelImport());
        Assert.Equal((ImportStatus.Cancelled, "section-head"), (cancelled.Status, cancelled.CancelledBy));
        Assert.NotNull(cancelled.EndedAt);

        var asked = After(After(queued, new StartImport()), new CancelImport());
        Assert.Equal((ImportStatus.Running, "section-head"), (asked.Status, asked.CancelledBy));
        Assert.Empty(Decide(asked, new CancelImport()).Events);
        Assert.Equal((ImportStatus.Cancelled, Half), (After(asked, new EndCancelledImport(Half)).Status, After(asked, new EndCancelledImport(Half)).Counts));
        // The last row may be settled before anybody notices.
        Assert.Equal(ImportStatus.Completed, After(asked, new CompleteImport(All)).Status);
        Assert.IsType<ImportNotCancelled>(Decide(After(queued, new StartImport()), new EndCancelledImport(Half)).Refusal);
    }

    [Fact]
    public void An_import_that_is_over_cannot_be_cancelled_and_says_how_it_ended()
    {
        var running = After(After(null, new QueueEnterpriseImport(File)), new StartImport());
        foreach (var (over, said) in new[]
        {
            (After(running, new CompleteImport(All)), "导入已经结束，现为“完成”"),
            (After(running, new FailImport(new ImportFailure("坏", "bad"), Half)), "导入已经结束，现为“失败”"),
            (After(After(running, new CancelImport()), new EndCancelledImport(Half)), "导入已经结束，现为“已取消”"),
        })
        {
            Assert.Equal(said, Assert.IsType<ImportEnded>(Decide(over, new CancelImport()).Refusal).Message.Chinese);
            Assert.IsType<ImportEnded>(Decide(over, new ResumeImport()).Refusal);
        }
    }

    [Theory]
    [InlineData("section-head", Roles.Officer, true)]
    [InlineData("somebody", Roles.Officer, false)]
    [InlineData("somebody", Roles.SectionHead, true)]
    [InlineData("somebody", Roles.Administrator, true)]
    public void An_import_is_ended_by_who_brought_it_by_a_head_or_an_administrator(string user, Roles role, bool may)
    {
        var running = After(After(null, new QueueLicenceImport(File)), new StartImport());
        foreach (ImportCommand command in new ImportCommand[] { new CancelImport(), new ResumeImport() })
        {
            Assert.Equal(!may, Decide(running, command, new Actor(user, role, "A", null, Guid.Empty)).Refusal is ImportOfOthers { Importer: "section-head" });
        }
    }

    [Fact]
    public void An_import_during_which_the_program_died_twice_rests_until_a_person_decides()
    {
        var import = After(After(null, new QueueLicenceImport(File)), new StartImport());
        import = After(import, new StartImport(AfterDeath: true));
        Assert.Equal((ImportStatus.Running, 2, 1), (import.Status, import.Attempts, import.Deaths));
        // An orderly end is no death.
        import = After(import, new StartImport());
        Assert.Equal((ImportStatus.Running, 3, 1), (import.Status, import.Attempts, import.Deaths));
        Assert.IsType<ImportNotParked>(Decide(import, new ResumeImport()).Refusal);

        var parked = After(import, new StartImport(AfterDeath: true));
        Assert.Equal((ImportStatus.Parked, false), (parked.Status, parked.IsEnded));
        Assert.Contains("意外终止2次", parked.Remark?.Chinese, StringComparison.Ordinal);
        Assert.IsType<ImportIsParked>(Decide(parked, new StartImport()).Refusal);
        Assert.IsType<ImportNotStarted>(Decide(parked, new CompleteImport(All)).Refusal);
        Assert.Equal(ImportStatus.Cancelled, After(parked, new CancelImport()).Status);

        var again = After(After(parked, new ResumeImport()), new StartImport());
        Assert.Equal((ImportStatus.Running, 0), (again.Status, again.Deaths));
        Assert.Null(again.Remark);
    }

    [Fact]
    public void An_import_that_is_completed_has_settled_every_row()
    {
        var running = After(After(null, new QueueEnterpriseImport(File)), new StartImport());
        Assert.NotEmpty(Import.Check(Import.Apply(running, new ImportCompleted(Half, DateTimeOffset.UnixEpoch))));
    }

    [Fact]
    public void What_must_hold_of_an_import_is_said_where_it_does_not()
    {
        var queued = After(null, new QueueEnterpriseImport(File));
        var running = After(queued, new StartImport());
        var completed = After(running, new CompleteImport(All));
        Says("failed goes with a reason", completed with { Status = ImportStatus.Failed });
        Says("failed goes with a reason", completed with { Failure = new ImportFailure("坏", "bad") });
        Says("the instant it ended", completed with { EndedAt = null });
        Says("the instant it ended", running with { EndedAt = DateTimeOffset.UnixEpoch });
        Says("it has not begun", running with { Attempts = 0 });
        Says("cancelled by nobody", After(queued, new CancelImport()) with { CancelledBy = null });
        Says("the program did not die", running with { Status = ImportStatus.Parked, Deaths = 1 });
        Assert.Empty(Import.Check(running with { Status = ImportStatus.Parked, Deaths = 3 }));
        Says("more rows are settled", running with { Counts = Half with { RowsRead = 8 } });
        Assert.Empty(Import.Check(running with { Counts = Half with { RowsRead = 9 } }));
        Says("not every row is settled", completed with { Counts = Half });
        Assert.Throws<InvalidOperationException>(() => Import.Apply(null, new ImportResumed("somebody")));

        static void Says(string what, ImportState import) =>
            Assert.Contains(Import.Check(import), broken => broken.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_may_give_a_rows_command_may_import_and_nobody_else()
    {
        Assert.Equal(QueueImport.AllowedTo(RegisterKind.Enterprises), AllowedToAttribute.Of(typeof(QueueEnterpriseImport)));
        Assert.Equal(QueueImport.AllowedTo(RegisterKind.Licences), AllowedToAttribute.Of(typeof(QueueLicenceImport)));
    }

    internal static Circumstances OfHead => new(new Actor("section-head", Roles.SectionHead, "A", null, Guid.Empty), DateTimeOffset.UnixEpoch, WorkingCalendar.BuiltIn) { Key = "0f8fad5bd9cb469fa16570867728950e" };

    internal static (string Name, ImportState? State)[] States
    {
        get
        {
            var queued = After(null, new QueueEnterpriseImport(File));
            var running = After(queued, new StartImport());
            var died = After(running, new StartImport(AfterDeath: true));
            return
            [
                ("(no such import)", null),
                ("Queued", queued),
                ("Running", running),
                ("Running, to be cancelled", After(running, new CancelImport())),
                ("Running, died once", died),
                ("Parked", After(died, new StartImport(AfterDeath: true))),
                ("Completed", After(running, new CompleteImport(All))),
                ("Failed", After(running, new FailImport(new ImportFailure("缺少必需的列", "Columns are missing"), Half))),
                ("Cancelled", After(queued, new CancelImport())),
            ];
        }
    }

    private static ImportState After(ImportState? import, ImportCommand command)
    {
        var decision = Decide(import, command);
        Assert.Null(decision.Refusal);
        var after = decision.Events.Aggregate(import, Import.Apply)!;
        Assert.Empty(Import.Check(after));
        return after;
    }

    private static Decision<ImportEvent> Decide(ImportState? import, ImportCommand command, Actor? actor = null) => Import.Concept.Decided(
        import, command, actor is null ? OfHead : OfHead with { Actor = actor });
}

internal sealed class ImportSamples : ICommandSamples
{
    public IEnumerable<Command> All =>
    [
        new QueueEnterpriseImport(ImportTests.File),
        new QueueLicenceImport(ImportTests.File, ImportTests.Columns),
        new StartImport(AfterDeath: true),
        new CancelImport(),
        new ResumeImport(),
        new EndCancelledImport(ImportTests.Half),
        new RecordImportProgress(ImportTests.Half),
        new CompleteImport(ImportTests.All),
        new FailImport(new ImportFailure("第3行无法读取", "Row 3 cannot be read"), ImportTests.Half),
    ];
}

internal sealed class ImportStates() : SampleStates<ImportState, ImportCommand, ImportEvent>(Import.Concept)
{
    public override IReadOnlyList<(string Name, ImportState? State)> States => ImportTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", ImportTests.OfHead)];

    public override bool AsksForFacts => false;
}
