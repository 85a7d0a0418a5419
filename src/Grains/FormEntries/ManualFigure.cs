using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.FormEntries;

/// <summary>填报项目. What forms count and nothing that is recorded here tells (requirements, Forms).</summary>
[JsonConverter(typeof(WireNameConverter<ManualFigure>))]
public enum ManualFigure
{
    /// <summary>Reports by the public that were received.</summary>
    [Term("受理举报（起）", "reports received")]
    ReportsReceived,

    /// <summary>Trainings and other events for producers.</summary>
    [Term("宣传培训（次）", "trainings")]
    Trainings,

    /// <summary>Persons who took part in them.</summary>
    [Term("培训人数（人）", "trainees")]
    Trainees,
}
