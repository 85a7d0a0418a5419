using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The notice of rights, the party's answer and the hearing.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInHearing(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        NotifyRights or RecordPartyAnswer or AnnounceHearing or RecordHearing when state.Stage is not (CaseStage.LegalReview or CaseStage.Hearing) => new CaseNotInStage(state.Stage),
        NotifyRights when state.ReviewedBy is null => new ReviewNotPassed(),
        NotifyRights c => DecideNotifyRights(state, c, now),
        RecordPartyAnswer or AnnounceHearing or RecordHearing when state.Rights is null => new RightsNotNotified(),
        RecordPartyAnswer c => DecideRecordPartyAnswer(state, c, now),
        AnnounceHearing or RecordHearing when state.Rights is not { Answer: PartyAnswer.HearingRequested } => new NoHearingRequested(),
        AnnounceHearing c => DecideAnnounceHearing(c, now),
        RecordHearing c => DecideRecordHearing(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInHearing(CaseState state, CaseEvent happened) => happened switch
    {
        RightsNotified e => state with
        {
            Rights = new NoticeOfRights(e.ServedOn, null, null, null, null, e.StatementUntil),
            Clocks = state.Clocks.Start(CaseDeadlines.Statement, StatutoryRules.PenaltyStatement, ShanghaiTime.StartOf(e.ServedOn)),
        },
        PartyAnswered e => state with
        {
            Rights = state.Rights is { } rights ? rights with { Answer = e.Answer } : null,
            Pauses = e.Pause is { } pause ? state.Pauses.Add(pause) : state.Pauses,
            Clocks = e.Answer is PartyAnswer.Statement ? state.Clocks : state.Clocks.Stop(CaseDeadlines.Statement),
        },
        PartyKeptSilent => state with { Clocks = state.Clocks.Stop(CaseDeadlines.Statement) },
        HearingAnnounced e => state with { Rights = state.Rights is { } rights ? rights with { HearingOn = e.HearingOn } : null },
        HearingRecorded e => PauseOver(
            state with { Rights = state.Rights is { } rights ? rights with { HeldOn = e.HeldOn, Chair = e.Chair } : null },
            e.Pause,
            ShanghaiTime.StartOf(e.HeldOn)),
        _ => null,
    };

    private static Decision<CaseEvent> DecideNotifyRights(CaseState state, NotifyRights c, Circumstances now)
    {
        if ((c.Grounds.Problem() ?? NotAfter("servedOn", c.ServedOn, now.Today)) is { } problem)
        {
            return problem;
        }

        if (c.ServedOn < state.Proposal!.ProposedOn)
        {
            return new InvalidInput("servedOn", "送达日期早于处罚建议", "It cannot be served before the penalty was proposed");
        }

        var until = new StatutoryClock { RuleId = StatutoryRules.PenaltyStatement, StartedAt = ShanghaiTime.StartOf(c.ServedOn) }.Evaluate(now.Calendar).DueAt!.Value;
        return state.Rights is not null ? Decision<CaseEvent>.AlreadySo : new RightsNotified(c.ServedOn, until, c.Grounds.Trimmed());
    }

    private static Decision<CaseEvent> DecideRecordPartyAnswer(CaseState state, RecordPartyAnswer c, Circumstances now)
    {
        if (c.Answer == state.Rights!.Answer)
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        // Whoever asked for a hearing has it held; to change that back needs a waiver (听证办法).
        if (state.Rights is { Answer: PartyAnswer.HearingRequested } && c.Answer is PartyAnswer.Statement)
        {
            return new HearingNotHeld();
        }

        if (c.Answer is PartyAnswer.HearingRequested && state.Stage is not CaseStage.Hearing)
        {
            return new NoHearingRequested();
        }

        var pause = c.Answer is PartyAnswer.HearingRequested
            ? new CasePause(state.Pauses.Length + 1, new ClockPause(PauseReason.Hearing, FreeText.Given(c.DocumentNumber) ?? "听证申请", now.Now), null)
            : null;
        var answered = new PartyAnswered(c.Answer, pause, FreeText.Given(c.DocumentNumber));
        return c.Answer is PartyAnswer.Waived && HearingPause(state) is { } open ? (CaseEvent[])[answered, new CasePauseEnded(open, now.Now)] : answered;
    }

    private static Decision<CaseEvent> DecideAnnounceHearing(AnnounceHearing c, Circumstances now)
    {
        // Announced on the day itself, seven whole working days lie between (行政处罚法 第六十四条第二项).
        var notice = StatutoryRules.On(StatutoryRules.PenaltyHearingNotice, now.Today).Period;
        var earliest = now.Calendar.AddWorkingDays(now.Today, notice.Length).Day;
        return c.HearingOn < earliest ? new HearingTooSoon(earliest)
            : c.HearingOn.Year > now.Today.Year + 2 ? new InvalidInput("hearingOn", "听证日期不合理", "The day of the hearing is not plausible")
            : new HearingAnnounced(c.HearingOn, FreeText.Given(c.DocumentNumber));
    }

    private static Decision<CaseEvent> DecideRecordHearing(CaseState state, RecordHearing c, Circumstances now) =>
        (NotAfter("heldOn", c.HeldOn, now.Today) ?? FreeText.Missing("chair", c.Chair) ?? FreeText.Missing("report", c.Report)) is { } problem ? problem
        : state.Investigators.Contains(c.Chair.Trim()) ? new ChairIsInvestigator(c.Chair.Trim()) // 行政处罚法 第六十四条第四项
        : state.Rights!.HeldOn is not null ? Decision<CaseEvent>.AlreadySo
        : c.HeldOn < state.Rights.ServedOn ? new InvalidInput("heldOn", "听证日期早于权利告知", "It cannot have been held before the notice of rights")
        : new HearingRecorded(c.HeldOn, c.Chair.Trim(), c.Report.Trim(), HearingPause(state));

    private static int? HearingPause(CaseState state) => state.Pauses.LastOrDefault(pause => pause.Pause is { Reason: PauseReason.Hearing, EndedAt: null })?.Number;
}

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
[GenerateSerializer, Immutable, Alias("notice-of-rights")]
public sealed record NoticeOfRights(DateOnly ServedOn, PartyAnswer? Answer, DateOnly? HearingOn, DateOnly? HeldOn, string? Chair, DateTimeOffset StatementUntil);

