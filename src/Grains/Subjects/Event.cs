using System.Text.Json.Serialization;

namespace ShuangDa.Grains.Subjects;

/// <summary>事件. What has happened to a subject. Its alias is its journal kind (<c>licence.suspended</c>); names and fields are storage format.</summary>
public abstract record Event
{
    /// <summary>摘要. One line for people, with the figures that matter and no personal data.</summary>
    [JsonIgnore]
    public abstract BilingualText Summary { get; }

    /// <summary>生效日期. The day (Asia/Shanghai) it takes effect, where that is not the day it was recorded.</summary>
    [JsonIgnore]
    public virtual DateOnly? EffectiveOn => null;

    /// <summary>法律依据. The legal basis, as the officer gave it or as the rule names it.</summary>
    [JsonIgnore]
    public virtual string? LegalBasis => null;

    /// <summary>文书编号. The number of the document that records the step, if one was made.</summary>
    [JsonIgnore]
    public virtual string? Document => null;
}
