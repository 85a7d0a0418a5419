using FluentMigrator;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>
/// 可查文字. The texts by which subjects are found, with an index of their pieces (decision 23). They fill as subjects change;
/// rebuild-read-model fills them for what was there before.
/// </summary>
[Migration(102, "texts that people search for")]
public sealed class SearchTextsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        foreach (var subjects in (string[])
            ["enterprise", "licence", "inspection_case", "inspection", "rectification", "crime_transfer", "recalled"])
        {
            SearchTexts($"{subjects}_text");
        }
    }
}
