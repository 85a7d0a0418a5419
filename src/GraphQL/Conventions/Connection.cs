using System.ComponentModel;
using System.Reflection;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>分页信息. Where a page of a connection lies.</summary>
/// <param name="HasNextPage">是否有下一页. Whether more follow.</param>
/// <param name="HasPreviousPage">是否有上一页. Whether some come before.</param>
/// <param name="StartCursor">首条游标. The cursor of the first on the page.</param>
/// <param name="EndCursor">末条游标. The cursor of the last on the page.</param>
[ReadableBy(Readers.SignedIn)]
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

// The engine does not find the doc comments of members that a generic class declares: here they are said a second time, as attributes.

/// <summary>边. One of a connection, with its cursor.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="cursor">Where it lies.</param>
/// <param name="node">What it is.</param>
public sealed class Edge<T>(string cursor, T node)
{
    /// <summary>游标. Give it as <c>after</c> or <c>before</c> to go on from here.</summary>
    [Description("游标. Give it as after or before to go on from here.")]
    public string Cursor { get; } = cursor;

    /// <summary>节点. What is listed.</summary>
    [Description("节点. What is listed.")]
    public T Node { get; } = node;
}

/// <summary>一页. What a keyset query found, with how to count all of it. Cursors are made where somebody asks for them.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The page.</param>
/// <param name="CursorAt">The cursor of one of the page, by its place on it from 0.</param>
/// <param name="HasNextPage">Whether more follow.</param>
/// <param name="HasPreviousPage">Whether some come before.</param>
/// <param name="CountAsync">Counts everything that the filter finds; only run when asked for.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, Func<int, string> CursorAt, bool HasNextPage, bool HasPreviousPage, Func<Task<int>> CountAsync)
{
    /// <summary>Where the page lies.</summary>
    public PageInfo Info => new(HasNextPage, HasPreviousPage, Items.Count > 0 ? CursorAt(0) : null, Items.Count > 0 ? CursorAt(Items.Count - 1) : null);

    /// <summary>The same page of something else.</summary>
    /// <typeparam name="TOther">What is listed instead.</typeparam>
    /// <param name="convert">Makes one of the other.</param>
    public Page<TOther> Select<TOther>(Func<T, TOther> convert) => new([.. Items.Select(convert)], CursorAt, HasNextPage, HasPreviousPage, CountAsync);
}

/// <summary>连接. A page of a list after the Relay form.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="page">The page.</param>
public sealed class Connection<T>(Page<T> page) : IWritten
{
    private static readonly Page<T> Nowhere = new([], static _ => "", false, false, static () => Task.FromResult(0));

    /// <summary>A connection that is written already.</summary>
    /// <param name="written">The connection as JSON.</param>
    internal Connection(byte[] written) : this(Nowhere) => Written = written;

    /// <inheritdoc/>
    byte[]? IWritten.Written => Written;

    private byte[]? Written { get; }

    /// <summary>边. The page with cursors.</summary>
    [Description("边. The page with cursors.")]
    public IReadOnlyList<Edge<T>> Edges => [.. page.Items.Select((item, at) => new Edge<T>(page.CursorAt(at), item))];

    /// <summary>节点. The page without cursors.</summary>
    [Description("节点. The page without cursors.")]
    public IReadOnlyList<T> Nodes => page.Items;

    /// <summary>分页信息. Where the page lies.</summary>
    [Description("分页信息. Where the page lies.")]
    public PageInfo PageInfo => page.Info;

    /// <summary>总数. How many the filter finds in all.</summary>
    [Description("总数. How many the filter finds in all."), Price(PriceAttribute.Count)]
    public Task<int> TotalCount() => page.CountAsync();
}

/// <summary>列表名称. What connections and edges of a type are called, where that is not the type's own name.</summary>
/// <param name="name">The name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ListedAsAttribute(string name) : Attribute
{
    /// <summary>名称. The name.</summary>
    public string Name => name;
}

/// <summary>连接类型. The GraphQL type of a connection, named after what it lists: <c>CaseConnection</c>.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class ConnectionType<T> : AutoRegisteringObjectGraphType<Connection<T>>
{
    /// <summary>The type.</summary>
    public ConnectionType() => (Name, Description) = ($"{ListNames.Of(typeof(T))}Connection", $"{ListNames.TermOf(typeof(T))}连接. A page of them.");

    // What a type parameter stands for is never null here, which the engine cannot see.
    /// <inheritdoc/>
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) => ListNames.NeverNull(base.GetTypeInformation(memberInfo));
}

/// <summary>边类型. The GraphQL type of an edge, named after what is listed: <c>CaseEdge</c>.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class EdgeType<T> : AutoRegisteringObjectGraphType<Edge<T>>
{
    /// <summary>The type.</summary>
    public EdgeType() => (Name, Description) = ($"{ListNames.Of(typeof(T))}Edge", $"{ListNames.TermOf(typeof(T))}边. One of a list, with its cursor.");

    /// <inheritdoc/>
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) => ListNames.NeverNull(base.GetTypeInformation(memberInfo));
}

/// <summary>What lists of a type are called.</summary>
internal static class ListNames
{
    /// <summary>The name.</summary>
    /// <param name="listed">The class behind what is listed.</param>
    public static string Of(Type listed) => listed.GetCustomAttribute<ListedAsAttribute>()?.Name ?? listed.GetCustomAttribute<NameAttribute>()!.Name;

    /// <summary>The Chinese term.</summary>
    /// <param name="listed">The class behind what is listed.</param>
    public static string TermOf(Type listed) => CommandInput.Parts(DocComments.Of(listed)).Term;

    /// <summary>A member's type, which is never null.</summary>
    /// <param name="type">The type.</param>
    public static TypeInformation NeverNull(TypeInformation type)
    {
        type.IsNullable = false;
        return type;
    }
}

/// <summary>分页请求. The four arguments of a connection, checked: at most 200 a page, 20 by default.</summary>
/// <param name="Size">How many.</param>
/// <param name="Cursor">From where, or null for an end of the list.</param>
/// <param name="Backwards">Whether the page lies before the cursor.</param>
public sealed record PageRequest(int Size, string? Cursor, bool Backwards)
{
    /// <summary>Whether nothing is asked of the connection but how many there are, so that no page need be read.</summary>
    public bool IsCountOnly { get; init; }

    /// <summary>The most a page may hold.</summary>
    public const int Largest = 200;

    /// <summary>How many a page holds when nobody says.</summary>
    public const int Usual = 20;

    /// <summary>The arguments of a page, as the schema has them.</summary>
    public static QueryArguments Arguments() => new(
        new QueryArgument<IntGraphType> { Name = "first", Description = $"How many from the front, at most {Largest}; {Usual} by default." },
        new QueryArgument<StringGraphType> { Name = "after", Description = "After this cursor." },
        new QueryArgument<IntGraphType> { Name = "last", Description = "How many from the back." },
        new QueryArgument<StringGraphType> { Name = "before", Description = "Before this cursor." });

    /// <summary>The page that a field was asked for.</summary>
    /// <param name="field">The resolver's context.</param>
    public static PageRequest Of(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Of(
            field,
            Of(field.GetArgument<int?>("first"), field.GetArgument<string?>("after"), field.GetArgument<int?>("last"), field.GetArgument<string?>("before")));
    }

    /// <summary>The page that a field was asked for which takes arguments of its own.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="asked">What its arguments say.</param>
    internal static PageRequest Of(IResolveFieldContext field, PageRequest asked) => asked with
    {
        IsCountOnly = field.SubFields?.Values.All(static one => one.Field.Name.StringValue is "totalCount" or "__typename") == true,
    };

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
