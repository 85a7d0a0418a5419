using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>责任科室和协作部门名录. The sections and partner agencies that administrators have registered or changed; those that come with the program need no row.</summary>
[Migration(81, "sections and agencies")]
public sealed class SectionsAndAgenciesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("section")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_section")
            .WithColumn("code").AsCustom(Types.Text(50))
            .WithColumn("name").AsCustom(Types.Text(100))
            .WithColumn("english_name").AsCustom(Types.Text(100)).Nullable()
            .WithColumn("closed").AsBoolean()
            .WithColumn("version").AsInt32();

        Create.Table("agency")
            .WithColumn("subject").AsCustom(Types.Key(300)).PrimaryKey("pk_agency")
            .WithColumn("code").AsCustom(Types.Text(50))
            .WithColumn("name").AsCustom(Types.Text(100))
            .WithColumn("english_name").AsCustom(Types.Text(100)).Nullable()
            .WithColumn("kind").AsCustom(Types.Key(20))
            .WithColumn("closed").AsBoolean()
            .WithColumn("version").AsInt32();
    }
}
