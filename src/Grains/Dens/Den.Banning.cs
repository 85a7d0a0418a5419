using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

// A den is banned (取缔): officers propose it on a case that was decided or an order after which the district government granted it, the head
// or an authorised deputy decides (行政处罚法 第五十七条; 无证无照经营查处办法 第五条; 工业产品生产许可证管理条例 第四十五条).
public static partial class Den
{
    private static Decision<DenEvent>? DecideInBanning(DenState den, DenCommand command, Circumstances now) => command switch
    {
        BanDen or ApproveDenBan or ReturnDenBan when den.End is { } end => new DenHasEnded(den.Number, den.Details.Name, end.EndedOn),
        BanDen c => DecideBanDen(den, c, now),
        ApproveDenBan c => DecideApproveDenBan(den, c, now),
        ReturnDenBan c => DecideReturnDenBan(den, c, now),
        WithdrawDenBan c => DecideWithdrawDenBan(den, c, now),
        _ => Decision<DenEvent>.NotOfThisStage,
    };

    private static DenState? ApplyInBanning(DenState den, DenEvent happened) => happened switch
    {
        DenBanProposed e => den with { Approvals = den.Approvals.Add(e.Request) },
        DenBanned e => NothingDue(den) with
        {
            Status = DenStatus.Banned,
            Bans = den.Bans.Add(e.Ban),
            Approvals = den.Approvals.Decided(e.Approval, ApprovalOutcome.Approved, e.By, e.At, e.Opinion),
        },
        DenBanReturned e => den with
        {
            Approvals = den.Approvals.Decided(
                e.Approval, e.IsTakenBack ? ApprovalOutcome.Withdrawn : ApprovalOutcome.Returned, e.By, e.At, e.Reason),
        },
        DenBanWithdrawn e => Standing(den with { Bans = den.Bans.Remove(e.Ban) }),
        _ => null,
    };

    // Where nothing bans it any more, it is as it was found.
    private static DenState Standing(DenState den) => den with
    {
        Status = den.Status is DenStatus.Ended ? DenStatus.Ended : den.Bans.IsEmpty ? DenStatus.Found : DenStatus.Banned,
    };

    /// <summary>The command that an approval carries out: the ban that is proposed.</summary>
    /// <param name="den">The den, or null.</param>
    /// <param name="command">The command that was given.</param>
    internal static DenCommand? Carried(DenState? den, DenCommand command) => command switch
    {
        ApproveDenBan c when Pending(den, c.Approval) is { } request => ProposedBy(request),
        ReturnDenBan c when Pending(den, c.Approval) is { } request => ProposedBy(request),
        _ => null,
    };

    /// <summary>提请日期. The day on which a ban was proposed: that on which it was entered, or the earlier one on which it is said to have
    /// been.</summary>
    /// <param name="request">The proposal.</param>
    public static DateOnly ProposedOn(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ProposedBy(request).On ?? ShanghaiTime.DayOf(request.AskedAt);
    }

    private static BanDen ProposedBy(ApprovalRequest request) => (BanDen)Concept.ReadCommand(request.Command, request.Body);

    private static ApprovalRequest? Pending(DenState? den, int number) =>
        den?.Approvals.FirstOrDefault(one => one.Number == number && one.IsPending);

    private static Decision<DenEvent> DecideBanDen(DenState den, BanDen c, Circumstances now)
    {
        if (BanProblem(den, c, now) is { } problem)
        {
            return problem;
        }

        if (den.Bans.Any(ban => IsOn(ban, c)))
        {
            return Decision<DenEvent>.AlreadySo;
        }

        var proposed = c with
        {
            ExpectedVersion = null,
            Grounds = c.Grounds.Trimmed(),
            Case = FreeText.Given(c.Case),
            Order = FreeText.Given(c.Order),
        };
        var (name, body) = Concept.WriteCommand(proposed);
        return den.Approvals.FirstOrDefault(one => one.IsPending) is { } pending
            ? new ApprovalPending(pending.Number, pending.AskedBy)
            : new DenBanProposed(new ApprovalRequest(
                den.Approvals.Length + 1, ApprovalStep.DenBan, name, body, Summary(BanOf(c, now)), now.Actor.User, now.Now));
    }

