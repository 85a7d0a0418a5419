using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>待办步骤. What a case waits for: the step without which it does not go on. Whose step it is follows from who may give its commands.</summary>
[JsonConverter(typeof(WireNameConverter<AwaitedStep>))]
public enum AwaitedStep
{
    /// <summary>Whether to file it is to be decided (程序规定 第十八条).</summary>
    [Term("立案决定", "decision on filing")]
    FilingDecision,

    /// <summary>It is investigated, until a penalty is proposed.</summary>
    [Term("调查取证", "investigation")]
    Investigation,

    /// <summary>The proposal is to be reviewed (行政处罚法 第五十八条).</summary>
    [Term("法制审核", "legal review")]
    LegalReview,

    /// <summary>The party is to be told of its rights (行政处罚法 第四十四条).</summary>
    [Term("权利告知", "notice of rights")]
    RightsNotice,

    /// <summary>The party's time to answer runs.</summary>
    [Term("当事人答复", "party's answer")]
    PartyAnswer,

    /// <summary>A hearing was asked for and is to be held (行政处罚法 第六十三条).</summary>
    [Term("听证", "hearing")]
    Hearing,

    /// <summary>The penalty is to be decided (行政处罚法 第五十七条).</summary>
    [Term("处罚决定", "decision on the penalty")]
    PenaltyDecision,

    /// <summary>Nothing else may be decided before the duty to transfer is answered (移送规定 第三条、第十一条).</summary>
    [Term("移送公安机关", "transfer to the police")]
    CrimeTransfer,

    /// <summary>The decision is to be served (行政处罚法 第六十一条).</summary>
    [Term("送达", "service")]
    Service,

    /// <summary>The penalty is to be carried out.</summary>
    [Term("执行", "execution")]
    Execution,

    /// <summary>Nothing is left to do but to close it.</summary>
    [Term("结案", "closing")]
    Closing,

    /// <summary>The police, the prosecutors or the court have it; once a year they are asked how it stands (程序规定 第七十七条).</summary>
    [Term("司法机关处理结果", "outcome of the criminal case")]
    Judgment,
}
