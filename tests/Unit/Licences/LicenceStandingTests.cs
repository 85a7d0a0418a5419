using System.Collections.Immutable;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

/// <summary>
/// 原状态. Whatever a licence was when it ended or its holder did, it is again when that is taken back; and each ground, status and register
/// leads where the law says (行政许可法 第六十九条、第七十条).
/// </summary>
public sealed class LicenceStandingTests
{
    private const string Case = "AJ-0000000001";

    private static readonly DateOnly Today = Some.Today;

    private static readonly Circumstances Now = Some.On(Today);

    /// <summary>What happens to a licence happens on no day before its first, and it has lapsed on none before its last is over.</summary>
    [Fact]
    public void A_licence_is_acted_on_on_no_day_before_it_was_there()
    {
        var (active, expired) = (Some.ActiveLicence(), Some.ExpiredLicence());
        Assert.Equal("on", Field(active, Ended(active.ValidFrom.AddDays(-1), DeregistrationGround.AskedByHolder)));
        Assert.Null(Field(active, Ended(active.ValidFrom, DeregistrationGround.AskedByHolder)));
        Assert.Equal("on", Field(expired, Ended(expired.Term.ValidTo, DeregistrationGround.Lapsed)));
        Assert.Null(Field(expired, Ended(expired.Term.ValidTo.AddDays(1), DeregistrationGround.Lapsed)));

        static DeregisterLicence Ended(DateOnly on, DeregistrationGround ground) => new(Some.Grounds, ground) { On = on };

        static string? Field(LicenceState licence, DeregisterLicence command) =>
            (Licence.Concept.Decided(licence, command, Now with { ActedOn = command.On }).Refusal as InvalidInput)?.Field;
    }

    /// <summary>What a decision that stands suspends, no officer ends alone before its days are over (行政处罚法 第五十七条).</summary>
    [Fact]
    public void A_suspension_that_a_decision_imposes_is_not_ended_by_an_officer_alone()
    {
        var licence = Some.LicenceSuspendedInCase();
        var suspendedOn = licence.Suspension!.SuspendedOn;
        var decided = new DecidingCase(Case, [licence.Enterprise], suspendedOn, [PenaltyKind.LicenceSuspension])
        {
            SuspensionDays = 30,
            Section = Some.Officer.Section,
        };
        var last = DecidingCase.LastDay(suspendedOn, 30);
        Assert.Equal(new SuspensionIsDecided(Case, last), Reinstated(decided, last, Some.Officer));
        Assert.Null(Reinstated(decided, last.AddDays(1), Some.Officer));
        Assert.Null(Reinstated(decided, last, Some.Officer with { Roles = Roles.SectionHead }));
        Assert.Null(Reinstated(decided with { IsAnnulled = true }, last, Some.Officer));
        Assert.Null(Reinstated(null, last, Some.Officer)); // another authority's

        Refusal? Reinstated(DecidingCase? found, DateOnly on, Actor actor) => Licence.Concept.Decided(
            licence, new ReinstateLicence(Some.Grounds), (Some.On(on) with { Actor = actor }).With(new DecidingCaseFound(found))).Refusal;
    }

    /// <summary>Whoever may not carry a decision out may not undo it: a revocation that stands is its own section's.</summary>
    [Fact]
    public void A_revocation_that_stands_is_taken_back_by_the_section_of_its_case()
    {
        var licence = Some.LicenceRevokedInCase();
        var decided = new DecidingCase(Case, [licence.Enterprise], Today, [PenaltyKind.LicenceRevocation]) { Section = "INSPECTION" };
        var head = new Actor("head", Roles.SectionHead, "FOOD", null, Guid.Empty);
        Assert.Equal("INSPECTION", Assert.IsType<NotInCharge>(Corrected(decided, head)).Section);
        Assert.Null(Corrected(decided, head with { Section = "INSPECTION" }));
        Assert.Null(Corrected(decided with { IsAnnulled = true }, head));

        Refusal? Corrected(DecidingCase found, Actor actor) => Licence.Concept.Decided(
            licence, new CorrectLicenceEnding(Some.Grounds), (Now with { Actor = actor }).With(new CasesBehindFound([found]))).Refusal;
    }

