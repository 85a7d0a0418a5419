using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>办案情况. Whether a case was ever late, and the days on which cases are filed, decided and ended as indexes. It fills as cases
/// change; rebuild-read-model fills it for those of before.</summary>
[Migration(125, "figures of cases in a period")]
public sealed class CaseFiguresMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("was_late").OnTable("inspection_case").AsBoolean().NotNullable().WithDefaultValue(false);
        // What is overdue now was late; the payments of parties among it are told apart when the table is made anew.
        Execute.Sql("UPDATE inspection_case SET was_late = is_overdue");
        foreach (var day in (string[])["filed_on", "decided_on", "ended_on"])
        {
            IndexWherePresent("inspection_case", day, day, "subject");
        }
    }
}
