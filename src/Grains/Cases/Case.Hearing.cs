using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The notice of rights, the party's answer and the hearing.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInHearing(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        IStepOfHearing or NotifyRights or RecordPartyAnswer when state.Stage is not (CaseStage.LegalReview or CaseStage.Hearing) =>
            new CaseNotInStage(state.Stage),
        // Where no hearing has to be offered, the party is told after the review (程序规定 第五十七条).
        NotifyRights when state.Stage is CaseStage.LegalReview && state.ReviewedBy is null => new ReviewNotPassed(),
        NotifyRights when state.Proposal is { NoPenalty: not null } => new NoPenaltyWasProposed(),
        NotifyRights c => DecideNotifyRights(state, c, now),
        IStepOfHearing or RecordPartyAnswer when state.Rights is null => new RightsNotNotified(),
        RecordPartyAnswer c => DecideRecordPartyAnswer(state, c, now),
        IStepOfHearing when state.Rights is not { Answer: PartyAnswer.HearingRequested } => new NoHearingRequested(),
        NameHearingChair c => DecideNameHearingChair(state, c, now),
        HandFileToHearingChair when state.Rights!.Chair is null => new HearingChairNotNamed(),
        HandFileToHearingChair => state.Rights.FileHandedOverOn is { } handed
            ? AlreadyRecorded.Unless<CaseEvent>(handed, null, now.ActedOn, null)
            : new HearingFileHandedOver(now.Day),
        AnnounceHearing c when state.Rights!.HeldOn is { } held => AlreadyRecorded.Unless<CaseEvent>(held, null, c.HearingOn, null),
        AnnounceHearing c => DecideAnnounceHearing(state.Rights!, c, now),
        PublishHearing c => DecidePublishHearing(state, c, now),
        RecordHearing c => DecideRecordHearing(state, c, now),
        RecordHearingReport c => DecideRecordHearingReport(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInHearing(CaseState state, CaseEvent happened) => happened switch
    {
        RightsNotified e => state with
        {
            Rights = new NoticeOfRights(e.ServedOn, null, null, null, null, e.StatementUntil) { Document = e.NoticeNumber },
            Clocks = state.Clocks.Start(CaseDeadlines.Statement, StatutoryRules.PenaltyStatement, ShanghaiTime.StartOf(e.ServedOn)),
        },
        PartyAnswered e => Answered(state, e),
        PartyKeptSilent e => NoticeOver(state with { Clocks = state.Clocks.Stop(CaseDeadlines.Statement) }, ShanghaiTime.EndOf(e.On)),
        HearingChairNamed e => state with
        {
            Rights = state.Rights! with { Chair = e.Chair, ChairNamedOn = e.IsKept is true ? e.On : null },
            Clocks = state.Clocks.Stop(CaseDeadlines.HearingChair)
                .Start(CaseDeadlines.HearingFile, StatutoryRules.PenaltyHearingFile, ShanghaiTime.StartOf(e.On)),
        },
        HearingFileHandedOver e => state with
        {
            Rights = state.Rights! with { FileHandedOverOn = e.On },
            Clocks = state.Clocks.Stop(CaseDeadlines.HearingFile)
                .Start(CaseDeadlines.HearingDate, StatutoryRules.PenaltyHearingDate, ShanghaiTime.StartOf(e.On)),
        },
        HearingAnnounced e => Announced(state, e),
        HearingPublished e => state with
        {
            Rights = state.Rights! with { PublishedOn = e.PublishedOn },
            Clocks = state.Clocks.Stop(CaseDeadlines.HearingPublication),
        },
        HearingRecorded e => Held(PauseOver(state, e.Pause, ShanghaiTime.StartOf(e.HeldOn)), e),
        HearingReported e => NoticeOver(
            state with
            {
                Rights = Reported(state.Rights!, e.Report, e.IsKept is true ? e.On : null),
                Clocks = state.Clocks.Stop(CaseDeadlines.HearingReport),
            },
            ShanghaiTime.StartOf(e.On)),
        _ => null,
    };

    // Who was reviewed before the party was told (the order of before) goes on to the decision; else what comes now is the review.
    private static CaseState NoticeOver(CaseState state, DateTimeOffset at) =>
        state is { Stage: CaseStage.Hearing, ReviewedBy: null } ? ToReview(state, at) : state;

    private static ImmutableArray<RunningClock> WithoutHearing(ImmutableArray<RunningClock> clocks) => clocks
        .Stop(CaseDeadlines.HearingChair).Stop(CaseDeadlines.HearingFile).Stop(CaseDeadlines.HearingDate)
        .Stop(CaseDeadlines.HearingPublication).Stop(CaseDeadlines.HearingReport);

    private static CaseState Answered(CaseState state, PartyAnswered e)
    {
        var answered = state with
        {
            Rights = state.Rights is { } rights ? Answered(rights, e) : null,
            Pauses = e.Pause is { } pause ? state.Pauses.Add(pause) : state.Pauses,
            Clocks = e.Answer is PartyAnswer.Statement ? state.Clocks : state.Clocks.Stop(CaseDeadlines.Statement),
        };
        return (e.Answer, e.On) switch
        {
            // It was asked for in time and is entered later: what was reviewed meanwhile is reviewed again after the hearing.
            (PartyAnswer.HearingRequested, { } on) => answered with
            {
                Stage = CaseStage.Hearing,
                ReviewedBy = state.Stage is CaseStage.LegalReview ? null : state.ReviewedBy,
                Clocks = WithoutHearing(answered.Clocks).Stop(CaseDeadlines.LegalReview)
                    .Start(CaseDeadlines.HearingChair, StatutoryRules.PenaltyHearingChair, ShanghaiTime.StartOf(on)),
            },
            (PartyAnswer.Waived, { } on) =>
                NoticeOver(answered with { Clocks = WithoutHearing(answered.Clocks) }, ShanghaiTime.StartOf(on)),
            _ => answered,
        };
    }

    private static NoticeOfRights Answered(NoticeOfRights rights, PartyAnswered e) => e.IsKept is not true
        ? rights with { Answer = e.Answer }
        : rights with { Answer = e.Answer, AnsweredOn = e.On, AnswerDocument = e.DocumentNumber };

    private static NoticeOfRights Reported(NoticeOfRights rights, string report, DateOnly? on) =>
        rights with { Report = report, ReportedOn = on };

    private static CaseState Announced(CaseState state, HearingAnnounced e)
    {
        var announced = state with
        {
            Rights = state.Rights is { } rights
                ? rights with
                {
                    HearingOn = e.HearingOn,
                    IsPublic = e.IsPublic,
                    AnnouncedOn = e.IsKept is true ? e.On : rights.AnnouncedOn,
                    PublishedOn = e.IsMoved is true ? null : rights.PublishedOn,
                    Place = e.IsMoved is null ? rights.Place : e.Place, // an earlier version did not keep it
                }
                : null,
        };
        return e.On is null ? announced : announced with
        {
            Clocks = e.IsPublic is true && announced.Rights?.PublishedOn is null
                ? state.Clocks.Stop(CaseDeadlines.HearingDate)
                    .Start(CaseDeadlines.HearingPublication, StatutoryRules.PenaltyHearingPublication, ShanghaiTime.StartOf(e.HearingOn))
                : state.Clocks.Stop(CaseDeadlines.HearingDate).Stop(CaseDeadlines.HearingPublication),
        };
    }

    private static CaseState Held(CaseState state, HearingRecorded e)
    {
        var held = state with
        {
            Rights = state.Rights is { } rights ? rights with { HeldOn = e.HeldOn, Chair = e.Chair } : null,
            Clocks = WithoutHearing(state.Clocks),
        };
        var at = ShanghaiTime.StartOf(e.HeldOn);
        return e.Report is { } report
            ? NoticeOver(
                held.ReviewedBy is null
                    ? held with { Rights = Reported(held.Rights!, report, e.IsKept is true ? e.HeldOn : null) }
                    : held,
                at)
            : held with { Clocks = held.Clocks.Start(CaseDeadlines.HearingReport, StatutoryRules.PenaltyHearingReport, at) };
    }

    /// <summary>What stands between the notice of rights and what comes after it, or null.</summary>
    private static Refusal? NoticeUnanswered(CaseState state, Circumstances now) => state.Rights switch
    {
        null => new RightsNotNotified(), // 行政处罚法 第四十四条
        { Answer: PartyAnswer.HearingRequested, HeldOn: null } => new HearingNotHeld(), // 行政处罚法 第六十三条
        { HeldOn: not null } when state.Clocks.Find(CaseDeadlines.HearingReport) is not null => new HearingReportMissing(), // 听证办法 第二十九条
        { Answer: not PartyAnswer.Waived, HeldOn: null } rights when now.At < rights.StatementUntil =>
            new StatementPeriodRuns(rights.StatementUntil),
        _ => null,
    };

    private static Decision<CaseEvent> DecideNotifyRights(CaseState state, NotifyRights c, Circumstances now)
    {
        if (state.Rights is { } told)
        {
            return AlreadyRecorded.Unless<CaseEvent>(told.ServedOn, told.Document, c.ServedOn, c.Grounds.DocumentNumber);
        }

        if ((c.Grounds.Problem() ?? ActDay.Problem("servedOn", c.ServedOn, Follows(state), now.Today)) is { } problem)
        {
            return problem;
        }

        var grounds = c.Grounds.Trimmed();
        return new RightsNotified(c.ServedOn, StatementUntil(c.ServedOn, now.Calendar), grounds) { NoticeNumber = grounds.DocumentNumber };
    }

    private static Decision<CaseEvent> DecideRecordPartyAnswer(CaseState state, RecordPartyAnswer c, Circumstances now)
    {
        var rights = state.Rights!;
        if (c.Answer == rights.Answer)
        {
            return rights.AnsweredOn is { } answeredOn
                ? AlreadyRecorded.Unless<CaseEvent>(answeredOn, rights.AnswerDocument, now.ActedOn, c.DocumentNumber)
                : Decision<CaseEvent>.AlreadySo;
        }

        if (rights.HeldOn is not null)
        {
            return new InvalidInput("answer", "听证已经举行", "The hearing has been held");
        }

        // Whoever asked for a hearing has it held; to change that back needs a waiver (听证办法).
        if (rights is { Answer: PartyAnswer.HearingRequested } && c.Answer is PartyAnswer.Statement)
        {
            return new HearingNotHeld();
        }

        if (c.Answer is PartyAnswer.HearingRequested && state.Stage is not CaseStage.Hearing && !MustOfferHearing(state, now))
        {
            return new NoHearingRequested();
        }

        if (c.Answer is PartyAnswer.HearingRequested && now.At >= rights.StatementUntil)
        {
            return new HearingRequestTooLate(rights.StatementUntil); // 行政处罚法 第六十四条第一项
        }

        var pause = c.Answer is PartyAnswer.HearingRequested
            ? new CasePause(
                state.Pauses.Length + 1, new ClockPause(PauseReason.Hearing, FreeText.Given(c.DocumentNumber) ?? "听证申请", now.At), null)
            : null;
        var answered = new PartyAnswered(c.Answer, pause, FreeText.Given(c.DocumentNumber), now.Day) { IsKept = true };
        return c.Answer is PartyAnswer.Waived && HearingPause(state) is { } open
            ? (CaseEvent[])[answered, new CasePauseEnded(open, now.At)]
            : answered;
    }

    // Whether it was offered is known with the proposal; of what was proposed before that was kept it follows from the figures of its day.
    private static bool MustOfferHearing(CaseState state, Circumstances now) => state.Proposal is { } proposal
        && (proposal.OffersHearing ?? proposal.Penalty.OffersHearing(state.AllParties, proposal.ProposedOn, HearingFrom(now)));

    private static HearingFigures HearingFrom(Circumstances now) => now.Required<HearingFigures>();

    private static Decision<CaseEvent> DecideNameHearingChair(CaseState state, NameHearingChair c, Circumstances now)
    {
        var chair = AccountName.Normalise(c.Chair);
        return FreeText.Missing("chair", c.Chair) is { } problem ? problem
            : Chair(state, chair) is { } barred ? barred
            : state.Rights!.Chair == chair ? Decision<CaseEvent>.AlreadySo
            : state.Rights.HeldOn is { } held ? new AlreadyRecorded(held, null, Named.Person(state.Rights.Chair ?? ""))
            : CannotPreside(chair, isPast: false, now) is { } unfit ? unfit
            : new HearingChairNamed(chair, now.Day) { IsKept = true };
    }

    // Whoever presides is of no section's side, and gives notice of the hearing, holds it and writes its report (听证办法 第十条).
    private static readonly ImmutableArray<Type> ByChair =
        [typeof(AnnounceHearing), typeof(PublishHearing), typeof(RecordHearing), typeof(RecordHearingReport)];

    // 行政处罚法 第六十四条第四项; 听证办法 第十条.
    private static Refusal? Chair(CaseState state, string chair) =>
        RecusedAmong(state, [chair]) is { } recused ? recused
        : state.Inquirers.Contains(chair) ? new ChairIsInvestigator(chair)
        : state.ReviewedBy == chair ? new ChairIsReviewer(chair)
        : null;

    // The authority names one of its own people (听证办法 第十条); whoever presided before leaving is still said to have.
    private static InvalidInput? CannotPreside(string chair, bool isPast, Circumstances now) =>
        now.Required<ChairFound>() is { IsOfTrade: true } found && (isPast || found.IsInService) ? null : new InvalidInput(
            "chair",
            $"{Named.Person(chair)}不是本局在职的负责人、法制机构人员或者执法人员，不能主持听证",
            $"{Named.Person(chair)} is none of the bureau's heads, legal staff or officers in service and cannot preside over a hearing");

    private static Decision<CaseEvent> DecideAnnounceHearing(NoticeOfRights rights, AnnounceHearing c, Circumstances now)
    {
        var earliest = FirstHearing(now.Day, now.Calendar);
        return c.HearingOn < earliest ? new HearingTooSoon(earliest)
            : c.HearingOn.Year > now.Today.Year + 2 ? new InvalidInput("hearingOn", "听证日期不合理", "The day of the hearing is not plausible")
            : new HearingAnnounced(
                c.HearingOn,
                FreeText.Given(c.DocumentNumber),
                c.IsPublic ?? rights.IsPublic,
                FreeText.Given(c.Place) ?? rights.Place,
                now.Day,
                IsMoved(rights, c))
            {
                IsKept = true,
            };
    }

    // Announced on the day itself, seven whole working days lie between (行政处罚法 第六十四条第二项).
    private static DateOnly FirstHearing(DateOnly announcedOn, WorkingCalendar calendar) =>
        calendar.AddWorkingDays(announcedOn, StatutoryRules.On(StatutoryRules.PenaltyHearingNotice, announcedOn).Period.Length).Day;

    // What was published of another day or place is not known of this one.
    private static bool IsMoved(NoticeOfRights rights, AnnounceHearing c) => rights.PublishedOn is not null
        && (rights.HearingOn != c.HearingOn || (FreeText.Given(c.Place) is { } place && place != rights.Place));

    private static Decision<CaseEvent> DecidePublishHearing(CaseState state, PublishHearing c, Circumstances now) =>
        state.Rights!.HearingOn is not { } announced ? new HearingNotAnnounced(null)
        : state.Rights.PublishedOn == c.PublishedOn ? Decision<CaseEvent>.AlreadySo
        // A day that was mistyped is put right while the hearing is still to come; what was held was held after what is recorded.
        : state.Rights is { PublishedOn: not null, HeldOn: not null } ? new InvalidInput(
            "publishedOn", "听证已经举行，公告日期不再更正", "The hearing has been held; the day of its publication is not changed any more")
        : ActDay.Problem("publishedOn", c.PublishedOn, AskedForOn(state), now.Today) is { } problem ? problem
        : c.PublishedOn >= announced ? new InvalidInput("publishedOn", "公告日期应在听证日期之前", "A hearing is published before its day")
        : (CaseEvent[])
        [
            new HearingPublished(c.PublishedOn, FreeText.Given(c.Place)),
            .. state.Rights.PublishedOn is null ? [] : MissedByCorrection(state, announced, c.PublishedOn, now),
        ];

    // The clocks stop for a hearing when it is asked for; before that there is none to publish (听证办法).
    private static DateOnly AskedForOn(CaseState state) =>
        state.Pauses.LastOrDefault(one => one.Pause.Reason is PauseReason.Hearing)?.Pause.StartedAt is { } at
        && ShanghaiTime.DayOf(at) is var asked && asked > state.Rights!.ServedOn ? asked : state.Rights!.ServedOn;

    // A corrected day says whether the term was met: what lapsed by a mistyped day did not, and what was late was.
    private static IEnumerable<CaseEvent> MissedByCorrection(CaseState state, DateOnly announced, DateOnly publishedOn, Circumstances now)
    {
        var rule = StatutoryRules.On(StatutoryRules.PenaltyHearingPublication, announced);
        var last = rule.Period.DayFrom(announced, now.Calendar).Day;
        var known = state.Lapses.LastOrDefault(lapse =>
            lapse.Kind == CaseDeadlines.HearingPublication && ShanghaiTime.LastDayBefore(lapse.DueAt) == last);
        if (known is not null && publishedOn <= last)
        {
            yield return new CaseLapseWithdrawn(known, publishedOn);
        }
        else if (known is null && publishedOn > last && state.Rights!.IsPublic is true)
        {
            yield return new CaseDeadlineLapsed(
                0, LapseOf(state, CaseDeadlines.HearingPublication, ShanghaiTime.EndOf(last), rule.Line));
        }
    }

    private static Decision<CaseEvent> DecideRecordHearing(CaseState state, RecordHearing c, Circumstances now)
    {
        var rights = state.Rights!;
        var chair = FreeText.Given(c.Chair) is { } given ? AccountName.Normalise(given) : rights.Chair;
        if (rights.HeldOn is { } held)
        {
            return chair != rights.Chair ? new AlreadyRecorded(held, rights.Report, Named.Person(rights.Chair ?? ""))
                : AlreadyRecorded.Unless<CaseEvent>(held, rights.Report, c.HeldOn, c.Report);
        }

        return (ActDay.Problem("heldOn", c.HeldOn, rights.ServedOn, now.Today) ?? FreeText.Missing("chair", chair)) is { } problem ? problem
            : Chair(state, chair!) is { } barred ? barred
            // 行政处罚法 第六十四条第二项: held on the day that the party was told of, and by whom; another day is told anew, another chair named.
            : rights.HearingOn is not { } announced || c.HeldOn != announced ? new HearingNotAnnounced(rights.HearingOn)
            : rights.Chair is { } named && chair != named ? new AnotherPresides(named)
            : Unpublished(rights, announced, now) is { } unpublished ? unpublished
            : CannotPreside(chair!, isPast: c.HeldOn < now.Today, now) is { } unfit ? unfit
            : new HearingRecorded(c.HeldOn, chair!, FreeText.Given(c.Report), HearingPause(state)) { IsKept = true };
    }

    // A hearing in public is one of which the public knew in time; otherwise it is announced and published anew (听证办法).
    private static HearingNotPublished? Unpublished(NoticeOfRights rights, DateOnly announced, Circumstances now)
    {
        var last = StatutoryRules.On(StatutoryRules.PenaltyHearingPublication, announced).Period.DayFrom(announced, now.Calendar).Day;
        return rights.IsPublic is not true || rights.PublishedOn <= last ? null
            : new HearingNotPublished(announced, rights.PublishedOn, last);
    }

    private static Decision<CaseEvent> DecideRecordHearingReport(CaseState state, RecordHearingReport c, Circumstances now) =>
        state.Rights is not { HeldOn: { } heldOn } ? new HearingNotHeld()
        : (FreeText.Missing("report", c.Report) ?? ActDay.Problem("reportedOn", c.ReportedOn, heldOn, now.Today)) is { } problem ? problem
        : state.Clocks.Find(CaseDeadlines.HearingReport) is null
            ? AlreadyRecorded.Unless<CaseEvent>(
                state.Rights.ReportedOn, state.Rights.Report, state.Rights.ReportedOn is null ? null : c.ReportedOn,
                state.Rights.Report is null ? null : c.Report)
        : new HearingReported(c.ReportedOn, c.Report.Trim()) { IsKept = true };

    private static int? HearingPause(CaseState state) => state.Pauses.LastOrDefault(pause => pause.Pause is { Reason: PauseReason.Hearing, EndedAt: null })?.Number;
}

