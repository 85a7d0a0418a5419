using System.ComponentModel;
using GraphQL;
using Microsoft.AspNetCore.Http;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>分页信息. Where a page of a connection lies.</summary>
/// <param name="HasNextPage">是否有下一页. Whether more follow.</param>
/// <param name="HasPreviousPage">是否有上一页. Whether some come before.</param>
/// <param name="StartCursor">首条游标. The cursor of the first on the page.</param>
/// <param name="EndCursor">末条游标. The cursor of the last on the page.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

// The engine does not find the doc comments of members that a generic base class declares: here they are said a second time, as attributes.

/// <summary>边. One of a connection, with its cursor. Each concept names its own.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="cursor">Where it lies.</param>
/// <param name="node">What it is.</param>
public abstract class Edge<T>(string cursor, T node)
{
    /// <summary>游标. Give it as <c>after</c> or <c>before</c> to go on from here.</summary>
    [Description("游标. Give it as after or before to go on from here.")]
    public string Cursor { get; } = cursor;

    /// <summary>节点. What is listed.</summary>
    [Description("节点. What is listed.")]
    public T Node { get; } = node;
}

/// <summary>一页. What a keyset query found, with how to count all of it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The page, each with its cursor.</param>
/// <param name="Info">Where it lies.</param>
/// <param name="CountAsync">Counts everything that the filter finds; only run when asked for.</param>
public sealed record Page<T>(IReadOnlyList<(string Cursor, T Item)> Items, PageInfo Info, Func<Task<int>> CountAsync)
{
    /// <summary>The same page of something else.</summary>
    /// <typeparam name="TOther">What is listed instead.</typeparam>
    /// <param name="convert">Makes one of the other.</param>
    public Page<TOther> Select<TOther>(Func<T, TOther> convert) => new([.. Items.Select(item => (item.Cursor, convert(item.Item)))], Info, CountAsync);
}

/// <summary>连接. A page of a list after the Relay form. Each concept names its own: <c>LicenceConnection</c>.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <typeparam name="TEdge">The concept's edge.</typeparam>
public abstract class Connection<T, TEdge>(Page<T> page) where TEdge : Edge<T>
{
    private readonly Page<T> _page = page;

    /// <summary>边. The page with cursors.</summary>
    [Description("边. The page with cursors.")]
    public IReadOnlyList<TEdge> Edges => [.. _page.Items.Select(item => EdgeOf(item.Cursor, item.Item))];

    /// <summary>节点. The page without cursors.</summary>
    [Description("节点. The page without cursors.")]
    public IReadOnlyList<T> Nodes => [.. _page.Items.Select(item => item.Item)];

    /// <summary>分页信息. Where the page lies.</summary>
    [Description("分页信息. Where the page lies.")]
    public PageInfo PageInfo => _page.Info;

    /// <summary>总数. How many the filter finds in all.</summary>
    [Description("总数. How many the filter finds in all."), Price(PriceAttribute.Count)]
    public Task<int> TotalCount() => _page.CountAsync();

    /// <summary>Makes the concept's edge.</summary>
    /// <param name="cursor">Where it lies.</param>
    /// <param name="node">What it is.</param>
    protected abstract TEdge EdgeOf(string cursor, T node);
}

/// <summary>分页请求. The four arguments of a connection, checked: at most 200 a page, 20 by default.</summary>
/// <param name="Size">How many.</param>
/// <param name="Cursor">From where, or null for an end of the list.</param>
/// <param name="Backwards">Whether the page lies before the cursor.</param>
public sealed record PageRequest(int Size, string? Cursor, bool Backwards)
{
    /// <summary>The most a page may hold.</summary>
    public const int Largest = 200;

    /// <summary>How many a page holds when nobody says.</summary>
    public const int Usual = 20;

    /// <summary>Checks a connection's arguments.</summary>
    /// <param name="first">How many from the front.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <exception cref="ExecutionError">They contradict one another or ask for too many.</exception>
    public static PageRequest Of(int? first, string? after, int? last, string? before)
    {
        if ((first is not null || after is not null) && (last is not null || before is not null))
        {
            throw new BadUserInput("first/after与last/before不能同时使用", "Use first/after or last/before, not both");
        }

        var size = first ?? last ?? Usual;
        return size switch
        {
            < 0 => throw new BadUserInput("每页条数不能为负", "A page cannot hold fewer than none"),
            > Largest => throw new BadUserInput($"每页最多{Largest}条", $"A page holds at most {Largest}"),
            _ => new PageRequest(size, after ?? before, last is not null || before is not null),
        };
    }
}

/// <summary>参数有误. An argument that the schema's types cannot refuse. Answered as a top-level error, <c>BAD_USER_INPUT</c>.</summary>
/// <param name="chinese">What is wrong, in Chinese.</param>
/// <param name="english">What is wrong, in English.</param>
/// <param name="cause">What showed it, or null.</param>
public sealed class BadUserInput(string chinese, string english, Exception? cause = null) : TransportError("BAD_USER_INPUT", StatusCodes.Status400BadRequest, new BilingualText(chinese, english), cause);
