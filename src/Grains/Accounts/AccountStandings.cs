using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户现状. What has to be known of an account to let a request in.</summary>
/// <param name="UserName">The normalised user name.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Section">The section, or null.</param>
/// <param name="Agency">The partner agency, or null.</param>
/// <param name="Disabled">Whether nobody may come in with it.</param>
/// <param name="MustChangePassword">Whether another password has to be chosen first.</param>
/// <param name="Stamp">The security stamp.</param>
/// <param name="StampedAt">When the stamp last changed (UTC).</param>
/// <param name="EndedSessions">Sessions that were ended one by one.</param>
public sealed record AccountStanding(
    string UserName, string DisplayName, Roles Roles, string? Section, string? Agency, bool Disabled, bool MustChangePassword,
    int Stamp, DateTimeOffset StampedAt, FrozenSet<string> EndedSessions);

/// <summary>会话. What a token says of the session it belongs to.</summary>
/// <param name="UserName">Whose it is.</param>
/// <param name="Stamp">The account's stamp when it began; null for tokens of an outside provider.</param>
/// <param name="Id">Its id; null for tokens of an outside provider.</param>
/// <param name="IssuedAt">When the token was made (UTC).</param>
/// <param name="ExpiresAt">When it ends by itself (UTC).</param>
public sealed record Session(string UserName, int? Stamp, string? Id, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether the account still lets the session in.</summary>
    /// <param name="standing">The account's standing, or null when there is no such account.</param>
    public bool IsAdmittedBy(AccountStanding? standing) =>
        standing is { Disabled: false }
        && (Stamp is { } stamp ? stamp == standing.Stamp : IssuedAt >= standing.StampedAt.AddMilliseconds(-standing.StampedAt.Millisecond))
        && (Id is null || !standing.EndedSessions.Contains(Id));
}

/// <summary>
/// 账户现状簿. Answers for each request whether its session still stands, from memory. A commit on this silo is known at once; one on
/// another silo after at most five seconds, because nothing older than <see cref="FreshFor"/> is believed and running streams are looked at every
/// <see cref="StreamsLookedAtEvery"/>.
/// </summary>
public sealed partial class AccountStandings(Database database, ILogger<AccountStandings> logger) : BackgroundService
{
    /// <summary>How long what was read is believed.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(3);

    /// <summary>How often the sessions of running event streams are looked at.</summary>
    public static readonly TimeSpan StreamsLookedAtEvery = TimeSpan.FromSeconds(2);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (AccountStanding? Standing, long ReadAt)> _known = new();
    private readonly ConcurrentDictionary<SessionWatch, byte> _watches = new();
    private long _changes;

    /// <summary>The standing of an account, at most <see cref="FreshFor"/> old; null when there is no such account.</summary>
    /// <param name="userName">The normalised user name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<AccountStanding?> Of(string userName, CancellationToken cancellationToken = default) =>
        _known.TryGetValue(userName, out var known) && Stopwatch.GetElapsedTime(known.ReadAt) < FreshFor
            ? ValueTask.FromResult(known.Standing)
            : new(ReadAsync(userName, cancellationToken));

    /// <summary>Says that an account has changed on this silo: what is known of it is forgotten, and streams that no longer stand end.</summary>
    /// <param name="userName">The normalised user name.</param>
    public void Changed(string userName)
    {
        // Counted before it is forgotten: a read that began before must not bring back what was.
        Interlocked.Increment(ref _changes);
        _known.TryRemove(userName, out _);
        foreach (var watch in _watches.Keys.Where(watch => watch.Session.UserName == userName))
        {
            _ = LookAgainAsync(watch);
        }
    }

    /// <summary>Watches over a session for as long as an event stream runs on it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="clock">The clock its token was made by.</param>
    /// <returns>Holds the token that is cancelled when the session ends; dispose it with the stream.</returns>
    public SessionWatch Watch(Session session, TimeProvider clock)
    {
        var watch = new SessionWatch(session, clock, this);
        _watches[watch] = 0;
        // What happened between the request's own check and this line is seen now.
        _ = LookAgainAsync(watch);
        return watch;
    }

    internal void Forget(SessionWatch watch) => _watches.TryRemove(watch, out _);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(StreamsLookedAtEvery);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var ofOne in _watches.Keys.GroupBy(watch => watch.Session.UserName))
            {
                foreach (var watch in ofOne)
                {
                    await LookAgainAsync(watch);
                }
            }
        }
    }

    private async Task LookAgainAsync(SessionWatch watch)
    {
        try
        {
            if (!watch.Session.IsAdmittedBy(await Of(watch.Session.UserName)))
            {
                watch.End();
            }
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or DatabaseUnavailableException or TimeoutException or InvalidOperationException)
        {
            // The database is away. The stream has nothing to tell until it is back, and is looked at again then.
            LogNotLooked(logger, exception);
        }
    }

    private async Task<AccountStanding?> ReadAsync(string userName, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changes = Interlocked.Read(ref _changes);
            var readAt = Stopwatch.GetTimestamp();
            var standing = await FromTableAsync(userName, cancellationToken);
            if (_known.Count >= MostRemembered)
            {
                _known.Clear();
            }

            _known[userName] = (standing, readAt);
            if (changes == Interlocked.Read(ref _changes))
            {
                return standing;
            }

            _known.TryRemove(userName, out _);
        }
    }

    private async Task<AccountStanding?> FromTableAsync(string userName, CancellationToken cancellationToken)
    {
        var subject = SubjectKeys.Of(Account.Name, userName);
        await using var data = await database.ReadAsync(cancellationToken);
        var row = await data.GetTable<AccountRow>().FirstOrDefaultAsync(row => row.Subject == subject, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var ended = await data.GetTable<EndedSessionRow>().Where(ended => ended.Subject == subject).Select(ended => ended.Session).ToListAsync(cancellationToken);
        return new AccountStanding(
            row.UserName, row.DisplayName, (Roles)row.Roles, row.Section, row.Agency, row.Disabled, row.MustChangePassword,
            row.SecurityStamp, DateTimeOffset.FromUnixTimeMilliseconds(row.StampedAt), ended.ToFrozenSet());
    }

    [LoggerMessage(LogLevel.Warning, "Whether running sessions still stand could not be looked up; it is tried again")]
    private static partial void LogNotLooked(ILogger logger, Exception exception);
}

/// <summary>会话守望. Holds what is cancelled when a session ends: by sign-out, by a changed password or role, by a disabled account, or because its time is over.</summary>
public sealed class SessionWatch : IDisposable
{
    private readonly CancellationTokenSource _end;
    private readonly AccountStandings _standings;

    internal SessionWatch(Session session, TimeProvider clock, AccountStandings standings)
    {
        Session = session;
        _standings = standings;
        var left = session.ExpiresAt - clock.GetUtcNow();
        _end = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        Ended = _end.Token;
    }

    /// <summary>The session.</summary>
    public Session Session { get; }

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Ended { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _standings.Forget(this);
        _end.Dispose();
    }

    internal void End()
    {
        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The stream ended by itself at the same moment.
            _standings.Forget(this);
        }
    }
}
