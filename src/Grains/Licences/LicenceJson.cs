using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>The JSON forms of everything a licence stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<LicenceState>))]
[JsonSerializable(typeof(LicenceState))]
[JsonSerializable(typeof(LicenceRegistered))]
[JsonSerializable(typeof(LicenceCorrected))]
[JsonSerializable(typeof(LicenceSuspended))]
[JsonSerializable(typeof(LicenceReinstated))]
[JsonSerializable(typeof(LicenceSuspensionEnded))]
[JsonSerializable(typeof(LicenceRenewed))]
[JsonSerializable(typeof(LicenceWithdrawalRequested))]
[JsonSerializable(typeof(LicenceWithdrawn))]
[JsonSerializable(typeof(LicenceRevoked))]
[JsonSerializable(typeof(LicenceDeregistered))]
[JsonSerializable(typeof(LicenceExpired))]
[JsonSerializable(typeof(LicenceNoticeGiven))]
[JsonSerializable(typeof(LicenceDeregistrationProposed))]
[JsonSerializable(typeof(RegisterLicence))]
[JsonSerializable(typeof(ImportLicence))]
[JsonSerializable(typeof(SuspendLicence))]
[JsonSerializable(typeof(ReinstateLicence))]
[JsonSerializable(typeof(RenewLicence))]
[JsonSerializable(typeof(RequestLicenceWithdrawal))]
[JsonSerializable(typeof(WithdrawLicence))]
[JsonSerializable(typeof(RevokeLicence))]
[JsonSerializable(typeof(DeregisterLicence))]
[JsonSerializable(typeof(LicenceDeadlineReached))]
internal sealed partial class LicenceJson : JsonSerializerContext;
