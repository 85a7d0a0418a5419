using System.Globalization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件用语. The words for a case's stages, measures and ends, as officials use them.</summary>
public static class CaseTexts
{
    /// <summary>The words for a stage.</summary>
    /// <param name="stage">A stage.</param>
    public static BilingualText Of(CaseStage stage) => stage switch
    {
        CaseStage.Lead => new("线索", "lead"),
        CaseStage.NotFiled => new("不予立案", "not filed"),
        CaseStage.Investigation => new("调查取证", "investigation"),
        CaseStage.LegalReview => new("法制审核", "legal review"),
        CaseStage.Hearing => new("告知听证", "hearing"),
        CaseStage.Decided => new("已决定", "decided"),
        CaseStage.Execution => new("执行", "execution"),
        CaseStage.Closed => new("已结案", "closed"),
        CaseStage.Withdrawn => new("已撤销", "withdrawn"),
        CaseStage.Transferred => new("已移送", "transferred"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>The words for a measure on goods.</summary>
    /// <param name="kind">A kind.</param>
    public static BilingualText Of(SeizureKind kind) => kind switch
    {
        SeizureKind.Sealing => new("查封", "sealing"),
        SeizureKind.Seizure => new("扣押", "seizure"),
        SeizureKind.RegisteredPreservation => new("先行登记保存", "registered preservation"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The words for a grave circumstance.</summary>
    /// <param name="circumstance">A circumstance.</param>
    public static BilingualText Of(GraveCircumstance circumstance) => circumstance switch
    {
        GraveCircumstance.InjuryOrDeath => new("造成人身伤亡", "somebody was hurt or killed"),
        GraveCircumstance.RepeatedWithinTwoYears => new("两年内因同类行为多次受处罚", "penalised for the like within two years, more than once"),
        GraveCircumstance.ViolenceAgainstOfficers => new("暴力阻碍执法", "violence against officers"),
        GraveCircumstance.DangerousFood => new("食品足以造成严重食物中毒或者食源性疾病", "food that can cause grave illness"),
        GraveCircumstance.ToxicFood => new("食品掺入有毒、有害的非食品原料", "poisonous or harmful matter in food"),
        GraveCircumstance.CounterfeitPatent => new("假冒专利", "a counterfeited patent"),
        GraveCircumstance.ForgedStateDocument => new("伪造、买卖国家机关证件", "state documents forged or traded"),
        GraveCircumstance.IllegalBusiness => new("涉嫌非法经营", "illegal business"),
        _ => throw new ArgumentOutOfRangeException(nameof(circumstance), circumstance, null),
    };

    /// <summary>The words for what a party answered.</summary>
    /// <param name="answer">An answer.</param>
    public static BilingualText Of(PartyAnswer answer) => answer switch
    {
        PartyAnswer.Statement => new("陈述、申辩", "stated its case"),
        PartyAnswer.HearingRequested => new("要求听证", "asked for a hearing"),
        PartyAnswer.Waived => new("放弃权利", "waived its rights"),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    /// <summary>The words for how a case ended.</summary>
    /// <param name="outcome">An outcome.</param>
    public static BilingualText Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Executed => new("履行完毕", "the penalty was carried out"),
        CaseOutcome.EnforcedByCourt => new("法院强制执行", "enforced by the court"),
        CaseOutcome.ExecutionEnded => new("终结执行", "execution ended"),
        CaseOutcome.NotFiled => new("不予立案", "not filed"),
        CaseOutcome.Withdrawn => new("撤销案件", "withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>The words for a task that is left.</summary>
    /// <param name="task">A task.</param>
    public static BilingualText Of(CaseTask task) => task switch
    {
        CaseTask.GoodsHeld => new("查封、扣押或者保存的物品尚未处理", "goods are still held"),
        CaseTask.TestUnanswered => new("检验尚未出具结果", "a test has no result"),
        CaseTask.PenaltyUnpaid => new("罚没款尚未缴清且未申请强制执行", "the penalty is not paid and enforcement was not requested"),
        CaseTask.DecisionUnserved => new("处罚决定尚未送达", "the decision is not served"),
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
    };

    /// <summary>The words for what a transfer told.</summary>
    /// <param name="step">A step.</param>
    public static BilingualText Of(TransferStep step) => step switch
    {
        TransferStep.Opened => new("已启动移送", "opened"),
        TransferStep.Filed => new("公安机关已立案", "filed by the police"),
        TransferStep.Returned => new("退回行政处理", "returned"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>The words for a deadline.</summary>
    /// <param name="kind">One of <see cref="CaseDeadlines"/>.</param>
    public static BilingualText Deadline(string kind) => CaseDeadlines.Rules.TryGetValue(kind, out var rule)
        ? StatutoryRules.On(rule, DateOnly.MaxValue).Title
        : new BilingualText(kind, kind);

    internal static string Chinese(IEnumerable<Offence> offences) => string.Join('、', offences.Select(offence => CrimeThresholds.Of(offence).Chinese));

    internal static string English(IEnumerable<Offence> offences) => string.Join(", ", offences.Select(offence => CrimeThresholds.Of(offence).English));

    internal static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Until(DateTimeOffset instant) => ShanghaiTime.LastDayBefore(instant).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
