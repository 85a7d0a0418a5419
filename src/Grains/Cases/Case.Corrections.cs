using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What was mistaken is put right by the section's head: what the lead says, what was found of amounts. The journal keeps both, and what
// was counted under the mistaken kind, class or amount is taken back under it.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInCorrections(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        CorrectCaseLead c => NotOwnDuty(state, DecideCorrectCaseLead(state, c, now), now),
        CorrectCaseFigures c => NotOwnDuty(state, DecideCorrectCaseFigures(state, c, now), now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInCorrections(CaseState state, CaseEvent happened) => happened switch
    {
        CaseLeadCorrected e => state with
        {
            Lead = e.To with { Title = state.Lead.Title, Party = state.Lead.Party },
            Clocks = e.From.ReceivedOn == e.To.ReceivedOn ? state.Clocks : ReceivedOn(state.Clocks, e.To.ReceivedOn),
        },
        CaseFiguresCorrected e => state with { Figures = e.To, HasNoAmounts = e.AreNone },
        _ => null,
    };

    // The filing decision is owed from the day on which the lead really came (程序规定 第十八条); what was granted stays granted.
    private static ImmutableArray<RunningClock> ReceivedOn(ImmutableArray<RunningClock> clocks, DateOnly day) =>
    [
        .. clocks.Select(clock => clock.Kind is CaseDeadlines.Filing
            ? clock with { Clock = clock.Clock with { StartedAt = ShanghaiTime.StartOf(day) } }
            : clock),
    ];

    private static Decision<CaseEvent> DecideCorrectCaseLead(CaseState state, CorrectCaseLead c, Circumstances now)
    {
        if ((FreeText.Missing("facts", c.Facts)
            ?? NotAfter("receivedOn", c.ReceivedOn, now.Today)
            ?? NotAfter("actEndedOn", c.ActEndedOn, now.Today)
            ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        if (Kinds(c.Violation, c.SubKind, c.OtherViolations, out var others) is { } wrongKind)
        {
            return wrongKind;
        }

        if (state.FiledOn is { } filed && c.ReceivedOn > filed)
        {
            return new InvalidInput("receivedOn", "收到日期晚于立案日期", "It would have been received after it was filed");
        }

        if (ProductClass.Codes(now, c.ProductClasses, state.ProductClasses, out var classes) is { } wrongClass)
        {
            return wrongClass;
        }

        var lead = new CaseLead(
            state.Lead.Title, c.Violation, c.SubKind, c.Source, FreeText.Given(c.SourceReference), c.Facts.Trim(), c.ReceivedOn,
            c.ActEndedOn, c.HarmsSafety, state.Lead.Party, classes)
        { OtherViolations = others };
        if (lead.SaysTheSameAs(state.Lead))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var corrected = new CaseLeadCorrected(state.Lead, lead, Counted(now), c.Grounds.Trimmed());
        return state.IsOpen && state.Stage is not CaseStage.Transferred
            ? (CaseEvent[])[
                corrected,
                .. IsToldOtherwise(state.Lead, lead) ? ProposedAnew(state, c.Grounds, now) : [],
                .. NewDuty(Apply(state, corrected), state.Figures, now, c.Grounds.Reason.Trim()),
            ]
            : corrected;
    }

    // What the review looked at and the party was told of: the act, its day and its facts (行政处罚法 第四十四条、第五十八条).
    private static bool IsToldOtherwise(CaseLead from, CaseLead to) =>
        (from.Violation, from.SubKind, from.ActEndedOn, from.Facts) != (to.Violation, to.SubKind, to.ActEndedOn, to.Facts)
        || !from.OtherViolations.SequenceEqual(to.OtherViolations);

    /// <summary>
    /// What was proposed, reviewed and told of something else goes back to investigation; nothing where no proposal waits for its decision.
    /// What was found of amounts, goods and tests is what the penalty is reckoned from: the review looked at it, and the party answered to
    /// it (行政处罚法 第四十四条、第五十八条). It goes back also where less was found than was told: what is too much by then is reviewed again, and
    /// a defence that is right is followed by a lighter proposal (第四十五条). A piece of evidence alone sends nothing back: the party itself
    /// hands some in with its answer, and at a hearing it is gone through; what it shows otherwise is recorded as amounts, goods or facts
    /// (decision 36).
    /// </summary>
    private static ImmutableArray<CaseEvent> ProposedAnew(CaseState state, Grounds grounds, Circumstances now) =>
        state.Stage is CaseStage.LegalReview or CaseStage.Hearing
            ? DecideReturnForInvestigation(state, new ReturnForInvestigation(grounds), now).Events
            : [];

    private static Grounds OtherFacts { get; } = new(
        "涉案数额、物品或者检验结果发生变化，原处罚建议、审核和告知所依据的事实已经变更，应当重新提出、审核并告知",
        "《行政处罚法》第四十四条、第五十八条");

    private static Decision<CaseEvent> DecideCorrectCaseFigures(CaseState state, CorrectCaseFigures c, Circumstances now)
    {
        if ((Figures(c, out var figures) ?? c.Grounds.Problem() ?? (Refusal?)NotOfItsLines(state, figures)) is { } problem)
        {
            return problem;
        }

        return figures.SaysTheSameAs(state.Figures) ? Decision<CaseEvent>.AlreadySo
            : Found(
                state,
                [
                    new CaseFiguresCorrected(now.Today, state.Figures, figures, Counted(now), c.Grounds.Trimmed())
                    {
                        AreNone = AreNone(figures),
                    },
                ],
                figures,
                now,
                c.Grounds.Reason.Trim());
    }

    /// <summary>
    /// A correction, unless it would lift the duty to transfer and is made by somebody who investigated, reviewed or presided: whether a
    /// case goes to the police is not decided by who handled it alone (移送规定 第五条).
    /// </summary>
    private static Decision<CaseEvent> NotOwnDuty(CaseState state, Decision<CaseEvent> corrected, Circumstances now) =>
        corrected.Refusal is null && corrected.Events.OfType<TransferDutyLifted>().Any() && state.TookPart.Contains(now.Actor.User)
            ? new DutyLiftedByInvolved(now.Actor.User)
            : corrected;

    private static ImmutableArray<CountedFact> Counted(Circumstances now) => now.Required<CountedSoFar>().Facts;

    private static ImmutableArray<CountedFact> MajorCounted(Circumstances now) =>
        [.. Counted(now).Where(fact => fact.Measure is Measure.MajorCases)];

    // What was taken for a violation was none (程序规定 第十八条、第四十六条): that it was filed, what its goods were worth, that it was major and
    // that a den was closed do not stay counted. What was collected was collected; a refund takes it back.
    private static readonly ImmutableArray<Measure> OfViolations =
        [Measure.CasesFiled, Measure.GoodsValue, Measure.MajorCases, Measure.DensClosed];

    private static ImmutableArray<CountedFact> NotSoAfterAll(Circumstances now) =>
        [.. OfViolations.SelectMany(measure => now.Required<CountedSoFar>().Reversing(measure))];

    /// <summary>What a correction counts: what was counted is taken back as it was counted, and counted as it is right.</summary>
    private static IReadOnlyList<TallyFact> Corrected(CaseState before, ICorrection happened, CaseState after)
    {
        var counted = happened.Counted.Select(fact => fact.Fact).ToList();
        return Reversal.Of(counted, happened switch
        {
            CaseLeadCorrected e => counted.Select(fact => OfLead(fact, e)),
            CaseFiguresCorrected when before.IsUncounted => counted,
            CaseFiguresCorrected e => counted.Where(fact => fact.Measure is not Measure.GoodsValue).Append(OfGoods(e, counted, after)),
            CasePartyCorrected { Party: 1 } e => counted.Where(fact => fact.Measure is not Measure.DensClosed || e.To.Kind is PartyKind.Den)
                .Concat(e.From.Kind is not PartyKind.Den && e.To.Kind is PartyKind.Den && !before.IsUncounted ? DenOf(before) : [])
                .Select(fact => fact.Party is null ? fact : fact with { Party = e.To.CountedAs }),
            CaseNoLongerMajor or CaseUnmarkedMajor => [],
            _ => counted,
        });
    }

    private static TallyFact OfLead(TallyFact fact, CaseLeadCorrected e) => fact with
    {
        Violation = fact.Violation is null ? null : WireName.Of(e.To.Violation),
        ProductClass = fact.ProductClass == e.From.ProductClasses.FirstOrDefault()
            ? e.To.ProductClasses.FirstOrDefault()
            : fact.ProductClass,
    };

    // Goods are counted where and when they were counted last; where there were none, today.
    private static TallyFact OfGoods(CaseFiguresCorrected e, List<TallyFact> counted, CaseState state) =>
        (counted.Where(fact => fact.Measure is Measure.GoodsValue).MaxBy(fact => fact.Day)
            ?? Fact(state, e.On, Measure.GoodsValue))
        with
        { Amount = e.To.GoodsValue };

    private static IEnumerable<TallyFact> DenOf(CaseState state) =>
        state.Seizures.Take(1).Select(first => Fact(state, first.DecidedOn, Measure.DensClosed));

    private static TallyFact Fact(CaseState state, DateOnly day, Measure measure) =>
        new(day, measure, 1, state.Section, null, state.ProductClasses.FirstOrDefault(), WireName.Of(state.Lead.Violation));
}

/// <summary>更正. An event that puts right what was counted.</summary>
internal interface ICorrection
{
    /// <summary>已计事实. What had been counted of the subject by then.</summary>
    ImmutableArray<CountedFact> Counted { get; }
}

/// <summary>冲销计量. An event by which what was counted turns out not to be so.</summary>
internal interface IUncounts
{
    /// <summary>冲销的事实. What is taken back, negative, as it was counted; null in what happened before that was kept, which takes nothing
    /// back.</summary>
    ImmutableArray<CountedFact>? Facts { get; }
}

/// <summary>更正线索. Puts right what a lead says, where it was mistaken: all of it as it should read. The journal keeps both, what was
/// counted follows. The head of a section decides that, or the leading group.</summary>
/// <param name="Violation">违法行为. Its kind, the main one.</param>
/// <param name="Source">线索来源. Where it came from.</param>
/// <param name="ReceivedOn">收到日期. The day it was received or found (Asia/Shanghai); not after today.</param>
/// <param name="Facts">主要事实. What is known.</param>
/// <param name="SubKind">违法情形. What exactly; it must belong to the kind.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … it came from.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="OtherViolations">其他违法行为. Further kinds of violation.</param>
/// <param name="ActEndedOn">违法行为终了日期. Left out while it goes on or is not known.</param>
/// <param name="HarmsSafety">危害生命健康安全. Whether life, health or financial safety was harmed.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.correct-lead"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<DutyLiftedByInvolved>]
public sealed record CorrectCaseLead(
    ViolationKind Violation,
    LeadSource Source,
    DateOnly ReceivedOn,
    [Longest(2000)] string Facts,
    ViolationSubKind? SubKind,
    [Longest(100)] string? SourceReference,
    [Optional, Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string> ProductClasses,
    [Optional, Most(Violations.Most)] ImmutableArray<ViolationKind> OtherViolations,
    [Optional] DateOnly? ActEndedOn,
    [Optional] bool HarmsSafety,
    Grounds Grounds) : CaseCommand;

/// <summary>线索已更正. What the lead says was put right.</summary>
/// <param name="From">原线索. As it was before.</param>
/// <param name="To">现线索. As it is from then on.</param>
/// <param name="Counted">已计事实. What had been counted of the case by then.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.lead-corrected")]
public sealed record CaseLeadCorrected(CaseLead From, CaseLead To, ImmutableArray<CountedFact> Counted, Grounds Grounds)
    : CaseStep(Grounds), ICorrection
{
    /// <inheritdoc/>
    public override BilingualText Summary => From.Violation == To.Violation
        ? new($"更正线索：{Grounds.Reason}", $"Lead corrected: {Grounds.Reason}")
        : new(
            $"违法行为由“{Terms.Of(From.Violation).Chinese}”更正为“{Terms.Of(To.Violation).Chinese}”：{Grounds.Reason}",
            $"Corrected from “{Terms.Of(From.Violation).English}” to “{Terms.Of(To.Violation).English}”: {Grounds.Reason}");
}

/// <summary>参与办案人员不得更正解除移送义务. Whoever took part in a case does not correct it so that its duty to transfer falls (移送规定 第三条、第五条).</summary>
/// <param name="User">用户名. Who.</param>
[GenerateSerializer, Immutable, Alias("refusal.duty-lifted-by-involved")]
public sealed record DutyLiftedByInvolved(string User) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该更正将解除本案的移送义务，{Named.Person(User)}参与了本案的调查、审核或者听证，不能办理，请由责任科室其他负责人或者局领导更正",
        $"This correction would lift the duty to transfer; {Named.Person(User)} took part in the investigation, review or hearing and "
            + "cannot make it: another head of the section or the leading group does");
}
