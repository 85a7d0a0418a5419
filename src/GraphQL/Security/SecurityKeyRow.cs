using LinqToDB.Mapping;

namespace ShuangDa.GraphQL.Security;

/// <summary>密钥行. A key that all silos share and that outlives them.</summary>
[Table("security_key")]
public sealed record SecurityKeyRow
{
    /// <summary>A token's key: signs access tokens.</summary>
    public const string ForTokens = "token";

    /// <summary>A key of ASP.NET's Data Protection.</summary>
    public const string ForDataProtection = "data-protection";

    /// <summary>编号. The key's id.</summary>
    [Column("id"), PrimaryKey, NotNull] public required string Id { get; init; }

    /// <summary>用途. What it is for.</summary>
    [Column("purpose"), NotNull] public required string Purpose { get; init; }

    /// <summary>内容. Its body, protected where it signs tokens.</summary>
    [Column("body"), NotNull] public required string Body { get; init; }

    /// <summary>建立时刻. UTC milliseconds.</summary>
    [Column("created_at")] public required long CreatedAt { get; init; }
}
