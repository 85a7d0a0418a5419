using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// What becomes of an open order whose enterprise has ended: no measure follows it any more but the deregistration of the licence
// (行政许可法 第七十条第三项), so that nothing is proposed that could only be declined.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInEnd(
        RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
        {
            NoteEnterpriseClosing or NoteEnterpriseReopening when !rectification.IsOpen => Decision<RectificationEvent>.AlreadySo,
            NoteEnterpriseClosing c => (List<RectificationEvent>)[.. Ending(rectification, c.ClosedOn, now)],
            NoteEnterpriseReopening => (List<RectificationEvent>)[.. Reopening(rectification, now)],
            _ => Decision<RectificationEvent>.NotOfThisStage,
        };

    private static RectificationState? ApplyInEnd(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationProposalWithdrawn { ClosedOn: null } => rectification with { Proposal = null },
        RectificationProposalWithdrawn e => rectification with { Proposal = null, WithdrawnAtEnd = e.Proposal },
        RectificationTermsEnded e => rectification with { EnterpriseEndedOn = e.ClosedOn },
        RectificationTermsResumed e => rectification with
        {
            EnterpriseEndedOn = null,
            ReinspectBy = e.ReinspectBy ?? rectification.ReinspectBy,
        },
        _ => null,
    };

    /// <summary>The end of the enterprise, where it has ended by today; what the clock proposes cannot be taken after it.</summary>
    private static EndedEnterprise? EndOf(Circumstances now) =>
        now.Required<RectificationFacts>().Ended is { } ended && ended.On <= now.Today ? ended : null;

    /// <summary>
    /// What is proposed without anybody's asking: a rung of the ladder, or of an enterprise that has ended the deregistration of its
    /// licence, where that stands; else nothing.
    /// </summary>
    private static IEnumerable<RectificationEvent> ProposedNext(
        RectificationState rectification, RectificationMeasure? rung, ProposalCause cause, DateOnly on, Circumstances now) =>
        EndOf(now) is not null ? ProposedAtEnd(rectification, now)
        : rung is { } measure ? [Proposed(measure, cause, on, now)]
        : [];

    private static IEnumerable<RectificationEvent> ProposedAtEnd(RectificationState rectification, Circumstances now) =>
        now.Required<RectificationFacts>().Licence is { } licence && rectification.Order.Licence == licence.Number
            && Admits(licence, RectificationMeasure.Deregistration)
            && Unlawful(rectification, RectificationMeasure.Deregistration, now.Today) is null
            ? [Proposed(RectificationMeasure.Deregistration, ProposalCause.EnterpriseEnded, now.Today, now)]
            : [];

    private static IEnumerable<RectificationEvent> Ending(RectificationState rectification, DateOnly closedOn, Circumstances now) =>
    [
        .. rectification.Proposal is { Measure: not RectificationMeasure.Deregistration } proposal
            ? [new RectificationProposalWithdrawn(proposal, closedOn, now.Today) { Den = rectification.Order.Den }]
            : (RectificationEvent[])[],
        .. rectification.IsBanned || rectification.Proposal is { Measure: RectificationMeasure.Deregistration }
            || rectification is { EnterpriseEndedOn: not null, Proposal: null } ? [] : ProposedAtEnd(rectification, now),
        .. rectification.EnterpriseEndedOn is null
            ? [new RectificationTermsEnded(closedOn, now.Today) { Den = rectification.Order.Den }]
            : (RectificationEvent[])[],
    ];

    // What was taken back for an end that never was is proposed again; its term runs from the day on which that is known.
    private static List<RectificationEvent> Reopening(RectificationState rectification, Circumstances now)
    {
        var mistaken = rectification.Proposal is { Cause: ProposalCause.EnterpriseEnded } proposal ? proposal : null;
        var resumed = Resuming(rectification, now).ToList();
        if (mistaken is null && rectification.Proposal is not null)
        {
            return resumed;
        }

        // What fell overdue or failed while it was held to have ended was led on to nothing else.
        var known = resumed.Aggregate(rectification, static (state, happened) => Apply(state, happened));
        var cause = known.Status is RectificationStatus.Failed ? ProposalCause.Failed : ProposalCause.Overdue;
        RectificationEvent? again = !known.IsNotPutRight || known.IsBanned ? null
            : known.WithdrawnAtEnd is { } before
                ? new RectificationMeasureProposed(before with { DecideBy = DecideBy(now.Today, now) })
            : known.Measures.IsEmpty && NextRung(known, now.Today) is { } rung
                ? Proposed(rung, cause, now.Today, now)
            : null;
        return
        [
            .. resumed,
            .. mistaken is null
                ? (RectificationEvent[])[]
                : [new RectificationProposalWithdrawn(mistaken, null, now.Today) { Den = rectification.Order.Den }],
            .. again is null ? (RectificationEvent[])[] : [again],
        ];
    }

    // The enterprise's day is what it was. Our own term to look at it was no one's to keep meanwhile, and runs from today where it is over.
    private static IEnumerable<RectificationEvent> Resuming(RectificationState rectification, Circumstances now)
    {
        if (rectification.EnterpriseEndedOn is null)
        {
            yield break;
        }

        var lookBy = DayFrom(StatutoryRules.Reinspection, now.Today, now.Calendar);
        yield return new RectificationTermsResumed(now.Today, rectification.ReinspectBy < now.Today ? lookBy : null)
        {
            Den = rectification.Order.Den,
        };
        if (rectification.Status is RectificationStatus.Ordered && rectification.DueOn < now.Today)
        {
            yield return new RectificationFellOverdue(rectification.DueOn, lookBy);
        }
    }
}

