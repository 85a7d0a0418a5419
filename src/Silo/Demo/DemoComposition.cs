using ShuangDa.Grains.Accounts;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Demo;

/// <summary>演示组合. Puts the demonstration into the host: its accounts and its district are made before the server answers.</summary>
public static class DemoComposition
{
    /// <summary>Adds the demonstration. Called after sign-in is registered, whose first administrator is given the demonstration's password.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="database">The demonstration's database, a SQLite file.</param>
    /// <param name="clock">The grains' clock.</param>
    internal static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder, OpenedDatabase database, DemoClock clock)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        var file = database.Options.File ?? throw new InvalidOperationException("The demonstration keeps to a SQLite file of its own.");
        var password = DemoPassword.In(Path.GetDirectoryName(file)!);
        builder.Configuration[FirstAdministrator.PasswordKey] = password.Value;
        builder.Services.AddSingleton(password);
        // The demonstration's password lies readable beside its hashes: rounds would protect nothing, and forty accounts would wait for
        // them.
        builder.Services.Configure<CredentialOptions>(static options => options.PasswordRounds = 1_000);
        builder.Services.AddSingleton(clock);
        builder.Services.AddHostedService<DemoMaker>();
        return builder;
    }
}
