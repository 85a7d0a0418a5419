using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.CrimeTransfers;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL
{
    public sealed partial class Query
    {
        /// <summary>涉嫌犯罪案件移送. One transfer by its number; null when there is none, or when it concerns another agency than the caller's.</summary>
        /// <param name="number">移送编号. In any case, full-width or half-width.</param>
        /// <param name="field">Given by the engine.</param>
        /// <param name="grains">Given by the engine.</param>
        /// <param name="directory">Given by the engine.</param>
        public static async Task<CrimeTransferType?> CrimeTransfer(string number, IResolveFieldContext field, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
        {
            ArgumentNullException.ThrowIfNull(field);
            ArgumentNullException.ThrowIfNull(directory);
            if (DrawnNumber.Parse(Grains.CrimeTransfers.CrimeTransfer.Prefix, number, out var key) is not null || !await directory.ExistsAsync(Grains.CrimeTransfers.CrimeTransfer.Concept.Name, key).ConfigureAwait(false))
            {
                return null;
            }

            var snapshot = await grains.GetGrain<ICrimeTransferGrain>(key).Read().ConfigureAwait(false);
            return snapshot is null || (Caller.Required(field.User).Agency is { } agency && !snapshot.State.IsVisibleTo(agency)) ? null : new CrimeTransferType(snapshot);
        }

        /// <summary>移送列表. Transfers by filter and order; a partner agency sees those that were sent to it.</summary>
        /// <param name="field">Given by the engine.</param>
        /// <param name="database">Given by the engine.</param>
        /// <param name="first">How many from the front, at most 200; 20 by default.</param>
        /// <param name="after">After this cursor.</param>
        /// <param name="last">How many from the back.</param>
        /// <param name="before">Before this cursor.</param>
        /// <param name="where">条件. Which.</param>
        /// <param name="order">排序. In which order.</param>
        public static async Task<CrimeTransferConnection> CrimeTransfers(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null, CrimeTransferFilter? where = null, IReadOnlyList<CrimeTransferSort>? order = null)
        {
            ArgumentNullException.ThrowIfNull(field);
            var filter = (where ?? new CrimeTransferFilter()).Condition(Caller.Required(field.User).Agency);
            var rows = await Lists.ReadAsync(
                database,
                _ => filter,
                CrimeTransferSort.Columns(order),
                SortColumn<CrimeTransferRow>.Text("subject", row => row.Subject, SortDirection.Asc),
                PageRequest.Of(first, after, last, before),
                field.CancellationToken).ConfigureAwait(false);
            return new CrimeTransferConnection(rows.Select(row => new CrimeTransferType(row)));
        }
    }
}

namespace ShuangDa.GraphQL.CrimeTransfers
{
    /// <summary>移送状态条件. Conditions on a transfer's status.</summary>
    public sealed record TransferStatusFilter : EnumFilter<TransferStatus>;

    /// <summary>移送条件. Which transfers are wanted; all that is given must hold.</summary>
    /// <param name="And">并且. All of these hold.</param>
    /// <param name="Or">或者. One of these holds.</param>
    /// <param name="Number">移送编号.</param>
    /// <param name="Status">状态.</param>
    /// <param name="CaseNumber">案件编号.</param>
    /// <param name="CaseTitle">案件名称.</param>
    /// <param name="Agency">公安机关.</param>
    /// <param name="Section">责任科室.</param>
    /// <param name="GoodsValueCny">货值金额.</param>
    /// <param name="OpenedOn">启动日期.</param>
    /// <param name="SentOn">移送日期.</param>
    /// <param name="Overdue">已逾期.</param>
    /// <param name="EarlyIntervention">提前介入.</param>
    public sealed record CrimeTransferFilter(
        IReadOnlyList<CrimeTransferFilter>? And = null,
        IReadOnlyList<CrimeTransferFilter>? Or = null,
        StringFilter? Number = null,
        TransferStatusFilter? Status = null,
        StringFilter? CaseNumber = null,
        StringFilter? CaseTitle = null,
        StringFilter? Agency = null,
        StringFilter? Section = null,
        MoneyFilter? GoodsValueCny = null,
        DateFilter? OpenedOn = null,
        DateFilter? SentOn = null,
        BooleanFilter? Overdue = null,
        BooleanFilter? EarlyIntervention = null)
    {
        /// <summary>The filter as a condition on rows.</summary>
        /// <param name="seenBy">The partner agency that asks, or null for the bureau.</param>
        internal Expression<Func<CrimeTransferRow, bool>> Condition(string? seenBy) => new Conditions<CrimeTransferRow>()
            .And(seenBy is null ? null : row => row.Visible && row.Agency == seenBy)
            .Text(row => row.Number, Number)
            .Enum(row => row.Status, Status)
            .Text(row => row.CaseNumber, CaseNumber)
            .Text(row => row.CaseTitle, CaseTitle)
            .Text(row => row.Agency, Agency)
            .Text(row => row.Section, Section)
            .Amount(row => row.GoodsValue, GoodsValueCny)
            .Date(row => row.OpenedOn, OpenedOn)
            .Date(row => row.SentOn, SentOn)
            .Boolean(row => row.IsOverdue, Overdue)
            .Boolean(row => row.EarlyIntervention, EarlyIntervention)
            .Groups(And?.Select(one => one.Condition(null)), Or?.Select(one => one.Condition(null)))
            .ToExpression();
    }

    /// <summary>移送排序. One column to order by.</summary>
    /// <param name="Number">移送编号.</param>
    /// <param name="OpenedOn">启动日期.</param>
    /// <param name="Status">状态.</param>
    /// <param name="GoodsValueCny">货值金额.</param>
    public sealed record CrimeTransferSort(SortDirection? Number = null, SortDirection? OpenedOn = null, SortDirection? Status = null, SortDirection? GoodsValueCny = null)
    {
        /// <summary>The columns of an order.</summary>
        /// <param name="order">What was asked for, or null.</param>
        internal static IEnumerable<SortColumn<CrimeTransferRow>> Columns(IReadOnlyList<CrimeTransferSort>? order) => (order ?? []).SelectMany(sort => new[]
        {
            sort.Number is { } number ? SortColumn<CrimeTransferRow>.Text("number", row => row.Number, number) : null,
            sort.OpenedOn is { } openedOn ? SortColumn<CrimeTransferRow>.Text("openedOn", row => row.OpenedOn, openedOn) : null,
            sort.Status is { } status ? SortColumn<CrimeTransferRow>.Text("status", row => row.Status, status) : null,
            sort.GoodsValueCny is { } goods ? SortColumn<CrimeTransferRow>.Number("goodsValue", row => row.GoodsValue, goods) : null,
        }).OfType<SortColumn<CrimeTransferRow>>();
    }
}
