using System.ComponentModel.DataAnnotations;
using ShuangDa.Grains.Notifications;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Notifications;

/// <summary>
/// 通知外送设置. Where notifications are brought to, such as a gateway of 政务微信 or of short messages. Configuration section
/// <c>Notifications</c>.
/// </summary>
public sealed class HookOptions
{
    /// <summary>The gateway's address, HTTPS; empty for none, which is usual.</summary>
    public string? HookUrl { get; set; }

    /// <summary>What each delivery is signed with (HMAC-SHA256); empty for no signature.</summary>
    public string? HookSecret { get; set; }

    /// <summary>Whether the gateway is told the title of work too, which may name parties.</summary>
    public bool HookTitles { get; set; }

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan HookTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how many attempts a delivery is given up.</summary>
    [Range(1, 100)]
    public int HookAttempts { get; set; } = 12;

    /// <summary>How long the second attempt waits; each later one waits twice as long as the one before it, at most six hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "06:00:00")]
    public TimeSpan HookRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the first part of an act on many subjects waits for the others, so that they are brought as one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan HookGathering { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether there is a gateway.</summary>
    internal bool IsOn => HookUrl is { Length: > 0 };

    /// <summary>How often it is looked for what another silo committed, and what is to be tried again.</summary>
    internal TimeSpan LookEvery => new[] { TimeSpan.FromSeconds(15), HookRetry, HookGathering }.Min();

    /// <summary>How long the next attempt waits after so many that failed.</summary>
    /// <param name="failures">How many failed.</param>
    internal TimeSpan WaitAfter(int failures) => SignedPost.WaitAfter(HookRetry, failures, TimeSpan.FromHours(6));

    /// <summary>How long a gateway that is down is left alone.</summary>
    /// <param name="rounds">How many times on end it was found down.</param>
    internal TimeSpan PauseAfter(int rounds) => SignedPost.WaitAfter(HookRetry, rounds, TimeSpan.FromMinutes(10));

    /// <summary>
    /// After how many attempts a delivery is given up that failed for a reason. What the gateway says it does not take, such as for
    /// somebody whom it does not know, is not taken the twelfth time either, and what that person is told afterwards waits for it.
    /// </summary>
    /// <param name="reason">The reason.</param>
    internal int AttemptsAfter(DeliveryFailure reason) =>
        reason is DeliveryFailure.Refused ? Math.Min(HookAttempts, MostRefusals) : HookAttempts;

    private const int MostRefusals = 3;
}
