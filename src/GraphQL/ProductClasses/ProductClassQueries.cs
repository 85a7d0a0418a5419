using System.Collections.Immutable;
using GraphQL;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>产品类别. All product classes, the key ones first. Closed ones are there, because records carry their codes.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static async Task<IReadOnlyList<ProductClassType>> ProductClasses(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        var rows = await ProductClass.List.ReadAsync(database, field.CancellationToken).ConfigureAwait(false);
        return [.. rows.OrderByDescending(row => row.IsKey).Select(row => new ProductClassType(row.Code, row))];
    }
}

/// <summary>所问的产品类别. The classes that a query or a plan over many enterprises is about.</summary>
internal static class AskedClasses
{
    /// <summary>The codes of the classes that are asked for; where none is, of the key classes that are open.</summary>
    /// <param name="database">Where the list is.</param>
    /// <param name="given">Codes or Chinese names, or null.</param>
    /// <param name="closedToo">Whether closed classes may be asked for, because only what has been is looked at.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>What is wrong, or null, and the codes.</returns>
    public static async Task<(InvalidInput? Problem, ImmutableArray<string> Codes)> ReadAsync(Database database, IReadOnlyList<string>? given, bool closedToo, CancellationToken cancellationToken)
    {
        var rows = await ProductClass.List.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        var problem = ProductClass.Codes(
            given is null ? null : [.. given],
            closedToo ? [.. rows.Select(row => row.Code)] : [],
            one => ProductClass.List.Meant(rows, one) is { } meant ? (meant.Code, meant.Closed) : null,
            out var codes);
        return (problem, codes.IsEmpty ? [.. rows.Where(row => row is { IsKey: true, Closed: false }).Select(row => row.Code)] : codes);
    }
}
