using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Tests.Support;

/// <summary>Hears of refusals that a command met and does not declare, so that whoever has a server in a test learns of them whichever test met them.</summary>
internal sealed class UndeclaredRefusals : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _met = new();

    /// <summary>Fails where there was one.</summary>
    /// <exception cref="InvalidOperationException">There was.</exception>
    public void ExpectNone()
    {
        if (!_met.IsEmpty)
        {
            throw new InvalidOperationException(string.Join('\n', _met.Distinct()));
        }
    }

    public ILogger CreateLogger(string categoryName) => new Ear(_met);

    public void Dispose()
    {
    }

    private sealed class Ear(ConcurrentQueue<string> met) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == Refusals.UndeclaredEvent)
            {
                met.Enqueue(formatter(state, exception));
            }
        }
    }
}
