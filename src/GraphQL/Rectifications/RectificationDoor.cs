using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Search;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>整改命令的入口.</summary>
public sealed class RectificationDoor() : WorkDoor<IRectificationGrain, RectificationState, RectificationCommand, RectificationRow, RectificationType>(
    Rectification.Concept, Rectification.NumberPrefix, "编号. Which order.", "rectification", "整改")
{
    /// <inheritdoc/>
    protected override int SearchPlace => 4;

    /// <inheritdoc/>
    internal override SearchHit HitOf(RectificationType found) => new(found, found.Row.Number, null, found.Row.Enterprise, found.Row.Den);

    /// <inheritdoc/>
    protected override RectificationCommand Move(MovedTo move) => new MoveRectificationWork(move.From, move.To, move.Grounds);
}
