using Orleans.Runtime;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <inheritdoc cref="IWorkingYearGrain"/>
[GrainType(WorkingYear.Name)]
public sealed class WorkingYearGrain([PersistentState(WorkingYear.Name)] IPersistentState<Subject<WorkingYear>> stored, SubjectShell shell, CalendarBook book)
    : SubjectGrain<WorkingYear, WorkingYearCommand, WorkingYearEvent>(stored, WorkingYear.Concept, shell), IWorkingYearGrain
{
    /// <inheritdoc/>
    public override async Task<Outcome<WorkingYear>> Execute(WorkingYearCommand command, Actor actor)
    {
        var outcome = await base.Execute(command, actor);
        if (outcome is { Change: Change.Created or Change.Updated, Subject.State: { } year })
        {
            // In this silo at once; the others read the table again within CalendarBook.RereadsEvery.
            book.Learn(year);
        }

        return outcome;
    }
}
