using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>JSON metadata of everything of a den that is stored or hashed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<DenState>))]
[JsonSerializable(typeof(DenState))]
[JsonSerializable(typeof(RecordDen))]
[JsonSerializable(typeof(CorrectDen))]
[JsonSerializable(typeof(RecordDenOperator))]
[JsonSerializable(typeof(BanDen))]
[JsonSerializable(typeof(ApproveDenBan))]
[JsonSerializable(typeof(ReturnDenBan))]
[JsonSerializable(typeof(WithdrawDenBan))]
[JsonSerializable(typeof(EndDen))]
[JsonSerializable(typeof(ReopenDen))]
[JsonSerializable(typeof(DenDeadlineReached))]
[JsonSerializable(typeof(NoteDenActs))]
[JsonSerializable(typeof(DenRecorded))]
[JsonSerializable(typeof(DenCorrected))]
[JsonSerializable(typeof(DenOperatorRecorded))]
[JsonSerializable(typeof(DenBanProposed))]
[JsonSerializable(typeof(DenBanned))]
[JsonSerializable(typeof(DenBanReturned))]
[JsonSerializable(typeof(DenBanWithdrawn))]
[JsonSerializable(typeof(DenEnded))]
[JsonSerializable(typeof(DenReopened))]
[JsonSerializable(typeof(DenMatterTold))]
[JsonSerializable(typeof(DenActedOn))]
[JsonSerializable(typeof(DenLeftAlone))]
internal sealed partial class DenJson : JsonSerializerContext;
