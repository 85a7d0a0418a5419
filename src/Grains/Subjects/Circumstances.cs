using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;

namespace ShuangDa.Grains.Subjects;

/// <summary>情形. The only door through which the outside world enters a decision: who acts, when, on which day in Shanghai, by which calendar, and facts that the shell fetched.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">The instant of the decision (UTC).</param>
/// <param name="Calendar">The working-day calendar in force.</param>
public sealed record Circumstances(Actor Actor, DateTimeOffset Now, WorkingCalendar Calendar)
{
    private readonly ImmutableArray<object> _facts = [];

    /// <summary>今天. The day of the decision in Asia/Shanghai.</summary>
    public DateOnly Today => ShanghaiTime.DayOf(Now);

    /// <summary>办理日期. The day on which the act was done, where that is not today; <see cref="For"/> sets it from the command.</summary>
    public DateOnly? ActedOn { get; init; }

    /// <summary>办理日期. The day of the act (Asia/Shanghai): what the command says, else today.
    /// What an act makes is dated by it, and its terms run from it.</summary>
    public DateOnly Day => ActedOn ?? Today;

    /// <summary>办理时刻. The instant of the act (UTC): now, or the beginning of the earlier day on which it was done.</summary>
    public DateTimeOffset At => Day == Today ? Now : ShanghaiTime.StartOf(Day);

    /// <summary>主体键. The natural key of the subject that decides, so that a refusal can name what does not exist. The shell sets it.</summary>
    public string Key { get; init; } = "";

    /// <summary>预警时点. When those concerned are warned of a term's end. The shell sets it.</summary>
    public WarningShare Warning { get; init; } = WarningShare.Usual;

    /// <summary>The same circumstances on the day on which a command says that it was done.</summary>
    /// <param name="command">The command.</param>
    public Circumstances For(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.On is null ? this : new Circumstances(this, command.On);
    }

    /// <summary>The same circumstances with one more fact that the shell fetched for this command; of two of a type the later one counts. A fact that was sought and not found is a record that says so, never a missing one.</summary>
    /// <param name="fact">A record, such as what the enterprise's register says; null for none.</param>
    public Circumstances With(object? fact) => fact switch
    {
        null => this,
        SeveralFacts several => several.All.Aggregate(this, static (now, one) => now.With(one)),
        _ => new(this, fact),
    };

    /// <summary>The fact of this type, without which nothing may be decided: a fact that nobody fetched must never read as "allowed".</summary>
    /// <typeparam name="TFact">The fact's record.</typeparam>
    /// <exception cref="InvalidOperationException">The shell fetched none.</exception>
    public TFact Required<TFact>() where TFact : class =>
        Last<TFact>() ?? throw new InvalidOperationException($"Nobody fetched {typeof(TFact).Name}, without which this cannot be decided.");

    /// <summary>
    /// Whether there is a fact of this type. For facts that make a step another one; what may be done asks for <see cref="Required"/>.
    /// </summary>
    /// <typeparam name="TFact">The fact's record.</typeparam>
    public bool Knows<TFact>() where TFact : class => Last<TFact>() is not null;

    /// <summary>What came of a step that is owed; null while the other subject was not reached, or where something else was told.</summary>
    /// <param name="owed">The step, or null when nothing is owed.</param>
    public Answered? AnswerTo(Owed? owed) => Last<Answered>() is { } answered && answered.Step == owed?.Step ? answered : null;

    private TFact? Last<TFact>() where TFact : class => _facts.OfType<TFact>().LastOrDefault();

    private Circumstances(Circumstances basis, object fact) : this(basis, basis.ActedOn) => _facts = basis._facts.Add(fact);

    private Circumstances(Circumstances basis, DateOnly? actedOn) : this(basis.Actor, basis.Now, basis.Calendar)
    {
        _facts = basis._facts;
        Key = basis.Key;
        Warning = basis.Warning;
        ActedOn = actedOn;
    }
}

/// <summary>多项事实. Several facts that the shell fetched for one command.</summary>
/// <param name="All">The facts.</param>
public sealed record SeveralFacts(params ImmutableArray<object> All);
