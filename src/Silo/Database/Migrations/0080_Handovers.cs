using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>工作交接. The tables that show who holds which open work, and what passed from section to section. They fill as work goes on; rebuild-read-model fills them for what was there before.</summary>
[Migration(80, "open work and hand-overs")]
public sealed class HandoversMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("open_work")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_open_work")
            .WithColumn("user_name").AsCustom(Types.Key(100)).PrimaryKey("pk_open_work")
            .WithColumn("place").AsInt32()
            .WithColumn("number").AsCustom(Types.Key(30))
            .WithColumn("section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("title").AsCustom(Types.Text(200)).Nullable()
            .WithColumn("enterprise").AsCustom(Types.Key(18)).Nullable();

        // One asks for a person's work, or for a section's.
        Index("open_work", "user_name", "subject");
        Index("open_work", "section", "subject");

        Create.Table("section_handover")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_section_handover")
            .WithColumn("place").AsInt32().PrimaryKey("pk_section_handover")
            .WithColumn("handed_on").AsCustom(Types.Day)
            .WithColumn("from_section").AsCustom(Types.Text(60)).Nullable()
            .WithColumn("to_section").AsCustom(Types.Text(60))
            .WithColumn("handed_by").AsCustom(Types.Key(100));

        // Each of the two sections looks for its own, the latest first.
        Index("section_handover", "from_section", "handed_on", "subject");
        Index("section_handover", "to_section", "handed_on", "subject");
    }
}
