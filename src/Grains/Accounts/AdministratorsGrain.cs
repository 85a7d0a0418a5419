using System.Diagnostics;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>管理员名额. Sees to it that not all administrators leave at once: two that are disabled, demoted or locked at the same moment each see the other still there.</summary>
[Alias("administrators")]
public interface IAdministratorsGrain : IGrainWithIntegerKey
{
    /// <summary>The key of the only one.</summary>
    const long TheOne = 0;

    /// <summary>Whether an administrator who can sign in remains when this one no longer does. A yes is remembered until the account's row shows what became of it.</summary>
    /// <param name="userName">Who would leave.</param>
    /// <param name="isPreview">Whether it is only asked: nobody leaves, and nothing is remembered.</param>
    [Alias("MayLeave")]
    Task<bool> MayLeave(string userName, bool isPreview);
}

/// <inheritdoc cref="IAdministratorsGrain"/>
[GrainType("administrators")]
public sealed class AdministratorsGrain(Database database, TimeProvider time) : Grain, IAdministratorsGrain
{
    // Longer than any commit takes. Measured on the machine's own clock, which a simulation does not speed up.
    private static readonly TimeSpan CommitTakesAtMost = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (int Version, long Since)> _leaving = [];

    /// <inheritdoc/>
    public async Task<bool> MayLeave(string userName, bool isPreview)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        const int administrator = (int)Roles.Administrator;
        await using var data = await database.ReadAsync();
        var able = await data.GetTable<AccountRow>()
            .Where(row => (row.Roles & administrator) != 0 && !row.Disabled)
            .Select(row => new { row.UserName, row.Version, row.LockedUntil })
            .ToListAsync();
        var others = able.Any(row => row.UserName != userName && (row.LockedUntil is null || row.LockedUntil <= now) && !IsLeaving(row.UserName, row.Version));
        if (others && !isPreview)
        {
            _leaving[userName] = (able.Find(row => row.UserName == userName)?.Version ?? 0, Stopwatch.GetTimestamp());
        }

        return others;
    }

    // Once the row is newer than the one the yes was said to, the row itself tells whether the administrator left.
    private bool IsLeaving(string userName, int version) =>
        _leaving.TryGetValue(userName, out var leaving) && leaving.Version >= version && Stopwatch.GetElapsedTime(leaving.Since) < CommitTakesAtMost;
}
