using GraphQL;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Authorisations;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>审批授权. One authorisation by its number; null when there is none.</summary>
    /// <param name="number">授权编号. In any case, full-width or half-width.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<AuthorisationType?> Authorisation(string number, IResolveFieldContext field) =>
        new AuthorisationDoor().ReadAsync(field, number);

    /// <summary>审批授权列表. Authorisations by filter and order; without an order by number.</summary>
    /// <param name="authorisations">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<AuthorisationType>> Authorisations(Listing<AuthorisationRow, AuthorisationType> authorisations)
    {
        ArgumentNullException.ThrowIfNull(authorisations);
        return authorisations.ReadAsync();
    }
}
