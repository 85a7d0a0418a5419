using Microsoft.Extensions.Options;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Imports;

/// <summary>导入组合. Puts the imports into the host.</summary>
public static class ImportComposition
{
    /// <summary>Registers what takes in and imports files.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddImports(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<ImportOptions>().Bind(builder.Configuration.GetSection("Imports")).ValidateDataAnnotations().ValidateOnStart();
        var root = builder.Environment.ContentRootPath;
        services.AddSingleton(provider => new ImportFolder(FolderOf(provider.GetRequiredService<IOptions<ImportOptions>>().Value, provider.GetRequiredService<OpenedDatabase>().Options, root)));
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<ICommitObserver>(static provider => provider.GetRequiredService<ImportDesk>());
        services.AddSingleton<ImportRun>();
        services.AddSingleton<ImportPreviews>();
        services.AddHostedService<ImportWorker>();
        return builder;
    }

    private static string FolderOf(ImportOptions options, DatabaseOptions database, string root) => (options.Folder, database.File) switch
    {
        ({ Length: > 0 } configured, _) => Path.GetFullPath(configured, root),
        (_, { } file) => Path.Combine(Path.GetDirectoryName(file)!, "imports"),
        _ => Path.Combine(root, "data", "imports"),
    };
}
