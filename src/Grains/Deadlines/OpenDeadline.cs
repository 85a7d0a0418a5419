using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Deadlines;

/// <summary>未了期限. Something that is owed at an instant. A subject's state says which stand; the commit mirrors them into the due index.</summary>
/// <param name="Kind">What is owed, such as <c>licence.expiry</c>. Stable: it is stored.</param>
/// <param name="DueAt">When (UTC, whole milliseconds). The due instant of a last day D is D+1 00:00 Asia/Shanghai.</param>
/// <param name="Rule">The rule and its article, such as 行政许可法 第七十条.</param>
/// <param name="Section">The section that answers for it, or null.</param>
public sealed record OpenDeadline(string Kind, DateTimeOffset DueAt, string Rule, string? Section = null);

/// <summary>期限所有者. What the clock grains call when a deadline has come. Every subject grain is one.</summary>
[Alias("deadline-owner")]
public interface IDeadlineOwner : IGrainWithStringKey
{
    /// <summary>到期. The deadline has come; the owner decides against its own state, so a call twice or late changes nothing more.</summary>
    /// <param name="kind">The deadline's kind.</param>
    /// <param name="dueAt">When it was due (UTC).</param>
    /// <returns>True when the deadline no longer stands afterwards; false when the owner keeps it open.</returns>
    [Alias("OnDeadline")]
    Task<bool> OnDeadline(string kind, DateTimeOffset dueAt);
}
