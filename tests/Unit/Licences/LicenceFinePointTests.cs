using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

/// <summary>What was stored before a fact was kept beside it: the licence is still what it was.</summary>
public sealed class LicenceFinePointTests
{
    private const string Case = "AJ-0000000001";

    private static readonly Circumstances Now = Some.On(Some.Today);

    /// <summary>行政许可法 第七十条第四项: what was deregistered because it was revoked, and before the ground was kept, falls with that.</summary>
    [Theory]
    [InlineData(null, true)]
    [InlineData(DeregistrationGround.WithdrawnOrRevoked, true)]
    [InlineData(DeregistrationGround.AskedByHolder, false)]
    public void A_revoked_licence_that_was_deregistered_is_held_back_by_its_case_still(DeregistrationGround? ground, bool isHeld)
    {
        var ended = Tell(
            Some.LicenceRevokedInCase(), Now, new DeregisterLicence(Some.Grounds, DeregistrationGround.WithdrawnOrRevoked));
        Assert.Equal(isHeld, Licence.IsHeldBackBy(ended with { DeregisteredBecause = ground }, Case));
        Assert.False(Licence.IsHeldBackBy(ended, "AJ-0000000009"));
    }

    /// <summary>What an officer renewed stands against an older register, also where the term before was not kept yet.</summary>
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_register_that_ends_with_the_renewed_term_does_not_move_its_beginning(int days, bool isTaken)
    {
        var last = new DateOnly(2033, 12, 31);
        var renewed = Tell(Some.ActiveLicence(), Now, new RenewLicence(new(2029, 1, 1), last, Some.Grounds)) with { TermBefore = null };
        var row = new ImportLicence(
            renewed.Number, Some.CreditCode, new(2028, 6, 1), last.AddDays(days), Kind: renewed.Kind, Status: RegisterStatus.Valid);
        Assert.Equal(isTaken, Tell(renewed, Now, row).ValidFrom == row.ValidFrom);
    }
}
