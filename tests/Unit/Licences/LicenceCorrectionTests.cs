using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceCorrectionTests
{
    private static readonly DateOnly Today = Some.Today;

    private static readonly CountedFact Registered = new(Today.AddDays(-40), Measure.LicencesRegistered, 1, "INSPECTION",
        productClass: "CLOTHING");

    [Fact]
    public void A_corrected_term_counts_its_days_anew_and_the_history_shows_both()
    {
        var licence = Some.ActiveLicence();
        var corrected = Assert.IsType<LicenceRecordCorrected>(Assert.Single(Events(licence, Correction(to: new(2028, 6, 30)),
            Some.On(Today))));
        Assert.Equal((licence.Term, new DateOnly(2027, 12, 30)), (corrected.TermBefore, corrected.Term.MustApplyBy));
        Assert.Contains("2028-12-31", corrected.Summary.Chinese, StringComparison.Ordinal);
        Assert.Contains("2028-06-30", corrected.Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 6, 30), Licence.Apply(licence, corrected).NextNotice!.On);
    }

    [Theory]
    [InlineData(-1, LicenceStatus.Expired)]
    [InlineData(0, LicenceStatus.Active)]
    public void A_corrected_end_ends_the_licence_where_it_is_over(int days, LicenceStatus status) =>
        Assert.Equal(status, Tell(Some.ActiveLicence(), Some.On(Today), Correction(to: Today.AddDays(days))).Status);

    [Theory]
    [InlineData(0, LicenceStatus.Active)]
    [InlineData(1, LicenceStatus.NotYetValid)]
    public void A_corrected_beginning_that_lies_ahead_is_awaited(int days, LicenceStatus status) =>
        Assert.Equal(status, Tell(Some.ActiveLicence(), Some.On(Today), Correction(from: Today.AddDays(days))).Status);

    [Fact]
    public void What_had_expired_by_a_mistyped_end_stands_again_and_is_not_counted()
    {
        var expired = Some.ExpiredLicence();
        var counted = new CountedFact(expired.ValidTo, Measure.LicencesExpired, 1, productClass: "CLOTHING");
        var now = Some.On(Today).With(new CountedSoFar([Registered, counted]));
        var corrected = Assert.IsType<LicenceRecordCorrected>(Events(expired, Correction(to: Today.AddYears(1)), now)[0]);
        Assert.Equal(LicenceStatus.Active, corrected.Status);
        Assert.Equal([counted with { Amount = -1 }], corrected.Facts);
    }

    [Fact]
    public void What_was_counted_under_a_mistyped_class_moves_under_the_dimensions_it_was_counted_under()
    {
        var licence = Some.ActiveLicence();
        var now = Some.On(Today).With(new CountedSoFar([Registered]));
        var corrected = Assert.IsType<LicenceRecordCorrected>(
            Assert.Single(Events(licence, new CorrectLicence("类别登记有误", ProductClasses: ["FOOD"]), now)));
        Assert.Equal(
            [
                new TallyFact(Registered.Day, Measure.LicencesRegistered, -1, "INSPECTION", ProductClass: "CLOTHING"),
                new TallyFact(Registered.Day, Measure.LicencesRegistered, 1, "INSPECTION", ProductClass: "FOOD"),
            ],
            Licence.Concept.Tally(licence, corrected, Licence.Apply(licence, corrected)));
    }

    [Fact]
    public void What_had_expired_and_was_counted_under_another_class_is_taken_back_altogether()
    {
        var expired = Some.ExpiredLicence();
        var counted = new CountedFact(expired.ValidTo, Measure.LicencesExpired, 1, productClass: "CLOTHING");
        var now = Some.On(Today).With(new CountedSoFar([counted]));
        var corrected = Assert.IsType<LicenceRecordCorrected>(
            Events(expired, Correction(to: Today.AddYears(1)) with { ProductClasses = ["FOOD"] }, now)[0]);
        Assert.Equal(-1, corrected.Facts.Where(fact => fact.ProductClass == "CLOTHING").Sum(fact => fact.Amount));
        Assert.Equal(0, corrected.Facts.Where(fact => fact.ProductClass == "FOOD").Sum(fact => fact.Amount));
    }

    [Fact]
    public void A_correction_says_why_and_changes_something()
    {
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refusal(Some.ActiveLicence(), Correction(to: new(2028, 6,
            30)) with
        { Reason = " " }, Some.On(Today))).Field);
        Assert.Empty(Events(Some.ActiveLicence(), Correction(), Some.On(Today)));
        Assert.IsType<ValidityReversed>(Refusal(Some.ActiveLicence(), Correction(to: new(2023, 12, 31)), Some.On(Today)));
        Assert.IsType<LicenceEntryClosed>(Refusal(Some.RevokedLicence(), Correction(to: new(2028, 6, 30)), Some.On(Today)));
    }

    [Fact]
    public void An_end_that_was_recorded_by_mistake_is_taken_back_with_what_was_counted()
    {
        var revoked = Some.RevokedLicence();
        var counted = new CountedFact(Today.AddDays(-4), Measure.LicencesRevoked, 1, productClass: "TEXTILES");
        var now = Some.On(Today.AddDays(3)).With(new CountedSoFar([Registered, counted]));
        var corrected = Assert.IsType<LicenceEndingCorrected>(Assert.Single(Events(revoked, new CorrectLicenceEnding(Some.Grounds), now)));
        var restored = Licence.Apply(revoked, corrected);
        Assert.Equal((LicenceStatus.Active, null), (restored.Status, restored.EndedFrom));
        Assert.Equal(Json(Some.ActiveLicence()), Json(restored));
        Assert.Equal([counted.Fact with { Amount = -1 }], Licence.Concept.Tally(revoked, corrected, restored));
    }

    /// <summary>What never was is taken back under the day and class it was counted under, also when its period is over.</summary>
    [Fact]
    public void A_suspension_by_the_body_that_was_recorded_by_mistake_never_was()
    {
        var certificate = Some.ActiveLicence(Some.CertificateNumber);
        var suspended = Tell(certificate, Some.On(Today), new RecordCertificateSuspension(Today.AddDays(20), Some.Grounds));
        var counted = new CountedFact(Today, Measure.LicencesSuspended, 1, productClass: "TEXTILES");
        var now = Some.On(Today.AddDays(3)).With(new CountedSoFar([Registered, counted]));
        var takeBack = new CorrectCertificateSuspension(Some.Grounds);
        foreach (var command in new[] { takeBack, takeBack with { SuspendedOn = Today } })
        {
            var happened = Assert.IsType<LicenceSuspensionTakenBack>(Assert.Single(Events(suspended, command, now)));
            var restored = Licence.Apply(suspended, happened);
            Assert.Equal(Json(certificate), Json(restored));
            Assert.Equal([counted.Fact with { Amount = -1 }], Licence.Concept.Tally(suspended, happened, restored));
        }

        // One of a later day is another.
        Assert.Empty(Events(suspended, takeBack with { SuspendedOn = Today.AddDays(1) }, now));
        Assert.Equal(new NotSuspendedByBody(Some.CertificateNumber), Refusal(certificate, takeBack, now));
        Assert.Equal(
            new NotSuspendedByBody(Some.ProductionLicenceNumber), Refusal(Some.LicenceSuspendedInCase(), takeBack, now));

        var late = Some.On(Today.AddDays(30)).With(new CountedSoFar([Registered, counted]));
        var over = Assert.IsType<LicenceSuspensionTakenBack>(Events(suspended, takeBack with { SuspendedOn = Today }, late)[^1]);
        Assert.Equal((null, 1), (over.TakenBack, over.Facts.Length));
        Assert.Empty(Events(Licence.Apply(certificate, over), takeBack with { SuspendedOn = Today }, Some.On(Today.AddDays(30))));
    }

    [Fact]
    public void What_came_due_while_it_was_said_to_have_ended_is_met_at_once()
    {
        var deregistered = Tell(
            Some.SuspendedLicence(Today.AddDays(5)),
            Some.On(Today),
            new DeregisterLicence(Some.Grounds, DeregistrationGround.AskedByHolder));
        var late = Some.On(new DateOnly(2029, 1, 5));
        var events = Events(deregistered, new CorrectLicenceEnding(Some.Grounds), late);
        Assert.Contains(events, happened => happened is LicenceSuspensionEnded);
        Assert.Equal(new LicenceExpired(new(2028, 12, 31)), events[^1]);
    }

    /// <summary>The number is the key: what was entered under a mistyped one is registered under the right one.</summary>
    [Fact]
    public void A_licence_under_a_mistyped_number_is_struck_out_and_counted_no_more()
    {
        var counted = new CountedFact(Today, Measure.LicencesRegistered, 1, productClass: "CLOTHING");
        var now = Some.On(Today).With(new CountedSoFar([counted]));
        var cancel = new CancelMistypedLicence(" xk18-978-00002 ", "证书编号误登");
        var cancelled = Assert.IsType<LicenceEntryCancelled>(Assert.Single(Events(Some.ActiveLicence(), cancel, now)));
        var struck = Licence.Apply(Some.ActiveLicence(), cancelled);
        Assert.Equal((LicenceStatus.Deregistered, "XK18-978-00002"), (struck.Status, struck.EnteredRightAs));
        Assert.Equal([counted.Fact with { Amount = -1 }], Licence.Concept.Tally(Some.ActiveLicence(), cancelled, struck));
        Assert.Empty(LicenceDeadlines.Of(struck));

        // That was a mistake too: it stands again, and is counted again.
        var restored = Assert.IsType<LicenceEndingCorrected>(Assert.Single(Events(struck, new CorrectLicenceEnding(Some.Grounds), now)));
        var stands = Licence.Apply(struck, restored);
        Assert.Equal(Json(Some.ActiveLicence()), Json(stands));
        Assert.Equal([counted.Fact], Licence.Concept.Tally(struck, restored, stands));

        // Where it stood was not kept before.
        var before = Licence.Apply(Some.ActiveLicence(), cancelled with { Before = null });
        Assert.Equal(new NoEndingToCorrect(LicenceStatus.Deregistered), Refusal(before, new CorrectLicenceEnding(Some.Grounds), now));
        Assert.Equal(
            Some.ProductionLicenceNumber,
            Tell(null, now.With(new OtherLicenceFound(Some.ActiveLicence())), Rightly(Some.ProductionLicenceNumber)).EnteredBeforeAs);
    }

    [Fact]
    public void What_a_licence_was_entered_as_before_was_entered_for_the_same_holder_and_kind()
    {
        Assert.Null(Refused(Some.ProductionLicenceNumber, Some.ActiveLicence()));
        Assert.Equal("enteredBeforeAs", Assert.IsType<InvalidInput>(Refused("XK18-978-00002", Some.ActiveLicence())).Field);
        Assert.Equal("enteredBeforeAs", Assert.IsType<InvalidInput>(Refused(Some.ProductionLicenceNumber, null)).Field);
        Assert.Equal(
            new LicenceHeldByAnother(Some.ProductionLicenceNumber, Some.OtherCreditCode),
            Refused(Some.ProductionLicenceNumber, Some.ActiveLicence() with { Enterprise = Some.OtherCreditCode }));
        Assert.Equal(
            new LicenceKindMismatch(LicenceKind.ProductionLicence, Some.CertificateNumber),
            Refused(Some.CertificateNumber, Some.ActiveLicence(Some.CertificateNumber)));

        static Refusal? Refused(string before, LicenceState? found) =>
            Refusal(null, Rightly(before), Some.On(Today).With(new OtherLicenceFound(found)));
    }

    /// <summary>Two that were each entered for the other are not both struck out.</summary>
    [Fact]
    public void Nothing_is_struck_out_in_favour_of_what_has_ended()
    {
        var cancel = new CancelMistypedLicence("XK18-978-00002", "证书编号误登");
        foreach (var ended in new[] { LicenceStatus.Deregistered, LicenceStatus.Withdrawn, LicenceStatus.Revoked })
        {
            Assert.Equal(
                new LicenceEntryClosed("XK18-978-00002", ended),
                Refusal(Some.ActiveLicence(), cancel, With(Some.OtherLicence() with { Status = ended })));
        }

        Assert.Equal(
            new LicenceKindMismatch(LicenceKind.ProductionLicence, Some.CertificateNumber),
            Refusal(
                Some.ActiveLicence(),
                cancel with { RightNumber = Some.CertificateNumber },
                With(Some.ActiveLicence(Some.CertificateNumber))));
    }

    /// <summary>Of two heads who strike out each other's number at one moment, the commit lets one through: both want the same
    /// name.</summary>
    [Fact]
    public void Two_that_are_struck_out_for_each_other_at_one_moment_want_the_same_name()
    {
        var (one, other) = (Some.ActiveLicence(), Some.OtherLicence());
        var struck = Tell(one, With(other), new CancelMistypedLicence(other.Number, "证书编号误登"));
        var back = Tell(other, With(one), new CancelMistypedLicence(one.Number, "证书编号误登"));
        Assert.Equal(Licence.Concept.UniqueNames(struck), Licence.Concept.UniqueNames(back));
        Assert.Equal([$"{one.Number}\n{other.Number}", $"{one.Enterprise}\n1"], Licence.Concept.UniqueNames(struck));
        Assert.Empty(Licence.Concept.UniqueNames(one));
        Assert.Equal(
            new LicenceEntryClosed(one.Number, LicenceStatus.Deregistered),
            Refusal(other, new CancelMistypedLicence(one.Number, "证书编号误登"), With(struck)));

        // Taken back, it wants none: the other way round is open again.
        Assert.Empty(Licence.Concept.UniqueNames(Tell(struck, Some.On(Today), new CorrectLicenceEnding(Some.Grounds))));
    }

    /// <summary>A circle has no two that are struck out for each other; whoever strikes out another wants the next place.</summary>
    [Fact]
    public void Of_a_circle_that_is_struck_out_at_one_moment_all_want_the_same_name()
    {
        LicenceState[] licences = [Some.ActiveLicence(), Some.OtherLicence(), Some.ActiveLicence("XK18-978-00003")];
        var struck = licences.Select((licence, index) =>
        {
            var right = licences[(index + 1) % licences.Length];
            return Tell(licence, With(right), new CancelMistypedLicence(right.Number, "证书编号误登"));
        }).ToList();
        Assert.Equal(
            [$"{licences[0].Enterprise}\n1"],
            struck.Select(Licence.Concept.UniqueNames).Aggregate((names, others) => names.Intersect(others)));

        // After others, in whichever places they stand, it has a place of its own.
        var later = Tell(
            licences[0],
            With(licences[1]).With(new StruckOutPlaces([4, 2])),
            new CancelMistypedLicence(licences[1].Number, "证书编号误登"));
        Assert.Equal(5, later.StruckOutPlace);
        var refused = Assert.IsType<LicenceEntryClosed>(Refusal(
            licences[2],
            new CancelMistypedLicence(licences[0].Number, "证书编号误登"),
            Some.On(Today).With(new OtherLicenceFound(struck[0], licences[2].Number))));
        Assert.Equal(
            "编号XK18-978-00001本身已作为误登编号注销，其登记现在XK18-978-00003下，不能再作为正确编号；注销有误的，先更正终止记录",
            refused.Message.Chinese);
    }

    [Fact]
    public void What_runs_of_a_mistyped_licence_runs_of_the_right_one_first()
    {
        var cancel = new CancelMistypedLicence("XK18-978-00002", "证书编号误登");
        var suspended = Some.SuspendedLicence();
        Assert.Equal(LicenceMatter.Suspension, Lacks(suspended, Some.OtherLicence()));
        Assert.Equal(
            LicenceMatter.Suspension,
            Lacks(suspended, Suspended(suspended.Suspension! with { Until = suspended.Suspension!.Until.AddDays(-1) })));
        Assert.Null(Lacks(suspended, Suspended(suspended.Suspension!)));
        Assert.Null(Lacks(suspended, Some.OtherLicence() with { Status = LicenceStatus.Expired, ExpiredOn = Today.AddDays(-1) }));
        Assert.Equal(LicenceMatter.WithdrawalRequest, Lacks(Some.RequestedLicence(), Some.OtherLicence()));

        LicenceMatter? Lacks(LicenceState mistyped, LicenceState right) =>
            Refusal(mistyped, cancel, With(right)) is { } refused ? Assert.IsType<RightLicenceLacks>(refused).Matter : null;

        static LicenceState Suspended(Suspension suspension) =>
            Some.OtherLicence() with { Status = LicenceStatus.Suspended, Suspension = suspension };
    }

    [Fact]
    public void It_is_struck_out_only_where_the_right_one_is_registered_for_the_same_holder()
    {
        var cancel = new CancelMistypedLicence("XK18-978-00002", "证书编号误登");
        Assert.Equal(new NotFound("licence", "XK18-978-00002"), Refused(cancel, null));
        Assert.Equal(new LicenceHeldByAnother("XK18-978-00002", Some.OtherCreditCode), Refused(cancel, Some.OtherCreditCode));
        Assert.Equal("rightNumber", Assert.IsType<InvalidInput>(Refused(new("XK18", "误登"), Some.CreditCode)).Field);
        Assert.Equal("rightNumber",
            Assert.IsType<InvalidInput>(Refused(new(Some.ProductionLicenceNumber, "误登"), Some.CreditCode)).Field);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refused(cancel with { Reason = " " }, Some.CreditCode)).Field);
        Assert.Equal(new LicenceEntryClosed(Some.ProductionLicenceNumber, LicenceStatus.Revoked),
            Refusal(Some.RevokedLicence(), cancel, Some.On(Today)));

        static Refusal? Refused(CancelMistypedLicence command, string? holder) => Refusal(
            Some.ActiveLicence(),
            command,
            With(holder is null ? null : Some.OtherLicence(holder: holder)));
    }

    [Fact]
    public void One_end_after_the_other_is_taken_back()
    {
        var deregistered = Tell(Some.WithdrawnLicence(), Some.On(Today), new DeregisterLicence(Some.Grounds));
        var withdrawn = Tell(deregistered, Some.On(Today), new CorrectLicenceEnding(Some.Grounds));
        Assert.Equal(LicenceStatus.Withdrawn, withdrawn.Status);
        Assert.Equal(Json(Some.RequestedLicence()), Json(Tell(withdrawn, Some.On(Today), new CorrectLicenceEnding(Some.Grounds))));
        Assert.Equal(new NoEndingToCorrect(LicenceStatus.Active), Refusal(Some.ActiveLicence(), new CorrectLicenceEnding(Some.Grounds),
            Some.On(Today)));
    }

    [Fact]
    public void An_end_from_before_that_was_kept_cannot_be_taken_back() =>
        Assert.Equal(
            new NoEndingToCorrect(LicenceStatus.Revoked),
            Refusal(Licence.Apply(Some.ActiveLicence(), new LicenceRevoked(Today, Some.Grounds)), new CorrectLicenceEnding(Some.Grounds),
                Some.On(Today)));

    [Fact]
    public void A_holder_that_has_ended_has_its_renewal_ended_and_its_deregistration_proposed_to_a_person()
    {
        var applied = Tell(Some.ActiveLicence(), Some.On(Today), new ApplyForLicenceRenewal(Today));
        var closed = Tell(applied, Some.On(Today), new NoteHolderClosing(Today.AddDays(-2)));
        Assert.Equal((null, LicenceStatus.Active, Today.AddDays(-2)), (closed.RenewalApplication, closed.Status, closed.HolderClosedOn));
        Assert.True(Assert.IsType<LicenceRow>(Licence.Concept.RowsOf("licence/X", closed, 3)[0]).DeregistrationProposed);
        Assert.Equal(new LicenceHolderClosed(Some.CreditCode, Today.AddDays(-2)), Refusal(closed, new ApplyForLicenceRenewal(Today),
            Some.On(Today)));
        var deregistered = Assert.IsType<LicenceDeregistered>(Assert.Single(Events(closed, new DeregisterLicence(Some.Grounds),
            Some.On(Today))));
        Assert.Equal(DeregistrationGround.EnterpriseEnded, deregistered.Ground);
    }

    /// <summary>行政许可法 第七十条第三项: what is left of who is no more is to deregister it.</summary>
    [Fact]
    public void Nothing_is_taken_any_more_from_a_holder_that_has_ended()
    {
        var closed = Tell(Some.ActiveLicence(), Some.On(Today), new NoteHolderClosing(Today));
        var gone = new LicenceHolderClosed(Some.CreditCode, Today);
        LicenceCommand[] taken =
        [
            new SuspendLicence(Today.AddDays(30), Some.Grounds, Some.CaseOnPaper), new RevokeLicence(Some.Grounds, Some.CaseOnPaper),
            new RequestLicenceWithdrawal(Some.Grounds),
        ];
        Assert.All(taken, command => Assert.Equal(gone, Refusal(closed, command, Some.On(Today))));
        Assert.All(taken, command => Assert.Null(Refusal(closed, command with { On = Today.AddDays(-1) }, Some.On(Today))));
        Assert.Null(Refusal(closed, new DeregisterLicence(Some.Grounds), Some.On(Today)));
    }

    [Fact]
    public void What_stood_after_its_end_ends_with_its_holder()
    {
        var licence = Some.ActiveLicence(validFrom: new(2021, 6, 1), validTo: new(2026, 5, 31));
        var applied = Tell(licence, Some.On(Today), new ApplyForLicenceRenewal(licence.Term.MustApplyBy));
        var late = Some.On(new DateOnly(2026, 6, 20));
        var closed = Tell(applied, late, new NoteHolderClosing(new(2026, 6, 20)));
        Assert.Equal(LicenceStatus.Expired, closed.Status);

        // The holder had been closed by mistake: the application stands again, and with it the licence.
        var reopened = Tell(closed, late, new NoteHolderReopening());
        Assert.Equal((LicenceStatus.Active, true, null), (reopened.Status, reopened.StandsUntilDecided, reopened.DeregistrationProposedOn));
    }

    [Fact]
    public void An_application_does_not_come_back_to_a_term_that_was_put_right_and_is_still_to_begin()
    {
        var applied = Tell(Some.ActiveLicence(), Some.On(Today), new ApplyForLicenceRenewal(Today));
        var closed = Tell(applied, Some.On(Today), new NoteHolderClosing(Today));
        var ahead = Tell(closed, Some.On(Today), Correction(Today.AddDays(1), Today.AddYears(5)));
        Assert.Equal(LicenceStatus.NotYetValid, ahead.Status);
        var reopened = Tell(ahead, Some.On(Today), new NoteHolderReopening());
        Assert.Equal((LicenceStatus.NotYetValid, false), (reopened.Status, reopened.StandsUntilDecided));
    }

    private static RegisterLicence Rightly(string before) =>
        new("XK18-978-00002", Some.CreditCode, new(2024, 1, 1), new(2028, 12, 31), EnteredBeforeAs: before);

    private static Circumstances With(LicenceState? other) => Some.On(Today).With(new OtherLicenceFound(other));

    private static CorrectLicence Correction(DateOnly? from = null, DateOnly? to = null) => new("证书原件载明的日期有误登", from, to);
}
