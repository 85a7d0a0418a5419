using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.SelfChecks;

/// <summary>Work that is late and can still be done is told from what is broken.</summary>
public sealed class SelfCheckResultTests
{
    [Theory]
    [InlineData(0, false, 0, null, true, 0)]
    [InlineData(3, false, 0, null, false, 0)]
    [InlineData(3, true, 0, null, true, 3)]
    [InlineData(3, true, 1, null, false, 2)]
    [InlineData(0, true, 0, "broken rule", false, 0)]
    public void Late_work_breaks_no_rule_and_broken_data_does(
        long count, bool isOfWork, long broken, string? failure, bool isClean, long lateWork)
    {
        var rule = new RuleResult("a-rule", new BilingualText("规则", "A rule"), count, [], failure, isOfWork, broken);
        var result = new SelfCheckResult(DateTimeOffset.UnixEpoch, [rule]);
        Assert.Equal((isClean, lateWork), (result.IsClean, result.LateWork));
    }
}
