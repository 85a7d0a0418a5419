using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>专项行动索引. The campaigns that sweep inspections name are counted from the index alone.</summary>
[Migration(84, "index of sweep campaigns")]
public sealed class SweepCampaignsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Index("inspection", "basis", "campaign", "status", "planned_on");
}
