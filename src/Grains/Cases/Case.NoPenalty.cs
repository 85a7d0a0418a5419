using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// How an investigation ends without a penalty: none is given, the party is no more, or the case is another authority's.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInNoPenalty(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        DecideNoPenalty or TerminateCase or PassOnCase when state.MustTransfer => Required(state), // 移送规定 第十一条
        DecideNoPenalty when (Undecidable(state) ?? Disputed(state)) is { } early => early, // 程序规定 第四十九条、第六十条
        TerminateCase when !state.IsUnderWay => new CaseNotInStage(state.Stage),
        PassOnCase when !state.IsUnderWay && state.Stage is not CaseStage.Lead => new CaseNotInStage(state.Stage),
        DecideNoPenalty c => DecideDecideNoPenalty(state, c, now),
        TerminateCase c => (c.Grounds.Problem()
            ?? OfNoParty(state, c.Because is TerminationGround.Death, c.Because is TerminationGround.OrganisationEnded)) is { } problem
            ? problem
            : state.OpenTasks is { IsEmpty: false } tasks ? new CaseHasOpenTasks([.. tasks])
            : new CaseTerminated(now.Day, c.Because, c.Grounds.Trimmed()),
        PassOnCase c => DecidePassOnCase(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInNoPenalty(CaseState state, CaseEvent happened) => happened switch
    {
        // 行政处罚法 第六十一条: it is served as a penalty is, and ends the case with that.
        NoPenaltyDecided { Decision.Grounds: not null } e => state with
        {
            Stage = CaseStage.Decided,
            NoPenalty = e.Decision,
            Approvals = state.Approvals.Ended(),
            Clocks = ImmutableArray<RunningClock>.Empty.Start(
                CaseDeadlines.Service, StatutoryRules.PenaltyService, ShanghaiTime.StartOf(e.Decision.DecidedOn)),
        },
        // As an earlier version had it, which did not serve it.
        NoPenaltyDecided e => Ended(
            state with { NoPenalty = e.Decision }, CaseStage.NoPenalty,
            new CaseEnd(e.Decision.DecidedOn, CaseOutcome.NoPenalty, e.Grounds)),
        CaseTerminated e => Ended(
            state with { TerminatedBecause = e.Because }, CaseStage.Terminated, new CaseEnd(e.On, CaseOutcome.Terminated, e.Grounds)),
        CasePassedOn e => Ended(
            state with { PassedOnTo = e.Agency }, CaseStage.PassedOn, new CaseEnd(e.On, CaseOutcome.PassedOn, e.Grounds)),
        _ => null,
    };

    /// <summary>
    /// Why nobody the case is about can have died, or ended, or null. A natural person dies, who runs a den and a self-employed one
    /// (个体工商户, whose code begins with 92) among them; what is no natural person ends (程序规定 第四十七条; 行政强制法 第四十条).
    /// </summary>
    private static InvalidInput? OfNoParty(CaseState state, bool isDeath, bool isEnd) =>
        isDeath && !state.AllParties.Any(MayDie) ? new InvalidInput(
            "because",
            "本案当事人均为法人或者其他组织，不适用“公民死亡”；该组织已经终止的，按组织终止办理",
            "No party of this case is a natural person, and none can have died; where the organisation has ended, say that")
        : isEnd && state.AllParties.All(party => party.Kind is not PartyKind.Enterprise) ? new InvalidInput(
            "because",
            "本案当事人均为自然人，不适用“法人或者其他组织终止”；当事人死亡的，按公民死亡办理",
            "No party of this case is an organisation, and none can have ended; where the person has died, say that")
        : null;

    private static bool MayDie(CaseParty party) =>
        party.Kind is not PartyKind.Enterprise || (party.CreditCode is { } code && CreditCode.IsOfOnePerson(code));

    private static Decision<CaseEvent> DecideProposeNoPenalty(ProposeNoPenalty c, Circumstances now) =>
        c.Grounds.Problem() is { } problem ? problem
        : new NoPenaltyProposed(now.At, new PenaltyProposal(now.Day, now.Actor.User, Penalty.None, c.Ground), c.Grounds.Trimmed());

    // Whoever decides may give no penalty also where one was proposed: that is not heavier than what the party was told.
    private static Decision<CaseEvent> DecideDecideNoPenalty(CaseState state, DecideNoPenalty c, Circumstances now)
    {
        var education = FreeText.Given(c.Education);
        if ((c.Grounds.Problem()
            // 行政处罚法 第三十三条第三款: whoever is not penalised is educated, where there was an act at all.
            ?? (c.Ground is NoPenaltyGround.NotProven ? null : FreeText.Missing("education", c.Education))) is { } problem)
        {
            return problem;
        }

        // What was reviewed is decided, or goes back (行政处罚法 第五十八条).
        if (state.Proposal?.NoPenalty is { } reviewed && reviewed != c.Ground)
        {
            return new InvalidInput(
                "ground",
                $"审核的不予处罚情形是“{Terms.Of(reviewed).Chinese}”；认为应适用其他情形的，退回重新提出",
                $"What was reviewed is '{Terms.Of(reviewed).English}'; return the case where another ground applies");
        }

        var grounds = c.Grounds.Trimmed();
        return state.OpenTasks is { IsEmpty: false } tasks ? new CaseHasOpenTasks([.. tasks])
            : c.Ground is not NoPenaltyGround.NotProven && SoldOrUnsold(state, now.Day) is { } unstated ? unstated
            : new NoPenaltyDecided(
                new NoPenaltyDecision(now.Day, now.Actor.User, c.Ground, education, grounds.DocumentNumber) { Grounds = grounds }, grounds);
    }

    // A suspected crime goes to the police with its own report, decision, clocks and answer (移送规定 第三条、第五条), not as another
    // authority's administrative case. What offends against public order and is no crime is the police's administrative case, and is passed
    // on as any other (治安管理处罚法 第七条; 程序规定 第十三条); the prosecutors have none.
    private static Refusal? OfCrime(CaseState state, Agency agency, DateOnly day) => agency.Kind switch
    {
        AgencyKind.Prosecutors => new InvalidInput(
            "agency",
            $"{Named.Agency(agency.Code)}不办理行政处罚案件，不能按管辖移送；涉嫌犯罪的，应当向公安机关启动涉嫌犯罪案件移送"
            + "（行政执法机关移送涉嫌犯罪案件的规定第三条）",
            $"{Named.Agency(agency.Code)} has no administrative cases: a suspected crime goes to the police by a crime transfer"),
        AgencyKind.Police when state.MustTransfer || !CrimesSuspected(state, state.Figures, day).IsEmpty => new InvalidInput(
            "agency",
            $"{Named.Agency(agency.Code)}是{Terms.Of(agency.Kind).Chinese}，涉嫌犯罪的案件不按管辖移送，应当启动涉嫌犯罪案件移送"
            + "（行政执法机关移送涉嫌犯罪案件的规定第三条）",
            $"{Named.Agency(agency.Code)} has to do with crime: a suspected crime is not passed on; open a crime transfer"),
        AgencyKind.Police when Unstated(state, day) is { IsEmpty: false } unstated => new CrimeFiguresNotStated([.. unstated]),
        _ => null,
    };

    /// <summary>
    /// The amounts by which the acts of a case become crimes, while nobody has said what they come to: whether it is one is then not known
    /// (移送规定 第三条). That there are none is said by recording none.
    /// </summary>
    private static ImmutableArray<CrimeFigure> Unstated(CaseState state, DateOnly day)
    {
        var figures = CrimeThresholds.FiguresOf(state.ViolationKinds, state.ProductClasses, LawDay(state, day));
        var isSaid = figures.Any(figure => state.Figures.Of(figure) > 0)
            || (state.HasNoAmounts is true && state.Figures.SaysTheSameAs(CaseFigures.None));
        return isSaid ? [] : figures;
    }

    /// <summary>
    /// Why it is not known yet whether the case goes to the police: its goods are worth enough for a crime, and nobody has said what was
    /// sold of them and what is left. No penalty takes the place of a transfer that way, and none is spared (移送规定 第三条、第十一条).
    /// </summary>
    private static CrimeFiguresNotStated? SoldOrUnsold(CaseState state, DateOnly day)
    {
        if (state.Duty is not null || Unstated(state, day) is not { IsEmpty: false } unstated)
        {
            return null;
        }

        var goods = state.Figures.GoodsValue;
        return CrimesSuspected(state, state.Figures with { SalesAmount = goods }, day).IsEmpty
            && CrimesSuspected(state, state.Figures with { UnsoldValue = goods }, day).IsEmpty
                ? null
                : new CrimeFiguresNotStated([.. unstated]);
    }

    private static Decision<CaseEvent> DecidePassOnCase(CaseState state, PassOnCase c, Circumstances now) =>
        (FreeText.Missing("agency", c.Agency) ?? c.Grounds.Problem() ?? FreeText.Missing("documentNumber", c.Grounds.DocumentNumber)
            ?? (Refusal?)now.NotOpen<Agency>("agency", c.Agency)
            ?? OfCrime(state, now.Open<Agency>(c.Agency)!, now.Day)) is { } problem ? problem
        : IsNotPassedOnAgain(state) ? new PassedOnBefore() // 程序规定 第十六条
        : state.OpenTasks is { IsEmpty: false } tasks ? new CaseHasOpenTasks([.. tasks])
        : new CasePassedOn(now.Day, now.Open<Agency>(c.Agency)!.Code, c.Grounds.Trimmed());
}

