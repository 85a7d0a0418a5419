using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Approvals;

/// <summary>
/// 由他人办理的事项. Which steps of a matter somebody's office admits and the law leaves to others all the same, whatever they are given
/// with: to those in charge, to the head of the section that answers for it, or to whoever decides such steps. Nobody is offered what
/// would be refused for who they are.
/// </summary>
public static class LeftToOthers
{
    /// <summary>The steps that are left to others.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="state">The matter.</param>
    /// <param name="commands">Types of commands.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="rules">What the bureau has set.</param>
    /// <param name="decider">What authorises whoever asks to decide, today.</param>
    public static ImmutableArray<Type> Of(
        Concept concept, object state, IReadOnlyCollection<Type> commands, Actor actor, ActingRules rules, DeciderFound decider)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(decider);
        var section = concept.ChargeOf(state, rules)?.Section;
        return
        [
            .. (InCharge.Left(concept, state, commands, actor, rules)?.Left ?? [])
                .Union(commands.Where(type => actor.IsAnyOf(AllowedToAttribute.Of(type)) && (
                    HeadOfSection.Problem(section, type, actor) is not null
                    || (Marked<DecidesAttribute>.Of(type) is { Step: var step } && !decider.May(step))))),
        ];
    }
}
