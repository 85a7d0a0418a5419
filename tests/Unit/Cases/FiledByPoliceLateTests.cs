using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>
/// A correction has lifted the duty while the police hold the transfer, it is decided not to penalise, and then the police file.
/// </summary>
public sealed class FiledByPoliceLateTests
{
    [Fact]
    public void A_public_notice_that_runs_serves_nothing_any_more()
    {
        var tale = NoPenaltyDecided();
        tale.Do(new ServeDecision(tale.Today, "公1", ServiceWay.PublicNotice));
        tale.After(1).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        tale.After(40).ClockRuns();
        Assert.Equal(CaseStage.Transferred, tale.Case.Stage);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.ServiceNotice));
        Assert.Empty(Case.Check(tale.Case));
    }

    [Fact]
    public void What_comes_back_is_decided_in_what_is_left_of_its_term()
    {
        var tale = NoPenaltyDecided();
        tale.Do(new ServeDecision(tale.Today, null));
        Assert.Equal(CaseStage.NoPenalty, tale.Case.Stage);
        tale.After(1).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        tale.After(40).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal(CaseStage.Investigation, tale.Case.Stage);
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.Decision));
        Assert.Null(tale.Case.Execution.ServedOn);
        Assert.Empty(Case.Check(tale.Case));
    }

    private static CaseTale NoPenaltyDecided()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        tale.Do(new CorrectCaseFigures(new(0), new(10_000_00), new(0), new(0), new(0), new(0), 0, 0, [], Some.Grounds), CaseTale.Head);
        return tale.Do(new ProposeNoPenalty(NoPenaltyGround.NotProven, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new DecideNoPenalty(NoPenaltyGround.NotProven, Some.Grounds), CaseTale.Head);
    }
}
