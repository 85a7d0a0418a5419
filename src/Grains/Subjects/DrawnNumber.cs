using System.Security.Cryptography;
using System.Text;

namespace ShuangDa.Grains.Subjects;

/// <summary>取号. The number of a subject that nobody outside has numbered: a prefix and ten characters derived from who makes it and under which command id, so that the same command asked again finds the same subject. The document's own number is in its grounds.</summary>
public static class DrawnNumber
{
    private const int Length = 10;

    // Figures and letters that nobody mistakes for one another on paper or by telephone: no I, L, O, U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The number for what an actor makes.</summary>
    /// <param name="prefix">The concept's two letters.</param>
    /// <param name="actor">Who makes it, under which command id.</param>
    public static string For(string prefix, Actor actor)
    {
        var hash = SHA256.HashData(SubjectKeys.KeyFor(actor).ToByteArray(bigEndian: true));
        var number = new StringBuilder($"{prefix}-", prefix.Length + 1 + Length);
        for (var at = 0; at < Length; at++)
        {
            number.Append(Alphabet[hash[at] % Alphabet.Length]);
        }

        return number.ToString();
    }

    /// <summary>A number from what was typed or read: full-width or half-width, in any case, with the spaces and dashes people put in.</summary>
    /// <param name="prefix">The concept's two letters.</param>
    /// <param name="given">The text.</param>
    /// <param name="number">The number in its one form; of no meaning when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? Parse(string prefix, string? given, out string number)
    {
        number = HalfWidth.Of(given ?? "").ToUpperInvariant();
        return number.Length == prefix.Length + 1 + Length && number.StartsWith($"{prefix}-", StringComparison.Ordinal) && number.Skip(prefix.Length + 1).All(Alphabet.Contains)
            ? null
            : new InvalidInput("number", $"编号的形式应为{prefix}-后接{Length}位字母或数字", $"A number has the form {prefix}- and {Length} letters or digits");
    }
}
