using System.Globalization;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 独占顺序. Work on a server database that only one program does at a time; whoever comes second waits. It ends with the transaction in
/// which it was taken.
/// </summary>
/// <param name="Number">Its number on PostgreSQL, where an advisory lock belongs to the database; ours alone.</param>
/// <param name="Name">Its name on SQL Server.</param>
/// <param name="Wait">How long it is waited for on SQL Server, which is no longer than the statement that waits may take.</param>
public sealed record DatabaseTurn(long Number, string Name, TimeSpan Wait)
{
    /// <summary>The statement that takes it, in a transaction. It fails where the turn does not come in time.</summary>
    /// <param name="kind">PostgreSQL or SQL Server; SQLite has one writer.</param>
    /// <exception cref="NotSupportedException">SQLite, where nothing has to be taken.</exception>
    public string Take(DatabaseKind kind) => kind switch
    {
        DatabaseKind.PostgreSql => string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({Number})"),
        // What the procedure answers is no error to the driver: below zero somebody else still has it.
        DatabaseKind.SqlServer => string.Create(
            CultureInfo.InvariantCulture,
            $"DECLARE @turn int; EXEC @turn = sp_getapplock @Resource = '{Name}', @LockMode = 'Exclusive', @LockOwner = 'Transaction', ")
            + string.Create(CultureInfo.InvariantCulture, $"@LockTimeout = {(long)Wait.TotalMilliseconds}; ")
            + $"IF @turn < 0 THROW 50001, 'Another program holds {Name}; its turn did not come in time.', 1",
        _ => throw new NotSupportedException("SQLite has one writer."),
    };
}
