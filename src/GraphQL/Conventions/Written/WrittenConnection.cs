using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions.Written;

/// <summary>
/// 直接书写的列表. What a document asks of a list, where all of it can be read with a few statements in one turn and written without the engine:
/// found out once and kept with the document. Whatever is more than that, or not as it should be, is left to the engine, and nobody sees by
/// the answer who has made it.
/// </summary>
internal sealed class WrittenConnection
{
    private readonly Subfield[] _fields;
    private readonly WrittenObject? _nodes;
    private readonly WrittenObject? _page;
    private readonly Subfield[] _edgeFields;
    private readonly string[] _subjects;
    private readonly string _type;
    private readonly string _edgeType;

    private WrittenConnection(Subfield[] fields, string type, WrittenObject? nodes, WrittenObject? page, Subfield[] edgeFields,
        string edgeType)
    {
        (_fields, _type, _nodes, _page, _edgeFields, _edgeType) = (fields, type, nodes, page, edgeFields, edgeType);
        _subjects = [.. (nodes?.Subjects ?? []).Distinct()];
    }

    private bool CountsAll => Array.Exists(_fields, one => one.Definition.Name == "totalCount");

    /// <summary>What a field asks of the list that it shows; null where only the engine can answer, or what is asked for is not for
    /// everybody who asks.</summary>
    /// <param name="field">The resolver's context.</param>
    public static WrittenConnection? Of(IResolveFieldContext field) =>
        field.ExecutionContext is PlannedContext context
        && field.FieldAst.SelectionSet is { } selections
        && context.Selections.Kept(selections, () => Make(context, field.FieldDefinition.ResolvedType, selections)) is { } found
        && found.IsFor(Caller.Of(field.User))
            ? found
            : null;

    /// <summary>Reads a list and writes it.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <typeparam name="TNode">The class behind the GraphQL type.</typeparam>
    /// <param name="database">Where the tables are.</param>
    /// <param name="list">The list.</param>
    /// <param name="request">Which page of it.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The connection as JSON; null where the engine has to say what is wrong.</returns>
    public async Task<byte[]?> ReadAsync<TRow, TNode>(
        Database database, RowList<TRow> list, PageRequest request, CancellationToken cancellationToken)
        where TRow : Row
        where TNode : RowNode<TRow>, new()
    {
        Keyset.Check(list.Order, request);
        var columns = _nodes?.Columns is { } needed ? list.Columns(needed) : null;
        var page = request.IsCountOnly ? null : database.Rows(data => list.Page(data, request), columns);
        var count = CountsAll ? database.Count(list.All) : null;
        var found = await database.InOneTurnAsync(ReadTurnAsync, cancellationToken).ConfigureAwait(false);
        return Written(found);

        async Task<Found> ReadTurnAsync(ReadTurn turn)
        {
            var rows = page is null ? null : turn.AskRows(page);
            var total = count is null ? null : turn.AskCount(count);
            await turn.ReadAsync([.. new Reading?[] { rows, total }.OfType<Reading>()]).ConfigureAwait(false);
            var shown = Keyset.PageOf(
                rows?.Answer ?? [],
                list.Order,
                request,
                static () => throw new InvalidOperationException("What is written has been counted with the page."))
                .Select(static row => new TNode { Row = row });
            return new Found(
                shown.Items,
                shown.CursorAt,
                shown.Info,
                _nodes is null ? WrittenObject.Level.None : await _nodes.ReadBelowAsync(turn, shown.Items).ConfigureAwait(false),
                total?.Answer ?? 0);
        }
    }

    private bool IsFor(Caller? caller) =>
        _subjects.Length == 0
            || (caller is { Agency: null } && Array.TrueForAll(_subjects, subject => AccessRules.MayRead(subject, caller.Roles)));

    private static WrittenConnection? Make(PlannedContext context, IGraphType? type, GraphQLSelectionSet selections)
    {
        if (WrittenObject.Unwrapped(type) is not IObjectGraphType connection)
        {
            return null;
        }

        var fields = context.SelectionOf(connection, selections).All.ToArray();
        Subfield[] edgeFields = [];
        var (nodes, page, edgeType) = ((WrittenObject?)null, (WrittenObject?)null, "");
        foreach (var field in fields)
        {
            var below = WrittenObject.Unwrapped(field.Definition.ResolvedType);
            switch (field.Definition.Name)
            {
                case "totalCount" or "__typename":
                    continue;
                case "pageInfo" when page is null && WrittenObject.Of(context, below, field.Selections) is { } written:
                    page = written;
                    continue;
                case "nodes" when nodes is null && WrittenObject.Of(context, below, field.Selections) is { } written:
                    nodes = written;
                    continue;
                case "edges" when edgeFields.Length == 0 && below is IObjectGraphType edge && field.Selections is { } ofEdge:
                    edgeFields = context.SelectionOf(edge, ofEdge).All.ToArray();
                    edgeType = edge.Name;
                    foreach (var one in edgeFields.Where(one => one.Definition.Name == "node"))
                    {
                        var shown = WrittenObject.Unwrapped(one.Definition.ResolvedType);
                        if (nodes is not null || WrittenObject.Of(context, shown, one.Selections) is not { } node)
                        {
                            return null;
                        }

                        nodes = node;
                    }

                    continue;
                default:
                    return null;
            }
        }

        return new WrittenConnection(fields, connection.Name, nodes, page, edgeFields, edgeType);
    }

    private byte[]? Written(Found found)
    {
        using var buffer = ResponseBuffer.Take();
        var json = buffer.Json;
        json.WriteStartObject();
        foreach (var field in _fields)
        {
            json.WritePropertyName(field.WrittenName);
            if (!TryWrite(json, field, found))
            {
                return null;
            }
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.Written.ToArray();
    }

    private bool TryWrite(Utf8JsonWriter json, Subfield field, Found found)
    {
        switch (field.Definition.Name)
        {
            case "totalCount":
                json.WriteNumberValue(found.Total);
                return true;
            case "pageInfo":
                return _page!.TryWrite(json, found.Page, WrittenObject.Level.None);
            case "nodes":
                json.WriteStartArray();
                foreach (var node in found.Nodes)
                {
                    if (!_nodes!.TryWrite(json, node, found.Below))
                    {
                        return false;
                    }
                }

                json.WriteEndArray();
                return true;
            case "edges":
                json.WriteStartArray();
                for (var at = 0; at < found.Nodes.Count; at++)
                {
                    if (!TryWriteEdge(json, found, at))
                    {
                        return false;
                    }
                }

                json.WriteEndArray();
                return true;
            default:
                json.WriteStringValue(_type);
                return true;
        }
    }

    private bool TryWriteEdge(Utf8JsonWriter json, Found found, int at)
    {
        json.WriteStartObject();
        foreach (var field in _edgeFields)
        {
            json.WritePropertyName(field.WrittenName);
            switch (field.Definition.Name)
            {
                case "cursor":
                    json.WriteStringValue(found.CursorAt(at));
                    break;
                case "node" when !_nodes!.TryWrite(json, found.Nodes[at], found.Below):
                    return false;
                case "node":
                    break;
                default:
                    json.WriteStringValue(_edgeType);
                    break;
            }
        }

        json.WriteEndObject();
        return true;
    }

    private sealed record Found(IReadOnlyList<object> Nodes, Func<int, string> CursorAt, PageInfo Page, WrittenObject.Level Below,
        int Total);
}
