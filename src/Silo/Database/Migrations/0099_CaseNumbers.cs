using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>案号. The numbers of cases that people say, and what they are counted in. Cases that were filed before have none.</summary>
[Migration(99, "numbers of cases that people say")]
public sealed class CaseNumbersMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Numbered("inspection_case");
}
