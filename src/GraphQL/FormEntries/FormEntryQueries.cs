using GraphQL;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.FormEntries;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>填报数. One form entry by its number; null when there is none.</summary>
    /// <param name="number">填报编号. In any case, full-width or half-width.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<FormEntryType?> FormEntry(string number, IResolveFieldContext field) => new FormEntryDoor().ReadAsync(field, number);

    /// <summary>填报数列表. Form entries by filter and order; without an order by number.</summary>
    /// <param name="entries">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<FormEntryType>> FormEntries(Listing<FormEntryRow, FormEntryType> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.ReadAsync();
    }
}
