using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>全面检查所属专项行动. A campaign that sweep inspections name. A campaign is what its inspections say, so a slip of the pen makes one too; its numbers tell them apart.</summary>
/// <param name="Code">专项行动. The campaign's code, as it was typed.</param>
/// <param name="Inspections">检查数（次）. Its sweep inspections, planned and recorded; cancelled ones do not count.</param>
/// <param name="Recorded">已记录（次）. Those of them that are recorded.</param>
/// <param name="LastPlannedOn">最后计划日. The last day that one of them is or was planned for.</param>
/// <param name="IsGoingOn">进行中. Whether that day lies in the last 90 days or ahead.</param>
[ReadableBy(Readers.Bureau)]
public sealed record SweepCampaign(string Code, int Inspections, int Recorded, DateOnly LastPlannedOn, bool IsGoingOn);
