using GraphQL;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Rectifications;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>责令限期整改. One order by its number, as its grain knows it; null when there is none.</summary>
    /// <param name="number">编号. As the order's answer told it.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="directory">Given by the engine.</param>
    public static async Task<RectificationType?> Rectification(string number, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (DrawnNumber.Parse(Grains.Rectifications.Rectification.NumberPrefix, number, out var parsed) is not null || !await directory.ExistsAsync(Grains.Rectifications.Rectification.Concept.Name, parsed).ConfigureAwait(false))
        {
            return null;
        }

        return await grains.GetGrain<IRectificationGrain>(parsed).Read().ConfigureAwait(false) is { } snapshot ? new RectificationType(snapshot) : null;
    }

    /// <summary>整改列表. Orders by filter and order; without an order by number.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public static Task<RectificationConnection> Rectifications(
        IResolveFieldContext field,
        [FromServices] Database database,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null,
        RectificationFilter? where = null,
        IReadOnlyList<RectificationSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return RectificationLists.ReadAsync(database, null, where, order, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }
}

/// <summary>整改列表. How lists of orders are read.</summary>
internal static class RectificationLists
{
    public static async Task<RectificationConnection> ReadAsync(Database database, RectificationFilter? within, RectificationFilter? where, IReadOnlyList<RectificationSort>? order, PageRequest page, CancellationToken cancellationToken)
    {
        var only = within is null ? where : within with { And = where is null ? null : [where] };
        var rows = await Lists.ReadAsync(
            database,
            _ => (only ?? new RectificationFilter()).Condition(),
            RectificationSort.Columns(order),
            SortColumn<RectificationRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            page,
            cancellationToken).ConfigureAwait(false);
        return new RectificationConnection(rows.Select(row => new RectificationType(row)));
    }
}
