using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>A decision is served in seven ways (行政处罚法 第六十一条; 程序规定 第八十一条).</summary>
public sealed class CaseServiceTests
{
    [Theory]
    [InlineData(null, ServiceWay.Direct)]
    [InlineData(ServiceWay.Direct, ServiceWay.Direct)]
    [InlineData(ServiceWay.Left, ServiceWay.Left)]
    [InlineData(ServiceWay.ByPost, ServiceWay.ByPost)]
    [InlineData(ServiceWay.ByAnotherAuthority, ServiceWay.ByAnotherAuthority)]
    [InlineData(ServiceWay.Electronic, ServiceWay.Electronic)]
    [InlineData(ServiceWay.ThroughOrganisation, ServiceWay.ThroughOrganisation)]
    public void Each_way_but_the_notice_serves_on_its_day(ServiceWay? way, ServiceWay recorded)
    {
        var decided = CaseTale.Decided();
        decided.Do(new ServeDecision(decided.Today, "送1", way, "电确1"));
        Assert.Equal((CaseStage.Execution, recorded, Some.Today),
            (decided.Case.Stage, decided.Case.Execution.Way, decided.Case.Execution.ServedOn));
        Assert.Null(decided.Case.Clocks.Find(CaseDeadlines.Service));
        Assert.Equal(new DateOnly(2026, 3, 17), decided.LastDay(CaseDeadlines.Payment));
        Assert.Equal(new DateOnly(2026, 9, 2), decided.Case.Execution.SuitUntil);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Electronic_service_needs_the_recorded_consent_of_the_party(string? consent)
    {
        var decided = CaseTale.Decided();
        var serve = new ServeDecision(decided.Today, null, ServiceWay.Electronic, consent);
        Assert.IsType<ElectronicServiceNeedsConsent>(decided.Refused(serve));
        Assert.Equal("电确1", decided.Do(serve with { ConsentDocument = " 电确1 " }).Case.Execution.Consent);
    }

    /// <summary>
    /// Thirty days from 1 September end on National Day, and the decision counts as served that day: nothing is to be done on it.
    /// </summary>
    [Fact]
    public void A_public_notice_serves_by_itself_when_its_thirty_days_are_over()
    {
        var decided = CaseTale.Decided(on: new DateOnly(2026, 9, 1));
        decided.Do(new ServeDecision(decided.Today, "公1", ServiceWay.PublicNotice));
        Assert.Equal((CaseStage.Decided, null), (decided.Case.Stage, decided.Case.Execution.ServedOn));
        var over = ShanghaiTime.EndOf(new DateOnly(2026, 10, 1));
        Assert.Equal(CaseStage.Decided, decided.At(over.AddTicks(-1)).ClockRuns().Case.Stage);
        decided.At(over).ClockRuns();
        Assert.Equal((CaseStage.Execution, new DateOnly(2026, 10, 1)), (decided.Case.Stage, decided.Case.Execution.ServedOn));
        Assert.Equal(ServiceWay.PublicNotice, decided.Case.Execution.Way);
        // Fifteen days to pay and six months to sue from there on.
        Assert.Equal(new DateOnly(2026, 10, 16), decided.LastDay(CaseDeadlines.Payment));
        Assert.Equal(new DateOnly(2027, 4, 1), decided.Case.Execution.SuitUntil);
        Assert.DoesNotContain(decided.Case.Lapses, lapse => lapse.Kind is CaseDeadlines.Service or CaseDeadlines.ServiceNotice);
    }

    [Fact]
    public void The_days_of_the_notice_do_not_count_for_the_terms_that_it_stops()
    {
        var decided = CaseTale.Decided();
        var notice = new ServeDecision(decided.Today, "公1", ServiceWay.PublicNotice);
        var pause = Assert.Single(decided.Do(notice).Case.Pauses).Pause;
        Assert.Equal((PauseReason.PublicNotice, "公1"), (pause.Reason, pause.Document));
        Assert.Equal((ShanghaiTime.StartOf(Some.Today), ShanghaiTime.EndOf(Some.Today.AddDays(30))), (pause.StartedAt, pause.EndedAt));
        Assert.Single(decided.Do(notice).Case.Pauses);
    }

    [Fact]
    public void A_notice_has_a_number_and_whoever_is_found_meanwhile_is_served_at_once()
    {
        var decided = CaseTale.Decided();
        Assert.Equal("documentNumber", Assert.IsType<InvalidInput>(decided.Refused(new ServeDecision(decided.Today, " ",
            ServiceWay.PublicNotice))).Field);
        decided.Do(new ServeDecision(decided.Today, "公1", ServiceWay.PublicNotice)).After(20);
        decided.Do(new ServeDecision(decided.Today, null, ServiceWay.Direct));
        Assert.Equal((decided.Today, ServiceWay.Direct), (decided.Case.Execution.ServedOn, decided.Case.Execution.Way));
        Assert.Null(decided.Case.Clocks.Find(CaseDeadlines.ServiceNotice));
        Assert.Single(decided.After(20).ClockRuns().Journal.OfType<DecisionServed>());
    }

    [Fact]
    public void What_comes_after_a_notice_that_is_over_finds_the_decision_served()
    {
        var decided = CaseTale.Decided();
        decided.Do(new ServeDecision(decided.Today, "公1", ServiceWay.PublicNotice)).After(40);
        // Nobody has let the clock run; the step meets what was due before it.
        decided.Do(new ExecutePenalty(new(20_000_00), decided.Today, null));
        Assert.Equal((CaseStage.Execution, 0), (decided.Case.Stage, decided.Case.Outstanding));
        Assert.Single(decided.Journal.OfType<DecisionServed>());
    }

    [Fact]
    public void Seven_working_days_are_given_to_serve_it()
    {
        var decided = CaseTale.Decided(on: new DateOnly(2026, 9, 28));
        Assert.Equal(new DateOnly(2026, 10, 13),
            decided.LastDay(CaseDeadlines.Service)); // seven days of rest, and a Saturday that is worked
        Assert.Equal(CaseDeadlines.Service, Assert.Single(decided.After(30).ClockRuns().Case.Lapses, lapse =>
            lapse.Kind == CaseDeadlines.Service).Kind);
    }
}
