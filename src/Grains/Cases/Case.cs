using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件的规则. The law of a case, and what the shared rooms need to know of it.</summary>
public static partial class Case
{
    /// <summary>案件编号前缀. The letters before a case's number.</summary>
    public const string Prefix = "AJ";

    /// <summary>案件. The concept.</summary>
    public static Concept<CaseState, CaseCommand, CaseEvent> Concept { get; } = new()
    {
        Name = "case",
        Title = new BilingualText("案件", "Case"),
        Json = CaseJson.Default,
        RowTypes = [typeof(CaseRow), typeof(CaseProductClassRow), typeof(CaseOfficerRow), typeof(OpenWorkRow), typeof(SectionHandoverRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = CaseRows.Of,
        Deadlines = CaseDeadlines.Of,
        Owes = static state => state.OwedToJoined is [var first, ..]
            ? new Owed(CaseDeadlines.JoinNotice, SubjectKeys.Of("case", first.Other), new NoteJoinedCase(state.Number, first.Grounds), first.By.As, first.Other, first.Since)
            : null,
        WaitsFor = ["enterprise", "case"], // of cases those of greater numbers only
        WhenDue = static (kind, dueAt) => new CaseDeadlineReached(kind, dueAt),
        Tally = Tally,
    };

    /// <summary>What a command leads to. What the clock owes comes first; a deadline that has lapsed is recorded and blocks nothing.</summary>
    /// <param name="state">The state, or null while there is no such case.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<CaseEvent> Decide(CaseState? state, CaseCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (state is null)
        {
            return command switch
            {
                RecordLead c => Record(c, now),
                CaseDeadlineReached => Decision<CaseEvent>.AlreadySo,
                _ => new NotFound("case", now.Key),
            };
        }

        if (command is CaseDeadlineReached { Kind: CaseDeadlines.JoinNotice })
        {
            return now.AnswerTo(Concept.Owes(state)) is { } told ? new JoinedCaseTold(state.OwedToJoined[0].Other, told.Refusal?.Code) : Decision<CaseEvent>.AlreadySo;
        }

        var builder = new CaseEventBuilder(state).Settle(now.Now);
        if (command is CaseDeadlineReached due)
        {
            var stands = due.DueAt <= now.Now && CaseDeadlines.Of(state).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt);
            return stands ? builder.Events : Decision<CaseEvent>.AlreadySo;
        }

        var decision = Ask(builder.Case, command, now);
        return decision.Refusal is null && !decision.Events.IsEmpty ? builder.With(decision.Events).Recalculate(now).Events : decision;
    }

