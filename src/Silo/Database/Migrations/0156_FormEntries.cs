using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>填报数. What sections fill into forms by hand, by figure and period.</summary>
[Migration(156, "form entries")]
public sealed class FormEntriesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("form_entry")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_form_entry")
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("figure").AsCustom(Types.Key(40))
            .WithColumn("section").AsCustom(Types.Key(60))
            .WithColumn("product_class").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("valid_from").AsCustom(Types.Day)
            .WithColumn("valid_until").AsCustom(Types.Day)
            .WithColumn("amount").AsInt32()
            .WithColumn("entered_by").AsCustom(Types.Key(100))
            .WithColumn("entered_on").AsCustom(Types.Day)
            .WithColumn("corrected_on").AsCustom(Types.Day).Nullable()
            .WithColumn("version").AsInt32();
        Index("form_entry", "number", "subject");
        Index("form_entry", "figure", "valid_until", "subject");
        Index("form_entry", "valid_until", "subject");
    }
}