/// <summary>听证的步骤. A command of a hearing that was asked for.</summary>
internal interface IStepOfHearing;

/// <summary>当事人答复. What the party did with its rights.</summary>
[JsonConverter(typeof(WireNameConverter<PartyAnswer>))]
public enum PartyAnswer
{
    /// <summary>It stated its case; no hearing.</summary>
    [Term("陈述、申辩", "stated its case")]
    Statement,

    /// <summary>It asked for a hearing.</summary>
    [Term("要求听证", "asked for a hearing")]
    HearingRequested,

    /// <summary>It waived its rights in writing.</summary>
    [Term("放弃权利", "waived its rights")]
    Waived,
}

/// <summary>权利告知. What the party was told of its rights, and what came of it (行政处罚法 第四十四条、第六十三条、第六十四条).</summary>
/// <param name="ServedOn">送达日期. The day the notice was served (Asia/Shanghai).</param>
/// <param name="Answer">答复. What the party answered, or null.</param>
/// <param name="HearingOn">听证日期. The day the hearing is announced for, or null.</param>
/// <param name="HeldOn">举行日期. The day it was held, or null.</param>
/// <param name="Chair">听证主持人. Who presided, or null.</param>
/// <param name="StatementUntil">陈述申辩截止. The instant until which the party may answer (UTC), as reckoned at service.</param>
/// <param name="FileHandedOverOn">移交案卷日期. The day the file was handed to who presides (Asia/Shanghai), or null.</param>
/// <param name="IsPublic">公开听证. Whether it is heard in public; null where that was not said.</param>
/// <param name="PublishedOn">公告日期. The day the hearing was published (Asia/Shanghai), or null.</param>
/// <param name="Report">听证报告编号. The number of the report, or null.</param>
[GenerateSerializer, Immutable, Alias("notice-of-rights")]
public sealed record NoticeOfRights(
    DateOnly ServedOn,
    PartyAnswer? Answer,
    DateOnly? HearingOn,
    DateOnly? HeldOn,
    string? Chair,
    DateTimeOffset StatementUntil,
    DateOnly? FileHandedOverOn = null,
    bool? IsPublic = null,
    DateOnly? PublishedOn = null,
    string? Report = null)
{
    /// <summary>听证地点. Where it is held, as it was announced; null where that was not said, and from before it was kept.</summary>
    [Id(10)] public string? Place { get; init; }

    /// <summary>告知书文号. The number of the notice; null where it has none, and from before it was kept.</summary>
    [Id(11)] public string? Document { get; init; }

    /// <summary>通知日期. The day on which the hearing was announced last (Asia/Shanghai); null before, and from before it was kept.</summary>
    [Id(12)] public DateOnly? AnnouncedOn { get; init; }

    /// <summary>报告日期. The day of the report on the hearing (Asia/Shanghai); null before, and from before it was kept.</summary>
    [Id(13)] public DateOnly? ReportedOn { get; init; }

    /// <summary>确定主持人日期. The day on which it was said who presides (Asia/Shanghai); null before, and from before it was kept.</summary>
    [Id(14)] public DateOnly? ChairNamedOn { get; init; }

    /// <summary>答复日期. The day on which the party answered (Asia/Shanghai); null before, and from before it was kept.</summary>
    [Id(15)] public DateOnly? AnsweredOn { get; init; }

    /// <summary>答复文号. The number of the party's answer; null where it has none, and from before it was kept.</summary>
    [Id(16)] public string? AnswerDocument { get; init; }
}

