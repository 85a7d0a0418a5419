using FluentMigrator;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>审批种类. What waits for the head is asked for by kind, now that transfers and the steps of the ladder wait there too.</summary>
[Migration(101, "approvals by kind")]
public sealed class ApprovalStepsMigration : SchemaMigration
{
    /// <inheritdoc/>
    public override void Up() => Index("approval", "step", "asked_at", "subject", "item");
}
