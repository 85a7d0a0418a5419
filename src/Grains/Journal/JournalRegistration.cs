using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>日志注册. Puts the commit into a silo.</summary>
public static class JournalRegistration
{
    private const string InnerStorage = "adonet";

    // The name under which Orleans looks for the storage of states that name none.
    private const string DefaultStorage = "Default";

    /// <summary>Makes the group commit the silo's default grain storage, and Orleans' ADO.NET tables its reminders.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="database">Where everything is kept; its schema is up to date.</param>
    /// <param name="dueIndex">The due index, with the number of buckets that the database has.</param>
    public static ISiloBuilder UseShuangDaJournal(this ISiloBuilder silo, Database database, DueIndex dueIndex)
    {
        ArgumentNullException.ThrowIfNull(silo);
        var services = silo.Services;
        services.AddSingleton(database);
        services.AddSingleton(dueIndex);
        services.AddSingleton<Committer>();
        services.AddSingleton<SubjectSerializer>();
        services.TryAddSingleton(WarningShare.Usual);
        services.AddSingleton<RegisterActors>();
        services.AddSingleton<SubjectShell>();
        // A concept brings what other concepts' commands need to know of it.
        foreach (var source in typeof(IFactSource).Assembly.GetTypes().Where(type => type.IsClass && typeof(IFactSource).IsAssignableFrom(type)))
        {
            services.AddSingleton(source);
            services.AddSingleton(typeof(IFactSource), provider => provider.GetRequiredService(source));
            if (typeof(ICommitObserver).IsAssignableFrom(source))
            {
                services.AddSingleton(typeof(ICommitObserver), provider => provider.GetRequiredService(source));
            }
        }

        silo.AddAdoNetGrainStorage(InnerStorage, (OptionsBuilder<AdoNetGrainStorageOptions> options) => options.Configure<SubjectSerializer>((storage, serializer) =>
        {
            storage.Invariant = database.Invariant;
            storage.DataSource = new CommitDataSource(database.Source);
            storage.GrainStorageSerializer = serializer;
        }));
        // The inner storage was registered as a participant of the silo's life by AddAdoNetGrainStorage; the committer is one of its own.
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<Committer>());
        services.AddKeyedSingleton<IGrainStorage>(DefaultStorage, (provider, _) => new GroupCommitStorage(
            provider.GetRequiredKeyedService<IGrainStorage>(InnerStorage), provider.GetRequiredService<Committer>(), provider.GetRequiredService<SubjectSerializer>()));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IGrainStorage>(DefaultStorage));
        return silo;
    }

    /// <summary>The data source for Orleans' reminder table: it takes its turn with the commits.</summary>
    /// <param name="database">Where everything is kept.</param>
    public static System.Data.Common.DbDataSource ReminderSource(Database database) => new TurnTakingDataSource(database);
}
