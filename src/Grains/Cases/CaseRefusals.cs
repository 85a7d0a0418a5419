using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件阶段不符. The step belongs to another stage.</summary>
/// <param name="Stage">阶段. Where the case stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-not-in-stage")]
public sealed record CaseNotInStage(CaseStage Stage) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"案件现处于“{Terms.Of(Stage).Chinese}”阶段，不能如此办理", $"The case is at the stage '{Terms.Of(Stage).English}'; this step does not belong to it");
}

/// <summary>应当移送公安机关. A crime is suspected and the duty to transfer stands unanswered: no penalty in place of transfer (行政执法机关移送涉嫌犯罪案件的规定 第三条、第十一条).</summary>
/// <param name="Offences">涉嫌罪名. Which offences.</param>
/// <param name="Transfer">移送编号. The transfer under way, or null when none was opened.</param>
[GenerateSerializer, Immutable, Alias("refusal.crime-transfer-required")]
public sealed record CrimeTransferRequired(IReadOnlyList<Offence> Offences, string? Transfer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"涉嫌犯罪（{Terms.OfAll(Offences).Chinese}），应当移送公安机关，在移送有结果之前不得作出处罚、结案或者撤销", $"A crime is suspected ({Terms.OfAll(Offences).English}): until the transfer to the police is answered, there is no penalty, closing or withdrawal");
}

/// <summary>审核人不得为办案人员. Who investigated a case does not review it (行政处罚法 第五十八条).</summary>
/// <param name="Reviewer">审核人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.reviewer-is-investigator")]
public sealed record ReviewerIsInvestigator(string Reviewer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"{Reviewer}是本案办案人员，不能担任法制审核人", $"{Reviewer} investigated this case and cannot review it");
}

/// <summary>听证主持人不得为办案人员. Who investigated a case does not preside over its hearing (行政处罚法 第六十四条第四项).</summary>
/// <param name="Chair">听证主持人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.chair-is-investigator")]
public sealed record ChairIsInvestigator(string Chair) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"{Chair}是本案办案人员，不能主持听证", $"{Chair} investigated this case and cannot preside over its hearing");
}

/// <summary>尚未告知权利. The party must be told before the decision (行政处罚法 第四十四条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.rights-not-notified")]
public sealed record RightsNotNotified : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("尚未向当事人送达权利告知书", "The party has not been served the notice of its rights");
}

/// <summary>陈述申辩期限未满. The party may still answer (行政处罚法 第四十五条、第六十四条).</summary>
/// <param name="Until">截止. Until when (UTC).</param>
[GenerateSerializer, Immutable, Alias("refusal.statement-period-runs")]
public sealed record StatementPeriodRuns(DateTimeOffset Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"当事人陈述、申辩和要求听证的期限至{CaseTexts.Until(Until)}，尚未届满", $"The party may answer until {Until:u}");
}

/// <summary>听证尚未举行. The party asked for a hearing (行政处罚法 第六十三条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.hearing-not-held")]
public sealed record HearingNotHeld : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("当事人已要求听证，听证尚未举行", "The party asked for a hearing, which has not been held");
}

/// <summary>听证通知过迟. A hearing is announced seven working days before at the latest (行政处罚法 第六十四条第二项).</summary>
/// <param name="Earliest">最早日期. The earliest day it can be held if it is announced today.</param>
[GenerateSerializer, Immutable, Alias("refusal.hearing-too-soon")]
public sealed record HearingTooSoon(DateOnly Earliest) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"应在举行听证的7个工作日前通知，今天通知的，最早于{Earliest:yyyy-MM-dd}举行", $"A hearing is announced seven working days before; announced today, it can be held on {Earliest:yyyy-MM-dd} at the earliest");
}

/// <summary>没有听证. The party has not asked for a hearing.</summary>
[GenerateSerializer, Immutable, Alias("refusal.no-hearing-requested")]
public sealed record NoHearingRequested : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("当事人没有要求听证", "The party has not asked for a hearing");
}

