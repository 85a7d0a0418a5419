using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>
/// 逾期清单索引. What a section looks at every day is little among all there is: the cases and transfers that are overdue, the inspections whose day has
/// passed, the cases that must be transferred, the major ones. Each has an index over those few rows only, by section and by the list's own orders.
/// </summary>
[Migration(83, "indexes of overdue lists")]
public sealed class OverdueListsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        // The stage is there so that a count of those in some stages reads the index and no row.
        IndexWhereTrue("inspection_case", "is_overdue", "section", "received_on", "subject", "stage");
        IndexWhereTrue("inspection_case", "is_overdue", "section", "subject");
        IndexWhereTrue("inspection_case", "is_overdue", "received_on", "subject");
        IndexWhereTrue("inspection_case", "is_overdue", "subject");
        IndexWhereTrue("inspection_case", "must_transfer", "section", "received_on", "subject");
        IndexWhereTrue("inspection_case", "is_major", "goods_value", "subject", "stage");
        IndexWhereTrue("crime_transfer", "is_overdue", "section", "opened_on", "subject");
        IndexWhereTrue("crime_transfer", "is_overdue", "subject");
        IndexWhereTrue("inspection", "is_late", "section", "status", "planned_on", "subject");
        IndexWhereTrue("inspection", "is_late", "status", "planned_on", "subject");
        // An order's state says that it is overdue.
        Index("rectification", "section", "status", "due_on", "subject");
    }
}
