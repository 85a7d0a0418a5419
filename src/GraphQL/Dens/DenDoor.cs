using ShuangDa.Grains.Dens;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Search;

namespace ShuangDa.GraphQL.Dens;

/// <summary>窝点命令的入口.</summary>
public sealed class DenDoor()
    : NumberedDoor<IDenGrain, DenState, DenCommand, DenRow, DenType>(Den.Concept, Den.Prefix, "窝点编号. Which den.", "den", "窝点")
{
    /// <inheritdoc/>
    protected override int SearchPlace => 6;

    /// <inheritdoc/>
    internal override SearchHit HitOf(DenType found) => new(found, found.Row.Name, found.Row.Address);
}
