using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// Suspension and its end.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInSuspension(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        SuspendLicence when licence.Status is not LicenceStatus.Active => new LicenceNotActive(licence.Status),
        SuspendLicence when AfterHolder(licence, now) is { } gone => gone,

        // 行政处罚法 第九条第三项: a penalty, and only where a statute of the kind knows it.
        SuspendLicence when LadderBases.Problem(licence.Kind, LadderStep.Suspension, now.Day) is { } unlawful => unlawful,
        SuspendLicence c when c.Grounds.Problem() is { } problem => problem,
        SuspendLicence c when UntilProblem(c.Until, now) is { } problem => problem,
        SuspendLicence c when now.Required<DecidingCaseFound>()
            .Problem(PenaltyKind.LicenceSuspension, c.Case, licence.Enterprise, now, c.Until) is { } problem => problem,
        SuspendLicence c => new LicenceEventBuilder(licence)
            .With(new LicenceSuspended(now.Day, c.Until, FromRegister: false, c.Grounds.Trimmed(),
                FreeText.Given(c.Case))
            { Section = SectionOfCase(now) }).Settle(now.Now).Events,
        RecordCertificateSuspension when licence.Status is not LicenceStatus.Active => new LicenceNotActive(licence.Status),
        RecordCertificateSuspension when licence.Kind is not LicenceKind.CompulsoryCertificate => new NotACertificate(licence.Kind),
        RecordCertificateSuspension c when c.Grounds.Problem() is { } problem => problem,
        RecordCertificateSuspension c when UntilProblem(c.Until, now) is { } problem => problem,

        // 强制性产品认证管理规定 第二十六条: the body's act, which ends as soon as its register says valid again.
        RecordCertificateSuspension c => new LicenceEventBuilder(licence)
            .With(new LicenceSuspended(now.Day, c.Until, FromRegister: true, c.Grounds.Trimmed())
            { Section = now.Actor.Section }).Settle(now.Now).Events,
        CorrectCertificateSuspension c => DecideCorrectCertificateSuspension(licence, c, now),
        ReinstateLicence when licence.Status is not LicenceStatus.Suspended => new LicenceNotSuspended(licence.Status),
        ReinstateLicence c when c.Grounds.Problem() is { } problem => problem,
        ReinstateLicence when now.Required<DecidingCaseFound>().OfAnotherSection(now) is { } others => others,
        ReinstateLicence when StandsDecided(licence, now) is { } decided => decided,
        ReinstateLicence c => new LicenceReinstated(now.Day, c.Grounds.Trimmed()),
        NoteSuspendingDecision c => DecideNoteSuspendingDecision(licence, c, now),
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    private static LicenceState? ApplyInSuspension(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceSuspended e => licence with
        {
            Status = LicenceStatus.Suspended,
            Suspension = new Suspension(e.SuspendedOn, e.Until,
            e.FromRegister, e.Grounds, e.Case)
        },
        LicenceSuspensionShortened e => licence with
        {
            Suspension = licence.Suspension is { } running ? running with { Until = e.Until } : null,
        },
        LicenceSuspensionTakenBack { TakenBack: null } => licence,
        LicenceReinstated or LicenceSuspensionEnded or LicenceSuspensionTakenBack =>
            licence with { Status = LicenceStatus.Active, Suspension = null },
        _ => null,
    };

    // What is decided in a case is the work of the case's section, whoever carries it out.
    private static string? SectionOfCase(Circumstances now) => now.Required<DecidingCaseFound>().Case?.Section ?? now.Actor.Section;

    // It never was: what was counted of it is counted no more, also where its period is over by now. Whoever names its day asks for that
    // one and for no other; where there is none, nothing is to be taken back.
    private static Decision<LicenceEvent> DecideCorrectCertificateSuspension(
        LicenceState licence, CorrectCertificateSuspension c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (licence.Kind is not LicenceKind.CompulsoryCertificate)
        {
            return new NotSuspendedByBody(licence.Number);
        }

        // One of a later day is that one only where none was counted on the day that is named: the certificate was told after midnight.
        var counted = now.Required<CountedSoFar>().Facts;
        var mistaken = licence.Suspension is { FromRegister: true, Case: null } running
            && (c.SuspendedOn is not { } named || running.SuspendedOn == named
                || (running.SuspendedOn > named
                    && !counted.Any(fact => fact.Measure is Measure.LicencesSuspended && fact.Amount > 0 && fact.Day == named)))
            ? running
            : null;
        if (mistaken is null && c.SuspendedOn is null)
        {
            return new NotSuspendedByBody(licence.Number);
        }

        var day = mistaken?.SuspendedOn ?? c.SuspendedOn!.Value;
        var facts = mistaken is null && licence.Suspension?.SuspendedOn == day ? []
            : now.Required<CountedSoFar>().Reversing(Measure.LicencesSuspended).Where(fact => fact.Day == day)
                .Select(fact => fact with { Amount = -1 }).Take(1).ToImmutableArray();
        return mistaken is null && facts.IsEmpty ? Decision<LicenceEvent>.AlreadySo
            : new LicenceEventBuilder(licence).With(new LicenceSuspensionTakenBack(day, mistaken, facts, c.Grounds.Trimmed()))
                .Settle(now.Now).Events;
    }

    // What was suspended by a decision is so as long as the decision says, and no longer than it stands (行政复议法, 行政诉讼法).
    private static Decision<LicenceEvent> DecideNoteSuspendingDecision(LicenceState licence, NoteSuspendingDecision c, Circumstances now)
    {
        if (c.Revokes is not true && AsRevoked(licence) is { } revoked && IsHeldBackBy(licence, c.Case))
        {
            // 行政许可法 第七十条第三项: what is deregistered stays so where its holder has ended; there is nobody to give it back to.
            return licence.Status is LicenceStatus.Deregistered && now.Required<HolderEnd>().ClosedOn is not null
                ? Decision<LicenceEvent>.AlreadySo
                : GivenBack(licence, revoked, c, now).Events;
        }

        if (licence.Suspension is not { } suspension || !suspension.IsOf(c.Case))
        {
            return Decision<LicenceEvent>.AlreadySo;
        }

        var grounds = new Grounds($"案件{c.Case}的暂扣决定已变更或者撤销", "行政处罚法 第七十五条", c.DocumentNumber);
        return (c.SuspensionDays is { } days ? DecidingCase.LastDay(suspension.SuspendedOn, days) : (DateOnly?)null) switch
        {
            { } until when until >= suspension.Until => Decision<LicenceEvent>.AlreadySo,
            { } until when until >= now.Today => new LicenceSuspensionShortened(until, grounds),
            _ => new LicenceReinstated(now.Today, grounds),
        };
    }

    // What a decision that stands suspends is so for as many days as it says: no officer ends that alone. That it was the wrong licence is
    // put right by who may decide of it (行政处罚法 第五十七条).
    private static SuspensionIsDecided? StandsDecided(LicenceState licence, Circumstances now) =>
        now.Required<DecidingCaseFound>().Case is { DecidedOn: not null, IsAnnulled: false, SuspensionDays: { } days } decided
            && licence.Suspension is { } suspension
            && DecidingCase.LastDay(suspension.SuspendedOn, days) is var last && last >= now.Day
            && !now.Actor.IsAnyOf(Roles.SectionHead | Roles.Leader | Roles.Legal)
                ? new SuspensionIsDecided(decided.Number, last)
                : null;

    private static Refusal? UntilProblem(DateOnly until, Circumstances now) => until < now.Day
        ? new SuspensionEndsInPast(until, now.Day)
        : Implausible("until", until);
}