/// <summary>送达权利告知书. Tells the party what is proposed and what rights it has (行政处罚法 第四十四条、第六十三条).</summary>
/// <param name="ServedOn">送达日期. The day it was served; not after today.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.notify-rights"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, ReviewNotPassed, NoPenaltyWasProposed, AlreadyRecorded>]
public sealed record NotifyRights([IsDayOfAct] DateOnly ServedOn, Grounds Grounds) : CaseCommand;

/// <summary>登记当事人答复. Records that the party stated its case, asked for a hearing or waived its rights.</summary>
/// <param name="Answer">答复. What it answered.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("case.record-party-answer"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, RightsNotNotified, HearingNotHeld, NoHearingRequested>]
[Refuses<HearingRequestTooLate, AlreadyRecorded>]
public sealed record RecordPartyAnswer(PartyAnswer Answer, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>
/// 确定听证主持人. Names who presides, within three working days of the request; neither who investigated nor who reviewed (听证办法 第十条、第十八条).
/// </summary>
/// <param name="Chair">听证主持人. User name of who presides: a head, officer or one of the legal section, in service.</param>
[GenerateSerializer, Immutable, Alias("case.name-hearing-chair"), AllowedTo(Decisions), Dated]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, ChairIsInvestigator>]
[Refuses<ChairIsReviewer, AlreadyRecorded>]
public sealed record NameHearingChair([Longest(100)] string Chair) : CaseCommand, IStepOfHearing;

