using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查. An inspection of one enterprise or den: what was planned, and what was found (R2.2.1, R2.2.2).</summary>
[GenerateSerializer, Immutable, Alias("inspection-state")]
public sealed record InspectionState
{
    /// <summary>编号. Its number.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(1)] public required InspectionStatus Status { get; init; }

    /// <summary>计划. What was planned.</summary>
    [Id(2)] public required InspectionPlan Plan { get; init; }

    /// <summary>检查记录. What was found; there is one exactly when it is recorded.</summary>
    [Id(3)] public InspectionRecord? Record { get; init; }

    /// <summary>取消理由. Why it was cancelled; there are such exactly when it was.</summary>
    [Id(4)] public Grounds? Cancellation { get; init; }

    /// <summary>计划日已过. Whether the planned day passed before it was recorded.</summary>
    [Id(5)] public bool IsLate { get; init; }

    /// <summary>接办人. Who took it over from whoever planned it, while no officers are named; null when nobody did.</summary>
    [Id(6)] public string? TakenOverBy { get; init; }

    /// <summary>科室移交. How it passed from section to section, in order; none in what was stored before hand-overs were known.</summary>
    [Id(7)] public ImmutableArray<SectionHandover> Handovers { get => field.IsDefault ? [] : field; init; }

    /// <summary>在办人员. Who holds it while it is planned, who answers for it first: the officers, or whoever planned it or took it over. None
    /// once it is done, and while another section has it and has named nobody.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Holders => Status is not InspectionStatus.Planned || IsNobodys ? []
        : Plan.Officers is { IsEmpty: false } officers ? officers
        : [TakenOverBy ?? Plan.PlannedBy];

    /// <summary>待指派. Whether it was handed over to a section that has yet to name who makes it.</summary>
    [JsonIgnore]
    public bool IsNobodys => Status is InspectionStatus.Planned && Plan.Officers.IsEmpty
        && PassedOnBy.Contains(TakenOverBy ?? Plan.PlannedBy);

    /// <summary>待告知案件. What the case has yet to be told; null when nothing.</summary>
    [Id(8)] public CaseOwed? OwedToCase { get; init; }

    /// <summary>
    /// 更正. How its record was corrected, in order, with what it said before; none in what was stored before records could be.
    /// </summary>
    [Id(60)] public ImmutableArray<InspectionCorrection> Corrections { get => field.IsDefault ? [] : field; init; }

    /// <summary>已移出人员. Who has passed a part in it on and has none since.</summary>
    [Id(150)] public ImmutableArray<string> PassedOnBy { get => field.IsDefault ? [] : field; init; }

    /// <summary>企业终止日期. The day on which its enterprise or den ended, where that cancelled it (Asia/Shanghai); null otherwise.</summary>
    [Id(151)] public DateOnly? EnterpriseEndedOn { get; init; }

    /// <summary>检查文号. The number that people say; null where it was made before there were such numbers.</summary>
    [Id(90)] public OfficialNumber? Serial { get; init; }
}

/// <summary>检查状态. Where an inspection stands.</summary>
[JsonConverter(typeof(WireNameConverter<InspectionStatus>))]
public enum InspectionStatus
{
    /// <summary>Planned.</summary>
    [Term("已计划", "planned")]
    Planned,

    /// <summary>Done and recorded.</summary>
    [Term("已记录", "recorded")]
    Recorded,

    /// <summary>Cancelled.</summary>
    [Term("已取消", "cancelled")]
    Cancelled,
}
