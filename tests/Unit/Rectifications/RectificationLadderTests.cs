using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

public sealed class RectificationLadderTests
{
    [Fact]
    public void Nobody_decides_on_a_measure_that_he_proposed_himself()
    {
        var proposal = new ProposeRectificationMeasure(RectificationMeasure.Withdrawal, "企业拒不整改");
        var proposed = Tell(Declined(), Now with { Actor = Deciding }, proposal);
        var accept = Accept(RectificationMeasure.Withdrawal);
        Assert.Equal(new DeciderTookPart("head"), Refused(proposed, accept, Now with { Actor = Deciding }));
        Assert.Null(Refused(proposed, accept, Now with { Actor = Deciding with { User = "another-head" } }));

        // Whoever proposed it can take it back.
        Assert.Null(Refused(proposed, Decline(RectificationMeasure.Withdrawal), Now with { Actor = Deciding }));
    }

    [Fact]
    public void About_a_certificate_its_body_is_told_and_no_authority_is_asked_to_withdraw_it()
    {
        var failed = FailedForCertificate();
        Assert.Equal(RectificationMeasure.CertificationBody, failed.Proposal!.Measure);
        Assert.Equal("强制性产品认证管理规定 第二十六条至第二十八条", Rectification.BasisOf(failed, failed.Proposal.Measure, Some.Today)!.Text.Chinese);
        var told = Tell(failed, NowForCertificate, Accept(RectificationMeasure.CertificationBody));
        Assert.Empty(told.OwedToLicence);
        Assert.Equal(RectificationMeasure.Banning, told.Proposal!.Measure);
        var declined = Tell(failed, NowForCertificate, Decline(RectificationMeasure.CertificationBody));
        var refused = Assert.IsType<StepHasNoBasis>(Refused(declined, new ProposeRectificationMeasure(RectificationMeasure.Suspension,
            "整改不合格"), NowForCertificate));
        Assert.Equal(LadderStep.CertificationBody, refused.Lawful);
    }

    [Fact]
    public void What_the_body_answers_is_recorded_and_its_suspension_told_to_the_certificate()
    {
        var told = Tell(FailedForCertificate(), NowForCertificate, Accept(RectificationMeasure.CertificationBody));
        var answer = new RecordMeasureAnswer(RectificationMeasure.CertificationBody, Granted: true, "已暂停证书", "认暂〔2026〕5号",
            new DateOnly(2026, 6, 30));
        var answered = Tell(told, NowForCertificate, answer);
        Assert.Equal(
            new RecordCertificateSuspension(new(2026, 6, 30), new Grounds("已暂停证书", Some.Grounds.Basis, "认暂〔2026〕5号")),
            Rectification.Concept.Owes(answered)!.Command);
        Assert.Empty(Tell(told, NowForCertificate, answer with { Until = null }).OwedToLicence);
    }

    /// <summary>What the body never suspended is taken back under the day it was recorded with; what it did suspend is told.</summary>
    [Fact]
    public void A_mistyped_answer_of_the_body_changes_the_certificate_under_its_own_day()
    {
        var (day, until) = (Some.Today, new DateOnly(2026, 6, 30));
        var body = RectificationMeasure.CertificationBody;
        var told = Tell(FailedForCertificate(), NowForCertificate, Accept(body));
        var suspended = Tell(told, NowForCertificate, new RecordMeasureAnswer(body, Granted: true, "已暂停证书", "认暂〔2026〕5号", until));
        var later = On(day.AddDays(3));
        var grounds = new Grounds("答复原件如此", Some.Grounds.Basis);

        // As it stands once the certificate has been told of the mistaken answer.
        suspended = Rectification.Apply(
            suspended, new RectificationLicenceChanged(LicenceChangeKind.BodySuspends, Some.CertificateNumber));
        var declined = Tell(suspended, later, Correction(body, granted: false));
        Assert.Equal(new CorrectCertificateSuspension(grounds, day), Rectification.Concept.Owes(declined)!.Command);
        Assert.Null(declined.Taken(body)!.Answer!.Until);

        var granted = Tell(
            Rectification.Apply(
                declined, new RectificationLicenceChanged(LicenceChangeKind.TakeBackBodySuspension, Some.CertificateNumber)),
            later,
            Correction(body, granted: true) with { Until = until });
        Assert.Equal(new RecordCertificateSuspension(until, grounds) { On = day }, Rectification.Concept.Owes(granted)!.Command);

        // Another last day, or another day of the answer: the one is taken back, and the other told.
        var moved = Tell(suspended, later, Correction(body, granted: true) with { AnsweredOn = day.AddDays(1) });
        Assert.Equal(
            [(LicenceChangeKind.TakeBackBodySuspension, day, null), (LicenceChangeKind.BodySuspends, day.AddDays(1), until)],
            moved.OwedToLicence.Select(owed => (owed.Kind, owed.On, owed.Until)));
        Assert.Empty(Tell(suspended, later, Correction(body, granted: true)).OwedToLicence);

        Assert.Equal("until", Assert.IsType<InvalidInput>(Rectification.Concept.Decided(
            suspended, Correction(body, granted: false) with { Until = until }, later).Refusal).Field);
        Assert.Equal("until", Assert.IsType<InvalidInput>(Rectification.Concept.Decided(
            suspended, Correction(body, granted: true) with { Until = day.AddDays(-1) }, later).Refusal).Field);
    }

