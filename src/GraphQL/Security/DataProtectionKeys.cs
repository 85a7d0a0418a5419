using System.Xml.Linq;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;

namespace ShuangDa.GraphQL.Security;

/// <summary>数据保护密钥. Keeps the keys of ASP.NET's Data Protection in the database, where the configuration asks for it: several silos without a shared folder then have the same.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The wall clock.</param>
public sealed class DataProtectionKeys(Database database, [FromKeyedServices(WallClock.Key)] TimeProvider clock) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var data = Open();
        return [.. data.GetTable<SecurityKeyRow>().Where(row => row.Purpose == SecurityKeyRow.ForDataProtection).Select(row => row.Body).AsEnumerable().Select(XElement.Parse)];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        // Data Protection knows no asynchronous storage. A key is stored once in three months, and no grain waits for it.
#pragma warning disable VSTHRD002
        using var turn = database.TakeTurnAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        using var data = Open();
        data.Insert(new SecurityKeyRow
        {
            Id = $"{SecurityKeyRow.ForDataProtection}/{friendlyName}",
            Purpose = SecurityKeyRow.ForDataProtection,
            Body = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        });
    }

    private DataConnection Open() => database.Typed(database.Source.OpenConnection());
}
