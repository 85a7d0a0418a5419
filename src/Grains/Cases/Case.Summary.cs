using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The summary procedure: a small penalty that two officers decide on the spot.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInSummary(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        PenaliseOnTheSpot when state.MustTransfer => Required(state), // 移送规定 第十一条
        PenaliseOnTheSpot when state.Stage is not CaseStage.Lead => new CaseNotInStage(state.Stage),
        PenaliseOnTheSpot c => DecidePenaliseOnTheSpot(state, c, now),
        ReportSpotPenalty or HandInCash when state.Spot is null => new CaseNotInStage(state.Stage),
        ReportSpotPenalty c => state.Spot!.ReportedOn is { } reported
            ? AlreadyRecorded.Unless<CaseEvent>(reported, null, c.ReportedOn, null)
            : ActDay.Problem("reportedOn", c.ReportedOn, state.Decision?.DecidedOn, now.Today) is { } problem ? problem
            : new SpotPenaltyReported(c.ReportedOn),
        HandInCash when state.Spot!.CashReceived is 0 =>
            new InvalidInput("handedInOn", "本案没有当场收缴的罚款", "Nothing was collected on the spot in this case"),
        HandInCash c => state.Spot.CashHandedInOn is { } handed
            ? AlreadyRecorded.Unless<CaseEvent>(handed, state.Spot.CashDocument, c.HandedInOn, c.DocumentNumber)
            : ActDay.Problem("handedInOn", c.HandedInOn, state.Decision?.DecidedOn, now.Today) is { } problem ? problem
            : new CashHandedIn(c.HandedInOn, FreeText.Given(c.DocumentNumber)) { IsKept = true },
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInSummary(CaseState state, CaseEvent happened) => happened switch
    {
        PenalisedOnTheSpot e => PenalisedAtOnce(state, e),
        SpotPenaltyReported e => state with
        {
            Spot = state.Spot is { } spot ? spot with { ReportedOn = e.ReportedOn } : null,
            Clocks = state.Clocks.Stop(CaseDeadlines.SpotReport),
        },
        CashHandedIn e => state with
        {
            Spot = state.Spot is { } spot ? spot with
            {
                CashHandedInOn = e.HandedInOn,
                CashDocument = e.IsKept is true ? e.DocumentNumber : null,
            } : null,
            Clocks = state.Clocks.Stop(CaseDeadlines.SpotCash),
        },
        _ => null,
    };

    // Served at once (行政处罚法 第五十二条): from here on it is carried out as any other.
    private static CaseState PenalisedAtOnce(CaseState state, PenalisedOnTheSpot e)
    {
        var at = ShanghaiTime.StartOf(e.Decision.DecidedOn);
        var clocks = state.Clocks.Stop(CaseDeadlines.Filing).Start(CaseDeadlines.SpotReport, StatutoryRules.PenaltySpotReport, at);
        clocks = e.CashReceived > 0 ? clocks.Start(CaseDeadlines.SpotCash, StatutoryRules.PenaltySpotCash, at) : clocks;
        // A warning alone is never published (公示规定 第二条).
        clocks = e.Decision.Penalty.Fine > 0 ? clocks.Start(CaseDeadlines.Publication, StatutoryRules.PenaltyPublication, at) : clocks;
        return state with
        {
            Stage = CaseStage.Execution,
            Officers = e.Officers,
            Investigators = [.. state.Investigators.Union(e.Officers)],
            Decision = e.Decision,
            Execution = state.Execution with { ServedOn = e.Decision.DecidedOn },
            Spot = new SpotPenalty(e.CashReceived, null, null),
            Clocks = e.Decision.Penalty.Fine > 0 ? clocks.Start(CaseDeadlines.Payment, StatutoryRules.PenaltyPayment, at) : clocks,
        };
    }

    private static Decision<CaseEvent> DecidePenaliseOnTheSpot(CaseState state, PenaliseOnTheSpot c, Circumstances now)
    {
        if (Officers(c.Officers, now, out var officers) is { } few)
        {
            return few; // 行政处罚法 第四十二条
        }

        var penalty = new Penalty(c.Fine.Fen, 0, 0, c.Warns ? [PenaltyKind.Warning] : []);
        if ((c.Grounds.Problem() ?? FreeText.Missing("documentNumber", c.Grounds.DocumentNumber) ?? Implausible(penalty)) is { } problem)
        {
            return problem;
        }

        if (SpotPenalty.MostFor(state.AllParties) is var most && penalty.Fine > most)
        {
            return new TooMuchForTheSpot(most / 100m, penalty.Fine / 100m); // 行政处罚法 第五十一条
        }

        if (c.CashReceived.Fen is not 0 && c.CashReceived.Fen != penalty.Fine)
        {
            return new InvalidInput("cashReceivedCny", "当场收缴的，应为罚款全额", "What is collected on the spot is the whole fine");
        }

        if (((Refusal?)SoldOrUnsold(state, now.Day) ?? LimitationProblem(state, now.Calendar)) is { } early)
        {
            return early;
        }

        var grounds = c.Grounds.Trimmed();
        var decided = new PenalisedOnTheSpot(
            officers,
            new PenaltyDecision(
                now.Day, now.Actor.User, penalty, grounds.Reason, false, grounds.DocumentNumber, LawOf(state, now.Day)),
            c.CashReceived.Fen,
            grounds);
        // It is filed by being decided, and numbered with that (decision 20).
        return (CaseEvent[])
        [
            decided,
            .. Numbered(state, now),
            .. c.CashReceived.Fen > 0
                ?
                [
                    new PenaltyExecuted(c.CashReceived.Fen, now.Day, FreeText.Given(c.ReceiptNumber))
                    {
                        Number = NextPayment(state),
                        IsOnTheSpot = true,
                    },
                ]
                : Array.Empty<CaseEvent>(),
        ];
    }
}

