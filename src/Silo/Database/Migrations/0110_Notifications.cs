using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>通知. Who was told of what, and whether it was read. What happened before there were notifications is told to nobody.</summary>
[Migration(110, "notifications")]
public sealed class NotificationsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        NumberedTable("notification", "id")
            .WithColumn("user_name").AsCustom(Types.Key(100))
            .WithColumn("at").AsInt64()
            .WithColumn("kind").AsCustom(Types.Key(20))
            .WithColumn("subject").AsCustom(Types.Key(300))
            .WithColumn("number").AsInt32()
            .WithColumn("detail").AsCustom(Types.Key(60)).Nullable()
            .WithColumn("batch").AsCustom(Types.Id).Nullable()
            .WithColumn("is_unread").AsBoolean();
        Index("notification", "user_name", "at", "id");

        // What one act told somebody of many subjects is found together.
        IndexWherePresent("notification", "batch", "user_name", "batch", "kind", "id");

        // Of a million that were told a few hundred are unread: the bell counts those alone.
        IndexWhereTrue("notification", "is_unread", "user_name", "at", "id");
    }
}
