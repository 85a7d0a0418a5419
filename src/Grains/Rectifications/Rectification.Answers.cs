using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// What others answer to a measure that was taken, and what the licence is told of it.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInAnswers(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        RecordMeasureAnswer c => DecideRecordMeasureAnswer(rectification, c, now),
        CorrectMeasureAnswer c => DecideCorrectMeasureAnswer(rectification, c, now),
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInAnswers(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationMeasureAnswered e => rectification with
        {
            Measures = WithAnswer(rectification, e.Measure, e.Answer),
            Proposal = Unanswered(rectification, e.Measure, e.Answer),
            OwedToLicence = Owed(rectification, e.Change),
        },
        RectificationAnswerCorrected e => rectification with
        {
            Measures = WithAnswer(rectification, e.Measure, e.Answer),
            OwedToLicence = [.. rectification.OwedToLicence, .. e.Changes],

            Proposal = Unanswered(rectification, e.Measure, e.Answer),
        },
        RectificationAnswerMissing when rectification.AwaitedAnswer is { } asked => rectification with
        {
            Measures = rectification.Measures.Replace(asked, asked with { AnswerBy = null }),
        },
        RectificationAnswerMissing => rectification,
        RectificationLicenceChanged e => rectification with { OwedToLicence = Settled(rectification, e.Kind) },
        RectificationLicenceNotChanged e => rectification with { OwedToLicence = Settled(rectification, e.Kind) },
        _ => null,
    };

    // What was granted after all need not be asked again.
    private static MeasureProposal? Unanswered(RectificationState rectification, RectificationMeasure measure, MeasureAnswer answer) =>
        answer.Granted && rectification.Proposal?.Measure == measure ? null : rectification.Proposal;

    // Of a request that was made again, the last is the one that is answered.
    private static ImmutableArray<DecidedMeasure> WithAnswer(RectificationState rectification, RectificationMeasure measure,
        MeasureAnswer answer) =>
        rectification.Taken(measure) is { } taken ? rectification.Measures.Replace(taken, taken with { Answer = answer })
            : rectification.Measures;

    private static Decision<RectificationEvent> DecideRecordMeasureAnswer(RectificationState rectification, RecordMeasureAnswer command, Circumstances now)
    {
        // What was asked on the ground of an order that stands no more is not answered any more.
        if (rectification.Taken(command.Measure) is not { Answer: null } taken || rectification.Status is RectificationStatus.Void)
        {
            return new NoAnswerAwaited(command.Measure);
        }

        if (FreeText.Missing("answer", command.Answer) is { } problem)
        {
            return problem;
        }

        if (command.Until is { } until && until < now.Day)
        {
            return new InvalidInput("until", "暂停截止日不得早于答复当天", "The suspension must not end before the day of the answer");
        }

        var answer = new MeasureAnswer(now.Day, command.Granted, command.Answer.Trim(), FreeText.Given(command.DocumentNumber))
        {
            Until = command is { Measure: RectificationMeasure.CertificationBody, Granted: true } ? command.Until : null,
        };
        var grounds = new Grounds(answer.Text, taken.Grounds.Basis, answer.DocumentNumber);
        LicenceChangeKind? kind = command switch
        {
            // 行政许可法 第六十九条: the issuing authority decides
            { Measure: RectificationMeasure.Withdrawal, Granted: true } => LicenceChangeKind.Withdraw,
            { Measure: RectificationMeasure.Withdrawal } => LicenceChangeKind.DeclineWithdrawal,
            { Measure: RectificationMeasure.CertificationBody, Granted: true, Until: not null } => LicenceChangeKind.BodySuspends,
            _ => null,
        };
        var answered = new RectificationMeasureAnswered(
            command.Measure, answer, kind is { } step ? Change(step, step is LicenceChangeKind.BodySuspends ? command.Until
                : null, grounds, now) : null);
        return answer.Granted ? answered : (RectificationEvent[])
        [
            answered,
            .. Onwards(Apply(rectification, answered), command.Measure, ProposalCause.NotGranted, now.Day, now),
        ];
    }

    // What the licence was told wrongly is taken back there, and what is right told instead.
    private static Decision<RectificationEvent> DecideCorrectMeasureAnswer(RectificationState rectification, CorrectMeasureAnswer command,
        Circumstances now)
    {
        if (rectification.Taken(command.Measure) is not { Answer: { } before } taken)
        {
            return new NoAnswerToCorrect(command.Measure);
        }

        var day = command.AnsweredOn ?? before.AnsweredOn;
        var isOfBody = command is { Measure: RectificationMeasure.CertificationBody, Granted: true };
        var until = isOfBody ? command.Until ?? before.Until : null;
        if ((FreeText.Missing("answer", command.Answer) ?? FreeText.Missing("reason", command.Reason)
            ?? ActDay.Problem("answeredOn", day, taken.DecidedOn, now.Today)
            ?? (command.Until is not null && !isOfBody ? new InvalidInput(
                "until", "只有认证机构同意暂停的才填写暂停截止日", "Only where the certification body suspends is it said until when")
                : until < day ? new InvalidInput(
                    "until", "暂停截止日不得早于答复日", "The suspension must not end before the day of the answer")
                : null)) is { } problem)
        {
            return problem;
        }

        var answer = new MeasureAnswer(day, command.Granted, command.Answer.Trim(), FreeText.Given(command.DocumentNumber))
        {
            Until = until,
        };
        if (answer == before)
        {
            return Decision<RectificationEvent>.AlreadySo;
        }

        var grounds = new Grounds(answer.Text, taken.Grounds.Basis, answer.DocumentNumber);
        ImmutableArray<LicenceChangeKind> kinds = (command.Measure, before.Granted, answer.Granted) switch
        {
            (RectificationMeasure.Withdrawal, true, false) => [LicenceChangeKind.TakeBackEnding, LicenceChangeKind.DeclineWithdrawal],
            (RectificationMeasure.Withdrawal, false, true) => [LicenceChangeKind.Withdraw],
            _ => [],
        };
        var corrected = new RectificationAnswerCorrected(
            command.Measure,
            before,
            answer,
            command.Measure is RectificationMeasure.CertificationBody ? [.. OfBody(before, answer, grounds, now)]
                : [.. kinds.Select(kind => Change(kind, null, grounds, now))],
            command.Measure is RectificationMeasure.Banning ? Recounted(rectification, before, answer, now) : [],
            command.Reason.Trim());

        // What was never granted leads on as what is declined does.
        return before.Granted && !answer.Granted
            ? (RectificationEvent[])
            [
                corrected,
                .. Onwards(Apply(rectification, corrected), command.Measure, ProposalCause.NotGranted, now.Day, now),
            ]
            : corrected;
    }

    // What the body was said to have suspended is taken back there under the day of that answer, and what it did suspend bears the right
    // one. Whether a suspension was told by an answer from before its last day was kept, the licence knows.
    private static IEnumerable<LicenceChange> OfBody(MeasureAnswer before, MeasureAnswer after, Grounds grounds, Circumstances now)
    {
        var isOther = (before.AnsweredOn, before.Until) != (after.AnsweredOn, after.Until);
        if (before.Granted && (!after.Granted || (after.Until is not null && isOther)))
        {
            yield return Change(LicenceChangeKind.TakeBackBodySuspension, null, grounds, now) with { On = before.AnsweredOn };
        }

        if (after is { Granted: true, Until: { } until } && (!before.Granted || isOther))
        {
            yield return Change(LicenceChangeKind.BodySuspends, until, grounds, now) with
            {
                On = after.AnsweredOn == now.Today ? null : after.AnsweredOn,
            };
        }
    }

    // Under the section and class under which it was counted, whoever answers for the order by now.
    private static ImmutableArray<CountedFact> Recounted(RectificationState rectification, MeasureAnswer before, MeasureAnswer after,
        Circumstances now)
    {
        var reversed = before.Granted ? now.Required<CountedSoFar>().Reversing(Measure.ProducersBanned) : [];
        var original = reversed.Select(fact => fact with { Amount = 1 }).FirstOrDefault()
            ?? new CountedFact(after.AnsweredOn, Measure.ProducersBanned, 1, rectification.Order.Section,
                productClass: rectification.Order.ProductClass);
        return after.Granted ? [.. reversed, original with { Day = after.AnsweredOn }] : reversed;
    }

    private static Decision<RectificationEvent> ToldLicence(RectificationState rectification, Answered? told) => (rectification.OwedToLicence[0], told) switch
    {
        (_, null) => Decision<RectificationEvent>.AlreadySo,
        (var owed, { Refusal: { } refusal }) => new RectificationLicenceNotChanged(owed.Kind, rectification.Order.Licence!, refusal.Code, refusal.Message.Chinese, refusal.Message.English),
        (var owed, _) => new RectificationLicenceChanged(owed.Kind, rectification.Order.Licence!),
    };

    /// <summary>The step that the licence is owed, where one is.</summary>
    private static Owed? Owes(RectificationState rectification) => rectification is { OwedToLicence: [var owed, ..], Order.Licence: { } licence }
        ? new Owed(
            RectificationDeadlines.LicenceChange,
            SubjectKeys.Of(Licence.Concept.Name, licence),
            StepOf(owed),
            By(rectification, owed),
            WireName.Of(owed.Kind),
            owed.Since)
        : null;

    // The head of the bureau decides for the section that answers for the order: it is that section's work.
    private static Func<Guid, Actor> By(RectificationState rectification, LicenceChange owed) =>
        command => owed.By.As(command) is { Section: null } leader
            ? leader with { Section = rectification.Order.Section }
            : owed.By.As(command);

    private static LicenceChangeKind? ChangeFor(RectificationMeasure measure) => measure switch
    {
        RectificationMeasure.Suspension => LicenceChangeKind.Suspend,
        RectificationMeasure.Withdrawal => LicenceChangeKind.RequestWithdrawal,
        RectificationMeasure.Deregistration => LicenceChangeKind.Deregister,
        _ => null,
    };

    private static LicenceCommand StepOf(LicenceChange owed) => owed.Kind switch
    {
        LicenceChangeKind.Suspend => new SuspendLicence(owed.Until!.Value, owed.Grounds, owed.Case) { On = owed.On },
        LicenceChangeKind.RequestWithdrawal => new RequestLicenceWithdrawal(owed.Grounds) { On = owed.On },
        LicenceChangeKind.Withdraw => new WithdrawLicence(owed.Grounds) { On = owed.On },
        LicenceChangeKind.Deregister => new DeregisterLicence(
            owed.Grounds, owed.Ground ?? DeregistrationGround.ProductionStopped)
        { On = owed.On },
        LicenceChangeKind.DeclineWithdrawal => new DeclineLicenceWithdrawal(owed.Grounds) { On = owed.On },
        LicenceChangeKind.BodySuspends => new RecordCertificateSuspension(owed.Until!.Value, owed.Grounds) { On = owed.On },
        LicenceChangeKind.TakeBackEnding => new CorrectLicenceEnding(owed.Grounds),
        LicenceChangeKind.TakeBackBodySuspension => new CorrectCertificateSuspension(owed.Grounds, owed.On),
        _ => throw new InvalidOperationException($"No licence is told to {owed.Kind}."),
    };

    // The one that came first: where a request was made again at once, two steps of a kind can be owed.
    private static ImmutableArray<LicenceChange> Settled(RectificationState rectification, LicenceChangeKind kind) =>
        rectification.OwedToLicence.FirstOrDefault(owed => owed.Kind == kind) is { } first ? rectification.OwedToLicence.Remove(first)
            : rectification.OwedToLicence;

    private static ImmutableArray<LicenceChange> Owed(RectificationState rectification, LicenceChange? change) => change is null
        ? rectification.OwedToLicence
        : rectification.OwedToLicence.Add(change);
}

