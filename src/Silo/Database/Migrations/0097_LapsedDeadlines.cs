using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>逾期责任. What is overdue, with the missed step and who answers for it. It fills as deadlines lapse; rebuild-read-model fills it
/// for what had lapsed before.</summary>
[Migration(97, "what is overdue, by whom")]
public sealed class LapsedDeadlinesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("lapsed_deadline")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_lapsed_deadline")
            .WithColumn("kind").AsCustom(Types.Key(60)).PrimaryKey("pk_lapsed_deadline")
            .WithColumn("due_at").AsInt64().PrimaryKey("pk_lapsed_deadline")
            .WithColumn("rule_text").AsCustom(Types.Text(400))
            .WithColumn("section").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("officer").AsCustom(Types.Key(100))
            .WithColumn("in_working_days").AsBoolean();

        // In the whole order of the list: of all, of a section, of who answers for it.
        Index("lapsed_deadline", "due_at", "subject", "kind");
        Index("lapsed_deadline", "section", "due_at", "subject", "kind");
        Index("lapsed_deadline", "officer", "due_at", "subject", "kind");
    }
}