    [Fact]
    public void Nobody_applies_for_a_new_term_of_what_is_not_there_yet()
    {
        var ending = Ending();
        Assert.Equal("appliedOn", Field(ending.ValidFrom.AddDays(-1)));
        Assert.NotEqual("appliedOn", Field(ending.ValidFrom));

        string? Field(DateOnly on) => (Licence.Concept.Decided(ending, new ApplyForLicenceRenewal(on), Now).Refusal as InvalidInput)?.Field;
    }

    public static TheoryData<string> Names => [.. Standing.Keys];

    /// <summary>Licences as each of them can stand before it ends, with the ground on which it is deregistered.</summary>
    private static Dictionary<string, (LicenceState Licence, DeregistrationGround Ground)> Standing => new(StringComparer.Ordinal)
    {
        ["active"] = (Some.ActiveLicence(), DeregistrationGround.AskedByHolder),
        ["suspended"] = (Some.SuspendedLicence(), DeregistrationGround.AskedByHolder),
        ["suspended in a case"] = (Some.LicenceSuspendedInCase(), DeregistrationGround.ForceMajeure),
        ["withdrawal requested"] = (Some.RequestedLicence(), DeregistrationGround.ProductionStopped),
        ["applied for in time"] = (Applied(Some.ActiveLicence(), Today), DeregistrationGround.OtherByLaw),
        ["applied for late"] = (Applied(Ending(), Today), DeregistrationGround.AskedByHolder),
        ["expired"] = (Some.ExpiredLicence(), DeregistrationGround.Lapsed),
        ["not yet valid"] = (Some.ActiveLicence(validFrom: Today.AddDays(9)), DeregistrationGround.AskedByHolder),
        ["without an end"] = (Some.ActiveLicence(validTo: LicenceTerm.LongTerm), DeregistrationGround.AskedByHolder),
        ["withdrawn"] = (Some.WithdrawnLicence(), DeregistrationGround.WithdrawnOrRevoked),
        ["revoked in a case"] = (Some.LicenceRevokedInCase(), DeregistrationGround.WithdrawnOrRevoked),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_deregistered_by_mistake_stands_again_as_it_stood(string name)
    {
        var (licence, ground) = Standing[name];
        var ended = Tell(licence, Now, new DeregisterLicence(Some.Grounds, ground));
        Assert.Equal((LicenceStatus.Deregistered, ground), (ended.Status, ended.DeregisteredBecause!.Value));
        Assert.Empty(LicenceDeadlines.Of(ended));
        Assert.Equal(Json(licence), Json(Tell(ended, Now, new CorrectLicenceEnding(Some.Grounds))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_struck_out_by_mistake_stands_again_as_it_stood(string name)
    {
        var licence = Standing[name].Licence;
        if (licence.Status is LicenceStatus.Withdrawn or LicenceStatus.Revoked)
        {
            return;
        }

        var right = licence with { Number = "XK18-978-00002" };
        var found = Now.With(new OtherLicenceFound(right));
        var struck = Tell(licence, found, new CancelMistypedLicence("XK18-978-00002", "证书编号误登"));
        Assert.Equal(("XK18-978-00002", "XK18-978-00001\nXK18-978-00002"), (struck.EnteredRightAs, struck.StruckOutOf));
        Assert.Equal(Json(licence), Json(Tell(struck, Now, new CorrectLicenceEnding(Some.Grounds))));
    }

    /// <summary>行政许可法 第七十条第三项.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_its_holder_s_end_changed_is_taken_back_with_that(string name)
    {
        var licence = Standing[name].Licence;
        var closed = Tell(licence, Now, new NoteHolderClosing(Today.AddDays(-2)));
        if (licence.Status is LicenceStatus.Withdrawn or LicenceStatus.Revoked)
        {
            Assert.Equal(Json(licence), Json(closed));
            return;
        }

        Assert.Equal(
            (Today.AddDays(-2), Today, null, null),
            (closed.HolderClosedOn!.Value, closed.DeregistrationProposedOn!.Value, closed.RenewalApplication, closed.NextNotice));
        Assert.Empty(Events(closed, new NoteHolderClosing(Today), Now));
        var reopened = Tell(closed, Now, new NoteHolderReopening());
        var proposedOn = licence.Status is LicenceStatus.Expired ? Today : (DateOnly?)null;
        Assert.Equal(Json(licence with { DeregistrationProposedOn = proposedOn }), Json(reopened));
        Assert.Empty(Events(reopened, new NoteHolderReopening(), Now));
    }

    [Fact]
    public void A_holder_s_end_leaves_the_day_on_which_deregistration_was_proposed_before()
    {
        var expired = Some.ExpiredLicence();
        var proposed = expired with { DeregistrationProposedOn = Today.AddDays(-5) };
        Assert.Equal(Today.AddDays(-5), Tell(proposed, Now, new NoteHolderClosing(Today)).DeregistrationProposedOn);
    }

    [Fact]
    public void What_had_expired_with_its_holder_is_counted_no_more_when_its_application_stands_again()
    {
        var licence = Some.ActiveLicence(validFrom: new(2021, 6, 1), validTo: new(2026, 5, 31));
        var applied = Applied(licence, licence.Term.MustApplyBy);
        var counted = new CountedFact(new(2026, 5, 31), Measure.LicencesExpired, 1, productClass: "CLOTHING");
        var late = Some.On(new DateOnly(2026, 6, 20)).With(new CountedSoFar([counted]));
        var closed = Tell(applied, late, new NoteHolderClosing(new(2026, 6, 20)));
        var noted = Assert.IsType<LicenceHolderReopeningNoted>(Assert.Single(Events(closed, new NoteHolderReopening(), late)));
        Assert.Equal([counted with { Amount = -1 }], noted.Facts);
        Assert.Null(noted.NextNotice);
        Assert.Equal(new DateOnly(2026, 6, 20), noted.ReopenedOn);

        // What stays expired stays counted, and what is in force was not.
        var expired = Tell(Some.ExpiredLicence(), late, new NoteHolderClosing(Today));
        Assert.Empty(Assert.IsType<LicenceHolderReopeningNoted>(Events(expired, new NoteHolderReopening(), late)[0]).Facts);
        var active = Tell(Some.ActiveLicence(), late, new NoteHolderClosing(Today));
        Assert.Empty(Assert.IsType<LicenceHolderReopeningNoted>(Events(active, new NoteHolderReopening(), late)[0]).Facts);
    }

    [Fact]
    public void The_end_of_a_holder_is_noted_of_what_stands_again_with_its_own_deadlines()
    {
        var gone = Now.With(new HolderEnd(Today.AddDays(-3)));
        var asked = new DeregisterLicence(Some.Grounds, DeregistrationGround.AskedByHolder);
        var deregistered = Tell(Some.SuspendedLicence(Today.AddDays(5)), Now, asked);
        var corrected = Tell(deregistered, gone, new CorrectLicenceEnding(Some.Grounds));
        Assert.Equal((Today.AddDays(-3), LicenceStatus.Suspended), (corrected.HolderClosedOn!.Value, corrected.Status));

        // Whoever was told before is not told twice.
        var told = Tell(Some.ActiveLicence(), Now, new NoteHolderClosing(Today.AddDays(-9)), new DeregisterLicence(Some.Grounds));
        Assert.Equal(Today.AddDays(-9), Tell(told, gone, new CorrectLicenceEnding(Some.Grounds)).HolderClosedOn);

        // The end of the term that has come since is met at once.
        var late = Some.On(new DateOnly(2029, 2, 10)).With(new HolderEnd(Today.AddDays(-3)));
        Assert.Equal(LicenceStatus.Expired, Tell(deregistered, late, new CorrectLicenceEnding(Some.Grounds)).Status);
    }

    [Theory]
    [InlineData(DeregistrationGround.Lapsed, LicenceStatus.Expired)]
    [InlineData(DeregistrationGround.WithdrawnOrRevoked, LicenceStatus.Withdrawn, LicenceStatus.Revoked)]
    [InlineData(DeregistrationGround.ForceMajeure, LicenceStatus.Active, LicenceStatus.Suspended, LicenceStatus.NotYetValid)]
    [InlineData(DeregistrationGround.AskedByHolder, LicenceStatus.Active, LicenceStatus.Suspended, LicenceStatus.NotYetValid)]
    [InlineData(
        DeregistrationGround.ProductionStopped,
        LicenceStatus.Active,
        LicenceStatus.Suspended,
        LicenceStatus.NotYetValid,
        LicenceStatus.Expired,
        LicenceStatus.Withdrawn,
        LicenceStatus.Revoked)]
    public void A_ground_of_deregistration_is_met_where_the_licence_stands_so(DeregistrationGround ground, params LicenceStatus[] met)
    {
        foreach (var (licence, _) in Standing.Values.DistinctBy(one => one.Licence.Status))
        {
            Assert.Equal(
                met.Contains(licence.Status) ? null : new DeregistrationGroundNotMet(ground, licence.Status),
                Refusal(licence, new DeregisterLicence(Some.Grounds, ground), Now));
        }
    }

    [Fact]
    public void Who_is_no_more_needs_no_ground_and_what_has_not_begun_does()
    {
        var ahead = Some.ActiveLicence(validFrom: Today.AddDays(9));
        Assert.Equal(new DeregistrationWithoutGround(LicenceStatus.NotYetValid), Refusal(ahead, new DeregisterLicence(Some.Grounds), Now));
        var closed = Tell(ahead, Now, new NoteHolderClosing(Today));
        Assert.Null(Refusal(closed, new DeregisterLicence(Some.Grounds), Now));
        Assert.Equal(
            new LicenceAlreadyDeregistered(),
            Refusal(Some.DeregisteredLicence(), new DeregisterLicence(Some.Grounds, DeregistrationGround.OtherByLaw), Now));
    }

    /// <summary>行政许可法 第六十九条: what has ended is neither asked to be withdrawn nor withdrawn, declined or revoked.</summary>
    [Fact]
    public void Only_what_is_in_force_is_withdrawn_or_revoked()
    {
        var revoke = new RevokeLicence(Some.Grounds, Some.CaseOnPaper);
        LicenceCommand[] commands =
        [
            new RequestLicenceWithdrawal(Some.Grounds),
            new WithdrawLicence(Some.Grounds),
            new DeclineLicenceWithdrawal(Some.Grounds),
            revoke,
        ];
        foreach (var licence in new[] { Some.ExpiredLicence(), Some.WithdrawnLicence(), Some.DeregisteredLicence() })
        {
            Assert.All(commands, command => Assert.Equal(new LicenceNotInForce(licence.Status), Refusal(licence, command, Now)));
        }

        // A suspended one is in force.
        Assert.Null(Refusal(Some.SuspendedLicence(), commands[0], Now));
        Assert.Null(Refusal(Some.SuspendedLicence(), revoke, Now));
        Assert.Equal(new WithdrawalNotRequested(), Refusal(Some.ActiveLicence(), commands[2], Now));
        var silent = Some.Grounds with { Reason = " " };
        LicenceCommand[] unreasoned =
            [new WithdrawLicence(silent), new DeclineLicenceWithdrawal(silent), new RevokeLicence(silent, Some.CaseOnPaper)];
        Assert.All(unreasoned, command => Assert.Equal("reason", Field(Some.RequestedLicence(), command)));
        Assert.Equal("reason", Field(Some.ActiveLicence(), new RequestLicenceWithdrawal(silent)));
        Assert.Equal("reason", Field(Some.DeregisteredLicence(), new CorrectLicenceEnding(silent)));
        Assert.Equal("reason", Field(Some.ActiveLicence(), new DeregisterLicence(silent, DeregistrationGround.AskedByHolder)));

        static string? Field(LicenceState licence, LicenceCommand command) => (Refusal(licence, command, Now) as InvalidInput)?.Field;
    }

    [Theory]
    [InlineData(LicenceStatus.Withdrawn, Measure.LicencesWithdrawn)]
    [InlineData(LicenceStatus.Revoked, Measure.LicencesRevoked)]
    [InlineData(LicenceStatus.Deregistered, Measure.LicencesDeregistered)]
    public void An_end_that_is_taken_back_is_counted_no_more_and_nothing_else_is(LicenceStatus status, Measure measure)
    {
        var ended = status switch
        {
            LicenceStatus.Withdrawn => Some.WithdrawnLicence(),
            LicenceStatus.Revoked => Some.RevokedLicence(),
            _ => Some.DeregisteredLicence(),
        };
        ImmutableArray<CountedFact> counted =
        [
            .. new[] { Measure.LicencesRegistered, Measure.LicencesWithdrawn, Measure.LicencesRevoked, Measure.LicencesDeregistered }
                .Select(one => new CountedFact(Today, one, 1, productClass: "CLOTHING")),
        ];
        var now = Now.With(new CountedSoFar(counted));
        var corrected = Assert.IsType<LicenceEndingCorrected>(Events(ended, new CorrectLicenceEnding(Some.Grounds), now)[0]);
        Assert.Equal((measure, -1), (Assert.Single(corrected.Facts).Measure, corrected.Facts[0].Amount));
        Assert.Equal(status, corrected.Ended);
    }

    /// <summary>The statutory ground of the renewal, and what its refusal and the end of the holder leave of it.</summary>
    [Fact]
    public void What_is_renewed_or_refused_says_why_and_from_when()
    {
        var silent = Some.Grounds with { Reason = " " };
        var applied = Applied(Some.ActiveLicence(), Today);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refusal(applied, new RefuseLicenceRenewal(silent), Now)).Field);
        var unreasoned = new RenewLicence(new(2029, 1, 1), new(2033, 12, 31), silent);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refusal(applied, unreasoned, Now)).Field);
        Assert.Equal(
            new ValidityReversed(new(2034, 1, 1), new(2033, 12, 31)),
            Refusal(applied, new RenewLicence(new(2034, 1, 1), new(2033, 12, 31), Some.Grounds), Now));
        Assert.Equal(new RenewalNotAppliedFor(), Refusal(Some.ActiveLicence(), new RefuseLicenceRenewal(Some.Grounds), Now));
        var renewed = Tell(applied, Now, new RenewLicence(new(2029, 1, 1), new(2033, 12, 31), Some.Grounds));
        Assert.Equal((true, applied.Term, null), (renewed.IsRenewedHere, renewed.TermBefore, renewed.RenewalApplication));
        var noted = Assert.IsType<LicenceRenewalAppliedFor>(
            Events(Some.ActiveLicence(), new ApplyForLicenceRenewal(Today, " 延申1 "), Now)[0]);
        Assert.Equal(new RenewalApplication(Today, IsInTime: true, "延申1"), noted.Application);
    }

