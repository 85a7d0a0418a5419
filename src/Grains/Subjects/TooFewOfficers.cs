namespace ShuangDa.Grains.Subjects;

/// <summary>执法人员不足. Fewer officers than the law demands: two at least inspect and investigate (行政处罚法 第四十二条).</summary>
/// <param name="Required">须有人数. How many there must be.</param>
/// <param name="Given">给定人数. How many different ones were given.</param>
/// <param name="Already">已是承办人员. The user name of who was to take another's place and is one of them already; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("refusal.too-few-officers")]
public sealed record TooFewOfficers(int Required, int Given, string? Already = null) : Refusal
{
    /// <summary>法定人数. How many officers there must be (行政处罚法 第四十二条).</summary>
    public const int ByLaw = 2;

    /// <inheritdoc/>
    public override BilingualText Message => Already is { } already ? new(
        $"{Named.Person(already)}已是该事项的承办人员，接办后只剩{Given}人，不足{Required}人；请由其他执法人员接办",
        $"{Named.Person(already)} is one of its officers already: {Given} would be left, and there must be {Required}. "
            + "Somebody else has to take it")
        : new($"执法人员不得少于{Required}人，现只有{Given}人", $"There must be at least {Required} officers; {Given} was given");
}