/// <summary>当场处罚. What became of a penalty that was decided on the spot. Money in 分.</summary>
/// <param name="CashReceived">当场收缴金额. What was collected on the spot; 0 for nothing.</param>
/// <param name="ReportedOn">备案日期. The day it was reported to the bureau (Asia/Shanghai), or null.</param>
/// <param name="CashHandedInOn">交款日期. The day the cash was handed in (Asia/Shanghai), or null.</param>
[GenerateSerializer, Immutable, Alias("spot-penalty")]
public sealed record SpotPenalty(long CashReceived, DateOnly? ReportedOn, DateOnly? CashHandedInOn)
{
    /// <summary>缴款序号. Which of the case's payments was collected on the spot; null where none was, and from before it was kept.</summary>
    [Id(10)] public int? Payment { get; init; }

    /// <summary>交款凭证编号. The number of the paper by which the cash was handed in; null where it has none, and from before it was
    /// kept.</summary>
    [Id(11)] public string? CashDocument { get; init; }

    private const long MostForPersons = 200_00;
    private const long MostForOrganisations = 3_000_00;

    /// <summary>最高罚款. The highest fine that can be decided on the spot (行政处罚法 第五十一条).</summary>
    /// <param name="parties">All parties: the lower figure where one of them is a natural person.</param>
    public static long MostFor(IEnumerable<CaseParty> parties) =>
        parties.All(party => party.Kind is PartyKind.Enterprise) ? MostForOrganisations : MostForPersons;
}

