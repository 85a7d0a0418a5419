using FluentMigrator;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>在办期限. Open work is in the order of what is owed first, and cases and orders say what they wait for. It fills as the work goes
/// on; rebuild-read-model fills it for what was open before.</summary>
[Migration(132, "open work by what is owed first")]
public sealed class OpenWorkByDayMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("due_at").OnTable("open_work").AsInt64().NotNullable().WithDefaultValue(OpenWorkRow.NoTerm);
        // In the whole order of the list: of an officer, of a section, and of what is late in the bureau.
        DropIndex("open_work", "user_name", "subject");
        DropIndex("open_work", "section", "place", "subject");
        Index("open_work", "user_name", "due_at", "subject");
        Index("open_work", "section", "place", "due_at", "subject");
        Index("open_work", "place", "due_at", "subject");

        Create.Column("must_publish").OnTable("inspection_case").AsBoolean().NotNullable().WithDefaultValue(false);
        IndexWhereTrue("inspection_case", "must_publish", "awaited_by", "subject");
        IndexWhereTrue("inspection_case", "must_publish", "section", "awaited_by", "subject");

        Create.Column("is_late").OnTable("rectification").AsBoolean().NotNullable().WithDefaultValue(false);
        IndexWhereTrue("rectification", "is_late", "due_on", "subject");
        IndexWhereTrue("rectification", "is_late", "section", "due_on", "subject");
        // What the table itself says of those of before.
        Execute.Sql(
            $"UPDATE rectification SET is_late = {Yes} WHERE status = 'OVERDUE' AND (taken_measure IS NULL OR taken_measure <> 'BANNING')");
    }

    private string Yes => Kind is DatabaseKind.PostgreSql ? "TRUE" : "1";
}
