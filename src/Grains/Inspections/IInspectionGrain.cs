using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查. The actor of one inspection; its key is its number.</summary>
[Alias("inspection")]
public interface IInspectionGrain : ISubjectGrain<InspectionState, InspectionCommand>;
