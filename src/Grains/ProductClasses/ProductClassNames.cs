using ShuangDa.Grains.Journal;

namespace ShuangDa.Grains.ProductClasses;

/// <summary>产品类别的名称. Which words name a class, for whoever reads a register.</summary>
public static class ProductClassNames
{
    /// <summary>Whether an open class has this code or is called so.</summary>
    /// <param name="grains">Where entries are found.</param>
    /// <param name="database">Where the list's table is.</param>
    /// <param name="given">A code or a Chinese name.</param>
    public static async Task<bool> IsListedAsync(IGrainFactory grains, Database database, string given) =>
        await ProductClass.List.FindAsync(grains, database, given) is { IsClosed: false };
}
