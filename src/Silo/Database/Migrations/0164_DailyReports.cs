using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>日报. What sections report of every working day.</summary>
[Migration(164, "daily reports")]
public sealed class DailyReportsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("daily_report")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_daily_report")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("section").AsCustom(Types.Key(60))
            .WithColumn("day").AsCustom(Types.Day)
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("is_open").AsBoolean()
            .WithColumn("owed_by").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("is_nil").AsBoolean()
            .WithColumn("by_hand").AsInt32()
            .WithColumn("differing").AsInt32()
            .WithColumn("versions").AsInt32();

        // Days of all sections side by side; a section's own; what a section still owes.
        Index("daily_report", "number", "subject");
        Index("daily_report", "day", "subject");
        Index("daily_report", "section", "day", "subject");
        Index("daily_report", "owed_by", "day", "subject");
    }
}