/// <summary>听证主持人情况. What the shell found of whoever is to preside.</summary>
/// <param name="IsOfTrade">本局业务人员. Whether an account has the name and is a head's, an officer's or one of the legal section.</param>
/// <param name="IsInService">在职. Whether the account is in use.</param>
public sealed record ChairFound(bool IsOfTrade, bool IsInService);

/// <summary>移交听证案卷. Records that the file was handed to who presides, within three working days of the naming (听证办法 第十九条).</summary>
[GenerateSerializer, Immutable, Alias("case.hand-file-to-hearing-chair"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, HearingChairNotNamed, AlreadyRecorded>]
public sealed record HandFileToHearingChair : CaseCommand, IStepOfHearing;

/// <summary>通知听证. Announces the hearing, seven working days before at the latest (行政处罚法 第六十四条第二项).</summary>
/// <param name="HearingOn">听证日期. The day of the hearing.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="IsPublic">公开听证. Whether it is heard in public: then it is published three working days before.</param>
/// <param name="Place">听证地点.</param>
[GenerateSerializer, Immutable, Alias("case.announce-hearing"), AllowedTo(Roles.Legal | Decisions), Dated]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, HearingTooSoon, AlreadyRecorded>]
public sealed record AnnounceHearing(
    DateOnly HearingOn,
    [Longest(200)] string? DocumentNumber,
    bool? IsPublic = null,
    [Longest(200)] string? Place = null) : CaseCommand, IStepOfHearing;

