using System.Collections.Frozen;
using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ProductClasses;

/// <summary>产品类别. A class of products that enterprises, licences and cases are counted by. The notice names fourteen key classes (R2.1.1).</summary>
/// <param name="Code">代码. Stable; at most 60 characters.</param>
/// <param name="Name">名称. The Chinese name that registers use.</param>
/// <param name="EnglishName">The English name.</param>
/// <param name="IsKey">重点产品. Whether the notice names it.</param>
public sealed record ProductClass(string Code, string Name, string EnglishName, bool IsKey)
{
    /// <summary>The most classes one subject may carry.</summary>
    public const int MostPerSubject = 30;

    /// <summary>全部类别. The fourteen key classes in the notice's order, then the others.</summary>
    public static ImmutableArray<ProductClass> All { get; } =
    [
        new("AUTO_PARTS", "汽车配件", "Automotive parts", true),
        new("FOOD", "食品", "Food", true),
        new("OIL_SALT_CHEMICALS", "油盐化工", "Oil, salt and chemicals", true),
        new("FERTILISER", "化肥", "Fertiliser", true),
        new("FARM_SUPPLIES", "农资", "Farm supplies", true),
        new("WOOD_PANELS", "人造板", "Wood-based panels", true),
        new("COATINGS", "涂料", "Coatings", true),
        new("LOW_VOLTAGE_ELECTRICAL", "低压电器", "Low-voltage electrical apparatus", true),
        new("DETERGENTS", "洗涤用品", "Detergents", true),
        new("COSMETICS", "化妆品", "Cosmetics", true),
        new("HOUSEHOLD_APPLIANCES", "家用电器", "Household appliances", true),
        new("TEXTILES", "纺织品", "Textiles", true),
        new("CLOTHING", "服装", "Clothing", true),
        new("FIBRE_PRODUCTS", "纤维制品", "Fibre products", true),
        new("OTHER", "其他", "Other", false),
    ];

    private static readonly FrozenDictionary<string, ProductClass> ByCodeOrName = All
        .SelectMany(known => new[] { KeyValuePair.Create(known.Code, known), KeyValuePair.Create(known.Name, known) })
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of this code or Chinese name; null when there is none.</summary>
    /// <param name="codeOrName">A code such as <c>CLOTHING</c>, in any case, or a name such as 服装.</param>
    public static ProductClass? Find(string? codeOrName) => codeOrName is not null && ByCodeOrName.TryGetValue(codeOrName.Trim(), out var found) ? found : null;

    /// <summary>Codes from what was given as codes or names: each once, in the order given, so that the first stays the main class under which a subject is counted.</summary>
    /// <param name="given">Codes or Chinese names; none when default.</param>
    /// <param name="codes">The codes; empty when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? Codes(ImmutableArray<string> given, out ImmutableArray<string> codes)
    {
        codes = [];
        if (given.IsDefaultOrEmpty)
        {
            return null;
        }

        if (given.Length > MostPerSubject)
        {
            return new InvalidInput("productClasses", $"产品类别过多：{given.Length}个，最多{MostPerSubject}个", $"Too many product classes: {given.Length}, at most {MostPerSubject}");
        }

        if (given.FirstOrDefault(one => Find(one) is null) is { } unknown)
        {
            var shown = unknown.Length > 40 ? unknown[..40] : unknown;
            return new InvalidInput("productClasses", $"没有这个产品类别：{shown}", $"There is no product class {shown}");
        }

        codes = [.. given.Select(one => Find(one)!.Code).Distinct()];
        return null;
    }
}
