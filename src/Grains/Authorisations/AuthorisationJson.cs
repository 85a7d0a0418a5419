using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Authorisations;

/// <summary>JSON metadata of everything of an authorisation that is stored or hashed.</summary>
[
    JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)
]
[JsonSerializable(typeof(Subject<AuthorisationState>))]
[JsonSerializable(typeof(AuthorisationState))]
[JsonSerializable(typeof(GrantAuthorisation))]
[JsonSerializable(typeof(RevokeAuthorisation))]
[JsonSerializable(typeof(AuthorisationGranted))]
[JsonSerializable(typeof(AuthorisationRevoked))]
public sealed partial class AuthorisationJson : JsonSerializerContext;
