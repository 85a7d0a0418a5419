using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Approvals;

/// <summary>
/// 审批. Who decides what somebody proposes: the head (负责人), that is the LEADER, or the deputy whom a recorded authorisation names for that
/// kind of step
/// (程序规定 第十八条、第六十条); never who proposed it, nor an investigator or reviewer of the matter, so that nobody decides alone
/// (行政处罚法 第四十二条、第五十七条、第五十八条).
/// </summary>
public static class Approving
{
    /// <summary>Why this person may not decide a proposal, or null.</summary>
    /// <param name="request">The proposal.</param>
    /// <param name="proposedOn">The day on which it was proposed (Asia/Shanghai).</param>
    /// <param name="tookPart">Who investigated, reviewed or presided: user names.</param>
    /// <param name="now">Who decides, and what authorises them.</param>
    public static Refusal? Problem(ApprovalRequest request, DateOnly proposedOn, IEnumerable<string> tookPart, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(tookPart);
        ArgumentNullException.ThrowIfNull(now);
        var decider = now.Required<DeciderFound>();
        return !decider.May(request.Step) ? new NotAuthorisedToDecide(request.Step)
            : now.Actor.User == request.AskedBy || tookPart.Contains(now.Actor.User) ? new DeciderTookPart(now.Actor.User)
            : DayProblem("on", now.Day, DecidableFrom(request, proposedOn, decider));
    }

    /// <summary>
    /// The first day on which a person can have decided a proposal: that on which it was proposed. Whoever is authorised no more enters
    /// only what they decided while they were, on what lay before them by then; so a day that an officer gives is not enough.
    /// </summary>
    /// <param name="request">The proposal.</param>
    /// <param name="proposedOn">The day on which it was proposed (Asia/Shanghai).</param>
    /// <param name="decider">Who decides.</param>
    public static DateOnly DecidableFrom(ApprovalRequest request, DateOnly proposedOn, DeciderFound decider)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decider);
        return decider.Ended.Contains(request.Step) ? ShanghaiTime.DayOf(request.AskedAt) : proposedOn;
    }

    /// <summary>Nobody decides what was not proposed yet.</summary>
    /// <param name="field">The input's field.</param>
    /// <param name="day">The day of the decision (Asia/Shanghai).</param>
    /// <param name="proposedOn">The day of the proposal (Asia/Shanghai).</param>
    internal static InvalidInput? DayProblem(string field, DateOnly day, DateOnly proposedOn) => day >= proposedOn ? null : new(
        field,
        $"决定日期{IsoDate.Of(day)}早于提请日期{IsoDate.Of(proposedOn)}，提请之前不能作出决定",
        $"It would be decided on {IsoDate.Of(day)}, before it was proposed on {IsoDate.Of(proposedOn)}");

    /// <summary>The proposals after one was decided.</summary>
    /// <param name="requests">The proposals before.</param>
    /// <param name="number">Which.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="by">Who decided; null for the clock.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="opinion">What was said, or null.</param>
    public static ImmutableArray<ApprovalRequest> Decided(
        this ImmutableArray<ApprovalRequest> requests,
        int number,
        ApprovalOutcome outcome,
        string? by,
        DateTimeOffset at,
        string? opinion) =>
        [
            .. requests.Select(
                one => one.Number == number ? one with { Outcome = outcome, DecidedBy = by, DecidedAt = at, Opinion = opinion } : one),
        ];

    /// <summary>The proposals of a matter that has ended: none waits any more.</summary>
    /// <param name="requests">The proposals before.</param>
    public static ImmutableArray<ApprovalRequest> Ended(this ImmutableArray<ApprovalRequest> requests) =>
        requests.Lapsed(one => one.IsPending);

    /// <summary>Proposals of which some have nothing left to decide.</summary>
    /// <param name="requests">The proposals before.</param>
    /// <param name="which">Those that lapse.</param>
    public static ImmutableArray<ApprovalRequest> Lapsed(
        this ImmutableArray<ApprovalRequest> requests, Func<ApprovalRequest, bool> which) =>
        [.. requests.Select(one => which(one) ? one with { Outcome = ApprovalOutcome.Lapsed } : one)];
}

/// <summary>已获批准. The fact that a step is decided under an approval and takes effect; without it, it is proposed only.</summary>
/// <param name="Number">审批序号. The proposal's number in the matter.</param>
public sealed record UnderApproval(int Number);

/// <summary>作出决定的命令. A command by which the head decides a proposal. The shell finds out what authorises whoever gives it.</summary>
internal interface IDecidesProposals;

/// <summary>由负责人决定. On a command by which the head decides steps of one kind, whatever it is given with: a deputy whom no
/// authorisation names for them does not give it.</summary>
/// <param name="step">The kind of step.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DecidesAttribute(ApprovalStep step) : Attribute
{
    /// <summary>审批种类. The kind of step.</summary>
    public ApprovalStep Step { get; } = step;
}

/// <summary>审批权限. What the shell found out of whoever decides a proposal.</summary>
/// <param name="IsHead">负责人. Whether it is the head.</param>
/// <param name="Steps">授权事项. The kinds of step that authorisations name for this person, in force on the day of the decision.</param>
public sealed record DeciderFound(bool IsHead, ImmutableArray<ApprovalStep> Steps)
{
    /// <summary>授权已终止的事项. Those of them that no authorisation in force names today, where the decision is of an earlier day.</summary>
    public ImmutableArray<ApprovalStep> Ended { get; init; } = [];

    /// <summary>Whether this person may decide steps of a kind.</summary>
    /// <param name="step">The kind.</param>
    public bool May(ApprovalStep step) => IsHead || Steps.Contains(step);
}

/// <summary>无权审批. Neither the head nor a deputy whom an authorisation names for this kind of step.</summary>
/// <param name="Step">审批种类. The kind of step.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-authorised-to-decide")]
public sealed record NotAuthorisedToDecide(ApprovalStep Step) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"“{Terms.Of(Step).Chinese}”由行政机关负责人或者经授权的副职审批，您没有该项审批权限",
        $"'{Terms.Of(Step).English}' is decided by the head or an authorised deputy; you are not authorised for it");
}

/// <summary>审批人已参与本案. Who proposed a step, or investigated or reviewed the matter, does not decide it.</summary>
/// <param name="User">用户名. Who.</param>
[GenerateSerializer, Immutable, Alias("refusal.decider-took-part")]
public sealed record DeciderTookPart(string User) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(User)}提请了本事项或者参与了调查、审核，不能审批，请由其他负责人审批",
        $"{Named.Person(User)} proposed this or took part in the investigation or review and cannot decide it; somebody else has to");
}

/// <summary>已提请审批. The same kind of step waits for approval already.</summary>
/// <param name="Number">审批序号. The proposal that waits.</param>
/// <param name="AskedBy">提请人. Who proposed it.</param>
[GenerateSerializer, Immutable, Alias("refusal.approval-pending")]
public sealed record ApprovalPending(int Number, string AskedBy) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(AskedBy)}已提请审批（第{Number}项），请待审批后再办理，或者由提请人撤回",
        $"{Named.Person(AskedBy)} has proposed this already (item {Number}); wait until it is decided, or have it taken back");
}

/// <summary>没有待审批的事项. No proposal of this number waits.</summary>
/// <param name="Number">审批序号. The number that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.nothing-to-decide")]
public sealed record NothingToDecide(int Number) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"第{Number}项审批不存在或者已经办结", $"Proposal {Number} does not exist or is decided already");
}
