using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>案件违法行为. All kinds of violation of a case, so that lists find it by each. It fills as cases change; rebuild-read-model fills
/// it for those of before.</summary>
[Migration(98, "kinds of violation of cases")]
public sealed class CaseViolationsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("inspection_case_violation")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection_case_violation")
            .WithColumn("violation").AsCustom(Types.Key(60)).PrimaryKey("pk_inspection_case_violation")
            .WithColumn("place").AsInt32();

        Index("inspection_case_violation", "violation", "subject");
    }
}
