using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Polly;
using Polly.DependencyInjection;
using Polly.Retry;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Composition;

/// <summary>Orleans组合. The silo: membership, storage, reminders and the grains' clock.</summary>
public static class OrleansComposition
{
    // OrleansRuntimeResiliencePolicies.PlacementResiliencePipelineKey, which is internal.
    private const string PlacementPipeline = "Orleans.Placement";

    // Orleans clients come by a gateway. There are none: the API runs in the silo's own process.
    private const int NoGateway = 0;

    /// <summary>Puts the silo into the host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="database">The database, its schema up to date.</param>
    /// <param name="dueIndex">The due index.</param>
    /// <param name="time">The grains' clock: real, simulated or a test's.</param>
    public static WebApplicationBuilder UseShuangDaSilo(this WebApplicationBuilder builder, Grains.Journal.Database database, DueIndex dueIndex, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var configuration = builder.Configuration;
        builder.Services.AddSingleton(time);
        // Only the grains' clock may be simulated: membership, messaging and the silo's own timers on another clock would hang.
        foreach (var area in new[]
        {
            TimeProviderNames.Messaging, TimeProviderNames.SystemTimers, TimeProviderNames.Membership,
            TimeProviderNames.ActivationManagement, TimeProviderNames.GrainDirectory, Orleans.Reminders.ReminderTimeProviderNames.Reminders,
        })
        {
            builder.Services.AddKeyedSingleton(area, TimeProvider.System);
        }

        builder.Services.AddResiliencePipeline<string, SiloAddress>(PlacementPipeline, ConfigurePlacement);
        builder.Services.AddOptions<CommitOptions>().Bind(configuration.GetSection("Commits")).ValidateDataAnnotations().ValidateOnStart();
        builder.Host.UseOrleans(silo =>
        {
            var siloPort = Port(configuration, "Orleans:SiloPort", 11111);
            var cluster = configuration["Orleans:ClusterId"] ?? "shuangda";
            silo.UseLocalhostClustering(siloPort, NoGateway, serviceId: "shuangda", clusterId: cluster);
            silo.Configure<EndpointOptions>(static endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.Configure<SiloConnectionOptions>(static connections => connections.ConfigureSiloInboundConnection(CloseAtOnce));
            silo.Services.AddSingleton<InsideCalls>();
            silo.Services.AddSingleton<IOutgoingGrainCallFilter>(static services => services.GetRequiredService<InsideCalls>());
            silo.Services.AddSingleton<IIncomingGrainCallFilter>(static services => services.GetRequiredService<InsideCalls>());
            silo.UseShuangDaJournal(database, dueIndex);
            silo.UseAdoNetReminderService(options =>
            {
                options.Invariant = database.Invariant;
                options.DataSource = JournalRegistration.ReminderSource(database);
            });
            silo.UseClocks();
        });
        return builder;
    }

    /// <summary>
    /// Orleans gives up on placing a grain after thirty seconds, and takes the host's clock for it without asking for a keyed one: at a simulated day a second that is
    /// a third of a millisecond. Of two pipelines of one name the first that is added counts, so this one stands in its place, with the same options and on real time.
    /// </summary>
    private static void ConfigurePlacement(ResiliencePipelineBuilder<SiloAddress> pipeline, AddResiliencePipelineContext<string> context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<SiloMessagingOptions>>().Value;
        pipeline.TimeProvider = TimeProvider.System;
        pipeline.AddTimeout(options.PlacementTimeout);
        if (options.PlacementMaxRetries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<SiloAddress>
            {
                MaxRetryAttempts = options.PlacementMaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.PlacementRetryBaseDelay,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<SiloAddress>().Handle<OrleansException>().Handle<TimeoutException>(),
            });
        }
    }

    /// <summary>There is one silo. Its port only keeps a second one off this machine; whoever knocks at it is nobody, and not a byte of
    /// his is read.</summary>
    private static void CloseAtOnce(IConnectionBuilder connections) => connections.Use(static _ => static connection =>
    {
        connection.Abort();
        return Task.CompletedTask;
    });

    private static int Port(ConfigurationManager configuration, string key, int usual)
    {
        var text = configuration[key];
        if (text is null)
        {
            return usual;
        }

        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new SettingException(key, "应为 1 到 65535 之间的端口号", "It must be a port between 1 and 65535");
    }
}
