using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>在办事项排序. One column to order by.</summary>
/// <param name="DueAt">最早期限. When the first of what is owed in it is due; what owes nothing by a day is last.</param>
/// <param name="Number">编号.</param>
/// <param name="Status">状态. The wire name of where it stands.</param>
[Name("WorkItemSortInput")]
public sealed record WorkItemSort(SortDirection? DueAt = null, SortDirection? Number = null, SortDirection? Status = null)
{
    /// <summary>The columns of an order; what is or was due first comes first where none is asked for.</summary>
    /// <param name="order">What was asked.</param>
    internal static IReadOnlyList<SortColumn<OpenWorkRow>> ColumnsOf(IReadOnlyList<WorkItemSort>? order) =>
        (order ?? []).SelectMany(one => one.Columns).ToList() is { Count: > 0 } asked
            ? asked
            : [SortColumn<OpenWorkRow>.Number("dueAt", row => row.DueAt, SortDirection.Asc)];

    /// <summary>That a text stands in the work's number or title, or in the name of its enterprise.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="text">The text, or null for any work.</param>
    /// <param name="within">What the work meets besides: only the enterprises of such work are looked at.</param>
    internal static Expression<Func<OpenWorkRow, bool>>? HasText(
        DataConnection data, string? text, Expression<Func<OpenWorkRow, bool>> within)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var sought = new StringFilter(Contains: text.Trim());
        var number = new StringFilter(Contains: AsShown(text.Trim()));
        var named = new Conditions<EnterpriseRow>().Text(one => one.Name, sought).ToExpression();
        var enterprises = data.GetTable<EnterpriseRow>().Where(named);
        var called = from work in data.GetTable<OpenWorkRow>().Where(within)
                     join one in enterprises on work.Enterprise equals one.CreditCode
                     select work.Subject;
        return new Conditions<OpenWorkRow>()
            .Groups(null,
            [
                new Conditions<OpenWorkRow>().Text(row => row.Number, sought).ToCondition(),
                new Conditions<OpenWorkRow>().Text(row => row.OfficialNumber, number).ToCondition(),
                new Conditions<OpenWorkRow>().Text(row => row.Title, sought).ToCondition(),
                new Conditions<OpenWorkRow>().And(row => called.Contains(row.Subject)).ToCondition(),
            ])
            .ToExpression();
    }

    // A number is found in any form in which people write it: with its kind's word among those of its kind alone.
    private static string AsShown(string typed) => OfficialNumber.PlainOf(typed)?.Split('-') is [var year, var number]
        ? $"{string.Concat(typed.TakeWhile(char.IsLetter))}〔{year}〕{number}号"
        : typed;

    private IEnumerable<SortColumn<OpenWorkRow>> Columns =>
    [
        .. DueAt is { } due ? [SortColumn<OpenWorkRow>.Number("dueAt", row => row.DueAt, due)] : (SortColumn<OpenWorkRow>[])[],
        .. Number is { } number ? [SortColumn<OpenWorkRow>.Text("number", row => row.Number, number)] : (SortColumn<OpenWorkRow>[])[],
        .. Status is { } status ? [SortColumn<OpenWorkRow>.Text("status", row => row.Status, status)] : (SortColumn<OpenWorkRow>[])[],
    ];
}
