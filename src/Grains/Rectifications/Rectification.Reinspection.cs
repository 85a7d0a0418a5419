using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// The re-inspection and its results.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInReinspection(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        RecordReinspection when rectification.Status is RectificationStatus.Ordered => new RectificationNotReported(rectification.DueOn),
        RecordReinspection when rectification.Status is not (
            RectificationStatus.Reported or RectificationStatus.Overdue or RectificationStatus.Failed) =>
            new RectificationNotOpen(rectification.Status),
        RecordReinspection c => DecideRecordReinspection(rectification, c, now),
        CorrectReinspection c => DecideCorrectReinspection(rectification, c, now),
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInReinspection(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationReinspected e => Reinspected(rectification, e.Reinspection) with
        {
            IsUncounted = e.Facts is not null,
            OwedToLicence = Owed(rectification, e.Change),
            BeforeReinspection = e.IsKept is true ? ReinspectionBefore.Of(rectification) : null,
        },
        RectificationReinspectionCorrected e => rectification with
        {
            Reinspections = [.. rectification.Reinspections.SkipLast(1)],
            Status = e.Status,
            WarnOn = null,
            ReinspectBy = e.ReinspectBy,
            Proposal = e.Proposal,
            BeforeReinspection = null,
            OwedToLicence = Owed(rectification, e.Change),
            IsUncounted = rectification.IsUncounted
                && rectification.Reinspections.LastOrDefault() is not { Result: ReinspectionResult.OrderVoid },
        },
        RectificationReinspectionOwed e => rectification.IsNotPutRight ? rectification with { ReinspectBy = e.ReinspectBy } : rectification,
        _ => null,
    };

    private static Decision<RectificationEvent> DecideRecordReinspection(RectificationState rectification, RecordReinspection command, Circumstances now)
    {
        var officers = OfficerNames.Of(command.Officers);
        if (OfficerNames.Problem(officers, "officers", now) is { } wrongOfficers)
        {
            return wrongOfficers;
        }

        var referredTo = command.Result is ReinspectionResult.Referred ? FreeText.Given(command.ReferredTo) : null;
        if ((FreeText.Missing("findings", command.Findings) ?? command.Grounds.Problem()
            ?? (command.Result is ReinspectionResult.Referred ? FreeText.Missing("referredTo", referredTo) : null)) is { } problem)
        {
            return problem;
        }

        var grounds = command.Grounds.Trimmed();
        var recorded = new RectificationReinspected(new Reinspection(now.Day, command.Result, officers, command.Findings.Trim(),
            referredTo), grounds)
        {
            Facts = command.Result is ReinspectionResult.OrderVoid ? NotOrderedAfterAll(now) : null,
            Change = command.Result is ReinspectionResult.OrderVoid ? NoLongerAsked(rectification, grounds, now) : null,
            IsKept = true,
        };
        switch (command.Result)
        {
            case ReinspectionResult.StillInViolation or ReinspectionResult.PenaltyProposed:
                // The proposal that stands since the day passed is not made twice.
                return rectification.Proposal is null && NextRung(rectification, now.Day) is { } rung
                    ? (RectificationEvent[])[recorded, .. ProposedNext(rectification, rung, ProposalCause.Failed, now.Day, now)]
                    : recorded;
            case ReinspectionResult.Extended when rectification.IsNotPutRight:
                return new RectificationNotOpen(rectification.Status);
            case ReinspectionResult.Extended when command.ExtendedTo is not { }:
                return new InvalidInput("extendedTo", "准予延期的，应写明新的整改期限", "Where more time is given, say until when");
            case ReinspectionResult.Extended:
                var extended = DecideExtendRectification(rectification, new ExtendRectification(command.ExtendedTo!.Value, grounds), now);
                return extended.Refusal is null ? (RectificationEvent[])[recorded, .. extended.Events] : extended;
            default:
                return recorded;
        }
    }

    /// <summary>
    /// A re-inspection that belongs to another order, or says something wrong, is taken back as long as nothing has followed from it: the
    /// order stands as it did, and is re-inspected as ever.
    /// </summary>
    private static Decision<RectificationEvent> DecideCorrectReinspection(
        RectificationState rectification, CorrectReinspection command, Circumstances now)
    {
        if (command.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        var last = rectification.Reinspections.LastOrDefault();
        if (last is null || StatusAfter(last.Result) != rectification.Status)
        {
            return new NoReinspectionToCorrect(rectification.Status);
        }

        var before = rectification.BeforeReinspection;
        if (rectification.Measures.Skip(before?.Measures ?? 0)
            .FirstOrDefault(taken => before is not null || taken.DecidedOn >= last.ReinspectedOn) is { } followed)
        {
            return new MeasureAlreadyTaken(followed.Measure, followed.DecidedOn);
        }

        var corrected = new RectificationReinspectionCorrected(
            last,
            before?.Status ?? StatusWithout(rectification),
            before is null ? DayFrom(StatutoryRules.Reinspection, now.Today, now.Calendar) : before.ReinspectBy,
            before?.Proposal,
            last.Result switch
            {
                ReinspectionResult.Complied => now.Required<CountedSoFar>().Reversing(Measure.RectificationsPassed),

                // It had been taken back that it was ordered, which it was after all.
                ReinspectionResult.OrderVoid when rectification.IsUncounted =>
                    [.. Counted(rectification with { IsUncounted = false }).Select(CountedFact.Of)],
                _ => [],
            },
            command.Grounds.Trimmed())
        {
            // And what was asked on the ground of it is asked again.
            Change = last.Result is ReinspectionResult.OrderVoid && rectification.Taken(RectificationMeasure.Withdrawal) is { Answer: null }
                ? Change(LicenceChangeKind.RequestWithdrawal, until: null, command.Grounds.Trimmed(), now) : null,
        };

        // What it had shown not to be late was late, and what ran because of it never did.
        return before is null ? corrected : (RectificationEvent[])
        [
            .. before.Lapses.Except(rectification.Lapses).Select(lapse => new RectificationDeadlineLapsed(lapse)),
            corrected,
            .. rectification.Lapses.Except(before.Lapses).Select(lapse => new RectificationLapseWithdrawn(lapse, last.ReinspectedOn)),
        ];
    }

    // Where an order stands because of what was found last; more time has its own correction, of the day.
    private static RectificationStatus? StatusAfter(ReinspectionResult result) => result switch
    {
        ReinspectionResult.Complied => RectificationStatus.Passed,
        ReinspectionResult.Referred => RectificationStatus.Referred,
        ReinspectionResult.OrderVoid => RectificationStatus.Void,
        ReinspectionResult.Extended => null,
        _ => RectificationStatus.Failed,
    };

    // Of a re-inspection from before it was kept how the order stood, that follows from what is left.
    private static RectificationStatus StatusWithout(RectificationState rectification)
    {
        var failed = rectification.Reinspections.SkipLast(1)
            .LastOrDefault(one => StatusAfter(one.Result) is RectificationStatus.Failed);
        return rectification.Report is { } report && (failed is null || report.ReportedOn > failed.ReinspectedOn)
            ? RectificationStatus.Reported
            : failed is not null ? RectificationStatus.Failed
            : RectificationStatus.Overdue;
    }

    /// <summary>Whether something is waited for: a term that runs, or a proposal that somebody has to decide.</summary>
    private static bool IsAwaited(RectificationState rectification) =>
        rectification.Proposal is not null || RectificationDeadlines.Running(rectification).Count > 0;

    /// <summary>Whether it was not put right and nothing is waited for, as an earlier version left it: the clock has it looked at
    /// again.</summary>
    internal static bool IsLeftAlone(RectificationState rectification) =>
        rectification is { IsNotPutRight: true, IsBanned: false, MissedReinspection: null, EnterpriseEndedOn: null }
        && !IsAwaited(rectification);

    private static RectificationReinspectionOwed OwedAgain(Circumstances now) =>
        new(DayFrom(StatutoryRules.Reinspection, now.Today, now.Calendar));

    /// <summary>
    /// What was not put right is looked at again where nothing else comes of it: a measure that was declined, or that nobody answers any
    /// more, leaves the order as it was; its term runs from the day on which that is known here. A re-inspection that nobody made in its
    /// term is told by the self-check, not owed over and over.
    /// </summary>
    private static Decision<RectificationEvent> LookingAgain(
        RectificationState rectification, Decision<RectificationEvent> decision, Circumstances now)
    {
        var after = decision.Events.Aggregate(rectification, static (state, happened) => Apply(state, happened));
        var isSettled = IsAwaited(rectification) || rectification.IsBanned
            || decision.Events.Any(happened => happened is RectificationReinspected or RectificationReinspectionCorrected);
        return decision.Refusal is null && isSettled && after is { IsNotPutRight: true, IsBanned: false, EnterpriseEndedOn: null }
            && !IsAwaited(after)
            && !decision.Events.Any(happened => happened is RectificationDeadlineLapsed)
                ? (RectificationEvent[])
                [
                    .. decision.Events, OwedAgain(now),
                ]
                : decision;
    }

    private static RectificationState Reinspected(RectificationState rectification, Reinspection reinspection)
    {
        var recorded = rectification with
        {
            Reinspections = rectification.Reinspections.Add(reinspection),
            ReinspectBy = null,
            PassedOnBy = WorkMove.PassedOn(rectification.PassedOnBy, null, [.. reinspection.Officers]),
        };
        return reinspection.Result switch
        {
            ReinspectionResult.Complied => Closed(recorded, RectificationStatus.Passed),
            ReinspectionResult.Referred => Closed(recorded, RectificationStatus.Referred),
            ReinspectionResult.OrderVoid => Closed(recorded, RectificationStatus.Void),
            ReinspectionResult.Extended => recorded, // what follows at once says until when
            _ => recorded with { Status = RectificationStatus.Failed, WarnOn = null },
        };
    }

    private static RectificationState Closed(RectificationState rectification, RectificationStatus status) =>
        rectification with { Status = status, WarnOn = null, ReinspectBy = null, Proposal = null };
}