    /// <summary>A mistyped entry is struck out where whatever runs under it runs under the right number, too.</summary>
    [Fact]
    public void What_runs_under_both_numbers_is_not_lost()
    {
        var cancel = new CancelMistypedLicence("XK18-978-00002", "证书编号误登");
        var applied = Applied(Some.ActiveLicence(), Today);
        Assert.Equal(LicenceMatter.RenewalApplication, Lacks(applied, Some.OtherLicence()));
        Assert.Null(Lacks(applied, Some.OtherLicence() with { RenewalApplication = applied.RenewalApplication }));
        var requested = Some.RequestedLicence();
        Assert.Null(Lacks(requested, Some.OtherLicence() with { WithdrawalRequest = requested.WithdrawalRequest }));
        var suspended = Some.SuspendedLicence();
        var other = suspended.Suspension! with { Case = "沪市监罚〔2026〕32号" };
        Assert.Equal(
            LicenceMatter.Suspension, Lacks(suspended, Some.OtherLicence() with { Status = LicenceStatus.Suspended, Suspension = other }));

        LicenceMatter? Lacks(LicenceState mistyped, LicenceState right) =>
            (Refusal(mistyped, cancel, Now.With(new OtherLicenceFound(right))) as RightLicenceLacks)?.Matter;
    }

