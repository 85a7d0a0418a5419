using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Authorisations;

/// <summary>被授权人名录. Looks up whom authorisations in force name.</summary>
/// <param name="database">Where authorisations are listed.</param>
public sealed class DeputyDirectory(Database database) : IDeputyDirectory
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> NamedForAsync(string step, DateTimeOffset at)
    {
        var day = IsoDate.Of(ShanghaiTime.DayOf(at));
        await using var data = await database.ReadAsync();
        var rows = await data.GetTable<AuthorisationRow>()
            .Where(row => SubjectOrder.IsUpTo(row.From, day) && SubjectOrder.IsUpTo(day, row.Until))
            .Where(row => row.RevokedOn == null || SubjectOrder.IsAfter(row.RevokedOn, day))
            .ToListAsync();
        return [.. rows.Where(row => row.Named().Select(WireName.Of).Contains(step)).Select(row => row.Deputy).Distinct()];
    }
}
