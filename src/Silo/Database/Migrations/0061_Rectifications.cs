using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>整改. The table that shows orders to put something right in lists.</summary>
[Migration(61, "rectifications")]
public sealed class RectificationsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("rectification")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_rectification")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(30))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("enterprise").AsCustom(Types.Key(18))
            .WithColumn("licence").AsCustom(Types.Text(30)).Nullable()
            .WithColumn("inspection").AsCustom(Types.Key(30)).Nullable()
            .WithColumn("product_class").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("ordered_by").AsCustom(Types.Text(100))
            .WithColumn("ordered_on").AsCustom(Types.Day)
            .WithColumn("due_on").AsCustom(Types.Day)
            .WithColumn("proposed_measure").AsCustom(Types.Key(20)).Nullable()
            .WithColumn("taken_measure").AsCustom(Types.Key(20)).Nullable()
            .WithColumn("is_extended").AsBoolean()
            .WithColumn("has_lapses").AsBoolean();

        // Lists go by the last day: of a status, of all, of an enterprise. An inspection finds what was ordered after it; few orders wait for a decision.
        Index("rectification", "status", "due_on", "subject");
        Index("rectification", "due_on", "subject");
        Index("rectification", "enterprise", "due_on", "subject");
        Index("rectification", "inspection");
        IndexWherePresent("rectification", "proposed_measure", "proposed_measure", "due_on");
    }
}
