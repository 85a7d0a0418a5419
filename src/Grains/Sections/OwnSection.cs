using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>归本科室办理. What the command makes is given to the section of whoever gives it, where it names no other.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForOwnSectionAttribute : ListedOfActorAttribute
{
    /// <inheritdoc/>
    public override ListedConcept List => Section.List;

    /// <inheritdoc/>
    public override string? Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Section;
    }
}

/// <summary>本科室. To which section new work is given (R3.1.1). A section that is closed is given nothing new, whoever still belongs to it.</summary>
public static class OwnSection
{
    /// <summary>The section of whoever gives the command, while it is open; null where there is none.</summary>
    /// <param name="now">What the shell has found out, of a command that is <see cref="ForOwnSectionAttribute">for the own section</see>.</param>
    public static string? Of(Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Open<Section>(now.Actor.Section)?.Code;
    }

    /// <summary>The section that a command names, or else that of whoever gives it.</summary>
    /// <param name="now">What the shell has found out.</param>
    /// <param name="given">The section as given, or null.</param>
    public static string? Or(Circumstances now, string? given) => FreeText.Given(given) ?? Of(now);

    /// <summary>What is wrong with the section that a command names, or leaves out, or null.</summary>
    /// <param name="now">What the shell has found out.</param>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="given">The section as given, or null.</param>
    public static InvalidInput? Problem(Circumstances now, string field, string? given)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.NotOpen<Section>(field, given)
            ?? (FreeText.Given(given) is null && FreeText.Given(now.Actor.Section) is { } own && Of(now) is null
                ? new InvalidInput(field, $"您所在的科室（{own}）已撤销，请写明责任科室", $"Your section ({own}) is closed; say which section answers for it")
                : null);
    }
}
