using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// The ladder (R2.2.5): 对整改不合格和逾期未改正的，暂扣生产许可证并及时提请撤销，根据情节报请城区政府组织取缔. The clock and the re-inspection climb it to a proposal; a person takes each rung.
public static partial class Rectification
{
    private const string DistrictGovernment = "城区人民政府";
    private const string IssuingAuthority = "发证机关";
    private const string CertificationBody = "认证机构";

    // As far as the clock climbs by itself; which rungs there are, the bases by kind of licence say. A case is for a person to propose.
    private static readonly ImmutableArray<RectificationMeasure> Ladder =
        [RectificationMeasure.Suspension, RectificationMeasure.CertificationBody, RectificationMeasure.Withdrawal,
            RectificationMeasure.Banning];

    private static Decision<RectificationEvent>? DecideInMeasures(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        ProposeRectificationMeasure c => DecideProposeRectificationMeasure(rectification, c, now),
        DecideRectificationMeasure c when rectification.Proposal?.Measure != c.Measure => new MeasureNotProposed(c.Measure),
        // Nobody decides alone (行政处罚法 第五十七条); whoever proposed it can take it back.
        DecideRectificationMeasure { Accept: true } when rectification.Proposal is { By: { } by } && by == now.Actor.User =>
            new DeciderTookPart(by),
        DecideRectificationMeasure c => DecideDecideRectificationMeasure(rectification, c, now),
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInMeasures(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        // What an end made of it leaves what was proposed before at hand: the end may have been recorded by mistake.
        RectificationMeasureProposed e => rectification with
        {
            Proposal = e.Proposal,
            WithdrawnAtEnd = e.Proposal.Cause is ProposalCause.EnterpriseEnded ? rectification.WithdrawnAtEnd : null,
        },
        RectificationMeasureDecided e => rectification with { Proposal = null, Measures = rectification.Measures.Add(e.Decided), OwedToLicence = Owed(rectification, e.Change) },
        _ => null,
    };

    /// <summary>The lowest rung that was not taken, from a rung on; null when all were. Without a licence there is but the last, and of a
    /// licence those that a statute of its kind knows.</summary>
    private static RectificationMeasure? NextRung(RectificationState rectification, DateOnly day,
        RectificationMeasure from = RectificationMeasure.Suspension) => Ladder
        .Where(rung => Ladder.IndexOf(rung) >= Ladder.IndexOf(from) && rectification.Taken(rung) is null)
        .Where(rung => KindOf(rectification) is { } kind ? LadderBases.Find(kind, StepOf(rung), day) is not null
            : rung is RectificationMeasure.Banning)
        .Select(rung => (RectificationMeasure?)rung)
        .FirstOrDefault();

    /// <summary>The kind of the licence that is concerned, which its number tells; null where none is.</summary>
    private static LicenceKind? KindOf(RectificationState rectification) =>
        rectification.Order.Licence is { } licence && LicenceNumber.Parse(licence, out var number) is null ? number.Kind : null;

    /// <summary>步骤. The step whose basis the table has.</summary>
    /// <param name="measure">The measure.</param>
    public static LadderStep StepOf(RectificationMeasure measure) => measure switch
    {
        RectificationMeasure.Suspension => LadderStep.Suspension,
        RectificationMeasure.Withdrawal => LadderStep.Withdrawal,
        RectificationMeasure.Banning => LadderStep.Banning,
        RectificationMeasure.Deregistration => LadderStep.Deregistration,
        RectificationMeasure.CertificationBody => LadderStep.CertificationBody,
        RectificationMeasure.ConditionsCase => LadderStep.ConditionsCase,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>依据. The article by which a measure may be taken after an order on a day; null where a licence is concerned and its kind
    /// knows
    /// none, or none is concerned.</summary>
    /// <param name="rectification">The order.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="day">The day (Asia/Shanghai).</param>
    public static LadderBasis? BasisOf(RectificationState rectification, RectificationMeasure measure, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rectification);
        return KindOf(rectification) is { } kind ? LadderBases.Find(kind, StepOf(measure), day) : null;
    }

    // 行政许可法 第六十九条, 行政处罚法 第九条: a step that no statute of the kind knows is not taken.
    private static StepHasNoBasis? Unlawful(RectificationState rectification, RectificationMeasure measure, DateOnly day) =>
        KindOf(rectification) is { } kind ? LadderBases.Problem(kind, StepOf(measure), day) : null;

    private static Decision<RectificationEvent> DecideProposeRectificationMeasure(RectificationState rectification, ProposeRectificationMeasure command, Circumstances now)
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

        // What was asked of another and declined, or not answered in its time, can be asked again.
        if (rectification.Taken(command.Measure) is { } taken && !MayBeAskedAgain(taken, now.Day, now.Calendar))
        {
            return new MeasureAlreadyTaken(command.Measure, taken.DecidedOn);
        }

        if (command.Measure is not RectificationMeasure.Banning && rectification.Order.Licence is null)
        {
            return new NoLicenceConcerned(command.Measure);
        }

        if (Unlawful(rectification, command.Measure, now.Day) is { } unlawful)
        {
            return unlawful;
        }

        return FreeText.Missing("reason", command.Reason) is { } problem ? problem
            : AfterItsEnd(rectification, command.Measure, now) is { } ended ? ended
            : Proposed(command.Measure, ProposalCause.Officer, now.Day, now, command.Reason.Trim(), now.Actor.User);
    }