/// <summary>公告听证. Records that the hearing was published, three working days before it at the latest (听证办法).</summary>
/// <param name="PublishedOn">公告日期. The day; not after today, and before the hearing.</param>
/// <param name="Place">公告平台. Where.</param>
[GenerateSerializer, Immutable, Alias("case.publish-hearing"), AllowedTo(Roles.Legal | Decisions)]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, HearingNotAnnounced>]
public sealed record PublishHearing([IsDayOfAct] DateOnly PublishedOn, [Longest(200)] string? Place) : CaseCommand, IStepOfHearing;

/// <summary>
/// 登记听证. Records that the hearing was held, on the day it was announced for; one that is put off is announced anew. Who presides has
/// neither investigated nor reviewed (行政处罚法 第六十四条).
/// </summary>
/// <param name="HeldOn">举行日期. The day; not after today.</param>
/// <param name="Chair">听证主持人. User name of who presided; who was named, when left out.</param>
/// <param name="Report">听证报告编号. The number of the report; left out where it is yet to be written, within five working days.</param>
[GenerateSerializer, Immutable, Alias("case.record-hearing"), AllowedTo(Roles.Legal | Decisions)]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, ChairIsInvestigator>]
[Refuses<ChairIsReviewer, HearingNotAnnounced, HearingNotPublished, AnotherPresides, AlreadyRecorded>]
public sealed record RecordHearing([IsDayOfAct] DateOnly HeldOn, [Longest(100)] string? Chair, [Longest(200)] string? Report)
    : CaseCommand, IStepOfHearing;

