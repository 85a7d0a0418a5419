using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using Xunit;

namespace ShuangDa.Tests.Support;

/// <summary>
/// A PostgreSQL cluster of the test process's own, in a temporary folder on a random port, gone with the process. Programs are looked for
/// in SHUANGDA_POSTGRES_BIN, then in Debian's folders, then on the PATH. Where there are none the test is skipped and says so; in CI it fails.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const string Template = "shuangda_template";

    private static readonly Lock MakingShared = new();
    private static Task<PostgreSqlServer>? _shared;
    private static int _databases;

    private readonly string _bin;
    private readonly string _folder;
    private readonly IReadOnlyList<string> _settings;
    private readonly SemaphoreSlim _makingTemplate = new(1, 1);
    private Process? _process;
    private bool _hasTemplate;

    private PostgreSqlServer(string bin, string folder, int port, IReadOnlyList<string> settings)
    {
        _bin = bin;
        _folder = folder;
        _settings = settings;
        Port = port;
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The superuser's password.</summary>
    public static string Password => "test-only";

    /// <summary>The server that all tests of this process share. It does not wait for the disk: what it holds is worth nothing after the test.</summary>
    public static Task<PostgreSqlServer> SharedAsync()
    {
        SkipWhereAbsent();
        lock (MakingShared)
        {
            return _shared ??= StartAsync();
        }
    }

    /// <summary>A server of a test's own.</summary>
    /// <param name="durable">True where the test is about what a crash leaves: the server waits for the disk.</param>
    /// <param name="settings">More settings, each NAME=VALUE.</param>
    public static async Task<PostgreSqlServer> StartAsync(bool durable = false, params string[] settings)
    {
        SkipWhereAbsent();
        var bin = FindPrograms()!;
        var folder = Directory.CreateTempSubdirectory("shuangda-pg-").FullName;
        if (IsRoot)
        {
            // initdb and postgres refuse to run as root; Debian's package brings the account.
            await Run("chown", $"{Superuser}:", folder).ConfigureAwait(false);
        }

        var server = new PostgreSqlServer(bin, folder, FreePort.Next(), durable ? settings : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", .. settings]);
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, Password).ConfigureAwait(false);
        var command = AsServerAccount(
            Path.Combine(bin, "initdb"), "-D", server.Data, "-U", Superuser, "--pwfile", password, "--auth-local=trust", "--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions");
        await Run(command[0], command[1..]).ConfigureAwait(false);
        await server.StartAgainAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>The owner's connection string for a database on this server.</summary>
    public string ConnectionStringFor(string database, string user = Superuser, string? password = null) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = user,
            Password = password ?? Password,
            Database = database,
            MaxPoolSize = 20,
            IncludeErrorDetail = true,
        }.ToString();

    /// <summary>A database with nothing in it.</summary>
    /// <returns>The owner's connection string.</returns>
    public Task<string> CreateEmptyDatabaseAsync() => CreateFrom("template0");

    /// <summary>A database with all tables, copied from one that was migrated once.</summary>
    /// <returns>The owner's connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        await _makingTemplate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_hasTemplate)
            {
                await Execute($"CREATE DATABASE {Template} TEMPLATE template0").ConfigureAwait(false);
                var options = DatabaseOptions.Server(DatabaseKind.PostgreSql, ConnectionStringFor(Template));
                await (await OpenedDatabase.OpenAsync(options, TimeProvider.System, NullLogger.Instance).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
                _hasTemplate = true;
            }
        }
        finally
        {
            _makingTemplate.Release();
        }

        return await CreateFrom(Template).ConfigureAwait(false);
    }

    /// <summary>A copy of a database on this server that nobody has open.</summary>
    /// <returns>The owner's connection string.</returns>
    public Task<string> CopyDatabaseAsync(string connectionString) => CreateFrom(new NpgsqlConnectionStringBuilder(connectionString).Database!);

    /// <summary>Runs a statement as the superuser.</summary>
    public async Task Execute(string statement, string database = "postgres")
    {
        await using var source = NpgsqlDataSource.Create(ConnectionStringFor(database) + ";Pooling=false");
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>Runs a psql script as the superuser.</summary>
    /// <param name="script">The script.</param>
    /// <param name="variables">psql variables, each NAME=VALUE.</param>
    public async Task RunScriptAsync(string script, params string[] variables)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("script.sql"), script).ConfigureAwait(false);
        await Run(
            Path.Combine(_bin, "psql"),
            ["-X", "-q", "-h", _folder, "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", Superuser, "-d", "postgres", .. variables.SelectMany(variable => new[] { "-v", variable }), "-f", folder.File("script.sql")]).ConfigureAwait(false);
    }

    /// <summary>Ends all its processes at once, as a loss of power would.</summary>
    public async Task StopAtOnceAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.StandardInput.WriteLineAsync("keep").ConfigureAwait(false);
            process.StandardInput.Close();
            await process.WaitForExitAsync().ConfigureAwait(false);
            process.Dispose();
        }
    }

    /// <summary>Starts it again over the same data.</summary>
    public async Task StartAgainAsync()
    {
        // The shell waits for our end of its input to close, so that the server and its folder go also when this process is killed.
        const string Watch = "folder=$1; shift; \"$@\" </dev/null & server=$!; read -r word; kill -QUIT $server; wait $server; [ \"$word\" = keep ] || rm -rf \"$folder\"";
        string[] server =
        [
            Path.Combine(_bin, "postgres"), "-D", Data, "-k", _folder, "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=300", "-c", "log_min_messages=warning", .. _settings.SelectMany(setting => new[] { "-c", setting }),
        ];
        var command = AsServerAccount(["/bin/sh", "-c", Watch, "watch", _folder, .. server]);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        _process = Process.Start(start) ?? throw new InvalidOperationException("postgres did not start.");
        var said = new List<string>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException($"postgres ended:\n{string.Join('\n', said)}"));
                return;
            }

            said.Add(line.Data);
            if (line.Data.Contains("is ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        _process.BeginErrorReadLine();
        await ready.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAtOnceAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
        _makingTemplate.Dispose();
    }

    private string Data => Path.Combine(_folder, "data");

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private async Task<string> CreateFrom(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await Execute($"CREATE DATABASE {name} TEMPLATE {template}").ConfigureAwait(false);
        return ConnectionStringFor(name);
    }

    private static string[] AsServerAccount(params string[] command) =>
        IsRoot ? ["/usr/sbin/runuser", "-u", Superuser, "--", .. command] : command;

    private static void SkipWhereAbsent()
    {
        if (FindPrograms() is null)
        {
            const string Absent = "PostgreSQL's programs (initdb, postgres) were not found: install the package postgresql or set SHUANGDA_POSTGRES_BIN.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Absent);
            }

            Assert.Skip(Absent);
        }
    }

    private static string? FindPrograms()
    {
        string?[] named = [Environment.GetEnvironmentVariable("SHUANGDA_POSTGRES_BIN")];
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return named.Concat(debian).Concat(path).FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{await output.ConfigureAwait(false)}{await errors.ConfigureAwait(false)}");
        }
    }
}
