using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>通知外送. What is still to be brought to the gateway outside.</summary>
[Migration(111, "notification deliveries")]
public sealed class NotificationDeliveriesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        NumberedTable("notification_delivery", "id")
            .WithColumn("delivery_key").AsCustom(Types.Id)
            .WithColumn("user_name").AsCustom(Types.Key(100))
            .WithColumn("at").AsInt64()
            .WithColumn("kind").AsCustom(Types.Key(20))
            .WithColumn("subject").AsCustom(Types.Key(300))
            .WithColumn("is_gathering").AsBoolean()
            .WithColumn("failures").AsInt32()
            .WithColumn("next_at").AsInt64()
            .WithColumn("is_dead").AsBoolean()
            .WithColumn("failure").AsCustom(Types.Key(20)).Nullable();
        Index("notification_delivery", "is_dead", "next_at", "id");

        // Each person's first, and what belongs to it.
        Index("notification_delivery", "user_name", "id");
    }
}