/// <summary>复查. One re-inspection.</summary>
/// <param name="ReinspectedOn">复查日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Result">结果. What it found.</param>
/// <param name="Officers">执法人员. Their user names, two at least.</param>
/// <param name="Findings">复查情况. What they saw, at most 2,000 characters.</param>
/// <param name="ReferredTo">移送单位. To whom it was referred; there is one exactly when it was.</param>
[GenerateSerializer, Immutable, Alias("reinspection")]
public sealed record Reinspection(DateOnly ReinspectedOn, ReinspectionResult Result, ImmutableArray<string> Officers, string Findings, string? ReferredTo = null);

/// <summary>复查结果. What a re-inspection found, as practice knows it.</summary>
[JsonConverter(typeof(WireNameConverter<ReinspectionResult>))]
public enum ReinspectionResult
{
    /// <summary>Put right.</summary>
    [Term("已改正", "put right")]
    Complied,

    /// <summary>Still in violation.</summary>
    [Term("仍不符合要求", "still in violation")]
    StillInViolation,

    /// <summary>More time is given, once.</summary>
    [Term("准予延期", "more time given")]
    Extended,

    /// <summary>Referred to whoever is competent.</summary>
    [Term("移送其他部门", "referred")]
    Referred,

    /// <summary>Still in violation, and a penalty is proposed.</summary>
    [Term("仍不符合要求，建议处罚", "still in violation, a penalty is proposed")]
    PenaltyProposed,