/// <summary>登记听证报告. Records the report on the hearing, five working days after it at the latest (听证办法 第二十九条).</summary>
/// <param name="Report">听证报告编号. The number of the report.</param>
/// <param name="ReportedOn">报告日期. The day; not after today.</param>
[GenerateSerializer, Immutable, Alias("case.record-hearing-report"), AllowedTo(Roles.Legal | Decisions)]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, HearingNotHeld, AlreadyRecorded>]
public sealed record RecordHearingReport([Longest(200)] string Report, [IsDayOfAct] DateOnly ReportedOn) : CaseCommand, IStepOfHearing;

/// <summary>权利告知书已送达. The party knows its rights.</summary>
/// <param name="ServedOn">送达日期. The day (Asia/Shanghai).</param>
/// <param name="StatementUntil">陈述申辩截止. Until when it may answer (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.rights-notified")]
public sealed record RightsNotified(DateOnly ServedOn, DateTimeOffset StatementUntil, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>告知书文号. The number of the notice; null where it has none, and from before it was kept.</summary>
    public string? NoticeNumber { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new("送达权利告知书", "Notice of rights served");
}

/// <summary>当事人已答复. What the party did with its rights.</summary>
/// <param name="Answer">答复. What.</param>
/// <param name="Pause">中止. The pause that a hearing makes, or null.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
/// <param name="On">日期. The day (Asia/Shanghai); null from before it was kept.</param>
[Alias("case.party-answered")]
public sealed record PartyAnswered(PartyAnswer Answer, CasePause? Pause, string? DocumentNumber, DateOnly? On = null)
    : CaseEvent, ICaseMilestone
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"当事人答复：{Terms.Of(Answer).Chinese}", $"The party: {Terms.Of(Answer).English}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>当事人逾期未答复. The party let its time to answer pass.</summary>
/// <param name="On">最后一日. The last day (Asia/Shanghai).</param>
/// <param name="StatedItsCase">已陈述、申辩. Whether it had stated its case; null where it said nothing.</param>
[Alias("case.party-kept-silent")]
public sealed record PartyKeptSilent(DateOnly On, bool? StatedItsCase = null) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => StatedItsCase is true
        ? new("陈述、申辩期限届满，当事人未要求听证", "The time to answer is over; the party stated its case and asked for no hearing")
        : new("当事人在法定期限内未陈述、申辩，未要求听证", "The party let its time to answer pass");
}

