using System.Text;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database;

/// <summary>建库脚本. All steps as one script for administrators who make tables by their own hand: what the program would run on an empty database, and nothing else. <c>deploy/sql</c> holds these scripts; a test compares them.</summary>
public static class SchemaScript
{
    /// <summary>The script for a database.</summary>
    /// <param name="kind">Whose dialect.</param>
    public static string For(DatabaseKind kind)
    {
        var script = new StringBuilder();
        foreach (var line in HeadOf(kind))
        {
            script.Append("-- ").Append(line).Append('\n');
        }

        script.Append('\n');
        if (kind == DatabaseKind.SqlServer)
        {
            foreach (var statement in SqlServerSettings.Session.Concat(SqlServerSettings.Statements))
            {
                Add(script, kind, statement);
            }
        }

        Add(script, kind, DatabaseMigrator.VersionTable(kind));
        foreach (var step in SchemaHistory.For(kind))
        {
            script.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n-- {step.Version:0000} {step.Name}\n");
            Add(script, kind, kind == DatabaseKind.SqlServer ? "BEGIN TRANSACTION" : "BEGIN");
            foreach (var statement in step.Statements.Append(DatabaseMigrator.LineOf(step, NowIn(kind))))
            {
                Add(script, kind, statement);
            }

            Add(script, kind, kind == DatabaseKind.SqlServer ? "COMMIT TRANSACTION" : "COMMIT");
        }

        script.Append("\n-- Orleans' query texts. The program writes them anew at each start.\n");
        foreach (var (key, text) in OrleansQueries.For(kind))
        {
            Add(script, kind, $"INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('{key}', '{text.Replace("'", "''", StringComparison.Ordinal)}')");
        }

        return script.ToString();
    }

    /// <summary>The script that makes the two accounts of a PostgreSQL database and the database itself, and says what the account that runs may do.</summary>
    public static string PostgreSqlRoles()
    {
        const string Runtime = "shuangda";
        var script = new StringBuilder("""
            -- Run once by a superuser, before the program's first start:
            --   psql -v owner_password=... -v runtime_password=... -f postgresql-roles.sql
            -- Then: ConnectionStrings__ShuangDaMigrations = ...;Username=shuangda_owner;...   (owns the tables, changes them)
            --       ConnectionStrings__ShuangDa           = ...;Username=shuangda;...         (runs; may add journal rows, not change or delete them)
            \set ON_ERROR_STOP on
            CREATE ROLE shuangda_owner LOGIN PASSWORD :'owner_password';
            CREATE ROLE shuangda LOGIN PASSWORD :'runtime_password';
            CREATE DATABASE shuangda OWNER shuangda_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
            \connect shuangda
            ALTER SCHEMA public OWNER TO shuangda_owner;
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;

            -- What the account that runs may do. The program grants this by itself at each start, after the tables stand;
            -- whoever makes the tables by hand (postgresql.sql) runs these afterwards, as shuangda_owner:

            """);
        foreach (var statement in RuntimeGrants.For(DatabaseKind.PostgreSql, Runtime))
        {
            script.Append("--   ").Append(statement).Append(";\n");
        }

        return script.ToString();
    }

    private static string[] HeadOf(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => ["Tables of ShuangDa on SQLite. The program makes them by itself; this is for reading, or:", "  sqlite3 data/shuangda.db < sqlite.sql"],
        DatabaseKind.PostgreSql => ["Tables of ShuangDa on PostgreSQL 15 or later. The program makes them by itself; this is for administrators who do it by hand:", "  psql -v ON_ERROR_STOP=1 -d shuangda -f postgresql.sql"],
        _ => ["Tables of ShuangDa on SQL Server 2019 or later. The program makes them by itself; this is for administrators who do it by hand:", "  sqlcmd -b -d ShuangDa -i sqlserver.sql", "Parsed by the tests, never run by them: there is no SQL Server to test with."],
    };

    private static void Add(StringBuilder script, DatabaseKind kind, string statement) =>
        script.Append(statement).Append(kind == DatabaseKind.SqlServer ? ";\nGO\n" : ";\n");

    private static string NowIn(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => "unixepoch() * 1000",
        DatabaseKind.PostgreSql => "(extract(epoch FROM now()) * 1000)::bigint",
        _ => "DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME())",
    };
}
