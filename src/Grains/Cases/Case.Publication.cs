using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// How a decision is published, for how long, and how that ends (公示规定; 行政处罚法 第四十八条).
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInPublication(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        PublishDecision when state.Decision is null || state.Execution is { PublishedOn: not null } or { AnnulledOn: not null } =>
            new CaseNotInStage(state.Stage),
        PublishDecision c => DecidePublishDecision(state, c, now),
        WithdrawPublication when state.Execution.PublishedOn is null => new NotPublished(),
        WithdrawPublication c => (FreeText.Missing("reason", c.Reason)
            ?? ActDay.Problem("on", now.Day, state.Execution.PublishedOn, now.Today)) is { } problem ? problem
            : new PublicationWithdrawn(now.Day, c.Reason.Trim()),
        EndPublicationEarly when state.Execution is not { PublishedOn: not null, Publication: { EndedOn: null } } => new NotPublished(),
        EndPublicationEarly c => c.Grounds.Problem() is { } problem ? problem
            : state.Execution.Publication!.EndableFrom is not { } from || now.Day < from
                ? new PublicationNotYetEnded(state.Execution.Publication.EndableFrom, state.Execution.Publication.Until)
            // 信用修复管理办法: only of whoever has performed the penalty and put right what was wrong.
            : LeftOwing(state, now) is > 0 and var owed ? new PenaltyNotPerformed(Fen(owed))
            : state.CorrectionOrders.Any(order => order.IsDone is not true) ? new PenaltyNotPerformed(0)
            : new PublicationEnded(now.Day, c.Grounds.Trimmed()),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    // With what has accrued by the day; what the court has enforced is performed.
    private static long LeftOwing(CaseState state, Circumstances now) =>
        state.Outstanding == 0 || state.Execution.Result is CourtResult.Enforced ? 0
        : (state with { Execution = state.Execution with { Surcharge = Surcharge.On(state, now.Day, now.Calendar) } }).Outstanding;

    private static CaseState? ApplyInPublication(CaseState state, CaseEvent happened) => happened switch
    {
        DecisionPublished e => state with
        {
            Execution = state.Execution with { PublishedOn = e.PublishedOn, Publication = e.Publication },
            Clocks = e.Publication is not { } publication ? state.Clocks.Stop(CaseDeadlines.Publication)
                : state.Clocks.Stop(CaseDeadlines.Publication)
                    .StartUnwarned(CaseDeadlines.PublicationEnd, publication.Rule, ShanghaiTime.StartOf(publication.CountedFrom)),
        },
        PublicationNotOwed => state with { Clocks = state.Clocks.Stop(CaseDeadlines.Publication) },
        PublicationEnded e => state with
        {
            Execution = state.Execution with
            {
                Publication = state.Execution.Publication is { } shown ? shown with { EndedOn = e.On } : null,
            },
            Clocks = state.Clocks.Stop(CaseDeadlines.PublicationEnd),
        },
        PublicationWithdrawn e => Withdrawn(state, e),
        _ => null,
    };

    // What was changed is published anew in its new form.
    private static CaseState Withdrawn(CaseState state, PublicationWithdrawn e)
    {
        var clocks = state.Clocks.Stop(CaseDeadlines.PublicationEnd).Stop(CaseDeadlines.PublicationWithdrawal);
        return state with
        {
            Execution = state.Execution with
            {
                PublishedOn = null,
                Publication = state.Execution.Publication is { } known ? known with { WithdrawnOn = e.On } : null,
            },
            Clocks = state.Decision is null || state.Execution.AnnulledOn is not null
                ? clocks
                : Restarted(state, clocks, CaseDeadlines.Publication, StatutoryRules.PenaltyPublication, ShanghaiTime.StartOf(e.On)),
        };
    }

    private static Decision<CaseEvent> DecidePublishDecision(CaseState state, PublishDecision c, Circumstances now)
    {
        var problem = ActDay.Problem("publishedOn", c.PublishedOn, state.Decision!.DecidedOn, now.Today)
            ?? FreeText.Missing("place", c.Place)
            ?? (c.LimitedUntil <= c.PublishedOn ? new InvalidInput(
                "limitedUntil",
                $"限制期限届满日应晚于公示日期{IsoDate.Of(c.PublishedOn)}；公示前已经届满的不填写",
                $"The limit must end after the publication, {IsoDate.Of(c.PublishedOn)}; one that was over before is left out") : null);
        return problem is not null ? problem
            : Publicity.TierOf(state.Decision.Penalty, state.AllParties, state.ProductClasses, c.IsMitigated) is not { } tier
                ? new WarningIsNotPublished()
            : new DecisionPublished(c.PublishedOn, c.Place.Trim())
            {
                Publication = Publicity.Shown(tier, c.PublishedOn, c.LimitedUntil, now.Calendar),
            };
    }
}

