namespace ShuangDa.Grains.Subjects;

/// <summary>状态检查. What a concept's check of its states is put together from.</summary>
public static class StateCheck
{
    /// <summary>What is said of a state in which something is broken; nothing of another.</summary>
    /// <param name="isBroken">Whether it is.</param>
    /// <param name="what">What does not hold, in English.</param>
    public static IEnumerable<string> When(bool isBroken, string what) => isBroken ? [what] : [];
}
