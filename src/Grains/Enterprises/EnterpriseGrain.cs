using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业. The shell of one enterprise. Licences, orders and inspections never wait for an enterprise, so that it may tell them that
/// it has ended.</summary>
[GrainType("enterprise")]
internal sealed class EnterpriseGrain([PersistentState("enterprise")] IPersistentState<Subject<EnterpriseState>> stored, SubjectShell shell)
    : SubjectGrain<EnterpriseState, EnterpriseCommand, EnterpriseEvent>(stored, Enterprise.Concept, shell), IEnterpriseGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(EnterpriseCommand command)
    {
        if (command is not (CloseEnterprise or ReopenEnterprise or ImportEnterprise { EndedAs: not null }) || await Read() is null)
        {
            return null;
        }

        string[] ended = [WireName.Of(LicenceStatus.Withdrawn), WireName.Of(LicenceStatus.Revoked),
            WireName.Of(LicenceStatus.Deregistered)];
        var holder = Key;
        await using var data = await Shell.Database.ReadAsync();
        var numbers = await data.GetTable<LicenceRow>()
            .Where(row => row.Enterprise == holder && !ended.Contains(row.Status))
            .OrderBy(row => row.Number)
            .Select(row => row.Number)
            .ToListAsync();
        return new LicencesHeld([.. numbers])
        {
            OpenOrders = await OpenMatters.OrdersAsync(data, row => row.Enterprise == holder),
            PlannedInspections = await OpenMatters.InspectionsAsync(data, row => row.Enterprise == holder),
        };
    }
}
