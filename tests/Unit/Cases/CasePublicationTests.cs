using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>For how long a decision is shown, and how that ends (公示规定; 信用修复管理办法; 行政处罚法 第四十八条).</summary>
public sealed class CasePublicationTests
{
    private static readonly CaseParty Enterprise = new(PartyKind.Enterprise, "某厂", null, null);
    private static readonly CaseParty Person = new(PartyKind.Person, "张某", null, null);

    [Theory]
    [InlineData(0, 0, false, null, PenaltyKind.Warning)]
    [InlineData(0, 0, false, PublicityTier.Minor, PenaltyKind.PublicCriticism)]
    [InlineData(0, 0, false, PublicityTier.Minor, PenaltyKind.PublicCriticism, PenaltyKind.Warning)]
    [InlineData(50_000_00, 0, true, PublicityTier.Minor)]
    [InlineData(50_000_01, 0, true, PublicityTier.General)]
    [InlineData(50_000_00, 0, false, PublicityTier.General)]
    [InlineData(50_000_00, 1, true, PublicityTier.General)]
    [InlineData(1_00, 0, false, PublicityTier.General, PenaltyKind.Warning)]
    [InlineData(1_00, 0, true, PublicityTier.Restriction, PenaltyKind.OrderToStop)]
    [InlineData(0, 0, false, PublicityTier.Restriction, PenaltyKind.LicenceSuspension)]
    [InlineData(0, 0, false, PublicityTier.Restriction, PenaltyKind.TradeBan)]
    [InlineData(0, 0, false, PublicityTier.Gravest, PenaltyKind.Downgrade)]
    [InlineData(0, 0, false, PublicityTier.Gravest, PenaltyKind.LicenceRevocation, PenaltyKind.OrderToStop)]
    [InlineData(0, 0, false, PublicityTier.Gravest, PenaltyKind.Closure)]
    public void Of_several_penalties_the_longest_is_shown_and_a_warning_alone_is_not(
        long fine, long gains, bool isMitigated, PublicityTier? tier, params PenaltyKind[] others) =>
        Assert.Equal(tier, Publicity.TierOf(new Penalty(fine, gains, 0, [.. others]), [Enterprise], ["COATINGS"], isMitigated));

    [Fact]
    public void Of_persons_a_smaller_fine_is_small_and_goods_of_safety_are_shown_longer()
    {
        Assert.Equal(PublicityTier.Minor, Publicity.TierOf(new Penalty(5_000_00, 0, 0, []), [Person], [], isMitigated: true));
        Assert.Equal(PublicityTier.General, Publicity.TierOf(new Penalty(5_000_01, 0, 0, []), [Person], [], isMitigated: true));
        Assert.Equal(PublicityTier.KeyGoods, Publicity.TierOf(new Penalty(5_000_01, 0, 0, []), [Person], ["COATINGS", "FOOD"],
            isMitigated: true));
        Assert.Equal(PublicityTier.KeyGoods, Publicity.TierOf(new Penalty(1, 0, 0, []), [Enterprise], ["COSMETICS"], isMitigated: false));
        Assert.Equal(PublicityTier.General, Publicity.TierOf(new Penalty(5_000_01, 0, 0, []), [Enterprise, Person], [], isMitigated: true));
    }

    // Since 25 December 2025 by SAMR 107; what was published before, by the rules of 2021.
    [Theory]
    [InlineData(PublicityTier.Minor, "2026-03-02", "2026-06-02", null)]
    [InlineData(PublicityTier.General, "2026-03-02", "2027-03-02", "2026-06-03")]
    [InlineData(PublicityTier.KeyGoods, "2026-03-02", "2029-03-02", "2027-03-03")]
    [InlineData(PublicityTier.Restriction, "2026-03-02", "2029-03-02", "2027-03-03")]
    [InlineData(PublicityTier.Gravest, "2026-03-02", "2029-03-02", null)]
    [InlineData(PublicityTier.General, "2025-12-25", "2026-12-25", "2026-03-26")]
    [InlineData(PublicityTier.General, "2025-12-24", "2028-12-24", "2026-06-25")]
    [InlineData(PublicityTier.KeyGoods, "2025-12-24", "2028-12-24", "2026-12-25")]
    [InlineData(PublicityTier.Minor, "2025-11-30", "2026-02-28", null)]
    public void Each_tier_has_its_end_by_the_rules_of_the_day(PublicityTier tier, string published, string until, string? endable)
    {
        var shown = Publicity.Shown(tier, Day(published), null, WorkingCalendar.BuiltIn);
        Assert.Equal((Day(until), endable is null ? null : Day(endable)), (shown.Until, shown.EndableFrom));
    }

    [Theory]
    [InlineData("2026-12-31", "2029-03-02", "2027-03-03")]
    [InlineData("2027-12-31", "2029-03-02", "2028-01-01")]
    [InlineData("2031-03-02", "2031-03-02", "2031-03-03")]
    public void A_restriction_is_shown_until_it_ends_and_not_ended_before(string limit, string until, string endable)
    {
        var shown = Publicity.Shown(PublicityTier.Restriction, Some.Today, Day(limit), WorkingCalendar.BuiltIn);
        Assert.Equal((Day(until), Day(endable)), (shown.Until, shown.EndableFrom));
    }

