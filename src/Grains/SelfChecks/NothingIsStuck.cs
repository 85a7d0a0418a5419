using System.Runtime.CompilerServices;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.SelfChecks;

/// <summary>办理有下文. Nothing that has not ended waits for nothing and nobody.</summary>
/// <param name="database">The database.</param>
/// <param name="concepts">All concepts.</param>
internal sealed class NothingIsStuck(Database database, IEnumerable<Concept> concepts) : ISelfCheckRule
{
    public string Name => "nothing-is-stuck";

    public BilingualText Title => new("未了的事项都有下一步", "Whatever has not ended waits for something or somebody");

    public BilingualText Found => new("未了的事项没有下一步", "What has not ended waits for nothing and nobody");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        await foreach (var (concept, _, stored) in StatesAndTables.WalkAsync(read.Data, concepts, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (subject, one) in stored)
            {
                if (one.State is { } state && concept.IsStuckIn(state))
                {
                    yield return new Finding(
                        subject,
                        new BilingualText("尚未了结，却没有期限、待办步骤或者待审批事项", "It has not ended, and no clock, step or approval is awaited"),
                        new BilingualText("打开该事项，办理下一步或者予以了结", "Open it, and take the next step or end it"));
                }
            }
        }
    }
}
