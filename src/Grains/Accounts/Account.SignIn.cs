using System.Globalization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

// Signing in and out, and the lock after wrong passwords.
public sealed partial record Account
{
    private static Decision<AccountEvent>? DecideInSignIn(Account account, AccountCommand command, Circumstances now) => command switch
    {
        RecordSignIn c => DecideRecordSignIn(account, c, now),
        RecordFailedSignIn => DecideRecordFailedSignIn(account, now),
        UnlockAccount => account.IsLocked(now.Now) || account.IsSlowed(now.Now) || account.FailedSignIns > 0 ? new AccountUnlocked() : Decision<AccountEvent>.AlreadySo,
        SignOut c => DecideSignOut(account, c, now),
        _ => Decision<AccountEvent>.NotOfThisStage,
    };

    private static Account? ApplyInSignIn(Account account, AccountEvent happened) => happened switch
    {
        AccountSignedIn e => Unlocked(account with { LastSignInAt = e.At }),
        AccountSignInFailed e => account with { FailedSignIns = e.InARow, LockedUntil = null, SlowedUntil = null },
        AccountLocked e => account with { FailedSignIns = 0, LockedUntil = e.Until },
        // One more wrong password after the slow minute is enough to slow, or by then lock, again.
        AccountSlowed e => account with { FailedSignIns = FailuresThatLock - 1, SlowedUntil = e.Until },
        AccountUnlocked => Unlocked(account),
        AccountSignedOut e => account with { EndedSessions = [.. (account.EndedSessions ?? []).Where(ended => ended.ExpiresAt > e.AskedAt), new EndedSession(e.Session, e.ExpiresAt)] },
        AccountSessionsEnded e => Stamped(account, e.At),
        _ => null,
    };

    private static Decision<AccountEvent> DecideRecordSignIn(Account account, RecordSignIn command, Circumstances now) =>
        account.Disabled ? new AccountIsDisabled()
        : account.IsLocked(now.Now) ? new AccountIsLocked(account.LockedUntil!.Value)
        : new AccountSignedIn(command.Session, Instant(now));

    // While it is locked or slowed nothing is counted, so that somebody who keeps guessing cannot fill the journal.
    private static Decision<AccountEvent> DecideRecordFailedSignIn(Account account, Circumstances now) =>
        account.Disabled || account.IsLocked(now.Now) || account.IsSlowed(now.Now) ? Decision<AccountEvent>.AlreadySo
        : account.FailedSignIns + 1 < FailuresThatLock ? new AccountSignInFailed(account.FailedSignIns + 1)
        : account.IsActiveAdministrator && !now.Required<AccountFacts>().OtherAdministratorsRemain
            ? new AccountEvent[] { new AccountSignInFailed(FailuresThatLock), new AccountSlowed(Instant(now) + SlowingLasts) }
            : new AccountEvent[] { new AccountSignInFailed(FailuresThatLock), new AccountLocked(Instant(now) + LockLasts) };

    private static Decision<AccountEvent> DecideSignOut(Account account, SignOut command, Circumstances now) => command switch
    {
        _ when now.Actor.User != account.UserName && !now.Actor.IsAnyOf(Roles.Administrator | Roles.System)
            => throw new ActorNotAllowedException("Only an administrator ends another person's sessions."),
        { Session: null } => new AccountSessionsEnded(Instant(now)),
        { Session: { } session } when account.EndedSessions?.Any(ended => ended.Session == session) == true => Decision<AccountEvent>.AlreadySo,
        _ when account.EndedSessions?.Count >= MostEndedSessions => new AccountSessionsEnded(Instant(now)),
        { Session: { } session, ExpiresAt: { } expiresAt, AskedAt: { } askedAt } => new AccountSignedOut(session, expiresAt, askedAt),
        _ => new InvalidInput("expiresAt", "缺少会话的到期时刻", "The session's end is missing"),
    };

    // Every session dies with the stamp, so nobody needs to remember which ones were ended before.
    private static Account Stamped(Account account, DateTimeOffset at) => account with { SecurityStamp = account.SecurityStamp + 1, StampedAt = at, EndedSessions = null };

    private static Account Unlocked(Account account) => account with { FailedSignIns = 0, LockedUntil = null, SlowedUntil = null };
}

/// <summary>已退出的会话. A session that was ended before its time.</summary>
/// <param name="Session">Its id.</param>
/// <param name="ExpiresAt">When it would have ended by itself (UTC).</param>
[GenerateSerializer, Immutable, Alias("account.ended-session")]
public sealed record EndedSession(string Session, DateTimeOffset ExpiresAt);

