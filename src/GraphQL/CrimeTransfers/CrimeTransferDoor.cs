using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.CrimeTransfers;

/// <summary>移送命令的入口.</summary>
public sealed class CrimeTransferDoor : NumberedDoor<ICrimeTransferGrain, CrimeTransferState, CrimeTransferCommand, CrimeTransferType>
{
    /// <inheritdoc/>
    public override string KeyDescription => "移送编号. Which transfer.";

    /// <inheritdoc/>
    public override (string Field, string Term) Subject => ("crimeTransfer", "移送");

    /// <inheritdoc/>
    protected override string Concept => CrimeTransfer.Concept.Name;

    /// <inheritdoc/>
    protected override string Prefix => CrimeTransfer.Prefix;

    // What concerns another agency is shown to nobody of this one, not even with a refusal.
    /// <inheritdoc/>
    protected override bool IsShownTo(Snapshot<CrimeTransferState> subject, Actor actor) => actor.Agency is not { } agency || subject.State.IsVisibleTo(agency);

    /// <inheritdoc/>
    protected override CrimeTransferType Show(Snapshot<CrimeTransferState> subject) => new(subject);
}
