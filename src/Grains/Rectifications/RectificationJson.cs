using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>The JSON forms of everything an order stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<RectificationState>))]
[JsonSerializable(typeof(RectificationState))]
[JsonSerializable(typeof(RectificationOrdered))]
[JsonSerializable(typeof(RectificationOrderCorrected))]
[JsonSerializable(typeof(RectificationWarned))]
[JsonSerializable(typeof(RectificationReported))]
[JsonSerializable(typeof(RectificationExtended))]
[JsonSerializable(typeof(RectificationFellOverdue))]
[JsonSerializable(typeof(RectificationReinspected))]
[JsonSerializable(typeof(RectificationMeasureProposed))]
[JsonSerializable(typeof(RectificationMeasureDecided))]
[JsonSerializable(typeof(RectificationMeasureAnswered))]
[JsonSerializable(typeof(RectificationLicenceChanged))]
[JsonSerializable(typeof(RectificationLicenceNotChanged))]
[JsonSerializable(typeof(RectificationTakenOver))]
[JsonSerializable(typeof(RectificationHandedOver))]
[JsonSerializable(typeof(RectificationDeadlineLapsed))]
[JsonSerializable(typeof(RectificationVoided))]
[JsonSerializable(typeof(OrderRectification))]
[JsonSerializable(typeof(CorrectRectificationOrder))]
[JsonSerializable(typeof(ReportRectification))]
[JsonSerializable(typeof(ExtendRectification))]
[JsonSerializable(typeof(RecordReinspection))]
[JsonSerializable(typeof(ProposeRectificationMeasure))]
[JsonSerializable(typeof(DecideRectificationMeasure))]
[JsonSerializable(typeof(RecordMeasureAnswer))]
[JsonSerializable(typeof(VoidRectification))]
[JsonSerializable(typeof(MoveRectificationWork))]
[JsonSerializable(typeof(HandOverRectification))]
[JsonSerializable(typeof(RectificationDeadlineReached))]
internal sealed partial class RectificationJson : JsonSerializerContext;
