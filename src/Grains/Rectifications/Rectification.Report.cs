using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// What the enterprise reports, and more time for it.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInReport(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        ReportRectification when !rectification.AwaitsReport => new RectificationNotOpen(rectification.Status),
        ReportRectification c when FreeText.Missing("report", c.Report) is { } problem => problem,
        ReportRectification c => new RectificationReported(
            new RectificationReport(now.Day, c.Report.Trim(), IsLate: IsLate(rectification, now.Day)),
                DayFrom(StatutoryRules.Reinspection, now.Day, now.Calendar)),
        ExtendRectification when rectification.Status is not RectificationStatus.Ordered => new RectificationNotOpen(rectification.Status),
        ExtendRectification c when c.Grounds.Problem() is { } problem => problem,
        ExtendRectification c => DecideExtendRectification(rectification, c, now),
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInReport(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationReported e => rectification with
        {
            // What was reported in time and entered late had not fallen overdue; what failed stays so until it is re-inspected.
            Status = e.Report.IsLate && rectification.IsNotPutRight ? rectification.Status : RectificationStatus.Reported,
            Proposal = !e.Report.IsLate && rectification.Proposal is { Cause: ProposalCause.Overdue } ? null : rectification.Proposal,
            Report = e.Report,
            ReinspectBy = e.ReinspectBy,
            WarnOn = null,
        },
        RectificationExtended e => rectification with
        {
            Status = RectificationStatus.Ordered,
            Extension = e.Extension,
            DueOn = e.Extension.To,
            WarnOn = e.WarnOn,
            Report = null,
        },
        _ => null,
    };

    private static bool IsLate(RectificationState rectification, DateOnly day) =>
        rectification.Status is RectificationStatus.Failed || (rectification.Status is RectificationStatus.Overdue
            && day > rectification.DueOn);

    private static Decision<RectificationEvent> DecideExtendRectification(RectificationState rectification, ExtendRectification c, Circumstances now)
    {
        if (rectification.Extension is { } before)
        {
            return new RectificationAlreadyExtended(before.ExtendedOn);
        }

        var first = rectification.DueOn.PlusDays(1);
        return DueProblem(c.DueOn, first > now.Today ? first : now.Today) is { } problem
            ? problem
            : new RectificationExtended(
                new RectificationExtension(now.Day, rectification.DueOn, c.DueOn, c.Grounds.Trimmed()),
                now.Warning.DayOf(now.Today, c.DueOn),
                c.Grounds.Trimmed());
    }
}

/// <summary>整改报告. What the enterprise said it had done.</summary>
/// <param name="ReportedOn">报告日. The day it arrived (Asia/Shanghai).</param>
/// <param name="Text">内容. What it says, at most 2,000 characters.</param>
/// <param name="IsLate">逾期. Whether it came after the order's last day.</param>
[GenerateSerializer, Immutable, Alias("rectification-report")]
public sealed record RectificationReport(DateOnly ReportedOn, string Text, bool IsLate);

/// <summary>延期. The one extension of an order.</summary>
/// <param name="ExtendedOn">延期日. The day it was granted (Asia/Shanghai).</param>
/// <param name="From">原期限. The last day before.</param>
/// <param name="To">新期限. The last day since.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification-extension")]
public sealed record RectificationExtension(DateOnly ExtendedOn, DateOnly From, DateOnly To, Grounds Grounds);

/// <summary>报告整改情况. Records that the enterprise reports it done; also after its day, for a lapsed term never blocks the step that is late.</summary>
/// <param name="Report">内容. What the enterprise says.</param>
[GenerateSerializer, Immutable, Alias("rectification.report"), AllowedTo(Handling), Dated]
[Refuses<RectificationNotOpen>]
public sealed record ReportRectification([Longest(2000)] string Report) : RectificationCommand;

/// <summary>延长整改期限. Gives more time, once, with a reason.</summary>
/// <param name="DueOn">新期限. The new last day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.extend"), AllowedTo(Handling), Dated]
[Refuses<RectificationNotOpen, RectificationAlreadyExtended, RectificationDueTooEarly>]
public sealed record ExtendRectification(DateOnly DueOn, Grounds Grounds) : RectificationCommand;

/// <summary>企业已报告整改. The enterprise reported it done.</summary>
/// <param name="Report">整改报告. What it said.</param>
/// <param name="ReinspectBy">复查截止日. The last day of the re-inspection's term (Asia/Shanghai).</param>
[Alias("rectification.reported")]
public sealed record RectificationReported(RectificationReport Report, DateOnly ReinspectBy) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Report.IsLate
        ? new("企业逾期报告整改完成", "The enterprise reported completion after its day")
        : new($"企业报告整改完成，应于{ReinspectBy:yyyy-MM-dd}前复查", $"The enterprise reported completion; re-inspection by {ReinspectBy:yyyy-MM-dd}");
}

/// <summary>整改期限已延长. More time was given.</summary>
/// <param name="Extension">延期. From when to when.</param>
/// <param name="WarnOn">提醒日. The day on which a third of the new time is left, or null.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.extended")]
public sealed record RectificationExtended(RectificationExtension Extension, DateOnly? WarnOn, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"整改期限由{Extension.From:yyyy-MM-dd}延至{Extension.To:yyyy-MM-dd}：{Grounds.Reason}", $"Extended from {Extension.From:yyyy-MM-dd} to {Extension.To:yyyy-MM-dd}: {Grounds.Reason}");
}

/// <summary>已经延期. An order is extended once.</summary>
/// <param name="ExtendedOn">延期日. The day it was.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-already-extended")]
public sealed record RectificationAlreadyExtended(DateOnly ExtendedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"整改期限已于{ExtendedOn:yyyy-MM-dd}延长一次，不能再延长", $"The order was extended on {ExtendedOn:yyyy-MM-dd}; it is extended once only");
}
