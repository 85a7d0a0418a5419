using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Enterprises;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>企业. One enterprise by its code, as its grain knows it; null when none is registered under it.</summary>
    /// <param name="creditCode">统一社会信用代码. Full-width forms and spaces are understood.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="directory">Given by the engine.</param>
    public static async Task<EnterpriseType?> Enterprise(string creditCode, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (CreditCode.Parse(creditCode, out var parsed) is not null || !await directory.ExistsAsync(Grains.Enterprises.Enterprise.Concept.Name, parsed.ToString()).ConfigureAwait(false))
        {
            return null;
        }

        return await grains.GetGrain<IEnterpriseGrain>(parsed.ToString()).Read().ConfigureAwait(false) is { } snapshot ? new EnterpriseType(snapshot) : null;
    }

    /// <summary>企业列表. Enterprises by filter and order; without an order by code.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public static async Task<EnterpriseConnection> Enterprises(
        IResolveFieldContext field,
        [FromServices] Database database,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null,
        EnterpriseFilter? where = null,
        IReadOnlyList<EnterpriseSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        var rows = await Lists.ReadAsync(
            database,
            data => (where ?? new EnterpriseFilter()).Condition(data.GetTable<EnterpriseProductClassRow>()),
            EnterpriseSort.Columns(order),
            SortColumn<EnterpriseRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            PageRequest.Of(first, after, last, before),
            field.CancellationToken).ConfigureAwait(false);
        return new EnterpriseConnection(rows.Select(row => new EnterpriseType(row)));
    }
}