    private static Decision<CaseEvent> Ask(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordLead => new AlreadyExists("case", state.Number),
        NoteCrimeTransfer c => Note(state, c, now),

        DecideNotToFile when state.MustTransfer => Required(state),
        DecideNotToFile when state.Stage is not CaseStage.Lead => new CaseNotInStage(state.Stage),
        DecideNotToFile c => c.Grounds.Problem() is { } problem ? problem : new CaseNotFiled(now.Today, c.Grounds.Trimmed()),

        FileCase when state.Stage is not CaseStage.Lead => new CaseNotInStage(state.Stage),
        FileCase c => File(c, now),

        AssignCaseOfficers or AddCaseParty or JoinCase or NoteJoinedCase or LinkInspection or MarkMajorCase or RecordCaseFigures when !state.IsOpen => new CaseNotInStage(state.Stage),
        AssignCaseOfficers when state.FiledOn is null => new CaseNotInStage(state.Stage),
        AssignCaseOfficers c => Assign(state, OfficerNames.Of(c.Officers), c.Grounds, now),
        MoveCaseWork or HandOverCase when !state.IsOpen => new CaseNotInStage(state.Stage),
        MoveCaseWork c => Move(state, AccountName.Normalise(c.From), AccountName.Normalise(c.To), c.Grounds, now),
        HandOverCase c => SectionHandover.Of(state.Section, c.ToSection, c.Grounds, now) switch
        {
            (_, { } refused) => refused,
            ({ } handover, _) => new CaseHandedOver(handover, c.Grounds.Trimmed()),
            _ => Decision<CaseEvent>.AlreadySo,
        },
        AddCaseParty c => Add(c, now),
        JoinCase c => Join(state, c, now),
        NoteJoinedCase c => state.Joined.Contains(c.Other) ? Decision<CaseEvent>.AlreadySo : new CaseJoined(c.Other, c.Grounds),
        LinkInspection c => state.LinkedInspections.Contains(c.Inspection) || state.Lead.SourceReference == c.Inspection ? Decision<CaseEvent>.AlreadySo : new InspectionLinked(c.Inspection),
        MarkMajorCase c => c.Grounds.Problem() is { } problem ? problem
            : state.MajorBecause is not null ? Decision<CaseEvent>.AlreadySo
            : new CaseMarkedMajor(now.Today, c.Grounds.Trimmed().Reason, c.Grounds.Trimmed().DocumentNumber),
        CorrectCaseTitle c => (FreeText.Missing("title", c.Title) ?? c.Grounds.Problem()) is { } problem ? problem
            : c.Title.Trim() == state.Lead.Title ? Decision<CaseEvent>.AlreadySo
            : new CaseTitleCorrected(state.Lead.Title, c.Title.Trim(), c.Grounds.Trimmed()),
        RecordCaseFigures c => Figure(state, c, now),

        AddEvidence or SeizeGoods or OrderTest or PauseCase when state.Stage is not CaseStage.Lead && !state.IsUnderWay => new CaseNotInStage(state.Stage),
        AddEvidence c => Add(state, c, now),
        MoveEvidence c => Move(state, c, now),
        SeizeGoods c => Seize(state, c, now),
        EndSeizure c => End(state, c, now),
        OrderTest c => Order(state, c, now),
        RecordTestResult c => Result(state, c, now),
        PauseCase c => Pause(state, c, now),
        EndCasePause c => EndPause(state, c, now),
        ExtendCaseClock c => Extend(state, c),

        ProposePenalty when state.Stage is not CaseStage.Investigation => new CaseNotInStage(state.Stage),
        ProposePenalty c => Propose(c, now),
        ReturnForInvestigation or PassLegalReview when state.Stage is not CaseStage.LegalReview || state.ReviewedBy is not null => new CaseNotInStage(state.Stage),
        ReturnForInvestigation or PassLegalReview when state.Investigators.Contains(now.Actor.User) => new ReviewerIsInvestigator(now.Actor.User), // 行政处罚法 第五十八条
        ReturnForInvestigation c => c.Grounds.Problem() is { } problem ? problem : new CaseReturnedForInvestigation(c.Grounds.Trimmed()),
        PassLegalReview c => c.Grounds.Problem() is { } problem ? problem : new LegalReviewPassed(now.Actor.User, state.Proposal!.Penalty.OffersHearing(state.Lead.Party), c.Grounds.Trimmed()), // 行政处罚法 第六十三条

        NotifyRights or RecordPartyAnswer or AnnounceHearing or RecordHearing when state.Stage is not (CaseStage.LegalReview or CaseStage.Hearing) => new CaseNotInStage(state.Stage),
        NotifyRights when state.ReviewedBy is null => new ReviewNotPassed(),
        NotifyRights c => Notify(state, c, now),
        RecordPartyAnswer or AnnounceHearing or RecordHearing when state.Rights is null => new RightsNotNotified(),
        RecordPartyAnswer c => Answer(state, c, now),
        AnnounceHearing or RecordHearing when state.Rights is not { Answer: PartyAnswer.HearingRequested } => new NoHearingRequested(),
        AnnounceHearing c => Announce(c, now),
        RecordHearing c => Hear(state, c, now),

        DecidePenalty when state.MustTransfer => Required(state), // 移送规定 第十一条: no penalty in place of transfer
        DecidePenalty c => Decide(state, c, now),

        ServeDecision when state.Stage is not CaseStage.Decided => new CaseNotInStage(state.Stage),
        ServeDecision c => Serve(state, c, now),
        PublishDecision when state.Decision is null || state.Execution.PublishedOn is not null => new CaseNotInStage(state.Stage),
        PublishDecision c => Publish(state, c, now),
        AllowInstalments or RequestCourtEnforcement or ExecutePenalty when state.Stage is not CaseStage.Execution => new CaseNotInStage(state.Stage),
        AllowInstalments c => Allow(state, c, now),
        RequestCourtEnforcement c => c.Grounds.Problem() is { } problem ? problem
            : state.Execution.EnforcementRequestedOn is not null ? Decision<CaseEvent>.AlreadySo
            : new CourtEnforcementRequested(now.Today, c.Grounds.Trimmed()),
        ExecutePenalty c => Execute(state, c, now),

        CloseCase when state.MustTransfer => Required(state),
        CloseCase when state.Stage is not CaseStage.Execution => new CaseNotInStage(state.Stage),
        CloseCase c => Close(state, c, now),
        WithdrawCase when state.MustTransfer => Required(state),
        WithdrawCase when !state.IsUnderWay => new CaseNotInStage(state.Stage),
        WithdrawCase c => c.Grounds.Problem() is { } problem ? problem
            : state.OpenTasks is { IsEmpty: false } tasks ? new CaseHasOpenTasks([.. tasks])
            : new CaseWithdrawn(now.Today, c.Grounds.Trimmed()),

        RecordCaseFollowUp when state.Decision is null => new CaseNotInStage(state.Stage),
        RecordCaseFollowUp c => FollowUp(c, now),

        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a case does not know this command."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="state">A state.</param>
    public static IReadOnlyList<string> Check(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, state.Number, out _) is not null, $"its number '{state.Number}' is not one in normal form"),
            .. When(state.MustTransfer && !state.IsOpen, "it has ended though the duty to transfer stands unanswered"),
            .. When(state.MustTransfer && state.Stage is CaseStage.Transferred, "it is transferred though the duty to transfer stands unanswered"),
            .. When(state.IsOpen == state.End is not null, "ended goes with how it ended"),
            .. When(state.FiledOn is not null && state.Officers.Length < TooFewOfficers.ByLaw, "fewer than two officers investigate it"),
            .. When(state.ReviewedBy is { } reviewer && state.Investigators.Contains(reviewer), "who reviewed it had investigated it"),
            .. When(state.Rights is { Chair: { } chair } && state.Investigators.Contains(chair), "who presided over its hearing had investigated it"),
            .. When(state.Stage is CaseStage.Decided or CaseStage.Execution or CaseStage.Closed && state.Decision is null, "it is decided without a decision"),
            .. When(!state.IsOpen && state.Clocks.Any(clock => clock.Kind is not CaseDeadlines.Publication), "a clock runs though it has ended"),
            .. When(state.Clocks.Select(clock => (clock.Kind, clock.Item)).Distinct().Count() != state.Clocks.Length, "two clocks are the same"),
            .. When(state.Figures is { GoodsValue: < 0 } or { SalesAmount: < 0 } or { IllegalGains: < 0 }, "a figure is negative"),
        ];

        static IEnumerable<string> When(bool broken, string what) => broken ? [what] : [];
    }

    private static Decision<CaseEvent> Record(RecordLead c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        if ((FreeText.Missing("title", c.Title) ?? FreeText.Missing("facts", c.Facts) ?? NotAfter("receivedOn", c.ReceivedOn, now.Today) ?? NotAfter("actEndedOn", c.ActEndedOn, now.Today)) is { } problem)
        {
            return problem;
        }

        if (c.SubKind is { } sub && !Violations.SubKinds(c.Violation).Contains(sub))
        {
            return new InvalidInput("subKind", "违法情形与违法行为种类不符", "The sub-kind does not belong to this kind of violation");
        }

        if (ProductClass.Codes(now, c.ProductClasses, [], out var classes) is { } wrongClass)
        {
            return wrongClass;
        }

        var (party, refused) = Party(c.PartyKind ?? PartyKind.Enterprise, c.PartyName, c.EnterpriseCreditCode, c.PartyAddress, now);
        return refused is not null ? refused : new CaseEventBuilder(null).With([new LeadRecorded(
            number,
            new CaseLead(c.Title.Trim(), c.Violation, c.SubKind, c.Source, Said(c.SourceReference), c.Facts.Trim(), c.ReceivedOn, c.ActEndedOn, c.HarmsSafety, party!, classes),
            now.Actor.Section,
            now.Actor.User)]).Recalculate(now).Events;
    }

    private static (CaseParty? Party, Refusal? Refused) Party(
        PartyKind kind, string? name, string? creditCode, string? address, Circumstances now, string nameField = "partyName", string codeField = "enterpriseCreditCode")
    {
        if (Said(creditCode) is { } given)
        {
            if (CreditCode.Parse(given, out var code) is { } wrongCode)
            {
                return (null, wrongCode with { Field = codeField });
            }

            return now.Required<PartyFound>().Name is { } registered
                ? (new CaseParty(PartyKind.Enterprise, Said(name) ?? registered, code.ToString(), Said(address)), null)
                : (null, new PartyNotRegistered(code.ToString()));
        }

        return Said(name) is { } said
            ? (new CaseParty(kind, said, null, Said(address)), null)
            : (null, new InvalidInput(nameField, "请填写当事人名称或者统一社会信用代码", "Give the party's name or its credit code"));
    }

    private static Decision<CaseEvent> File(FileCase c, Circumstances now) =>
        Officers(c.Officers, now, out var officers) is { } few ? few
        : c.Grounds.Problem() is { } problem ? problem
        : new CaseFiled(now.Now, officers, c.Grounds.Trimmed());

    private static Decision<CaseEvent> Move(CaseState state, string from, string to, Grounds grounds, Circumstances now) =>
        WorkMove.Problem(state.Holders, from, to, grounds, now) is { } problem ? problem
        : state.Officers.IsEmpty ? new CaseTakenOver(from, to, grounds.Trimmed())
        : Assign(state, WorkMove.Replaced(state.Officers, from, to), grounds, now);

    private static Decision<CaseEvent> Assign(CaseState state, ImmutableArray<string> officers, Grounds grounds, Circumstances now) =>
        (OfficerNames.Problem(officers, "officers", now) ?? grounds.Problem()) is { } problem ? problem
        : state.ReviewedBy is { } reviewer && officers.Contains(reviewer) ? new ReviewerIsInvestigator(reviewer)
        : state.Rights is { Chair: { } chair } && officers.Contains(chair) ? new ChairIsInvestigator(chair)
        : officers.SequenceEqual(state.Officers) ? Decision<CaseEvent>.AlreadySo
        : new CaseOfficersAssigned(officers, grounds.Trimmed());

    private static Decision<CaseEvent> Add(AddCaseParty c, Circumstances now) =>
        Party(c.Kind, c.Name, c.CreditCode, c.Address, now, "name", "creditCode") is var (party, refused) && refused is not null ? refused : new CasePartyAdded(party!);

    // The lesser number decides and tells the greater. The version that is expected is of the case that was named; the shell has compared it where that is this one.
    private static Decision<CaseEvent> Join(CaseState state, JoinCase c, Circumstances now)
    {
        if ((c.PartnerOf(state.Number, out var other) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        if (state.Joined.Contains(other))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        if (string.CompareOrdinal(other, state.Number) < 0)
        {
            return new InvalidInput("other", $"并案应从编号在前的案件{other}登记", $"Cases are joined from the lesser number, {other}");
        }

        return now.Required<JoinPartnerFound>() switch
        {
            { Stage: null } => new NotFound("case", other),
            { Version: { } actual } when c.Number == other && c.ExpectedVersion is { } expected && expected != actual => new VersionConflict(expected, actual),
            { Stage: (CaseStage.NotFiled or CaseStage.Closed or CaseStage.Withdrawn) and var ended } => new CaseNotInStage(ended),
            _ => new CaseJoined(other, c.Grounds.Trimmed(), new JoinOwed(other, now.Now, c.Grounds.Trimmed(), DecidingPerson.Of(now.Actor))),
        };
    }

    private static Decision<CaseEvent> Figure(CaseState state, RecordCaseFigures c, Circumstances now)
    {
        var figures = new CaseFigures(c.GoodsValue.Fen, c.SalesAmount.Fen, c.UnsoldValue.Fen, c.IllegalGains.Fen, c.BusinessAmount.Fen, c.Loss.Fen, c.LabelPieces, c.Marks ?? 0, [.. c.Circumstances.Distinct().Order()]);
        if (new[] { c.GoodsValue.Fen, c.SalesAmount.Fen, c.UnsoldValue.Fen, c.IllegalGains.Fen, c.BusinessAmount.Fen, c.Loss.Fen, c.LabelPieces, c.Marks ?? 0 }.Any(figure => figure is < 0 or > 1_000_000_000_000_00))
        {
            return new InvalidInput("goodsValueCny", "数额不能为负，也不能超过一万亿元", "A figure must not be negative, nor above a million millions of yuan");
        }

        if (figures.SaysTheSameAs(state.Figures))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var events = new List<CaseEvent> { new CaseFiguresRecorded(now.Today, figures) };
        // While the police have the case, what is found goes to them; it is compared again should they give the case back.
        if (state.Stage is not CaseStage.Transferred)
        {
            events.AddRange(NewDuty(state, figures, now));
        }

        if (state.MajorBecause is null && now.Required<MajorCaseCriteria>().MetBy(figures) is { } criterion)
        {
            events.Add(new CaseMarkedMajor(now.Today, criterion, null));
        }

        return events;
    }

    // 移送规定 第三条. What was answered once is not asked again; another offence is.
    private static IEnumerable<CaseEvent> NewDuty(CaseState state, CaseFigures figures, Circumstances now)
    {
        var offences = CrimeThresholds.MetBy(state.Lead.Violation, figures, now.Today).Select(row => row.Offence).Except(state.Duty?.Offences ?? []).ToImmutableArray();
        return offences.IsEmpty ? [] : [new TransferDutyOpened(now.Today, offences)];
    }

    private static Decision<CaseEvent> Note(CaseState state, NoteCrimeTransfer c, Circumstances now) => c.Step switch
    {
        TransferStep.Opened when state.Duty is { AnsweredOn: null, Transfer: { } known } && known == c.Transfer => Decision<CaseEvent>.AlreadySo,
        TransferStep.Opened when !state.IsOpen || state.Stage is CaseStage.Transferred => new CaseNotInStage(state.Stage),
        TransferStep.Filed when !state.MustTransfer => Decision<CaseEvent>.AlreadySo,
        TransferStep.Filed or TransferStep.Returned when state.Duty?.Transfer != c.Transfer => Decision<CaseEvent>.AlreadySo,
        TransferStep.Returned when !state.MustTransfer && state.Stage is not CaseStage.Transferred => Decision<CaseEvent>.AlreadySo,
        TransferStep.Returned => (CaseEvent[])[new CrimeTransferNoted(now.Now, c.Transfer, c.Step), .. NewDuty(state, state.Figures, now)],
        _ => new CrimeTransferNoted(now.Now, c.Transfer, c.Step),
    };

    private static CrimeTransferRequired Required(CaseState state) => new([.. state.Duty!.Offences], state.Duty.Transfer);

    private static Refusal? Officers(ImmutableArray<string> given, Circumstances now, out ImmutableArray<string> officers) =>
        OfficerNames.Problem(officers = OfficerNames.Of(given), "officers", now);

    private static InvalidInput? NotAfter(string field, DateOnly? day, DateOnly today) =>
        day > today ? new InvalidInput(field, $"日期{day:yyyy-MM-dd}晚于今天{today:yyyy-MM-dd}", $"{day:yyyy-MM-dd} is after today, {today:yyyy-MM-dd}")
        : day is { Year: < 1990 } ? new InvalidInput(field, $"日期{day:yyyy-MM-dd}不合理", $"{day:yyyy-MM-dd} is not a plausible date")
        : null;

    private static DateTimeOffset InstantOf(DateOnly? day, Circumstances now) => day is { } given && given != now.Today ? ShanghaiTime.StartOf(given) : now.Now;

    private static string? Said(string? text) => FreeText.Given(text);

    /// <summary>A case counts once, under its main product class, so that the rows of a form add up to its total.</summary>
    private static IEnumerable<TallyFact> Tally(CaseState? before, CaseEvent happened, CaseState after)
    {
        (DateOnly Day, Measure Measure, long Amount)? counted = happened switch
        {
            CaseFiled e => (ShanghaiTime.DayOf(e.At), Measure.CasesFiled, 1),
            CaseFiguresRecorded e => (e.On, Measure.GoodsValue, e.Figures.GoodsValue - before!.Figures.GoodsValue),
            CaseMarkedMajor e => (e.On, Measure.MajorCases, 1),
            GoodsSeized e when before!.Seizures.IsEmpty && after.Lead.Party.Kind is PartyKind.Den => (ShanghaiTime.DayOf(e.At), Measure.DensClosed, 1),
            PenaltyExecuted e => (e.PaidOn, Measure.Penalties, e.Amount),
            CaseClosed e => (e.On, Measure.CasesClosed, 1),
            _ => null,
        };
        return counted is var (day, measure, amount) && amount != 0
            ? [new TallyFact(day, measure, amount, after.Section, null, after.ProductClasses.FirstOrDefault(), WireName.Of(after.Lead.Violation))]
            : [];
    }
}

/// <summary>What happens to a case within one decision, folded as it is told.</summary>
/// <param name="state">The case before.</param>
internal sealed class CaseEventBuilder(CaseState? state) : EventBuilder<CaseEventBuilder, CaseState, CaseEvent>(state, Cases.Case.Apply)
{
    /// <summary>The case as it stands by now.</summary>
    public CaseState Case => Current;

    /// <summary>Recalculates every clock anew, and settles what is due already when it is recorded.</summary>
    public CaseEventBuilder Recalculate(Circumstances now)
    {
        var moved = Case.Clocks.Recalculate(Case.PausesOf, now.Calendar, now.Warning.Left);
        return moved.IsEmpty ? this : With([new CaseClocksRecalculated(moved)]).Settle(now.Now);
    }

    protected override CaseEvent[] FirstDue(DateTimeOffset now) => Case.Clocks.FirstDue(now) is var (clock, isWarning) ? Due(clock, isWarning) : [];

    private CaseEvent[] Due(RunningClock clock, bool isWarning)
    {
        if (isWarning)
        {
            return [new CaseDeadlineNear(clock.Kind, clock.Item, clock.DueAt!.Value)];
        }

        var lastDay = ShanghaiTime.LastDayBefore(clock.DueAt!.Value);
        var lapsed = new CaseDeadlineLapsed(clock.Item, new CaseLapse(clock.Kind, clock.DueAt.Value, clock.Rule, Case.Section, Case.Responsible));
        return clock.Kind switch
        {
            CaseDeadlines.Statement => [new PartyKeptSilent(lastDay)], // the party's right, and nobody's fault
            CaseDeadlines.Preservation => [lapsed, new PreservationLapsed(clock.Item, lastDay)], // 行政处罚法 第五十六条
            _ => [lapsed],
        };
    }
}
