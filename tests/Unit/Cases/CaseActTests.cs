using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>An act that was mistyped is put right by one command; a second entry of it never passes as done.</summary>
public sealed class CaseActTests
{
    private const long Large = 200_000_00;

    /// <summary>Acts that are recorded once: the same again, with another day, and with another number or reason.</summary>
    private static readonly Dictionary<string, (Func<CaseTale> Done, Func<CaseTale, CaseCommand?[]> Same, Func<CaseTale,
        CaseCommand?[]> Other)> Acts = new()
        {
            ["notice of rights"] = (
            () => CaseTale.Notified(),
            static tale => [new NotifyRights(tale.Case.Rights!.ServedOn, Some.Grounds), new NotifyRights(tale.Case.Rights.ServedOn,
                Some.Grounds with { DocumentNumber = null })],
            static tale =>
            [
                new NotifyRights(tale.Case.Rights!.ServedOn.AddDays(-1), Some.Grounds), new NotifyRights(new DateOnly(1949, 9, 30),
                    Some.Grounds),
                new NotifyRights(tale.Case.Rights.ServedOn, Some.Grounds with { DocumentNumber = "告改" }),
            ]),
            ["answer"] = (
            () => CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Statement, "答1")).After(1),
            static tale => [new RecordPartyAnswer(PartyAnswer.Statement, "答1"), new RecordPartyAnswer(PartyAnswer.Statement, null)],
            static tale =>
            [
                new RecordPartyAnswer(PartyAnswer.Statement, "答2"), new RecordPartyAnswer(PartyAnswer.Statement, null) { On = tale.Today },
            ]),
            ["file for the hearing"] = (
            () => Asked().Do(new NameHearingChair("chair"), CaseTale.Head).Do(new HandFileToHearingChair()).After(1),
            static _ => [new HandFileToHearingChair()],
            static tale => [new HandFileToHearingChair { On = tale.Today }]),
            ["hearing"] = (
            () => CaseTale.Notified(Large).HearingComes() is var tale ? tale.Do(new RecordHearing(tale.Today, "chair", null),
                CaseTale.Legal).After(1) : tale,
            static tale => [new RecordHearing(tale.Case.Rights!.HeldOn!.Value, "chair", null),
                new RecordHearing(tale.Case.Rights.HeldOn.Value, null, null), new NameHearingChair("chair")],
            static tale =>
            [
                new RecordHearing(tale.Today, "chair", null), new RecordHearing(tale.Case.Rights!.HeldOn!.Value, "another", null),
                new RecordHearing(tale.Case.Rights.HeldOn.Value, null, "听报9"), new AnnounceHearing(tale.Today.AddDays(30), null),
                    new NameHearingChair("another"),
            ]),
            ["report on the hearing"] = (
            () => CaseTale.Notified(Large).Heard().After(1),
            static tale => [new RecordHearingReport("听报1", tale.Today.AddDays(-1))],
            static tale => [new RecordHearingReport("听报2", tale.Today.AddDays(-1)), new RecordHearingReport("听报1", tale.Today)]),
            ["urging"] = (
            () => Urged(),
            static tale => [new UrgePayment("催1")],
            static tale => [new UrgePayment("催2"), new UrgePayment("催1") { On = tale.Today.AddDays(-1) }]),
            ["request to the court"] = (
            () => AskedOfCourt().After(1),
            static tale => [new RequestCourtEnforcement(Some.Grounds),
                new RequestCourtEnforcement(Some.Grounds with { DocumentNumber = null })],
            static tale => [new RequestCourtEnforcement(Some.Grounds) { On = tale.Today },
                new RequestCourtEnforcement(Some.Grounds with { DocumentNumber = "强2" })]),
            ["report of a penalty on the spot"] = (
            () => OnTheSpot().Do(new ReportSpotPenalty(Some.Today)).After(1),
            static tale => [new ReportSpotPenalty(Some.Today)],
            static tale => [new ReportSpotPenalty(tale.Today)]),
            ["cash"] = (
            () => OnTheSpot().Do(new HandInCash(Some.Today, "交1")).After(1),
            static tale => [new HandInCash(Some.Today, "交1"), new HandInCash(Some.Today, null)],
            static tale => [new HandInCash(tale.Today, "交1"), new HandInCash(Some.Today, "交2")]),
            ["major case"] = (
            () => CaseTale.Filed().Do(new MarkMajorCase(Some.Grounds), CaseTale.Head),
            static _ => [new MarkMajorCase(Some.Grounds)],
            static _ => [new MarkMajorCase(Some.Grounds with { Reason = "媒体关注" })]),
            ["competence"] = (
            () => CaseTale.CameBack().Do(new ReferCompetence("市局", "请1"), CaseTale.Head).After(1),
            static _ => [new ReferCompetence("市局", "请1")],
            static tale => [new ReferCompetence("省局", "请1"), new ReferCompetence("市局", "请1") { On = tale.Today }]),
            ["end of execution"] = (
            () => CaseTale.Served().Do(new EndExecution(Some.Grounds, ExecutionEndGround.OrganisationEnded), CaseTale.Head),
            static _ => [new EndExecution(Some.Grounds, ExecutionEndGround.OrganisationEnded)],
            static _ => [new EndExecution(Some.Grounds, ExecutionEndGround.ObjectLost)]),
        };

    public static TheoryData<string> Names => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_second_entry_of_the_same_is_no_news_and_of_anything_else_is_refused(string act)
    {
        var (done, same, other) = Acts[act];
        var tale = done();
        Assert.All(same(tale), command => Assert.Empty(tale.Decided(command!, CaseTale.Head)));
        Assert.All(other(tale), command => Assert.IsType<AlreadyRecorded>(tale.Refused(command!, CaseTale.Head)));
    }

    /// <summary>行政处罚法 第四十五条、第六十四条: the time to answer runs from the right day.</summary>
    [Fact]
    public void The_notice_has_its_right_day_and_the_party_its_whole_time()
    {
        var tale = CaseTale.Notified().After(1);
        var wrongly = tale.Case.Rights!.ServedOn;
        Correct(tale, CaseAct.RightsNotice, tale.Today, "告2");
        Assert.Equal((tale.Today, "告2"), (tale.Case.Rights!.ServedOn, tale.Case.Rights.Document));
        var rightly = CaseTale.Reviewed().After(1);
        rightly.Do(new NotifyRights(rightly.Today, Some.Grounds));
        Assert.Equal(rightly.Case.Rights!.StatementUntil, tale.Case.Rights.StatementUntil);
        Assert.Equal(rightly.LastDay(CaseDeadlines.Statement), tale.LastDay(CaseDeadlines.Statement));
        Assert.Contains(
            $"日期由{IsoDate.Of(wrongly)}改为{IsoDate.Of(tale.Today)}", tale.Journal.OfType<CaseActCorrected>().Last().Summary.Chinese,
                StringComparison.Ordinal);
        Assert.Empty(tale.Decided(new CorrectCaseAct(CaseAct.RightsNotice, Some.Grounds, tale.Today, "告2"), tale.HeadOfItsSection));

        // Its time was over by the wrong day, and is not by the right one: a hearing can be asked for after all.
        var silent = CaseTale.Notified(Large).After(8).ClockRuns();
        Assert.Equal(CaseStage.LegalReview, silent.Case.Stage);
        silent.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Correct(silent, CaseAct.RightsNotice, silent.Today.AddDays(-1));
        Assert.Equal((CaseStage.Hearing, null, AwaitedStep.PartyAnswer), (silent.Case.Stage, silent.Case.ReviewedBy, silent.Case.Awaits));
        Assert.IsType<StatementPeriodRuns>(silent.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal));
        Assert.Equal(CaseStage.Hearing, silent.Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1")).Case.Stage);

        // Where none is offered, the review stands, and the decision waits.
        var small = CaseTale.Notified().After(20).ClockRuns();
        Correct(small, CaseAct.RightsNotice, small.Today);
        Assert.Equal((CaseStage.LegalReview, "legal"), (small.Case.Stage, small.Case.ReviewedBy));
        Assert.IsType<StatementPeriodRuns>(small.Refused(CaseTale.Decision(20_000_00), CaseTale.Head));
        Assert.Equal(CaseStage.Decided, small.After(20).ClockRuns().Do(CaseTale.Decision(20_000_00), CaseTale.Head).Case.Stage);
    }

    [Fact]
    public void An_act_is_put_between_what_it_follows_and_what_followed_it()
    {
        // It was decided when the time to answer was over: that stays so.
        var silent = CaseTale.Notified().After(20).ClockRuns().Do(CaseTale.Decision(20_000_00), CaseTale.Head).After(10);
        var decided = silent.Case.Decision!.DecidedOn;
        Assert.Equal("doneOn", Field(silent, CaseAct.RightsNotice, decided.AddDays(-2)));
        Assert.Equal("doneOn", Field(silent, CaseAct.RightsNotice, decided.AddDays(1)));
        Assert.Equal("doneOn", Field(silent, CaseAct.RightsNotice, Some.Today.AddDays(-1)));
        Assert.Equal("doneOn", Field(silent, CaseAct.RightsNotice, new DateOnly(1949, 9, 30)));
        Assert.Null(Field(silent, CaseAct.RightsNotice, decided.AddDays(-12)));

        var heard = CaseTale.Notified(Large).Heard();
        Assert.Equal("doneOn", Field(heard, CaseAct.Hearing, heard.Today.AddDays(1))); // not held yet by then
        Assert.Equal("doneOn", Field(heard, CaseAct.Hearing, heard.Case.Rights!.AnnouncedOn!.Value.AddDays(3))); // told too late
        Assert.Equal("doneOn", Field(heard, CaseAct.PartyAnswer, heard.Case.Rights.AnnouncedOn.Value.AddDays(1)));

        var asked = AskedOfCourt();
        Assert.Equal("doneOn", Field(asked, CaseAct.Urging, asked.Today.AddDays(-3))); // ten working days had not passed
        Assert.Equal("doneOn", Field(asked, CaseAct.CourtRequest, Case.EnforcementWindow(asked.Case,
            WorkingCalendar.BuiltIn)!.Value.From.AddDays(-1)));
        Assert.Equal("result", Assert.IsType<InvalidInput>(asked.Refused(
            new CorrectCaseAct(CaseAct.Urging, Some.Grounds, Result: CourtResult.Ended), asked.HeadOfItsSection)).Field);

        Assert.All(
            Enum.GetValues<CaseAct>(),
            act => Assert.Equal(new ActNotRecorded(act), CaseTale.Filed().Refused(new CorrectCaseAct(act, Some.Grounds), CaseTale.Head)));
    }

    /// <summary>行政处罚法 第六十四条第二项: it is held on the day for which the party was told.</summary>
    [Fact]
    public void A_hearing_has_one_day_and_what_runs_from_it_follows()
    {
        var tale = CaseTale.Notified(Large).HearingComes();
        var told = tale.Today;
        tale.After(3);
        Assert.Equal(new HearingNotAnnounced(told), tale.Refused(new RecordHearing(tale.Today, "chair", null), CaseTale.Legal));
        Assert.Equal(new HearingNotAnnounced(told), tale.Refused(new RecordHearing(told.AddDays(-1), "chair", null), CaseTale.Legal));

        // It was told for the later day, and the earlier one was mistyped.
        Correct(tale, CaseAct.Hearing, tale.Today.AddDays(-1));
        tale.Do(new RecordHearing(tale.Today.AddDays(-1), "chair", null), CaseTale.Legal);
        var wrongly = tale.Clock(CaseDeadlines.HearingReport).DueAt;
        Correct(tale, CaseAct.Hearing, tale.Today);
        Assert.Equal((tale.Today, tale.Today), (tale.Case.Rights!.HearingOn!.Value, tale.Case.Rights.HeldOn!.Value));
        Assert.True(tale.Clock(CaseDeadlines.HearingReport).DueAt > wrongly);
        Assert.Equal(ShanghaiTime.StartOf(tale.Today), Assert.Single(tale.Case.Pauses).Pause.EndedAt);

        // Whether the report came in time follows too.
        var held = tale.Today;
        tale.After(9).ClockRuns().Do(new RecordHearingReport("听报1", held.AddDays(8)), CaseTale.Legal);
        Assert.Contains(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.HearingReport);
        Correct(tale, CaseAct.Hearing, held.AddDays(5));
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.HearingReport);
    }

    [Fact]
    public void Whoever_was_named_presides_and_nobody_else_unnamed()
    {
        var tale = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"))
            .Do(new NameHearingChair("chair"), CaseTale.Head).Do(new AnnounceHearing(Some.Today.AddDays(20), null),
                CaseTale.Legal).After(20);
        Assert.Equal(new AnotherPresides("chair"), tale.Refused(new RecordHearing(tale.Today, "another", null), CaseTale.Legal));
        tale.Do(new NameHearingChair("another"), CaseTale.Head).Do(new RecordHearing(tale.Today, "another", null), CaseTale.Legal);
        Assert.Equal("another", tale.Case.Rights!.Chair);
    }

    [Fact]
    public void The_file_and_the_answer_have_their_right_days_and_the_clocks_follow()
    {
        var tale = Asked().After(3).Do(new NameHearingChair("chair"), CaseTale.Head).Do(new HandFileToHearingChair());
        var date = tale.Clock(CaseDeadlines.HearingDate).DueAt;
        tale.After(2);
        Correct(tale, CaseAct.HearingFile, tale.Today);
        Assert.True(tale.Clock(CaseDeadlines.HearingDate).DueAt > date);
        Assert.Equal("doneOn", Field(tale, CaseAct.PartyAnswer, tale.Today)); // somebody was named to preside before

        var asked = Asked().After(1);
        var chair = asked.Clock(CaseDeadlines.HearingChair).DueAt;
        Correct(asked, CaseAct.PartyAnswer, asked.Today, "听2");
        Assert.True(asked.Clock(CaseDeadlines.HearingChair).DueAt > chair);
        Assert.Equal(ShanghaiTime.StartOf(asked.Today), Assert.Single(asked.Case.Pauses).Pause.StartedAt);
    }

    [Fact]
    public void The_urging_the_request_and_what_the_court_did_are_put_right()
    {
        var tale = Urged();
        var urged = tale.Case.Execution.UrgedOn!.Value;
        Correct(tale, CaseAct.Urging, urged.AddDays(-5), "催9");
        Assert.Equal((urged.AddDays(-5), "催9"), (tale.Case.Execution.UrgedOn!.Value, tale.Case.Execution.UrgingDocument));
        Assert.True(tale.Case.Execution.UrgedUntil < AskedOfCourt().Case.Execution.UrgedUntil);

        var court = AskedOfCourt();
        court.After(5).Do(new RecordEnforcementResult(CourtResult.Refused, court.Today, "裁1"));
        Assert.Contains(CaseTask.PenaltyUnpaid, court.Case.OpenTasks);
        var requested = court.Case.Execution.CourtAskedOn;
        court.Do(new CorrectCaseAct(CaseAct.CourtResult, Some.Grounds, court.Today.AddDays(-1), "裁2", CourtResult.Enforced),
            court.HeadOfItsSection);
        Assert.Equal(
            (CourtResult.Enforced, court.Today.AddDays(-1), "裁2", requested),
            (court.Case.Execution.Result!.Value, court.Case.Execution.ResultOn!.Value, court.Case.Execution.ResultDocument,
                court.Case.Execution.EnforcementRequestedOn));
        Assert.Empty(court.Case.OpenTasks);
        Assert.NotNull(court.Case.Clocks.Find(CaseDeadlines.Closing));

        Correct(court, CaseAct.CourtResult, null, null, CourtResult.Ended);
        Assert.Equal(court.Today.AddDays(-1), court.Case.Execution.EndedOn);
        Correct(court, CaseAct.CourtResult, null, null, CourtResult.Refused);
        Assert.Equal((null, null), (court.Case.Execution.EndedOn, court.Case.Execution.EnforcementRequestedOn));
        Assert.Contains(CaseTask.PenaltyUnpaid, court.Case.OpenTasks);
        Assert.Null(court.Case.Clocks.Find(CaseDeadlines.Closing));
        Assert.Equal(requested, court.Case.Execution.CourtAskedOn);
        Correct(court, CaseAct.CourtRequest, requested!.Value.AddDays(1), "强2");
        Assert.Equal((null, requested.Value.AddDays(1)), (court.Case.Execution.EnforcementRequestedOn,
            court.Case.Execution.CourtAskedOn!.Value));
    }

    [Fact]
    public void What_was_late_by_a_mistyped_day_was_not_and_what_was_in_time_was_late()
    {
        var spot = OnTheSpot().After(30).ClockRuns();
        spot.Do(new ReportSpotPenalty(spot.Today)).Do(new HandInCash(spot.Today, "交1"));
        Assert.Equal(
            [CaseDeadlines.SpotCash, CaseDeadlines.SpotReport],
            spot.Case.Lapses.Select(lapse => lapse.Kind).Where(kind => kind != CaseDeadlines.Publication).Order(StringComparer.Ordinal));
        Correct(spot, CaseAct.SpotReport, Some.Today.AddDays(2));
        Correct(spot, CaseAct.CashHandedIn, Some.Today.AddDays(1), "交2");
        Assert.DoesNotContain(spot.Case.Lapses, lapse => lapse.Kind is CaseDeadlines.SpotCash or CaseDeadlines.SpotReport);
        Correct(spot, CaseAct.CashHandedIn, Some.Today.AddDays(20));
        Assert.Contains(spot.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.SpotCash);
        Assert.Equal((Some.Today.AddDays(20), "交2"), (spot.Case.Spot!.CashHandedInOn!.Value, spot.Case.Spot.CashDocument));
    }

    private static CaseTale Asked() => CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));

    private static CaseTale Urged()
    {
        var tale = CaseTale.Served().After(30).ClockRuns();
        return tale.Do(new UrgePayment("催1"));
    }

    private static CaseTale AskedOfCourt()
    {
        var tale = Urged();
        return tale.On(tale.Case.Execution.SuitUntil!.Value.AddDays(10)).ClockRuns().Do(new UrgePayment("催2"))
            .After(20).ClockRuns().Do(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head);
    }

    private static CaseTale OnTheSpot() => CaseTale.Of(kind: PartyKind.Person).Do(
        new PenaliseOnTheSpot(["officer", "second"], new(100_00), Warns: false, new(100_00), "票1", Some.Grounds));

    private static void Correct(CaseTale tale, CaseAct act, DateOnly? on, string? number = null, CourtResult? result = null) =>
        tale.Do(new CorrectCaseAct(act, Some.Grounds, on, number, result), tale.HeadOfItsSection);

    private static string? Field(CaseTale tale, CaseAct act, DateOnly on) =>
        (tale.Refused(new CorrectCaseAct(act, Some.Grounds, on), tale.HeadOfItsSection) as InvalidInput)?.Field;
}
