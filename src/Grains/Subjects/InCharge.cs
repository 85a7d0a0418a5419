using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 承办人员. An officer acts in the matters that are that officer's own, and the head of a section in those of the section: who is assigned
/// is named to the party and answers for what is done (行政处罚法 第四十二条、第五十五条). Whoever may give the command by another office, as
/// the legal section and the head of the bureau do, is not bound to a section.
/// </summary>
public static class InCharge
{
    /// <summary>Why a matter is not the actor's, or null.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="state">The matter.</param>
    /// <param name="command">What is asked; only what is <see cref="InChargeAttribute">theirs</see> can be refused.</param>
    /// <param name="now">Who acts, and what the bureau has set.</param>
    public static NotInCharge? Problem(Concept concept, object state, Command command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(now);
        var type = command.GetType();
        return InChargeAttribute.IsOn(type) && IsBound(type, now.Actor) && !concept.IsOwnOf(state, type, now.Actor.User)
            ? Others(concept, state, now.Actor, now.Required<ActingRules>())
            : null;
    }

    /// <summary>Why a step that begins something new in a matter is not the actor's, or null.</summary>
    /// <param name="concept">The matter's concept.</param>
    /// <param name="state">The matter.</param>
    /// <param name="command">What begins the new one.</param>
    /// <param name="now">Who acts, and what the bureau has set.</param>
    public static NotInCharge? ProblemIn(Concept concept, object state, Command command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(now);
        return IsBound(command.GetType(), now.Actor) ? Others(concept, state, now.Actor, now.Required<ActingRules>()) : null;
    }

    /// <summary>
    /// Whose the matter is, where an actor could give one of the commands by office and others are in charge; null otherwise.
    /// </summary>
    /// <param name="concept">The concept.</param>
    /// <param name="state">The matter.</param>
    /// <param name="commands">Types of commands; answered with those that the actor leaves to the others.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="rules">What the bureau has set.</param>
    public static (NotInCharge Others, ImmutableArray<Type> Left)? Left(
        Concept concept, object state, IEnumerable<Type> commands, Actor actor, ActingRules rules)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(actor);
        return commands.Where(type => InChargeAttribute.IsOn(type) && actor.IsAnyOf(AllowedToAttribute.Of(type)) && IsBound(type, actor)
                    && !concept.IsOwnOf(state, type, actor.User))
                .ToImmutableArray() is { IsEmpty: false } left
            && Others(concept, state, actor, rules) is { } others
                ? (others, left)
                : null;
    }

    private static bool IsBound(Type command, Actor actor) =>
        actor.IsAnyOf(InChargeAttribute.Bound) && !actor.IsAnyOf(AllowedToAttribute.Of(command) & ~InChargeAttribute.Bound);

    private static NotInCharge? Others(Concept concept, object state, Actor actor, ActingRules rules)
    {
        if (concept.ChargeOf(state, rules) is not { } charge)
        {
            return null;
        }

        var isOfSection = charge.Section is null || charge.Section == actor.Section;
        var isTheirs = charge.Names(actor.User) || (actor.IsAnyOf(Roles.SectionHead) && isOfSection);
        return isTheirs || (actor.IsAnyOf(Roles.Officer) && IsAnOfficers()) ? null : new NotInCharge(charge.Section, charge.Officers);

        bool IsAnOfficers() => rules.Of(concept.Name) switch
        {
            OfficersActing.Bureau => true,
            OfficersActing.Section => isOfSection,
            _ => charge.Officers.IsEmpty && isOfSection,
        };
    }
}

/// <summary>
/// 由承办人员办理. On a concept's commands: those that officers and heads of sections may give belong to those who are in charge of the matter.
/// What another step carries (<see cref="NotOfferedAttribute"/>) was theirs who gave that step.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InChargeAttribute() : RefusesAttribute(typeof(NotInCharge))
{
    /// <summary>The offices that are bound to matters of their own.</summary>
    public const Roles Bound = Roles.Officer | Roles.SectionHead;

    /// <summary>Whether a command belongs to those who are in charge.</summary>
    /// <param name="command">The command's type.</param>
    public static bool IsOn(Type command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Theirs.GetOrAdd(command, static type => type.IsDefined(typeof(InChargeAttribute), inherit: true) && ExemptBecause(type) is null);
    }

    private static readonly ConcurrentDictionary<Type, bool> Theirs = new();

    /// <summary>Why a command does not belong to those in charge, in words for those who review the law; null where it does.</summary>
    /// <param name="command">The command's type.</param>
    public static string? ExemptBecause(Type command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return (AllowedToAttribute.Of(command) & Bound) == 0 ? "neither an officer nor the head of a section gives it"
            : command.GetCustomAttribute<CreatesAttribute>(inherit: false) is { UnlessNumbered: false } ? "it makes a new matter"
            : command.GetCustomAttributes(inherit: false).OfType<ISaysWhoActs>().FirstOrDefault()?.Because
                ?? (command.IsDefined(typeof(NotOfferedAttribute), inherit: false)
                    ? "another step carries it, and was theirs who gave that"
                    : null);
    }

    /// <inheritdoc/>
    public override bool Concerns(Type command) => IsOn(command);
}

/// <summary>另定办理人. On a command that does not belong to those who are in charge: another rule says who gives it.</summary>
public interface ISaysWhoActs
{
    /// <summary>理由. Why, in words for those who review the law.</summary>
    string Because { get; }
}

/// <summary>执法人员均可. A command that others than those in charge may give as well.</summary>
/// <param name="because">Why, in words for those who review the law.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ForEveryOfficerAttribute(string because) : Attribute, ISaysWhoActs
{
    /// <inheritdoc/>
    public string Because { get; } = because;
}

/// <summary>Tells the law which officers act.</summary>
/// <param name="rules">What the bureau has set, or null.</param>
internal sealed class ActingRulesSource(ActingRules? rules = null) : IFactSource
{
    public ValueTask<object?> FetchAsync(Command command, Actor actor) =>
        ValueTask.FromResult<object?>(
            Marked<InChargeAttribute>.IsOn(command.GetType()) ? rules ?? ActingRules.Usual : null);
}

/// <summary>不是承办人员. The matter is handled by others; it may be read, not acted in.</summary>
/// <param name="Section">责任科室. The section that answers for it, or null.</param>
/// <param name="Officers">承办人员. User names of those who are assigned to it.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-in-charge")]
public sealed record NotInCharge(string? Section, IReadOnlyList<string> Officers) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => (Section, Officers.Count == 0) switch
    {
        ({ } section, true) => new(
            $"该事项由责任科室（{Named.Section(section)}）办理，您可以查阅，不能办理",
            $"This is handled by section {Named.Section(section)}; you may read it, not act in it"),
        ({ } section, false) => new(
            $"该事项由责任科室（{Named.Section(section)}）的承办人员{Named.People(Officers)}办理，您可以查阅，不能办理；需要参与的，请科室负责人增派或者移转",
            $"This is handled by {Named.People(Officers, ", ")} of section {Named.Section(section)}; you may read it, not act in it. "
            + "The head of the section can assign you or hand it over"),
        _ => new(
            $"该事项由承办人员{Named.People(Officers)}办理，您可以查阅，不能办理",
            $"This is handled by {Named.People(Officers, ", ")}; you may read it, not act in it"),
    };
}
