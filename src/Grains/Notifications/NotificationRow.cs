using LinqToDB.Mapping;

namespace ShuangDa.Grains.Notifications;

/// <summary>
/// 通知行. One person is told of one entry of the journal. It is written by the commit of that entry, so that none is lost and none is told
/// twice. Only its reader changes it afterwards, and a rebuild of the read model leaves it alone: it says what was told, not what stands.
/// </summary>
[Table("notification")]
public sealed record NotificationRow
{
    /// <summary>编号. Where it stands in the table.</summary>
    [Column("id"), PrimaryKey, Identity] public long Id { get; init; }

    /// <summary>收件人. The user name.</summary>
    [Column("user_name", Length = 100), NotNull] public required string UserName { get; init; }

    /// <summary>时刻. When the entry was recorded, in UTC milliseconds.</summary>
    [Column("at")] public required long At { get; init; }

    /// <summary>通知种类. Its wire name.</summary>
    [Column("kind", Length = 20), NotNull] public required string Kind { get; init; }

    /// <summary>主体. The subject's name.</summary>
    [Column("subject", Length = 300), NotNull] public required string Subject { get; init; }

    /// <summary>日志序号. The number of the entry in the subject's chain.</summary>
    [Column("number")] public required int Number { get; init; }

    /// <summary>事由. The stored name of the deadline or the kind of step that it is about, or null.</summary>
    [Column("detail", Length = 60), Nullable] public string? Detail { get; init; }

    /// <summary>
    /// 同批操作. The act that this is one part of (<see cref="Subjects.Actor.Batch"/>), or null: what one act told somebody of many subjects
    /// is shown as one.
    /// </summary>
    [Column("batch", Length = 36), Nullable] public string? Batch { get; init; }

    /// <summary>未读. Whether its reader has not seen it yet.</summary>
    [Column("is_unread")] public bool IsUnread { get; init; } = true;
}