/// <summary>听证已通知. The hearing is announced.</summary>
/// <param name="HearingOn">听证日期. The day of the hearing.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
/// <param name="IsPublic">公开听证. Or null.</param>
/// <param name="Place">听证地点. Or null.</param>
/// <param name="On">通知日期. The day it was announced (Asia/Shanghai); null from before it was kept.</param>
/// <param name="IsMoved">改期或者改地点. Whether it had been published for another day or place, and is to be published anew; null from
/// before that was looked at.</param>
[Alias("case.hearing-announced")]
public sealed record HearingAnnounced(
    DateOnly HearingOn, string? DocumentNumber, bool? IsPublic = null, string? Place = null, DateOnly? On = null, bool? IsMoved = null)
    : CaseEvent, ICaseMilestone
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"通知于{HearingOn:yyyy-MM-dd}举行听证", $"Hearing announced for {HearingOn:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>听证已举行. The hearing was held.</summary>
/// <param name="HeldOn">举行日期. The day (Asia/Shanghai).</param>
/// <param name="Chair">听证主持人. Who presided.</param>
/// <param name="Report">听证报告编号. Null where it is yet to be written.</param>
/// <param name="Pause">中止序号. The pause that ends with it, or null.</param>
[Alias("case.hearing-recorded")]
public sealed record HearingRecorded(DateOnly HeldOn, string Chair, string? Report, int? Pause) : CaseEvent
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new("听证已举行", "The hearing was held");

    /// <inheritdoc/>
    public override string? Document => Report;
}

/// <summary>听证主持人已确定. Somebody is to preside.</summary>
/// <param name="Chair">听证主持人. User name.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
[Alias("case.hearing-chair-named")]
public sealed record HearingChairNamed(string Chair, DateOnly On) : CaseEvent, ICaseMilestone
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary => new($"确定听证主持人{Named.Person(Chair)}", $"{Named.Person(Chair)} is to preside over the hearing");
}

/// <summary>听证案卷已移交. Who presides has the file.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
[Alias("case.hearing-file-handed-over")]
public sealed record HearingFileHandedOver(DateOnly On) : CaseEvent, ICaseMilestone
{
    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary => new("案卷移交听证主持人", "The file was handed to who presides over the hearing");
}

/// <summary>听证已公告. The hearing was published.</summary>
/// <param name="PublishedOn">公告日期. The day (Asia/Shanghai).</param>
/// <param name="Place">公告平台. Or null.</param>
[Alias("case.hearing-published")]
public sealed record HearingPublished(DateOnly PublishedOn, string? Place) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("听证已公告", "The hearing was published");
}

/// <summary>听证报告已提交. The report on the hearing is there.</summary>
/// <param name="On">报告日期. The day (Asia/Shanghai).</param>
/// <param name="Report">听证报告编号.</param>
[Alias("case.hearing-reported")]
public sealed record HearingReported(DateOnly On, string Report) : CaseEvent, ICaseMilestone
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    DateOnly? ICaseMilestone.On => On;

    /// <inheritdoc/>
    public override BilingualText Summary => new("提交听证报告", "The report on the hearing was handed in");

    /// <inheritdoc/>
    public override string? Document => Report;
}

/// <summary>听证主持人不得为审核人. Who reviews a case does not preside over its hearing, nor the other way round (听证办法 第十条).</summary>
/// <param name="Chair">人员. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.chair-is-reviewer")]
public sealed record ChairIsReviewer(string Chair) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message =>
        new(
            $"{Named.Person(Chair)}不能既主持本案听证，又审核本案",
            $"{Named.Person(Chair)} cannot both preside over the hearing of this case and review it");
}