    /// <summary>What the certification body declines is not the end: banning is proposed, or to tell it again.</summary>
    [Fact]
    public void What_the_body_declines_leads_to_the_next_lawful_step()
    {
        var told = Tell(FailedForCertificate(), NowForCertificate, Accept(RectificationMeasure.CertificationBody),
            Decline(RectificationMeasure.Banning));
        var declined = new RecordMeasureAnswer(RectificationMeasure.CertificationBody, Granted: false, "不予暂停");
        var answered = Tell(told, NowForCertificate, declined);
        Assert.Equal((RectificationMeasure.Banning, ProposalCause.NotGranted), (answered.Proposal!.Measure, answered.Proposal.Cause));

        // Where banning was taken, the body is told again.
        var banning = Tell(FailedForCertificate(), NowForCertificate, Accept(RectificationMeasure.CertificationBody),
            Accept(RectificationMeasure.Banning), declined);
        Assert.Equal(RectificationMeasure.CertificationBody, banning.Proposal!.Measure);
        Assert.Null(Tell(told, NowForCertificate, declined with { Granted = true }).Proposal);
    }

    /// <summary>Thirty days from 2 March.</summary>
    [Fact]
    public void Who_does_not_answer_is_waited_for_thirty_days_and_then_asked_again()
    {
        var told = Tell(FailedForCertificate(), NowForCertificate, Accept(RectificationMeasure.CertificationBody),
            Accept(RectificationMeasure.Banning));
        Assert.Equal(new DateOnly(2026, 4, 1), told.AwaitedAnswer!.AnswerBy);
        var again = new ProposeRectificationMeasure(RectificationMeasure.CertificationBody, "未答复");
        Assert.IsType<MeasureAlreadyTaken>(Refused(told, again, On(new DateOnly(2026, 4, 1))));
        var missing = Lapse(told, RectificationDeadlines.Answer);
        Assert.Equal(
            (RectificationMeasure.CertificationBody, ProposalCause.NotAnswered), (missing.Proposal!.Measure, missing.Proposal.Cause));

        // The other answer that is missing is told too, and late ones are recorded all the same.
        var both = Lapse(missing, RectificationDeadlines.Answer);
        Assert.Null(both.AwaitedAnswer);
        var late = new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已取缔");
        Assert.Null(Tell(both, On(new DateOnly(2026, 5, 4)), Decline(RectificationMeasure.CertificationBody), late).Proposal);
        Assert.Null(Tell(told, NowForCertificate, new ReportRectification("已整改"), Reinspect(ReinspectionResult.Complied)).AwaitedAnswer);
    }

    [Fact]
    public void A_suspension_is_taken_only_where_its_case_is_named()
    {
        Assert.Equal(new SuspensionWithoutCase(), Refused(Failed(), Accept(RectificationMeasure.Suspension) with { Case = null }));
        Assert.Equal(new NotFound("case", "AJ-0123456789"), Refused(Failed(),
            Accept(RectificationMeasure.Suspension) with { Case = "AJ-0123456789" }));
        var found = On(Some.Today, Facts with
        {
            Suspending = new(new DecidingCase("AJ-0123456789", [Some.CreditCode], Some.Today,
            [PenaltyKind.LicenceSuspension])
            { ServedOn = Some.Today })
        });
        var taken = Tell(Failed(), found, Accept(RectificationMeasure.Suspension) with { Case = "AJ-0123456789" });
        Assert.Equal("AJ-0123456789", taken.Measures[0].Case);
        Assert.Equal("AJ-0123456789", Assert.IsType<SuspendLicence>(Rectification.Concept.Owes(taken)!.Command).Case);
    }

