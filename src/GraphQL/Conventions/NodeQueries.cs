using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>节点. A node by its id; null when there is none.</summary>
    /// <param name="id">全局编号. A node's id.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static IDataLoaderResult<INode?>? Node([Id] string id, IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return NodeIds.SubjectOf(id) is { } subject ? nodes.Load(field, subject) : null;
    }

    /// <summary>节点列表. Nodes by their ids, in the same order; null where there is none.</summary>
    /// <param name="ids">全局编号. At most 200 ids.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static IEnumerable<IDataLoaderResult<INode?>?> Nodes([Id] IReadOnlyList<string> ids, IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(nodes);
        return ids.Count > PageRequest.Largest
            ? throw new BadUserInput($"一次最多{PageRequest.Largest}个编号", $"At most {PageRequest.Largest} ids at once")
            : ids.Select(id => NodeIds.SubjectOf(id) is { } subject ? nodes.Load(field, subject) : null);
    }
}
