using System.Security.Claims;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Http;

namespace ShuangDa.GraphQL.Transport;

/// <summary>异常转译. Says what an exception of the layers below means to the caller. All that are registered are asked in turn; what none knows is <c>INTERNAL</c>.</summary>
public interface IExceptionTranslator
{
    /// <summary>The error that the caller gets, or null when this translator does not know the exception.</summary>
    /// <param name="exception">What a resolver threw.</param>
    TransportError? Translate(Exception exception);
}

/// <summary>会话期限. Tells an event stream when its caller's session ends: signed out, password changed, account disabled.</summary>
public interface ISessionLifetime
{
    /// <summary>A token that is cancelled when the session of this request ends.</summary>
    /// <param name="http">The request.</param>
    CancellationToken Ended(HttpContext http);
}

/// <summary>操作关口. Asked before anything of a valid operation is run, with every field it uses; the place for rules that need no object, such as roles.</summary>
public interface IOperationGate
{
    /// <summary>Why the caller may not run this operation, or null when he may.</summary>
    /// <param name="operation">What the operation uses; the same instance for every request with the same document.</param>
    /// <param name="user">Who asks.</param>
    TransportError? Refuse(OperationFacts operation, ClaimsPrincipal user);
}

/// <summary>操作要素. What is known of an operation from its document alone.</summary>
/// <param name="Kind">Query, mutation or subscription.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Fields">Every field it may read, each once; introspection fields are not among them.</param>
public sealed record OperationFacts(OperationType Kind, string? Name, IReadOnlyList<FieldUse> Fields);

/// <summary>字段使用. A field as an operation uses it.</summary>
/// <param name="Type">The object type or interface the field is asked of.</param>
/// <param name="Field">The field's definition.</param>
public sealed record FieldUse(IComplexGraphType Type, FieldType Field);

/// <summary>可续事件. What a subscription's stream yields when a subscriber can resume after it: the id goes to the client, and comes back as <c>Last-Event-ID</c>.</summary>
public interface IResumableEvent
{
    /// <summary>事件编号. The id to resume after, of one line; null when one cannot resume here.</summary>
    string? EventId { get; }
}

/// <summary>请求上下文. What resolvers may know of the request; it is the execution's user context, and has room for what others add to it.</summary>
public sealed class GraphQLRequestContext : Dictionary<string, object?>
{
    internal GraphQLRequestContext(HttpContext http, bool english, string? lastEventId)
    {
        Http = http;
        English = english;
        LastEventId = lastEventId;
    }

    /// <summary>HTTP请求. The request; not to be used after the operation has been answered.</summary>
    public HttpContext Http { get; }

    /// <summary>英文. Whether texts are to be in English (<c>Accept-Language: en</c>) and not in Chinese.</summary>
    public bool English { get; }

    /// <summary>最后事件编号. The <c>Last-Event-ID</c> a subscriber resumes after, or null.</summary>
    public string? LastEventId { get; }

    internal OperationPlan? Plan { get; set; }

    internal Action? Validated { get; set; }

    /// <summary>The place that the request's event stream takes, until it has ended.</summary>
    internal IDisposable? Stream { get; set; }

    /// <summary>The request context of a resolver.</summary>
    /// <param name="field">The resolver's own context.</param>
    /// <exception cref="InvalidOperationException">The operation was not started by this transport.</exception>
    public static GraphQLRequestContext Of(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.UserContext as GraphQLRequestContext ?? throw new InvalidOperationException("The operation did not come through the transport.");
    }
}
