using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// What others answer to a measure that was taken, and what the licence is told of it.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInAnswers(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        RecordMeasureAnswer c => DecideRecordMeasureAnswer(rectification, c, now),
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInAnswers(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationMeasureAnswered e => rectification with
        {
            Measures = [.. rectification.Measures.Select(decided => decided.Accepted && decided.Measure == e.Measure ? decided with { Answer = e.Answer } : decided)],
            OwedToLicence = Owed(rectification, e.Change),
        },
        RectificationLicenceChanged e => rectification with { OwedToLicence = rectification.OwedToLicence.RemoveAll(owed => owed.Kind == e.Kind) },
        RectificationLicenceNotChanged e => rectification with { OwedToLicence = rectification.OwedToLicence.RemoveAll(owed => owed.Kind == e.Kind) },
        _ => null,
    };

    private static Decision<RectificationEvent> DecideRecordMeasureAnswer(RectificationState rectification, RecordMeasureAnswer command, Circumstances now)
    {
        if (rectification.Taken(command.Measure) is not { Answer: null } taken)
        {
            return new NoAnswerAwaited(command.Measure);
        }

        if (FreeText.Missing("answer", command.Answer) is { } problem)
        {
            return problem;
        }

        var answer = new MeasureAnswer(now.Today, command.Granted, command.Answer.Trim(), FreeText.Given(command.DocumentNumber));
        var withdrawn = command is { Measure: RectificationMeasure.Withdrawal, Granted: true }; // 行政许可法 第六十九条: the issuing authority decides
        var grounds = new Grounds(answer.Text, taken.Grounds.Basis, answer.DocumentNumber);
        return new RectificationMeasureAnswered(command.Measure, answer, withdrawn ? new LicenceChange(LicenceChangeKind.Withdraw, now.Now, null, grounds, DecidingPerson.Of(now.Actor)) : null);
    }

    private static Decision<RectificationEvent> ToldLicence(RectificationState rectification, Answered? told) => (rectification.OwedToLicence[0], told) switch
    {
        (_, null) => Decision<RectificationEvent>.AlreadySo,
        (var owed, { Refusal: { } refusal }) => new RectificationLicenceNotChanged(owed.Kind, rectification.Order.Licence!, refusal.Code, refusal.Message.Chinese, refusal.Message.English),
        (var owed, _) => new RectificationLicenceChanged(owed.Kind, rectification.Order.Licence!),
    };

    /// <summary>The step that the licence is owed, where one is.</summary>
    private static Owed? Owes(RectificationState rectification) => rectification is { OwedToLicence: [var owed, ..], Order.Licence: { } licence }
        ? new Owed(RectificationDeadlines.LicenceChange, SubjectKeys.Of(Licence.Concept.Name, licence), StepOf(owed), owed.By.As, WireName.Of(owed.Kind), owed.Since)
        : null;

    private static LicenceChangeKind? ChangeFor(RectificationMeasure measure) => measure switch
    {
        RectificationMeasure.Suspension => LicenceChangeKind.Suspend,
        RectificationMeasure.Withdrawal => LicenceChangeKind.RequestWithdrawal,
        RectificationMeasure.Deregistration => LicenceChangeKind.Deregister,
        _ => null,
    };

    private static LicenceCommand StepOf(LicenceChange owed) => owed.Kind switch
    {
        LicenceChangeKind.Suspend => new SuspendLicence(owed.Until!.Value, owed.Grounds),
        LicenceChangeKind.RequestWithdrawal => new RequestLicenceWithdrawal(owed.Grounds),
        LicenceChangeKind.Withdraw => new WithdrawLicence(owed.Grounds),
        LicenceChangeKind.Deregister => new DeregisterLicence(owed.Grounds, DeregistrationGround.ProductionStopped),
        _ => throw new InvalidOperationException($"No licence is told to {owed.Kind}."),
    };

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
public sealed record MeasureAnswer(DateOnly AnsweredOn, bool Granted, string Text, string? DocumentNumber);

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
}

/// <summary>待办许可变更. A step of the licence that follows from a decision here and is yet to be taken there.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Since">起时. When it was decided (UTC); due at once.</param>
/// <param name="Until">暂扣至. The last day of a suspension; null for other steps.</param>
/// <param name="Grounds">理由与依据. Those of the decision.</param>
/// <param name="By">决定人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("licence-change")]
public sealed record LicenceChange(LicenceChangeKind Kind, DateTimeOffset Since, DateOnly? Until, Grounds Grounds, DecidingPerson By);

/// <summary>记录答复. Records what the recipient of a measure's document answered.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Granted">同意. Whether what was asked for was done.</param>
/// <param name="Answer">内容. What the answer says.</param>
/// <param name="DocumentNumber">文书编号. The number of the answer, or null.</param>
[GenerateSerializer, Immutable, Alias("rectification.record-answer"), AllowedTo(Deciding)]
[Refuses<NoAnswerAwaited>]
public sealed record RecordMeasureAnswer(
    RectificationMeasure Measure,
    bool Granted,
    [Longest(1000)] string Answer,
    [Longest(200)] string? DocumentNumber = null) : RectificationCommand;

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

/// <summary>许可证已相应变更. The licence took the step that was decided here.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Licence">许可证. Its number.</param>
[Alias("rectification.licence-changed")]
public sealed record RectificationLicenceChanged(LicenceChangeKind Kind, string Licence) : RectificationEvent
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
public sealed record RectificationLicenceNotChanged(LicenceChangeKind Kind, string Licence, string Code, string Chinese, string English) : RectificationEvent
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
