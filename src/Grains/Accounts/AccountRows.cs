using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户行. An account as lists and sign-in checks see it.</summary>
[Table("account")]
public sealed record AccountRow : Row
{
    /// <summary>用户名. What the person signs in with.</summary>
    [Column("user_name"), NotNull, Field, Filter, Sort, ReadableBy(Readers.SignedIn)] public required string UserName { get; init; }

    /// <summary>姓名. The person's name.</summary>
    [Column("display_name"), NotNull, Field, Filter, ReadableBy(Readers.SignedIn)] public required string DisplayName { get; init; }

    /// <summary>姓名. By pinyin.</summary>
    [Column(ChineseOrder.Column, Length = ChineseOrder.Longest), NotNull, Sort("displayName")] public string NameOrder { get; init; } = "";

    /// <summary>角色. The roles as flags.</summary>
    [Column("roles")] public required int Roles { get; init; }

    /// <summary>科室. The code of the bureau's section.</summary>
    [Column("section"), Field, Filter, ReadableBy(Readers.SignedIn)] public string? Section { get; init; }

    /// <summary>协作部门. The code of the partner agency; null for the bureau's own people.</summary>
    [Column("agency"), Field, Filter, ReadableBy(Readers.SignedIn)] public string? Agency { get; init; }

    /// <summary>已停用. Whether nobody can sign in with the account.</summary>
    [Column("disabled"), Field("isDisabled"), Filter] public required bool Disabled { get; init; }

    /// <summary>须改口令. Whether another password has to be chosen before anything else.</summary>
    [Column("must_change_password")] public required bool MustChangePassword { get; init; }

    /// <summary>锁定至. The end of the last lock after wrong passwords; a past instant is no lock any more.</summary>
    [Column("locked_until"), Instant, Field] public long? LockedUntil { get; init; }

    /// <summary>安全戳. Sessions under an older stamp are dead.</summary>
    [Column("security_stamp")] public required int SecurityStamp { get; init; }

    /// <summary>安全戳时刻. UTC milliseconds.</summary>
    [Column("stamped_at")] public required long StampedAt { get; init; }

    /// <summary>最近登录. When the right password was last given.</summary>
    [Column("last_sign_in_at"), Instant, Field] public long? LastSignInAt { get; init; }

    /// <summary>版本. The version of the state it shows.</summary>
    [Column("version")] public required int Version { get; init; }
}

/// <summary>已退出会话行. A session that was ended before its time.</summary>
[Table("ended_session")]
public sealed record EndedSessionRow : Row
{
    /// <summary>会话编号. The session's id.</summary>
    [Column("session"), PrimaryKey(1), NotNull] public required string Session { get; init; }

    /// <summary>到期. UTC milliseconds.</summary>
    [Column("expires_at")] public required long ExpiresAt { get; init; }
}

/// <summary>The rows of an account.</summary>
public static class AccountRows
{
    /// <summary>The rows that show a state.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="account">The state.</param>
    /// <param name="version">Its version.</param>
    public static IReadOnlyList<Row> Of(string subject, Account account, int version)
    {
        ArgumentNullException.ThrowIfNull(account);
        var row = new AccountRow
        {
            Subject = subject,
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            NameOrder = ChineseOrder.KeyOf(account.DisplayName),
            Roles = (int)account.Roles,
            Section = account.Section,
            Agency = account.Agency,
            Disabled = account.Disabled,
            MustChangePassword = account.MustChangePassword,
            LockedUntil = account.LockedUntil?.ToUnixTimeMilliseconds(),
            SecurityStamp = account.SecurityStamp,
            StampedAt = account.StampedAt.ToUnixTimeMilliseconds(),
            LastSignInAt = account.LastSignInAt?.ToUnixTimeMilliseconds(),
            Version = version,
        };
        return [row, .. (account.EndedSessions ?? []).Select(ended => new EndedSessionRow { Subject = subject, Session = ended.Session, ExpiresAt = ended.ExpiresAt.ToUnixTimeMilliseconds() })];
    }
}