    // 行政许可法 第七十条第三项: of who is no more the licence is deregistered; nothing else is left to be done against it.
    private static Refusal? AfterItsEnd(RectificationState rectification, RectificationMeasure measure, Circumstances now) =>
        measure is RectificationMeasure.Deregistration || now.Required<RectificationFacts>().Ended is not { } ended ? null
        : rectification.Order.Enterprise is { } enterprise ? ended.Problem(enterprise, now.Day)
        : now.Day < ended.On ? null
        : new DenHasEnded(rectification.Order.Party, ended.Name, ended.On);

    private static bool MayBeAskedAgain(DecidedMeasure taken, DateOnly day, WorkingCalendar calendar) => taken.IsDeclined
        || (taken.IsUnanswered && day > DayFrom(StatutoryRules.RectificationAnswer, taken.DecidedOn, calendar));

    /// <summary>
    /// What is proposed when who was asked declines or does not answer: the next rung that is lawful, else to ask again; nothing where the
    /// order was followed meanwhile or something is proposed already.
    /// </summary>
    private static IEnumerable<RectificationEvent> Onwards(
        RectificationState rectification, RectificationMeasure asked, ProposalCause cause, DateOnly day, Circumstances now)
    {
        if (!rectification.IsNotPutRight || rectification.IsBanned || rectification.Proposal is not null)
        {
            return [];
        }

        var next = NextRung(rectification, day, asked)
            ?? (rectification.Taken(asked) is { } taken && MayBeAskedAgain(taken, day, now.Calendar) ? asked : null);
        return ProposedNext(rectification, next, cause, day, now);
    }

    private static RectificationMeasureProposed Proposed(
        RectificationMeasure measure, ProposalCause cause, DateOnly on, Circumstances now, string? reason = null, string? by = null) =>
        new(new MeasureProposal(measure, cause, on, reason, DecideBy(on, now), by));

    private static DateOnly DecideBy(DateOnly on, Circumstances now) => DayFrom(StatutoryRules.RectificationMeasure, on, now.Calendar);

