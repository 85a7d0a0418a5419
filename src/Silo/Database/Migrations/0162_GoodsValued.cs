using FluentMigrator;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>已估价. Whether anybody has said what the goods of a case are worth. Of the cases of before it is known where they are worth
/// anything; <c>rebuild-read-model</c> fills in where it was recorded that there is nothing.</summary>
[Migration(162, "cases whose goods were valued")]
public sealed class GoodsValuedMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("goods_valued").OnTable("inspection_case").AsBoolean().NotNullable().WithDefaultValue(false);
        Execute.Sql($"UPDATE inspection_case SET goods_valued = {(Kind == DatabaseKind.PostgreSql ? "true" : "1")} WHERE goods_value > 0");
    }
}
