using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Enterprises;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>企业. One enterprise by its code, as its grain knows it; null when none is registered under it.</summary>
    /// <param name="creditCode">统一社会信用代码. Full-width forms and spaces are understood.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static Task<EnterpriseType?> Enterprise(string creditCode, IResolveFieldContext field) => new EnterpriseDoor().ReadAsync(field, creditCode);

    /// <summary>企业列表. Enterprises by filter and order; without an order by code.</summary>
    /// <param name="enterprises">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static Task<Connection<EnterpriseType>> Enterprises(Listing<EnterpriseRow, EnterpriseType> enterprises)
    {
        ArgumentNullException.ThrowIfNull(enterprises);
        return enterprises.ReadAsync();
    }
}
