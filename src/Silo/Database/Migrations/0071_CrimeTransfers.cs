using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>移送. The table that shows crime transfers in lists.</summary>
[Migration(71, "crime transfers")]
public sealed class CrimeTransfersMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("crime_transfer")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_crime_transfer")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("case_number").AsCustom(Types.Key(20))
            .WithColumn("case_title").AsCustom(Types.Text(200))
            .WithColumn("agency").AsCustom(Types.Key(50))
            .WithColumn("section").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("goods_value").AsInt64()
            .WithColumn("opened_on").AsCustom(Types.Day)
            .WithColumn("sent_on").AsCustom(Types.Day).Nullable()
            .WithColumn("received_on").AsCustom(Types.Day).Nullable()
            .WithColumn("is_overdue").AsBoolean()
            .WithColumn("early_intervention").AsBoolean()
            .WithColumn("visible").AsBoolean();

        // By status, by agency and by day, each in the order of the day; by case for what a case leads to.
        Index("crime_transfer", "status", "opened_on", "subject");
        Index("crime_transfer", "agency", "opened_on", "subject");
        Index("crime_transfer", "opened_on", "subject");
        Index("crime_transfer", "case_number", "subject");
        Index("crime_transfer", "number", "subject");
    }
}
