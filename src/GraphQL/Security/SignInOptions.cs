using System.ComponentModel.DataAnnotations;

namespace ShuangDa.GraphQL.Security;

/// <summary>登录设置. How people sign in; the section <c>Authentication</c> of the configuration.</summary>
public sealed class SignInOptions : IValidatableObject
{
    /// <summary>The configuration's section.</summary>
    public const string Section = "Authentication";

    /// <summary>令牌有效期. How long a token, and so a session, lasts.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>外部身份提供者. The address of an OpenID Connect provider whose tokens are accepted as well; null for none.</summary>
    public string? Authority { get; set; }

    /// <summary>受众. The audience that the provider's tokens must name.</summary>
    public string? Audience { get; set; }

    /// <summary>用户名声明. The claim of the provider's token that holds the user name of an existing account.</summary>
    public string UserNameClaim { get; set; } = "preferred_username";

    /// <summary>须用HTTPS. Whether the provider must be reached over HTTPS.</summary>
    public bool RequireHttpsMetadata { get; set; } = true;

    /// <summary>每分钟失败次数. Failed sign-ins from one address in a minute; after them the address waits.</summary>
    public int FailuresPerMinute { get; set; } = 30;

    /// <summary>失败用时. How long a failed sign-in takes at least, so that its time does not tell whether there is such an account.</summary>
    public TimeSpan FailureTakes { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>放缓用时. How long a wrong password takes where the sign-in is slowed instead of locked.</summary>
    public TimeSpan SlowedFailureTakes { get; set; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TokenLifetime < TimeSpan.FromSeconds(1) || TokenLifetime > TimeSpan.FromDays(30))
        {
            yield return Wrong(nameof(TokenLifetime), "应为1秒至30天", "It must be between one second and 30 days");
        }

        if (Authority is not null && !Uri.TryCreate(Authority, UriKind.Absolute, out _))
        {
            yield return Wrong(nameof(Authority), "应为身份提供者的完整网址", "It must be the provider's absolute URL");
        }

        if (Authority is not null && string.IsNullOrWhiteSpace(Audience))
        {
            yield return Wrong(nameof(Audience), "配置了身份提供者时必须填写", "It is needed where a provider is configured");
        }

        if (FailuresPerMinute < 1)
        {
            yield return Wrong(nameof(FailuresPerMinute), "至少为1", "It must be at least 1");
        }

        if (FailureTakes < TimeSpan.Zero || SlowedFailureTakes < TimeSpan.Zero)
        {
            yield return Wrong(nameof(FailureTakes), "不能为负", "It must not be negative");
        }
    }

    private static ValidationResult Wrong(string key, string chinese, string english) => new($"{Section}:{key}：{chinese}\n{Section}:{key}: {english}", [key]);
}
