using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// How a decision is served (行政处罚法 第六十一条; 程序规定 第八十一条至第八十三条).
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInService(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        // What an earlier version ended without serving it is served still.
        ServeDecision when state.Stage is not CaseStage.Decided
            && state is not { Stage: CaseStage.NoPenalty, Execution.ServedOn: null } => new CaseNotInStage(state.Stage),
        ServeDecision c => DecideServeDecision(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInService(CaseState state, CaseEvent happened) => happened switch
    {
        DecisionServed e when state.NoPenalty is { } none => NoPenaltyServed(state, none, e),
        DecisionServed e => Served(state, e),
        ServiceNoticePublished e => state with
        {
            Execution = state.Execution with { Notice = e.Notice },
            // The days of the notice do not count for the terms that a public notice stops (程序规定 第六十四条).
            Pauses = state.Pauses.Add(new CasePause(
                state.Pauses.Length + 1,
                new ClockPause(
                    PauseReason.PublicNotice,
                    e.Notice.Document,
                    ShanghaiTime.StartOf(e.Notice.PublishedOn),
                    ShanghaiTime.EndOf(e.Notice.ServedOn)),
                null)),
            Clocks = state.Clocks.Stop(CaseDeadlines.Service).StartUnwarned(
                CaseDeadlines.ServiceNotice, StatutoryRules.PenaltyServiceNotice, ShanghaiTime.StartOf(e.Notice.PublishedOn)),
        },
        _ => null,
    };

    private static CaseState Served(CaseState state, DecisionServed e)
    {
        var clocks = state.Clocks.Stop(CaseDeadlines.Service).Stop(CaseDeadlines.ServiceNotice);
        var served = state with
        {
            Stage = CaseStage.Execution,
            Execution = state.Execution with { ServedOn = e.ServedOn, Way = e.Way, Consent = e.Consent, SuitUntil = e.SuitUntil },
            Clocks = state.Decision?.Penalty.Money > 0
                ? clocks.Start(CaseDeadlines.Payment, StatutoryRules.PenaltyPayment, ShanghaiTime.StartOf(e.ServedOn))
                : clocks,
        };
        return e.SuitUntil is { } until ? WithCourtTerm(served, until) : served;
    }

    private static CaseState NoPenaltyServed(CaseState state, NoPenaltyDecision decision, DecisionServed e)
    {
        var served = state with
        {
            Execution = state.Execution with { ServedOn = e.ServedOn, Way = e.Way, Consent = e.Consent, SuitUntil = e.SuitUntil },
        };
        return decision.Grounds is { } grounds && state.End is null
            ? Ended(served, CaseStage.NoPenalty, new CaseEnd(e.ServedOn, CaseOutcome.NoPenalty, grounds))
            : served;
    }

    private static Decision<CaseEvent> DecideServeDecision(CaseState state, ServeDecision c, Circumstances now)
    {
        var decidedOn = state.Decision?.DecidedOn ?? state.NoPenalty?.DecidedOn;
        if (ActDay.Problem("servedOn", c.ServedOn, decidedOn, now.Today) is { } problem)
        {
            return problem;
        }

        if (c.Way is ServiceWay.Electronic && FreeText.Given(c.ConsentDocument) is null)
        {
            return new ElectronicServiceNeedsConsent(); // 行政处罚法 第六十一条第二款
        }

        var document = FreeText.Given(c.DocumentNumber);
        if (c.Way is not ServiceWay.PublicNotice)
        {
            var served = new DecisionServed(c.ServedOn, document)
            {
                Way = c.Way ?? ServiceWay.Direct,
                Consent = FreeText.Given(c.ConsentDocument),
                SuitUntil = SuitUntil(c.ServedOn, now.Calendar),
                OfNoPenalty = OfNoPenalty(state),
            };
            return (CaseEvent[])[.. NoticeEnds(state, ShanghaiTime.EndOf(c.ServedOn)), served];
        }

        if (FreeText.Missing("documentNumber", document) is { } unnamed)
        {
            return unnamed;
        }

        var notice = StatutoryRules.On(StatutoryRules.PenaltyServiceNotice, c.ServedOn).Period;
        var until = notice.DayFrom(c.ServedOn, now.Calendar).Day;
        return state.Execution.Notice is { } known && known.PublishedOn == c.ServedOn && known.Document == document
            ? Decision<CaseEvent>.AlreadySo
            : (CaseEvent[])
            [
                .. NoticeEnds(state, ShanghaiTime.StartOf(c.ServedOn)),
                new ServiceNoticePublished(new ServiceNotice(c.ServedOn, until, document!, SuitUntil(until, now.Calendar)))
                {
                    OfNoPenalty = OfNoPenalty(state),
                },
            ];
    }

    // A notice that another service, or another notice, overtakes stops no clock any more.
    private static IEnumerable<CasePauseEnded> NoticeEnds(CaseState state, DateTimeOffset at) =>
        from pause in state.Pauses
        where pause.Pause is { Reason: PauseReason.PublicNotice, EndedAt: { } until } && until > at
        select new CasePauseEnded(pause.Number, at > pause.Pause.StartedAt ? at : pause.Pause.StartedAt);

    /// <summary>What the clock records when a public notice is over.</summary>
    internal static DecisionServed ServedByNotice(CaseState state)
    {
        var notice = state.Execution.Notice!;
        return new(notice.ServedOn, notice.Document)
        {
            Way = ServiceWay.PublicNotice,
            SuitUntil = notice.SuitUntil,
            OfNoPenalty = OfNoPenalty(state),
        };
    }

    private static bool? OfNoPenalty(CaseState state) => state.NoPenalty is null ? null : true;

    private static DateOnly SuitUntil(DateOnly servedOn, WorkingCalendar calendar) =>
        StatutoryRules.On(StatutoryRules.PenaltySuit, servedOn).Period.DayFrom(servedOn, calendar).Day;

    private static ImmutableArray<RunningClock> StartUnwarned(
        this ImmutableArray<RunningClock> clocks, string kind, string rule, DateTimeOffset at) =>
        clocks.Start(kind, rule, at).Warned(kind, 0); // nothing of ours is due at its end, so nobody is warned
}

/// <summary>送达方式. How a decision is served (行政处罚法 第六十一条; 程序规定 第八十一条).</summary>
[JsonConverter(typeof(WireNameConverter<ServiceWay>))]
public enum ServiceWay
{
    /// <summary>Handed to the party or who may receive for it.</summary>
    [Term("直接送达", "direct service")]
    Direct,

    /// <summary>Left at its place, before a witness or a camera, where it refuses to receive it.</summary>
    [Term("留置送达", "left at the place")]
    Left,

    /// <summary>Sent by post; served on the day of the receipt.</summary>
    [Term("邮寄送达", "service by post")]
    ByPost,

    /// <summary>By another authority on request.</summary>
    [Term("委托送达", "service by another authority")]
    ByAnotherAuthority,

    /// <summary>By fax, mail or the like, where the party has agreed to it in writing.</summary>
    [Term("电子送达", "electronic service")]
    Electronic,

    /// <summary>Through the organisation that the party belongs to, such as a unit of the army or a prison.</summary>
    [Term("转交送达", "service through an organisation")]
    ThroughOrganisation,

    /// <summary>By public notice, where the party cannot be found or no other way succeeds; served after thirty days.</summary>
    [Term("公告送达", "public notice")]
    PublicNotice,
}

/// <summary>送达公告. A public notice by which a decision is served.</summary>
/// <param name="PublishedOn">公告日期. The day it was put up (Asia/Shanghai).</param>
/// <param name="ServedOn">视为送达日期. The thirtieth day after it, at whose end the decision counts as served.</param>
/// <param name="Document">公告编号. The number of the notice.</param>
/// <param name="SuitUntil">起诉期限. The last day on which the party may sue, when it is served so.</param>
[GenerateSerializer, Immutable, Alias("service-notice")]
public sealed record ServiceNotice(DateOnly PublishedOn, DateOnly ServedOn, string Document, DateOnly SuitUntil);

/// <summary>
/// 送达处罚决定. Records that the decision was served (行政处罚法 第六十一条). A public notice is recorded on the day it is put up; the decision
/// counts as served thirty days later, and the case goes on by itself.
/// </summary>
/// <param name="ServedOn">送达日期. The day; of a public notice the day it was put up. Not after today.</param>
/// <param name="DocumentNumber">送达回证编号. Of a public notice its number, which must be given.</param>
/// <param name="Way">送达方式. How; directly when left out.</param>
/// <param name="ConsentDocument">电子送达确认书编号. The document by which the party agreed to electronic service.</param>
[GenerateSerializer, Immutable, Alias("case.serve-decision"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, ElectronicServiceNeedsConsent>]
public sealed record ServeDecision(
    [IsDayOfAct] DateOnly ServedOn,
    [Longest(200)] string? DocumentNumber,
    ServiceWay? Way = null,
    [Longest(200)] string? ConsentDocument = null) : CaseCommand;

/// <summary>处罚决定已送达. The decision was served.</summary>
/// <param name="ServedOn">送达日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">送达回证编号. Or null.</param>
[Alias("case.decision-served")]
public sealed record DecisionServed(DateOnly ServedOn, string? DocumentNumber) : CaseEvent
{
    /// <summary>送达方式. How; null where that was not yet recorded.</summary>
    public ServiceWay? Way { get; init; }

    /// <summary>电子送达确认书编号. By which the party agreed to electronic service, or null.</summary>
    public string? Consent { get; init; }

    /// <summary>起诉期限. The last day on which the party may sue (行政诉讼法 第四十六条); null where it was not yet counted.</summary>
    public DateOnly? SuitUntil { get; init; }

    /// <summary>不予处罚决定. Whether it is the decision not to penalise; null of penalties.</summary>
    public bool? OfNoPenalty { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Way is { } way
        ? new(
            $"送达{(OfNoPenalty is true ? "不予处罚决定" : "处罚决定")}（{Terms.Of(way).Chinese}）",
            $"Decision served ({Terms.Of(way).English})")
        : new("送达处罚决定", "Decision served");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Way is null ? null : ServedOn;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>送达公告已发布. A public notice was put up; the decision counts as served when it is over.</summary>
/// <param name="Notice">送达公告. Since when, until when.</param>
[Alias("case.service-notice-published")]
public sealed record ServiceNoticePublished(ServiceNotice Notice) : CaseEvent
{
    /// <summary>不予处罚决定. Whether it is the decision not to penalise; null of penalties, and from before that was kept.</summary>
    public bool? OfNoPenalty { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"公告送达{(OfNoPenalty is true ? "不予处罚决定" : "处罚决定")}，至{Notice.ServedOn:yyyy-MM-dd}期满视为送达",
        $"Public notice of the decision; served when it is over on {Notice.ServedOn:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Notice.PublishedOn;

    /// <inheritdoc/>
    public override string? Document => Notice.Document;
}

/// <summary>电子送达须经同意. Electronic service needs the party's recorded consent (行政处罚法 第六十一条第二款).</summary>
[GenerateSerializer, Immutable, Alias("refusal.electronic-service-needs-consent")]
public sealed record ElectronicServiceNeedsConsent : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "电子送达应当经当事人同意并签订确认书，请填写确认书编号",
        "Electronic service needs the party's written consent; name its document");
}
