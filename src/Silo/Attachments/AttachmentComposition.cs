using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Attachments;

/// <summary>附件设置. How photos and files are kept. Configuration section <c>Attachments</c>.</summary>
public sealed class AttachmentOptions
{
    /// <summary>Where they are kept; a relative path starts from the content root. Null for <c>attachments</c> beside the SQLite file, or <c>data/attachments</c>. On several machines it must be one shared folder.</summary>
    public string? Folder { get; set; }

    /// <summary>The largest file, in bytes.</summary>
    [Range(1, int.MaxValue)]
    public long MaxBytes { get; set; } = 100L * 1024 * 1024;

    /// <summary>What one account may have brought that no record names yet, in bytes; 0 for no bound.</summary>
    [Range(0, long.MaxValue)]
    public long MaxUnnamedBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>What may lie in the folder, in bytes; 0 for no bound but the disk's.</summary>
    [Range(0, long.MaxValue)]
    public long MaxTotalBytes { get; set; }

    /// <summary>How many days an upload stays that no record names.</summary>
    [Range(1, 3650)]
    public int KeepUnnamedDays { get; set; } = 30;
}

/// <summary>附件组合. Puts the folder of attachments into the host.</summary>
public static class AttachmentComposition
{
    /// <summary>Registers the folder.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddAttachments(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<AttachmentOptions>().Bind(builder.Configuration.GetSection("Attachments")).ValidateDataAnnotations().ValidateOnStart();
        var root = builder.Environment.ContentRootPath;
        builder.Services.AddSingleton(provider =>
        {
            var folder = FolderOf(provider.GetRequiredService<IOptions<AttachmentOptions>>().Value, provider.GetRequiredService<OpenedDatabase>().Options, root);
            folder.Close();
            return folder;
        });
        builder.Services.AddSingleton<UnnamedAttachments>();
        builder.Services.AddSingleton<ICommitObserver>(static provider => provider.GetRequiredService<UnnamedAttachments>());
        return builder;
    }

    /// <summary>The folder as the configuration says, for those who only look at it.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="database">The database, beside whose file it is when nothing else is said.</param>
    /// <param name="root">The content root.</param>
    internal static AttachmentFolder FolderOf(IConfiguration settings, DatabaseOptions database, string root) =>
        FolderOf(settings.GetSection("Attachments").Get<AttachmentOptions>() ?? new AttachmentOptions(), database, root);

    private static AttachmentFolder FolderOf(AttachmentOptions options, DatabaseOptions database, string root) => new(
        PathOf(options, database, root),
        new(options.MaxBytes, BoundOf(options.MaxUnnamedBytes), BoundOf(options.MaxTotalBytes)));

    private static long? BoundOf(long bytes) => bytes > 0 ? bytes : null;

    private static string PathOf(AttachmentOptions options, DatabaseOptions database, string root) => (options.Folder, database.File) switch
    {
        ({ Length: > 0 } configured, _) => Path.GetFullPath(configured, root),
        (_, { } file) => Path.Combine(Path.GetDirectoryName(file)!, "attachments"),
        _ => Path.Combine(root, "data", "attachments"),
    };
}
