using GraphQL;
using Microsoft.AspNetCore.Http;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Transport;

/// <summary>传输错误. An entry of the response's <c>errors</c> with a stable code, a text in two languages, and the HTTP status that the response takes when it carries no data.</summary>
public class TransportError : ExecutionError
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">Stable, in UPPER_CASE; becomes <c>extensions.code</c>.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="text">What the caller reads.</param>
    /// <param name="cause">What showed it; logged by whoever caught it, never sent.</param>
    public TransportError(string code, int status, BilingualText text, Exception? cause = null) : base(text.Chinese, cause)
    {
        Code = code;
        Status = status;
        Text = text;
    }

    /// <summary>HTTP状态. The status of a response that carries no data because of this.</summary>
    public int Status { get; }

    /// <summary>说明. What the caller reads.</summary>
    public BilingualText Text { get; }

    /// <summary>重试间隔. How long the caller should wait before trying again, or null; becomes <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>请求有误. The request is not one that GraphQL over HTTP knows.</summary>
/// <param name="text">What is wrong with it.</param>
/// <param name="cause">What showed it.</param>
public sealed class MalformedRequest(BilingualText text, Exception? cause = null) : TransportError("BAD_REQUEST", StatusCodes.Status400BadRequest, text, cause);

/// <summary>请求不完整. The request did not come whole, or is not one that the server can take.</summary>
/// <param name="status">What HTTP calls it: 400, 408, 413.</param>
/// <param name="cause">What showed it.</param>
public sealed class BrokenRequest(int status, Exception cause)
    : TransportError(status == StatusCodes.Status413PayloadTooLarge ? "LIMIT_EXCEEDED" : "BAD_REQUEST", status, new("请求不完整或无法读取", "The request did not come whole, or cannot be read"), cause);

/// <summary>空间不足. There is no room on the server's disk for what was sent; nothing of it is kept.</summary>
/// <param name="cause">What the disk said.</param>
public sealed class StorageFull(Exception cause) : TransportError(
    "STORAGE_FULL",
    StatusCodes.Status507InsufficientStorage,
    new("服务器磁盘空间不足，内容未保存，请联系管理员", "The server's disk is full; nothing was kept. Tell the administrator"),
    cause);

/// <summary>超出限额. The request asks for more than <see cref="GraphQLLimits"/> grants; nothing of it was done.</summary>
public sealed class LimitExceeded : TransportError
{
    /// <summary>Says which limit was passed, and what it is.</summary>
    /// <param name="limit">The limit's name in the answer, in UPPER_CASE.</param>
    /// <param name="allowed">What is granted.</param>
    /// <param name="text">What the caller reads.</param>
    /// <param name="status">413 for the body, 429 where it is a matter of time, otherwise 400.</param>
    public LimitExceeded(string limit, long allowed, BilingualText text, int status = StatusCodes.Status400BadRequest) : base("LIMIT_EXCEEDED", status, text) =>
        Extensions = new Dictionary<string, object?> { ["limit"] = limit, ["allowed"] = allowed };

