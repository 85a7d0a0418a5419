using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>案件窝点. All recorded dens that a case is about, so that each finds its cases. No case named one until now.</summary>
[Migration(168, "dens that cases are about")]
public sealed class CaseDensMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("inspection_case_den")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection_case_den")
            .WithColumn("den").AsCustom(Types.Key(20)).PrimaryKey("pk_inspection_case_den")
            .WithColumn("place").AsInt32();

        Index("inspection_case_den", "den", "subject");
    }
}
