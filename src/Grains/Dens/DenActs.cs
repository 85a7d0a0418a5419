using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>
/// 窝点行动. Tells a den at once that an inspection, an order or a case which names it was committed. Nobody waits for it, as a den waits for
/// its orders and inspections when it ends (decision 9); where the word is lost, the den looks when its term ends.
/// </summary>
/// <param name="grains">Where dens are found.</param>
/// <param name="logger">What could not be told is said here.</param>
public sealed partial class DenActs(IGrainFactory grains, ILogger<DenActs> logger) : ICommitObserver
{
    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        foreach (var den in commit.Upserts.Select(change => DenOf(change.Row)).OfType<string>().Distinct())
        {
            _ = TellAsync(den, commit.Command.CommandId);
        }
    }

    private static string? DenOf(Row row) => row switch
    {
        InspectionRow { Den: { } den, InspectedOn: not null } => den,
        RectificationRow { Den: { } den } => den,
        CaseDenRow { Den: { } den } => den,
        _ => null,
    };

    private async Task TellAsync(string den, Guid because)
    {
        try
        {
            await grains.GetGrain<IDenGrain>(den).Execute(
                new NoteDenActs(), Actor.System(SubjectKeys.CommandIdFor($"{den}\n{because:D}\nacts"))).ConfigureAwait(false);
        }
        catch (Exception notNow) when (notNow is OrleansException or TimeoutException or CommitFailureException)
        {
            LogNotTold(den, notNow);
        }
    }

    [LoggerMessage(LogLevel.Information, "Den {Den} could not be told what was done about it; it looks when its term ends")]
    private partial void LogNotTold(string den, Exception exception);
}
