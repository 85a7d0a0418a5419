using Orleans.Runtime;
using Serilog.Context;
using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Silo.Operations;

/// <summary>关联编号. One id that a request carries through everything it does, into every line of the log and back to the client. It identifies and proves nothing.</summary>
public static class Correlation
{
    /// <summary>The header in which a client may send an id of its own, and in which it is answered.</summary>
    public const string Header = "X-Correlation-ID";

    private const string Name = "CorrelationId";
    private const int Longest = 64;

    /// <summary>Gives every request its id: the client's, if it is a plain one, else the server's own.</summary>
    /// <param name="application">The pipeline.</param>
    public static IApplicationBuilder UseCorrelation(this IApplicationBuilder application) => application.Use(async (context, next) =>
    {
        var id = context.Request.Headers[Header].ToString();
        if (!IsPlain(id))
        {
            id = System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        }

        context.Response.Headers[Header] = id;
        RequestContext.Set(Name, id);
        using (LogContext.PushProperty(Name, id))
        {
            await next(context).ConfigureAwait(false);
        }
    });

    // What a client sends goes into logs and grain calls: letters, digits and hyphens only.
    private static bool IsPlain(string id) => id.Length is > 0 and <= Longest && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    /// <summary>调用关联. Names the subject and the method of a grain call in every line that is logged on its way, with the id of the request it came from.</summary>
    internal sealed class GrainCalls : IIncomingGrainCallFilter
    {
        private static readonly GrainType AccountType = GrainType.Create("account");

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.Grain is not (IDeadlineOwner or IClockGrain))
            {
                await context.Invoke().ConfigureAwait(true);
                return;
            }

            // The key of an account is a person's user name.
            using (LogContext.PushProperty("Subject", context.TargetId.Type == AccountType ? AccountType.ToString() : context.TargetId.ToString()))
            using (LogContext.PushProperty("Method", context.MethodName))
            using (RequestContext.Get(Name) is string id ? LogContext.PushProperty(Name, id) : null)
            {
                await context.Invoke().ConfigureAwait(true);
            }
        }
    }
}
