using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>涉嫌犯罪案件移送. The actor of one transfer; its key is its number.</summary>
[Alias("crime-transfer")]
public interface ICrimeTransferGrain : ISubjectGrain<CrimeTransferState, CrimeTransferCommand>;
