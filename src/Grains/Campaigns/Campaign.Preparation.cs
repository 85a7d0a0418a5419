using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

// How a campaign comes to be.
public static partial class Campaign
{
    private static Decision<CampaignEvent> DecidePrepareCampaign(PrepareCampaign c, Circumstances now)
    {
        var parent = FreeText.Given(c.Parent);
        return (ListedName.ProblemWithCode(now.Key) ?? ListedName.Lookalike("code", now.Key)
                ?? FreeText.Missing("name", c.Name)
                ?? FreeText.Missing("areaOfLaw", c.AreaOfLaw)
                ?? FreeText.Missing("noticeNumber", c.NoticeNumber)
                ?? SpanProblem(c.From, c.Until)
                ?? now.NotOpenCampaign("parent", parent)) is { } problem ? problem
            : parent is not null && now.Required<CampaignFound>().Parent is not null ? new InvalidInput(
                "parent", "子行动之下不再设子行动，请选择其上级行动", "A part of a campaign has no parts of its own; name the campaign above it")
            : parent is not null && BeyondParent(c, now.Required<CampaignFound>()) is { } beyond ? beyond
            : new CampaignPrepared(
                now.Key, c.Name.Trim(), c.AreaOfLaw.Trim(), c.NoticeNumber.Trim(), c.From, c.Until, parent, now.Today, now.Actor.User);
    }

    private static InvalidInput? BeyondParent(PrepareCampaign c, CampaignFound parent) =>
        parent.Beyond("from", c.From) ?? parent.Beyond("until", c.Until);

    private static CampaignState Begun(CampaignPrepared e) => new()
    {
        Code = e.Code,
        Name = e.Name,
        AreaOfLaw = e.AreaOfLaw,
        NoticeNumber = e.NoticeNumber,
        From = e.From,
        Until = e.Until,
        Parent = e.Parent,
        Status = CampaignStatus.Prepared,
    };

    private static InvalidInput? SpanProblem(DateOnly from, DateOnly until) =>
        PlausibleDays.Problem("from", from)
        ?? PlausibleDays.Problem("until", until)
        ?? (until < from ? new InvalidInput("until", "截止日期早于起始日期", "It would end before it begins") : null);
}

/// <summary>筹备专项行动. Enters a campaign, so that it can be planned and acts can name it.</summary>
/// <param name="Name">名称. What it is called.</param>
/// <param name="AreaOfLaw">执法领域. The area of law that it serves.</param>
/// <param name="NoticeNumber">通知文号. The number of the notice that it carries out.</param>
/// <param name="From">起始日期. Its first day (Asia/Shanghai).</param>
/// <param name="Until">截止日期. Its last day.</param>
/// <param name="Parent">上级行动. The code of the campaign of which it is a part; left out, none.</param>
[GenerateSerializer, Immutable, Alias("campaign.prepare"), AllowedTo(Campaign.Keepers), Creates]
[Refuses<AlreadyExists>]
public sealed record PrepareCampaign(
    [Longest(Campaign.LongestName)] string Name,
    [Longest(100)] string AreaOfLaw,
    [Longest(Grounds.LongestDocumentNumber)] string NoticeNumber,
    DateOnly From,
    DateOnly Until,
    [Longest(ListedName.CodeLength)] string? Parent = null) : CampaignCommand, INamesCampaign
{
    string? INamesCampaign.Campaign => Parent;
}

/// <summary>专项行动已筹备. A campaign was entered.</summary>
/// <param name="Code">代码. The code by which acts name it.</param>
/// <param name="Name">名称. What it is called.</param>
/// <param name="AreaOfLaw">执法领域. The area of law that it serves.</param>
/// <param name="NoticeNumber">通知文号. The number of the notice.</param>
/// <param name="From">起始日期. Its first day (Asia/Shanghai).</param>
/// <param name="Until">截止日期. Its last day.</param>
/// <param name="Parent">上级行动. The campaign of which it is a part, or null.</param>
/// <param name="On">日期. The day it was entered (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
[Alias("campaign.prepared")]
public sealed record CampaignPrepared(
    string Code,
    string Name,
    string AreaOfLaw,
    string NoticeNumber,
    DateOnly From,
    DateOnly Until,
    string? Parent,
    DateOnly On,
    string By)
    : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"筹备专项行动：{Name}，{From:yyyy-MM-dd}至{Until:yyyy-MM-dd}",
        $"Campaign prepared: {Name}, from {From:yyyy-MM-dd} to {Until:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override string? Document => NoticeNumber;
}
