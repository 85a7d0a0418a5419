using System.Text.Json.Serialization;

namespace ShuangDa.Grains.Subjects;

/// <summary>不能承办的原因. Why somebody cannot be an officer of a piece of work.</summary>
[JsonConverter(typeof(WireNameConverter<OfficerBar>))]
public enum OfficerBar
{
    /// <summary>No account bears the name.</summary>
    [Term("没有账户", "no account")]
    NoAccount,

    /// <summary>The account is disabled.</summary>
    [Term("账户已停用", "account disabled")]
    Disabled,

    /// <summary>The account does not hold the role of an officer (行政处罚法 第四十二条: 具有行政执法资格).</summary>
    [Term("不是执法人员", "not an officer")]
    NotAnOfficer,
}

/// <summary>不能承办. Somebody who is named cannot be an officer of this: officers are qualified for enforcement and hold an account that says so (行政处罚法 第四十二条).</summary>
/// <param name="Officer">人员. The user name in question.</param>
/// <param name="Because">原因. Why.</param>
[GenerateSerializer, Immutable, Alias("refusal.officer-cannot-act")]
public sealed record OfficerCannotAct(string Officer, OfficerBar Because) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => Because switch
    {
        OfficerBar.NoAccount => new(
            $"没有{Named.Person(Officer)}这个账户，不能作为执法人员",
            $"{Named.Person(Officer)} has no account and cannot act as an officer"),
        OfficerBar.Disabled => new(
            $"{Named.Person(Officer)}的账户已停用，不能再承办",
            $"{Named.Person(Officer)}'s account is disabled; no work can be given to it"),
        _ => new(
            $"{Named.Person(Officer)}不具有执法人员角色，不能作为执法人员",
            $"{Named.Person(Officer)} does not hold the role of an officer and cannot act as one"),
    };
}

/// <summary>人员情况. What the shell found out of the officers that a command names.</summary>
/// <param name="Barred">不能承办. The first who cannot act, or null.</param>
public sealed record OfficersFound(OfficerCannotAct? Barred);
