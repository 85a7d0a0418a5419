using FluentMigrator;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>在办期限. Open work is in the order of what is owed first, and cases and orders say what they wait for. What was open
/// before is filled from what the due index and the lapsed deadlines say of it.</summary>
[Migration(132, "open work by what is owed first")]
public sealed class OpenWorkByDayMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Column("due_at").OnTable("open_work").AsInt64().NotNullable().WithDefaultValue(OpenWorkRow.NoTerm);
        // In the whole order of the list: of an officer, of a section, and of what is late in the bureau.
        DropIndex("open_work", "user_name", "subject");
        DropIndex("open_work", "section", "place", "subject");
        Index("open_work", "user_name", "due_at", "subject");
        Index("open_work", "section", "place", "due_at", "subject");
        Index("open_work", "place", "due_at", "subject");

        Create.Column("must_publish").OnTable("inspection_case").AsBoolean().NotNullable().WithDefaultValue(false);
        IndexWhereTrue("inspection_case", "must_publish", "awaited_by", "subject");
        IndexWhereTrue("inspection_case", "must_publish", "section", "awaited_by", "subject");

        Create.Column("is_late").OnTable("rectification").AsBoolean().NotNullable().WithDefaultValue(false);
        IndexWhereTrue("rectification", "is_late", "due_on", "subject");
        IndexWhereTrue("rectification", "is_late", "section", "due_on", "subject");
        // What the table itself says of those of before.
        Execute.Sql(
            $"UPDATE rectification SET is_late = {Yes} WHERE status = 'OVERDUE' AND (taken_measure IS NULL OR taken_measure <> 'BANNING')");
        Execute.Sql($"UPDATE inspection_case SET must_publish = {Yes} WHERE {Of("deadline")} OR {Of("lapsed_deadline")}");
        Execute.Sql(Earliest("deadline", "due_at", $"kind NOT IN ({NobodysOwn})"));
        Execute.Sql(Earliest("lapsed_deadline", "due_at", $"kind NOT IN ({NobodysOwn})"));
        Execute.Sql(Earliest("rectification", EndOf("due_on"), $"is_late = {Yes}"));
        Execute.Sql(Earliest("inspection", EndOf("planned_on"), $"status = 'PLANNED' AND is_late = {Yes}"));
    }

    // Warnings and notices that the program gives itself, and what the police owe.
    private const string NobodysOwn = "'case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', "
        + "'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', "
        + "'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', "
        + "'crime-transfer.early-intervention'";

    private static string Of(string table) =>
        $"subject IN (SELECT subject FROM {table} WHERE kind IN ('case.publication', 'case.publication-withdrawal'))";

    private static string Earliest(string table, string dueAt, string which) =>
        $"UPDATE open_work SET due_at = (SELECT MIN({dueAt}) FROM {table} WHERE {table}.subject = open_work.subject AND {which}) "
        + $"WHERE (SELECT MIN({dueAt}) FROM {table} WHERE {table}.subject = open_work.subject AND {which}) < open_work.due_at";

    // The first instant after a day of Shanghai, in milliseconds since 1970 (UTC).
    private string EndOf(string day) => Kind switch
    {
        DatabaseKind.PostgreSql => $"(extract(epoch FROM ({day} || 'T00:00:00+08:00')::timestamptz)::bigint + 86400) * 1000",
        DatabaseKind.SqlServer => $"(DATEDIFF_BIG(second, '1970-01-01', CAST({day} AS datetime2)) + 57600) * 1000",
        _ => $"(CAST(strftime('%s', {day} || 'T00:00:00+08:00') AS INTEGER) + 86400) * 1000",
    };

    private string Yes => Kind is DatabaseKind.PostgreSql ? "TRUE" : "1";
}
