using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database;

/// <summary>运行账户权限. What the account that runs may do where the tables belong to another account: everything a commit needs; of the journal it may add rows and change or delete none, and it may not touch the schema's history or Orleans' query texts.</summary>
public static class RuntimeGrants
{
    /// <summary>The statements, run by the owner after the tables stand.</summary>
    /// <param name="kind">PostgreSQL or SQL Server.</param>
    /// <param name="account">The name of the account that runs.</param>
    public static IReadOnlyList<string> For(DatabaseKind kind, string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var queries = kind == DatabaseKind.PostgreSql ? "orleansquery" : "OrleansQuery";
        if (kind == DatabaseKind.PostgreSql)
        {
            var role = $"\"{account.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            return
            [
                $"GRANT USAGE ON SCHEMA public TO {role}",
                $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
                $"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}",
                $"REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM {role}",
                $"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON schema_version, {queries} FROM {role}",
            ];
        }

        var user = $"[{account.Replace("]", "]]", StringComparison.Ordinal)}]";
        return
        [
            $"GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO {user}",
            $"DENY UPDATE, DELETE ON dbo.journal TO {user}",
            $"DENY INSERT, UPDATE, DELETE ON dbo.schema_version TO {user}",
            $"DENY INSERT, UPDATE, DELETE ON dbo.{queries} TO {user}",
        ];
    }
}
