using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Dens.DenTests;

namespace ShuangDa.Tests.Unit.Dens;

/// <summary>On what a ban rests and from when, who decides it, and what is counted of it.</summary>
public sealed class DenBanTests
{
    private static readonly BanDen OnOrder = new(Some.Grounds, Order: Order);

    // The ban was proposed by somebody who handled neither the case nor the order.
    private static readonly Actor Third = Some.Officer with { User = "third" };

    [Fact]
    public void What_is_approved_or_returned_is_what_was_proposed_while_it_waits()
    {
        var proposed = Told(Found(), Now(Third), OnOrder with { Order = $" {Order} ", ExpectedVersion = 3 });
        Assert.Equal(OnOrder, Den.Carried(proposed, Approve));
        Assert.Equal(OnOrder, Den.Carried(proposed, new ReturnDenBan(1, "证据不足")));
        Assert.Null(Den.Carried(proposed, new ApproveDenBan(2, null)));
        Assert.Null(Den.Carried(proposed, new ReturnDenBan(2, "证据不足")));
        Assert.Null(Den.Carried(proposed, End));
        Assert.Null(Den.Carried(Banned(), Approve));
        Assert.Null(Den.Carried(null, Approve));
    }

    [Fact]
    public void A_ban_is_decided_from_the_day_on_which_it_is_said_to_have_been_proposed()
    {
        var later = Now(Third) with { Now = Some.TenOClock(Some.Today.AddDays(10)) };
        var proposed = Told(Found(), later, Ban with { On = Some.Today.AddDays(5) });
        var head = later with { Actor = Head };
        Assert.Equal("on", Problem(proposed, Approve with { On = Some.Today.AddDays(4) }, head).Field);
        var banned = Told(proposed, head, Approve with { On = Some.Today.AddDays(5) });
        Assert.Equal(Some.Today.AddDays(5), banned.Bans[0].BannedOn);
        Assert.Equal(Some.Today.AddDays(10), Den.ProposedOn(Told(Found(), later, Ban).Approvals[0]));
    }

    /// <summary>行政处罚法 第六十一条: a decision is one for the party from the day on which it was served; a grant is one from its
    /// day.</summary>
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Nothing_bans_before_the_day_of_what_it_rests_on(int days, bool isBasis)
    {
        var found = Told(null, Now(), DenTests.Record with { FoundOn = Some.Today.AddDays(-10) });
        var later = Now(Third) with { Now = Some.TenOClock(Some.Today.AddDays(5)) };
        foreach (var ban in (BanDen[])[Ban, OnOrder])
        {
            Assert.Equal(
                isBasis ? null : new NothingBansYet(ban.Case ?? Order),
                Refusal(found, ban with { On = Some.Today.AddDays(days) }, later));
        }
    }

    [Fact]
    public void A_case_about_several_bans_the_den_that_is_one_of_them()
    {
        var one = OfDen(CaseTale.Served().Case);
        var other = new CaseParty(PartyKind.Enterprise, "某厂", Some.CreditCode, null);
        Assert.Null(Refusal(Found(), Ban, Now().With(new BanBasisFound(one with { Parties = [other] }, null))));
        var second = one with { Lead = one.Lead with { Party = other }, Parties = [one.Lead.Party] };
        Assert.Null(Refusal(Found(), Ban, Now().With(new BanBasisFound(second, null))));
        var others = one with { Lead = one.Lead with { Party = other }, Parties = [other with { CreditCode = Some.OtherCreditCode }] };
        Assert.Equal(new BasisOfAnother(DenTests.Case, Number), Refusal(Found(), Ban, Now().With(new BanBasisFound(others, null))));
    }

    /// <summary>行政处罚法 第五十七条: nobody decides alone.</summary>
    [Fact]
    public void Who_handled_the_case_or_the_order_alone_does_not_approve_and_others_do()
    {
        var order = Now().With(new BanBasisFound(null, Granted()));
        Decides(OnOrder, order, "officer");
        var onCase = Now().With(new BanBasisFound(OfDen(CaseTale.Served().Case), null));
        Decides(Ban, onCase, "second");

        static void Decides(BanDen ban, Circumstances now, string tookPart)
        {
            var proposed = Told(Found(), Now(Third), ban);
            Assert.Equal(new DeciderTookPart(tookPart), Refusal(proposed, Approve, now with { Actor = Head with { User = tookPart } }));
            Assert.Null(Refusal(proposed, Approve, now));
        }
    }

    [Fact]
    public void A_ban_counts_under_the_main_class_and_moves_with_it()
    {
        var ofTwo = Told(null, Now(), DenTests.Record with { ProductClasses = ["COATINGS", "CLOTHING"] });
        var proposed = Told(ofTwo, Now(Third), Ban);
        var happened = Assert.Single(Events(proposed, Approve));
        var banned = Den.Apply(proposed, happened);
        Assert.Equal("COATINGS", Assert.Single(Den.Concept.TallyOf(proposed, happened, banned)).ProductClass);
        var corrected = Assert.IsType<DenCorrected>(
            Assert.Single(Events(banned, Correction with { ProductClasses = ["FOOD", "CLOTHING"] })));
        Assert.Equal([Counted with { Amount = -1 }, Counted with { ProductClass = "FOOD" }], corrected.Facts!.Value);

        // What stands behind the main one moves nothing.
        var behind = Assert.Single(Events(banned, Correction with { ProductClasses = ["COATINGS", "FOOD"] }));
        Assert.Null(Assert.IsType<DenCorrected>(behind).Facts);
    }

    [Fact]
    public void One_ban_of_its_day_is_counted_no_more_when_it_is_taken_back()
    {
        // A ban of the day before, two of the day under one class, and one under another.
        var counted = new CountedSoFar(
            [Counted with { Day = Some.Today.AddDays(-1) }, Counted with { Amount = 2 }, Counted with { ProductClass = "FOOD" }]);
        var withdrawn = Assert.Single(
            Events(Banned(), new WithdrawDenBan(1, Some.Grounds), Now().With(Annulled).With(counted)));
        Assert.Equal([Counted with { Amount = -1 }], Assert.IsType<DenBanWithdrawn>(withdrawn).Facts);
    }
}