    internal static LimitExceeded Body(int bytes) => new("BODY_BYTES", bytes, new($"请求体超过{bytes}字节", $"The request body is larger than {bytes} bytes"), StatusCodes.Status413PayloadTooLarge);
    internal static LimitExceeded Document(int bytes) => new("DOCUMENT_BYTES", bytes, new($"GraphQL文档超过{bytes}字节", $"The GraphQL document is larger than {bytes} bytes"));
    internal static LimitExceeded Tokens(int tokens) => new("TOKENS", tokens, new($"GraphQL文档超过{tokens}个词元", $"The GraphQL document has more than {tokens} tokens"));
    internal static LimitExceeded Depth(int depth) => new("DEPTH", depth, new($"查询嵌套超过{depth}层", $"The operation is nested deeper than {depth} levels"));
    internal static LimitExceeded Introspection(int depth) => new("INTROSPECTION_DEPTH", depth, new($"自省查询嵌套超过{depth}层，或反复展开列表", $"The introspection is nested deeper than {depth} levels or expands lists within lists"));
    internal static LimitExceeded Aliases(int aliases) => new("ALIASES", aliases, new($"GraphQL文档的别名超过{aliases}个", $"The GraphQL document has more than {aliases} aliases"));
    internal static LimitExceeded Fragments(int fragments) => new("FRAGMENTS", fragments, new($"GraphQL文档的片段超过{fragments}个", $"The GraphQL document has more than {fragments} fragments"));
    internal static LimitExceeded Repeats(int repeats) => new("REPEATS", repeats, new($"同一字段在一处重复超过{repeats}次", $"One selection asks for the same field more than {repeats} times"));
    internal static LimitExceeded Cost(int allowed, double cost) => new("COST", allowed,
        new($"查询代价{cost:0}超过{allowed}，请减少每页行数或字段", $"The operation costs {cost:0}, more than {allowed}; ask for fewer rows or fields"));
    internal static LimitExceeded QueriesAtATime(int allowed, TimeSpan wait) => new("QUERIES_AT_A_TIME", allowed,
        new($"您同时进行的查询超过{allowed}个，请稍后再试", $"You have more than {allowed} queries at work at a time; try again shortly"), StatusCodes.Status429TooManyRequests)
    { RetryAfter = wait };
    internal static LimitExceeded StreamsPerCaller(int allowed, TimeSpan wait) => new("STREAMS_PER_CALLER", allowed,
        new($"您打开的事件流已达{allowed}个", $"You have {allowed} event streams open, and may not open more"), StatusCodes.Status429TooManyRequests)
    { RetryAfter = wait };
    internal static LimitExceeded Streams(int allowed, TimeSpan wait) => new("STREAMS", allowed,
        new($"系统打开的事件流已达{allowed}个，请稍后再试", $"There are {allowed} event streams open, as many as there may be; try again later"), StatusCodes.Status429TooManyRequests)
    { RetryAfter = wait };
    internal static LimitExceeded VariableDepth(int depth) => new("VARIABLE_DEPTH", depth, new($"变量嵌套超过{depth}层", $"The variables are nested deeper than {depth} levels"));
    internal static LimitExceeded VariableValues(int values) => new("VARIABLE_VALUES", values, new($"变量的值超过{values}个", $"The variables hold more than {values} values"));
    internal static LimitExceeded Number(int digits) => new("NUMBER_LENGTH", digits, new($"数字超过{digits}位", $"A number is longer than {digits} characters"));
}

/// <summary>未登录. Nobody is signed in, or the token has expired or was forged.</summary>
public sealed class NotSignedIn() : TransportError("UNAUTHENTICATED", StatusCodes.Status401Unauthorized, new("请先登录", "Sign in first"));

/// <summary>登录已失效. The session behind an event stream has ended: signed out, password changed, account disabled.</summary>
public sealed class SessionEnded() : TransportError("UNAUTHENTICATED", StatusCodes.Status401Unauthorized, new("登录已失效，请重新登录", "The session has ended; sign in again"));

/// <summary>无权限. The caller is signed in but may not do or see this.</summary>
/// <param name="text">What may not be done; a general text by default.</param>
/// <param name="cause">What showed it.</param>
public sealed class NotPermitted(BilingualText? text = null, Exception? cause = null)
    : TransportError("FORBIDDEN", StatusCodes.Status403Forbidden, text ?? new("您没有此项权限", "You may not do this"), cause);

/// <summary>暂不可用. The database or the silo cannot serve now; nothing of the command was done, it can be repeated.</summary>
public sealed class Unavailable : TransportError
{
    /// <summary>Says that the server cannot serve now.</summary>
    /// <param name="retryAfter">How long to wait; five seconds by default.</param>
    /// <param name="cause">What showed it.</param>
    public Unavailable(TimeSpan? retryAfter = null, Exception? cause = null)
        : base("UNAVAILABLE", StatusCodes.Status503ServiceUnavailable, new("服务暂不可用，请稍后重试", "The server cannot serve now; try again shortly"), cause) =>
        RetryAfter = retryAfter ?? TimeSpan.FromSeconds(5);
}

