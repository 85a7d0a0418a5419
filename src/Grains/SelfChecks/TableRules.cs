using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.SelfChecks;

/// <summary>期限能够处理. No deadline's owner has failed three times or more.</summary>
/// <param name="database">The database.</param>
internal sealed class DeadlinesAreMet(Database database) : ISelfCheckRule
{
    private const int TooOften = 3;

    public string Name => "deadlines-are-met";

    public BilingualText Title => new("到期事项没有反复处理失败", "Deadlines do not fail again and again");

    public BilingualText Found => new("到期事项反复处理失败", "Deadlines fail again and again");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in await data.GetTable<DeadlineRow>().Where(row => row.Failures >= TooOften).OrderBy(row => row.DueAt).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText($"期限 {row.Kind} 已失败 {row.Failures} 次，每小时重试一次", $"The deadline {row.Kind} failed {row.Failures} times and is tried again every hour"),
                new BilingualText("在日志文件中按主体查找原因；原因消除后它自行完成", "Look for the subject in the log files; it is met by itself once the cause is gone"));
        }
    }
}

/// <summary>时钟在走. No deadline is long past due without having been tried.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The grains' clock.</param>
internal sealed class ClocksRun(Database database, TimeProvider time) : ISelfCheckRule
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public string Name => "clocks-run";

    public BilingualText Title => new("没有到期一小时以上仍未处理的期限", "No deadline is an hour past due and untouched");

    public BilingualText Found => new("期限到期一小时以上仍未处理", "Deadlines are an hour past due and untouched");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var latest = (time.GetUtcNow() - Patience).ToUnixTimeMilliseconds();
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in await data.GetTable<DeadlineRow>().Where(row => row.DueAt < latest && row.RetryAt == null).OrderBy(row => row.DueAt).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            var due = DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt);
            yield return new Finding(
                row.Subject,
                new BilingualText($"期限 {row.Kind} 于 {due:u} 到期，尚未处理", $"The deadline {row.Kind} was due at {due:u} and has not been handed over"),
                new BilingualText("服务器运行时几分钟内自行完成；否则查看 /health/ready 与日志文件", "A running server meets it within minutes; otherwise look at /health/ready and the log files"));
        }
    }
}

/// <summary>命令与日志一致. Every done command is that of the entry it led to.</summary>
/// <param name="database">The database.</param>
internal sealed class CommandsLedToEntries(Database database) : ISelfCheckRule
{
    private const int PageSize = 2000;

    public string Name => "commands-led-to-entries";

    public BilingualText Title => new("已办命令都有其日志条目", "Done commands have their journal entries");

    public BilingualText Found => new("已办命令没有相应的日志条目", "Done commands have no journal entry of theirs");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        var (subject, id) = (string.Empty, string.Empty);
        while (true)
        {
            var page = await (
                from command in read.Data.GetTable<CommandRow>().Where(row => SubjectOrder.IsFrom(row.Subject, subject) && (SubjectOrder.IsAfter(row.Subject, subject) || SubjectOrder.IsAfter(row.CommandId, id)))
                from entry in read.Data.GetTable<JournalRow>().LeftJoin(entry => entry.Subject == command.Subject && entry.Number == command.Version)
                orderby command.Subject, command.CommandId
                select new { command.Subject, command.CommandId, command.Version, Of = entry.CommandId }).Take(PageSize).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Where(row => row.Of != row.CommandId))
            {
                yield return new Finding(
                    row.Subject,
                    new BilingualText($"命令 {row.CommandId} 应对应日志第 {row.Version} 条，实际不是", $"Command {row.CommandId} led to entry {row.Version}, which is not its entry"),
                    StatesAndTables.Verify);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (subject, id) = (page[^1].Subject, page[^1].CommandId);
        }
    }
}
