using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>
/// 案件的通知. What of the events of a case concerns whom, beside the work that becomes theirs and the steps that wait for their decision.
/// </summary>
internal static class CaseNotices
{
    /// <summary>What is told of an event.</summary>
    /// <param name="before">The case before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The case after.</param>
    public static IEnumerable<Notice> Of(CaseState? before, CaseEvent happened, CaseState after) => happened switch
    {
        LeadRecorded => [new Notice(NotificationKind.Waiting, ToDecide(after), CaseDeadlines.Filing)],

        // Whoever proposes what becomes of a lead, or decides it, is no holder of it.
        CaseDeadlineNear { Kind: CaseDeadlines.Filing } e =>
            [.. Notice.ToEach(NotificationKind.Due, after.Holders, e.Kind), new Notice(NotificationKind.Due, ToDecide(after), e.Kind)],
        CaseDeadlineNear e =>
            [.. Notice.ToEach(NotificationKind.Due, after.Holders, e.Kind), .. ToLegal(after, NotificationKind.Due, e.Kind)],
        // What waits for approval is told to who may decide it.
        CaseDeadlineLapsed { Lapse: var lapse } e when lapse.Officer == WireName.Of(Roles.Leader)
            && Case.WaitingFor(after, lapse.Kind, e.Item) is { } waiting =>
            [
                new Notice(
                    NotificationKind.Late, Addressee.Holding(Roles.Leader) with { Deputies = WireName.Of(waiting.Step) }, lapse.Kind),
            ],
        CaseDeadlineLapsed { Lapse: var lapse } =>
            [.. Notice.OfLapse(lapse.Officer, lapse.Section, lapse.Kind), .. ToLegal(after, NotificationKind.Late, lapse.Kind)],
        CaseStepApproved e => Proposer(after, [e.Approval], NotificationKind.Answered),
        CaseStepReturned { IsTakenBack: false } e => Proposer(after, [e.Approval], NotificationKind.Returned),
        CaseProposalsLapsed e => Proposer(after, e.Approvals, NotificationKind.Returned),
        CaseReturnedForInvestigation => Notice.ToEach(NotificationKind.Returned, after.Holders),
        LegalReviewPassed => Notice.ToEach(NotificationKind.Answered, after.Holders),
        HearingChairNamed e => [new Notice(NotificationKind.Waiting, Addressee.Person(e.Chair))],

        // Review and hearing are the legal section's, by whichever step the case came there.
        _ when after.Stage is CaseStage.LegalReview or CaseStage.Hearing && before?.Stage != after.Stage =>
            [new Notice(NotificationKind.Waiting, Addressee.Holding(Roles.Legal))],
        _ => [],
    };

    // Of a case that no section has yet, the head says whose it is.
    private static Addressee ToDecide(CaseState of) =>
        of.Section is { } section ? Addressee.Holding(Roles.SectionHead, section) : Addressee.Holding(Roles.Leader);

    // The legal section and its head look after the review, the hearing and the publication; who presides, after the hearing.
    private static IEnumerable<Notice> ToLegal(CaseState of, NotificationKind kind, string term) =>
        !CaseDeadlines.OfLegal.Contains(term) ? []
        :
        [
            new Notice(kind, Addressee.Holding(Roles.Legal) with { WithHeads = true }, term),
            .. Notice.ToEach(kind, CaseDeadlines.OfHearing.Contains(term) && of.Rights?.Chair is { } chair ? [chair] : [], term),
        ];

    private static IEnumerable<Notice> Proposer(CaseState after, ImmutableArray<int> approvals, NotificationKind kind) =>
        from request in after.Approvals
        where approvals.Contains(request.Number)
        select new Notice(kind, Addressee.Person(request.AskedBy), WireName.Of(request.Step));
}
