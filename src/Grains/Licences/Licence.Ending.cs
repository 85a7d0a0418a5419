using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// What ends a licence: withdrawal, revocation, deregistration.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInEnding(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        RequestLicenceWithdrawal when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        RequestLicenceWithdrawal when AfterHolder(licence, now) is { } gone => gone,
        RequestLicenceWithdrawal when licence.WithdrawalRequest is { } open => new WithdrawalAlreadyRequested(open.RequestedOn),
        RequestLicenceWithdrawal when LadderBases.Problem(licence.Kind, LadderStep.Withdrawal, now.Day) is { } unlawful => unlawful,
        RequestLicenceWithdrawal c when c.Grounds.Problem() is { } problem => problem,
        RequestLicenceWithdrawal c => new LicenceWithdrawalRequested(now.Day, c.Grounds.Trimmed()) { Section = now.Actor.Section },
        WithdrawLicence when !licence.IsInForce => new LicenceNotInForce(licence.Status),

        // 行政许可法 第六十九条: the issuing authority decides, and may do so after it has declined.
        WithdrawLicence when licence.WithdrawalRequest is null && licence.DeclinedRequest is null => new WithdrawalNotRequested(),
        WithdrawLicence c when c.Grounds.Problem() is { } problem => problem,
        WithdrawLicence c => new LicenceWithdrawn(now.Day, c.Grounds.Trimmed(), Standing(licence)) { Section = now.Actor.Section },
        DeclineLicenceWithdrawal when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        DeclineLicenceWithdrawal when licence.WithdrawalRequest is null => new WithdrawalNotRequested(),
        DeclineLicenceWithdrawal c when c.Grounds.Problem() is { } problem => problem,
        DeclineLicenceWithdrawal c => new LicenceWithdrawalDeclined(now.Day, c.Grounds.Trimmed()),
        RevokeLicence when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        RevokeLicence when AfterHolder(licence, now) is { } gone => gone,

        // 行政处罚法 第九条第三项: a penalty, decided in a case; a certificate is revoked by its certification body alone.
        RevokeLicence when LadderBases.Problem(licence.Kind, LadderStep.Revocation, now.Day) is { } unlawful => unlawful,
        RevokeLicence c when c.Grounds.Problem() is { } problem => problem,
        RevokeLicence c when now.Required<DecidingCaseFound>()
            .Problem(PenaltyKind.LicenceRevocation, c.Case, licence.Enterprise, now) is { } problem => problem,
        RevokeLicence c => new LicenceRevoked(
            now.Day, c.Grounds.Trimmed(), Standing(licence) with { EndedBy = FreeText.Given(c.Case) }, FreeText.Given(c.Case))
        {
            Section = SectionOfCase(now),
        },
        DeregisterLicence when licence.Status is LicenceStatus.Deregistered => new LicenceAlreadyDeregistered(),
        DeregisterLicence { Ground: null } when NeedsGround(licence) => new DeregistrationWithoutGround(licence.Status),
        DeregisterLicence { Ground: { } ground } when !IsMet(ground, licence) => new DeregistrationGroundNotMet(ground, licence.Status),
        DeregisterLicence c when c.Grounds.Problem() is { } problem => problem,
        // 行政许可法 第七十条第一项: it has lapsed when its last valid day is over, and not before.
        DeregisterLicence { Ground: DeregistrationGround.Lapsed } when ActDay.Problem(
            "on", now.Day, licence.Term.ValidTo.PlusDays(1), now.Today) is { } early => early,
        DeregisterLicence c => new LicenceDeregistered(
            now.Day,
            c.Ground ?? ImpliedGround(licence),
            c.Grounds.Trimmed(),
            Standing(licence))
        { Section = now.Actor.Section },
        CorrectLicenceEnding c => DecideCorrectLicenceEnding(licence, c, now),
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    private static LicenceState? ApplyInEnding(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceWithdrawalRequested e => licence with { WithdrawalRequest = new WithdrawalRequest(e.RequestedOn, e.Grounds) },
        LicenceWithdrawalDeclined => licence with { WithdrawalRequest = null, DeclinedRequest = licence.WithdrawalRequest },
        LicenceWithdrawn e => Ended(licence, LicenceStatus.Withdrawn) with { EndedFrom = e.Before },
        LicenceRevoked e => Ended(licence, LicenceStatus.Revoked) with { EndedFrom = e.Before },
        LicenceDeregistered e => Ended(licence, LicenceStatus.Deregistered) with
        {
            EndedFrom = e.Before,

            // What is stored from before what stood was kept has no ground either, and must fold to what is stored.
            DeregisteredBecause = e.Before is null ? null : e.Ground,
        },
        LicenceEndingCorrected e => Restored(licence, e.Restored, e.NextNotice) with
        {
            EnteredRightAs = null,
            StruckOut = [],
            StruckOutOf = null,
            StruckOutPlace = null,
        },
        LicenceRevocationAnnulled e => Restored(licence, e.Restored, e.NextNotice),
        _ => null,
    };

    private static LicenceState Restored(LicenceState licence, LicenceStanding before, LicenceNotices? next) => licence with
    {
        Status = before.Status,
        NextNotice = next,
        Suspension = before.Suspension,
        WithdrawalRequest = before.WithdrawalRequest,
        RenewalApplication = before.RenewalApplication,
        ExpiredOn = before.ExpiredOn,
        StartsOn = before.StartsOn,
        EndedFrom = before.EndedFrom,
        DeregisteredBecause = null,
    };

    /// <summary>Where the licence stands, as the event that ends it keeps it.</summary>
    private static LicenceStanding Standing(LicenceState licence) => new(
        licence.Status,
        licence.Suspension,
        licence.WithdrawalRequest,
        licence.RenewalApplication,
        licence.ExpiredOn,
        licence.StartsOn,
        licence.EndedFrom);

    // What has come due since is met at once, as if the licence had stood all the time.
    private static Decision<LicenceEvent> DecideCorrectLicenceEnding(LicenceState licence, CorrectLicenceEnding c, Circumstances now)
    {
        Measure? counted = licence.Status switch
        {
            LicenceStatus.Withdrawn => Measure.LicencesWithdrawn,
            LicenceStatus.Revoked => Measure.LicencesRevoked,
            LicenceStatus.Deregistered => Measure.LicencesDeregistered,
            _ => null,
        };
        if (counted is not { } measure || licence.EndedFrom is not { } before)
        {
            return new NoEndingToCorrect(licence.Status);
        }

        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (now.Required<CasesBehindFound>().OfAnotherSection(now) is { } others)
        {
            return others;
        }

        var rightful = Rightful(before, now.Required<CasesBehindFound>().Cases);
        var revocation = before.Status is LicenceStatus.Revoked && rightful.Status is not LicenceStatus.Revoked
            ? Measure.LicencesRevoked : (Measure?)null;

        // What was struck out under a mistyped number is counted again as it was; a revocation that does not stand is not.
        var facts = licence.EnteredRightAs is null ? Reversing(now, measure, revocation)
            : [.. licence.StruckOut.Where(fact => fact.Measure != revocation).Select(fact => fact with { Amount = -fact.Amount })];
        return StandingAgain(
            licence,
            new LicenceEndingCorrected(licence.Status, rightful, NextAfter(licence, rightful, now), facts, c.Grounds.Trimmed()),
            now).Events;
    }

    // 行政复议法, 行政诉讼法: a revocation by a decision that does not stand any more never was; where the licence stands, it stands again.
    private static LicenceEventBuilder GivenBack(
        LicenceState licence, LicenceStanding revoked, NoteSuspendingDecision c, Circumstances now)
    {
        // What another case's decision imposes by now told the licence nothing while it was revoked.
        var others = now.Required<CasesBehindFound>().Cases.Where(found => found.Number != c.Case);
        var restored = Rightful(revoked, [DecidingCase.AsTold(c), .. others]);
        var grounds = new Grounds($"案件{c.Case}的吊销决定已变更或者撤销", "行政处罚法 第七十五条", c.DocumentNumber);
        var deregistration = licence.Status is LicenceStatus.Deregistered ? Measure.LicencesDeregistered : (Measure?)null;
        var facts = Reversing(now, Measure.LicencesRevoked, deregistration);
        return StandingAgain(
            licence, new LicenceRevocationAnnulled(restored, NextAfter(licence, restored, now), facts, grounds), now);
    }

    // An enterprise that ends tells the licences that stand; what stands again learns it now (行政许可法 第七十条第三项).
    private static LicenceEventBuilder StandingAgain(LicenceState licence, LicenceEvent again, Circumstances now)
    {
        var builder = new LicenceEventBuilder(licence).With(again);
        return now.Required<HolderEnd>().ClosedOn is { } closedOn && builder.Licence is { HolderClosedOn: null } standing
            && !IsEnded(standing.Status)
                ? builder.With(new LicenceHolderClosingNoted(closedOn, standing.DeregistrationProposedOn ?? now.Today))
                    .Expire(now.Today).Settle(now.Now)
                : builder.Settle(now.Now);
    }

    private static ImmutableArray<CountedFact> Reversing(Circumstances now, params ReadOnlySpan<Measure?> measures)
    {
        var counted = now.Required<CountedSoFar>();
        var facts = ImmutableArray.CreateBuilder<CountedFact>();
        foreach (var measure in measures)
        {
            facts.AddRange(measure is { } known ? counted.Reversing(known) : []);
        }

        return facts.ToImmutable();
    }

    /// <summary>Where a licence stood when it was revoked, where it is so still, or was deregistered for that alone (行政许可法 第七十条第四项):
    /// the deregistration falls with the revocation. Null where it is not revoked.</summary>
    private static LicenceStanding? AsRevoked(LicenceState licence) => licence switch
    {
        { Status: LicenceStatus.Revoked } => Standing(licence),
        {
            Status: LicenceStatus.Deregistered, EnteredRightAs: null, HolderClosedOn: null,
            DeregisteredBecause: null or DeregistrationGround.WithdrawnOrRevoked,
            EndedFrom: { Status: LicenceStatus.Revoked } before,
        } => before,
        _ => null,
    };

    private static LicenceNotices? NextAfter(LicenceState licence, LicenceStanding standing, Circumstances now) =>
        standing.Status is LicenceStatus.Active or LicenceStatus.Suspended or LicenceStatus.NotYetValid
            && standing.RenewalApplication is not { IsInTime: true }
            ? LicenceRules.NoticesFrom(now.Today, licence.Term)
            : null;

    /// <summary>Where a licence stood, by what the decisions of cases have become since: what they do not impose any more is left out,
    /// whichever of them ended or suspended it.</summary>
    private static LicenceStanding Rightful(LicenceStanding standing, ImmutableArray<DecidingCase> cases) => standing switch
    {
        { Status: LicenceStatus.Revoked, EndedFrom: { } before }
            when Among(cases, before.EndedBy) is { } revoking && !revoking.Imposes(PenaltyKind.LicenceRevocation) =>
            Rightful(before with { EndedBy = standing.EndedBy }, cases),
        { Suspension: { } suspension } when Among(cases, suspension.Case) is { } suspending => suspending.LastingDays is { } days
            ? standing with { Suspension = suspension with { Until = Earlier(suspension, days) } }
            : standing with { Status = LicenceStatus.Active, Suspension = null },
        _ => standing,
    };

    private static DecidingCase? Among(ImmutableArray<DecidingCase> cases, string? named) =>
        cases.FirstOrDefault(one => IsOf(named, one.Number));

    /// <summary>Whether a licence is suspended, revoked, or deregistered for that, though the decisions do not impose it any
    /// more.</summary>
    /// <param name="licence">The licence.</param>
    /// <param name="cases">What was found of the cases behind it.</param>
    internal static bool IsHeldBackWrongly(LicenceState licence, ImmutableArray<DecidingCase> cases) =>
        (licence.Suspension is null ? AsRevoked(licence) : Standing(licence)) is { } standing && Rightful(standing, cases) != standing;

    private static DateOnly Earlier(Suspension suspension, int days) =>
        DecidingCase.LastDay(suspension.SuspendedOn, days) is var last && last < suspension.Until ? last : suspension.Until;

    /// <summary>Whether a case that is named is one of ours.</summary>
    /// <param name="named">The number that was given, or null.</param>
    /// <param name="number">The number of the case.</param>
    internal static bool IsOf(string? named, string number) =>
        named is not null && DrawnNumber.Parse(Cases.Case.Prefix, named, out var known) is null && known == number;

    /// <summary>Whether the decision of a case holds a licence back: it is suspended, or was revoked, by it.</summary>
    /// <param name="licence">The licence.</param>
    /// <param name="number">The number of the case.</param>
    internal static bool IsHeldBackBy(LicenceState licence, string number) =>
        licence.Suspension is { } suspension ? suspension.IsOf(number)
        : AsRevoked(licence) is { EndedFrom.EndedBy: { } named } && IsOf(named, number);

    /// <summary>The cases by whose decisions a licence is suspended or revoked, or was before it ended, as they were named.</summary>
    /// <param name="licence">The licence, or null.</param>
    internal static IEnumerable<string> CasesBehind(LicenceState? licence)
    {
        var named = new List<string?> { licence?.Suspension?.Case };
        for (var before = licence?.EndedFrom; before is not null; before = before.EndedFrom)
        {
            named.AddRange([before.EndedBy, before.Suspension?.Case]);
        }

        return named.OfType<string>();
    }

    private static LicenceState Ended(LicenceState licence, LicenceStatus status) => licence with
    {
        Status = status,
        NextNotice = null,
        Suspension = null,
        WithdrawalRequest = null,
        RenewalApplication = null,
        StartsOn = null,
        ExpiredOn = null,
    };

    // What has not ended by itself is not ended without a ground that the law names.
    private static bool NeedsGround(LicenceState licence) =>
        licence.HolderClosedOn is null && (licence.IsInForce || licence.Status is LicenceStatus.NotYetValid);

    private static bool IsMet(DeregistrationGround ground, LicenceState licence) => ground switch
    {
        DeregistrationGround.Lapsed => licence.Status is LicenceStatus.Expired, // 行政许可法 第七十条第一项
        DeregistrationGround.HolderDied => CreditCode.IsOfOnePerson(licence.Enterprise), // 第二项
        DeregistrationGround.EnterpriseEnded => licence.HolderClosedOn is not null, // 第三项
        DeregistrationGround.WithdrawnOrRevoked => licence.Status is LicenceStatus.Withdrawn or LicenceStatus.Revoked, // 第四项
        DeregistrationGround.ForceMajeure or DeregistrationGround.AskedByHolder =>
            licence.IsInForce || licence.Status is LicenceStatus.NotYetValid,
        _ => true,
    };

    private static DeregistrationGround ImpliedGround(LicenceState licence) => licence.Status switch
    {
        LicenceStatus.Expired => DeregistrationGround.Lapsed,
        LicenceStatus.Withdrawn or LicenceStatus.Revoked => DeregistrationGround.WithdrawnOrRevoked,
        _ when licence.HolderClosedOn is not null => DeregistrationGround.EnterpriseEnded, // 第三项
        _ => DeregistrationGround.OtherByLaw, // where a register says so; whoever decides names theirs
    };
}

