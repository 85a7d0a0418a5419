using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>处理措施. What can be proposed, taken and answered, to whom it goes and what the licence is told of it (R2.2.5).</summary>
public sealed class RectificationMeasureTests
{
    /// <summary>What is asked of the licence is asked only where it stands so that it can be done.</summary>
    [Theory]
    [InlineData(RectificationMeasure.Suspension, LicenceStatus.Active)]
    [InlineData(RectificationMeasure.Withdrawal, LicenceStatus.Active, LicenceStatus.Suspended)]
    [InlineData(
        RectificationMeasure.Deregistration,
        LicenceStatus.Active,
        LicenceStatus.Suspended,
        LicenceStatus.Expired,
        LicenceStatus.Withdrawn,
        LicenceStatus.Revoked,
        LicenceStatus.NotYetValid)]
    [InlineData(
        RectificationMeasure.ConditionsCase,
        LicenceStatus.Active,
        LicenceStatus.Suspended,
        LicenceStatus.Expired,
        LicenceStatus.Withdrawn,
        LicenceStatus.Revoked,
        LicenceStatus.Deregistered,
        LicenceStatus.NotYetValid)]
    [InlineData(
        RectificationMeasure.Banning,
        LicenceStatus.Active,
        LicenceStatus.Suspended,
        LicenceStatus.Expired,
        LicenceStatus.Withdrawn,
        LicenceStatus.Revoked,
        LicenceStatus.Deregistered,
        LicenceStatus.NotYetValid)]
    public void A_measure_is_taken_where_the_licence_stands_so_that_it_can_be(RectificationMeasure measure, params LicenceStatus[] admitted)
    {
        var proposed = Tell(Declined(), Now, new ProposeRectificationMeasure(measure, "整改不合格"));
        foreach (var status in Enum.GetValues<LicenceStatus>())
        {
            var refused = Refused(proposed, Accept(measure), Standing(Some.ProductionLicenceNumber, status));
            Assert.Equal(
                admitted.Contains(status) ? null : new LicenceDoesNotAdmitMeasure(Some.ProductionLicenceNumber, status, measure), refused);
        }
    }

    [Fact]
    public void The_certification_body_is_told_wherever_its_certificate_stands()
    {
        foreach (var status in Enum.GetValues<LicenceStatus>())
        {
            Assert.Null(Refused(
                FailedForCertificate(), Accept(RectificationMeasure.CertificationBody), Standing(Some.CertificateNumber, status)));
        }
    }

    [Fact]
    public void A_measure_about_a_licence_that_nobody_finds_is_not_taken() => Assert.Equal(
        new NotFound("licence", Some.ProductionLicenceNumber),
        Refused(Failed(), Accept(RectificationMeasure.Suspension), On(Some.Today, Facts with { Licence = null })));

    [Fact]
    public void A_document_goes_to_whom_the_law_names()
    {
        var authority = "上海市市场监督管理局";
        Assert.Equal(authority, Recipient(RectificationMeasure.Withdrawal, authority));
        Assert.Equal("发证机关", Recipient(RectificationMeasure.Withdrawal, null));
        Assert.Equal("城区人民政府", Recipient(RectificationMeasure.Banning, authority));
        Assert.Equal(Some.CreditCode, Recipient(RectificationMeasure.ConditionsCase, authority));
        Assert.Equal("方圆标志认证集团", ToldBody("方圆标志认证集团"));
        Assert.Equal("认证机构", ToldBody(null));

        static string? Recipient(RectificationMeasure measure, string? issuedBy) => Tell(
            Tell(Declined(), Now, new ProposeRectificationMeasure(measure, "整改不合格")),
            IssuedBy(Some.ActiveLicence(), issuedBy),
            Accept(measure)).Measures[^1].Recipient;

        static string? ToldBody(string? issuedBy) => Tell(
            FailedForCertificate(),
            IssuedBy(Some.ActiveLicence(Some.CertificateNumber), issuedBy),
            Accept(RectificationMeasure.CertificationBody)).Measures[^1].Recipient;

        static Circumstances IssuedBy(LicenceState licence, string? issuedBy) =>
            On(Some.Today, Facts with { Licence = licence with { Details = licence.Details with { IssuedBy = issuedBy } } });
    }

