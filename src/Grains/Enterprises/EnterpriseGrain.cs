using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
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
        string[] open = [.. RectificationState.OpenStatuses.Select(WireName.Of)];
        var orders = await data.GetTable<RectificationRow>()
            .Where(row => row.Enterprise == holder && open.Contains(row.Status))
            .OrderBy(row => row.Number)
            .Select(row => row.Number)
            .ToListAsync();
        string[] notMade = [WireName.Of(InspectionStatus.Planned), WireName.Of(InspectionStatus.Cancelled)];
        var subjects = await data.GetTable<InspectionRow>()
            .Where(row => row.Enterprise == holder && notMade.Contains(row.Status))
            .OrderBy(row => row.Subject)
            .Select(row => row.Subject)
            .ToListAsync();
        var inspections = await data.ReadStoredAsync<InspectionState>(Inspection.Concept, subjects);
        return new LicencesHeld([.. numbers])
        {
            OpenOrders = [.. orders],
            PlannedInspections =
            [
                .. inspections.Values
                    .Where(one => one.Status is InspectionStatus.Planned || one.EnterpriseEndedOn is not null)
                    .Select(one => one.Number).Order(StringComparer.Ordinal),
            ],
        };
    }
}