/// <summary>提请撤销. A request to the issuing authority to withdraw the licence (R2.2.5).</summary>
/// <param name="RequestedOn">提请日. The day it was made (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence-withdrawal-request")]
public sealed record WithdrawalRequest(DateOnly RequestedOn, Grounds Grounds);

/// <summary>原状态. Where a licence stood before it ended, so that an end that was recorded by mistake can be taken back.</summary>
/// <param name="Status">状态. Its status.</param>
/// <param name="Suspension">暂扣. The suspension that ran, or null.</param>
/// <param name="WithdrawalRequest">提请撤销. The request that was open, or null.</param>
/// <param name="RenewalApplication">延续申请. The application that was open, or null.</param>
/// <param name="ExpiredOn">届满日. Its last valid day, where it had expired.</param>
/// <param name="StartsOn">生效日. Its first valid day, where that was still to come.</param>
/// <param name="EndedFrom">更早状态. Where it stood before an earlier end, or null.</param>
[GenerateSerializer, Immutable, Alias("licence-standing")]
public sealed record LicenceStanding(
    LicenceStatus Status,
    Suspension? Suspension = null,
    WithdrawalRequest? WithdrawalRequest = null,
    RenewalApplication? RenewalApplication = null,
    DateOnly? ExpiredOn = null,
    DateOnly? StartsOn = null,
    LicenceStanding? EndedFrom = null)
{
    /// <summary>终止所依案件. The number of the case by whose decision it ended where it stood so; null where by none, and from before that was
    /// kept.</summary>
    [Id(130)] public string? EndedBy { get; init; }
}

