using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Goods are confiscated by a decision that stands (行政强制法 第二十七条).</summary>
public sealed class AnnulledConfiscationTests
{
    [Fact]
    public void A_decision_that_was_annulled_confiscates_nothing()
    {
        var tale = Decided();
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        tale.After(30).Do(
            new RecordChallengeOutcome(ChallengeOutcome.Annulled, tale.Today, "行终1", default, default, default, []), CaseTale.Legal);
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(tale.ProposalRefused(Confiscate)).Field);
    }

    [Fact]
    public void One_that_stands_does()
    {
        var tale = Decided();
        tale.Do(Confiscate);
        Assert.Equal(SeizureOutcome.Confiscated, tale.Case.Seizures[0].Outcome);
    }

    private static EndSeizure Confiscate => new(1, SeizureOutcome.Confiscated, Some.Grounds);

    private static CaseTale Decided()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        tale.Do(new ProposePenalty(new(20_000_00), default, new(5_000_00), [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new NotifyRights(tale.Today, Some.Grounds))
            .Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(20_000_00), "一般", default, new(5_000_00), [], Some.Grounds), CaseTale.Head);
        return tale.Do(new ServeDecision(tale.Today, null));
    }
}
