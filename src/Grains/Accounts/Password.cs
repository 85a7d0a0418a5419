using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>口令明文. A password on its way to being hashed. It shows itself nowhere: not in text, not in a log, not in JSON.</summary>
/// <param name="Value">The password.</param>
[GenerateSerializer, Immutable, Alias("password")]
public readonly record struct Password([property: Id(0)] string Value)
{
    /// <summary>The least length, in characters.</summary>
    public const int MinLength = 10;

    /// <summary>The greatest length; a longer one would only be work for the hash.</summary>
    public const int MaxLength = 128;

    /// <summary>What is wrong with the password for this account, or null.</summary>
    /// <param name="userName">The account's user name; a password must not contain it, nor the reverse.</param>
    /// <param name="field">The input's field that it came in.</param>
    public InvalidInput? ProblemFor(string userName, string field) => Value switch
    {
        null or { Length: < MinLength } => new(field, $"口令至少{MinLength}个字符", $"A password has at least {MinLength} characters"),
        { Length: > MaxLength } => new(field, $"口令至多{MaxLength}个字符", $"A password has at most {MaxLength} characters"),
        _ when Value.Contains(userName, StringComparison.OrdinalIgnoreCase) => new(field, "口令不得包含用户名", "A password does not contain the user name"),
        _ when Value.Distinct().Count() < 5 || IsRun(Value) => new(field, "口令过于简单", "The password is too simple"),
        _ when KnownPasswords.Have(Value) =>
            new(field, "这是常见口令，容易被猜中，请换一个", "This is a well-known password that is easily guessed; choose another"),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => "•••";

    // 1234567890, abcdefghij and the like, forwards and backwards.
    private static bool IsRun(string text) =>
        text.Zip(text.Skip(1)).All(pair => pair.Second - pair.First is 1 or -9) || text.Zip(text.Skip(1)).All(pair => pair.Second - pair.First is -1 or 9);
}
