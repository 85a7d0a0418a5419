using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Numbers;

/// <summary>有文号的主体外壳. The shell of a subject whose law gives it a number that people say (decision 20).</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <typeparam name="TCommand">The concept's command type.</typeparam>
/// <typeparam name="TEvent">The concept's event type.</typeparam>
/// <typeparam name="TRow">The row that has the number.</typeparam>
/// <param name="stored">The subject as the storage has it.</param>
/// <param name="concept">The concept.</param>
/// <param name="shell">What the silo provides.</param>
/// <param name="turns">Whose turn it is to draw.</param>
public abstract class NumberedGrain<TState, TCommand, TEvent, TRow>(
    IPersistentState<Subject<TState>> stored,
    Concept<TState, TCommand, TEvent> concept,
    SubjectShell shell,
    Turns turns)
    : TurnTakingGrain<TState, TCommand, TEvent>(stored, concept, shell, turns)
    where TState : class
    where TCommand : Command
    where TEvent : Event
    where TRow : NumberedRow
{
    /// <summary>The series from which the command draws a number; null where it draws none.</summary>
    /// <param name="state">The state before, or null.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">What the shell has found out, on the day of the act.</param>
    protected abstract string? SeriesOf(TState? state, TCommand command, Circumstances now);

    /// <inheritdoc/>
    protected sealed override async ValueTask<object?> FetchLastNumber(TCommand command, Circumstances now)
    {
        if (SeriesOf((await Read())?.State, command, now) is not { } series)
        {
            return null;
        }

        await TakeTurnAsync(series);
        await using var data = await Shell.Database.ReadAsync();
        var drawn = data.GetTable<TRow>().Where(row => row.NumberSeries == series);
        return new LastNumber(await drawn.MaxAsync(row => row.NumberInSeries) ?? 0);
    }
}