/// <summary>送达权利告知书. Tells the party what is proposed and what rights it has (行政处罚法 第四十四条、第六十三条).</summary>
/// <param name="ServedOn">送达日期. The day it was served; not after today.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.notify-rights"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, ReviewNotPassed>]
public sealed record NotifyRights(DateOnly ServedOn, Grounds Grounds) : CaseCommand;

/// <summary>登记当事人答复. Records that the party stated its case, asked for a hearing or waived its rights.</summary>
/// <param name="Answer">答复. What it answered.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("case.record-party-answer"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, RightsNotNotified, HearingNotHeld, NoHearingRequested>]
public sealed record RecordPartyAnswer(PartyAnswer Answer, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>通知听证. Announces the hearing, seven working days before at the latest (行政处罚法 第六十四条第二项).</summary>
/// <param name="HearingOn">听证日期. The day of the hearing.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("case.announce-hearing"), AllowedTo(Roles.Legal | Decisions)]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, HearingTooSoon>]
public sealed record AnnounceHearing(DateOnly HearingOn, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>登记听证. Records that the hearing was held; who presides must not have investigated (行政处罚法 第六十四条第四项).</summary>
/// <param name="HeldOn">举行日期. The day; not after today.</param>
/// <param name="Chair">听证主持人. User name of who presided.</param>
/// <param name="Report">听证报告编号. The number of the report.</param>
[GenerateSerializer, Immutable, Alias("case.record-hearing"), AllowedTo(Roles.Legal | Decisions)]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, ChairIsInvestigator>]
public sealed record RecordHearing(DateOnly HeldOn, [Longest(100)] string Chair, [Longest(200)] string Report) : CaseCommand;

/// <summary>权利告知书已送达. The party knows its rights.</summary>
/// <param name="ServedOn">送达日期. The day (Asia/Shanghai).</param>
/// <param name="StatementUntil">陈述申辩截止. Until when it may answer (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.rights-notified")]
public sealed record RightsNotified(DateOnly ServedOn, DateTimeOffset StatementUntil, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("送达权利告知书", "Notice of rights served");
}

/// <summary>当事人已答复. What the party did with its rights.</summary>
/// <param name="Answer">答复. What.</param>
/// <param name="Pause">中止. The pause that a hearing makes, or null.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("case.party-answered")]
public sealed record PartyAnswered(PartyAnswer Answer, CasePause? Pause, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"当事人答复：{Terms.Of(Answer).Chinese}", $"The party: {Terms.Of(Answer).English}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>当事人逾期未答复. The party let its time to answer pass.</summary>
/// <param name="On">最后一日. The last day (Asia/Shanghai).</param>
[Alias("case.party-kept-silent")]
public sealed record PartyKeptSilent(DateOnly On) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("当事人在法定期限内未陈述、申辩，未要求听证", "The party let its time to answer pass");
}

/// <summary>听证已通知. The hearing is announced.</summary>
/// <param name="HearingOn">听证日期. The day of the hearing.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("case.hearing-announced")]
public sealed record HearingAnnounced(DateOnly HearingOn, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"通知于{HearingOn:yyyy-MM-dd}举行听证", $"Hearing announced for {HearingOn:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>听证已举行. The hearing was held.</summary>
/// <param name="HeldOn">举行日期. The day (Asia/Shanghai).</param>
/// <param name="Chair">听证主持人. Who presided.</param>
/// <param name="Report">听证报告编号.</param>
/// <param name="Pause">中止序号. The pause that ends with it, or null.</param>
[Alias("case.hearing-recorded")]
public sealed record HearingRecorded(DateOnly HeldOn, string Chair, string Report, int? Pause) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("听证已举行", "The hearing was held");

    /// <inheritdoc/>
    public override string? Document => Report;
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
