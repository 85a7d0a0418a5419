using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>待办步骤. What each case waits for and by when, so that those whose step it is find it. Rows of before get theirs by rebuild-read-model, or with the case's next change.</summary>
[Migration(82, "awaited steps")]
public sealed class AwaitedStepsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("awaits").OnTable("inspection_case").AsCustom(Types.Key(20)).Nullable();
        Create.Column("awaited_by").OnTable("inspection_case").AsInt64().NotNullable().WithDefaultValue(long.MaxValue);

        // What waits for a step, the nearest first; a section's among them.
        Index("inspection_case", "awaits", "awaited_by", "subject");
    }
}
