using System.Collections.Immutable;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Storage;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Search;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 主体外壳. The one shell around every concept's law: it recognises a repeated command, asks the law, folds the events, checks what must
/// hold, and commits state, journal, rows, deadlines and tally in one write before it answers. It is dull on purpose; what is interesting is law.
/// </summary>
/// <typeparam name="TState">The concept's state.</typeparam>
/// <typeparam name="TCommand">The concept's command type.</typeparam>
/// <typeparam name="TEvent">The concept's event type.</typeparam>
public abstract partial class SubjectGrain<TState, TCommand, TEvent> : Grain, ISubjectGrain<TState, TCommand>
    where TState : class
    where TCommand : Command
    where TEvent : Event
{
    /// <summary>How often a command is decided again after another activation has written first.</summary>
    private const int Attempts = 5;

    /// <summary>How many journal entries a grain keeps at hand for its history.</summary>
    private const int EntriesAtHand = 50;

    private readonly IPersistentState<Subject<TState>> _stored;
    private readonly Concept<TState, TCommand, TEvent> _concept;
    private readonly SubjectShell _shell;
    private List<JournalEntry>? _latest;
    private bool _isActivating;
    private bool _isOfRegister;

    /// <summary>A shell around a concept.</summary>
    /// <param name="stored">The subject as the storage has it, under the concept's name.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="shell">What the silo provides.</param>
    protected SubjectGrain(IPersistentState<Subject<TState>> stored, Concept<TState, TCommand, TEvent> concept, SubjectShell shell)
    {
        _stored = stored;
        _concept = concept;
        _shell = shell;
    }

    /// <summary>The natural key.</summary>
    protected string Key => this.GetPrimaryKeyString();

    /// <summary>The subject's name.</summary>
    protected string SubjectName => SubjectKeys.Of(_concept.Name, Key);

    /// <summary>What the silo provides.</summary>
    protected SubjectShell Shell => _shell;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (_stored.State.State is not { } state)
        {
            return;
        }

        // The second half of a pair: what was checked before the write is checked after the read, and finds other people's writes.
        if (_concept.Check(state) is { Count: > 0 } broken)
        {
            LogBroken(_shell.Logger, SubjectName, string.Join("; ", broken));
        }

        _isActivating = true;
        try
        {
            await MeetDueAsync();
        }
        catch (CommitFailureException failure)
        {
            // Reading must not depend on writing: the clock grain comes back to it. What was written after all is read; an activation that gave itself up here would answer nobody.
            LogNotMet(_shell.Logger, SubjectName, failure);
            await _stored.ReadStateAsync(CancellationToken.None);
        }
        finally
        {
            _isActivating = false;
        }
    }

    /// <inheritdoc/>
    public virtual async Task<Outcome<TState>> Execute(TCommand command, Actor actor)
    {
        MustAllow(command, actor);
        StayFor(command);

        // What the clock owes comes before what people ask, and is journalled as the system's doing, not theirs.
        await MeetDueAsync();
        var outcome = await ExecuteAsync(command, actor);
        await TellOwedAsync();
        return outcome;
    }

    /// <inheritdoc/>
    public async Task<Refusal?> Take(Command command, Actor actor) => (await Execute((TCommand)command, actor)).Refusal;

    /// <inheritdoc/>
    public async Task<Outcome<TState>> Consider(TCommand command, Actor actor)
    {
        MustAllow(command, actor);
        if (Unseen(actor) is { } unseen)
        {
            return unseen;
        }

        if (ConflictOf(command, _stored.State.Version) is { } conflict)
        {
            return Refused(conflict);
        }

        StayFor(command);
        IsConsidering = true;
        Decision<TEvent> decision;
        try
        {
            decision = await DecideAsync(command, actor, WholeMilliseconds(_shell.Time.GetUtcNow()));
        }
        finally
        {
            IsConsidering = false;
        }

        return decision.Refusal is { } refusal
            ? Refused(refusal)
            : new Outcome<TState>(Snapshot(), null, decision.Events.IsEmpty ? Change.Unchanged : _stored.State.State is null ? Change.Created : Change.Updated);
    }

    /// <inheritdoc/>
    public Task<Snapshot<TState>?> Read() => Task.FromResult(Snapshot());

    /// <inheritdoc/>
    public async Task<RecentHistory<TState>?> ReadRecent(int entries)
    {
        if (Snapshot() is not { } snapshot)
        {
            return null;
        }

        _latest ??= await ReadLatestAsync();
        return new RecentHistory<TState>(snapshot, [.. _latest.Take(Math.Clamp(entries, 0, EntriesAtHand))]);
    }

    /// <inheritdoc/>
    public async Task<bool> OnDeadline(string kind, DateTimeOffset dueAt)
    {
        await MeetDeadlineAsync(kind, dueAt);
        return !Stands(kind, dueAt);
    }

    /// <summary>Whether a preview is asked for: what is fetched for it reserves nothing.</summary>
    protected bool IsConsidering { get; private set; }

    /// <summary>Fetches what the law needs to know from outside for this command; by default nothing. It changes nothing anywhere, because a preview asks for the same facts.</summary>
    /// <param name="command">The command.</param>
    /// <returns>A record of the concept's own, or null.</returns>
    protected virtual ValueTask<object?> FetchFact(TCommand command) => ValueTask.FromResult<object?>(null);

    /// <summary>Fetches the last number of the series from which the command draws one; by default it draws none.</summary>
    /// <param name="command">The command.</param>
    /// <param name="now">What is known so far, on the day of the act.</param>
    protected virtual ValueTask<object?> FetchLastNumber(TCommand command, Circumstances now) => ValueTask.FromResult<object?>(null);

    /// <summary>Whether an event is what this very command led to, as far as its hash does not tell: what must not be hashed for everybody to see is compared here. By default there is nothing of the kind.</summary>
    /// <param name="command">The command, given again under the id of the one that led to the event.</param>
    /// <param name="happened">The last event that it led to.</param>
    protected virtual ValueTask<bool> IsOfAsync(TCommand command, TEvent happened) => ValueTask.FromResult(true);

    /// <summary>Prepares what the commit of a decision relies on outside the subject's own state; by default nothing. What a commit that failed leaves behind is the concept's to clear away.</summary>
    /// <param name="command">The command.</param>
    /// <param name="events">What it leads to.</param>
    protected virtual ValueTask PrepareCommitAsync(TCommand command, ImmutableArray<TEvent> events) => ValueTask.CompletedTask;

    // Has another subject take the step that is owed. Where it cannot be reached, what else is asked here need not wait: what is owed is a deadline of this subject, and the clock comes back to it.
    private async ValueTask<Answered?> TellAsync(Owed owed)
    {
        var cause = string.Create(CultureInfo.InvariantCulture, $"{SubjectName}\n{owed.Step}\n{owed.Since.ToUnixTimeMilliseconds()}");
        try
        {
            var other = GrainFactory.GetGrain(SubjectKeys.GrainOf(owed.To)).AsReference<IToldSubject>();
            return new Answered(owed.Step, await other.Take(owed.Command, owed.By(SubjectKeys.CommandIdFor(cause))));
        }
        catch (Exception notNow) when (notNow is OrleansException or TimeoutException)
        {
            LogNotTold(_shell.Logger, SubjectName, owed.Step, notNow);
            return null;
        }
    }

    // The clock would come to what is owed; who has decided need not wait for that.
    private async Task TellOwedAsync()
    {
        try
        {
            while (_stored.State.State is { } state && _concept.Owes(state) is { } owed && await OnDeadline(owed.Deadline, owed.Since))
            {
            }
        }
        catch (CommitFailureException failure)
        {
            // The decision itself is committed.
            LogNotMet(_shell.Logger, SubjectName, failure);
        }
    }

    private async Task MeetDueAsync()
    {
        if (_stored.State.State is not { } state)
        {
            return;
        }

        var now = _shell.Time.GetUtcNow();
        foreach (var due in _concept.Deadlines(state).Where(deadline => deadline.DueAt <= now).OrderBy(deadline => deadline.DueAt).ToList())
        {
            await MeetDeadlineAsync(due.Kind, due.DueAt);
        }
    }

    // What is owed to several since one instant is one deadline: when one of them has been told, the next is told at once.
    private async Task MeetDeadlineAsync(string kind, DateTimeOffset dueAt)
    {
        var isNext = true;
        while (isNext && Stands(kind, dueAt))
        {
            var version = _stored.State.Version;
            var cause = string.Create(CultureInfo.InvariantCulture, $"{SubjectName}\n{kind}\n{dueAt.ToUnixTimeMilliseconds()}\n{version}");
            await ExecuteAsync(_concept.WhenDue(kind, dueAt), Actor.System(SubjectKeys.CommandIdFor(cause)));
            isNext = _stored.State.Version > version && IsOwed(kind, dueAt);
        }
    }

    private bool Stands(string kind, DateTimeOffset dueAt) => _stored.State.State is { } state
        && _concept.Deadlines(state).Any(deadline => deadline.Kind == kind && deadline.DueAt == dueAt);

    private bool IsOwed(string kind, DateTimeOffset dueAt) => _stored.State.State is { } state
        && _concept.Owes(state) is { } owed && owed.Deadline == kind && owed.Since == dueAt;

    // Of two subjects that a command concerns, the version is that of the one that was named.
    private VersionConflict? ConflictOf(TCommand command, int version) =>
        command.ExpectedVersion is { } expected && expected != version && !(command is IConcernsTwo two && two.Named != Key)
            ? new VersionConflict(expected, version)
            : null;

    private static void MustAllow(TCommand command, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Concept<TState, TCommand, TEvent>.Allows(command, actor))
        {
            throw new ActorNotAllowedException($"{actor.User} may not give {command.GetType().Name}.");
        }
    }

    private async Task<Decision<TEvent>> DecideAsync(TCommand command, Actor actor, DateTimeOffset now, Answered? answered = null)
    {
        // What has no room is not looked up either.
        if ((PlausibleDays.Problem(command) ?? TextBounds.Problem(command)) is { } problem)
        {
            return problem;
        }

        var circumstances = new Circumstances(actor, now, _shell.Calendars.Current) { Key = Key, Warning = _shell.Warning }.With(await FetchFact(command)).With(answered);
        foreach (var asked in _concept.Carries(_stored.State.State, command) is { } carried ? (TCommand[])[command, carried] : [command])
        {
            circumstances = circumstances.With(asked == command ? null : await FetchFact(asked));
            foreach (var source in _shell.Facts)
            {
                circumstances = circumstances.With(await source.FetchAsync(asked, actor));
            }

            circumstances = circumstances.With(await FetchLastNumber(asked, circumstances.For(command)));
        }

        var decision = _concept.Decide(_stored.State.State, command, circumstances);
        if (!Refusals.Foresees(command.GetType(), decision.Refusal))
        {
            LogUndeclared(_shell.Logger, command.GetType().Name, decision.Refusal!.GetType().Name);
        }

        return decision;
    }

    // Before the row is looked at: whom a row woke that fails is here all the same, and must be among those that go.
    private void StayFor(TCommand command)
    {
        if (command is ITakenFromRegister && !_isOfRegister)
        {
            _isOfRegister = true;
            _shell.RegisterActors.Stay(GrainContext);
        }
    }

    private async Task<Outcome<TState>> ExecuteAsync(TCommand command, Actor actor)
    {
        // A row of a register that changes nothing, which is most of them, needs none.
        byte[]? known = null;
        for (var attempt = 1; ; attempt++)
        {
            var before = _stored.State;
            if (before.Recent.Knows(actor.CommandId) && before.Recent.Find(actor.CommandId, InputHash()) is { } seen)
            {
                return await AnswerAgainAsync(actor, command, seen.SameInput, seen.Version);
            }

            if (Unseen(actor) is { } unseen)
            {
                return await FirstAnswerAsync(actor, command, InputHash) ?? unseen;
            }

            if (ConflictOf(command, before.Version) is { } stale)
            {
                return await FirstAnswerAsync(actor, command, InputHash) ?? Refused(stale);
            }

            var answered = command is IDeadlineCommand met && before.State is { } state && _concept.Owes(state) is { } owed && owed.Deadline == met.Kind ? await TellAsync(owed) : null;
            var now = WholeMilliseconds(_shell.Time.GetUtcNow());
            var decision = await DecideAsync(command, actor, now, answered);
            if (decision.Refusal is { } refusal)
            {
                return await FirstAnswerAsync(actor, command, InputHash) ?? Refused(refusal);
            }

            if (decision.Events.IsEmpty)
            {
                return await FirstAnswerAsync(actor, command, InputHash) ?? new Outcome<TState>(Snapshot(), null, Change.Unchanged);
            }

            try
            {
                await PrepareCommitAsync(command, decision.Events);
                await CommitAsync(before, decision.Events, actor, now, command, InputHash());
                return new Outcome<TState>(Snapshot(), null, before.State is null ? Change.Created : Change.Updated);
            }
            catch (CommandAlreadyDoneException done)
            {
                await _stored.ReadStateAsync();
                return await AnswerAgainAsync(actor, command, done.InputHash.AsSpan().SequenceEqual(InputHash()), done.Version);
            }
            catch (InconsistentStateException conflict) when (attempt < Attempts)
            {
                // Another activation wrote first, or another subject took a name. That stands; ours is decided anew upon it.
                LogConflict(_shell.Logger, SubjectName, attempt, conflict);
                await _stored.ReadStateAsync();
            }
            catch (InconsistentStateException conflict)
            {
                throw new DatabaseUnavailableException($"Others kept writing {SubjectName}; nothing was committed.", conflict);
            }
        }

        byte[] InputHash() => known ??= _concept.HashOf(command);
    }

    private async Task CommitAsync(
        Subject<TState> before, ImmutableArray<TEvent> events, Actor actor, DateTimeOffset now, TCommand command, byte[] inputHash)
    {
        var after = before.State;
        var actedOn = ActDay.Of(command);
        var entries = new List<JournalEntry>(events.Length);
        var tally = new List<TallyRow>();
        var recalled = new List<string?>();
        var notices = new List<(int Number, Notice Notice)>();
        var head = before.Head;
        var number = before.Version;
        int? step = null;
        foreach (var happened in events)
        {
            var next = _concept.Apply(after, happened);
            var entry = EntryOf(happened, ++number, actor, now, actedOn).ChainedTo(head);
            head = entry.Hash;
            step ??= happened is IMadeByClock ? null : number;
            entries.Add(entry);
            tally.AddRange(_concept.FactsOf(after, happened, next)
                .Select((fact, place) => TallyRow.Of(SubjectName, entry.Number, place, now.ToUnixTimeMilliseconds(), fact)));
            notices.AddRange(_concept.Notices(after, happened, next).Select(notice => (entry.Number, notice)));
            recalled.Add(entry.DocumentNumber);
            recalled.AddRange(_concept.FormerNames(after, next));
            after = next;
        }

        if (_concept.Check(after!) is { Count: > 0 } broken)
        {
            throw new InvalidOperationException($"{events[^1].GetType().Name} would leave {SubjectName} in a state that must not be: {string.Join("; ", broken)}");
        }

        var commit = CommitOf(before, after!, number, entries, tally, new DoneCommand(actor.CommandId, inputHash, number, now)) with
        {
            Recalled = [.. RecalledTextRow.Of(SubjectName, recalled)],
        };
        var told = await NotificationsOf(commit, after!, notices, step ?? number, actor, now, command);
        commit = commit with { Notifications = told, Deliveries = _shell.Notices.DeliveriesOf(told) };
        _stored.State = new Subject<TState>
        {
            State = after,
            Version = number,
            Head = head,
            Recent = before.Recent.With(actor.CommandId, inputHash, number),
            Pending = commit,
        };
        try
        {
            await _stored.WriteStateAsync();
            _stored.State.Pending = null;
        }
        catch
        {
            // Memory never runs ahead of the database: what was is again, and the next call finds a fresh activation.
            _stored.State = before;
            _latest = null;
            if (!_isActivating)
            {
                DeactivateOnIdle();
            }

            throw;
        }

        Remember(entries);
        _shell.DueIndex.Opened(GrainFactory, commit.OpenedRows);
    }

    private ValueTask<IReadOnlyList<NotificationRow>> NotificationsOf(
        PendingCommit commit,
        TState after,
        List<(int Number, Notice Notice)> notices,
        int step,
        Actor actor,
        DateTimeOffset now,
        TCommand command)
    {
        // A register says how things stood before there was this system: nobody is told of that as news.
        if (command is ITakenFromRegister)
        {
            return ValueTask.FromResult<IReadOnlyList<NotificationRow>>([]);
        }

        // Of what rows tell, the entry is the act itself, not the number and the clocks that followed from it.
        notices.AddRange(commit.Upserts.Where(change => change.Before is null).Select(change => change.Row).OfType<INotifies>()
            .SelectMany(row => row.Notices).Select(notice => (step, notice)));
        return _shell.Notices.RowsOfAsync(SubjectName, notices, actor, now, Sees);

        bool Sees(Actor reader) => (reader.Agency is not null || reader.IsAnyOf(_concept.Readers)) && _concept.IsVisibleTo(after, reader);
    }

    private PendingCommit CommitOf(Subject<TState> before, TState after, int version, List<JournalEntry> entries, List<TallyRow> tally, DoneCommand command)
    {
        var rowsBefore = before.State is null ? [] : _concept.Rows(SubjectName, before.State, before.Version);
        var rowsAfter = _concept.Rows(SubjectName, after, version);
        var deadlinesBefore = before.State is null ? [] : _concept.Deadlines(before.State);
        var deadlinesAfter = _concept.Deadlines(after);
        var namesBefore = before.State is null ? [] : NamesOf(before.State);
        var namesAfter = NamesOf(after);
        return new PendingCommit
        {
            Subject = SubjectName,
            Entries = entries,
            Deletes = [.. rowsBefore.Where(row => !rowsAfter.Any(other => ReadModel.SameKey(row, other)))],
            Upserts = [.. rowsAfter
                .Select(row => new RowChange(row, rowsBefore.FirstOrDefault(other => ReadModel.SameKey(row, other))))
                .Where(change => change.Row != change.Before)],
            FreedNames = [.. namesBefore.Except(namesAfter)],
            TakenNames = [.. namesAfter.Except(namesBefore)],
            ClosedRows = [.. deadlinesBefore.Except(deadlinesAfter).Select(RowOf)],
            OpenedRows = [.. deadlinesAfter.Except(deadlinesBefore).Select(RowOf)],
            TallyRows = tally,
            Command = command,
        };

        HashSet<UniqueNameRow> NamesOf(TState state) =>
            [.. _concept.UniqueNames(state).Select(name => UniqueNameRow.Of(_concept.Name, SubjectName, name))];

        DeadlineRow RowOf(OpenDeadline deadline) => _shell.DueIndex.RowOf(SubjectName, deadline);
    }

    private JournalEntry EntryOf(TEvent happened, int number, Actor actor, DateTimeOffset now, DateOnly? actedOn) => new()
    {
        Subject = SubjectName,
        Number = number,
        At = now,
        Kind = _concept.KindOf(happened),
        User = actor.User,
        Section = actor.Section,
        Agency = actor.Agency,
        CommandId = actor.CommandId,
        Basis = happened.LegalBasis,
        DocumentNumber = happened.Document,
        EffectiveOn = happened.EffectiveOn ?? (happened is IMadeByClock ? null : actedOn),
        Body = _concept.WriteEvent(happened),
    };

    private void Remember(List<JournalEntry> entries)
    {
        if (_latest is not null || _stored.State.Version == entries.Count)
        {
            _latest ??= [];
            foreach (var entry in entries)
            {
                _latest.Insert(0, entry);
            }

            if (_latest.Count > EntriesAtHand)
            {
                _latest.RemoveRange(EntriesAtHand, _latest.Count - EntriesAtHand);
            }
        }
    }

    /// <summary>The first answer to a command that was done before the last sixteen. Such a repeat must be asked for wherever nothing is about to be written: what came of the command may well be what the law now objects to.</summary>
    private async Task<Outcome<TState>?> FirstAnswerAsync(Actor actor, TCommand command, Func<byte[]> inputHash)
    {
        if (!_stored.State.Recent.IsFull)
        {
            return null;
        }

        await using var data = await _shell.Database.ReadAsync();
        var (subject, id) = (SubjectName, actor.CommandId.ToString("D"));
        return await data.GetTable<CommandRow>().FirstOrDefaultAsync(row => row.Subject == subject && row.CommandId == id) is { } done
            ? await AnswerAgainAsync(actor, command, done.InputHash.AsSpan().SequenceEqual(inputHash()), done.Version)
            : null;
    }

    /// <summary>The first answer again, for whoever gave the command: it is theirs also when the subject is out of their sight since. Anybody else who sends its id learns no more than that it is taken.</summary>
    private async Task<Outcome<TState>> AnswerAgainAsync(Actor actor, TCommand command, bool sameInput, int version) =>
        sameInput && await WasGivenByAsync(actor, command, version) ? await RepeatAsync(version) : Unseen(actor) ?? Refused(new CommandIdReused(actor.CommandId));

    /// <summary>Whether the command that led to a version was this one, of this actor; the journal knows who gave it and what it led to.</summary>
    private async Task<bool> WasGivenByAsync(Actor actor, TCommand command, int version)
    {
        await using var data = await _shell.Database.ReadAsync();
        var (subject, user) = (SubjectName, actor.User);
        return await data.GetTable<JournalRow>().FirstOrDefaultAsync(row => row.Subject == subject && row.Number == version && row.User == user) is { } entry
            && await IsOfAsync(command, (TEvent)_concept.ReadEvent(entry.Kind, entry.Body));
    }

    /// <summary>What is answered to whom the subject does not exist for, whatever they ask; null where it does.</summary>
    private Outcome<TState>? Unseen(Actor actor) => _stored.State.State is { } state && !_concept.IsVisibleTo(state, actor)
        ? new Outcome<TState>(null, new NotFound(_concept.Name, Key), Change.Refused)
        : null;

    /// <summary>The first answer again: the subject as the command left it. Where more has happened since, the journal is folded up to that version.</summary>
    private async Task<Outcome<TState>> RepeatAsync(int version)
    {
        if (_stored.State.Version == version)
        {
            return new Outcome<TState>(Snapshot(), null, Change.Repeated);
        }

        await using var data = await _shell.Database.ReadAsync();
        var subject = SubjectName;
        var rows = await data.GetTable<JournalRow>().Where(row => row.Subject == subject && row.Number <= version).OrderBy(row => row.Number).ToListAsync();
        var state = (TState?)_concept.Fold(rows.Select(row => _concept.ReadEvent(row.Kind, row.Body)));
        return new Outcome<TState>(state is null ? null : new Snapshot<TState>(Key, state, version), null, Change.Repeated);
    }

    private async Task<List<JournalEntry>> ReadLatestAsync()
    {
        await using var data = await _shell.Database.ReadAsync();
        var subject = SubjectName;
        var rows = await data.GetTable<JournalRow>().Where(row => row.Subject == subject).OrderByDescending(row => row.Number).Take(EntriesAtHand).ToListAsync();
        return [.. rows.Select(row => row.ToEntry())];
    }

    private Snapshot<TState>? Snapshot() => _stored.State.State is { } state ? new Snapshot<TState>(Key, state, _stored.State.Version) : null;

    private Outcome<TState> Refused(Refusal refusal) => new(Snapshot(), refusal, Change.Refused);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    [LoggerMessage(EventName = Refusals.UndeclaredEvent, Level = LogLevel.Error, Message = "{Command} met {Refusal}, which it does not declare; clients do not know it as an error of that step")]
    private static partial void LogUndeclared(ILogger logger, string command, string refusal);

    [LoggerMessage(LogLevel.Error, "What must hold does not hold in {Subject}: {Broken}")]
    private static partial void LogBroken(ILogger logger, string subject, string broken);

    [LoggerMessage(LogLevel.Warning, "What was due of {Subject} could not be met at once; its clock comes back to it")]
    private static partial void LogNotMet(ILogger logger, string subject, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Whom {Subject} had to tell of {Step} could not be told now; its clock comes back to it")]
    private static partial void LogNotTold(ILogger logger, string subject, string step, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Another write came before that of {Subject} (attempt {Attempt}); the command is decided again")]
    private static partial void LogConflict(ILogger logger, string subject, int attempt, Exception exception);
}
