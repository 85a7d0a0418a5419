using System.Diagnostics;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Simulation;

namespace ShuangDa.Silo.Demo;

/// <summary>演示数据. Makes the demonstration's district and accounts before the server answers, by the commands that people give, and only once: a start that was interrupted goes on, and a later one finds all of it there.</summary>
/// <param name="grains">Where subjects are found.</param>
/// <param name="database">Where it is remembered that it was made.</param>
/// <param name="clock">The grains' clock, which shows the days of the campaign while it is made.</param>
/// <param name="dueIndex">How many clocks there are.</param>
/// <param name="password">The password of every account.</param>
/// <param name="console">Where a person at the machine reads how to sign in.</param>
/// <param name="logger">Where it is told.</param>
internal sealed partial class DemoMaker(IGrainFactory grains, Grains.Journal.Database database, DemoClock clock, DueIndex dueIndex, DemoPassword password, FirstAdministrator.Console console, ILogger<DemoMaker> logger) : IHostedLifecycleService
{
    private const string SettingName = "demo";
    private const string Made = " made";
    private const int Seed = 20_260_101;
    private const int AtATime = 128;
    private const int DaysBetweenTicks = 7;
    private const int DaysUnread = 3;

    /// <summary>The user names of the demonstration's accounts.</summary>
    public static IReadOnlyList<string> UserNames { get; } = [.. DemoPeople.ByRole.Select(person => person.User)];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        if (await AnchorAsync() is not { } anchor)
        {
            return;
        }

        var district = GeneratedDistrict.Make(Seed, anchor, startsAhead: true);
        var campaign = new DemoCampaign(district, anchor);
        try
        {
            clock.Show(MorningOf(campaign.Start));
            await MakeSectionsAsync();
            await MakeAccountsAsync();
            await AuthoriseAsync(campaign.Start);
            await EnterFiguresAsync(campaign.Start);
            await PlanAsync(campaign);
            await EachAsync(GeneratedDistrict.Areas, RegisterAsync, cancellationToken);
            await EachAsync(district.Enterprises, RegisterAsync, cancellationToken);
            await EachAsync(district.Licences, licence => RegisterAsync(licence, anchor), cancellationToken);
            await EachAsync(district.Enterprises.Where(one => one.IsClosed), CloseAsync, cancellationToken);
            await LiveThroughAsync(campaign, anchor, cancellationToken);
        }
        finally
        {
            clock.Show(null);
        }

