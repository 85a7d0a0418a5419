using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>
/// 唯一名称. Names that one subject has and no other may get, whatever is committed at the same moment. It begins empty: what stands
/// already is seen by whoever decides.
/// </summary>
[Migration(88, "unique names")]
public sealed class UniqueNamesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Table("unique_name")
        .WithColumn("concept").AsCustom(Types.Key(60)).PrimaryKey("pk_unique_name")
        .WithColumn("name_hash").AsCustom(Types.Key(64)).PrimaryKey("pk_unique_name")
        .WithColumn("subject").AsCustom(Types.Key(300));
}
