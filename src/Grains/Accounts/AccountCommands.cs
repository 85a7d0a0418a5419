using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户命令. What an account can be asked. Passwords are left out of a command's JSON, and so out of the input's hash in the table <c>command</c>, which would otherwise be an unsalted hash of them.</summary>
[GenerateSerializer, Immutable, Alias("account.command")]
public abstract record AccountCommand : Command;

/// <summary>建立用户. Makes an account.</summary>
/// <param name="UserName">用户名. What the person signs in with: 2 to 50 letters, digits and . _ - @; capital letters are made small.</param>
/// <param name="DisplayName">姓名. The person's name.</param>
/// <param name="Roles">角色. What the person is; LIAISON goes with an agency and with nothing else.</param>
/// <param name="Section">科室. The code of the bureau's section.</param>
/// <param name="Agency">协作部门. The code of the partner agency, for liaison officers.</param>
/// <param name="Password">口令. The first password, at least 10 characters; left out when an outside provider signs the person in.</param>
/// <param name="MustChangePassword">须改口令. Whether the person has to choose another at once; left out, yes.</param>
[GenerateSerializer, Immutable, Alias("account.create"), AllowedTo(Roles.Administrator | Roles.System), Creates, OfferedAs("createUser")]
[Refuses<AlreadyExists>]
public sealed record CreateAccount(
    string UserName,
    [Longest(100)] string DisplayName,
    Roles Roles,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string? Agency,
    [property: JsonIgnore] Password? Password,
    bool MustChangePassword = true) : AccountCommand;

/// <summary>变更用户角色. Says what a person is from now on. The last administrator keeps that role.</summary>
/// <param name="DisplayName">姓名. The person's name; left out, it stays.</param>
/// <param name="Roles">角色. All roles from now on.</param>
/// <param name="Section">科室. The section from now on; left out, none.</param>
/// <param name="Agency">协作部门. The partner agency from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("account.change-roles"), AllowedTo(Roles.Administrator | Roles.System), OfferedAs("changeUserRoles")]
[Refuses<LastAdministrator>]
public sealed record ChangeAccountRoles(
    [Longest(100)] string? DisplayName,
    Roles Roles,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string? Agency) : AccountCommand;

/// <summary>重置用户口令. Sets a password for somebody.</summary>
/// <param name="Password">口令. At least 10 characters.</param>
/// <param name="MustChange">须改口令. Whether the person has to choose another at once; left out, yes.</param>
[GenerateSerializer, Immutable, Alias("account.set-password"), AllowedTo(Roles.Administrator | Roles.System), OfferedAs("setUserPassword")]
public sealed record SetPassword([property: JsonIgnore] Password Password, bool MustChange = true) : AccountCommand;

/// <summary>修改本人口令. A person chooses another password. Ends running sessions.</summary>
/// <param name="Current">The password until now.</param>
/// <param name="New">The new one.</param>
[GenerateSerializer, Immutable, Alias("account.change-own-password"), AllowedTo(Roles.Everyone), NotOffered]
[Refuses<AccountIsDisabled, AccountIsLocked, CurrentPasswordWrong>]
public sealed record ChangeOwnPassword([property: JsonIgnore] Password Current, [property: JsonIgnore] Password New) : AccountCommand;

/// <summary>停用用户. Shuts somebody out. The last administrator stays.</summary>
/// <param name="Reason">原因.</param>
[GenerateSerializer, Immutable, Alias("account.disable"), AllowedTo(Roles.Administrator), OfferedAs("disableUser")]
[Refuses<LastAdministrator>]
public sealed record DisableAccount([Longest(1000)] string Reason) : AccountCommand;

/// <summary>启用用户. Lets somebody in again.</summary>
[GenerateSerializer, Immutable, Alias("account.enable"), AllowedTo(Roles.Administrator | Roles.System), OfferedAs("enableUser")]
public sealed record EnableAccount : AccountCommand;

/// <summary>解除用户锁定. Ends a lock before its time.</summary>
[GenerateSerializer, Immutable, Alias("account.unlock"), AllowedTo(Roles.Administrator | Roles.System), OfferedAs("unlockUser")]
public sealed record UnlockAccount : AccountCommand;

/// <summary>登录成功. Records that the right password was given.</summary>
/// <param name="Session">The new session's id.</param>
[GenerateSerializer, Immutable, Alias("account.record-sign-in"), AllowedTo(Roles.System)]
[Refuses<AccountIsDisabled, AccountIsLocked>]
public sealed record RecordSignIn(string Session) : AccountCommand;

/// <summary>登录失败. Records that a wrong password was given.</summary>
[GenerateSerializer, Immutable, Alias("account.record-failed-sign-in"), AllowedTo(Roles.System)]
public sealed record RecordFailedSignIn : AccountCommand;

/// <summary>退出登录. Ends one session, or all of the account.</summary>
/// <param name="Session">The session's id; null for all.</param>
/// <param name="ExpiresAt">When the session would have ended by itself (UTC, the wall clock of whoever issued its token, which a simulation does not speed up), after which nobody needs to remember it.</param>
/// <param name="AskedAt">When it was asked for (UTC, the same clock).</param>
[GenerateSerializer, Immutable, Alias("account.sign-out"), AllowedTo(Roles.Everyone | Roles.System), NotOffered]
public sealed record SignOut(string? Session = null, DateTimeOffset? ExpiresAt = null, DateTimeOffset? AskedAt = null) : AccountCommand;

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
    public override BilingualText Message => new("口令连续输错，账户暂时锁定", "The account is locked for a while after wrong passwords");
}

/// <summary>最后一名管理员. The step would leave the system without an administrator who can sign in.</summary>
[GenerateSerializer, Immutable, Alias("refusal.last-administrator")]
public sealed record LastAdministrator : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("这是最后一名可用的系统管理员，不能停用或取消其管理员角色", "This is the last active administrator: the account cannot be disabled or lose that role");
}

/// <summary>原口令有误. The present password that was given is not the right one.</summary>
[GenerateSerializer, Immutable, Alias("refusal.current-password-wrong")]
public sealed record CurrentPasswordWrong : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("原口令不正确", "The current password is not right");
}
