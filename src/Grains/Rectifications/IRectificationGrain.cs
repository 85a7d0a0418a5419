using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>责令限期整改. The actor of one order; its key is its number.</summary>
[Alias("rectification")]
public interface IRectificationGrain : ISubjectGrain<RectificationState, RectificationCommand>;
