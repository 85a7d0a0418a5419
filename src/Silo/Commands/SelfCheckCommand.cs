using System.CommandLine;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Silo.Attachments;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Simulation;

namespace ShuangDa.Silo.Commands;

/// <summary>自检. Looks at every rule that must hold across subjects, also while a server runs, and says what to do about what it finds.</summary>
internal static class SelfCheckCommand
{
    public static Command Create() => new Command("self-check", "自检：逐条检查应当成立的规则。数据或者规则有异常时退出码为 1，逾期未办的工作另行列出。\nSelf-check: look at every rule that must hold. Exit code 1 when data or rules do not hold; late work is listed apart.").Does(RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await using var database = await OpenedDatabase.OpenToReadAsync(call.Database, cancellationToken).ConfigureAwait(false);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(database.Database)
            .AddSingleton(await SimulatedTime.FromAsync(call.Settings, call.IsDemo || call.IsDevelopment, database.Database).ConfigureAwait(false))
            .AddSingleton(await DueIndexComposition.ReadAsync(database.Database).ConfigureAwait(false))
            .AddSingleton(AttachmentComposition.FolderOf(call.Settings, call.Database, call.ContentRoot))
            .AddConcepts()
            .AddSelfChecks()
            .BuildServiceProvider();
        var rules = services.GetServices<ISelfCheckRule>().Count();
        var result = await ProgressBars.ShowAsync("自检 Self-check", tell =>
        {
            var begun = 0;
            return services.GetRequiredService<SelfCheck>().RunAsync(new Telling<ISelfCheckRule>(_ => tell(begun++, rules)), cancellationToken);
        }).ConfigureAwait(false);
        Console.WriteLine("一、数据与规则 Data and rules");
        foreach (var rule in result.Rules.Where(rule => !rule.IsLateWork))
        {
            Print(rule);
        }

        Console.WriteLine();
        Console.WriteLine("二、督办事项：逾期未办，仍可办理 Work that is late and can still be done");
        foreach (var rule in result.Rules.Where(rule => rule.IsLateWork))
        {
            Print(rule);
        }

        Console.WriteLine();
        Console.WriteLine(result.IsClean
            ? $"数据与规则均正常；督办事项{result.LateWork}项 / Data and rules hold; {result.LateWork} items of work are late"
            : $"数据与规则有异常；督办事项{result.LateWork}项 / Data or rules do not hold; {result.LateWork} items of work are late");
        return result.IsClean ? 0 : 1;
    }

    private static void Print(RuleResult rule)
    {
        var outcome = rule switch
        {
            { Failure: { } failure } => $"未能检查 could not be looked at: {failure}",
            { Count: 0 } => "正常 holds",
            _ => $"{rule.Count} 项发现 findings",
        };
        Console.WriteLine($"{rule.Title.Chinese} / {rule.Title.English}（{rule.Rule}）：{outcome}");
        foreach (var finding in rule.Findings)
        {
            Console.WriteLine($"  {finding.Subject}  {finding.What.Chinese} / {finding.What.English}");
            Console.WriteLine($"    → {finding.Remedy.Chinese} / {finding.Remedy.English}");
        }
    }
}
