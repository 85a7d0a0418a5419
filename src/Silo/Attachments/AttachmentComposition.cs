using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Attachments;
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
            var options = provider.GetRequiredService<IOptions<AttachmentOptions>>().Value;
            return new AttachmentFolder(FolderOf(options, provider.GetRequiredService<OpenedDatabase>().Options, root), options.MaxBytes);
        });
        return builder;
    }

    private static string FolderOf(AttachmentOptions options, DatabaseOptions database, string root) => (options.Folder, database.File) switch
    {
        ({ Length: > 0 } configured, _) => Path.GetFullPath(configured, root),
        (_, { } file) => Path.Combine(Path.GetDirectoryName(file)!, "attachments"),
        _ => Path.Combine(root, "data", "attachments"),
    };
}
