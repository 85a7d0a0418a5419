using FluentMigrator;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>日志与提交. What every commit writes beside the state: journal, commands, deadlines, tally; and the numbers, settings and keys of the whole system.</summary>
[Migration(1, "journal")]
public sealed class JournalMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        var journal = NumberedTable("journal", "position")
            .WithColumn("subject").AsCustom(Types.Key(300))
            .WithColumn("number").AsInt32()
            .WithColumn("at").AsInt64()
            .WithColumn("kind").AsCustom(Types.Key(100))
            .WithColumn("user_name").AsCustom(Types.Key(100))
            .WithColumn("section").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("agency").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("command_id").AsCustom(Types.Id)
            .WithColumn("basis").AsCustom(Types.LongText).Nullable()
            .WithColumn("document_number").AsCustom(Types.Text(200)).Nullable()
            .WithColumn("effective_on").AsCustom(Types.Day).Nullable()
            .WithColumn("body").AsCustom(Types.LongText)
            .WithColumn("hash").AsCustom(Types.Hash);
        if (Kind == DatabaseKind.Sqlite)
        {
            // One writer: the position is the order of commits.
            _ = journal.WithColumn("commit_order").AsInt64().Nullable();
        }

        // The journal grows for ever, so it has no index that a question of the API does not need: a subject's chain, the whole in time, one user's acts.
        UniqueIndex("journal", "subject", "number");
        Index("journal", "at");
        Index("journal", "user_name", "position");

        // A partner agency sees its own people's acts: few among very many.
        IndexWherePresent("journal", "agency", "agency", "position");
        switch (Kind)
        {
            case DatabaseKind.PostgreSql:
                // A feed reads (commit_order, position) below pg_snapshot_xmin: a sequence's order is not the order of commits.
                Execute.Sql("ALTER TABLE journal ADD COLUMN commit_order bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint)");
                Index("journal", "commit_order", "position");
                break;
            case DatabaseKind.SqlServer:
                // The same with a rowversion, below MIN_ACTIVE_ROWVERSION(). A computed column is over one that is there already.
                Execute.Sql("ALTER TABLE journal ADD commit_stamp rowversion NOT NULL");
                Execute.Sql("ALTER TABLE journal ADD commit_order AS CONVERT(bigint, commit_stamp)");
                Index("journal", "commit_order", "position");
                break;
        }

        Create.Table("command")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_command")
            .WithColumn("command_id").AsCustom(Types.Id).PrimaryKey("pk_command")
            .WithColumn("input_hash").AsCustom(Types.Hash)
            .WithColumn("version").AsInt32()
            .WithColumn("at").AsInt64();
        Index("command", "at");

        Create.Table("deadline")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_deadline")
            .WithColumn("kind").AsCustom(Types.Key(100)).PrimaryKey("pk_deadline")
            .WithColumn("due_at").AsInt64().PrimaryKey("pk_deadline")
            .WithColumn("bucket").AsInt32()
            .WithColumn("rule_text").AsCustom(Types.Text(300))
            .WithColumn("section").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("failures").AsInt32().WithDefaultValue(0)
            .WithColumn("retry_at").AsInt64().Nullable();
        Index("deadline", "bucket", "due_at");
        Index("deadline", "due_at");
        Index("deadline", "kind", "due_at");

        // A clock asks when the next failed one is tried again; there are hardly ever any, and it must not look through all to know.
        IndexWherePresent("deadline", "retry_at", "bucket", "retry_at");

        NumberedTable("tally", "id")
            .WithColumn("day").AsCustom(Types.Day)
            .WithColumn("measure").AsCustom(Types.Key(60))
            .WithColumn("amount").AsInt64()
            .WithColumn("section").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("agency").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("product_class").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("violation").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("subject").AsCustom(Types.Key(300))
            .WithColumn("number").AsInt32();
        Index("tally", "day", "measure");
        Index("tally", "subject", "number");

        Create.Table("number_series")
            .WithColumn("name").AsCustom(Types.Key(100)).PrimaryKey("pk_number_series")
            .WithColumn("next").AsInt64();

        Create.Table("setting")
            .WithColumn("name").AsCustom(Types.Key(100)).PrimaryKey("pk_setting")
            .WithColumn("value").AsCustom(Types.LongText);

        Create.Table("security_key")
            .WithColumn("id").AsCustom(Types.Key(100)).PrimaryKey("pk_security_key")
            .WithColumn("purpose").AsCustom(Types.Key(100))
            .WithColumn("body").AsCustom(Types.LongText)
            .WithColumn("created_at").AsInt64();
    }
}
