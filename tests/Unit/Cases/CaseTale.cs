using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>A case as a test tells it: who does what, on which day.</summary>
internal sealed class CaseTale
{
    public const string Number = "AJ-0000000001";
    public const string Transfer = "YS-0000000001";

    public static readonly Actor Officer = Some.Officer;
    public static readonly Actor Head = new("head", Roles.SectionHead, "INSPECTION", null, Guid.Empty);
    public static readonly Actor Leader = new("leader", Roles.Leader, null, null, Guid.Empty);
    public static readonly Actor Legal = new("legal", Roles.Legal, "LEGAL", null, Guid.Empty);

    public CaseState? State { get; private set; }

    public List<CaseEvent> Journal { get; } = [];

    /// <summary>What has been counted of the case.</summary>
    public List<TallyFact> Counted { get; } = [];

    public DateTimeOffset Now { get; private set; } = Some.TenOClock(Some.Today);

    public DateOnly Today => ShanghaiTime.DayOf(Now);

    public CaseState Case => State!;

    /// <summary>The licences that the decision has suspended and that still are.</summary>
    public ImmutableArray<string> Suspended { get; set; } = [];

    /// <summary>The licences that stand though the decision suspends or revokes one.</summary>
    public ImmutableArray<string> Standing { get; set; } = [];

    /// <summary>From which amounts on the province has a hearing offered.</summary>
    public HearingFigures HearingFrom { get; set; } = HearingFigures.Usual;

    /// <summary>The head of the section that answers for the case by now.</summary>
    public Actor HeadOfItsSection => Head with { Section = Case.Section };

    public static CaseTale Of(ViolationKind violation = ViolationKind.AdulterationOrSubstandard, DateOnly? on = null, PartyKind kind = PartyKind.Enterprise, DateOnly? actEndedOn = null)
    {
        var tale = new CaseTale().On(on ?? Some.Today);
        return tale.Do(new RecordLead("某厂生产不合格涂料案", violation, LeadSource.Inspection, tale.Today, "监督检查发现涂料不合格", null, null, kind is PartyKind.Enterprise ? Some.CreditCode : null, kind, "某厂", null, ["COATINGS"], actEndedOn, false));
    }

    public static CaseTale Filed(DateOnly? on = null, ViolationKind violation = ViolationKind.AdulterationOrSubstandard) => Of(violation, on).Do(new FileCase(["officer", "second"], Some.Grounds), Head);

    /// <summary>Proposed on what was found by then.</summary>
    public static CaseTale Proposed(long fine = 20_000_00, DateOnly? on = null, CaseCommand? found = null)
    {
        var filed = found is null ? Filed(on) : Filed(on).Do(found);
        return filed.Do(new ProposePenalty(new(fine), default, default, [], Some.Grounds));
    }

    public static CaseTale Reviewed(long fine = 20_000_00, DateOnly? on = null, CaseCommand? found = null) =>
        Proposed(fine, on, found).Do(new PassLegalReview(Some.Grounds), Legal);

    /// <summary>After the review where no hearing has to be offered, before it where one has.</summary>
    public static CaseTale Notified(long fine = 20_000_00, DateOnly? on = null, CaseCommand? found = null)
    {
        var tale = fine < 100_000_00 ? Reviewed(fine, on, found) : Proposed(fine, on, found);
        return tale.Do(new NotifyRights(tale.Today, Some.Grounds));
    }

    public static CaseTale Decided(long fine = 20_000_00, DateOnly? on = null)
    {
        var tale = Notified(fine, on).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        return (fine < 100_000_00 ? tale : tale.Do(new PassLegalReview(Some.Grounds), Legal).Deliberated()).Do(Decision(fine), Head);
    }

    /// <summary>A hearing is asked for and announced, and its day has come.</summary>
    public CaseTale HearingComes()
    {
        Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1")).Do(new AnnounceHearing(Today.AddDays(20), null), Legal);
        return On(Case.Rights!.HearingOn!.Value);
    }

    /// <summary>The hearing is held and its report is there.</summary>
    public CaseTale Heard() => HearingComes().Do(new RecordHearing(Today, "chair", "听报1"), Legal);

    public CaseTale Deliberated() => Do(new RecordDeliberation(Today, "leader", ["head", "quality-head"], "集1", "同意拟处罚意见"), Legal);

    /// <summary>The authority to which the case was passed on declines it ten days later.</summary>
    public static CaseTale CameBack()
    {
        var tale = Filed().Do(new PassOnCase("AGRICULTURE", Some.Grounds), Head).After(10);
        return tale.Do(new RecordPassOnDeclined(tale.Today, "农退1", "不属于本机关管辖"));
    }

    /// <summary>The heads decide together on a recusal of one of them.</summary>
    public CaseTale DecideTogether(int approval, bool isGranted) => Took(Together(approval, isGranted));

    public Decision<CaseEvent> Together(
        int approval, bool isGranted = true, Actor? by = null, bool isOfHead = true, DateOnly? heldOn = null,
        params ImmutableArray<string> others) =>
        Grains.Cases.Case.Concept.Decided(
            State,
            new DecideRecusalTogether(
                approval, heldOn ?? Today, "head", others is [] ? ["legal", "quality-head"] : others, "集2", isGranted, "经讨论决定"),
            By(by ?? Legal, isApproved: false).With(new RecusedFound(Exists: true, isOfHead)));

    public static CaseTale Served(long fine = 20_000_00, DateOnly? on = null)
    {
        var tale = Decided(fine, on);
        return tale.Do(new ServeDecision(tale.Today, null));
    }

