using FluentMigrator;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>运行平台. The tables that Orleans' ADO.NET providers use through the query texts in <c>Database/Orleans</c>: stored state, reminders, and on servers the silos of a cluster.</summary>
[Migration(2, "orleans")]
public sealed class OrleansMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        // Orleans asks for this one by these names, without quotes: PostgreSQL folds them to lower case, SQL Server may be case-sensitive.
        var (queries, key, text) = Kind == DatabaseKind.PostgreSql ? ("orleansquery", "querykey", "querytext") : ("OrleansQuery", "QueryKey", "QueryText");
        Create.Table(queries)
            .WithColumn(key).AsCustom(Types.Key(64)).PrimaryKey("pk_orleansquery")
            .WithColumn(text).AsCustom(Types.LongText);

        // Clear text is the key, so that colliding hashes cannot meet and a concept's states can be walked in key order.
        // Ours are far shorter than Orleans foresees, and an index of SQL Server is 1,700 bytes wide at most.
        var (type, own) = Kind == DatabaseKind.SqlServer ? (150, 400) : (512, 512);
        Create.Table("grain_state")
            .WithColumn("grain_type").AsCustom(Types.Key(type)).NotNullable()
            .WithColumn("grain_key").AsCustom(Types.Key(own))
            .WithColumn("n0").AsInt64()
            .WithColumn("n1").AsInt64()
            .WithColumn("service_id").AsCustom(Types.Key(150))
            .WithColumn("version").AsInt32()
            .WithColumn("payload").AsCustom(Types.Bytes).Nullable();
        UniqueIndex("grain_state", "grain_type", "grain_key", "n0", "n1", "service_id");
        if (Kind == DatabaseKind.PostgreSql)
        {
            // Room on each page for the next version of a row, so that writing a state again does not touch the index.
            Execute.Sql("ALTER TABLE grain_state SET (fillfactor = 75)");
        }

        Create.Table("reminder")
            .WithColumn("service_id").AsCustom(Types.Key(150)).PrimaryKey("pk_reminder")
            .WithColumn("grain_id").AsCustom(Types.Key(150)).PrimaryKey("pk_reminder")
            .WithColumn("reminder_name").AsCustom(Types.Key(150)).PrimaryKey("pk_reminder")
            .WithColumn("start_time").AsCustom(Types.OrleansInstant)
            .WithColumn("period").AsInt64()
            .WithColumn("grain_hash").AsInt32()
            .WithColumn("version").AsInt32();
        Index("reminder", "service_id", "grain_hash");

        if (Kind == DatabaseKind.Sqlite)
        {
            return;
        }

        Create.Table("membership_version")
            .WithColumn("deployment_id").AsCustom(Types.Key(150)).PrimaryKey("pk_membership_version")
            .WithColumn("changed_at").AsCustom(Types.OrleansInstant)
            .WithColumn("version").AsInt32();

        Create.Table("membership")
            .WithColumn("deployment_id").AsCustom(Types.Key(150)).PrimaryKey("pk_membership")
            .WithColumn("address").AsCustom(Types.Key(45)).PrimaryKey("pk_membership")
            .WithColumn("port").AsInt32().PrimaryKey("pk_membership")
            .WithColumn("generation").AsInt32().PrimaryKey("pk_membership")
            .WithColumn("silo_name").AsCustom(Types.Key(150))
            .WithColumn("host_name").AsCustom(Types.Key(150))
            .WithColumn("status").AsInt32()
            .WithColumn("proxy_port").AsInt32().Nullable()
            .WithColumn("suspect_times").AsCustom(Types.Text(8000)).Nullable()
            .WithColumn("start_time").AsCustom(Types.OrleansInstant)
            .WithColumn("i_am_alive_time").AsCustom(Types.OrleansInstant);
    }
}
