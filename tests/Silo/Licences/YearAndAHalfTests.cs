using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Silo.Licences;

/// <summary>Registers taken over, and then a year and a half in which nobody does anything but the clock: what it does is compared, event by event, with what is reckoned from the register alone.</summary>
public sealed class YearAndAHalfTests : IDisposable
{
    // Three in the afternoon, so that the day of the take-over is itself begun.
    private static readonly DateTimeOffset Begin = new(2026, 11, 2, 15, 0, 0, ShanghaiTime.Offset);
    private static readonly DateOnly LastDay = new(2028, 5, 2);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Begin);
    private readonly List<DateTimeOffset> _looks = [];
    private readonly HashSet<DateTimeOffset> _killedAt = [];
    private InProcessServer? _server;
    private int _ticks;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_clock_does_with_a_generated_register_what_the_register_says(bool isDisturbed)
    {
        var district = GeneratedDistrict.Make(21, DateOnly.FromDateTime(Begin.DateTime), enterprises: 120, licences: 260);
        return ExpectAsync(RegisterSheet.Enterprises(district), RegisterSheet.Licences(district), isDisturbed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_clock_does_with_the_trial_register_what_the_register_says(bool isDisturbed)
    {
        if (Environment.GetEnvironmentVariable("SHUANGDA_TRIAL_DATA") is not { Length: > 0 } trial)
        {
            Assert.Skip("The environment variable SHUANGDA_TRIAL_DATA does not name a folder with enterprises.csv and licences.csv.");
            return Task.CompletedTask;
        }

        return ExpectAsync(SheetOf(Path.Combine(trial, "enterprises.csv"), RegisterKind.Enterprises), SheetOf(Path.Combine(trial, "licences.csv"), RegisterKind.Licences), isDisturbed);
    }

    public void Dispose() => _folder.Dispose();

    private async Task ExpectAsync(RegisterSheet enterprises, RegisterSheet licences, bool isDisturbed)
    {
        await StartAsync();
        await ImportAsync(RegisterKind.Enterprises, enterprises);
        await ImportAsync(RegisterKind.Licences, licences);
        await LookAsync();
        var suspended = await SuspendSomeAsync(licences);

        var day = DateOnly.FromDateTime(Begin.DateTime);
        while (day < LastDay)
        {
            // Undisturbed: a moment before each midnight, and at it. Disturbed: now and then the machine is off for a week, or is killed at its work.
            var days = isDisturbed && (day.DayNumber % 30) == 11 ? 7 : 1;
            day = day.AddDays(days);
            await AdvanceToAsync(ShanghaiTime.StartOf(day).AddMilliseconds(-1));
            await AdvanceToAsync(ShanghaiTime.StartOf(day), kill: isDisturbed && (day.DayNumber % 120) == 60);
        }

        var end = _time.GetUtcNow();
        var expected = Rows(licences).SelectMany(row => ExpectedLicenceLife.Of(row.Number, row.Kind, row.ValidTo, Begin, end)).Concat(suspended).ToList();
        var happened = await HappenedAsync();
        Assert.Empty(expected.Select(Line).Except(happened.Select(Line)));
        Assert.Empty(happened.Select(Line).Except(expected.Select(Line)));
        Assert.Equal(expected.Select(Line).Order(StringComparer.Ordinal), happened.Select(Line).Order(StringComparer.Ordinal));
        var dueAt = expected.ToDictionary(Line, happens => happens.DueAt);
        Assert.All(happened, happens => Assert.True(IsInTime(dueAt[Line(happens)], happens.DueAt), $"{Line(happens)} was due {dueAt[Line(happens)]:O} and recorded {happens.DueAt:O}"));
        Assert.Contains(expected, happens => happens.Kind == "licence.expired" && happens.EffectiveOn < DateOnly.FromDateTime(Begin.DateTime));
        Assert.Contains(expected, happens => happens.Kind == "licence.expired" && happens.EffectiveOn > DateOnly.FromDateTime(Begin.DateTime));
        await ExpectStandingsAsync(licences);
        await WholeDatabase.ExpectAsync(_server!.Database, _time);
        await _server.DisposeAsync();
    }

    private async Task StartAsync() => _server = await InProcessServer.StartAsync(_folder.Path, _time, "--Logs:Folder=");

    /// <summary>Moves the clock and has every bucket looked at, by turns as the reminder does it and as a caller does.</summary>
    private async Task AdvanceToAsync(DateTimeOffset instant, bool kill = false)
    {
        _time.SetUtcNow(instant);
        if (kill)
        {
            _killedAt.Add(instant);
            var looking = LookAsync();
            await _server!.AbandonAsync();
            try
            {
                await looking;
            }
            catch (Exception broken) when (broken is OrleansException or OperationCanceledException or ObjectDisposedException or TimeoutException)
            {
                // It was at work when its silo went away: that is the point.
            }

            // An owner that went away under its clock's hands is tried again a minute later. In one process the abandoned silo may still
            // be noting that down when the next one has begun, so there are two looks, a minute apart.
            await StartAsync();
            _time.Advance(TimeSpan.FromSeconds(61));
            await LookAsync();
            _time.Advance(TimeSpan.FromSeconds(61));
        }

        await LookAsync();
    }

    /// <summary>Recorded at the first look after it was due, or at one of the next two, minutes later, where the first was cut short.</summary>
    private bool IsInTime(DateTimeOffset dueAt, DateTimeOffset recordedAt)
    {
        var looks = _looks.SkipWhile(look => look < dueAt).Take(3).ToList();
        return recordedAt == looks[0] || (_killedAt.Contains(looks[0]) && looks.Contains(recordedAt));
    }

    private async Task LookAsync()
    {
        _looks.Add(_time.GetUtcNow());
        var buckets = _server!.Services.GetRequiredService<DueIndex>().Buckets;
        var byReminder = _ticks++ % 2 == 0;
        await Task.WhenAll(Enumerable.Range(0, buckets).Select(bucket =>
        {
            var clock = _server.Grains.GetGrain<IClockGrain>(bucket);
            return byReminder ? clock.AsReference<IRemindable>().ReceiveReminder("tick", default) : clock.Tick();
        }));
    }

    private async Task ImportAsync(RegisterKind register, RegisterSheet sheet)
    {
        var desk = _server!.Services.GetRequiredService<ImportDesk>();
        var (id, refusal) = await desk.AcceptAsync(register, new MemoryStream(sheet.ToCsv()), "登记.csv", Head(), TestContext.Current.CancellationToken);
        Assert.Null(refusal);
        await desk.EndOf(id);
        var import = (await _server.Grains.GetGrain<IImportGrain>(id.ToString("D")).Read())!.State;
        Assert.Equal((ImportStatus.Completed, sheet.Rows.Count, 0L), (import.Status, (int)import.Counts.Created, (long)import.Counts.Rejected));
    }

    private static bool IsCertificate(string number) =>
        LicenceNumber.Parse(number, out var parsed) is null && parsed.Kind is LicenceKind.CompulsoryCertificate;

    /// <summary>Suspends a few licences for forty days, some of them past their end.</summary>
    /// <returns>The ends of those suspensions that end before the licence does.</returns>
    private async Task<List<ClockEvent>> SuspendSomeAsync(RegisterSheet licences)
    {
        var ends = new List<ClockEvent>();
        var until = DateOnly.FromDateTime(Begin.DateTime).AddDays(40);
        // A certificate is suspended by its certification body alone (强制性产品认证管理规定 第二十六条).
        var suspensible = Rows(licences).Where(row => row.ValidTo >= DateOnly.FromDateTime(Begin.DateTime) && !IsCertificate(row.Number));
        foreach (var row in suspensible.OrderBy(row => row.ValidTo).Take(12))
        {
            Assert.Null(LicenceNumber.Parse(row.Number, out var number));
            var outcome = await _server!.Grains.GetGrain<ILicenceGrain>(number.Text).Execute(new SuspendLicence(until,
                new Grounds("抽样检验不合格", "条例 第四十五条"), "沪市监罚〔2026〕31号"), Head());
            Assert.Null(outcome.Refusal);
            if (until < row.ValidTo)
            {
                ends.Add(new ClockEvent($"licence/{number.Text}", "licence.suspension-ended", until.AddDays(1), ShanghaiTime.EndOf(until)));
            }
        }

        return ends;
    }

    /// <summary>Everything that the system did by itself, each with its day; the instant is the one at which it was recorded.</summary>
    private async Task<List<ClockEvent>> HappenedAsync()
    {
        await using var data = await _server!.Database.ReadAsync();
        var rows = await data.GetTable<JournalRow>().Where(row => row.Subject.StartsWith("licence/") && row.Kind != "licence.registered" && row.Kind != "licence.suspended").ToListAsync();
        // What was over when it was taken over expired with the import, by the hand that imported it; all else is the clock's.
        Assert.All(rows.Where(row => row.User != Actor.SystemUser), row => Assert.Equal(("licence.expired", Begin.ToUnixTimeMilliseconds()), (row.Kind, row.At)));
        return [.. rows.Select(row => new ClockEvent(row.Subject, row.Kind, DateOnly.ParseExact(row.EffectiveOn!, "O", CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeMilliseconds(row.At)))];
    }

    private async Task ExpectStandingsAsync(RegisterSheet licences)
    {
        await using var data = await _server!.Database.ReadAsync();
        var statuses = await data.GetTable<LicenceRow>().ToDictionaryAsync(row => row.Number, row => row.Status);
        var today = ShanghaiTime.DayOf(_time.GetUtcNow());
        foreach (var row in Rows(licences))
        {
            Assert.Null(LicenceNumber.Parse(row.Number, out var number));
            Assert.Equal((row.Number, row.ValidTo < today ? "EXPIRED" : "ACTIVE"), (row.Number, statuses[number.Text]));
        }
    }

    private static string Line(ClockEvent happens) => string.Create(CultureInfo.InvariantCulture, $"{happens.Subject} {happens.Kind} {happens.EffectiveOn:yyyy-MM-dd}");

    private static IEnumerable<(string Number, string Kind, DateOnly ValidTo)> Rows(RegisterSheet licences)
    {
        var (number, kind, validTo) = (Array.IndexOf(licences.Header, "证书编号"), Array.IndexOf(licences.Header, "证书类型"), Array.IndexOf(licences.Header, "有效期至"));
        return licences.Rows.Select(row => (row[number], row[kind], DateOnly.ParseExact(row[validTo], "yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static RegisterSheet SheetOf(string path, RegisterKind register)
    {
        using var file = RegisterFile.Open(path, RegisterForm.Of(register));
        return new RegisterSheet([.. file.Header], [.. file.Rows().Select(row => row.Cells)]);
    }

    private static Actor Head() => new("head", Roles.SectionHead, "INSPECTION", null, Guid.NewGuid());
}
