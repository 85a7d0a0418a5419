using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>账户. Accounts as lists and sign-in checks see them, sessions ended before their time, and the hashes of passwords, which are outside the journal.</summary>
[Migration(20, "accounts")]
public sealed class AccountsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("account")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_account")
            .WithColumn("user_name").AsCustom(Types.Key(100))
            .WithColumn("display_name").AsCustom(Types.Text(100))
            .WithColumn("roles").AsInt32()
            .WithColumn("section").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("agency").AsCustom(Types.Key(50)).Nullable()
            .WithColumn("disabled").AsBoolean()
            .WithColumn("must_change_password").AsBoolean()
            .WithColumn("locked_until").AsInt64().Nullable()
            .WithColumn("security_stamp").AsInt32()
            .WithColumn("stamped_at").AsInt64()
            .WithColumn("last_sign_in_at").AsInt64().Nullable()
            .WithColumn("version").AsInt32();
        UniqueIndex("account", "user_name");

        Create.Table("ended_session")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_ended_session")
            .WithColumn("session").AsCustom(Types.Key(50)).PrimaryKey("pk_ended_session")
            .WithColumn("expires_at").AsInt64();

        Create.Table("credential")
            .WithColumn("id").AsCustom(Types.Key(50)).PrimaryKey("pk_credential")
            .WithColumn("subject").AsCustom(Types.Key(300))
            .WithColumn("hash").AsCustom(Types.LongText);
    }
}