    [Fact]
    public void An_answer_is_awaited_of_whoever_is_asked_and_of_nobody_else()
    {
        var thirtyDays = new DateOnly(2026, 4, 1);
        Assert.Equal([null, thirtyDays, thirtyDays], ReportedForBanning().Measures.Select(decided => decided.AnswerBy));
        var filed = Tell(
            Declined(),
            Now,
            new ProposeRectificationMeasure(RectificationMeasure.ConditionsCase, "不再符合发证条件"),
            Accept(RectificationMeasure.ConditionsCase));
        Assert.Null(filed.Measures[^1].AnswerBy);
    }

    [Fact]
    public void Of_two_answers_the_one_that_is_due_first_is_awaited_first()
    {
        var asked = Tell(WithdrawalRequested(), On(Some.Today.AddDays(5)), Accept(RectificationMeasure.Banning));
        Assert.Equal(RectificationMeasure.Withdrawal, asked.AwaitedAnswer!.Measure);
        var granted = new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意");
        var answered = Tell(asked, On(Some.Today.AddDays(6)), granted);
        Assert.Equal(RectificationMeasure.Banning, answered.AwaitedAnswer!.Measure);
    }

    /// <summary>A case about the conditions is no rung of the ladder: what comes after it is for a person to propose.</summary>
    [Fact]
    public void A_case_that_is_filed_leads_to_no_next_rung()
    {
        var filed = Tell(
            Declined(),
            Now,
            new ProposeRectificationMeasure(RectificationMeasure.ConditionsCase, "不再符合发证条件"),
            Accept(RectificationMeasure.ConditionsCase));
        Assert.Null(filed.Proposal);
        Assert.Empty(filed.OwedToLicence);
    }

    [Fact]
    public void A_document_names_a_case_only_where_one_decides_it()
    {
        var taken = Tell(Suspended(), Now, Accept(RectificationMeasure.Withdrawal) with { Case = Some.CaseOnPaper });
        Assert.Equal([Some.CaseOnPaper, null], taken.Measures.Select(decided => decided.Case));
        Assert.Equal([Some.CaseOnPaper, null], taken.OwedToLicence.Select(owed => owed.Case));
        Assert.Equal("until", Assert.IsType<InvalidInput>(
            Refused(Suspended(), Accept(RectificationMeasure.Withdrawal) with { Until = new DateOnly(2200, 1, 1) })).Field);
    }

