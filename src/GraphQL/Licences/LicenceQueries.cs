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
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static Task<LicenceType?> Licence(string number, IResolveFieldContext field) => new LicenceDoor().ReadAsync(field, number);

    /// <summary>许可证列表. Licences by filter and order; without an order by number.</summary>
    /// <param name="licences">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static Task<Connection<LicenceType>> Licences(Listing<LicenceRow, LicenceType> licences)
    {
        ArgumentNullException.ThrowIfNull(licences);
        return licences.ReadAsync();
    }
}
