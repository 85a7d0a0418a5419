using FluentMigrator;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>姓名和名称按拼音排序. The keys by which names are in order (decision 25). They fill as names change; rebuild-read-model
/// fills them for what was there before.</summary>
[Migration(109, "names in the order of pinyin")]
public sealed class NameOrderMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        foreach (var table in (string[])["enterprise", "account"])
        {
            Create.Column("name_order").OnTable(table).AsCustom(Types.Key(ChineseOrder.Longest)).NotNullable().WithDefaultValue("");
        }

        DropIndex("enterprise", "district", "name", "subject");
        Index("enterprise", "name_order", "subject");
        Index("enterprise", "district", "name_order", "subject");
    }
}
