using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>待办步骤. What a case waits for: the step without which it does not go on. Whose step it is follows from who may give its commands.</summary>
[JsonConverter(typeof(WireNameConverter<AwaitedStep>))]
public enum AwaitedStep
{
    /// <summary>立案决定. Whether to file it is to be decided (程序规定 第十八条).</summary>
    FilingDecision,

    /// <summary>调查取证. It is investigated, until a penalty is proposed.</summary>
    Investigation,

    /// <summary>法制审核. The proposal is to be reviewed (行政处罚法 第五十八条).</summary>
    LegalReview,

    /// <summary>权利告知. The party is to be told of its rights (行政处罚法 第四十四条).</summary>
    RightsNotice,

    /// <summary>当事人答复. The party's time to answer runs.</summary>
    PartyAnswer,

    /// <summary>听证. A hearing was asked for and is to be held (行政处罚法 第六十三条).</summary>
    Hearing,

    /// <summary>处罚决定. The penalty is to be decided (行政处罚法 第五十七条).</summary>
    PenaltyDecision,

    /// <summary>移送公安机关. Nothing else may be decided before the duty to transfer is answered (移送规定 第三条、第十一条).</summary>
    CrimeTransfer,

    /// <summary>送达. The decision is to be served (行政处罚法 第六十一条).</summary>
    Service,

    /// <summary>执行. The penalty is to be carried out.</summary>
    Execution,

    /// <summary>结案. Nothing is left to do but to close it.</summary>
    Closing,
}
