using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The penalty that is proposed, and its legal review.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInReview(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        ProposePenalty when state.Stage is not CaseStage.Investigation => new CaseNotInStage(state.Stage),
        ProposePenalty c => DecideProposePenalty(c, now),
        ReturnForInvestigation or PassLegalReview when state.Stage is not CaseStage.LegalReview || state.ReviewedBy is not null => new CaseNotInStage(state.Stage),
        ReturnForInvestigation or PassLegalReview when state.Investigators.Contains(now.Actor.User) => new ReviewerIsInvestigator(now.Actor.User), // 行政处罚法 第五十八条
        ReturnForInvestigation c => c.Grounds.Problem() is { } problem ? problem : new CaseReturnedForInvestigation(c.Grounds.Trimmed()),
        PassLegalReview c => c.Grounds.Problem() is { } problem ? problem : new LegalReviewPassed(now.Actor.User, state.Proposal!.Penalty.OffersHearing(state.Lead.Party), c.Grounds.Trimmed()), // 行政处罚法 第六十三条
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInReview(CaseState state, CaseEvent happened) => happened switch
    {
        PenaltyProposed e => state with
        {
            Stage = CaseStage.LegalReview,
            Proposal = e.Proposal,
            Clocks = state.Clocks.Start(CaseDeadlines.LegalReview, StatutoryRules.PenaltyLegalReview, e.At),
        },
        CaseReturnedForInvestigation => state with { Stage = CaseStage.Investigation, Proposal = null, Clocks = state.Clocks.Stop(CaseDeadlines.LegalReview) },
        LegalReviewPassed e => state with
        {
            Stage = e.OffersHearing ? CaseStage.Hearing : CaseStage.LegalReview,
            ReviewedBy = e.Reviewer,
            Clocks = state.Clocks.Stop(CaseDeadlines.LegalReview),
        },
        _ => null,
    };

    private static Decision<CaseEvent> DecideProposePenalty(ProposePenalty c, Circumstances now)
    {
        var penalty = new Penalty(c.Fine.Fen, c.ConfiscatedGains.Fen, c.ConfiscatedGoods.Fen, [.. c.Others.Distinct().Order()]);
        return Implausible(penalty) is { } wrong ? wrong
            : c.Grounds.Problem() is { } problem ? problem
            : new PenaltyProposed(now.Now, new PenaltyProposal(now.Today, now.Actor.User, penalty), c.Grounds.Trimmed());
    }
}

/// <summary>处罚建议. What the investigators propose.</summary>
/// <param name="ProposedOn">提出日期. The day (Asia/Shanghai).</param>
/// <param name="ProposedBy">提出人. Who.</param>
/// <param name="Penalty">处罚. What.</param>
[GenerateSerializer, Immutable, Alias("penalty-proposal")]
public sealed record PenaltyProposal(DateOnly ProposedOn, string ProposedBy, Penalty Penalty);

/// <summary>提出处罚建议. Ends the investigation with a proposal and hands the file to legal review.</summary>
/// <param name="Fine">罚款. The fine.</param>
/// <param name="ConfiscatedGains">没收违法所得.</param>
/// <param name="ConfiscatedGoods">没收非法财物货值.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.propose-penalty"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record ProposePenalty(
    Yuan Fine, [Optional] Yuan ConfiscatedGains, [Optional] Yuan ConfiscatedGoods, [Optional, Most(50)] ImmutableArray<PenaltyKind> Others, Grounds Grounds) : CaseCommand;

/// <summary>退回补充调查. Legal review sends the file back.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.return-for-investigation"), AllowedTo(Reviewers)]
[Refuses<CaseNotInStage, ReviewerIsInvestigator>]
public sealed record ReturnForInvestigation(Grounds Grounds) : CaseCommand;

/// <summary>通过法制审核. Legal review passes the proposal; the reviewer must not have investigated (行政处罚法 第五十八条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.pass-legal-review"), AllowedTo(Reviewers)]
[Refuses<CaseNotInStage, ReviewerIsInvestigator>]
public sealed record PassLegalReview(Grounds Grounds) : CaseCommand;

/// <summary>处罚建议已提出. The investigation ended with a proposal.</summary>
/// <param name="At">提出时刻. When (UTC).</param>
/// <param name="Proposal">处罚建议. What.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.penalty-proposed")]
public sealed record PenaltyProposed(DateTimeOffset At, PenaltyProposal Proposal, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建议罚没款{CaseTexts.Yuan(Proposal.Penalty.Money)}元", $"Proposed: {CaseTexts.Yuan(Proposal.Penalty.Money)} yuan");
}

/// <summary>已退回补充调查. Legal review sent it back.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.returned-for-investigation")]
public sealed record CaseReturnedForInvestigation(Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"退回补充调查：{Grounds.Reason}", $"Returned: {Grounds.Reason}");
}

/// <summary>法制审核已通过. Legal review passed the proposal.</summary>
/// <param name="Reviewer">审核人. Who.</param>
/// <param name="OffersHearing">应当告知听证. Whether a hearing must be offered.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.legal-review-passed")]
public sealed record LegalReviewPassed(string Reviewer, bool OffersHearing, Grounds Grounds) : CaseStep(Grounds)
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
    public override BilingualText Message => new($"{Reviewer}是本案办案人员，不能担任法制审核人", $"{Reviewer} investigated this case and cannot review it");
}

/// <summary>法制审核未通过. Legal review comes before notice and decision (行政处罚法 第五十八条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.review-not-passed")]
public sealed record ReviewNotPassed : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("法制审核尚未通过", "Legal review has not been passed");
}
