using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>导入行. An import in lists.</summary>
[Table("import")]
public sealed record ImportRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>登记簿. Which register the file is of.</summary>
    [Column("register", Length = 20), NotNull, Wire<RegisterKind>, Field] public required string Register { get; init; }

    /// <summary>状态. How far it has come.</summary>
    [Column("status", Length = 20), NotNull, Wire<ImportStatus>, Field] public required string Status { get; init; }

    /// <summary>导入人. The user name of who brought the file.</summary>
    [Column("user_name", Length = 100), NotNull, Field("userName")] public required string User { get; init; }

    /// <summary>提交时刻. When the file was brought.</summary>
    [Column("queued_at"), NotNull, Instant, Field] public required long QueuedAt { get; init; }

    /// <summary>结束时刻. When it was completed, failed or cancelled, or null.</summary>
    [Column("ended_at"), Nullable, Instant, Field] public long? EndedAt { get; init; }

    /// <summary>已读行数. At the last mark.</summary>
    [Column("rows_read"), NotNull] public required long RowsRead { get; init; }

    /// <summary>新建行数. At the last mark.</summary>
    [Column("created"), NotNull] public required long Created { get; init; }

    /// <summary>更新行数. At the last mark.</summary>
    [Column("updated"), NotNull] public required long Updated { get; init; }

    /// <summary>未变行数. At the last mark.</summary>
    [Column("unchanged"), NotNull] public required long Unchanged { get; init; }

    /// <summary>拒绝行数. At the last mark.</summary>
    [Column("rejected"), NotNull] public required long Rejected { get; init; }

    /// <summary>文件名. As the sender named it, or null.</summary>
    [Column("file_name", Length = 200), Nullable, Field] public string? FileName { get; init; }

    /// <summary>失败或暂停的原因. In Chinese, or null.</summary>
    [Column("failure", Length = 500), Nullable] public string? Failure { get; init; }

    /// <summary>失败或暂停的原因. In English, or null.</summary>
    [Column("failure_in_english", Length = 500), Nullable] public string? FailureInEnglish { get; init; }

    /// <summary>列名指纹. Of the titles of its file, where a person has said as what columns are read; else null.</summary>
    [Column("titles", Length = 64), Nullable] public string? Titles { get; init; }

    internal static IReadOnlyList<Row> Of(string subject, ImportState import, int version) =>
    [
        new ImportRow
        {
            Subject = subject,
            Version = version,
            Register = WireName.Of(import.Register),
            Status = WireName.Of(import.Status),
            User = import.Importer.User,
            QueuedAt = import.QueuedAt.ToUnixTimeMilliseconds(),
            EndedAt = import.EndedAt?.ToUnixTimeMilliseconds(),
            RowsRead = import.Counts.RowsRead,
            Created = import.Counts.Created,
            Updated = import.Counts.Updated,
            Unchanged = import.Counts.Unchanged,
            Rejected = import.Counts.Rejected,
            FileName = import.Upload.FileName,
            Failure = import.Remark?.Chinese,
            FailureInEnglish = import.Remark?.English,
            Titles = import.Columns?.Titles,
        },
    ];
}