/// <summary>注销事由. Why a licence is deregistered (行政许可法 第七十条).</summary>
[JsonConverter(typeof(WireNameConverter<DeregistrationGround>))]
public enum DeregistrationGround
{
    /// <summary>Its term ended and was not renewed (第七十条第一项).</summary>
    [Term("有效期届满未延续", "the term ended and was not renewed")]
    Lapsed,

    /// <summary>The holder no longer makes the product (R2.2.3; 第七十条第六项).</summary>
    [Term("不再从事发证产品生产", "the product is no longer made")]
    ProductionStopped,

    /// <summary>The holder has ended (第七十条第三项).</summary>
    [Term("企业依法终止", "the enterprise has ended")]
    EnterpriseEnded,

    /// <summary>It was withdrawn or revoked (第七十条第四项).</summary>
    [Term("许可依法被撤销、吊销", "it was withdrawn or revoked")]
    WithdrawnOrRevoked,

    /// <summary>What it permits can no longer be done (第七十条第五项).</summary>
    [Term("因不可抗力许可事项无法实施", "force majeure")]
    ForceMajeure,

    /// <summary>Another case that a law or regulation names (第七十条第六项).</summary>
    [Term("法律、法规规定的其他情形", "another case named by law")]
    OtherByLaw,

    /// <summary>The person who held it has died or can act no more: of an individual business (第七十条第二项).</summary>
    [Term("持证的公民死亡或者丧失行为能力", "the person who held it has died or can act no more")]
    HolderDied,

