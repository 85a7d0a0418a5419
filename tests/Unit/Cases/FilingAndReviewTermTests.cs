using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>The terms to file and to review: what does not count, and how much longer the head allows.</summary>
public sealed class FilingAndReviewTermTests
{
    /// <summary>程序规定 第十八条第二款: tests and identification by the rights holder do not count while it is decided whether to file.</summary>
    [Fact]
    public void What_a_test_or_an_identification_takes_does_not_count_before_the_filing()
    {
        var tale = CaseTale.Of();
        var last = tale.LastDay(CaseDeadlines.Filing);
        tale.Do(new OrderTest("市质检所", "涂料", "委1", null, null));
        Assert.Null(tale.Clock(CaseDeadlines.Filing).DueAt);
        tale.After(7).Do(new RecordTestResult(1, Passed: false, "检1"));
        Assert.Equal(last.AddDays(4), tale.LastDay(CaseDeadlines.Filing)); // four working days, Tuesday to Friday

        var identified = CaseTale.Of().Do(new PauseCase(PauseReason.RightsHolderIdentification, "辨认函1", null));
        Assert.Null(identified.Clock(CaseDeadlines.Filing).DueAt);
        identified.After(7).Do(new EndCasePause(1, null));
        Assert.Equal(last.AddDays(4), identified.LastDay(CaseDeadlines.Filing));

        // A public notice does not stop it.
        var noticed = CaseTale.Of().Do(new PauseCase(PauseReason.PublicNotice, "公1", null));
        Assert.Equal(last, noticed.LastDay(CaseDeadlines.Filing));
    }

    /// <summary>程序规定 第四十六条: an investigation rests that goes on; no clock stops before there is one.</summary>
    [Fact]
    public void A_stay_begins_after_the_filing_and_no_pause_before_the_lead()
    {
        var tale = CaseTale.Of().After(5).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head).After(5);
        var (received, filed) = (tale.Case.Lead.ReceivedOn, tale.Case.FiledOn!.Value);
        Assert.Equal("startedOn", Field(PauseReason.Stay, filed.AddDays(-1)));
        Assert.Null(Field(PauseReason.Stay, filed));
        Assert.Equal("startedOn", Field(PauseReason.RightsHolderIdentification, received.AddDays(-1)));
        Assert.Null(Field(PauseReason.RightsHolderIdentification, received));
        Assert.Equal("startedOn", Field(PauseReason.Stay, tale.Today.AddDays(1)));

        string? Field(PauseReason reason, DateOnly startedOn) =>
            ((InvalidInput?)tale.Refused(new PauseCase(reason, "中1", startedOn), CaseTale.Head))?.Field;
    }

    /// <summary>The head may extend a review, and says by how much; once.</summary>
    [Fact]
    public void A_review_is_extended_once_by_what_the_head_allows()
    {
        var tale = CaseTale.Filed().Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds));
        var last = tale.LastDay(CaseDeadlines.LegalReview);
        Assert.Equal("length", Assert.IsType<InvalidInput>(tale.Refused(Extended(null), CaseTale.Head)).Field);
        tale.Do(Extended(5), CaseTale.Head);
        Assert.Equal(last.AddDays(7), tale.LastDay(CaseDeadlines.LegalReview)); // five working days
        Assert.Equal(new ExtensionNotProvided(1, 1), tale.Refused(Extended(5), CaseTale.Head));

        static ExtendCaseClock Extended(int? days) =>
            new(CaseClock.LegalReview, null, days, Some.Grounds with { DocumentNumber = null });
    }
}
