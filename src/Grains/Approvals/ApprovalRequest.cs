using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Approvals;

/// <summary>审批结果. What became of a proposal.</summary>
[JsonConverter(typeof(WireNameConverter<ApprovalOutcome>))]
public enum ApprovalOutcome
{
    /// <summary>The head approved it, and it took effect.</summary>
    [Term("已批准", "approved")]
    Approved,

    /// <summary>The head returned it with a reason.</summary>
    [Term("已退回", "returned")]
    Returned,

    /// <summary>Whoever proposed it took it back.</summary>
    [Term("已撤回", "taken back")]
    Withdrawn,

    /// <summary>It has no object any more: the matter ended, or its time to be approved ran out.</summary>
    [Term("已失效", "lapsed")]
    Lapsed,
}

/// <summary>审批事项. A step that somebody proposed, and what the head made of it.</summary>
/// <param name="Number">序号. Its number in the matter, from 1.</param>
/// <param name="Step">审批种类. What kind of step it is; says which deputies may decide it.</param>
/// <param name="Command">命令. The alias of the command that takes effect when it is approved.</param>
/// <param name="Body">命令内容. The command in its stored form, JSON.</param>
/// <param name="Summary">摘要. What would happen, in one line for people.</param>
/// <param name="AskedBy">提请人. User name.</param>
/// <param name="AskedAt">提请时刻. When (UTC).</param>
/// <param name="Outcome">结果. What became of it; null while it waits.</param>
/// <param name="DecidedBy">审批人. User name of who decided or took it back; null while it waits, and where the clock ended it.</param>
/// <param name="DecidedAt">审批时刻. When (UTC).</param>
/// <param name="Opinion">审批意见. What the head said, or null.</param>
[GenerateSerializer, Immutable, Alias("approval-request")]
public sealed record ApprovalRequest(
    int Number,
    ApprovalStep Step,
    string Command,
    string Body,
    BilingualText Summary,
    string AskedBy,
    DateTimeOffset AskedAt,
    ApprovalOutcome? Outcome = null,
    string? DecidedBy = null,
    DateTimeOffset? DecidedAt = null,
    string? Opinion = null)
{
    /// <summary>待审批. Whether it waits for a decision.</summary>
    [JsonIgnore] public bool IsPending => Outcome is null;
}
