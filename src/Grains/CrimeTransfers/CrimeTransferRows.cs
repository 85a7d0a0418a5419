using LinqToDB.Mapping;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送行. A crime transfer in lists. Money in 分.</summary>
[Table("crime_transfer")]
public sealed record CrimeTransferRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>移送编号.</summary>
    [Column("number", Length = 20), NotNull] public required string Number { get; init; }

    /// <summary>状态. The wire name of a <see cref="TransferStatus"/>.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>案件编号.</summary>
    [Column("case_number", Length = 20), NotNull] public required string CaseNumber { get; init; }

    /// <summary>案件名称.</summary>
    [Column("case_title", Length = 200), NotNull] public required string CaseTitle { get; init; }

    /// <summary>公安机关. The agency's code.</summary>
    [Column("agency", Length = 50), NotNull] public required string Agency { get; init; }

    /// <summary>责任科室. Or null.</summary>
    [Column("section", Length = 50), Nullable] public string? Section { get; init; }

    /// <summary>货值金额. In 分.</summary>
    [Column("goods_value"), NotNull] public required long GoodsValue { get; init; }

    /// <summary>启动日期. ISO text.</summary>
    [Column("opened_on", Length = 10), NotNull] public required string OpenedOn { get; init; }

    /// <summary>移送日期. ISO text, or null.</summary>
    [Column("sent_on", Length = 10), Nullable] public string? SentOn { get; init; }

    /// <summary>签收日期. ISO text, or null.</summary>
    [Column("received_on", Length = 10), Nullable] public string? ReceivedOn { get; init; }

    /// <summary>已逾期. Whether something owed has lapsed and is not done.</summary>
    [Column("is_overdue"), NotNull] public required bool IsOverdue { get; init; }

    /// <summary>提前介入. Whether the police were asked to step in.</summary>
    [Column("early_intervention"), NotNull] public required bool EarlyIntervention { get; init; }

    /// <summary>对公安机关可见. Whether the police's side may see it.</summary>
    [Column("visible"), NotNull] public required bool Visible { get; init; }
}

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
        },
        .. OpenWorkRow.Of(subject, transfer.Number, WireName.Of(transfer.Status), transfer.Section, transfer.Holders, transfer.Case.Title),
        .. SectionHandoverRow.Of(subject, transfer.Handovers),
    ];
}