    /// <summary>The holder asked for it (第七十条第六项).</summary>
    [Term("持证人申请注销", "asked for by the holder")]
    AskedByHolder,
}

/// <summary>提请撤销许可证. Asks the issuing authority to withdraw the licence (R2.2.5).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.request-withdrawal"), AllowedTo(Measures), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceNotInForce, WithdrawalAlreadyRequested, StepHasNoBasis, LicenceHolderClosed>]
public sealed record RequestLicenceWithdrawal(Grounds Grounds) : LicenceCommand;

/// <summary>撤销许可证. Records that the issuing authority withdrew it on request (行政许可法 第六十九条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.withdraw"), AllowedTo(Decisions), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceNotInForce, WithdrawalNotRequested>]
public sealed record WithdrawLicence(Grounds Grounds) : LicenceCommand;

/// <summary>登记不予撤销. Records that the issuing authority declined to withdraw it; it may be asked again.</summary>
/// <param name="Grounds">理由与依据. Why, and the number of its answer.</param>
[GenerateSerializer, Immutable, Alias("licence.decline-withdrawal"), AllowedTo(Decisions), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceNotInForce, WithdrawalNotRequested>]
public sealed record DeclineLicenceWithdrawal(Grounds Grounds) : LicenceCommand;

/// <summary>吊销许可证. Records that it was revoked as a penalty, by the decision of a case (行政处罚法 第九条第三项).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Case">案件编号. The number of the case whose decision revokes it; of another authority's case the number on its
/// decision.</param>
[GenerateSerializer, Immutable, Alias("licence.revoke"), AllowedTo(Decisions), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceNotInForce, StepHasNoBasis, RevocationWithoutCase, CaseDoesNotRevoke, NotInCharge>]
[Refuses<LicenceHolderClosed, PenaltyNotServed>]
public sealed record RevokeLicence(Grounds Grounds, [Longest(100)] string? Case = null) : LicenceCommand;

