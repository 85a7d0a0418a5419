using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>
/// 企业已终止. Nobody plans to inspect, or orders about, who is no more. What it did before is a case; whoever goes on in its premises is a
/// party of its own, a den where it is registered nowhere.
/// </summary>
/// <param name="CreditCode">统一社会信用代码. Its code.</param>
/// <param name="Name">名称. Its name.</param>
[GenerateSerializer, Immutable, Alias("refusal.enterprise-has-ended")]
public sealed record EnterpriseHasEnded(string CreditCode, string Name) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"企业{Name}（{CreditCode}）已终止，不能安排检查或者责令整改；终止前的违法行为可以登记线索查处，原址继续生产的，以窝点为当事人",
        $"Enterprise {Name} ({CreditCode}) has ended: it is neither inspected nor ordered to put anything right. What it did before is a "
        + "case; whoever goes on in its premises is a den");
}
