using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Which law a case is decided by: that of the day of the act, or what is milder since (行政处罚法 第三十七条).
public static partial class Case
{
    /// <summary>
    /// 行为适用法律的日期. The day whose law applies to the act: the day it ended; where it goes on or that is not known, the day given.
    /// </summary>
    /// <param name="found">The case.</param>
    /// <param name="day">The day of the finding, the proposal or the decision (Asia/Shanghai).</param>
    public static DateOnly LawDay(CaseState found, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Lead.ActEndedOn is { } ended && ended < day ? ended : day;
    }

    /// <summary>
    /// 认定日期. The day on which what the case is about was judged: that of the decision, or of the end where nothing was decided; while
    /// neither is, the day given. What the law says later is no part of the case.
    /// </summary>
    /// <param name="found">The case.</param>
    /// <param name="today">The day (Asia/Shanghai) of whoever looks.</param>
    public static DateOnly JudgedOn(CaseState found, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Decision?.DecidedOn ?? found.NoPenalty?.DecidedOn ?? found.End?.On ?? today;
    }

    // 行政处罚法 第三十七条: gains by the law of the act, unless the law of the decision counts fewer.
    private static (GainsRule Rule, long Gains, bool IsMilder) GainsOf(CaseState state, DateOnly day)
    {
        var acted = LawDay(state, day);
        var (then, now) = (state.Figures.GainsBy(acted), state.Figures.GainsBy(day));
        return now < then ? (GainsRules.On(day), now, true) : (GainsRules.On(acted), then, false);
    }

    // Where costs were proven, it is known what the gains are; no more is confiscated as such.
    private static GainsBeyondLaw? BeyondGains(CaseState state, Penalty penalty, DateOnly day)
    {
        var (rule, gains, _) = GainsOf(state, day);
        return state.Figures.LawfulCosts is not null && penalty.ConfiscatedGains > gains
            ? new GainsBeyondLaw(gains / 100m, rule.Basis.Chinese, rule.Basis.English)
            : null;
    }

    private static AppliedLaw LawOf(CaseState state, DateOnly day, bool isMilder = false)
    {
        var (rule, _, areGainsMilder) = GainsOf(state, day);
        var hasCosts = state.Figures.LawfulCosts is not null;
        return new AppliedLaw(
            state.Lead.ActEndedOn,
            ViolationBases.Cited(ViolationBases.Of(state, isMilder ? day : LawDay(state, day))),
            isMilder,
            hasCosts ? rule.Basis.Chinese : null,
            hasCosts && areGainsMilder);
    }

    // Only a law that has changed since the act can be the milder one.
    private static NoLaterLaw? LaterLawMissing(CaseState state, DateOnly day)
    {
        var acted = LawDay(state, day);
        return ViolationBases.Of(state, acted).SequenceEqual(ViolationBases.Of(state, day)) ? new NoLaterLaw(acted, day) : null;
    }
}

/// <summary>没收超过违法所得. More would be confiscated as illegal gains than the law counts as such (行政处罚法 第二十八条).</summary>
/// <param name="GainsCny">依法认定的违法所得. What counts, in yuan.</param>
/// <param name="Basis">认定依据. By which article.</param>
/// <param name="EnglishBasis">认定依据（英文）. The same in English.</param>
[GenerateSerializer, Immutable, Alias("refusal.gains-beyond-law")]
public sealed record GainsBeyondLaw(decimal GainsCny, string Basis, string EnglishBasis) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"没收违法所得超过依法认定的违法所得{CaseTexts.Yuan(GainsCny)}元（{Basis}）",
        $"More would be confiscated than the illegal gains that the law counts, {CaseTexts.Yuan(GainsCny)} yuan ({EnglishBasis})");
}

/// <summary>没有可从轻适用的新法. The articles have not changed between the act and the decision (行政处罚法 第三十七条).</summary>
/// <param name="ActOn">行为日期. The day of the act.</param>
/// <param name="DecidedOn">决定日期. The day of the decision.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-later-law")]
public sealed record NoLaterLaw(DateOnly ActOn, DateOnly DecidedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"自行为之日{ActOn:yyyy-MM-dd}至决定之日{DecidedOn:yyyy-MM-dd}，所适用的条文没有修改，不存在从轻适用新法的情形",
        $"The articles have not changed between the act ({ActOn:yyyy-MM-dd}) and the decision ({DecidedOn:yyyy-MM-dd}): "
            + "there is no milder later law");
}
