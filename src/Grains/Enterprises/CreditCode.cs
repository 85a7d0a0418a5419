using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>统一社会信用代码. The code that names an enterprise: 18 characters by GB 32100-2015, the ninth to seventeenth being the organisation code of GB 11714-1997 with a check character of its own.</summary>
public readonly record struct CreditCode
{
    private const int Length = 18;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? _text;

    private CreditCode(string text) => _text = text;

    /// <summary>A code from what was typed or read: full-width digits and letters become half-width, small letters capital, spaces and hyphens go.</summary>
    /// <param name="given">The text.</param>
    /// <param name="code">The code in its one form; of no meaning when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? Parse(string? given, out CreditCode code)
    {
        code = default;
        var text = Normalise(given ?? "");
        if (text.Length == 0)
        {
            return Problem("统一社会信用代码不能为空", "The credit code is missing");
        }

        if (text.Length != Length)
        {
            return Problem($"统一社会信用代码应为{Length}位，现为{text.Length}位", $"A credit code has {Length} characters, this one has {text.Length}");
        }

        for (var at = 0; at < Length; at++)
        {
            if (!Alphabet.Contains(text[at], StringComparison.Ordinal))
            {
                return char.IsControl(text[at]) || char.IsSurrogate(text[at])
                    ? Problem($"统一社会信用代码第{at + 1}位不是数字或字母", $"Character {at + 1} of the credit code is neither a digit nor a letter")
                    : Problem($"统一社会信用代码第{at + 1}位“{text[at]}”不允许使用（不用I、O、S、V、Z）", $"Character {at + 1} of the credit code, '{text[at]}', is not allowed (digits and capital letters without I, O, S, V, Z)");
            }
        }

        if (OrganisationCheck(text.AsSpan(8, 8)) is var organisation && text[16] != organisation)
        {
            return Problem($"组织机构代码校验码不符：第17位应为“{organisation}”，现为“{text[16]}”", $"The check character of the organisation code is wrong: character 17 should be '{organisation}', it is '{text[16]}'");
        }

        if (Check(text.AsSpan(0, Length - 1)) is var check && text[17] != check)
        {
            return Problem($"统一社会信用代码校验码不符：第18位应为“{check}”，现为“{text[17]}”", $"The check character of the credit code is wrong: character 18 should be '{check}', it is '{text[17]}'");
        }

        code = new CreditCode(text);
        return null;
    }

    /// <summary>The check character that belongs after seventeen characters (GB 32100-2015).</summary>
    /// <param name="first">The first seventeen characters.</param>
    /// <exception cref="ArgumentException">There are not seventeen, or one is not of the alphabet.</exception>
    public static char Check(ReadOnlySpan<char> first) => Alphabet[(31 - (Sum(first, Weights, Alphabet) % 31)) % 31];

    /// <summary>The check character that belongs after the eight characters of an organisation code (GB 11714-1997).</summary>
    /// <param name="body">The eight characters: digits or capital letters.</param>
    /// <exception cref="ArgumentException">There are not eight, or one is neither digit nor capital letter.</exception>
    public static char OrganisationCheck(ReadOnlySpan<char> body) => (11 - (Sum(body, OrganisationWeights, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") % 11)) switch
    {
        10 => 'X',
        11 => '0',
        var digit => (char)('0' + digit),
    };

    /// <summary>The code in its one form.</summary>
    public override string ToString() => _text ?? "";

    private static int Sum(ReadOnlySpan<char> text, int[] weights, string alphabet)
    {
        if (text.Length != weights.Length)
        {
            throw new ArgumentException($"Expected {weights.Length} characters, got {text.Length}.", nameof(text));
        }

        var sum = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var value = alphabet.IndexOf(text[at], StringComparison.Ordinal);
            sum += value >= 0 ? value * weights[at] : throw new ArgumentException($"'{text[at]}' has no value in a check sum.", nameof(text));
        }

        return sum;
    }

    private static string Normalise(string given) => HalfWidth.Of(given)
        .Replace("-", "", StringComparison.Ordinal)
        .ToUpperInvariant();

    private static InvalidInput Problem(string chinese, string english) => new("creditCode", chinese, english);
}
