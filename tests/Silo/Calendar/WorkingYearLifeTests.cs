using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Composition;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Silo.Calendar;

public sealed class WorkingYearLifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AYearThatAnAdministratorLoadsIsInForceAtOnceAndAfterARestart()
    {
        await using (var server = await StartAsync())
        {
            var book = server.Application.Services.GetRequiredService<ICalendarSource>();
            Assert.False(book.Current.IsLoaded(2027));

            var outcome = await Year2027(server).Execute(Load(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 4)), Administrator(1));

            Assert.Equal(Change.Created, outcome.Change);
            Assert.True(book.Current.IsLoaded(2027));
            Assert.False(book.Current.IsWorkingDay(new DateOnly(2027, 1, 4)));

            // Corrected: a day fewer, and its row is gone.
            await Year2027(server).Execute(Load(new DateOnly(2027, 1, 1)), Administrator(2));
            Assert.True(book.Current.IsWorkingDay(new DateOnly(2027, 1, 4)));
            var rows = Assert.Single(await WorkingYearRows.ReadAsync(server.Application.Services.GetRequiredService<Database>(), CancellationToken.None));
            Assert.Equal([new DateOnly(2027, 1, 1)], rows.RestDays);
            Assert.Equal([new DateOnly(2027, 1, 9)], rows.WorkedDays);

            // An old command again gets its first answer again and does not bring the old days back.
            var repeated = await Year2027(server).Execute(Load(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 4)), Administrator(1));
            Assert.Equal(Change.Repeated, repeated.Change);
            Assert.True(book.Current.IsWorkingDay(new DateOnly(2027, 1, 4)));
            await server.Application.StopAsync();
        }

        await using var again = await StartAsync();
        var after = again.Application.Services.GetRequiredService<ICalendarSource>().Current;
        Assert.Equal("通知", after.Years.Single(year => year.Year == 2027).Source);
        Assert.True(after.IsWorkingDay(new DateOnly(2027, 1, 9)));
        await again.Application.StopAsync();
    }

    public void Dispose() => _folder.Dispose();

    private static LoadWorkingYear Load(params DateOnly[] rest) => new(2027, [.. rest], [new DateOnly(2027, 1, 9)], "通知");

    private static IWorkingYearGrain Year2027(Server server) => server.Application.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkingYearGrain>("2027");

    private static Actor Administrator(int command) => new("admin", Roles.Administrator, null, null, new Guid(command, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    private async Task<Server> StartAsync()
    {
        var server = await Server.BuildAsync(new ServerStart(
        [
            $"--ConnectionStrings:ShuangDa=Data Source={_folder.File("shuangda.db")}", "--urls=http://127.0.0.1:0",
            $"--Orleans:SiloPort={FreePort.Next()}", "--Logging:LogLevel:Default=Warning",
        ]));
        await server.Application.StartAsync();
        return server;
    }
}