/// <summary>暂扣. A suspension.</summary>
/// <param name="SuspendedOn">暂扣日. The day it began (Asia/Shanghai).</param>
/// <param name="Until">暂扣至. Its last day; it may lie after the licence's last valid day.</param>
/// <param name="FromRegister">来自登记信息. Whether a register said so; then it also ends when the register says 有效 again.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Case">案件. The number of the case whose decision suspends it; null where none was named.</param>
[GenerateSerializer, Immutable, Alias("licence-suspension")]
public sealed record Suspension(DateOnly SuspendedOn, DateOnly Until, bool FromRegister, Grounds Grounds, string? Case = null)
{
    /// <summary>Whether the decision of a case of ours suspends it.</summary>
    /// <param name="number">The number of the case.</param>
    internal bool IsOf(string number) => Licence.IsOf(Case, number);
}

/// <summary>暂扣许可证. Suspends an active licence for a period (R2.2.5), by the decision of a case (行政处罚法 第九条第三项). The section whose
/// case it is carries it out, for as long as the decision says.</summary>
/// <param name="Until">暂扣至. The last day of the suspension (Asia/Shanghai): so many days after the first as the decision says.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Case">案件编号. The number of the case whose decision suspends it; of another authority's case the number on its
/// decision.</param>
[GenerateSerializer, Immutable, Alias("licence.suspend"), AllowedTo(Measures), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceNotActive, SuspensionEndsInPast, StepHasNoBasis, SuspensionWithoutCase, CaseDoesNotSuspend>]
[Refuses<NotInCharge, SuspensionNotAsDecided, LicenceHolderClosed, PenaltyNotServed>]
public sealed record SuspendLicence(DateOnly Until, Grounds Grounds, [Longest(100)] string? Case = null) : LicenceCommand;

