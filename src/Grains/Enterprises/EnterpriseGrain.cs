using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业. The shell of one enterprise.</summary>
[GrainType("enterprise")]
internal sealed class EnterpriseGrain([PersistentState("enterprise")] IPersistentState<Subject<EnterpriseState>> stored, SubjectShell shell)
    : SubjectGrain<EnterpriseState, EnterpriseCommand, EnterpriseEvent>(stored, Enterprise.Concept, shell), IEnterpriseGrain;
