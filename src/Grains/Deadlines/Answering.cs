using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Deadlines;

/// <summary>责任人. Who answers for a term that nobody met: a person, or whoever holds the office whose step it is.</summary>
/// <param name="Section">责任科室. The section, or null.</param>
/// <param name="Who">责任人. The user name; of an office the wire name of its role, such as <c>LEADER</c>, which no user name can be.</param>
internal sealed record Answering(string? Section, string Who)
{
    /// <summary>Whoever holds an office.</summary>
    /// <param name="office">The role.</param>
    /// <param name="section">The section, or null.</param>
    public static Answering Holding(Roles office, string? section) => new(section, WireName.Of(office));

    /// <summary>The head of a section; where there is none, the head, who says whose it is.</summary>
    /// <param name="section">The section, or null.</param>
    public static Answering HeadOf(string? section) => Holding(section is null ? Roles.Leader : Roles.SectionHead, section);
}
