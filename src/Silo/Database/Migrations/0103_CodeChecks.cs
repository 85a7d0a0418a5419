using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>代码核对. Which enterprises have a code that differs from one that is right. Until now only right ones were taken.</summary>
[Migration(103, "code checks")]
public sealed class CodeChecksMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("code_check").OnTable("enterprise").AsCustom(Types.Key(20)).Nullable();
        IndexWherePresent("enterprise", "code_check", "code_check", "subject");
    }
}
