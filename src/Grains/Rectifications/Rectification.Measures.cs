using System.Collections.Immutable;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// The ladder (R2.2.5): 对整改不合格和逾期未改正的，暂扣生产许可证并及时提请撤销，根据情节报请城区政府组织取缔. The clock and the re-inspection climb it to a proposal; a person takes each rung.
public static partial class Rectification
{
    private const string DistrictGovernment = "城区人民政府";
    private const string IssuingAuthority = "发证机关";

    private static readonly RectificationMeasure[] Ladder = [RectificationMeasure.Suspension, RectificationMeasure.Withdrawal, RectificationMeasure.Banning];

    /// <summary>The lowest rung that was not taken, from a rung on; null when all were. Without a licence there is but the last.</summary>
    private static RectificationMeasure? NextRung(RectificationState rectification, RectificationMeasure from = RectificationMeasure.Suspension) => Ladder
        .Where(rung => rung >= (rectification.Order.Licence is null ? RectificationMeasure.Banning : from) && rectification.Taken(rung) is null)
        .Select(rung => (RectificationMeasure?)rung)
        .FirstOrDefault();

    private static Decision<RectificationEvent> Propose(RectificationState rectification, ProposeRectificationMeasure command, Circumstances now)
    {
        // Who has stopped production has nothing left to put right (R2.2.3); every other measure needs a failure.
        var isAdmitted = command.Measure is RectificationMeasure.Deregistration ? rectification.IsOpen : rectification.IsNotPutRight;
        if (!isAdmitted)
        {
            return new RectificationNotOpen(rectification.Status);
        }

        if (rectification.Proposal is { } waiting)
        {
            return waiting.Measure == command.Measure ? Decision<RectificationEvent>.AlreadySo : new MeasureUndecided(waiting.Measure);
        }

        if (rectification.Taken(command.Measure) is { } taken)
        {
            return new MeasureAlreadyTaken(command.Measure, taken.DecidedOn);
        }

        if (command.Measure is not RectificationMeasure.Banning && rectification.Order.Licence is null)
        {
            return new NoLicenceConcerned(command.Measure);
        }

        return FreeText.Missing("reason", command.Reason) is { } problem
            ? problem
            : Proposed(command.Measure, ProposalCause.Officer, now.Today, now, command.Reason.Trim());
    }

