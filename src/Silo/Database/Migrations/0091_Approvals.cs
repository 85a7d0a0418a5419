using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>审批与授权. What waits for the head's decision, and which deputies may decide.</summary>
[Migration(91, "approvals")]
public sealed class ApprovalsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("approval")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_approval")
            .WithColumn("item").AsInt32().PrimaryKey("pk_approval")
            .WithColumn("number").AsCustom(Types.Key(30))
            .WithColumn("step").AsCustom(Types.Key(20))
            .WithColumn("section").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("title").AsCustom(Types.Text(200))
            .WithColumn("summary").AsCustom(Types.Text(1000))
            .WithColumn("summary_english").AsCustom(Types.Text(1000))
            .WithColumn("asked_by").AsCustom(Types.Key(100))
            .WithColumn("asked_at").AsInt64();
        Index("approval", "asked_at", "subject", "item");
        Index("approval", "section", "asked_at", "subject", "item");
        Index("approval", "asked_by", "asked_at", "subject", "item");

        Create.Table("authorisation")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_authorisation")
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("deputy").AsCustom(Types.Key(100))
            .WithColumn("steps").AsCustom(Types.Text(200))
            .WithColumn("valid_from").AsCustom(Types.Day)
            .WithColumn("valid_until").AsCustom(Types.Day)
            .WithColumn("granted_by").AsCustom(Types.Key(100))
            .WithColumn("revoked_on").AsCustom(Types.Day).Nullable()
            .WithColumn("version").AsInt32();
        Index("authorisation", "number", "subject");
        Index("authorisation", "deputy", "valid_until", "subject");
    }
}