    [Fact]
    public void A_warning_alone_is_refused_with_the_reason_and_owes_no_publication()
    {
        var warned = Decided(0, [PenaltyKind.Warning]);
        Assert.Null(warned.Case.Clocks.Find(CaseDeadlines.Publication));
        Assert.Single(warned.Journal.OfType<PublicationNotOwed>());
        Assert.IsType<WarningIsNotPublished>(warned.Refused(Publish(warned.Today)));
        Assert.NotNull(Decided(0, [PenaltyKind.PublicCriticism]).Case.Clocks.Find(CaseDeadlines.Publication));
    }

    [Fact]
    public void A_publication_ends_by_itself_also_of_a_case_that_is_closed()
    {
        var closed = Closed();
        Assert.Equal([CaseDeadlines.PublicationEnd], closed.Case.Clocks.Select(clock => clock.Kind));
        closed.On(new DateOnly(2027, 3, 2)).ClockRuns();
        Assert.Null(closed.Case.Execution.Publication!.EndedOn);
        closed.After(1).ClockRuns();
        Assert.Equal(new DateOnly(2027, 3, 2), closed.Case.Execution.Publication!.EndedOn);
        Assert.Empty(closed.Case.Lapses);
        Assert.Empty(closed.Case.Clocks);
        Assert.DoesNotContain(closed.Journal.OfType<CaseDeadlineNear>(), near => near.Kind == CaseDeadlines.PublicationEnd);
        Assert.IsType<NotPublished>(closed.Refused(new EndPublicationEarly(Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void It_is_ended_early_from_its_earliest_day_on()
    {
        var closed = Closed().On(new DateOnly(2026, 6, 2));
        Assert.Equal(new PublicationNotYetEnded(new DateOnly(2026, 6, 3), new DateOnly(2027, 3, 2)),
            closed.Refused(new EndPublicationEarly(Some.Grounds), CaseTale.Head));
        closed.After(1).Do(new EndPublicationEarly(Some.Grounds), CaseTale.Head);
        Assert.Equal(closed.Today, closed.Case.Execution.Publication!.EndedOn);
        Assert.Empty(closed.Case.Clocks);

        var revoked = Decided(0, [PenaltyKind.LicenceRevocation]);
        revoked.Do(Publish(revoked.Today)).On(new DateOnly(2028, 12, 1));
        Assert.Equal(new PublicationNotYetEnded(null, new DateOnly(2029, 3, 2)),
            revoked.Refused(new EndPublicationEarly(Some.Grounds), CaseTale.Head));
    }

    /// <summary>信用修复管理办法: of whoever has performed the penalty and put right what was wrong.</summary>
    [Fact]
    public void It_is_ended_early_only_when_the_penalty_is_performed_and_what_was_ordered_is_put_right()
    {
        var end = new EndPublicationEarly(Some.Grounds);
        var owing = CaseTale.Served();
        owing.Do(Publish(owing.Today)).On(new DateOnly(2026, 6, 3)).ClockRuns();
        Assert.Equal(new PenaltyNotPerformed(40_000m), owing.Refused(end, CaseTale.Head)); // with the surcharge, at most the fine
        owing.Do(new ExecutePenalty(new(20_000_00), owing.Today, null));
        Assert.Equal(new PenaltyNotPerformed(20_000m), owing.Refused(end, CaseTale.Head));
        owing.Do(new ExecutePenalty(new(20_000_00), owing.Today, null)).Do(new OrderCorrection("更正标识", owing.Today.AddDays(3),
            Some.Grounds));
        Assert.Equal(new PenaltyNotPerformed(0), owing.Refused(end, CaseTale.Head));
        owing.Do(new RecordCorrection(1, IsDone: true, "已更正"));
        Assert.Equal(owing.Today, owing.Do(end, CaseTale.Head).Case.Execution.Publication!.EndedOn);
    }

    [Fact]
    public void What_is_not_shown_is_neither_withdrawn_nor_ended()
    {
        var served = CaseTale.Served();
        Assert.IsType<NotPublished>(served.Refused(new WithdrawPublication("撤销"), CaseTale.Legal));
        Assert.IsType<NotPublished>(served.Refused(new EndPublicationEarly(Some.Grounds), CaseTale.Head));
        served.Do(Publish(served.Today));
        Assert.Equal("reason", Assert.IsType<InvalidInput>(served.Refused(new WithdrawPublication(" "), CaseTale.Legal)).Field);
        Assert.Equal("on", Assert.IsType<InvalidInput>(served.Refused(new WithdrawPublication("撤销") { On = Some.Today.AddDays(-1) },
            CaseTale.Legal)).Field);
    }

    private static CaseTale Closed()
    {
        var served = CaseTale.Served();
        return served.Do(Publish(served.Today)).Do(new ExecutePenalty(new(20_000_00), served.Today, null))
            .Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head);
    }

    private static CaseTale Decided(long fine, ImmutableArray<PenaltyKind> others)
    {
        var tale = CaseTale.Filed().Do(new ProposePenalty(new(fine), default, default, others, Some.Grounds));
        var isGrave = tale.Case.Stage is CaseStage.Hearing;
        _ = isGrave ? tale : tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        _ = isGrave ? tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated() : tale;
        return tale.Do(new DecidePenalty(new(fine), "裁量", default, default, others, Some.Grounds), CaseTale.Head);
    }

    private static PublishDecision Publish(DateOnly on) => new(on, "国家企业信用信息公示系统");

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
