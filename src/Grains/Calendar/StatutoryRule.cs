using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>可信程度. How sure it is that a rule reads as it is written down here.</summary>
public enum Confidence
{
    /// <summary>Confirmed against more than one public source.</summary>
    [Term("已核实", "confirmed")]
    Confirmed,

    /// <summary>One source, or general knowledge.</summary>
    [Term("单一来源", "one source")]
    OneSource,

    /// <summary>To be confirmed; shown as provisional.</summary>
    [Term("待核实", "to be confirmed")]
    Unconfirmed,
}

/// <summary>法规. A statute, regulation or rule of a ministry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="InForceFrom">The first day on which it, in the version cited here, is in force.</param>
public sealed record Statute(BilingualText Name, DateOnly InForceFrom)
{
    /// <summary>A citation of one of its articles.</summary>
    /// <param name="article">The article's number; 0 where it has still to be looked up.</param>
    public Citation Article(int article) => new(this, article);
}

/// <summary>条文. An article of a statute.</summary>
/// <param name="Statute">The statute.</param>
/// <param name="Article">The article's number; 0 where it has still to be looked up: then the statute alone is cited.</param>
public sealed record Citation(Statute Statute, int Article)
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>How it is cited. That an article has still to be looked up is no word for a document: the reviewed table of rules says
    /// it.</summary>
    public BilingualText Text => Article == 0
        ? new($"《{Statute.Name.Chinese}》", Statute.Name.English)
        : new($"《{Statute.Name.Chinese}》第{Numeral(Article)}条", $"{Statute.Name.English}, art. {Article}");

    private static string Numeral(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number % 10),
        < 100 => Digits[number / 10] + "十" + Unit(number % 10),
        _ => Digits[number / 100] + "百" + (number % 100 is 0 ? "" : number % 100 < 10 ? "零" + Unit(number % 100) : Digits[number / 10 % 10] + "十" + Unit(number % 10)),
    };

    private static string Unit(int digit) => digit == 0 ? "" : Digits[digit].ToString();
}

/// <summary>可延长期间. An extension that a rule provides for.</summary>
/// <param name="Length">By how many of the rule's units at most; null where a decision sets the term.</param>
/// <param name="GrantedBy">Who may grant it.</param>
public sealed record PermittedExtension(int? Length, BilingualText GrantedBy);

/// <summary>期限规则. What must be done by when, as data with a validity: a correction or a new statute is a further row.</summary>
public sealed record StatutoryRule : IInForce
{
    /// <summary>规则编号. Stable: stored with the clocks that run by it.</summary>
    public required string Id { get; init; }

    /// <summary>事项. What is owed.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>起算事件. From what event it is counted.</summary>
    public required BilingualText Event { get; init; }

    /// <summary>期间. Length, unit and end rule.</summary>
    public required StatutoryPeriod Period { get; init; }

    /// <summary>依据. The articles; empty for a term that the bureau has set itself.</summary>
    public required ImmutableArray<Citation> Citations { get; init; }

    /// <summary>内部期限. Whether the bureau set this length itself, be it within a statute's "at once".</summary>
    public bool IsInternal { get; init; }

    /// <summary>可信程度. How sure the row is.</summary>
    public Confidence Confidence { get; init; } = Confidence.Confirmed;

    /// <summary>中止事由. Which pauses stop this clock; others pass it by.</summary>
    public ImmutableArray<PauseReason> StoppedBy { get; init; } = [];

    /// <summary>可延长期间. Which extensions the rule provides for, in the order in which they are granted.</summary>
    public ImmutableArray<PermittedExtension> Extensions { get; init; } = [];

    /// <summary>施行日期. The first day on which a clock that starts runs by this row.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>失效日期. The last day on which a clock that starts runs by this row; null while it is in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>暂定. Whether the rule is shown as provisional.</summary>
    public bool IsProvisional => Confidence is Confidence.Unconfirmed;

    /// <summary>规则文本. What is owed and its basis in one line, in Chinese; the text of a deadline's rule.</summary>
    public string Line => Lines.GetValue(this, static rule => $"{rule.Title.Chinese}：{rule.Basis.Chinese}");

    // Every commit compares the clocks that run, which carry their rule's line; a field would take part in comparing rules.
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<StatutoryRule, string> Lines = [];

    /// <summary>依据文本. The articles in one line.</summary>
    public BilingualText Basis
    {
        get
        {
            var text = new BilingualText(
                string.Join('、', Citations.Select(citation => citation.Text.Chinese)),
                string.Join("; ", Citations.Select(citation => citation.Text.English)));
            return (IsInternal, Citations.IsEmpty) switch
            {
                (true, true) => new("内部期限", "internal term of the bureau"),
                (true, false) => new($"{text.Chinese}（内部期限）", $"{text.English} (internal term)"),
                _ => text,
            };
        }
    }
}
