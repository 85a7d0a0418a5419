using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ReportForms;

/// <summary>列表案件. A case as forms list it.</summary>
/// <param name="State">案件. The case.</param>
/// <param name="Section">责任科室. The name of its section.</param>
/// <param name="Officers">办案人员. The names of its officers, with 、 between.</param>
/// <param name="Classes">产品类别. The names of its classes.</param>
/// <param name="SentOn">移送日期. The day on which it was sent to the police, ISO; null when it was not.</param>
public sealed record ListedCase(CaseState State, string Section, string Officers, ImmutableArray<string> Classes, string? SentOn)
{
    private const int MostNamed = 10;

    private static readonly BilingualText Yes = new("是", "Yes");

    private static readonly BilingualText No = new("否", "No");

    /// <summary>案件编号. The key.</summary>
    public string Number => State.Number;

    /// <summary>文号. The number that people say, or the key while it has none.</summary>
    public string DocumentNumber => State.Serial?.Text ?? State.Number;

    /// <summary>货值. In 分.</summary>
    public long GoodsValue => State.Figures.GoodsValue;

    /// <summary>The words of a column.</summary>
    /// <param name="column">The column's code.</param>
    public BilingualText Words(string column) => WordsOf([this], column);

    /// <summary>The words of a column for several cases together.</summary>
    /// <param name="cases">The cases, in their order.</param>
    /// <param name="column">The column's code.</param>
    internal static BilingualText WordsOf(IReadOnlyList<ListedCase> cases, string column)
    {
        var goods = cases.SelectMany(one => one.Goods);
        return column switch
        {
            "filedOn" => Joined(cases.Select(one => one.State.FiledOn is { } day ? IsoDate.Of(day) : null)),
            "title" => Joined(cases.Select(one => one.State.Lead.Title)),
            "party" => Joined(cases.SelectMany(one => one.State.AllParties).Select(party => party.Name)),
            "violation" => Joined(cases.Select(one => Terms.Of(one.State.Lead.Violation))),
            "products" => Joined(cases.SelectMany(one =>
                one.Goods.IsEmpty ? one.Classes : one.Goods.Select(line => line.Name))),
            "handledBy" => Joined(cases.Select(one =>
                string.Join('/', new[] { one.Section, one.Officers }.Where(name => name.Length > 0)))),
            "outcome" => Joined(cases.Select(one => one.Outcome)),
            "isMajor" => YesOrNo(cases.Any(one => one.State.MajorBecause is not null)),
            "transferred" => cases.Select(one => one.SentOn).OfType<string>().ToList() is { Count: > 0 } sent
                ? Joined([Yes, .. sent.Select(Same)], "，", ", ")
                : No,
            "brands" => Joined(goods.Select(line => line.Brand)),
            "rightsHolders" => Joined(goods.Select(line => line.RightsHolder)),
            "quantity" => Joined(goods.GroupBy(line => line.Unit)
                .Select(unit => string.Create(CultureInfo.InvariantCulture, $"{unit.Sum(line => line.Quantity):0.####}{unit.Key}"))),

            // Filled in by hand: who is in charge is personal data, which is kept sealed.
            "representative" or "remark" => Same(""),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No form of cases has such a column."),
        };
    }

    /// <summary>What is the same in either language, such as a name.</summary>
    /// <param name="text">The text.</param>
    internal static BilingualText Same(string text) => new(text, text);

    /// <summary>The answer to whether something is so.</summary>
    /// <param name="isSo">Whether it is.</param>
    internal static BilingualText YesOrNo(bool isSo) => isSo ? Yes : No;

    // A line that a correction struck out has no quantity left; a form that is sent does not tell of it.
    private ImmutableArray<GoodsLine> Goods => [.. State.Goods.Where(line => line.Quantity > 0)];

    private BilingualText Outcome => State switch
    {
        { NoPenalty: not null } => new("不予行政处罚", "no penalty"),
        { Decision.Penalty: var penalty } when State.Execution.AnnulledOn is null => Joined(Penalties(penalty)),
        _ => Terms.Of(State.Stage),
    };

    private static IEnumerable<BilingualText> Penalties(Penalty penalty)
    {
        (BilingualText Name, long Fen)[] amounts =
        [
            (new("罚款", "fine"), penalty.Fine),
            (new("没收违法所得", "gains confiscated"), penalty.ConfiscatedGains),
            (new("没收物品", "goods confiscated"), penalty.ConfiscatedGoods),
        ];
        return penalty.Others.Select(Terms.Of).Concat(amounts.Where(one => one.Fen > 0).Select(one => new BilingualText(
            $"{one.Name.Chinese}{CaseTexts.Yuan(one.Fen)}元",
            $"{one.Name.English} {CaseTexts.Yuan(one.Fen)} yuan")));
    }

    private static BilingualText Joined(IEnumerable<string?> words) =>
        Joined(words.OfType<string>().Where(word => word.Length > 0).Select(Same));

    // A case may have two thousand lines of goods: the first are named, the others counted.
    private static BilingualText Joined(IEnumerable<BilingualText> words, string between = "、", string betweenEnglish = ", ")
    {
        var said = words.Distinct().ToList();
        var more = said.Count > MostNamed;
        var named = said.Take(MostNamed).ToList();
        return new(
            string.Join(between, named.Select(word => word.Chinese)) + (more ? $"等{said.Count}项" : ""),
            string.Join(betweenEnglish, named.Select(word => word.English)) + (more ? $" … ({said.Count} in all)" : ""));
    }
}

/// <summary>列表当事人. A party as forms list it: once, with all its cases of the form.</summary>
/// <param name="Key">行标识. As whom it is counted: its credit code, or its name where it has none.</param>
/// <param name="Name">名称. What it is called.</param>
/// <param name="Address">地址. Where it is, as far as that is known; empty where it is not.</param>
/// <param name="IsBanned">是否取缔. Whether it was banned by the district government.</param>
/// <param name="Cases">案件. Its cases, in their order.</param>
public sealed record ListedParty(string Key, string Name, string Address, bool IsBanned, ImmutableArray<ListedCase> Cases)
{
    /// <summary>名称栏. The column of its name, which tells in the total how many there are.</summary>
    internal const string NameColumn = "party";

    /// <summary>The words of a column.</summary>
    /// <param name="column">The column's code.</param>
    public BilingualText Words(string column) => column switch
    {
        NameColumn => ListedCase.Same(Name),
        "address" => ListedCase.Same(Address),
        "isBanned" => ListedCase.YesOrNo(IsBanned),
        _ => ListedCase.WordsOf(Cases, column),
    };
}
