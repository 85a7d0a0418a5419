using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>联系电话. Lists and inspections show the number under which an enterprise is called. Nobody recorded one until now.</summary>
[Migration(133, "enterprise telephones")]
public sealed class EnterpriseTelephonesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Column("telephone").OnTable("enterprise").AsCustom(Types.Text(60)).Nullable();
}
