using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>已终止的企业. An enterprise or a den that has ended, as those see it who inspect it or order it about.</summary>
/// <param name="Name">名称. Its name.</param>
/// <param name="On">终止日期. The day on which it ended (Asia/Shanghai).</param>
public sealed record EndedEnterprise(string Name, DateOnly On)
{
    /// <summary>The end of an enterprise; null while it has not ended.</summary>
    /// <param name="enterprise">The enterprise.</param>
    public static EndedEnterprise? Of(EnterpriseState enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        return enterprise.ClosedOn is { } on ? new EndedEnterprise(enterprise.Details.Name, on) : null;
    }

    /// <summary>The end of a den; null while it has not ended, and where there is none.</summary>
    /// <param name="den">The den, or null.</param>
    public static EndedEnterprise? Of(DenState? den) =>
        den?.End is { } end ? new EndedEnterprise(den.Details.Name, end.EndedOn) : null;

    /// <summary>
    /// Why it can neither be inspected nor ordered about, nor a measure be taken, on a day, or null: what was done while it was there may
    /// be entered afterwards.
    /// </summary>
    /// <param name="creditCode">Its code.</param>
    /// <param name="day">The day of the inspection or the order (Asia/Shanghai).</param>
    public EnterpriseHasEnded? Problem(string creditCode, DateOnly day) => day < On ? null : new EnterpriseHasEnded(creditCode, Name, On);
}

/// <summary>
/// 企业已终止. Nobody plans to inspect, or orders about, who is no more. What it did before is a case; whoever goes on in its premises is a
/// party of its own, a den where it is registered nowhere.
/// </summary>
/// <param name="CreditCode">统一社会信用代码. Its code.</param>
/// <param name="Name">名称. Its name.</param>
/// <param name="EndedOn">终止日期. The day on which it ended (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("refusal.enterprise-has-ended")]
public sealed record EnterpriseHasEnded(string CreditCode, string Name, DateOnly EndedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"企业{Name}（{CreditCode}）已于{IsoDate.Of(EndedOn)}终止，自当日起不能安排检查、责令整改或者采取整改措施，其许可证应当注销；"
        + "终止前已经进行的，以当时的日期补录；终止前的违法行为可以登记线索查处，原址继续生产的，以窝点为当事人",
        $"Enterprise {Name} ({CreditCode}) ended on {IsoDate.Of(EndedOn)}: from that day it is neither inspected nor ordered to put "
        + "anything right, no measure follows an order, and its licences are deregistered. "
        + "What was done before is entered with its day; what it did before is a case; whoever goes on in its premises is "
        + "a den");
}
