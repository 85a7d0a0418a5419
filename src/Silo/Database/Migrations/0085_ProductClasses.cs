using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>产品类别名录. The product classes that administrators have registered or changed; those that come with the program need no row.</summary>
[Migration(85, "product classes")]
public sealed class ProductClassesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Table("product_class")
        .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_product_class")
        .WithColumn("code").AsCustom(Types.Text(50))
        .WithColumn("name").AsCustom(Types.Text(100))
        .WithColumn("english_name").AsCustom(Types.Text(100)).Nullable()
        .WithColumn("is_key").AsBoolean()
        .WithColumn("closed").AsBoolean()
        .WithColumn("closed_on").AsCustom(Types.Day).Nullable()
        .WithColumn("version").AsInt32();
}
