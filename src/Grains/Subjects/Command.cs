namespace ShuangDa.Grains.Subjects;

/// <summary>命令. What somebody asks a subject to do. Names are imperatives; the body is hashed, so a command id cannot be used for another input.</summary>
[GenerateSerializer, Immutable, Alias("command")]
public abstract record Command
{
    /// <summary>预期版本. The version of the subject that the caller has seen; null when any will do. A mismatch is refused with <see cref="VersionConflict"/>.</summary>
    [Id(0)]
    public int? ExpectedVersion { get; init; }

    /// <summary>
    /// 办理日期. The day the act was done (Asia/Shanghai): not after today, nor before what it follows; null for today. Only of commands
    /// that are <see cref="DatedAttribute"/>.
    /// </summary>
    [Id(1)]
    public DateOnly? On { get; init; }
}

/// <summary>到期命令. A deadline of the subject has come. Only the system gives it; a deadline that no longer stands yields no events.</summary>
public interface IDeadlineCommand
{
    /// <summary>期限种类. The kind of deadline, such as <c>licence.expiry</c>.</summary>
    string Kind { get; }

    /// <summary>到期时刻. When it was due (UTC).</summary>
    DateTimeOffset DueAt { get; }
}
