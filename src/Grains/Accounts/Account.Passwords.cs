using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

// Passwords: set by an administrator, changed by the person.
public sealed partial record Account
{
    private static Decision<AccountEvent>? DecideInPasswords(Account account, AccountCommand command, Circumstances now) => command switch
    {
        SetPassword c => DecideSetPassword(account, c, now),
        ChangeOwnPassword c => DecideChangeOwnPassword(account, c, now),
        _ => Decision<AccountEvent>.NotOfThisStage,
    };

    private static Account? ApplyInPasswords(Account account, AccountEvent happened) => happened switch
    {
        AccountPasswordSet e => Unlocked(Stamped(account with { Credential = e.Credential, MustChangePassword = e.MustChange }, e.At)),
        AccountPasswordChanged e => Unlocked(Stamped(account with { Credential = e.Credential, MustChangePassword = false }, e.At)),
        _ => null,
    };

    private static Decision<AccountEvent> DecideSetPassword(Account account, SetPassword command, Circumstances now) =>
        command.Password.ProblemFor(account.UserName, "password") is { } problem && !now.Actor.IsAnyOf(Roles.System)
            ? problem
            : new AccountPasswordSet(now.Required<AccountFacts>().StoredCredential(), command.MustChange, Instant(now));

    private static Decision<AccountEvent> DecideChangeOwnPassword(Account account, ChangeOwnPassword command, Circumstances now) =>
        now.Actor.User != account.UserName ? throw new ActorNotAllowedException("Only the person changes the own password; an administrator sets another.")
        : account.Disabled ? new AccountIsDisabled()
        : account.ShutUntil(now.Now) is { } until ? new AccountIsLocked(until) // guessed at here, a password is guessed at like anywhere
        : !now.Required<AccountFacts>().CurrentPasswordIsRight ? new CurrentPasswordWrong()
        : command.New.ProblemFor(account.UserName, "newPassword") is { } problem ? problem
        : command.New == command.Current ? new InvalidInput("newPassword", "新口令不得与原口令相同", "The new password differs from the current one")
        : new AccountPasswordChanged(now.Required<AccountFacts>().StoredCredential(), Instant(now));
}

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

/// <summary>原口令有误. The present password that was given is not the right one.</summary>
[GenerateSerializer, Immutable, Alias("refusal.current-password-wrong")]
public sealed record CurrentPasswordWrong : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("原口令不正确", "The current password is not right");
}
