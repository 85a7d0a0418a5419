using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Who is close to a party or otherwise not impartial steps aside (行政处罚法 第四十三条): asked by anybody of the case, also for the party,
// and decided by the head. Until then the investigation goes on.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInRecusal(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AskRecusal when !state.IsOpen => new CaseNotInStage(state.Stage),
        AskRecusal c => DecideAskRecusal(state, c, now),
        DecideRecusalTogether c => DecideDecideRecusalTogether(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInRecusal(CaseState state, CaseEvent happened) => happened switch
    {
        CasePersonRecused e => state with { Recusals = state.Recusals.Add(e.Recusal) },
        RecusalDeliberated e => state with { RecusalDeliberations = state.RecusalDeliberations.Add(e.Deliberation) },
        DeliberationVoided => state with { Deliberation = null },
        _ => null,
    };

    /// <summary>Why somebody cannot do this, or be named to it, because of a recusal; null where nothing is in the way.</summary>
    private static PersonRecused? RecusalProblem(CaseState state, CaseCommand command, Circumstances now) =>
        state.Recusals.IsEmpty ? null
        : state.IsRecused(now.Actor.User) && IsOfPeople(command) ? new PersonRecused(now.Actor.User)
        : command is INamesOfficers named && RecusedAmong(state, OfficerNames.Of(named.Officers)) is { } recused ? recused
        : null;

    // What other subjects tell the case is told in somebody's name, and must arrive.
    private static bool IsOfPeople(CaseCommand command) => !Marked<NotOfferedAttribute>.IsOn(command.GetType());

    private static Decision<CaseEvent> DecideAskRecusal(CaseState state, AskRecusal c, Circumstances now)
    {
        if ((FreeText.Missing("person", c.Person) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        var person = AccountName.Normalise(c.Person);
        if (state.IsRecused(person))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var found = now.Required<RecusedFound>();
        if (!found.Exists)
        {
            return new InvalidInput("person", $"没有{person}这个账户", $"There is no account {person}");
        }

        // The head's own recusal is decided by the heads together (行政处罚法 第四十三条第三款), and nobody decides on their own.
        var takesEffect = now.Required<UnderApproval>().Number > 0;
        // A number of minutes that somebody typed is no meeting: who met, presided and concluded is recorded with it.
        if (takesEffect && found.IsHead && !now.Knows<DecidedTogether>())
        {
            return new HeadRecusedTogether(person);
        }

        if (takesEffect && now.Actor.User == person)
        {
            return new DeciderTookPart(person);
        }

        var grounds = c.Grounds.Trimmed();
        var recused = new CasePersonRecused(new Recusal(person, now.Day, grounds.Reason, FreeText.Given(c.MinutesNumber)), grounds);
        if (!state.Officers.Contains(person))
        {
            return WithWhatWaits(state, person, CarriedDecision(state, person)
                ? [recused, .. DecideReturnForInvestigation(state, new ReturnForInvestigation(c.Grounds), now).Events]
                : [recused]);
        }

        // Two at least go on with it (行政处罚法 第四十二条).
        var officers = FreeText.Given(c.Replacement) is { } replacement
            ? WorkMove.Replaced(state.Officers, person, AccountName.Normalise(replacement))
            : state.Officers.Remove(person);
        var assigned = DecideAssignCaseOfficers(Apply(state, recused), new AssignCaseOfficers(officers, c.Grounds), now);
        return assigned.Refusal is { } refusal ? refusal : WithWhatWaits(state, person, [recused, .. assigned.Events]);
    }

    /// <summary>
    /// What of this person still waits does so no more: what the heads concluded with them is deliberated anew, and what they proposed is
    /// proposed by somebody else. That a measure taken on the spot is approved, and that somebody else steps aside, does not rest on who
    /// asked for it.
    /// </summary>
    private static CaseEvent[] WithWhatWaits(CaseState state, string person, ImmutableArray<CaseEvent> events)
    {
        var after = events.Aggregate(state, Apply);
        var isVoid = after is { IsUnderWay: true, Deliberation: { } held } && held.Participants.Contains(person);
        var waits = after.Approvals.Where(one => one.IsPending).ToList();
        var own = waits.Where(one => one.AskedBy == person && one.Step is not ApprovalStep.Recusal && ProposedBy(one) is not ConfirmMeasure)
            .Select(one => one.Number).ToImmutableArray();
        var rested = isVoid
            ? waits.Where(one => one.Step is ApprovalStep.Penalty).Select(one => one.Number).Except(own).ToImmutableArray() : [];
        return
        [
            .. events,
            .. isVoid ? [new DeliberationVoided(person)] : Array.Empty<CaseEvent>(),
            .. own.IsEmpty ? Array.Empty<CaseEvent>() : [new CaseProposalsLapsed(own, LapsedBecause.ProposerRecused)],
            .. rested.IsEmpty ? Array.Empty<CaseEvent>() : [new CaseProposalsLapsed(rested, LapsedBecause.DeliberationVoid)],
        ];
    }

    private static ApprovalRequest? PendingRecusal(CaseState? state, int number) =>
        Pending(state, number) is { Step: ApprovalStep.Recusal } request ? request : null;

    // Also where there is no other head: the heads of the sections and of the legal section meet without the one whom it is about.
    private static Decision<CaseEvent> DecideDecideRecusalTogether(CaseState state, DecideRecusalTogether c, Circumstances now)
    {
        if (PendingRecusal(state, c.Approval) is not { } request)
        {
            return new NothingToDecide(c.Approval);
        }

        var asked = (AskRecusal)ProposedBy(request);
        var person = AccountName.Normalise(asked.Person);
        if (!now.Required<RecusedFound>().IsHead)
        {
            return new InvalidInput(
                "approval",
                $"{Named.Person(person)}不是局负责人，其回避由负责人审批决定，不适用集体讨论",
                $"{Named.Person(person)} is none of the heads: that recusal is decided by the head, not together");
        }

        if ((Deliberated(state, c, mustBeHeaded: false, now, out var deliberation)
            ?? Approving.DayProblem("heldOn", c.HeldOn, ProposedOn(state, request))) is { } problem)
        {
            return problem;
        }

        if (now.Actor.User == person || deliberation!.Participants.Contains(person))
        {
            return new OwnRecusalDeliberated(person);
        }

        var together = new RecusalDeliberated(request.Number, deliberation, c.IsGranted, request.Summary);
        if (!c.IsGranted)
        {
            return (CaseEvent[])
            [
                together,
                new CaseStepReturned(
                    request.Number, deliberation.Chair, now.Now, deliberation.Conclusion, IsTakenBack: false, request.Summary),
            ];
        }

        var decided = asked with { MinutesNumber = deliberation.MinutesNumber, On = c.HeldOn };
        var effect = DecideByStage(state, decided, now.With(new UnderApproval(request.Number)).With(new DecidedTogether()).For(decided));
        return effect.Refusal is { } refusal ? refusal : (List<CaseEvent>)
        [
            together,
            new CaseStepApproved(request.Number, deliberation.Chair, now.Now, deliberation.Conclusion, request.Summary),
            .. effect.Events,
        ];
    }

    /// <summary>
    /// Whether what this person did carries a decision that is still to come: who reviewed the case, or presided over its hearing, does not
    /// do so any more, and the case is investigated, reviewed and heard anew (行政处罚法 第四十三条、第五十八条、第六十四条).
    /// </summary>
    private static bool CarriedDecision(CaseState state, string person) =>
        state.Stage is CaseStage.LegalReview or CaseStage.Hearing
        && (state.ReviewedBy == person || (state.Rights is { HeldOn: not null, Chair: var chair } && chair == person));

    /// <summary>Somebody who was recused is not named to the case again.</summary>
    private static PersonRecused? RecusedAmong(CaseState state, IEnumerable<string> people) =>
        people.FirstOrDefault(state.IsRecused) is { } person ? new PersonRecused(person) : null;
}

/// <summary>回避. Somebody who has no part in the case any more.</summary>
/// <param name="Person">回避人员. User name.</param>
/// <param name="On">决定日期. The day it was decided (Asia/Shanghai).</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="MinutesNumber">集体讨论记录编号. The number of the minutes, where the heads decided it together; or null.</param>
[GenerateSerializer, Immutable, Alias("case-recusal")]
public sealed record Recusal(string Person, DateOnly On, string Reason, string? MinutesNumber = null);

/// <summary>
/// 申请回避. Asks that somebody with an interest in the case, or close to a party, steps aside; the head decides (行政处罚法 第四十三条).
/// </summary>
/// <param name="Person">回避人员. User name of who shall step aside; also one's own.</param>
/// <param name="Grounds">理由与依据. Why; who asked, where the party did.</param>
/// <param name="Replacement">接替人员. User name of who takes the place of an investigator; may be left out while two remain.</param>
/// <param name="MinutesNumber">集体讨论记录编号. The number of the minutes, where one of the heads shall step aside and the others have met on it
/// already; what they decided is recorded by <see cref="DecideRecusalTogether"/> in any case.</param>
[GenerateSerializer, Immutable, Alias("case.ask-recusal"), AllowedTo(Proposers), Dated]
[ForEveryOfficer("whoever knows of an interest asks (行政处罚法 第四十三条)")]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, ReviewerIsInvestigator, ChairIsInvestigator>]
[Refuses<DeciderTookPart, HeadRecusedTogether>]
public sealed record AskRecusal(
    [Longest(100)] string Person,
    Grounds Grounds,
    [Longest(100)] string? Replacement = null,
    [Longest(200)] string? MinutesNumber = null)
    : CaseCommand, INeedsApproval, INamesOfficers
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Recusal;

    ImmutableArray<string>? INamesOfficers.Officers => FreeText.Given(Replacement) is { } replacement ? [replacement] : null;
}