    public static DecidePenalty Decision(long fine) => new(new(fine), "初次违法，依裁量基准从轻", default, default, [], Some.Grounds);

    public static RecordCaseFigures Figures(long goods = 0, long sales = 0, long unsold = 0, long gains = 0, long business = 0, long loss = 0, int labels = 0, int marks = 0, params ImmutableArray<GraveCircumstance> circumstances) =>
        new(new(goods), new(sales), new(unsold), new(gains), new(business), new(loss), labels, marks, circumstances);

    public CaseTale On(DateOnly day) => At(Some.TenOClock(day));

    public CaseTale At(DateTimeOffset instant)
    {
        Now = instant;
        return this;
    }

    public CaseTale After(int days) => On(Today.AddDays(days));

    /// <summary>
    /// A case as the version before has it: it was reviewed first, and then the party was told that it may ask for a hearing.
    /// </summary>
    public static CaseTale ReviewedBeforeHearing()
    {
        var tale = Filed();
        var proposal = new PenaltyProposal(tale.Today, "officer", new Penalty(200_000_00, 0, 0, []));
        return tale.Happened(new PenaltyProposed(tale.Now, proposal, Some.Grounds))
            .Happened(new LegalReviewPassed("legal", OffersHearing: true, Some.Grounds));
    }

    /// <summary>What the journal has from a version before.</summary>
    public CaseTale Happened(CaseEvent happened)
    {
        State = Grains.Cases.Case.Apply(State, happened);
        Journal.Add(happened);
        return this;
    }

    public CaseTale Do(CaseCommand command, Actor? actor = null) => Took(Decide(command, actor));

    private CaseTale Took(Decision<CaseEvent> decision)
    {
        Assert.True(decision.Refusal is null, decision.Refusal?.Message.English);
        foreach (var happened in decision.Events)
        {
            var stored = Grains.Cases.Case.Concept.ReadEvent(Grains.Cases.Case.Concept.KindOf(happened), Grains.Cases.Case.Concept.WriteEvent(happened));
            var before = State;
            State = Grains.Cases.Case.Apply(State, (CaseEvent)stored);
            Counted.AddRange(Grains.Cases.Case.Concept.TallyOf(before, stored, State));
            Journal.Add((CaseEvent)stored);
        }

        Assert.Empty(State is null ? [] : Grains.Cases.Case.Check(State));
        return this;
    }

    /// <summary>Somebody proposes a step, or decides one: nothing is approved beforehand.</summary>
    public CaseTale Propose(CaseCommand command, Actor? actor = null, DeciderFound? decider = null) =>
        Took(Decide(command, actor, isApproved: false, decider));

    public Refusal? ProposalRefused(CaseCommand command, Actor? actor = null, DeciderFound? decider = null) =>
        Decide(command, actor, isApproved: false, decider).Refusal;

    /// <summary>What a command of the section's head would count.</summary>
    public IReadOnlyList<TallyFact> CountsOf(CaseCommand command)
    {
        var (state, counts) = (State, new List<TallyFact>());
        foreach (var happened in Decided(command, HeadOfItsSection))
        {
            var before = state;
            state = Grains.Cases.Case.Apply(state, happened);
            // Whom a fact is about is asked by CaseFactPartyTests.
            counts.AddRange(Grains.Cases.Case.Concept.TallyOf(before, happened, state).Select(fact => fact with { Party = null }));
        }

        return Reversal.Of([], counts);
    }

    /// <summary>What a command would lead to.</summary>
    public ImmutableArray<CaseEvent> Decided(CaseCommand command, Actor? actor = null)
    {
        var decision = Decide(command, actor);
        Assert.True(decision.Refusal is null, decision.Refusal?.Message.English);
        return decision.Events;
    }

    public Refusal? Refused(CaseCommand command, Actor? actor = null) => Decide(command, actor).Refusal;

    /// <summary>Lets the clock meet everything that is due by now, each at its own instant.</summary>
    public CaseTale ClockRuns()
    {
        var end = Now;
        while (State is not null && CaseDeadlines.Of(State).Where(open => open.DueAt <= end).MinBy(open => open.DueAt) is { } due)
        {
            At(due.DueAt).Do(new CaseDeadlineReached(due.Kind, due.DueAt), Actor.System(Guid.Empty));
        }

        return At(end);
    }

    public RunningClock Clock(string kind, int item = 0) => Case.Clocks.Find(kind, item) ?? throw new InvalidOperationException($"No clock {kind} runs.");

    public DateOnly LastDay(string kind, int item = 0) => ShanghaiTime.DayOf(Clock(kind, item).DueAt!.Value.AddTicks(-1));

    public Circumstances Circumstances => By(Officer);

    private Circumstances By(Actor actor, bool isApproved = true) => new Circumstances(actor, Now, WorkingCalendar.BuiltIn) { Key = Number }
        .WithCaseFacts("上海永固锁业经销有限公司", CaseStage.Investigation, 7, isApproved)
        .With(new LicencesSuspended(Suspended))
        .With(new LicencesStanding(Standing))
        .With(HearingFrom)
        .With(CountedSoFar.Of(Counted.Select(fact => TallyRow.Of(Number, 1, 0, 0, fact))))
        .With(State is { OwedToLicences: [var news, ..] } ? new Answered($"{news.Licence} {news.DocumentNumber}", null) : null)
        .With(State is { OwedToJoined: [var owed, ..] } ? new Answered(owed.Other, null) : null);

    private Decision<CaseEvent> Decide(CaseCommand command, Actor? actor, bool isApproved = true, DeciderFound? decider = null) =>
        Grains.Cases.Case.Concept.Decided(State, command, By(actor ?? Officer, isApproved).With(decider));
}
