using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>工作日历. The years whose working days an administrator has loaded.</summary>
[Migration(3, "calendar")]
public sealed class CalendarMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("working_year")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_working_year")
            .WithColumn("year").AsInt32()
            .WithColumn("source").AsCustom(Types.Text(200))
            .WithColumn("document_number").AsCustom(Types.Text(200)).Nullable()
            .WithColumn("version").AsInt32();

        Create.Table("working_year_day")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_working_year_day")
            .WithColumn("day").AsCustom(Types.Day).PrimaryKey("pk_working_year_day")
            .WithColumn("is_working").AsBoolean();
    }
}