/// <summary>公示档次. Of which tier of publicity a penalty is (公示规定; 信用修复管理办法).</summary>
[JsonConverter(typeof(WireNameConverter<PublicityTier>))]
public enum PublicityTier
{
    /// <summary>Public criticism or a small fine at the mitigated scale: three months.</summary>
    [Term("通报批评、较低数额罚款", "public criticism or small fine")]
    Minor,

    /// <summary>Any other.</summary>
    [Term("一般处罚", "general")]
    General,

    /// <summary>Food, drugs, cosmetics, special equipment, key industrial products.</summary>
    [Term("食品、药品等重点领域", "food, drugs and other goods of safety")]
    KeyGoods,

    /// <summary>An order to stop, a restriction, a ban.</summary>
    [Term("责令停产停业、限制", "stop, restriction or ban")]
    Restriction,

    /// <summary>Downgrade, revocation, closure.</summary>
    [Term("降低资质、吊销、责令关闭", "downgrade, revocation or closure")]
    Gravest,
}

/// <summary>公示档次的认定. For how long a decision is shown, as data of the rules of publicity.</summary>
public static class Publicity
{
    // Small: 50,000 yuan for an organisation, 5,000 for a person.
    private const long SmallForOrganisation = 50_000_00;
    private const long SmallForPerson = 5_000_00;

    private static readonly FrozenSet<PenaltyKind> Gravest =
        [PenaltyKind.Downgrade, PenaltyKind.LicenceRevocation, PenaltyKind.Closure];

    private static readonly FrozenSet<PenaltyKind> Restricting =
        [PenaltyKind.OrderToStop, PenaltyKind.LicenceSuspension, PenaltyKind.TradeBan];

    // The classes of the campaign that are food, cosmetics, or industrial products under a licence or compulsory certification.
    private static readonly FrozenSet<string> KeyClasses =
        ["FOOD", "COSMETICS", "AUTO_PARTS", "FERTILISER", "LOW_VOLTAGE_ELECTRICAL", "HOUSEHOLD_APPLIANCES"];

    private static readonly FrozenDictionary<PublicityTier, (string Shown, string? Early)> Rules =
        new Dictionary<PublicityTier, (string Shown, string? Early)>
        {
            [PublicityTier.Minor] = (StatutoryRules.PublicityMinor, null),
            [PublicityTier.General] = (StatutoryRules.PublicityGeneral, StatutoryRules.PublicityGeneralEarly),
            [PublicityTier.KeyGoods] = (StatutoryRules.PublicityKeyGoods, StatutoryRules.PublicityKeyGoodsEarly),
            [PublicityTier.Restriction] = (StatutoryRules.PublicityRestriction, StatutoryRules.PublicityRestrictionEarly),
            [PublicityTier.Gravest] = (StatutoryRules.PublicityGravest, null),
        }.ToFrozenDictionary();

    /// <summary>
    /// The tier of a decision; of several penalties that of the longest. Null for a warning alone, which is never published.
    /// </summary>
    /// <param name="penalty">What was decided.</param>
    /// <param name="parties">All parties: the lower figure where one of them is a person.</param>
    /// <param name="productClasses">The classes of the goods.</param>
    /// <param name="isMitigated">Whether the fine is at the mitigated scale.</param>
    public static PublicityTier? TierOf(
        Penalty penalty, ImmutableArray<CaseParty> parties, ImmutableArray<string> productClasses, bool isMitigated)
    {
        ArgumentNullException.ThrowIfNull(penalty);
        var isConfiscated = penalty.ConfiscatedGains + penalty.ConfiscatedGoods > 0;
        var small = parties.Any(party => party.Kind is PartyKind.Person) ? SmallForPerson : SmallForOrganisation;
        var isMinor = !isConfiscated && (penalty.Fine == 0 || (isMitigated && penalty.Fine <= small));
        return penalty.Others.Any(Gravest.Contains) ? PublicityTier.Gravest
            : penalty.Others.Any(Restricting.Contains) ? PublicityTier.Restriction
            : penalty.Fine == 0 && !isConfiscated && !penalty.Others.Contains(PenaltyKind.PublicCriticism) ? null
            : isMinor ? PublicityTier.Minor
            : productClasses.Any(KeyClasses.Contains) ? PublicityTier.KeyGoods
            : PublicityTier.General;
    }

