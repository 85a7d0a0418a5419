using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Approvals;

/// <summary>
/// What a transfer and an order put into the head's queue: the one while its report waits, the other while a step is proposed.
/// </summary>
public sealed class HeadsQueueTests
{
    [Fact]
    public void A_transfer_waits_for_the_head_from_its_report_to_the_decision()
    {
        var reported = CrimeTransferTale.Reported();
        var row = Assert.Single(Rows(CrimeTransfer.Concept, reported.Transfer));
        Assert.Equal((WireName.Of(ApprovalStep.CrimeTransfer), reported.Transfer.Number, "officer"), (row.Step, row.Number, row.AskedBy));
        Assert.Equal(Some.TenOClock(Some.Today).ToUnixTimeMilliseconds(), row.AskedAt);
        Assert.All(
            new[] { CrimeTransferTale.Opened(), CrimeTransferTale.Approved(), CrimeTransferTale.Sent(), CrimeTransferTale.Declined() },
            other => Assert.Empty(Rows(CrimeTransfer.Concept, other.Transfer)));
        var refused = reported.Do(new DecideCrimeTransfer(false, Some.Grounds), CrimeTransferTale.Head);
        Assert.Empty(Rows(CrimeTransfer.Concept, refused.Transfer));

        // Also when the three days are over.
        Assert.Single(Rows(CrimeTransfer.Concept, CrimeTransferTale.Reported().After(9).ClockRuns().Transfer));
    }

    [Fact]
    public void An_order_waits_while_a_step_is_proposed()
    {
        Assert.All(new[] { Ordered(), Reported(), Passed(), Declined() }, other => Assert.Empty(Rows(Rectification.Concept, other)));

        // What the failure itself proposed, nobody did.
        var row = Assert.Single(Rows(Rectification.Concept, Failed()));
        Assert.Equal((WireName.Of(ApprovalStep.LadderMeasure), Actor.SystemUser), (row.Step, row.AskedBy));

        var proposed = Tell(Declined(), Now, new ProposeRectificationMeasure(RectificationMeasure.Withdrawal, "企业拒不整改"));
        var asked = Assert.Single(Rows(Rectification.Concept, proposed));
        Assert.Equal((Now.Actor.User, "提请撤销许可证：企业拒不整改"), (asked.AskedBy, asked.Summary));
        Assert.Equal(ShanghaiTime.StartOf(Now.Today).ToUnixTimeMilliseconds(), asked.AskedAt);
    }

    private static IEnumerable<ApprovalRow> Rows(Concept concept, object state) =>
        concept.RowsOf($"{concept.Name}/X", state, 1).OfType<ApprovalRow>();
}