    private static Decision<RectificationEvent> DecideDecideRectificationMeasure(RectificationState rectification, DecideRectificationMeasure command, Circumstances now)
    {
        if (command.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        var grounds = command.Grounds.Trimmed();
        var by = DecidingPerson.Of(now.Actor);
        if (!command.Accept)
        {
            return new RectificationMeasureDecided(new DecidedMeasure(command.Measure, Accepted: false, now.Day, null, null, grounds, by),
                null, grounds);
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

        if (AcceptProblem(rectification, command, grounds, licence, now) is { } not)
        {
            return not;
        }

        var until = command.Measure is RectificationMeasure.Suspension ? command.Until : null;
        var recipient = FreeText.Given(command.Recipient) ?? UsualRecipient(rectification, command.Measure, licence);
        var inCase = IsOfCase(command.Measure) ? FreeText.Given(command.Case) : null;
        var change = ChangeFor(command.Measure) is { } kind ? Change(kind, until, grounds, now) with
        {
            Case = inCase,
            Ground = rectification.Proposal is { Cause: ProposalCause.EnterpriseEnded } ? DeregistrationGround.EnterpriseEnded : null,
        } : null;
        var decided = new RectificationMeasureDecided(
            new DecidedMeasure(command.Measure, Accepted: true, now.Day, recipient, until, grounds, by, Case: inCase)
            {
                AnswerBy = IsAnswered(command.Measure) ? DayFrom(StatutoryRules.RectificationAnswer, now.Day, now.Calendar) : null,
            },
            change,
            grounds);
        if (command.Measure is RectificationMeasure.Deregistration)
        {
            return (RectificationEvent[])[decided, new RectificationVoided(now.Day, grounds)];
        }

        // The next rung is proposed at once: 及时提请撤销, and for banning it is for a person to weigh the circumstances.
        return Ladder.Contains(command.Measure) && NextRung(Apply(rectification, decided), now.Day, command.Measure) is { } rung
            ? (RectificationEvent[])[decided, .. ProposedNext(rectification, rung, ProposalCause.PrecedingMeasure, now.Day, now)]
            : decided;
    }

    /// <summary>Whether somebody else is asked, who answers.</summary>
    private static bool IsAnswered(RectificationMeasure measure) =>
        measure is RectificationMeasure.Withdrawal or RectificationMeasure.Banning or RectificationMeasure.CertificationBody;

    /// <summary>Whether a measure is decided in a case, which has to be named.</summary>
    private static bool IsOfCase(RectificationMeasure measure) =>
        measure is RectificationMeasure.Suspension or RectificationMeasure.ConditionsCase;

    private static LicenceChange Change(LicenceChangeKind kind, DateOnly? until, Grounds grounds, Circumstances now) =>
        new(kind, now.Now, until, grounds, DecidingPerson.Of(now.Actor), On: now.Day == now.Today ? null : now.Day);

    private static Refusal? AcceptProblem(
        RectificationState rectification, DecideRectificationMeasure command, Grounds grounds, LicenceState? licence, Circumstances now)
    {
        if (Unlawful(rectification, command.Measure, now.Day) is { } unlawful)
        {
            return unlawful;
        }

        if (AfterItsEnd(rectification, command.Measure, now) is { } ended)
        {
            return ended;
        }

        if (grounds.DocumentNumber is null)
        {
            return new InvalidInput("documentNumber", "采取措施应有文书编号", "A measure is taken by a document with a number");
        }

        if (command.Until is { } given && PlausibleDays.Problem("until", given) is { } implausible)
        {
            return implausible;
        }

        if (command.Measure is RectificationMeasure.Suspension && (command.Until is not { } until || until < now.Day))
        {
            return new InvalidInput("until", "暂扣应写明截止日，且不得早于决定当天", "Say until when it is suspended, not before the day of the decision");
        }

        if (licence is not null && !Admits(licence, command.Measure))
        {
            return new LicenceDoesNotAdmitMeasure(licence.Number, licence.Status, command.Measure);
        }

        // 行政处罚法 第九条第三项: the case is named in which it was decided; of a case that is only begun, its number is enough.
        return command.Measure switch
        {
            RectificationMeasure.Suspension => now.Required<RectificationFacts>().Suspending.Problem(
                PenaltyKind.LicenceSuspension, command.Case, rectification.Order.Party, now, command.Until),
            RectificationMeasure.ConditionsCase when FreeText.Given(command.Case) is null =>
                new InvalidInput("case", "请写明立案的案件编号", "Give the number of the case that was filed"),
            _ => null,
        };
    }

    private static bool Admits(LicenceState licence, RectificationMeasure measure) => measure switch
    {
        RectificationMeasure.Banning or RectificationMeasure.ConditionsCase or RectificationMeasure.CertificationBody => true,
        RectificationMeasure.Suspension => licence.Status is LicenceStatus.Active,
        RectificationMeasure.Deregistration => licence.Status is not LicenceStatus.Deregistered,
        _ => licence.IsInForce,
    };

    private static string UsualRecipient(RectificationState rectification, RectificationMeasure measure, LicenceState? licence) => measure switch
    {
        RectificationMeasure.Withdrawal => licence?.IssuedBy ?? IssuingAuthority,
        RectificationMeasure.CertificationBody => licence?.IssuedBy ?? CertificationBody,
        RectificationMeasure.Banning => DistrictGovernment,
        _ => rectification.Order.Party,
    };
}

/// <summary>处理措施. The rungs of the ladder (R2.2.5), and what becomes of a licence that is no longer used (R2.2.3).</summary>
[JsonConverter(typeof(WireNameConverter<RectificationMeasure>))]
public enum RectificationMeasure
{
    /// <summary>Suspends the licence.</summary>
    [Term("暂扣许可证", "suspension of the licence")]
    Suspension,

    /// <summary>Asks the issuing authority to withdraw it.</summary>
    [Term("提请撤销许可证", "request to withdraw the licence")]
    Withdrawal,

    /// <summary>Reports to the district government for banning.</summary>
    [Term("报请取缔", "report for banning")]
    Banning,

    /// <summary>Deregisters the licence of who has stopped production.</summary>
    [Term("注销许可证", "deregistration of the licence")]
    Deregistration,

    /// <summary>Tells the certification body, which alone suspends or withdraws its certificates (强制性产品认证管理规定 第二十六条至第二十八条).</summary>
    [Term("通报认证机构", "notification of the certification body")]
    CertificationBody,

    /// <summary>A case is filed because the conditions of the licence are not kept.</summary>
    [Term("立案查处", "a case because conditions are not kept")]
    ConditionsCase,
}

/// <summary>建议缘由. Why a measure is proposed.</summary>
[JsonConverter(typeof(WireNameConverter<ProposalCause>))]
public enum ProposalCause
{
    /// <summary>The order's day has passed.</summary>
    [Term("逾期未改正", "overdue")]
    Overdue,

    /// <summary>A re-inspection failed.</summary>
    [Term("复查不合格", "re-inspection failed")]
    Failed,

    /// <summary>The measure before it was taken.</summary>
    [Term("上一措施已采取", "the measure before it was taken")]
    PrecedingMeasure,

    /// <summary>Somebody of the bureau proposed it.</summary>
    [Term("工作人员提出", "proposed by an officer")]
    Officer,

    /// <summary>Who was asked for the measure before it declined.</summary>
    [Term("对方未予办理", "declined by who was asked")]
    NotGranted,

    /// <summary>Who was asked for the measure before it has not answered.</summary>
    [Term("对方逾期未答复", "not answered by who was asked")]
    NotAnswered,

    /// <summary>The enterprise has ended, and nothing is left but to deregister its licence (行政许可法 第七十条第三项).</summary>
    [Term("企业已终止", "the enterprise has ended")]
    EnterpriseEnded,
}

/// <summary>处理建议. A measure that is proposed and that a person decides.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Cause">建议缘由. Why it is proposed.</param>
/// <param name="ProposedOn">建议日. The day (Asia/Shanghai).</param>
/// <param name="Reason">理由. What the proposer said; null when the system proposed.</param>
/// <param name="DecideBy">决定截止日. The last day of the internal term; null once its lapse is recorded.</param>
/// <param name="By">建议人. The user name of who proposed it; null when the system did, and from before that was kept.</param>
[GenerateSerializer, Immutable, Alias("measure-proposal")]
public sealed record MeasureProposal(
    RectificationMeasure Measure, ProposalCause Cause, DateOnly ProposedOn, string? Reason, DateOnly? DecideBy, string? By = null);

/// <summary>已决定的措施. What a person made of a proposal: a document with number, date and recipient, or the reason why not.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Accepted">采纳. Whether it is taken.</param>
/// <param name="DecidedOn">决定日. The document's day (Asia/Shanghai).</param>
/// <param name="Recipient">送达对象. To whom the document goes; null when declined.</param>
/// <param name="Until">暂扣至. The last day of a suspension; null for other measures.</param>
/// <param name="Grounds">理由与依据. Why, and the document's number.</param>
/// <param name="DecidedBy">决定人. Who decided.</param>
/// <param name="Answer">答复. What the recipient answered; null while it has not.</param>
/// <param name="Case">案件. The number of the case in which it was decided or that was filed; null for other measures.</param>
[GenerateSerializer, Immutable, Alias("decided-measure")]
public sealed record DecidedMeasure(
    RectificationMeasure Measure,
    bool Accepted,
    DateOnly DecidedOn,
    string? Recipient,
    DateOnly? Until,
    Grounds Grounds,
    DecidingPerson DecidedBy,
    MeasureAnswer? Answer = null,
    string? Case = null)
{
    /// <summary>答复截止日. The last day on which an answer is waited for (Asia/Shanghai); null where nobody else is asked, once it is over, and
    /// from before that was kept.</summary>
    [Id(10)] public DateOnly? AnswerBy { get; init; }

    /// <summary>未获同意. Whether who was asked declined, so that it may be asked again.</summary>
    [JsonIgnore] public bool IsDeclined => Answer is { Granted: false };

    /// <summary>未获答复. Whether who was asked has not answered, and is not waited for any more. The issuing authority is: a licence stands
    /// under the request to withdraw it until that is answered.</summary>
    [JsonIgnore]
    public bool IsUnanswered =>
        this is { Measure: RectificationMeasure.CertificationBody or RectificationMeasure.Banning, Answer: null, AnswerBy: null };
}

/// <summary>建议措施. Proposes a measure that the ladder has not reached by itself.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.propose-measure"), AllowedTo(Handling), Dated]
[Refuses<RectificationNotOpen, MeasureUndecided, MeasureAlreadyTaken, NoLicenceConcerned, StepHasNoBasis>]
[Refuses<EnterpriseHasEnded, DenHasEnded>]
public sealed record ProposeRectificationMeasure(RectificationMeasure Measure, [Longest(1000)] string Reason) : RectificationCommand;

/// <summary>决定措施. Takes a proposed measure, by a document with number, date and recipient, or declines it with the reason (R2.2.5).</summary>
/// <param name="Measure">措施. The one that is proposed.</param>
/// <param name="Accept">采纳. Whether it is taken.</param>
/// <param name="Grounds">理由与依据. Why; the document's number must be given when it is taken.</param>
/// <param name="Until">暂扣至. The last day of a suspension (Asia/Shanghai).</param>
/// <param name="Recipient">送达对象. To whom the document goes; null for the usual one.</param>
/// <param name="Case">案件编号. The number of the case whose decision suspends the licence, or of the case that was filed.</param>
[GenerateSerializer, Immutable, Alias("rectification.decide-measure"), AllowedTo(Deciding), Dated]
[Refuses<MeasureNotProposed, LicenceDoesNotAdmitMeasure, StepHasNoBasis, SuspensionWithoutCase, CaseDoesNotSuspend>]
[Refuses<NotInCharge, SuspensionNotAsDecided, DeciderTookPart, EnterpriseHasEnded, DenHasEnded>]
[Refuses<PenaltyNotServed>]
public sealed record DecideRectificationMeasure(
    RectificationMeasure Measure,
    bool Accept,
    Grounds Grounds,
    DateOnly? Until = null,
    [Longest(200)] string? Recipient = null,
    [Longest(100)] string? Case = null) : RectificationCommand;

/// <summary>已提出处理建议. A measure waits for a person's decision.</summary>
/// <param name="Proposal">处理建议. Which, and why.</param>
[Alias("rectification.measure-proposed")]
public sealed record RectificationMeasureProposed(MeasureProposal Proposal) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建议{Terms.Of(Proposal.Measure).Chinese}", $"Proposed: {Terms.Of(Proposal.Measure).English}");

    /// <summary>The day it was proposed.</summary>
    public override DateOnly? EffectiveOn => Proposal.ProposedOn;
}

/// <summary>已决定处理建议. A person took the measure or declined it.</summary>
/// <param name="Decided">决定. What was decided.</param>
/// <param name="Change">许可变更. What the licence is to be told, or null.</param>
/// <param name="Grounds">理由与依据. Why, and the document's number.</param>
[Alias("rectification.measure-decided")]
public sealed record RectificationMeasureDecided(DecidedMeasure Decided, LicenceChange? Change, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Decided.Accepted
        ? new($"决定{Terms.Of(Decided.Measure).Chinese}：{Grounds.Reason}", $"Taken: {Terms.Of(Decided.Measure).English}: {Grounds.Reason}")
        : new($"不采纳{Terms.Of(Decided.Measure).Chinese}的建议：{Grounds.Reason}", $"Declined: {Terms.Of(Decided.Measure).English}: {Grounds.Reason}");
}

/// <summary>没有此项建议. The measure is not proposed.</summary>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.measure-not-proposed")]
public sealed record MeasureNotProposed(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"目前没有“{Terms.Of(Measure).Chinese}”的处理建议", $"No {Terms.Of(Measure).English} is proposed");
}

