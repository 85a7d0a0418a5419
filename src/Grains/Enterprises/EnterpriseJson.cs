using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>The JSON forms of everything an enterprise stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<EnterpriseState>))]
[JsonSerializable(typeof(EnterpriseState))]
[JsonSerializable(typeof(EnterpriseRegistered))]
[JsonSerializable(typeof(EnterpriseChanged))]
[JsonSerializable(typeof(EnterpriseRiskAssessed))]
[JsonSerializable(typeof(EnterpriseAreaAssigned))]
[JsonSerializable(typeof(EnterpriseClosed))]
[JsonSerializable(typeof(EnterpriseReopened))]
[JsonSerializable(typeof(EnterpriseLicenceTold))]
[JsonSerializable(typeof(EnterpriseOrderTold))]
[JsonSerializable(typeof(EnterpriseInspectionTold))]
[JsonSerializable(typeof(RegisterEnterprise))]
[JsonSerializable(typeof(ChangeEnterprise))]
[JsonSerializable(typeof(ImportEnterprise))]
[JsonSerializable(typeof(AssessEnterpriseRisk))]
[JsonSerializable(typeof(AssignEnterpriseArea))]
[JsonSerializable(typeof(CloseEnterprise))]
[JsonSerializable(typeof(ReopenEnterprise))]
[JsonSerializable(typeof(EnterpriseDeadlineReached))]
internal sealed partial class EnterpriseJson : JsonSerializerContext;
