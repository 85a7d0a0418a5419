using GraphQL;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.ProductClasses;

/// <summary>产品类别. A class of products; the fourteen key ones are those the notice names (R2.1.1).</summary>
/// <param name="code">The code.</param>
[Name("ProductClass"), ReadableBy(Readers.Everyone)]
public sealed class ProductClassType(string code)
{
    /// <summary>代码. Such as <c>FOOD</c>.</summary>
    public string Code { get; } = code;

    /// <summary>名称. In the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Name(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return ProductClass.Find(Code) is { } known ? GraphQLRequestContext.Of(field).English ? known.EnglishName : known.Name : Code;
    }

    /// <summary>重点产品. Whether it is one of the campaign's key classes.</summary>
    public bool IsKey => ProductClass.Find(Code)?.IsKey ?? false;

    /// <summary>The classes of these codes.</summary>
    /// <param name="codes">Codes.</param>
    internal static IReadOnlyList<ProductClassType> Of(IEnumerable<string> codes) => [.. codes.Select(code => new ProductClassType(code))];
}
