using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Numbers;

/// <summary>文号种类. Of what a number that people say is.</summary>
[JsonConverter(typeof(WireNameConverter<NumberWord>))]
public enum NumberWord
{
    /// <summary>A case, from its filing on.</summary>
    [Term("案", "case")]
    Case,

    /// <summary>An order to put something right.</summary>
    [Term("责改", "order")]
    Rectification,

    /// <summary>A transfer to the police.</summary>
    [Term("移", "transfer")]
    CrimeTransfer,

    /// <summary>An inspection.</summary>
    [Term("检", "inspection")]
    Inspection,

    /// <summary>A den.</summary>
    [Term("窝点", "den")]
    Den,
}

/// <summary>
/// 文号. The number that people say, such as 案〔2026〕12号, beside the key that machines use: without gaps by kind, section and year. It is
/// drawn in the commit of the act that it numbers (decision 20).
/// </summary>
/// <param name="Word">种类. Of what.</param>
/// <param name="Section">科室. The section that drew it; empty where none did.</param>
/// <param name="Year">年份. The year it was drawn in.</param>
/// <param name="Number">序号. Which of the year, from 1.</param>
[GenerateSerializer, Immutable, Alias("official-number")]
public sealed partial record OfficialNumber(NumberWord Word, string Section, int Year, int Number)
{
    /// <summary>序列. What it is counted in: kind, section and year.</summary>
    [JsonIgnore] public string Series => SeriesOf(Word, Section, Year);

    /// <summary>文号. As people write it.</summary>
    [JsonIgnore] public string Text => Shown(Word, Plain);

    /// <summary>简式. As it is stored, compared and typed without brackets, such as 2026-12.</summary>
    [JsonIgnore] public string Plain => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number}");

    /// <summary>唯一名称. What no other subject of the concept may have.</summary>
    [JsonIgnore] public string Name => string.Create(CultureInfo.InvariantCulture, $"{Series}/{Number}");

    /// <summary>唯一名称. The names that a number takes: its own, or none while there is no number.</summary>
    /// <param name="serial">The number, or null.</param>
    internal static IEnumerable<string> NamesOf(OfficialNumber? serial) => serial is null ? [] : [serial.Name];

    private static string SeriesOf(NumberWord word, string? section, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{WireName.Of(word)}/{section}/{year}");

    /// <summary>What a number of an act of this day is counted in.</summary>
    /// <param name="now">What the shell has found out, on the day of the act.</param>
    /// <param name="word">Of what.</param>
    /// <param name="section">The section, or null.</param>
    public static string SeriesOf(Circumstances now, NumberWord word, string? section)
    {
        ArgumentNullException.ThrowIfNull(now);
        return SeriesOf(word, section, now.Day.Year);
    }

    /// <summary>The plain form of what somebody typed: with brackets of any kind, with or without the kind's word, or plain already; null
    /// where it is no such number.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? PlainOf(string? typed) => Typed().Match(HalfWidth.Of(typed ?? "").Trim()) is { Success: true } found
        ? $"{found.Groups["year"].Value}-{found.Groups["number"].Value.TrimStart('0')}"
        : null;

    /// <summary>How a stored plain form is shown: with the word of its kind, since each kind has such a number.</summary>
    /// <param name="word">Of what it is the number.</param>
    /// <param name="plain">The plain form.</param>
    public static string Shown(NumberWord word, string plain) => Typed().Match(plain) is { Success: true } found
        ? $"{Terms.Of(word).Chinese}〔{found.Groups["year"].Value}〕{found.Groups["number"].Value}号"
        : plain;

    /// <summary>The section that draws from a series; null where none does.</summary>
    /// <param name="series">The series.</param>
    public static string? SectionOf(string series) => series?.Split('/') is [_, { Length: > 0 } section, _] ? section : null;

    [GeneratedRegex(
        @"^(案|责改|移|检|窝点)?[〔\[(【]?(?<year>20\d\d)([〕\])】]|\s*-)\s*(?<number>0*[1-9]\d{0,6})\s*号?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();
}

/// <summary>末号. The last number that was drawn of a series (kind, section, year), as the shell found it; 0 where none was.</summary>
/// <param name="Last">末号. The last.</param>
public sealed record LastNumber(int Last)
{
    /// <summary>The next number of the series, counted in the year of the act (decision 20).</summary>
    /// <param name="now">What the shell has found out, on the day of the act.</param>
    /// <param name="word">Of what.</param>
    /// <param name="section">The section, or null.</param>
    public static OfficialNumber Next(Circumstances now, NumberWord word, string? section)
    {
        ArgumentNullException.ThrowIfNull(now);
        return new(word, section ?? "", now.Day.Year, now.Required<LastNumber>().Last + 1);
    }
}