    private static Decision<RectificationEvent> DecideMeasure(RectificationState rectification, DecideRectificationMeasure command, Circumstances now)
    {
        if (command.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        var grounds = command.Grounds.Trimmed();
        var by = DecidingPerson.Of(now.Actor);
        if (!command.Accept)
        {
            return new RectificationMeasureDecided(new DecidedMeasure(command.Measure, Accepted: false, now.Today, null, null, grounds, by), null, grounds);
        }

        LicenceState? licence = null;
        if (rectification.Order.Licence is { } concerned)
        {
            licence = now.Required<RectificationFacts>().Licence;
            if (licence is null)
            {
                return new NotFound("licence", concerned);
            }
        }

        if (AcceptProblem(command, grounds, licence, now) is { } not)
        {
            return not;
        }

        var until = command.Measure is RectificationMeasure.Suspension ? command.Until : null;
        var recipient = FreeText.Given(command.Recipient) ?? UsualRecipient(rectification, command.Measure, licence);
        var decided = new RectificationMeasureDecided(
            new DecidedMeasure(command.Measure, Accepted: true, now.Today, recipient, until, grounds, by), ChangeFor(command.Measure) is { } kind ? new LicenceChange(kind, now.Now, until, grounds, by) : null, grounds);
        if (command.Measure is RectificationMeasure.Deregistration)
        {
            return (RectificationEvent[])[decided, new RectificationVoided(now.Today, grounds)];
        }

        // The next rung is proposed at once: 及时提请撤销, and for banning it is for a person to weigh the circumstances.
        return NextRung(Apply(rectification, decided), command.Measure) is { } rung
            ? (RectificationEvent[])[decided, Proposed(rung, ProposalCause.PrecedingMeasure, now.Today, now)]
            : decided;
    }

    private static Refusal? AcceptProblem(DecideRectificationMeasure command, Grounds grounds, LicenceState? licence, Circumstances now)
    {
        if (grounds.DocumentNumber is null)
        {
            return new InvalidInput("documentNumber", "采取措施应有文书编号", "A measure is taken by a document with a number");
        }

        if (command.Until is { } given && PlausibleDays.Problem("until", given) is { } implausible)
        {
            return implausible;
        }

        if (command.Measure is RectificationMeasure.Suspension && (command.Until is not { } until || until < now.Today))
        {
            return new InvalidInput("until", "暂扣应写明截止日，且不得早于今天", "Say until when it is suspended, not before today");
        }

        return licence is null || Admits(licence, command.Measure) ? null : new LicenceDoesNotAdmitMeasure(licence.Number, licence.Status, command.Measure);
    }

    private static bool Admits(LicenceState licence, RectificationMeasure measure) => measure switch
    {
        RectificationMeasure.Banning => true,
        RectificationMeasure.Suspension => licence.Status is LicenceStatus.Active,
        RectificationMeasure.Deregistration => licence.Status is not LicenceStatus.Deregistered,
        _ => licence.IsInForce,
    };

    private static string UsualRecipient(RectificationState rectification, RectificationMeasure measure, LicenceState? licence) => measure switch
    {
        RectificationMeasure.Withdrawal => licence?.IssuedBy ?? IssuingAuthority,
        RectificationMeasure.Banning => DistrictGovernment,
        _ => rectification.Order.Enterprise,
    };

    private static LicenceChangeKind? ChangeFor(RectificationMeasure measure) => measure switch
    {
        RectificationMeasure.Suspension => LicenceChangeKind.Suspend,
        RectificationMeasure.Withdrawal => LicenceChangeKind.RequestWithdrawal,
        RectificationMeasure.Deregistration => LicenceChangeKind.Deregister,
        _ => null,
    };

    private static Decision<RectificationEvent> RecordAnswer(RectificationState rectification, RecordMeasureAnswer command, Circumstances now)
    {
        if (rectification.Taken(command.Measure) is not { Answer: null } taken)
        {
            return new NoAnswerAwaited(command.Measure);
        }

        if (FreeText.Missing("answer", command.Answer) is { } problem)
        {
            return problem;
        }

        var answer = new MeasureAnswer(now.Today, command.Granted, command.Answer.Trim(), FreeText.Given(command.DocumentNumber));
        var withdrawn = command is { Measure: RectificationMeasure.Withdrawal, Granted: true }; // 行政许可法 第六十九条: the issuing authority decides
        var grounds = new Grounds(answer.Text, taken.Grounds.Basis, answer.DocumentNumber);
        return new RectificationMeasureAnswered(command.Measure, answer, withdrawn ? new LicenceChange(LicenceChangeKind.Withdraw, now.Now, null, grounds, DecidingPerson.Of(now.Actor)) : null);
    }

    private static Decision<RectificationEvent> ToldLicence(RectificationState rectification, Answered? told) => (rectification.OwedToLicence[0], told) switch
    {
        (_, null) => Decision<RectificationEvent>.AlreadySo,
        (var owed, { Refusal: { } refusal }) => new RectificationLicenceNotChanged(owed.Kind, rectification.Order.Licence!, refusal.Code, refusal.Message.Chinese, refusal.Message.English),
        (var owed, _) => new RectificationLicenceChanged(owed.Kind, rectification.Order.Licence!),
    };

    /// <summary>The step that the licence is owed, where one is.</summary>
    private static Owed? Owes(RectificationState rectification) => rectification is { OwedToLicence: [var owed, ..], Order.Licence: { } licence }
        ? new Owed(RectificationDeadlines.LicenceChange, SubjectKeys.Of(Licence.Concept.Name, licence), StepOf(owed), owed.By.As, WireName.Of(owed.Kind), owed.Since)
        : null;

    private static LicenceCommand StepOf(LicenceChange owed) => owed.Kind switch
    {
        LicenceChangeKind.Suspend => new SuspendLicence(owed.Until!.Value, owed.Grounds),
        LicenceChangeKind.RequestWithdrawal => new RequestLicenceWithdrawal(owed.Grounds),
        LicenceChangeKind.Withdraw => new WithdrawLicence(owed.Grounds),
        LicenceChangeKind.Deregister => new DeregisterLicence(owed.Grounds, DeregistrationGround.ProductionStopped),
        _ => throw new InvalidOperationException($"No licence is told to {owed.Kind}."),
    };

    private static ImmutableArray<LicenceChange> Owed(RectificationState rectification, LicenceChange? change) => change is null
        ? rectification.OwedToLicence
        : rectification.OwedToLicence.Add(change);
}
