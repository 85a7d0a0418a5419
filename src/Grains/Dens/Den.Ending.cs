using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

// A den is no more, or has become an enterprise; its planned inspections and open orders are told, and of an end that was none too.
public static partial class Den
{
    /// <summary>What an open order has yet to be told; due at once.</summary>
    [Deadline, Term("告知整改", "news for the order")]
    public const string OrderNews = "den.order-news";

    /// <summary>What a planned inspection has yet to be told; due at once.</summary>
    [Deadline, Term("告知检查", "news for the inspection")]
    public const string InspectionNews = "den.inspection-news";

    [RuleText("A den that is no more is neither inspected nor ordered about (internal term): Measures on Unlicensed Operations, art. 6")]
    private const string NewsRule = "窝点终结的，取消已计划的检查，不再采取整改措施（内部期限）：无证无照经营查处办法 第六条";

    private static Decision<DenEvent>? DecideInEnding(DenState den, DenCommand command, Circumstances now) => command switch
    {
        EndDen when den.End is { } end => new DenHasEnded(den.Number, den.Details.Name, end.EndedOn),
        EndDen c => DecideEndDen(c, now),
        ReopenDen when den.Status is not DenStatus.Ended => Decision<DenEvent>.AlreadySo,
        ReopenDen c => DecideReopenDen(den, c, now),
        DenDeadlineReached c => DecideDenDeadlineReached(den, c, now),
        _ => Decision<DenEvent>.NotOfThisStage,
    };

    private static DenState? ApplyInEnding(DenState den, DenEvent happened) => happened switch
    {
        DenEnded e => NothingDue(den) with
        {
            Status = DenStatus.Ended,
            End = e.End,
            Approvals = den.Approvals.Ended(),
            OwedToMatters = [.. den.OwedToMatters, .. e.News.ToMatters(e.End.EndedOn)],
        },
        DenReopened e => den with
        {
            Status = den.Bans.IsEmpty ? DenStatus.Found : DenStatus.Banned,
            End = null,
            ActBy = e.ActBy,
            ReopenedOn = e.ReopenedOn,
            OwedToMatters = [.. den.OwedToMatters, .. e.News.ToMatters(null)],
        },
        DenMatterTold e => den with { OwedToMatters = den.OwedToMatters.Remove(e.Told) },
        _ => null,
    };

    private static Decision<DenEvent> DecideEndDen(EndDen c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        string? enterprise = null;
        if (c.Ending is DenEnding.Registered)
        {
            var isRegistered = now.Required<SuccessorFound>().IsRegistered;
            if (CreditCode.ParseNamed(c.CreditCode, isRegistered, out var code) is { } wrongCode)
            {
                return wrongCode with { Field = "enterpriseCreditCode" };
            }

            enterprise = code.ToString();
            if (!isRegistered)
            {
                return new NotFound("enterprise", enterprise);
            }
        }
        else if (FreeText.Given(c.CreditCode) is not null)
        {
            return new InvalidInput(
                "enterpriseCreditCode", "只有已取得登记的才填写信用代码", "Only of one that is registered since is the credit code given");
        }

        return new DenEnded(new DenEnd(now.Day, c.Ending, enterprise, c.Grounds.Trimmed()), News(now));
    }

    private static Decision<DenEvent> DecideReopenDen(DenState den, ReopenDen c, Circumstances now) =>
        c.Grounds.Problem() is { } problem ? problem
        : now.Required<DenAtPlace>().Other is { } other
            ? new DenAlreadyRecorded(other.Number, other.Serial.Text, other.Details.Name, other.Details.Address)
        : new DenReopened(now.Today, den.End!, c.Grounds.Trimmed(), News(now)) { ActBy = LastDay(now.Today, now) };

    private static NewsOfEnd News(Circumstances now)
    {
        var (orders, inspections) = now.Required<MattersOfDen>();
        return new NewsOfEnd([], now.Now, DecidingPerson.Of(now.Actor)) { Orders = orders, Inspections = inspections };
    }

    private static IReadOnlyList<OpenDeadline> Deadlines(DenState den) =>
    [
        .. den.OwedToMatters.Take(1).Select(owed =>
            new OpenDeadline(owed.IsInspection ? InspectionNews : OrderNews, owed.Since, NewsRule, den.Section)),
        .. FirstActDeadline(den) is { } open ? [open] : (OpenDeadline[])[],
    ];

    private static Owed? Owes(DenState den) =>
        den.OwedToMatters is [var owed, ..] ? owed.Owed(owed.IsInspection ? InspectionNews : OrderNews) : null;

    private static Decision<DenEvent> DecideDenDeadlineReached(DenState den, DenDeadlineReached due, Circumstances now) =>
        due.DueAt > now.Now || !Deadlines(den).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt)
            || now.AnswerTo(Owes(den)) is not { Refusal: var refusal }
            ? Decision<DenEvent>.AlreadySo
            : new DenMatterTold(den.OwedToMatters[0], refusal?.Message.Chinese, refusal?.Message.English);
}

/// <summary>窝点去向. How a den ended.</summary>
[JsonConverter(typeof(WireNameConverter<DenEnding>))]
public enum DenEnding
{
    /// <summary>Nothing is made there any more, and nobody is there.</summary>
    [Term("人去场空", "gone")]
    Gone,

    /// <summary>It has moved elsewhere; where it is found again, it is recorded there.</summary>
    [Term("搬离辖区", "moved away")]
    Moved,

