using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>文号. The numbers that people say of orders, transfers and inspections. Those that were made before have none.</summary>
[Migration(100, "numbers of orders, transfers, inspections")]
public sealed class OfficialNumbersMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Numbered("rectification");
        Numbered("crime_transfer");
        Numbered("inspection");
    }
}
