using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.CrimeTransfers;

/// <summary>移送命令的入口.</summary>
public sealed class CrimeTransferDoor() : NumberedDoor<ICrimeTransferGrain, CrimeTransferState, CrimeTransferCommand, CrimeTransferType>(
    CrimeTransfer.Concept.Name, CrimeTransfer.Prefix, "移送编号. Which transfer.", "crimeTransfer", "移送", subject => new(subject))
{
    // What concerns another agency is shown to nobody of this one, not even with a refusal.
    /// <inheritdoc/>
    protected override bool IsShownTo(Snapshot<CrimeTransferState> subject, Actor actor) => actor.Agency is not { } agency || subject.State.IsVisibleTo(agency);
}
