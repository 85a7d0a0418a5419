using System.Text.Json.Serialization;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

// A file of a register is brought.
public static partial class Import
{
    private static ImportState Begun(ImportQueued e) => new()
    {
        Register = e.Register,
        Upload = e.Upload,
        Importer = e.Importer,
        Status = ImportStatus.Queued,
        QueuedAt = e.QueuedAt,
        Columns = e.Columns,
    };

    private static Decision<ImportEvent> DecideQueueImport(QueueImport command, Circumstances now)
    {
        var upload = command.Upload;
        return upload.Bytes == 0 ? new InvalidInput("file", "文件是空的", "The file is empty")
            : command.Columns?.Problem is { } problem ? problem
            : new ImportQueued(
                command.Register,
                upload,
                new Importer(now.Actor.User, now.Actor.Roles, now.Actor.Section, now.Actor.Agency),
                now.Now,
                command.Columns);
    }
}

/// <summary>登记簿. The public registers that can be imported.</summary>
[JsonConverter(typeof(WireNameConverter<RegisterKind>))]
public enum RegisterKind
{
    /// <summary>The register of enterprises.</summary>
    [Term("企业登记", "register of enterprises")]
    Enterprises,

    /// <summary>The register of licences and certificates.</summary>
    [Term("证书登记", "register of licences")]
    Licences,
}

/// <summary>上传文件. A file that somebody brought.</summary>
/// <param name="FileName">文件名. As the sender named it, or null.</param>
/// <param name="Bytes">字节数. Its length.</param>
/// <param name="ContentHash">内容哈希. SHA-256 of its content, 64 hexadecimal digits in lower case.</param>
[GenerateSerializer, Immutable, Alias("import-upload")]
public sealed record Upload([Longest(AttachmentName.MaxLength)] string? FileName, long Bytes, string ContentHash);

/// <summary>导入人. Who brought a file and as what: an import that goes on after a restart still acts in that person's name.</summary>
/// <param name="User">用户名. The account's user name.</param>
/// <param name="Roles">角色. The roles it held then.</param>
/// <param name="Section">科室. Its section, or null.</param>
/// <param name="Agency">协作部门. Its agency, or null.</param>
[GenerateSerializer, Immutable, Alias("import-importer")]
public sealed record Importer(string User, Roles Roles, string? Section, string? Agency)
{
    /// <summary>The person who acts, under a command id.</summary>
    /// <param name="commandId">The id, derived from the import and what it does.</param>
    public Actor As(Guid commandId) => new(User, Roles, Section, Agency, commandId);
}

/// <summary>提交导入文件. Brings a file.</summary>
/// <param name="Upload">上传文件. The file, which is kept already.</param>
/// <param name="Columns">列的对应. As what a person has its columns read; null where nobody says.</param>
[GenerateSerializer, Immutable, Alias("import.queue")]
[Refuses<AlreadyExists>]
public abstract record QueueImport(Upload Upload, ImportColumns? Columns = null) : ImportCommand
{
    /// <summary>登记簿. Which register the file is of.</summary>
    public abstract RegisterKind Register { get; }

    /// <summary>The command that brings a file of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="upload">The file.</param>
    /// <param name="columns">As what a person has its columns read; null where nobody says.</param>
    public static QueueImport Of(RegisterKind register, Upload upload, ImportColumns? columns = null) => register switch
    {
        RegisterKind.Enterprises => new QueueEnterpriseImport(upload, columns),
        RegisterKind.Licences => new QueueLicenceImport(upload, columns),
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
/// <param name="Columns">列的对应. As what a person has its columns read; null where nobody says.</param>
[GenerateSerializer, Immutable, Alias("import.queue-enterprises"), AllowedTo(Roles.Administrator | Roles.SectionHead), NotOffered]
public sealed record QueueEnterpriseImport(Upload Upload, ImportColumns? Columns = null) : QueueImport(Upload, Columns)
{
    /// <inheritdoc/>
    public override RegisterKind Register => RegisterKind.Enterprises;
}

/// <summary>提交证书登记文件. Brings a file of the register of licences. The roles are those of <see cref="ImportLicence"/>.</summary>
/// <param name="Upload">上传文件. The file, which is kept already.</param>
/// <param name="Columns">列的对应. As what a person has its columns read; null where nobody says.</param>
[GenerateSerializer, Immutable, Alias("import.queue-licences"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer), NotOffered]
public sealed record QueueLicenceImport(Upload Upload, ImportColumns? Columns = null) : QueueImport(Upload, Columns)
{
    /// <inheritdoc/>
    public override RegisterKind Register => RegisterKind.Licences;
}

/// <summary>导入文件已提交. A file was brought and is kept.</summary>
/// <param name="Register">登记簿. Which register it is of.</param>
/// <param name="Upload">上传文件. The file.</param>
/// <param name="Importer">导入人. Who brought it.</param>
/// <param name="QueuedAt">提交时刻. When (UTC).</param>
/// <param name="Columns">列的对应. As what that person has its columns read; null where nobody says.</param>
[Alias("import.queued")]
public sealed record ImportQueued(
    RegisterKind Register, Upload Upload, Importer Importer, DateTimeOffset QueuedAt, ImportColumns? Columns = null) : ImportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"提交{Terms.Of(Register).Chinese}文件，{Upload.Bytes}字节",
        $"A file of the {Terms.Of(Register).English} was brought, {Upload.Bytes} bytes");
}
