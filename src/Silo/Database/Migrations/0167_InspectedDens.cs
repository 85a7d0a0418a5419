using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>检查、责令窝点. An inspection and an order are of an enterprise or of a den.</summary>
[Migration(167, "inspections and orders of dens")]
public sealed class InspectedDensMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        DropIndex("inspection", "enterprise", "planned_on", "subject");
        DropIndex("inspection", "campaign", "status", "enterprise");
        MayBeEmpty("inspection", "enterprise", Types.Key(18));
        Index("inspection", "enterprise", "planned_on", "subject");
        Index("inspection", "campaign", "status", "enterprise");

        DropIndex("rectification", "enterprise", "due_on", "subject");
        MayBeEmpty("rectification", "enterprise", Types.Key(18));
        Index("rectification", "enterprise", "due_on", "subject");

        foreach (var table in (string[])["inspection", "rectification", "open_work"])
        {
            Create.Column("den").OnTable(table).AsCustom(Types.Key(20)).Nullable();
        }

        IndexWherePresent("inspection", "den", "den", "planned_on", "subject");
        IndexWherePresent("rectification", "den", "den", "due_on", "subject");
    }
}
