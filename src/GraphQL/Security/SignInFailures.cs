using System.Collections.Concurrent;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Accounts;

namespace ShuangDa.GraphQL.Security;

/// <summary>登录失败簿. Counts failed sign-ins by address, so that one address cannot try the passwords of many, and by name where there is no account, so that a name without an account locks like one with.</summary>
/// <param name="options">How many an address has.</param>
/// <param name="clock">The wall clock.</param>
public sealed class SignInFailures(IOptions<SignInOptions> options, [FromKeyedServices(WallClock.Key)] TimeProvider clock) : IDisposable
{
    private const int MostNames = 10_000;

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset LockedUntil)> _names = new(StringComparer.Ordinal);

    private readonly PartitionedRateLimiter<IPAddress> _addresses = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.FailuresPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>How long an address has to wait; null when it need not. Only failures count, so nobody waits for having signed in often.</summary>
    /// <param name="address">The address.</param>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        using var lease = _addresses.AttemptAcquire(Origin(address), permitCount: 0);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    /// <summary>Counts a failure of an address.</summary>
    /// <param name="address">The address.</param>
    public void Count(IPAddress? address)
    {
        // Whether there was one left is asked before the next attempt.
        using var lease = _addresses.AttemptAcquire(Origin(address));
    }

    /// <summary>How long a name without an account is locked; null when it is not.</summary>
    /// <param name="name">The normalised name.</param>
    public TimeSpan? LockOf(string name) => _names.TryGetValue(name, out var known) && known.LockedUntil > clock.GetUtcNow() ? known.LockedUntil - clock.GetUtcNow() : null;

    /// <summary>Counts a failure of a name that has no account, or a disabled one.</summary>
    /// <param name="name">The normalised name.</param>
    public void Count(string name)
    {
        if (_names.Count >= MostNames)
        {
            // Somebody tries very many names. To forget is harmless: none of them has an account to protect.
            _names.Clear();
        }

        _names.AddOrUpdate(
            name,
            static (_, _) => (1, default),
            static (_, known, now) => known.Failures + 1 < Account.FailuresThatLock ? (known.Failures + 1, default) : (0, now + Account.LockLasts),
            clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public void Dispose() => _addresses.Dispose();

    // Whoever has one IPv6 address has 2^64 of them.
    private static IPAddress Origin(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not System.Net.Sockets.AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var network = address.GetAddressBytes();
        Array.Clear(network, 8, 8);
        return new IPAddress(network);
    }
}
