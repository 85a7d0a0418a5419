using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Composition;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Silo.Licences;

public sealed class LicenceLifeTests : IDisposable
{
    private const string Holder = "91310118631656145F";
    private const string Number = "（沪）XK18-978-00001";

    private static readonly Grounds Grounds = new("抽样检验不合格", "工业产品生产许可证管理条例 第四十五条", "沪质监罚〔2026〕12号");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
    private int _commands;

    [Fact]
    public async Task A_licence_lives_from_registration_to_deregistration_and_the_journal_names_who_did_what()
    {
        await using var server = await StartAsync();
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        var licence = grains.GetGrain<ILicenceGrain>(Number);
        var registration = new RegisterLicence(Number, Holder, new(2021, 4, 1), new(2026, 3, 31), ["服装"]);

        Assert.Equal(new NotFound("licence", Number), (await licence.Execute(new SuspendLicence(new(2026, 4, 1), Grounds,
            "沪市监罚〔2026〕31号"), Officer())).Refusal);
        Assert.Equal(new EnterpriseNotRegistered(Holder), (await licence.Execute(registration, Officer())).Refusal);

        await grains.GetGrain<IEnterpriseGrain>(Holder).Execute(new RegisterEnterprise(Holder, new EnterpriseDetails("某厂")), Officer());
        Assert.Equal(Change.Created, (await licence.Execute(registration, Officer())).Change);
        Assert.Equal(LicenceStatus.Suspended, (await licence.Execute(new SuspendLicence(new(2026, 12, 31), Grounds, "沪市监罚〔2026〕31号"),
            Officer())).Subject!.State.Status);
        await Assert.ThrowsAsync<ActorNotAllowedException>(() => licence.Execute(new RevokeLicence(Grounds), Officer()));

        // Past the end of the term, whether the clock grain was there first or this command is.
        _time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(new LicenceNotSuspended(LicenceStatus.Expired), (await licence.Execute(new ReinstateLicence(Grounds), Officer())).Refusal);
        Assert.Equal(Change.Updated, (await licence.Execute(new DeregisterLicence(Grounds), Head())).Change);

        var history = (await licence.ReadRecent(50))!;
        Assert.Equal(
            [("licence.registered", "officer"), ("licence.suspended", "officer"), ("licence.expired", "system"), ("licence.deregistered", "head")],
            history.Entries.Reverse().Select(entry => (entry.Kind, entry.User)));
        Assert.Equal(new DateOnly(2026, 3, 31), history.Entries[1].EffectiveOn);
        Assert.Equal((Grounds.Basis, Grounds.DocumentNumber), (history.Entries[0].Basis, history.Entries[0].DocumentNumber));
        await server.Application.StopAsync();
    }

    public void Dispose() => _folder.Dispose();

    private Actor Officer() => new("officer", Roles.Officer, "INSPECTION", null, new Guid(++_commands, 0, 0, new byte[8]));

    private Actor Head() => new("head", Roles.SectionHead, "INSPECTION", null, new Guid(++_commands, 0, 0, new byte[8]));

    private async Task<Server> StartAsync()
    {
        var server = await Server.BuildAsync(new ServerStart(
        [
            $"--ConnectionStrings:ShuangDa=Data Source={_folder.File("shuangda.db")}", "--urls=http://127.0.0.1:0",
            $"--Orleans:SiloPort={FreePort.Next()}", "--Logging:LogLevel:Default=Warning",
        ],
        Customise: builder => builder.Services.AddSingleton<ICalendarSource>(new BuiltInCalendar()),
        Time: _time));
        await server.Application.StartAsync();
        return server;
    }
}

/// <summary>The calendar that comes with the program, whatever the database knows.</summary>
internal sealed class BuiltInCalendar : ICalendarSource
{
    public WorkingCalendar Current => WorkingCalendar.BuiltIn;
}
