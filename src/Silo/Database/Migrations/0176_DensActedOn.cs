using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>窝点首次行动. A den says by when somebody has to act on it. Those that were found before say nothing: it was not asked for.</summary>
[Migration(176, "dens are acted on in time")]
public sealed class DensActedOnMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("act_by").OnTable("den").AsCustom(Types.Day).Nullable();
    }
}
