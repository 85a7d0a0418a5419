using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>计数表. What commits keep counted from now on, filled from the rows that there are. A case's main product class moves onto its row, where it is counted by.</summary>
[Migration(89, "counts")]
public sealed class CountsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("main_product_class").OnTable("inspection_case").AsCustom(Types.Key(60)).Nullable();
        Execute.Sql("UPDATE inspection_case SET main_product_class = (SELECT part.code FROM inspection_case_product_class part WHERE part.subject = inspection_case.subject AND part.place = 0)");

        Counts("case_count")
            .WithColumn("period").AsCustom(Types.Day)
            .WithColumn("violation").AsCustom(Types.Key(60))
            .WithColumn("stage").AsCustom(Types.Key(20))
            .WithColumn("goods_value").AsInt64();
        Index("case_count", "period");
        foreach (var length in (int[])[Year, Month])
        {
            Fill("case_count", "inspection_case", [new("period", "received_on", length), new("violation"), new("stage")], "goods_value");
        }

        Counts("case_class_count")
            .WithColumn("period").AsCustom(Types.Day)
            .WithColumn("violation").AsCustom(Types.Key(60))
            .WithColumn("stage").AsCustom(Types.Key(20))
            .WithColumn("main_product_class").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("goods_value").AsInt64();
        Index("case_class_count", "period");
        Fill("case_class_count", "inspection_case", [new("period", "received_on", Month), new("violation"), new("stage"), new("main_product_class")], "goods_value");

        Counts("case_work_count")
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("stage").AsCustom(Types.Key(20))
            .WithColumn("awaits").AsCustom(Types.Key(20)).Nullable()
            .WithColumn("is_overdue").AsBoolean()
            .WithColumn("must_transfer").AsBoolean()
            .WithColumn("is_major").AsBoolean();
        Fill("case_work_count", "inspection_case", [new("section"), new("stage"), new("awaits"), new("is_overdue", typeof(bool)), new("must_transfer", typeof(bool)), new("is_major", typeof(bool))]);

        Counts("licence_count")
            .WithColumn("period").AsCustom(Types.Day)
            .WithColumn("status").AsCustom(Types.Key(20));
        Index("licence_count", "period");
        Fill("licence_count", "licence", [new("period", "valid_to", Month), new("status")]);

        Counts("inspection_work_count")
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("is_late").AsBoolean();
        Fill("inspection_work_count", "inspection", [new("section"), new("status"), new("is_late", typeof(bool))]);

        Counts("inspection_campaign_count")
            .WithColumn("campaign").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("basis").AsCustom(Types.Key(20))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("planned_on").AsCustom(Types.Day);
        Fill("inspection_campaign_count", "inspection", [new("campaign"), new("basis"), new("status"), new("planned_on")]);

        Counts("rectification_count")
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("proposed_measure").AsCustom(Types.Key(20)).Nullable();
        Fill("rectification_count", "rectification", [new("section"), new("status"), new("proposed_measure")]);

        Counts("crime_transfer_count")
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("is_overdue").AsBoolean();
        Fill("crime_transfer_count", "crime_transfer", [new("section"), new("status"), new("is_overdue", typeof(bool))]);

        Counts("open_work_count")
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("place").AsInt32();
        Fill("open_work_count", "open_work", [new("section"), new("place", typeof(int))]);
    }
}