/// <summary>注销许可证. Closes its record (行政许可法 第七十条): on application, or by the bureau when production stopped or it lapsed (R2.2.3).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Ground">注销事由. The statutory ground (行政许可法 第七十条); left out only where the licence, or its holder, has ended already.</param>
[GenerateSerializer, Immutable, Alias("licence.deregister"), AllowedTo(Decisions), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceAlreadyDeregistered, DeregistrationGroundNotMet, DeregistrationWithoutGround>]
public sealed record DeregisterLicence(Grounds Grounds, DeregistrationGround? Ground = null) : LicenceCommand;

/// <summary>更正误记的撤销、吊销、注销. Takes back an end that was recorded by mistake, also that it was struck out as mistyped: the licence stands
/// where it stood, without what a decision imposed that does not stand any more, and what was counted is no longer counted.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.correct-ending"), AllowedTo(Roles.SectionHead), ForEveryOfficer(OfDecisions)]
[Refuses<NoEndingToCorrect, NotInCharge>]
public sealed record CorrectLicenceEnding(Grounds Grounds) : LicenceCommand;

/// <summary>已提请撤销许可证. The issuing authority was asked to withdraw the licence.</summary>
/// <param name="RequestedOn">提请日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.withdrawal-requested")]
public sealed record LicenceWithdrawalRequested(DateOnly RequestedOn, Grounds Grounds) : LicenceStep(Grounds), ISectionsWork
{
    /// <summary>承办科室. The section whose work it is: that of the case or of who did it; null where a register tells it, and in what was
    /// recorded before that was kept.</summary>
    public string? Section { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"提请撤销：{Grounds.Reason}", $"Withdrawal requested: {Grounds.Reason}");
}

