using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>未执行暂扣、吊销决定的许可证. What the shell found of licences that stand though the decision of the case suspends or revokes one:
/// the parties' that are in force, where it was not carried out on any.</summary>
/// <param name="Numbers">证书编号. Their numbers.</param>
public sealed record LicencesStanding(ImmutableArray<string> Numbers);

/// <summary>决定暂扣、吊销的许可证. Whether what a decision says of licences was carried out. The tables are asked, and not the licences: they tell
/// cases nothing.</summary>
internal static class DecidedLicences
{
    private static readonly string Suspended = Licence.Concept.EventTypes.Single(one => one.Value == typeof(LicenceSuspended)).Key;

    /// <summary>The licences in force of the parties of a case on whose licences its decision was not carried out.</summary>
    /// <param name="data">The connection.</param>
    /// <param name="state">The case.</param>
    public static async Task<ImmutableArray<string>> StandingAsync(DataConnection data, CaseState state)
    {
        if (!Case.TakesLicence(state))
        {
            return [];
        }

        var parties = state.AllParties.Select(party => party.CreditCode).OfType<string>().ToArray();
        var held = await data.GetTable<LicenceRow>().Where(row => parties.Contains(row.Enterprise)).Select(row => row.Subject)
            .ToArrayAsync();
        var licences = (await data.ReadStoredAsync<LicenceState>(Licence.Concept, held)).Values.ToList();
        return licences.Any(licence => Licence.IsHeldBackBy(licence, state.Number)) || await WasSuspendedAsync(data, held, state.Number)
            ? []
            : [.. licences.Where(licence => licence.IsInForce).Select(licence => licence.Number).Order(StringComparer.Ordinal)];
    }

    // A suspension that is over has left nothing in the licence but its history.
    private static async Task<bool> WasSuspendedAsync(DataConnection data, string[] licences, string number)
    {
        var bodies = await data.GetTable<JournalRow>().Where(row => licences.Contains(row.Subject) && row.Kind == Suspended)
            .Select(row => row.Body).ToListAsync();
        return bodies.Any(body => Licence.IsOf(((LicenceSuspended)Licence.Concept.ReadEvent(Suspended, body)).Case, number));
    }
}