    private static Decision<DenEvent> DecideApproveDenBan(DenState den, ApproveDenBan c, Circumstances now)
    {
        if (Pending(den, c.Approval) is not { } request)
        {
            return new NothingToDecide(c.Approval);
        }

        var proposed = ProposedBy(request);
        return Approving.Problem(request, ProposedOn(request), TookPart(now), now) is { } problem ? problem
            : BanProblem(den, proposed, now) is { } noBasis ? noBasis
            : new DenBanned(BanOf(proposed, now), request.Number, now.Actor.User, now.Now, FreeText.Given(c.Opinion));
    }

    private static Decision<DenEvent> DecideReturnDenBan(DenState den, ReturnDenBan c, Circumstances now)
    {
        if (FreeText.Missing("reason", c.Reason) is { } missing)
        {
            return missing;
        }

        if (Pending(den, c.Approval) is not { } request)
        {
            return new NothingToDecide(c.Approval);
        }

        var isTakenBack = now.Actor.User == request.AskedBy;
        return !isTakenBack && Approving.Problem(request, ProposedOn(request), TookPart(now), now) is { } problem
            ? problem
            : new DenBanReturned(request.Number, now.Actor.User, now.Now, c.Reason.Trim(), isTakenBack);
    }

    // What it rested on stands no more: the ban falls with it, and is counted no more. While it stands, the ban is nobody's to undo alone.
    private static Decision<DenEvent> DecideWithdrawDenBan(DenState den, WithdrawDenBan c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (c.Ban < 1 || c.Ban > den.Bans.Length)
        {
            return new NoSuchBan(c.Ban);
        }

        var ban = den.Bans[c.Ban - 1];
        var found = now.Required<BanBasisFound>();
        if (CaseProblem(den, ban.Case, found.Case, now) is null && OrderProblem(den, ban.Order, found.Order, now) is null)
        {
            return new BanStands(string.Join('、', new[] { ban.Case, ban.Order }.OfType<string>()));
        }

        // What the district government banned after an order is counted there, and taken back there.
        var facts = ban.Order is not null ? [] : now.Required<CountedSoFar>().Reversing(Measure.ProducersBanned)
            .Where(fact => fact.Day == ban.BannedOn).Select(fact => fact with { Amount = -1 }).Take(1).ToImmutableArray();
        return new DenBanWithdrawn(ban, now.Today, facts, c.Grounds.Trimmed());
    }

    // Nobody decides alone: who investigated the case does not, and nobody who handled the order (行政处罚法 第五十七条).
    private static IEnumerable<string> TookPart(Circumstances now)
    {
        var (found, order) = now.Required<BanBasisFound>();
        return [.. found?.TookPart ?? [], .. order is null ? [] : Rectification.TookPart(order)];
    }

    private static Refusal? BanProblem(DenState den, BanDen c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (FreeText.Given(c.Case) is null && FreeText.Given(c.Order) is null)
        {
            return new InvalidInput(
                "case", "请写明作为依据的案件，或者经区政府同意取缔的整改", "Give the case that it rests on, or the order after which it was granted");
        }

        var found = now.Required<BanBasisFound>();
        return CaseProblem(den, FreeText.Given(c.Case), found.Case, now) ?? OrderProblem(den, FreeText.Given(c.Order), found.Order, now);
    }

    // The party had notice, hearing and review in the case, and its decision, before it was banned (行政处罚法 第四十四条、第六十三条).
    private static Refusal? CaseProblem(DenState den, string? given, CaseState? found, Circumstances now) => (given, found) switch
    {
        (null, _) => null,
        ({ } number, null) => new NotFound("case", number),
        (_, { } known) when known.AllParties.All(party => party.Den != den.Number) => new BasisOfAnother(known.Number, den.Number),
        // What was annulled bans nobody, and a decision is one for the party when it is served (行政处罚法 第六十一条、第七十五条).
        (_, { Decision: not null, Execution: { AnnulledOn: null, ServedOn: { } served } }) when served <= now.Day => null,
        (_, { } known) => new NothingBansYet(known.Number),
    };

    private static Refusal? OrderProblem(DenState den, string? given, RectificationState? found, Circumstances now) => (given, found) switch
    {
        (null, _) => null,
        ({ } number, null) => new NotFound("rectification", number),
        (_, { } known) when known.Order.Den != den.Number => new BasisOfAnother(known.Number, den.Number),
        (_, { } known) when known.Taken(RectificationMeasure.Banning) is { Answer: { Granted: true, AnsweredOn: var on } }
            && on <= now.Day => null,
        (_, { } known) => new NothingBansYet(known.Number),
    };

