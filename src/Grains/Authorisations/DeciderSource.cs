using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Authorisations;

/// <summary>
/// Looks up what authorises whoever decides a proposal: the office of head, or authorisations in force on the day of the decision.
/// </summary>
/// <param name="database">Where authorisations are listed.</param>
/// <param name="time">The grains' clock.</param>
public sealed class DeciderSource(Database database, TimeProvider time) : IFactSource
{
    /// <inheritdoc/>
    public async ValueTask<object?> FetchAsync(Command command, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(command);
        var today = ShanghaiTime.DayOf(time.GetUtcNow());
        return command is IDecidesProposals
            ? await FindAsync(database, actor, command.On ?? today, today, CancellationToken.None)
            : null;
    }

    /// <summary>What authorises somebody on a day.</summary>
    /// <param name="database">Where authorisations are listed.</param>
    /// <param name="actor">Who.</param>
    /// <param name="on">The day (Asia/Shanghai).</param>
    /// <param name="today">Today (Asia/Shanghai).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<DeciderFound> FindAsync(
        Database database, Actor actor, DateOnly on, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.IsAnyOf(Roles.Leader))
        {
            return new DeciderFound(IsHead: true, []);
        }

        var named = await NamedAsync(database, actor.User, IsoDate.Of(on), cancellationToken);
        var still = on == today || named.IsEmpty ? named : await NamedAsync(database, actor.User, IsoDate.Of(today), cancellationToken);
        return new DeciderFound(IsHead: false, named) { Ended = [.. named.Except(still)] };
    }

    private static async Task<ImmutableArray<ApprovalStep>> NamedAsync(
        Database database,
        string user,
        string day,
        CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken);
        var rows = await data.GetTable<AuthorisationRow>()
            .Where(row => row.Deputy == user && SubjectOrder.IsUpTo(row.From, day) && SubjectOrder.IsUpTo(day, row.Until))
            .Where(row => row.RevokedOn == null || SubjectOrder.IsAfter(row.RevokedOn, day))
            .ToListAsync(cancellationToken);
        return [.. rows.SelectMany(row => row.Named()).Distinct()];
    }
}
