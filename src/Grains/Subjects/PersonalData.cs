using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 个人信息. Encrypts what is personal before anything keeps it, by the key ring that lies beside the database (decision 11): state,
/// journal, tables and backups of them have the encrypted text only.
/// </summary>
/// <param name="protection">The key ring.</param>
/// <param name="logger">The log.</param>
public sealed partial class PersonalData(IDataProtectionProvider protection, ILogger<PersonalData> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ShuangDa.PersonalData");

    /// <summary>The encrypted text; another one each time.</summary>
    /// <param name="plain">What is personal.</param>
    public string Seal(string plain) => _protector.Protect(plain);

    /// <summary>What was encrypted; null where the key that it was encrypted with is gone.</summary>
    /// <param name="encrypted">The encrypted text.</param>
    public string? Open(string encrypted)
    {
        try
        {
            return _protector.Unprotect(encrypted);
        }
        catch (CryptographicException exception)
        {
            // A database that was restored without its key ring: everything else of it is read, and this is said once a look.
            LogUnreadable(logger, exception);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Personal data cannot be read: the key that they were encrypted with is not in the key ring")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);
}