/// <summary>登记认证机构暂停证书. Records that the certification body suspended its certificate (强制性产品认证管理规定 第二十六条).</summary>
/// <param name="Until">暂停至. The last day of the suspension (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. What the body says, and the number of its notice.</param>
[GenerateSerializer, Immutable, Alias("licence.record-certificate-suspension"), AllowedTo(Measures), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceNotActive, SuspensionEndsInPast, NotACertificate>]
public sealed record RecordCertificateSuspension(DateOnly Until, Grounds Grounds) : LicenceCommand;

/// <summary>更正误记的认证机构暂停. Takes back that the certification body suspended its certificate, where that was recorded by mistake: it never
/// was, and what was counted of it is counted no more.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="SuspendedOn">误记的暂停日. The day it bears; left out, the suspension that runs.</param>
[GenerateSerializer, Immutable, Alias("licence.correct-certificate-suspension"), AllowedTo(Roles.SectionHead)]
[ForEveryOfficer(OfDecisions)]
[Refuses<NotSuspendedByBody>]
public sealed record CorrectCertificateSuspension(Grounds Grounds, DateOnly? SuspendedOn = null) : LicenceCommand;

/// <summary>恢复许可证. Ends a suspension before its period is over.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.reinstate"), AllowedTo(Measures), Dated, ForEveryOfficer(OfDecisions)]
[Refuses<LicenceNotSuspended, NotInCharge, SuspensionIsDecided>]
public sealed record ReinstateLicence(Grounds Grounds) : LicenceCommand;

/// <summary>暂扣由决定所定. The decision that suspends it stands, and its days are not over: no officer ends it alone.</summary>
/// <param name="Case">案件编号. The case.</param>
/// <param name="Until">暂扣至. The last day by the decision (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("refusal.suspension-is-decided")]
public sealed record SuspensionIsDecided(string Case, DateOnly Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"案件{Case}的处罚决定暂扣至{IsoDate.Of(Until)}，决定仍然有效，期满自行恢复；误记的，由科室负责人办理恢复",
        $"The decision in {Case} suspends it until {IsoDate.Of(Until)} and stands; it ends by itself then. What was entered by mistake is "
            + "taken back by the head of the section");
}

/// <summary>登记暂扣、吊销决定的变更. What the case that suspended or revoked it tells when its decision is changed or annulled; the system
/// delivers it.</summary>
/// <param name="Case">案件编号. Which case.</param>
/// <param name="SuspensionDays">暂扣天数. For how many days it is suspended by what the decision became; null where it is not any more.</param>
/// <param name="DocumentNumber">文书编号. The number of the decision or judgment.</param>
/// <param name="Revokes">仍予吊销. Whether it is revoked by what the decision became; null where it is not.</param>
[GenerateSerializer, Immutable, Alias("licence.note-suspending-decision"), AllowedTo(Roles.System)]
public sealed record NoteSuspendingDecision(string Case, int? SuspensionDays, string DocumentNumber, bool? Revokes = null)
    : LicenceCommand;

/// <summary>许可证已暂扣. The licence was suspended.</summary>
/// <param name="SuspendedOn">暂扣日. The day it began (Asia/Shanghai).</param>
/// <param name="Until">暂扣至. Its last day.</param>
/// <param name="FromRegister">来自登记信息. Whether a register said so rather than an officer.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Case">案件. The number of the case whose decision suspends it; null where a register or the certification body said
/// so.</param>
[Alias("licence.suspended")]
public sealed record LicenceSuspended(DateOnly SuspendedOn, DateOnly Until, bool FromRegister, Grounds Grounds, string? Case = null)
    : LicenceStep(Grounds), ISectionsWork
{
    /// <summary>承办科室. The section whose work it is: that of the case or of who did it; null where a register tells it, and in what was
    /// recorded before that was kept.</summary>
    public string? Section { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"暂扣至{Until:yyyy-MM-dd}：{Grounds.Reason}", $"Suspended until {Until:yyyy-MM-dd}: {Grounds.Reason}");
}

