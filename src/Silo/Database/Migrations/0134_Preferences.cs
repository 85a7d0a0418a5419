using FluentMigrator;
using ShuangDa.Grains.Preferences;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>个人设置. What people have chosen for the way the pages look, so that they find it on every device.</summary>
[Migration(134, "preferences")]
public sealed class PreferencesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Create.Table("preference")
        .WithColumn("user_name").AsCustom(Types.Key(100)).PrimaryKey("pk_preference")
        .WithColumn("name").AsCustom(Types.Key(PreferenceRow.LongestName)).PrimaryKey("pk_preference")
        .WithColumn("value").AsCustom(Types.Text(PreferenceRow.LongestValue))
        .WithColumn("kept_at").AsInt64();
}
