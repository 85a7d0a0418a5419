using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件. The actor of one case; its key is its number.</summary>
[Alias("case")]
public interface ICaseGrain : ISubjectGrain<CaseState, CaseCommand>;
