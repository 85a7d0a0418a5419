using System.Globalization;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ReportForms;

/// <summary>列表案件. A case as forms list it.</summary>
/// <param name="State">案件. The case.</param>
/// <param name="Section">责任科室. The name of its section.</param>
/// <param name="Officers">办案人员. The names of its officers, with 、 between.</param>
/// <param name="Address">地址. Where its first party is registered, if it is.</param>
/// <param name="Classes">产品类别. The names of its classes, with 、 between.</param>
/// <param name="SentOn">移送日期. The day on which it was sent to the police, ISO; null when it was not.</param>
/// <param name="IsBanned">是否取缔. Whether its first party was banned by the district government.</param>
public sealed record ListedCase(
    CaseState State, string Section, string Officers, string? Address, string Classes, string? SentOn, bool IsBanned)
{
    private const string Yes = "是";

    private const string No = "否";

    private const string Between = "、";

    private const int MostNamed = 10;

    /// <summary>案件编号. The key.</summary>
    public string Number => State.Number;

    /// <summary>文号. The number that people say, or the key while it has none.</summary>
    public string DocumentNumber => State.Serial?.Text ?? State.Number;

    /// <summary>货值. In 分.</summary>
    public long GoodsValue => State.Figures.GoodsValue;

    /// <summary>The words of a column.</summary>
    /// <param name="column">The column's code.</param>
    public string Words(string column) => column switch
    {
        "filedOn" => State.FiledOn is { } day ? IsoDate.Of(day) : "",
        "title" => State.Lead.Title,
        "party" => string.Join(Between, State.AllParties.Select(party => party.Name)),
        "violation" => Terms.Of(State.Lead.Violation).Chinese,
        "products" => Joined(State.Goods.Select(line => line.Name), Classes),
        "handledBy" => Officers.Length == 0 ? Section : $"{Section}/{Officers}",
        "outcome" => Outcome,
        "isMajor" => State.MajorBecause is null ? No : Yes,
        "transferred" => SentOn is { } sent ? $"{Yes}，{sent}" : No,
        "address" => State.Lead.Party.Address ?? Address ?? "",
        "brands" => Joined(State.Goods.Select(line => line.Brand)),
        "rightsHolders" => Joined(State.Goods.Select(line => line.RightsHolder)),
        "quantity" => Joined(State.Goods.GroupBy(line => line.Unit)
            .Select(unit => string.Create(CultureInfo.InvariantCulture, $"{unit.Sum(line => line.Quantity):0.####}{unit.Key}"))),

        "isBanned" => IsBanned ? Yes : No,

        // Filled in by hand: who is in charge is personal data, which is kept sealed.
        "representative" or "remark" => "",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No form of cases has such a column."),
    };

    private string Outcome => State switch
    {
        { NoPenalty: not null } => "不予行政处罚",
        { Decision.Penalty: var penalty } when State.Execution.AnnulledOn is null => string.Join(Between, Penalties(penalty)),
        _ => Terms.Of(State.Stage).Chinese,
    };

    private static IEnumerable<string> Penalties(Penalty penalty)
    {
        (string Name, long Fen)[] amounts =
            [("罚款", penalty.Fine), ("没收违法所得", penalty.ConfiscatedGains), ("没收物品", penalty.ConfiscatedGoods)];
        return penalty.Others.Select(kind => Terms.Of(kind).Chinese).Concat(amounts
            .Where(one => one.Fen > 0)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name}{one.Fen / 100m:0.##}元")));
    }

    // A case may have two thousand lines of goods: the first are named, the others counted.
    private static string Joined(IEnumerable<string?> words, string otherwise = "")
    {
        var said = words.OfType<string>().Where(word => word.Length > 0).Distinct().ToList();
        return said.Count == 0 ? otherwise
            : string.Join(Between, said.Take(MostNamed)) + (said.Count > MostNamed ? $"等{said.Count}种" : "");
    }
}