        await TickAsync();
        await ReadAsync(anchor);
        await RememberAsync(anchor);
        LogMade(logger, district.Enterprises.Length, district.Licences.Length, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>Gives the campaign's commands, each on its day, and lets the clocks meet what has come due meanwhile.</summary>
    private async Task LiveThroughAsync(DemoCampaign campaign, DateOnly today, CancellationToken cancellationToken)
    {
        var notice = NoticeCampaign.Read().Steps(campaign.Start, today.DayNumber - campaign.Start.DayNumber, NumberOfTask);
        var byDay = campaign.Steps().Concat(notice).ToLookup(step => step.Day);
        var reports = new DemoReports(grains, today);
        for (var day = campaign.Start; day < today; day = day.AddDays(1))
        {
            clock.Show(MorningOf(day));
            var isReported = reports.AreDueOn(day);
            if (isReported || day.DayNumber % DaysBetweenTicks == 0)
            {
                await TickAsync();
            }

            await EachAsync(byDay[day].GroupBy(step => step.Subject), GiveAsync, cancellationToken);
            if (isReported)
            {
                await reports.GiveAsync(day);
                await reports.CollectAsync(day);
            }
        }
    }

    private async Task GiveAsync(IEnumerable<DemoStep> steps)
    {
        foreach (var step in steps)
        {
            var (concept, key) = SubjectKeys.Split(step.Subject);
            var actor = By(step.User, step.Cause);
            switch (step.Command)
            {
                case CampaignTaskCommand command:
                    Done(await grains.GetGrain<ICampaignTaskGrain>(key).Execute(command, actor));
                    break;
                case CaseCommand command:
                    Done(await grains.GetGrain<ICaseGrain>(key).Execute(command, actor));
                    break;
                case CrimeTransferCommand command:
                    Done(await grains.GetGrain<ICrimeTransferGrain>(key).Execute(command, actor));
                    break;
                case DenCommand command:
                    Done(await grains.GetGrain<IDenGrain>(key).Execute(command, actor));
                    break;
                case EnterpriseCommand command:
                    Done(await grains.GetGrain<IEnterpriseGrain>(key).Execute(command, actor));
                    break;
                case InspectionCommand command:
                    Done(await grains.GetGrain<IInspectionGrain>(key).Execute(command, actor));
                    break;
                case LicenceCommand command:
                    Done(await grains.GetGrain<ILicenceGrain>(key).Execute(command, actor));
                    break;
                case RectificationCommand command:
                    Done(await grains.GetGrain<IRectificationGrain>(key).Execute(command, actor));
                    break;
                default:
                    throw new InvalidOperationException($"The demonstration gives no command to {concept}.");
            }
        }
    }

    private Task TickAsync() => dueIndex.SettleAsync(grains, database, clock);

    private static DateTimeOffset MorningOf(DateOnly day) => ShanghaiTime.StartOf(day).AddHours(10);

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        console($"演示账户：{string.Join('、', UserNames)}；口令均为 {password.Value}（企业、许可证和人物均为虚构）");
        console($"Demonstration accounts: {string.Join(", ", UserNames)}, all with the password {password.Value} (enterprises, licences and persons are invented)");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeSectionsAsync()
    {
        foreach (var section in DemoPeople.Sections.Where(section => Section.List.FindDelivered(section.Code) is null))
        {
            var register = new RegisterSection(section.Name, section.EnglishName);
            Done(await grains.GetGrain<ISectionGrain>(section.Code).Execute(register, By("admin", $"section\n{section.Code}")));
        }
    }

    private async Task MakeAccountsAsync()
    {
        var given = new Password(password.Value);
        foreach (var (user, name, role, section, agency) in DemoPeople.All)
        {
            var account = grains.GetGrain<IAccountGrain>(user);
            if (await account.Read() is null)
            {
                var create = new CreateAccount(user, name, role, section, agency, given, MustChangePassword: false);
                Done(await account.Execute(create, BySystem($"account\n{user}")));
            }
        }
    }

    // While the head is away, the head of the section decides on terms and closings.
    private async Task AuthoriseAsync(DateOnly start)
    {
        var actor = By("leader", "authorisation");
        var grant = new GrantAuthorisation(
            "section-head",
            [ApprovalStep.Extension, ApprovalStep.Closing],
            start,
            start.AddYears(1).AddDays(-1),
            new Grounds("主要负责人外出期间由其代为审批", "市场监督管理行政处罚程序规定 第六十条", "澄市监授〔演示〕001号"));
        Done(await grains.GetGrain<IAuthorisationGrain>(DrawnNumber.For(Authorisation.Prefix, actor)).Execute(grant, actor));
    }

    // What the section did before the campaign that nothing here records: it stands in the forms of that week.
    private async Task EnterFiguresAsync(DateOnly start)
    {
        (ManualFigure Figure, string ProductClass, int Amount)[] figures =
        [
            (ManualFigure.ReportsReceived, "FOOD", 6),
            (ManualFigure.Trainings, "FOOD", 2),
            (ManualFigure.Trainees, "FOOD", 86),
            (ManualFigure.Trainings, "CLOTHING", 1),
        ];
        foreach (var (figure, productClass, amount) in figures)
        {
            var actor = By("section-head", $"form entry\n{figure}\n{productClass}");
            var enter = new EnterFormFigure(
                figure, start.PlusDays(-7), start.PlusDays(-1), amount, productClass, Note: "举报登记簿、培训签到表");
            Done(await grains.GetGrain<IFormEntryGrain>(DrawnNumber.For(FormEntry.Prefix, actor)).Execute(enter, actor));
        }
    }

    // The campaign as its file defines it, its seats with those who hold the offices here, and its tasks in their order.
    private async Task PlanAsync(DemoCampaign campaign)
    {
        var notice = NoticeCampaign.Read();
        var grain = grains.GetGrain<ICampaignGrain>(campaign.Code);
        foreach (var (place, command) in notice.Plan(campaign.Start).Index())
        {
            Done(await grain.Execute(command, By("legal", $"campaign\n{place}")));
        }

        foreach (var (place, seat) in notice.Seats.Index())
        {
            // Who is deputy head of the bureau has no account here: that seat is vacant.
            var holder = seat.Section is { } section ? DemoPeople.HeadOf(section)
                : seat.Kind == WireName.Of(CampaignSeatKind.Head) ? "leader"
                : null;
            if (holder is not null)
            {
                var fill = new FillCampaignSeat(notice.NumberOfSeat(place), holder, campaign.Start);
                Done(await grain.Execute(fill, By("legal", $"campaign\nseat\n{place}")));
            }
        }

        foreach (var (place, command) in notice.Assignments(campaign.Code, campaign.Start).Index())
        {
            Done(await grains.GetGrain<ICampaignTaskGrain>(NumberOfTask(place)).Execute(command, By("legal", TaskCause(place))));
        }

        var start = new StartCampaign(new Grounds("按通知部署启动", $"{notice.NoticeNumber} 四"));
        Done(await grain.Execute(start, By("leader", "campaign\nstart")));
    }

    private static string TaskCause(int place) => $"campaign-task\n{place}";

    private static string NumberOfTask(int place) => DrawnNumber.For(CampaignTask.Prefix, By("legal", TaskCause(place)));

    private async Task RegisterAsync(GeneratedArea area)
    {
        var grain = grains.GetGrain<IAreaGrain>(area.Code);
        Done(await grain.Execute(new RegisterArea(area.Kind, area.Name, area.EnglishName), By("admin", $"area\n{area.Code}")));
        if (area.ClosedFor is { } reason)
        {
            Done(await grain.Execute(new CloseArea(reason), By("admin", $"area\n{area.Code}\nclose")));
        }
    }

    private async Task RegisterAsync(GeneratedEnterprise enterprise)
    {
        var command = new RegisterEnterprise(enterprise.CreditCode, enterprise.Details, [enterprise.ProductClass], enterprise.RiskLevel, enterprise.Area);
        Done(await grains.GetGrain<IEnterpriseGrain>(enterprise.CreditCode).Execute(command, By("officer", enterprise.CreditCode)));
    }

    private async Task CloseAsync(GeneratedEnterprise enterprise) =>
        Done(await grains.GetGrain<IEnterpriseGrain>(enterprise.CreditCode).Execute(new CloseEnterprise(new Grounds("企业已依法办理注销登记", "公司法 第二百三十九条")), By("section-head", enterprise.CreditCode + "\nclose")));

    private async Task RegisterAsync(GeneratedLicence licence, DateOnly today)
    {
        var grain = grains.GetGrain<ILicenceGrain>(licence.Number);
        var register = new RegisterLicence(licence.Number, licence.Enterprise, licence.ValidFrom, licence.ValidTo, [licence.ProductClass], licence.IssuedBy, licence.ProductionAddress, licence.Kind);
        Done(await grain.Execute(register, By("officer", licence.Number)));
        foreach (var (user, command) in Fate(licence, today))
        {
            Done(await grain.Execute(command, By(user, $"{licence.Number}\n{command.GetType().Name}")));
        }
    }

    private static IEnumerable<(string User, LicenceCommand Command)> Fate(GeneratedLicence licence, DateOnly today)
    {
        var serial = licence.Number[^4..];
        return licence.Becomes switch
        {
            // Every eighth suspension lasts beyond the licence's term, and so ends with it.
            LicenceStatus.Suspended => [("officer", Suspended(licence, serial, serial[^1] is '0' ? licence.ValidTo.AddDays(30)
                : today.AddDays(10 + (serial[^2] * 7 % 170))))],
            LicenceStatus.Deregistered => [("section-head", new DeregisterLicence(
                Why("企业已停止该产品的生产", "行政许可法 第七十条", "注销", serial), DeregistrationGround.ProductionStopped))],
            LicenceStatus.Withdrawn or LicenceStatus.Revoked when licence.Kind is LicenceKind.CompulsoryCertificate =>
            [
                // The body's register says so: a certificate is neither withdrawn nor revoked by an authority.
                ("officer", new ImportLicence(licence.Number, licence.Enterprise, licence.ValidFrom, licence.ValidTo,
                    Status: RegisterStatus.Withdrawn)),
            ],
            LicenceStatus.Withdrawn =>
            [
                ("legal", new RequestLicenceWithdrawal(Why("以欺骗手段取得许可", "行政许可法 第六十九条", "提请", serial))),
                ("legal", new WithdrawLicence(Why("发证机关决定撤销", "行政许可法 第六十九条", "撤销", serial))),
            ],
            LicenceStatus.Revoked =>
            [
                ("legal", new RevokeLicence(
                    Why("产品经监督抽查不合格，整改期满仍不合格", "行政处罚法 第九条", "罚决", serial), $"澄市监罚决〔演示〕{serial}号")),
            ],
            _ => [],
        };

        // A certificate is suspended by its certification body; a licence in a case.
        static LicenceCommand Suspended(GeneratedLicence licence, string serial, DateOnly until) =>
            licence.Kind is LicenceKind.CompulsoryCertificate
            ? new RecordCertificateSuspension(until, Why("跟踪检查发现产品与型式试验样品不一致，认证机构暂停证书", "强制性产品认证管理规定 第二十六条", "认暂", serial))
            : new SuspendLicence(until, Why("监督检查发现不再符合发证条件，决定暂扣", "行政处罚法 第九条", "暂扣", serial), $"澄市监罚〔演示〕{serial}号");

        static Grounds Why(string reason, string basis, string document, string serial) => new(reason, basis, $"澄市监{document}〔演示〕{serial}号");
    }

    private static async Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> make, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (one, _) => await make(one));