/// <summary>不予处罚情形. Why no penalty is given (行政处罚法 第三十三条、第五十七条).</summary>
[JsonConverter(typeof(WireNameConverter<NoPenaltyGround>))]
public enum NoPenaltyGround
{
    /// <summary>The act was slight, put right in time and did no harm.</summary>
    [Term("违法行为轻微并及时改正，没有造成危害后果", "slight and put right in time, without harm")]
    SlightAndCorrected,

    /// <summary>It was the first act, did slight harm and was put right in time.</summary>
    [Term("初次违法且危害后果轻微并及时改正", "first act, slight harm, put right in time")]
    FirstViolation,

    /// <summary>The party has shown that it is not at fault.</summary>
    [Term("当事人足以证明没有主观过错", "the party is shown not to be at fault")]
    NoFault,

    /// <summary>The act is not established.</summary>
    [Term("违法事实不能成立", "the act is not established")]
    NotProven,
}

/// <summary>终止调查情形. Why an investigation is terminated (程序规定 第四十七条).</summary>
[JsonConverter(typeof(WireNameConverter<TerminationGround>))]
public enum TerminationGround
{
    /// <summary>The person has died.</summary>
    [Term("涉嫌违法的公民死亡", "death of the person")]
    Death,

    /// <summary>The organisation has ended, and nobody has taken over its rights and duties.</summary>
    [Term("涉嫌违法的法人、其他组织终止，无权利义务承受人", "end of the organisation without a successor")]
    OrganisationEnded,