/// <summary>登记企业终止. Tells an open order that its enterprise has ended: its terms run no more, a measure that is proposed is taken back,
/// and the deregistration of the licence proposed, where there is one.</summary>
/// <param name="ClosedOn">终止日期. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("rectification.note-enterprise-closing"), AllowedTo(Roles.SectionHead | Roles.System), NotOffered]
public sealed record NoteEnterpriseClosing(DateOnly ClosedOn) : RectificationCommand;

/// <summary>登记企业恢复. Tells an open order that its enterprise had been closed by mistake.</summary>
[GenerateSerializer, Immutable, Alias("rectification.note-enterprise-reopening"), AllowedTo(Roles.SectionHead), NotOffered]
public sealed record NoteEnterpriseReopening : RectificationCommand;

/// <summary>处理建议已撤回. A measure is no longer proposed, because the enterprise has ended, or had not ended after all.</summary>
/// <param name="Proposal">处理建议. The one that was taken back.</param>
/// <param name="ClosedOn">终止日期. The day on which the enterprise ended (Asia/Shanghai); null where its end was recorded by mistake.</param>
/// <param name="On">撤回日. The day (Asia/Shanghai).</param>
[Alias("rectification.proposal-withdrawn")]
public sealed record RectificationProposalWithdrawn(MeasureProposal Proposal, DateOnly? ClosedOn, DateOnly On)
    : RectificationEvent, IMadeByClock
{
    /// <summary>窝点. The number of the den that ended; null where an enterprise did.</summary>
    public string? Den { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => ClosedOn is { } closedOn
        ? new(
            $"{EndedOne.Of(Den).Chinese}已于{IsoDate.Of(closedOn)}终止，撤回“{Terms.Of(Proposal.Measure).Chinese}”的建议",
            $"The {EndedOne.Of(Den).English} ended on {IsoDate.Of(closedOn)}; no longer proposed: {Terms.Of(Proposal.Measure).English}")
        : new(
            $"企业终止系误记，撤回“{Terms.Of(Proposal.Measure).Chinese}”的建议",
            $"The enterprise had not ended; no longer proposed: {Terms.Of(Proposal.Measure).English}");

    /// <summary>The day it was taken back.</summary>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>期限不再计算. The terms of an order run no more, because its enterprise has ended: nobody is left to put anything right, and nothing
/// lapses in anybody's name.</summary>
/// <param name="ClosedOn">终止日期. The day on which the enterprise ended (Asia/Shanghai).</param>
/// <param name="On">日期. The day on which the order was told (Asia/Shanghai).</param>
[Alias("rectification.terms-ended")]
public sealed record RectificationTermsEnded(DateOnly ClosedOn, DateOnly On) : RectificationEvent, IMadeByClock
{
    /// <summary>窝点. The number of the den that ended; null where an enterprise did.</summary>
    public string? Den { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{EndedOne.Of(Den).Chinese}已于{IsoDate.Of(ClosedOn)}终止，整改、复查等期限不再计算",
        $"The {EndedOne.Of(Den).English} ended on {IsoDate.Of(ClosedOn)}: no term of this order runs any more");

    /// <summary>The day on which the order was told.</summary>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>期限恢复计算. The terms of an order run again, because its enterprise had not ended after all.</summary>
/// <param name="On">日期. The day on which the order was told (Asia/Shanghai).</param>
/// <param name="ReinspectBy">复查截止日. The last day to re-inspect, where that term was over meanwhile; null where it runs as before.</param>
[Alias("rectification.terms-resumed")]
public sealed record RectificationTermsResumed(DateOnly On, DateOnly? ReinspectBy) : RectificationEvent, IMadeByClock
{
    /// <summary>窝点. The number of the den that is there again; null where an enterprise had not ended.</summary>
    public string? Den { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Den is null
        ? new("企业终止系误记，整改、复查等期限恢复计算", "The enterprise had not ended: the terms of this order run again")
        : new("窝点已恢复，整改、复查等期限恢复计算", "The den is there: the terms of this order run again");

    /// <summary>The day on which the order was told.</summary>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>终止的对象. Whose end the sentences of an order tell.</summary>
internal static class EndedOne
{
    /// <summary>The words for an enterprise or a den.</summary>
    /// <param name="den">The den's number; null of an enterprise.</param>
    public static BilingualText Of(string? den) => den is null ? new("企业", "enterprise") : new("窝点", "den");
}
