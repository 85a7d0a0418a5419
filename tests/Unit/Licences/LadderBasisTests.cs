using System.Collections.Immutable;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LadderBasisTests
{
    private static readonly DateOnly Today = Some.Today;

    private const string Case = "AJ-0123456789";

    [Theory]
    [InlineData(LicenceKind.ProductionLicence, "ConditionsCase, Suspension, Withdrawal, Banning, Deregistration, Revocation")]
    [InlineData(LicenceKind.FoodProductionLicence, "ConditionsCase, Suspension, Withdrawal, Banning, Deregistration, Revocation")]
    [InlineData(LicenceKind.CompulsoryCertificate, "CertificationBody, Banning, Deregistration")]
    public void Each_kind_of_licence_knows_its_steps(LicenceKind kind, string steps) =>
        Assert.Equal(steps, string.Join(", ", Enum.GetValues<LadderStep>().Where(step => LadderBases.Find(kind, step, Today) is not null)));

    [Fact]
    public void Each_row_of_a_kind_and_step_follows_the_one_before_without_a_gap_or_an_overlap() =>
        Assert.All(LadderBases.All.GroupBy(row => (row.Kind, row.Step)), rows => Assert.All(
            rows.OrderBy(row => row.ValidFrom).Zip(rows.OrderBy(row => row.ValidFrom).Skip(1)),
            pair => Assert.Equal(pair.First.ValidTo?.AddDays(1), pair.Second.ValidFrom)));

    [Theory]
    [InlineData("2014-07-31", false)]
    [InlineData("2014-08-01", true)]
    public void A_basis_holds_from_its_first_day_on(string day, bool holds) =>
        Assert.Equal(holds, LadderBases.Find(LicenceKind.ProductionLicence, LadderStep.ConditionsCase, IsoDate.Parse(day)) is not null);

    [Fact]
    public void A_certificate_is_its_bodys_to_suspend_and_the_refusal_says_so()
    {
        var certificate = Some.ActiveLicence(Some.CertificateNumber);
        var refused = Assert.IsType<StepHasNoBasis>(Refusal(certificate, new SuspendLicence(Today.AddDays(9), Some.Grounds,
            Some.CaseOnPaper), Some.On(Today)));
        Assert.Equal((LadderStep.Suspension, LadderStep.CertificationBody), (refused.Step, refused.Lawful));
        Assert.Contains("第二十六条", refused.Message.Chinese, StringComparison.Ordinal);
        Assert.IsType<StepHasNoBasis>(Refusal(certificate, new RequestLicenceWithdrawal(Some.Grounds), Some.On(Today)));
        Assert.Equal(LicenceStatus.Suspended, Tell(certificate, Some.On(Today), new RecordCertificateSuspension(Today.AddDays(9),
            Some.Grounds)).Status);
        Assert.Equal(
            new NotACertificate(LicenceKind.ProductionLicence),
            Refusal(Some.ActiveLicence(), new RecordCertificateSuspension(Today.AddDays(9), Some.Grounds), Some.On(Today)));
    }

    [Fact]
    public void A_suspension_names_the_case_whose_decision_suspends()
    {
        Assert.Equal(new SuspensionWithoutCase(), Suspended(null));
        Assert.Equal(new SuspensionWithoutCase(), Suspended(" "));
        Assert.Null(Suspended(Some.CaseOnPaper));
        Assert.Equal(new NotFound("case", Case), Suspended(Case));
        Assert.Null(Suspended(Case, Decided(Today)));
        Assert.Equal(new CaseDoesNotSuspend(Case, Some.CreditCode), Suspended(Case, Decided(null)));
        Assert.Equal(new CaseDoesNotSuspend(Case, Some.CreditCode), Suspended(Case, Decided(Today.AddDays(1))));
        Assert.Equal(
            new CaseDoesNotSuspend(Case, Some.CreditCode),
            Suspended(Case, Decided(Today) with { Penalties = [PenaltyKind.LicenceRevocation] }));
        Assert.Equal(new CaseDoesNotSuspend(Case, Some.CreditCode), Suspended(Case,
            Decided(Today) with { Parties = [Some.OtherCreditCode] }));

        // 行政处罚法 第六十一条: what was not served binds nobody yet.
        Assert.Equal(new PenaltyNotServed(Case, null), Suspended(Case, Decided(Today) with { ServedOn = null }));
        Assert.Equal(new PenaltyNotServed(Case, Today.AddDays(1)), Suspended(Case, Decided(Today) with { ServedOn = Today.AddDays(1) }));
        Assert.Equal(
            new PenaltyNotServed(Case, null),
            Refusal(
                Some.ActiveLicence(),
                new RevokeLicence(Some.Grounds, Case),
                Some.On(Today).With(new DecidingCaseFound(new(Case, [Some.CreditCode], Today, [PenaltyKind.LicenceRevocation])))));

        static DecidingCase Decided(DateOnly? on) =>
            new(Case, [Some.CreditCode], on, [PenaltyKind.LicenceSuspension]) { ServedOn = on };

        static Refusal? Suspended(string? named, DecidingCase? found = null) => Refusal(
            Some.ActiveLicence(),
            new SuspendLicence(Today.AddDays(9), Some.Grounds, named),
            Some.On(Today).With(new DecidingCaseFound(found)));
    }

    [Fact]
    public void A_suspension_lasts_as_long_as_the_decision_says_and_is_carried_out_by_its_section()
    {
        var decided = new DecidingCase(Case, [Some.CreditCode], Today, [PenaltyKind.LicenceSuspension])
        {
            SuspensionDays = 30,
            ServedOn = Today,
            Section = "INSPECTION",
        };
        Assert.Equal(new SuspensionNotAsDecided(Case, 30, Today.AddDays(30)), Suspended(decided, Today.AddDays(29)));
        Assert.Null(Suspended(decided, Today.AddDays(30)));
        Assert.Equal(new SuspensionNotAsDecided(Case, 30, Today.AddDays(30)), Suspended(decided, Today.AddDays(31)));
        Assert.Equal(new CaseDoesNotSuspend(Case, Some.CreditCode), Suspended(decided with { IsAnnulled = true }, Today.AddDays(30)));

        // Another section does not carry it out, nor lift it; the legal section and the head may.
        var theirs = decided with { Section = "QUALITY" };
        Assert.Equal(["QUALITY"], new[] { Assert.IsType<NotInCharge>(Suspended(theirs, Today.AddDays(30))).Section });
        Assert.Null(Suspended(theirs, Today.AddDays(30), Roles.Legal));
        Assert.Null(Suspended(theirs, Today.AddDays(30), Roles.Leader));
        Assert.IsType<NotInCharge>(Suspended(theirs, Today.AddDays(30), Roles.SectionHead));
        var suspended = LicenceLaw.Tell(
            Some.ActiveLicence(), Now(decided, Roles.Officer), new SuspendLicence(Today.AddDays(30), Some.Grounds, Case));
        Assert.IsType<NotInCharge>(Reinstated(theirs));
        Assert.Equal(new SuspensionIsDecided(Case, Today.AddDays(30)), Reinstated(decided)); // and no officer alone
        Assert.Null(Reinstated(decided, Roles.SectionHead));

        Refusal? Reinstated(DecidingCase found, Roles role = Roles.Officer) =>
            Licence.Concept.Decided(suspended, new ReinstateLicence(Some.Grounds), Now(found, role)).Refusal;

        static Refusal? Suspended(DecidingCase found, DateOnly until, Roles role = Roles.Officer) => Licence.Concept.Decided(
            Some.ActiveLicence(), new SuspendLicence(until, Some.Grounds, Case), Now(found, role)).Refusal;

        static Circumstances Now(DecidingCase found, Roles role) =>
            (Some.On(Today) with { Actor = Some.Officer with { Roles = role } }).With(new DecidingCaseFound(found));
    }

    [Fact]
    public void A_suspension_follows_what_its_decision_becomes()
    {
        var suspended = LicenceLaw.Tell(
            Some.ActiveLicence(),
            Some.On(Today).With(new DecidingCaseFound(
                new DecidingCase(Case, [Some.CreditCode], Today, [PenaltyKind.LicenceSuspension]) { ServedOn = Today })),
            new SuspendLicence(Today.AddDays(30), Some.Grounds, Case));
        var later = Some.On(Today.AddDays(10));
        Assert.Equal(LicenceStatus.Active, LicenceLaw.Tell(suspended, later, Became(null)).Status);
        Assert.Equal(Today.AddDays(20), LicenceLaw.Tell(suspended, later, Became(20)).Suspension!.Until);
        Assert.Equal(Today.AddDays(10), LicenceLaw.Tell(suspended, later, Became(10)).Suspension!.Until);
        Assert.Equal(LicenceStatus.Active, LicenceLaw.Tell(suspended, later, Became(9)).Status);

        // As long as before, it stays; and another case has nothing to say of it.
        Assert.Empty(Licence.Concept.Decided(suspended, Became(30), later).Events);
        Assert.Empty(Licence.Concept.Decided(suspended, Became(null) with { Case = "AJ-0000000009" }, later).Events);
        Assert.Empty(Licence.Concept.Decided(Some.SuspendedLicence(), Became(null), later).Events);

        static NoteSuspendingDecision Became(int? days) => new(Case, days, "复决1");
    }

    /// <summary>A licence that was revoked by a decision stands again when that does not stand; what was counted is counted no
    /// more.</summary>
    [Fact]
    public void A_revocation_follows_what_its_decision_becomes()
    {
        var revoked = Revoked(Some.ActiveLicence());
        Assert.True(Licence.IsHeldBackBy(revoked, Case));
        var counted = new CountedFact(Today, Measure.LicencesRevoked, 1, productClass: "CLOTHING");
        var later = Some.On(Today.AddDays(10)).With(new CountedSoFar([counted]));
        var annulled = new NoteSuspendingDecision(Case, null, "复决1");
        var given = Assert.IsType<LicenceRevocationAnnulled>(Assert.Single(LicenceLaw.Events(revoked, annulled, later)));
        var restored = Licence.Apply(revoked, given);
        Assert.Equal((LicenceStatus.Active, null), (restored.Status, restored.EndedFrom));
        Assert.Equal([counted.Fact with { Amount = -1 }], Licence.Concept.Tally(revoked, given, restored));
        Assert.Contains("复决1", given.Grounds.DocumentNumber, StringComparison.Ordinal);

        // Its term is over by then.
        var over = Some.On(new DateOnly(2029, 1, 5));
        Assert.Equal(LicenceStatus.Expired, LicenceLaw.Tell(revoked, over, annulled).Status);

        // It is revoked still, or by another case, or by one of another authority.
        Assert.Empty(Licence.Concept.Decided(revoked, annulled with { Revokes = true }, later).Events);
        Assert.Empty(Licence.Concept.Decided(revoked, annulled with { Case = "AJ-0000000009" }, later).Events);
        Assert.Empty(Licence.Concept.Decided(Some.RevokedLicence(), annulled, later).Events);
    }

    /// <summary>An end that was recorded by mistake is taken back after the decision was annulled: what that imposed does not come
    /// back.</summary>
    [Fact]
    public void What_an_annulled_decision_imposed_does_not_come_back_with_the_licence()
    {
        var suspended = LicenceLaw.Tell(
            Some.ActiveLicence(),
            Found(Imposing(PenaltyKind.LicenceSuspension)),
            new SuspendLicence(Today.AddDays(30), Some.Grounds, Case));
        Assert.Equal(LicenceStatus.Suspended, Corrected(suspended, Imposing(PenaltyKind.LicenceSuspension)).Status);
        Assert.Equal(LicenceStatus.Active, Corrected(suspended, Imposing(PenaltyKind.LicenceSuspension) with { IsAnnulled = true }).Status);
        Assert.Equal(LicenceStatus.Active, Corrected(suspended, Imposing()).Status);
        var shorter = Imposing(PenaltyKind.LicenceSuspension) with { SuspensionDays = 10 };
        Assert.Equal(Today.AddDays(10), Corrected(suspended, shorter).Suspension!.Until);

        var revoked = Revoked(Some.ActiveLicence());
        Assert.Equal(LicenceStatus.Revoked, Corrected(revoked, Imposing(PenaltyKind.LicenceRevocation)).Status);
        Assert.Equal(LicenceStatus.Active, Corrected(revoked, Imposing(PenaltyKind.LicenceRevocation) with { IsAnnulled = true }).Status);

        static LicenceState Corrected(LicenceState licence, DecidingCase found)
        {
            var ended = LicenceLaw.Tell(
                licence,
                Some.On(Today),
                new DeregisterLicence(
                    Some.Grounds,
                    licence.Status is LicenceStatus.Revoked
                        ? DeregistrationGround.WithdrawnOrRevoked : DeregistrationGround.AskedByHolder));
            Assert.Equal([Case], Licence.CasesBehind(ended));
            return LicenceLaw.Tell(ended, Found(found), new CorrectLicenceEnding(Some.Grounds));
        }
    }

    /// <summary>行政许可法 第七十条第四项: deregistered for its revocation alone, it stands again with that; both are counted no more.</summary>
    [Fact]
    public void A_licence_that_was_deregistered_for_its_revocation_is_given_back_when_that_falls()
    {
        var ended = Deregistered(DeregistrationGround.WithdrawnOrRevoked);
        Assert.True(Licence.IsHeldBackBy(ended, Case));
        ImmutableArray<CountedFact> counted = [Counted(Measure.LicencesRevoked), Counted(Measure.LicencesDeregistered)];
        var now = Some.On(Today.AddDays(10)).With(new CountedSoFar(counted));
        var annulled = new NoteSuspendingDecision(Case, null, "复决1");
        var given = Assert.IsType<LicenceRevocationAnnulled>(Assert.Single(LicenceLaw.Events(ended, annulled, now)));
        Assert.Equal(counted.Select(fact => fact with { Amount = -1 }), given.Facts);
        var restored = Licence.Apply(ended, given);
        Assert.Equal((LicenceStatus.Active, null, null), (restored.Status, restored.EndedFrom, restored.DeregisteredBecause));

        // It is revoked still, or was deregistered for something else, or under a mistyped number.
        Assert.Empty(Licence.Concept.Decided(ended, annulled with { Revokes = true }, now).Events);
        Assert.Empty(Licence.Concept.Decided(Deregistered(DeregistrationGround.OtherByLaw), annulled, now).Events);
        Assert.Empty(Licence.Concept.Decided(ended with { EnteredRightAs = "XK18-978-00002" }, annulled, now).Events);
        Assert.Empty(Licence.Concept.Decided(ended with { HolderClosedOn = Today }, annulled, now).Events);
    }

    /// <summary>Taken back by hand, it is not counted as revoked any more where the revocation does not stand.</summary>
    [Fact]
    public void A_corrected_ending_counts_a_revocation_only_as_long_as_that_stands()
    {
        var ended = Deregistered(DeregistrationGround.WithdrawnOrRevoked);
        ImmutableArray<CountedFact> counted = [Counted(Measure.LicencesRevoked), Counted(Measure.LicencesDeregistered)];
        Assert.Equal([Measure.LicencesDeregistered], Reversed(Imposing(PenaltyKind.LicenceRevocation)));
        Assert.Equal([Measure.LicencesDeregistered, Measure.LicencesRevoked], Reversed(Imposing()));

        IEnumerable<Measure> Reversed(DecidingCase found) => LicenceLaw.Events(
                ended, new CorrectLicenceEnding(Some.Grounds), Found(found).With(new CountedSoFar(counted)))
            .OfType<LicenceEndingCorrected>().Single().Facts.Select(fact => fact.Measure);
    }

    /// <summary>Suspended by one case and revoked by another: annulled while it was revoked, the suspension does not come back.</summary>
    [Fact]
    public void A_suspension_that_was_annulled_meanwhile_does_not_come_back_with_the_licence()
    {
        const string Other = "AJ-0000000009";
        var suspending = Imposing(PenaltyKind.LicenceSuspension) with { Number = Other };
        var suspended = LicenceLaw.Tell(
            Some.ActiveLicence(), Found(suspending), new SuspendLicence(Today.AddDays(180), Some.Grounds, Other));
        var revoked = Revoked(suspended);
        Assert.Equal([Case, Other], Licence.CasesBehind(revoked));
        Assert.Equal(LicenceStatus.Suspended, GivenBack(suspending));
        Assert.Equal(LicenceStatus.Active, GivenBack(suspending with { IsAnnulled = true }));

        // The case whose news it is may be read as it stood before.
        var revoking = Imposing(PenaltyKind.LicenceRevocation);
        Assert.Equal(
            LicenceStatus.Active,
            LicenceLaw.Tell(revoked, Found(revoking, suspending with { IsAnnulled = true }), new NoteSuspendingDecision(Case, null, "复决1"))
                .Status);

        LicenceStatus GivenBack(DecidingCase found) =>
            LicenceLaw.Tell(revoked, Found(found), new NoteSuspendingDecision(Case, null, "复决1")).Status;
    }

    /// <summary>Suspended by one case, revoked by another and deregistered: corrected by hand, it stands as both decisions say by
    /// then.</summary>
    [Fact]
    public void A_corrected_ending_follows_each_of_the_decisions_behind_it()
    {
        const string Other = "AJ-0000000009";
        var suspending = Imposing(PenaltyKind.LicenceSuspension) with { Number = Other };
        var revoking = Imposing(PenaltyKind.LicenceRevocation);
        var suspended = LicenceLaw.Tell(
            Some.ActiveLicence(), Found(suspending), new SuspendLicence(Today.AddDays(180), Some.Grounds, Other));
        var ended = LicenceLaw.Tell(
            Revoked(suspended), Some.On(Today), new DeregisterLicence(Some.Grounds, DeregistrationGround.WithdrawnOrRevoked));
        Assert.Equal([Case, Other], Licence.CasesBehind(ended));
        Assert.Equal(LicenceStatus.Revoked, Corrected(revoking, suspending));
        Assert.Equal(LicenceStatus.Revoked, Corrected(revoking, suspending with { IsAnnulled = true }));
        Assert.Equal(LicenceStatus.Suspended, Corrected(revoking with { IsAnnulled = true }, suspending));
        Assert.Equal(LicenceStatus.Active, Corrected(revoking with { IsAnnulled = true }, suspending with { IsAnnulled = true }));

        LicenceStatus Corrected(params DecidingCase[] found) =>
            LicenceLaw.Tell(ended, Found(found), new CorrectLicenceEnding(Some.Grounds)).Status;
    }

    /// <summary>行政许可法 第七十条第三项: whoever ended while the licence was revoked told it nothing.</summary>
    [Fact]
    public void What_is_given_back_to_a_holder_that_has_ended_is_proposed_for_deregistration()
    {
        var gone = Found(Imposing(PenaltyKind.LicenceRevocation) with { IsAnnulled = true }).With(new HolderEnd(Today.AddDays(-3)));
        var annulled = new NoteSuspendingDecision(Case, null, "复决1");
        var given = LicenceLaw.Tell(Revoked(Some.ActiveLicence()), gone, annulled);
        Assert.Equal(
            (LicenceStatus.Active, Today.AddDays(-3), Today, null),
            (given.Status, given.HolderClosedOn, given.DeregistrationProposedOn, given.NextNotice));
        Assert.Equal(new LicenceHolderClosed(given.Enterprise, Today.AddDays(-3)), LicenceLaw.Refusal(
            given, new ApplyForLicenceRenewal(Today, null), Some.On(Today)) as LicenceHolderClosed);

        // What was proposed before is not proposed later than it was.
        var proposed = Revoked(Some.ActiveLicence()) with { DeregistrationProposedOn = Today.AddDays(-40) };
        Assert.Equal(Today.AddDays(-40), LicenceLaw.Tell(proposed, gone, annulled).DeregistrationProposedOn);

        // Deregistered, it stays so: there is nobody to give it back to. Corrected by hand it is proposed anew.
        var deregistered = Deregistered(DeregistrationGround.WithdrawnOrRevoked);
        Assert.Empty(Licence.Concept.Decided(deregistered, annulled, gone).Events);
        var corrected = LicenceLaw.Tell(deregistered, gone, new CorrectLicenceEnding(Some.Grounds));
        Assert.Equal((LicenceStatus.Active, Today), (corrected.Status, corrected.DeregistrationProposedOn));

        // What stays revoked has nothing to be told.
        var revoked = LicenceLaw.Tell(
            deregistered,
            Found(Imposing(PenaltyKind.LicenceRevocation)).With(new HolderEnd(Today)),
            new CorrectLicenceEnding(Some.Grounds));
        Assert.Equal((LicenceStatus.Revoked, null), (revoked.Status, revoked.HolderClosedOn));
    }

    /// <summary>What the self-check looks for: licences of decisions that fell before these told anybody.</summary>
    [Fact]
    public void A_licence_is_held_back_wrongly_when_its_decision_does_not_impose_it()
    {
        var suspending = Imposing(PenaltyKind.LicenceSuspension) with { SuspensionDays = 30 };
        var suspended = LicenceLaw.Tell(
            Some.ActiveLicence(), Found(suspending), new SuspendLicence(Today.AddDays(30), Some.Grounds, Case));
        Assert.False(Licence.IsHeldBackWrongly(suspended, [suspending]));
        Assert.True(Licence.IsHeldBackWrongly(suspended, [suspending with { IsAnnulled = true }]));
        Assert.True(Licence.IsHeldBackWrongly(suspended, [suspending with { SuspensionDays = 10 }]));
        Assert.False(Licence.IsHeldBackWrongly(suspended, [suspending with { Number = "AJ-0000000009", IsAnnulled = true }]));
        var annulled = Imposing(PenaltyKind.LicenceRevocation) with { IsAnnulled = true };
        Assert.True(Licence.IsHeldBackWrongly(Revoked(Some.ActiveLicence()), [annulled]));
        Assert.False(Licence.IsHeldBackWrongly(Revoked(Some.ActiveLicence()), [Imposing(PenaltyKind.LicenceRevocation)]));
        Assert.True(Licence.IsHeldBackWrongly(Deregistered(DeregistrationGround.WithdrawnOrRevoked), [annulled]));
        Assert.False(Licence.IsHeldBackWrongly(Deregistered(DeregistrationGround.OtherByLaw), [annulled]));
        Assert.False(Licence.IsHeldBackWrongly(Some.ActiveLicence(), [annulled]));
    }

    private static CountedFact Counted(Measure measure) => new(Today, measure, 1, productClass: "CLOTHING");

    private static LicenceState Deregistered(DeregistrationGround ground) =>
        LicenceLaw.Tell(Revoked(Some.ActiveLicence()), Some.On(Today), new DeregisterLicence(Some.Grounds, ground));

    private static Circumstances Found(params DecidingCase[] found) =>
        Some.On(Today).With(new DecidingCaseFound(found.FirstOrDefault())).With(new CasesBehindFound([.. found]));

    private static DecidingCase Imposing(params PenaltyKind[] penalties) => new(Case, [Some.CreditCode], Today, [.. penalties])
    {
        ServedOn = Today,
    };

    private static LicenceState Revoked(LicenceState licence) =>
        LicenceLaw.Tell(licence, Found(Imposing(PenaltyKind.LicenceRevocation)), new RevokeLicence(Some.Grounds, Case));

    [Fact]
    public void A_revocation_names_the_case_whose_decision_revokes()
    {
        Assert.Equal(new RevocationWithoutCase(), Revoked(null));
        Assert.Equal(new RevocationWithoutCase(), Revoked(" "));
        Assert.Null(Revoked(Some.CaseOnPaper));
        Assert.Equal(new NotFound("case", Case), Revoked(Case));
        Assert.Null(Revoked(Case, Decided(Today)));
        Assert.Equal(new CaseDoesNotRevoke(Case, Some.CreditCode), Revoked(Case, Decided(Today.AddDays(1))));
        Assert.Equal(new CaseDoesNotRevoke(Case, Some.CreditCode), Revoked(Case,
            Decided(Today) with { Penalties = [PenaltyKind.LicenceSuspension] }));

        // A number of the bureau's own papers, or its key mistyped, does not pass as another authority's.
        string[] ours = ["〔2026〕133号", "案〔2026〕133号", "案[2026]133号", "2026-133", Case[..^1], Case + "0", "aj-none", "ＡＪ－１"];
        Assert.All(ours, named => Assert.Equal("case", Assert.IsType<InvalidInput>(Revoked(named)).Field));

        static DecidingCase Decided(DateOnly? on) =>
            new(Case, [Some.CreditCode], on, [PenaltyKind.LicenceRevocation]) { ServedOn = on };

        static Refusal? Revoked(string? named, DecidingCase? found = null) => Refusal(
            Some.ActiveLicence(), new RevokeLicence(Some.Grounds, named), Some.On(Today).With(new DecidingCaseFound(found)));
    }

    [Fact]
    public void A_certificate_is_revoked_by_its_certification_body_alone()
    {
        var certificate = Some.ActiveLicence(Some.CertificateNumber);
        var refused = Assert.IsType<StepHasNoBasis>(
            Refusal(certificate, new RevokeLicence(Some.Grounds, Some.CaseOnPaper), Some.On(Today)));
        Assert.Equal((LadderStep.Revocation, LadderStep.CertificationBody), (refused.Step, refused.Lawful));
    }

    [Fact]
    public void The_licence_keeps_the_case_that_suspends_it() =>
        Assert.Equal(Some.CaseOnPaper, Some.SuspendedLicence().Suspension!.Case);

    [Fact]
    public void A_request_to_withdraw_that_was_declined_may_be_made_again()
    {
        var declined = Tell(Some.RequestedLicence(), Some.On(Today), new DeclineLicenceWithdrawal(Some.Grounds));
        Assert.Null(declined.WithdrawalRequest);
        Assert.Equal(Today, declined.DeclinedRequest!.RequestedOn);
        Assert.NotNull(Tell(declined, Some.On(Today.AddDays(1)), new RequestLicenceWithdrawal(Some.Grounds)).WithdrawalRequest);

        // The authority may still withdraw it upon the request that it had declined.
        Assert.Equal(LicenceStatus.Withdrawn, Tell(declined, Some.On(Today), new WithdrawLicence(Some.Grounds)).Status);
    }

    [Theory]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", "on")]
    [InlineData("2026-02-01", null)]
    [InlineData("1949-09-30", "on")]
    public void An_act_has_its_own_day_by_today(string day, string? field)
    {
        var on = IsoDate.Parse(day);
        var command = new SuspendLicence(Today.AddDays(9), Some.Grounds, Some.CaseOnPaper) { On = on };
        Assert.Equal(field, (Refusal(Some.ActiveLicence(), command, Some.On(Today)) as InvalidInput)?.Field);
        if (field is null)
        {
            Assert.Equal(on, Tell(Some.ActiveLicence(), Some.On(Today), command).Suspension!.SuspendedOn);
        }
    }

    [Fact]
    public void An_act_is_not_done_before_what_it_follows()
    {
        var suspended = Some.SuspendedLicence();
        Assert.Equal("on", Assert.IsType<InvalidInput>(Refusal(suspended, new ReinstateLicence(Some.Grounds) { On = Today.AddDays(-1) },
            Some.On(Today))).Field);
        Assert.Null(Refusal(suspended, new ReinstateLicence(Some.Grounds) { On = Today }, Some.On(Today.AddDays(3))));
    }

    [Fact]
    public void A_suspension_that_is_entered_after_its_last_day_has_ended_by_itself()
    {
        var command = new SuspendLicence(Today.AddDays(-3), Some.Grounds, Some.CaseOnPaper) { On = Today.AddDays(-20) };
        var events = Events(Some.ActiveLicence(), command, Some.On(Today));
        Assert.Equal([typeof(LicenceSuspended), typeof(LicenceSuspensionEnded)],
            events.Select(happened => happened.GetType()).ToImmutableArray());
    }
}