/// <summary>答复. What the recipient of a document answered.</summary>
/// <param name="AnsweredOn">答复日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Granted">同意. Whether what was asked for was done.</param>
/// <param name="Text">内容. What it says, at most 1,000 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the answer, or null.</param>
[GenerateSerializer, Immutable, Alias("measure-answer")]
public sealed record MeasureAnswer(DateOnly AnsweredOn, bool Granted, string Text, string? DocumentNumber)
{
    /// <summary>暂停至. The last day for which the certification body suspended the certificate; null where it did not, and from before that
    /// was kept.</summary>
    [Id(10)] public DateOnly? Until { get; init; }
}

/// <summary>许可变更事项. The steps of a licence that can follow from an order.</summary>
[JsonConverter(typeof(WireNameConverter<LicenceChangeKind>))]
public enum LicenceChangeKind
{
    /// <summary>Suspend it.</summary>
    [Term("暂扣", "suspended")]
    Suspend,

    /// <summary>Ask for its withdrawal.</summary>
    [Term("提请撤销", "withdrawal requested")]
    RequestWithdrawal,

    /// <summary>Record that the issuing authority withdrew it.</summary>
    [Term("撤销", "withdrawn")]
    Withdraw,

    /// <summary>Deregister it.</summary>
    [Term("注销", "deregistered")]
    Deregister,

