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
        CorrectServedDecision when state.Execution.ServedOn is null => new CaseNotInStage(state.Stage),
        CorrectServedDecision c => DecideCorrectServedDecision(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInService(CaseState state, CaseEvent happened) => happened switch
    {
        DecisionServed e when state.NoPenalty is { } none => NoPenaltyServed(state, none, e),
        DecisionServed e => Served(state, e),
        ServiceCorrected e => Corrected(state, e),
        ServiceNoticePublished e => state with
        {
            Execution = state.Execution with { Notice = e.Notice },
            // The days of the notice do not count for the terms that a public notice stops (程序规定 第六十四条).
            Pauses = state.Pauses.Add(new CasePause(
                state.Pauses.Length + 1,
                PauseOf(e.Notice),
                null)),
            Clocks = state.Clocks.Stop(CaseDeadlines.Service).StartUnwarned(
                CaseDeadlines.ServiceNotice, StatutoryRules.PenaltyServiceNotice, ShanghaiTime.StartOf(e.Notice.PublishedOn)),
        },
        _ => null,
    };

    private static ClockPause PauseOf(ServiceNotice notice) => new(
        PauseReason.PublicNotice, notice.Document, ShanghaiTime.StartOf(notice.PublishedOn), ShanghaiTime.EndOf(notice.ServedOn));

    private static bool IsOf(ServiceNotice notice, ClockPause pause) =>
        pause.Reason is PauseReason.PublicNotice && pause.StartedAt == ShanghaiTime.StartOf(notice.PublishedOn);

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
        if (ActDay.Problem("servedOn", c.ServedOn, DecidedOn(state), now.Today) is { } problem)
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

        return state.Execution.Notice is { } known && known.PublishedOn == c.ServedOn && known.Document == document
            ? Decision<CaseEvent>.AlreadySo
            : (CaseEvent[])
            [
                .. NoticeEnds(state, ShanghaiTime.StartOf(c.ServedOn)),
                new ServiceNoticePublished(NoticeOn(c.ServedOn, document!, now.Calendar))
                {
                    OfNoPenalty = OfNoPenalty(state),
                },
            ];
    }

    // Served when it is over (程序规定 第八十一条).
    private static ServiceNotice NoticeOn(DateOnly publishedOn, string document, WorkingCalendar calendar)
    {
        var until = StatutoryRules.On(StatutoryRules.PenaltyServiceNotice, publishedOn).Period.DayFrom(publishedOn, calendar).Day;
        return new(publishedOn, until, document, SuitUntil(until, calendar));
    }

    // What runs from the service runs from its right day; what the party has done since, it has done.
    private static CaseState Corrected(CaseState state, ServiceCorrected e)
    {
        var corrected = Reopened(WithTerms(state, e.Challenges), e.IsReopened);
        corrected = corrected with
        {
            Execution = state.Execution with
            {
                ServedOn = e.ServedOn,
                Way = e.Way,
                Consent = e.Consent,
                SuitUntil = e.SuitUntil,
                Surcharge = e.Surcharge,
                ToRefund = e.ToRefund,
                Notice = e.Notice ?? state.Execution.Notice,
            },
            Pauses = e.Notice is { } right && state.Execution.Notice is { } wrong
                ? [.. state.Pauses.Select(one => IsOf(wrong, one.Pause) ? one with { Pause = PauseOf(right) } : one)]
                : state.Pauses,
            End = state is { Stage: CaseStage.NoPenalty, End: { } end } && end.On == e.FromServedOn
                ? end with { On = e.ServedOn }
                : corrected.End,
        };
        corrected = corrected with { Clocks = RefundTerm(corrected, e.At) };
        if (e.ServedOn == e.FromServedOn)
        {
            return corrected;
        }

        var anew = Settled(corrected with { Clocks = corrected.Clocks.Stop(CaseDeadlines.Payment).Stop(CaseDeadlines.CourtEnforcement) });
        return Challenged(anew) is null ? anew : anew with { Clocks = anew.Clocks.Stop(CaseDeadlines.CourtEnforcement) };
    }

    private static Decision<CaseEvent> DecideCorrectServedDecision(CaseState state, CorrectServedDecision c, Circumstances now)
    {
        var (before, execution) = (state.Execution.ServedOn!.Value, state.Execution);
        if (NoticeProblem(state, c, now) is { } noNotice)
        {
            return noNotice;
        }

        // The day of a service by public notice follows from that on which the notice was put up.
        var notice = c.NoticePublishedOn is { } publishedOn ? NoticeOn(publishedOn, execution.Notice!.Document, now.Calendar) : null;
        var (servedOn, way) = (notice?.ServedOn ?? c.ServedOn ?? before, c.Way ?? execution.Way);
        var consent = FreeText.Given(c.ConsentDocument) ?? execution.Consent;
        if ((c.Grounds.Problem()
            ?? ActDay.Problem("servedOn", servedOn, DecidedOn(state), now.Today)
            ?? AfterWhatFollowed(state, servedOn)) is { } problem)
        {
            return problem;
        }

        if ((servedOn, way, consent) == (before, execution.Way, execution.Consent))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        if (way is ServiceWay.PublicNotice && notice is null)
        {
            return new InvalidInput(
                "way",
                "公告送达的日期由公告期满得出：公告日期登记有误的，请填写noticePublishedOn（公告日期）；实际以其他方式送达的，请填写该方式和日期",
                "The day of a service by public notice follows from the notice: give the day on which that was put up, or say by which "
                    + "other way it was served, and when");
        }

        if (way is ServiceWay.Electronic && consent is null)
        {
            return new ElectronicServiceNeedsConsent(); // 行政处罚法 第六十一条第二款
        }

        var corrected = state with { Execution = execution with { ServedOn = servedOn } };
        // A challenge may have set another term to sue since; where the term that it left is that of the service, it moves with it.
        var suitUntil = servedOn == before || execution.SuitUntil is null ? execution.SuitUntil : SuitTerm(corrected, null, now.Calendar);
        var (surcharge, toRefund) = ReckonedAnew(state, corrected, now.Calendar);
        var happened = new ServiceCorrected(
            now.Now, before, execution.Way, servedOn, way, consent, suitUntil, surcharge, toRefund, c.Grounds.Trimmed())
        {
            IsReopened = IsReopenedBy(corrected, surcharge, toRefund),
            Challenges = servedOn == before ? null : OtherTerms(corrected, now.Calendar),
            Notice = notice,
        };
        return (CaseEvent[])
        [
            happened,
            .. KeptAfterAll(state, CaseDeadlines.Service, notice?.PublishedOn ?? servedOn),
            // What was put up in time was served by its notice, whatever was done beside it.
            .. (execution.Notice is null || notice is not null) && DecidedOn(state) is { } decidedOn
                ? MissedAfterAll(
                    state, CaseDeadlines.Service, StatutoryRules.PenaltyService, ShanghaiTime.StartOf(decidedOn),
                    notice?.PublishedOn ?? servedOn, now)
                : [],
            .. PaidByRightDays(state, Apply(state, happened), now),
        ];
    }

    private static InvalidInput? NoticeProblem(CaseState state, CorrectServedDecision c, Circumstances now) =>
        c.NoticePublishedOn is not { } day ? null
        : state.Execution is not { Way: ServiceWay.PublicNotice, Notice: { } notice } || c.Way is not (null or ServiceWay.PublicNotice)
            ? new(
            "noticePublishedOn", "本案决定不是公告送达的，没有公告日期", "The decision was not served by public notice")
        : c.ServedOn is not null ? new(
            "servedOn", "公告送达的日期由公告期满得出，只填写公告日期", "The day of the service follows from the notice: give that of the notice only")
        : ActDay.Problem("noticePublishedOn", day, DecidedOn(state), now.Today) is { } problem ? problem
        : NoticeOn(day, notice.Document, now.Calendar).ServedOn is var until && until >= now.Today ? new(
            "noticePublishedOn",
            $"按该公告日期，公告至{IsoDate.Of(until)}才期满；期满后再更正",
            $"By this day the notice is over on {IsoDate.Of(until)} only: put it right then")
        : null;

    private static InvalidInput? AfterWhatFollowed(CaseState state, DateOnly servedOn)
    {
        var followed = state.Challenges.Where(one => !state.IsOvertaken(one)).Select(one => (DateOnly?)one.ReceivedOn)
            .Append(state.Execution.UrgedOn).Append(state.Execution.EnforcementRequestedOn).Append(state.Execution.InstalmentsAllowedOn)
            .Min();
        return servedOn > followed
            ? new InvalidInput(
                "servedOn",
                $"送达日期晚于此后步骤的日期{IsoDate.Of(followed.Value)}",
                $"It would have been served after a step that followed it, of {IsoDate.Of(followed.Value)}")
            : null;
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

/// <summary>更正送达. Puts right the day or the way of a service that was mistyped; the terms that run from it are reckoned anew, and what was
/// added for late payment with them. What is left out stays as it is.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="ServedOn">送达日期. The right day; not after today.</param>
/// <param name="Way">送达方式. The right way; one by public notice follows from the notice.</param>
/// <param name="ConsentDocument">电子送达确认书编号. The document by which the party agreed to electronic service.</param>
/// <param name="NoticePublishedOn">公告日期. The right day on which a public notice was put up: the day of the service follows from it.</param>
[GenerateSerializer, Immutable, Alias("case.correct-service"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<CaseNotInStage, ElectronicServiceNeedsConsent>]
public sealed record CorrectServedDecision(
    Grounds Grounds,
    DateOnly? ServedOn = null,
    ServiceWay? Way = null,
    [Longest(200)] string? ConsentDocument = null,
    DateOnly? NoticePublishedOn = null) : CaseCommand;

/// <summary>送达已更正. The day or the way of a service was put right.</summary>
/// <param name="At">更正时刻. When (UTC).</param>
/// <param name="FromServedOn">原送达日期.</param>
/// <param name="FromWay">原送达方式. Null where it was not recorded.</param>
/// <param name="ServedOn">送达日期. The right day (Asia/Shanghai).</param>
/// <param name="Way">送达方式. The right way; null where it is not recorded.</param>
/// <param name="Consent">电子送达确认书编号. Or null.</param>
/// <param name="SuitUntil">起诉期限. The last day on which the party may sue; null where it was not counted.</param>
/// <param name="Surcharge">加处罚款. What had accrued when something was paid last, by the right day, in 分.</param>
/// <param name="ToRefund">应退金额. What has to be given back then, in 分.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.service-corrected")]
public sealed record ServiceCorrected(
    DateTimeOffset At, DateOnly FromServedOn, ServiceWay? FromWay, DateOnly ServedOn, ServiceWay? Way, string? Consent, DateOnly? SuitUntil,
    long Surcharge, long ToRefund, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>恢复执行. Whether the case had been closed as carried out and goes back to execution, because something is owed still; null
    /// where it does not, and from before it did.</summary>
    public bool? IsReopened { get; init; }

    /// <summary>送达公告. The public notice as it was put up on its right day; null where it was not that which was put right.</summary>
    public ServiceNotice? Notice { get; init; }

    /// <summary>法定期限随之变更的复议、诉讼. The challenges that could be brought until another day by the right service, as they are from then on;
    /// null where there are none, and from before they followed.</summary>
    public ImmutableArray<CaseChallenge>? Challenges { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new Changes()
        .With(new("送达日期", "the day"), FromServedOn, ServedOn)
        .With(
            Way is { } way && FromWay != way,
            $"送达方式改为{(Way is { } to ? Terms.Of(to).Chinese : "")}",
            $"the way to {(Way is { } now ? Terms.Of(now).English : "")}")
        .WithTerms(Challenges)
        .WithReopening(IsReopened)
        .Summary(new("更正送达", "Service corrected"), Grounds, null);
}

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
