using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What the investigators propose, and its review.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInReview(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        ProposePenalty or ProposeNoPenalty when state.Stage is not CaseStage.Investigation => new CaseNotInStage(state.Stage),
        ProposePenalty c => DecideProposePenalty(state, c, now),
        ProposeNoPenalty c => DecideProposeNoPenalty(c, now),
        ReturnForInvestigation or PassLegalReview when state.Stage is not (CaseStage.LegalReview or CaseStage.Hearing) =>
            new CaseNotInStage(state.Stage),
        PassLegalReview when state.ReviewedBy is not null => new CaseNotInStage(state.Stage),
        // 行政处罚法 第五十八条
        ReturnForInvestigation or PassLegalReview when state.Inquirers.Contains(now.Actor.User) =>
            new ReviewerIsInvestigator(now.Actor.User),
        ReturnForInvestigation c => DecideReturnForInvestigation(state, c, now),
        PassLegalReview c => DecidePassLegalReview(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInReview(CaseState state, CaseEvent happened) => happened switch
    {
        PenaltyProposed { OffersHearing: true } e => state with { Stage = CaseStage.Hearing, Proposal = e.Proposal },
        PenaltyProposed e => ToReview(state with { Proposal = e.Proposal }, e.At),
        NoPenaltyProposed e => ToReview(state with { Proposal = e.Proposal }, e.At),
        CaseReturnedForInvestigation => ToInvestigation(state, NoticeOf(state)) with
        {
            Clocks = WithoutHearing(state.Clocks).Stop(CaseDeadlines.LegalReview).Stop(CaseDeadlines.Statement),
            // A decision that waits for the head was proposed on what is history now.
            Approvals = state.Approvals.Lapsed(one => one.IsPending && one.Step is ApprovalStep.Penalty),
        },
        // Where the party knew its rights before, what is left is the decision.
        LegalReviewPassed e => state with
        {
            Stage = e.OffersHearing && state.Rights is null ? CaseStage.Hearing : CaseStage.LegalReview,
            ReviewedBy = e.Reviewer,
            Clocks = state.Clocks.Stop(CaseDeadlines.LegalReview),
        },
        _ => null,
    };

    // What the party was told of is kept when the case begins anew: a heavier penalty is held against it (行政处罚法 第四十五条第二款).
    private static EarlierNotice? NoticeOf(CaseState state) => state is { Rights: { } told, Proposal: { } proposal }
        ? new EarlierNotice(told.ServedOn, proposal.Penalty, told.Answer, told.HeldOn)
        : null;

    private static ImmutableArray<string>? ReviewersOf(CaseState state) =>
        new[] { state.ReviewedBy, state.Rights?.Chair }.OfType<string>().ToImmutableArray() is { IsEmpty: false } names ? names : null;

    // What was proposed, reviewed and told is history: the investigation goes on, or the lead is looked at anew.
    private static CaseState ToInvestigation(CaseState state, EarlierNotice? notice) => state with
    {
        Stage = state.FiledOn is null ? CaseStage.Lead : CaseStage.Investigation,
        Proposal = null,
        ReviewedBy = null,
        Rights = null,
        Deliberation = null,
        EarlierNotices = WithNotice(state, notice),
    };

    private static ImmutableArray<EarlierNotice> WithNotice(CaseState state, EarlierNotice? notice) =>
        notice is null ? state.EarlierNotices : state.EarlierNotices.Add(notice);

    private static CaseState ToReview(CaseState state, DateTimeOffset at) => state with
    {
        Stage = CaseStage.LegalReview,
        Clocks = state.Clocks.Start(CaseDeadlines.LegalReview, StatutoryRules.PenaltyLegalReview, at),
    };

    private static Decision<CaseEvent> DecideProposePenalty(CaseState state, ProposePenalty c, Circumstances now)
    {
        var penalty = Penalty.Of(c);
        if ((Implausible(penalty) ?? c.Grounds.Problem() ?? (Refusal?)BeyondGains(state, penalty, now.Day)
            ?? (Refusal?)BeyondLines(state, "confiscatedGoodsCny", penalty.ConfiscatedGoods)
            ?? SoldOrUnsold(state, now.Day)) is { } problem)
        {
            return problem;
        }

        // 行政处罚法 第四十五条第二款: what is heavier than the party was told once rests on what was found since, not on its defence.
        var newFacts = FreeText.Given(c.NewFacts);
        var wasDefended = state.EarlierNotices.Any(told =>
            told.Answer is PartyAnswer.Statement or PartyAnswer.HearingRequested && penalty.HeavierThan(told.Penalty) is not null);
        // 听证办法 第五条, 程序规定 第五十条: where a hearing has to be offered, notice and hearing come before the review.
        var offers = penalty.OffersHearing(state.AllParties, now.Day, HearingFrom(now));
        return wasDefended && newFacts is null
            ? new HeavierAfterDefence()
            : new PenaltyProposed(
                now.At,
                new PenaltyProposal(now.Day, now.Actor.User, penalty) { OffersHearing = offers },
                c.Grounds.Trimmed(),
                offers,
                newFacts);
    }

    private static Decision<CaseEvent> DecideReturnForInvestigation(CaseState state, ReturnForInvestigation c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        var returned = new CaseReturnedForInvestigation(c.Grounds.Trimmed(), now.Day) { Reviewed = ReviewersOf(state) };
        return HearingPause(state) is { } open ? (CaseEvent[])[returned, new CasePauseEnded(open, now.At)] : returned;
    }

    private static Decision<CaseEvent> DecidePassLegalReview(CaseState state, PassLegalReview c, Circumstances now) =>
        state.Rights?.Chair == now.Actor.User ? new ChairIsReviewer(now.Actor.User) // 听证办法 第十条
        : c.Grounds.Problem() is { } problem ? problem
        : state.Stage is CaseStage.Hearing && NoticeUnanswered(state, now) is { } unanswered ? unanswered // 程序规定 第五十条
        : new LegalReviewPassed(now.Actor.User, MustOfferHearing(state, now), c.Grounds.Trimmed(), now.Day); // 行政处罚法 第六十三条
}

/// <summary>处理建议. What the investigators propose.</summary>
/// <param name="ProposedOn">提出日期. The day (Asia/Shanghai).</param>
/// <param name="ProposedBy">提出人. Who.</param>
/// <param name="Penalty">处罚. What; nothing where no penalty is proposed.</param>
/// <param name="NoPenalty">不予处罚情形. Why no penalty is proposed; null where one is.</param>
[GenerateSerializer, Immutable, Alias("penalty-proposal")]
public sealed record PenaltyProposal(DateOnly ProposedOn, string ProposedBy, Penalty Penalty, NoPenaltyGround? NoPenalty = null)
{
    /// <summary>告知听证. Whether the party is told that it may ask for a hearing, by the figures of its day; null where no penalty is
    /// proposed,
    /// and from before that was kept.</summary>
    [Id(10)] public bool? OffersHearing { get; init; }
}

/// <summary>以前的权利告知. A notice of rights from before the case went back to investigation.</summary>
/// <param name="ServedOn">送达日期. The day it was served (Asia/Shanghai).</param>
/// <param name="Penalty">告知的处罚. What the party was told of.</param>
/// <param name="Answer">答复. What the party answered, or null.</param>
/// <param name="HeldOn">听证举行日期. The day a hearing was held, or null.</param>
[GenerateSerializer, Immutable, Alias("earlier-notice")]
public sealed record EarlierNotice(DateOnly ServedOn, Penalty Penalty, PartyAnswer? Answer, DateOnly? HeldOn);

/// <summary>
/// 提出处罚建议. Ends the investigation with a proposal: it goes to the review, or first to the party where a hearing has to be offered.
/// </summary>
/// <param name="Fine">罚款. The fine.</param>
/// <param name="ConfiscatedGains">没收违法所得.</param>
/// <param name="ConfiscatedGoods">没收非法财物货值.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="NewFacts">新查明的事实. What was found since, where it is heavier than what the party was told of before and defended
/// itself against.</param>
/// <param name="SuspensionDays">暂扣天数. For how many days a licence is suspended, where one is.</param>
[GenerateSerializer, Immutable, Alias("case.propose-penalty"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, HeavierAfterDefence, GainsBeyondLaw, BeyondGoodsLines, CrimeFiguresNotStated>]
public sealed record ProposePenalty(
    Yuan Fine,
    [Optional] Yuan ConfiscatedGains,
    [Optional] Yuan ConfiscatedGoods,
    [Optional, Most(50)] ImmutableArray<PenaltyKind> Others,
    Grounds Grounds,
    [Longest(1000)] string? NewFacts = null,
    int? SuspensionDays = null) : CaseCommand, IGivesPenalty;

/// <summary>
/// 退回补充调查. Whoever reviews sends the file back, at any time before the decision; review, notice and answer are history then.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.return-for-investigation"), AllowedTo(Reviewers), Dated]
[Refuses<CaseNotInStage, ReviewerIsInvestigator>]
public sealed record ReturnForInvestigation(Grounds Grounds) : CaseCommand;

/// <summary>
/// 通过审核. The review passes the proposal, after the hearing where one was held; the reviewer must not have investigated (行政处罚法 第五十八条,
/// 程序规定 第五十条).
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.pass-legal-review"), AllowedTo(Reviewers), Dated]
[Refuses<CaseNotInStage, ReviewerIsInvestigator, ChairIsReviewer, RightsNotNotified>]
[Refuses<HearingNotHeld, HearingReportMissing, StatementPeriodRuns>]
public sealed record PassLegalReview(Grounds Grounds) : CaseCommand;

/// <summary>处罚建议已提出. The investigation ended with a proposal.</summary>
/// <param name="At">提出时刻. When (UTC).</param>
/// <param name="Proposal">处罚建议. What.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="OffersHearing">应当告知听证. Whether the party is told of its rights before the review; null from before that order.</param>
/// <param name="NewFacts">新查明的事实. What was found since the party was told of a lighter one, or null.</param>
[Alias("case.penalty-proposed")]
public sealed record PenaltyProposed(
    DateTimeOffset At, PenaltyProposal Proposal, Grounds Grounds, bool? OffersHearing = null, string? NewFacts = null) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建议罚没款{CaseTexts.Yuan(Proposal.Penalty.Money)}元", $"Proposed: {CaseTexts.Yuan(Proposal.Penalty.Money)} yuan");
}

/// <summary>已退回补充调查. Whoever reviews sent it back.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="On">日期. The day (Asia/Shanghai); null from before it was kept.</param>
[Alias("case.returned-for-investigation")]
public sealed record CaseReturnedForInvestigation(Grounds Grounds, DateOnly? On = null) : CaseStep(Grounds), ICaseMilestone, IBeginsAnew
{
    /// <inheritdoc/>
    public ImmutableArray<string>? Reviewed { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"退回补充调查：{Grounds.Reason}", $"Returned: {Grounds.Reason}");
}

/// <summary>法制审核已通过. Legal review passed the proposal.</summary>
/// <param name="Reviewer">审核人. Who.</param>
/// <param name="OffersHearing">应当告知听证. Whether a hearing must be offered.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="On">日期. The day (Asia/Shanghai); null from before it was kept.</param>
[Alias("case.legal-review-passed")]
public sealed record LegalReviewPassed(string Reviewer, bool OffersHearing, Grounds Grounds, DateOnly? On = null)
    : CaseStep(Grounds), ICaseMilestone
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("法制审核通过", "Legal review passed");
}

/// <summary>审核人不得为办案人员. Who investigated a case does not review it (行政处罚法 第五十八条).</summary>
/// <param name="Reviewer">审核人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.reviewer-is-investigator")]
public sealed record ReviewerIsInvestigator(string Reviewer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(Reviewer)}是本案办案人员，不能担任法制审核人",
        $"{Named.Person(Reviewer)} investigated this case and cannot review it");
}

/// <summary>法制审核未通过. Legal review comes before notice and decision (行政处罚法 第五十八条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.review-not-passed")]
public sealed record ReviewNotPassed : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("法制审核尚未通过", "Legal review has not been passed");
}

/// <summary>申辩后加重. A penalty is not heavier because the party defended itself (行政处罚法 第四十五条第二款).</summary>
[GenerateSerializer, Immutable, Alias("refusal.heavier-after-defence")]
public sealed record HeavierAfterDefence : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "拟处罚重于当事人陈述、申辩时所告知的处罚；不得因申辩而加重，请写明新查明的事实",
        "The penalty is heavier than the one that the party defended itself against; it must not be so because of the defence: "
            + "say what was found since");
}
