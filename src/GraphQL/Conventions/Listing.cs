using System.Linq.Expressions;
using GraphQL;
using GraphQL.Types;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>列表请求. What a field that lists subjects was asked for: a page, conditions and an order. A resolver that takes one has the arguments <c>first</c>, <c>after</c>, <c>last</c>, <c>before</c>, <c>where</c> and <c>order</c>.</summary>
public interface IListing;

/// <summary>列表请求. What a field that lists the rows of a table as nodes was asked for.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TNode">The class behind the GraphQL type.</typeparam>
public sealed class Listing<TRow, TNode> : IListing
    where TRow : Row
    where TNode : RowNode<TRow>, new()
{
    private const string Where = "where";
    private const string Order = "order";

    private static readonly SortColumn<TRow> BySubject = SortColumn<TRow>.Text("subject", row => row.Subject, SortDirection.Asc);

    private readonly Database _database;
    private readonly RowFilter<TRow>? _where;
    private readonly IReadOnlyList<RowSort<TRow>> _order;
    private readonly PageRequest _page;
    private readonly CancellationToken _ending;
    private readonly Expression<Func<TRow, bool>>? _visible;
    private readonly WrittenConnection? _written;

    /// <summary>The request of a field.</summary>
    /// <param name="field">The resolver's context.</param>
    public Listing(IResolveFieldContext field)
        : this(
            field?.RequestServices!.GetRequiredService<Database>() ?? throw new ArgumentNullException(nameof(field)),
            field.GetArgument<RowFilter<TRow>?>(Where),
            field.GetArgument<IReadOnlyList<RowSort<TRow>>?>(Order) ?? [],
            PageRequest.Of(field),
            field.CancellationToken)
    {
        _visible = SubjectDoor.VisibleTo<TRow>(Caller.Of(field.User));
        _written = WrittenConnection.Of(field);
    }

    /// <summary>A request.</summary>
    /// <param name="database">Where the table is.</param>
    /// <param name="where">The conditions, or null.</param>
    /// <param name="order">The order; the subject breaks ties.</param>
    /// <param name="page">Which page.</param>
    /// <param name="ending">Ends the read.</param>
    internal Listing(Database database, RowFilter<TRow>? where, IReadOnlyList<RowSort<TRow>> order, PageRequest page, CancellationToken ending = default) =>
        (_database, _where, _order, _page, _ending) = (database, where, order, page, ending);

    /// <summary>The arguments, as the schema has them.</summary>
    public static QueryArguments Arguments()
    {
        var arguments = PageRequest.Arguments();
        arguments.Add(new QueryArgument(typeof(FilterInput<TRow>)) { Name = Where, Description = "条件. Which." });
        arguments.Add(new QueryArgument(typeof(ListGraphType<NonNullGraphType<SortInput<TRow>>>)) { Name = Order, Description = "排序. In which order." });
        return arguments;
    }

    /// <summary>Reads the page, of what the caller sees.</summary>
    /// <param name="within">What all of the list meet, whatever else was asked; null for nothing.</param>
    public Task<Connection<TNode>> ReadAsync(Expression<Func<TRow, bool>>? within = null) =>
        ReadAsync(within is null ? null : _ => Condition<TRow>.Of(within));

    /// <summary>Reads the page, of what the caller sees.</summary>
    /// <param name="within">What all of the list meet, whatever else was asked.</param>
    public Task<Connection<TNode>> ReadAsync(RowFilter<TRow> within)
    {
        ArgumentNullException.ThrowIfNull(within);
        return ReadAsync(within.Ask);
    }

    private async Task<Connection<TNode>> ReadAsync(Func<DataConnection, Condition<TRow>>? within)
    {
        var list = new RowList<TRow>(
            data => new Conditions<TRow>().And(_visible).And(within?.Invoke(data)).And(_where?.Ask(data)).ToCondition(),
            _order.SelectMany(sort => sort.Columns),
            BySubject);
        if (_written is not null
            && await _written.ReadAsync<TRow, TNode>(_database, list, _page, _ending).ConfigureAwait(false) is { } written)
        {
            return new Connection<TNode>(written);
        }

        var rows = await Lists.ReadAsync(_database, list, _page, _ending).ConfigureAwait(false);
        return new Connection<TNode>(rows.Select(row => new TNode { Row = row }));
    }
}
