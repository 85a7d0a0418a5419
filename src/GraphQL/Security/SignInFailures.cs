using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Accounts;

namespace ShuangDa.GraphQL.Security;

/// <summary>
/// 登录失败簿. Counts attempts to sign in before their passwords are compared, so that many at the same moment are no more than many after one
/// another. Those that are compared may still prove right: whoever would be one too many waits for what becomes of them, and is told to
/// come back only when they have failed.
/// First by name at an address, so that who goes on typing one name wrongly hinders nobody else behind the same proxy; then by address,
/// so that one address cannot
/// try the passwords of many, except for names that have signed in from there before. Names without an account lock like those that have
/// one. Only who is compared is kept, for a minute: an attempt that is refused leaves nothing behind.
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

    /// <summary>How many wait at most for what becomes of others; a whole bureau that comes at half past eight is fewer.</summary>
    internal const int MostWaiting = 1_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Lock _turn = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset LockedUntil)> _locks = new(StringComparer.Ordinal);
    private readonly MinuteCounts<(IPAddress Address, string Name)> _names = new(clock);
    private readonly MinuteCounts<IPAddress> _addresses = new(clock);
    private readonly HashSet<(IPAddress Address, string Name)> _known = [];
    private int _waiting;

    /// <summary>How many names and addresses are counted at present.</summary>
    internal int Kept
    {
        get
        {
            lock (_turn)
            {
                return _names.Kept + _addresses.Kept;
            }
        }
    }

    /// <summary>Counts an attempt as under way, when those before it at its name and address leave it room.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="name">The normalised name; null of one that no account can have.</param>
    /// <param name="cancellationToken">Whoever attempts it has gone.</param>
    /// <returns>The attempt; or how long it has to wait.</returns>
    public async Task<(Attempt? Attempt, TimeSpan Wait)> BeginAsync(IPAddress? address, string? name, CancellationToken cancellationToken)
    {
        var from = (Address: Origin(address), Name: name ?? "");
        while (true)
        {
            Task settled;
            lock (_turn)
            {
                var (ofName, ofAddress) = (_names.Find(from), _addresses.Find(from.Address));
                var mostOfName = Math.Min(FailuresOfName, options.Value.FailuresPerMinute);
                var mostOfAddress = _known.Contains(from) ? int.MaxValue : options.Value.FailuresPerMinute;
                if (ofName?.Failures >= mostOfName)
                {
                    return (null, LeftOf(ofName));
                }

                if (ofAddress?.Failures >= mostOfAddress)
                {
                    Tell(from.Address, ofAddress);
                    return (null, LeftOf(ofAddress));
                }

                var full = ofName?.Begun >= mostOfName ? ofName : ofAddress?.Begun >= mostOfAddress ? ofAddress : null;
                if (full is null)
                {
                    return (new Attempt(this, from, _names.FindOrAdd(from), _addresses.FindOrAdd(from.Address)), TimeSpan.Zero);
                }

                if (_waiting >= MostWaiting)
                {
                    return (null, Soon);
                }

                _waiting++;
                settled = full.NextSettled;
            }

            try
            {
                await settled.WaitAsync(cancellationToken);
            }
            finally
            {
                lock (_turn)
                {
                    _waiting--;
                }
            }
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

    private void Tell(IPAddress address, Counted counted)
    {
        if (!counted.Told)
        {
            counted.Told = true;
            LogWaits(logger, address, counted.Failures);
        }
    }

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

    /// <summary>一次尝试. An attempt that is under way until it is said what became of it; one of which nothing is said has failed.</summary>
    public sealed class Attempt : IDisposable
    {
        private readonly SignInFailures _book;
        private readonly (IPAddress Address, string Name) _from;
        private readonly Counted _ofName;
        private readonly Counted _ofAddress;
        private bool _isSettled;

        // Under the lock of the book.
        internal Attempt(SignInFailures book, (IPAddress Address, string Name) from, Counted ofName, Counted ofAddress)
        {
            (_book, _from, _ofName, _ofAddress) = (book, from, ofName, ofAddress);
            ofName.Begin();
            ofAddress.Begin();
        }

        /// <summary>The password was right.</summary>
        public void Succeeded()
        {
            lock (_book._turn)
            {
                _book.Remember(_from);
                Settle(hasFailed: false);
            }
        }

        /// <summary>No password was compared.</summary>
        public void WasNone()
        {
            lock (_book._turn)
            {
                Settle(hasFailed: false);
            }
        }

        /// <summary>The password was wrong, or nobody knows.</summary>
        public void Dispose()
        {
            lock (_book._turn)
            {
                Settle(hasFailed: true);
            }
        }

        private void Settle(bool hasFailed)
        {
            if (!_isSettled)
            {
                _isSettled = true;
                _ofName.Settle(hasFailed);
                _ofAddress.Settle(hasFailed);
            }
        }
    }

    /// <summary>计数. What is counted since an instant.</summary>
    internal sealed class Counted
    {
        private TaskCompletionSource? _settled;
        private int _underWay;

        public required long Began { get; init; }

        public int Failures { get; private set; }

        public int Begun => Failures + _underWay;

        public bool Told { get; set; }

        /// <summary>Ends when it is known of one more what became of it.</summary>
        public Task NextSettled => (_settled ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void Begin() => _underWay++;

        public void Settle(bool hasFailed)
        {
            _underWay--;
            Failures += hasFailed ? 1 : 0;
            _settled?.SetResult();
            _settled = null;
        }
    }

    /// <summary>一分钟内的计数. The oldest go first, so that no request walks them all.</summary>
    private sealed class MinuteCounts<TKey>(TimeProvider clock) where TKey : notnull
    {
        private readonly Dictionary<TKey, Counted> _all = [];
        private readonly Queue<TKey> _byAge = new();

        public int Kept => _all.Count;

        public Counted? Find(TKey key)
        {
            while (_byAge.TryPeek(out var oldest) && clock.GetElapsedTime(_all[oldest].Began) >= Window)
            {
                _all.Remove(_byAge.Dequeue());
            }

            return _all.GetValueOrDefault(key);
        }

        public Counted FindOrAdd(TKey key)
        {
            if (Find(key) is { } found)
            {
                return found;
            }

            if (_all.Count >= Most)
            {
                // Each has cost its sender the time of a comparison.
                _all.Remove(_byAge.Dequeue());
            }

            _byAge.Enqueue(key);
            return _all[key] = new Counted { Began = clock.GetTimestamp() };
        }
    }
}