/// <summary>许可证已恢复. The suspension was ended before its time.</summary>
/// <param name="ReinstatedOn">恢复日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.reinstated")]
public sealed record LicenceReinstated(DateOnly ReinstatedOn, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"恢复许可证：{Grounds.Reason}", $"Reinstated: {Grounds.Reason}");
}

/// <summary>暂扣已缩短. The decision by which it was suspended was changed: the suspension ends earlier.</summary>
/// <param name="Until">暂扣至. Its last day by what the decision became.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.suspension-shortened")]
public sealed record LicenceSuspensionShortened(DateOnly Until, Grounds Grounds) : LicenceStep(Grounds), IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"暂扣缩短至{Until:yyyy-MM-dd}：{Grounds.Reason}", $"The suspension ends on {Until:yyyy-MM-dd}: {Grounds.Reason}");
}

/// <summary>误记的暂停已更正. That the certification body suspended it was recorded by mistake and is taken back.</summary>
/// <param name="SuspendedOn">误记的暂停日. The day it bore (Asia/Shanghai).</param>
/// <param name="TakenBack">误记的暂停. As it ran; null where its period was over by then.</param>
/// <param name="Facts">计量更正. What is no longer counted, under the day and class under which it was.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.suspension-taken-back")]
public sealed record LicenceSuspensionTakenBack(
    DateOnly SuspendedOn, Suspension? TakenBack, ImmutableArray<CountedFact> Facts, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正误记的认证机构暂停（{IsoDate.Of(SuspendedOn)}）：{Grounds.Reason}",
        $"Suspension by the certification body of {IsoDate.Of(SuspendedOn)} taken back: {Grounds.Reason}");
}

/// <summary>暂扣期满. The suspension's period was over.</summary>
/// <param name="LastDay">暂扣末日. The last day of the suspension.</param>
[Alias("licence.suspension-ended")]
public sealed record LicenceSuspensionEnded(DateOnly LastDay) : LicenceEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"暂扣期满（末日{LastDay:yyyy-MM-dd}），许可证恢复有效", $"The suspension ended with {LastDay:yyyy-MM-dd}; the licence is active again");

    /// <summary>The first day on which it is active again.</summary>
    public override DateOnly? EffectiveOn => LastDay.PlusDays(1);
}

/// <summary>许可证并非有效. The step needs an active licence.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-active")]
public sealed record LicenceNotActive(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，不是有效状态", $"The licence is {Terms.Of(Status).English}, not active");
}

/// <summary>不是认证证书. Only a certificate is suspended by a certification body.</summary>
/// <param name="Kind">种类. The kind of licence.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-a-certificate")]
public sealed record NotACertificate(LicenceKind Kind) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Terms.Of(Kind).Chinese}不由认证机构暂停，只有强制性产品认证证书可以这样登记",
        $"A {Terms.Of(Kind).English} is not suspended by a certification body; only a certificate is");
}

/// <summary>没有登记为认证机构暂停. Only what the certification body is said to have suspended is corrected so.</summary>
/// <param name="Number">证书编号.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-suspended-by-body")]
public sealed record NotSuspendedByBody(string Number) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"证书{Number}没有登记为认证机构暂停，无可更正；依案件决定暂扣的，按该决定的变更办理",
        $"Certificate {Number} is not recorded as suspended by its certification body; a suspension by a decision follows the decision");
}

/// <summary>许可证并未暂扣. The step needs a suspended licence.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-suspended")]
public sealed record LicenceNotSuspended(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，没有被暂扣", $"The licence is {Terms.Of(Status).English}, not suspended");
}

/// <summary>暂扣截止日已过. A suspension must end today or later.</summary>
/// <param name="Until">暂扣至. The last day that was given.</param>
/// <param name="Today">今天. The day of the decision.</param>
[GenerateSerializer, Immutable, Alias("refusal.suspension-ends-in-past")]
public sealed record SuspensionEndsInPast(DateOnly Until, DateOnly Today) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"暂扣截止日{Until:yyyy-MM-dd}早于今天{Today:yyyy-MM-dd}", $"The suspension would end on {Until:yyyy-MM-dd}, before today, {Today:yyyy-MM-dd}");
}
