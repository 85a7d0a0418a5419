using System.Security.Cryptography;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace ShuangDa.Silo.Composition;

/// <summary>
/// 内部调用. Lets into grains only what this process itself has asked for. A call carries who acts (<c>Actor</c>) and is believed, so one
/// that comes from elsewhere is
/// refused whatever it says of itself: each call from inside bears a mark that is drawn at the start and told to nobody.
/// </summary>
/// <param name="logger">Where a call from elsewhere is told.</param>
public sealed partial class InsideCalls(ILogger<InsideCalls> logger) : IOutgoingGrainCallFilter, IIncomingGrainCallFilter
{
    private const string Name = "shuangda.inside";

    private readonly string _mark = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!IsMarked())
        {
            RequestContext.Set(Name, _mark);
        }

        return context.Invoke();
    }

    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (IsMarked() || IsTick(context.Request))
        {
            return context.Invoke();
        }

        LogRefused(logger, context.InterfaceName, context.MethodName, context.SourceId);
        throw new UnauthorizedAccessException("Grains are called from inside the server only.");
    }

    // A grain's timer asks its grain without being sent: it is what it calls. Whatever came from elsewhere has a grain for its target.
    private static bool IsTick(IInvokable request) => ReferenceEquals(request.GetTarget(), request);

    private bool IsMarked() => RequestContext.Get(Name) is string mark && string.Equals(mark, _mark, StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Error, "A call of {Interface}.{Called} from {Source}, which is not this server, was refused")]
    private static partial void LogRefused(ILogger logger, string @interface, string called, GrainId? source);
}
