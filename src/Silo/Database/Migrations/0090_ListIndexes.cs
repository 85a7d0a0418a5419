using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>
/// 清单索引. What people ask of the lists is entered by an index in the list's own order: by section, by kind, by what waits. Indexes that
/// nothing asked for any more are gone, and totals of enterprises and of licences by kind are kept counted.
/// </summary>
[Migration(90, "indexes of lists")]
public sealed class ListIndexesMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        // Of indexes that begin alike SQLite, which has no statistics here, takes the narrower one and of equal ones the younger. So an
        // index over all is made wide enough not to be taken for one over few; what it says more of a row is what a section's list is
        // narrowed by.
        IndexWhereTrue("inspection_case", "must_transfer", "received_on", "subject");
        IndexWhereTrue("inspection_case", "is_major", "received_on", "subject", "stage");
        IndexWhereTrue("inspection_case", "is_major", "section", "received_on", "subject", "stage");
        IndexWhereTrue("inspection_case", "is_major", "section", "goods_value", "subject", "stage");

        // What has ended waits for nothing, and is most of all there is.
        DropIndex("inspection_case", "awaits", "awaited_by", "subject");
        IndexWherePresent("inspection_case", "awaits", "awaits", "awaited_by", "subject");
        IndexWherePresent("inspection_case", "awaits", "awaits", "section", "awaited_by", "subject");
        IndexWherePresent("inspection_case", "awaits", "awaits", "received_on", "subject");

        Index("inspection_case", "section", "stage", "received_on", "subject");
        Index("inspection_case", "section", "received_on", "subject", "stage", "violation");
        Index("inspection_case", "violation", "received_on", "subject");

        IndexWhereTrue("licence", "withdrawal_requested", "valid_to", "subject");
        IndexWhereTrue("licence", "deregistration_proposed", "valid_to", "subject");

        // Campaigns are counted apart since step 89; what begins with the basis now serves its list.
        DropIndex("inspection", "basis", "campaign", "status", "planned_on");
        Index("inspection", "basis", "planned_on", "subject");
        Index("inspection", "section", "planned_on", "subject");
        Index("inspection", "section", "status", "planned_on", "subject");
        IndexWherePresent("inspection", "result", "result", "planned_on", "subject");
        IndexWherePresent("inspection", "product_class", "product_class", "planned_on", "subject");
        IndexWherePresent("inspection", "case_number", "case_number", "planned_on", "subject");

        // Few measures wait to be decided; whichever are asked for, they come in the list's order.
        DropIndex("rectification", "proposed_measure", "due_on");
        IndexWherePresent("rectification", "proposed_measure", "due_on", "subject", "proposed_measure");
        Index("rectification", "section", "due_on", "subject", "status");
        IndexWherePresent("rectification", "proposed_measure", "section", "due_on", "subject", "proposed_measure");
        IndexWherePresent("rectification", "product_class", "product_class", "due_on", "subject");

        IndexWhereTrue("crime_transfer", "is_overdue", "opened_on", "subject");
        IndexWhereTrue("crime_transfer", "is_overdue", "section", "subject");
        Index("crime_transfer", "section", "status", "opened_on", "subject");
        Index("crime_transfer", "section", "opened_on", "subject", "status");
        // An agency sees what is visible to it, and counts it from the index.
        IndexWhereTrue("crime_transfer", "visible", "agency", "opened_on", "subject");
        IndexWhereTrue("crime_transfer", "visible", "agency", "status", "opened_on", "subject");

        // In the whole order of the list, so that nothing is sorted.
        DropIndex("deadline", "due_at");
        DropIndex("deadline", "kind", "due_at");
        Index("deadline", "due_at", "subject", "kind");
        Index("deadline", "section", "due_at", "subject", "kind");

        // A section's work is listed under who answers for it.
        DropIndex("open_work", "section", "subject");
        Index("open_work", "section", "place", "subject");

        Index("enterprise", "risk_level", "subject");
        IndexWhereTrue("enterprise", "is_protected_brand", "subject");
        Counts("enterprise_count")
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("risk_level").AsCustom(Types.Key(20))
            .WithColumn("is_protected_brand").AsBoolean()
            .WithColumn("area").AsCustom(Types.Key(60)).Nullable();
        Fill("enterprise_count", "enterprise", [new("status"), new("risk_level"), new("is_protected_brand", typeof(bool)), new("area")]);

        Delete.Table("licence_count");
        Counts("licence_count")
            .WithColumn("period").AsCustom(Types.Day)
            .WithColumn("status").AsCustom(Types.Key(20))
            .WithColumn("kind").AsCustom(Types.Key(40));
        Index("licence_count", "period");
        Fill("licence_count", "licence", [new("period", "valid_to", Month), new("status"), new("kind")]);
    }
}
