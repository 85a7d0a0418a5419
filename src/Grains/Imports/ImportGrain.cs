using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>导入. The shell of one import, with the counts of the moment beside it.</summary>
[GrainType("import")]
internal sealed class ImportGrain([PersistentState("import")] IPersistentState<Subject<ImportState>> stored, SubjectShell shell)
    : SubjectGrain<ImportState, ImportCommand, ImportEvent>(stored, Import.Concept, shell), IImportGrain
{
    private ImportCounts? _latest;

    /// <inheritdoc/>
    public override async Task<Outcome<ImportState>> Execute(ImportCommand command, Actor actor)
    {
        var outcome = await base.Execute(command, actor);
        // What a command recorded is the newest there is.
        _latest = null;
        return outcome;
    }

    /// <inheritdoc/>
    public async Task<bool> Report(ImportCounts counts)
    {
        _latest = counts;
        return await Read() is { State.CancelledBy: null };
    }

    /// <inheritdoc/>
    public async Task<Snapshot<ImportState>?> Progress() => await Read() switch
    {
        { State: { Status: ImportStatus.Running } running } snapshot when _latest is { } counts => snapshot with { State = running with { Counts = counts } },
        var snapshot => snapshot,
    };
}