/// <summary>不予撤销. The issuing authority declined to withdraw the licence.</summary>
/// <param name="DeclinedOn">决定日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.withdrawal-declined")]
public sealed record LicenceWithdrawalDeclined(DateOnly DeclinedOn, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"发证机关不予撤销：{Grounds.Reason}", $"The withdrawal was declined: {Grounds.Reason}");
}

/// <summary>误记的终止已更正. An end that was recorded by mistake was taken back.</summary>
/// <param name="Ended">误记状态. The status that was recorded by mistake.</param>
/// <param name="Restored">恢复状态. Where it stands again.</param>
/// <param name="NextNotice">下一提醒. The next notice; null when none is left.</param>
/// <param name="Facts">计量更正. What is no longer counted, under the days and classes under which it was.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.ending-corrected")]
public sealed record LicenceEndingCorrected(
    LicenceStatus Ended,
    LicenceStanding Restored,
    LicenceNotices? NextNotice,
    ImmutableArray<CountedFact> Facts,
    Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正误记的“{Terms.Of(Ended).Chinese}”，恢复为“{Terms.Of(Restored.Status).Chinese}”：{Grounds.Reason}",
        $"Recorded by mistake as {Terms.Of(Ended).English}, {Terms.Of(Restored.Status).English} again: {Grounds.Reason}");
}

/// <summary>吊销已失效. The decision by which the licence was revoked was annulled, or changed so that it does not revoke it: it stands
/// again.</summary>
/// <param name="Restored">恢复状态. Where it stands again.</param>
/// <param name="NextNotice">下一提醒. The next notice; null when none is left.</param>
/// <param name="Facts">计量更正. What is no longer counted, under the days and classes under which it was.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.revocation-annulled")]
public sealed record LicenceRevocationAnnulled(
    LicenceStanding Restored, LicenceNotices? NextNotice, ImmutableArray<CountedFact> Facts, Grounds Grounds)
    : LicenceStep(Grounds), IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{Grounds.Reason}，恢复为“{Terms.Of(Restored.Status).Chinese}”",
        $"The decision that revoked it does not stand: {Terms.Of(Restored.Status).English} again");
}

