using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>
/// 涉嫌犯罪案件移送. The shell of one transfer. It reads its case when a step follows from it, and tells it what happens: at once where that can
/// be, else when the clock comes back to it.
/// </summary>
[GrainType("crime-transfer")]
internal sealed class CrimeTransferGrain([PersistentState("crime-transfer")] IPersistentState<Subject<CrimeTransferState>> stored,
    SubjectShell shell, AttachmentFolder attachments, Turns turns)
    : NumberedGrain<CrimeTransferState, CrimeTransferCommand, CrimeTransferEvent, CrimeTransferRow>(
        stored, CrimeTransfer.Concept, shell, turns), ICrimeTransferGrain
{
    /// <inheritdoc/>
    protected override string? SeriesOf(CrimeTransferState? state, CrimeTransferCommand command, Circumstances now) =>
        state is null && command is OpenCrimeTransfer or RequestEarlyIntervention
            ? OfficialNumber.SeriesOf(now, NumberWord.CrimeTransfer, OwnSection.Of(now))
            : null;

    // A case never waits for a transfer, so waiting for it here cannot close a circle.
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(CrimeTransferCommand command) => command switch
    {
        OpenCrimeTransfer c => await CaseOf(c.CaseNumber),
        RequestEarlyIntervention c => await CaseOf((await Read())?.State.Case.Number ?? c.CaseNumber),
        NameTransferTaskGroup or DecideCrimeTransfer or SendCrimeTransfer or WithdrawCrimeTransfer =>
            await CaseOf((await Read())?.State.Case.Number),
        IRecordedForOthers c => new ScansFound(attachments.KeptOf(c.Attachments)),
        _ => null,
    };

    private async Task<TransferCaseFact> CaseOf(string? named) =>
        new(DrawnNumber.Parse(Case.Prefix, named, out var number) is null
            ? (await GrainFactory.GetGrain<ICaseGrain>(number).Read())?.State : null);
}
