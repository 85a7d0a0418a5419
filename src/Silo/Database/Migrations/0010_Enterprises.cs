using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>企业. The tables that show enterprises in lists.</summary>
[Migration(10, "enterprises")]
public sealed class EnterprisesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("enterprise")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_enterprise")
            .WithColumn("version").AsInt32()
            .WithColumn("credit_code").AsCustom(Types.Key(18))
            .WithColumn("name").AsCustom(Types.Text(200))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("district").AsCustom(Types.Text(100)).Nullable()
            .WithColumn("address").AsCustom(Types.Text(500)).Nullable()
            .WithColumn("business_scope").AsCustom(Types.LongText).Nullable()
            .WithColumn("enterprise_type").AsCustom(Types.Text(100)).Nullable()
            .WithColumn("registered_on").AsCustom(Types.Day).Nullable()
            .WithColumn("capital").AsCustom(Types.Text(100)).Nullable()
            .WithColumn("province").AsCustom(Types.Text(50)).Nullable()
            .WithColumn("risk_level").AsCustom(Types.Key(20))
            .WithColumn("standing").AsCustom(Types.Key(1))
            .WithColumn("is_protected_brand").AsBoolean()
            .WithColumn("closed_on").AsCustom(Types.Day).Nullable();

        // Licences find their holders by the code; lists go by name, within a district or over all.
        Index("enterprise", "credit_code");
        Index("enterprise", "name", "subject");
        Index("enterprise", "district", "name", "subject");

        Create.Table("enterprise_product_class")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_enterprise_product_class")
            .WithColumn("code").AsCustom(Types.Key(60)).PrimaryKey("pk_enterprise_product_class")
            .WithColumn("place").AsInt32();
        Index("enterprise_product_class", "code", "subject");
    }
}