/// <summary>超时. The operation did not end in time; whether a command was done is learned by sending it again with the same <c>commandId</c>.</summary>
/// <param name="cause">What showed it.</param>
public sealed class TimedOut(Exception? cause = null) : TransportError("TIMEOUT", StatusCodes.Status504GatewayTimeout,
    new("操作超时；如为办理事项，请用同一commandId重试", "The operation did not finish in time; repeat a command with the same commandId"), cause);

/// <summary>结果未知. The answer of the database was lost; the command may or may not be done, and sending it again with the same <c>commandId</c> tells.</summary>
/// <param name="cause">What showed it.</param>
public sealed class OutcomeNotKnown(Exception? cause = null) : TransportError("OUTCOME_UNKNOWN", StatusCodes.Status503ServiceUnavailable,
    new("操作结果未知，请用同一commandId重试", "It is not known whether this was done; repeat it with the same commandId"), cause);

/// <summary>内部错误. A fault of ours. The caller gets the trace id and no detail; the log has the rest under that id.</summary>
public sealed class Fault : TransportError
{
    /// <summary>Says that something failed, under a trace id.</summary>
    /// <param name="traceId">The id under which the log tells what happened.</param>
    /// <param name="cause">What happened; never sent.</param>
    public Fault(string traceId, Exception? cause = null)
        : base("INTERNAL", StatusCodes.Status500InternalServerError, new($"系统内部错误，请向管理员提供编号{traceId}", $"Something failed in the server; give the administrator this id: {traceId}"), cause) =>
        Extensions = new Dictionary<string, object?> { ["traceId"] = traceId };
}

/// <summary>方法不允许. The HTTP method is not one that this operation can be sent with.</summary>
/// <param name="text">What may be sent how.</param>
/// <param name="allow">The methods that may be used, for the <c>Allow</c> header.</param>
public sealed class WrongMethod(BilingualText text, string allow) : TransportError("METHOD_NOT_ALLOWED", StatusCodes.Status405MethodNotAllowed, text)
{
    /// <summary>可用方法. The methods that may be used.</summary>
    public string Allow { get; } = allow;
}

/// <summary>无可接受格式. The caller accepts no media type that the server can answer this operation in.</summary>
/// <param name="text">What can be accepted.</param>
public sealed class NotAcceptable(BilingualText text) : TransportError("NOT_ACCEPTABLE", StatusCodes.Status406NotAcceptable, text);

/// <summary>请求格式不支持. The body is not declared as JSON in UTF-8.</summary>
public sealed class WrongMediaType() : TransportError("UNSUPPORTED_MEDIA_TYPE", StatusCodes.Status415UnsupportedMediaType,
    new("请求体须为application/json，编码UTF-8", "Send the body as application/json in UTF-8"));

/// <summary>文档未登记. A document was named by its id or hash, and the server does not know it.</summary>
/// <remarks>The English text is the one by which clients of automatic persisted queries know that they must send the document.</remarks>
public sealed class UnknownDocument() : TransportError("PERSISTED_QUERY_NOT_FOUND", StatusCodes.Status400BadRequest, new("PersistedQueryNotFound", "PersistedQueryNotFound"));

/// <summary>文档有误. The document does not fit the schema in a way that the engine's own rules do not report.</summary>
/// <param name="rule">The rule's name, in UPPER_CASE.</param>
/// <param name="text">What is wrong.</param>
public sealed class InvalidDocument(string rule, BilingualText text) : ExecutionError(text.Chinese)
{
    /// <summary>规则. The rule that the document breaks.</summary>
    public string Rule { get; } = rule;

    /// <summary>说明. What the caller reads.</summary>
    public BilingualText Text { get; } = text;
}
