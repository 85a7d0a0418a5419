using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>涉嫌犯罪案件移送. The shell of one transfer. It reads its case when it is opened, and tells it what happens: at once where that can be, else when the clock comes back to it.</summary>
[GrainType("crime-transfer")]
internal sealed class CrimeTransferGrain([PersistentState("crime-transfer")] IPersistentState<Subject<CrimeTransferState>> stored, SubjectShell shell)
    : SubjectGrain<CrimeTransferState, CrimeTransferCommand, CrimeTransferEvent>(stored, CrimeTransfer.Concept, shell), ICrimeTransferGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(CrimeTransferCommand command)
    {
        switch (command)
        {
            // A case never waits for a transfer, so waiting for it here cannot close a circle.
            case OpenCrimeTransfer or RequestEarlyIntervention:
                var named = command is OpenCrimeTransfer open ? open.CaseNumber : ((RequestEarlyIntervention)command).CaseNumber;
                return new TransferCaseFact(DrawnNumber.Parse(Case.Prefix, named, out var number) is null ? (await CaseOf(number).Read())?.State : null);
            default:
                return null;
        }
    }

    private ICaseGrain CaseOf(string number) => GrainFactory.GetGrain<ICaseGrain>(number);
}
