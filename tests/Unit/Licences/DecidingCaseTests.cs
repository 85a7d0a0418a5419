using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Licences;

/// <summary>What a licence knows of the case whose decision holds it back, and who carries that decision out.</summary>
public sealed class DecidingCaseTests
{
    private const string Number = "AJ-0000000001";

    [Theory]
    [InlineData(null, null, false, false, null)]
    [InlineData(null, true, false, true, null)]
    [InlineData(20, null, true, false, 20)]
    [InlineData(20, true, true, true, 20)]
    public void What_a_case_tells_is_what_its_decision_imposes(int? days, bool? revokes, bool suspends, bool isRevoked, int? lasting)
    {
        var told = DecidingCase.AsTold(new NoteSuspendingDecision(Number, days, "复决1") { Revokes = revokes });
        Assert.Equal(
            (suspends, isRevoked, lasting),
            (told.Imposes(PenaltyKind.LicenceSuspension), told.Imposes(PenaltyKind.LicenceRevocation), told.LastingDays));
        Assert.Empty(told.Penalties.Except([PenaltyKind.LicenceSuspension, PenaltyKind.LicenceRevocation]));
    }

    /// <summary>Of a decision from before its days were kept, the most that a decision can suspend for.</summary>
    [Fact]
    public void A_suspension_of_days_that_were_not_kept_lasts_ten_years() => Assert.Equal(
        3650, new DecidingCase(Number, [], Some.Today, [PenaltyKind.LicenceSuspension]).LastingDays);

    [Fact]
    public void Of_a_case_is_known_whom_it_concerns_what_was_decided_and_whether_it_stands()
    {
        var lead = DecidingCase.Of(CaseTale.Filed().Case);
        Assert.Equal((null, null, false), (lead.DecidedOn, lead.SuspensionDays, lead.IsAnnulled));
        Assert.Empty(lead.Penalties);
        var served = CaseTale.Served().Case;
        var suspended = served with
        {
            Decision = served.Decision! with
            {
                Penalty = served.Decision.Penalty with { Others = [PenaltyKind.LicenceSuspension], SuspensionDays = 60 },
            },
        };
        var found = DecidingCase.Of(suspended);
        Assert.Equal(
            (Number, Some.Today, 60, "INSPECTION", false),
            (found.Number, found.DecidedOn!.Value, found.SuspensionDays!.Value, found.Section, found.IsAnnulled));
        Assert.Equal([Some.CreditCode], found.Parties);
        Assert.True(found.Imposes(PenaltyKind.LicenceSuspension));
        var annulled = DecidingCase.Of(suspended with { Execution = suspended.Execution with { AnnulledOn = Some.Today } });
        Assert.Equal((true, false), (annulled.IsAnnulled, annulled.Imposes(PenaltyKind.LicenceSuspension)));
    }

    [Fact]
    public void A_case_of_ours_is_looked_up_once_and_another_authority_s_is_not() => Assert.Equal(
        [SubjectKeys.Of("case", Number)], DecidingCase.SubjectsOf([Number, Some.CaseOnPaper, " aj-0000000001 "]));

    [Theory]
    [InlineData(Roles.Officer, "INSPECTION", false)]
    [InlineData(Roles.Officer, "QUALITY", true)]
    [InlineData(Roles.SectionHead, "INSPECTION", false)]
    [InlineData(Roles.Officer | Roles.Legal, "INSPECTION", true)]
    [InlineData(Roles.SectionHead | Roles.Leader, "INSPECTION", true)]
    [InlineData(Roles.Officer | Roles.Hotline, "INSPECTION", false)]
    [InlineData(Roles.Hotline, "INSPECTION", true)] // another rule says what the hotline may not
    public void The_section_of_the_case_carries_its_decision_out(Roles roles, string section, bool may)
    {
        var found = new DecidingCaseFound(new DecidingCase(Number, [], Some.Today, []) { Section = "QUALITY" });
        var now = Some.On(Some.Today) with { Actor = new Actor("somebody", roles, section, null, Guid.Empty) };
        Assert.Equal(may ? null : "QUALITY", found.OfAnotherSection(now)?.Section);
    }
}
