namespace ShuangDa.Grains.Accounts;

/// <summary>凭据设置. How passwords are hashed; of the section <c>Authentication</c> of the configuration.</summary>
public sealed class CredentialOptions
{
    /// <summary>The least that may be configured, and what stands where nothing is.</summary>
    public const int LeastRounds = 600_000;

    /// <summary>
    /// 口令轮数. How many rounds of PBKDF2 with HMAC-SHA-512 a password is hashed with: each guess at a stolen hash costs as much as one
    /// sign-in. A stored hash of fewer rounds is replaced when its owner signs in next.
    /// </summary>
    public int PasswordRounds { get; set; } = LeastRounds;
}
