using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Handovers;

/// <summary>在办事项有人负责. No inspection that is planned, no order, case or transfer that goes on is held by somebody whose account is disabled.</summary>
/// <param name="database">The database.</param>
internal sealed class OpenWorkHasOfficers(Database database) : ISelfCheckRule
{
    public string Name => "open-work-has-officers";

    public BilingualText Title => new("在办的检查、整改、案件和移送没有落在已离岗人员名下", "Open inspections, orders, cases and transfers are not those of officers who have left");

    public BilingualText Found => new("在办的检查、整改、案件或者移送仍在已离岗人员名下", "Open work is still that of officers who have left");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var left = data.GetTable<AccountRow>().Where(account => account.Disabled);
        foreach (var row in await data.GetTable<OpenWorkRow>().Where(row => left.Any(account => account.UserName == row.UserName)).OrderBy(row => row.Subject).ThenBy(row => row.Place).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText(
                    $"{(row.Place == 0 ? "承办人" : "办案人员")} {Named.Person(row.UserName)} 的账户已停用",
                    $"{Named.Person(row.UserName)}, who {(row.Place == 0 ? "answers for it" : "is one of its officers")}, is disabled"),
                new BilingualText("请将其在办事项移转给在岗人员", "Move that person's work to others with moveOfficerWork"));
        }
    }
}