/// <summary>听证主持人已另行确定. The party was told who presides, and may object; somebody else is named first (听证办法 第十条、第二十条).</summary>
/// <param name="Chair">已确定的听证主持人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.another-presides")]
public sealed record AnotherPresides(string Chair) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"本案听证已确定由{Named.Person(Chair)}主持；由其他人员主持的，先重新确定听证主持人",
        $"{Named.Person(Chair)} is to preside over this hearing; where it is somebody else, name that person first");
}

/// <summary>听证尚未通知或者不在通知的日期. A hearing is announced before it is held, and held on the day that was told (行政处罚法 第六十四条第二项).</summary>
/// <param name="HearingOn">通知的听证日期. The day it was announced for; null where it was not.</param>
[GenerateSerializer, Immutable, Alias("refusal.hearing-not-announced")]
public sealed record HearingNotAnnounced(DateOnly? HearingOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => HearingOn is { } day
        ? new(
            $"听证已通知于{IsoDate.Of(day)}举行；改期举行的，应当重新通知，通知日期登记有误的，先更正",
            $"The hearing is announced for {IsoDate.Of(day)}: where it is put off, announce it anew; where that day was "
                + "mistyped, put it right")
        : new("听证尚未通知当事人", "The hearing has not been announced to the party");
}

/// <summary>公开听证没有按期公告. A hearing in public is published three working days before it at the latest (听证办法).</summary>
/// <param name="HearingOn">通知的听证日期. The day it was announced for.</param>
/// <param name="PublishedOn">公告日期. The day it was published; null where it was not.</param>
/// <param name="Latest">最迟公告日期. The last day on which it could be published for that day.</param>
[GenerateSerializer, Immutable, Alias("refusal.hearing-not-published")]
public sealed record HearingNotPublished(DateOnly HearingOn, DateOnly? PublishedOn, DateOnly Latest) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => PublishedOn is { } day
        ? new(
            $"公开听证最迟应于{IsoDate.Of(Latest)}公告，实际于{IsoDate.Of(day)}公告，应当另定日期重新通知并公告",
            $"A hearing in public was to be published by {IsoDate.Of(Latest)} and was on {IsoDate.Of(day)}: "
            + "announce and publish it for another day")
        : new(
            $"通知于{IsoDate.Of(HearingOn)}公开举行的听证最迟应于{IsoDate.Of(Latest)}公告，尚未登记公告",
            $"The hearing in public announced for {IsoDate.Of(HearingOn)} was to be published by {IsoDate.Of(Latest)}; "
            + "no publication is recorded");
}

/// <summary>尚未确定听证主持人. Nobody has been named to preside over the hearing (听证办法 第十八条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.hearing-chair-not-named")]
public sealed record HearingChairNotNamed : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("尚未确定听证主持人", "Nobody has been named to preside over the hearing");
}

/// <summary>听证报告尚未提交. The report on the hearing is yet to come (听证办法 第二十九条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.hearing-report-missing")]
public sealed record HearingReportMissing : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("听证报告尚未提交", "The report on the hearing has not been handed in");
}

/// <summary>逾期要求听证. The party asked for a hearing after its time was over (行政处罚法 第六十四条第一项).</summary>
/// <param name="Until">截止. Until when it could be asked for (UTC).</param>
[GenerateSerializer, Immutable, Alias("refusal.hearing-request-too-late")]
public sealed record HearingRequestTooLate(DateTimeOffset Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"要求听证的期限至{CaseTexts.Until(Until)}，已经届满；在期限内提出而补录的，请填写提出的日期",
        $"A hearing could be asked for until {Until:u}; where that was done in time and is entered later, say on which day");
}

/// <summary>听证主持人不得为办案人员. Who investigated a case does not preside over its hearing (行政处罚法 第六十四条第四项).</summary>
/// <param name="Chair">听证主持人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.chair-is-investigator")]
public sealed record ChairIsInvestigator(string Chair) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(Chair)}是本案办案人员，不能主持听证",
        $"{Named.Person(Chair)} investigated this case and cannot preside over its hearing");
}

/// <summary>尚未告知权利. The party must be told before the decision (行政处罚法 第四十四条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.rights-not-notified")]
public sealed record RightsNotNotified : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("尚未向当事人送达权利告知书", "The party has not been served the notice of its rights");
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
    public override BilingualText Message => new(
        $"应在举行听证的7个工作日前通知，按通知日期最早于{Earliest:yyyy-MM-dd}举行",
        $"A hearing is announced seven working days before; by the day of the announcement it can be held on {Earliest:yyyy-MM-dd} at the earliest");
}

/// <summary>没有听证. The party has not asked for a hearing.</summary>
[GenerateSerializer, Immutable, Alias("refusal.no-hearing-requested")]
public sealed record NoHearingRequested : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "没有应当举行的听证：当事人没有要求听证，或者拟作出的处罚不属于应当告知听证的范围",
        "There is no hearing to be held: the party has not asked for one, or none has to be offered");
}