    /// <summary>The day around which dates lie: that of the first start, also when making it was interrupted. Null when all of it is made.</summary>
    private async Task<DateOnly?> AnchorAsync()
    {
        var anchor = await database.WriteAsync(async data =>
        {
            var known = await data.GetTable<SettingRow>().FirstOrDefaultAsync(row => row.Name == SettingName);
            if (known is null)
            {
                known = new SettingRow { Name = SettingName, Value = IsoDate.Of(ShanghaiTime.DayOf(clock.GetUtcNow())) };
                await data.InsertAsync(known);
            }

            return known.Value;
        });
        return anchor.EndsWith(Made, StringComparison.Ordinal) ? null : IsoDate.Parse(anchor);
    }

    // People have looked at what they were told, but for the last days: a bell that counts half a year says nothing.
    private Task<int> ReadAsync(DateOnly anchor)
    {
        var until = MorningOf(anchor.AddDays(-DaysUnread)).ToUnixTimeMilliseconds();
        return database.WriteAsync(data => data.GetTable<NotificationRow>().Where(row => row.IsUnread && row.At < until)
            .Set(row => row.IsUnread, false).UpdateAsync());
    }

    private Task<int> RememberAsync(DateOnly anchor) => database.WriteAsync(data =>
        data.GetTable<SettingRow>().Where(row => row.Name == SettingName).Set(row => row.Value, IsoDate.Of(anchor) + Made).UpdateAsync());

    private static Actor BySystem(string cause) => Actor.System(SubjectKeys.CommandIdFor($"demo\n{cause}"));

    /// <summary>Somebody, giving a command.</summary>
    /// <param name="user">User name.</param>
    /// <param name="cause">What the command's id follows from.</param>
    internal static Actor By(string user, string cause) =>
        DemoPeople.Of(user).Acting(SubjectKeys.CommandIdFor($"demo\n{cause}"));

    /// <summary>Expects that a command was not refused.</summary>
    /// <param name="outcome">What came of it.</param>
    internal static void Done<TState>(Outcome<TState> outcome) where TState : class
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The demonstration's data was refused ({refusal.Message.English}); begin anew with --demo --reset.");
        }
    }

    [LoggerMessage(LogLevel.Information, "The demonstration's district is made: {Enterprises} enterprises, {Licences} licences in {Seconds:F1} s")]
    private static partial void LogMade(ILogger logger, int enterprises, int licences, double seconds);
}
