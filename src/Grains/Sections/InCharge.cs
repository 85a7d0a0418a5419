using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>承办范围. Which officers act in a matter that is there already; whoever may see it reads it.</summary>
[JsonConverter(typeof(WireNameConverter<OfficersActing>))]
public enum OfficersActing
{
    /// <summary>Those who are assigned to it; while nobody is, those of its section.</summary>
    [Term("承办人员", "those who are assigned")]
    Assigned,

    /// <summary>Those of the section that answers for it, as a small bureau works.</summary>
    [Term("责任科室人员", "those of its section")]
    Section,

    /// <summary>Every officer of the bureau.</summary>
    [Term("全局执法人员", "every officer")]
    Bureau,
}

/// <summary>承办规则. Which officers act in the matters of a concept, as the bureau has set it.</summary>
/// <param name="ByConcept">各概念. What is set for a concept, by its name; those that are assigned where nothing is.</param>
public sealed record ActingRules(FrozenDictionary<string, OfficersActing> ByConcept)
{
    /// <summary>What holds where nothing is configured.</summary>
    public static ActingRules Usual { get; } = new(FrozenDictionary<string, OfficersActing>.Empty);

    /// <summary>What is set for a concept.</summary>
    /// <param name="concept">The concept's name.</param>
    public OfficersActing Of(string concept) => ByConcept.GetValueOrDefault(concept, OfficersActing.Assigned);
}

/// <summary>
/// 承办人员. An officer acts in the matters that are that officer's own, and the head of a section in those of the section: who is assigned
/// is named to the party and answers for what is done (行政处罚法 第四十二条、第五十五条). Whoever may give the command by another office, as
/// the legal section and the head of the bureau do, is not bound to a section.
/// </summary>
public static class InCharge
{
    /// <summary>Why the matter is not the actor's, or null.</summary>
    /// <param name="concept">The concept's name.</param>
    /// <param name="section">The code of the section that answers for it, or null.</param>
    /// <param name="officers">User names of those who are assigned to it.</param>
    /// <param name="command">What is asked; only what is <see cref="InChargeAttribute">theirs</see> can be refused.</param>
    /// <param name="now">Who acts, and what the bureau has set.</param>
    public static NotInCharge? Problem(string concept, string? section, ImmutableArray<string> officers, Command command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(now);
        var type = command.GetType();
        if (!InChargeAttribute.IsOn(type)
            || !now.Actor.IsAnyOf(InChargeAttribute.Bound)
            || now.Actor.IsAnyOf(AllowedToAttribute.Of(type) & ~InChargeAttribute.Bound))
        {
            return null;
        }

        var isOfSection = section is null || section == now.Actor.Section;
        var isTheirs = now.Actor.IsAnyOf(Roles.SectionHead) && isOfSection;
        return isTheirs || (now.Actor.IsAnyOf(Roles.Officer) && IsAnOfficers()) ? null : new NotInCharge(section, officers);

        bool IsAnOfficers() => now.Required<ActingRules>().Of(concept) switch
        {
            OfficersActing.Bureau => true,
            OfficersActing.Section => isOfSection || officers.Contains(now.Actor.User),
            _ => officers.IsEmpty ? isOfSection : officers.Contains(now.Actor.User),
        };
    }
}

/// <summary>由承办人员办理. On a concept's commands: those that officers may give belong to those who are in charge of the matter.</summary>
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
        return command.IsDefined(typeof(InChargeAttribute), inherit: true)
            && (AllowedToAttribute.Of(command) & Roles.Officer) != 0
            && !command.IsDefined(typeof(CreatesAttribute), inherit: false)
            && !command.IsDefined(typeof(ForEveryOfficerAttribute), inherit: false);
    }

    /// <inheritdoc/>
    public override bool Concerns(Type command) => IsOn(command);
}

/// <summary>执法人员均可. A command that any officer may give in any matter: what it says is heard from whoever knows it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ForEveryOfficerAttribute : Attribute;

/// <summary>Tells the law which officers act.</summary>
/// <param name="rules">What the bureau has set, or null.</param>
internal sealed class ActingRulesSource(ActingRules? rules = null) : IFactSource
{
    public ValueTask<object?> FetchAsync(Command command, Actor actor) =>
        ValueTask.FromResult<object?>(InChargeAttribute.IsOn(command.GetType()) ? rules ?? ActingRules.Usual : null);
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
            $"该事项由责任科室（{Named.Section(section)}）的承办人员{Named.People(Officers)}办理，您可以查阅，不能办理；需要参与的，请科室负责人增派",
            $"This is handled by {Named.People(Officers, ", ")} of section {Named.Section(section)}; you may read it, not act in it. "
            + "The head of the section can assign you"),
        _ => new(
            $"该事项由承办人员{Named.People(Officers)}办理，您可以查阅，不能办理",
            $"This is handled by {Named.People(Officers, ", ")}; you may read it, not act in it"),
    };
}
