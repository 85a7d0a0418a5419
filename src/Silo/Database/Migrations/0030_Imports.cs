using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>导入. The table that shows imports in lists.</summary>
[Migration(30, "imports")]
public sealed class ImportsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("import")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_import")
            .WithColumn("version").AsInt32()
            .WithColumn("register").AsCustom(Types.Key(20))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("user_name").AsCustom(Types.Key(100))
            .WithColumn("queued_at").AsInt64()
            .WithColumn("ended_at").AsInt64().Nullable()
            .WithColumn("rows_read").AsInt64()
            .WithColumn("created").AsInt64()
            .WithColumn("updated").AsInt64()
            .WithColumn("unchanged").AsInt64()
            .WithColumn("rejected").AsInt64()
            .WithColumn("file_name").AsCustom(Types.Text(200)).Nullable()
            .WithColumn("failure").AsCustom(Types.Text(500)).Nullable()
            .WithColumn("failure_in_english").AsCustom(Types.Text(500)).Nullable();

        // What has not ended, at a start; what was brought last, in a list.
        Index("import", "status", "queued_at");
        Index("import", "queued_at", "subject");
    }
}
