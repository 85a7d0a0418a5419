using System.Collections.Frozen;

namespace ShuangDa.Grains.Accounts;

/// <summary>
/// 常见口令. The passwords that are tried first by whoever guesses: those that leaks have shown to be in use (<c>KnownPasswords.txt</c>; its
/// source is in THIRD-PARTY-NOTICES.md), and what people of this trade would think of. A known word does not become a password by letters
/// written as figures and a few signs at its ends.
/// </summary>
internal static class KnownPasswords
{
    // More signs than these around a known word are a password by themselves.
    private const int FewSigns = 8;
    private const int FewLetters = 4;
    private const int MinimumOfFigures = 16;

    private static readonly string[] OfThisTrade =
    [
        "shuangda", "shuangdaban", "zhijian", "zhijianju", "zhiliangjiandu", "shichangjianguan", "shijian", "jicha", "jichadui", "zhifa",
        "dajia", "taicang", "mima", "wodemima", "kouling", "guanliyuan", "zhongguo", "woaizhongguo", "huawei", "welcome", "changeme",
    ];

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>Whether a password is known, or is a known word with a few figures or signs before or after it.</summary>
    /// <param name="password">The password.</param>
    public static bool Have(string password)
    {
        var lower = password.ToLowerInvariant();
        if (All.Value.Contains(lower))
        {
            return true;
        }

        var word = lower.Trim([.. lower.Where(static sign => !char.IsLetter(sign))]);
        if (word.Length < FewLetters)
        {
            // Hardly more than figures and signs: telephone numbers, days of birth.
            return lower.Length < MinimumOfFigures;
        }

        return lower.Length - word.Length <= FewSigns && new[] { word, Plain(word, 'i'), Plain(word, 'l') }.Any(All.Value.Contains);
    }

    private static string Plain(string word, char one) => string.Concat(word.Select(sign => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    }));

    private static FrozenSet<string> Read()
    {
        var kept = typeof(KnownPasswords).Assembly.GetManifestResourceStream(typeof(KnownPasswords), "KnownPasswords.txt")
            ?? throw new InvalidOperationException("The list of known passwords is not in the program.");
        using var text = new StreamReader(kept);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Concat(OfThisTrade).ToFrozenSet(StringComparer.Ordinal);
    }
}