    private static bool IsOn(DenBan ban, BanDen c) => (ban.Case, ban.Order) == (FreeText.Given(c.Case), FreeText.Given(c.Order));

    private static DenBan BanOf(BanDen c, Circumstances now) =>
        new(now.Day, FreeText.Given(c.Case), FreeText.Given(c.Order), c.Grounds.Trimmed());

    /// <summary>In one line for people, what a ban says.</summary>
    /// <param name="ban">The ban.</param>
    internal static BilingualText Summary(DenBan ban)
    {
        var basis = string.Join('、', new[] { ban.Case, ban.Order }.OfType<string>());
        return new($"取缔窝点（{basis}）：{ban.Grounds.Reason}", $"The den is banned ({basis}): {ban.Grounds.Reason}");
    }
}

/// <summary>取缔. How a den was banned.</summary>
/// <param name="BannedOn">取缔日. The day (Asia/Shanghai).</param>
/// <param name="Case">案件编号. The case that it rests on, or null.</param>
/// <param name="Order">整改编号. The order after which the district government granted it, or null.</param>
/// <param name="Grounds">理由与依据. Why, and the document's number.</param>
[GenerateSerializer, Immutable, Alias("den-ban")]
public sealed record DenBan(DateOnly BannedOn, string? Case, string? Order, Grounds Grounds);

/// <summary>取缔窝点. Proposes to ban a den; it is banned when the head or an authorised deputy approves (无证无照经营查处办法 第五条;
/// 工业产品生产许可证管理条例 第四十五条).</summary>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
/// <param name="Case">案件编号. A case about the den in which a penalty was decided that was served and stands.</param>
/// <param name="Order">整改编号. An order to the den after which the district government granted the ban.</param>
[GenerateSerializer, Immutable, Alias("den.ban"), AllowedTo(Handling), ForEveryOfficer(ByThoseOfTheBasis), Dated]
[Refuses<DenHasEnded, BasisOfAnother, NothingBansYet>]
public sealed record BanDen(
    Grounds Grounds,
    [Longest(100)] string? Case = null,
    [Longest(100)] string? Order = null) : DenCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.DenBan;
}

/// <summary>批准取缔窝点. Approves a ban that was proposed; the den is banned from then on. By the head or an authorised deputy who did not
/// investigate the case.</summary>
/// <param name="Approval">审批序号. The proposal's number.</param>
/// <param name="Opinion">审批意见. What the head says to it.</param>
[GenerateSerializer, Immutable, Alias("den.approve-ban"), AllowedTo(Handling), ForEveryOfficer(ByThoseWhoDecide), Dated, CarriesOut]
[Refuses<NothingToDecide, NotAuthorisedToDecide, DeciderTookPart>]
public sealed record ApproveDenBan(int Approval, [Longest(1000)] string? Opinion) : DenCommand, IDecidesProposals;

/// <summary>退回取缔窝点的提请. Returns a ban that was proposed, with a reason; whoever proposed it takes it back by the same.</summary>
/// <param name="Approval">审批序号. The proposal's number.</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("den.return-ban"), AllowedTo(Handling), ForEveryOfficer(ByThoseWhoDecide)]
[Refuses<NothingToDecide, NotAuthorisedToDecide, DeciderTookPart, DenHasEnded>]
public sealed record ReturnDenBan(int Approval, [Longest(Grounds.LongestReason)] string Reason) : DenCommand, IDecidesProposals;

/// <summary>撤销取缔. Takes back a ban whose decision was annulled, or whose grant was taken back; what was counted of it is counted no more.
/// The head of the section records it (行政处罚法 第七十五条).</summary>
/// <param name="Ban">取缔序号. Which of its bans, from 1.</param>
/// <param name="Grounds">理由与依据. Why, and the document's number.</param>
[GenerateSerializer, Immutable, Alias("den.withdraw-ban"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<NoSuchBan, BanStands>]
public sealed record WithdrawDenBan(int Ban, Grounds Grounds) : DenCommand;

/// <summary>取缔依据. What the shell found of the case and the order that a ban rests on.</summary>
/// <param name="Case">案件. As it stands; null where none is named or there is none.</param>
/// <param name="Order">整改. As it stands; null where none is named or there is none.</param>
public sealed record BanBasisFound(CaseState? Case, RectificationState? Order);

/// <summary>已提请取缔窝点. A ban was proposed to the head.</summary>
/// <param name="Request">审批事项. What was proposed, by whom.</param>
[Alias("den.ban-proposed")]
public sealed record DenBanProposed(ApprovalRequest Request) : DenEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"提请审批：{Request.Summary.Chinese}", $"Proposed: {Request.Summary.English}");
}

