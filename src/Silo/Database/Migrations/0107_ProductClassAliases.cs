using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>产品类别别名. What registers call the products of a class besides. Until now a class had its name alone.</summary>
[Migration(107, "aliases of product classes")]
public sealed class ProductClassAliasesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Column("aliases").OnTable("product_class").AsCustom(Types.LongText).Nullable();
}
