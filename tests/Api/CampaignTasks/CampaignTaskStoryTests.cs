using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.CampaignTasks;

/// <summary>A campaign with its table of tasks, from the first day to the last.</summary>
public sealed class CampaignTaskStoryTests
{
    private const string Task = "campaignTask{number serial status awaits isLate}";

    [Fact]
    public async Task A_campaign_is_prepared_its_tasks_go_through_section_and_office_and_it_is_closed()
    {
        await using var api = await ApiServer.StartAsync();
        var (legal, leader, head) = (await api.As(Roles.Legal), await api.As(Roles.Leader), await api.As(Roles.SectionHead));
        var prepared = new
        {
            code = "SD2026",
            name = "双打专项行动",
            areaOfLaw = "产品质量",
            noticeNumber = "澄市监发〔2026〕11号",
            from = "2020-01-01",
            until = "2199-12-31",
        };
        Assert.Equal(("", "PREPARED"), await legal.Do("prepareCampaign", prepared, "campaign{status}") is var made
            ? (made.Refusal(), made.Text("campaign.status")) : default);
        Assert.Equal("AlreadyExistsError ALREADY_EXISTS", (await legal.Do("prepareCampaign", prepared, "campaign{status}")).Refusal());

        object Of(string campaign) => new { campaign, text = "全面检查", basis = "二〔二〕", leadSection = "INSPECTION", dueOn = "2199-12-30" };
        Assert.Equal("InvalidInputError INVALID_INPUT", (await legal.Do("assignCampaignTask", Of("SD2027"), Task)).Refusal());
        var first = await legal.Do("assignCampaignTask", Of("SD2026"), Task);
        var second = await legal.Do("assignCampaignTask", Of("SD2026"), Task);
        Assert.Equal(("1", "2", "LEAD_SECTION"),
            (first.Text("campaignTask.serial"), second.Text("campaignTask.serial"), first.Text("campaignTask.awaits")));
        var number = first.Text("campaignTask.number");

        Assert.Equal("", (await leader.Do(
            "startCampaign", new { code = "SD2026", reason = "按通知启动", basis = "通知四" }, "campaign{status}")).Refusal());
        Assert.Equal("CampaignTaskNotOpenError CAMPAIGN_TASK_NOT_OPEN",
            (await head.Do("handInCampaignTask", new { number, text = "已完成" }, Task)).Refusal());
        Assert.Equal("", (await head.Do("acceptCampaignTask", new { number }, Task)).Refusal());
        Assert.Equal("OFFICE", (await head.Do("handInCampaignTask", new { number, text = "已完成" }, Task)).Text("campaignTask.awaits"));
        Assert.Equal("CampaignHasOpenTasksError CAMPAIGN_HAS_OPEN_TASKS",
            (await legal.Do("sumUpCampaign", new { code = "SD2026", summary = "已完成" }, "campaign{status}")).Refusal());
        Assert.Equal("DONE", (await legal.Do("confirmCampaignTask", new { number }, Task)).Text("campaignTask.status"));
        Assert.Equal("WITHDRAWN", (await legal.Do(
            "withdrawCampaignTask", new { number = second.Text("campaignTask.number"), reason = "并入" }, Task)).Text("campaignTask.status"));

        var progress = (await head.Ask("{campaignProgress(campaign:\"SD2026\"){section total done withdrawn}}")).Data();
        Assert.Equal(("INSPECTION", "1", "1", "1"), (
            progress.Text("campaignProgress.0.section"), progress.Text("campaignProgress.0.total"),
            progress.Text("campaignProgress.0.done"), progress.Text("campaignProgress.0.withdrawn")));
        Assert.Equal("SUMMED_UP", (await legal.Do(
            "sumUpCampaign", new { code = "SD2026", summary = "已完成" }, "campaign{status}")).Text("campaign.status"));
        Assert.Equal("CLOSED", (await leader.Do(
            "closeCampaign", new { code = "SD2026", conclusion = "通过验收" }, "campaign{status}")).Text("campaign.status"));
        Assert.Equal("InvalidInputError INVALID_INPUT", (await legal.Do("assignCampaignTask", Of("SD2026"), Task)).Refusal());
    }
}
