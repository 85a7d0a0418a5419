using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>
/// 整改的通知. What of the events of an order concerns whom, beside the work that becomes theirs and the measures that wait for a decision.
/// </summary>
internal static class RectificationNotices
{
    /// <summary>What is told of an event.</summary>
    /// <param name="before">The order before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The order after.</param>
    public static IEnumerable<Notice> Of(RectificationState? before, RectificationEvent happened, RectificationState after) =>
        happened switch
        {
            RectificationWarned => Notice.ToEach(NotificationKind.Due, after.Holders, RectificationDeadlines.Due),
            RectificationFellOverdue => Notice.OfLapse(after.Responsible, after.Order.Section, RectificationDeadlines.Due),
            RectificationDeadlineLapsed { Lapse: var lapse } => Notice.OfLapse(lapse.Officer, lapse.Section, lapse.Kind),
            RectificationReported or RectificationMeasureAnswered => Notice.ToEach(NotificationKind.Answered, after.Holders),

            // What the clock proposed was proposed by nobody, and nobody waits for the answer but who holds the order.
            RectificationMeasureDecided { Decided.Accepted: var accepted } => Notice.ToEach(
                accepted ? NotificationKind.Answered : NotificationKind.Returned, [before?.Proposal?.By ?? after.Responsible]),
            _ => [],
        };
}
