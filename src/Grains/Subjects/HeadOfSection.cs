namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 本科室负责人. What was recorded is corrected by the head of the section that answers for it, not by whoever recorded it alone.
/// </summary>
public static class HeadOfSection
{
    /// <summary>Why the command belongs to the head of another section than the actor's, or null.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="state">The matter.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who acts, and what the bureau has set.</param>
    public static NotHeadOfSection? Problem(Concept concept, object state, Command command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(now);
        return Marked<ByHeadOfSectionAttribute>.IsOn(command.GetType())
            ? Problem(concept.ChargeOf(state, now.Required<ActingRules>())?.Section, command, now.Actor)
            : null;
    }

    /// <summary>
    /// Why the command belongs to the head of another section than the actor's, or null. Where no section
    /// answers for it, the head of any may act. Whoever may give it by another office is not bound to a section.
    /// </summary>
    /// <param name="section">The code of the section that answers for the subject, or null.</param>
    /// <param name="command">What is asked; only what is <see cref="ByHeadOfSectionAttribute">the head's</see> can be refused.</param>
    /// <param name="actor">Who acts; that it is a head follows from who may give the command.</param>
    public static NotHeadOfSection? Problem(string? section, Command command, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Problem(section, command.GetType(), actor);
    }

    /// <summary>Why a kind of command belongs to the head of another section than the actor's, or null.</summary>
    /// <param name="section">The code of the section that answers for the subject, or null.</param>
    /// <param name="command">The command's type.</param>
    /// <param name="actor">Who acts; that it is a head follows from who may give the command.</param>
    public static NotHeadOfSection? Problem(string? section, Type command, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        return section is null
            || section == actor.Section
            || !Marked<ByHeadOfSectionAttribute>.IsOn(command)
            || actor.IsAnyOf(AllowedToAttribute.Of(command) & ~Roles.SectionHead)
            ? null
            : new NotHeadOfSection(section);
    }
}

/// <summary>由责任科室负责人办理. The command belongs to the head of the section that answers for its subject, not to that of another.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ByHeadOfSectionAttribute() : RefusesAttribute(typeof(NotHeadOfSection)), ISaysWhoActs
{
    /// <inheritdoc/>
    public string Because => "the head of the section that answers for it gives it";
}

/// <summary>不是责任科室负责人. The step belongs to the head of the section that answers for it.</summary>
/// <param name="Section">责任科室. Which section.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-head-of-section")]
public sealed record NotHeadOfSection(string Section) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该事项由责任科室（{Named.Section(Section)}）负责人办理",
        $"This step belongs to the head of the section that answers for it ({Named.Section(Section)})");
}
