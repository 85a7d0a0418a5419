using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Sections;

namespace ShuangDa.GraphQL.CampaignTasks;

/// <summary>重点任务. A task of a campaign's table: which section leads, who helps, what is to be reached by when.</summary>
[Name("CampaignTask"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class CampaignTaskType : HandledNode<CampaignTaskRow, CampaignTaskState>
{
    /// <summary>任务依据. Where the notice says so.</summary>
    public static string Basis(CampaignTaskState state) => state.Basis;

    /// <summary>配合科室. The codes of the sections that help.</summary>
    public static IReadOnlyList<string> PartnerSections(CampaignTaskState state) => state.PartnerSections;

    /// <summary>协作部门. The codes of the agencies that help.</summary>
    public static IReadOnlyList<string> PartnerAgencies(CampaignTaskState state) => state.PartnerAgencies;

    /// <summary>工作目标. What is to be reached, or null.</summary>
    public static string? Target(CampaignTaskState state) => state.Target;

    /// <summary>交办日. The day it was assigned (Asia/Shanghai).</summary>
    public static DateOnly AssignedOn(CampaignTaskState state) => state.AssignedOn;

    /// <summary>接受日. The day it was accepted (Asia/Shanghai), or null.</summary>
    public static DateOnly? AcceptedOn(CampaignTaskState state) => state.AcceptedOn;

    /// <summary>上交. What the section handed in, in order.</summary>
    public static IReadOnlyList<CampaignTaskReportType> Reports(CampaignTaskState state) =>
        [.. state.Reports.Select(one => new CampaignTaskReportType(one))];

    /// <summary>退回. How it was sent back, in order.</summary>
    public static IReadOnlyList<CampaignTaskReturnType> Returns(CampaignTaskState state) =>
        [.. state.Returns.Select(one => new CampaignTaskReturnType(one))];

    /// <summary>
    /// 审核期限. The last day on which the office looks at what was handed in (Asia/Shanghai); null where nothing waits, or it has passed.
    /// </summary>
    public static DateOnly? ReviewBy(CampaignTaskState state) => state.ReviewBy;

    /// <summary>办结意见. What was said when it was done or withdrawn, or null.</summary>
    public static string? Remark(CampaignTaskState state) => state.Remark;

    /// <summary>办结日. The day it was done or withdrawn (Asia/Shanghai), or null.</summary>
    public static DateOnly? EndedOn(CampaignTaskState state) => state.EndedOn;
}

/// <summary>上交. What a section handed in.</summary>
/// <param name="report">As it was recorded.</param>
[Name("CampaignTaskReport"), ReadableBy(Readers.Bureau)]
public sealed class CampaignTaskReportType(CampaignTaskReport report)
{
    /// <summary>上交日. The day (Asia/Shanghai).</summary>
    public DateOnly HandedInOn => report.On;

    /// <summary>完成情况. What was done.</summary>
    public string Text => report.Text;

    /// <summary>逾期. Whether it came after the day that was set.</summary>
    public bool IsLate => report.IsLate;

    /// <summary>佐证材料. Its files.</summary>
    public IReadOnlyList<AttachmentType> Attachments => AttachmentType.Of(report.Attachments);

    /// <summary>上交人. Who handed it in.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> HandedInBy(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.Load(field, database, report.By);
}

/// <summary>退回. What was handed in is to be put right by a new day.</summary>
/// <param name="back">As it was recorded.</param>
[Name("CampaignTaskReturn"), ReadableBy(Readers.Bureau)]
public sealed class CampaignTaskReturnType(CampaignTaskReturn back)
{
    /// <summary>退回日. The day (Asia/Shanghai).</summary>
    public DateOnly ReturnedOn => back.On;

    /// <summary>理由. What is missing.</summary>
    public string Reason => back.Reason;

    /// <summary>原期限. The last day before (Asia/Shanghai).</summary>
    public DateOnly DueBefore => back.DueBefore;

    /// <summary>整改期限. The last day since (Asia/Shanghai).</summary>
    public DateOnly DueOn => back.DueOn;
}
