using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>计量事实. When each fact was recorded, its place in its entry, and what facts come to by day and month, kept by commits from now
/// on. Whom a fact is about fills as facts come; rebuild-read-model fills it for those of before.</summary>
[Migration(150, "facts")]
public sealed class FactsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("party").OnTable("tally").AsCustom(Types.Text(300)).Nullable();
        Create.Column("recorded_at").OnTable("tally").AsInt64().NotNullable().WithDefaultValue(0);
        Create.Column("place").OnTable("tally").AsInt32().NotNullable().WithDefaultValue(0);
        Execute.Sql("UPDATE tally SET recorded_at = COALESCE("
            + "(SELECT entry.at FROM journal entry WHERE entry.subject = tally.subject AND entry.number = tally.number), 0)");
        Execute.Sql("UPDATE tally SET place = (SELECT COUNT(*) FROM tally other "
            + "WHERE other.subject = tally.subject AND other.number = tally.number AND other.id < tally.id)");
        Index("tally", "measure", "day", "id");
        Index("tally", "recorded_at");

        Counts("tally_count")
            .WithColumn("period").AsCustom(Types.Day)
            .WithColumn("measure").AsCustom(Types.Key(60))
            .WithColumn("section").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("agency").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("product_class").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("violation").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("amount").AsInt64();
        Index("tally_count", "period", "measure");
        foreach (var length in (int[])[Month, Day])
        {
            Fill(
                "tally_count",
                "tally",
                [new("period", "day", length), new("measure"), new("section"), new("agency"), new("product_class"), new("violation")],
                "amount");
        }
    }
}
