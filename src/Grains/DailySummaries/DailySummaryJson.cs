using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>JSON metadata of everything of a daily summary that is stored or hashed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<DailySummaryState>))]
[JsonSerializable(typeof(DailySummaryState))]
[JsonSerializable(typeof(CollectDailyReports))]
[JsonSerializable(typeof(CollectDailyReportsAgain))]
[JsonSerializable(typeof(ApproveDailySummary))]
[JsonSerializable(typeof(ReturnDailySummary))]
[JsonSerializable(typeof(RecordDailySummarySending))]
[JsonSerializable(typeof(RecordDailySummaryReceipt))]
[JsonSerializable(typeof(RecordDailySummaryRejection))]
[JsonSerializable(typeof(NoteCityReceipt))]
[JsonSerializable(typeof(NoteCityRejection))]
[JsonSerializable(typeof(NoteSendingStuck))]
[JsonSerializable(typeof(DailyReportsCollected))]
[JsonSerializable(typeof(DailyReportsCollectedAgain))]
[JsonSerializable(typeof(DailySummaryApproved))]
[JsonSerializable(typeof(DailySummaryReturned))]
[JsonSerializable(typeof(DailySummarySent))]
[JsonSerializable(typeof(DailySummaryReceipted))]
[JsonSerializable(typeof(DailySummaryRejected))]
[JsonSerializable(typeof(DailySummarySendingStuck))]
public sealed partial class DailySummaryJson : JsonSerializerContext;