    /// <summary>Record that the issuing authority declined to withdraw it.</summary>
    [Term("登记不予撤销", "withdrawal declined")]
    DeclineWithdrawal,

    /// <summary>Record that the certification body suspended it.</summary>
    [Term("登记认证机构暂停", "suspended by the certification body")]
    BodySuspends,

    /// <summary>Take back an end that was recorded by mistake.</summary>
    [Term("更正误记的终止", "end taken back")]
    TakeBackEnding,

    /// <summary>Take back a suspension by the certification body that was recorded by mistake.</summary>
    [Term("更正误记的认证机构暂停", "suspension by the certification body taken back")]
    TakeBackBodySuspension,
}

/// <summary>待办许可变更. A step of the licence that follows from a decision here and is yet to be taken there.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Since">起时. When it was decided (UTC); due at once.</param>
/// <param name="Until">暂扣至. The last day of a suspension; null for other steps.</param>
/// <param name="Grounds">理由与依据. Those of the decision.</param>
/// <param name="By">决定人. In whose name.</param>
/// <param name="Case">案件. The number of the case whose decision suspends it; null for other steps.</param>
/// <param name="On">办理日期. The day on which it was decided, where that was entered later; null where it was that of the entry.</param>
[GenerateSerializer, Immutable, Alias("licence-change")]
public sealed record LicenceChange(
    LicenceChangeKind Kind, DateTimeOffset Since, DateOnly? Until, Grounds Grounds, DecidingPerson By, string? Case = null,
        DateOnly? On = null)
{
    /// <summary>注销情形. The case in which it is deregistered, where that is not that production has stopped.</summary>
    [Id(152)] public DeregistrationGround? Ground { get; init; }
}

