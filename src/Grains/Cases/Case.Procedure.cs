using System.Collections.Immutable;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

public static partial class Case
{
    private const int MostWarned = 200;

    private static readonly ImmutableArray<PauseReason> ReasonsOfTests = [PauseReason.Testing, PauseReason.Inspection, PauseReason.Quarantine, PauseReason.ExpertOpinion];

    private static Decision<CaseEvent> Add(CaseState state, AddEvidence c, Circumstances now)
    {
        if (Officers(c.TakenBy, now, out var takenBy) is { } few)
        {
            return few;
        }

        if ((FreeText.Missing("title", c.Title) ?? FreeText.Missing("holder", c.Holder) ?? FreeText.Missing("place", c.Place) ?? NotAfter("takenOn", c.TakenOn, now.Today)) is { } problem)
        {
            return problem;
        }

        var attachment = Said(c.Attachment)?.ToLowerInvariant();
        if (attachment is not null && (attachment.Length != 64 || attachment.Any(letter => !char.IsAsciiHexDigitLower(letter))))
        {
            return new InvalidInput("attachment", "附件应为64位十六进制的SHA-256", "An attachment is given by the 64 hexadecimal digits of its SHA-256");
        }

        var kept = now.Required<EvidenceFound>().Files;
        if (AttachmentReferences.Problem(c.Attachments, kept) is { } wrongAttachment)
        {
            return wrongAttachment;
        }

        return new EvidenceAdded(new Evidence(
            state.Evidence.Length + 1, c.Kind, c.Title.Trim(), c.TakenOn, takenBy, attachment,
            [new Custody(c.Holder.Trim(), c.Place.Trim(), now.Now)],
            c.Attachments is { IsEmpty: false } named ? AttachmentReferences.Recorded(named, kept) : null,
            now.Actor.User));
    }

    private static Decision<CaseEvent> Move(CaseState state, MoveEvidence c, Circumstances now) =>
        state.Evidence.FirstOrDefault(one => one.Number == c.Evidence) is not { } evidence ? new NoSuchItem("evidence", c.Evidence)
        : (FreeText.Missing("holder", c.Holder) ?? FreeText.Missing("place", c.Place)) is { } problem ? problem
        : evidence.Custody[^1].Holder == c.Holder.Trim() && evidence.Custody[^1].Place == c.Place.Trim() ? Decision<CaseEvent>.AlreadySo
        : new EvidenceMoved(c.Evidence, new Custody(c.Holder.Trim(), c.Place.Trim(), now.Now));

    private static Decision<CaseEvent> Seize(CaseState state, SeizeGoods c, Circumstances now) =>
        Officers(c.Officers, now, out _) is { } few ? few // 行政强制法 第十八条
        : (FreeText.Missing("goods", c.Goods) ?? c.Grounds.Problem()) is { } problem ? problem
        : new GoodsSeized(now.Now, new Seizure(state.Seizures.Length + 1, c.Kind, c.Goods.Trim(), now.Today, c.Grounds.Trimmed().DocumentNumber, null, null), c.Grounds.Trimmed());

    private static Decision<CaseEvent> End(CaseState state, EndSeizure c, Circumstances now) =>
        !state.Seizures.Any(seizure => seizure.Number == c.Seizure && seizure.EndedOn is null) ? new NoSuchItem("seizure", c.Seizure)
        : c.Grounds.Problem() is { } problem ? problem
        : c.Outcome is SeizureOutcome.LapsedByItself ? new InvalidInput("outcome", "自行解除由系统登记", "That it lapsed by itself is the clock's to record")
        : new SeizureEnded(c.Seizure, now.Today, c.Outcome, c.Grounds.Trimmed());

    private static Decision<CaseEvent> Order(CaseState state, OrderTest c, Circumstances now)
    {
        if ((FreeText.Missing("laboratory", c.Laboratory) ?? FreeText.Missing("sample", c.Sample) ?? FreeText.Missing("documentNumber", c.DocumentNumber)) is { } problem)
        {
            return problem;
        }

        if (c.Seizure is { } number && !state.Seizures.Any(seizure => seizure.Number == number && seizure.EndedOn is null))
        {
            return new NoSuchItem("seizure", number);
        }

        var reason = c.Reason ?? PauseReason.Testing;
        if (!ReasonsOfTests.Contains(reason))
        {
            return new InvalidInput("reason", "检验的中止事由应为检测、检验、检疫或者鉴定", "A test is a test, an inspection, a quarantine or an expert opinion");
        }

        var pause = new CasePause(state.Pauses.Length + 1, new ClockPause(reason, c.DocumentNumber.Trim(), now.Now), c.Seizure);
        return new TestOrdered(new CaseTest(state.Tests.Length + 1, pause.Number, c.Laboratory.Trim(), c.Sample.Trim(), now.Today, null, null, null), pause);
    }

