using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database;

/// <summary>平台查询. The query texts of Orleans' ADO.NET providers, one file per database (<c>Database/Orleans/*.sql</c>), carried in the program. They are written into the database at each start, so that they are always those of the program that runs.</summary>
public static class OrleansQueries
{
    private const string Beginning = "-- key: ";

    /// <summary>The texts for a database by their keys, in the order of the file.</summary>
    /// <param name="kind">Whose dialect.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> For(DatabaseKind kind)
    {
        var name = $"ShuangDa.Silo.Database.Orleans.{FileOf(kind)}";
        using var stream = typeof(OrleansQueries).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        var texts = new List<KeyValuePair<string, string>>();
        string? key = null;
        var text = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(Beginning, StringComparison.Ordinal))
            {
                Finish();
                key = line[Beginning.Length..].Trim();
            }
            else if (!line.StartsWith("--", StringComparison.Ordinal))
            {
                text.Add(line);
            }
        }

        Finish();
        return texts;

        void Finish()
        {
            if (key is not null)
            {
                texts.Add(new(key, string.Join('\n', text).Trim()));
            }

            text.Clear();
        }
    }

    private static string FileOf(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => "sqlite.sql",
        DatabaseKind.PostgreSql => "postgresql.sql",
        _ => "sqlserver.sql",
    };
}
