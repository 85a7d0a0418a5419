using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The decision on the penalty.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInPenalty(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        DecidePenalty when state.MustTransfer => Required(state), // 移送规定 第十一条: no penalty in place of transfer
        DecidePenalty c => DecideDecidePenalty(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInPenalty(CaseState state, CaseEvent happened) => happened switch
    {
        PenaltyDecided e => state with
        {
            Stage = CaseStage.Decided,
            Decision = e.Decision,
            Clocks = WithoutHearing(state.Clocks).Stop(CaseDeadlines.Decision).Stop(CaseDeadlines.Statement)
                .Start(CaseDeadlines.Service, StatutoryRules.PenaltyService, e.At)
                .Start(CaseDeadlines.Publication, StatutoryRules.PenaltyPublication, e.At),
        },
        _ => null,
    };

    private static Decision<CaseEvent> DecideDecidePenalty(CaseState state, DecidePenalty c, Circumstances now)
    {
        if ((Undecidable(state) ?? Disputed(state)) is { } early)
        {
            return early;
        }

        var penalty = Penalty.Of(c);
        if ((c.Grounds.Problem() ?? FreeText.Missing("discretion", c.Discretion) ?? Implausible(penalty)) is { } problem)
        {
            return problem;
        }

        if (state.Proposal is { NoPenalty: not null })
        {
            return new NoPenaltyWasProposed();
        }

        if (((c.MilderLaw ? LaterLawMissing(state, now.Day) : null)
            ?? BeyondGains(state, penalty, now.Day)
            ?? BeyondLines(state, "confiscatedGoodsCny", penalty.ConfiscatedGoods)
            ?? SoldOrUnsold(state, now.Day)
            ?? NoticeUnanswered(state, now)) is { } premature)
        {
            return premature;
        }

        var proposed = state.Proposal!.Penalty;
        if (penalty.HeavierThan(proposed) is { } part)
        {
            return new PenaltyAggravated(Sum(proposed) / 100m, Sum(penalty) / 100m, part); // 行政处罚法 第四十五条第二款
        }

        // 行政处罚法 第六十三条: by the figures of the day of the decision, and by what the notice told. Whoever was heard was offered it.
        if (state.Rights is { HeldOn: null } && penalty.OffersHearing(state.AllParties, now.Day, HearingFrom(now))
            && !MustOfferHearing(state, now))
        {
            return new HearingNotOffered();
        }

        if (state.Deliberation is null && IsGrave(state, penalty, now))
        {
            return new CollectiveDecisionRequired(); // 行政处罚法 第五十七条第二款
        }

        if (LimitationProblem(state, now.Calendar) is { } passed)
        {
            return passed;
        }

        var grounds = c.Grounds.Trimmed();
        return new PenaltyDecided(
            now.At,
            new PenaltyDecision(
                now.Day, now.Actor.User, penalty, c.Discretion.Trim(), state.Deliberation is not null, grounds.DocumentNumber,
                LawOf(state, now.Day, c.MilderLaw)),
            grounds);

        static long Sum(Penalty one) => one.Money + one.ConfiscatedGoods;
    }

    // 行政处罚法 第五十八条: nothing is decided on a proposal before it was reviewed.
    private static Refusal? Undecidable(CaseState state) =>
        state.Stage is not (CaseStage.LegalReview or CaseStage.Hearing) ? new CaseNotInStage(state.Stage)
        : state.ReviewedBy is null ? new ReviewNotPassed()
        : null;

    // 行政处罚法 第三十六条: what was not found out within two years, or five where life and health were harmed, is not penalised any more.
    // An act that goes on, or of which it is not known when it ended, has no such end.
    private static LimitationPassed? LimitationProblem(CaseState state, WorkingCalendar calendar) =>
        LimitationOf(state, calendar) is { } until && state.Lead.ReceivedOn > until ? new LimitationPassed(until) : null;

    private static DateOnly? LimitationOf(CaseState state, WorkingCalendar calendar)
    {
        var rule = state.Lead.HarmsSafety ? StatutoryRules.PenaltyLimitationSafety : StatutoryRules.PenaltyLimitation;
        return state.Lead.ActEndedOn is { } ended ? StatutoryRules.On(rule, ended).Period.DayFrom(ended, calendar).Day : null;
    }

    private static InvalidInput? Implausible(Penalty penalty) =>
        new[] { penalty.Fine, penalty.ConfiscatedGains, penalty.ConfiscatedGoods }.Any(amount => amount is < 0 or > 1_000_000_000_000_00)
            ? new InvalidInput("fineCny", "数额不能为负，也不能超过一万亿元", "A figure must not be negative, nor above a million millions of yuan")
            : penalty is { Fine: 0, ConfiscatedGains: 0, ConfiscatedGoods: 0, Others.IsEmpty: true }
            ? new InvalidInput("fineCny", "没有任何处罚内容", "There is no penalty in it")
            : (penalty.Others.Contains(PenaltyKind.LicenceSuspension), penalty.SuspensionDays) switch
            {
                (true, null) => new InvalidInput("suspensionDays", "暂扣许可证件的，应当写明暂扣的天数", "A suspension states for how many days"),
                (true, < 1 or > LongestSuspension) => new InvalidInput(
                    "suspensionDays", $"暂扣的天数应为1至{LongestSuspension}天", $"A suspension lasts 1 to {LongestSuspension} days"),
                (false, not null) => new InvalidInput(
                    "suspensionDays", "没有暂扣许可证件的，不填写暂扣的天数", "Only a suspension lasts for so many days"),
                _ => null,
            };

    // Five years are what a licence is valid for: what is taken for longer is revoked.
    private const int LongestSuspension = 1825;
}

/// <summary>写明处罚的命令. A command that says what a penalty consists of.</summary>
internal interface IGivesPenalty
{
    /// <summary>罚款. The fine.</summary>
    Yuan Fine { get; }

    /// <summary>没收违法所得. Illegal gains confiscated.</summary>
    Yuan ConfiscatedGains { get; }

    /// <summary>没收非法财物货值. What the confiscated goods are worth.</summary>
    Yuan ConfiscatedGoods { get; }

    /// <summary>其他处罚. Penalties beside money.</summary>
    ImmutableArray<PenaltyKind> Others { get; }

    /// <summary>暂扣天数. For how many days a licence is suspended; null where none is.</summary>
    int? SuspensionDays { get; }
}

/// <summary>处罚种类. The kinds of penalty beside money (行政处罚法 第九条).</summary>
[JsonConverter(typeof(WireNameConverter<PenaltyKind>))]
public enum PenaltyKind
{
    /// <summary>A warning; of decisions from before public criticism had a kind of its own, it may be that.</summary>
    [Term("警告", "warning")]
    Warning,

    /// <summary>An order to stop.</summary>
    [Term("责令停产停业", "order to stop production or business")]
    OrderToStop,

    /// <summary>Closure.</summary>
    [Term("责令关闭", "order to close down")]
    Closure,

    /// <summary>Suspension of a licence.</summary>
    [Term("暂扣许可证件", "suspension of a licence")]
    LicenceSuspension,

    /// <summary>Downgrade.</summary>
    [Term("降低资质等级", "downgrade of qualification")]
    Downgrade,

    /// <summary>Revocation of a licence.</summary>
    [Term("吊销许可证件", "revocation of a licence")]
    LicenceRevocation,

    /// <summary>Ban from a trade.</summary>
    [Term("限制从业", "ban from a trade")]
    TradeBan,

    /// <summary>Public criticism.</summary>
    [Term("通报批评", "public criticism")]
    PublicCriticism,
}

/// <summary>听证标准. From which amount on a hearing has to be offered, as data with a validity (市场监督管理行政处罚听证办法 第五条). Money in 分.</summary>
/// <param name="OfNaturalPersons">自然人. Whether it is of natural persons, the operator of a den among them; else of organisations.</param>
/// <param name="AtLeast">起点. From this amount on, of the fine, or of gains and goods together.</param>
/// <param name="ValidFrom">施行日期. The first day on which it holds for what is proposed.</param>
/// <param name="ValidTo">失效日期. The last such day; null while it is in force.</param>
/// <param name="Source">依据. Where it is said.</param>
public sealed record HearingThreshold(bool OfNaturalPersons, long AtLeast, DateOnly ValidFrom, DateOnly? ValidTo, string Source) : IInForce
{
    private const string Measures = "市场监督管理行政处罚听证办法 第五条";

    /// <summary>Every row.</summary>
    public static ImmutableArray<HearingThreshold> All { get; } =
    [
        new(OfNaturalPersons: true, 10_000_00, new DateOnly(2021, 7, 15), null, Measures),
        new(OfNaturalPersons: false, 100_000_00, new DateOnly(2021, 7, 15), null, Measures),
    ];

    /// <summary>The row for a party on a day; for one from before the first row, that.</summary>
    /// <param name="kind">What the party is.</param>
    /// <param name="day">The day of the proposal or the decision.</param>
    public static HearingThreshold Of(PartyKind kind, DateOnly day)
    {
        var isNatural = kind is PartyKind.Person or PartyKind.Den;
        return All.Where(row => row.OfNaturalPersons == isNatural).On(day);
    }
}

/// <summary>本省听证标准. From which amounts on a hearing has to be offered by the rules of the province, which go before those of the measures
/// (市场监督管理行政处罚听证办法 第五条第二款): the bureau's own setting. Money in 分.</summary>
/// <param name="Persons">自然人. For natural persons, the operator of a den among them; null where the province says nothing.</param>
/// <param name="Organisations">法人或者其他组织. For organisations; null where the province says nothing.</param>
public sealed record HearingFigures(long? Persons, long? Organisations)
{
    /// <summary>The province says nothing.</summary>
    public static HearingFigures Usual { get; } = new(null, null);

    /// <summary>The figure for a party; null where that of the measures holds.</summary>
    /// <param name="kind">What the party is.</param>
    internal long? Of(PartyKind kind) => kind is PartyKind.Person or PartyKind.Den ? Persons : Organisations;
}

/// <summary>处罚内容. The parts by which one penalty is heavier than another (行政处罚法 第九条).</summary>
[JsonConverter(typeof(WireNameConverter<PenaltyPart>))]
public enum PenaltyPart
{
    /// <summary>The fine.</summary>
    [Term("罚款数额", "the fine")]
    Fine,

    /// <summary>What is confiscated of illegal gains.</summary>
    [Term("没收违法所得数额", "the confiscated gains")]
    ConfiscatedGains,

    /// <summary>What the confiscated goods are worth.</summary>
    [Term("没收非法财物的货值", "the confiscated goods")]
    ConfiscatedGoods,

    /// <summary>For how long a licence is suspended.</summary>
    [Term("暂扣许可证件的天数", "the days of the suspension")]
    SuspensionDays,

    /// <summary>A penalty of a kind that the other does not have.</summary>
    [Term("其他处罚种类", "the kinds of penalty")]
    Others,
}

/// <summary>处罚. What is imposed. Money in 分.</summary>
/// <param name="Fine">罚款. The fine.</param>
/// <param name="ConfiscatedGains">没收违法所得. Illegal gains confiscated.</param>
/// <param name="ConfiscatedGoods">没收非法财物货值. What the confiscated goods are worth.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
[GenerateSerializer, Immutable, Alias("penalty")]
public sealed record Penalty(long Fine, long ConfiscatedGains, long ConfiscatedGoods, ImmutableArray<PenaltyKind> Others)
{
    /// <summary>Nothing.</summary>
    public static Penalty None { get; } = new(0, 0, 0, []);

    /// <summary>暂扣天数. For how many days a licence is suspended; null where none is, and in decisions from before that was part of
    /// them.</summary>
    [Id(110)] public int? SuspensionDays { get; init; }

    /// <summary>What a command says of it.</summary>
    /// <param name="given">The command.</param>
    internal static Penalty Of(IGivesPenalty given) =>
        new(given.Fine.Fen, given.ConfiscatedGains.Fen, given.ConfiscatedGoods.Fen, [.. given.Others.Distinct().Order()])
        {
            SuspensionDays = given.SuspensionDays,
        };

    /// <summary>应缴金额. What has to be paid: fine and gains.</summary>
    [JsonIgnore] public long Money => Fine + ConfiscatedGains;

    /// <summary>
    /// 应当告知听证. Whether a hearing must be offered (行政处罚法 第六十三条; 暂扣 among the other heavier penalties): to none who is warned or
    /// criticised only, and by the lower figure where one of several parties is a natural person.
    /// </summary>
    /// <param name="parties">All parties.</param>
    /// <param name="day">The day of the proposal or the decision.</param>
    /// <param name="figures">The province's figures.</param>
    public bool OffersHearing(IEnumerable<CaseParty> parties, DateOnly day, HearingFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var large = parties.Min(party => figures.Of(party.Kind) ?? HearingThreshold.Of(party.Kind, day).AtLeast);
        return Fine >= large || ConfiscatedGains + ConfiscatedGoods >= large
            || Others.Any(kind => kind is not (PenaltyKind.Warning or PenaltyKind.PublicCriticism));
    }

    /// <summary>
    /// 重于. In which part it is heavier than another, each by itself: more of a fine is not made up for by less of something else (行政处罚法
    /// 第四十五条第二款). Null where it is heavier in none.
    /// </summary>
    /// <param name="other">What it is compared with.</param>
    public PenaltyPart? HeavierThan(Penalty other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Fine > other.Fine ? PenaltyPart.Fine
            : ConfiscatedGains > other.ConfiscatedGains ? PenaltyPart.ConfiscatedGains
            : ConfiscatedGoods > other.ConfiscatedGoods ? PenaltyPart.ConfiscatedGoods
            : SuspensionDays > other.SuspensionDays ? PenaltyPart.SuspensionDays
            : Others.Any(kind => !other.Others.Contains(kind) && !other.Others.Any(graver => IsLessThan(kind, graver))) ? PenaltyPart.Others
            : null;
    }

    // Of one line the lesser is in the graver: whoever was told of a revocation may be suspended, of a closure stopped.
    private static bool IsLessThan(PenaltyKind kind, PenaltyKind graver) => (kind, graver) is
        (PenaltyKind.LicenceSuspension or PenaltyKind.Downgrade, PenaltyKind.LicenceRevocation)
        or (PenaltyKind.OrderToStop, PenaltyKind.Closure);
}

/// <summary>处罚决定. The decision.</summary>
/// <param name="DecidedOn">决定日期. The day (Asia/Shanghai).</param>
/// <param name="DecidedBy">决定人. Who recorded it.</param>
/// <param name="Penalty">处罚. What.</param>
/// <param name="Discretion">裁量理由. Why this amount.</param>
/// <param name="IsCollective">集体讨论. Whether the heads decided together (行政处罚法 第五十七条).</param>
/// <param name="Document">文书编号. The number of the decision, or null.</param>
/// <param name="Law">适用法律. By which law it was decided; null from before it was kept.</param>
[GenerateSerializer, Immutable, Alias("penalty-decision")]
public sealed record PenaltyDecision(
    DateOnly DecidedOn, string DecidedBy, Penalty Penalty, string Discretion, bool IsCollective, string? Document, AppliedLaw? Law = null);

/// <summary>作出处罚决定. Decides the penalty (行政处罚法 第五十七条). Refused while the duty to transfer stands: no fine in place of transfer.</summary>
/// <param name="Fine">罚款. The fine.</param>
/// <param name="Discretion">裁量理由. Why this amount.</param>
/// <param name="ConfiscatedGains">没收违法所得.</param>
/// <param name="ConfiscatedGoods">没收非法财物货值.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="MilderLaw">从轻适用新法. Whether the articles of the decision's day are applied, because they are milder than those of the act's
/// (行政处罚法 第三十七条).</param>
/// <param name="SuspensionDays">暂扣天数. For how many days a licence is suspended, where one is.</param>
[GenerateSerializer, Immutable, Alias("case.decide-penalty"), AllowedTo(Proposers), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, ReviewNotPassed, RightsNotNotified, HearingNotHeld>]
[Refuses<StatementPeriodRuns, PenaltyAggravated, CollectiveDecisionRequired, LimitationPassed>]
[Refuses<HearingReportMissing, NoPenaltyWasProposed, GainsBeyondLaw, NoLaterLaw, BeyondGoodsLines>]
[Refuses<CompetenceUnsettled, CrimeFiguresNotStated, HearingNotOffered>]
public sealed record DecidePenalty(
    Yuan Fine,
    [Longest(2000)] string Discretion,
    [Optional] Yuan ConfiscatedGains,
    [Optional] Yuan ConfiscatedGoods,
    [Optional, Most(50)] ImmutableArray<PenaltyKind> Others,
    Grounds Grounds,
    bool MilderLaw = false,
    int? SuspensionDays = null) : CaseCommand, INeedsApproval, IGivesPenalty
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Penalty;
}

