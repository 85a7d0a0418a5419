using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业. The actor of one enterprise; its key is the credit code in normal form.</summary>
[Alias("enterprise")]
public interface IEnterpriseGrain : ISubjectGrain<EnterpriseState, EnterpriseCommand>;
