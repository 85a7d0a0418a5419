using System.CommandLine;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Commands;

/// <summary>升级结构. Brings the tables to what this program needs, and ends: for those who do that before a new version starts, with the owner's account.</summary>
internal static class MigrateCommand
{
    public static Command Create() => new Command("migrate", "建立或升级数据表后结束；服务器启动时也会自动进行。\nCreate or upgrade the tables and end; a server does the same when it starts.").Does(RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        using var logging = LoggerFactory.Create(log => log.AddSimpleConsole(console => console.SingleLine = true));
        await using var database = await OpenedDatabase.OpenAsync(call.Database, TimeProvider.System, logging.CreateLogger("ShuangDa.Database"), cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"数据表已就绪（{Grains.Subjects.Terms.Of(database.Options.Kind).Chinese}）。");
        Console.WriteLine($"The tables are ready ({Grains.Subjects.Terms.Of(database.Options.Kind).English}).");
        return 0;
    }
}