/// <summary>处罚决定已作出. The penalty is decided.</summary>
/// <param name="At">决定时刻. When (UTC).</param>
/// <param name="Decision">决定. What, and why this amount.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.penalty-decided")]
public sealed record PenaltyDecided(DateTimeOffset At, PenaltyDecision Decision, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Decision.Law is { IsMilder: true } or { AreGainsMilder: true }
        ? new(
            $"决定罚没款{CaseTexts.Yuan(Decision.Penalty.Money)}元，从轻适用新的规定",
            $"Decided: {CaseTexts.Yuan(Decision.Penalty.Money)} yuan, by the milder later law")
        : new($"决定罚没款{CaseTexts.Yuan(Decision.Penalty.Money)}元", $"Decided: {CaseTexts.Yuan(Decision.Penalty.Money)} yuan");
}

/// <summary>陈述申辩期限未满. The party may still answer (行政处罚法 第四十五条、第六十四条).</summary>
/// <param name="Until">截止. Until when (UTC).</param>
[GenerateSerializer, Immutable, Alias("refusal.statement-period-runs")]
public sealed record StatementPeriodRuns(DateTimeOffset Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"当事人陈述、申辩和要求听证的期限至{CaseTexts.Until(Until)}，尚未届满", $"The party may answer until {Until:u}");
}

