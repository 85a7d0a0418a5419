using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Notifications;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Notifications;

/// <summary>
/// 通知外送. Brings what the commits left in the table to the gateway: at least once, each under the same key, each person's in order. What
/// is about to be tried is put off before it is, so that two silos do not try it at the same moment and one that dies leaves it to the
/// next. What failed is tried again, later each time; what failed too often is given up until the server starts again, and the self-check
/// lists it. While the gateway itself is down it is asked ever more seldom, and nothing is given up by that.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="clients">Where the HTTP client is.</param>
/// <param name="options">The gateway.</param>
/// <param name="clock">The machine's clock: a gateway does not live by a simulated one.</param>
/// <param name="lifetime">Says when the server has started.</param>
/// <param name="logger">Where failures are logged.</param>
public sealed partial class HookDelivery(
    Grains.Journal.Database database,
    IHttpClientFactory clients,
    IOptions<HookOptions> options,
    [FromKeyedServices(WallClock.Key)] TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<HookDelivery> logger) : BackgroundService, ICommitObserver
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "notification-hook";

    private const int PageSize = 50;
    private const int AtATime = 4;

    // One call is as good as many.
    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(1);

    private int _down;

    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Deliveries.Count > 0)
        {
            _ = _woken.Writer.TryWrite(true);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lifetime.StartedAsync(stoppingToken).ConfigureAwait(false);
            await TryAsync(ReviveAsync, stoppingToken).ConfigureAwait(false);
            while (true)
            {
                await TryAsync(DeliverDueAsync, stoppingToken).ConfigureAwait(false);
                await WaitAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_down > 0)
        {
            await Task.Delay(options.Value.PauseAfter(_down), clock, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var woken = _woken.Reader.WaitToReadAsync(look.Token).AsTask();
        await Task.WhenAny(woken, Task.Delay(options.Value.LookEvery, clock, look.Token)).ConfigureAwait(false);
        await look.CancelAsync().ConfigureAwait(false);
        _ = _woken.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }

    // While the database is away nothing is lost: the table is looked at again. Nothing that goes wrong here may end the host, which a
    // background service does by what it throws.
    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception away) when (away is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogDatabaseAway(away);
        }
    }

    // Whoever has set the gateway right has started the server anew.
    private Task<int> ReviveAsync(CancellationToken cancellationToken) => database.WriteAsync(
        data => data.GetTable<NotificationDeliveryRow>().Where(row => row.IsDead)
            .Set(row => row.IsDead, false).Set(row => row.Failures, 0).Set(row => row.NextAt, 0L).UpdateAsync(cancellationToken),
        cancellationToken);

    private async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            List<NotificationDeliveryRow> due;
            Dictionary<string, Recipient> known;
            Dictionary<string, string> titles;
            await using (var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                // Each person's first alone: what comes later to the same person waits for it.
                var waiting = data.GetTable<NotificationDeliveryRow>().Where(row => !row.IsDead);
                due = await waiting
                    .Where(row => row.NextAt <= now && !waiting.Any(other => other.UserName == row.UserName && other.Id < row.Id))
                    .OrderBy(row => row.NextAt).ThenBy(row => row.Id).Take(PageSize).ToListAsync(cancellationToken).ConfigureAwait(false);
                string[] users = [.. due.Select(row => row.UserName).Distinct()];
                // Read each time: an account that another silo has just opened is no reason to drop what it is to be told.
                var accounts = data.GetTable<AccountRow>().Where(row => users.Contains(row.UserName));
                known = (await RecipientDirectory.InUseAsync(accounts, cancellationToken).ConfigureAwait(false))
                    .ToDictionary(one => one.User);
                titles = options.Value.HookTitles
                    ? await TitlesAsync(data, [.. due.Select(row => row.Subject).Distinct()], cancellationToken).ConfigureAwait(false)
                    : [];
            }

            if (due.Count == 0)
            {
                return;
            }

            var (told, down) = (0, 0);
            var failed = new ConcurrentQueue<(NotificationDeliveryRow Row, DeliveryFailure Why)>();
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
                async (row, token) =>
                {
                    // One gateway that is down is down for all: the others of the page wait without having been tried.
                    if (Volatile.Read(ref down) > 0)
                    {
                        return;
                    }

                    if (row.IsGathering)
                    {
                        await GatherAsync(row, token).ConfigureAwait(false);
                    }
                    else if (await ClaimAsync(row, token).ConfigureAwait(false))
                    {
                        var (to, title) = (known.GetValueOrDefault(row.UserName), titles.GetValueOrDefault(row.Subject));
                        var failure = await DeliverAsync(row, to, title, token).ConfigureAwait(false);
                        _ = failure is null or DeliveryFailure.Refused ? Interlocked.Increment(ref told) : Interlocked.Increment(ref down);
                        if (failure is { } why)
                        {
                            failed.Enqueue((row, why));
                        }
                    }
                }).ConfigureAwait(false);

            // A gateway that takes none of them is down, which no delivery answers for.
            foreach (var (row, why) in failed)
            {
                await PutOffAsync(row, why, counts: told > 0, cancellationToken).ConfigureAwait(false);
            }

            _down = down == 0 ? 0 : told > 0 ? 1 : _down + 1;
            if (down > 0)
            {
                return;
            }
        }
    }

    // What work is called is what lists of open work call it; what is done has no name here.
    private static async Task<Dictionary<string, string>> TitlesAsync(
        DataConnection data, string[] subjects, CancellationToken cancellationToken)
    {
        var (enterprises, dens) = (data.GetTable<EnterpriseRow>(), data.GetTable<DenRow>());
        var rows = await data.GetTable<OpenWorkRow>().Where(row => subjects.Contains(row.Subject) && row.Place == 0)
            .Select(row => new
            {
                row.Subject,
                Title = row.Title
                    ?? enterprises.Where(one => one.CreditCode == row.Enterprise).Select(one => one.Name).FirstOrDefault()
                    ?? dens.Where(one => one.Number == row.Den).Select(one => one.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.Where(row => row.Title is not null).ToDictionary(row => row.Subject, row => row.Title!);
    }

    // The other parts of the act are committed within moments; what comes after them all the same has the same key.
    private Task<int> GatherAsync(NotificationDeliveryRow row, CancellationToken cancellationToken)
    {
        var next = (clock.GetUtcNow() + options.Value.HookGathering).ToUnixTimeMilliseconds();
        return database.WriteAsync(
            data => data.GetTable<NotificationDeliveryRow>().Where(other => other.Id == row.Id)
                .Set(other => other.IsGathering, false).Set(other => other.NextAt, next).UpdateAsync(cancellationToken),
            cancellationToken);
    }

    private async Task<bool> ClaimAsync(NotificationDeliveryRow row, CancellationToken cancellationToken)
    {
        var next = (clock.GetUtcNow() + options.Value.HookTimeout + options.Value.HookRetry).ToUnixTimeMilliseconds();
        return await database.WriteAsync(
            data => data.GetTable<NotificationDeliveryRow>().Where(other => other.Id == row.Id && other.NextAt == row.NextAt)
                .Set(other => other.NextAt, next).UpdateAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false) > 0;
    }

    private async Task<DeliveryFailure?> DeliverAsync(
        NotificationDeliveryRow row, Recipient? recipient, string? title, CancellationToken cancellationToken)
    {
        // Whose account is no longer in use is told nothing any more, and nobody of what is out of sight by now.
        if (recipient is null || !await SeesAsync(row, recipient, cancellationToken).ConfigureAwait(false))
        {
            await database.WriteAsync(
                data => data.GetTable<NotificationDeliveryRow>().Where(other => other.Id == row.Id).DeleteAsync(cancellationToken),
                cancellationToken).ConfigureAwait(false);
            return null;
        }

        var failure = await FailureOfAsync(row, recipient, title, cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            await database.WriteAsync(data => SameFor(data, row).DeleteAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            HookMeters.Delivered();
        }

        return failure;
    }

    private async Task<bool> SeesAsync(NotificationDeliveryRow row, Recipient recipient, CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        return await NotificationVisibility.SeesAsync(data, recipient, row.Subject, cancellationToken).ConfigureAwait(false);
    }

    private async Task PutOffAsync(NotificationDeliveryRow row, DeliveryFailure why, bool counts, CancellationToken cancellationToken)
    {
        var failures = counts ? row.Failures + 1 : row.Failures;
        var dead = counts && failures >= options.Value.AttemptsAfter(why);
        LogPutOff(row.Key, failures, dead);
        HookMeters.Failed(givenUp: dead);
        var next = (clock.GetUtcNow() + options.Value.WaitAfter(Math.Max(failures, 1))).ToUnixTimeMilliseconds();
        var name = WireName.Of(why);
        await database.WriteAsync(
            async data =>
            {
                await data.GetTable<NotificationDeliveryRow>().Where(other => other.Id == row.Id).Set(other => other.Failure, name)
                    .Set(other => other.Failures, failures).Set(other => other.NextAt, next).UpdateAsync(cancellationToken)
                    .ConfigureAwait(false);

                // The other parts of the act stand for the same delivery, and are given up with it.
                return dead ? await SameFor(data, row).Set(other => other.IsDead, true).Set(other => other.Failure, name)
                    .Set(other => other.Failures, failures).UpdateAsync(cancellationToken).ConfigureAwait(false) : 0;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<NotificationDeliveryRow> SameFor(DataConnection data, NotificationDeliveryRow row) =>
        data.GetTable<NotificationDeliveryRow>().Where(other => other.UserName == row.UserName && other.Key == row.Key);

    private async Task<DeliveryFailure?> FailureOfAsync(
        NotificationDeliveryRow row, Recipient recipient, string? title, CancellationToken cancellationToken)
    {
        int parts;
        await using (var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            parts = await SameFor(data, row).CountAsync(cancellationToken).ConfigureAwait(false);
        }

        using var request = RequestOf(row, recipient, title, parts);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
            {
                return null;
            }

            LogAnswered(row.Key, (int)answer.StatusCode);
            return IsAboutThis(answer.StatusCode) ? DeliveryFailure.Refused : DeliveryFailure.Unavailable;
        }
        catch (HttpRequestException away)
        {
            LogUnreachable(row.Key, away);
            return DeliveryFailure.Unreachable;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnreachable(row.Key, late);
            return DeliveryFailure.Timeout;
        }
    }

    // Any other answer is about the gateway or the way to it: a wrong secret, a wrong path, a redirection, a fault.
    private static bool IsAboutThis(HttpStatusCode status) => status is HttpStatusCode.BadRequest or HttpStatusCode.Gone
        or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity;

    private HttpRequestMessage RequestOf(NotificationDeliveryRow row, Recipient recipient, string? title, int parts)
    {
        var number = SubjectKeys.Split(row.Subject).Key;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(row.At);
        var day = ShanghaiTime.DayOf(at);
        var kind = Terms.Of(WireName.Find<NotificationKind>(row.Kind)!.Value).Chinese;
        var more = parts > 1 ? string.Create(CultureInfo.InvariantCulture, $"等{parts}项") : "";

        // A partner agency's people read the title where they sign in: it names parties, and the way to them is outside the bureau.
        var told = new HookBody(
            row.Key,
            row.Kind,
            string.Create(CultureInfo.InvariantCulture, $"{kind}：{number}{more}（{day.Year}年{day.Month}月{day.Day}日）"),
            row.UserName,
            number,
            parts,
            recipient.Agency is null ? title : null,
            at);
        var body = JsonSerializer.SerializeToUtf8Bytes(told, HookJson.Plain.HookBody);
        return SignedPost.Of(options.Value.HookUrl, options.Value.HookSecret, row.Key, body, clock.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Warning, "Notification {Key} was not delivered (attempts that count: {Attempt}). Given up: {GivenUp}")]
    private partial void LogPutOff(string key, int attempt, bool givenUp);

    [LoggerMessage(LogLevel.Warning, "The notification gateway answered {Status} to {Key}")]
    private partial void LogAnswered(string key, int status);

    [LoggerMessage(LogLevel.Warning, "The notification gateway did not answer to {Key}")]
    private partial void LogUnreachable(string key, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Notifications could not be looked up for delivery; it is tried again")]
    private partial void LogDatabaseAway(Exception exception);

    [LoggerMessage(LogLevel.Debug, "The delivery of notifications has stopped")]
    private partial void LogStopped();
}

/// <summary>外送内容. What the gateway is told: whom, why and about which number; of what the subject says at most its title.</summary>
/// <param name="Key">幂等键.</param>
/// <param name="Kind">通知种类. Its wire name.</param>
/// <param name="Text">文字. Kind, number and day in Chinese, to be sent on as it is.</param>
/// <param name="To">收件人. The user name.</param>
/// <param name="Number">编号.</param>
/// <param name="Parts">项数. How many subjects it is about; more than one where one act did the same to several.</param>
/// <param name="Title">名称. Left out unless it is configured, where there is none, and for a partner agency's people.</param>
/// <param name="At">时刻. When it happened (UTC).</param>
internal sealed record HookBody(
    string Key, string Kind, string Text, string To, string Number, int Parts, string? Title, DateTimeOffset At);

[JsonSerializable(typeof(HookBody))]
internal sealed partial class HookJson : JsonSerializerContext
{
    /// <summary>As it is posted.</summary>
    public static HookJson Plain { get; } = new(SignedPost.Json);
}
