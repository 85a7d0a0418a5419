using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证的规则. The law of a licence, and what the shared rooms need to know of it. Each stage has its commands and events in a file of its own.</summary>
public static partial class Licence
{
    /// <summary>许可证. The concept.</summary>
    public static Concept<LicenceState, LicenceCommand, LicenceEvent> Concept { get; } = new()
    {
        Name = "licence",
        Title = new BilingualText("许可证", "Licence"),
        Json = LicenceJson.Default,
        RowTypes = [typeof(LicenceRow), typeof(LicenceProductClassRow), typeof(LicenceTextRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = LicenceRows.Of,
        Deadlines = LicenceDeadlines.Of,
        Follows = Follows,
        IsStuck = static licence => !IsEnded(licence.Status) && LicenceDeadlines.Of(licence).Count == 0
            && licence is { IsLongTerm: false, RenewalApplication: null, DeregistrationProposedOn: null },
        Charge = static (_, rules) => rules.LicenceSection is { } section ? new Charge(section, []) : null,
        WhenDue = static (kind, dueAt) => new LicenceDeadlineReached(kind, dueAt),
        Tally = Tally,
        Party = static of => of.Enterprise,

        // Licences of one holder that are struck out at one moment want the same name, and the second is decided again: else two, or a
        // circle of more, would be struck out in favour of each other.
        UniqueNames = static licence =>
        [
            .. licence.StruckOutOf is { } pair ? [pair] : (string[])[],
            .. licence.StruckOutPlace is { } place ? [$"{licence.Enterprise}\n{place}"] : (string[])[],
        ],
    };

    /// <summary>What a command leads to. It is decided against the licence as it stands by now: what the clock owes it comes first, in the order in which it was due, so that nobody suspends a licence whose last day is over because the clock is a minute behind.</summary>
    /// <param name="licence">The state, or null while it is not registered.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<LicenceEvent> Decide(LicenceState? licence, LicenceCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (licence, command) switch
        {
            (null, RegisterLicence c) => DecideRegisterLicence(c, now),
            (null, ImportLicence c) => DecideImportLicence(null, c, now),
            (null, LicenceDeadlineReached) => Decision<LicenceEvent>.AlreadySo,
            (null, _) => new NotFound("licence", now.Key),
            ({ } known, LicenceDeadlineReached c) => DecideLicenceDeadlineReached(known, c, now),
            ({ } known, _) => DecideSettled(known, command, now),
        };
    }

    // What binds the next step: the first day of it all, as far as that is known, and the last step. A clock's doing does not, or nobody
    // could enter late what was done before it.
    private static DateOnly? Follows(LicenceState licence) => new[]
    {
        licence.Status is LicenceStatus.NotYetValid ? null
            : licence.TermBefore?.ValidFrom ?? (licence.IsRenewedHere ? null : licence.Term.ValidFrom),
        licence.Suspension?.SuspendedOn,
        licence.WithdrawalRequest?.RequestedOn,
        licence.RenewalApplication?.AppliedOn,
    }.Max();

    private static Decision<LicenceEvent> DecideSettled(LicenceState licence, LicenceCommand command, Circumstances now)
    {
        var owed = new LicenceEventBuilder(licence).Settle(now.Now);
        var decision = DecideByStage(owed.Licence, command, now);
        return decision.Refusal is null && !decision.Events.IsEmpty ? (LicenceEvent[])[.. owed.Events, .. decision.Events] : decision;
    }

    private static Decision<LicenceEvent> DecideByStage(LicenceState licence, LicenceCommand command, Circumstances now) =>
        DecideInRegistration(licence, command, now)
        ?? DecideInImport(licence, command, now)
        ?? DecideInSuspension(licence, command, now)
        ?? DecideInRenewal(licence, command, now)
        ?? DecideInCorrection(licence, command, now)
        ?? DecideInHolder(licence, command, now)
        ?? DecideInEnding(licence, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a licence does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="licence">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static LicenceState Apply(LicenceState? licence, LicenceEvent happened) => happened is LicenceRegistered registered ? Begun(registered)
        : licence is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the licence was registered.")
        : ApplyInImport(licence, happened)
        ?? ApplyInSuspension(licence, happened)
        ?? ApplyInRenewal(licence, happened)
        ?? ApplyInCorrection(licence, happened)
        ?? ApplyInHolder(licence, happened)
        ?? ApplyInEnding(licence, happened)
        ?? ApplyInClocks(licence, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a licence does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="licence">A state.</param>
    public static IReadOnlyList<string> Check(LicenceState licence)
    {
        ArgumentNullException.ThrowIfNull(licence);
        return
        [
            .. When(LicenceNumber.Parse(licence.Number, out var number) is not null || number.Text != licence.Number, $"its number '{licence.Number}' is not one in normal form"),
            .. When(number.Kind != licence.Kind, "its kind is not the one its number tells"),
            .. When(licence.ValidTo < licence.ValidFrom, "its term ends before it begins"),
            .. When(licence.Term.MustApplyBy > licence.ValidTo, "renewal could be applied for after its end"),
            .. When((licence.Status is LicenceStatus.Suspended) != (licence.Suspension is not null), "suspended goes with a suspension"),
            .. When((licence.Status is LicenceStatus.Expired) != licence.ExpiredOn.HasValue, "expired goes with the day it expired"),
            .. When(licence.ExpiredOn is { } expiredOn && expiredOn < licence.ValidTo, "it expired before its last valid day"),
            .. When((licence.Status is LicenceStatus.NotYetValid) != licence.StartsOn.HasValue,
                "not yet valid goes with the day on which it will be"),
            .. When(licence.NextNotice is not null && !licence.IsInForce
                && licence.Status is not LicenceStatus.NotYetValid, "a notice is open though it is not in force"),
            .. When(licence.StandsUntilDecided && !licence.IsInForce, "it stands until its renewal is decided though it is not in force"),
            .. When(licence.NextNotice is { } notice && (notice.On > licence.ValidTo || notice.Notices.IsDefaultOrEmpty), "its next notice is empty or lies after its end"),
            .. When(licence.WithdrawalRequest is not null && !licence.IsInForce, "a request to withdraw is open though it is not in force"),
        ];
    }

    /// <summary>A licence counts once, under its main product class, so that the rows of a form add up to its total.</summary>
    private static IEnumerable<TallyFact> Tally(LicenceState? before, LicenceEvent happened, LicenceState after)
    {
        (DateOnly Day, Measure Measure)? counted = happened switch
        {
            LicenceRegistered e => (e.RecordedOn, Measure.LicencesRegistered),
            LicenceSuspended e => (e.SuspendedOn, Measure.LicencesSuspended),
            LicenceRenewed e => (e.RenewedOn, Measure.LicencesRenewed),
            LicenceWithdrawalRequested e => (e.RequestedOn, Measure.WithdrawalsRequested),
            LicenceWithdrawn e => (e.WithdrawnOn, Measure.LicencesWithdrawn),
            LicenceRevoked e => (e.RevokedOn, Measure.LicencesRevoked),
            LicenceDeregistered e => (e.DeregisteredOn, Measure.LicencesDeregistered),
            LicenceExpired e => (e.LastValidDay, Measure.LicencesExpired),
            _ => null,
        };
        return counted is var (day, measure)
            ? [new TallyFact(day, measure, 1, (happened as ISectionsWork)?.Section, ProductClass: after.ProductClasses.FirstOrDefault())]
            : happened switch
            {
                LicenceRenewalAppliedFor e => e.Facts.Select(fact => fact.Fact),
                LicenceSuspensionTakenBack e => e.Facts.Select(fact => fact.Fact),
                LicenceEndingCorrected e => e.Facts.Select(fact => fact.Fact),
                LicenceRevocationAnnulled e => e.Facts.Select(fact => fact.Fact),
                LicenceRecordCorrected e => e.Facts.Select(fact => fact.Fact),
                LicenceEntryCancelled e => e.Facts.Select(fact => fact.Fact),
                LicenceHolderReopeningNoted e => e.Facts.Select(fact => fact.Fact),
                _ => [],
            };
    }
}

/// <summary>What happens to a licence within one decision, folded as it is told.</summary>
/// <param name="licence">The licence before.</param>
internal sealed class LicenceEventBuilder(LicenceState? licence) : EventBuilder<LicenceEventBuilder, LicenceState, LicenceEvent>(licence, Licences.Licence.Apply)
{
    /// <summary>The licence as it stands by now.</summary>
    public LicenceState Licence => Current;

    /// <summary>The end of a term that is over already when it is recorded.</summary>
    public LicenceEventBuilder Expire(DateOnly today) => (Licence.IsInForce || Licence.Status is LicenceStatus.NotYetValid)
        && !Licence.StandsUntilDecided && Licence.ValidTo < today
        ? With(new LicenceExpired(Licence.ValidTo))
        : this;

    protected override LicenceEvent[] FirstDue(DateTimeOffset now) => LicenceDeadlines.FirstDue(Licence, now) is { } due ? [due] : [];
}
