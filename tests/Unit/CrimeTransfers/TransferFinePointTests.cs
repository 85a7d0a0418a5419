using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.CrimeTransfers;

/// <summary>Who passed a transfer on, and what does not run any more once it has ended.</summary>
public sealed class TransferFinePointTests
{
    [Theory]
    [InlineData(TransferStatus.Returned)]
    [InlineData(TransferStatus.Judged)]
    [InlineData(TransferStatus.Withdrawn)]
    public void Whatever_way_a_transfer_ended_no_clock_of_it_runs(TransferStatus status)
    {
        var sent = CrimeTransferTale.Sent().Transfer;
        Assert.Contains("a clock runs though it has ended", CrimeTransfer.Check(sent with { Status = status }));
    }

    /// <summary>移送规定 第五条: whoever took it over from the one who opened it is the one who passes it on with the section.</summary>
    [Fact]
    public void A_transfer_that_goes_to_another_section_is_passed_on_by_whoever_had_it_last()
    {
        var opened = CrimeTransferTale.Opened().Do(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head);
        Assert.Equal(["officer"], opened.Journal.OfType<CrimeTransferSectionChanged>().Single().PassedOnBy!.Value);
        var taken = CrimeTransferTale.Opened().Do(new MoveCrimeTransferWork("officer", "chief", Some.Grounds), CrimeTransferTale.Head)
            .Do(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head);
        Assert.Equal(["chief"], taken.Journal.OfType<CrimeTransferSectionChanged>().Single().PassedOnBy!.Value);
    }
}
