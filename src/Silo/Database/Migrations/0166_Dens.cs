using FluentMigrator;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>窝点. The tables that show dens in lists and find them.</summary>
[Migration(166, "dens")]
public sealed class DensMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("den")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_den")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("name").AsCustom(Types.Text(200))
            .WithColumn("name_order").AsCustom(Types.Key(ChineseOrder.Longest))
            .WithColumn("address").AsCustom(Types.Text(500))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("area").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("products").AsCustom(Types.Text(500))
            .WithColumn("source").AsCustom(Types.Key(40))
            .WithColumn("found_on").AsCustom(Types.Day)
            .WithColumn("section").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("banned_on").AsCustom(Types.Day).Nullable()
            .WithColumn("ended_on").AsCustom(Types.Day).Nullable();
        Numbered("den");

        // The last found first: of all, of a status, of an area.
        Index("den", "number", "subject");
        Index("den", "name_order", "subject");
        Index("den", "found_on", "subject");
        Index("den", "status", "found_on", "subject");
        Index("den", "area", "found_on", "subject");

        Create.Table("den_product_class")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_den_product_class")
            .WithColumn("code").AsCustom(Types.Key(60)).PrimaryKey("pk_den_product_class")
            .WithColumn("place").AsInt32();
        Index("den_product_class", "code", "subject");

        SearchTexts("den_text");

        Counts("den_count")
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("area").AsCustom(Types.Key(60)).Nullable();
    }
}
