using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.DailySummaries;

/// <summary>
/// 市局接口报送. Sends approved summaries up over HTTPS, one after the other in the order of their days: the next waits until the city bureau
/// has answered the one before. It is recorded that one is under way before it is posted, and posted under the same key until an answer
/// comes that can be read, so that a crash, a slow answer or one that is lost makes no second report.
/// </summary>
/// <param name="grains">Where summaries are found.</param>
/// <param name="database">Where they are listed.</param>
/// <param name="clients">Where the HTTP client is.</param>
/// <param name="options">The city bureau's interface.</param>
/// <param name="time">The grains' clock, by which days are told.</param>
/// <param name="clock">The machine's clock: the city bureau does not live by a simulated one.</param>
/// <param name="lifetime">Says when the server has started.</param>
/// <param name="logger">Where failures are logged.</param>
public sealed partial class CityDelivery(
    IGrainFactory grains,
    Grains.Journal.Database database,
    IHttpClientFactory clients,
    IOptions<CityOptions> options,
    TimeProvider time,
    [FromKeyedServices(WallClock.Key)] TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<CityDelivery> logger) : BackgroundService
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "city-bureau";

    /// <summary>The most bytes that an answer has: no character takes less than one.</summary>
    internal const int LongestAnswer = NoteCityReceipt.LongestAnswer;

    // So many attempts in a row without an answer, and those who can hand it over otherwise are told.
    private const int StuckAfter = 3;

    private static readonly string[] Open = [WireName.Of(DailySummaryStatus.Approved), WireName.Of(DailySummaryStatus.Sent)];

    private int _failures;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lifetime.StartedAsync(stoppingToken).ConfigureAwait(false);
            while (true)
            {
                _failures = await TryAsync(stoppingToken).ConfigureAwait(false) ? 0 : _failures + 1;
                await Task.Delay(options.Value.WaitAfter(_failures), clock, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    // While the database is away nothing is lost: what is open is looked up again. Nothing that goes wrong here may end the host, which a
    // background service does by what it throws.
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SendOpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception away) when (away is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogDatabaseAway(away);
            return false;
        }
    }

    private async Task<bool> SendOpenAsync(CancellationToken cancellationToken)
    {
        List<string> numbers;
        await using (var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            numbers = await data.GetTable<DailySummaryRow>().Where(row => Open.Contains(row.Status))
                .OrderBy(row => row.Day).Select(row => row.Number).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (var number in numbers)
        {
            var summary = grains.GetGrain<IDailySummaryGrain>(number);
            if (await summary.Read().ConfigureAwait(false) is { State: var state } && !await SendAsync(summary, state, cancellationToken)
                .ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Whether the next one's turn has come.</returns>
    private async Task<bool> SendAsync(IDailySummaryGrain summary, DailySummaryState state, CancellationToken cancellationToken)
    {
        if (state.Status is DailySummaryStatus.Approved)
        {
            var sending = new RecordDailySummarySending(SummaryWay.Https, Today);
            var sent = await summary.Execute(sending, By(state, state.Sendings.Length + 1, "send")).ConfigureAwait(false);
            if (sent.Subject?.State is not { } under)
            {
                return true;
            }

            state = under;
        }

        // Another may have handed it over otherwise meanwhile.
        if (!state.IsUnderWayByHttps)
        {
            return true;
        }

        var turn = state.Sendings.Length;
        switch (await PostAsync(state, turn, cancellationToken).ConfigureAwait(false))
        {
            case { ReceiptNumber: { } receipt }:
                await summary.Execute(new NoteCityReceipt(turn, receipt), By(state, turn, "answer")).ConfigureAwait(false);
                return true;
            case { Reason: { } reason }:
                await summary.Execute(new NoteCityRejection(turn, reason), By(state, turn, "answer")).ConfigureAwait(false);
                return true;
            default:
                if (_failures + 1 >= StuckAfter && state.Sendings[^1].StuckSince is null)
                {
                    await summary.Execute(new NoteSendingStuck(turn), By(state, turn, "stuck")).ConfigureAwait(false);
                }

                return false;
        }
    }

    private DateOnly Today => ShanghaiTime.DayOf(time.GetUtcNow());

    private static string KeyOf(DailySummaryState state, int turn) => string.Create(CultureInfo.InvariantCulture, $"{state.Number}-{turn}");

    private static Actor By(DailySummaryState state, int turn, string step) =>
        Actor.System(SubjectKeys.CommandIdFor($"{SubjectKeys.Of(DailySummary.Concept.Name, KeyOf(state, turn))}\n{step}"));

    /// <returns>What the city bureau answered; null where it did not answer in a way that can be read.</returns>
    private async Task<CityAnswer?> PostAsync(DailySummaryState state, int turn, CancellationToken cancellationToken)
    {
        var key = KeyOf(state, turn);
        using var request = RequestOf(state, key);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var read = answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.UnprocessableEntity
                ? Readable(await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), answer.IsSuccessStatusCode)
                : null;
            if (read is null)
            {
                LogAnswered(key, (int)answer.StatusCode);
            }

            return read;
        }
        catch (Exception away) when (
            away is HttpRequestException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnreachable(key, away);
            return null;
        }
    }

    // A receipt has a number, a rejection a reason; whatever else comes is no answer. JSON is UTF-8, whatever a header calls it.
    private static CityAnswer? Readable(ReadOnlySpan<byte> body, bool isTaken)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(body, CityJson.Plain.CityAnswer);
            var (receipt, reason) = (FreeText.Given(answer?.ReceiptNumber), FreeText.Given(answer?.Reason));
            return isTaken
                ? receipt is null ? null : new CityAnswer(receipt, null)
                : reason is null ? null : new CityAnswer(null, reason);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private HttpRequestMessage RequestOf(DailySummaryState state, string key)
    {
        var told = new CityBody(
            key,
            state.Number,
            state.Day,
            state.Collection.Narrative,
            [.. state.Collection.Figures.Where(figure => !figure.IsOfClass).Select(figure => new CityFigure(figure.Column, figure.Value))],
            [
                .. state.Collection.Reports.Select(report =>
                    new CitySection(report.Section, WireName.Of(report.Status), report.Version, report.Hash, report.Narrative)),
            ]);
        var body = JsonSerializer.SerializeToUtf8Bytes(told, CityJson.Plain.CityBody);
        return SignedPost.Of(options.Value.Url, options.Value.Secret, key, body, clock.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Warning, "The city bureau answered {Status} to {Key} and nothing that can be read; it is tried again")]
    private partial void LogAnswered(string key, int status);

    [LoggerMessage(LogLevel.Warning, "The city bureau did not answer to {Key}; it is tried again")]
    private partial void LogUnreachable(string key, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Daily summaries could not be looked up or recorded; it is tried again")]
    private partial void LogDatabaseAway(Exception exception);

    [LoggerMessage(LogLevel.Debug, "The sending of daily summaries has stopped")]
    private partial void LogStopped();
}

/// <summary>报送内容. What the city bureau is sent.</summary>
/// <param name="Key">幂等键. The same as in the header.</param>
/// <param name="Number">汇总编号.</param>
/// <param name="Day">报送日.</param>
/// <param name="Narrative">综合情况. Or none.</param>
/// <param name="Figures">合计.</param>
/// <param name="Sections">各科室日报.</param>
internal sealed record CityBody(
    string Key, string Number, DateOnly Day, string? Narrative, IReadOnlyList<CityFigure> Figures, IReadOnlyList<CitySection> Sections);

/// <summary>合计数. A figure of the bureau.</summary>
/// <param name="Column">栏目代码.</param>
/// <param name="Value">数值. In the column's unit.</param>
internal sealed record CityFigure(string Column, decimal Value);

/// <summary>科室日报. A section's report.</summary>
/// <param name="Section">科室代码.</param>
/// <param name="Status">状态. Its wire name.</param>
/// <param name="Version">版本号. 0 for none.</param>
/// <param name="Hash">校验值. Or none.</param>
/// <param name="Narrative">综合情况. In the section's words, or none.</param>
internal sealed record CitySection(string Section, string Status, int Version, string? Hash, string? Narrative);

/// <summary>市局答复. What the city bureau answers: with 2xx the number of its receipt, with 422 why it does not take it.</summary>
/// <param name="ReceiptNumber">回执编号.</param>
/// <param name="Reason">退件理由.</param>
internal sealed record CityAnswer(string? ReceiptNumber, string? Reason);

[JsonSerializable(typeof(CityBody))]
[JsonSerializable(typeof(CityAnswer))]
internal sealed partial class CityJson : JsonSerializerContext
{
    /// <summary>As it is posted.</summary>
    public static CityJson Plain { get; } = new(SignedPost.Json);
}
