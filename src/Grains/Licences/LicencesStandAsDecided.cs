using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证状态与处罚决定一致. No licence is suspended or revoked by a decision of ours that was annulled or changed since (行政处罚法
/// 第七十五条). A decision tells its licences; those of decisions that fell before it did are found here.</summary>
/// <param name="database">The database.</param>
internal sealed class LicencesStandAsDecided(Database database) : ISelfCheckRule
{
    private const int AtATime = 500;

    public string Name => "licences-stand-as-decided";

    public BilingualText Title => new(
        "被撤销或者变更的处罚决定不再暂扣、吊销许可证", "No licence is suspended or revoked by a decision that does not stand");

    public BilingualText Found => new("许可证仍按已被撤销或者变更的处罚决定暂扣、吊销", "Licences are suspended or revoked by decisions that do not stand");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        var walk = StatesAndTables.WalkAsync(read.Data, [Licence.Concept], cancellationToken);
        await foreach (var (_, _, stored) in walk.ConfigureAwait(false))
        {
            var held = stored.Select(one => (Subject: one.Key, Licence: (LicenceState)one.Value.State!))
                .Where(one => one.Licence is not null && Licence.CasesBehind(one.Licence).Any()).ToList();
            var cases = await CasesAsync(read, held.SelectMany(one => Licence.CasesBehind(one.Licence)), cancellationToken)
                .ConfigureAwait(false);
            var deciding = cases.Select(DecidingCase.Of).ToImmutableArray();
            foreach (var (subject, licence) in held.OrderBy(one => one.Subject, StringComparer.Ordinal))
            {
                if (Licence.IsHeldBackWrongly(licence, deciding)
                    && !cases.Any(one => one.OwedToLicences.Any(owed => owed.Licence == licence.Number))
                    && !await IsGoneAsync(read, licence, cancellationToken).ConfigureAwait(false))
                {
                    yield return FindingOf(subject, licence);
                }
            }
        }
    }

    private static Finding FindingOf(string subject, LicenceState licence)
    {
        var status = Terms.Of(licence.Status);
        return new Finding(
            subject,
            new BilingualText(
                $"许可证 {licence.Number} 现为“{status.Chinese}”，所依据的处罚决定已经撤销或者变更",
                $"Licence {licence.Number} is {status.English}, and the decision behind that was annulled or changed"),
            licence.Status is LicenceStatus.Suspended
                ? new BilingualText(
                    "打开该许可证，办理“恢复许可证”；决定仅缩短暂扣期限的，在新的期限届满时恢复",
                    "Open the licence and reinstate it; where the decision only became shorter, when its days are over")
                : new BilingualText(
                    "打开该许可证，由科室负责人办理“更正误记的撤销、吊销、注销”，许可证即恢复原状态",
                    "Open the licence; the head of a section takes its end back (correctLicenceEnding), and it stands as it stood"));
    }

    private static async Task<ImmutableArray<CaseState>> CasesAsync(
        ConsistentRead read, IEnumerable<string> named, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<CaseState>();
        foreach (var subjects in DecidingCase.SubjectsOf(named).Chunk(AtATime))
        {
            var rows = await read.Data.GetTable<StateRow>().Where(row => subjects.Contains(row.Subject))
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.Select(row => StatesAndTables.Read(Case.Concept, row)?.State).OfType<CaseState>());
        }

        return found.ToImmutable();
    }

    // What is deregistered stays so where its holder has ended: there is nobody to give it back to (行政许可法 第七十条第三项).
    private static async Task<bool> IsGoneAsync(ConsistentRead read, LicenceState licence, CancellationToken cancellationToken)
    {
        var holder = SubjectKeys.Of(Enterprise.Concept.Name, licence.Enterprise);
        return licence.Status is LicenceStatus.Deregistered && await read.Data.GetTable<EnterpriseRow>()
            .AnyAsync(row => row.Subject == holder && row.ClosedOn != null, cancellationToken).ConfigureAwait(false);
    }
}
