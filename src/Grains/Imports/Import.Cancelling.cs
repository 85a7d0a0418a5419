using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

// An import is cancelled, or taken up again after it was parked.
public static partial class Import
{
    private static Decision<ImportEvent>? DecideInCancelling(ImportState import, ImportCommand command, Circumstances now) => command switch
    {
        CancelImport or ResumeImport when !MayEnd(import, now.Actor) => new ImportOfOthers(import.Importer.User),
        CancelImport when import.Status is not ImportStatus.Running => new ImportCancelled(now.Actor.User, import.Counts, now.Now),
        // Rows are under way: whoever takes them over ends it, and says how far it came.
        CancelImport when import.CancelledBy is null => new ImportCancelAsked(now.Actor.User),
        CancelImport => Decision<ImportEvent>.AlreadySo,
        ResumeImport when import.Status is ImportStatus.Parked => new ImportResumed(now.Actor.User),
        ResumeImport => new ImportNotParked(import.Status),
        _ => Decision<ImportEvent>.NotOfThisStage,
    };

    private static ImportState? ApplyInCancelling(ImportState import, ImportEvent happened) => happened switch
    {
        ImportCancelAsked e => import with { CancelledBy = e.By },
        ImportCancelled e => import with { Status = ImportStatus.Cancelled, CancelledBy = e.By, Counts = e.Counts, EndedAt = e.EndedAt },
        ImportResumed => import with { Status = ImportStatus.Queued, Deaths = 0 },
        _ => null,
    };

    private static bool MayEnd(ImportState import, Actor actor) => actor.User == import.Importer.User || actor.IsAnyOf(Roles.Administrator | Roles.SectionHead);
}

/// <summary>取消导入. Ends an import that is not over. Rows that were taken over stay; what has begun ends first.</summary>
[GenerateSerializer, Immutable, Alias("import.cancel"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<ImportEnded, ImportOfOthers>]
public sealed record CancelImport : ImportCommand;

/// <summary>重新开始导入. Takes up an import again that was parked because the program died during it.</summary>
[GenerateSerializer, Immutable, Alias("import.resume"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<ImportEnded, ImportOfOthers, ImportNotParked>]
public sealed record ResumeImport : ImportCommand;

/// <summary>已要求取消导入. A person does not want it any more; what has begun still ends.</summary>
/// <param name="By">取消人. The user name of who asked.</param>
[Alias("import.cancel-asked")]
public sealed record ImportCancelAsked(string By) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"{Named.Person(By)}要求取消导入", $"{Named.Person(By)} asked that the import be cancelled");
}

/// <summary>导入已取消. Nothing more comes of it; rows that were taken over stay.</summary>
/// <param name="By">取消人. The user name of who asked.</param>
/// <param name="Counts">计数. What became of the rows before that.</param>
/// <param name="EndedAt">结束时刻. When (UTC).</param>
[Alias("import.cancelled")]
public sealed record ImportCancelled(string By, ImportCounts Counts, DateTimeOffset EndedAt) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => ImportSummary.Of(
        $"{Named.Person(By)}取消了导入",
        $"{Named.Person(By)} cancelled the import", Counts);
}

/// <summary>导入已重新开始. A person took it up again; it waits for its turn.</summary>
/// <param name="By">经办人. The user name of who did.</param>
[Alias("import.resumed")]
public sealed record ImportResumed(string By) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"{Named.Person(By)}重新开始导入", $"{Named.Person(By)} took the import up again");
}

/// <summary>不是本人的导入. Somebody else brought the file: it is for that person, a head of a section or an administrator to end it or take it up again.</summary>
/// <param name="Importer">导入人. The user name of who brought it.</param>
[GenerateSerializer, Immutable, Alias("refusal.import-of-others")]
public sealed record ImportOfOthers(string Importer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该文件由{Importer}导入，只有其本人、科室负责人或管理员可以取消或重新开始", $"{Importer} brought this file; only that person, a head of a section or an administrator may cancel it or take it up again");
}

/// <summary>导入没有暂停. Only an import that rests can be taken up again.</summary>
/// <param name="Status">状态. How far it has come.</param>
[GenerateSerializer, Immutable, Alias("refusal.import-not-parked")]
public sealed record ImportNotParked(ImportStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => Status is ImportStatus.Queued
        ? new("导入正在排队，不必重新开始", "The import waits for its turn; it need not be taken up again")
        : new("导入正在进行，不必重新开始", "The import is running; it need not be taken up again");
}
