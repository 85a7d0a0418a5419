using LinqToDB.Data;

namespace ShuangDa.Silo.Operations;

/// <summary>分批删除. What is old is removed in small pieces, so that no commit waits long for it.</summary>
internal static class Removal
{
    /// <summary>How many rows a piece looks at.</summary>
    public const int PieceSize = 500;

    /// <summary>Removes piece after piece until one is empty.</summary>
    /// <param name="database">The database.</param>
    /// <param name="piece">Removes a piece; says how many rows that were.</param>
    /// <param name="cancellationToken">Ends the work; what was removed is.</param>
    /// <returns>How many were removed.</returns>
    public static async Task<long> InPiecesAsync(
        Grains.Journal.Database database, Func<DataConnection, Task<int>> piece, CancellationToken cancellationToken)
    {
        var removed = 0L;
        while (await database.WriteAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and var some)
        {
            removed += some;
        }

        return removed;
    }
}
