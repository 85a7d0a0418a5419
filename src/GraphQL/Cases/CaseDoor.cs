using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Cases;

/// <summary>案件命令的入口.</summary>
public sealed class CaseDoor() : NumberedDoor<ICaseGrain, CaseState, CaseCommand, CaseType>(
    Case.Concept.Name, Case.Prefix, "案件编号. Which case.", "case", "案件", subject => new(subject));