/// <summary>窝点已取缔. The head approved the ban.</summary>
/// <param name="Ban">取缔. On what it rests.</param>
/// <param name="Approval">审批序号. The proposal's number.</param>
/// <param name="By">审批人. User name.</param>
/// <param name="At">审批时刻. When (UTC).</param>
/// <param name="Opinion">审批意见. Or null.</param>
[Alias("den.banned")]
public sealed record DenBanned(DenBan Ban, int Approval, string By, DateTimeOffset At, string? Opinion) : DenStep(Ban.Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Den.Summary(Ban);

    /// <summary>The day on which it was banned.</summary>
    public override DateOnly? EffectiveOn => Ban.BannedOn;
}

/// <summary>取缔窝点的提请已退回. The head returned it, or whoever proposed it took it back.</summary>
/// <param name="Approval">审批序号. The proposal's number.</param>
/// <param name="By">办理人. User name.</param>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="IsTakenBack">由提请人撤回. Whether it was taken back.</param>
[Alias("den.ban-returned")]
public sealed record DenBanReturned(int Approval, string By, DateTimeOffset At, string Reason, bool IsTakenBack) : DenEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => IsTakenBack
        ? new($"撤回取缔窝点的提请：{Reason}", $"The ban was taken back: {Reason}")
        : new($"退回取缔窝点的提请：{Reason}", $"The ban was returned: {Reason}");
}

/// <summary>取缔已撤销. What a ban rested on does not stand, and the den is banned by it no more.</summary>
/// <param name="Ban">取缔. The ban that was taken back.</param>
/// <param name="On">撤销日. The day (Asia/Shanghai).</param>
/// <param name="Facts">冲销的事实. What is taken back of what was counted, negative.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("den.ban-withdrawn")]
public sealed record DenBanWithdrawn(DenBan Ban, DateOnly On, ImmutableArray<CountedFact> Facts, Grounds Grounds) : DenStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"撤销{IsoDate.Of(Ban.BannedOn)}的取缔：{Grounds.Reason}", $"The ban of {IsoDate.Of(Ban.BannedOn)} was taken back: {Grounds.Reason}");
}

/// <summary>没有该次取缔. The den was not banned so often.</summary>
/// <param name="Ban">取缔序号. The number that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-such-ban")]
public sealed record NoSuchBan(int Ban) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该窝点没有第{Ban}次取缔", $"The den has no ban {Ban}");
}

/// <summary>取缔仍然有效. What the ban rests on stands, and so does the ban.</summary>
/// <param name="Basis">依据. The number of the case or order.</param>
[GenerateSerializer, Immutable, Alias("refusal.ban-stands")]
public sealed record BanStands(string Basis) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"作为取缔依据的{Basis}仍然有效；处罚决定经复议、诉讼撤销，或者区政府的同意被更正后，才能撤销取缔",
        $"{Basis}, on which the ban rests, stands; the ban is taken back when the decision is annulled or the grant is corrected");
}

/// <summary>依据不是该窝点的. The case or order that a ban is to rest on is not about the den.</summary>
/// <param name="Basis">编号. The number of the case or order.</param>
/// <param name="Den">窝点编号. The den.</param>
[GenerateSerializer, Immutable, Alias("refusal.basis-of-another")]
public sealed record BasisOfAnother(string Basis, string Den) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Basis}的当事人不是窝点{Den}，不能作为取缔的依据", $"{Basis} is not about den {Den}; its ban cannot rest on it");
}

/// <summary>尚无取缔依据. No penalty that stands was served in the case by that day, or the district government has not granted the
/// ban.</summary>
/// <param name="Basis">编号. The number of the case or order.</param>
[GenerateSerializer, Immutable, Alias("refusal.nothing-bans-yet")]
public sealed record NothingBansYet(string Basis) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Basis}至该日尚无已送达且有效的处罚决定，或者区政府尚未同意取缔，不能据以取缔",
        $"In {Basis} no penalty that stands was served by that day, or the district government has not granted it: nothing bans the den");
}
