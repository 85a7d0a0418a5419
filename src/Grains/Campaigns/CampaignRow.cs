using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

/// <summary>专项行动行. A campaign in lists.</summary>
[Table("campaign")]
public sealed record CampaignRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>代码. The code by which acts name it.</summary>
    [Column("code", Length = 50), NotNull, Field, Filter, Sort] public required string Code { get; init; }

    /// <summary>名称. What it is called.</summary>
    [Column("name", Length = 100), NotNull, Field, Filter] public required string Name { get; init; }

    /// <summary>执法领域. The area of law that it serves.</summary>
    [Column("area_of_law", Length = 100), NotNull, Field] public required string AreaOfLaw { get; init; }

    /// <summary>通知文号. The number of the notice that it carries out.</summary>
    [Column("notice_number", Length = 200), NotNull, Field] public required string NoticeNumber { get; init; }

    /// <summary>起始日期. Its first day (Asia/Shanghai).</summary>
    [
        Column("begins_on", Length = 10),
        NotNull,
        Day,
        Field("from"),
        Filter("from"),
        Sort("from")
    ]
    public required string From { get; init; }

    /// <summary>截止日期. Its last day.</summary>
    [
        Column("ends_on", Length = 10),
        NotNull,
        Day,
        Field("until"),
        Filter("until")
    ]
    public required string Until { get; init; }

    /// <summary>上级行动. The code of the campaign of which it is a part, or null.</summary>
    [Column("parent", Length = 50), Nullable, Field, Filter] public string? Parent { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Column("status", Length = 20), NotNull, Wire<CampaignStatus>, Field, Filter] public required string Status { get; init; }

    /// <summary>可以安排. Whether it goes on: its plan changes, and tasks are assigned in it.</summary>
    [Column("is_open"), NotNull, Field, Filter] public required bool IsOpen { get; init; }

    /// <summary>The rows that show a campaign.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="campaign">The state.</param>
    /// <param name="version">Its version.</param>
    internal static IReadOnlyList<Row> Of(string subject, CampaignState campaign, int version) =>
    [
        new CampaignRow
        {
            Subject = subject,
            Version = version,
            Code = campaign.Code,
            Name = campaign.Name,
            AreaOfLaw = campaign.AreaOfLaw,
            NoticeNumber = campaign.NoticeNumber,
            From = IsoDate.Of(campaign.From),
            Until = IsoDate.Of(campaign.Until),
            Parent = campaign.Parent,
            Status = WireName.Of(campaign.Status),
            IsOpen = campaign.IsOpen,
        },
    ];
}
