using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using FluentMigrator.Infrastructure;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>结构变更. A step in the history of the tables. Its number and what it did never change once it was released; a later step changes what came of it.</summary>
public abstract class SchemaMigration : Migration
{
    /// <summary>How many characters of a day name its year.</summary>
    protected const int Year = 4;

    /// <summary>How many characters of a day name its month.</summary>
    protected const int Month = 7;

    /// <summary>How many characters a day has.</summary>
    protected const int Day = 10;

    private ColumnTypes? _types;

    /// <summary>How columns are typed in the database that the step is for.</summary>
    protected ColumnTypes Types => _types ?? throw new InvalidOperationException("The step has not been asked for its statements.");

    /// <summary>Whose tables are changed.</summary>
    protected DatabaseKind Kind => Types.Kind;

    /// <inheritdoc/>
    public override void GetUpExpressions(IMigrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _types = (ColumnTypes?)context.ServiceProvider.GetService(typeof(ColumnTypes));
        base.GetUpExpressions(context);
    }

    /// <summary>There is no way back: a step loses nothing, and what it changed is undone by restoring a backup.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Down() => throw new NotSupportedException("Steps are not undone; restore a backup.");

    /// <summary>A table whose rows are numbered as they come. SQLite numbers them by itself (rowid); AUTOINCREMENT would only add a write to each insert.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="number">The name of the numbering column, its primary key.</param>
    protected ICreateTableColumnOptionOrWithColumnSyntax NumberedTable(string table, string number)
    {
        var column = Create.Table(table).WithColumn(number).AsInt64().PrimaryKey($"pk_{table}");
        return Kind == DatabaseKind.Sqlite ? column : column.Identity();
    }

    /// <summary>An index, named after its table and columns.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns in order.</param>
    protected void Index(string table, params string[] columns) => Index(table, unique: false, columns);

    /// <summary>An index that admits each combination once.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns in order.</param>
    protected void UniqueIndex(string table, params string[] columns) => Index(table, unique: true, columns);

    /// <summary>An index over the rows that have a value in a column few rows have one in; it costs the others nothing.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="rare">The column that is usually null.</param>
    /// <param name="columns">The columns in order.</param>
    protected void IndexWherePresent(string table, string rare, params string[] columns) =>
        Execute.Sql($"CREATE INDEX ix_{table}_{string.Join('_', columns)} ON {table} ({string.Join(", ", columns)}) WHERE {rare} IS NOT NULL");

    /// <summary>An index over the rows of which something is so that is so of few; it costs the others nothing.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="rare">The yes-or-no column that is usually no. The index is used where a query says it in the same words, so it stands as linq2db writes it. It is also the last column: without it SQLite looks at each row once more to count it.</param>
    /// <param name="columns">The columns in order.</param>
    protected void IndexWhereTrue(string table, string rare, params string[] columns) => Execute.Sql(
        $"CREATE INDEX ix_{table}_{rare}_{string.Join('_', columns)} ON {table} ({string.Join(", ", columns)}, {rare}) WHERE {rare}{(Kind == DatabaseKind.SqlServer ? " = 1" : "")}");

    /// <summary>A table of counts with its key and the number of rows; by what it counts is added to it.</summary>
    /// <param name="table">The table's name.</param>
    protected ICreateTableColumnOptionOrWithColumnSyntax Counts(string table) => Create.Table(table)
        .WithColumn("cell").AsCustom(Types.Text(280)).PrimaryKey($"pk_{table}")
        .WithColumn("writer").AsInt32().PrimaryKey($"pk_{table}")
        .WithColumn("row_count").AsInt64();

    /// <summary>Fills a table of counts from the rows that there are.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="source">The table whose rows are counted.</param>
    /// <param name="dimensions">By what.</param>
    /// <param name="sums">What is summed.</param>
    protected void Fill(string table, string source, CountTextColumn[] dimensions, params string[] sums) =>
        Execute.Sql(CountTexts.Fill(Kind, table, source, dimensions, sums));

    /// <summary>The number that people say of a subject, with the index by it and that for the next of a series.</summary>
    /// <param name="table">The table of the rows that lists show.</param>
    protected void Numbered(string table)
    {
        Create.Column("official_number").OnTable(table).AsCustom(Types.Key(20)).Nullable();
        Create.Column("number_series").OnTable(table).AsCustom(Types.Key(80)).Nullable();
        Create.Column("number_in_series").OnTable(table).AsInt32().Nullable();
        IndexWherePresent(table, "official_number", "official_number", "subject");
        IndexWherePresent(table, "number_series", "number_series", "number_in_series");
    }

    /// <summary>A table of the texts by which subjects are found, with an index of their pieces (decision 23).</summary>
    /// <param name="table">The table's name.</param>
    protected void SearchTexts(string table)
    {
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

    /// <summary>Lets a column be empty that had always a value. No index may have it meanwhile. SQLite changes no column: its place is
    /// taken by another.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="type">The column's type.</param>
    protected void MayBeEmpty(string table, string column, string type)
    {
        if (Kind is DatabaseKind.PostgreSql)
        {
            Execute.Sql($"ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL");
        }
        else if (Kind is DatabaseKind.SqlServer)
        {
            Execute.Sql($"ALTER TABLE {table} ALTER COLUMN {column} {type} NULL");
        }
        else
        {
            Execute.Sql($"ALTER TABLE {table} ADD COLUMN {column}_if_any {type}");
            Execute.Sql($"UPDATE {table} SET {column}_if_any = {column}");
            Execute.Sql($"ALTER TABLE {table} DROP COLUMN {column}");
            Execute.Sql($"ALTER TABLE {table} RENAME COLUMN {column}_if_any TO {column}");
        }
    }

    /// <summary>Takes an index away, named as it was made.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">What its name says after the table's.</param>
    protected void DropIndex(string table, params string[] columns) =>
        Delete.Index($"ix_{table}_{string.Join('_', columns)}").OnTable(table);

    private void Index(string table, bool unique, string[] columns)
    {
        var index = Create.Index($"ix_{table}_{string.Join('_', columns)}").OnTable(table);
        foreach (var column in columns)
        {
            _ = index.OnColumn(column).Ascending();
        }

        if (unique)
        {
            _ = index.WithOptions().Unique();
        }
    }
}
