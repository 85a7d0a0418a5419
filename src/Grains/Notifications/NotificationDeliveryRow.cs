using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Notifications;

/// <summary>
/// 通知外送行. A notification that is still to be brought to the gateway outside. The commit writes it beside the notification where a gateway
/// is configured; what was brought has none. Each person's are brought in the order in which they stand here.
/// </summary>
[Table("notification_delivery")]
public sealed record NotificationDeliveryRow
{
    /// <summary>编号. Where it stands in the table.</summary>
    [Column("id"), PrimaryKey, Identity] public long Id { get; init; }

    /// <summary>
    /// 幂等键. Derived from what is told to whom, so that the gateway knows a second attempt from a second notification. What one act tells
    /// somebody of many subjects has one key and is brought as one.
    /// </summary>
    [Column("delivery_key", Length = 36), NotNull] public required string Key { get; init; }

    /// <summary>收件人. The user name.</summary>
    [Column("user_name", Length = 100), NotNull] public required string UserName { get; init; }

    /// <summary>时刻. When the entry was recorded, in UTC milliseconds.</summary>
    [Column("at")] public required long At { get; init; }

    /// <summary>通知种类. Its wire name.</summary>
    [Column("kind", Length = 20), NotNull] public required string Kind { get; init; }

    /// <summary>主体. The subject's name.</summary>
    [Column("subject", Length = 300), NotNull] public required string Subject { get; init; }

    /// <summary>待齐. Whether more of the same act may follow within moments, so that it is not brought at once.</summary>
    [Column("is_gathering")] public bool IsGathering { get; init; }

    /// <summary>失败次数. How many attempts failed.</summary>
    [Column("failures")] public int Failures { get; init; }

    /// <summary>下次尝试. When it is tried next, in UTC milliseconds of the machine's clock.</summary>
    [Column("next_at")] public long NextAt { get; init; }

    /// <summary>已放弃. Whether it is tried no more until the server starts again.</summary>
    [Column("is_dead")] public bool IsDead { get; init; }

    /// <summary>失败原因. Why the last attempt failed, a <see cref="DeliveryFailure"/>; null where none has.</summary>
    [Column("failure", Length = 20), Nullable] public string? Failure { get; init; }

    /// <summary>The delivery of a notification, due at once.</summary>
    /// <param name="told">The notification.</param>
    public static NotificationDeliveryRow Of(NotificationRow told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var what = told.Batch ?? FormattableString.Invariant($"{told.Subject}\n{told.Number}\n{told.Detail}");
        return new NotificationDeliveryRow
        {
            Key = SubjectKeys.CommandIdFor($"{what}\n{told.Kind}\n{told.UserName}\nnotification").ToString("D"),
            UserName = told.UserName,
            At = told.At,
            Kind = told.Kind,
            Subject = told.Subject,
            IsGathering = told.Batch is not null,
        };
    }
}

/// <summary>外送失败原因. Why the gateway outside was not told.</summary>
public enum DeliveryFailure
{
    /// <summary>It could not be reached, or what answered does not speak HTTP.</summary>
    [Term("无法连接网关", "the gateway could not be reached")]
    Unreachable,

    /// <summary>It did not answer in time.</summary>
    [Term("网关未按时答复", "the gateway did not answer in time")]
    Timeout,

    /// <summary>It answered that it cannot at present.</summary>
    [Term("网关暂时不能受理", "the gateway cannot take it at present")]
    Unavailable,

    /// <summary>It answered that it does not take this.</summary>
    [Term("网关拒绝受理", "the gateway does not take it")]
    Refused,
}

/// <summary>通知外送. Whether a gateway outside is told of notifications too.</summary>
/// <param name="IsOn">启用. Whether it is.</param>
public sealed record OutgoingHook(bool IsOn);
