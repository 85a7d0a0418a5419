using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证. The shell of one licence. For a first registration it asks whether the enterprise that is to hold it is registered.</summary>
[GrainType("licence")]
internal sealed class LicenceGrain([PersistentState("licence")] IPersistentState<Subject<LicenceState>> stored, SubjectShell shell)
    : SubjectGrain<LicenceState, LicenceCommand, LicenceEvent>(stored, Licence.Concept, shell), ILicenceGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(LicenceCommand command)
    {
        var holder = command switch
        {
            RegisterLicence c => c.Enterprise,
            ImportLicence c => c.Enterprise,
            _ => null,
        };
        if (holder is null || CreditCode.Parse(holder, out var code) is not null || await Read() is not null)
        {
            return null;
        }

        // An enterprise never waits for a licence, so waiting for it here cannot close a circle.
        return new HolderFound(await GrainFactory.GetGrain<IEnterpriseGrain>(code.ToString()).Read() is { State: var enterprise }
            ? new EnterpriseFact(enterprise.Details.Name, enterprise.Status is EnterpriseStatus.Closed)
            : null);
    }
}
