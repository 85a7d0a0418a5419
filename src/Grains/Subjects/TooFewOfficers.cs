namespace ShuangDa.Grains.Subjects;

/// <summary>执法人员不足. Fewer officers than the law demands: two at least inspect and investigate (行政处罚法 第四十二条).</summary>
/// <param name="Required">须有人数. How many there must be.</param>
/// <param name="Given">给定人数. How many different ones were given.</param>
[GenerateSerializer, Immutable, Alias("refusal.too-few-officers")]
public sealed record TooFewOfficers(int Required, int Given) : Refusal
{
    /// <summary>法定人数. How many officers there must be (行政处罚法 第四十二条).</summary>
    public const int ByLaw = 2;

    /// <inheritdoc/>
    public override BilingualText Message => new($"执法人员不得少于{Required}人，现只有{Given}人", $"There must be at least {Required} officers; {Given} was given");
}
