using Orleans.Runtime;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 登记簿唤醒的主体. The actors that rows of registers woke on this silo, the longest here first. So many stay that a register of a district
/// is not read anew where it is imported again; beyond them the longest here goes, so that the memory of an import does not grow with its
/// rows.
/// </summary>
public sealed class RegisterActors
{
    /// <summary>留存数. How many stay; a wide row's actor takes some 15 KB.</summary>
    public const int Most = 6_000;

    private readonly Queue<WeakReference<IGrainContext>> _here = new();
    private readonly Lock _turn = new();

    /// <summary>
    /// An actor that a row of a register woke stays for now; the one that has been here longest goes where there are too many.
    /// </summary>
    /// <param name="actor">The actor, once in its life.</param>
    public void Stay(IGrainContext actor)
    {
        WeakReference<IGrainContext>? longest = null;
        lock (_turn)
        {
            _here.Enqueue(new WeakReference<IGrainContext>(actor));
            if (_here.Count > Most)
            {
                longest = _here.Dequeue();
            }
        }

        if (longest is not null && longest.TryGetTarget(out var one))
        {
            one.Deactivate(new DeactivationReason(
                DeactivationReasonCode.ApplicationRequested, "Rows of registers have woken many actors since."));
        }
    }
}
