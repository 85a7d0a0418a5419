using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

// A den that was found is acted on within a term: inspected, ordered about, opened as a case, banned or recorded as ended. What others did
// the den looks up when its term ends, and sooner where a commit names it.
public static partial class Den
{
    /// <summary>Somebody acts on the den: it is inspected, ordered about or opened as a case.</summary>
    [Deadline, Term("首次行动", "first act")]
    public const string FirstAct = "den.first-act";

    private static Decision<DenEvent>? DecideInFirstAct(DenState den, DenCommand command, Circumstances now) => command switch
    {
        NoteDenActs or DenDeadlineReached { Kind: FirstAct } when den.ActBy is null => Decision<DenEvent>.AlreadySo,
        NoteDenActs => ActedOn(now) is { } acted ? acted : Decision<DenEvent>.AlreadySo,
        DenDeadlineReached { Kind: FirstAct } c => WhenDue(den, c, now) is { } happened ? happened : Decision<DenEvent>.AlreadySo,
        _ => Decision<DenEvent>.NotOfThisStage,
    };

    private static DenState? ApplyInFirstAct(DenState den, DenEvent happened) => happened switch
    {
        DenActedOn => NothingDue(den),
        DenLeftAlone e => den with { ActBy = den.ActBy ?? e.Lapse.LastDay, LeftAlone = e.Lapse, LookOn = e.LookOn },
        _ => null,
    };

    // Nobody is waited for any more.
    private static DenState NothingDue(DenState den) => den with { ActBy = null, LeftAlone = null, LookOn = null };

    // What has come of it when its term is over; nothing where that is not over, or was moved since.
    private static DenEvent? WhenDue(DenState den, DenDeadlineReached due, Circumstances now) =>
        due.DueAt > now.Now || FirstActDeadline(den) is not { } open || open.DueAt != due.DueAt ? null
        : ActedOn(now) is { } acted ? acted
        // Of one that was found long ago and is entered now, the terms that are over are not gone through one by one.
        : new DenLeftAlone(
            den.LeftAlone ?? new DenLapse(den.ActBy!.Value, open.Rule, den.Section), LastDay(now.Today.PlusDays(-1), now));

    private static DenActedOn? ActedOn(Circumstances now) =>
        now.Required<DenActsFound>().First is { } first ? new DenActedOn(first.Number, first.On) : null;

    // The last day of the term that begins on a day (Asia/Shanghai).
    private static DateOnly LastDay(DateOnly from, Circumstances now) =>
        StatutoryRules.On(StatutoryRules.DenFirstAct, from).Period.DayFrom(from, now.Calendar).Day;

    private static OpenDeadline? FirstActDeadline(DenState den)
    {
        var rule = StatutoryRules.On(StatutoryRules.DenFirstAct, den.Details.FoundOn).Line;
        return (den.LookOn ?? den.ActBy) is { } day ? new OpenDeadline(FirstAct, ShanghaiTime.EndOf(day), rule, den.Section) : null;
    }

    /// <summary>责任人. Whose it is that nobody acts: the head of the section gives it to somebody; where none has it, the head.</summary>
    /// <param name="section">The section, or null.</param>
    internal static Answering AnsweringFor(string? section) => Answering.HeadOf(section);

    // It waits for whoever gives it to somebody; that nobody acts is told to the same, and again after each further term.
    private static IEnumerable<Notice> Told(DenEvent happened) => happened switch
    {
        DenRecorded e =>
        [
            new Notice(
                NotificationKind.Waiting,
                e.Section is { } section ? Addressee.Holding(Roles.SectionHead, section) : Addressee.Holding(Roles.Leader),
                FirstAct),
        ],
        DenLeftAlone { Lapse.Section: var section } => Notice.OfLapse(AnsweringFor(section).Who, section, FirstAct),
        _ => [],
    };
}

/// <summary>逾期记录. A den that nobody acted on in its term.</summary>
/// <param name="LastDay">期限末日. The last day of the term (Asia/Shanghai).</param>
/// <param name="Rule">规则. The rule.</param>
/// <param name="Section">责任科室. The section that answers for it, or null.</param>
[GenerateSerializer, Immutable, Alias("den-lapse")]
public sealed record DenLapse(DateOnly LastDay, string Rule, string? Section);

/// <summary>查看窝点办理情况. Another subject has been committed that names the den: whether somebody acts on it is looked up.</summary>
[GenerateSerializer, Immutable, Alias("den.note-acts"), AllowedTo(Roles.System)]
public sealed record NoteDenActs : DenCommand;

/// <summary>对窝点的行动. What was done about a den.</summary>
/// <param name="Number">编号. Of the inspection, order or case.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
public sealed record DenAct(string Number, DateOnly On);

/// <summary>对窝点的行动. What the shell found of the inspections, orders and cases of a den.</summary>
/// <param name="First">首次行动. The first of them; null where there is none.</param>
public sealed record DenActsFound(DenAct? First);

/// <summary>窝点已有人办理. Somebody acts on the den.</summary>
/// <param name="By">编号. Of the inspection, order or case.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
[Alias("den.acted-on")]
public sealed record DenActedOn(string By, DateOnly On) : DenEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"已开展办理：{By}", $"Somebody acts on it: {By}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>窝点无人办理. Nobody acted on the den in its term, or in a further one.</summary>
/// <param name="Lapse">逾期记录. Which term, who answers for it.</param>
/// <param name="LookOn">下次查看日. When it is looked at again (Asia/Shanghai).</param>
[Alias("den.left-alone")]
public sealed record DenLeftAlone(DenLapse Lapse, DateOnly LookOn) : DenEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"期限{IsoDate.Of(Lapse.LastDay)}已过，尚未检查、责令改正或者立案，请科室负责人安排",
        $"It was to be acted on by {IsoDate.Of(Lapse.LastDay)} and was not; the head of the section gives it to somebody");

    /// <inheritdoc/>
    public override string? LegalBasis => Lapse.Rule;

    /// <summary>The first day after the term.</summary>
    public override DateOnly? EffectiveOn => Lapse.LastDay.PlusDays(1);
}
