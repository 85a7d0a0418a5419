using System.Collections.Frozen;
using Orleans.Runtime;

namespace ShuangDa.Grains.Subjects;

/// <summary>等待规则. Lets an actor of one concept wait for an actor of another only where its concept says so (<see cref="Concept.WaitsFor"/>), so that what is declared is true, and a test can show that no circle closes.</summary>
/// <param name="concepts">Every concept there is.</param>
public sealed class WaitingGuard(IEnumerable<Concept> concepts) : IOutgoingGrainCallFilter
{
    // Every call between actors asks: types of grains compare by their hash, names would be made anew each time.
    private readonly FrozenDictionary<GrainType, FrozenSet<GrainType>> _allowed = concepts.ToFrozenDictionary(
        concept => GrainType.Create(concept.Name),
        concept => AllowedTo(concept).Select(GrainType.Create).ToFrozenSet());

    /// <summary>The concepts whose actors an actor of this one may wait for: those that it declares, and those of what its commands name (<see cref="ILooksUp"/>).</summary>
    /// <param name="concept">The concept.</param>
    public static IEnumerable<string> AllowedTo(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        return concept.WaitsFor.Concat(concept.CommandTypes.SelectMany(LookedUp)).Distinct();
    }

    private static IEnumerable<string> LookedUp(Type command) => command.GetInterfaces().Prepend(command).SelectMany(part => part.GetCustomAttributes(inherit: false)).Concat(OfParameters(command)).OfType<ILooksUp>().Select(one => one.Concept);

    private static IEnumerable<object> OfParameters(Type type) => CommandParts.ParametersOf(type).SelectMany(parameter =>
    {
        var part = CommandParts.MemberOf(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.GetCustomAttributes(inherit: false).Concat(part.IsClass && part.Assembly == typeof(Command).Assembly ? OfParameters(part) : []);
    });

    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.SourceId is { } source
            && _allowed.TryGetValue(source.Type, out var allowed)
            && context.TargetId.Type is var target
            && _allowed.ContainsKey(target)
            && !allowed.Contains(target))
        {
            throw new InvalidOperationException($"A {source.Type} waits for a {target}, which its concept does not declare (WaitsFor): two that wait for each other would both give up.");
        }

        return context.Invoke();
    }
}