    /// <summary>Another circumstance for which an investigation is terminated.</summary>
    [Term("其他应当终止调查的情形", "another circumstance")]
    Other,
}

/// <summary>不予处罚决定. The decision not to penalise.</summary>
/// <param name="DecidedOn">决定日期. The day (Asia/Shanghai).</param>
/// <param name="DecidedBy">决定人. User name.</param>
/// <param name="Ground">情形. Why.</param>
/// <param name="Education">教育情况. How the party was educated; null where no act is established.</param>
/// <param name="Document">文书编号. The number of the decision, or null.</param>
[GenerateSerializer, Immutable, Alias("no-penalty-decision")]
public sealed record NoPenaltyDecision(DateOnly DecidedOn, string DecidedBy, NoPenaltyGround Ground, string? Education, string? Document)
{
    /// <summary>理由与依据. Why, with which the case ends when it is served; null of decisions from before they were.</summary>
    [Id(10)] public Grounds? Grounds { get; init; }
}

/// <summary>提出不予处罚建议. Ends the investigation with the proposal to give no penalty; it is reviewed as a penalty is (程序规定 第四十九条).</summary>
/// <param name="Ground">情形. Why none.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.propose-no-penalty"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage>]
public sealed record ProposeNoPenalty(NoPenaltyGround Ground, Grounds Grounds) : CaseCommand;

/// <summary>
/// 决定不予处罚. Decides after the review that no penalty is given, and records how the party was educated (行政处罚法 第三十三条、第五十七条).
/// </summary>
/// <param name="Ground">情形. Why none.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Education">教育情况. How the party was educated; left out only where no act is established.</param>
[GenerateSerializer, Immutable, Alias("case.decide-no-penalty"), AllowedTo(Proposers), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, ReviewNotPassed, CaseHasOpenTasks>]
[Refuses<CompetenceUnsettled, CrimeFiguresNotStated>]
public sealed record DecideNoPenalty(NoPenaltyGround Ground, Grounds Grounds, [Longest(1000)] string? Education = null)
    : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Penalty;
}

/// <summary>终止调查. Terminates the investigation because the party is no more (程序规定 第四十七条).</summary>
/// <param name="Because">情形. Why.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.terminate"), AllowedTo(Proposers), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, CaseHasOpenTasks>]
public sealed record TerminateCase(TerminationGround Because, Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Penalty;
}

