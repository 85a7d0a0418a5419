using System.Collections.Frozen;
using System.Security.Cryptography;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using ShuangDa.Grains.Journal;

namespace ShuangDa.GraphQL.Security;

/// <summary>令牌密钥. The keys that sign access tokens (HS256), shared by all silos through <c>security_key</c>, where Data Protection keeps them unreadable by a key ring that lies elsewhere. A new one takes over every thirty days; an old one is accepted for as long as a token it signed may live.</summary>
/// <param name="database">The database.</param>
/// <param name="protection">Protects the keys in the table.</param>
/// <param name="options">How long tokens live.</param>
/// <param name="clock">The wall clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class TokenKeys(
    Database database, IDataProtectionProvider protection, IOptions<SignInOptions> options, [FromKeyedServices(WallClock.Key)] TimeProvider clock, ILogger<TokenKeys> logger) : IDisposable
{
    /// <summary>How long a key signs before another takes over.</summary>
    public static readonly TimeSpan SignsFor = TimeSpan.FromDays(30);

    // Somebody may send any key id: unknown ones make the table be read, but not more often than this.
    private static readonly TimeSpan ReadAtMostEvery = TimeSpan.FromSeconds(1);

    private readonly IDataProtector _protector = protection.CreateProtector("ShuangDa.TokenKeys");
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Known? _known;

    /// <summary>The key that signs now; made when there is none or the newest is too old.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<SecurityKey> CurrentAsync(CancellationToken cancellationToken = default)
    {
        if (_known is { } known && IsYoung(known.NewestAt))
        {
            return known.Newest;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Another silo may have made one: its key is as good.
            var read = await ReadAsync(cancellationToken);
            _known = read is not null && IsYoung(read.NewestAt) ? read : await MakeAsync(cancellationToken);
            return _known!.Newest;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The key of this id, or null when nobody has such a key.</summary>
    /// <param name="id">The id in a token's header.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<SecurityKey?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        var known = _known;
        if (known?.ById.GetValueOrDefault(id) is { } key)
        {
            return key;
        }

        if (known is not null && clock.GetUtcNow() - known.ReadAt < ReadAtMostEvery)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            _known = await ReadAsync(cancellationToken) ?? _known;
            return _known?.ById.GetValueOrDefault(id);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private bool IsYoung(DateTimeOffset madeAt) => clock.GetUtcNow() - madeAt < SignsFor;

    private async Task<Known?> MakeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new SecurityKeyRow
        {
            Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
            Purpose = SecurityKeyRow.ForTokens,
            Body = Convert.ToBase64String(_protector.Protect(RandomNumberGenerator.GetBytes(32))),
            CreatedAt = now.ToUnixTimeMilliseconds(),
        };
        var spent = (now - SignsFor - options.Value.TokenLifetime - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds();
        await database.WriteAsync(
            async data =>
            {
                await data.GetTable<SecurityKeyRow>().Where(old => old.Purpose == SecurityKeyRow.ForTokens && old.CreatedAt < spent).DeleteAsync(cancellationToken);
                return await data.InsertAsync(row, token: cancellationToken);
            },
            cancellationToken);
        LogMade(logger, row.Id);
        return await ReadAsync(cancellationToken);
    }

    private async Task<Known?> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = clock.GetUtcNow();
#pragma warning disable RS0030 // A few rows that every signing in needs: they must not wait behind lists.
        await using var data = await database.ReadAsync(cancellationToken);
#pragma warning restore RS0030
        var rows = await data.GetTable<SecurityKeyRow>().Where(row => row.Purpose == SecurityKeyRow.ForTokens).OrderByDescending(row => row.CreatedAt).ToListAsync(cancellationToken);
        var keys = rows.Select(row => (row.CreatedAt, Key: Unprotected(row))).Where(pair => pair.Key is not null).ToList();
        return keys.Count == 0
            ? null
            : new Known(keys[0].Key!, DateTimeOffset.FromUnixTimeMilliseconds(keys[0].CreatedAt), keys.ToFrozenDictionary(pair => pair.Key!.KeyId, pair => pair.Key!), readAt);
    }

    private SymmetricSecurityKey? Unprotected(SecurityKeyRow row)
    {
        try
        {
            return new SymmetricSecurityKey(_protector.Unprotect(Convert.FromBase64String(row.Body))) { KeyId = row.Id };
        }
        catch (CryptographicException exception)
        {
            // The Data Protection key it was written with is gone. Tokens it signed are lost; a new key takes over.
            LogUnreadable(logger, row.Id, exception);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Key {Key} signs access tokens from now on")]
    private static partial void LogMade(ILogger logger, string key);

    [LoggerMessage(LogLevel.Warning, "Key {Key} cannot be read; the tokens it signed are no longer accepted")]
    private static partial void LogUnreadable(ILogger logger, string key, Exception exception);

    private sealed record Known(SecurityKey Newest, DateTimeOffset NewestAt, FrozenDictionary<string, SymmetricSecurityKey> ById, DateTimeOffset ReadAt);
}
