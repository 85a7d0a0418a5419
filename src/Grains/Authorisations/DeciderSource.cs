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
        Database database, Actor actor, DateOnly on, DateOnly today, CancellationToken cancellationToken) =>
        (await FindAsync(database, actor, [on], today, cancellationToken))[on];

    /// <summary>What authorises somebody on each of some days, which are looked up at once.</summary>
    /// <param name="database">Where authorisations are listed.</param>
    /// <param name="actor">Who.</param>
    /// <param name="days">The days (Asia/Shanghai).</param>
    /// <param name="today">Today (Asia/Shanghai).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyDictionary<DateOnly, DeciderFound>> FindAsync(
        Database database, Actor actor, IReadOnlyCollection<DateOnly> days, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.IsAnyOf(Roles.Leader))
        {
            return days.ToDictionary(day => day, _ => new DeciderFound(IsHead: true, []));
        }

        var (first, last) = (IsoDate.Of(days.Append(today).Min()), IsoDate.Of(days.Append(today).Max()));
        await using var data = await database.ReadAsync(cancellationToken);
        var rows = await data.GetTable<AuthorisationRow>()
            .Where(row => row.Deputy == actor.User && SubjectOrder.IsUpTo(row.From, last) && SubjectOrder.IsUpTo(first, row.Until))
            .ToListAsync(cancellationToken);
        var still = Named(rows, today);
        return days.ToDictionary(day => day, day =>
        {
            var named = Named(rows, day);
            return new DeciderFound(IsHead: false, named) { Ended = [.. named.Except(still)] };
        });
    }

    private static ImmutableArray<ApprovalStep> Named(IEnumerable<AuthorisationRow> rows, DateOnly day) =>
        [.. rows.Where(row => row.IsInForceOn(day)).SelectMany(row => row.Named()).Distinct()];
}