    private static Decision<CaseEvent> Result(CaseState state, RecordTestResult c, Circumstances now) =>
        !state.Tests.Any(test => test.Number == c.Test && test.ResultOn is null) ? new NoSuchItem("test", c.Test)
        : new TestResultRecorded(c.Test, now.Now, c.Passed, Said(c.Report));

    private static Decision<CaseEvent> Pause(CaseState state, PauseCase c, Circumstances now) =>
        (FreeText.Missing("documentNumber", c.DocumentNumber) ?? NotAfter("startedOn", c.StartedOn, now.Today)) is { } problem ? problem
        : new CasePaused(new CasePause(state.Pauses.Length + 1, new ClockPause(c.Reason, c.DocumentNumber.Trim(), InstantOf(c.StartedOn, now)), null));

    private static Decision<CaseEvent> EndPause(CaseState state, EndCasePause c, Circumstances now)
    {
        if (state.Stage is CaseStage.Transferred || state.Pauses.FirstOrDefault(pause => pause.Number == c.Pause && pause.Pause.EndedAt is null) is not { } open || state.Tests.Any(test => test.Pause == c.Pause))
        {
            return new NotInPause(c.Pause);
        }

        var at = InstantOf(c.EndedOn, now);
        return NotAfter("endedOn", c.EndedOn, now.Today) is { } problem ? problem
            : at < open.Pause.StartedAt ? new InvalidInput("endedOn", "结束日期早于起始日期", "It would end before it began")
            : new CasePauseEnded(c.Pause, at);
    }

    private static Decision<CaseEvent> Extend(CaseState state, ExtendCaseClock c)
    {
        var kind = c.Clock switch
        {
            CaseClock.Filing => CaseDeadlines.Filing,
            CaseClock.Decision => CaseDeadlines.Decision,
            _ => CaseDeadlines.Seizure,
        };
        var item = c.Clock is CaseClock.Seizure ? c.Item ?? 0 : 0;
        if (state.Clocks.Find(kind, item) is not { } clock)
        {
            return new NoSuchItem("item", item);
        }

        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        var (permitted, granted) = (clock.Row.Extensions, clock.Clock.Extensions.Length);
        if (granted >= permitted.Length)
        {
            return new ExtensionNotProvided(permitted.Length, granted);
        }

        var most = permitted[granted].Length;
        return (c.Length ?? most) switch
        {
            null => new InvalidInput("length", "集体讨论决定的延长应写明天数", "An extension by collective decision states its length"),
            < 1 or > 3650 => new InvalidInput("length", "延长的长度不合理", "The length is not plausible"),
            var length when most is { } limit && length > limit => new ExtensionNotProvided(permitted.Length, granted),
            { } length => new CaseClockExtended(kind, item, new ClockExtension(length, permitted[granted].GrantedBy.Chinese, c.Grounds.Trimmed().DocumentNumber ?? ""), c.Grounds.Trimmed()),
        };
    }

    private static Decision<CaseEvent> Propose(ProposePenalty c, Circumstances now)
    {
        var penalty = new Penalty(c.Fine.Fen, c.ConfiscatedGains.Fen, c.ConfiscatedGoods.Fen, [.. c.Others.Distinct().Order()]);
        return Implausible(penalty) is { } wrong ? wrong
            : c.Grounds.Problem() is { } problem ? problem
            : new PenaltyProposed(now.Now, new PenaltyProposal(now.Today, now.Actor.User, penalty), c.Grounds.Trimmed());
    }

    private static Decision<CaseEvent> Notify(CaseState state, NotifyRights c, Circumstances now)
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

