using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>案件当事企业. All registered enterprises that a case is about, so that each finds its cases. It fills as cases change;
/// rebuild-read-model fills it for those of before.</summary>
[Migration(105, "enterprises that cases are about")]
public sealed class CasePartiesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("inspection_case_party")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection_case_party")
            .WithColumn("credit_code").AsCustom(Types.Key(18)).PrimaryKey("pk_inspection_case_party")
            .WithColumn("place").AsInt32();

        Index("inspection_case_party", "credit_code", "subject");
    }
}
