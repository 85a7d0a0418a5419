using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ShuangDa.Grains.Subjects;

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
/// <param name="LicenceSection">
/// 许可受理科室. The code of the section that takes in what concerns licences; null where every section does.
/// </param>
public sealed record ActingRules(FrozenDictionary<string, OfficersActing> ByConcept, string? LicenceSection = null)
{
    /// <summary>What holds where nothing is configured.</summary>
    public static ActingRules Usual { get; } = new(FrozenDictionary<string, OfficersActing>.Empty);

    /// <summary>What is set for a concept.</summary>
    /// <param name="concept">The concept's name.</param>
    public OfficersActing Of(string concept) => ByConcept.GetValueOrDefault(concept, OfficersActing.Assigned);
}

/// <summary>承办. Whose a matter is.</summary>
/// <param name="Section">责任科室. The code of the section that answers for it, or null.</param>
/// <param name="Officers">承办人员. User names of those who are assigned to it; while there are none, it is everybody's of the section.</param>
/// <param name="OpenedBy">启动人. The user name of who opened it and acts in it beside those; null where that gives no part in it.</param>
public sealed record Charge(string? Section, ImmutableArray<string> Officers, string? OpenedBy = null)
{
    /// <summary>Whether an officer is one of those whose it is.</summary>
    /// <param name="user">The user name.</param>
    public bool Names(string user) => Officers.Contains(user) || OpenedBy == user;
}
