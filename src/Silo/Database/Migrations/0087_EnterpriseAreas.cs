using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>企业所在区域. The area in which an enterprise's address lies, by which enterprises are listed.</summary>
[Migration(87, "enterprise areas")]
public sealed class EnterpriseAreasMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("area").OnTable("enterprise").AsCustom(Types.Key(60)).Nullable();
        Index("enterprise", "area", "subject");
    }
}
