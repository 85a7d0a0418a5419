using LinqToDB;
using LinqToDB.Async;
using Orleans.Runtime;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.FormEntries;

/// <summary>填报数. The actor of one form entry; its key is its number.</summary>
[Alias("form-entry")]
public interface IFormEntryGrain : ISubjectGrain<FormEntryState, FormEntryCommand>;

/// <summary>填报数. The shell of one form entry. It asks whether the section has entered figures of the period already.</summary>
[GrainType("form-entry")]
internal sealed class FormEntryGrain([PersistentState("form-entry")] IPersistentState<Subject<FormEntryState>> stored, SubjectShell shell)
    : SubjectGrain<FormEntryState, FormEntryCommand, FormEntryEvent>(stored, FormEntry.Concept, shell), IFormEntryGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(FormEntryCommand command)
    {
        if (command is not EnterFormFigure c)
        {
            return null;
        }

        var (figure, first, last) = (WireName.Of(c.Figure), IsoDate.Of(c.From), IsoDate.Of(c.Until));
        await using var data = await Shell.Database.ReadAsync();
        var rows = await data.GetTable<FormEntryRow>()
            .Where(row => row.Figure == figure && (row.CorrectedOn == null || row.Amount != 0))
            .Where(row => SubjectOrder.IsUpTo(row.From, last) && SubjectOrder.IsUpTo(first, row.Until))
            .ToListAsync();
        return new EntriesFound([.. rows.Select(row => new EntryFound(row.Number, row.Section, row.ProductClass))]);
    }
}