/// <summary>许可证已撤销. The issuing authority withdrew the licence.</summary>
/// <param name="WithdrawnOn">撤销日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Before">原状态. Where it stood; null in what was recorded before that was kept.</param>
[Alias("licence.withdrawn")]
public sealed record LicenceWithdrawn(DateOnly WithdrawnOn, Grounds Grounds, LicenceStanding? Before = null)
    : LicenceStep(Grounds), ISectionsWork
{
    /// <summary>承办科室. The section whose work it is: that of the case or of who did it; null where a register tells it, and in what was
    /// recorded before that was kept.</summary>
    public string? Section { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销：{Grounds.Reason}", $"Withdrawn: {Grounds.Reason}");
}

/// <summary>许可证已吊销. The licence was revoked as a penalty.</summary>
/// <param name="RevokedOn">吊销日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Before">原状态. Where it stood; null in what was recorded before that was kept.</param>
/// <param name="Case">案件. The number of the case whose decision revokes it; null in what was recorded before that was asked for.</param>
[Alias("licence.revoked")]
public sealed record LicenceRevoked(DateOnly RevokedOn, Grounds Grounds, LicenceStanding? Before = null, string? Case = null)
    : LicenceStep(Grounds), ISectionsWork
{
    /// <summary>承办科室. The section whose work it is: that of the case or of who did it; null where a register tells it, and in what was
    /// recorded before that was kept.</summary>
    public string? Section { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Case is null
        ? new($"吊销：{Grounds.Reason}", $"Revoked: {Grounds.Reason}")
        : new($"吊销（{Case}）：{Grounds.Reason}", $"Revoked ({Case}): {Grounds.Reason}");
}

/// <summary>许可证已注销. The licence's record was closed.</summary>
/// <param name="DeregisteredOn">注销日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Ground">注销事由. The statutory ground.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Before">原状态. Where it stood; null in what was recorded before that was kept.</param>
[Alias("licence.deregistered")]
public sealed record LicenceDeregistered(
    DateOnly DeregisteredOn, DeregistrationGround Ground, Grounds Grounds, LicenceStanding? Before = null)
    : LicenceStep(Grounds), ISectionsWork
{
    /// <summary>承办科室. The section whose work it is: that of the case or of who did it; null where a register tells it, and in what was
    /// recorded before that was kept.</summary>
    public string? Section { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"注销（{Terms.Of(Ground).Chinese}）：{Grounds.Reason}", $"Deregistered ({Terms.Of(Ground).English}): {Grounds.Reason}");
}

/// <summary>许可证不在有效存续期. The step needs a licence in force: active or suspended.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-in-force")]
public sealed record LicenceNotInForce(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，只有有效或暂扣的许可证才能如此办理", $"The licence is {Terms.Of(Status).English}; this needs one that is active or suspended");
}

/// <summary>没有可更正的终止. The licence has not ended, or where it stood before was not kept then.</summary>
/// <param name="Status">状态. Where it stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-ending-to-correct")]
public sealed record NoEndingToCorrect(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"许可证现为“{Terms.Of(Status).Chinese}”，没有可以更正的撤销、吊销或者注销记录",
        $"The licence is {Terms.Of(Status).English}; there is no end of it that could be taken back");
}

/// <summary>未提请撤销. A withdrawal must have been requested before it is recorded.</summary>
[GenerateSerializer, Immutable, Alias("refusal.withdrawal-not-requested")]
public sealed record WithdrawalNotRequested : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("尚未提请撤销该许可证", "The withdrawal of this licence has not been requested");
}

/// <summary>已提请撤销. A request to withdraw the licence is open already.</summary>
/// <param name="RequestedOn">提请日. The day it was made.</param>
[GenerateSerializer, Immutable, Alias("refusal.withdrawal-already-requested")]
public sealed record WithdrawalAlreadyRequested(DateOnly RequestedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"已于{RequestedOn:yyyy-MM-dd}提请撤销该许可证", $"The withdrawal of this licence was requested on {RequestedOn:yyyy-MM-dd}");
}

/// <summary>许可证已注销. Its record is closed.</summary>
[GenerateSerializer, Immutable, Alias("refusal.licence-already-deregistered")]
public sealed record LicenceAlreadyDeregistered : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("许可证已经注销", "The licence is deregistered already");
}

/// <summary>注销事由不成立. The ground named does not fit where the licence stands.</summary>
/// <param name="Ground">注销事由. The ground that was given.</param>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.deregistration-ground-not-met")]
public sealed record DeregistrationGroundNotMet(DeregistrationGround Ground, LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"注销事由“{Terms.Of(Ground).Chinese}”不成立：许可证现为“{Terms.Of(Status).Chinese}”", $"The ground '{Terms.Of(Ground).English}' is not met: the licence is {Terms.Of(Status).English}");
}

/// <summary>没有注销事由. A licence in force is deregistered on a ground that the law names, and that is said (行政许可法 第七十条).</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.deregistration-without-ground")]
public sealed record DeregistrationWithoutGround(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"许可证现为“{Terms.Of(Status).Chinese}”，注销应写明法定事由（行政许可法 第七十条）",
        $"The licence is {Terms.Of(Status).English}: say on which ground of the law it is deregistered");
}
