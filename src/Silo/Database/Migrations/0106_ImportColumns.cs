using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>
/// 导入列的对应. By which titles the columns of a file were mapped by hand, so that the next file with the same titles is read likewise.
/// </summary>
[Migration(106, "columns of imports that were mapped by hand")]
public sealed class ImportColumnsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("titles").OnTable("import").AsCustom(Types.Key(64)).Nullable();
        IndexWherePresent("import", "titles", "titles", "queued_at");
    }
}
