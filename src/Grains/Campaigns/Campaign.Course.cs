using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

// Its course: started, summed up, closed (notice 四).
public static partial class Campaign
{
    private static Decision<CampaignEvent>? DecideInCourse(
        CampaignState campaign, CampaignCommand command, Circumstances now) => command switch
        {
            StartCampaign when campaign.Status is CampaignStatus.Running => Decision<CampaignEvent>.AlreadySo,
            StartCampaign when campaign.Status is not CampaignStatus.Prepared => new CampaignNotOpen(campaign.Status),
            StartCampaign c when c.Grounds.Problem() is { } problem => problem,
            StartCampaign c => new CampaignStarted(now.Day, now.Actor.User, c.Grounds.Trimmed()),
            SumUpCampaign when campaign.Status is not CampaignStatus.Running => new CampaignNotOpen(campaign.Status),
            SumUpCampaign c when FreeText.Missing("summary", c.Summary) is { } problem => problem,
            SumUpCampaign c when now.Required<OpenTasksFound>().Count is > 0 and var open => new CampaignHasOpenTasks(open),
            SumUpCampaign c => new CampaignSummedUp(now.Day, now.Actor.User, c.Summary.Trim()),
            CloseCampaign when campaign.Status is CampaignStatus.Closed => Decision<CampaignEvent>.AlreadySo,
            CloseCampaign when campaign.Status is not CampaignStatus.SummedUp => new CampaignNotOpen(campaign.Status),
            CloseCampaign c when FreeText.Missing("conclusion", c.Conclusion) is { } problem => problem,
            // One that was assigned while it was summed up is done or withdrawn first.
            CloseCampaign when now.Required<OpenTasksFound>().Count is > 0 and var open => new CampaignHasOpenTasks(open),
            CloseCampaign c => new CampaignClosed(now.Day, now.Actor.User, c.Conclusion.Trim()),
            _ => Decision<CampaignEvent>.NotOfThisStage,
        };

    private static CampaignState? ApplyInCourse(CampaignState campaign, CampaignEvent happened) => happened switch
    {
        CampaignStarted e => campaign with { Status = CampaignStatus.Running, StartedOn = e.On },
        CampaignSummedUp e => campaign with { Status = CampaignStatus.SummedUp, SummedUpOn = e.On, Summary = e.Text },
        CampaignClosed e => campaign with { Status = CampaignStatus.Closed, ClosedOn = e.On, Conclusion = e.Conclusion },
        _ => null,
    };
}

/// <summary>启动专项行动. The campaign goes on from that day.</summary>
/// <param name="Grounds">理由与依据. Why, and the paper that orders it.</param>
[GenerateSerializer, Immutable, Alias("campaign.start"), AllowedTo(Roles.Leader), Dated]
[Refuses<CampaignNotOpen>]
public sealed record StartCampaign(Grounds Grounds) : CampaignCommand;

/// <summary>总结专项行动. The bureau's summary is there; no task is open any more.</summary>
/// <param name="Summary">总结. What was done and reached.</param>
[GenerateSerializer, Immutable, Alias("campaign.sum-up"), AllowedTo(Campaign.Keepers), Dated]
[Refuses<CampaignNotOpen, CampaignHasOpenTasks>]
public sealed record SumUpCampaign([Longest(4000)] string Summary) : CampaignCommand;

/// <summary>结束专项行动. The leading group has accepted it, and it is over.</summary>
/// <param name="Conclusion">验收意见. What the leading group concluded.</param>
[GenerateSerializer, Immutable, Alias("campaign.close"), AllowedTo(Roles.Leader), Dated]
[Refuses<CampaignNotOpen, CampaignHasOpenTasks>]
public sealed record CloseCampaign([Longest(2000)] string Conclusion) : CampaignCommand;

/// <summary>未了任务情况. What the shell found of the campaign's tasks.</summary>
/// <param name="Count">未了任务数. How many are neither done nor withdrawn.</param>
public sealed record OpenTasksFound(int Count);

/// <summary>专项行动已启动. The campaign goes on.</summary>
/// <param name="On">启动日. The day (Asia/Shanghai).</param>
/// <param name="By">启动人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("campaign.started")]
public sealed record CampaignStarted(DateOnly On, string By, Grounds Grounds) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("启动专项行动", "Campaign started");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;

    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>专项行动已总结. The bureau's summary is there.</summary>
/// <param name="On">总结日. The day (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
/// <param name="Text">总结. What it says.</param>
[Alias("campaign.summed-up")]
public sealed record CampaignSummedUp(DateOnly On, string By, string Text) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("形成全局总结，提请领导小组验收", "Summed up; the leading group is asked to accept it");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>专项行动已结束. The campaign is over.</summary>
/// <param name="On">结束日. The day (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
/// <param name="Conclusion">验收意见. What the leading group concluded.</param>
[Alias("campaign.closed")]
public sealed record CampaignClosed(DateOnly On, string By, string Conclusion) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"专项行动结束：{Conclusion}", $"Campaign closed: {Conclusion}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>尚有未了任务. A campaign is summed up when every task is done or withdrawn.</summary>
/// <param name="Count">未了任务数. How many are not.</param>
[GenerateSerializer, Immutable, Alias("refusal.campaign-has-open-tasks")]
public sealed record CampaignHasOpenTasks(int Count) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"重点任务分解表尚有{Count}项任务未办结，办结或者取消后才能总结",
        $"{Count} tasks of the campaign are neither done nor withdrawn; it is summed up after that");
}
