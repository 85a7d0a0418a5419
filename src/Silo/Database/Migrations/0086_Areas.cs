using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>区域名录. The areas that administrators have registered.</summary>
[Migration(86, "areas")]
public sealed class AreasMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Table("area")
        .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_area")
        .WithColumn("code").AsCustom(Types.Text(50))
        .WithColumn("name").AsCustom(Types.Text(100))
        .WithColumn("english_name").AsCustom(Types.Text(100)).Nullable()
        .WithColumn("kind").AsCustom(Types.Key(20))
        .WithColumn("closed").AsBoolean()
        .WithColumn("closed_on").AsCustom(Types.Day).Nullable()
        .WithColumn("version").AsInt32();
}
