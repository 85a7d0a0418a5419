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
    /// <returns>Two lines, and what they are worth together, in 分.</returns>
    public static (ImmutableArray<GoodsLineReport> Lines, long Worth) Of(
        string productClass,
        long about,
        string batch,
        ViolationKind violation)
    {
        var (name, brand, specification, unit, price) = ByClass.GetValueOrDefault(productClass, Other);
        var rightsHolder = violation switch
        {
            ViolationKind.GeographicalIndicationInfringement => "澄江源大米地理标志协会（虚构组织）",
            ViolationKind.ForgedNameOrAddress => $"澄州{brand}制造有限公司（虚构企业）",
            _ => null,
        };
        var stored = Math.Max(2, about / price * 2 / 3);
        var sold = Math.Max(1, (about / price) - stored);
        return (
            [
                new(name, stored, unit, new(price), ValuationBasis.MarkedPrice, brand, specification, batch, rightsHolder),
                new(name, sold, unit, new(price), ValuationBasis.SalePrice, brand, specification, batch + "（已售）", rightsHolder),
            ],
            (stored + sold) * price);
    }
}
