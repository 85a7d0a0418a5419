using Orleans.Runtime;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <inheritdoc cref="IAgencyGrain"/>
[GrainType(Agency.ConceptName)]
public sealed class AgencyGrain([PersistentState(Agency.ConceptName)] IPersistentState<Subject<Agency>> stored, SubjectShell shell)
    : SubjectGrain<Agency, AgencyCommand, AgencyEvent>(stored, Agency.Concept, shell), IAgencyGrain;