    private static Decision<CaseEvent> Answer(CaseState state, RecordPartyAnswer c, Circumstances now)
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
            ? new CasePause(state.Pauses.Length + 1, new ClockPause(PauseReason.Hearing, Said(c.DocumentNumber) ?? "听证申请", now.Now), null)
            : null;
        var answered = new PartyAnswered(c.Answer, pause, Said(c.DocumentNumber));
        return c.Answer is PartyAnswer.Waived && HearingPause(state) is { } open ? (CaseEvent[])[answered, new CasePauseEnded(open, now.Now)] : answered;
    }

    private static Decision<CaseEvent> Announce(AnnounceHearing c, Circumstances now)
    {
        // Announced on the day itself, seven whole working days lie between (行政处罚法 第六十四条第二项).
        var notice = StatutoryRules.On(StatutoryRules.PenaltyHearingNotice, now.Today).Period;
        var earliest = now.Calendar.AddWorkingDays(now.Today, notice.Length).Day;
        return c.HearingOn < earliest ? new HearingTooSoon(earliest)
            : c.HearingOn.Year > now.Today.Year + 2 ? new InvalidInput("hearingOn", "听证日期不合理", "The day of the hearing is not plausible")
            : new HearingAnnounced(c.HearingOn, Said(c.DocumentNumber));
    }

    private static Decision<CaseEvent> Hear(CaseState state, RecordHearing c, Circumstances now) =>
        (NotAfter("heldOn", c.HeldOn, now.Today) ?? FreeText.Missing("chair", c.Chair) ?? FreeText.Missing("report", c.Report)) is { } problem ? problem
        : state.Investigators.Contains(c.Chair.Trim()) ? new ChairIsInvestigator(c.Chair.Trim()) // 行政处罚法 第六十四条第四项
        : state.Rights!.HeldOn is not null ? Decision<CaseEvent>.AlreadySo
        : c.HeldOn < state.Rights.ServedOn ? new InvalidInput("heldOn", "听证日期早于权利告知", "It cannot have been held before the notice of rights")
        : new HearingRecorded(c.HeldOn, c.Chair.Trim(), c.Report.Trim(), HearingPause(state));

    private static Decision<CaseEvent> Decide(CaseState state, DecidePenalty c, Circumstances now)
    {
        if (state.Stage is not (CaseStage.LegalReview or CaseStage.Hearing))
        {
            return new CaseNotInStage(state.Stage);
        }

        if (state.ReviewedBy is null)
        {
            return new ReviewNotPassed(); // 行政处罚法 第五十八条
        }

        var penalty = new Penalty(c.Fine.Fen, c.ConfiscatedGains.Fen, c.ConfiscatedGoods.Fen, [.. c.Others.Distinct().Order()]);
        if ((c.Grounds.Problem() ?? FreeText.Missing("discretion", c.Discretion) ?? Implausible(penalty)) is { } problem)
        {
            return problem;
        }

        if (state.Rights is not { } rights)
        {
            return new RightsNotNotified(); // 行政处罚法 第四十四条
        }

        if (rights is { Answer: PartyAnswer.HearingRequested, HeldOn: null })
        {
            return new HearingNotHeld(); // 行政处罚法 第六十三条
        }

        if (rights is { Answer: not PartyAnswer.Waived, HeldOn: null } && now.Now < rights.StatementUntil)
        {
            return new StatementPeriodRuns(rights.StatementUntil);
        }

        var proposed = state.Proposal!.Penalty;
        if (penalty.Money > proposed.Money || penalty.ConfiscatedGoods > proposed.ConfiscatedGoods || penalty.Others.Except(proposed.Others).Any())
        {
            return new PenaltyAggravated(Sum(proposed) / 100m, Sum(penalty) / 100m); // 行政处罚法 第四十五条第二款
        }

        if (!c.IsCollective && (state.MajorBecause is not null || penalty.OffersHearing(state.Lead.Party)))
        {
            return new CollectiveDecisionRequired(); // 行政处罚法 第五十七条第二款
        }

        if (LimitationOf(state, now.Calendar) is { } until && state.Lead.ReceivedOn > until)
        {
            return new LimitationPassed(until); // 行政处罚法 第三十六条
        }

        return new PenaltyDecided(now.Now, new PenaltyDecision(now.Today, now.Actor.User, penalty, c.Discretion.Trim(), c.IsCollective, c.Grounds.Trimmed().DocumentNumber), c.Grounds.Trimmed());

        static long Sum(Penalty one) => one.Money + one.ConfiscatedGoods;
    }

    private static DateOnly? LimitationOf(CaseState state, WorkingCalendar calendar)
    {
        var rule = state.Lead.HarmsSafety ? StatutoryRules.PenaltyLimitationSafety : StatutoryRules.PenaltyLimitation;
        return state.Lead.ActEndedOn is { } ended ? StatutoryRules.On(rule, ended).Period.DayFrom(ended, calendar).Day : null;
    }

    private static Decision<CaseEvent> Serve(CaseState state, ServeDecision c, Circumstances now) =>
        (NotAfter("servedOn", c.ServedOn, now.Today)) is { } problem ? problem
        : c.ServedOn < state.Decision!.DecidedOn ? new InvalidInput("servedOn", "送达日期早于决定日期", "It cannot be served before it was decided")
        : new DecisionServed(c.ServedOn, Said(c.DocumentNumber));

    private static Decision<CaseEvent> Publish(CaseState state, PublishDecision c, Circumstances now) =>
        (NotAfter("publishedOn", c.PublishedOn, now.Today) ?? FreeText.Missing("place", c.Place)) is { } problem ? problem
        : c.PublishedOn < state.Decision!.DecidedOn ? new InvalidInput("publishedOn", "公示日期早于决定日期", "It cannot be published before it was decided")
        : new DecisionPublished(c.PublishedOn, c.Place.Trim());

    private static Decision<CaseEvent> Allow(CaseState state, AllowInstalments c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (state.Clocks.Find(CaseDeadlines.Payment) is not { DueAt: { } due })
        {
            return new NoSuchItem("until", 0);
        }

        var days = c.Until.DayNumber - ShanghaiTime.LastDayBefore(due).DayNumber;
        return days is < 1 or > 3650 || c.Until < now.Today
            ? new InvalidInput("until", "最后缴纳日期应晚于现在的缴纳期限", "The last day must be later than the present one")
            : new InstalmentsAllowed(c.Until, new ClockExtension(days, "行政机关负责人", c.Grounds.Trimmed().DocumentNumber ?? ""), c.Grounds.Trimmed());
    }

    private static Decision<CaseEvent> Execute(CaseState state, ExecutePenalty c, Circumstances now)
    {
        // With the surcharge of 3 % a day, which is at most the fine again (行政处罚法 第七十二条).
        var most = state.Decision!.Penalty.Money + state.Decision.Penalty.Fine;
        return (NotAfter("paidOn", c.PaidOn, now.Today)) is { } problem ? problem
            : c.Amount.Fen <= 0 || state.Execution.Paid + c.Amount.Fen > most ? new InvalidInput("amountCny", "金额应大于零，且累计不超过罚没款及加处罚款", "The amount must be above zero and, together, not above penalty and surcharge")
            : c.PaidOn < state.Decision.DecidedOn ? new InvalidInput("paidOn", "缴纳日期早于决定日期", "It cannot have been paid before it was decided")
            : new PenaltyExecuted(c.Amount.Fen, c.PaidOn, Said(c.DocumentNumber));
    }

    private static Decision<CaseEvent> Close(CaseState state, CloseCase c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (c.Outcome is not (CaseOutcome.Executed or CaseOutcome.EnforcedByCourt or CaseOutcome.ExecutionEnded))
        {
            return new InvalidInput("outcome", "结案方式应为履行完毕、法院强制执行或者终结执行", "A case is closed as executed, enforced by the court, or with execution ended");
        }

        var unpaid = c.Outcome is CaseOutcome.Executed && state.Execution.Paid < state.Decision!.Penalty.Money;
        ImmutableArray<CaseTask> tasks = unpaid ? [.. state.OpenTasks.Add(CaseTask.PenaltyUnpaid).Distinct()] : state.OpenTasks;
        return tasks.IsEmpty ? new CaseClosed(now.Today, c.Outcome, c.Grounds.Trimmed()) : new CaseHasOpenTasks([.. tasks]);
    }

    private static Decision<CaseEvent> FollowUp(RecordCaseFollowUp c, Circumstances now)
    {
        var wrong = Warned(c, out var warned);
        return FreeText.Missing("practice", c.Practice) is { } problem ? problem
            : wrong is not null ? wrong
            : warned.Length > 0 && now.Required<WarnedFound>().Unregistered is [var unknown, ..] ? new PartyNotRegistered(unknown)
            : new CaseFollowUpRecorded(new CaseFollowUp(now.Today, warned, c.Practice.Trim()));
    }

    /// <summary>The credit codes of the enterprises that a follow-up warns, each once; answers with what is wrong with one.</summary>
    internal static InvalidInput? Warned(RecordCaseFollowUp c, out ImmutableArray<string> warned)
    {
        var given = c.Warned.Select(code => Said(code)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (given.Count > MostWarned)
        {
            warned = [];
            return new InvalidInput("warned", $"受警示企业最多{MostWarned}家", $"At most {MostWarned} enterprises");
        }

        var codes = given.Select(text => (Wrong: CreditCode.Parse(text, out var code), Code: code.ToString())).ToList();
        warned = [.. codes.Where(one => one.Wrong is null).Select(one => one.Code).Distinct(StringComparer.Ordinal)];
        return ListParts.Problem("warned", c.Warned, code => Said(code) is { } said && CreditCode.Parse(said, out _) is { } wrong ? wrong with { Field = "" } : null);
    }

    private static int? HearingPause(CaseState state) => state.Pauses.LastOrDefault(pause => pause.Pause is { Reason: PauseReason.Hearing, EndedAt: null })?.Number;

    private static InvalidInput? Implausible(Penalty penalty) =>
        new[] { penalty.Fine, penalty.ConfiscatedGains, penalty.ConfiscatedGoods }.Any(amount => amount is < 0 or > 1_000_000_000_000_00)
            ? new InvalidInput("fineCny", "数额不能为负，也不能超过一万亿元", "A figure must not be negative, nor above a million millions of yuan")
            : penalty is { Fine: 0, ConfiscatedGains: 0, ConfiscatedGoods: 0, Others.IsEmpty: true } ? new InvalidInput("fineCny", "没有任何处罚内容", "There is no penalty in it") : null;
}
