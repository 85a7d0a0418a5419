using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Databases.Verification;
using ShuangDa.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(FilledDatabases))]

namespace ShuangDa.Tests.Databases.Verification;

/// <summary>A database of each kind with enterprises and licences that a real silo registered and changed, filled once; every test gets a copy to spoil.</summary>
public sealed class FilledDatabases : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly Lock _filling = new();
    private readonly Dictionary<DatabaseKind, Task<Filled>> _filled = [];

    public Task<Filled> OfAsync(DatabaseKind kind)
    {
        lock (_filling)
        {
            if (!_filled.TryGetValue(kind, out var filled))
            {
                _filled.Add(kind, filled = Filled.CreateAsync(kind));
            }

            return filled;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var filled in _filled.Values.Where(one => one.IsCompletedSuccessfully))
        {
            await (await filled).DisposeAsync();
        }
    }
}

public sealed class Filled(TestDatabase before, TestDatabase now, TemporaryFolder folder, string digest) : IAsyncDisposable
{
    public const string Enterprise = "enterprise/";
    public const string Licence = "licence/";

    /// <summary>An enterprise with three entries.</summary>
    public static string AnEnterprise => Enterprise + CodeOf(3);

    /// <summary>A licence with three entries, suspended and reinstated.</summary>
    public static string ALicence => Licence + NumberOf(3);

    /// <summary>A digest of <see cref="CopyAsync"/>'s state, written outside the database.</summary>
    public string Digest { get; } = digest;

    public Task<TestDatabase> CopyAsync() => TestDatabase.CopyOfAsync(now);

    /// <summary>The database as a backup kept it before the last commands.</summary>
    public Task<TestDatabase> OldBackupAsync() => TestDatabase.CopyOfAsync(before);

    public static async Task<Filled> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var folder = new TemporaryFolder();
        await WithSiloAsync(database, async grains =>
        {
            for (var index = 0; index < 8; index++)
            {
                await Do(grains.GetGrain<IEnterpriseGrain>(CodeOf(index)), new RegisterEnterprise(CodeOf(index), new EnterpriseDetails($"第{index}号企业", "青浦", "一号路")), $"register {index}");
                await Do(grains.GetGrain<IEnterpriseGrain>(CodeOf(index)), new ChangeEnterprise(Address: "二号路"), $"change {index}");
                await Do(grains.GetGrain<ILicenceGrain>(NumberOf(index)), new RegisterLicence(NumberOf(index), CodeOf(index), new DateOnly(2024, 5, 1), new DateOnly(2029, 4, 30), ["FOOD"]), $"licence {index}");
                await Do(grains.GetGrain<ILicenceGrain>(NumberOf(index)), new SuspendLicence(new DateOnly(2026, 6, 30),
                    new Grounds("抽查不合格", "产品质量法 第十七条"), "沪市监罚〔2026〕31号"), $"suspend {index}");
            }
        });
        var before = await TestDatabase.CopyOfAsync(database);
        await WithSiloAsync(database, async grains =>
        {
            for (var index = 0; index < 8; index++)
            {
                await Do(grains.GetGrain<IEnterpriseGrain>(CodeOf(index)), new ChangeEnterprise(Address: "三号路"), $"again {index}");
                await Do(grains.GetGrain<ILicenceGrain>(NumberOf(index)), new ReinstateLicence(new Grounds("复查合格", "产品质量法 第十七条")), $"reinstate {index}");
            }
        });
        var digest = folder.File("digest-2026-03-02.txt");
        await using (var open = await database.OpenAsync())
        {
            await Grains.Journal.Digest.WriteAsync(open.Database, digest, new FakeTimeProvider(FilledDatabases.Now));
        }

        return new Filled(before, database, folder, digest);
    }

    public static string CodeOf(int index)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"6316{index:0000}");
        var first = $"91310118{body}{CreditCode.OrganisationCheck(body)}";
        return first + CreditCode.Check(first);
    }

    public static string NumberOf(int index) => string.Create(CultureInfo.InvariantCulture, $"XK18-978-{index:00000}");

    public async ValueTask DisposeAsync()
    {
        await before.DisposeAsync();
        await now.DisposeAsync();
        folder.Dispose();
    }

    private static async Task WithSiloAsync(TestDatabase database, Func<IGrainFactory, Task> work)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", $"--Orleans:SiloPort={FreePort.Next()}", "--Operations:DailyTasks=false",
            $"--{DatabaseOptions.ProviderKey}={database.Kind}", $"--{DatabaseOptions.RuntimeKey}={database.Options.Runtime}",
        ];
        await using var server = await Server.BuildAsync(new ServerStart(settings, Time: new FakeTimeProvider(FilledDatabases.Now)));
        await server.Application.StartAsync();
        await work(server.Application.Services.GetRequiredService<IGrainFactory>());
        await server.Application.StopAsync();
    }

    private static async Task Do<TState, TCommand>(ISubjectGrain<TState, TCommand> grain, TCommand command, string id) where TState : class where TCommand : Command
    {
        var outcome = await grain.Execute(command, new Actor("officer", Roles.Officer | Roles.Administrator, "稽查队", null, SubjectKeys.CommandIdFor(id)));
        Assert.Null(outcome.Refusal);
    }
}
