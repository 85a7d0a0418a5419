using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Silo.Attachments;
using ShuangDa.Silo.DailySummaries;
using ShuangDa.Silo.Dashboard;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Silo.Notifications;
using ShuangDa.Silo.Operations;
using ShuangDa.Silo.ReportForms;
using ShuangDa.Silo.Simulation;

namespace ShuangDa.Silo.Composition;

/// <summary>启动方式. How a server is to be started.</summary>
/// <param name="Arguments">What the command line says to the configuration: <c>--urls</c>, <c>--Database:Provider</c> and the like.</param>
/// <param name="Demo">Whether it is the demonstration: its own data folder, loopback only, simulation allowed.</param>
/// <param name="Customise">What a test puts in place, after everything else is registered; null otherwise.</param>
/// <param name="Time">The grains' clock that a test sets; null for the real or the configured one.</param>
public sealed record ServerStart(string[] Arguments, bool Demo = false, Action<WebApplicationBuilder>? Customise = null, TimeProvider? Time = null);

/// <summary>服务器. The host from opening the database to the endpoints; what it consists of can be read from top to bottom.</summary>
public sealed class Server : IAsyncDisposable
{
    /// <summary>The URL it listens on when nothing else is configured.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private Server(WebApplication application, OpenedDatabase database)
    {
        Application = application;
        Database = database;
    }

    /// <summary>The web application, built and not started.</summary>
    public WebApplication Application { get; }

    /// <summary>The database it works on.</summary>
    public OpenedDatabase Database { get; }

    /// <summary>Builds a server: opens the database, brings its tables up to date, composes the rooms.</summary>
    /// <param name="start">How.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DatabaseUnusableException">The database cannot be used; the message says why.</exception>
    /// <exception cref="SettingException">A setting cannot be used; the message names it.</exception>
    public static async Task<Server> BuildAsync(ServerStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        // Settings are read once: watching their folder for changes would wake for every write to the database beside them.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false", .. start.Arguments] });
        var settings = builder.Configuration;
        KnownSettings.Check(settings);
        if (string.IsNullOrEmpty(settings["urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        using var logging = LoggerFactory.Create(log => log.AddSimpleConsole());
        BelievedProxies.BelieveNobodyElse(settings, logging.CreateLogger("ShuangDa.Proxies"));
        var database = await OpenedDatabase.OpenAsync(DatabaseOptions.From(settings, builder.Environment.ContentRootPath), TimeProvider.System, logging.CreateLogger("ShuangDa.Database"), cancellationToken).ConfigureAwait(false);
        try
        {
            var time = start.Time ?? await SimulatedTime.FromAsync(settings, start.Demo || builder.Environment.IsDevelopment(), database.Database).ConfigureAwait(false);
            var demoClock = start.Demo ? new DemoClock(time) : null;
            time = demoClock ?? time;
            var dueIndex = await DueIndexComposition.ReadAsync(database.Database).ConfigureAwait(false);
            builder.Services.AddSingleton(database);
            if (database.Database.Kind == Grains.Journal.DatabaseKind.Sqlite)
            {
                builder.Services.AddHostedService(services => new SqliteCheckpoints(database.Database, services.GetRequiredService<ILogger<SqliteCheckpoints>>()));
            }

            builder.Services.AddConcepts();
            builder.Services.AddWorkingCalendar();
            builder.Services.AddEnforcement(settings);
            builder.UseShuangDaSilo(database.Database, dueIndex, time);
            builder.AddOperations(ownTime: start.Time is not null);
            builder.Services.AddShuangDaSecurity(settings);
            await builder.AddKeyRingAsync(database, logging.CreateLogger("ShuangDa.Keys"), cancellationToken).ConfigureAwait(false);
            builder.AddApi();
            builder.AddImports();
            builder.AddAttachments();
            builder.AddReportForms();
            builder.AddNotifications();
            builder.AddCityBureau();
            if (demoClock is not null)
            {
                builder.AddDemo(database, demoClock);
            }

            start.Customise?.Invoke(builder);
            var application = builder.Build();
            application.UseEdge();
            application.UseOperations();
            // What fails below is answered with the API's own codes; the registered handler does it all.
            application.UseExceptionHandler(_ => { });
            application.UseDashboardFiles();
            application.UseAuthentication();
            application.UseAuthorization();
            application.MapSignIn();
            application.MapShuangDaGraphQL();
            application.MapImports();
            application.MapAttachments();
            application.MapReportForms();
            application.MapDailySummaries();
            application.MapDashboard();
            await application.TellWhatIsNotFoundAsync(cancellationToken).ConfigureAwait(false);
            await application.TellWhichCodesAreUnknownAsync(cancellationToken).ConfigureAwait(false);
            return new Server(application, database);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync().ConfigureAwait(false);
        await Database.DisposeAsync().ConfigureAwait(false);
    }
}
