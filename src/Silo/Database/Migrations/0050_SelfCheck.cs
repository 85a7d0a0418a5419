using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>自检结果. What the nightly self-check found.</summary>
[Migration(50, "self-check")]
public sealed class SelfCheckMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Table("self_check")
        .WithColumn("at").AsInt64().PrimaryKey("pk_self_check")
        .WithColumn("findings").AsInt64()
        .WithColumn("body").AsCustom(Types.LongText);
}
