using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>案件. The tables that show cases in lists.</summary>
[Migration(70, "cases")]
public sealed class CasesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("inspection_case")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection_case")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("title").AsCustom(Types.Text(200))
            .WithColumn("stage").AsCustom(Types.Key(20))
            .WithColumn("violation").AsCustom(Types.Key(60))
            .WithColumn("sub_kind").AsCustom(Types.Key(40)).Nullable()
            .WithColumn("source").AsCustom(Types.Key(40))
            .WithColumn("enterprise").AsCustom(Types.Key(18)).Nullable()
            .WithColumn("party_name").AsCustom(Types.Text(200))
            .WithColumn("section").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("responsible").AsCustom(Types.Key(100))
            .WithColumn("received_on").AsCustom(Types.Day)
            .WithColumn("filed_on").AsCustom(Types.Day).Nullable()
            .WithColumn("decided_on").AsCustom(Types.Day).Nullable()
            .WithColumn("ended_on").AsCustom(Types.Day).Nullable()
            .WithColumn("goods_value").AsInt64()
            .WithColumn("sales_amount").AsInt64()
            .WithColumn("illegal_gains").AsInt64()
            .WithColumn("penalty").AsInt64()
            .WithColumn("paid").AsInt64()
            .WithColumn("is_major").AsBoolean()
            .WithColumn("is_overdue").AsBoolean()
            .WithColumn("was_paused").AsBoolean()
            .WithColumn("must_transfer").AsBoolean()
            .WithColumn("transfer").AsCustom(Types.Key(20)).Nullable()
            .WithColumn("open_tasks").AsInt32();

        // By stage, by enterprise and by day, each in the order of the day; by number for searches and that order.
        Index("inspection_case", "stage", "received_on", "subject");
        Index("inspection_case", "received_on", "subject");
        Index("inspection_case", "enterprise", "received_on", "subject");
        Index("inspection_case", "goods_value", "subject");
        Index("inspection_case", "number", "subject");

        Create.Table("inspection_case_product_class")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection_case_product_class")
            .WithColumn("code").AsCustom(Types.Key(60)).PrimaryKey("pk_inspection_case_product_class")
            .WithColumn("place").AsInt32();
        Index("inspection_case_product_class", "code", "subject");

        Create.Table("inspection_case_officer")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_inspection_case_officer")
            .WithColumn("user_name").AsCustom(Types.Key(100)).PrimaryKey("pk_inspection_case_officer")
            .WithColumn("place").AsInt32();
        Index("inspection_case_officer", "user_name", "subject");
    }
}
