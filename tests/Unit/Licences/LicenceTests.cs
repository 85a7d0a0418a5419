using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceTests
{
    private static readonly DateOnly Today = Some.Today;

    private static RegisterLicence Registration(DateOnly validTo) => new(Some.ProductionLicenceNumber, Some.CreditCode, new DateOnly(2021, 1, 1), validTo);

    [Fact]
    public void A_licence_is_registered_under_its_normal_number_with_its_classes_as_codes()
    {
        var licence = Tell(null, Some.On(Today), new RegisterLicence("（沪）xk18-978-00001", " 9131 0118 631656145f ", new(2024, 1, 1), new(2028, 12, 31), ["服装", "TEXTILES", "服装"]));
        Assert.Equal("（沪）XK18-978-00001", licence.Number);
        Assert.Equal(Some.CreditCode, licence.Enterprise);
        Assert.Equal(["CLOTHING", "TEXTILES"], licence.ProductClasses);
        Assert.Equal(LicenceStatus.Active, licence.Status);
    }

    [Fact]
    public void A_licence_of_an_unknown_enterprise_is_refused()
    {
        var refusal = Refusal(null, Registration(new(2030, 1, 1)), Some.WithoutHolder(Today));
        Assert.Equal(new EnterpriseNotRegistered(Some.CreditCode), refusal);
        Assert.Equal("ENTERPRISE_NOT_REGISTERED", refusal!.Code);
    }

    [Fact]
    public void A_licence_of_a_closed_enterprise_is_not_registered_by_hand_but_the_register_may_know_one()
    {
        var closed = Some.On(Today, new EnterpriseFact("某厂", IsClosed: true));
        Assert.Equal(new HolderClosed(Some.CreditCode, "某厂"), Refusal(null, Registration(new(2030, 1, 1)), closed));
        Assert.IsType<LicenceRegistered>(Assert.Single(Events(null, new ImportLicence(Some.ProductionLicenceNumber, Some.CreditCode, new(2024, 1, 1), new(2030, 1, 1)), closed)));
    }

    [Fact]
    public void A_licence_registered_after_its_last_day_has_expired_from_the_start()
    {
        var events = Events(null, Registration(new(2025, 12, 31)), Some.On(Today));
        Assert.IsType<LicenceRegistered>(events[0]);
        var expired = Assert.IsType<LicenceExpired>(events[1]);
        Assert.Equal(new DateOnly(2025, 12, 31), expired.EffectiveOn);
        Assert.Equal(2, events.Length);
        Assert.Equal(LicenceStatus.Expired, Fold(null, events)!.Status);
    }

    [Fact]
    public void On_its_last_day_a_licence_is_still_active()
    {
        var licence = Tell(null, Some.On(Today), Registration(Today));
        Assert.Equal(LicenceStatus.Active, licence.Status);
        Assert.Contains(LicenceDeadlines.Of(licence), open => open.Kind == LicenceDeadlines.Expiry && open.DueAt == new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_licence_expires_at_midnight_in_Shanghai_and_not_a_moment_earlier()
    {
        var licence = Tell(null, Some.On(Today), Registration(Today));
        var due = new LicenceDeadlineReached(LicenceDeadlines.Expiry, ShanghaiTime.EndOf(Today));
        Assert.Empty(Events(licence, due, Some.At(due.DueAt.AddMilliseconds(-1))));
        Assert.Contains(Events(licence, due, Some.At(due.DueAt)), happened => happened is LicenceExpired { LastValidDay: var day } && day == Today);
    }

    [Fact]
    public void A_licence_that_is_registered_already_is_not_registered_again() =>
        Assert.Equal(new AlreadyExists("licence", Some.ProductionLicenceNumber), Refusal(Some.ActiveLicence(), Registration(new(2030, 1, 1)), Some.On(Today)));

    [Fact]
    public void What_is_not_registered_cannot_be_suspended() =>
        Assert.Equal(new NotFound("licence", "the key"), Refusal(null, new SuspendLicence(Today, Some.Grounds, Some.CaseOnPaper),
            Some.On(Today)));

    [Fact]
    public void A_term_that_ends_before_it_begins_is_refused_with_both_days() =>
        Assert.Equal(new ValidityReversed(new(2026, 1, 2), new(2026, 1, 1)), Refusal(null, new RegisterLicence(Some.ProductionLicenceNumber, Some.CreditCode, new(2026, 1, 2), new(2026, 1, 1)), Some.On(Today)));

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void Dates_that_no_licence_has_are_refused_instead_of_running_off_the_calendar(int year, int month, int day)
    {
        var odd = new DateOnly(year, month, day);
        Assert.IsType<InvalidInput>(Refusal(null, new RegisterLicence(Some.FoodLicenceNumber, Some.CreditCode, odd, odd), Some.On(Today)));
        Assert.NotNull(Refusal(Some.ActiveLicence(), new RenewLicence(odd, odd, Some.Grounds), Some.On(Today)));
        Assert.NotNull(Refusal(Some.ActiveLicence(), new SuspendLicence(odd, Some.Grounds, Some.CaseOnPaper), Some.On(Today)));
    }

    [Fact]
    public void The_kind_given_must_be_the_one_the_number_tells() =>
        Assert.Equal(new LicenceKindMismatch(LicenceKind.CompulsoryCertificate, Some.ProductionLicenceNumber), Refusal(null, Registration(new(2030, 1, 1)) with { Kind = LicenceKind.CompulsoryCertificate }, Some.On(Today)));

    [Theory]
    [InlineData("", "basis", "reason")]
    [InlineData("reason", " ", "basis")]
    [InlineData("rea\0son", "basis", "reason")]
    public void A_step_without_reason_or_basis_or_with_a_text_that_cannot_be_stored_is_refused(string reason, string basis, string field)
    {
        var grounds = new Grounds(reason, basis);
        Assert.Equal(field, Assert.IsType<InvalidInput>(Refusal(Some.ActiveLicence(), new SuspendLicence(Today, grounds), Some.On(Today))).Field);
        Assert.Equal(field, Assert.IsType<InvalidInput>(Refusal(Some.ActiveLicence(), new RevokeLicence(grounds), Some.On(Today))).Field);
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Half_a_character_is_refused_and_a_whole_one_outside_the_basic_plane_is_not(int half)
    {
        Assert.IsType<InvalidInput>(Refusal(Some.ActiveLicence(), new RevokeLicence(new Grounds($"𠮷{(char)half}", "basis")), Some.On(Today)));
        Assert.Null(Refusal(Some.ActiveLicence(), new RevokeLicence(new Grounds("𠮷", "basis"), Some.CaseOnPaper), Some.On(Today)));
    }

    [Fact]
    public void Overlong_texts_are_refused_with_both_lengths()
    {
        var refusal = Assert.IsType<InvalidInput>(Refusal(Some.ActiveLicence(), new RevokeLicence(new Grounds(new string('长', 1001), "basis")), Some.On(Today)));
        Assert.Contains("1001", refusal.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("1000", refusal.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suspension_may_end_today_but_not_yesterday()
    {
        Assert.Equal(new SuspensionEndsInPast(Today.AddDays(-1), Today), Refusal(Some.ActiveLicence(),
            new SuspendLicence(Today.AddDays(-1), Some.Grounds, Some.CaseOnPaper), Some.On(Today)));
        Assert.Equal(LicenceStatus.Suspended, Some.SuspendedLicence(Today).Status);
    }

    [Fact]
    public void A_suspension_ends_by_itself_after_its_last_day()
    {
        var until = Today.AddDays(9);
        var licence = Some.SuspendedLicence(until);
        var due = new LicenceDeadlineReached(LicenceDeadlines.SuspensionEnd, ShanghaiTime.EndOf(until));
        var ended = Assert.IsType<LicenceSuspensionEnded>(Assert.Single(Events(licence, due, Some.At(due.DueAt))));
        Assert.Equal(until.AddDays(1), ended.EffectiveOn);
        Assert.Equal(LicenceStatus.Active, Licence.Apply(licence, ended).Status);
    }

    [Fact]
    public void A_suspension_that_reaches_beyond_the_term_ends_with_the_term()
    {
        var licence = Some.SuspendedLicence(new DateOnly(2029, 6, 30));
        Assert.DoesNotContain(LicenceDeadlines.Of(licence), open => open.Kind == LicenceDeadlines.SuspensionEnd);
        var expiry = LicenceDeadlines.Of(licence).Single(open => open.Kind == LicenceDeadlines.Expiry);
        var events = Events(licence, new LicenceDeadlineReached(expiry.Kind, expiry.DueAt), Some.At(expiry.DueAt));
        Assert.DoesNotContain(events, happened => happened is LicenceSuspensionEnded);
        var after = Fold(licence, events)!;
        Assert.Equal(LicenceStatus.Expired, after.Status);
        Assert.Null(after.Suspension);
    }

    [Fact]
    public void A_deadline_that_no_longer_stands_changes_nothing()
    {
        var suspended = Some.SuspendedLicence();
        var end = LicenceDeadlines.Of(suspended).Single(open => open.Kind == LicenceDeadlines.SuspensionEnd);
        var reinstated = Tell(suspended, Some.On(Today), new ReinstateLicence(Some.Grounds));
        Assert.Empty(Events(reinstated, new LicenceDeadlineReached(end.Kind, end.DueAt), Some.At(end.DueAt)));
        Assert.Empty(Events(null, new LicenceDeadlineReached(end.Kind, end.DueAt), Some.At(end.DueAt)));
    }

    [Fact]
    public void A_command_meets_the_licence_as_it_stands_by_the_clock_even_when_the_clock_is_late()
    {
        var licence = Some.ActiveLicence(validFrom: new(2021, 3, 3), validTo: Today);
        var tomorrow = Some.On(Today.AddDays(1));
        Assert.Equal(new LicenceNotActive(LicenceStatus.Expired), Refusal(licence, new SuspendLicence(Today.AddDays(30), Some.Grounds,
            Some.CaseOnPaper), tomorrow));
        Assert.Collection(
            Events(licence, new RenewLicence(Today.AddDays(1), Today.AddYears(5), Some.Grounds), tomorrow with { ActedOn = Today })
                .Where(happened => happened is not LicenceNoticeGiven),
            happened => Assert.IsType<LicenceExpired>(happened),
            happened => Assert.IsType<LicenceRenewed>(happened));
    }

    [Fact]
    public void A_renewal_restarts_expiry_and_notices_under_the_new_term()
    {
        var renewed = Tell(AppliedLate(), Some.On(Today), new RenewLicence(Today, new(2031, 3, 1), Some.Grounds));
        Assert.Equal(LicenceStatus.Active, renewed.Status);
        Assert.Null(renewed.ExpiredOn);
        Assert.Equal(new DateOnly(2030, 3, 1), renewed.NextNotice!.On);
        Assert.Equal(ShanghaiTime.EndOf(new(2031, 3, 1)), LicenceDeadlines.Of(renewed).Single(open => open.Kind == LicenceDeadlines.Expiry).DueAt);
        Assert.DoesNotContain(LicenceDeadlines.Of(renewed), open => open.Kind == LicenceDeadlines.DeregistrationProposal);
    }

    private static LicenceState AppliedLate() =>
        Tell(Some.ExpiredLicence(), Some.On(Today), new ApplyForLicenceRenewal(Some.ExpiredLicence().ValidTo));

    /// <summary>What ended without an application is granted anew under a number of its own (行政许可法 第五十条、第七十条).</summary>
    [Theory]
    [InlineData(-1, true)] // granted before the end, entered late
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(900, false)]
    public void A_licence_that_has_ended_without_an_application_is_not_renewed(int daysAfter, bool isRenewed)
    {
        var expired = Some.ExpiredLicence();
        var day = expired.ValidTo.AddDays(daysAfter);
        var renew = new RenewLicence(expired.ValidTo.AddDays(1), expired.ValidTo.AddYears(5), Some.Grounds);
        var refusal = Refusal(expired, renew, Some.On(day > Today ? day : Today) with { ActedOn = day });
        Assert.Equal(isRenewed ? null : new RenewalAfterEnd(expired.ValidTo), refusal);
        Assert.Null(Refusal(AppliedLate(), renew, Some.On(Today.AddDays(900))));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Renewal_is_applied_for_on_the_last_valid_day_at_the_latest(int daysAfter, bool isTaken)
    {
        var expired = Some.ExpiredLicence();
        var refusal = Refusal(expired, new ApplyForLicenceRenewal(expired.ValidTo.AddDays(daysAfter)), Some.On(Today));
        Assert.Equal(isTaken ? null : new RenewalAfterEnd(expired.ValidTo), refusal);
    }

    /// <summary>行政许可法 第七十条.</summary>
    [Fact]
    public void A_licence_in_force_is_deregistered_on_a_ground_that_is_said_and_is_met()
    {
        LicenceState[] standing = [Some.ActiveLicence(), Some.SuspendedLicence(), Some.ActiveLicence(validFrom: Today.AddDays(1))];
        Assert.All(standing, licence =>
        {
            Assert.Equal(new DeregistrationWithoutGround(licence.Status), Of(licence, null));
            Assert.Null(Of(licence, DeregistrationGround.AskedByHolder));
            Assert.Null(Of(licence, DeregistrationGround.ForceMajeure));
            Assert.Equal(new DeregistrationGroundNotMet(DeregistrationGround.EnterpriseEnded, licence.Status),
                Of(licence, DeregistrationGround.EnterpriseEnded));
            Assert.Equal(new DeregistrationGroundNotMet(DeregistrationGround.HolderDied, licence.Status),
                Of(licence, DeregistrationGround.HolderDied));
            Assert.Null(Of(licence with { Enterprise = "92310118MA1JL0GT3X" }, DeregistrationGround.HolderDied)); // an individual business
        });
        Assert.Equal(new DeregistrationGroundNotMet(DeregistrationGround.AskedByHolder, LicenceStatus.Expired),
            Of(Some.ExpiredLicence(), DeregistrationGround.AskedByHolder));
        var closed = Tell(Some.ActiveLicence(), Some.On(Today), new NoteHolderClosing(Today));
        Assert.Null(Of(closed, DeregistrationGround.EnterpriseEnded));

        static Refusal? Of(LicenceState licence, DeregistrationGround? ground) =>
            Refusal(licence, new DeregisterLicence(Some.Grounds, ground), Some.On(Today));
    }

    [Fact]
    public void A_renewal_must_end_later_than_the_term_before() =>
        Assert.Equal(new RenewalNotLonger(new(2028, 12, 31), new(2028, 12, 31)), Refusal(Some.ActiveLicence(), new RenewLicence(new(2024, 1, 1), new(2028, 12, 31), Some.Grounds), Some.On(Today)));

    [Fact]
    public void A_suspended_licence_is_not_renewed() =>
        Assert.Equal(new LicenceNotRenewable(LicenceStatus.Suspended), Refusal(Some.SuspendedLicence(), new RenewLicence(new(2029, 1, 1), new(2033, 12, 31), Some.Grounds), Some.On(Today)));

    [Fact]
    public void A_withdrawal_needs_a_request_and_a_request_is_made_once()
    {
        Assert.Equal(new WithdrawalNotRequested(), Refusal(Some.ActiveLicence(), new WithdrawLicence(Some.Grounds), Some.On(Today)));
        Assert.Equal(new WithdrawalAlreadyRequested(Today), Refusal(Some.RequestedLicence(), new RequestLicenceWithdrawal(Some.Grounds), Some.On(Today.AddDays(1))));
        Assert.Equal(LicenceStatus.Withdrawn, Some.WithdrawnLicence().Status);
    }

    [Fact]
    public void A_request_to_withdraw_leaves_the_status_and_survives_a_suspension()
    {
        var licence = Tell(Some.RequestedLicence(), Some.On(Today), new SuspendLicence(Today.AddDays(5), Some.Grounds, Some.CaseOnPaper),
            new ReinstateLicence(Some.Grounds));
        Assert.Equal(LicenceStatus.Active, licence.Status);
        Assert.NotNull(licence.WithdrawalRequest);
    }

    [Fact]
    public void The_ground_of_a_deregistration_must_fit_and_is_implied_by_the_status()
    {
        Assert.Equal(
            new DeregistrationGroundNotMet(DeregistrationGround.Lapsed, LicenceStatus.Active),
            Refusal(Some.ActiveLicence(), new DeregisterLicence(Some.Grounds, DeregistrationGround.Lapsed), Some.On(Today)));
        Assert.Equal(
            new DeregistrationGroundNotMet(DeregistrationGround.WithdrawnOrRevoked, LicenceStatus.Expired),
            Refusal(Some.ExpiredLicence(), new DeregisterLicence(Some.Grounds, DeregistrationGround.WithdrawnOrRevoked), Some.On(Today)));
        Assert.Equal(DeregistrationGround.Lapsed, GroundOf(Some.ExpiredLicence()));
        Assert.Equal(DeregistrationGround.WithdrawnOrRevoked, GroundOf(Some.RevokedLicence()));
        var closed = Tell(Some.ActiveLicence(), Some.On(Today), new NoteHolderClosing(Today));
        Assert.Equal(DeregistrationGround.EnterpriseEnded, GroundOf(closed));

        static DeregistrationGround GroundOf(LicenceState licence) =>
            Assert.IsType<LicenceDeregistered>(Assert.Single(Events(licence, new DeregisterLicence(Some.Grounds), Some.On(Today)))).Ground;
    }

    [Fact]
    public void Deregistration_is_proposed_once_thirty_days_after_the_end()
    {
        var expired = Some.ExpiredLicence();
        var proposal = Assert.Single(LicenceDeadlines.Of(expired));
        Assert.Equal(LicenceDeadlines.DeregistrationProposal, proposal.Kind);
        Assert.Equal(ShanghaiTime.EndOf(expired.ValidTo.AddDays(30)), proposal.DueAt);
        var proposed = Fold(expired, Events(expired, new LicenceDeadlineReached(proposal.Kind, proposal.DueAt), Some.At(proposal.DueAt)))!;
        Assert.Equal(expired.ValidTo.AddDays(31), proposed.DeregistrationProposedOn);
        Assert.Empty(LicenceDeadlines.Of(proposed));
    }

    [Theory]
    [InlineData(LicenceStatus.Withdrawn)]
    [InlineData(LicenceStatus.Revoked)]
    [InlineData(LicenceStatus.Deregistered)]
    public void An_ended_licence_owes_the_clock_nothing(LicenceStatus status)
    {
        var licence = status switch
        {
            LicenceStatus.Withdrawn => Some.WithdrawnLicence(),
            LicenceStatus.Revoked => Some.RevokedLicence(),
            _ => Some.DeregisteredLicence(),
        };
        Assert.Equal(status, licence.Status);
        Assert.Empty(LicenceDeadlines.Of(licence));
    }

    [Fact]
    public void Every_step_carries_its_basis_and_document_into_the_journal()
    {
        var suspended = Assert.Single(Events(Some.ActiveLicence(), new SuspendLicence(Today, Some.Grounds, Some.CaseOnPaper),
            Some.On(Today)));
        Assert.Equal(Some.Grounds.Basis, suspended.LegalBasis);
        Assert.Equal(Some.Grounds.DocumentNumber, suspended.Document);
        Assert.Equal("licence.suspended", Licence.Concept.KindOf(suspended));
    }

    [Fact]
    public void A_licence_counts_once_under_its_main_class()
    {
        var licence = Some.ActiveLicence();
        var suspended = Assert.Single(Events(licence, new SuspendLicence(Today, Some.Grounds, Some.CaseOnPaper), Some.On(Today)));
        var fact = Assert.Single(Licence.Concept.Tally(licence, suspended, Licence.Apply(licence, suspended)));
        Assert.Equal(new TallyFact(Today, Measure.LicencesSuspended, 1, "INSPECTION", ProductClass: "CLOTHING"), fact);
    }

    [Fact]
    public void The_row_shows_the_state_in_wire_names_and_ISO_dates()
    {
        var rows = Licence.Concept.RowsOf("licence/X", Some.SuspendedLicence(Today.AddDays(3)), 7);
        var row = Assert.IsType<LicenceRow>(rows[0]);
        Assert.Equal(("licence/X", 7, "PRODUCTION_LICENCE", "SUSPENDED", "2028-12-31", "2026-03-05"), (row.Subject, row.Version, row.Kind, row.Status, row.ValidTo, row.SuspendedUntil));
        Assert.Equal(["CLOTHING", "TEXTILES"], rows.OfType<LicenceProductClassRow>().Select(one => one.Code));
    }

    [Fact]
    public void Only_the_system_meets_deadlines_and_an_auditor_changes_nothing()
    {
        var permissions = Concept<LicenceState, LicenceCommand, LicenceEvent>.Permissions;
        Assert.Equal(Roles.System, permissions[typeof(LicenceDeadlineReached)]);
        Assert.All(permissions.Values, roles => Assert.NotEqual(Roles.None, roles));
        Assert.All(permissions.Values, roles => Assert.Equal(Roles.None, roles & (Roles.Auditor | Roles.Liaison | Roles.Hotline)));
        Assert.Equal(Roles.None, permissions[typeof(RevokeLicence)] & Roles.Officer);
    }

    [Fact]
    public void A_licence_is_deregistered_on_the_ground_that_is_named_else_on_the_one_that_follows_from_its_status()
    {
        Assert.Equal(DeregistrationGround.OtherByLaw, Ground(Some.ActiveLicence(), DeregistrationGround.OtherByLaw));
        Assert.Equal(DeregistrationGround.OtherByLaw, Ground(Some.ExpiredLicence(), DeregistrationGround.OtherByLaw));
        Assert.Equal(DeregistrationGround.Lapsed, Ground(Some.ExpiredLicence(), null));

        static DeregistrationGround Ground(LicenceState licence, DeregistrationGround? named) => Events(licence, new DeregisterLicence(Some.Grounds, named), Some.On(Today)).OfType<LicenceDeregistered>().Single().Ground;
    }

    [Fact]
    public void A_renewed_licence_is_proposed_for_deregistration_again_when_it_has_expired_again()
    {
        var expired = Some.ExpiredLicence();
        var due = LicenceDeadlines.Of(expired).Single(open => open.Kind == LicenceDeadlines.DeregistrationProposal);
        var proposed = Fold(expired, Events(expired, new LicenceDeadlineReached(due.Kind, due.DueAt), Some.At(due.DueAt)))!;
        Assert.NotNull(proposed.DeregistrationProposedOn);
        var renewed = Tell(
            proposed,
            Some.At(due.DueAt),
            new ApplyForLicenceRenewal(expired.ValidTo),
            new RenewLicence(new(2026, 6, 1), new(2026, 6, 30), Some.Grounds));
        Assert.Null(renewed.DeregistrationProposedOn);
    }

    [Fact]
    public void An_expired_licence_that_is_deregistered_is_no_longer_expired()
    {
        var deregistered = Tell(Some.ExpiredLicence(), Some.On(Today), new DeregisterLicence(Some.Grounds));
        Assert.Null(deregistered.ExpiredOn);
        Assert.Empty(Licence.Check(deregistered));
    }

    [Fact]
    public void A_certificate_may_be_renewed_until_its_last_day()
    {
        var certificate = Tell(null, Some.On(Today), new RegisterLicence(Some.CertificateNumber, Some.CreditCode, new(2025, 1, 3), new(2028, 1, 2)));
        Assert.Equal(certificate.ValidTo, certificate.Term.MustApplyBy);
        Assert.Empty(Licence.Check(certificate));
    }

    [Theory]
    [InlineData("1949-12-31", "2028-12-31", "validFrom")]
    [InlineData("1950-01-01", "2028-12-31", null)]
    [InlineData("2024-01-01", "2199-12-31", null)]
    [InlineData("2024-01-01", "2200-01-01", "validTo")]
    [InlineData("1949-12-31", "2200-01-01", "validFrom")]
    [InlineData("2026-06-01", "2026-06-01", null)] // of one day
    public void A_term_lies_between_1950_and_2199(string from, string to, string? field) => Assert.Equal(
        field,
        (Refusal(null, new RegisterLicence(Some.ProductionLicenceNumber, Some.CreditCode, IsoDate.Parse(from), IsoDate.Parse(to)), Some.On(Today)) is { } refusal ? Assert.IsType<InvalidInput>(refusal).Field : null));

    [Fact]
    public void A_suspension_until_the_last_day_ends_with_the_term()
    {
        var licence = Some.SuspendedLicence(new DateOnly(2028, 12, 31));
        Assert.Equal(licence.ValidTo, licence.Suspension!.Until);
        Assert.DoesNotContain(LicenceDeadlines.Of(licence), open => open.Kind == LicenceDeadlines.SuspensionEnd);
    }

    [Fact]
    public void After_a_notice_comes_the_one_of_the_very_next_day()
    {
        var active = Some.ActiveLicence();
        var term = new LicenceTerm(active.ValidFrom, new(2027, 6, 30), ApplyFrom: new(2026, 6, 1), MustApplyBy: new DateOnly(2026, 6, 2).AddDays(90));
        var licence = active with { Term = term, NextNotice = LicenceRules.NoticesFrom(new(2026, 6, 1), term) };
        var due = LicenceDeadlines.Of(licence).Single(open => open.Kind == LicenceDeadlines.Notice);
        var given = Assert.IsType<LicenceNoticeGiven>(Assert.Single(Events(licence, new LicenceDeadlineReached(due.Kind, due.DueAt), Some.At(due.DueAt))));
        Assert.Equal(new DateOnly(2026, 6, 2), given.NextNotice!.On);
    }
}
