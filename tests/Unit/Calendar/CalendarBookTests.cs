using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Calendar;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

public sealed class CalendarBookTests
{
    private static readonly WorkingYear Year2027 = new() { Year = 2027, RestDays = [new(2027, 1, 1)], WorkedDays = [], Source = "通知" };

    private readonly Lines _log = new();
    private IReadOnlyList<WorkingYear> _table = [];

    [Fact]
    public void ABookStartsFromTheBuiltInYears()
    {
        Assert.True(Book().Current.IsLoaded(2026));
        Assert.False(Book().Current.IsLoaded(2027));
    }

    [Fact]
    public async Task WhatIsInTheTableIsReadOverTheBuiltInYears()
    {
        var book = Book();
        _table = [Year2027, new WorkingYear { Year = 2026, RestDays = [new(2026, 3, 3)], WorkedDays = [], Source = "更正" }];

        await book.LoadAsync(CancellationToken.None);

        Assert.False(book.Current.IsWorkingDay(new(2027, 1, 1)));
        Assert.False(book.Current.IsWorkingDay(new(2026, 3, 3)));
        Assert.True(book.Current.IsLoaded(2025));
    }

    [Fact]
    public async Task AYearThatIsLearnedWhileTheTableIsReadIsNotForgotten()
    {
        CalendarBook? book = null;
        var reads = 0;
        book = new CalendarBook(_ =>
        {
            if (++reads == 1)
            {
                book!.Learn(Year2027);
                return Task.FromResult<IReadOnlyList<WorkingYear>>([]);
            }

            return Task.FromResult<IReadOnlyList<WorkingYear>>([Year2027]);
        }, _log);

        await book.LoadAsync(CancellationToken.None);

        Assert.True(book.Current.IsLoaded(2027));
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task AYearThatIsNotLoadedIsLoggedOnceHoweverOftenItIsAsked()
    {
        var book = Book();
        book.Current.AddWorkingDays(new(2026, 12, 30), 10);
        await book.LoadAsync(CancellationToken.None);
        book.Current.AddWorkingDays(new(2026, 12, 30), 10);
        book.Current.AddWorkingDays(new(2026, 3, 2), 10);

        var line = Assert.Single(_log.Written);
        Assert.Contains("2027", line, StringComparison.Ordinal);

        book.Current.IsWorkingDay(new(2028, 1, 3));
        Assert.Equal(2, _log.Written.Count);
    }

    [Fact]
    public void ALoadedYearIsNotLogged()
    {
        var book = Book();
        book.Learn(Year2027);
        book.Current.AddWorkingDays(new(2026, 12, 30), 10);
        Assert.Empty(_log.Written);
    }

    private CalendarBook Book() => new(_ => Task.FromResult(_table), _log);

    private sealed class Lines : ILogger<CalendarBook>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
