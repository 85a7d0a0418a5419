using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceRenewalTests
{
    private static readonly DateOnly Today = Some.Today;

    // Ends on 2026-09-01; a production licence must be applied for six months before.
    private static LicenceState Ending(DateOnly validTo) => Some.ActiveLicence(validFrom: validTo.AddYears(-5).AddDays(1),
        validTo: validTo);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void What_is_applied_for_by_the_last_day_to_apply_stands_after_its_end_until_it_is_decided(int days, bool stands)
    {
        var licence = Ending(Today.AddMonths(6));
        var appliedOn = licence.Term.MustApplyBy.AddDays(days);
        var applied = Tell(licence, Some.On(appliedOn), new ApplyForLicenceRenewal(appliedOn));
        Assert.Equal(stands, applied.StandsUntilDecided);
        Assert.Equal(!stands, LicenceDeadlines.Of(applied).Any(open => open.Kind == LicenceDeadlines.Expiry));
        var after = Some.On(licence.ValidTo.AddDays(40));
        Assert.Equal(!stands, Refusal(applied, new RequestLicenceWithdrawal(Some.Grounds), after) is LicenceNotInForce);
    }

    [Fact]
    public void What_stands_until_decided_is_neither_expired_nor_proposed_for_deregistration()
    {
        var licence = Ending(Today.AddMonths(6));
        var applied = Tell(licence, Some.On(Today),
            new ApplyForLicenceRenewal(licence.Term.MustApplyBy < Today ? licence.Term.MustApplyBy : Today));
        var row = Assert.IsType<LicenceRow>(Licence.Concept.RowsOf("licence/X", applied, 3)[0]);
        Assert.Equal(("ACTIVE", false), (row.Status, row.DeregistrationProposed));
        Assert.NotNull(row.RenewalAppliedOn);
        Assert.Empty(LicenceDeadlines.Of(applied));
    }

    [Fact]
    public void A_renewal_that_is_refused_after_the_end_ends_the_licence_on_that_day()
    {
        var applied = Tell(Ending(Today.AddMonths(6)), Some.On(Today), new ApplyForLicenceRenewal(Today));
        var late = applied.ValidTo.AddDays(12);
        var events = Events(applied, new RefuseLicenceRenewal(Some.Grounds), Some.On(late));
        Assert.Equal(new LicenceExpired(late), events[^1]);
        var expired = Fold(applied, events)!;
        Assert.Equal((LicenceStatus.Expired, late), (expired.Status, expired.ExpiredOn));
        Assert.Empty(Licence.Check(expired));
        Assert.Equal(ShanghaiTime.EndOf(late.AddDays(30)), LicenceDeadlines.Of(expired).Single().DueAt);
    }

    [Fact]
    public void A_renewal_that_is_refused_before_the_end_lets_the_term_run_out()
    {
        var licence = Ending(Today.AddMonths(6));
        var refused = Tell(licence, Some.On(Today), new ApplyForLicenceRenewal(Today), new RefuseLicenceRenewal(Some.Grounds));
        Assert.Equal(LicenceStatus.Active, refused.Status);
        Assert.Contains(LicenceDeadlines.Of(refused), open => open.Kind == LicenceDeadlines.Expiry
            && open.DueAt == ShanghaiTime.EndOf(licence.ValidTo));
        Assert.Contains(LicenceDeadlines.Of(refused), open => open.Kind == LicenceDeadlines.Notice);
    }

    [Fact]
    public void A_granted_renewal_ends_the_application_and_is_decided_once()
    {
        var applied = Tell(Ending(Today.AddMonths(6)), Some.On(Today), new ApplyForLicenceRenewal(Today));
        Assert.Equal(new RenewalAlreadyAppliedFor(Today), Refusal(applied, new ApplyForLicenceRenewal(Today), Some.On(Today)));
        var renewed = Tell(applied, Some.On(applied.ValidTo.AddDays(5)), new RenewLicence(applied.ValidTo.AddDays(1),
            applied.ValidTo.AddYears(5), Some.Grounds));
        Assert.Null(renewed.RenewalApplication);
        Assert.Equal(new RenewalNotAppliedFor(), Refusal(renewed, new RefuseLicenceRenewal(Some.Grounds),
            Some.On(applied.ValidTo.AddDays(6))));
    }

    [Fact]
    public void An_application_in_time_that_is_entered_after_the_clock_has_ended_the_licence_takes_that_back()
    {
        var expired = Some.ExpiredLicence();
        var counted = new CountedFact(expired.ValidTo, Measure.LicencesExpired, 1, productClass: "TEXTILES");
        var now = Some.On(Today).With(new CountedSoFar([counted]));
        var applied = Assert.IsType<LicenceRenewalAppliedFor>(Assert.Single(Events(expired,
            new ApplyForLicenceRenewal(expired.Term.MustApplyBy), now)));
        var standing = Licence.Apply(expired, applied);
        Assert.Equal((LicenceStatus.Active, null), (standing.Status, standing.ExpiredOn));
        Assert.Empty(Licence.Check(standing));

        // As it was counted then, under the class that it had.
        Assert.Equal(
            new TallyFact(expired.ValidTo, Measure.LicencesExpired, -1, ProductClass: "TEXTILES"),
            Assert.Single(Licence.Concept.Tally(expired, applied, standing)));
        Assert.Equal(LicenceStatus.Expired, Tell(expired, now, new ApplyForLicenceRenewal(expired.Term.MustApplyBy.AddDays(1))).Status);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_certificates_window_binds_and_the_bureaus_own_does_not(int days, bool isRefused)
    {
        var certificate = Some.ActiveLicence(Some.CertificateNumber, validTo: Today.AddDays(90 - days));
        Assert.Equal(isRefused, Refusal(certificate, new ApplyForLicenceRenewal(Today), Some.On(Today)) is RenewalAppliedForTooEarly);
        Assert.Null(Refusal(Some.ActiveLicence(), new ApplyForLicenceRenewal(Today), Some.On(Today)));
    }

    [Theory]
    [InlineData("2026-03-03", "appliedOn")]
    [InlineData("2026-03-02", null)]
    [InlineData("1949-09-30", "appliedOn")]
    public void An_application_was_made_by_today_and_not_before_1949(string day, string? field) =>
        Assert.Equal(field, (Refusal(Some.ActiveLicence(), new ApplyForLicenceRenewal(IsoDate.Parse(day)),
            Some.On(Today)) as InvalidInput)?.Field);

    [Fact]
    public void What_has_no_end_owes_the_clock_nothing_and_is_not_renewed()
    {
        var licence = Some.ActiveLicence(validTo: LicenceTerm.LongTerm);
        Assert.Empty(LicenceDeadlines.Of(licence));
        Assert.Equal(LicenceStatus.Active, licence.Status);
        Assert.IsType<LicenceHasNoEnd>(Refusal(licence, new ApplyForLicenceRenewal(Today), Some.On(Today)));
        Assert.Equal(
            LicenceTerm.LongTerm,
            Tell(Some.ActiveLicence(Some.CertificateNumber), Some.On(Today), new RenewLicence(Today, LicenceTerm.LongTerm, Some.Grounds))
                .ValidTo);
    }

    /// <summary>条例 第二十五条 and the measures of the other kinds: five years, and no licence of a statute is without an end.</summary>
    [Theory]
    [InlineData(Some.ProductionLicenceNumber, 0, true)]
    [InlineData(Some.ProductionLicenceNumber, 1, false)]
    [InlineData(Some.FoodLicenceNumber, 0, true)]
    [InlineData(Some.FoodLicenceNumber, 1, false)]
    [InlineData(Some.CertificateNumber, 1, false)]
    [InlineData(Some.ProductionLicenceNumber, null, false)]
    [InlineData(Some.FoodLicenceNumber, null, false)]
    [InlineData(Some.CertificateNumber, null, true)]
    public void A_new_term_is_no_longer_than_its_statute_has_it(string number, int? daysBeyond, bool isGranted)
    {
        var licence = Some.ActiveLicence(number);
        var first = licence.ValidTo.AddDays(1);
        var renew = new RenewLicence(first, daysBeyond is { } days ? first.AddYears(5).AddDays(days) : LicenceTerm.LongTerm, Some.Grounds);
        Assert.Equal(
            isGranted ? null : new LicenceTermTooLong(licence.Kind, first, first.AddYears(5)), Refusal(licence, renew, Some.On(Today)));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "validFrom")]
    public void A_new_term_follows_the_one_before_without_a_gap(int days, string? field)
    {
        var licence = Some.ActiveLicence();
        var first = licence.ValidTo.AddDays(1 + days);
        var renew = new RenewLicence(first, first.AddYears(4), Some.Grounds);
        Assert.Equal(field, (Refusal(licence, renew, Some.On(Today)) as InvalidInput)?.Field);
        Assert.Equal(
            "validFrom",
            Assert.IsType<InvalidInput>(Refusal(
                licence, new RenewLicence(licence.ValidFrom, licence.ValidTo.AddDays(1), Some.Grounds), Some.On(Today))).Field);
    }

    /// <summary>A register is taken over as it is, and what is odd about it is shown.</summary>
    [Fact]
    public void A_term_longer_than_its_statute_has_it_is_shown_as_in_doubt()
    {
        Assert.False(Some.ActiveLicence().IsTermInDoubt);
        Assert.True(Some.ActiveLicence(validTo: new(2029, 1, 2)).IsTermInDoubt);
        Assert.False(Some.ActiveLicence(validTo: new(2029, 1, 1)).IsTermInDoubt);
        Assert.True(Some.ActiveLicence(validTo: LicenceTerm.LongTerm).IsTermInDoubt);
        Assert.False(Some.ActiveLicence(Some.CertificateNumber, validTo: LicenceTerm.LongTerm).IsTermInDoubt);
    }

    [Theory]
    [InlineData(0, LicenceStatus.Active)]
    [InlineData(1, LicenceStatus.NotYetValid)]
    public void A_licence_whose_first_day_lies_ahead_is_not_yet_active_and_becomes_so_by_its_clock(int days, LicenceStatus status)
    {
        var licence = Some.ActiveLicence(validFrom: Today.AddDays(days));
        Assert.Equal(status, licence.Status);
        if (status is LicenceStatus.NotYetValid)
        {
            var due = LicenceDeadlines.Of(licence).Single(open => open.Kind == LicenceDeadlines.Start);
            Assert.Equal(ShanghaiTime.StartOf(licence.ValidFrom), due.DueAt);
            Assert.IsType<LicenceNotActive>(Refusal(licence, new SuspendLicence(Today.AddDays(9), Some.Grounds, Some.CaseOnPaper),
                Some.On(Today)));
            Assert.Equal(LicenceStatus.Active, Tell(licence, Some.At(due.DueAt), new LicenceDeadlineReached(due.Kind, due.DueAt)).Status);
        }
    }

    [Fact]
    public void An_expired_licence_that_is_renewed_from_a_later_day_is_not_active_before_it()
    {
        var renewed = Tell(
            Some.ExpiredLicence(),
            Some.On(Today),
            new ApplyForLicenceRenewal(Some.ExpiredLicence().ValidTo),
            new RenewLicence(Today.AddDays(3), Today.AddYears(5), Some.Grounds));
        Assert.Equal((LicenceStatus.NotYetValid, Today.AddDays(3)), (renewed.Status, renewed.StartsOn));
    }
}
