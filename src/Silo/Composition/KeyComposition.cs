using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Composition;

/// <summary>
/// 密钥组合. Where the key ring is that protects the keys which sign tokens: in a folder of its own beside the database and not in it, so that who reads the
/// database or its backup can sign for nobody (docs/decisions/0011-key-ring.md).
/// </summary>
public static partial class KeyComposition
{
    private const string InDatabase = "Database";

    /// <summary>Puts the key ring into the host; one that an older version kept in the database is moved into the folder first, so that everybody stays signed in.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="database">The opened database.</param>
    /// <param name="log">Where a move is told.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SettingException">The certificate cannot be used.</exception>
    public static async Task AddKeyRingAsync(this WebApplicationBuilder builder, OpenedDatabase database, ILogger log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        var settings = builder.Configuration;
        var protection = builder.Services.AddDataProtection();
        if (settings[KnownSettings.KeyStore] == InDatabase)
        {
            builder.Services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>(static (management, keys) => management.XmlRepository = keys);
        }
        else
        {
            var folder = FolderOf(settings, database.Options, builder.Environment.ContentRootPath);
            PrivateFiles.MakeFolder(folder, "key-*.xml", "revocation-*.xml");
            await MoveOutAsync(database.Database, folder, log, cancellationToken).ConfigureAwait(false);
            builder.Services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((management, logs) => management.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), logs));
        }

        if (CertificateOf(settings, builder.Environment.ContentRootPath) is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
    }

    /// <summary>The folder of the key ring: the configured one, or <c>keys</c> beside the database.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="database">The database.</param>
    /// <param name="root">The folder that relative paths start from.</param>
    internal static string FolderOf(IConfiguration settings, DatabaseOptions database, string root) => (settings[KnownSettings.KeyFolder], database.File) switch
    {
        ({ Length: > 0 } configured, _) => Path.GetFullPath(configured, root),
        (_, { } file) => Path.Combine(Path.GetDirectoryName(file)!, "keys"),
        _ => Path.Combine(root, "data", "keys"),
    };

    private static X509Certificate2? CertificateOf(ConfigurationManager settings, string root)
    {
        if (settings[KnownSettings.KeyCertificate] is not { Length: > 0 } configured)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(configured, root), settings[KnownSettings.KeyCertificatePassword]);
            return certificate.HasPrivateKey
                ? certificate
                : throw new SettingException(KnownSettings.KeyCertificate, $"“{configured}”不含私钥，无法解开密钥", $"'{configured}' holds no private key, so the keys could not be read again");
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                KnownSettings.KeyCertificate,
                $"证书“{configured}”无法读取（须为PFX文件，口令在 {KnownSettings.KeyCertificatePassword}）：{unusable.Message}",
                $"The certificate '{configured}' cannot be read (a PFX file with its password in {KnownSettings.KeyCertificatePassword}): {unusable.Message}");
        }
    }

    /// <summary>Moves the keys that are still rows of the database into the folder. They are in the folder, on the disk, before they leave the table.</summary>
    private static async Task MoveOutAsync(Grains.Journal.Database database, string folder, ILogger log, CancellationToken cancellationToken)
    {
        List<SecurityKeyRow> rows;
        await using (var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows = await data.GetTable<SecurityKeyRow>().Where(row => row.Purpose == SecurityKeyRow.ForDataProtection).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        if (rows.Count == 0)
        {
            return;
        }

        foreach (var row in rows)
        {
            var file = Path.Combine(folder, NameOf(row.Id) + ".xml");
            var partial = file + ".partial";
            await using (var content = PrivateFiles.Create(partial, FileMode.Create))
            {
                await content.WriteAsync(Encoding.UTF8.GetBytes(row.Body), cancellationToken).ConfigureAwait(false);
                content.Flush(flushToDisk: true);
            }

            File.Move(partial, file, overwrite: true);
        }

        var isSqlite = database.Kind == DatabaseKind.Sqlite;
        await database.WriteAsync(
            async data =>
            {
                if (isSqlite)
                {
                    // What is deleted would stay in the file until something else is written over it.
                    await data.ExecuteAsync("PRAGMA secure_delete = ON", cancellationToken).ConfigureAwait(false);
                }

                return await data.GetTable<SecurityKeyRow>().Where(row => row.Purpose == SecurityKeyRow.ForDataProtection).DeleteAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        if (isSqlite)
        {
            await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
            await data.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken).ConfigureAwait(false);
        }

        LogMoved(log, rows.Count, folder);
    }

    private static string NameOf(string id)
    {
        var name = id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return name.Length > 0 && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? name : $"key-{Guid.CreateVersion7():D}";
    }

    [LoggerMessage(LogLevel.Information, "{Count} keys were moved from the database into {Folder}. Backups made before still hold them")]
    private static partial void LogMoved(ILogger logger, int count, string folder);
}
