using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.SelfChecks;

/// <summary>自检报告. What a self-check found: the rules that must hold across subjects, and what breaks them.</summary>
/// <param name="result">The result as it was kept.</param>
[ReadableBy(Readers.Oversight)]
public sealed class SelfCheckReport(SelfCheckResult result)
{
    /// <summary>时间. When it ran.</summary>
    public DateTimeOffset At => result.At;

    /// <summary>是否无异常. Whether every rule was looked at, and every one of data held; late work breaks none.</summary>
    public bool IsClean => result.IsClean;

    /// <summary>规则. Every rule with what was found, in the order in which they were looked at.</summary>
    public IReadOnlyList<SelfCheckRuleReport> Rules => [.. result.Rules.Select(rule => new SelfCheckRuleReport(rule))];
}

/// <summary>规则报告. What was found against one rule.</summary>
/// <param name="result">The rule's result.</param>
[Name("SelfCheckRule"), ReadableBy(Readers.Oversight)]
public sealed class SelfCheckRuleReport(RuleResult result)
{
    /// <summary>规则名称. The rule's lasting name, such as <c>rows-show-states</c>.</summary>
    public string Name => result.Rule;

    /// <summary>规则. What must hold, in words.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Title(IResolveFieldContext field) => result.Title.In(GraphQLRequestContext.Of(field).English);

    /// <summary>
    /// 发现. What was found, as a sentence; what must hold, where nothing was found or the report is from before there was one.
    /// </summary>
    /// <param name="field">Given by the engine.</param>
    public string Found(IResolveFieldContext field) =>
        (result is { Count: > 0, Found: { } found } ? found : result.Title).In(GraphQLRequestContext.Of(field).English);

    /// <summary>违反数. How many times it does not hold, as far as a number of 32 bits goes.</summary>
    public int Count => (int)Math.Min(result.Count, int.MaxValue);

    /// <summary>督办. Whether what it finds is work that is late and can still be done, and nothing is broken.</summary>
    public bool IsOfWork => result.IsLateWork;

    /// <summary>未能检查的原因. Why the rule could not be looked at; null when it was.</summary>
    public string? Failure => result.Failure;

    /// <summary>异常. The first of what was found.</summary>
    public IReadOnlyList<SelfCheckFinding> Findings => [.. result.Findings.Select(finding => new SelfCheckFinding(finding))];
}

/// <summary>异常. One place where a rule does not hold.</summary>
/// <param name="finding">As it was found.</param>
[ReadableBy(Readers.Oversight)]
public sealed class SelfCheckFinding(Finding finding)
{
    /// <summary>主体. The subject's name, or that of a table.</summary>
    public string Subject => finding.Subject;

    /// <summary>所涉事项. The subject itself, as it stands now; null where it is none that is shown, such as a table.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode?> About(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return finding.Subject.Contains('/', StringComparison.Ordinal) ? nodes.Load(field, finding.Subject) : Ready.With<INode?>(null);
    }

    /// <summary>情况. What does not hold.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> What(IResolveFieldContext field) => Sentences.Read(field, finding.What);

    /// <summary>处理办法. What to do about it.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Remedy(IResolveFieldContext field) => finding.Remedy.In(GraphQLRequestContext.Of(field).English);
}
