using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>许可证. The tables that show licences in lists.</summary>
[Migration(11, "licences")]
public sealed class LicencesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("licence")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_licence")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Text(30))
            .WithColumn("kind").AsCustom(Types.Key(40))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("enterprise").AsCustom(Types.Key(18))
            .WithColumn("valid_from").AsCustom(Types.Day)
            .WithColumn("valid_to").AsCustom(Types.Day)
            .WithColumn("must_apply_by").AsCustom(Types.Day)
            .WithColumn("issued_by").AsCustom(Types.Text(200)).Nullable()
            .WithColumn("production_address").AsCustom(Types.Text(500)).Nullable()
            .WithColumn("suspended_until").AsCustom(Types.Day).Nullable()
            .WithColumn("withdrawal_requested").AsBoolean()
            .WithColumn("deregistration_proposed").AsBoolean();

        // Each list in the order of the last valid day: of a status, of all, of an enterprise. By number for searches and that order.
        Index("licence", "status", "valid_to", "subject");
        Index("licence", "valid_to", "subject");
        Index("licence", "enterprise", "valid_to", "subject");
        Index("licence", "number", "subject");

        Create.Table("licence_product_class")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_licence_product_class")
            .WithColumn("code").AsCustom(Types.Key(60)).PrimaryKey("pk_licence_product_class")
            .WithColumn("place").AsInt32();
        Index("licence_product_class", "code", "subject");
    }
}
