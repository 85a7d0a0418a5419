using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>导入命令. What may be asked of an import.</summary>
[GenerateSerializer, Immutable, Alias("import.command")]
public abstract record ImportCommand : Command;

/// <summary>提交导入文件. Brings a file.</summary>
/// <param name="Upload">上传文件. The file, which is kept already.</param>
[GenerateSerializer, Immutable, Alias("import.queue")]
[Refuses<AlreadyExists>]
public abstract record QueueImport(Upload Upload) : ImportCommand
{
    /// <summary>登记簿. Which register the file is of.</summary>
    public abstract RegisterKind Register { get; }

    /// <summary>The command that brings a file of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="upload">The file.</param>
    public static QueueImport Of(RegisterKind register, Upload upload) => register switch
    {
        RegisterKind.Enterprises => new QueueEnterpriseImport(upload),
        RegisterKind.Licences => new QueueLicenceImport(upload),
        _ => throw new ArgumentOutOfRangeException(nameof(register), register, null),
    };

    /// <summary>Who may import a register: those who may give the command that each of its rows becomes.</summary>
    /// <param name="register">The register.</param>
    public static Roles AllowedTo(RegisterKind register) => register switch
    {
        RegisterKind.Enterprises => AllowedToAttribute.Of(typeof(ImportEnterprise)),
        RegisterKind.Licences => AllowedToAttribute.Of(typeof(ImportLicence)),
        _ => throw new ArgumentOutOfRangeException(nameof(register), register, null),
    };
}

/// <summary>提交企业登记文件. Brings a file of the register of enterprises. The roles are those of <see cref="ImportEnterprise"/>.</summary>
/// <param name="Upload">上传文件. The file, which is kept already.</param>
[GenerateSerializer, Immutable, Alias("import.queue-enterprises"), AllowedTo(Roles.Administrator | Roles.SectionHead), NotOffered]
public sealed record QueueEnterpriseImport(Upload Upload) : QueueImport(Upload)
{
    /// <inheritdoc/>
    public override RegisterKind Register => RegisterKind.Enterprises;
}

/// <summary>提交证书登记文件. Brings a file of the register of licences. The roles are those of <see cref="ImportLicence"/>.</summary>
/// <param name="Upload">上传文件. The file, which is kept already.</param>
[GenerateSerializer, Immutable, Alias("import.queue-licences"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer), NotOffered]
public sealed record QueueLicenceImport(Upload Upload) : QueueImport(Upload)
{
    /// <inheritdoc/>
    public override RegisterKind Register => RegisterKind.Licences;
}

/// <summary>开始导入. Begins at row 1, for the first time or again after the program ended in between. An import during which the program died twice is parked instead.</summary>
/// <param name="AfterDeath">意外终止后. Whether the program died while its rows were being taken over; an orderly end is none.</param>
[GenerateSerializer, Immutable, Alias("import.start"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportIsParked>]
public sealed record StartImport(bool AfterDeath = false) : ImportCommand;

/// <summary>取消导入. Ends an import that is not over. Rows that were taken over stay; what has begun ends first.</summary>
[GenerateSerializer, Immutable, Alias("import.cancel"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<ImportEnded, ImportOfOthers>]
public sealed record CancelImport : ImportCommand;

/// <summary>重新开始导入. Takes up an import again that was parked because the program died during it.</summary>
[GenerateSerializer, Immutable, Alias("import.resume"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<ImportEnded, ImportOfOthers, ImportNotParked>]
public sealed record ResumeImport : ImportCommand;

/// <summary>结束已取消的导入. What had begun of an import that is to be cancelled has ended.</summary>
/// <param name="Counts">计数. What became of the rows until then.</param>
[GenerateSerializer, Immutable, Alias("import.end-cancelled"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted, ImportNotCancelled>]
public sealed record EndCancelledImport(ImportCounts Counts) : ImportCommand;

/// <summary>记录导入进度. Marks how far it has come.</summary>
/// <param name="Counts">计数. What has become of the rows so far.</param>
[GenerateSerializer, Immutable, Alias("import.record-progress"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted>]
public sealed record RecordImportProgress(ImportCounts Counts) : ImportCommand;

/// <summary>完成导入. Every row is settled.</summary>
/// <param name="Counts">计数. What became of them.</param>
[GenerateSerializer, Immutable, Alias("import.complete"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted>]
public sealed record CompleteImport(ImportCounts Counts) : ImportCommand;

/// <summary>导入失败. The file as a whole cannot be read, or not further.</summary>
/// <param name="Failure">失败原因. Why.</param>
/// <param name="Counts">计数. What became of the rows before that; those that were taken over stay.</param>
[GenerateSerializer, Immutable, Alias("import.fail"), AllowedTo(Roles.System)]
[Refuses<ImportEnded, ImportNotStarted>]
public sealed record FailImport(ImportFailure Failure, ImportCounts Counts) : ImportCommand;

/// <summary>导入已结束. Nothing more comes of it; bring the file again.</summary>
/// <param name="Status">状态. How it ended.</param>
[GenerateSerializer, Immutable, Alias("refusal.import-ended")]
public sealed record ImportEnded(ImportStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"导入已经结束，现为“{Terms.Of(Status).Chinese}”", $"The import has ended: it is {Terms.Of(Status).English}");
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

/// <summary>导入已暂停. The program died repeatedly during it; a person has to take it up again.</summary>
[GenerateSerializer, Immutable, Alias("refusal.import-is-parked")]
public sealed record ImportIsParked : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("导入已暂停，须由人重新开始或取消", "The import rests; somebody has to take it up again or cancel it");
}

/// <summary>导入没有被取消. Nobody asked that it be cancelled.</summary>
[GenerateSerializer, Immutable, Alias("refusal.import-not-cancelled")]
public sealed record ImportNotCancelled : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有人要求取消该导入", "Nobody asked that this import be cancelled");
}

/// <summary>导入尚未开始. It must begin before it comes anywhere.</summary>
[GenerateSerializer, Immutable, Alias("refusal.import-not-started")]
public sealed record ImportNotStarted : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("导入尚未开始", "The import has not begun");
}
