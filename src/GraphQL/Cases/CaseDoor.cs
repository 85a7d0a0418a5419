using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Search;

namespace ShuangDa.GraphQL.Cases;

/// <summary>案件命令的入口.</summary>
public sealed class CaseDoor() : WorkDoor<ICaseGrain, CaseState, CaseCommand, CaseRow, CaseType>(
    Case.Concept, Case.Prefix, "案件编号. Which case.", "case", "案件")
{
    /// <inheritdoc/>
    protected override int SearchPlace => 2;

    /// <inheritdoc/>
    internal override SearchHit HitOf(CaseType found) => new(found, found.Row.Title, found.Row.Number);

    /// <inheritdoc/>
    protected override CaseCommand Move(MovedTo move) => new MoveCaseWork(move.From, move.To, move.Grounds);
}
