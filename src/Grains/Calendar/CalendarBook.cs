using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Grains.Calendar;

/// <summary>工作日历簿. Holds the working-day calendar in force in this silo: the built-in years, and over them what administrators have loaded. A year that is asked for without being known is logged once.</summary>
public sealed partial class CalendarBook : ICalendarSource
{
    /// <summary>How often a silo reads the table again, to learn what was loaded through another silo.</summary>
    public static readonly TimeSpan RereadsEvery = TimeSpan.FromMinutes(5);

    private readonly Func<CancellationToken, Task<IReadOnlyList<WorkingYear>>> _read;
    private readonly ILogger<CalendarBook> _logger;
    private readonly ConcurrentDictionary<int, bool> _assumed = new();
    private readonly Lock _turning = new();
    private readonly WorkingCalendar _builtIn;
    private volatile WorkingCalendar _current;
    private int _learned;

    /// <summary>A book over the system's database.</summary>
    /// <param name="database">Where the loaded years are.</param>
    /// <param name="logger">Where it says that a year is not known.</param>
    public CalendarBook(Database database, ILogger<CalendarBook> logger)
        : this(token => WorkingYearRows.ReadAsync(database, token), logger)
    {
    }

    /// <summary>A book over anything that knows loaded years.</summary>
    /// <param name="read">Reads them.</param>
    /// <param name="logger">Where it says that a year is not known.</param>
    public CalendarBook(Func<CancellationToken, Task<IReadOnlyList<WorkingYear>>> read, ILogger<CalendarBook> logger)
    {
        _read = read;
        _logger = logger;
        _builtIn = WorkingCalendar.BuiltIn.Watched(Note);
        _current = _builtIn;
    }

    /// <inheritdoc/>
    public WorkingCalendar Current => _current;

    /// <summary>Reads the loaded years again.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var learned = Volatile.Read(ref _learned);
            var years = await _read(cancellationToken).ConfigureAwait(false);
            lock (_turning)
            {
                // What was learned while the table was read may be newer than what was read.
                if (learned == _learned)
                {
                    _current = years.Aggregate(_builtIn, static (calendar, year) => calendar.With(year));
                    return;
                }
            }
        }
    }

    /// <summary>A year's arrangement has just been committed.</summary>
    /// <param name="year">The arrangement.</param>
    public void Learn(WorkingYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        lock (_turning)
        {
            _learned++;
            _current = _current.With(year);
        }
    }

    private void Note(int year)
    {
        if (_assumed.TryAdd(year, true))
        {
            LogAssumed(_logger, year);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The working days of {Year} are not loaded: Saturdays and Sundays are taken as free and nothing else. An administrator can load them")]
    private static partial void LogAssumed(ILogger logger, int year);
}

/// <summary>工作日历刷新. Reads the loaded years before the silo starts, and again from time to time.</summary>
internal sealed partial class CalendarRefresh(CalendarBook book, ILogger<CalendarRefresh> logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>Before anything else starts: no grain may decide by a calendar that is not yet complete.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => book.LoadAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time, also where the grains' clock is simulated: it is other machines that are waited for.
        using var timer = new PeriodicTimer(CalendarBook.RereadsEvery, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await book.LoadAsync(stoppingToken).ConfigureAwait(false);
                }
                catch (Exception failure) when (failure is System.Data.Common.DbException or Journal.DatabaseUnavailableException)
                {
                    LogNotRead(logger, failure);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The working-day calendar could not be read again; the one in force stays until the next attempt")]
    private static partial void LogNotRead(ILogger logger, Exception failure);
}

/// <summary>工作日历注册. Puts the working-day calendar into a host.</summary>
public static class CalendarRegistration
{
    /// <summary>Makes <see cref="CalendarBook"/> the source of the calendar, loaded before the host's services start.</summary>
    /// <param name="services">The host's services; they hold the <see cref="Database"/>.</param>
    public static IServiceCollection AddWorkingCalendar(this IServiceCollection services)
    {
        services.AddSingleton<CalendarBook>(provider => new CalendarBook(provider.GetRequiredService<Database>(), provider.GetRequiredService<ILogger<CalendarBook>>()));
        services.AddSingleton<ICalendarSource>(provider => provider.GetRequiredService<CalendarBook>());
        services.AddHostedService<CalendarRefresh>();
        return services;
    }
}