    /// <summary>The publication of a decision that is published on a day.</summary>
    /// <param name="tier">Its tier.</param>
    /// <param name="publishedOn">The day.</param>
    /// <param name="limitedUntil">The last day of the stop, restriction or ban, or null: it is shown until then at least.</param>
    /// <param name="calendar">The working-day calendar.</param>
    public static CasePublication Shown(PublicityTier tier, DateOnly publishedOn, DateOnly? limitedUntil, WorkingCalendar calendar)
    {
        var (shown, early) = Rules[tier];
        var until = DayOf(shown);
        var limit = tier is PublicityTier.Restriction ? limitedUntil : null;
        // The day itself still counts for what must be over before it may be ended.
        DateOnly? endable = early is null ? null : DayOf(early).PlusDays(1);
        return limit is { } last && last > until
            ? new CasePublication(tier, last, last.PlusDays(1), StatutoryRules.PublicityEnd, last)
            : new CasePublication(tier, until, limit >= endable ? limit.Value.PlusDays(1) : endable, shown, publishedOn);

        DateOnly DayOf(string rule) => StatutoryRules.On(rule, publishedOn).Period.DayFrom(publishedOn, calendar).Day;
    }
}

/// <summary>公示. The publication of a decision: why so long, until when.</summary>
/// <param name="Tier">档次. Its tier.</param>
/// <param name="Until">公示至. The last day.</param>
/// <param name="EndableFrom">可提前停止之日. From when it may be ended early; null where it may not.</param>
/// <param name="Rule">规则. By which its end is counted.</param>
/// <param name="CountedFrom">起算日. From which day.</param>
[GenerateSerializer, Immutable, Alias("case-publication")]
public sealed record CasePublication(PublicityTier Tier, DateOnly Until, DateOnly? EndableFrom, string Rule, DateOnly CountedFrom)
{
    /// <summary>停止公示日期. The day it ended; null while it goes on.</summary>
    [Id(10)] public DateOnly? EndedOn { get; init; }

    /// <summary>撤回日期. The day it was withdrawn, because the decision no longer stands so; null where it was not.</summary>
    [Id(11)] public DateOnly? WithdrawnOn { get; init; }
}

/// <summary>
/// 公示处罚决定. Records that the decision was published; how long it is shown follows from its tier. A warning alone is not published.
/// </summary>
/// <param name="PublishedOn">公示日期. The day; not after today.</param>
/// <param name="Place">公示平台. Where.</param>
/// <param name="IsMitigated">从轻、减轻处罚. Whether the fine is at the mitigated scale.</param>
/// <param name="LimitedUntil">限制期限届满日. The last day of a stop, restriction or ban, where there is one.</param>
[GenerateSerializer, Immutable, Alias("case.publish-decision"), AllowedTo(Roles.Legal | Investigators)]
[Refuses<CaseNotInStage, WarningIsNotPublished>]
public sealed record PublishDecision(
    [IsDayOfAct] DateOnly PublishedOn,
    [Longest(200)] string Place,
    bool IsMitigated = false,
    DateOnly? LimitedUntil = null) : CaseCommand;

/// <summary>撤回公示. Withdraws the publication of a decision that was changed or annulled, and says why (行政处罚法 第四十八条第二款).</summary>
/// <param name="Reason">撤回理由. What is made public of it.</param>
[GenerateSerializer, Immutable, Alias("case.withdraw-publication"), AllowedTo(Roles.Legal | Investigators), Dated]
[Refuses<NotPublished>]
public sealed record WithdrawPublication([Longest(1000)] string Reason) : CaseCommand;

/// <summary>提前停止公示. Ends the publication early, once its least term is over and the party has repaired its credit (信用修复管理办法).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.end-publication-early"), AllowedTo(Decisions), Dated]
[Refuses<NotPublished, PublicationNotYetEnded, PenaltyNotPerformed>]
public sealed record EndPublicationEarly(Grounds Grounds) : CaseCommand;

