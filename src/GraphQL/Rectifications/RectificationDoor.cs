using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>整改命令的入口.</summary>
public sealed class RectificationDoor : NumberedDoor<IRectificationGrain, RectificationState, RectificationCommand, RectificationType>
{
    /// <inheritdoc/>
    public override string KeyDescription => "编号. Which order.";

    /// <inheritdoc/>
    public override (string Field, string Term) Subject => ("rectification", "整改");

    /// <inheritdoc/>
    protected override string Concept => Rectification.Concept.Name;

    /// <inheritdoc/>
    protected override string Prefix => Rectification.NumberPrefix;

    /// <inheritdoc/>
    protected override RectificationType Show(Snapshot<RectificationState> subject) => new(subject);
}