/// <summary>
/// 当场处罚. Two officers decide a small fine or a warning on the spot, without approval, and hand over the decision at once (行政处罚法
/// 第五十一条、第五十二条).
/// </summary>
/// <param name="Officers">执法人员. User names, two at least.</param>
/// <param name="Fine">罚款. At most 200 yuan for a person, 3,000 for an organisation.</param>
/// <param name="Warns">警告. Whether a warning is given.</param>
/// <param name="CashReceived">当场收缴金额. The whole fine, where it was collected on the spot.</param>
/// <param name="ReceiptNumber">票据编号. The number of the receipt for it.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the decision.</param>
[GenerateSerializer, Immutable, Alias("case.penalise-on-the-spot"), AllowedTo(Investigators), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, TooFewOfficers, OfficerCannotAct>]
[Refuses<TooMuchForTheSpot, LimitationPassed, CrimeFiguresNotStated>]
public sealed record PenaliseOnTheSpot(
    [Most(OfficerNames.Most)] ImmutableArray<string> Officers,
    [Optional] Yuan Fine,
    [Optional] bool Warns,
    [Optional] Yuan CashReceived,
    [Longest(200)] string? ReceiptNumber,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>当场处罚备案. Records that a penalty on the spot was reported to the bureau, within seven working days (程序规定 第七十条).</summary>
/// <param name="ReportedOn">备案日期. The day; not after today.</param>
[GenerateSerializer, Immutable, Alias("case.report-spot-penalty"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, AlreadyRecorded>]
public sealed record ReportSpotPenalty([IsDayOfAct] DateOnly ReportedOn) : CaseCommand;

/// <summary>上交当场收缴的罚款. Records that cash that was collected on the spot was handed in, within two working days (行政处罚法 第七十一条).</summary>
/// <param name="HandedInOn">交款日期. The day; not after today.</param>
/// <param name="DocumentNumber">票据编号.</param>
[GenerateSerializer, Immutable, Alias("case.hand-in-cash"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, AlreadyRecorded>]
public sealed record HandInCash([IsDayOfAct] DateOnly HandedInOn, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>已当场处罚. A small penalty was decided on the spot and handed over at once.</summary>
/// <param name="Officers">执法人员. User names.</param>
/// <param name="Decision">决定. What.</param>
/// <param name="CashReceived">当场收缴金额. In 分; 0 for nothing.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.penalised-on-the-spot")]
public sealed record PenalisedOnTheSpot(ImmutableArray<string> Officers, PenaltyDecision Decision, long CashReceived, Grounds Grounds)
    : CaseStep(Grounds), ICaseMilestone
{
    DateOnly? ICaseMilestone.On => Decision.DecidedOn;

    /// <inheritdoc/>
    public override BilingualText Summary => Decision.Penalty.Fine > 0
        ? new($"当场处罚：罚款{CaseTexts.Yuan(Decision.Penalty.Fine)}元", $"Penalised on the spot: {CaseTexts.Yuan(Decision.Penalty.Fine)} yuan")
        : new("当场处罚：警告", "Penalised on the spot: a warning");
}

/// <summary>当场处罚已备案. The bureau has it on file.</summary>
/// <param name="ReportedOn">备案日期. The day (Asia/Shanghai).</param>
[Alias("case.spot-penalty-reported")]
public sealed record SpotPenaltyReported(DateOnly ReportedOn) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("当场处罚决定已备案", "The penalty on the spot was reported");
}

/// <summary>当场收缴的罚款已上交. The cash was handed in.</summary>
/// <param name="HandedInOn">交款日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">票据编号. Or null.</param>
[Alias("case.cash-handed-in")]
public sealed record CashHandedIn(DateOnly HandedInOn, string? DocumentNumber) : CaseEvent
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new("当场收缴的罚款已上交", "The cash collected on the spot was handed in");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>超过当场处罚的限额. A fine so high is not decided on the spot (行政处罚法 第五十一条).</summary>
/// <param name="MostCny">限额. The highest fine, in yuan.</param>
/// <param name="GivenCny">给定金额. The fine that was given, in yuan.</param>
[GenerateSerializer, Immutable, Alias("refusal.too-much-for-the-spot")]
public sealed record TooMuchForTheSpot(decimal MostCny, decimal GivenCny) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"当场处罚的罚款不得超过{CaseTexts.Yuan(MostCny)}元，现为{CaseTexts.Yuan(GivenCny)}元，应当适用普通程序",
        $"A fine on the spot is at most {CaseTexts.Yuan(MostCny)} yuan; {CaseTexts.Yuan(GivenCny)} takes the ordinary procedure");
}
