using FluentMigrator;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>最近期限. Work says by which term it is dated: of what anybody owes in it, of what its officers keep in mind, and of the step that
/// a case waits for. What was open before is filled from the due index and the lapsed deadlines; <c>rebuild-read-model</c> fills in
/// the days that hearings are set for, which are no terms of the index.</summary>
[Migration(175, "work by its nearest term")]
public sealed class NearestTermsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("official_number").OnTable("open_work").AsCustom(Types.Key(30)).Nullable();
        foreach (var (table, word) in new[]
        {
            ("inspection_case", "案"), ("crime_transfer", "移"), ("rectification", "责改"), ("inspection", "检"),
        })
        {
            Execute.Sql(
                $"UPDATE open_work SET official_number = (SELECT {Shown(word)} FROM {table} WHERE {table}.subject = open_work.subject) "
                + $"WHERE EXISTS (SELECT 1 FROM {table} WHERE {table}.subject = open_work.subject)");
        }

        Create.Column("due_kind").OnTable("open_work").AsCustom(Types.Key(60)).Nullable();
        Execute.Sql($"UPDATE open_work SET due_kind = {KindAt("open_work", "due_at")} WHERE due_at < {OpenWorkRow.NoTerm}");
        // Orders and inspections that are late stand in no list of lapsed deadlines.
        Execute.Sql("UPDATE open_work SET due_kind = 'rectification.due' WHERE due_kind IS NULL AND subject LIKE 'rectification/%' AND "
            + "EXISTS (SELECT 1 FROM rectification WHERE rectification.subject = open_work.subject AND status = 'OVERDUE')");
        Execute.Sql("UPDATE open_work SET due_kind = 'inspection.due' WHERE due_kind IS NULL AND subject LIKE 'inspection/%'");
        foreach (var table in new[] { "inspection_case", "crime_transfer", "rectification", "inspection" })
        {
            Create.Column("nearest_by").OnTable(table).AsInt64().NotNullable().WithDefaultValue(OpenWorkRow.NoTerm);
            Create.Column("nearest_term").OnTable(table).AsCustom(Types.Key(60)).Nullable();
        }

        Create.Column("awaited_term").OnTable("inspection_case").AsCustom(Types.Key(60)).Nullable();
        foreach (var table in new[] { "crime_transfer", "rectification", "inspection" })
        {
            Fill(table, "open_work");
        }

        Fill("inspection_case", "deadline", $" AND {OfOfficers}");
        Fill("inspection_case", "lapsed_deadline", $" AND {OfOfficers}");
        foreach (var table in new[] { "inspection_case", "crime_transfer" })
        {
            Execute.Sql($"UPDATE {table} SET nearest_term = {KindAt(table, "nearest_by")} WHERE nearest_by < {OpenWorkRow.NoTerm}");
        }

        Execute.Sql("UPDATE rectification SET nearest_term = "
            + "(SELECT MIN(due_kind) FROM open_work WHERE open_work.subject = rectification.subject)");
        Execute.Sql($"UPDATE inspection SET nearest_term = 'inspection.due' WHERE nearest_by < {OpenWorkRow.NoTerm}");
        Execute.Sql($"UPDATE inspection_case SET awaited_term = {KindAt("inspection_case", "awaited_by")} "
            + $"WHERE awaited_by < {OpenWorkRow.NoTerm}");
        // What waits for a step, the nearest of its officers' terms first.
        Index("inspection_case", "awaits", "nearest_by", "subject");
        Index("inspection_case", "awaits", "section", "nearest_by", "subject");
    }

    // The review and the hearing are the legal section's; warnings and notices ask nobody for anything, and a publication ends by itself.
    private const string OfOfficers = "kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', "
        + "'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')";

    private void Fill(string table, string from, string which = "") => Execute.Sql(
        $"UPDATE {table} SET nearest_by = (SELECT MIN(due_at) FROM {from} WHERE {from}.subject = {table}.subject{which}) "
        + $"WHERE (SELECT MIN(due_at) FROM {from} WHERE {from}.subject = {table}.subject{which}) < nearest_by");

    // 2026-12 is shown as 案〔2026〕12号.
    private string Shown(string word) => Kind is DatabaseKind.SqlServer
        ? $"N'{word}〔' + SUBSTRING(official_number, 1, 4) + N'〕' + SUBSTRING(official_number, 6, 20) + N'号'"
        : $"'{word}〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号'";

    // Warnings of other terms may fall on the same instant.
    private static string KindAt(string table, string at) =>
        $"COALESCE({KindIn("lapsed_deadline", table, at)}, {KindIn("deadline", table, at)})";

    private static string KindIn(string from, string table, string at) =>
        $"(SELECT MIN(kind) FROM {from} WHERE {from}.subject = {table}.subject AND {from}.due_at = {table}.{at} "
        + "AND kind NOT LIKE '%.warning')";
}
