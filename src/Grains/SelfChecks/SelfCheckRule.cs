using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.SelfChecks;

/// <summary>自检规则. Something that must hold across actors. A concept adds its rules as classes beside its law; they are found by this interface and made with what the silo provides.</summary>
public interface ISelfCheckRule
{
    /// <summary>名称. Stable: results are stored under it.</summary>
    string Name { get; }

    /// <summary>标题. What must hold, in words.</summary>
    BilingualText Title { get; }

    /// <summary>发现. What is said where it does not hold: a sentence that stands above what was found.</summary>
    BilingualText Found { get; }

    /// <summary>督办. Whether what it finds is work that is late and can still be done: somebody is reminded, nothing is broken.</summary>
    bool IsOfWork => false;

    /// <summary>Looks for what does not hold. Reads as of one instant, because commits go on beside it.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    IAsyncEnumerable<Finding> CheckAsync(CancellationToken cancellationToken);
}

/// <summary>自检发现. Something that does not hold.</summary>
/// <param name="Subject">The subject it concerns.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="IsBroken">Whether data is broken though the rule is one of work.</param>
public sealed record Finding(string Subject, BilingualText What, BilingualText Remedy, bool IsBroken = false);

/// <summary>规则结果. What became of one rule.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Title">What must hold.</param>
/// <param name="Count">How many findings there are.</param>
/// <param name="Findings">The findings, the first two hundred.</param>
/// <param name="Failure">Why the rule could not be looked at to the end, or null.</param>
/// <param name="IsOfWork">Whether the findings are work that is late, but for those that are broken.</param>
/// <param name="Broken">How many of the findings of a rule of work are broken data all the same.</param>
/// <param name="Found">What is said where it does not hold; null in a result from before that was kept.</param>
public sealed record RuleResult(
    string Rule, BilingualText Title, long Count, IReadOnlyList<Finding> Findings, string? Failure, bool IsOfWork = false, long Broken = 0,
    BilingualText? Found = null)
{
    /// <summary>督办. Whether all that was found is work that is late, and nothing is broken.</summary>
    [JsonIgnore] public bool IsLateWork => this is { IsOfWork: true, Broken: 0 };
}

/// <summary>自检结果. What a self-check found.</summary>
/// <param name="At">When it began (UTC).</param>
/// <param name="Rules">What became of each rule.</param>
public sealed record SelfCheckResult(DateTimeOffset At, IReadOnlyList<RuleResult> Rules)
{
    /// <summary>Whether every rule was looked at, and every one of data holds; late work that can still be done breaks none.</summary>
    public bool IsClean => Rules.All(rule => rule is { Failure: null } and ({ Count: 0 } or { IsLateWork: true }));

    /// <summary>督办事项. How much work was found late.</summary>
    public long LateWork => Rules.Where(rule => rule.IsOfWork).Sum(rule => rule.Count - rule.Broken);
}
