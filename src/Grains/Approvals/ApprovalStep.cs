using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Approvals;

/// <summary>
/// 审批事项. The kinds of step that the head (负责人) decides; a deputy's authorisation names those it covers (程序规定 第十八条、第三十六条、第六十条、
/// 第六十四条).
/// </summary>
[JsonConverter(typeof(WireNameConverter<ApprovalStep>))]
public enum ApprovalStep
{
    /// <summary>Whether a lead is filed as a case (程序规定 第十八条至第二十条).</summary>
    [Term("立案或者不予立案", "filing or not filing")]
    Filing,

    /// <summary>Sealing, seizure, registered preservation (行政强制法 第十八条、第十九条).</summary>
    [Term("强制措施、先行登记保存", "measures on goods")]
    Measure,

    /// <summary>The investigation is stayed or resumed (程序规定 第四十六条).</summary>
    [Term("中止、恢复调查", "stay and resumption")]
    Stay,

    /// <summary>A term is extended, or payment is allowed later or in parts.</summary>
    [Term("延长期限、延期分期缴纳", "extension")]
    Extension,

    /// <summary>A penalty, none, or another end of the investigation (程序规定 第六十条).</summary>
    [Term("处罚或者其他处理决定", "penalty or another decision")]
    Penalty,

    /// <summary>The case is closed or withdrawn (程序规定 第七十七条).</summary>
    [Term("结案、撤销案件", "closing or withdrawal")]
    Closing,

    /// <summary>Somebody close to a party steps aside (行政处罚法 第四十三条).</summary>
    [Term("回避", "recusal")]
    Recusal,

    /// <summary>A suspected crime is transferred to the police: the principal head's own decision, and no deputy's (移送规定 第五条).</summary>
    [Term("移送公安机关", "transfer to the police")]
    CrimeTransfer,

    /// <summary>The next step after an order that was not followed: a section's head accepts or declines it, or the head.</summary>
    [Term("整改后的处理措施", "step after a failed rectification")]
    LadderMeasure,

    /// <summary>A den is banned (行政处罚法 第五十七条; 无证无照经营查处办法 第五条).</summary>
    [Term("取缔窝点", "ban of a den")]
    DenBan,

    /// <summary>The bureau's summary of a day goes up to the city bureau (notice 三〔五〕).</summary>
    [Term("日报汇总上报", "daily summary")]
    DailySummary,
}

/// <summary>审批事项的归类. What kinds of step have in common.</summary>
public static class ApprovalSteps
{
    /// <summary>可以授权. Whether a deputy may be authorised to decide steps of a kind; the others are decided by whose office it is.</summary>
    /// <param name="step">The kind.</param>
    public static bool MayBeDelegated(this ApprovalStep step) => step is not (ApprovalStep.CrimeTransfer or ApprovalStep.LadderMeasure);
}

/// <summary>
/// 须经审批的命令. A command of the trade that the head decides: whoever gives it proposes it, and it takes effect when another person, who
/// is neither its proposer nor an investigator or reviewer of the matter, approves it (程序规定 第十八条、第六十条; 行政处罚法 第五十七条).
/// </summary>
public interface INeedsApproval
{
    /// <summary>审批事项. Which kind of step it is; null where what it says needs none.</summary>
    ApprovalStep? Approval { get; }
}