/// <summary>法制审核未通过. Legal review comes before notice and decision (行政处罚法 第五十八条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.review-not-passed")]
public sealed record ReviewNotPassed : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("法制审核尚未通过", "Legal review has not been passed");
}

/// <summary>处罚重于告知. A penalty must not be heavier than what the party was told of (行政处罚法 第四十五条第二款).</summary>
/// <param name="ProposedCny">告知金额. What was proposed, in yuan.</param>
/// <param name="DecidedCny">决定金额. What was to be decided, in yuan.</param>
[GenerateSerializer, Immutable, Alias("refusal.penalty-aggravated")]
public sealed record PenaltyAggravated(decimal ProposedCny, decimal DecidedCny) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"拟决定的处罚（{DecidedCny}元）重于告知当事人的处罚（{ProposedCny}元），应当重新告知", $"The penalty ({DecidedCny} yuan) is heavier than what the party was told of ({ProposedCny} yuan); notify it anew");
}

/// <summary>应当集体讨论决定. A grave penalty is decided by the heads together (行政处罚法 第五十七条第二款).</summary>
[GenerateSerializer, Immutable, Alias("refusal.collective-decision-required")]
public sealed record CollectiveDecisionRequired : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("情节复杂或者重大的处罚，应当由负责人集体讨论决定", "A grave penalty is decided by the heads together");
}

/// <summary>已过追责时效. The act is not penalised any more (行政处罚法 第三十六条).</summary>
/// <param name="Until">时效末日. The last day on which it could be found.</param>
[GenerateSerializer, Immutable, Alias("refusal.limitation-passed")]
public sealed record LimitationPassed(DateOnly Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"违法行为的追责时效已于{Until:yyyy-MM-dd}届满，不再给予行政处罚", $"The limitation ended on {Until:yyyy-MM-dd}; the act is not penalised any more");
}

/// <summary>尚有未了事项. Something has to be done before the case is closed.</summary>
/// <param name="Tasks">未了事项. What.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-has-open-tasks")]
public sealed record CaseHasOpenTasks(IReadOnlyList<CaseTask> Tasks) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"尚有未了事项：{Terms.OfAll(Tasks).Chinese}", $"Something is left to do: {Terms.OfAll(Tasks).English}");
}

/// <summary>没有这一项. The case has no item of this number that is open.</summary>
/// <param name="Field">字段. Which input.</param>
/// <param name="Item">序号. The number that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-such-item")]
public sealed record NoSuchItem(string Field, int Item) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"本案没有未了的第{Item}项", $"The case has no open item {Item}");
}

/// <summary>不能再延长. The rule provides for no further extension, or not for one so long.</summary>
/// <param name="Permitted">已准许. How many extensions the rule provides for.</param>
/// <param name="Granted">已延长. How many were granted.</param>
[GenerateSerializer, Immutable, Alias("refusal.extension-not-provided")]
public sealed record ExtensionNotProvided(int Permitted, int Granted) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该期限按规定可延长{Permitted}次，已延长{Granted}次，或者延长的长度超出规定", $"The rule provides for {Permitted} extensions, {Granted} were granted; or this one is longer than it provides for");
}

/// <summary>当事企业未登记. No enterprise is registered under the credit code.</summary>
/// <param name="CreditCode">统一社会信用代码. The code that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.party-not-registered")]
public sealed record PartyNotRegistered(string CreditCode) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"企业{CreditCode}尚未登记，请先登记企业，或者不填信用代码", $"Enterprise {CreditCode} is not registered; register it, or leave the code out");
}

/// <summary>没有在中止. The clocks do not stand still for this reason.</summary>
/// <param name="Pause">中止序号. The number that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-paused")]
public sealed record NotInPause(int Pause) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"第{Pause}次中止不存在或者已经结束", $"Pause {Pause} does not exist or is over");
}
