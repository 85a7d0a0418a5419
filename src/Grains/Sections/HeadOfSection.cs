using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>
/// 本科室负责人. What was recorded is corrected by the head of the section that answers for it, not by whoever recorded it alone.
/// </summary>
public static class HeadOfSection
{
    /// <summary>Why the actor is not the head of the section, or null. Where no section answers for it, the head of any may act.</summary>
    /// <param name="section">The section's code, or null.</param>
    /// <param name="actor">Who acts; that it is a head follows from who may give the command.</param>
    public static NotHeadOfSection? Problem(string? section, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return section is null || section == actor.Section ? null : new NotHeadOfSection(section);
    }
}

/// <summary>不是责任科室负责人. The step belongs to the head of the section that answers for it.</summary>
/// <param name="Section">责任科室. Which section.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-head-of-section")]
public sealed record NotHeadOfSection(string Section) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该事项由责任科室（{Section}）负责人办理",
        $"This step belongs to the head of the section that answers for it ({Section})");
}
