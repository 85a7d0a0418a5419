using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>延续申请. The day on which a licence's renewal was applied for that is not decided yet.</summary>
[Migration(93, "renewal applications")]
public sealed class RenewalApplicationsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("renewal_applied_on").OnTable("licence").AsCustom(Types.Day).Nullable();
    }
}