/// <summary>处罚重于告知. A penalty must not be heavier in any of its parts than what the party was told of (行政处罚法 第四十五条第二款).</summary>
/// <param name="ProposedCny">告知金额. What was proposed, in yuan: money and goods together.</param>
/// <param name="DecidedCny">决定金额. What was to be decided, in yuan: money and goods together.</param>
/// <param name="HeavierIn">加重的内容. In which part it is heavier, though the sum may be the same.</param>
[GenerateSerializer, Immutable, Alias("refusal.penalty-aggravated")]
public sealed record PenaltyAggravated(decimal ProposedCny, decimal DecidedCny, PenaltyPart HeavierIn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"拟决定的处罚（合计{CaseTexts.Yuan(DecidedCny)}元）在{Terms.Of(HeavierIn).Chinese}上重于告知当事人的处罚（合计{CaseTexts.Yuan(ProposedCny)}元），"
            + "应当退回补充调查，重新提出处罚建议并重新告知",
        $"The penalty ({CaseTexts.Yuan(DecidedCny)} yuan in all) is heavier in {Terms.Of(HeavierIn).English} than what the party was "
            + $"told of ({CaseTexts.Yuan(ProposedCny)} yuan in all); return the case, propose it and notify the party anew");
}

/// <summary>未告知听证权利. For such a penalty a hearing has to be offered, and the party was not told of it (行政处罚法 第六十三条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.hearing-not-offered")]
public sealed record HearingNotOffered : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "拟决定的处罚属于应当告知听证权利的范围，而此前没有告知；应当退回补充调查，重新提出处罚建议并告知当事人有要求听证的权利",
        "A hearing has to be offered for such a penalty and was not: return the case, propose it anew and tell the party of its right");
}

/// <summary>应当集体讨论决定. A grave penalty is decided by the heads together (行政处罚法 第五十七条第二款).</summary>
[GenerateSerializer, Immutable, Alias("refusal.collective-decision-required")]
public sealed record CollectiveDecisionRequired : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "情节复杂或者重大的处罚，应当由负责人集体讨论决定，请先登记集体讨论",
        "A grave penalty is decided by the heads together: record their deliberation first");
}

/// <summary>已过追责时效. The act is not penalised any more (行政处罚法 第三十六条).</summary>
/// <param name="Until">时效末日. The last day on which it could be found.</param>
[GenerateSerializer, Immutable, Alias("refusal.limitation-passed")]
public sealed record LimitationPassed(DateOnly Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"违法行为的追责时效已于{Until:yyyy-MM-dd}届满，不再给予行政处罚", $"The limitation ended on {Until:yyyy-MM-dd}; the act is not penalised any more");
}
