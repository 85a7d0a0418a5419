using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>日报汇总. What the bureau sends up of every working day.</summary>
[Migration(165, "daily summaries")]
public sealed class DailySummariesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("daily_summary")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_daily_summary")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("day").AsCustom(Types.Day)
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("missing").AsInt32();
        Index("daily_summary", "number", "subject");
        Index("daily_summary", "day", "subject");
        Index("daily_summary", "status", "day", "subject");
    }
}
