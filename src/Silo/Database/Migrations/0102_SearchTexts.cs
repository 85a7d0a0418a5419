using FluentMigrator;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>
/// 可查文字. The texts by which subjects are found, with an index of their pieces (decision 23). They fill as subjects change;
/// rebuild-read-model fills them for what was there before.
/// </summary>
[Migration(102, "texts that people search for")]
public sealed class SearchTextsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        foreach (var subjects in (string[])
            ["enterprise", "licence", "inspection_case", "inspection", "rectification", "crime_transfer", "recalled"])
        {
            var table = $"{subjects}_text";
            if (Kind == DatabaseKind.Sqlite)
            {
                // The index of pieces names a row by its number, which must be its own: SQLite may change one that is not a column.
                NumberedTable(table, "id")
                    .WithColumn("subject").AsCustom(Types.Key(300))
                    .WithColumn("text").AsCustom(Types.Text(200))
                    .WithColumn("pieces").AsCustom(Types.LongText);
                UniqueIndex(table, "subject", "text");
            }
            else if (Kind == DatabaseKind.SqlServer)
            {
                // By its key a table is laid out where nothing else is said, and such a key is 900 bytes at most.
                Create.Table(table)
                    .WithColumn("subject").AsCustom(Types.Key(300))
                    .WithColumn("text").AsCustom(Types.Text(200))
                    .WithColumn("pieces").AsCustom(Types.LongText);
                Execute.Sql($"ALTER TABLE {table} ADD CONSTRAINT pk_{table} PRIMARY KEY NONCLUSTERED (subject, text)");
            }
            else
            {
                Create.Table(table)
                    .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey($"pk_{table}")
                    .WithColumn("text").AsCustom(Types.Text(200)).PrimaryKey($"pk_{table}")
                    .WithColumn("pieces").AsCustom(Types.LongText);
            }

            Index(table, "text");
            IndexPieces(table);
        }
    }

    // A database has words that it finds fast and cuts texts into them in its own way, which does not fit Chinese: so the words are ours.
    // SQL Server goes through the texts.
    private void IndexPieces(string table)
    {
        if (Kind == DatabaseKind.PostgreSql)
        {
            Execute.Sql($"CREATE INDEX ix_{table}_pieces ON {table} USING gin (string_to_array(pieces, ' '))");
        }
        else if (Kind == DatabaseKind.Sqlite)
        {
            // Of this cutting, what is not ASCII is part of a word, whatever it is.
            var index = $"{table}_index";
            Execute.Sql(
                $"CREATE VIRTUAL TABLE {index} USING fts5("
                + $"pieces, content = '{table}', content_rowid = 'id', columnsize = 0, tokenize = 'ascii')");
            var added = $"INSERT INTO {index} (rowid, pieces) VALUES (new.id, new.pieces);";
            var gone = $"INSERT INTO {index} ({index}, rowid, pieces) VALUES ('delete', old.id, old.pieces);";
            Execute.Sql($"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {added} END");
            Execute.Sql($"CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN {gone} END");
            Execute.Sql($"CREATE TRIGGER {table}_changed AFTER UPDATE OF pieces ON {table} BEGIN {gone} {added} END");
        }
    }
}
