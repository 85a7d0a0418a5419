using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>JSON metadata of everything of an account that is stored or hashed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(RolesConverter)], DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<Account>))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(CreateAccount))]
[JsonSerializable(typeof(ChangeAccountRoles))]
[JsonSerializable(typeof(SetPassword))]
[JsonSerializable(typeof(ChangeOwnPassword))]
[JsonSerializable(typeof(DisableAccount))]
[JsonSerializable(typeof(EnableAccount))]
[JsonSerializable(typeof(UnlockAccount))]
[JsonSerializable(typeof(RecordSignIn))]
[JsonSerializable(typeof(RecordFailedSignIn))]
[JsonSerializable(typeof(SignOut))]
[JsonSerializable(typeof(AccountCreated))]
[JsonSerializable(typeof(AccountRolesChanged))]
[JsonSerializable(typeof(AccountPasswordSet))]
[JsonSerializable(typeof(AccountPasswordChanged))]
[JsonSerializable(typeof(AccountDisabled))]
[JsonSerializable(typeof(AccountEnabled))]
[JsonSerializable(typeof(AccountUnlocked))]
[JsonSerializable(typeof(AccountSignedIn))]
[JsonSerializable(typeof(AccountSignInFailed))]
[JsonSerializable(typeof(AccountLocked))]
[JsonSerializable(typeof(AccountSlowed))]
[JsonSerializable(typeof(AccountSignedOut))]
[JsonSerializable(typeof(AccountSessionsEnded))]
public sealed partial class AccountJson : JsonSerializerContext;