    [Fact]
    public void A_corrected_entry_keeps_whatever_it_does_not_name()
    {
        var licence = Tell(
            null,
            Now,
            new RegisterLicence(
                Some.ProductionLicenceNumber,
                Some.CreditCode,
                new(2024, 1, 1),
                new(2028, 12, 31),
                ["CLOTHING"],
                "上海市市场监督管理局",
                "青浦区盈港路1号",
                Products: "内衣"));
        var corrected = Tell(licence, Now, new CorrectLicence(" 登记有误 ", IssuedBy: " 青浦区市场监督管理局 "));
        Assert.Equal(licence.Details with { IssuedBy = "青浦区市场监督管理局" }, corrected.Details);
        Assert.Equal((licence.Term, licence.NextNotice, false), (corrected.Term, corrected.NextNotice, corrected.IsRenewedHere));
        Assert.Null(corrected.TermBefore);
        var moved = Tell(licence, Now, new CorrectLicence("登记有误", ProductionAddress: "松江区某路2号"));
        Assert.Equal(licence.Details with { ProductionAddress = "松江区某路2号" }, moved.Details);
        var termed = Tell(licence, Now, new CorrectLicence("登记有误", ValidFrom: new(2024, 2, 1)));
        Assert.Equal((true, licence.Term, licence.Details), (termed.IsRenewedHere, termed.TermBefore, termed.Details));
        var happened = Assert.IsType<LicenceRecordCorrected>(
            Events(licence, new CorrectLicence(" 登记有误 ", ValidFrom: new(2024, 2, 1)), Now)[0]);
        Assert.Equal(("登记有误", Today, licence.Details), (happened.Reason, happened.CorrectedOn, happened.DetailsBefore));
    }

