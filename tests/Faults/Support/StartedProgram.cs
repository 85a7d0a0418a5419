using ShuangDa.Tests.Faults.Operations;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Support;

/// <summary>
/// One started program for all tests that only ask it something: they do not stop it, and what one of them leaves behind is nothing to another. It starts with
/// the first that needs it.
/// </summary>
public sealed class StartedProgram : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<ShuangDaProcess>> _process;

    public StartedProgram() =>
        _process = new(() => ShuangDaProcess.ServeAsync(_folder.Path, Url, "--Logging:LogLevel:Serilog.AspNetCore.RequestLoggingMiddleware=Debug"));

    /// <summary>Where it listens.</summary>
    public string Url { get; } = FreePort.Url();

    /// <summary>The folder that it works in.</summary>
    public string Folder => _folder.Path;

    /// <summary>Waits until it is ready.</summary>
    public Task ReadyAsync() => _process.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated)
        {
            (await _process.Value).Dispose();
        }

        _folder.Dispose();
    }
}
