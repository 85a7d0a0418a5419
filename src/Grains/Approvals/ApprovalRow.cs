using System.Collections.Immutable;
using LinqToDB.Mapping;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Approvals;

/// <summary>
/// 待审批行. A step that waits for the head's decision, whatever matter it belongs to: a proposal of a case, or what another matter waits for
/// by where it stands; what is decided has none.
/// </summary>
[Table("approval")]
public sealed record ApprovalRow : Row, INotifies
{
    /// <summary>序号. The proposal's number in the matter.</summary>
    [Column("item"), PrimaryKey(1), NotNull] public required int Item { get; init; }

    /// <summary>编号. The matter's number.</summary>
    [Column("number", Length = 30), NotNull] public required string Number { get; init; }

    /// <summary>审批种类. The wire name of the kind of step.</summary>
    [Column("step", Length = 20), NotNull, Wire<ApprovalStep>, Filter] public required string Step { get; init; }

    /// <summary>责任科室. The section that answers for the matter, or null.</summary>
    [Column("section", Length = 60), Nullable] public string? Section { get; init; }

    /// <summary>名称. What the matter is called.</summary>
    [Column("title", Length = 200), NotNull] public required string Title { get; init; }

    /// <summary>摘要. What would happen.</summary>
    [Column("summary", Length = 1000), NotNull] public required string Summary { get; init; }

    /// <summary>摘要. What would happen, in English.</summary>
    [Column("summary_english", Length = 1000), NotNull] public required string SummaryEnglish { get; init; }

    /// <summary>提请人. User name.</summary>
    [Column("asked_by", Length = 100), NotNull] public required string AskedBy { get; init; }

    /// <summary>提请时刻. UTC milliseconds.</summary>
    [Column("asked_at"), NotNull] public required long AskedAt { get; init; }

    /// <summary>
    /// Who may decide it is told: the head, and deputies whom an authorisation names for it; of a step after a failed rectification the
    /// head of the section and the legal section.
    /// </summary>
    IEnumerable<Notice> INotifies.Notices =>
        Step == WireName.Of(ApprovalStep.LadderMeasure)
            ? [
                new Notice(NotificationKind.Waiting, Addressee.Holding(Roles.Legal), Step),
                .. Section is null ? [] : (Notice[])[new(NotificationKind.Waiting, Addressee.Holding(Roles.SectionHead, Section), Step)],
            ]
            : [
                new Notice(
                    NotificationKind.Waiting,
                    Addressee.Holding(Roles.Leader) with
                    {
                        Deputies = WireName.Find<ApprovalStep>(Step)?.MayBeDelegated() == true ? Step : null,
                    },
                    Step),
            ];

    /// <summary>The rows of the proposals that wait in a matter.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="section">The section that answers for it, or null.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="requests">Its proposals.</param>
    internal static IEnumerable<ApprovalRow> Of(
        string subject,
        string number,
        string? section,
        string title,
        ImmutableArray<ApprovalRequest> requests) =>
        requests.Where(one => one.IsPending)
            .Select(one => Of(subject, number, section, title, (one.Number, one.Step, one.Summary, one.AskedBy, one.AskedAt)));

    /// <summary>The row of what a matter waits for.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="section">The section that answers for it, or null.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="waiting">Its number in the matter, which kind of step it is, what would happen, who asked for it and when.</param>
    internal static ApprovalRow Of(
        string subject,
        string number,
        string? section,
        string title,
        (int Item, ApprovalStep Step, BilingualText Summary, string AskedBy, DateTimeOffset AskedAt) waiting) => new()
        {
            Subject = subject,
            Item = waiting.Item,
            Number = number,
            Step = WireName.Of(waiting.Step),
            Section = section,
            Title = title,
            Summary = waiting.Summary.Chinese,
            SummaryEnglish = waiting.Summary.English,
            AskedBy = waiting.AskedBy,
            AskedAt = waiting.AskedAt.ToUnixTimeMilliseconds(),
        };
}
