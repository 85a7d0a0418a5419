using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Transport;

/// <summary>
/// 请求失败应答. What escapes from a request anywhere else than in a GraphQL operation, such as a database that is away while it is looked up who
/// calls, is answered with the same codes: in GraphQL's form at its endpoint, as a <see cref="Problem"/> elsewhere.
/// </summary>
internal sealed class RequestFailureHandler(ExceptionAnswers exceptions, GraphQLEndpoint graphQL) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var failure = exceptions.Explain(exception, httpContext);
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        await (endpoint?.Metadata.GetMetadata<AnsweredInGraphQL>() is not null
            ? graphQL.AnswerFailure(httpContext, failure)
            : new Problem(failure.Status, failure.Code!, failure.Text, failure.RetryAfter).ExecuteAsync(httpContext));
        return true;
    }
}

/// <summary>Marks an endpoint whose failures are answered in GraphQL's form.</summary>
internal sealed class AnsweredInGraphQL;
