using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Transport;

/// <summary>异常说明. Turns what a resolver threw into what the caller may know.</summary>
internal sealed partial class ExceptionAnswers(IEnumerable<IExceptionTranslator> translators, ILogger<ExceptionAnswers> logger)
{
    // Last come, first asked: what a host adds stands before what the transport knows by itself.
    private readonly IExceptionTranslator[] translators = [.. translators.Reverse()];

    /// <summary>The engine's hook: replaces an exception by the error that stands for it.</summary>
    internal Task Explain(UnhandledExceptionContext thrown)
    {
        thrown.Exception = Explain(thrown.OriginalException, (thrown.ExecutionOptions.UserContext as GraphQLRequestContext)?.Http);
        return Task.CompletedTask;
    }

    internal TransportError Explain(Exception exception, HttpContext? http)
    {
        while (exception is AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException { InnerException: not null })
            exception = exception.InnerException!;
        foreach (var translator in translators)
        {
            if (translator.Translate(exception) is { } known)
            {
                if (known is StorageFull)
                    NoRoom(logger, exception);
                return known;
            }
        }
        var traceId = TraceId(http);
        Failed(logger, traceId, exception);
        return new Fault(traceId, exception);
    }

    private static string TraceId(HttpContext? http) => Activity.Current?.TraceId.ToHexString() ?? http?.TraceIdentifier ?? ActivityTraceId.CreateRandom().ToHexString();

    [LoggerMessage(LogLevel.Error, "The disk is full: what somebody sent could not be kept")]
    private static partial void NoRoom(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A GraphQL operation failed; the caller was given trace id {TraceId}")]
    private static partial void Failed(ILogger logger, string traceId, Exception exception);
}

/// <summary>下层异常转译. What the exceptions of the actors and of the commit mean to a caller.</summary>
internal sealed class ActorFailures : IExceptionTranslator
{
    private static readonly TimeSpan UntilTheQueueIsShorter = TimeSpan.FromSeconds(1);

    public TransportError? Translate(Exception exception) => exception switch
    {
        ActorNotAllowedException => new NotPermitted(cause: exception),
        CommitQueueFullException or ReadsBusyException => new Unavailable(UntilTheQueueIsShorter, exception),
        DatabaseUnavailableException => new Unavailable(cause: exception),
        // The connection was lost while something was read.
        DbException away when Database.IsAway(away) => new Unavailable(cause: exception),
        OutcomeUnknownException => new OutcomeNotKnown(exception),
        // The silo that had the call is gone; whether it had done it, nobody says.
        SiloUnavailableException => new OutcomeNotKnown(exception),
        OrleansMessageRejectionException => new Unavailable(cause: exception),
        TimeoutException => new TimedOut(cause: exception),
        _ => null,
    };
}

/// <summary>请求异常转译. What the server's own look at a request found: it was cut off, too large, or not HTTP.</summary>
internal sealed class RequestFailures : IExceptionTranslator
{
    public TransportError? Translate(Exception exception) => exception switch
    {
        TransportError known => known,
        BadHttpRequestException bad => new BrokenRequest(bad.StatusCode, bad),
        IOException full when FullDisk.Is(full) => new StorageFull(full),
        _ => null,
    };
}
