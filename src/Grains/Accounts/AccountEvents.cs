using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户事件. What can have happened to an account. No event carries a password or its hash: the journal is kept for ever (docs/decisions/0007-credentials.md).</summary>
public abstract record AccountEvent : Event;

/// <summary>账户已建立. The account came into being.</summary>
/// <param name="UserName">The normalised user name.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Roles">What the person is.</param>
/// <param name="Section">The section, or null.</param>
/// <param name="Agency">The partner agency, or null.</param>
/// <param name="Credential">The id of the password's hash in the table <c>credential</c>; null without a password.</param>
/// <param name="MustChangePassword">Whether another has to be chosen first.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.created")]
public sealed record AccountCreated(
    string UserName, string DisplayName, Roles Roles, string? Section, string? Agency, string? Credential, bool MustChangePassword, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建立账户，角色：{RoleNames.Of(Roles).Chinese}", $"Account created as {RoleNames.Of(Roles).English}");
}

/// <summary>角色已变更. The person is something else now.</summary>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Section">The section, or null.</param>
/// <param name="Agency">The partner agency, or null.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.roles-changed")]
public sealed record AccountRolesChanged(string DisplayName, Roles Roles, string? Section, string? Agency, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"变更角色：{RoleNames.Of(Roles).Chinese}", $"Roles are now {RoleNames.Of(Roles).English}");
}

/// <summary>口令已重置. An administrator set a password.</summary>
/// <param name="Credential">The id of its hash.</param>
/// <param name="MustChange">Whether another has to be chosen first.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.password-set")]
public sealed record AccountPasswordSet(string Credential, bool MustChange, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("重置口令", "Password set by an administrator");
}

/// <summary>口令已修改. The person chose another password.</summary>
/// <param name="Credential">The id of its hash.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.password-changed")]
public sealed record AccountPasswordChanged(string Credential, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("修改口令", "Password changed");
}

/// <summary>账户已停用. Nobody signs in with it any more.</summary>
/// <param name="Reason">Why.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.disabled")]
public sealed record AccountDisabled(string Reason, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("停用账户", "Account disabled");
}

/// <summary>账户已启用. It can be used again.</summary>
[Alias("account.enabled")]
public sealed record AccountEnabled : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("启用账户", "Account enabled");
}

/// <summary>已解除锁定. A lock was ended before its time.</summary>
[Alias("account.unlocked")]
public sealed record AccountUnlocked : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("解除锁定", "Account unlocked");
}

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
