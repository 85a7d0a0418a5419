using System.Runtime.CompilerServices;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.CrimeTransfers;

public sealed class CrimeTransferTests
{
    internal static readonly (string Name, CrimeTransferState? State)[] States =
    [
        ("(no such transfer)", null),
        ("Duty", CrimeTransferTale.Opened().State),
        ("Duty, early intervention", CrimeTransferTale.Opened().Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds)).State),
        ("Reported", CrimeTransferTale.Reported().State),
        ("Approved", CrimeTransferTale.Approved().State),
        ("Refused", CrimeTransferTale.Reported().Do(new DecideCrimeTransfer(false, Some.Grounds), CrimeTransferTale.Head).State),
        ("Sent, not copied to the prosecutors", CrimeTransferTale.SentAlone().State),
        ("Sent", CrimeTransferTale.Sent().State),
        ("Received", CrimeTransferTale.Received().State),
        ("Filed", CrimeTransferTale.Filed().State),
        ("HandedOver", CrimeTransferTale.Filed().Do(new HandOverEvidence("涂料", Some.Grounds)).State),
        ("Declined", CrimeTransferTale.Declined().State),
        ("Reconsidered", CrimeTransferTale.Reconsidered().State),
        ("Upheld", CrimeTransferTale.Upheld().State),
        ("Supervised", CrimeTransferTale.Supervised().State),
        ("Returned", CrimeTransferTale.Supervised().Do(new RecordPoliceDecision(false, "维持", null), CrimeTransferTale.Police).State),
        ("Judged", CrimeTransferTale.Judged().State),
        ("Withdrawn", CrimeTransferTale.Sent().Of(CaseTale.Filed().Case).Do(new WithdrawCrimeTransfer(Some.Grounds), CrimeTransferTale.Head)
            .State),
    ];

    private static readonly Gen<(int What, int Hours, int Choice)[]> Walks = Gen.Select(Gen.Int[0, CrimeTransferSamples.All.Length], Gen.Int[0, 24 * 6], Gen.Int[0, 11]).Array[1, 40];

    [Fact]
    public void The_law_table_reads_as_reviewed()
    {
        var facts = new TransferCaseFact(CaseTale.Filed().Case);
        string Of(Actor actor) => LawTable.Of(CrimeTransfer.Concept, new Circumstances(actor, Some.TenOClock(Some.Today),
            WorkingCalendar.BuiltIn)
        { Key = CaseTale.Transfer }.With(facts).With(CrimeTransferTale.Scans).WithLists(), States);
        Approved.Law(
            "CrimeTransfer",
                $"The bureau\n\n{Of(CrimeTransferTale.Head)}\n\nIts legal section\n\n{Of(CrimeTransferTale.Legal)}"
                + $"\n\nThe police that it was sent to\n\n{Of(CrimeTransferTale.Police)}\n\nAnother agency\n\n{Of(CrimeTransferTale.Police with { Agency = "tobacco" })}"
                + $"\n\nThe head of its section\n\n{Of(CrimeTransferTale.Chief)}");
    }

    [Fact]
    public void Every_status_has_its_rows_in_the_table() =>
        Assert.Equal(Enum.GetValues<TransferStatus>(), States.Where(state => state.State is not null).Select(state => state.State!.Status).Distinct().Order());

    [Fact]
    public void A_row_is_seen_by_the_agencies_that_its_state_is_seen_by() => Assert.All(States.Where(state => state.State is not null), one =>
    {
        var row = (CrimeTransferRow)CrimeTransfer.Concept.Rows("crime-transfer/YS-0123456789", one.State!, 1)[0];
        Assert.All(new[] { one.State!.Agency, "tobacco" }, agency => Assert.Equal((one.Name, one.State!.IsVisibleTo(agency)), (one.Name, row.IsVisibleTo(agency))));
    });

    [Fact]
    public void A_transfer_goes_to_the_police_or_the_prosecutors_and_to_nobody_else()
    {
        Assert.Equal(new AgencyNotCompetent("police", AgencyKind.Enforcement), Refused(new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds), AgencyKind.Enforcement));
        Assert.Equal(new AgencyNotCompetent("police", AgencyKind.Other),
            Refused(new RequestEarlyIntervention("转移物证", CaseTale.Number, "police", Some.Grounds), AgencyKind.Other));
        Assert.Null(Refused(new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds), AgencyKind.Prosecutors));
        Assert.Equal("agency", Assert.IsType<InvalidInput>(Refused(new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds), null)).Field);
        Assert.Throws<InvalidOperationException>(() => CrimeTransfer.Concept.Decided(null, new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds), At(null)));

        // What the police send on may be for the prosecutors to investigate.
        var sent = CrimeTransferTale.Sent().Transfer;
        Assert.Null(Forwarded(AgencyKind.Prosecutors));
        Assert.IsType<AgencyNotCompetent>(Forwarded(AgencyKind.Other));
        Assert.IsType<InvalidInput>(Forwarded(null));

        Refusal? Forwarded(AgencyKind? kind) => CrimeTransfer.Concept.Decided(sent, new ForwardCrimeTransfer("other", "不属本机关管辖", null), At(Some.Lists(kind: kind)) with { Actor = CrimeTransferTale.Police }).Refusal;
        static Refusal? Refused(CrimeTransferCommand command, AgencyKind? kind) => CrimeTransfer.Concept.Decided(null, command, At(Some.Lists(kind: kind))).Refusal;
        static Circumstances At(ListedFound? lists) =>
            new Circumstances(Some.Officer, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }.With(new TransferCaseFact(CaseTale.Filed().Case))
                .With(new LastNumber(11)).With(ActingRules.Usual).With(lists);
    }

    [Fact]
    public void One_officer_alone_is_no_task_group() =>
        Assert.Equal(new TooFewOfficers(2, 1), CrimeTransferTale.Opened().Refused(new NameTransferTaskGroup(["officer", "officer"], "报告", Some.Grounds)));

    [Fact]
    public void Nothing_is_sent_without_letter_report_and_list_and_a_test_report_goes_with_it_where_there_is_one()
    {
        var approved = CrimeTransferTale.Approved();
        Assert.Equal([TransferMaterial.InvestigationReport],
            Missing(TransferMaterial.LetterOfTransfer, TransferMaterial.GoodsList, TransferMaterial.TestReport));
        TransferMaterial[] always = [TransferMaterial.LetterOfTransfer, TransferMaterial.InvestigationReport, TransferMaterial.GoodsList];
        Assert.Null(Missing(always));

        // A test that was ordered has no report yet; one that has an answer has.
        var tested = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new OrderTest("市质检所", "涂料", "委1", null, null));
        approved.Of(tested.Case);
        Assert.Null(Missing(always));
        approved.Of(tested.Do(new RecordTestResult(1, false, "检1")).Case);
        Assert.Equal([TransferMaterial.TestReport], Missing(always));
        Assert.Null(Missing([.. always, TransferMaterial.TestReport]));
        approved.Of(CaseTale.Filed()
            .Do(new AddEvidence(EvidenceKind.ExpertOpinion, "鉴定意见", Some.Today, ["officer", "second"], "officer", "证物室", null)).Case);
        Assert.Equal([TransferMaterial.TestReport], Missing(always));

        IReadOnlyList<TransferMaterial>? Missing(params TransferMaterial[] enclosed) =>
            (approved.Refused(new SendCrimeTransfer([.. enclosed], Some.Grounds)) as TransferMaterialsIncomplete)?.Missing;
    }

    [Fact]
    public void A_refusal_tells_the_case_and_the_leading_group_and_can_be_reported_anew()
    {
        var tale = CrimeTransferTale.Reported().Told().Do(new DecideCrimeTransfer(false, Some.Grounds), CrimeTransferTale.Head);
        Assert.Equal((TransferStatus.Refused, Some.Grounds.Reason), (tale.Transfer.Status, tale.Transfer.Explanation));
        Assert.Equal([TransferStep.Refused], tale.Transfer.Untold.Select(notice => notice.Step));
        var refused = tale.Journal.OfType<CrimeTransferRefused>().Single();
        Assert.Contains("领导小组", refused.Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal((Measure.CrimeTransfersRefused, 1L),
            Assert.Single(CrimeTransfer.Concept.Tally(null, refused, tale.Transfer).Select(fact => (fact.Measure, fact.Amount))));

        // Reported anew, the case waits for it again.
        Assert.Equal(TransferStatus.Reported, tale.Told().Do(new NameTransferTaskGroup(["officer", "second"], "补充报告", Some.Grounds))
            .Transfer.Status);
        Assert.Equal([TransferStep.Opened], tale.Transfer.Untold.Select(notice => notice.Step));
    }

    [Fact]
    public void A_refusal_of_before_told_nobody_and_still_does()
    {
        var old = CrimeTransferTale.Reported().Told();
        var refused = new CrimeTransferRefused(old.Now, "leader", Some.Grounds);
        var after = CrimeTransfer.Apply(old.Transfer, refused);
        Assert.Equal((TransferStatus.Refused, 0), (after.Status, after.Untold.Length));
        Assert.Empty(CrimeTransfer.Concept.Tally(old.Transfer, refused, after));
        Assert.Empty(CrimeTransfer.Apply(after, new TransferTaskGroupNamed(old.Now, ["officer", "second"], "补充报告", Some.Grounds)).Untold);
    }

    [Fact]
    public void The_police_see_and_do_only_what_was_sent_to_them()
    {
        Assert.False(CrimeTransferTale.Approved().Transfer.IsVisibleTo("police"));
        Assert.Equal(new NotFound("crime-transfer", CaseTale.Transfer), CrimeTransferTale.Approved().Refused(new RecordPoliceReceipt("收1"), CrimeTransferTale.Police));
        Assert.Equal(new NotFound("crime-transfer", CaseTale.Transfer), CrimeTransferTale.Sent().Refused(new RecordPoliceReceipt("收1"), CrimeTransferTale.Police with { Agency = "tobacco" }));
        Assert.Equal(new NotFound("crime-transfer", CaseTale.Transfer), CrimeTransferTale.Sent().Refused(new RecordPoliceReceipt("收1"), CrimeTransferTale.Head));
        Assert.IsType<NotFound>(
            CrimeTransferTale.Filed().Refused(new RecordJudgment(JudgmentOutcome.Sentenced, "区人民法院", "刑初1", null), CrimeTransferTale.Head));
        Assert.True(CrimeTransferTale.Opened().Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds)).Transfer.IsVisibleTo("police"));
    }

    [Fact]
    public void A_case_is_told_when_it_is_opened_filed_and_returned()
    {
        var tale = CrimeTransferTale.Filed();
        Assert.Equal([TransferStep.Opened, TransferStep.Filed], tale.Transfer.Untold.Select(notice => notice.Step));
        Assert.Contains(CrimeTransferDeadlines.Of(tale.Transfer), open => open.Kind == CrimeTransferDeadlines.CaseNotice);
        tale.Told().Told();
        Assert.DoesNotContain(CrimeTransferDeadlines.Of(tale.Transfer), open => open.Kind == CrimeTransferDeadlines.CaseNotice);
        Assert.Equal(TransferStep.Returned, tale.Do(new RecordPoliceReturn("不构成犯罪", null), CrimeTransferTale.Police).Transfer.Untold.Single().Step);
    }

    [Fact]
    public void Who_does_not_ask_in_time_is_late_and_still_may()
    {
        var tale = CrimeTransferTale.Declined().After(5).ClockRuns();
        Assert.Equal(TransferStatus.Declined, tale.Transfer.Status);
        var lapse = tale.Transfer.Lapses.Single(one => one.Kind is CrimeTransferDeadlines.ReconsiderationRequest);
        Assert.Equal(("INSPECTION", "officer"), (lapse.Section, lapse.Officer));
        Assert.True(tale.Transfer.IsOverdue);
        Assert.Equal(TransferStatus.Reconsidered, tale.Do(new RequestReconsideration(Some.Grounds)).Transfer.Status);
        var late = tale.Journal.OfType<ReconsiderationRequested>().Single();
        Assert.Equal(lapse.DueAt, late.LateSince);
        Assert.Contains("逾期", late.Summary.Chinese, StringComparison.Ordinal);

        var upheld = CrimeTransferTale.Upheld().After(5).ClockRuns().Do(new RequestProsecutorSupervision(Some.Grounds));
        Assert.NotNull(upheld.Journal.OfType<SupervisionRequested>().Single().LateSince);
        var filed = CrimeTransferTale.Filed().After(5).ClockRuns().Do(new HandOverEvidence("涂料", Some.Grounds));
        Assert.NotNull(filed.Journal.OfType<EvidenceHandedOver>().Single().LateSince);
        Assert.Null(CrimeTransferTale.Declined().Do(new RequestReconsideration(Some.Grounds)).Journal.OfType<ReconsiderationRequested>()
            .Single().LateSince);
    }

    [Fact]
    public void Who_asks_no_more_lets_the_case_go_on()
    {
        var tale = CrimeTransferTale.Declined().After(5).ClockRuns().Do(new AcceptNotFiling(Some.Grounds), CrimeTransferTale.Head);
        Assert.Equal(TransferStatus.Returned, tale.Transfer.Status);
        Assert.Contains(tale.Transfer.Untold, notice => notice.Step is TransferStep.Returned);
        Assert.Equal(TransferStatus.Returned, CrimeTransferTale.Upheld().Do(new AcceptNotFiling(Some.Grounds), CrimeTransferTale.Head)
            .Transfer.Status);
        Assert.Equal(new TransferNotInStatus(TransferStatus.Filed), CrimeTransferTale.Filed()
            .Refused(new AcceptNotFiling(Some.Grounds), CrimeTransferTale.Head));
        Assert.Equal(Roles.Leader, AllowedToAttribute.Of(typeof(AcceptNotFiling)));
    }

    // What the clock made of it before late steps stayed possible.
    [Fact]
    public void A_right_that_was_lost_before_stays_lost() =>
        Assert.Equal(
            (TransferStatus.Returned, TransferStep.Returned),
            (Lost().Status, Lost().Untold[^1].Step));

    [Fact]
    public void The_police_s_lapse_is_on_their_side_shown_and_blocks_nothing()
    {
        var tale = CrimeTransferTale.Received().After(10).ClockRuns();
        Assert.Equal(("police", CrimeTransferDeadlines.PoliceDecision), (tale.Transfer.Lapses.Single().Section, tale.Transfer.Lapses.Single().Kind));
        Assert.True(tale.Transfer.IsOverdue);
        Assert.Equal(TransferStatus.Filed, tale.Do(new RecordPoliceDecision(true, null, null), CrimeTransferTale.Police).Transfer.Status);
        Assert.False(tale.Transfer.IsOverdue);
    }

    [Fact]
    public void What_is_not_theirs_the_police_send_on_to_whoever_is_competent()
    {
        var tale = CrimeTransferTale.Sent();
        Assert.Equal(TimeSpan.FromHours(24), tale.DueAt(CrimeTransferDeadlines.PoliceForwarding) - tale.Now);
        Assert.IsType<InvalidInput>(tale.Refused(new ForwardCrimeTransfer("police", "不属本机关管辖", null), CrimeTransferTale.Police));
        Assert.Equal(new NotFound("crime-transfer", CaseTale.Transfer), tale.Refused(new ForwardCrimeTransfer("economic-police", "不属本机关管辖", null), CrimeTransferTale.Head));
        tale.After(2).ClockRuns();
        Assert.Equal(("police", CrimeTransferDeadlines.PoliceForwarding), (tale.Transfer.Lapses.Single().Section, tale.Transfer.Lapses.Single().Kind));
        // Signed for or not yet, late or not: it goes on, and the other agency has its own day.
        tale.Do(new RecordPoliceReceipt("收1"), CrimeTransferTale.Police).Do(new ForwardCrimeTransfer(" economic-police ", "不属本机关管辖", "转1"), CrimeTransferTale.Police);
        Assert.Equal((TransferStatus.Sent, "economic-police", null), (tale.Transfer.Status, tale.Transfer.Agency, tale.Transfer.Receipt));
        Assert.Equal(("police", "economic-police", "转1"), (tale.Transfer.Forwardings.Single().From, tale.Transfer.Forwardings.Single().To, tale.Transfer.Forwardings.Single().DocumentNumber));
        Assert.Equal(TimeSpan.FromHours(24), tale.DueAt(CrimeTransferDeadlines.PoliceForwarding) - tale.Now);
        Assert.Equal(new NotFound("crime-transfer", CaseTale.Transfer), tale.Refused(new RecordPoliceReceipt("收2"), CrimeTransferTale.Police));
        Assert.Equal(TransferStatus.Received, tale.Do(new RecordPoliceReceipt("收2"), CrimeTransferTale.Police with { Agency = "economic-police" }).Transfer.Status);
    }

    [Fact]
    public void Early_intervention_is_a_matter_of_minutes()
    {
        var tale = new CrimeTransferTale().Do(new RequestEarlyIntervention("嫌疑人正在转移物证", CaseTale.Number, "police", Some.Grounds));
        Assert.Equal(TransferStatus.Duty, tale.Transfer.Status);
        Assert.Equal(TimeSpan.FromHours(1), tale.DueAt(CrimeTransferDeadlines.EarlyIntervention) - tale.Now);
        tale.After(0.1).ClockRuns();
        Assert.Equal("police", tale.Transfer.Lapses.Single().Section);
        Assert.True(tale.Do(new AnswerEarlyIntervention(true, null), CrimeTransferTale.Police).Transfer.EarlyIntervention!.Joins);
        Assert.IsType<NoEarlyIntervention>(tale.Refused(new AnswerEarlyIntervention(true, null), CrimeTransferTale.Police));
    }

    /// <summary>What never comes about: a case told twice of one step; a transfer sent incomplete or received without receipt; a lapse recorded twice; a transfer that ended while a procedural clock runs.</summary>
    [Fact]
    public void Whatever_is_asked_in_whatever_order_what_must_hold_holds() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<CrimeTransferState, CrimeTransferCommand, CrimeTransferEvent>(CrimeTransfer.Concept);
            var now = Some.TenOClock(Some.Today);
            foreach (var (what, hours, choice) in steps)
            {
                now = now.AddHours(hours);
                var state = walk.State;
                var command = Asked(what, choice, state);
                walk.Do(command, By(command, state, now));
                Assert.True(walk.State is null || walk.State.Lapses.Length == walk.State.Lapses.Distinct().Count());
            }

            walk.ExpectFolded();
            var again = walk.Journal.Where(happened => happened is CrimeTransferRefused or TransferTaskGroupNamed).Aggregate(
                (Count: 0, WasRefused: false),
                static (seen, happened) =>
                    happened is CrimeTransferRefused ? (seen.Count, true) : (seen.Count + (seen.WasRefused ? 1 : 0), false)).Count;
            var noticed = again + walk.Journal.Count(
                happened => happened is CrimeTransferOpened or PoliceFiledCase or PoliceReturnedCase or NotFilingAccepted
                or CrimeTransferRefused or CrimeTransferWithdrawn or ProsecutionDecided or CrimeJudged or PoliceDeclinedCase { Status: TransferStatus.Returned });
            Assert.Equal(noticed,
                walk.Journal.Count(happened => happened is CrimeTransferCaseTold { IsTakenBack: null })
                    + (walk.State?.Untold.Count(one => one.IsTakenBack is null) ?? 0));
        },
        iter: 1500, threads: 1);

    /// <summary>
    /// There is no dead end: wherever a transfer has come to, by whatever was done in whatever order, it can be brought to an end in a few
    /// steps of those whose office they are, none of which is refused.
    /// </summary>
    [Fact]
    public void From_wherever_a_transfer_has_come_to_it_can_be_brought_to_its_end() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<CrimeTransferState, CrimeTransferCommand, CrimeTransferEvent>(CrimeTransfer.Concept);
            var now = Some.TenOClock(Some.Today);
            foreach (var (what, hours, choice) in steps)
            {
                now = now.AddHours(hours);
                var command = Asked(what, choice, walk.State);
                walk.Do(command, By(command, walk.State, now));
                Assert.False(walk.State is { } reached && CrimeTransfer.Concept.IsStuck(reached));
            }

            for (var left = 10; walk.State is { IsOpen: true } state; left--)
            {
                Assert.True(left > 0, $"The transfer goes on and on: {state.Status}.");
                var command = TowardsTheEnd(state, steps.Length % 2 == 0);
                var decision = CrimeTransfer.Concept.Decided(state, command, By(command, state, now));
                Assert.True(decision.Refusal is null, $"{state.Status}: {command.GetType().Name}: {decision.Refusal?.Message.English}");
                Assert.NotEmpty(walk.Do(command, By(command, state, now)));
            }
        },
        iter: 800, threads: 1);

    /// <summary>What waits for nobody is found: a transfer from before every step had its term. What the head refused rests.</summary>
    [Fact]
    public void A_transfer_that_waits_for_nobody_is_found()
    {
        Assert.False(CrimeTransfer.Concept.IsStuck(CrimeTransferTale.Supervised().Transfer));
        Assert.True(CrimeTransfer.Concept.IsStuck(CrimeTransferTale.Supervised().Told().Transfer with { Clocks = [], Untold = [] }));
        Assert.False(CrimeTransfer.Concept.IsStuck(CrimeTransferTale.Supervised().After(400).ClockRuns().Transfer)); // late, and shown so
        var refused = CrimeTransferTale.Reported().Do(new DecideCrimeTransfer(false, Some.Grounds), CrimeTransferTale.Head).Transfer;
        Assert.False(CrimeTransfer.Concept.IsStuck(refused with { Untold = [] }));
    }

    private static CrimeTransferCommand Asked(int what, int choice, CrimeTransferState? state) => (state, what) switch
    {
        (null, _) => (CrimeTransferCommand)CrimeTransferSamples.All[choice % 2],
        ({ } known, _) when what == CrimeTransferSamples.All.Length => CrimeTransferDeadlines.Of(known).MinBy(open => open.DueAt) is { } due
            ? new CrimeTransferDeadlineReached(due.Kind, due.DueAt)
            : new RequestReconsideration(Some.Grounds),
        ({ } known, _) => CrimeTransferSamples.All[what] switch
        {
            RecordPoliceDecision => new RecordPoliceDecision(choice % 3 == 0, "理由", null),
            DecideCrimeTransfer => new DecideCrimeTransfer(choice % 3 > 0, Some.Grounds),
            CorrectCrimeTransfer correct => known.Recorded is [.., var last] ? correct with { Step = last.Step } : correct,
            MoveCrimeTransferWork move => known.Holders is [var from, ..] ? move with { From = from, To = $"officer-{choice % 4}" } : move,
            var other => (CrimeTransferCommand)other,
        },
    };

    // The police by the liaison officer of the agency that has it; the decision by a head who took no part.
    private static Circumstances By(CrimeTransferCommand command, CrimeTransferState? state, DateTimeOffset now)
    {
        var actor = command is IRecordedForOthers ? CrimeTransferTale.Police with { Agency = state?.Agency ?? "police" }
            : command is DecideCrimeTransfer ? CrimeTransferTale.Head with { User = "another-leader" }
            : command is CorrectCrimeTransfer ? CrimeTransferTale.Chief with { Section = state?.Section }
            : CrimeTransferTale.Head;
        object given = command is CrimeTransferDeadlineReached { Kind: CrimeTransferDeadlines.CaseNotice }
            ? new Answered(state!.Untold[0].Told, null)
            : new TransferCaseFact(CaseTale.Filed().Case);
        return new Circumstances(actor, now, WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }.With(given).WithLists();
    }

    private static CrimeTransferCommand TowardsTheEnd(CrimeTransferState state, bool isFiled) => state.Status switch
    {
        TransferStatus.Duty or TransferStatus.Refused => new NameTransferTaskGroup(["officer", "second"], "达到追诉标准", Some.Grounds),
        TransferStatus.Reported => new DecideCrimeTransfer(true, Some.Grounds),
        TransferStatus.Approved => new SendCrimeTransfer([.. Enum.GetValues<TransferMaterial>()], Some.Grounds),
        TransferStatus.Sent => new RecordPoliceReceipt("收1"),
        TransferStatus.Filed => new HandOverEvidence("涂料", Some.Grounds),
        TransferStatus.Declined or TransferStatus.Upheld => new AcceptNotFiling(Some.Grounds),
        _ => new RecordPoliceDecision(isFiled, isFiled ? null : "证据不足", "决1"),
    };

    /// <summary>With SHUANGDA_APPROVE=1 the shape of an event that has no file yet is written; released files are never written again.</summary>
    [Fact]
    public void Every_event_of_a_transfer_happens_in_some_story_and_has_its_golden_file()
    {
        var late = CrimeTransferTale.Declined();
        var asked = new RequestReconsideration(Some.Grounds) { On = ShanghaiTime.DayOf(late.Now) };
        CrimeTransferTale[] stories =
        [
            CrimeTransferTale.Supervised().Do(new RecordPoliceDecision(true, null, "立2"), CrimeTransferTale.Police)
                .Do(new HandOverEvidence("涂料", Some.Grounds, Some.Today)).Do(new RecordProsecutionDecision(ProsecutionDecision.Prosecuted,
                    "起诉1", null), CrimeTransferTale.Police).Do(new RecordPoliceReturn("不构成犯罪", null), CrimeTransferTale.Police).Told(),
            CrimeTransferTale.Declined().After(5).ClockRuns().Do(new AcceptNotFiling(Some.Grounds), CrimeTransferTale.Head),
            CrimeTransferTale.Judged(),
            CrimeTransferTale.Sent().Do(new ReaddressCrimeTransfer("economic-police", Some.Grounds))
                .Do(new RecordPoliceReceipt("收1", "区公安局经侦大队", [CrimeTransferTale.Scan]) { On = Some.Today }, CrimeTransferTale.Legal),
            CrimeTransferTale.Sent().Of(CaseTale.Filed().Case).Do(new WithdrawCrimeTransfer(Some.Grounds), CrimeTransferTale.Head),
            CrimeTransferTale.Received().Do(new ForwardCrimeTransfer("economic-police", "不属本机关管辖", "转1"), CrimeTransferTale.Police),
            CrimeTransferTale.Reported().Do(new MoveCrimeTransferWork("officer", "third", Some.Grounds), CrimeTransferTale.Head).Do(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head).Do(new DecideCrimeTransfer(false, Some.Grounds), CrimeTransferTale.Head),
            CrimeTransferTale.Opened().Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds)).Do(new AnswerEarlyIntervention(true, null), CrimeTransferTale.Police),
            late.After(9).ClockRuns().Do(asked),
            CrimeTransferTale.Judged().Do(
                new CorrectCrimeTransfer(TransferRecord.Judgment, Some.Grounds), CrimeTransferTale.Chief),
        ];
        var told = stories.SelectMany(story => story.Journal).GroupBy(CrimeTransfer.Concept.KindOf).ToDictionary(same => same.Key, same => same.First());

        // That a right is lost happens no more; what was recorded of it stays readable.
        Assert.Equal(CrimeTransfer.Concept.EventTypes.Keys.Order(StringComparer.Ordinal), told.Keys.Append("crime-transfer.right-lost")
            .Order(StringComparer.Ordinal));
        foreach (var (kind, happened) in told)
        {
            Golden(kind, CrimeTransfer.Concept.WriteEvent(happened));
        }

        Golden("crime-transfer.state", CrimeTransfer.Concept.WriteState(stories[0].Transfer));

        // What says more since steps have their day, their paper and what was known of the case.
        foreach (var type in new[]
        {
            typeof(CrimeTransferOpened), typeof(EarlyInterventionRequested), typeof(TransferTaskGroupNamed), typeof(CrimeTransferRefused),
                typeof(CrimeTransferSent),
            typeof(EvidenceHandedOver), typeof(PoliceReceiptRecorded),
        })
        {
            var last = stories.SelectMany(story => story.Journal)
                .Last(happened => happened.GetType() == type && (type != typeof(PoliceReceiptRecorded) || happened.Paper is not null));
            Golden(CrimeTransfer.Concept.KindOf(last), CrimeTransfer.Concept.WriteEvent(last), version: 2);
        }

        Golden("crime-transfer.state", CrimeTransfer.Concept.WriteState(stories[3].Transfer), version: 2);
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        Assert.All(stories, story => Assert.Equal(CrimeTransfer.Concept.WriteState(story.Transfer), CrimeTransfer.Concept.WriteState(serializer.Deserialize<CrimeTransferState>(serializer.SerializeToArray(story.Transfer))!)));
        Assert.All(Samples.Commands(CrimeTransfer.Concept), command => Assert.Equal(CrimeTransfer.Concept.HashOf(command), CrimeTransfer.Concept.HashOf(serializer.Deserialize<Command>(serializer.SerializeToArray<Command>(command))!)));
    }

    private static CrimeTransferState Lost() =>
        CrimeTransfer.Apply(CrimeTransferTale.Declined()
            .Transfer, new TransferRightLost(Some.TenOClock(Some.Today.AddDays(5)), CrimeTransferDeadlines.ReconsiderationRequest));

    private static void Golden(string stem, string body, int version = 1, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "..", "Golden");
        if (File.Exists(Path.Combine(folder, $"{stem}.v{version}.json")))
        {
            return;
        }

        Assert.True(Environment.GetEnvironmentVariable("SHUANGDA_APPROVE") == "1", $"{stem} has no golden file of version {version}.");
        File.WriteAllText(Path.Combine(folder, $"{stem}.v{version}.json"), body + "\n");
    }
}

internal sealed class CrimeTransferStates() : SampleStates<CrimeTransferState, CrimeTransferCommand, CrimeTransferEvent>(CrimeTransfer.Concept)
{
    public override IReadOnlyList<(string Name, CrimeTransferState? State)> States => CrimeTransferTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances =>
        [("", On(CrimeTransferTale.Head)), ("police", On(CrimeTransferTale.Police)), ("legal", On(CrimeTransferTale.Legal)),
            ("section-head", On(CrimeTransferTale.Chief))];

    private static Circumstances On(Actor actor) =>
        new Circumstances(actor, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }.With(
            new TransferCaseFact(CaseTale.Filed().Case)).With(CrimeTransferTale.Scans).WithLists();
}
