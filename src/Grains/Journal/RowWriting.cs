using LinqToDB;
using LinqToDB.Data;

namespace ShuangDa.Grains.Journal;

/// <summary>整行写入. Writes of single rows beside the commit: settings, results that are kept.</summary>
public static class RowWriting
{
    /// <summary>Writes a row in place of the one of its key, or as a new one.</summary>
    /// <typeparam name="T">The row's type, which has a key.</typeparam>
    /// <param name="data">The connection.</param>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public static Task<int> PutAsync<T>(this DataConnection data, T row, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(data);
        // SQL Server's MERGE looks first and writes then: without the lock two that look at once both find nothing.
        return data.DataProvider.Name.StartsWith(ProviderName.SqlServer, StringComparison.Ordinal)
            ? data.GetTable<T>().Merge("HOLDLOCK").Using([row]).OnTargetKey().UpdateWhenMatched().InsertWhenNotMatched()
                .MergeAsync(cancellationToken)
            : data.InsertOrReplaceAsync(row, token: cancellationToken);
    }
}