/// <summary>记录答复. Records what the recipient of a measure's document answered.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Granted">同意. Whether what was asked for was done.</param>
/// <param name="Answer">内容. What the answer says.</param>
/// <param name="DocumentNumber">文书编号. The number of the answer, or null.</param>
/// <param name="Until">暂停至. Until when the certification body suspended the certificate, where it did.</param>
[GenerateSerializer, Immutable, Alias("rectification.record-answer"), AllowedTo(Deciding), Dated]
[Refuses<NoAnswerAwaited>]
public sealed record RecordMeasureAnswer(
    RectificationMeasure Measure,
    bool Granted,
    [Longest(1000)] string Answer,
    [Longest(200)] string? DocumentNumber = null,
    DateOnly? Until = null) : RectificationCommand;

/// <summary>更正答复. Puts right an answer that was mistyped; the licence is told what follows, and figures are taken back where they were
/// counted.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Granted">同意. Whether what was asked for was done.</param>
/// <param name="Answer">内容. What the answer says.</param>
/// <param name="Reason">理由. What was wrong, and how that was found.</param>
/// <param name="DocumentNumber">文书编号. The number of the answer, or null.</param>
/// <param name="AnsweredOn">答复日. The right day; left out, the one that was recorded.</param>
/// <param name="Until">暂停至. Until when the certification body suspended the certificate; left out, the day that was recorded.</param>
[GenerateSerializer, Immutable, Alias("rectification.correct-answer"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<NoAnswerToCorrect>]
public sealed record CorrectMeasureAnswer(
    RectificationMeasure Measure,
    bool Granted,
    [Longest(1000)] string Answer,
    [Longest(1000)] string Reason,
    [Longest(200)] string? DocumentNumber = null,
    DateOnly? AnsweredOn = null,
    DateOnly? Until = null) : RectificationCommand;

/// <summary>已收到答复. The recipient of a measure's document answered.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Answer">答复. What was answered.</param>
/// <param name="Change">许可变更. What the licence is to be told, or null.</param>
[Alias("rectification.measure-answered")]
public sealed record RectificationMeasureAnswered(RectificationMeasure Measure, MeasureAnswer Answer, LicenceChange? Change) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Answer.Granted
        ? new($"{Terms.Of(Measure).Chinese}：对方同意办理", $"{Terms.Of(Measure).English}: granted")
        : new($"{Terms.Of(Measure).Chinese}：对方未予办理", $"{Terms.Of(Measure).English}: not granted");

    /// <inheritdoc/>
    public override string? Document => Answer.DocumentNumber;
}