/// <summary>登录成功. Records that the right password was given.</summary>
/// <param name="Session">The new session's id.</param>
[GenerateSerializer, Immutable, Alias("account.record-sign-in"), AllowedTo(Roles.System)]
[Refuses<AccountIsDisabled, AccountIsLocked>]
public sealed record RecordSignIn(string Session) : AccountCommand;

/// <summary>登录失败. Records that a wrong password was given.</summary>
[GenerateSerializer, Immutable, Alias("account.record-failed-sign-in"), AllowedTo(Roles.System)]
public sealed record RecordFailedSignIn : AccountCommand;

/// <summary>解除用户锁定. Ends a lock before its time.</summary>
[GenerateSerializer, Immutable, Alias("account.unlock"), AllowedTo(Roles.Administrator | Roles.System), OfferedAs("unlockUser")]
public sealed record UnlockAccount : AccountCommand;

/// <summary>退出登录. Ends one session, or all of the account.</summary>
/// <param name="Session">The session's id; null for all.</param>
/// <param name="ExpiresAt">When the session would have ended by itself (UTC, the wall clock of whoever issued its token, which a simulation does not speed up), after which nobody needs to remember it.</param>
/// <param name="AskedAt">When it was asked for (UTC, the same clock).</param>
[GenerateSerializer, Immutable, Alias("account.sign-out"), AllowedTo(Roles.Everyone | Roles.System), NotOffered]
public sealed record SignOut(string? Session = null, DateTimeOffset? ExpiresAt = null, DateTimeOffset? AskedAt = null) : AccountCommand;

/// <summary>已登录. The right password was given.</summary>
/// <param name="Session">The session that began.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.signed-in")]
public sealed record AccountSignedIn(string Session, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("登录", "Signed in");
}

/// <summary>登录失败. A wrong password was given.</summary>
/// <param name="InARow">The how manieth since the last right one.</param>
[Alias("account.sign-in-failed")]
public sealed record AccountSignInFailed(int InARow) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登录失败，连续第{InARow}次", $"Sign-in failed, number {InARow} in a row");
}

/// <summary>账户已锁定. Nobody signs in until then, not even with the right password.</summary>
/// <param name="Until">The end of the lock (UTC, whole milliseconds).</param>
[Alias("account.locked")]
public sealed record AccountLocked(DateTimeOffset Until) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("连续输错口令，账户锁定", "Locked after wrong passwords");
}

/// <summary>登录放缓. What stands in for a lock where it would shut the last administrator out: wrong passwords are answered late and not counted until then, the right one is taken at once.</summary>
/// <param name="Until">Until when (UTC, whole milliseconds).</param>
[Alias("account.slowed")]
public sealed record AccountSlowed(DateTimeOffset Until) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("最后一名系统管理员连续输错口令，登录放缓", "Wrong passwords for the last administrator: sign-in slowed");
}

/// <summary>已解除锁定. A lock was ended before its time.</summary>
[Alias("account.unlocked")]
public sealed record AccountUnlocked : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("解除锁定", "Account unlocked");
}

/// <summary>已退出登录. One session ended.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="ExpiresAt">When it would have ended by itself (UTC, wall clock).</param>
/// <param name="AskedAt">When it was asked for (UTC, wall clock).</param>
[Alias("account.signed-out")]
public sealed record AccountSignedOut(string Session, DateTimeOffset ExpiresAt, DateTimeOffset AskedAt) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("退出登录", "Signed out");
}

/// <summary>会话全部结束. Every running session ended.</summary>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.sessions-ended")]
public sealed record AccountSessionsEnded(DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("结束全部会话", "All sessions ended");
}

/// <summary>账户已停用. The account is disabled.</summary>
[GenerateSerializer, Immutable, Alias("refusal.account-disabled")]
public sealed record AccountIsDisabled : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("账户已停用", "The account is disabled");
}

/// <summary>账户已锁定. Too many wrong passwords in a row.</summary>
/// <param name="Until">锁定至. When the lock ends by itself (UTC).</param>
[GenerateSerializer, Immutable, Alias("refusal.account-locked")]
public sealed record AccountIsLocked(DateTimeOffset Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message =>
        new(
            $"口令连续输错，账户锁定至{MinuteOfEnd("yyyy-MM-dd HH:mm")}，之后可以再试",
            $"The account is locked after wrong passwords until {MinuteOfEnd("yyyy-MM-dd HH:mm")} Beijing time");

    // The minute by which the lock has ended: whoever comes at the time that was said is let in.
    private string MinuteOfEnd(string form) =>
        ShanghaiTime.ClockOf(Until.Plus(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1))).ToString(form, CultureInfo.InvariantCulture);
}
