using GraphQL.Execution;
using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using ShuangDa.Grains.Journal;

namespace ShuangDa.GraphQL.Transport;

/// <summary>GraphQL端点. Answers GraphQL over HTTP: what the caller may send, in which form he is answered, and with which status.</summary>
internal sealed class GraphQLEndpoint(
    ISchema schema,
    PlannedExecuter executer,
    DocumentCache documents,
    PersistedDocuments persisted,
    ExceptionAnswers exceptions,
    EventStreams streams,
    CallerLimits callers,
    GraphiQLPage graphiql,
    IOptions<GraphQLLimits> limitOptions,
    IOptions<TransportOptions> transportOptions,
    IHostEnvironment environment)
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoStore = "no-store";

    private readonly GraphQLLimits limits = limitOptions.Value;
    private readonly TransportOptions options = transportOptions.Value;
    private readonly bool openSchema = transportOptions.Value.OpenSchema ?? environment.IsDevelopment();
    private string? schemaText;

    /// <summary>Answers a request to the endpoint.</summary>
    internal async Task Answer(HttpContext http)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (isGet && http.Request.Query.ContainsKey("sdl"))
        {
            await AnswerSchema(http);
            return;
        }
        var form = Negotiation.FormOf(http.Request.Headers.Accept, html: isGet);
        if (form == ResponseForm.Html)
        {
            await graphiql.Answer(http);
            return;
        }
        var started = Stopwatch.GetTimestamp();
        var request = new GraphQLRequestContext(http, Negotiation.English(http.Request.Headers.AcceptLanguage), LastEventId(http));
        ReadCaller.Current = ReadCaller.OfRequest(CallerName(http));
        try
        {
            await Answer(http, request, form, isGet, started);
        }
        finally
        {
            request.Stream?.Dispose();
        }
    }

    private async Task Answer(HttpContext http, GraphQLRequestContext request, ResponseForm form, bool isGet, long started)
    {
        ExecutionResult result;
        try
        {
            Admit(http, form, isGet);
            var call = isGet ? Query(http.Request.Query) : await Body(http);
            result = await Run(http, call, form, isGet, request);
        }
        catch (ExecutionError refused)
        {
            result = new ExecutionResult(refused);
        }
        catch (Exception left) when (left is ConnectionResetException
            || (left is (OperationCanceledException or BadHttpRequestException) && http.RequestAborted.IsCancellationRequested))
        {
            // Nobody is there to be answered; the log of requests says so.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception fault)
        {
            result = new ExecutionResult(exceptions.Explain(fault, http));
        }
        TransportMeters.Answered(request.Plan, result, Stopwatch.GetElapsedTime(started));
        await Write(http, result, form, request.English);
    }

    /// <summary>Answers a request that failed before it was ours to answer.</summary>
    internal Task AnswerFailure(HttpContext http, TransportError failure)
    {
        UnreadBody.EndsConnection(http);
        var accepted = Negotiation.FormOf(http.Request.Headers.Accept, html: false);
        return Write(http, new ExecutionResult(failure), accepted == ResponseForm.GraphQLResponse ? accepted : ResponseForm.Json, Negotiation.English(http.Request.Headers.AcceptLanguage));
    }

    /// <summary>Answers with the schema in its definition language.</summary>
    internal async Task AnswerSchema(HttpContext http)
    {
        if (!openSchema && !IsSignedIn(http))
        {
            await Write(http, new ExecutionResult(new NotSignedIn()), ResponseForm.Json, Negotiation.English(http.Request.Headers.AcceptLanguage));
            return;
        }
        http.Response.ContentType = "application/graphql; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = NoSniff;
        await http.Response.WriteAsync(schemaText ??= SchemaText.Of(schema), http.RequestAborted);
    }

    private void Admit(HttpContext http, ResponseForm form, bool isGet)
    {
        if (!isGet && !HttpMethods.IsPost(http.Request.Method))
            throw new WrongMethod(new("只接受GET和POST", "Only GET and POST are accepted"), "GET, POST");
        if (form == ResponseForm.None)
            throw new NotAcceptable(new("可返回的格式：application/graphql-response+json、application/json、text/event-stream", "The answer can be application/graphql-response+json, application/json or text/event-stream"));
        if (options.RequireSignedIn && !IsSignedIn(http))
            throw new NotSignedIn();
        if (!isGet && !Negotiation.IsJson(http.Request.ContentType))
            throw new WrongMediaType();
    }

    private static bool IsSignedIn(HttpContext http) => http.User.Identity is { IsAuthenticated: true };

    private static string CallerName(HttpContext http) => http.User.Identity?.Name ?? string.Empty;

    private static string? LastEventId(HttpContext http) => http.Request.Headers.TryGetValue("Last-Event-ID", out var id) ? (string?)id : null;

    private GraphQLCall Query(IQueryCollection query) =>
        GraphQLCall.Of(query["query"], query["operationName"], query["variables"], query["extensions"], query["documentId"], documents, limits);

    private LimitExceeded TooLarge(HttpContext http)
    {
        UnreadBody.EndsConnection(http);
        return LimitExceeded.Body(limits.BodyBytes);
    }

    private async ValueTask<GraphQLCall> Body(HttpContext http)
    {
        if (http.Request.ContentLength > limits.BodyBytes)
            throw TooLarge(http);
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > limits.BodyBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw TooLarge(http);
            }
            if (read.IsCompleted)
            {
                try
                {
                    return Read(read.Buffer);
                }
                finally
                {
                    reader.AdvanceTo(read.Buffer.End);
                }
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private GraphQLCall Read(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
            return GraphQLCall.Read(body.FirstSpan, documents, limits);
        var joined = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(joined);
            return GraphQLCall.Read(joined.AsSpan(0, (int)body.Length), documents, limits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private CachedDocument Document(GraphQLCall call)
    {
        DocumentSource source;
        if (call.DocumentId is { } id)
            return Stored(persisted.Named(id, out source), source);
        if (call.Cached is null && call.Text is null)
        {
            return call.Sha256 is { } hash
                ? Stored(persisted.Hashed(hash, out source), source)
                : throw new MalformedRequest(new("缺少query", "query is missing"));
        }
        documents.Count(DocumentSource.Text, isCached: call.Cached is not null);
        var document = call.Cached ?? documents.Read(call.Text!);
        if (options.OnlyKnownDocuments && !persisted.IsKnown(document.Key))
            throw new NotPermitted(new("只能执行已登记的文档", "Only documents that are registered can be run"));
        if (call.Sha256 is { } claimed && PersistedDocuments.Hash(document.Key) != claimed)
            throw new MalformedRequest(new("sha256Hash与query不符", "sha256Hash is not the hash of query"));
        // What is in the cache has proved valid; whoever sends it with its hash will name it by the hash.
        if (call.Cached is not null && call.Sha256 is { } named)
            persisted.Remember(named, document.Key);
        return document;
    }

    private CachedDocument Stored(byte[]? text, DocumentSource source)
    {
        if (text is null)
        {
            documents.CountUnknown(source);
            throw new UnknownDocument();
        }
        var cached = documents.Find(text);
        documents.Count(source, isCached: cached is not null);
        return cached ?? documents.Read(Encoding.UTF8.GetString(text));
    }

    private async ValueTask<ExecutionResult> Run(HttpContext http, GraphQLCall call, ResponseForm form, bool isGet, GraphQLRequestContext request)
    {
        var document = Document(call);
        var plan = document.PlanFor(call.OperationName);
        var kind = plan?.Operation.Operation ?? OperationType.Query;
        if (isGet && kind == OperationType.Mutation)
            throw new WrongMethod(new("办理事项（mutation）只能用POST", "A mutation can only be sent with POST"), "POST");
        if (kind == OperationType.Subscription && form != ResponseForm.EventStream)
            throw new NotAcceptable(new("订阅只能以text/event-stream返回", "A subscription can only be answered as text/event-stream"));
        if (plan is { Introspects: true } && !openSchema && !IsSignedIn(http))
            throw new NotSignedIn();
        request.Plan = plan;
        request.Validated = () =>
        {
            documents.Keep(document);
            if (call.Sha256 is { } hash)
                persisted.Remember(hash, document.Key);
        };
        var execution = new ExecutionOptions
        {
            Schema = schema,
            Document = document.Document,
            OperationName = call.OperationName,
            Variables = call.Variables,
            Extensions = call.Extensions,
            UserContext = request,
            User = http.User,
            UnhandledExceptionDelegate = exceptions.Explain,
        };
        execution.RequestServices = new LazyServices(http, execution);
        switch (kind)
        {
            case OperationType.Subscription:
                request.Stream = callers.Stream(CallerName(http));
                execution.CancellationToken = http.RequestAborted;
                return await executer.ExecuteAsync(execution);
            case OperationType.Mutation:
                // What a command reads goes before lists, and what one has at work does not keep from giving commands.
                ReadCaller.Current = ReadCaller.OfRequest(CallerName(http), givesCommand: true);
                return await InTime(execution, null, http.RequestAborted);
            default:
                return await InTime(execution, await callers.QueryAsync(CallerName(http), http.RequestAborted), http.RequestAborted);
        }
    }

    private async ValueTask<ExecutionResult> InTime(ExecutionOptions execution, IDisposable? turn, CancellationToken gone)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(gone);
        deadline.CancelAfter(limits.Timeout);
        execution.CancellationToken = deadline.Token;
        var running = executer.ExecuteAsync(execution);
        try
        {
            var result = running.IsCompleted ? await running : await running.WaitAsync(deadline.Token);
            deadline.Dispose();
            return result;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            // A resolver that does not look at its token may go on; its result is not waited for.
            return new ExecutionResult(new TimedOut());
        }
        finally
        {
            // What goes on is still at work, and keeps its caller's turn.
            if (turn is not null)
                _ = running.ContinueWith(static (_, held) => ((IDisposable)held!).Dispose(), turn, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task Write(HttpContext http, ExecutionResult result, ResponseForm form, bool english)
    {
        if (result.Streams is { Count: > 0 } opened)
        {
            await streams.Write(http, opened.First().Value, english);
            return;
        }
        var status = Status(result, form);
        if (form == ResponseForm.EventStream && status is 0 or StatusCodes.Status200OK)
        {
            await streams.Write(http, result, english);
            return;
        }
        using var buffer = ResponseBuffer.Take();
        try
        {
            ResultWriter.Write(buffer.Json, result, WithData(result, status), english);
        }
        catch (Exception fault)
        {
            buffer.Clear();
            result = new ExecutionResult(exceptions.Explain(fault, http));
            status = StatusCodes.Status500InternalServerError;
            ResultWriter.Write(buffer.Json, result, withData: false, english);
        }
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = form == ResponseForm.GraphQLResponse ? "application/graphql-response+json; charset=utf-8" : "application/json; charset=utf-8";
        response.ContentLength = buffer.Written.Length;
        response.Headers.XContentTypeOptions = NoSniff;
        response.Headers.CacheControl = NoStore;
        if (result.Errors is { Count: > 0 })
            WriteErrorHeaders(response, result.Errors);
        await response.BodyWriter.WriteAsync(buffer.Written, http.RequestAborted);
    }

    private static bool WithData(ExecutionResult result, int status) => result.Executed && status == StatusCodes.Status200OK;

    private static int Status(ExecutionResult result, ResponseForm form)
    {
        if (result.Errors is not { Count: > 0 } errors || result.Executed && HoldsSomething(result.Data))
            return StatusCodes.Status200OK;
        foreach (var error in errors)
        {
            if (ShownError.StatusOf(error) is var status and not 0)
                return status;
        }
        return result.Executed || form != ResponseForm.GraphQLResponse ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    // Root fields that are all null beside an error answer nothing: whoever looks at the status must not take that for "there is no such licence".
    private static bool HoldsSomething(object? data) => data is ObjectExecutionNode { SubFields: { } fields }
        ? fields.Any(field => field.ToValue() is not null)
        : data is not null;

    private static void WriteErrorHeaders(HttpResponse response, IEnumerable<ExecutionError> errors)
    {
        foreach (var error in errors)
        {
            if (error is TransportError { RetryAfter: { } wait })
                response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            if (error is WrongMethod method)
                response.Headers.Allow = method.Allow;
            if (response.StatusCode == StatusCodes.Status401Unauthorized)
                response.Headers.WWWAuthenticate = "Bearer";
        }
    }

    // The request's scope is made when a resolver asks for something in it, and not otherwise. A resolver that goes on after its caller has
    // gone or its time is over is given nothing: the request has ended, and its context may serve another caller already.
    private sealed class LazyServices(HttpContext http, ExecutionOptions execution) : IServiceProvider
    {
        public object? GetService(Type serviceType)
        {
            execution.CancellationToken.ThrowIfCancellationRequested();
            return http.RequestServices.GetService(serviceType);
        }
    }
}