/// <summary>逾期未收到答复. Who was asked has not answered in the time in which it was waited for; late answers are recorded all the
/// same.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="LastDay">等待答复末日. The last day (Asia/Shanghai).</param>
[Alias("rectification.answer-missing")]
public sealed record RectificationAnswerMissing(RectificationMeasure Measure, DateOnly LastDay) : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"{Terms.Of(Measure).Chinese}：逾期未收到答复", $"{Terms.Of(Measure).English}: not answered in time");

    /// <summary>The first day after it.</summary>
    public override DateOnly? EffectiveOn => LastDay.PlusDays(1);
}

/// <summary>答复已更正. An answer that was mistyped was put right.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Before">原答复. As it was recorded.</param>
/// <param name="Answer">答复. As it stands.</param>
/// <param name="Changes">许可变更. What the licence is to be told.</param>
/// <param name="Facts">计量更正. What is counted otherwise, under the day, section and class of the original.</param>
/// <param name="Reason">理由. Why.</param>
[Alias("rectification.answer-corrected")]
public sealed record RectificationAnswerCorrected(
    RectificationMeasure Measure,
    MeasureAnswer Before,
    MeasureAnswer Answer,
    ImmutableArray<LicenceChange> Changes,
    ImmutableArray<CountedFact> Facts,
    string Reason) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正“{Terms.Of(Measure).Chinese}”的答复：{(Answer.Granted ? "同意办理" : "未予办理")}（{Reason}）",
        $"The answer was corrected, {Terms.Of(Measure).English}: {(Answer.Granted ? "granted" : "not granted")} ({Reason})");

    /// <inheritdoc/>
    public override string? Document => Answer.DocumentNumber;
}

/// <summary>许可证已相应变更. The licence took the step that was decided here.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Licence">许可证. Its number.</param>
[Alias("rectification.licence-changed")]
public sealed record RectificationLicenceChanged(LicenceChangeKind Kind, string Licence) : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"许可证{Licence}已{Terms.Of(Kind).Chinese}", $"Licence {Licence}: {Terms.Of(Kind).English}");
}

/// <summary>许可证未能变更. The licence refused the step that was decided here; a person has to see to it.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Licence">许可证. Its number.</param>
/// <param name="Code">代码. The refusal's code.</param>
/// <param name="Chinese">说明. Why, in Chinese.</param>
/// <param name="English">说明（英文）. Why, in English.</param>
[Alias("rectification.licence-not-changed")]
public sealed record RectificationLicenceNotChanged(LicenceChangeKind Kind, string Licence, string Code, string Chinese, string English)
    : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"许可证{Licence}未能{Terms.Of(Kind).Chinese}：{Chinese}", $"Licence {Licence} was not {Terms.Of(Kind).English}: {English}");
}

/// <summary>没有待答复的文书. Nothing that was sent waits for this answer.</summary>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-answer-awaited")]
public sealed record NoAnswerAwaited(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"“{Terms.Of(Measure).Chinese}”没有等待答复的文书", $"No document waits for an answer: {Terms.Of(Measure).English}");
}

/// <summary>没有可更正的答复. No answer to the measure is recorded.</summary>
/// <param name="Measure">措施. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-answer-to-correct")]
public sealed record NoAnswerToCorrect(RectificationMeasure Measure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"“{Terms.Of(Measure).Chinese}”没有登记过答复",
        $"No answer is recorded: {Terms.Of(Measure).English}");
}