    [Fact]
    public void A_case_about_the_conditions_is_a_persons_to_propose_and_names_itself()
    {
        var proposed = Tell(Declined(), Now, new ProposeRectificationMeasure(RectificationMeasure.ConditionsCase, "不再符合发证条件"));
        Assert.Equal("工业产品生产许可证管理条例实施办法 第四十九条", Rectification.BasisOf(proposed, RectificationMeasure.ConditionsCase,
            Some.Today)!.Text.Chinese);
        Assert.Equal("case", Assert.IsType<InvalidInput>(Refused(proposed,
            Accept(RectificationMeasure.ConditionsCase) with { Case = null }, Now with { Actor = Deciding })).Field);
        Assert.Equal(Some.CaseOnPaper, Tell(proposed, Now, Accept(RectificationMeasure.ConditionsCase)).Measures[^1].Case);
    }

    [Fact]
    public void A_request_that_was_declined_is_asked_again_and_one_that_is_open_is_not()
    {
        Assert.Equal([LicenceChangeKind.Suspend, LicenceChangeKind.RequestWithdrawal, LicenceChangeKind.DeclineWithdrawal],
            WithdrawalDeclined().OwedToLicence.Select(owed => owed.Kind));
        var again = Tell(
            WithdrawalDeclined(), Now, Decline(RectificationMeasure.Banning),
                new ProposeRectificationMeasure(RectificationMeasure.Withdrawal, "又发现新的事实"));
        var asked = Tell(again, On(Some.Today.AddDays(1)), Accept(RectificationMeasure.Withdrawal));
        Assert.Equal(2, asked.Measures.Count(decided => decided is { Accepted: true, Measure: RectificationMeasure.Withdrawal }));
        Assert.True(Tell(asked, On(Some.Today.AddDays(1)), new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true,
            "同意")).Measures[^1].Answer!.Granted);
        Assert.Equal(
            new MeasureAlreadyTaken(RectificationMeasure.Suspension, Some.Today),
            Refused(Tell(Suspended(), Now, Decline(RectificationMeasure.Withdrawal)),
                new ProposeRectificationMeasure(RectificationMeasure.Suspension, "再次")));
    }

    /// <summary>The answer was entered wrongly, and the request proposed again because of it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_request_that_was_granted_after_all_is_not_proposed_again(bool granted)
    {
        var again = Tell(
            WithdrawalDeclined(), Now, Decline(RectificationMeasure.Banning),
                new ProposeRectificationMeasure(RectificationMeasure.Withdrawal, "又发现新的事实"));
        var corrected = Tell(again, Now, new CorrectMeasureAnswer(RectificationMeasure.Withdrawal, granted, "更正的答复", "答复误填"));
        Assert.Equal(granted, corrected.Proposal is null);
    }

    [Theory]
    [InlineData(RectificationStatus.Failed)]
    [InlineData(RectificationStatus.Overdue)]
    public void Who_puts_things_right_late_can_report_and_pass_whatever_was_proposed(RectificationStatus status)
    {
        var late = On(DueOn.AddDays(9));
        var before = status is RectificationStatus.Failed ? WithdrawalRequested() : Overdue();
        var reported = Tell(before, late, new ReportRectification("已整改完毕"));
        Assert.Equal((status, true), (reported.Status, reported.Report!.IsLate));
        Assert.Contains(RectificationDeadlines.Of(reported), open => open.Kind == RectificationDeadlines.Reinspection);
        var passed = Tell(reported, late, Reinspect(ReinspectionResult.Complied));
        Assert.Equal((RectificationStatus.Passed, null), (passed.Status, passed.Proposal));
    }

    [Fact]
    public void A_report_in_time_that_is_entered_late_takes_back_that_it_was_overdue()
    {
        var reported = Tell(Overdue(), On(DueOn.AddDays(3)), new ReportRectification("已整改完毕") { On = DueOn });
        Assert.Equal((RectificationStatus.Reported, false, null), (reported.Status, reported.Report!.IsLate, reported.Proposal));
        Assert.Equal(RectificationStatus.Overdue, Tell(Overdue(), On(DueOn.AddDays(3)),
            new ReportRectification("已整改完毕") { On = DueOn.AddDays(1) }).Status);
    }

    [Theory]
    [InlineData(-1, "on")]
    [InlineData(0, null)]
    [InlineData(1, "on")]
    public void A_report_came_on_or_after_the_order_and_by_today(int days, string? field) =>
        Assert.Equal(field, (Refused(Ordered(), new ReportRectification("已整改") { On = Some.Today.AddDays(days) }) as InvalidInput)?.Field);

    [Fact]
    public void The_reinspections_term_runs_from_the_day_of_the_report() =>
        Assert.Equal(new DateOnly(2026, 3, 16), Tell(Ordered(), On(Some.Today.AddDays(4)),
            new ReportRectification("已整改") { On = Some.Today }).ReinspectBy);

    [Fact]
    public void A_mistyped_answer_is_corrected_and_the_licence_hears_what_follows()
    {
        var granted = Tell(WithdrawalRequested(), Now, new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销",
            "沪市监撤〔2026〕7号"));
        var declined = Tell(granted, Now, Correction(RectificationMeasure.Withdrawal, granted: false));
        Assert.False(declined.Taken(RectificationMeasure.Withdrawal)!.Answer!.Granted);
        Assert.Equal([LicenceChangeKind.TakeBackEnding, LicenceChangeKind.DeclineWithdrawal],
            declined.OwedToLicence.TakeLast(2).Select(owed => owed.Kind));
        Assert.Equal(LicenceChangeKind.Withdraw, Tell(WithdrawalDeclined(), Now, Correction(RectificationMeasure.Withdrawal,
            granted: true)).OwedToLicence[^1].Kind);
        Assert.Equal(new NoAnswerToCorrect(RectificationMeasure.Banning), Refused(granted, Correction(RectificationMeasure.Banning,
            granted: false)));
    }

    /// <summary>A producer that was never banned is not at rest: the next lawful step is proposed, or it is looked at again.</summary>
    [Fact]
    public void A_grant_that_never_was_leads_on_as_a_refusal_does()
    {
        var banned = Tell(ReportedForBanning(), Now, new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔"));
        var counted = new CountedFact(Some.Today, Measure.ProducersBanned, 1, "INSPECTION", productClass: "CLOTHING");
        var later = On(Some.Today.AddDays(40)).With(new CountedSoFar([counted]));
        var declined = Tell(banned, later, Correction(RectificationMeasure.Banning, granted: false));
        Assert.False(Rectification.Concept.IsStuck(declined));
        Assert.Equal(ProposalCause.NotGranted, declined.Proposal!.Cause);
    }

    [Fact]
    public void A_corrected_answer_takes_back_what_was_counted_under_the_section_that_it_was_counted_under()
    {
        var banned = Tell(ReportedForBanning(), Now, new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔"));
        var handedOver = Tell(banned, Now, new HandOverRectification("QUALITY", Some.Grounds));
        var counted = new CountedFact(Some.Today, Measure.ProducersBanned, 1, "INSPECTION", productClass: "CLOTHING") with
        {
            IsLicensed = true,
        };
        var now = (On(Some.Today.AddDays(1)) with { Actor = Some.Officer with { Section = "QUALITY" } }).With(new CountedSoFar([counted]));
        Assert.Equal([counted.Fact with { Amount = -1 }], Facts(Correction(RectificationMeasure.Banning, granted: false)));
        Assert.Equal(
            [counted.Fact with { Amount = -1 }, counted.Fact with { Day = Some.Today.AddDays(1) }],
            Facts(Correction(RectificationMeasure.Banning, granted: true) with { AnsweredOn = Some.Today.AddDays(1) }));

        IEnumerable<TallyFact> Facts(RectificationCommand command)
        {
            var happened = Rectification.Concept.Decided(handedOver, command, now).Events[0];
            return Rectification.Concept.Tally(handedOver, happened, Rectification.Apply(handedOver, happened));
        }
    }

    [Theory]
    [InlineData(-1, "answeredOn")]
    [InlineData(0, null)]
    [InlineData(1, "answeredOn")]
    public void A_corrected_answer_came_after_the_measure_and_by_today(int days, string? field) => Assert.Equal(
        field,
        (Refused(WithdrawalDeclined(), Correction(RectificationMeasure.Withdrawal,
            granted: true) with
        { AnsweredOn = Some.Today.AddDays(days) }) as InvalidInput)?.Field);

    private static CorrectMeasureAnswer Correction(RectificationMeasure measure, bool granted) => new(measure, granted, "答复原件如此", "答复登记有误");
}
