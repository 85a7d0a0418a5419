using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Tests of samples, during which clocks stand still.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInTesting(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        OrderTest when IsNotInvestigated(state) => new CaseNotInStage(state.Stage),
        OrderTest c => DecideOrderTest(state, c, now),
        RecordTestResult c => DecideRecordTestResult(state, c, now),
        CorrectTestResult c => DecideCorrectTestResult(state, c, now),
        WithdrawTest c => DecideWithdrawTest(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInTesting(CaseState state, CaseEvent happened) => happened switch
    {
        TestOrdered e => state with { Tests = state.Tests.Add(e.Test), Pauses = state.Pauses.Add(e.Pause) },
        TestResultRecorded e => PauseOver(
            state with { Tests = [.. state.Tests.Select(test => test.Number == e.Test ? test with { ResultOn = ShanghaiTime.DayOf(e.At), Passed = e.Passed, Report = e.Report } : test)] },
            state.Tests.FirstOrDefault(test => test.Number == e.Test)?.Pause,
            e.At),
        TestResultCorrected e => PauseOver(
            state with { Tests = [.. state.Tests.Select(test => test.Number == e.To.Number ? e.To : test)] },
            e.To.ResultOn == e.From.ResultOn ? null : e.To.Pause,
            e.At),
        TestWithdrawn e => PauseOver(
            state with
            {
                Tests =
                [
                    .. state.Tests.Select(test => test.Number == e.Test ? test with { WithdrawnOn = ShanghaiTime.DayOf(e.At) } : test),
                ],
            },
            state.Tests.FirstOrDefault(test => test.Number == e.Test)?.Pause,
            e.At),
        _ => null,
    };

    private static readonly ImmutableArray<PauseReason> ReasonsOfTests = [PauseReason.Testing, PauseReason.Inspection, PauseReason.Quarantine, PauseReason.ExpertOpinion];

    private static Decision<CaseEvent> DecideOrderTest(CaseState state, OrderTest c, Circumstances now)
    {
        if ((FreeText.Missing("laboratory", c.Laboratory)
            ?? FreeText.Missing("sample", c.Sample)
            ?? FreeText.Missing("documentNumber", c.DocumentNumber)
            ?? BeforeLead(state, now)) is { } problem)
        {
            return problem;
        }

        if (NotToInvestigate(state, [now.Actor.User]) is { } barred)
        {
            return barred;
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

        var pause = new CasePause(state.Pauses.Length + 1, new ClockPause(reason, c.DocumentNumber.Trim(), now.At), c.Seizure);
        return new TestOrdered(
            new CaseTest(state.Tests.Length + 1, pause.Number, c.Laboratory.Trim(), c.Sample.Trim(), now.Day, null, null, null)
            {
                OrderedBy = now.Actor.User,
            },
            pause);
    }

    private static Decision<CaseEvent> DecideRecordTestResult(CaseState state, RecordTestResult c, Circumstances now) =>
        state.Tests.FirstOrDefault(one => one.Number == c.Test && one.IsUnanswered) is not { } test ? new NoSuchItem("test", c.Test)
        : ActDay.Problem("on", now.Day, test.OrderedOn, now.Today) is { } problem ? problem
        : (CaseEvent[])
        [
            new TestResultRecorded(c.Test, now.At, c.Passed, FreeText.Given(c.Report)),
            // One that was there when the penalty was proposed, and is entered since, was known to whoever reviewed it.
            .. now.Day > state.Proposal?.ProposedOn ? ProposedAnew(state, OtherFacts, now with { ActedOn = null }) : [],
        ];

    // A sample that is lost, or a test that nobody needs, has no result: whoever ordered it says so, or the head. Only what a test takes is
    // not counted (程序规定 第六十四条; 行政强制法 第二十五条): the clocks go on from the day on which it was given up.
    private static Decision<CaseEvent> DecideWithdrawTest(CaseState state, WithdrawTest c, Circumstances now) =>
        state.Tests.FirstOrDefault(one => one.Number == c.Test && one.IsUnanswered) is not { } test ? new NoSuchItem("test", c.Test)
        : test.OrderedBy is { } orderer && orderer != now.Actor.User
            && now.Actor.IsAnyOf(Roles.Officer) && !now.Actor.IsAnyOf(Roles.SectionHead | Roles.Leader)
            ? new TestOrderedByAnother(c.Test, orderer)
        : (c.Grounds.Problem() ?? ActDay.Problem("on", now.Day, test.OrderedOn, now.Today)) is { } problem ? problem
        : new TestWithdrawn(c.Test, now.At, c.Grounds.Trimmed());

    // What was proposed, reviewed or told on the ground of the wrong result is proposed anew; a decision stands until it is changed.
    private static Decision<CaseEvent> DecideCorrectTestResult(CaseState state, CorrectTestResult c, Circumstances now)
    {
        if (state.Tests.FirstOrDefault(one => one.Number == c.Test) is not { ResultOn: { } before, Passed: { } passed } test)
        {
            return new NoSuchItem("test", c.Test);
        }

        var right = test with
        {
            ResultOn = c.ResultOn ?? before,
            Passed = c.Passed ?? passed,
            Report = FreeText.Given(c.Report) ?? test.Report,
        };
        if ((c.Grounds.Problem() ?? ActDay.Problem("resultOn", right.ResultOn, test.OrderedOn, now.Today)) is { } problem)
        {
            return problem;
        }

        if (right == test)
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var happened = new TestResultCorrected(InstantOf(right.ResultOn, now), test, right, c.Grounds.Trimmed());
        return (CaseEvent[])
        [
            happened,
            .. right.Passed == passed ? [] : ProposedAnew(state, c.Grounds, now),
            .. DecidedByRightDays(state, Apply(state, happened), now),
        ];
    }

    // Whether what is decided was decided in its term follows from how long the tests took.
    private static IEnumerable<CaseEvent> DecidedByRightDays(CaseState before, CaseState after, Circumstances now)
    {
        var anew = before.Challenges.LastOrDefault(one => one is { Outcome: ChallengeOutcome.AnnulledAnew, IsOfFormer: not true });
        return (anew?.EndedOn ?? before.FiledOn) is not { } since ? [] : ByRightDays(Term(before), Term(after), now);

        TermDone Term(CaseState state) => new(
            state, CaseDeadlines.Decision, StatutoryRules.PenaltyDecision, ShanghaiTime.StartOf(since), DecidedOn(before));
    }
}

/// <summary>检验检测. A test by a laboratory; its time is not counted.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Pause">中止序号. The pause it makes.</param>
/// <param name="Laboratory">检验机构. Who tests.</param>
/// <param name="Sample">样品. What is tested.</param>
/// <param name="OrderedOn">委托日期. The day (Asia/Shanghai).</param>
/// <param name="ResultOn">出具结果日期. The day the result came, or null.</param>
/// <param name="Passed">合格. Whether it was up to standard, or null.</param>
/// <param name="Report">报告编号. The number of the report, or null.</param>
[GenerateSerializer, Immutable, Alias("case-test")]
public sealed record CaseTest(
    int Number, int Pause, string Laboratory, string Sample, DateOnly OrderedOn, DateOnly? ResultOn, bool? Passed, string? Report)
{
    /// <summary>委托人. User name of who had it tested; null from before that was kept.</summary>
    [Id(10)] public string? OrderedBy { get; init; }

    /// <summary>撤回日期. The day on which it was given up without a result (Asia/Shanghai); null where it was not.</summary>
    [Id(200)] public DateOnly? WithdrawnOn { get; init; }

    /// <summary>待出具结果. Whether its result is still to come.</summary>
    [JsonIgnore] internal bool IsUnanswered => ResultOn is null && WithdrawnOn is null;
}

/// <summary>委托检验检测. Has something tested; the time of the test is not counted (程序规定 第六十四条, 行政强制法 第二十五条).</summary>
/// <param name="Laboratory">检验机构. Who tests.</param>
/// <param name="Sample">样品. What is tested.</param>
/// <param name="DocumentNumber">委托书编号. The number of the order.</param>
/// <param name="Seizure">措施序号. The seizure whose goods are tested, if any.</param>
/// <param name="Reason">中止事由. A test (检测) unless it is an inspection, quarantine or expert opinion.</param>
[GenerateSerializer, Immutable, Alias("case.order-test"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, NoSuchItem, ReviewerIsInvestigator, ChairIsInvestigator>]
public sealed record OrderTest(
    [Longest(200)] string Laboratory,
    [Longest(200)] string Sample,
    [Longest(200)] string DocumentNumber,
    int? Seizure,
    PauseReason? Reason) : CaseCommand;

/// <summary>登记检验结果. Records the result of a test; the clocks go on from its day.</summary>
/// <param name="Test">检验序号. Its number in the case.</param>
/// <param name="Passed">合格. Whether it is up to standard.</param>
/// <param name="Report">报告编号. The number of the report.</param>
[GenerateSerializer, Immutable, Alias("case.record-test-result"), AllowedTo(Investigators), Dated]
[Refuses<NoSuchItem>]
public sealed record RecordTestResult(int Test, bool Passed, [Longest(200)] string? Report) : CaseCommand;

/// <summary>更正检验结果. Puts right a result, its day or the number of its report that was mistyped; the clocks that stood still until it are
/// reckoned anew. What is left out stays as it is.</summary>
/// <param name="Test">检验序号. Its number in the case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Passed">合格. Whether it is up to standard.</param>
/// <param name="ResultOn">出具结果日期. The day the result came; not after today.</param>
/// <param name="Report">报告编号. The number of the report.</param>
[GenerateSerializer, Immutable, Alias("case.correct-test-result"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<NoSuchItem>]
public sealed record CorrectTestResult(
    int Test, Grounds Grounds, bool? Passed = null, DateOnly? ResultOn = null, [Longest(200)] string? Report = null) : CaseCommand;

/// <summary>撤回检验委托. Gives up a test that has no result and will have none: the sample is lost, or it was ordered by mistake. Whoever
/// ordered it does so, or the head; the clocks go on from that day, and it bars the end of the case no more.</summary>
/// <param name="Test">检验序号. Its number in the case.</param>
/// <param name="Grounds">理由与依据. Why there will be no result.</param>
[GenerateSerializer, Immutable, Alias("case.withdraw-test"), AllowedTo(Investigators), Dated]
[Refuses<NoSuchItem, TestOrderedByAnother>]
public sealed record WithdrawTest(int Test, Grounds Grounds) : CaseCommand;

/// <summary>检验结果已更正. The result of a test was put right.</summary>
/// <param name="At">结果时刻. When the result came (UTC).</param>
/// <param name="From">原检验结果. As it was recorded.</param>
/// <param name="To">检验结果. As it stands.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.test-result-corrected")]
public sealed record TestResultCorrected(DateTimeOffset At, CaseTest From, CaseTest To, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new Changes()
        .With(
            From.Passed != To.Passed,
            $"结果由{(From.Passed is true ? "合格" : "不合格")}改为{(To.Passed is true ? "合格" : "不合格")}",
            $"the result to {(To.Passed is true ? "up to standard" : "not up to standard")}")
        .With(new("出具结果日期", "its day"), From.ResultOn ?? default, To.ResultOn ?? default)
        .With(From.Report != To.Report, $"报告编号改为{To.Report}", $"the report to {To.Report}")
        .Summary(new($"更正第{To.Number}号检验结果", $"Result of test {To.Number} corrected"), Grounds, null);
}

/// <summary>检验已委托. Something is being tested, and the clocks stand still.</summary>
/// <param name="Test">检验. What is tested.</param>
/// <param name="Pause">中止. The pause it makes.</param>
[Alias("case.test-ordered")]
public sealed record TestOrdered(CaseTest Test, CasePause Pause) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"委托检验（第{Test.Number}号）", $"Test {Test.Number} ordered");

    /// <inheritdoc/>
    public override string? Document => Pause.Pause.Document;
}

/// <summary>检验结果已登记. A test has its result.</summary>
/// <param name="Test">检验序号. Which.</param>
/// <param name="At">结果时刻. When (UTC).</param>
/// <param name="Passed">合格. Whether it is up to standard.</param>
/// <param name="Report">报告编号. Or null.</param>
[Alias("case.test-result-recorded")]
public sealed record TestResultRecorded(int Test, DateTimeOffset At, bool Passed, string? Report) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"第{Test}号检验结果：{(Passed ? "合格" : "不合格")}", $"Test {Test}: {(Passed ? "up to standard" : "not up to standard")}");

    /// <inheritdoc/>
    public override string? Document => Report;
}

/// <summary>检验委托已撤回. A test was given up without a result.</summary>
/// <param name="Test">检验序号. Which.</param>
/// <param name="At">撤回时刻. When (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.test-withdrawn")]
public sealed record TestWithdrawn(int Test, DateTimeOffset At, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"撤回第{Test}号检验的委托：{Grounds.Reason}", $"Test {Test} was given up: {Grounds.Reason}");
}

/// <summary>检验系他人委托. A test is given up by whoever ordered it, or by the head.</summary>
/// <param name="Test">检验序号. Which.</param>
/// <param name="OrderedBy">委托人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.test-ordered-by-another")]
public sealed record TestOrderedByAnother(int Test, string OrderedBy) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"第{Test}号检验由{Named.Person(OrderedBy)}委托，由其本人或者科室负责人撤回",
        $"Test {Test} was ordered by {Named.Person(OrderedBy)}, who gives it up, or the head of the section");
}
