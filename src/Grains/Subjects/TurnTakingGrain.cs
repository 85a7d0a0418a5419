namespace ShuangDa.Grains.Subjects;

/// <summary>依次办理的主体外壳. The shell of a subject that draws from a place which others draw from too, and waits for its turn there.</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <typeparam name="TCommand">The concept's command type.</typeparam>
/// <typeparam name="TEvent">The concept's event type.</typeparam>
/// <param name="stored">The subject as the storage has it.</param>
/// <param name="concept">The concept.</param>
/// <param name="shell">What the silo provides.</param>
/// <param name="turns">Whose turn it is.</param>
public abstract class TurnTakingGrain<TState, TCommand, TEvent>(
    IPersistentState<Subject<TState>> stored, Concept<TState, TCommand, TEvent> concept, SubjectShell shell, Turns turns)
    : SubjectGrain<TState, TCommand, TEvent>(stored, concept, shell)
    where TState : class
    where TCommand : Command
    where TEvent : Event
{
    private bool _isExecuting;
    private (string Place, IDisposable Taken)? _turn;

    /// <inheritdoc/>
    public sealed override async Task<Outcome<TState>> Execute(TCommand command, Actor actor)
    {
        _isExecuting = true;
        try
        {
            return await base.Execute(command, actor);
        }
        finally
        {
            _isExecuting = false;
            EndTurn();
        }
    }

    /// <summary>Waits for the turn at a place, before what stands there is read. The turn ends with the command.</summary>
    /// <param name="place">The place.</param>
    protected async Task TakeTurnAsync(string place)
    {
        // A preview commits nothing, and need not wait.
        if (_isExecuting && _turn?.Place != place)
        {
            EndTurn();
            _turn = (place, await turns.TakeAsync(place));
        }
    }

    private void EndTurn()
    {
        _turn?.Taken.Dispose();
        _turn = null;
    }
}
