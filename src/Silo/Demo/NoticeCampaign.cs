using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>
/// 通知所部署的专项行动. The campaign of the notice as a file defines it: phases, goals, seats that go with offices and never with
/// names, and the table of tasks. Days are counted from the campaign's first.
/// </summary>
/// <param name="Name">名称.</param>
/// <param name="AreaOfLaw">执法领域.</param>
/// <param name="NoticeNumber">通知文号.</param>
/// <param name="Until">截止日期. The last day, counted from the first.</param>
/// <param name="Phases">阶段.</param>
/// <param name="Goals">目标.</param>
/// <param name="Seats">席位.</param>
/// <param name="Tasks">重点任务.</param>
internal sealed record NoticeCampaign(
    string Name,
    string AreaOfLaw,
    string NoticeNumber,
    int Until,
    ImmutableArray<NoticePhase> Phases,
    ImmutableArray<NoticeGoal> Goals,
    ImmutableArray<NoticeSeat> Seats,
    ImmutableArray<NoticeTask> Tasks)
{
    private const string Resource = "ShuangDa.Silo.Demo.NoticeCampaign.json";

    /// <summary>The definition that comes with the program.</summary>
    public static NoticeCampaign Read()
    {
        using var file = typeof(NoticeCampaign).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the program.");
        return JsonSerializer.Deserialize<NoticeCampaign>(file, JsonSerializerOptions.Web)
            ?? throw new JsonException("The definition of the campaign is null.");
    }

    /// <summary>The commands that make the campaign and its plan, in their order.</summary>
    /// <param name="start">Its first day (Asia/Shanghai).</param>
    public IEnumerable<CampaignCommand> Plan(DateOnly start)
    {
        yield return new PrepareCampaign(Name, AreaOfLaw, NoticeNumber, start, start.AddDays(Until));
        var item = 0;
        foreach (var phase in Phases)
        {
            yield return new AddCampaignPhase(phase.Name, start.AddDays(phase.From), start.AddDays(phase.Until));
            var number = ++item;
            foreach (var owed in phase.Deliverables)
            {
                item++;
                yield return new AddCampaignDeliverable(number, owed.Text, start.AddDays(owed.Due), owed.Section);
            }
        }

        foreach (var goal in Goals)
        {
            yield return new AddCampaignGoal(
                goal.Text,
                goal.ProductClass,
                WireName.Find<ViolationKind>(goal.Violation),
                WireName.Find<Measure>(goal.Measure),
                goal.Target);
        }

        foreach (var seat in Seats)
        {
            yield return new AddCampaignSeat(
                WireName.Find<CampaignSeatKind>(seat.Kind) ?? throw new JsonException($"There is no seat of the kind '{seat.Kind}'."),
                seat.Office,
                seat.Section);
        }
    }

    /// <summary>The commands that assign its tasks, in their order.</summary>
    /// <param name="code">The campaign's code.</param>
    /// <param name="start">Its first day (Asia/Shanghai).</param>
    public IEnumerable<AssignCampaignTask> Assignments(string code, DateOnly start) => Tasks.Select(task => new AssignCampaignTask(
        code,
        task.Text,
        $"通知{task.Basis}",
        task.Lead,
        start.AddDays(task.Due),
        task.Sections ?? [],
        task.Agencies ?? [],
        task.Target));

    /// <summary>The number of a seat in the plan: it follows from what comes before it.</summary>
    /// <param name="place">Which seat, from 0.</param>
    public int NumberOfSeat(int place) => Phases.Length + Phases.Sum(phase => phase.Deliverables.Length) + Goals.Length + place + 1;

    /// <summary>
    /// What became of the tasks until today, in every state that a task can be in: those that are long due are done, one was sent
    /// back, one waits for the office, one is late.
    /// </summary>
    /// <param name="start">The campaign's first day (Asia/Shanghai).</param>
    /// <param name="days">How many days it has gone on.</param>
    /// <param name="numberOf">The number of a task by its place.</param>
    public IEnumerable<DemoStep> Steps(DateOnly start, int days, Func<int, string> numberOf)
    {
        foreach (var (place, task) in Tasks.Index())
        {
            var subject = SubjectKeys.Of(CampaignTask.Concept.Name, numberOf(place));
            var head = DemoPeople.HeadOf(task.Lead);

            // Of those that are due after today every other one has been accepted.
            var isFuture = task.Due >= days;
            if (!isFuture || place % 2 == 0)
            {
                yield return Step(Math.Min(3 + place, days - 2), head, new AcceptCampaignTask());
            }

            if (isFuture || place % 7 == 2)
            {
                continue;
            }

            var fate = place % 7;
            var handedIn = fate is 3 ? days - 3 : Math.Min(task.Due - 4, days - 12);
            yield return Step(handedIn, head, new HandInCampaignTask("已按分解表要求完成，情况和数据见附报材料"));
            if (fate is 3)
            {
                continue;
            }

            if (fate is 4)
            {
                yield return Step(handedIn + 3, "legal", new ReturnCampaignTask("缺少逐户检查记录，请补充后重新上交", start.AddDays(days + 10)));
                continue;
            }

            yield return Step(handedIn + 3, "legal", new ConfirmCampaignTask("符合分解表要求"));

            DemoStep Step(int day, string user, CampaignTaskCommand command) =>
                DemoStep.Of(DemoDays.OnOrBefore(start.AddDays(day)), subject, user, null, command);
        }
    }
}

/// <summary>阶段. A phase as the file has it.</summary>
/// <param name="Name">名称.</param>
/// <param name="From">起始日期. Counted from the campaign's first day.</param>
/// <param name="Until">截止日期. Counted likewise.</param>
/// <param name="Deliverables">应交材料.</param>
internal sealed record NoticePhase(string Name, int From, int Until, ImmutableArray<NoticeDeliverable> Deliverables);

/// <summary>应交材料. What is owed as the file has it.</summary>
/// <param name="Text">内容.</param>
/// <param name="Due">期限. Counted from the campaign's first day.</param>
/// <param name="Section">责任科室. The code, or null for each.</param>
internal sealed record NoticeDeliverable(string Text, int Due, string? Section = null);

/// <summary>目标. A goal as the file has it.</summary>
/// <param name="Text">内容.</param>
/// <param name="ProductClass">产品类别. The code, or null.</param>
/// <param name="Violation">违法行为. The wire name, or null.</param>
/// <param name="Measure">指标. The wire name, or null.</param>
/// <param name="Target">目标值. Or null.</param>
internal sealed record NoticeGoal(
    string Text, string? ProductClass = null, string? Violation = null, string? Measure = null, int? Target = null);

/// <summary>席位. A seat as the file has it.</summary>
/// <param name="Kind">席位. The wire name.</param>
/// <param name="Office">职务.</param>
/// <param name="Section">科室. The code, or null.</param>
internal sealed record NoticeSeat(string Kind, string Office, string? Section = null);

/// <summary>重点任务. A task as the file has it.</summary>
/// <param name="Text">任务.</param>
/// <param name="Basis">任务依据. Where the notice says so.</param>
/// <param name="Lead">牵头科室. The code.</param>
/// <param name="Due">完成期限. Counted from the campaign's first day.</param>
/// <param name="Sections">配合科室. Codes, or null.</param>
/// <param name="Agencies">协作部门. Codes, or null.</param>
/// <param name="Target">工作目标. Or null.</param>
internal sealed record NoticeTask(
    string Text,
    string Basis,
    string Lead,
    int Due,
    ImmutableArray<string>? Sections = null,
    ImmutableArray<string>? Agencies = null,
    string? Target = null);
