using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>专项行动. Campaigns and the tasks of their tables.</summary>
[Migration(158, "campaigns")]
public sealed class CampaignsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("campaign")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_campaign")
            .WithColumn("version").AsInt32()
            .WithColumn("code").AsCustom(Types.Key(50))
            .WithColumn("name").AsCustom(Types.Text(100))
            .WithColumn("area_of_law").AsCustom(Types.Text(100))
            .WithColumn("notice_number").AsCustom(Types.Text(200))
            .WithColumn("begins_on").AsCustom(Types.Day)
            .WithColumn("ends_on").AsCustom(Types.Day)
            .WithColumn("parent").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("is_open").AsBoolean();
        Index("campaign", "code", "subject");
        Index("campaign", "begins_on", "subject");

        Create.Table("campaign_task")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_campaign_task")
            .WithColumn("version").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(20))
            .WithColumn("campaign").AsCustom(Types.Key(50))
            .WithColumn("serial").AsInt32()
            .WithColumn("text").AsCustom(Types.Text(500))
            .WithColumn("lead_section").AsCustom(Types.Key(60))
            .WithColumn("due_on").AsCustom(Types.Day)
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("is_late").AsBoolean()
            .WithColumn("is_open").AsBoolean()
            .WithColumn("awaits").AsCustom(Types.Key(20)).Nullable();

        // The table of a campaign in its own order; what a section owes, and what waits for the office, nearest first.
        Index("campaign_task", "number", "subject");
        Index("campaign_task", "due_on", "subject");
        Index("campaign_task", "campaign", "serial", "subject");
        Index("campaign_task", "lead_section", "awaits", "due_on", "subject");
        Index("campaign_task", "awaits", "due_on", "subject");

        Counts("campaign_task_count")
            .WithColumn("campaign").AsCustom(Types.Key(50))
            .WithColumn("lead_section").AsCustom(Types.Key(60))
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("is_late").AsBoolean();
    }
}
