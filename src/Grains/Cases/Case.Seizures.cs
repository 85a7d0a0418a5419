using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Goods that are sealed, seized or preserved.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInSeizures(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        SeizeGoods or EndSeizure { Outcome: SeizureOutcome.TurnedIntoSeizure } when IsNotInvestigated(state) =>
            new CaseNotInStage(state.Stage),
        SeizeGoods c => DecideSeizeGoods(state, c, now),
        ConfirmMeasure c => DecideConfirmMeasure(state, c, now),
        EndSeizure c => DecideEndSeizure(state, c, now),
        CorrectSeizureEnd c => DecideCorrectSeizureEnd(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInSeizures(CaseState state, CaseEvent happened) => happened switch
    {
        GoodsSeized e => state with
        {
            Seizures = state.Seizures.Add(e.Seizure),
            Clocks = Measured(state.Clocks, e),
        },
        MeasureConfirmed e => state with { Clocks = state.Clocks.Stop(CaseDeadlines.MeasureApproval, e.Seizure) },
        MeasureUpheld e => Upheld(state, e),
        SeizureEnded e => Released(state, e.Seizure, e.On, e.Outcome, e.Early, e.Clock),
        SeizureEndCorrected e => Corrected(state, e),
        SeizureNotEnded e => NotEnded(state, e),
        MeasureLapsed e => Released(state, e.Seizure, e.On, SeizureOutcome.NotApproved),
        PreservationLapsed e => Released(state, e.Seizure, e.On, SeizureOutcome.LapsedByItself),
        _ => null,
    };

    private static Decision<CaseEvent> DecideSeizeGoods(CaseState state, SeizeGoods c, Circumstances now) =>
        Officers(c.Officers, now, out var officers) is { } few ? few // 行政强制法 第十八条
        : NotToInvestigate(state, officers) is { } barred ? barred
        : (FreeText.Missing("goods", c.Goods) ?? c.Grounds.Problem() ?? BeforeLead(state, now)) is { } problem ? problem
        : LinesProblem(state, LinesOf(c) ?? []) is { } wrongLine ? wrongLine
        : LineTaken(state, LinesOf(c) ?? []) is { } taken ? taken
        : c.OnTheSpot ? Reported(state, Seized(state, c, now), now)
        : Seized(state, c, now);

    // What is done before the case is filed is done about the lead.
    private static InvalidInput? BeforeLead(CaseState state, Circumstances now) =>
        ActDay.Problem("on", now.Day, state.Lead.ReceivedOn, now.Today);

    private static ImmutableArray<int>? LinesOf(SeizeGoods c) =>
        c.Lines is { IsDefaultOrEmpty: false } given ? [.. given.Distinct().Order()] : null;

    private static GoodsSeized Seized(CaseState state, SeizeGoods c, Circumstances now) => new(
        now.At,
        new Seizure(state.Seizures.Length + 1, c.Kind, c.Goods.Trim(), now.Day, c.Grounds.Trimmed().DocumentNumber, null, null)
        {
            Listed = LinesOf(c),
            SeizedBy = OfficerNames.Of(c.Officers),
        },
        c.Grounds.Trimmed(),
        c.OnTheSpot);

    // Taken on the spot in an emergency, it is reported within 24 hours and approved, else lifted (行政强制法 第十九条).
    private static CaseEvent[] Reported(CaseState state, GoodsSeized seized, Circumstances now)
    {
        var (name, body) = Concept.WriteCommand(new ConfirmMeasure(seized.Seizure.Number));
        return
        [
            seized,
            new CaseApprovalAsked(
                new ApprovalRequest(state.Approvals.Length + 1, ApprovalStep.Measure, name, body, seized.Summary, now.Actor.User, now.Now)),
        ];
    }

    private static Decision<CaseEvent> DecideConfirmMeasure(CaseState state, ConfirmMeasure c, Circumstances now) =>
        state.Seizures.FirstOrDefault(one => one.Number == c.Seizure && (one.EndedOn is null || IsLiftedWrongly(one, now)))
            is not { } measure ? new NoSuchItem("seizure", c.Seizure)
        : ActDay.Problem("on", now.Day, measure.DecidedOn, now.Today) is { } problem ? problem
        : measure.EndedOn is null ? new MeasureConfirmed(c.Seizure, now.Day)
        : LineTaken(state, measure.Lines, measure.Number) is { } taken ? taken
        : new MeasureUpheld(c.Seizure, now.Day, measure.DecidedOn);

    // What is approved today is approved after it was lifted: the twenty-four hours run through (行政强制法 第十九条).
    private static bool IsLiftedWrongly(Seizure measure, Circumstances now) => now.Day <= measure.LiftedOn && now.Day < now.Today;

    private static Decision<CaseEvent> DecideEndSeizure(CaseState state, EndSeizure c, Circumstances now) =>
        state.Seizures.FirstOrDefault(one => one.Number == c.Seizure && one.IsHeldOn(now.Day)) is not { } seizure
            ? HeldNoMore(state, c)
        : (c.Grounds.Problem() ?? ActDay.Problem("on", now.Day, seizure.DecidedOn, now.Today)) is { } problem ? problem
        : c.Outcome is SeizureOutcome.LapsedByItself or SeizureOutcome.NotApproved
            ? new InvalidInput("outcome", "自行解除由系统登记", "That it lapsed by itself is the clock's to record")
        : c.Outcome is not SeizureOutcome.Released && state.Clocks.Find(CaseDeadlines.MeasureApproval, c.Seizure) is not null
            ? new InvalidInput(
                "outcome",
                "当场采取的措施尚未补办批准，只能解除并退还（行政强制法第十九条）",
                "What was taken on the spot is not approved yet; it can be released only")
        : c.Outcome is SeizureOutcome.Confiscated && NotConfiscated(state, "outcome", c.Grounds.DocumentNumber, now.Day) is { } standing
            ? standing
        : DestructionProblem(state, c, now.Day) is { } unlawful ? unlawful
        : IntoProblem(state, c) is { } wrong ? wrong
        : c.Outcome is SeizureOutcome.TurnedIntoSeizure ? TurnedIntoSeizure(state, c, now)
        : new SeizureEnded(c.Seizure, now.Day, c.Outcome, c.Grounds.Trimmed())
        {
            // What a decision that was served confiscates is not destroyed early, whatever was said of it.
            Early = NotConfiscated(state, "outcome", c.Grounds.DocumentNumber, now.Day) is null ? null : c.Early,
            Clock = state.Clocks.Find(CaseDeadlines.Seizure, c.Seizure) ?? state.Clocks.Find(CaseDeadlines.Preservation, c.Seizure),
        };

    private static readonly ImmutableArray<SeizureOutcome> OutcomesOfPeople =
        [SeizureOutcome.Released, SeizureOutcome.Confiscated, SeizureOutcome.Destroyed, SeizureOutcome.HandedOver];

    // What goods became is put right by the rules by which it is decided; what the clock has ended is the clock's.
    private static Decision<CaseEvent> DecideCorrectSeizureEnd(CaseState state, CorrectSeizureEnd c, Circumstances now)
    {
        if (state.Seizures.FirstOrDefault(one => one.Number == c.Seizure) is not { EndedOn: { } before, Outcome: { } was } measure
            || !OutcomesOfPeople.Contains(was))
        {
            return new NoSuchItem("seizure", c.Seizure);
        }

        if (c.NotEnded is true)
        {
            return HeldStill(state, measure, c) is { } wrong ? wrong
                : WithLapses(state, measure, new SeizureNotEnded(c.Seizure, before, was, c.Grounds.Trimmed()));
        }

        var (endedOn, outcome) = (c.EndedOn ?? before, c.Outcome ?? was);
        var early = c.Early ?? (outcome == was ? measure.Early : null);
        var anew = new EndSeizure(c.Seizure, outcome, c.Grounds, null, early);
        if ((c.Grounds.Problem()
            ?? ActDay.Problem("endedOn", endedOn, measure.DecidedOn, now.Today)
            ?? GivenBack(measure)
            ?? LapsedBefore(measure, endedOn)
            ?? (OutcomesOfPeople.Contains(outcome) ? null : new InvalidInput(
                "outcome",
                "只能更正为解除并退还、没收、销毁或者移交其他机关",
                "It is corrected to released, confiscated, destroyed or handed over only"))
            ?? (outcome is SeizureOutcome.Confiscated
                ? NotConfiscated(state, "outcome", c.Grounds.DocumentNumber, endedOn)
                : outcome is SeizureOutcome.Destroyed && was is SeizureOutcome.Destroyed && early == measure.Early ? null
                : DestructionProblem(state, anew, endedOn))) is { } problem)
        {
            return problem;
        }

        return (endedOn, outcome, early) == (before, was, measure.Early) ? Decision<CaseEvent>.AlreadySo
            : outcome != was && outcome is not SeizureOutcome.Released
                && LineTaken(state, measure.Lines, measure.Number) is { } taken ? taken
            : WithLapses(
                state,
                measure,
                new SeizureEndCorrected(c.Seizure, before, was, endedOn, outcome, c.Grounds.Trimmed()) { Early = early },
                endedOn);
    }

    private static InvalidInput? GivenBack(Seizure measure) => measure.Return is { On: var returned } ? new InvalidInput(
        "seizure",
        $"该措施的物品已于{IsoDate.Of(returned)}退还或者赔偿，其处理不能再更正",
        $"Its goods were given back or paid for on {IsoDate.Of(returned)}; what became of them is not corrected any more") : null;

    // 行政处罚法 第五十六条: a preservation cannot have been ended after it had lapsed by itself.
    private static InvalidInput? LapsedBefore(Seizure measure, DateOnly endedOn) =>
        measure.Clock is { Kind: CaseDeadlines.Preservation, DueAt: { } due } && ShanghaiTime.StartOf(endedOn) >= due ? new InvalidInput(
            "endedOn",
            $"该先行登记保存至{IsoDate.Of(ShanghaiTime.LastDayBefore(due))}期满自行解除，结束日期不能更晚（行政处罚法第五十六条）",
            $"The preservation would have lapsed by itself on {IsoDate.Of(ShanghaiTime.LastDayBefore(due))}; it did not end later") : null;

    // It had no end at all: the goods are held, and the measure's own term runs on, as long as the case does.
    private static Refusal? HeldStill(CaseState state, Seizure measure, CorrectSeizureEnd c) =>
        (c.Grounds.Problem() ?? GivenBack(measure) ?? (c is { EndedOn: null, Outcome: null, Early: null } ? null : new InvalidInput(
            "notEnded", "更正为并未结束的，不填写结束日期和处理", "What has not ended has neither a day nor an outcome"))) is { } problem ? problem
        : !state.IsOpen ? new CaseNotInStage(state.Stage)
        : NeverApproved(state, measure) ? new InvalidInput(
            "notEnded",
            "该措施系当场采取，没有获得批准，应当解除，不能恢复（行政强制法第十九条）",
            "It was taken on the spot and never approved: it is lifted and does not go on")
        : LineTaken(state, measure.Lines, measure.Number);

    private static bool NeverApproved(CaseState state, Seizure measure) => state.Approvals.Any(one =>
        one.Outcome is not ApprovalOutcome.Approved && ProposedBy(one) is ConfirmMeasure confirm && confirm.Seizure == measure.Number);

    /// <summary>
    /// A corrected end with what it shows of terms: its own was kept by the right day or was not, and what was owed because of the mistake
    /// never was.
    /// </summary>
    private static CaseEvent[] WithLapses(CaseState state, Seizure measure, CaseEvent corrected, DateOnly? endedOn = null)
    {
        var returnOwed = state.Clocks.Find(CaseDeadlines.GoodsReturn);
        var isNotOwed = Apply(state, corrected).Clocks.Find(CaseDeadlines.GoodsReturn) is null;
        return
        [
            corrected,
            .. endedOn is { } day && measure.Clock is { RecordedLapse: { } due } lapsed && ShanghaiTime.StartOf(day) < due
                ? LapsesAt(lapsed.Kind, due).Select(lapse => new CaseLapseWithdrawn(lapse, day))
                : [],
            .. endedOn is { } on && measure.Clock is { RecordedLapse: null, DueAt: { } end } missed && ShanghaiTime.StartOf(on) >= end
                ? [new CaseDeadlineLapsed(measure.Number, LapseOf(state, missed.Kind, end, missed.Rule, measure.Number))]
                : (CaseEvent[])[],
            .. isNotOwed && returnOwed?.RecordedLapse is { } wrongly
                ? LapsesAt(CaseDeadlines.GoodsReturn, wrongly)
                    .Select(lapse => new CaseLapseWithdrawn(lapse, endedOn ?? measure.EndedOn!.Value) { WasNotOwed = true })
                : [],
        ];

        IEnumerable<CaseLapse> LapsesAt(string kind, DateTimeOffset at) =>
            state.Lapses.Where(lapse => lapse.Kind == kind && lapse.DueAt == at).TakeLast(1);
    }

    private static CaseState NotEnded(CaseState state, SeizureNotEnded e)
    {
        var running = state.Seizures.FirstOrDefault(one => one.Number == e.Seizure) switch
        {
            null => state.Clocks,
            { Clock: { } own } => state.Clocks.Add(own),
            var measure => HeldSince(state.Clocks, measure.Kind, ShanghaiTime.StartOf(measure.DecidedOn), e.Seizure),
        };
        var held = state with
        {
            Seizures =
            [
                .. state.Seizures.Select(one => one.Number == e.Seizure
                    ? one with { EndedOn = null, Outcome = null, Early = null, ReturnOwedOn = null, Clock = null }
                    : one),
            ],
            Clocks = running,
        };
        return held.Seizures.Any(one => one.IsReturnOwed) ? held : held with { Clocks = held.Clocks.Stop(CaseDeadlines.GoodsReturn) };
    }

    private static CaseState Corrected(CaseState state, SeizureEndCorrected e)
    {
        var isGone = e.Outcome is SeizureOutcome.Confiscated or SeizureOutcome.Destroyed;
        var corrected = state with
        {
            Seizures =
            [
                .. state.Seizures.Select(one => one.Number == e.Seizure
                    ? one with { EndedOn = e.On, Outcome = e.Outcome, Early = e.Early, ReturnOwedOn = isGone ? one.ReturnOwedOn : null }
                    : one),
            ],
        };
        return corrected.Seizures.Any(one => one.IsReturnOwed) ? corrected
            : corrected with { Clocks = corrected.Clocks.Stop(CaseDeadlines.GoodsReturn) };
    }

    // What lapsed is not turned into a seizure afterwards; it is seized by a decision of its own, where that is lawful still.
    private static Refusal HeldNoMore(CaseState state, EndSeizure c) => c.Outcome is SeizureOutcome.TurnedIntoSeizure
        && state.Seizures.FirstOrDefault(one => one.Number == c.Seizure)?.LapsedOn is { } lapsed
            ? new InvalidInput(
                "seizure",
                $"第{c.Seizure}号先行登记保存已于{IsoDate.Of(lapsed)}期满自行解除，不能再转为查封、扣押；仍需控制物品的，"
                + "应当另行提请查封、扣押；负责人在期满前已经批准的，批准时填写批准日期（行政处罚法第五十六条）",
                $"Registered preservation {c.Seizure} lapsed on {IsoDate.Of(lapsed)} and is not turned into a seizure any more: propose a "
                + "seizure of its own; where the head had approved it by then, the approval says its day")
            : new NoSuchItem("seizure", c.Seizure);

    // 行政强制法 第二十七条: by a decision of ours that stands and was served, or by the judgment on what the police did not take over.
    private static InvalidInput? NotConfiscated(CaseState state, string field, string? document, DateOnly day) =>
        state.IsJudged ? FreeText.Missing("documentNumber", document) ?? (day < state.JudgedOn ? new InvalidInput(
            "on",
            $"没收物品的日期早于获知判决的日期{IsoDate.Of(state.JudgedOn.Value)}",
            $"That the court judged became known on {IsoDate.Of(state.JudgedOn.Value)} only") : null)
        : state is not { Decision.Penalty.ConfiscatedGoods: > 0, Execution.AnnulledOn: null } ? new InvalidInput(
            field,
            "没收物品以有效的处罚决定为依据，本案没有没收物品的有效处罚决定（行政强制法第二十七条）",
            "Goods are confiscated by a penalty decision that stands; this case has none that does")
        : state.Execution.ServedOn is not { } served ? new InvalidInput(
            field,
            "处罚决定尚未送达，还没有生效，不能据以没收物品（行政处罚法第六十一条）",
            "The decision is not served yet and does not bind the party: nothing is confiscated by it")
        : day < served ? new InvalidInput(
            "on", $"没收物品的日期早于处罚决定送达日期{IsoDate.Of(served)}", $"The decision was served on {IsoDate.Of(served)} only")
        : null;

    // 行政强制法 第二十七条: what the law has destroyed is destroyed once it is confiscated. What does not keep, or is dangerous, is destroyed
    // before that by its own article, with the head's leave; not where there is to be no penalty: what is held then goes back (第二十八条).
    private static InvalidInput? DestructionProblem(CaseState state, EndSeizure c, DateOnly day) => c switch
    {
        { Outcome: not SeizureOutcome.Destroyed } => c.Early is null ? null : new InvalidInput(
            "early", "只有销毁的才填写提前处置的情形", "Only of what is destroyed is it said why that is early"),
        _ when NotConfiscated(state, "outcome", c.Grounds.DocumentNumber, day) is null => null,
        _ when state.Proposal is { NoPenalty: not null } || state.NoPenalty is not null => new InvalidInput(
            "outcome",
            "本案拟不予处罚，查封、扣押的物品应当解除并退还，不能销毁（行政强制法第二十八条）",
            "No penalty is to be given: what is held is released and goes back, it is not destroyed"),
        { Early: not null } when state.Stage is CaseStage.Lead || state.IsUnderWay
            || state is { Stage: CaseStage.Decided, Decision.Penalty.ConfiscatedGoods: > 0 } => null,
        _ => new InvalidInput(
            "outcome",
            "销毁以已送达、有效的没收决定为依据；此前只有不易保管或者危险的物品可以依照法律规定提前处置，请填写情形。"
            + "不予没收的应当解除并退还（行政强制法第二十七条、第二十八条）",
            "Goods are destroyed by a decision that confiscates them, stands and was served; before that only what does not keep or is "
            + "dangerous is, by its own article. What is not confiscated is released"),
    };

    private static Refusal? IntoProblem(CaseState state, EndSeizure c) => c.Outcome switch
    {
        not SeizureOutcome.TurnedIntoSeizure => c.Into is null ? null : new InvalidInput(
            "into", "只有转为查封、扣押的才填写转为何种措施", "Only of what is sealed or seized is it said which of the two"),
        _ when !state.Seizures.Any(one => one.Number == c.Seizure && one.Kind is SeizureKind.RegisteredPreservation) => new InvalidInput(
            "outcome", "只有先行登记保存的物品可以转为查封、扣押", "Only what is preserved by registration is turned into a seizure"),
        _ when c.Into is SeizureKind.RegisteredPreservation => new InvalidInput("into", "应当转为查封或者扣押", "It is sealed or seized"),
        // One that had lapsed and is entered late: another measure may hold the goods by now.
        _ => LineTaken(state, state.Seizures[c.Seizure - 1].Lines, c.Seizure),
    };

    // 行政处罚法 第五十六条, 行政强制法 第十八条: what was preserved and is seized is held by a measure of its own, with its own term.
    private static CaseEvent[] TurnedIntoSeizure(CaseState state, EndSeizure c, Circumstances now)
    {
        var (preserved, grounds) = (state.Seizures.Single(seizure => seizure.Number == c.Seizure), c.Grounds.Trimmed());
        var seizure = new Seizure(
            state.Seizures.Length + 1, c.Into ?? SeizureKind.Seizure, preserved.Goods, now.Day, grounds.DocumentNumber, null, null)
        {
            Listed = preserved.Listed,
            SeizedBy = preserved.SeizedBy,
        };
        return [new SeizureEnded(c.Seizure, now.Day, c.Outcome, grounds), new GoodsSeized(now.At, seizure, grounds)];
    }

    // That a decision is carried out, that goods follow a case that the police have filed, and that what was taken on the spot is given
    // back before anybody approved it, needs nobody's leave (行政强制法 第十九条、第二十七条; 移送规定 第十二条).
    private static bool NeedsNoLeave(CaseState state, EndSeizure c) => c.Outcome switch
    {
        SeizureOutcome.Confiscated => !state.IsJudged && !IsBeyondDecision(state, c.Seizure),
        SeizureOutcome.HandedOver => state.Stage is CaseStage.Transferred || state.IsJudged,
        SeizureOutcome.Released => state.Clocks.Find(CaseDeadlines.MeasureApproval, c.Seizure) is not null,
        _ => false,
    };

    // What is listed is worth more than the decision confiscates: whether that carries it out is not for one officer to say.
    private static bool IsBeyondDecision(CaseState state, int seizure) => state.Decision is { } decision
        && state.Seizures.Where(one => one.Number == seizure || one is { Outcome: SeizureOutcome.Confiscated }
                or { Outcome: SeizureOutcome.Destroyed, Early: null })
            .SelectMany(one => one.Lines).Distinct().Sum(line => state.Goods[line - 1].Value) > decision.Penalty.ConfiscatedGoods;

    private static ImmutableArray<RunningClock> Measured(ImmutableArray<RunningClock> clocks, GoodsSeized e)
    {
        var running = HeldSince(clocks, e.Seizure.Kind, e.At, e.Seizure.Number);
        return e.OnTheSpot
            ? running.Start(CaseDeadlines.MeasureApproval, StatutoryRules.PenaltyMeasureApproval, e.At, e.Seizure.Number)
            : running;
    }

    private static ImmutableArray<RunningClock> HeldSince(
        ImmutableArray<RunningClock> clocks, SeizureKind kind, DateTimeOffset at, int number) => kind is SeizureKind.RegisteredPreservation
        ? clocks.Start(CaseDeadlines.Preservation, StatutoryRules.PenaltyPreservation, at, number)
        : clocks.Start(CaseDeadlines.Seizure, StatutoryRules.PenaltySeizure, at, number);

    private static CaseState Upheld(CaseState state, MeasureUpheld e)
    {
        var kind = state.Seizures.FirstOrDefault(one => one.Number == e.Seizure)?.Kind ?? SeizureKind.Seizure;
        return state with
        {
            Seizures = [.. state.Seizures.Select(one => one.Number == e.Seizure ? one with { EndedOn = null, Outcome = null } : one)],
            Clocks = HeldSince(state.Clocks, kind, ShanghaiTime.StartOf(e.DecidedOn), e.Seizure),
        };
    }

    private static CaseState Released(
        CaseState state, int number, DateOnly on, SeizureOutcome outcome, EarlyDisposal? early = null, RunningClock? clock = null) =>
        state with
        {
            Approvals = WithoutObject(state.Approvals, number),
            Seizures =
        [
            .. state.Seizures.Select(seizure => seizure.Number == number
                ? seizure with { EndedOn = on, Outcome = outcome, Early = early, Clock = clock }
                : seizure),
        ],
            Clocks = state.Clocks.Stop(CaseDeadlines.Seizure, number)
            .Stop(CaseDeadlines.Preservation, number)
            .Stop(CaseDeadlines.MeasureApproval, number),
        };

    /// <summary>
    /// The proposals on measures that have ended, and need no end any more. What had lapsed by itself may still have been decided in time.
    /// </summary>
    private static ImmutableArray<int> WithoutObject(CaseState state) =>
    [
        .. state.Approvals.Where(one => one is { IsPending: true, Step: ApprovalStep.Measure }
            && ProposedBy(one) is EndSeizure { Seizure: var number }
            && state.Seizures.Any(measure => measure.Number == number && measure is { EndedOn: not null, LapsedOn: null }))
            .Select(one => one.Number),
    ];

    // A measure that has ended needs no approval any more.
    private static ImmutableArray<ApprovalRequest> WithoutObject(ImmutableArray<ApprovalRequest> requests, int seizure)
    {
        var (name, body) = Concept.WriteCommand(new ConfirmMeasure(seizure));
        return requests.Lapsed(one => one.IsPending && one.Command == name && one.Body == body);
    }
}

/// <summary>强制措施种类. What is done with goods.</summary>
[JsonConverter(typeof(WireNameConverter<SeizureKind>))]
public enum SeizureKind
{
    /// <summary>Sealed where they are.</summary>
    [Term("查封", "sealing")]
    Sealing,

    /// <summary>Taken away.</summary>
    [Term("扣押", "seizure")]
    Seizure,

    /// <summary>Registered and preserved as evidence.</summary>
    [Term("先行登记保存", "registered preservation")]
    RegisteredPreservation,
}

/// <summary>强制措施的处理. What became of goods that were held.</summary>
[JsonConverter(typeof(WireNameConverter<SeizureOutcome>))]
public enum SeizureOutcome
{
    /// <summary>Given back.</summary>
    [Term("解除并退还", "released")]
    Released,

    /// <summary>Confiscated by the decision.</summary>
    [Term("没收", "confiscated")]
    Confiscated,

    /// <summary>Destroyed as the law provides.</summary>
    [Term("销毁", "destroyed")]
    Destroyed,

    /// <summary>Sealed or seized after registered preservation.</summary>
    [Term("转为查封、扣押", "turned into sealing or seizure")]
    TurnedIntoSeizure,

    /// <summary>Handed over to another authority.</summary>
    [Term("移交其他机关", "handed over to another authority")]
    HandedOver,

    /// <summary>Registered preservation lapsed by itself after seven working days (行政处罚法 第五十六条).</summary>
    [Term("自行解除", "lapsed by itself")]
    LapsedByItself,

    /// <summary>Taken on the spot and not approved within 24 hours: lifted at once (行政强制法 第十九条).</summary>
    [Term("未获批准而解除", "lifted for want of approval")]
    NotApproved,
}

/// <summary>提前处置情形. Why goods are destroyed before it is decided that they are confiscated.</summary>
[JsonConverter(typeof(WireNameConverter<EarlyDisposal>))]
public enum EarlyDisposal
{
    /// <summary>They are fresh, perish or cannot be kept.</summary>
    [Term("鲜活、易腐或者其他不易保管的物品", "perishable or not to be kept")]
    Perishable,

    /// <summary>They burn, explode, poison or are dangerous otherwise.</summary>
    [Term("易燃、易爆、有毒等危险物品", "dangerous to keep")]
    Dangerous,
}

/// <summary>查封扣押、先行登记保存. A measure on goods.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Kind">种类. What is done.</param>
/// <param name="Goods">物品. What is held.</param>
/// <param name="DecidedOn">决定日期. The day (Asia/Shanghai).</param>
/// <param name="Document">文书编号. The number of the decision.</param>
/// <param name="EndedOn">结束日期. The day it ended, or null.</param>
/// <param name="Outcome">处理. What became of the goods, or null.</param>
[GenerateSerializer, Immutable, Alias("seizure")]
public sealed record Seizure(
    int Number, SeizureKind Kind, string Goods, DateOnly DecidedOn, string? Document, DateOnly? EndedOn, SeizureOutcome? Outcome)
{
    /// <summary>物品行号. Which lines of the case's goods are held; none where they were not recorded line by line.</summary>
    [JsonIgnore] public ImmutableArray<int> Lines => Listed ?? [];

    /// <summary>Whether its goods are held, or are gone for good.</summary>
    [JsonIgnore]
    internal bool HasGoods =>
        Outcome is null or SeizureOutcome.Confiscated or SeizureOutcome.Destroyed or SeizureOutcome.HandedOver
        && Return is not { Way: GoodsReturnWay.Returned };

    /// <summary>应当退还. Whether its goods were confiscated by a decision that stands no more, and are neither given back nor paid for.</summary>
    [JsonIgnore] internal bool IsReturnOwed => ReturnOwedOn is not null && Return is null;

    /// <summary>自行解除日期. The last day of a preservation that nobody decided on in time, as far as is known; null of others.</summary>
    [JsonIgnore] internal DateOnly? LapsedOn => Outcome is SeizureOutcome.LapsedByItself ? EndedOn : null;

    /// <summary>The day on which it was lifted because nobody had approved it, as far as is known; null of others.</summary>
    [JsonIgnore] internal DateOnly? LiftedOn => Outcome is SeizureOutcome.NotApproved ? EndedOn : null;

    /// <summary>
    /// Whether the goods were still held on a day: a preservation that lapsed by itself was until its last day, and what was decided on it
    /// by then may be entered later (行政处罚法 第五十六条).
    /// </summary>
    /// <param name="day">A day (Asia/Shanghai).</param>
    internal bool IsHeldOn(DateOnly day) => EndedOn is null || day <= LapsedOn;

    /// <summary>清单行号. The same as they are stored: null where they were not recorded line by line.</summary>
    [Id(70)] public ImmutableArray<int>? Listed { get; init; }

    /// <summary>实施人员. Who took it; none from before that was kept.</summary>
    [JsonIgnore] public ImmutableArray<string> Officers => SeizedBy ?? [];

    /// <summary>实施人员用户名. The same as they are stored: null from before that was kept.</summary>
    [Id(71)] public ImmutableArray<string>? SeizedBy { get; init; }

    /// <summary>提前处置情形. Why its goods were destroyed before they were confiscated; null where they were not, and from before that was
    /// kept.</summary>
    [Id(152)] public EarlyDisposal? Early { get; init; }

    /// <summary>结束时的期限. The term that ran when it ended, so that it runs on where the end was recorded by mistake; null while it runs, and
    /// from before that was kept.</summary>
    [Id(153)] public RunningClock? Clock { get; init; }

    /// <summary>应退还之日. Since when its goods are to be given back or paid for, because what had confiscated them stands no more, or they
    /// were destroyed early and nothing was confiscated (Asia/Shanghai); null where they are not.</summary>
    [Id(72)] public DateOnly? ReturnOwedOn { get; init; }

    /// <summary>退还. How they were given back or paid for; null before.</summary>
    [Id(73)] public GoodsReturn? Return { get; init; }
}

/// <summary>查封、扣押、先行登记保存. Seals, seizes or preserves goods; each has a clock of its own (行政强制法 第二十五条, 行政处罚法 第五十六条).</summary>
/// <param name="Kind">种类. What is done.</param>
/// <param name="Goods">物品. What is held.</param>
/// <param name="Officers">实施人员. User names, two at least.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="OnTheSpot">当场采取. Whether it was taken at once in an emergency: it is then reported within 24 hours and approved, or
/// lifted (行政强制法 第十九条).</param>
/// <param name="Lines">物品行号. Which lines of the case's goods are held.</param>
[GenerateSerializer, Immutable, Alias("case.seize-goods"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, GoodsLineTaken>]
[Refuses<ReviewerIsInvestigator, ChairIsInvestigator>]
public sealed record SeizeGoods(
    SeizureKind Kind,
    [Longest(500)] string Goods,
    [Most(OfficerNames.Most)] ImmutableArray<string> Officers,
    Grounds Grounds,
    bool OnTheSpot = false,
    [Most(GoodsLine.MostPerCase)] ImmutableArray<int>? Lines = null) : CaseCommand, INamesOfficers, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => OnTheSpot ? null : ApprovalStep.Measure;

    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>补办批准措施. Lets a measure that was taken on the spot stand; proposed by taking it (行政强制法 第十九条).</summary>
/// <param name="Seizure">措施序号. Its number in the case.</param>
[GenerateSerializer, Immutable, Alias("case.confirm-measure"), AllowedTo(Investigators), NotOffered]
[Refuses<NoSuchItem, GoodsLineTaken>]
public sealed record ConfirmMeasure(int Seizure) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Measure;
}

/// <summary>处理被采取措施的物品. Ends a measure on goods, when the head approves it (行政强制法 第二十八条); what was preserved by registration can
/// be sealed or seized with it. No approval is needed to carry out a decision or to hand over with a case that the police have
/// filed.</summary>
/// <param name="Seizure">措施序号. Its number in the case.</param>
/// <param name="Outcome">处理. What becomes of the goods.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Into">转为何种措施. Whether it is sealed or seized, where it is turned into that; seized when left out.</param>
/// <param name="Early">提前处置情形. Why goods are destroyed before they are confiscated; left out otherwise.</param>
[GenerateSerializer, Immutable, Alias("case.end-seizure"), AllowedTo(Investigators), Dated]
[Refuses<NoSuchItem, CaseNotInStage, GoodsLineTaken>]
public sealed record EndSeizure(int Seizure, SeizureOutcome Outcome, Grounds Grounds, SeizureKind? Into = null, EarlyDisposal? Early = null)
    : CaseCommand, INeedsApproval
{
    // Only the case knows which needs none.
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Measure;
}

/// <summary>更正措施的处理. Puts right what became of goods that were held, or on which day, where that was mistyped, or that they are held
/// still; what it was, the head decides as it decides the end itself (行政强制法 第二十七条、第二十八条). What is left out stays as it
/// is.</summary>
/// <param name="Seizure">措施序号. Its number in the case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="EndedOn">结束日期. The right day; not after today.</param>
/// <param name="Outcome">处理. What did become of the goods.</param>
/// <param name="Early">提前处置情形. Why goods were destroyed before they were confiscated; left out otherwise.</param>
/// <param name="NotEnded">并未结束. Whether it has not ended at all: its goods are held, and its term runs on.</param>
[GenerateSerializer, Immutable, Alias("case.correct-seizure-end"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<NoSuchItem, GoodsLineTaken, CaseNotInStage>]
public sealed record CorrectSeizureEnd(
    int Seizure, Grounds Grounds, DateOnly? EndedOn = null, SeizureOutcome? Outcome = null, EarlyDisposal? Early = null,
    bool? NotEnded = null)
    : CaseCommand, INeedsApproval
{
    // A mistyped day is put right as any other; what became of goods nobody says alone.
    ApprovalStep? INeedsApproval.Approval => Outcome is null && Early is null && NotEnded is not true ? null : ApprovalStep.Measure;
}

/// <summary>措施的处理已更正. What became of goods that were held, or when, was put right.</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="FromOn">原结束日期.</param>
/// <param name="FromOutcome">原处理.</param>
/// <param name="On">结束日期. The right day (Asia/Shanghai).</param>
/// <param name="Outcome">处理. What did become of the goods.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.seizure-end-corrected")]
public sealed record SeizureEndCorrected(
    int Seizure, DateOnly FromOn, SeizureOutcome FromOutcome, DateOnly On, SeizureOutcome Outcome, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>提前处置情形. Why goods were destroyed before they were confiscated; null where they were not.</summary>
    public EarlyDisposal? Early { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new Changes()
        .With(new("结束日期", "its day"), FromOn, On)
        .With(
            FromOutcome != Outcome,
            $"处理由{Terms.Of(FromOutcome).Chinese}改为{Terms.Of(Outcome).Chinese}",
            $"from {Terms.Of(FromOutcome).English} to {Terms.Of(Outcome).English}")
        .Summary(new($"更正第{Seizure}号措施的处理", $"End of measure {Seizure} corrected"), Grounds, null);
}

/// <summary>措施并未结束. The end of a measure was recorded by mistake: its goods are held, and its own term runs on.</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="FromOn">原结束日期.</param>
/// <param name="FromOutcome">原处理.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.seizure-not-ended")]
public sealed record SeizureNotEnded(int Seizure, DateOnly FromOn, SeizureOutcome FromOutcome, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正第{Seizure}号措施的处理（{IsoDate.Of(FromOn)}登记的“{Terms.Of(FromOutcome).Chinese}”有误，措施并未结束，期限继续计算）：{Grounds.Reason}",
        $"Measure {Seizure} has not ended ('{Terms.Of(FromOutcome).English}' on {IsoDate.Of(FromOn)} was a mistake); its term runs on: "
            + Grounds.Reason);
}

/// <summary>已采取措施. Goods are sealed, seized or preserved.</summary>
/// <param name="At">决定时刻. When (UTC).</param>
/// <param name="Seizure">措施. What is held.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="OnTheSpot">当场采取. Whether it was taken at once and is still to be approved.</param>
[Alias("case.goods-seized")]
public sealed record GoodsSeized(DateTimeOffset At, Seizure Seizure, Grounds Grounds, bool OnTheSpot = false) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"{Terms.Of(Seizure.Kind).Chinese}（第{Seizure.Number}号）", $"{Terms.Of(Seizure.Kind).English} {Seizure.Number}");
}

