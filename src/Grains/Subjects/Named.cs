using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 称谓. People and places that a sentence of the law names. The law knows user names and codes; whoever shows the sentence says the names
/// that people know instead. A name stands between two invisible characters, one pair for each kind, so that a sentence which nobody
/// renders still reads.
/// </summary>
public static partial class Named
{
    /// <summary>A person, by user name.</summary>
    public const string Account = "account";

    /// <summary>A section of the bureau, by code.</summary>
    public const string BureauSection = "section";

    /// <summary>A partner agency, by code.</summary>
    public const string PartnerAgency = "agency";

    // Invisible operators: no keyboard has them, and no font shows them.
    private const string Marks = "\u2061\u2062\u2063";

    private static readonly ImmutableArray<string> Concepts = [Account, BureauSection, PartnerAgency];

    /// <summary>A person in a sentence.</summary>
    /// <param name="user">User name.</param>
    public static string Person(string user) => Marked(Account, user);

    /// <summary>Several people in a sentence.</summary>
    /// <param name="users">User names.</param>
    /// <param name="separator">What stands between two.</param>
    public static string People(IEnumerable<string> users, string separator = "、") => string.Join(separator, users.Select(Person));

    /// <summary>A section in a sentence.</summary>
    /// <param name="code">Its code.</param>
    public static string Section(string code) => Marked(BureauSection, code);

    /// <summary>A partner agency in a sentence.</summary>
    /// <param name="code">Its code.</param>
    public static string Agency(string code) => Marked(PartnerAgency, code);

    /// <summary>Whom and what a sentence names, each once: the concept that knows the name, and the key.</summary>
    /// <param name="sentence">A sentence.</param>
    public static IEnumerable<(string Concept, string Key)> In(string sentence) => Pattern().Matches(sentence).Select(Of).Distinct();

    /// <summary>The sentence with the names that people know.</summary>
    /// <param name="sentence">A sentence.</param>
    /// <param name="nameOf">The name of a person or place, by concept and key; null where there is none: it keeps the law's.</param>
    public static string Replace(string sentence, Func<string, string, string?> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        return Pattern().Replace(sentence, match =>
        {
            var (concept, key) = Of(match);
            return nameOf(concept, key) ?? key;
        });
    }

    private static string Marked(string concept, string key)
    {
        var mark = Marks[Concepts.IndexOf(concept)];
        return $"{mark}{key}{mark}";
    }

    private static (string Concept, string Key) Of(Match match) =>
        (Concepts[Marks.IndexOf(match.Value[0], StringComparison.Ordinal)], match.Groups[2].Value);

    [GeneratedRegex("([\u2061-\u2063])([^\u2061-\u2063]*)\\1")]
    private static partial Regex Pattern();
}