/// <summary>
/// 移送其他机关. Passes the case on to the authority that is competent; what was passed on to this bureau is not passed on again (程序规定
/// 第十四条至第十六条).
/// </summary>
/// <param name="Agency">接收机关. The agency's code or name.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("case.pass-on"), AllowedTo(Proposers), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, CaseHasOpenTasks, PassedOnBefore>]
[Refuses<CrimeFiguresNotStated>]
public sealed record PassOnCase(
    [Listed<Agency>, Longest(ListedName.CodeLength)] string Agency,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Penalty;
}

/// <summary>不予处罚建议已提出. The investigation ended with the proposal to give no penalty.</summary>
/// <param name="At">提出时刻. When (UTC).</param>
/// <param name="Proposal">处理建议. What.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.no-penalty-proposed")]
public sealed record NoPenaltyProposed(DateTimeOffset At, PenaltyProposal Proposal, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Proposal.NoPenalty is { } ground
        ? new($"建议不予处罚：{Terms.Of(ground).Chinese}", $"No penalty proposed: {Terms.Of(ground).English}")
        : new("建议不予处罚", "No penalty proposed");
}

/// <summary>已决定不予处罚. No penalty is given.</summary>
/// <param name="Decision">不予处罚决定. Why, and how the party was educated.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.no-penalty-decided")]
public sealed record NoPenaltyDecided(NoPenaltyDecision Decision, Grounds Grounds) : CaseStep(Grounds), ICaseMilestone
{
    DateOnly? ICaseMilestone.On => Decision.DecidedOn;

    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"决定不予处罚：{Terms.Of(Decision.Ground).Chinese}", $"No penalty: {Terms.Of(Decision.Ground).English}");
}

/// <summary>调查已终止. The investigation was terminated.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Because">情形. Why.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.terminated")]
public sealed record CaseTerminated(DateOnly On, TerminationGround Because, Grounds Grounds) : CaseStep(Grounds), ICaseMilestone
{
    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"终止调查：{Terms.Of(Because).Chinese}", $"Investigation terminated: {Terms.Of(Because).English}");
}

/// <summary>案件已移送其他机关. Another authority has the case.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Agency">接收机关. The agency's code.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.passed-on")]
public sealed record CasePassedOn(DateOnly On, string Agency, Grounds Grounds) : CaseStep(Grounds), ICaseMilestone
{
    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary => new($"移送其他机关：{Named.Agency(Agency)}", $"Passed on to {Named.Agency(Agency)}");
}

/// <summary>
/// 建议的是不予处罚. No penalty was proposed and reviewed: the party is told of none, and none is decided; send the case back first.
/// </summary>
[GenerateSerializer, Immutable, Alias("refusal.no-penalty-was-proposed")]
public sealed record NoPenaltyWasProposed : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "本案建议并审核的是不予处罚；拟给予处罚的，应先退回补充调查，重新提出建议",
        "What was proposed and reviewed is to give no penalty; for a penalty, the case goes back to investigation and is proposed anew");
}

/// <summary>
/// 不得再次移送. What another authority passed on to this bureau, or declined, is not passed on again: the superior of both is asked (程序规定
/// 第十六条).
/// </summary>
[GenerateSerializer, Immutable, Alias("refusal.passed-on-before")]
public sealed record PassedOnBefore : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "本案由其他部门移送或者退回，不得再次移送；协商不成的，应当报请共同的上一级部门指定管辖",
        "The case was passed on to this bureau, or declined by another authority, and is not passed on again; failing agreement the "
        + "superior of both is asked to designate");
}

/// <summary>
/// 涉案数额未登记. Whether the act is a crime is told by amounts that nobody has recorded: they come first, and the police are given the case as
/// an administrative one only when it is none (移送规定 第三条).
/// </summary>
/// <param name="Figures">数额项目. The amounts that decide it.</param>
[GenerateSerializer, Immutable, Alias("refusal.crime-figures-not-stated")]
public sealed record CrimeFiguresNotStated(IReadOnlyList<CrimeFigure> Figures) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"是否涉嫌犯罪尚不清楚：请先登记涉案数额（{Terms.OfAll(Figures).Chinese}），查明没有的登记为零，再决定是否移送公安机关"
        + "（行政执法机关移送涉嫌犯罪案件的规定第三条）",
        $"Whether it is a crime is not known: record the amounts first ({Terms.OfAll(Figures).English}), as zero where there are none");
}
