using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>Where a measure has no statute behind it, and whose answer changes a licence.</summary>
public sealed class RectificationFinePointTests
{
    /// <summary>强制性产品认证管理规定 第二十六条: what a version before proposed against a certificate is not decided either.</summary>
    [Fact]
    public void A_measure_that_no_statute_allows_is_not_decided_though_it_was_proposed()
    {
        var failed = FailedForCertificate();
        var proposed = Rectification.Apply(
            failed, new RectificationMeasureProposed(failed.Proposal! with { Measure = RectificationMeasure.Suspension }));
        var refused = Refused(proposed, Accept(RectificationMeasure.Suspension), NowForCertificate with { Actor = Deciding });
        Assert.Equal(LadderStep.CertificationBody, Assert.IsType<StepHasNoBasis>(refused).Lawful);
    }

    /// <summary>Only the certification body suspends what it has certified; a day that another answer names suspends nothing.</summary>
    [Fact]
    public void An_answer_on_banning_suspends_no_licence_whatever_day_it_names()
    {
        var answer = new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已取缔", "府取〔2026〕1号", new DateOnly(2026, 12, 31));
        var events = Rectification.Concept.Decided(ReportedForBanning(), answer, Now).Events;
        var answered = Assert.Single(events.OfType<RectificationMeasureAnswered>());
        Assert.Equal((null, null), (answered.Change, answered.Answer.Until));
    }
}
