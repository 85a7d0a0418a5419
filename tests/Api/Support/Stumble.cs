using Orleans;

namespace ShuangDa.Tests.Api.Support;

/// <summary>Lets a concept's grains take their step and loses the answer, a few times.</summary>
/// <param name="concept">The concept's name.</param>
public sealed class Stumble(string concept) : IIncomingGrainCallFilter
{
    public int Left { get; set; }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Invoke();
        if (Left > 0 && context.TargetId.Type.ToString() == concept && context.Request.GetMethodName() is "Execute" or "Take")
        {
            Left--;
            throw new TimeoutException("The answer was lost on its way.");
        }
    }
}
