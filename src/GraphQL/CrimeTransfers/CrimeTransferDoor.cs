using System.Linq.Expressions;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Search;

namespace ShuangDa.GraphQL.CrimeTransfers;

/// <summary>移送命令的入口.</summary>
public sealed class CrimeTransferDoor() : WorkDoor<ICrimeTransferGrain, CrimeTransferState, CrimeTransferCommand, CrimeTransferRow, CrimeTransferType>(
    CrimeTransfer.Concept, CrimeTransfer.Prefix, "移送编号. Which transfer.", "crimeTransfer", "移送")
{
    // What concerns another agency is shown to nobody of this one, not even with a refusal.
    /// <inheritdoc/>
    protected override bool IsShownTo(Snapshot<CrimeTransferState> subject, Actor actor) => CrimeTransfer.Concept.IsVisibleTo(subject.State, actor);

    // A partner agency sees the transfers that went to it.
    /// <inheritdoc/>
    internal override Expression<Func<CrimeTransferRow, bool>> VisibleTo(string agency) => row => row.IsVisibleTo(agency);

    /// <inheritdoc/>
    protected override int SearchPlace => 5;

    /// <inheritdoc/>
    internal override SearchHit HitOf(CrimeTransferType found) => new(found, found.Row.Number, found.Row.CaseTitle);

    /// <inheritdoc/>
    protected override CrimeTransferCommand Move(MovedTo move) => new MoveCrimeTransferWork(move.From, move.To, move.Grounds);
}
