using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户. The actor of an account; its key is the normalised user name.</summary>
[Alias("account")]
public interface IAccountGrain : ISubjectGrain<Account, AccountCommand>
{
    /// <summary>登录. Checks a password and records what came of it. One password of an account is looked at after the other, so that many at once are not more guesses than a lock allows.</summary>
    /// <param name="password">The password that was given.</param>
    /// <param name="session">The id of the session that begins if it is right.</param>
    /// <param name="commandId">The id of the command that records it.</param>
    [Alias("SignIn")]
    Task<SignInAnswer> SignIn(Password password, string session, Guid commandId);

    /// <summary>清理凭据. Deletes the hashes that the account's state does not name. No command of the account is under way meanwhile, so that none is about to be named.</summary>
    /// <returns>How many there were.</returns>
    [Alias("ForgetOldCredentials")]
    Task<int> ForgetOldCredentials();
}

/// <summary>登录结果. What came of a sign-in.</summary>
/// <param name="Account">The account when the password was right and it may come in, or else null.</param>
/// <param name="Refusal"><see cref="AccountIsLocked"/>, or <see cref="AccountIsDisabled"/> when the password was right; null otherwise.</param>
/// <param name="RetryAfter">How long a lock still stands.</param>
/// <param name="Slowed">Whether a wrong password is to be answered late.</param>
[GenerateSerializer, Immutable, Alias("account.sign-in-answer")]
public sealed record SignInAnswer(Account? Account, Refusal? Refusal = null, TimeSpan? RetryAfter = null, bool Slowed = false);