    [Fact]
    public void A_corrected_term_leaves_a_suspension_an_application_and_a_request_as_they_are()
    {
        var ahead = new CorrectLicence("登记有误", ValidFrom: Today.AddDays(4));
        Assert.Equal(LicenceStatus.NotYetValid, Tell(Some.ActiveLicence(), Now, ahead).Status);
        Assert.Equal(LicenceStatus.Suspended, Tell(Some.SuspendedLicence(), Now, ahead).Status);
        Assert.Equal(LicenceStatus.Active, Tell(Some.RequestedLicence(), Now, ahead).Status);
        Assert.Equal(LicenceStatus.Active, Tell(Applied(Some.ActiveLicence(), Today), Now, ahead).Status);
        Assert.Null(Tell(Applied(Some.ActiveLicence(), Today), Now, ahead).NextNotice);

        // What has expired stays so where its right end is over too, and its proposal with it.
        var expired = Some.ExpiredLicence() with { DeregistrationProposedOn = Today };
        var still = Tell(expired, Now, new CorrectLicence("登记有误", ValidTo: Today.AddDays(-1)));
        Assert.Equal(
            (LicenceStatus.Expired, Today.AddDays(-1), Today, null),
            (still.Status, still.ExpiredOn!.Value, still.DeregistrationProposedOn!.Value, still.NextNotice));
        var lives = Tell(expired, Now, new CorrectLicence("登记有误", ValidTo: Today));
        Assert.Equal((LicenceStatus.Active, null, null), (lives.Status, lives.ExpiredOn, lives.DeregistrationProposedOn));

        // Of a holder that has ended no notice is given, and its proposal stays.
        var closed = Tell(Some.ActiveLicence(), Now, new NoteHolderClosing(Today));
        var corrected = Tell(closed, Now, new CorrectLicence("登记有误", ValidTo: new(2028, 6, 30)));
        Assert.Equal((null, Today), (corrected.NextNotice, corrected.DeregistrationProposedOn!.Value));
    }

