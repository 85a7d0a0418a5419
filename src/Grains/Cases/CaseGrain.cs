using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件. The shell of one case. It asks whether an enterprise that a command names is registered, and whether the officers may act.</summary>
[GrainType("case")]
internal sealed class CaseGrain([PersistentState("case")] IPersistentState<Subject<CaseState>> stored, SubjectShell shell, MajorCaseCriteria major)
    : SubjectGrain<CaseState, CaseCommand, CaseEvent>(stored, Case.Concept, shell), ICaseGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(CaseCommand command)
    {
        switch (command)
        {
            case RecordCaseFigures:
                return new CaseFact(null, major);
            case FileCase c:
                return await OfficerAccounts.FoundAsync(GrainFactory, c.Officers);
            case AssignCaseOfficers c:
                return await OfficerAccounts.FoundAsync(GrainFactory, c.Officers);
            case MoveCaseWork c:
                return await OfficerAccounts.FoundAsync(GrainFactory, [c.To]);
            case AddEvidence c:
                return await OfficerAccounts.FoundAsync(GrainFactory, c.TakenBy, mayHaveLeft: true);
            case SeizeGoods c:
                return await OfficerAccounts.FoundAsync(GrainFactory, c.Officers, mayHaveLeft: true);
        }

        var named = command switch
        {
            RecordLead c => c.EnterpriseCreditCode,
            AddCaseParty c => c.CreditCode,
            _ => null,
        };
        if (named is null || CreditCode.Parse(named, out var code) is not null)
        {
            return null;
        }

        // An enterprise never waits for a case, so waiting for it here cannot close a circle.
        return new CaseFact(await GrainFactory.GetGrain<IEnterpriseGrain>(code.ToString()).Read() is { State: var enterprise } ? enterprise.Details.Name : null);
    }
}
