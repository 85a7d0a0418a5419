using System.Collections.Immutable;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// The holder of a licence ends, or was said to have ended by mistake.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInHolder(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        NoteHolderClosing when licence.HolderClosedOn is not null || IsEnded(licence.Status) => Decision<LicenceEvent>.AlreadySo,

        // 行政许可法 第七十条第三项: proposed to a person, who deregisters it; no new term is granted to who is no more.
        NoteHolderClosing c => new LicenceEventBuilder(licence)
            .With(new LicenceHolderClosingNoted(c.ClosedOn, licence.DeregistrationProposedOn ?? now.Today)).Expire(now.Today).Events,
        NoteHolderReopening when licence.HolderClosedOn is null => Decision<LicenceEvent>.AlreadySo,
        NoteHolderReopening => DecideNoteHolderReopening(licence, now),
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    /// <summary>Why nothing is taken any more from a holder that had ended by the day of the step, or null.</summary>
    private static LicenceHolderClosed? AfterHolder(LicenceState licence, Circumstances now) =>
        licence.HolderClosedOn is { } closed && now.Day >= closed ? new LicenceHolderClosed(licence.Enterprise, closed) : null;

    private static LicenceState? ApplyInHolder(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceHolderClosingNoted e => licence with
        {
            HolderClosedOn = e.ClosedOn,
            DeregistrationProposedOn = e.ProposedOn,
            ApplicationEnded = licence.RenewalApplication,
            RenewalApplication = null,
            NextNotice = null,
        },
        LicenceHolderReopeningNoted e => Reopened(licence) with { NextNotice = e.NextNotice },
        _ => null,
    };

    private static LicenceState Reopened(LicenceState licence)
    {
        var reopened = licence with
        {
            HolderClosedOn = null,
            ApplicationEnded = null,
            DeregistrationProposedOn = licence.Status is LicenceStatus.Expired ? licence.DeregistrationProposedOn : null,
        };

        // A term that was put right meanwhile and is still to begin has no renewal to wait for.
        return licence.ApplicationEnded is { } application && (licence.IsInForce || licence.Status is LicenceStatus.Expired)
            ? Standing(reopened, application)
            : reopened;
    }

    private static Decision<LicenceEvent> DecideNoteHolderReopening(LicenceState licence, Circumstances now)
    {
        var reopened = Reopened(licence);
        var next = (reopened.IsInForce && !reopened.StandsUntilDecided) || reopened.Status is LicenceStatus.NotYetValid
            ? LicenceRules.NoticesFrom(now.Today, licence.Term)
            : null;
        var facts = licence.Status is LicenceStatus.Expired && reopened.IsInForce
            ? now.Required<CountedSoFar>().Reversing(Measure.LicencesExpired) : [];
        return new LicenceHolderReopeningNoted(now.Today, next, facts);
    }
}

/// <summary>持证企业终止查询结果. What the register of enterprises says of the holder's end.</summary>
/// <param name="ClosedOn">终止日期. The day on which it ended (Asia/Shanghai); null while it has not.</param>
public sealed record HolderEnd(DateOnly? ClosedOn)
{
    /// <summary>It has not ended.</summary>
    public static HolderEnd None { get; } = new(ClosedOn: null);
}

/// <summary>登记企业终止. Tells the licence that its holder has ended: an open application for renewal ends, and its deregistration is
/// proposed.</summary>
/// <param name="ClosedOn">终止日期. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("licence.note-holder-closing"), AllowedTo(Roles.SectionHead | Roles.System), NotOffered]
public sealed record NoteHolderClosing(DateOnly ClosedOn) : LicenceCommand;

/// <summary>登记企业恢复. Tells the licence that its holder had been closed by mistake.</summary>
[GenerateSerializer, Immutable, Alias("licence.note-holder-reopening"), AllowedTo(Roles.SectionHead), NotOffered]
public sealed record NoteHolderReopening : LicenceCommand;

/// <summary>持证企业已终止. The holder has ended: no renewal is open any more, and deregistration is proposed (行政许可法 第七十条第三项).</summary>
/// <param name="ClosedOn">终止日期. The day on which the holder ended (Asia/Shanghai).</param>
/// <param name="ProposedOn">建议日. The day on which deregistration was proposed.</param>
[Alias("licence.holder-closed")]
public sealed record LicenceHolderClosingNoted(DateOnly ClosedOn, DateOnly ProposedOn) : LicenceEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("持证企业已终止，建议注销", "The holder has ended: deregistration is proposed");

    /// <summary>The day on which the holder ended.</summary>
    public override DateOnly? EffectiveOn => ClosedOn;

    /// <inheritdoc/>
    public override string? LegalBasis => "行政许可法 第七十条第三项";
}

/// <summary>持证企业已恢复. The holder had been closed by mistake: what followed from that is taken back.</summary>
/// <param name="ReopenedOn">恢复日. The day (Asia/Shanghai).</param>
/// <param name="NextNotice">下一提醒. The next notice; null when none is left.</param>
/// <param name="Facts">计量更正. What is no longer counted.</param>
[Alias("licence.holder-reopened")]
public sealed record LicenceHolderReopeningNoted(DateOnly ReopenedOn, LicenceNotices? NextNotice, ImmutableArray<CountedFact> Facts)
    : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("持证企业的终止系误记，撤回注销建议", "The holder had been closed by mistake; the proposal is taken back");
}

/// <summary>持证企业已终止. Nothing is renewed for a holder that has ended, and nothing taken from it: its licence is deregistered
/// (行政许可法 第七十条第三项).</summary>
/// <param name="Enterprise">持证企业. Its credit code.</param>
/// <param name="ClosedOn">终止日期. The day it ended.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-holder-closed")]
public sealed record LicenceHolderClosed(string Enterprise, DateOnly ClosedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"持证企业{Enterprise}已于{ClosedOn:yyyy-MM-dd}终止，自当日起不再延续、暂扣、提请撤销或者吊销其许可证，应当注销"
            + "（行政许可法第七十条第三项）",
        $"The holder, {Enterprise}, ended on {ClosedOn:yyyy-MM-dd}; from that day its licence is neither renewed nor suspended, revoked or "
            + "proposed for withdrawal: it is deregistered");
}
