using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Accounts;

namespace ShuangDa.GraphQL.Security;

/// <summary>
/// 登录失败簿. Counts attempts to sign in before their passwords are compared, so that many at the same moment are no more than many after one
/// another; a right one gives its count back.
/// First by name at an address, so that who goes on typing one name wrongly hinders nobody else behind the same proxy; then by address,
/// so that one address cannot
/// try the passwords of many, except for names that have signed in from there before. Names without an account lock like those that have
/// one.
/// </summary>
/// <param name="options">How many an address has.</param>
/// <param name="clock">The wall clock.</param>
/// <param name="logger">Where an address that has to wait is told, once a minute.</param>
public sealed partial class SignInFailures(
    IOptions<SignInOptions> options, [FromKeyedServices(WallClock.Key)] TimeProvider clock, ILogger<SignInFailures> logger)
{
    // A locked account is not compared any more; this is for the last administrator, whom nothing locks.
    private const int FailuresOfName = 2 * Account.FailuresThatLock;
    private const int Most = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _turn = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset LockedUntil)> _locks = new(StringComparer.Ordinal);
    private readonly Dictionary<(IPAddress Address, string Name), Counted> _names = [];
    private readonly Dictionary<IPAddress, Counted> _addresses = [];
    private readonly HashSet<(IPAddress Address, string Name)> _known = [];

    /// <summary>Counts an attempt as failed until it proves right.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="name">The normalised name.</param>
    /// <param name="attempt">What is counted; null when it has to wait.</param>
    /// <returns>How long it has to wait; null when it need not.</returns>
    public TimeSpan? Begin(IPAddress? address, string name, out Attempt? attempt)
    {
        var from = (Address: Origin(address), Name: name);
        attempt = null;
        lock (_turn)
        {
            var (ofName, ofAddress) = (CountedOf(_names, from), CountedOf(_addresses, from.Address));
            if (ofName.Count >= Math.Min(FailuresOfName, options.Value.FailuresPerMinute))
            {
                return LeftOf(ofName);
            }

            if (ofAddress.Count >= options.Value.FailuresPerMinute && !_known.Contains(from))
            {
                if (!ofAddress.Told)
                {
                    ofAddress.Told = true;
                    LogWaits(logger, from.Address, ofAddress.Count);
                }

                return LeftOf(ofAddress);
            }

            ofName.Count++;
            ofAddress.Count++;
            attempt = new Attempt(this, from, ofName, ofAddress);
            return null;
        }
    }

    /// <summary>Counts an attempt at a name that has no account, or a disabled one.</summary>
    /// <param name="name">The normalised name.</param>
    /// <returns>How long the name is locked; null when it is not, and then the attempt is counted.</returns>
    public TimeSpan? LockOrCount(string name)
    {
        lock (_turn)
        {
            var now = clock.GetUtcNow();
            var known = _locks.GetValueOrDefault(name);
            if (known.LockedUntil > now)
            {
                return known.LockedUntil - now;
            }

            if (_locks.Count >= Most)
            {
                // Somebody tries very many names. To forget is harmless: none of them has an account to protect.
                _locks.Clear();
            }

            _locks[name] = known.Failures + 1 < Account.FailuresThatLock ? (known.Failures + 1, default) : (0, now + Account.LockLasts);
            return null;
        }
    }

    private TimeSpan LeftOf(Counted counted) =>
        Window - clock.GetElapsedTime(counted.Began) is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private Counted CountedOf<TKey>(Dictionary<TKey, Counted> all, TKey key) where TKey : notnull
    {
        if (all.TryGetValue(key, out var counted) && !IsOver(counted))
        {
            return counted;
        }

        if (all.Count >= Most)
        {
            foreach (var over in all.Where(one => IsOver(one.Value)).Select(one => one.Key).ToList())
            {
                all.Remove(over);
            }
        }

        return all[key] = new Counted { Began = clock.GetTimestamp() };
    }

    private bool IsOver(Counted counted) => clock.GetElapsedTime(counted.Began) >= Window;

    private void Remember((IPAddress Address, string Name) from)
    {
        if (_known.Count >= Most)
        {
            // They are known again with their next sign-in.
            _known.Clear();
        }

        _known.Add(from);
    }

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

    [LoggerMessage(
        LogLevel.Warning,
        "{Address} has failed to sign in {Count} times within a minute; who has not signed in from there before waits until it is over")]
    private static partial void LogWaits(ILogger logger, IPAddress address, int count);

    /// <summary>一次尝试. An attempt that is counted as failed unless something else is said of it.</summary>
    public sealed class Attempt
    {
        private readonly SignInFailures _book;
        private readonly (IPAddress Address, string Name) _from;
        private readonly Counted _ofName;
        private readonly Counted _ofAddress;

        internal Attempt(SignInFailures book, (IPAddress Address, string Name) from, Counted ofName, Counted ofAddress) =>
            (_book, _from, _ofName, _ofAddress) = (book, from, ofName, ofAddress);

        /// <summary>The password was right.</summary>
        public void Succeeded()
        {
            lock (_book._turn)
            {
                GiveBack();
                _book.Remember(_from);
            }
        }

        /// <summary>No password was compared.</summary>
        public void WasNone()
        {
            lock (_book._turn)
            {
                GiveBack();
            }
        }

        private void GiveBack()
        {
            _ofName.Count--;
            _ofAddress.Count--;
        }
    }

    /// <summary>计数. What is counted since an instant.</summary>
    internal sealed class Counted
    {
        public long Began { get; init; }

        public int Count { get; set; }

        public bool Told { get; set; }
    }
}
