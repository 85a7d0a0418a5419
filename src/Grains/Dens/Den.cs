using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Dens;

/// <summary>窝点的规则. The law of a den, and what the shared rooms need to know of it. Each stage has its commands and events in a file of
/// its own.</summary>
public static partial class Den
{
    /// <summary>编号前缀. The letters before a den's number.</summary>
    public const string Prefix = "WD";

    /// <summary>Whether a text is a den's number.</summary>
    /// <param name="text">The text, or null.</param>
    public static bool IsNumber(string? text) => DrawnNumber.Parse(Prefix, text, out _) is null;

    /// <summary>窝点. The concept.</summary>
    public static Concept<DenState, DenCommand, DenEvent> Concept { get; } = new()
    {
        Name = "den",
        Title = new BilingualText("窝点", "Den"),
        Json = DenJson.Default,
        RowTypes =
        [
            typeof(DenRow), typeof(DenProductClassRow), typeof(LapsedDeadlineRow), typeof(ApprovalRow), typeof(DenTextRow),
        ],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = DenRows.Of,
        Deadlines = Deadlines,
        Owes = Owes,
        Notices = static (_, happened, _) => Told(happened),
        Charge = static (den, _) => new Charge(den.Section, [den.FoundBy]),
        WaitsFor = ["rectification", "inspection"], // which read it as it is stored
        Carries = Carried,
        Follows = static den => new[] { den.Details.FoundOn, den.Bans.LastOrDefault()?.BannedOn, den.End?.EndedOn }.Max(),
        UniqueNames = static den => OfficialNumber.NamesOf(den.Serial).Concat(PlaceOf(den)),
        WhenDue = static (kind, dueAt) => new DenDeadlineReached(kind, dueAt),
        Tally = Tally,
        Party = static den => den.Number,
        FormerNames = static (before, after) =>
            before is { Details.Name: var name } && name != after.Details.Name ? [name] : [],
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="den">The state, or null while there is no such den.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<DenEvent> Decide(DenState? den, DenCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (den, command) switch
        {
            (null, RecordDen c) => DecideRecordDen(c, now),
            (null, DenDeadlineReached or NoteDenActs) => Decision<DenEvent>.AlreadySo,
            (null, _) => new NotFound(Concept.Name, now.Key),
            ({ } known, RecordDen) => new AlreadyExists(Concept.Name, known.Number),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<DenEvent> DecideByStage(DenState den, DenCommand command, Circumstances now) =>
        DecideInFinding(den, command, now)
        ?? DecideInFirstAct(den, command, now)
        ?? DecideInBanning(den, command, now)
        ?? DecideInEnding(den, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a den does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="den">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static DenState Apply(DenState? den, DenEvent happened) => happened is DenRecorded recorded ? Begun(recorded)
        : den is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the den was recorded.")
        : ApplyInFinding(den, happened)
        ?? ApplyInFirstAct(den, happened)
        ?? ApplyInBanning(den, happened)
        ?? ApplyInEnding(den, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a den does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="den">A state.</param>
    public static IReadOnlyList<string> Check(DenState den)
    {
        ArgumentNullException.ThrowIfNull(den);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, den.Number, out _) is not null, $"its number '{den.Number}' is not one in normal form"),
            .. When(
                string.IsNullOrWhiteSpace(den.Details.Name) || string.IsNullOrWhiteSpace(den.Details.Address), "it has no name or address"),
            .. When((den.Status is DenStatus.Ended) != (den.End is not null), "ended goes with how it ended"),
            .. When(den.Status is DenStatus.Banned == den.Bans.IsEmpty && den.Status is not DenStatus.Ended, "banned goes with a ban"),
            .. When(
                (den.End?.Ending is DenEnding.Registered) != (den.End?.CreditCode is not null),
                "registered goes with the enterprise's code"),
            .. When(den.Status is DenStatus.Ended && den.ActBy is not null, "somebody is to act on what has ended"),
            .. When((den.LeftAlone is null) != (den.LookOn is null), "who is late is looked at again"),
            .. When(den.ActBy is null && den.LeftAlone is not null, "nobody is late where nothing is owed"),
            .. When(den.Status is DenStatus.Ended && den.Approvals.Any(one => one.IsPending), "a ban is proposed that has no object"),
        ];
    }

    /// <summary>A den's place, which no second den that has not ended can take.</summary>
    private static IEnumerable<string> PlaceOf(DenState den) => den.Status is DenStatus.Ended ? [] : [den.Details.Place];

    // What the district government banned after an order is counted there (R2.2.5).
    private static IEnumerable<TallyFact> Tally(DenState? before, DenEvent happened, DenState after) =>
        happened switch
        {
            DenBanned { Ban: { Order: null } ban } =>
            [
                new TallyFact(
                    ban.BannedOn, Measure.ProducersBanned, 1, after.Section, ProductClass: after.Details.ProductClasses.FirstOrDefault(),
                    IsLicensed: false),
            ],
            DenBanWithdrawn e => e.Facts.Select(fact => fact.Fact),
            DenCorrected { Facts: { } moved } => moved.Select(fact => fact.Fact),
            _ => [],
        };
}
