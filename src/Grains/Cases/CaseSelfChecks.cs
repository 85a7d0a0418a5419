using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>结案后事项按期办理. What a closed case still owes, such as its publication, is done in time; it may be closed with that.</summary>
/// <param name="database">The database.</param>
internal sealed class ClosedCasesAreDone(Database database) : ISelfCheckRule
{
    public string Name => "closed-cases-are-done";

    public BilingualText Title => new("已结案件的公示、退款、退还物品等后续事项按期办理", "What closed cases still owe is done in time");

    public BilingualText Found => new("已结案件的后续事项（公示、退款、退还物品等）逾期未办", "What closed cases still owe is late");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Of those that ended otherwise, goods that were destroyed early are owed.
        string[] ended = [.. Enum.GetValues<CaseStage>().Where(stage => stage.HasEnded()).Select(WireName.Of)];
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var rows = data.GetTable<CaseRow>().Where(row => ended.Contains(row.Stage) && (row.IsOverdue || row.MustTransfer));
        foreach (var row in await rows.OrderBy(row => row.Number).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                row.MustTransfer
                    ? new BilingualText($"案件 {row.Number} 已结案，应当移送公安机关而未移送", $"Case {row.Number} is closed though it must be transferred")
                    : new BilingualText(
                        $"案件 {row.Number} 已结案，结案后应办的事项（公示、撤回公示、退款或者退还没收物品）已经逾期",
                        $"Case {row.Number} is closed, and what it still owes (publication, its withdrawal, a refund, goods to give back) is late"),
                new BilingualText(
                    "请打开该案件，查看“期限”中已逾期的事项并办理", "Open the case, look at what has lapsed among its deadlines, and do it"),
                IsBroken: row.MustTransfer);
        }
    }
}

/// <summary>已了结的案件没有在押物品. Goods that are sealed, seized or preserved do not stay so after their case has ended (行政强制法 第二十八条).</summary>
/// <param name="database">The database.</param>
internal sealed class EndedCasesHoldNoGoods(Database database) : ISelfCheckRule
{
    public string Name => "ended-cases-hold-no-goods";

    public BilingualText Title => new("已了结的案件没有查封、扣押或者保存的物品", "Cases that have ended hold no goods");

    public BilingualText Found => new("已了结的案件仍有查封、扣押或者保存的物品", "Cases that have ended still hold goods");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        await foreach (var (_, _, stored) in StatesAndTables.WalkAsync(read.Data, [Case.Concept], cancellationToken).ConfigureAwait(false))
        {
            foreach (var (subject, one) in stored)
            {
                if (one.State is CaseState { IsOpen: false } ended && ended.OpenTasks.Contains(CaseTask.GoodsHeld))
                {
                    yield return new Finding(
                        subject,
                        new BilingualText(
                            $"案件 {ended.Number} 已经了结，查封、扣押或者保存的物品尚未处理",
                            $"Case {ended.Number} has ended, and goods are still sealed, seized or preserved in it"),
                        new BilingualText(
                            "打开该案件，在“处理被采取措施的物品”中解除并退还、移交或者依判决没收",
                            "Open the case and end the measure: released, handed over, or confiscated by the judgment"));
                }
            }
        }
    }
}

/// <summary>已结案件的暂扣、吊销决定已执行. No licence stands that a case which was closed as carried out had suspended or revoked (程序规定
/// 第七十七条). No such case is closed any more; those that were before are found here.</summary>
/// <param name="database">The database.</param>
internal sealed class ClosedCasesTookTheirLicences(Database database) : ISelfCheckRule
{
    public string Name => "closed-cases-took-their-licences";

    public BilingualText Title => new("以履行完毕结案的案件，暂扣、吊销许可证的决定已经执行", "What closed cases decided of licences was carried out");

    public BilingualText Found => new("案件已以履行完毕结案，决定暂扣、吊销的许可证仍然有效", "Licences stand that closed cases had suspended or revoked");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        await foreach (var (_, _, stored) in StatesAndTables.WalkAsync(read.Data, [Case.Concept], cancellationToken).ConfigureAwait(false))
        {
            foreach (var (subject, one) in stored)
            {
                if (one.State is CaseState { Stage: CaseStage.Closed, End.Outcome: CaseOutcome.Executed } closed
                    && await DecidedLicences.StandingAsync(read.Data, closed).ConfigureAwait(false) is [var standing, ..])
                {
                    yield return new Finding(
                        subject,
                        new BilingualText(
                            $"案件 {closed.Number} 已以履行完毕结案，决定暂扣、吊销许可证而许可证 {standing} 仍然有效",
                            $"Case {closed.Number} is closed as carried out, and licence {standing} stands though its decision takes it"),
                        new BilingualText(
                            "打开该许可证，写明案件编号，办理“暂扣许可证”或者“吊销许可证”",
                            "Open the licence and suspend or revoke it, naming the case"));
                }
            }
        }
    }
}

/// <summary>案件有进展. No case that goes on is without an act for thirty days.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The grains' clock.</param>
internal sealed class CasesMove(Database database, TimeProvider time) : ISelfCheckRule
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    public string Name => "cases-move";

    public BilingualText Title => new("没有三十日无人办理的案件", "No case is without an act for thirty days");

    public BilingualText Found => new("案件三十日以上无人办理", "Cases are without an act for thirty days");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] open = [WireName.Of(CaseStage.Lead), WireName.Of(CaseStage.Investigation), WireName.Of(CaseStage.LegalReview), WireName.Of(CaseStage.Hearing), WireName.Of(CaseStage.Decided), WireName.Of(CaseStage.Execution)];
        var since = (time.GetUtcNow() - Patience).ToUnixTimeMilliseconds();
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var entries = data.GetTable<JournalRow>();
        var rows = data.GetTable<CaseRow>().Where(row => open.Contains(row.Stage) && !entries.Any(entry => entry.Subject == row.Subject && entry.At >= since && entry.User != Actor.SystemUser));
        foreach (var row in await rows.OrderBy(row => row.Number).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText(
                    $"案件 {row.Number} 三十日以上没有人办理，承办人 {Named.Person(row.Responsible)}",
                    $"Nobody has acted on case {row.Number} for thirty days; {Named.Person(row.Responsible)} answers for it"),
                new BilingualText("由责任科室负责人督办，或者变更办案人员", "The head of the section sees to it, or assigns other officers"));
        }
    }
}

/// <summary>移送有回执. No transfer is sent and not signed for.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The grains' clock.</param>
internal sealed class TransfersAreReceived(Database database, TimeProvider time) : ISelfCheckRule
{
    public string Name => "transfers-are-received";

    public BilingualText Title => new("已移送公安机关的案件都有回执", "What was sent to the police was signed for");

    public BilingualText Found => new("已移送的案件公安机关尚未签收", "What was sent to the police is not signed for");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sent = WireName.Of(TransferStatus.Sent);
        var today = IsoDate.Of(ShanghaiTime.DayOf(time.GetUtcNow()));
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var rows = data.GetTable<CrimeTransferRow>().Where(row => row.Status == sent && SubjectOrder.IsAfter(today, row.SentOn!));
        foreach (var row in await rows.OrderBy(row => row.Number).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText(
                    $"移送 {row.Number} 于 {row.SentOn} 送出，公安机关尚未签收",
                    $"Transfer {row.Number} was sent on {row.SentOn} and not signed for"),
                new BilingualText("请联络员催办签收（移送规定 第七条）", "Have the liaison officer ask for the receipt (Regulation on transfers, art. 7)"));
        }
    }
}
