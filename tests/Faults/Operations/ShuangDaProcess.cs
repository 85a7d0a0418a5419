using System.Diagnostics;
using System.Text;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>The program as an administrator starts it: a process of its own, in a folder of its own.</summary>
internal sealed class ShuangDaProcess : IDisposable
{
    /// <summary>The password of <c>admin</c>.</summary>
    public const string AdminPassword = "process-steward-4711";

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ShuangDaProcess(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ShuangDa.Silo.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SHUANGDA_ADMIN_PASSWORD"] = AdminPassword;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _ready.TrySetResult();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything it has said so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Runs a verb to its end.</summary>
    public static Task<(int ExitCode, string Said)> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <summary>Runs a verb to its end with an environment of its own.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = new ShuangDaProcess(folder, arguments, environment);
        var code = await process.EndAsync();
        return (code, process.Said);
    }

    /// <summary>Begins a verb and waits for nothing.</summary>
    public static ShuangDaProcess Start(string folder, (string Name, string Value)[] environment, params string[] arguments) => new(folder, arguments, environment);

    /// <summary>Starts a server and waits until it says that it is ready.</summary>
    public static Task<ShuangDaProcess> ServeAsync(string folder, string url, params string[] arguments) => ServeAsync(folder, url, [], arguments);

    /// <summary>Starts a server with an environment of its own and waits until it says that it is ready.</summary>
    public static async Task<ShuangDaProcess> ServeAsync(string folder, string url, (string Name, string Value)[] environment, params string[] arguments)
    {
        var process = Begin(folder, url, environment, arguments);
        await process._ready.Task.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        Assert.False(process._process.HasExited, process.Said);
        return process;
    }

    /// <summary>
    /// Starts a server and waits for nothing. A question may take three minutes there: on a machine that a dozen others work on the first ones, for which everything is
    /// compiled, can take longer than the thirty seconds of a bureau.
    /// </summary>
    public static ShuangDaProcess Begin(string folder, string url, (string Name, string Value)[] environment, params string[] arguments) =>
        new(
            folder,
            [$"--urls={url}", "--GraphQL:Limits:Timeout=00:03:00", $"--Orleans:SiloPort={FreePort.Next()}", .. arguments],
            environment);

    /// <summary>Ends it at once, as a loss of power would: it gets no chance to do anything.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until it is gone.</summary>
    public Task GoneAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

    /// <summary>Asks it to stop, as a service manager does, and waits for its end.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        // Shown with a test that fails.
        TestContext.Current.TestOutputHelper?.WriteLine(Said);
        _process.Dispose();
    }

    private async Task<int> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.AppendLine(line);
        }

        if (line.StartsWith("ShuangDa is ready at ", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
