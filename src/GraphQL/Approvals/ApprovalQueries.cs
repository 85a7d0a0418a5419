using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Approvals;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>待审批事项. What waits for the head's decision, the longest waiting first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    /// <param name="mine">待我审批. Whether only what the caller may decide: all to the head, to a deputy what authorisations in force name, to
    /// the legal section the steps after a failed rectification, to the head of a section those of the section; not what the caller
    /// proposed.</param>
    /// <param name="step">审批种类. Of one kind.</param>
    /// <param name="section">责任科室. A section's code.</param>
    /// <param name="askedBy">提请人. A user name.</param>
    /// <param name="text">编号、名称或摘要. Only what has this in the matter's number or name, or in what would happen.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<Connection<PendingApprovalType>> Approvals(
        IResolveFieldContext field,
        [FromServices] Database database,
        [FromServices] TimeProvider time,
        PageRequest page,
        bool mine = false,
        ApprovalStep? step = null,
        string? section = null,
        string? askedBy = null,
        string? text = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        var wanted = step is { } kind ? WireName.Of(kind) : null;
        var proposer = askedBy is null ? null : AccountName.Normalise(askedBy);
        var sought = string.IsNullOrWhiteSpace(text) ? null : new StringFilter(Contains: text.Trim());
        var conditions = new Conditions<ApprovalRow>()
            .Groups(null, sought is null ? null
                : [new Conditions<ApprovalRow>().Text(row => row.Title, sought).ToCondition(),
                    new Conditions<ApprovalRow>().Text(row => row.Number, sought).ToCondition(),
                    new Conditions<ApprovalRow>().Text(row => row.Summary, sought).ToCondition(),
                    new Conditions<ApprovalRow>().Text(row => row.SummaryEnglish, sought).ToCondition()])
            .And(wanted is null ? null : row => row.Step == wanted)
            .And(section is null ? null : row => row.Section == section)
            .And(proposer is null ? null : row => row.AskedBy == proposer);
        if (mine)
        {
            var actor = Commands.ActorOf(field, null);
            var today = ShanghaiTime.DayOf(time.GetUtcNow());
            var decider = await DeciderSource.FindAsync(database, actor, today, today, field.CancellationToken).ConfigureAwait(false);
            var decided = Enum.GetValues<ApprovalStep>().Where(each => decider.May(each) || IsOfOffice(each, actor));
            var steps = decided.Select(WireName.Of).ToArray();
            var (ladder, ownSection) = (WireName.Of(ApprovalStep.LadderMeasure), actor.IsAnyOf(Roles.SectionHead) ? actor.Section : null);
            conditions = conditions
                .And(decider.IsHead ? null
                    : ownSection is null ? row => steps.Contains(row.Step)
                    : row => steps.Contains(row.Step) || (row.Step == ladder && row.Section == ownSection))
                .And(row => row.AskedBy != actor.User);
        }

        var rows = await Lists.ReadAsync(
            database,
            _ => conditions.ToExpression(),
            [
                SortColumn<ApprovalRow>.Number("askedAt", row => row.AskedAt, SortDirection.Asc),
                SortColumn<ApprovalRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            ],
            SortColumn<ApprovalRow>.Number("item", row => row.Item, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<PendingApprovalType>(rows.Select(row => new PendingApprovalType(row)));
    }

    // Whatever section an order is of, the legal section may decide on it.
    private static bool IsOfOffice(ApprovalStep step, Actor actor) => step is ApprovalStep.LadderMeasure && actor.IsAnyOf(Roles.Legal);
}