    [Fact]
    public void What_was_annulled_gives_a_licence_back_with_the_reason_and_its_document()
    {
        var annulled = Assert.IsType<LicenceRevocationAnnulled>(
            Events(Some.LicenceRevokedInCase(), new NoteSuspendingDecision(Case, null, "复决1"), Now)[0]);
        Assert.Equal(new Grounds($"案件{Case}的吊销决定已变更或者撤销", "行政处罚法 第七十五条", "复决1"), annulled.Grounds);
        Assert.Equal(Some.ActiveLicence().NextNotice!.On, annulled.NextNotice!.On);

        // A revocation that stands, or that another case imposed, gives nothing back.
        Assert.Empty(Events(Some.LicenceRevokedInCase(), new NoteSuspendingDecision(Case, null, "复决1", Revokes: true), Now));
        Assert.NotEmpty(Events(Some.LicenceRevokedInCase(), new NoteSuspendingDecision(Case, null, "复决1", Revokes: false), Now));
        Assert.Empty(Events(Some.LicenceRevokedInCase(), new NoteSuspendingDecision("AJ-0000000009", null, "复决1"), Now));
        Assert.Empty(Events(Some.RevokedLicence(), new NoteSuspendingDecision(Case, null, "复决1"), Now));
    }

    [Fact]
    public void Of_each_event_that_counts_one_is_counted_under_the_main_class_on_its_day()
    {
        var expiring = Some.ActiveLicence(validFrom: new(2021, 6, 1), validTo: Today);
        Assert.Equal(
            [(Today, Measure.LicencesSuspended)],
            Counted(Some.ActiveLicence(), new SuspendLicence(Today, Some.Grounds, Some.CaseOnPaper)));
        Assert.Equal([(Today, Measure.WithdrawalsRequested)], Counted(Some.ActiveLicence(), new RequestLicenceWithdrawal(Some.Grounds)));
        Assert.Equal([(Today, Measure.LicencesWithdrawn)], Counted(Some.RequestedLicence(), new WithdrawLicence(Some.Grounds)));
        Assert.Equal([(Today, Measure.LicencesRevoked)], Counted(Some.ActiveLicence(), new RevokeLicence(Some.Grounds, Some.CaseOnPaper)));
        Assert.Equal([(Today, Measure.LicencesDeregistered)], Counted(Some.ExpiredLicence(), new DeregisterLicence(Some.Grounds)));
        Assert.Equal([], Counted(Some.RequestedLicence(), new DeclineLicenceWithdrawal(Some.Grounds)));
        Assert.Equal(
            [(Today, Measure.LicencesRenewed)],
            Counted(Some.ActiveLicence(), new RenewLicence(new(2029, 1, 1), new(2033, 12, 31), Some.Grounds)));
        var happened = new LicenceExpired(Today);
        var fact = Assert.Single(Licence.Concept.Tally(expiring, happened, Licence.Apply(expiring, happened)));
        Assert.Equal(new TallyFact(Today, Measure.LicencesExpired, 1, ProductClass: "CLOTHING"), fact);

        static IEnumerable<(DateOnly, Measure)> Counted(LicenceState licence, LicenceCommand command)
        {
            var first = Events(licence, command, Now)[0];
            return Licence.Concept.Tally(licence, first, Licence.Apply(licence, first)).Select(one => (one.Day, one.Measure));
        }
    }

