using Orleans.Runtime;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <inheritdoc cref="ISectionGrain"/>
[GrainType(Section.ConceptName)]
public sealed class SectionGrain([PersistentState(Section.ConceptName)] IPersistentState<Subject<Section>> stored, SubjectShell shell)
    : SubjectGrain<Section, SectionCommand, SectionEvent>(stored, Section.Concept, shell), ISectionGrain;
