using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Operations;

/// <summary>日志文件. Where the program's log goes: the console for people, and one JSON object a line in files that begin anew every day.</summary>
public static class Logs
{
    private const int UsualKeepDays = 30;
    private const long LargestFile = 256L * 1024 * 1024;

    /// <summary>Sends everything that is logged to the console and the files. Levels are those of <c>Logging:LogLevel</c>.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Logging.ClearProviders();
        // Each host has its own log: tests start several in one process, and add providers to listen.
        builder.Services.AddSerilog((_, log) => Configure(log, builder.Configuration, builder.Environment.ContentRootPath), preserveStaticLogger: true, writeToProviders: true);
        return builder;
    }

    /// <summary>The configuration of the log.</summary>
    /// <param name="log">What is configured.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="contentRoot">The folder that relative paths start from.</param>
    internal static LoggerConfiguration Configure(LoggerConfiguration log, IConfiguration settings, string contentRoot)
    {
        log.MinimumLevel.Is(LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            // It warns of busy processors, and names grains by their keys.
            .MinimumLevel.Override("Orleans.Runtime.Scheduler", LogEventLevel.Error)
            // Its first look takes the machine's uptime for the time that its check took.
            .MinimumLevel.Override("Orleans.Runtime.Watchdog", LogEventLevel.Error)
            // It advises a garbage collector that is meant for more processors and memory than one silo of ours takes.
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error)
            // It tells of every request that has not signed in.
            .MinimumLevel.Override("ShuangDa.GraphQL.Security.TokenAuthentication", LogEventLevel.Warning)
            // Orleans places grains through Polly, which would tell of every placement.
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            // It logs the whole start-up exception again that the program prints plainly.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal);
        foreach (var level in settings.GetSection("Logging:LogLevel").GetChildren())
        {
            var least = LevelOf(Enum.Parse<LogLevel>(level.Value!, ignoreCase: true));
            _ = level.Key == "Default" ? log.MinimumLevel.Is(least) : log.MinimumLevel.Override(level.Key, least);
        }

        log.Enrich.FromLogContext()
            .Enrich.With<SensitiveValues>()
            .WriteTo.Async(
                sinks => sinks.Console(
                    outputTemplate: "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext:l} {Message:lj}{NewLine}{Exception}",
                    formatProvider: CultureInfo.InvariantCulture),
                blockWhenFull: true);
        var folder = settings[KnownSettings.LogFolder] ?? "logs";
        if (folder.Length > 0 && CanWrite(Path.GetFullPath(folder, contentRoot)))
        {
            log.WriteTo.Async(
                sinks => sinks.File(
                    new CompactJsonFormatter(),
                    Path.Combine(Path.GetFullPath(folder, contentRoot), "shuangda-.log"),
                    rollingInterval: RollingInterval.Day,
                    fileSizeLimitBytes: LargestFile,
                    rollOnFileSizeLimit: true,
                    retainedFileCountLimit: null,
                    retainedFileTimeLimit: TimeSpan.FromDays(KnownSettings.Number(settings, KnownSettings.LogKeepDays, UsualKeepDays))),
                blockWhenFull: true);
        }

        return log;
    }

    // The server works without its log files; who starts it is told, as nothing else would say so.
    private static bool CanWrite(string folder)
    {
        var tried = Path.Combine(folder, $"shuangda-{Environment.ProcessId}.tried.log");
        try
        {
            PrivateFiles.MakeFolder(folder, "shuangda-*.log");
            PrivateFiles.Create(tried, FileMode.Create).Dispose();
            File.Delete(tried);
            return true;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"配置项 {KnownSettings.LogFolder}：日志文件夹 {folder} 无法写入，日志只输出到控制台：{unusable.Message}\n"
                + $"{KnownSettings.LogFolder}: {folder} cannot be written; the log goes to the console alone: {unusable.Message}");
            return false;
        }
    }

    /// <summary>One line per request: method, path, status, time. No query string and no body, which may hold names.</summary>
    /// <param name="application">The pipeline.</param>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder application) => application.UseSerilogRequestLogging(options =>
    {
        options.Logger = application.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = static (context, _, failure) => failure is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError
            ? LogEventLevel.Error
            : IsProbe(context.Request.Path) ? LogEventLevel.Verbose : LogEventLevel.Debug;
    });

    /// <summary>Whether a path is one that machines ask all day.</summary>
    /// <param name="path">The request's path.</param>
    internal static bool IsProbe(PathString path) => path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/metrics", StringComparison.Ordinal);

    private static LogEventLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        // There is no level above Fatal: None leaves only the fatal.
        _ => LogEventLevel.Fatal,
    };
}
