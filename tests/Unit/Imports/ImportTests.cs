using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

public sealed class ImportTests
{
    private static readonly Upload File = new("企业.csv", 1000, new string('a', 64));
    private static readonly ImportCounts Half = new(10, 5, 2, 1, 1);
    private static readonly ImportCounts All = new(10, 5, 2, 2, 1);

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
    public void An_import_that_is_completed_has_settled_every_row()
    {
        var running = After(After(null, new QueueEnterpriseImport(File)), new StartImport());
        Assert.NotEmpty(Import.Check(Import.Apply(running, new ImportCompleted(Half, DateTimeOffset.UnixEpoch))));
    }

    [Fact]
    public void Whoever_may_give_a_rows_command_may_import_and_nobody_else()
    {
        Assert.Equal(QueueImport.AllowedTo(RegisterKind.Enterprises), AllowedToAttribute.Of(typeof(QueueEnterpriseImport)));
        Assert.Equal(QueueImport.AllowedTo(RegisterKind.Licences), AllowedToAttribute.Of(typeof(QueueLicenceImport)));
    }

    private static ImportState After(ImportState? import, ImportCommand command)
    {
        var decision = Decide(import, command);
        Assert.Null(decision.Refusal);
        var after = decision.Events.Aggregate(import, Import.Apply)!;
        Assert.Empty(Import.Check(after));
        return after;
    }

    private static Decision<ImportEvent> Decide(ImportState? import, ImportCommand command) => Import.Decide(
        import, command, new Circumstances(new Actor("section-head", Roles.SectionHead, "A", null, Guid.Empty), DateTimeOffset.UnixEpoch, WorkingCalendar.BuiltIn));
}
