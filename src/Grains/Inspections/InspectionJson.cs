using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>The JSON forms of everything an inspection stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<InspectionState>))]
[JsonSerializable(typeof(InspectionState))]
[JsonSerializable(typeof(InspectionPlanned))]
[JsonSerializable(typeof(InspectionRecorded))]
[JsonSerializable(typeof(InspectionRecordCorrected))]
[JsonSerializable(typeof(InspectionCaseTold))]
[JsonSerializable(typeof(InspectionCancelled))]
[JsonSerializable(typeof(InspectionOfficersAssigned))]
[JsonSerializable(typeof(InspectionTakenOver))]
[JsonSerializable(typeof(InspectionHandedOver))]
[JsonSerializable(typeof(InspectionDeadlineLapsed))]
[JsonSerializable(typeof(InspectionLapseWithdrawn))]
[JsonSerializable(typeof(InspectionEndedWithEnterprise))]
[JsonSerializable(typeof(InspectionResumed))]
[JsonSerializable(typeof(PlanInspection))]
[JsonSerializable(typeof(BeginInspection))]
[JsonSerializable(typeof(RecordInspection))]
[JsonSerializable(typeof(CorrectInspectionRecord))]
[JsonSerializable(typeof(CancelInspection))]
[JsonSerializable(typeof(AssignInspectionOfficers))]
[JsonSerializable(typeof(MoveInspectionWork))]
[JsonSerializable(typeof(HandOverInspection))]
[JsonSerializable(typeof(NoteInspectedClosing))]
[JsonSerializable(typeof(NoteInspectedReopening))]
[JsonSerializable(typeof(InspectionDeadlineReached))]
internal sealed partial class InspectionJson : JsonSerializerContext;
