using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>获证事实. Whether a fact is about a holder of a licence; rebuild-read-model fills it for those of before.</summary>
[Migration(155, "facts about holders of licences")]
public sealed class LicensedFactsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Column("is_licensed").OnTable("tally").AsBoolean().Nullable();
}