/// <summary>
/// 集体讨论决定回避. Records how the heads together decided on the recusal of one of the heads: it takes effect by that, or is returned
/// (行政处罚法 第四十三条第三款). By anybody of the legal section or the leading group but the one whom it is about.
/// </summary>
/// <param name="Approval">审批序号. The number of the proposal that asks for the recusal.</param>
/// <param name="HeldOn">讨论日期. The day; not after today.</param>
/// <param name="Chair">主持人. User name of who presided: another head, or where there is none, the head of a section.</param>
/// <param name="Participants">参加人. User names of the others who decided; with who presided three at least, neither an investigator nor
/// the one whom it is about among them.</param>
/// <param name="MinutesNumber">讨论记录编号. The number of the minutes.</param>
/// <param name="IsGranted">决定回避. Whether the person steps aside.</param>
/// <param name="Conclusion">讨论结论. What was concluded, and why.</param>
[GenerateSerializer, Immutable, Alias("case.decide-recusal-together"), AllowedTo(Roles.Legal | Roles.Leader)]
[Refuses<NothingToDecide, TooFewParticipants, ParticipantIsInvestigator, OwnRecusalDeliberated>]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, ReviewerIsInvestigator, ChairIsInvestigator>]
public sealed record DecideRecusalTogether(
    int Approval,
    [IsDayOfAct] DateOnly HeldOn,
    [Longest(100)] string Chair,
    [Most(OfficerNames.Most)] ImmutableArray<string> Participants,
    [Longest(200)] string MinutesNumber,
    bool IsGranted,
    [Longest(1000)] string Conclusion) : CaseCommand, IDeliberates;

