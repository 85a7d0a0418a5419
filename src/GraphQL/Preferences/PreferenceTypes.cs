using GraphQL;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Preferences;

/// <summary>个人设置. Something that the caller has chosen for the way the pages look, under a name.</summary>
/// <param name="Name">名称. What it is for.</param>
/// <param name="Value">内容. What was chosen.</param>
[Name("Preference"), ReadableBy(Readers.SignedIn)]
public sealed record PreferenceType(string Name, string Value);

/// <summary>保存个人设置的输入. What the caller wants to find again, on whatever device.</summary>
/// <param name="Name">名称. What it is for; at most 100 characters.</param>
/// <param name="Value">内容. What was chosen, at most 4,000 characters; null forgets it.</param>
public sealed record KeepPreferenceInput(string Name, string? Value = null);

/// <summary>保存个人设置的结果.</summary>
/// <param name="Preferences">个人设置. All that the caller keeps, by name.</param>
[ReadableBy(Readers.Everyone)]
public sealed record KeepPreferencePayload(IReadOnlyList<PreferenceType> Preferences);