    /// <summary>It has been registered and is an enterprise from then on.</summary>
    [Term("已取得登记", "registered since")]
    Registered,
}

/// <summary>窝点终结. How and when a den ended.</summary>
/// <param name="EndedOn">终结日. The day (Asia/Shanghai).</param>
/// <param name="Ending">去向. How.</param>
/// <param name="CreditCode">统一社会信用代码. Of the enterprise that it has become, or null.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("den-end")]
public sealed record DenEnd(DateOnly EndedOn, DenEnding Ending, string? CreditCode, Grounds Grounds);

/// <summary>登记窝点终结. Records that a den is no more, or has become an enterprise: what was planned to be inspected there is not, and no
/// measure follows its open orders any more.</summary>
/// <param name="Ending">去向. How it ended.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="CreditCode">统一社会信用代码. Of the enterprise that it has become; must be given exactly where it was registered.</param>
[GenerateSerializer, Immutable, Alias("den.end"), AllowedTo(Roles.SectionHead), ByHeadOfSection, Dated]
[Refuses<DenHasEnded>]
public sealed record EndDen(DenEnding Ending, Grounds Grounds, [OfferedAs("enterpriseCreditCode")] string? CreditCode = null) : DenCommand;

/// <summary>恢复窝点. Takes back an end: it was recorded by mistake, or the den is at work again.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("den.reopen"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<DenAlreadyRecorded>]
public sealed record ReopenDen(Grounds Grounds) : DenCommand;

/// <summary>窝点期限到期. What an order or an inspection is owed is due, or somebody had to act on the den by now.</summary>
/// <param name="Kind">期限种类. One of <see cref="Den"/>'s.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("den.deadline-reached"), AllowedTo(Roles.System)]
public sealed record DenDeadlineReached(string Kind, DateTimeOffset DueAt) : DenCommand, IDeadlineCommand;

/// <summary>窝点的未了事项. What the shell found of the open orders and planned inspections of a den.</summary>
/// <param name="OpenOrders">整改编号. The numbers of the orders.</param>
/// <param name="PlannedInspections">检查编号. Of the inspections that are planned, and of those that ended with it.</param>
public sealed record MattersOfDen(ImmutableArray<string> OpenOrders, ImmutableArray<string> PlannedInspections);

/// <summary>登记后的企业. What the shell found of the enterprise that a den is said to have become.</summary>
/// <param name="IsRegistered">已登记. Whether it is registered.</param>
public sealed record SuccessorFound(bool IsRegistered);

/// <summary>窝点已终结. A den is no more, or has become an enterprise.</summary>
/// <param name="End">终结. How and when.</param>
/// <param name="News">应告整改和检查. Which are told.</param>
[Alias("den.ended")]
public sealed record DenEnded(DenEnd End, NewsOfEnd News) : DenStep(End.Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => End.CreditCode is { } code
        ? new($"窝点{Terms.Of(End.Ending).Chinese}（{code}）：{End.Grounds.Reason}", $"{Sentence(End)} ({code}): {End.Grounds.Reason}")
        : new($"窝点{Terms.Of(End.Ending).Chinese}：{End.Grounds.Reason}", $"{Sentence(End)}: {End.Grounds.Reason}");

    /// <summary>The day on which it ended.</summary>
    public override DateOnly? EffectiveOn => End.EndedOn;

    private static string Sentence(DenEnd end) => $"The den is {Terms.Of(end.Ending).English}";
}

/// <summary>窝点已恢复. A den that had ended is there.</summary>
/// <param name="ReopenedOn">恢复日. The day (Asia/Shanghai).</param>
/// <param name="End">原终结. The end that was taken back.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="News">应告整改和检查. Which are told.</param>
[Alias("den.reopened")]
public sealed record DenReopened(DateOnly ReopenedOn, DenEnd End, Grounds Grounds, NewsOfEnd News) : DenStep(Grounds)
{
    /// <summary>首次行动期限. The last day by which somebody has to act on it; null from before that was asked for.</summary>
    public DateOnly? ActBy { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"恢复{IsoDate.Of(End.EndedOn)}终结的窝点：{Grounds.Reason}",
        $"The den that ended on {IsoDate.Of(End.EndedOn)} is there: {Grounds.Reason}");
}

/// <summary>已告整改或者检查. An open order or a planned inspection was told, or did not take it; a person has to see to that.</summary>
/// <param name="Told">所告. Which one, of what.</param>
/// <param name="Chinese">未能办理的原因. Why it did not take it, in Chinese; null where it did.</param>
/// <param name="English">未能办理的原因（英文）. The same in English.</param>
[Alias("den.matter-told")]
public sealed record DenMatterTold(OwedToMatter Told, string? Chinese = null, string? English = null) : DenEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => Told.Answered(new("窝点", " of the den"), Chinese, English);
}

/// <summary>窝点已终结. Nobody plans to inspect, or orders about, a den that is no more; where it is at work again, it is reopened first.
/// </summary>
/// <param name="Den">窝点编号. Its number.</param>
/// <param name="Name">名称. Its name.</param>
/// <param name="EndedOn">终结日. The day on which it ended (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("refusal.den-has-ended")]
public sealed record DenHasEnded(string Den, string Name, DateOnly EndedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"窝点{Name}（{Den}）已于{IsoDate.Of(EndedOn)}终结；死灰复燃的，请科室负责人先恢复该窝点",
        $"Den {Name} ({Den}) ended on {IsoDate.Of(EndedOn)}; where it is at work again, the head of the section reopens it first");
}