/// <summary>措施已获批准. The head approved a measure that was taken on the spot (行政强制法 第十九条).</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
[Alias("case.measure-confirmed")]
public sealed record MeasureConfirmed(int Seizure, DateOnly On) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"补办批准第{Seizure}号措施", $"Measure {Seizure} was approved afterwards");
}

/// <summary>措施并未解除. A late entry shows that the head had approved a measure in time: it stands, and its own term runs on.</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="On">批准日期. The day on which it was approved (Asia/Shanghai).</param>
/// <param name="DecidedOn">决定日期. The day on which it was taken, from which its term runs (Asia/Shanghai).</param>
[Alias("case.measure-upheld")]
public sealed record MeasureUpheld(int Seizure, DateOnly On, DateOnly DecidedOn) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"第{Seizure}号措施已于{IsoDate.Of(On)}获批准，并未解除", $"Measure {Seizure} had been approved on {IsoDate.Of(On)} and stands");
}

/// <summary>措施已结束. A measure on goods ended.</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Outcome">处理. What became of the goods.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.seizure-ended")]
public sealed record SeizureEnded(int Seizure, DateOnly On, SeizureOutcome Outcome, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>提前处置情形. Why goods were destroyed before they were confiscated; null where they were not, and from before that was kept.
    /// </summary>
    public EarlyDisposal? Early { get; init; }

    /// <summary>结束时的期限. The term that ran when it ended; null where none did, and from before that was kept.</summary>
    public RunningClock? Clock { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Early is { } early
        ? new(
            $"第{Seizure}号措施的物品提前处置：{Terms.Of(early).Chinese}",
            $"The goods of measure {Seizure} were destroyed early: {Terms.Of(early).English}")
        : new($"第{Seizure}号措施结束", $"Measure {Seizure} ended");
}

/// <summary>当场措施已解除. A measure that was taken on the spot was not approved within 24 hours and is lifted (行政强制法 第十九条).</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
[Alias("case.measure-lapsed")]
public sealed record MeasureLapsed(int Seizure, DateOnly On) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"第{Seizure}号当场措施未在24小时内获批准，应当立即解除", $"Measure {Seizure} was not approved in time and is lifted");
}

/// <summary>先行登记保存已自行解除. Registered preservation was not decided on within seven working days and lapsed by itself (行政处罚法 第五十六条).</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="On">最后一日. The last day.</param>
[Alias("case.preservation-lapsed")]
public sealed record PreservationLapsed(int Seizure, DateOnly On) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"第{Seizure}号先行登记保存逾期自行解除", $"Registered preservation {Seizure} lapsed by itself");
}
