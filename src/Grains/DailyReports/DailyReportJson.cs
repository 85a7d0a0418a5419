using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>JSON metadata of everything of a daily report that is stored or hashed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<DailyReportState>))]
[JsonSerializable(typeof(DailyReportState))]
[JsonSerializable(typeof(StartDailyReports))]
[JsonSerializable(typeof(OpenDailyReport))]
[JsonSerializable(typeof(EndDailyReports))]
[JsonSerializable(typeof(SubmitDailyReport))]
[JsonSerializable(typeof(CorrectDailyReport))]
[JsonSerializable(typeof(DailyReportDeadlineReached))]
[JsonSerializable(typeof(DailyReportOpened))]
[JsonSerializable(typeof(NextDailyReportOpened))]
[JsonSerializable(typeof(DailyReportsEnded))]
[JsonSerializable(typeof(DailyReportSubmitted))]
[JsonSerializable(typeof(DailyReportSubmittedLate))]
[JsonSerializable(typeof(DailyReportCorrected))]
[JsonSerializable(typeof(DailyReportReminded))]
[JsonSerializable(typeof(DailyReportFrozen))]
[JsonSerializable(typeof(DailyReportMissed))]
[JsonSerializable(typeof(DailyReportExcused))]
[JsonSerializable(typeof(DailyReportsIn))]
[JsonSerializable(typeof(DailyReportsCollectionDue))]
public sealed partial class DailyReportJson : JsonSerializerContext;
