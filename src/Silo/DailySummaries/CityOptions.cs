using System.ComponentModel.DataAnnotations;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.DailySummaries;

/// <summary>市局接口设置. Where the bureau's daily summaries are sent up to. Configuration section <c>CityBureau</c>.</summary>
public sealed class CityOptions
{
    /// <summary>The city bureau's address, HTTPS; empty for none, which is usual: then people hand the summaries over.</summary>
    public string? Url { get; set; }

    /// <summary>What each summary is signed with (HMAC-SHA256); empty for no signature.</summary>
    public string? Secret { get; set; }

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the second attempt waits; each later one waits twice as long as the one before it, at most ten minutes: the day's
    /// summary is wanted the same day.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan Retry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether there is such an interface.</summary>
    internal bool IsOn => Url is { Length: > 0 };

    /// <summary>How long the next look waits after so many attempts that failed on end; after none, for what is approved
    /// meanwhile.</summary>
    /// <param name="failures">How many failed.</param>
    internal TimeSpan WaitAfter(int failures) => SignedPost.WaitAfter(Retry, failures, TimeSpan.FromMinutes(10));
}
