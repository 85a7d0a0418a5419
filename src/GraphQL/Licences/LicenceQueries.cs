using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Licences;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>许可证. One licence by its number, as its grain knows it; null when none is registered under it.</summary>
    /// <param name="number">证书编号. As written on it; full-width forms and spaces are understood.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="directory">Given by the engine.</param>
    public static async Task<LicenceType?> Licence(string number, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (LicenceNumber.Parse(number, out var parsed) is not null || !await directory.ExistsAsync(Grains.Licences.Licence.Concept.Name, parsed.Text).ConfigureAwait(false))
        {
            return null;
        }

        return await grains.GetGrain<ILicenceGrain>(parsed.Text).Read().ConfigureAwait(false) is { } snapshot ? new LicenceType(snapshot) : null;
    }

    /// <summary>许可证列表. Licences by filter and order; without an order by number.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public static Task<LicenceConnection> Licences(
        IResolveFieldContext field,
        [FromServices] Database database,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null,
        LicenceFilter? where = null,
        IReadOnlyList<LicenceSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return LicenceLists.ReadAsync(database, null, where, order, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }
}

/// <summary>许可证列表. How lists of licences are read.</summary>
internal static class LicenceLists
{
    public static async Task<LicenceConnection> ReadAsync(Database database, string? enterprise, LicenceFilter? where, IReadOnlyList<LicenceSort>? order, PageRequest page, CancellationToken cancellationToken)
    {
        var only = enterprise is null ? where : new LicenceFilter(And: where is null ? null : [where], Enterprise: new StringFilter(Eq: enterprise));
        var rows = await Lists.ReadAsync(
            database,
            data => (only ?? new LicenceFilter()).Condition(data.GetTable<LicenceProductClassRow>()),
            LicenceSort.Columns(order),
            SortColumn<LicenceRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            page,
            cancellationToken).ConfigureAwait(false);
        return new LicenceConnection(rows.Select(row => new LicenceType(row)));
    }
}
