using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>检查. The tables that show inspections in lists.</summary>
[Migration(60, "inspections")]
public sealed class InspectionsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("inspection")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(30))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("basis").AsCustom(Types.Key(20))
            .WithColumn("enterprise").AsCustom(Types.Key(18))
            .WithColumn("campaign").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("product_class").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("planned_on").AsCustom(Types.Day)
            .WithColumn("inspected_on").AsCustom(Types.Day).Nullable()
            .WithColumn("result").AsCustom(Types.Key(30)).Nullable()
            .WithColumn("worst_severity").AsCustom(Types.Key(20)).Nullable()
            .WithColumn("case_number").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("is_licensed").AsBoolean()
            .WithColumn("is_late").AsBoolean();

        // Lists go by the planned day: of a status, of all, of an enterprise. A campaign's coverage asks for its enterprises.
        Index("inspection", "status", "planned_on", "subject");
        Index("inspection", "planned_on", "subject");
        Index("inspection", "enterprise", "planned_on", "subject");
        Index("inspection", "campaign", "status", "enterprise");

        Create.Table("inspection_officer")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection_officer")
            .WithColumn("user_name").AsCustom(Types.Text(100)).PrimaryKey("pk_inspection_officer");
        Index("inspection_officer", "user_name", "subject");
    }
}