    /// <summary>An act does not come before what it follows, whichever of those was last.</summary>
    [Fact]
    public void What_follows_a_suspension_a_request_or_an_application_is_not_of_an_earlier_day()
    {
        var day = Today.AddDays(6);
        LicenceState[] states =
        [
            Tell(Some.RequestedLicence(), Some.On(day), new SuspendLicence(day.AddDays(20), Some.Grounds, Some.CaseOnPaper)),
            Tell(Some.SuspendedLicence(), Some.On(day), new RequestLicenceWithdrawal(Some.Grounds)),
            Tell(Some.RequestedLicence(), Some.On(day), new ApplyForLicenceRenewal(day)),
        ];
        foreach (var licence in states)
        {
            var revoke = new RevokeLicence(Some.Grounds, Some.CaseOnPaper);
            var before = Refusal(licence, revoke with { On = day.AddDays(-1) }, Some.On(day.AddDays(3)));
            Assert.Equal("on", Assert.IsType<InvalidInput>(before).Field);
            Assert.Null(Refusal(licence, revoke with { On = day }, Some.On(day.AddDays(3))));
        }
    }

    private static LicenceState Applied(LicenceState licence, DateOnly day) => Tell(licence, Now, new ApplyForLicenceRenewal(day));

    /// <summary>A licence whose last day to apply has passed and whose last valid day has not.</summary>
    private static LicenceState Ending() => Some.ActiveLicence(validFrom: new(2021, 6, 11), validTo: new(2026, 6, 10));
}