/// <summary>处罚决定已公示. The decision was published.</summary>
/// <param name="PublishedOn">公示日期. The day (Asia/Shanghai).</param>
/// <param name="Place">公示平台. Where.</param>
[Alias("case.decision-published")]
public sealed record DecisionPublished(DateOnly PublishedOn, string Place) : CaseEvent
{
    /// <summary>公示. Its tier and end; null where these were not yet recorded.</summary>
    public CasePublication? Publication { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Publication is { Until: var until }
        ? new($"处罚决定已公示，公示至{until:yyyy-MM-dd}", $"Decision published until {until:yyyy-MM-dd}")
        : new("处罚决定已公示", "Decision published");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Publication is null ? null : PublishedOn;
}

/// <summary>无须公示. The decision is a warning alone and is not published (公示规定).</summary>
[Alias("case.publication-not-owed")]
public sealed record PublicationNotOwed : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("仅给予警告的处罚，不予公示", "A warning alone is not published");
}

/// <summary>公示已停止. The publication ended: by itself, or early.</summary>
/// <param name="On">停止日期. The last day it was shown, or the day it was ended (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why it was ended early; null where its term was over.</param>
[Alias("case.publication-ended")]
public sealed record PublicationEnded(DateOnly On, Grounds? Grounds) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => Grounds is null
        ? new("公示期满，停止公示", "Publication ended with its term")
        : new($"提前停止公示：{Grounds.Reason}", $"Publication ended early: {Grounds.Reason}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;

    /// <inheritdoc/>
    public override string? LegalBasis => Grounds?.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds?.DocumentNumber;
}

/// <summary>公示已撤回. The publication was withdrawn.</summary>
/// <param name="On">撤回日期. The day (Asia/Shanghai).</param>
/// <param name="Reason">撤回理由. What was made public of it.</param>
[Alias("case.publication-withdrawn")]
public sealed record PublicationWithdrawn(DateOnly On, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤回公示：{Reason}", $"Publication withdrawn: {Reason}");
}

/// <summary>仅给予警告的不公示. A warning alone is not published (公示规定).</summary>
[GenerateSerializer, Immutable, Alias("refusal.warning-is-not-published")]
public sealed record WarningIsNotPublished : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "仅给予警告的行政处罚，不予公示", "A penalty that is a warning alone is not published");
}

/// <summary>没有在公示. The decision is not being shown.</summary>
[GenerateSerializer, Immutable, Alias("refusal.not-published")]
public sealed record NotPublished : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("处罚决定没有在公示", "The decision is not being shown");
}

/// <summary>尚未履行处罚决定. A publication is ended early for whoever has performed the penalty and put right what was wrong (信用修复管理办法).</summary>
/// <param name="OwedCny">尚欠金额. What is owed with the surcharge, in yuan; nothing where an order to correct was not followed, or nobody has
/// looked.</param>
[GenerateSerializer, Immutable, Alias("refusal.penalty-not-performed")]
public sealed record PenaltyNotPerformed(decimal OwedCny) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => OwedCny > 0
        ? new(
            $"处罚决定尚未履行完毕，罚没款连同加处罚款尚欠{CaseTexts.Yuan(OwedCny)}元，不能提前停止公示",
            $"The penalty is not performed: {CaseTexts.Yuan(OwedCny)} yuan are owed with the surcharge, so it is not ended early")
        : new("责令改正的情况尚未核实或者没有改正，不能提前停止公示", "An order to correct was not followed or not checked, so it is not ended early");
}

/// <summary>尚不能提前停止公示. The least term of the publication is not over, or it may not be ended early at all.</summary>
/// <param name="From">可提前停止之日. From when it may be; null where it may not.</param>
/// <param name="Until">公示至. Until when it is shown otherwise.</param>
[GenerateSerializer, Immutable, Alias("refusal.publication-not-yet-ended")]
public sealed record PublicationNotYetEnded(DateOnly? From, DateOnly Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => From is { } from
        ? new($"自{from:yyyy-MM-dd}起方可提前停止公示", $"The publication may be ended early from {from:yyyy-MM-dd} on")
        : new($"该处罚公示至{Until:yyyy-MM-dd}，不能提前停止公示", $"It is shown until {Until:yyyy-MM-dd} and is not ended early");
}
