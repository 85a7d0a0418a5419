using System.Collections.Immutable;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>
/// 演示物品. What the goods of a case are: what such an enterprise makes, at a price that people know, and as many as make up what they are
/// worth.
/// </summary>
internal static class DemoGoods
{
    private static readonly Dictionary<string, (string Name, string Brand, string Specification, string Unit, long Price)> ByClass = new()
    {
        ["AUTO_PARTS"] = ("制动片", "驰稳", "前轮四片装", "套", 68_00),
        ["FOOD"] = ("大米", "澄江源", "5kg", "袋", 35_00),
        ["OIL_SALT_CHEMICALS"] = ("工业清洗剂", "净川", "20L", "桶", 120_00),
        ["FERTILISER"] = ("复合肥料", "丰泽", "50kg", "袋", 145_00),
        ["FARM_SUPPLIES"] = ("农用薄膜", "青垄", "2m×500m", "卷", 210_00),
        ["WOOD_PANELS"] = ("细木工板", "林川", "1220mm×2440mm×18mm", "张", 98_00),
        ["COATINGS"] = ("内墙乳胶漆", "白屿", "18L", "桶", 186_00),
        ["LOW_VOLTAGE_ELECTRICAL"] = ("小型断路器", "川正", "C32", "只", 22_00),
        ["DETERGENTS"] = ("洗衣液", "皎白", "3kg", "瓶", 26_00),
        ["COSMETICS"] = ("护手霜", "润禾", "75g", "支", 19_00),
        ["HOUSEHOLD_APPLIANCES"] = ("电热水壶", "暖川", "1.7L", "台", 79_00),
        ["TEXTILES"] = ("纯棉床单", "织云", "1.8m", "条", 88_00),
        ["CLOTHING"] = ("男式夹克", "岭上", "175/92A", "件", 128_00),
        ["FIBRE_PRODUCTS"] = ("棉絮", "絮暖", "3kg", "床", 105_00),
        ["PRESSURE_VESSELS"] = ("储气罐", "固安", "0.3m³/0.8MPa", "台", 860_00),
    };

    private static readonly (
        string Name,
        string Brand,
        string Specification,
        string Unit,
        long Price) Other = ("五金工具", "恒固", "普通型", "件", 50_00);

    /// <summary>Goods that are worth about so much.</summary>
    /// <param name="productClass">The class.</param>
    /// <param name="about">What they are to be worth, in 分.</param>
    /// <param name="batch">Their batch.</param>
    /// <param name="violation">What was done with them: it says whose right is infringed.</param>
    /// <param name="soldThirds">How many thirds of them were sold before officers came; the others are in the store.</param>
    public static DemoGoodsList Of(string productClass, long about, string batch, ViolationKind violation, int soldThirds)
    {
        var (name, brand, specification, unit, price) = ByClass.GetValueOrDefault(productClass, Other);
        var rightsHolder = violation switch
        {
            ViolationKind.GeographicalIndicationInfringement => "澄江源大米地理标志协会（虚构组织）",
            ViolationKind.ForgedNameOrAddress => $"澄州{brand}制造有限公司（虚构企业）",
            _ => null,
        };
        var stored = Math.Max(2, about / price * (3 - soldThirds) / 3);
        var sold = soldThirds == 0 ? 0 : Math.Max(1, (about / price) - stored);
        GoodsLineReport inStore = new(
            name, stored, unit, new(price), ValuationBasis.MarkedPrice, brand, specification, batch, rightsHolder);
        return new(sold == 0
            ? [inStore]
            : [inStore, inStore with { Quantity = sold, Basis = ValuationBasis.SalePrice, Batch = batch + "（已售）" }]);
    }
}

/// <summary>演示物品清单. The goods of a case line by line, and the figures that follow from the lines: there are no others.</summary>
/// <param name="Lines">物品. What is in the store is valued by its marked price, what was sold by the price it was sold at.</param>
internal sealed record DemoGoodsList(ImmutableArray<GoodsLineReport> Lines)
{
    /// <summary>销售金额. What was taken for what was sold, in 分; no costs of it were proven, so that it is the illegal gains too.</summary>
    public long Sold => Sum(ValuationBasis.SalePrice);

    /// <summary>未销售货值. What is in the store is worth, in 分.</summary>
    public long Stored => Sum(ValuationBasis.MarkedPrice);

    /// <summary>货值金额. All of it, in 分.</summary>
    public long Worth => Sold + Stored;

    /// <summary>涉案数额. The figures of the case.</summary>
    public RecordCaseFigures Figures =>
        new(new(Worth), new(Sold), new(Stored), new(Sold), default, default, 0, 0, []);

    private long Sum(ValuationBasis basis) =>
        Lines.Where(line => line.Basis == basis).Sum(line => (long)(line.Quantity * line.UnitPrice.Fen));
}
