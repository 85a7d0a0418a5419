using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证. The actor of one licence; its key is the number in normal form.</summary>
[Alias("licence")]
public interface ILicenceGrain : ISubjectGrain<LicenceState, LicenceCommand>;
