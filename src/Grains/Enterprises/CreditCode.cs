using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>统一社会信用代码. The code that names an enterprise: 18 characters by GB 32100-2015, the ninth to seventeenth being the organisation
/// code of GB 11714-1997 with a check character of its own. Public registers carry some that fail their check, and the 15 digits of the
/// time before: those name what a register brought here, and nothing else.</summary>
public readonly record struct CreditCode
{
    private const int Length = 18;
    private const int OldLength = 15;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? _text;

    private CreditCode(string text, InvalidInput? wrong = null, CodeCheck? mark = null) => (_text, Wrong, Mark) = (text, wrong, mark);

    /// <summary>个体工商户. Whether a code can be that of an individual business, which is one person's: GB 32100 begins those with 92; the
    /// registration numbers of before do not say.</summary>
    /// <param name="code">The code, in normal form.</param>
    public static bool IsOfOnePerson(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.StartsWith("92", StringComparison.Ordinal) || code.Length == OldLength;
    }

    /// <summary>代码核对. How the code differs from one that is right; null where it does not.</summary>
    public CodeCheck? Mark { get; }

    /// <summary>What is wrong with the code where no register has brought it; null where it is right.</summary>
    public InvalidInput? Wrong { get; }

    /// <summary>A code from what was typed: full-width digits and letters become half-width, small letters capital, spaces and hyphens go.</summary>
    /// <param name="given">The text.</param>
    /// <param name="code">The code in its one form; of no meaning when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? Parse(string? given, out CreditCode code) => ParseNamed(given, isRegistered: false, out code);

    /// <summary>The code of an enterprise that is named: of one that is registered any that a register carried, of another a right one.</summary>
    /// <param name="given">The text.</param>
    /// <param name="isRegistered">Whether an enterprise is registered under it.</param>
    /// <param name="code">The code in its one form; of no meaning when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? ParseNamed(string? given, bool isRegistered, out CreditCode code) =>
        ParseCarried(given, out code) ?? (isRegistered ? null : code.Wrong);

    /// <summary>A code as a public register carries it: one that fails its check, or 15 digits, is read and marked.</summary>
    /// <param name="given">The text.</param>
    /// <param name="code">The code in its one form; of no meaning when there is a problem.</param>
    /// <returns>Why it is no code at all, or null.</returns>
    public static InvalidInput? ParseCarried(string? given, out CreditCode code)
    {
        code = default;
        var text = Normalise(given ?? "");
        if (text.Length == 0)
        {
            return Problem("统一社会信用代码不能为空", "The credit code is missing");
        }

        // The registration numbers of the time before begin with the six digits of an area (GB/T 2260).
        if (text.Length == OldLength && text.All(char.IsAsciiDigit) && text[0] is >= '1' and <= '6')
        {
            code = new CreditCode(
                text,
                Problem(
                    $"“{text}”是{OldLength}位的旧注册号，不是统一社会信用代码（{Length}位）",
                    $"{text} is an old registration number of {OldLength} digits, not a credit code of {Length} characters"),
                CodeCheck.OldNumber);
            return null;
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

        var wrong = WrongCheck(text);

        // Of a number a spreadsheet keeps fifteen digits: what it made of the last three is no code that any register carried.
        if (wrong is not null && text.EndsWith("000", StringComparison.Ordinal) && text.All(char.IsAsciiDigit))
        {
            return Problem(
                "统一社会信用代码校验码不符，末三位“000”疑为电子表格截断所致，请将该列改为文本后重新填写",
                "The check character of the credit code is wrong; a spreadsheet seems to have cut its last three digits to 000");
        }

        code = new CreditCode(text, wrong, wrong is null ? null : CodeCheck.Differs);
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

    private static InvalidInput? WrongCheck(string text) =>
        OrganisationCheck(text.AsSpan(8, 8)) is var organisation && text[16] != organisation
            ? Problem(
                $"组织机构代码校验码不符：第17位应为“{organisation}”，现为“{text[16]}”",
                $"The check character of the organisation code is wrong: character 17 should be '{organisation}', it is '{text[16]}'")
        : Check(text.AsSpan(0, Length - 1)) is var check && text[17] != check
            ? Problem(
                $"统一社会信用代码校验码不符：第18位应为“{check}”，现为“{text[17]}”",
                $"The check character of the credit code is wrong: character 18 should be '{check}', it is '{text[17]}'")
        : null;

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

/// <summary>代码核对. How a code that a register carries differs from one that is right (GB 32100-2015).</summary>
[JsonConverter(typeof(WireNameConverter<CodeCheck>))]
public enum CodeCheck
{
    /// <summary>It fails a check, its own or that of the organisation code in it.</summary>
    [Term("校验码不符", "check character differs")]
    Differs,

    /// <summary>It is a registration number of the time before the codes, of 15 digits.</summary>
    [Term("旧注册号", "old registration number")]
    OldNumber,
}