/// <summary>回避人员情况. What the shell found out of who shall step aside.</summary>
/// <param name="Exists">有账户. Whether an account bears the name.</param>
/// <param name="IsHead">负责人. Whether it is one of the heads.</param>
public sealed record RecusedFound(bool Exists, bool IsHead);

/// <summary>集体决定. That a recusal of a head takes effect because the heads decided it together, with who met, presided and
/// concluded.</summary>
internal sealed record DecidedTogether;

/// <summary>已决定回避. Somebody has no part in the case from now on.</summary>
/// <param name="Recusal">回避. Who, when and why.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.person-recused")]
public sealed record CasePersonRecused(Recusal Recusal, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"决定{Named.Person(Recusal.Person)}回避：{Recusal.Reason}", $"{Named.Person(Recusal.Person)} steps aside: {Recusal.Reason}");
}

/// <summary>集体讨论不作为处理依据. Somebody who took part in it has stepped aside since: the heads deliberate anew (行政处罚法 第四十三条、第五十七条).</summary>
/// <param name="Person">回避人员. User name.</param>
[Alias("case.deliberation-voided")]
public sealed record DeliberationVoided(string Person) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{Named.Person(Person)}参加过的集体讨论，因其回避不作为处理依据，应当重新讨论",
        $"{Named.Person(Person)}, who deliberated, has stepped aside: the heads deliberate anew");

    /// <inheritdoc/>
    public override string? LegalBasis => "行政处罚法 第四十三条、第五十七条";
}

/// <summary>回避已经集体讨论. The heads decided together whether one of the heads steps aside.</summary>
/// <param name="Approval">审批序号. The proposal that it decides.</param>
/// <param name="Deliberation">集体讨论. Who, when, and what was concluded.</param>
/// <param name="IsGranted">决定回避. Whether the person steps aside.</param>
/// <param name="What">摘要. What was asked.</param>
[Alias("case.recusal-deliberated")]
public sealed record RecusalDeliberated(int Approval, Deliberation Deliberation, bool IsGranted, BilingualText What) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => IsGranted
        ? new($"集体讨论同意：{What.Chinese}", $"Granted by the heads together: {What.English}")
        : new($"集体讨论不同意：{What.Chinese}", $"Not granted by the heads together: {What.English}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Deliberation.HeldOn;

    /// <inheritdoc/>
    public override string? LegalBasis => "行政处罚法 第四十三条第三款";

    /// <inheritdoc/>
    public override string? Document => Deliberation.MinutesNumber;
}

/// <summary>负责人的回避由集体讨论决定. No single person decides that a head steps aside (行政处罚法 第四十三条第三款).</summary>
/// <param name="User">用户名. Whose recusal it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.head-recused-together")]
public sealed record HeadRecusedTogether(string User) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(User)}是局负责人，其回避由负责人集体讨论决定，请登记集体讨论的决定",
        $"{Named.Person(User)} is one of the heads: the heads decide that recusal together; record what they decided");
}

/// <summary>本人不参加讨论. Who shall step aside neither takes part in that deliberation nor records it (行政处罚法 第四十三条).</summary>
/// <param name="User">用户名. Whose recusal it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.own-recusal-deliberated")]
public sealed record OwnRecusalDeliberated(string User) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"讨论的是{Named.Person(User)}的回避，本人不能参加讨论，也不能登记讨论的决定",
        $"It is {Named.Person(User)}'s own recusal: that person neither takes part in the deliberation nor records it");
}

/// <summary>应当回避. Who was recused has no part in the case.</summary>
/// <param name="User">用户名. Who.</param>
[GenerateSerializer, Immutable, Alias("refusal.person-recused")]
public sealed record PersonRecused(string User) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(User)}已被决定回避本案，不能再参与本案的办理、审核和决定",
        $"{Named.Person(User)} was recused and has no part in this case any more");
}