    [Fact]
    public void A_measure_is_proposed_by_somebody_with_a_reason_and_only_where_nothing_else_waits()
    {
        var suspension = new ProposeRectificationMeasure(RectificationMeasure.Suspension, " 整改不合格 ");
        Assert.Equal(new RectificationNotOpen(RectificationStatus.Ordered), Refused(Ordered(), suspension));
        Assert.Equal(new RectificationNotOpen(RectificationStatus.Reported), Refused(Reported(), suspension));
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refused(Declined(), suspension with { Reason = " " })).Field);
        var proposal = Tell(Declined(), Now, suspension).Proposal!;
        Assert.Equal(
            ("整改不合格", "officer", ProposalCause.Officer, new DateOnly(2026, 3, 9)),
            (proposal.Reason, proposal.By, proposal.Cause, proposal.DecideBy!.Value));

        // What is proposed already need not be proposed again, and nothing else can be beside it.
        Assert.Empty(Rectification.Concept.Decided(Failed(), suspension, Now).Events);
        Assert.Null(Refused(Failed(), suspension));
        Assert.Equal(
            new MeasureUndecided(RectificationMeasure.Suspension),
            Refused(Failed(), new ProposeRectificationMeasure(RectificationMeasure.Withdrawal, "整改不合格")));
    }

    [Fact]
    public void Who_has_stopped_production_can_be_deregistered_at_any_time_while_the_order_is_open()
    {
        var stopped = new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停产");
        Assert.Null(Refused(Ordered(), stopped));
        Assert.Null(Refused(Reported(), stopped));
        Assert.Null(Refused(Declined(), stopped));
        Assert.Equal(new RectificationNotOpen(RectificationStatus.Passed), Refused(Passed(), stopped));
        var done = Tell(Ordered(), Now, stopped, Accept(RectificationMeasure.Deregistration));
        Assert.Equal(LicenceChangeKind.Deregister, done.OwedToLicence[0].Kind);
    }

    /// <summary>As orders were kept before the last day of an answer was: the thirty days are counted from the decision.</summary>
    [Theory]
    [InlineData("2026-04-01", false)]
    [InlineData("2026-04-02", true)]
    public void What_nobody_answered_is_asked_again_after_thirty_days(string day, bool mayBe)
    {
        var banning = new ProposeRectificationMeasure(RectificationMeasure.Banning, "拒不整改");
        var asked = Tell(Declined(), Now, banning, Accept(RectificationMeasure.Banning));
        var before = asked with { Measures = asked.Measures.SetItem(1, asked.Measures[1] with { AnswerBy = null }) };
        var refused = Refused(before, banning with { Reason = "未答复" }, On(DateOnly.Parse(day)));
        Assert.Equal(mayBe ? null : new MeasureAlreadyTaken(RectificationMeasure.Banning, Some.Today), refused);
    }

    [Fact]
    public void Another_re_inspection_that_fails_proposes_nothing_beside_what_waits()
    {
        var decision = Rectification.Concept.Decided(Failed(), Reinspect(ReinspectionResult.PenaltyProposed), Now);
        Assert.IsType<RectificationReinspected>(Assert.Single(decision.Events));
        var proposed = Tell(Reported(), Now, Reinspect(ReinspectionResult.PenaltyProposed));
        Assert.Equal((RectificationStatus.Failed, RectificationMeasure.Suspension), (proposed.Status, proposed.Proposal!.Measure));
        Assert.Equal(new RectificationNotOpen(RectificationStatus.Passed), Refused(Passed(), Reinspect(ReinspectionResult.Complied)));
    }

    [Theory]
    [InlineData(" ", null, "answer")]
    [InlineData("已暂停", "2026-03-01", "until")]
    [InlineData("已暂停", "2026-03-02", null)]
    public void An_answer_says_something_and_a_suspension_does_not_end_before_it(string text, string? until, string? field)
    {
        var told = Tell(FailedForCertificate(), NowForCertificate, Accept(RectificationMeasure.CertificationBody));
        DateOnly? day = until is null ? null : DateOnly.Parse(until);
        var answer = new RecordMeasureAnswer(RectificationMeasure.CertificationBody, Granted: true, text, null, day);
        Assert.Equal(field, (Refused(told, answer) as InvalidInput)?.Field);
    }

    [Fact]
    public void An_answer_is_kept_as_it_was_given_and_the_licence_is_told_its_day()
    {
        var day = Some.Today.AddDays(3);
        var answered = Tell(
            WithdrawalRequested(),
            On(Some.Today.AddDays(5)),
            new RecordMeasureAnswer(
                RectificationMeasure.Withdrawal, Granted: true, " 同意撤销 ", " 沪市监撤〔2026〕7号 ", new DateOnly(2026, 12, 31))
            { On = day });
        Assert.Equal(new MeasureAnswer(day, Granted: true, "同意撤销", "沪市监撤〔2026〕7号"), answered.Measures[^1].Answer);
        var owed = answered.OwedToLicence[^1];
        Assert.Equal((LicenceChangeKind.Withdraw, day, null), (owed.Kind, owed.On, owed.Until));

        // What is entered on its own day needs no other.
        Assert.Null(Tell(
            WithdrawalRequested(),
            Now,
            new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销")).OwedToLicence[^1].On);
    }

    /// <summary>行政许可法 第七十条第三项: of who is no more the licence is deregistered, and no other rung is climbed.</summary>
    [Fact]
    public void No_rung_is_climbed_against_an_enterprise_that_has_ended()
    {
        var ended = new EndedEnterprise("某厂", Some.Today);
        var now = On(Some.Today, Facts with { Ended = ended });
        var refusal = new EnterpriseHasEnded(Some.CreditCode, "某厂", Some.Today);
        Assert.Equal(refusal, Rectification.Concept.Decided(Failed(), Accept(RectificationMeasure.Suspension), now).Refusal);
        var declined = Tell(Failed(), now, Decline(RectificationMeasure.Suspension));
        Assert.Equal(refusal, Rectification.Concept.Decided(
            declined, new ProposeRectificationMeasure(RectificationMeasure.Withdrawal, "情节严重"), now).Refusal);
        Assert.Contains("应当注销", refusal.Message.Chinese, StringComparison.Ordinal);

        // What was decided while it was there is entered with its day.
        var before = On(Some.Today, Facts with { Ended = ended with { On = Some.Today.AddDays(1) } });
        Assert.Null(Rectification.Concept.Decided(Failed(), Accept(RectificationMeasure.Suspension), before).Refusal);

        var deregistering = Tell(declined, now, new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已终止"));
        Assert.Equal(
            RectificationMeasure.Deregistration,
            Tell(deregistering, now with { Actor = Deciding }, Accept(RectificationMeasure.Deregistration)).Measures[^1].Measure);
    }

    /// <summary>What the licence is told bears the day on which it was decided here, where that was entered later.</summary>
    [Theory]
    [InlineData(LicenceChangeKind.Suspend)]
    [InlineData(LicenceChangeKind.RequestWithdrawal)]
    [InlineData(LicenceChangeKind.Withdraw)]
    [InlineData(LicenceChangeKind.Deregister)]
    [InlineData(LicenceChangeKind.DeclineWithdrawal)]
    [InlineData(LicenceChangeKind.BodySuspends)]
    public void The_licence_is_told_on_which_day_its_step_was_decided(LicenceChangeKind kind)
    {
        var owed = Suspended().OwedToLicence[0];
        var (day, until) = (Some.Today.AddDays(-4), new DateOnly(2026, 12, 31));
        var told = Rectification.Concept.Owes(Suspended() with { OwedToLicence = [owed with { Kind = kind, On = day, Until = until }] })!;
        Assert.Equal(day, told.Command.On);
        Assert.Equal(owed.Since, told.Since);
        var isUntil = told.Command is SuspendLicence { Until: var first } ? first
            : told.Command is RecordCertificateSuspension { Until: var second } ? second : (DateOnly?)null;
        Assert.Equal(kind is LicenceChangeKind.Suspend or LicenceChangeKind.BodySuspends ? until : null, isUntil);
    }

    [Fact]
    public void Of_two_like_steps_that_are_owed_the_first_is_settled_first()
    {
        var owed = WithdrawalRequested().OwedToLicence[1];
        var twice = WithdrawalRequested() with { OwedToLicence = [owed, owed with { Since = owed.Since.AddDays(1) }] };
        var settled = Rectification.Apply(
            twice, new RectificationLicenceChanged(LicenceChangeKind.RequestWithdrawal, Some.ProductionLicenceNumber));
        Assert.Equal(owed.Since.AddDays(1), Assert.Single(settled.OwedToLicence).Since);
    }

    [Fact]
    public void Who_declines_after_the_order_was_followed_or_banned_leads_to_nothing_more()
    {
        var declined = new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: false, "不予撤销");
        var passed = Tell(WithdrawalRequested(), Now, Reinspect(ReinspectionResult.Complied), declined);
        Assert.Equal((RectificationStatus.Passed, null), (passed.Status, passed.Proposal));
        var banned = Tell(
            ReportedForBanning(), Now, new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔"), declined);
        Assert.Null(banned.Proposal);

        // What waits already waits on, for the reason it was proposed for.
        Assert.Equal(ProposalCause.PrecedingMeasure, WithdrawalDeclined().Proposal!.Cause);
        Assert.Equal(ProposalCause.NotGranted, Tell(ReportedForBanning(), Now, declined).Proposal!.Cause);
    }

    [Fact]
    public void A_corrected_answer_says_something_else_than_before_and_why()
    {
        var declined = WithdrawalDeclined();
        var same = new CorrectMeasureAnswer(RectificationMeasure.Withdrawal, Granted: false, "不予撤销", "登记有误", "沪市监复〔2026〕7号");
        Assert.Empty(Rectification.Concept.Decided(declined, same, Now).Events);
        Assert.Equal("answer", Assert.IsType<InvalidInput>(Refused(declined, same with { Answer = " " })).Field);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refused(declined, same with { Answer = "另", Reason = " " })).Field);

        // What the licence has heard stays heard where only the wording was wrong.
        var worded = Assert.IsType<RectificationAnswerCorrected>(Assert.Single(Rectification.Concept.Decided(
            declined, same with { Answer = " 不同意撤销 ", Reason = " 抄录有误 ", DocumentNumber = " 沪市监复〔2026〕8号 " }, Now).Events));
        Assert.Equal(
            (new MeasureAnswer(Some.Today, Granted: false, "不同意撤销", "沪市监复〔2026〕8号"), "抄录有误"), (worded.Answer, worded.Reason));
        Assert.Empty(worded.Changes);
        Assert.Empty(worded.Facts);
        Assert.Equal(declined.Measures[^1].Answer, worded.Before);
        Assert.Null(Refused(Passed() with { Measures = declined.Measures }, same with { Granted = true }));
    }

    [Fact]
    public void A_banning_that_was_granted_after_all_is_counted_under_the_section_and_class_of_the_order()
    {
        var answered = new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: false, "不予取缔");
        var declined = Tell(ReportedForBanning(), Now, answered);
        var correction = new CorrectMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔", "登记有误");
        var corrected = Assert.IsType<RectificationAnswerCorrected>(Rectification.Concept.Decided(declined, correction, Now).Events[0]);
        Assert.Equal(
            [new TallyFact(Some.Today, Measure.ProducersBanned, 1, "INSPECTION", null, "CLOTHING")],
            corrected.Facts.Select(fact => fact.Fact));

        // A request to withdraw counts for nothing, nor does what is declined before and after.
        var withdrawn = new CorrectMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销", "登记有误");
        var other = Assert.IsType<RectificationAnswerCorrected>(
            Rectification.Concept.Decided(WithdrawalDeclined(), withdrawn, Now).Events[0]);
        Assert.Empty(other.Facts);
        Assert.Equal([LicenceChangeKind.Withdraw], other.Changes.Select(change => change.Kind));
        var still = Rectification.Concept.Decided(declined, correction with { Granted = false, Answer = "不取缔" }, Now).Events[0];
        Assert.Empty(Assert.IsType<RectificationAnswerCorrected>(still).Facts);
    }

    [Fact]
    public void A_late_answer_that_did_not_come_is_told_the_day_after_its_last()
    {
        var asked = ReportedForBanning();
        var due = RectificationDeadlines.Of(asked).Single(open => open.Kind == RectificationDeadlines.Answer);
        var reached = new RectificationDeadlineReached(due.Kind, due.DueAt);
        var missing = Assert.IsType<RectificationAnswerMissing>(
            Rectification.Concept.Decided(asked, reached, At(due.DueAt.AddDays(9))).Events[0]);
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 2)), (missing.LastDay, missing.EffectiveOn!.Value));
        var next = Lapse(Tell(WithdrawalRequested(), Now, Decline(RectificationMeasure.Banning)), RectificationDeadlines.Answer).Proposal!;
        Assert.Equal(
            (RectificationMeasure.Banning, ProposalCause.NotAnswered, new DateOnly(2026, 4, 2)),
            (next.Measure, next.Cause, next.ProposedOn));
        Assert.Null(Rectification.Apply(asked, missing).Measures.Single(one => one.Measure == missing.Measure).AnswerBy);
    }

    /// <summary>强制性产品认证管理规定 is in force since 1 September 2009: what is overdue that day is told to the body.</summary>
    [Theory]
    [InlineData("2009-08-30", null)]
    [InlineData("2009-08-31", RectificationMeasure.CertificationBody)]
    public void What_is_proposed_is_lawful_on_the_day_on_which_the_order_is_overdue(string dueOn, RectificationMeasure? proposed)
    {
        var certificate = Some.ActiveLicence(Some.CertificateNumber);
        var now = On(new DateOnly(2009, 8, 3), Facts with { Licence = certificate });
        var ordered = Tell(null, now, Order with { Licence = Some.CertificateNumber, DueOn = DateOnly.Parse(dueOn) });
        Assert.Equal(proposed, Lapse(ordered, RectificationDeadlines.Due).Proposal?.Measure);
    }

    /// <summary>Whoever looked at it and has passed it on, by handing it over or by moving the work, is named once.</summary>
    [Fact]
    public void Who_reinspected_twice_is_one_person_who_handed_over()
    {
        var twice = Tell(Failed(), Now, Reinspect(ReinspectionResult.StillInViolation));
        var handedOver = Assert.IsType<RectificationHandedOver>(Assert.Single(
            Rectification.Concept.Decided(twice, new HandOverRectification("QUALITY", Some.Grounds), Now).Events));
        Assert.Equal(SomeInspection.TwoOfficers, handedOver.PassedOnBy!.Value);
    }

    /// <summary>Nothing is done here before what was done last: whichever step it was, its day counts.</summary>
    [Fact]
    public void A_step_is_not_of_a_day_before_the_last_one()
    {
        var day = Some.Today.AddDays(10);
        (RectificationState Before, RectificationCommand Step)[] steps =
        [
            (Ordered(), new ExtendRectification(DueOn.AddDays(9), Some.Grounds)),
            (Ordered(), new ReportRectification("已整改")),
            (Reported(), Reinspect(ReinspectionResult.StillInViolation)),
            (Failed(), Decline(RectificationMeasure.Suspension)),
            (WithdrawalRequested(), new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销")),
            (Ordered(), new HandOverRectification("QUALITY", Some.Grounds)),
        ];
        foreach (var (before, step) in steps)
        {
            var after = Tell(before, On(day), step);
            var now = On(day.AddDays(5)) with { Actor = Some.Officer with { Section = after.Order.Section } };
            var voided = new VoidRectification(Some.Grounds);
            Assert.Equal("on", Assert.IsType<InvalidInput>(Refused(after, voided with { On = day.AddDays(-1) }, now)).Field);
            Assert.Null(Refused(after, voided with { On = day }, now));
        }
    }

    [Fact]
    public void Every_term_of_an_order_names_its_rule_and_whose_it_is()
    {
        var open = RectificationDeadlines.Of(Ordered()).Concat(RectificationDeadlines.Of(ReportedForBanning())).Concat(
            RectificationDeadlines.Of(Failed())).Concat(RectificationDeadlines.Of(Reported())).DistinctBy(one => one.Kind).ToList();
        Assert.Equal(6, open.Count);
        Assert.All(open, one => Assert.Equal("INSPECTION", one.Section));
        Assert.All(open, one => Assert.NotEqual("", one.Rule));
        Assert.Equal(Some.TenOClock(Some.Today), open.Single(one => one.Kind == RectificationDeadlines.LicenceChange).DueAt);
        var warned = open.Single(one => one.Kind == RectificationDeadlines.Warning);
        Assert.Equal(ShuangDa.Grains.Calendar.ShanghaiTime.StartOf(new DateOnly(2026, 3, 22)), warned.DueAt);
    }

    private static Circumstances Standing(string licence, LicenceStatus status) =>
        On(Some.Today, Facts with { Licence = Some.ActiveLicence(licence) with { Status = status } }) with { Actor = Deciding };
}
