using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>列表排序. The orders that people choose in lists, so that a page of them costs what it shows.</summary>
[Migration(126, "orders of lists")]
public sealed class ListOrdersMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        foreach (var table in (string[])["licence", "inspection", "rectification", "crime_transfer"])
        {
            Index(table, "status", "subject");
        }

        Index("inspection", "number", "subject");
        Index("rectification", "number", "subject");
        Index("rectification", "ordered_on", "subject");
        Index("crime_transfer", "goods_value", "subject");
    }
}