    /// <summary>The order should not stand.</summary>
    [Term("责令不当，应予撤销", "the order should not stand")]
    OrderVoid,
}

/// <summary>记录复查. Records what a re-inspection found; two officers at least.</summary>
/// <param name="Result">结果. What it found.</param>
/// <param name="Officers">执法人员. Who went, by their user names; two at least.</param>
/// <param name="Findings">复查情况. What they saw.</param>
/// <param name="Grounds">理由与依据. The basis, and the number of the record.</param>
/// <param name="ExtendedTo">延至. The new last day, where more time is given.</param>
/// <param name="ReferredTo">移送单位. To whom it is referred, where it is.</param>
[GenerateSerializer, Immutable, Alias("rectification.reinspect"), AllowedTo(Handling), Dated]
[Refuses<RectificationNotReported, RectificationNotOpen, TooFewOfficers, OfficerCannotAct, RectificationAlreadyExtended>]
[Refuses<RectificationDueTooEarly>]
public sealed record RecordReinspection(
    ReinspectionResult Result, [Most(OfficerNames.Most)] ImmutableArray<string> Officers, [Longest(2000)] string Findings, Grounds Grounds, DateOnly? ExtendedTo = null, [Longest(200)] string? ReferredTo = null) : RectificationCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>复查前的情况. How an order stood before it was re-inspected last.</summary>
/// <param name="Status">状态. Where it stood.</param>
/// <param name="ReinspectBy">复查截止日. The last day of the term (Asia/Shanghai); null where none ran.</param>
/// <param name="Proposal">处理建议. What waited for a decision, or null.</param>
/// <param name="Lapses">逾期记录. Those there were.</param>
/// <param name="Measures">已决定的措施. How many had been decided.</param>
[GenerateSerializer, Immutable, Alias("reinspection-before")]
public sealed record ReinspectionBefore(
    RectificationStatus Status,
    DateOnly? ReinspectBy,
    MeasureProposal? Proposal,
    ImmutableArray<RectificationLapse> Lapses,
    int Measures)
{
    /// <summary>How an order stands.</summary>
    /// <param name="rectification">The order.</param>
    internal static ReinspectionBefore Of(RectificationState rectification) => new(
        rectification.Status, rectification.ReinspectBy, rectification.Proposal, rectification.Lapses, rectification.Measures.Length);
}

