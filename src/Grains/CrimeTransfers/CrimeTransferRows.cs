using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Mapping;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送行. A crime transfer in lists. Money in 分.</summary>
[Table("crime_transfer")]
[HasParts<OpenWorkRow>("holders", "在办人员用户名. Transfers that go on by the user names of who holds them.")]
public sealed record CrimeTransferRow : WorkRow
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>移送编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>移送文号. The number that people say, such as 移〔2026〕12号, counted by section and year; also found as 2026-12. Null in those of
    /// before.</summary>
    [Column("official_number", Length = 20), Nullable, OfficialNumberText(NumberWord.CrimeTransfer), Field, Filter]
    public string? OfficialNumber { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Column("status", Length = 20), NotNull, Wire<TransferStatus>, Field, Filter, Sort] public required string Status { get; init; }

    /// <summary>案件编号.</summary>
    [Column("case_number", Length = 20), NotNull, Field, Filter, ReferenceFilter<CaseRow>(nameof(CaseRow.Number), "case", "案件. Transfers by the case that is transferred.")] public required string CaseNumber { get; init; }

    /// <summary>案件名称.</summary>
    [Column("case_title", Length = 200), NotNull, Field, Filter] public required string CaseTitle { get; init; }

    /// <summary>公安机关. The code of the agency it goes to.</summary>
    [Column("agency", Length = 50), NotNull, Field, Filter] public required string Agency { get; init; }

    /// <summary>责任科室.</summary>
    [Column("section", Length = 50), Nullable, Field, Filter] public string? Section { get; init; }

    /// <summary>货值金额（元）. As it was when the transfer was opened.</summary>
    [Column("goods_value"), NotNull, Fen, Field, Filter, Sort] public required long GoodsValue { get; init; }

    /// <summary>启动日期.</summary>
    [Column("opened_on", Length = 10), NotNull, Day, Field, Filter, Sort] public required string OpenedOn { get; init; }

    /// <summary>移送日期.</summary>
    [Column("sent_on", Length = 10), Nullable, Day, Field, Filter] public string? SentOn { get; init; }

    /// <summary>签收日期.</summary>
    [Column("received_on", Length = 10), Nullable, Day, Field] public string? ReceivedOn { get; init; }

    /// <summary>已逾期. Whether something that either side owes has lapsed and is still not done.</summary>
    [Column("is_overdue"), NotNull, Field("overdue"), Filter] public required bool IsOverdue { get; init; }

    /// <summary>提前介入. Whether the police were asked to step in at once.</summary>
    [Column("early_intervention"), NotNull, Field, Filter] public required bool EarlyIntervention { get; init; }

    /// <summary>对公安机关可见. Whether the police's side may see it.</summary>
    [Column("visible"), NotNull] public required bool Visible { get; init; }

    private static readonly Func<CrimeTransferRow, string, bool> Seen = SeenBy().Compile();

    /// <summary>What <see cref="CrimeTransferState.IsVisibleTo"/> says, of a row at hand or in a query.</summary>
    /// <param name="agency">The agency's code.</param>
    [ExpressionMethod(nameof(SeenBy))]
    public bool IsVisibleTo(string agency) => Seen(this, agency);

    private static Expression<Func<CrimeTransferRow, string, bool>> SeenBy() => static (row, agency) => row.Visible && row.Agency == agency;
}

/// <summary>移送计数行. Transfers by section, status and whether something has lapsed.</summary>
[Table("crime_transfer_count")]
public sealed record CrimeTransferCountRow : CountsOf<CrimeTransferRow>
{
    /// <summary>责任科室.</summary>
    [Column("section", Length = 50), Nullable] public string? Section { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>已逾期.</summary>
    [Column("is_overdue"), NotNull] public required bool IsOverdue { get; init; }
}

/// <summary>移送可查文字行. A text by which a transfer is found.</summary>
[Table("crime_transfer_text")]
public sealed record CrimeTransferTextRow : SearchTextRow;

/// <summary>The rows that show a transfer.</summary>
internal static class CrimeTransferRows
{
    public static IReadOnlyList<Row> Of(string subject, CrimeTransferState transfer, int version) =>
    [
        new CrimeTransferRow
        {
            Subject = subject,
            Version = version,
            Number = transfer.Number,
            OfficialNumber = transfer.Serial?.Plain,
            Serial = transfer.Serial,
            Status = WireName.Of(transfer.Status),
            CaseNumber = transfer.Case.Number,
            CaseTitle = transfer.Case.Title,
            Agency = transfer.Agency,
            Section = transfer.Section,
            GoodsValue = transfer.Case.GoodsValue,
            OpenedOn = IsoDate.Of(ShanghaiTime.DayOf(transfer.OpenedAt)),
            SentOn = transfer.SentAt is { } sent ? IsoDate.Of(ShanghaiTime.DayOf(sent)) : null,
            ReceivedOn = transfer.ReceivedAt is { } received ? IsoDate.Of(ShanghaiTime.DayOf(received)) : null,
            IsOverdue = transfer.IsOverdue,
            EarlyIntervention = transfer.EarlyIntervention is not null,
            Visible = transfer.IsVisible,
            Nearest = OwedTerm.First(CrimeTransferDeadlines.OfBureau(transfer)),
        },
        .. OpenWorkRow.Of(
            subject, transfer.Number, transfer.Serial, WireName.Of(transfer.Status), transfer.Section, transfer.Holders,
            CrimeTransferDeadlines.OfBureau(transfer),
            transfer.Case.Title),
        .. SectionHandoverRow.Of(subject, transfer.Handovers),
        .. LapsedOf(subject, transfer),
        .. WaitingOf(subject, transfer),
        .. SearchTexts.Of([transfer.Number, transfer.Serial?.Text, transfer.Serial?.Plain])
            .Select(text => new CrimeTransferTextRow { Subject = subject, Folded = text }),
    ];

    // The report waits for the principal head (移送规定 第五条), from the hour it came.
    private static IEnumerable<ApprovalRow> WaitingOf(string subject, CrimeTransferState transfer) =>
        transfer.Status is not TransferStatus.Reported ? []
        :
        [
            ApprovalRow.Of(subject, transfer.Number, transfer.Section, transfer.Case.Title, (
                1,
                ApprovalStep.CrimeTransfer,
                new BilingualText($"决定是否移送：{transfer.Case.Title}", $"Whether it is transferred: {transfer.Case.Title}"),
                transfer.Responsible,
                transfer.Clocks.Find(CrimeTransferDeadlines.Decision)?.Clock.StartedAt ?? transfer.OpenedAt)),
        ];

    /// <summary>What is overdue of it, with who answered for each when it lapsed.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="transfer">The transfer.</param>
    public static IEnumerable<LapsedDeadlineRow> LapsedOf(string subject, CrimeTransferState transfer) => LapsedDeadlineRow.Of(
        subject,
        transfer.Clocks,
        clock => transfer.Lapses.LastOrDefault(lapse => lapse.Kind == clock.Kind && lapse.DueAt == clock.DueAt) is { } lapse
            ? new Answering(lapse.Section, lapse.Officer)
            : CrimeTransferDeadlines.AnsweringFor(transfer, clock.Kind));
}
