using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>
/// 日报汇总的规则. The supervision and legal section collects what the sections reported of a day, the head of the bureau approves it, and it
/// is sent up to the city bureau (notice 三〔五〕: 监督与法制科汇总后按时上报市局). Who has not reported is named and never filled in.
/// </summary>
public static partial class DailySummary
{
    /// <summary>汇总编号前缀. The letters before a summary's number.</summary>
    public const string Prefix = "HZ";

    /// <summary>审批的角色. Who may be the head of the bureau, or a deputy whom an authorisation names.</summary>
    internal const Roles Deciders = Roles.Leader | Roles.SectionHead;

    /// <summary>日报汇总. The concept.</summary>
    public static Concept<DailySummaryState, DailySummaryCommand, DailySummaryEvent> Concept { get; } = new()
    {
        Name = "daily-summary",
        Title = new BilingualText("日报汇总", "Daily summary"),
        Json = DailySummaryJson.Default,
        RowTypes = [typeof(DailySummaryRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = DailySummaryRow.Of,
        Deadlines = static _ => [],
        UniqueNames = static summary => [IsoDate.Of(summary.Day)],
        WhenDue = static (kind, _) => throw new InvalidOperationException($"A daily summary has no deadline of the kind '{kind}'."),
        Notices = DailySummaryNotices.Of,
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="summary">The state, or null while there is no such summary.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<DailySummaryEvent> Decide(DailySummaryState? summary, DailySummaryCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (summary, command) switch
        {
            (null, CollectDailyReports c) => DecideCollectDailyReports(c, now),
            (null, _) => new NotFound(Concept.Name, now.Key),
            ({ } known, CollectDailyReports) => new AlreadyExists(Concept.Name, known.Number),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<DailySummaryEvent> DecideByStage(DailySummaryState summary, DailySummaryCommand command, Circumstances now) =>
        DecideInCollection(summary, command, now)
        ?? DecideInSending(summary, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a daily summary does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="summary">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static DailySummaryState Apply(DailySummaryState? summary, DailySummaryEvent happened) =>
        happened is DailyReportsCollected collected ? Begun(collected)
        : summary is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the reports were collected.")
        : ApplyInCollection(summary, happened)
        ?? ApplyInSending(summary, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a daily summary does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="summary">A state.</param>
    public static IReadOnlyList<string> Check(DailySummaryState summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var isApproved = summary.Status is DailySummaryStatus.Approved or DailySummaryStatus.Sent or DailySummaryStatus.Receipted;
        return
        [
            .. When(
                DrawnNumber.Parse(Prefix, summary.Number, out _) is not null,
                $"its number '{summary.Number}' is not one in normal form"),
            .. When(summary.Collection.Reports.IsEmpty, "it is of no report"),
            .. When(isApproved && summary.ApprovedBy is null, "nobody approved it"),
            .. When(
                summary.Status is DailySummaryStatus.Sent or DailySummaryStatus.Receipted && summary.Sendings.IsEmpty,
                "it was not sent"),
        ];
    }
}