/// <summary>
/// 更正复查. Takes back the last re-inspection of an order, where it belongs to another order or says something wrong, as long as no measure
/// has followed: the order stands as it did, and the right re-inspection is recorded as ever. By the head of the section.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.correct-reinspection"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<NoReinspectionToCorrect, MeasureAlreadyTaken>]
public sealed record CorrectReinspection(Grounds Grounds) : RectificationCommand;

/// <summary>复查已更正. The last re-inspection was recorded by mistake and is taken back.</summary>
/// <param name="Reinspection">复查. What had been recorded.</param>
/// <param name="Status">状态. Where the order stands since.</param>
/// <param name="ReinspectBy">复查截止日. The last day of the term (Asia/Shanghai); null where none runs.</param>
/// <param name="Proposal">处理建议. What waits for a decision again, or null.</param>
/// <param name="Facts">冲销的事实. What is taken back of what was counted, or counted after all.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.reinspection-corrected")]
public sealed record RectificationReinspectionCorrected(
    Reinspection Reinspection,
    RectificationStatus Status,
    DateOnly? ReinspectBy,
    MeasureProposal? Proposal,
    ImmutableArray<CountedFact> Facts,
    Grounds Grounds) : RectificationStep(Grounds)
{
    /// <summary>许可变更. That the licence's withdrawal is asked for again; null where nothing is.</summary>
    public LicenceChange? Change { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{IsoDate.Of(Reinspection.ReinspectedOn)}的复查（{Terms.Of(Reinspection.Result).Chinese}）登记有误，予以撤回：{Grounds.Reason}",
        $"Re-inspection of {IsoDate.Of(Reinspection.ReinspectedOn)} ({Terms.Of(Reinspection.Result).English}) recorded by mistake and "
            + $"taken back: {Grounds.Reason}");
}

/// <summary>没有可以更正的复查. The order stands where it does for another reason than what was found last.</summary>
/// <param name="Status">状态. Where it stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-reinspection-to-correct")]
public sealed record NoReinspectionToCorrect(RectificationStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"整改现为“{Terms.Of(Status).Chinese}”，不是最近一次复查的结果，没有可以更正的复查",
        $"The rectification is {Terms.Of(Status).English}, and not because of what was found last: there is no re-inspection to correct");
}

/// <summary>已复查. A re-inspection was recorded.</summary>
/// <param name="Reinspection">复查. What it found.</param>
/// <param name="Grounds">理由与依据. The basis and the record's number.</param>
[Alias("rectification.reinspected")]
public sealed record RectificationReinspected(Reinspection Reinspection, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <summary>冲销的事实. What is taken back of what was counted, where the order should not stand; null where it stands, and in what happened
    /// before that was kept.</summary>
    public ImmutableArray<CountedFact>? Facts { get; init; }

    /// <summary>许可变更. That the licence's withdrawal is asked for no more, where the order should not stand; null otherwise.</summary>
    public LicenceChange? Change { get; init; }

    /// <summary>保留此前情况. Whether it is kept how the order stood before, so that this can be taken back; null from before that was so.
    /// </summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"复查：{Terms.Of(Reinspection.Result).Chinese}", $"Re-inspected: {Terms.Of(Reinspection.Result).English}");
}

/// <summary>应再次复查. Nothing was taken after it had not been put right, and nothing is awaited: the section looks again.</summary>
/// <param name="ReinspectBy">复查截止日. The last day of the term (Asia/Shanghai).</param>
[Alias("rectification.reinspection-owed")]
public sealed record RectificationReinspectionOwed(DateOnly ReinspectBy) : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"尚未改正，也没有待办的处理建议，应于{IsoDate.Of(ReinspectBy)}前再次复查",
        $"Not put right, and no measure is awaited: to be re-inspected again by {IsoDate.Of(ReinspectBy)}");
}

/// <summary>尚未报告整改. An order is re-inspected after its report of completion or its day.</summary>
/// <param name="DueOn">整改期限. The order's last day.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-not-reported")]
public sealed record RectificationNotReported(DateOnly DueOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"企业尚未报告整改，整改期限为{DueOn:yyyy-MM-dd}，报告后或期满后方可复查", $"The enterprise has not reported; the order runs until {DueOn:yyyy-MM-dd}. It is re-inspected after the report or that day");
}
