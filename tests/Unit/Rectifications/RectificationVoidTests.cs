using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>What was asked on the ground of an order that should not stand is asked no more (行政许可法 第六十九条).</summary>
public sealed class RectificationVoidTests
{
    private static readonly RecordMeasureAnswer Granted =
        new(RectificationMeasure.Withdrawal, Granted: true, "同意撤销", "沪市监撤〔2026〕7号");

    [Fact]
    public void A_void_order_takes_its_request_to_withdraw_the_licence_with_it()
    {
        var asked = Tell(WithdrawalRequested(), Now, Decline(WithdrawalRequested().Proposal!.Measure));
        var voided = Tell(asked, Now, new VoidRectification(Some.Grounds));
        Assert.Equal(
            [LicenceChangeKind.Suspend, LicenceChangeKind.RequestWithdrawal, LicenceChangeKind.DeclineWithdrawal],
            voided.OwedToLicence.Select(owed => owed.Kind));
        Assert.Contains("已撤销", voided.OwedToLicence[^1].Grounds.Reason, StringComparison.Ordinal);
        Assert.Equal(new NoAnswerAwaited(RectificationMeasure.Withdrawal), Refused(voided, Granted));

        // The licence that was asked for stands without the request.
        var licence = LicenceLaw.Tell(Some.RequestedLicence(), Some.On(Some.Today), new DeclineLicenceWithdrawal(Some.Grounds));
        Assert.Null(licence.WithdrawalRequest);
    }

    [Fact]
    public void So_does_one_that_a_reinspection_finds_wrong_and_asks_again_where_that_was_a_mistake()
    {
        var asked = Tell(WithdrawalRequested(), Now, Decline(WithdrawalRequested().Proposal!.Measure));
        var voided = Tell(asked, Now, Reinspect(ReinspectionResult.OrderVoid));
        Assert.Equal(LicenceChangeKind.DeclineWithdrawal, voided.OwedToLicence[^1].Kind);
        var back = Tell(voided, On(Some.Today.AddDays(1)) with { Actor = Deciding }, new CorrectReinspection(Some.Grounds));
        Assert.Equal(RectificationStatus.Failed, back.Status);
        Assert.Equal(LicenceChangeKind.RequestWithdrawal, back.OwedToLicence[^1].Kind);
    }

    [Fact]
    public void What_was_answered_or_never_asked_is_taken_back_by_no_void_order()
    {
        var answered = Tell(Tell(WithdrawalRequested(), Now, Decline(WithdrawalRequested().Proposal!.Measure)), Now, Granted);
        Assert.DoesNotContain(
            Tell(answered, Now, new VoidRectification(Some.Grounds)).OwedToLicence,
            owed => owed.Kind is LicenceChangeKind.DeclineWithdrawal);
        Assert.Empty(Tell(Ordered(), Now, new VoidRectification(Some.Grounds)).OwedToLicence);
    }
}
