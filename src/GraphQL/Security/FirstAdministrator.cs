using System.Security.Cryptography;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Security;

/// <summary>首个管理员. Sees to it at start that there is an administrator who can sign in: makes <c>admin</c> at first start, and gives it back its rights where a database has no administrator left.</summary>
/// <param name="database">Where accounts are listed.</param>
/// <param name="grains">The accounts.</param>
/// <param name="configuration">Where the password is given.</param>
/// <param name="console">Where a password that was made up is told, once; never the log.</param>
/// <param name="logger">The log.</param>
public sealed partial class FirstAdministrator(
    Database database, IGrainFactory grains, IConfiguration configuration, FirstAdministrator.Console console, ILogger<FirstAdministrator> logger) : IHostedService
{
    /// <summary>The user name of the first administrator.</summary>
    public const string UserName = "admin";

    /// <summary>The environment variable with its password.</summary>
    public const string PasswordKey = "SHUANGDA_ADMIN_PASSWORD";

    /// <summary>Where a person at the machine reads.</summary>
    /// <param name="line">What is told.</param>
    public delegate void Console(string line);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        const int administrator = (int)Roles.Administrator;
        bool anybody, able;
#pragma warning disable RS0030 // Read once, before anybody is served.
        await using (var data = await database.ReadAsync(cancellationToken))
#pragma warning restore RS0030
        {
            anybody = await data.GetTable<AccountRow>().AnyAsync(cancellationToken);
            able = anybody && await data.GetTable<AccountRow>().AnyAsync(row => (row.Roles & administrator) != 0 && !row.Disabled, cancellationToken);
        }

        if (able)
        {
            return;
        }

        var given = configuration[PasswordKey] is { Length: > 0 } configured ? new Password(configured) : (Password?)null;
        if (anybody && given is null)
        {
            LogNoAdministrator(logger, PasswordKey);
            return;
        }

        if (given?.ProblemFor(UserName, PasswordKey) is { } weak)
        {
            // Whoever sets the environment of the server may decide; it is said and not forbidden.
            LogWeak(logger, PasswordKey, weak.ProblemInEnglish);
        }

        var password = given ?? new Password(RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20));
        await MakeAsync(password, told: given is null);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeAsync(Password password, bool told)
    {
        var account = grains.GetGrain<IAccountGrain>(UserName);
        var made = await account.Execute(new CreateAccount(UserName, "系统管理员", Roles.Administrator, null, null, password, MustChangePassword: false), Actor.System(Guid.CreateVersion7()));
        if (made.Change is Change.Created)
        {
            LogMade(logger, UserName);
            if (told)
            {
                console($"首次启动：已建立管理员账户 {UserName}，口令 {password.Value} （只显示这一次）\nFirst start: account {UserName} made, password {password.Value} (shown this once)");
            }

            return;
        }

        // The account is there and is no administrator who can sign in. Another silo that starts at the same moment has just made it, or it has lost its rights.
        if (made.Subject?.State is { IsActiveAdministrator: false })
        {
            await account.Execute(new EnableAccount(), Actor.System(Guid.CreateVersion7()));
            await account.Execute(new ChangeAccountRoles(null, Roles.Administrator, null, null), Actor.System(Guid.CreateVersion7()));
            await account.Execute(new SetPassword(password, MustChange: false), Actor.System(Guid.CreateVersion7()));
            LogRestored(logger, UserName);
        }
    }

    [LoggerMessage(LogLevel.Information, "First start: the administrator account {Account} has been made")]
    private static partial void LogMade(ILogger logger, string account);

    [LoggerMessage(LogLevel.Warning, "No administrator could sign in: {Account} has been enabled and made administrator again with the configured password")]
    private static partial void LogRestored(ILogger logger, string account);

    [LoggerMessage(LogLevel.Error, "No administrator can sign in. Set {Key} and start again: the account admin becomes administrator with that password")]
    private static partial void LogNoAdministrator(ILogger logger, string key);

    [LoggerMessage(LogLevel.Warning, "{Key} is weaker than accounts may have: {Problem}")]
    private static partial void LogWeak(ILogger logger, string key, string problem);
}
