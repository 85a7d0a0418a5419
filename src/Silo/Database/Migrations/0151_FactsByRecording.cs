using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>计量事实. Facts of a measure by when they were recorded, as daily reports and forms ask for them.</summary>
[Migration(151, "facts by recording")]
public sealed class FactsByRecordingMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        DropIndex("tally", "recorded_at");
        Index("tally", "measure", "recorded_at", "id");
    }
}
