using GraphQL;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.CrimeTransfers;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>涉嫌犯罪案件移送. One transfer by its number; null when there is none, or when it concerns another agency than the caller's.</summary>
    /// <param name="number">移送编号. In any case, full-width or half-width.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static Task<CrimeTransferType?> CrimeTransfer(string number, IResolveFieldContext field) => new CrimeTransferDoor().ReadAsync(field, number);

    /// <summary>移送列表. Transfers by filter and order; a partner agency sees those that were sent to it.</summary>
    /// <param name="crimeTransfers">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static Task<Connection<CrimeTransferType>> CrimeTransfers(Listing<CrimeTransferRow, CrimeTransferType> crimeTransfers)
    {
        ArgumentNullException.ThrowIfNull(crimeTransfers);
        return crimeTransfers.ReadAsync();
    }
}
