using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Demo;

/// <summary>The campaign of the notice, as its file defines it, is one that the law grants.</summary>
public sealed class NoticeCampaignTests
{
    private static readonly DateOnly Start = DemoDays.OnOrBefore(Some.Today);
    private static readonly NoticeCampaign Notice = NoticeCampaign.Read();

    [Fact]
    public void Its_plan_is_granted_and_seats_go_with_offices_and_no_names()
    {
        var campaign = Planned();
        Assert.Equal(3, campaign.Phases.Length);
        Assert.Equal(Notice.Seats.Length, campaign.Seats.Length);
        Assert.All(campaign.Seats.Index(), one => Assert.Equal(Notice.NumberOfSeat(one.Index), one.Item.Number));
        Assert.All(campaign.Seats, seat => Assert.DoesNotContain(
            DemoPeople.All, person => seat.Office.Contains(person.DisplayName[..2], StringComparison.Ordinal)));
    }

    [Fact]
    public void Its_goals_have_the_figures_that_the_file_gives()
    {
        var campaign = Planned();
        Assert.Equal(
            Notice.Goals.Select(goal => (goal.Text, goal.Measure, goal.Violation, goal.Target)),
            campaign.Goals.Select(goal => (
                goal.Text,
                goal.Measure is { } measure ? WireName.Of(measure) : null,
                goal.Violation is { } violation ? WireName.Of(violation) : null,
                goal.Target)));
    }

    [Fact]
    public void Its_tasks_belong_to_sections_that_are_there()
    {
        var sections = DemoPeople.Sections.Select(one => one.Code).Concat(Section.List.Delivered.Select(one => one.Code)).ToHashSet();
        Assert.All(Notice.Tasks.SelectMany(task => (task.Sections ?? []).Append(task.Lead)), section => Assert.Contains(section, sections));
    }

    [Fact]
    public void What_became_of_its_tasks_is_granted_and_shows_every_state_in_which_one_is_owed_or_done()
    {
        var tasks = Notice.Assignments("SD2026", Start)
            .Select(command => Told(null, command, As("legal", Roles.Legal, Start)))
            .ToArray();
        foreach (var step in Notice.Steps(Start, DemoCampaign.Days, place => $"{place}").OrderBy(step => step.Day))
        {
            var place = int.Parse(SubjectKeys.Split(step.Subject).Key, System.Globalization.CultureInfo.InvariantCulture);
            var person = DemoPeople.Of(step.User);
            var now = new Circumstances(person.Acting(Guid.Empty), Some.TenOClock(step.Day), WorkingCalendar.BuiltIn);
            tasks[place] = Told(tasks[place], (CampaignTaskCommand)step.Command, Facts(now));
        }

        Assert.Equal(
            [
                CampaignTaskStatus.Assigned, CampaignTaskStatus.Accepted, CampaignTaskStatus.HandedIn, CampaignTaskStatus.Returned,
                CampaignTaskStatus.Done,
            ],
            tasks.Select(task => task.Status).Distinct().Order());
        Assert.Contains(tasks, task => task.IsOwed && task.DueOn < Start.AddDays(DemoCampaign.Days));
    }

    private static CampaignState Planned() => Notice.Plan(Start).Aggregate((CampaignState?)null, (state, command) =>
    {
        var decision = Campaign.Concept.Decided(state, command, CampaignsNow());
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, (folded, happened) => Campaign.Apply(folded, happened));
    })!;

    private static CampaignTaskState Told(CampaignTaskState? state, CampaignTaskCommand command, Circumstances now)
    {
        var decision = CampaignTask.Concept.Decided(state, command, now);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, (folded, happened) => CampaignTask.Apply(folded, happened))!;
    }

    private static Circumstances CampaignsNow() => As("legal", Roles.Legal, Start);

    private static Circumstances As(string user, Roles role, DateOnly day) => Facts(new Circumstances(
        new Actor(user, role, null, null, Guid.Empty), Some.TenOClock(day), WorkingCalendar.BuiltIn)
    { Key = "RW-0000000001" });

    private static Circumstances Facts(Circumstances now) => now.WithLists()
        .With(new CampaignFound(IsOpen: true, Until: Start.AddDays(Notice.Until)))
        .With(new LastSerialFound(0))
        .With(new TaskEvidenceFound(new Dictionary<string, KeptContent>()));
}
