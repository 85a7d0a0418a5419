using GraphQL;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Handovers;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>在办事项. Every open inspection, order, case and transfer that an officer holds, or that a section answers for: an officer, a
    /// section, or an officer within a section; or whatever is late in the bureau. Without an order what is or was due first comes
    /// first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    /// <param name="officer">人员. A user name.</param>
    /// <param name="section">责任科室. A section's code.</param>
    /// <param name="late">逾期. Only what is late.</param>
    /// <param name="kind">种类. Only of this kind.</param>
    /// <param name="text">编号、名称或企业. Only what has this in its number or title, or in the name of its enterprise.</param>
    /// <param name="order">排序. In which order.</param>
    /// <param name="page">Which page.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<Connection<WorkItemType>> OpenWork(
        IResolveFieldContext field,
        [FromServices] Database database,
        [FromServices] TimeProvider time,
        PageRequest page,
        string? officer = null,
        string? section = null,
        bool late = false,
        [InputType(typeof(WorkKindType))] string? kind = null,
        string? text = null,
        IReadOnlyList<WorkItemSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(time);
        if (officer is null && section is null && !late)
        {
            throw new BadUserInput("请指明人员或者科室", "Say whose work: an officer's or a section's");
        }

        // Whoever is not asked for by name stands for the work as a whole: it is listed once, under who answers for it.
        var name = officer is null ? null : AccountName.Normalise(officer);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var of = kind is null ? null : SubjectKeys.Of(kind, "");
        var rows = await Lists.ReadAsync(
            database,
            data => Asked().And(WorkItemSort.HasText(data, text, Asked().ToExpression())).ToExpression(),
            WorkItemSort.ColumnsOf(order),
            SortColumn<OpenWorkRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<WorkItemType>(rows.Select(row => new WorkItemType(row)));

        Conditions<OpenWorkRow> Asked() => new Conditions<OpenWorkRow>()
            .And(name is null ? row => row.Place == 0 : row => row.UserName == name)
            .And(section is null ? null : row => row.Section == section)
            .And(late ? row => row.DueAt <= now : null)
            .And(of is null ? null : row => row.Subject.StartsWith(of));
    }

    /// <summary>科室移交. What a section handed over to others and what it received, the latest first (R3.4.1).</summary>
    /// <param name="section">科室. Its code.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<Connection<SectionHandoverType>> SectionHandovers(string section, IResolveFieldContext field, [FromServices] Database database, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(field);
        var rows = await Lists.ReadAsync(
            database,
            _ => row => row.FromSection == section || row.ToSection == section,
            [
                SortColumn<SectionHandoverRow>.Text("handedOn", row => row.HandedOn, SortDirection.Desc),
                SortColumn<SectionHandoverRow>.Text("subject", row => row.Subject, SortDirection.Desc),
            ],
            SortColumn<SectionHandoverRow>.Number("place", row => row.Place, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<SectionHandoverType>(rows.Select(row => new SectionHandoverType(row)));
    }
}