/// <summary>另有建议待决定. A measure is proposed already and waits for its decision.</summary>
/// <param name="Measure">措施. The one that waits.</param>
[GenerateSerializer, Immutable, Alias("refusal.measure-undecided")]
public sealed record MeasureUndecided(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"“{Terms.Of(Measure).Chinese}”的建议尚未决定", $"A proposal waits for its decision: {Terms.Of(Measure).English}");
}

/// <summary>措施已采取. The measure was taken already.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="DecidedOn">决定日. When.</param>
[GenerateSerializer, Immutable, Alias("refusal.measure-already-taken")]
public sealed record MeasureAlreadyTaken(RectificationMeasure Measure, DateOnly DecidedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"已于{DecidedOn:yyyy-MM-dd}决定“{Terms.Of(Measure).Chinese}”", $"It was taken on {DecidedOn:yyyy-MM-dd}: {Terms.Of(Measure).English}");
}

/// <summary>无许可证可处理. The measure concerns a licence, and the order names none.</summary>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-licence-concerned")]
public sealed record NoLicenceConcerned(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该整改不涉及许可证，不能“{Terms.Of(Measure).Chinese}”", $"The order concerns no licence: no {Terms.Of(Measure).English}");
}

/// <summary>许可证状态不容许. The licence stands where the measure cannot be taken.</summary>
/// <param name="Licence">许可证. Its number.</param>
/// <param name="Status">状态. Where it stands.</param>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-does-not-admit-measure")]
public sealed record LicenceDoesNotAdmitMeasure(string Licence, LicenceStatus Status, RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"许可证{Licence}现为“{Terms.Of(Status).Chinese}”，不能“{Terms.Of(Measure).Chinese}”",
        $"Licence {Licence} is {Terms.Of(Status).English}: no {Terms.Of(Measure).English}");
}
