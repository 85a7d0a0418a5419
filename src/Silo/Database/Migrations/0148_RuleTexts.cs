using FluentMigrator;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>期限依据的文字. A statute whose article has still to be looked up is cited alone: what is owed or late and was written down with
/// a remark on it says so too.</summary>
[Migration(148, "texts of rules")]
public sealed class RuleTextsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        const string remark = "（条号待核）";
        var national = Kind == DatabaseKind.SqlServer ? "N" : "";
        foreach (var table in (string[])["deadline", "lapsed_deadline"])
        {
            Execute.Sql(
                $"UPDATE {table} SET rule_text = REPLACE(rule_text, {national}'{remark}', '') WHERE rule_text LIKE {national}'%{remark}%'");
        }
    }
}
